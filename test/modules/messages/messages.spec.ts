import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Mailer } from '../../../src/modules/mail/mailer.js';
import { Digests } from '../../../src/modules/messages/operators/digests.js';
import { MessageWorker } from '../../../src/modules/messages/sending/message-worker.js';
import { PredictionsService } from '../../../src/modules/predictions/predictions.service.js';
import { type Api, type Body, type Client, onEachApi, type TenantClient } from '../../support/api.js';
import { partsOf, Postbox } from '../../support/postbox.js';
import { eventually } from '../../support/receiver.js';

const postbox = new Postbox();
// the port has to be known before the servers start
await postbox.open();

interface Posted {
  readonly path: string;
  readonly authorization: string;
  readonly form: URLSearchParams;
  readonly body: string;
}

/** Stands in for a provider of text messages, and for Slack. */
class Provider {
  readonly posted: Posted[] = [];
  status = 201;
  private server: Server | undefined;
  url = '';

  async open(): Promise<void> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        this.posted.push({
          path: request.url ?? '',
          authorization: request.headers.authorization ?? '',
          form: new URLSearchParams(body),
          body,
        });
        response.writeHead(this.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ sid: 'SM0123456789' }));
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server?.close();
  }
}

const provider = new Provider();
await provider.open();
afterAll(async () => {
  provider.close();
  await postbox.close();
});

const SECRET = 'mail-events-0123456789abcdef-0123456789';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Tuesday, in the middle of the day in Europe. */
const NOON = Date.UTC(2026, 10, 24, 11);

const EVENT_OF_STATUS = {
  pre_transit: 'label_made',
  in_transit: 'shipped',
  delivery_in_progress: 'out_for_delivery',
  available_for_pickup: 'available_for_pickup',
  unsuccessful_delivery: 'failed_attempt',
  exception: 'exception',
  delivered: 'delivered',
  return_to_sender: 'returned',
} as const;

let counter = 0;

/** A workspace with its parcels. */
class Shop {
  private constructor(
    private readonly api: Api,
    private readonly operator: Client,
    readonly tenant: TenantClient,
  ) {}

  static async open(api: Api): Promise<Shop> {
    api.setTime(NOON);
    return new Shop(api, await api.operator(), await api.tenant(['Tea house']));
  }

  get workspace(): string {
    return this.tenant.workspace;
  }

  make(path: string, body: object): Promise<Body> {
    return this.tenant.make(path, { workspace: this.workspace, ...body });
  }

  rule(event: string, more: object = {}): Promise<Body> {
    return this.make('/message_rules', { event, ...more });
  }

  page(more: object = {}): Promise<Body> {
    return this.make('/tracking_pages', {
      title: 'Tea & Cups',
      subdomain: `s${randomUUID().slice(0, 8)}`,
      ...more,
    });
  }

  async parcel(more: object = {}): Promise<Body> {
    const number = `WB${Date.now()}${++counter}`;
    return this.make('/shipments', {
      trackingNumber: number,
      originCarrier: 'gls',
      email: `ada-${randomUUID().slice(0, 8)}@example.com`,
      phoneNumber: `+4366400${String(100_000 + counter)}`,
      orderNumbers: [`O-${counter}`],
      address: { firstName: 'Ada', city: 'Wien', countryIso2: 'AT', postcode: '1010' },
      ...more,
    });
  }

  /** A carrier reports a status. */
  async report(parcel: Body, status: string, at = this.now, more: object = {}): Promise<void> {
    const update = {
      trackingNumber: parcel.trackingNumber,
      checkpoints: [{ date: new Date(at).toISOString(), status, info: 'Seen', location: 'Wien' }],
      ...more,
    };
    const { status: code, body } = await this.operator.post('/tracking_updates', [update]);
    expect([code, body.accepted]).toEqual([200, 1]);
  }

  /** Carriers report of several parcels at once. */
  async reports(updates: readonly object[]): Promise<void> {
    const { body } = await this.operator.post('/tracking_updates', updates);
    expect(body.accepted).toBe(updates.length);
  }

  /** Says of each parcel that has changed when it will come. */
  async predict(): Promise<void> {
    const predictions = this.api.provider(PredictionsService);
    await eventually('everything is predicted', async () => {
      await predictions.fold();
      const [row] = await this.api.db().read('SELECT COUNT(*) FROM prediction_queue', []);
      return Number(row?.[0]) === 0;
    });
  }

