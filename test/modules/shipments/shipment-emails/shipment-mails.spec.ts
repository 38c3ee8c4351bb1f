import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Mailer } from '../../../../src/modules/mail/mailer.js';
import { isShortEnough, type Mail } from '../../../../src/modules/mail/queue-mail.js';
import { toStored } from '../../../../src/core/metadata/datetime.js';
import { shipmentEmail } from '../../../../src/modules/shipments/shipment-emails/shipment-email.js';
import { ShipmentEmails } from '../../../../src/modules/shipments/shipment-emails/shipment-emails.service.js';
import type { ShipmentEmailData } from '../../../../src/modules/shipments/shipment-emails/shipment-email-data.js';
import { newAddress, sendMail } from '../../../support/accounts.js';
import { onEachApi, startServer, type Api, type Body, type TenantClient } from '../../../support/api.js';
import { type Parts, partsOf, Postbox } from '../../../support/postbox.js';

type Columns = Readonly<Record<string, string | number | null>>;

const postbox = new Postbox();
// the port has to be known before the servers start
await postbox.open();
afterAll(() => postbox.close());

const MINUTE = 60_000;

/** HTML without the looks. */
const plain = (html: string): string => html.replace(/ style="[^"]*"/g, '');

/** Orders and shipments of a shop, as the mails know them. */
class Shop {
  constructor(
    private readonly api: Api,
    readonly tenant: TenantClient,
  ) {}

  make(path: string, body: object): Promise<Body> {
    return this.tenant.make(path, { workspace: this.tenant.workspace, ...body });
  }

  /** A shipment, with columns that no body of TrackMage's carries. @returns its key. */
  async shipment(body: object, columns: Columns = {}): Promise<number> {
    const { id } = await this.make('/shipments', body);
    const [row] = await this.api.db().read('SELECT pk FROM shipments WHERE id = ?', [id as string]);
    const pk = Number(row?.[0]);
    for (const [name, value] of Object.entries(columns))
      await this.run(`UPDATE shipments SET ${name} = ? WHERE pk = ?`, [value, pk]);
    return pk;
  }

  async run(sql: string, params: readonly (string | number | null)[]): Promise<void> {
    await this.api.db().transaction((transaction) => transaction.run(sql, params));
  }

  queue(pk: number, comment?: string, isAsked = false): Promise<boolean> {
    return this.api
      .db()
      .transaction((transaction) =>
        this.api.provider(ShipmentEmails).queue(pk, { comment, isAsked }, transaction),
      );
  }

  /** Queues the mail, sends it. @returns what came. */
  async mail(pk: number, to: string, comment?: string): Promise<Parts> {
    expect(await this.queue(pk, comment)).toBe(true);
    await sendMail(this.api);
    return partsOf(postbox.to(to).at(-1)?.raw ?? '');
  }

  /** When the mail of a shipment went out. */
  async sentAt(pk: number): Promise<unknown> {
    return (await this.api.db().read('SELECT emailSentAt FROM shipments WHERE pk = ?', [pk]))[0]?.[0];
  }

  async waiting(): Promise<number> {
    return Number((await this.api.db().read('SELECT COUNT(*) FROM mails', []))[0]?.[0]);
  }
}

const ADA = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  addressLine1: '12 St James’s Square',
  postcode: 'SW1Y 4JH',
  city: 'London',
  countryIso2: 'GB',
};

