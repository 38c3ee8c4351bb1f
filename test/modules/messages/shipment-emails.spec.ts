import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { Mailer } from '../../../src/modules/mail/mailer.js';
import { MessageWorker } from '../../../src/modules/messages/sending/message-worker.js';
import { ShipmentEmails } from '../../../src/modules/messages/sending/shipment-emails.js';
import { newAddress, sendMail } from '../../support/accounts.js';
import { type Api, type Body, onEachApi, startServer, type TenantClient } from '../../support/api.js';
import { type Parts, partsOf, Postbox } from '../../support/postbox.js';

const postbox = new Postbox();
// the port has to be known before the servers start
await postbox.open();
afterAll(() => postbox.close());

const MINUTE = 60_000;
/** Three in the morning in Vienna. */
const NIGHT = Date.UTC(2030, 0, 2, 2);

const ADA = { firstName: 'Ada', addressLine1: 'Graben 1', postcode: '1010', city: 'Wien', countryIso2: 'AT' };

/** A shop that says itself when a parcel is on its way. */
class Shop {
  constructor(
    private readonly api: Api,
    readonly tenant: TenantClient,
  ) {}

  static async open(api: Api): Promise<Shop> {
    return new Shop(api, await api.tenant(['Tea & Cups']));
  }

  make(path: string, body: object): Promise<Body> {
    return this.tenant.make(path, { workspace: this.tenant.workspace, ...body });
  }

  page(): Promise<Body> {
    return this.make('/tracking_pages', {
      title: 'Tea & Cups',
      subdomain: `s${randomUUID().slice(0, 8)}`,
      branding: { accentColor: '#7a1f3d' },
    });
  }

  /** A shipment, with columns that no body of TrackMage's carries. @returns its key. */
  async shipment(body: object, columns: Readonly<Record<string, string | number>> = {}): Promise<number> {
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

  /** Asks for the message, sends it. @returns what came. */
  async mail(pk: number, to: string, comment?: string): Promise<Parts & { readonly raw: string }> {
    expect(await this.queue(pk, comment)).toBe(true);
    await sendMail(this.api);
    const raw = postbox.to(to).at(-1)?.raw ?? '';
    return { ...partsOf(raw), raw };
  }

  async sentAt(pk: number): Promise<unknown> {
    return (await this.api.db().read('SELECT emailSentAt FROM shipments WHERE pk = ?', [pk]))[0]?.[0];
  }

  /** The log of the workspace. */
  async messages(): Promise<Body[]> {
    const { body } = await this.tenant.get(`${this.tenant.workspace}/messages?order[createdAt]=asc`);
    return body['hydra:member'] as Body[];
  }
}

onEachApi(
  (api) => {
    afterEach(() => {
      postbox.answer = 250;
      api.setTime(undefined);
    });

    it("is the workspace's message, in the customer's language, with its branding and its page", async () => {
      const shop = await Shop.open(api);
      await shop.page();
      const email = newAddress();
      const order = await shop.make('/orders', { orderNumber: '100042' });
      const item = async (productName: string, qty: number): Promise<unknown> =>
        (await shop.make('/order_items', { order: order['@id'], productName, qty }))['@id'];
      const pk = await shop.shipment(
        {
          email,
          address: ADA,
          orders: [order['@id']],
          shipmentItems: [
            { orderItem: await item('Grüner Tee <script>alert("1")</script>', 5), qty: 2 },
            { orderItem: await item('Tasse', 1), qty: 1 },
          ],
          trackingNumber: '1Z999AA10123456784',
          originCarrier: 'ups',
        },
        { comments: 'Vorsicht, <b>Hund</b>.', trackingLink: 'https://evil.example/x' },
      );
      await shop.shipment({ trackingNumber: 'OWN1' }, { parentPk: pk, trackingLink: 'https://joe.example/' });
      const { raw, subject, text, html, messageId } = await shop.mail(pk, email, 'Bis <i>bald</i>.');
      expect(subject).toBe('Ihr Paket ist unterwegs – Bestellung 100042');
      for (const part of [
        'Hallo Ada,',
        'Vorsicht, <b>Hund</b>. Bis <i>bald</i>.',
        '1Z999AA10123456784, OWN1',
        'UPS',
        '2 × Grüner Tee <script>alert("1")</script>',
        '1 × Tasse',
      ])
        expect(text).toContain(part);
      expect(html).toContain('Bis &lt;i&gt;bald&lt;/i&gt;.');
      expect(html).toContain('#7a1f3d');
      // links lead to the page, where both parcels are, and to the end of messages
      const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link));
      expect(links.map(({ host, pathname }) => `${host}${pathname.replace(/\/[^/]*$/, '')}`)).toEqual([
        'waybill.example/public/tracking_page_links',
        'waybill.example/public/unsubscribe',
      ]);
      const page = await api.anonymous().get(links[0]?.pathname ?? '', { accept: 'text/html' });
      expect(page.body).toContain('OWN1');
      expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
      const [message, ...others] = await shop.messages();
      expect(others).toEqual([]);
      expect(message).toMatchObject({
        event: 'shipped',
        status: 'sent',
        recipient: email,
        language: 'de',
        subject,
      });
      expect(messageId).toBe(`<${message?.id}@waybill.example>`);
      expect(postbox.to(email)).toMatchObject([{ from: 'post@waybill.example', to: [email] }]);
    });