  now = NOON;

  /** Sets the time, has everything looked at, and sends what is due. */
  async work(now = this.now): Promise<void> {
    this.now = now;
    this.api.setTime(now);
    await this.api.provider(MessageWorker).work();
    await this.api.provider(Mailer).send();
  }

  async messages(parcel: Body): Promise<Body[]> {
    return (await this.tenant.get(`${parcel['@id']}/messages`)).body['hydra:member'] as Body[];
  }
}

const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: *(.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replace(/\r\n\s+/g, ' ') ?? '';

const mailsTo = (parcel: Body): string[] => postbox.to(parcel.email as string).map(({ raw }) => raw);

onEachApi(
  (api) => {
    beforeEach(() => {
      provider.posted.length = 0;
      provider.status = 201;
    });

    describe('messages', () => {
      it.each(Object.entries(EVENT_OF_STATUS))('status %s sends one e-mail of %s', async (status, event) => {
        const shop = await Shop.open(api);
        await shop.page();
        await shop.rule(event);
        const parcel = await shop.parcel({
          address: { firstName: 'Ada', city: 'London', countryIso2: 'GB' },
        });
        await shop.report(parcel, status);
        await shop.work();
        await shop.work(NOON + MINUTE);
        const [raw = '', ...others] = mailsTo(parcel);
        expect(others).toEqual([]);
        const { text, html, messageId } = partsOf(raw);
        expect(text).toContain('Hello Ada,');
        expect(text).toMatch(/https:\/\/waybill\.example\/public\/tracking_page_links\/[\w-]+/);
        expect(html).toContain('Tea &amp; Cups');
        expect(html).not.toMatch(/\{\{|gls-group|https?:\/\/(?!waybill\.example|www\.w3\.org)/);
        const [message] = await shop.messages(parcel);
        expect(message).toMatchObject({
          event,
          channel: 'email',
          status: 'sent',
          recipient: parcel.email,
          language: 'en',
        });
        expect(messageId).toBe(`<${message.id}@waybill.example>`);
      });

      it('nobody is told anything where there is no rule, or the rule is off', async () => {
        const shop = await Shop.open(api);
        await shop.rule('shipped', { enabled: false });
        const parcel = await shop.parcel();
        await shop.report(parcel, 'in_transit');
        await shop.work();
        expect(mailsTo(parcel)).toEqual([]);
        expect(await shop.messages(parcel)).toEqual([]);
      });

      it('a parcel that moves on tells each event once, in the language of its country', async () => {
        const shop = await Shop.open(api);
        await shop.page();
        for (const event of ['shipped', 'delivered']) await shop.rule(event);
        const parcel = await shop.parcel();
        await shop.report(parcel, 'in_transit');
        await shop.work();
        await shop.report(parcel, 'exception', NOON + MINUTE);
        await shop.report(parcel, 'in_transit', NOON + 2 * MINUTE);
        await shop.work(NOON + HOUR);
        await shop.report(parcel, 'delivered', NOON + HOUR);
        await shop.work(NOON + 2 * HOUR);
        const subjects = mailsTo(parcel).map((raw) => partsOf(raw).text);
        expect(subjects).toHaveLength(2);
        expect(subjects[0]).toContain('Ihr Paket ist unterwegs');
        expect(subjects[1]).toContain('Ihr Paket ist da');
      });

      it('the day that a carrier changes is told', async () => {
        const shop = await Shop.open(api);
        await shop.rule('delivery_day_changed');
        const parcel = await shop.parcel({ address: { city: 'London', countryIso2: 'GB' } });
        await shop.report(parcel, 'in_transit', NOON, { expectedDeliveryDate: '2026-11-26' });
        await shop.work();
        expect(mailsTo(parcel)).toEqual([]);
        await shop.report(parcel, 'in_transit', NOON + MINUTE, { expectedDeliveryDate: '2026-11-27' });
        await shop.work(NOON + HOUR);
        expect(partsOf(mailsTo(parcel)[0] ?? '').text).toContain('Friday, November 27');
      });

      it('a parcel that will probably come after the carrier’s date is told as late, once', async () => {
        const shop = await Shop.open(api);
        await shop.page();
        await shop.rule('late');
        const address = { firstName: 'Ada', city: 'London', countryIso2: 'GB', postcode: 'SW1Y 4JH' };
        // parcels of this shop take three to five days
        const known = await Promise.all(Array.from({ length: 12 }, () => shop.parcel({ address })));
        const past = known.map(({ trackingNumber }, index) => {
          const day = (after: number): string => new Date(NOON - (20 - after) * DAY).toISOString();
          return {
            trackingNumber,
            checkpoints: [
              { date: day(0), status: 'in_transit', info: 'Accepted', location: 'Leeds' },
              { date: day(3 + (index % 3)), status: 'delivered', info: 'Delivered', location: 'London' },
            ],
          };
        });
        await shop.reports(past);
        const [late, inTime] = [await shop.parcel({ address }), await shop.parcel({ address })];
        await shop.report(late, 'in_transit', NOON, { expectedDeliveryDate: '2026-11-25' });
        await shop.report(inTime, 'in_transit', NOON, { expectedDeliveryDate: '2026-12-04' });
        await shop.predict();
        await shop.work();
        await shop.report(late, 'in_transit', NOON + MINUTE);
        await shop.predict();
        await shop.work(NOON + 2 * MINUTE);
        const [raw = '', ...others] = mailsTo(late);
        expect(others).toEqual([]);
        const { text } = partsOf(raw);
        expect(text).toContain('Your parcel will probably be late');
        // the carrier's day is not repeated: it will be missed
        expect(text).toMatch(/Expected delivery: \w+day, November 2[7-9]/);
        expect(mailsTo(inTime)).toEqual([]);
        expect(await shop.messages(late)).toEqual([
          expect.objectContaining({ event: 'late', status: 'sent' }),
        ]);
      });

      it('a request for a review goes out days after the delivery, and not when there is one', async () => {
        const shop = await Shop.open(api);
        await shop.page();
        await shop.rule('review_request', { delayMinutes: 3 * 24 * 60 });
        const parcel = await shop.parcel();
        await shop.report(parcel, 'delivered');
        await shop.work();
        expect(mailsTo(parcel)).toEqual([]);
        expect(await shop.messages(parcel)).toEqual([expect.objectContaining({ status: 'waiting' })]);
        await shop.work(NOON + 3 * DAY + MINUTE);
        expect(partsOf(mailsTo(parcel)[0] ?? '').html).toContain('#review');
      });

      it('an import of old parcels tells nobody', async () => {
        const shop = await Shop.open(api);
        for (const event of ['shipped', 'delivered', 'review_request', 'delivery_day_changed'])
          await shop.rule(event);
        const parcel = await shop.parcel();
        await shop.report(parcel, 'in_transit', NOON - 400 * DAY, { expectedDeliveryDate: '2025-10-24' });
        await shop.report(parcel, 'delivered', NOON - 390 * DAY);
        const other = await shop.parcel();
        await shop.report(other, 'in_transit', NOON - 3 * DAY);
        await shop.work();
        await shop.work(NOON + 8 * DAY);
        expect([...mailsTo(parcel), ...mailsTo(other)]).toEqual([]);
        expect(await shop.messages(parcel)).toEqual([]);
        expect(await shop.messages(other)).toEqual([
          expect.objectContaining({ status: 'skipped', reason: 'too_old' }),
        ]);
      });

      it('quiet hours are those of the recipient', async () => {
        const shop = await Shop.open(api);
        await shop.make('/message_settings', { quietFrom: '20:00', quietTo: '08:00' });
        await shop.rule('shipped');
        const vienna = await shop.parcel();
        const tokyo = await shop.parcel({ address: { firstName: 'Ken', city: 'Tokyo', countryIso2: 'JP' } });
        for (const parcel of [vienna, tokyo]) await shop.report(parcel, 'in_transit');
        // 12:00 in Vienna, 20:00 in Tokyo
        await shop.work();
        expect([mailsTo(vienna).length, mailsTo(tokyo).length]).toEqual([1, 0]);
        await shop.work(Date.UTC(2026, 10, 24, 22, 59));
        expect(mailsTo(tokyo)).toEqual([]);
        await shop.work(Date.UTC(2026, 10, 24, 23, 1));
        expect(mailsTo(tokyo)).toHaveLength(1);
      });

      it('a recipient gets so many messages a day at most', async () => {
        const shop = await Shop.open(api);
        await shop.make('/message_settings', { maxPerDay: 2 });
        await shop.rule('shipped');
        const email = `many-${randomUUID()}@example.com`;
        const parcels = [];
        for (let count = 0; count < 4; count++)
          parcels.push(
            await shop.parcel({
              email: count % 2 ? email : email.toUpperCase().replace('@EXAMPLE.COM', '@example.com'),
            }),
          );
        for (const parcel of parcels) await shop.report(parcel, 'in_transit');
        await shop.work();
        const messages = (await Promise.all(parcels.map((parcel) => shop.messages(parcel)))).flat();
        expect(messages.map(({ status }) => status as string).sort()).toEqual([
          'sent',
          'sent',
          'skipped',
          'skipped',
        ]);
        expect(messages.filter(({ reason }) => reason === 'too_many')).toHaveLength(2);
        await shop.work(NOON + DAY);
        const next = await shop.parcel({ email });
        await shop.report(next, 'in_transit');
        await shop.work(NOON + DAY + HOUR);
        expect(await shop.messages(next)).toEqual([expect.objectContaining({ status: 'sent' })]);
      });

      it('what is no longer so when it is due is not told', async () => {
        const shop = await Shop.open(api);
        await shop.rule('out_for_delivery', { delayMinutes: 60 });
        const parcel = await shop.parcel();
        await shop.report(parcel, 'delivery_in_progress');
        await shop.work();
        await shop.report(parcel, 'delivered', NOON + MINUTE);
        await shop.work(NOON + 2 * HOUR);
        expect(mailsTo(parcel)).toEqual([]);
        expect(await shop.messages(parcel)).toEqual([
          expect.objectContaining({ status: 'skipped', reason: 'outdated' }),
        ]);
      });

      it('a sender has a name and an address for answers, and names cannot make headers', async () => {
        const shop = await Shop.open(api);
        await shop.make('/message_settings', {
          senderName: 'Tee & Tassen, Österreich',
          replyTo: 'help@example.com',
        });
        await shop.rule('shipped');
        const parcel = await shop.parcel({
          address: { firstName: 'Ada\r\nBcc: eve@example.com', city: 'London', countryIso2: 'GB' },
        });
        await shop.report(parcel, 'in_transit');
        await shop.work();
        const [raw = ''] = mailsTo(parcel);
        expect(header(raw, 'From')).toMatch(/<post@waybill\.example>$/);
        expect(header(raw, 'Reply-To')).toBe('help@example.com');
        expect(header(raw, 'Bcc')).toBe('');
        expect(postbox.to('eve@example.com')).toEqual([]);
        for (const senderName of ['a\r\nBcc: eve@example.com', 'a <eve@example.com>', '"a"'])
          expect(
            (
              await shop.tenant.put(
                `${(await shop.tenant.get(`${shop.workspace}/message_settings`)).body['hydra:member'][0]['@id']}`,
                { senderName },
              )
            ).status,
          ).toBe(400);
      });

      it('a recipient ends messages with one click, and stays unsubscribed', async () => {
        const shop = await Shop.open(api);
        await shop.rule('shipped');
        await shop.rule('delivered');
        const parcel = await shop.parcel();
        await shop.report(parcel, 'in_transit');
        await shop.work();
        const [raw = ''] = mailsTo(parcel);
        expect(header(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
        const link = header(raw, 'List-Unsubscribe').replace(/[<>\s]/g, '');
        expect(link).toMatch(/^https:\/\/waybill\.example\/public\/unsubscribe\/[\w.-]+$/);
        const path = new URL(link).pathname;
        const page = await api.anonymous().get(path, { accept: 'text/html', 'accept-language': 'de' });
        expect([page.status, page.body]).toEqual([200, expect.stringContaining('Abbestellen')]);
        expect((await shop.tenant.get(`${shop.workspace}/suppressions`)).body['hydra:totalItems']).toBe(0);
        const clicked = await api.anonymous().send('POST', path, {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'List-Unsubscribe=One-Click',
        });
        expect(clicked.status).toBe(200);
        await api.anonymous().send('POST', path);
        const { body } = await shop.tenant.get(`${shop.workspace}/suppressions`);
        expect(body['hydra:member']).toEqual([
          expect.objectContaining({ address: parcel.email, reason: 'unsubscribed', channel: 'email' }),
        ]);
        await shop.report(parcel, 'delivered', NOON + MINUTE);
        await shop.work(NOON + HOUR);
        expect(mailsTo(parcel)).toHaveLength(1);
        expect((await shop.messages(parcel)).map(({ reason }) => reason as string)).toContain('suppressed');
        expect((await api.anonymous().get(`${path.slice(0, -9)}aaaaaaaaa`)).status).toBe(404);
        expect((await api.anonymous().send('POST', `${path.slice(0, -9)}aaaaaaaaa`)).status).toBe(404);
      });

      const bounces: [string, (address: string, id: string) => unknown][] = [
        [
          'SES by SNS',
          (address, id) => ({
            Type: 'Notification',
            Message: JSON.stringify({
              notificationType: 'Bounce',
              bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: address }] },
              mail: { headers: [{ name: 'Message-ID', value: id }] },
            }),
          }),
        ],
        ['Postmark', (address) => ({ RecordType: 'Bounce', Type: 'HardBounce', Email: address })],
        ['SendGrid', (address, id) => [{ event: 'bounce', type: 'bounce', email: address, 'smtp-id': id }]],
        [
          'Mailgun',
          (address, id) => ({
            'event-data': {
              event: 'failed',
              severity: 'permanent',
              recipient: address,
              message: { headers: { 'message-id': id } },
            },
          }),
        ],
        ['a program of its own', (address, messageId) => ({ type: 'bounced', address, messageId })],
      ];
      it.each(bounces)('a mail that comes back by %s is the last one', async (_, told) => {
        const shop = await Shop.open(api);
        await shop.rule('shipped');
        const parcel = await shop.parcel();
        await shop.report(parcel, 'in_transit');
        await shop.work();
        const { messageId } = partsOf(mailsTo(parcel)[0] ?? '');
        const body = JSON.stringify(told(String(parcel.email).toUpperCase(), messageId));
        const post = (secret: string): Promise<Body> =>
          api.anonymous().send('POST', `/public/mail_events/${secret}`, {
            headers: { 'content-type': 'text/plain; charset=UTF-8' },
            body,
          });
        expect((await post('wrong')).status).toBe(404);
        expect((await post(SECRET)).body).toMatchObject({ messages: 1 });
        expect(await shop.messages(parcel)).toEqual([
          expect.objectContaining({ status: 'bounced', reason: 'bounced' }),
        ]);
        expect(
          (await shop.tenant.get(`${shop.workspace}/suppressions?reason=bounced`)).body['hydra:totalItems'],
        ).toBe(1);
      });

      it('a bounce that may pass suppresses nobody', async () => {
        const { body } = await api.anonymous().post(`/public/mail_events/${SECRET}`, {
          RecordType: 'Bounce',
          Type: 'SoftBounce',
          Email: 'x@example.com',
        });
        expect(body).toMatchObject({ messages: 0 });
      });

      it('a mail that the server refuses is noted', async () => {
        const shop = await Shop.open(api);
        await shop.rule('shipped');
        const parcel = await shop.parcel();
        await shop.report(parcel, 'in_transit');
        postbox.answer = 550;
        await shop.work();
        postbox.answer = 250;
        expect(await shop.messages(parcel)).toEqual([
          expect.objectContaining({ status: 'failed', reason: 'refused' }),
        ]);
      });

      it('text messages go to a provider with the API of Twilio', async () => {
        const shop = await Shop.open(api);
        await shop.page();
        await shop.rule('shipped', { channel: 'sms' });
        const parcel = await shop.parcel();
        const nameless = await shop.parcel({ phoneNumber: '0664 123' });
        for (const each of [parcel, nameless]) await shop.report(each, 'in_transit');
        provider.status = 503;
        await shop.work();
        expect(provider.posted).toHaveLength(1);
        provider.status = 201;
        await shop.work(NOON + MINUTE);
        await shop.work(NOON + HOUR);
        expect(provider.posted).toHaveLength(2);
        const [, posted] = provider.posted;
        expect(posted?.path).toBe('/2010-04-01/Accounts/AC123/Messages.json');
        expect(posted?.authorization).toBe(`Basic ${Buffer.from('AC123:token').toString('base64')}`);
        expect([...(posted?.form ?? [])]).toEqual([
          ['To', parcel.phoneNumber],
          ['From', '+15005550006'],
          [
            'Body',
            expect.stringMatching(/^Tea & Cups: Ihr Paket ist unterwegs\. https:\/\/waybill\.example\/\S+$/),
          ],
        ]);
        expect(await shop.messages(parcel)).toEqual([
          expect.objectContaining({ channel: 'sms', status: 'sent' }),
        ]);
        expect(await shop.messages(nameless)).toEqual([
          expect.objectContaining({ status: 'skipped', reason: 'no_address' }),
        ]);
      });

      it('a text message whose outcome nobody knows is not sent again', async () => {
        const shop = await Shop.open(api);
        await shop.rule('shipped', { channel: 'sms' });
        const parcel = await shop.parcel();
        await shop.report(parcel, 'in_transit');
        provider.status = 503;
        await shop.work();
        await api
          .db()
          .transaction((transaction) =>
            transaction.run(
              "UPDATE messages SET providerId = '-' WHERE channel = 'sms' AND status = 'queued'",
            ),
          );
        provider.status = 201;
        await shop.work(NOON + HOUR);
        expect(provider.posted).toHaveLength(1);
        expect(await shop.messages(parcel)).toEqual([
          expect.objectContaining({ status: 'failed', reason: 'unknown_outcome' }),
        ]);
      });

      it('a team is told in Slack of what it may have to act on', async () => {
        const shop = await Shop.open(api);
        await shop.make('/message_settings', { slackUrl: `${provider.url}/services/T/B/x` });
        const parcel = await shop.parcel({
          address: { firstName: 'Ada', city: 'W<i>en', countryIso2: 'AT' },
        });
        await shop.report(parcel, 'in_transit');
        await shop.report(parcel, 'exception', NOON + 1000);
        await shop.work();
        expect(provider.posted.map(({ path }) => path)).toEqual(['/services/T/B/x']);
        const { text } = JSON.parse(provider.posted[0]?.body ?? '{}') as { text: string };
        expect(text).toContain('*Exception*');
        expect(text).toContain('W&lt;i&gt;en');
        expect(text).not.toContain('Ada');
        expect(await shop.messages(parcel)).toEqual([
          expect.objectContaining({ channel: 'slack', event: 'exception', status: 'sent' }),
        ]);
        const { body } = await shop.tenant.get(`${shop.workspace}/message_settings`);
        expect(body['hydra:member'][0].slackUrl).toBe('********');
        const inside = await shop.tenant.put(body['hydra:member'][0]['@id'], {
          slackUrl: 'http://169.254.169.254/x',
        });
        expect([inside.status, JSON.stringify(inside.body)]).toEqual([
          400,
          expect.stringContaining('slackUrl'),
        ]);
      });
    });

    describe('a digest', () => {
      it('tells members once a day what needs somebody, and nobody else', async () => {
        const shop = await Shop.open(api);
        const [row] = await api.db().read('SELECT email FROM users WHERE id = ?', [shop.tenant.userId]);
        const email = row?.[0] as string;
        const body = { workspace: shop.workspace, digestTime: '07:00', timeZone: 'Europe/Vienna' };
        const stranger = await shop.tenant.post('/message_settings', {
          ...body,
          digestEmails: ['eve@example.com'],
        });
        expect([stranger.status, JSON.stringify(stranger.body)]).toEqual([
          400,
          expect.stringContaining('digestEmails[0]'),
        ]);
        await shop.make('/message_settings', { ...body, digestEmails: [email] });
        const parcel = await shop.parcel();
        await shop.report(parcel, 'exception');
        const digests = api.provider(Digests);
        await digests.send();
        await shop.work(NOON + HOUR);
        expect(postbox.to(email)).toEqual([]);
        for (const at of [Date.UTC(2026, 10, 25, 6, 1), Date.UTC(2026, 10, 25, 9)]) {
          api.setTime(at);
          await digests.send();
          await shop.work(at);
        }
        const [mail, ...others] = postbox.to(email);
        expect(others).toEqual([]);
        expect(partsOf(mail?.raw ?? '').text).toContain(
          `1 held up, or not delivered: ${parcel.trackingNumber}`,
        );
      });
    });

    describe('templates', () => {
      const MJML =
        '<mjml><mj-body><mj-section><mj-column><mj-text>Servus {{first_name}}</mj-text></mj-column></mj-section></mj-body></mjml>';

      it('of a workspace are what its customers read', async () => {
        const shop = await Shop.open(api);
        await shop.rule('shipped');
        await shop.make('/message_templates', {
          event: 'shipped',
          language: 'de',
          subject: 'Los: {{order_number}}',
          mjml: MJML,
          text: 'Servus {{first_name}}',
        });
        const parcel = await shop.parcel({
          address: { firstName: '<b>Ada</b>', city: 'Wien', countryIso2: 'AT' },
        });
        await shop.report(parcel, 'in_transit');
        await shop.work();
        const { subject, html, text } = partsOf(mailsTo(parcel)[0] ?? '');
        expect(subject).toBe(`Los: ${parcel.orderNumbers[0]}`);
        expect(html).toContain('Servus &lt;b&gt;Ada&lt;/b&gt;');
        expect(text).toBe('Servus <b>Ada</b>\n');
      });

      it.each([
        [{ text: '{{nobody}}' }, 'text', 'There is no variable \\"nobody\\".'],
        [{ subject: 'a {{#shop}}' }, 'subject', 'is not ended'],
        [{ subject: 'a\nBcc: x@example.com' }, 'subject', 'It is one line.'],
        [
          { mjml: '<mjml><mj-body><mj-raw><script>1</script></mj-raw></mj-body></mjml>' },
          'mjml',
          'may not be used',
        ],
        [{ text: ' ' }, 'text', 'should not be blank'],
        [{ text: 'look at https://evil.example' }, 'text', 'There is an address in it'],
      ])('with %j are refused when they are saved', async (wrong, part, sentence) => {
        const shop = await Shop.open(api);
        const body = {
          workspace: shop.workspace,
          event: 'shipped',
          subject: 'a',
          mjml: MJML,
          text: 'a',
          ...wrong,
        };
        const answer = await shop.tenant.post('/message_templates', body);
        expect(answer.status).toBe(400);
        expect(JSON.stringify(answer.body)).toContain(sentence);
        expect(answer.body.violations.map(({ propertyPath }: Body) => propertyPath as string)).toEqual([
          part,
        ]);
      });

      it('can be looked at with a real parcel before they are saved, and by nobody else', async () => {
        const shop = await Shop.open(api);
        const parcel = await shop.parcel();
        const usual = await shop.tenant.post('/message_previews', {
          shipment: parcel['@id'],
          event: 'delivered',
        });
        expect(usual.status).toBe(200);
        expect(usual.body).toMatchObject({
          language: 'de',
          subject: expect.stringContaining('Ihr Paket ist da'),
        });
        expect(usual.body.html).toContain('<html lang="de" dir="ltr"');
        expect(usual.body.template.mjml).toContain('<mjml>');
        const own = await shop.tenant.post('/message_previews', {
          shipment: parcel.id,
          event: 'delivered',
          language: 'ar',
          subject: 'x',
          mjml: MJML,
          text: 'Hi {{first_name}}',
        });
        expect(own.body).toMatchObject({
          subject: 'x',
          text: 'Hi Ada\n',
          html: expect.stringContaining('dir="rtl"'),
        });
        const wrong = await shop.tenant.post('/message_previews', {
          shipment: parcel.id,
          event: 'delivered',
          text: '{{x}}',
        });
        expect(wrong.status).toBe(400);
        const stranger = await api.tenant();
        expect(
          (await stranger.post('/message_previews', { shipment: parcel.id, event: 'delivered' })).status,
        ).toBe(404);
      });

      it('are tried by an e-mail to whoever asks, and to nobody else', async () => {
        const shop = await Shop.open(api);
        await shop.make('/message_settings', { senderName: 'Ada’s tea', replyTo: 'help@tea.example' });
        const parcel = await shop.parcel();
        const { status, body } = await shop.tenant.post('/message_tests', {
          shipment: parcel['@id'],
          event: 'shipped',
          recipient: 'eve@example.com',
        });
        expect([status, body.recipient]).toEqual([200, expect.stringMatching(/^user-/)]);
        await shop.work();
        const [mail, ...others] = postbox.to(body.recipient as string);
        expect(others).toEqual([]);
        // it looks as customers would see it
        expect(header(mail?.raw ?? '', 'Reply-To')).toBe('help@tea.example');
        expect(header(mail?.raw ?? '', 'From')).toContain('post@waybill.example');
        expect(postbox.to('eve@example.com')).toEqual([]);
        expect(mailsTo(parcel)).toEqual([]);
      });
    });
  },
  {
    PUBLIC_URL: 'https://waybill.example',
    SMTP_URL: postbox.url(),
    MAIL_FROM: 'Post office <post@waybill.example>',
    MAIL_EVENTS_SECRET: SECRET,
    SMS_URL: provider.url,
    SMS_ACCOUNT: 'AC123',
    SMS_TOKEN: 'token',
    SMS_FROM: '+15005550006',
    WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
    WORKER: '0',
    TOKEN_TTL: '2592000',
  },
);