const TEXT = `Tea & Cups

Hello Ada,

Your order 100042 is on its way.

Mind the <b>dog</b>
and the cat.

See you <i>soon</i>.

Where it is:
UPS 1z 999 AA1 0123 4567 84
https://www.ups.com/track?tracknum=1Z999AA10123456784
Joe’s vans OWN1
OWN2
https://www.ups.com/track?n=1&m="2"

What is in it:
2 × Green tea <script>alert("1")</script> (TEA-1)
1 × Cup

Where it goes:
Ada Lovelace
12 St James’s Square
SW1Y 4JH London
United Kingdom
`;

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Your order 100042 is on its way</title>
</head>
<body>
<div>
<p>Tea &amp; Cups</p>
<p>Hello Ada,</p>
<p>Your order 100042 is on its way.</p>
<p>Mind the &lt;b&gt;dog&lt;/b&gt;<br />and the cat.</p><p>See you &lt;i&gt;soon&lt;/i&gt;.</p>
<h2>Where it is</h2>
<table role="presentation">
<tr>
<td>
UPS<br /><a href="https://www.ups.com/track?tracknum=1Z999AA10123456784">1z 999 AA1 0123 4567 84</a>
</td>
</tr><tr>
<td>
Joe’s vans<br />OWN1
</td>
</tr><tr>
<td>
OWN2
</td>
</tr><tr>
<td>
<a href="https://www.ups.com/track?n=1&amp;m=&quot;2&quot;">See where it is</a>
</td>
</tr>
</table>
<h2>What is in it</h2>
<table role="presentation">
<tr>
<td>2 ×</td>
<td>Green tea &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;<br /><span>TEA-1</span></td>
</tr><tr>
<td>1 ×</td>
<td>Cup</td>
</tr>
</table>
<h2>Where it goes</h2>
<p>Ada Lovelace<br />12 St James’s Square<br />SW1Y 4JH London<br />United Kingdom</p>
</div>
</body>
</html> `;

onEachApi(
  (api) => {
    let shop: Shop;
    beforeAll(async () => {
      shop = new Shop(api, await api.tenant(['Tea & Cups']));
    });
    afterEach(() => {
      postbox.answer = 250;
      api.setTime(undefined);
    });

    it('tells what is in the parcel, where it is and where it goes, in text and in HTML', async () => {
      const email = newAddress();
      const order = await shop.make('/orders', { orderNumber: '100042' });
      const item = async (productName: string, qty: number, productSku?: string): Promise<unknown> =>
        (await shop.make('/order_items', { order: order['@id'], productName, productSku, qty }))['@id'];
      const pk = await shop.shipment(
        {
          email,
          address: ADA,
          orders: [order['@id']],
          shipmentItems: [
            { orderItem: await item('Green tea <script>alert("1")</script>', 5, 'TEA-1'), qty: 2 },
            { orderItem: await item('Cup', 1), qty: 1 },
          ],
          trackingNumber: '1Z999AA10123456784',
          originCarrier: 'ups',
        },
        { writtenNumber: '1z 999 AA1 0123 4567 84', comments: 'Mind the <b>dog</b>\nand the cat.' },
      );
      await shop.shipment(
        { trackingNumber: 'OWN1' },
        { parentPk: pk, carrierTitle: 'Joe’s vans', trackingLink: 'https://joe.example/?n=1&m="2"' },
      );
      // no page is known, and a link that is no web address is none
      await shop.shipment({ trackingNumber: 'OWN2' }, { parentPk: pk, trackingLink: 'javascript:alert(1)' });
      await shop.shipment({}, { parentPk: pk, trackingLink: 'https://www.ups.com/track?n=1&m="2"' });
      // nor is one of the shop's own shown
      await shop.shipment({}, { parentPk: pk, trackingLink: 'https://joe.example/late' });

      const { subject, text, html } = await shop.mail(pk, email, 'See you <i>soon</i>.');
      expect(subject).toBe('Your order 100042 is on its way');
      expect(text).toBe(TEXT);
      expect(html).toMatch(/<td style="[^"]+">/);
      expect(plain(html)).toBe(HTML);
      expect(postbox.to(email)).toMatchObject([{ from: 'post@waybill.example', to: [email] }]);
    });

    it('greets nobody it does not know, and says nothing of what there is nothing of', async () => {
      const email = newAddress();
      const { subject, text } = await shop.mail(await shop.shipment({ email }), email);
      expect({ subject, text }).toEqual({
        subject: 'Your order is on its way',
        text: 'Tea & Cups\n\nHello,\n\nYour order is on its way.\n',
      });
    });

    it('names all orders, and numbers that no order has', async () => {
      const email = newAddress();
      const orders = [
        await shop.make('/orders', { orderNumber: 'a-1' }),
        await shop.make('/orders', { orderNumber: 'B-2' }),
      ];
      const both = await shop.shipment({ email, orders: orders.map((order) => order['@id'] as string) });
      expect((await shop.mail(both, email)).subject).toBe('Your orders a-1 and B-2 are on their way');
      const loose = await shop.shipment({ email, orderNumbers: ['c-1', 'c-2', 'c-3', 'c-4', 'c-5'] });
      const { subject, text } = await shop.mail(loose, email);
      expect(subject).toBe('Your orders C-1, C-2, C-3 and 2 more are on their way');
      expect(text).toContain('\nYour orders C-1, C-2, C-3, C-4 and C-5 are on their way.\n');
    });

    it('goes to the address of the first order when the shipment has none, and nowhere without any', async () => {
      const email = newAddress();
      const first = await shop.make('/orders', { orderNumber: '7', email });
      const second = await shop.make('/orders', { orderNumber: '8', email: newAddress() });
      const without = await shop.make('/orders', { orderNumber: '9' });
      const pk = await shop.shipment({ orders: [first['@id'], second['@id']] });
      expect((await shop.mail(pk, email)).subject).toBe('Your orders 7 and 8 are on their way');
      expect(await shop.queue(await shop.shipment({ orders: [without['@id']] }))).toBe(false);
      expect(await shop.queue(await shop.shipment({}))).toBe(false);
      expect(await shop.queue(999_999_999)).toBe(false);
      expect(await shop.waiting()).toBe(0);
    });

    it('has the time at which the mail server took it, and not before; the shipment has not changed', async () => {
      const now = Date.UTC(2030, 0, 2, 10);
      const email = newAddress();
      const pk = await shop.shipment({ email });
      const changed = await api.db().read('SELECT updatedAt FROM shipments WHERE pk = ?', [pk]);
      api.setTime(now);
      await shop.queue(pk);
      expect(await shop.sentAt(pk)).toBeNull();
      postbox.answer = 451;
      await sendMail(api);
      expect(await shop.sentAt(pk)).toBeNull();
      postbox.answer = 250;
      api.setTime(now + MINUTE);
      await sendMail(api);
      expect(await shop.sentAt(pk)).toBe(toStored(now + MINUTE));
      expect(await api.db().read('SELECT updatedAt FROM shipments WHERE pk = ?', [pk])).toEqual(changed);
      const tried = [...postbox.refused, ...postbox.received].filter(({ to }) => to.includes(email));
      const ids = tried.map(({ raw }) => partsOf(raw).messageId);
      expect(ids).toEqual([expect.stringMatching(/^<[\da-f-]{36}@waybill\.example>$/), ids[0]]);
    });

    it('is never sent when it is refused for good', async () => {
      const email = newAddress();
      const pk = await shop.shipment({ email });
      await shop.queue(pk);
      postbox.answer = 550;
      await sendMail(api);
      expect({ sentAt: await shop.sentAt(pk), waiting: await shop.waiting() }).toEqual({
        sentAt: null,
        waiting: 0,
      });
    });

    it('is not there when its unit of work is not', async () => {
      const email = newAddress();
      const pk = await shop.shipment({ email });
      const failing = api.db().transaction(async (transaction) => {
        expect(await api.provider(ShipmentEmails).queue(pk, {}, transaction)).toBe(true);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await sendMail(api);
      expect(postbox.to(email)).toEqual([]);
    });

    it('goes out though its shipment has been deleted meanwhile', async () => {
      const email = newAddress();
      const pk = await shop.shipment({ email });
      await shop.queue(pk);
      await shop.run('DELETE FROM shipments WHERE pk = ?', [pk]);
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(1);
      expect(await shop.waiting()).toBe(0);
    });

    it('goes out by itself once', async () => {
      const email = newAddress();
      const pk = await shop.shipment({ email });
      expect(await shop.queue(pk)).toBe(true);
      expect(await shop.queue(pk)).toBe(false);
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(1);
    });

    it('is sent once by two processes, each time it is asked for', async () => {
      const email = newAddress();
      const pk = await shop.shipment({ email });
      for (const comment of ['one', 'two', 'three']) await shop.queue(pk, comment, true);
      const other = await startServer(api.database.url(), { SMTP_URL: postbox.url(), WORKER: '0' });
      try {
        await Promise.all([sendMail(api), other.app.get(Mailer).send()]);
        // nobody waits for what another one sends
        for (let times = 0; (await shop.waiting()) > 0 && times < 50; times++)
          await new Promise((resolve) => setTimeout(resolve, 100));
      } finally {
        await other.app.close();
      }
      const comments = postbox.to(email).map(({ raw }) => partsOf(raw).text.split('\n\n').at(-1));
      expect(comments.sort()).toEqual(['one\n', 'three\n', 'two\n']);
      expect(await shop.sentAt(pk)).not.toBeNull();
    });

    it('of a parcel with very much in it tells a part, and counts the rest', async () => {
      const email = newAddress();
      const order = await shop.make('/orders', { orderNumber: 'full' });
      const shipmentItems: object[] = [];
      for (let count = 0; count < 103; count++) {
        const item = await shop.make('/order_items', {
          order: order['@id'],
          productName: `Cup ${count + 1}`,
          qty: 1,
        });
        shipmentItems.push({ orderItem: item['@id'], qty: 1 });
      }
      const pk = await shop.shipment({ email, orders: [order['@id']], shipmentItems });
      const { text } = await shop.mail(pk, email);
      expect(text.split('\n\n')[3]?.split('\n')).toEqual([
        'What is in it:',
        ...Array.from({ length: 100 }, (_, count) => `1 × Cup ${count + 1}`),
        'and 3 more products',
        '',
      ]);
    });
  },
  {
    SMTP_URL: postbox.url(),
    WORKER: '0',
    MAIL_FROM: 'Post office <post@waybill.example>',
    PUBLIC_URL: 'https://waybill.example',
  },
);

onEachApi(
  (api) => {
    it('without a mail server a developer finds its links in the log, and it has not been sent', async () => {
      const shop = new Shop(api, await api.tenant());
      expect(api.provider(ShipmentEmails).isOn).toBe(false);
      const email = newAddress();
      const pk = await shop.shipment({ email, address: ADA }, { trackingLink: 'https://www.ups.com/1' });
      const lines: unknown[] = [];
      const spy = jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => {
        lines.push(line);
      });
      try {
        expect(await shop.queue(pk)).toBe(true);
        await sendMail(api);
      } finally {
        spy.mockRestore();
      }
      expect(lines).toEqual([
        {
          msg: 'no SMTP_URL: mail is not sent',
          subject: 'Your order is on its way',
          links: ['https://www.ups.com/1'],
        },
      ]);
      expect({ sentAt: await shop.sentAt(pk), waiting: await shop.waiting() }).toEqual({
        sentAt: null,
        waiting: 0,
      });
    });
  },
  { WORKER: '0' },
);

onEachApi(
  (api) => {
    it('in production without a mail server no mail heaps up', async () => {
      const shop = new Shop(api, await api.tenant());
      const pk = await shop.shipment({ email: newAddress() });
      expect(api.provider(ShipmentEmails).isOn).toBe(false);
      expect(await shop.queue(pk)).toBe(false);
      expect(await shop.waiting()).toBe(0);
    });
  },
  { NODE_ENV: 'production', JWT_SECRET: randomBytes(32).toString('hex') },
);

describe('the mail about a parcel', () => {
  const told = <T>(...first: readonly T[]): { first: readonly T[]; count: number } => ({
    first,
    count: first.length,
  });
  const PARCEL: ShipmentEmailData = {
    email: 'ada@example.com',
    workspacePk: 1,
    shop: 'Tea & Cups',
    firstName: 'Ada',
    orderNumbers: told('100042'),
    items: told(),
    tracks: told(),
    address: [],
    comments: null,
  };

  it('has a subject of one line', () => {
    const { subject } = shipmentEmail('ada@example.com', {
      ...PARCEL,
      orderNumbers: told('1\r\nBcc: everybody@example.com'),
    });
    expect(subject).toBe('Your order 1 Bcc: everybody@example. com is on its way');
  });

  it('says the beginning of a long comment', () => {
    const { text } = shipmentEmail('ada@example.com', PARCEL, 'long '.repeat(10_000));
    expect(text.length).toBeGreaterThan(4000);
    expect(text.endsWith('long…\n') || text.endsWith('lon…\n')).toBe(true);
  });

  // some take six bytes in JSON or in HTML
  it.each(['\u0001', '"', '\u{1F600}', 'x'])('is short enough whatever it is made of: %j', (character) => {
    const line = character.repeat(255);
    const parcel: ShipmentEmailData = {
      email: line,
      workspacePk: 1,
      shop: line,
      firstName: line,
      orderNumbers: told(...Array.from({ length: 100 }, () => line)),
      items: { first: Array.from({ length: 100 }, () => ({ name: line, sku: line, qty: 1 })), count: 10_000 },
      tracks: told(
        ...Array.from({ length: 100 }, () => ({
          carrier: line,
          number: line,
          link: `https://x.example/?${'&'.repeat(480)}`,
        })),
      ),
      address: Array.from({ length: 7 }, () => line),
      comments: character.repeat(60_000),
    };
    const mail: Mail = shipmentEmail('ada@example.com', parcel, character.repeat(60_000));
    expect(isShortEnough(mail)).toBe(true);
    expect(JSON.stringify(mail)).not.toMatch(/\\ud[89a-f]/);
    expect(mail.text).toMatch(/ products\n/);
    expect(mail.text).toContain('https://x.example/?');
  });
});