    it("is said in the workspace's own words, where it has some", async () => {
      const shop = await Shop.open(api);
      const email = newAddress();
      await shop.make('/message_templates', {
        event: 'shipped',
        language: 'de',
        subject: 'Los gehts: {{order_number}}',
        text: 'Servus {{first_name}}! {{comment}}',
      });
      const pk = await shop.shipment({ email, address: ADA, orderNumbers: ['B-1', 'B-2'] });
      expect(await shop.mail(pk, email, 'Bis bald.')).toMatchObject({
        subject: 'Los gehts: B-1, B-2',
        text: 'Servus Ada! Bis bald.\n',
      });
    });

    it('goes out at once: rules, quiet hours and the most of a day are not asked', async () => {
      api.setTime(NIGHT);
      const shop = await Shop.open(api);
      await shop.make('/message_settings', { maxPerDay: 1 });
      await shop.make('/message_rules', { event: 'shipped', enabled: false });
      const email = newAddress();
      for (const trackingNumber of [randomUUID(), randomUUID()])
        await shop.mail(await shop.shipment({ email, address: ADA, trackingNumber }), email);
      expect(postbox.to(email)).toHaveLength(2);
    });

    it('is the message of the event: a rule tells it no second time', async () => {
      const shop = await Shop.open(api);
      await shop.make('/message_settings', { quietFrom: null, quietTo: null });
      await shop.make('/message_rules', { event: 'shipped' });
      const email = newAddress();
      const trackingNumber = `WB${Date.now()}`;
      await shop.mail(await shop.shipment({ email, trackingNumber, originCarrier: 'gls' }), email);
      const operator = await api.operator();
      const checkpoints = [{ date: new Date().toISOString(), status: 'in_transit', info: 'Seen' }];
      await operator.post('/tracking_updates', [{ trackingNumber, checkpoints }]);
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(1);
    });

    it('goes to nobody who has ended messages, whoever asks', async () => {
      const shop = await Shop.open(api);
      const [early, late] = [newAddress(), newAddress()];
      await shop.make('/suppressions', { address: early });
      const pk = await shop.shipment({ email: early });
      expect([await shop.queue(pk), await shop.queue(pk, 'again', true)]).toEqual([false, false]);
      expect(await shop.queue(await shop.shipment({ email: late }))).toBe(true);
      await shop.make('/suppressions', { address: late });
      await sendMail(api);
      expect([...postbox.to(early), ...postbox.to(late)]).toEqual([]);
      expect(await shop.messages()).toMatchObject([{ status: 'skipped', reason: 'suppressed' }]);
    });

    it('goes to the address of the first order when the shipment has none, and nowhere without any', async () => {
      const shop = await Shop.open(api);
      const email = newAddress();
      const first = await shop.make('/orders', { orderNumber: '7', email });
      const second = await shop.make('/orders', { orderNumber: '8', email: newAddress() });
      const without = await shop.make('/orders', { orderNumber: '9' });
      const pk = await shop.shipment({ orders: [first['@id'], second['@id']] });
      expect((await shop.mail(pk, email)).subject).toContain('7, 8');
      expect(await shop.queue(await shop.shipment({ orders: [without['@id']] }))).toBe(false);
      expect(await shop.queue(await shop.shipment({}))).toBe(false);
      expect(await shop.queue(999_999_999)).toBe(false);
      expect(await shop.messages()).toHaveLength(1);
    });

