import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendMail } from '../../support/accounts.js';
import { onEachApi, type Answer, type Body } from '../../support/api.js';
import { jsonClient, shop, type Shop, unique } from '../../support/api2.js';
import { partsOf, Postbox } from '../../support/postbox.js';

const EMAIL = '/api2/shipment/email';

const told = ({ status, body }: Answer): unknown => [status, body];

const shipmentOf = async (shop: Shop, order: object, more: object = {}): Promise<Body> => {
  const { pk } = await shop.order(order, { qty: 1 });
  const { body } = await shop.store.post('/api2/shipment/create', { order_id: pk, ...more });
  return body.shipment;
};

describe('without a mail server', () => {
  onEachApi((api) => {
    it('no e-mail is sent again', async () => {
      const ours = await shop(api);
      const { entity_id } = await shipmentOf(ours, { email: 'ada@example.com' });
      for (const shipment_id of [entity_id, 0])
        expect(told(await ours.store.post(EMAIL, { shipment_id }))).toEqual([
          400,
          { error: 'E-mail is not configured' },
        ]);
    });
  });
});

const postbox = new Postbox();
// the port has to be known before the servers start
await postbox.open();
afterAll(() => postbox.close());

onEachApi(
  (api) => {
    let ours: Shop;
    beforeAll(async () => {
      ours = await shop(api);
    });
    const address = (): string => `${unique('ada')}-${Date.now()}@example.com`;

    it('is not sent to one address without end, and shipments are made all the same', async () => {
      const email = address();
      const made: Body[] = [];
      for (let times = 0; times < 22; times++)
        made.push(
          await shipmentOf(ours, { email }, { send_email: true, tracking_link: 'https://evil.example' }),
        );
      expect(made.every(({ entity_id }) => entity_id > 0)).toBe(true);
      const answer = await ours.store.post(EMAIL, { shipment_id: made[21].entity_id });
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(20);
      expect(postbox.to(email)[0]?.raw).not.toContain('evil.example');
      const other = await shop(api);
      const { entity_id } = await shipmentOf(other, { email });
      expect((await other.store.post(EMAIL, { shipment_id: entity_id })).status).toBe(200);
    });

    it('goes out for each of the names of a shipment, with the comment', async () => {
      const email = address();
      const number = unique('MAILED');
      const shipment = await shipmentOf(ours, { email }, { track_number: number });
      const { entity_id, increment_id } = shipment;
      const names = [{ shipment_id: entity_id }, { id: entity_id }, { increment_id }];
      for (const [at, each] of names.entries())
        expect(told(await ours.store.post(EMAIL, { ...each, comment: `Comment ${at}` }))).toEqual([
          200,
          { shipment },
        ]);
      await sendMail(api);
      const texts = postbox.to(email).map(({ raw }) => partsOf(raw).text);
      expect(texts.map((text) => text.includes(number))).toEqual([true, true, true]);
      expect(texts.map((text) => /Comment \d/.exec(text)?.[0]).sort()).toEqual([
        'Comment 0',
        'Comment 1',
        'Comment 2',
      ]);
      const { body } = await ours.store.get(`/api2/shipment?id=${entity_id}`);
      expect(body).toEqual({ shipment: { ...shipment, email_sent: 1 } });
    });

    it.each<[unknown, number]>([
      [true, 1],
      [1, 1],
      ['1', 1],
      [false, 0],
      ['0', 0],
      [null, 0],
    ])('goes out on create where send_email is %j', async (send_email, expected) => {
      const email = address();
      await shipmentOf(ours, { email }, { send_email });
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(expected);
    });

    it('does not go out when the shipment is not made', async () => {
      const email = address();
      const { pk } = await ours.order({ email }, { qty: 1 });
      const track_number = unique('TAKEN');
      // a shipment of no order shares its number with nobody
      await ours.tenant.make('/shipments', {
        workspace: ours.tenant.workspace,
        trackingNumber: track_number,
      });
      const body = { order_id: pk, send_email: true, track_number };
      expect((await ours.store.post('/api2/shipment/create', body)).status).toBe(409);
      await sendMail(api);
      expect(postbox.to(email)).toEqual([]);
    });

    it('needs an address; a shipment is made without one', async () => {
      const { entity_id, email_sent } = await shipmentOf(ours, {}, { send_email: true });
      expect(email_sent).toBe(0);
      expect(told(await ours.store.post(EMAIL, { shipment_id: entity_id }))).toEqual([
        400,
        { error: 'The shipment has no e-mail address' },
      ]);
    });

    it.each<[object, number, string]>([
      [{}, 400, 'Invalid shipment_id'],
      [{ order_id: 1 }, 400, 'Invalid shipment_id'],
      [{ shipment_id: [] }, 400, 'Invalid shipment_id'],
      [{ shipment_id: 'x' }, 404, 'Shipment not found'],
      [{ increment_id: '100000000' }, 404, 'Shipment not found'],
      [{ shipment_id: 1, comment: {} }, 400, 'Invalid comment'],
    ])('%j is refused', async (body, status, error) => {
      expect(told(await ours.store.post(EMAIL, body))).toEqual([status, { error }]);
    });

    it('of a shipment of somebody else, or of a further track, does not go out', async () => {
      const theirs = await shop(api);
      const email = address();
      const tracks = [{ track_number: unique('N') }, { track_number: unique('N') }];
      const shipment = await shipmentOf(theirs, { email }, { tracks });
      const missing = [404, { error: 'Shipment not found' }];
      expect(told(await ours.store.post(EMAIL, { shipment_id: shipment.entity_id }))).toEqual(missing);
      const further = { shipment_id: shipment.tracks[1].entity_id };
      expect(told(await theirs.store.post(EMAIL, further))).toEqual(missing);
      await sendMail(api);
      expect(postbox.to(email)).toEqual([]);
    });

    it('goes out ten times an hour, and again for the same key when the hour is over', async () => {
      const now = Date.now();
      api.setTime(now);
      const { entity_id } = await shipmentOf(ours, { email: address() });
      const body = { shipment_id: entity_id };
      for (let count = 0; count < 10; count++) expect((await ours.store.post(EMAIL, body)).status).toBe(200);
      const headers = { 'idempotency-key': unique('email-') };
      const late = await ours.store.post(EMAIL, body, headers);
      expect(told(late)).toEqual([429, { error: 'There were too many attempts. Please try again later.' }]);
      expect(late.headers.get('retry-after')).toBe('3600');
      api.setTime(now + 3_600_001);
      // the token is over, too
      const { body: issued } = await jsonClient(api.url()).post('/api2/oauth/token', {
        grant_type: 'client_credentials',
        client_id: ours.credentials.clientId,
        client_secret: ours.credentials.clientSecret,
      });
      const store = jsonClient(api.url(), issued.access_token as string);
      expect((await store.post(EMAIL, body, headers)).status).toBe(200);
      api.setTime(undefined);
    });

    it('goes out once for an Idempotency-Key', async () => {
      const email = address();
      const { entity_id } = await shipmentOf(ours, { email });
      const headers = { 'idempotency-key': unique('email-') };
      const first = await ours.store.post(EMAIL, { shipment_id: entity_id }, headers);
      const again = await ours.store.post(EMAIL, { shipment_id: entity_id }, headers);
      expect([told(again), again.headers.get('idempotency-replayed')]).toEqual([told(first), 'true']);
      await sendMail(api);
      expect(postbox.to(email)).toHaveLength(1);
    });

    it.each(['/api2/shipments', '/api2/shippment', '/api2/shippments'])(
      'goes out at %s/email as well',
      async (path) => {
        const shipment = await shipmentOf(ours, { email: address() });
        const answer = await ours.store.post(`${path}/email`, { shipment_id: shipment.entity_id });
        expect(told(answer)).toEqual([200, { shipment }]);
      },
    );
  },
  { SMTP_URL: postbox.url(), WORKER: '0', MAIL_FROM: 'post@waybill.example' },
);