    it('has the time at which the mail server took it, and not before; the shipment has not changed', async () => {
      const shop = await Shop.open(api);
      const email = newAddress();
      const pk = await shop.shipment({ email });
      const changed = await api.db().read('SELECT updatedAt FROM shipments WHERE pk = ?', [pk]);
      api.setTime(NIGHT);
      await shop.queue(pk);
      postbox.answer = 451;
      await sendMail(api);
      expect(await shop.sentAt(pk)).toBeNull();
      postbox.answer = 250;
      api.setTime(NIGHT + MINUTE);
      await sendMail(api);
      expect(await shop.sentAt(pk)).toBe(toStored(NIGHT + MINUTE));
      expect(await api.db().read('SELECT updatedAt FROM shipments WHERE pk = ?', [pk])).toEqual(changed);
      const tried = [...postbox.refused, ...postbox.received].filter(({ to }) => to.includes(email));
      const ids = tried.map(({ raw }) => partsOf(raw).messageId);
      expect(ids).toEqual([expect.stringMatching(/^<[\da-f-]{36}@waybill\.example>$/), ids[0]]);
    });

    it('that is refused for good is noted as failed, and the shipment has none', async () => {
      const shop = await Shop.open(api);
      const pk = await shop.shipment({ email: newAddress() });
      await shop.queue(pk);
      postbox.answer = 550;
      await sendMail(api);
      expect(await shop.sentAt(pk)).toBeNull();
      expect(await shop.messages()).toMatchObject([{ status: 'failed', reason: 'refused' }]);
    });

    it('is not there when its unit of work is not', async () => {
      const shop = await Shop.open(api);
      const pk = await shop.shipment({ email: newAddress() });
      const failing = api.db().transaction(async (transaction) => {
        expect(await api.provider(ShipmentEmails).queue(pk, {}, transaction)).toBe(true);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await shop.messages()).toEqual([]);
    });

    it('goes out though its shipment is deleted once it has been handed over', async () => {
      const shop = await Shop.open(api);
      const email = newAddress();
      const pk = await shop.shipment({ email });
      await shop.queue(pk);
      await api.provider(MessageWorker).work();
      await shop.run('DELETE FROM shipments WHERE pk = ?', [pk]);
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(1);
    });

    it('goes out by itself once, and by two processes once each time it is asked for', async () => {
      const shop = await Shop.open(api);
      const email = newAddress();
      const pk = await shop.shipment({ email });
      expect([await shop.queue(pk), await shop.queue(pk)]).toEqual([true, false]);
      for (const comment of ['one', 'two', 'three']) expect(await shop.queue(pk, comment, true)).toBe(true);
      const other = await startServer(api.database.url(), { SMTP_URL: postbox.url(), WORKER: '0' });
      const work = async ({ app }: Pick<typeof other, 'app'>): Promise<void> => {
        await app.get(MessageWorker).work();
        await app.get(Mailer).send();
      };
      try {
        await Promise.all([sendMail(api), work(other)]);
        // what the other one held then
        await sendMail(api);
      } finally {
        await other.app.close();
      }
      const comments = postbox
        .to(email)
        .map(({ raw }) => /\b(?:one|two|three)\b/.exec(partsOf(raw).text)?.[0]);
      expect(comments.sort()).toEqual(['one', 'three', 'two', undefined]);
      expect(await shop.sentAt(pk)).not.toBeNull();
    });

    it('of a parcel with very much in it tells a part', async () => {
      const shop = await Shop.open(api);
      const email = newAddress();
      const order = await shop.make('/orders', { orderNumber: 'full' });
      const shipmentItems: object[] = [];
      for (let count = 1; count <= 22; count++) {
        const item = await shop.make('/order_items', {
          order: order['@id'],
          productName: `Cup ${count}`,
          qty: 1,
        });
        shipmentItems.push({ orderItem: item['@id'], qty: 1 });
      }
      const pk = await shop.shipment({ email, orders: [order['@id']], shipmentItems });
      const { text } = await shop.mail(pk, email, 'x'.repeat(60_000));
      expect(text).toContain('1 × Cup 20\n+ 2\n');
      expect(text).toMatch(/\nx{900,}…\n/);
    });
  },
  {
    SMTP_URL: postbox.url(),
    WORKER: '0',
    MAIL_FROM: 'Post office <post@waybill.example>',
    PUBLIC_URL: 'https://waybill.example',
  },
);

describe('without a mail server', () => {
  onEachApi(
    (api) => {
      it('nothing is kept for later', async () => {
        const shop = await Shop.open(api);
        const pk = await shop.shipment({ email: newAddress() });
        expect(api.provider(ShipmentEmails).isOn).toBe(false);
        expect(await shop.queue(pk)).toBe(false);
        expect(await shop.messages()).toEqual([]);
      });
    },
    { NODE_ENV: 'production', JWT_SECRET: randomBytes(32).toString('hex') },
  );
});
