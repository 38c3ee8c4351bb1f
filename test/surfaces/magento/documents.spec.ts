import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sendMail } from '../../support/accounts.js';
import { onEachApi, type Answer, type Body } from '../../support/api.js';
import { getWithBody, jsonClient, nextPk, shop, type Shop, type ShopOrder } from '../../support/api2.js';
import { partsOf, Postbox } from '../../support/postbox.js';

// The customer's document, replayed: order 123 with the number 100000123 and its item 10, shipments 78 and 789.

const NOW = '2026-05-07 10:00:00';
const MOMENT = Date.parse('2026-05-07T10:00:00Z');

const FULL = `{
"order_increment_id": "100000123",
"send_email": true,
"comment": "Shipment created by integration.",
"carrier_code": "custom",
"title": "Carrier",
"track_number": "BR123456789"
}`;
const PARTIAL = `{
"order_id": 123,
"items": [
{"order_item_id": 10, "qty": 1},
{"sku": "PRODUCT-001", "qty": 2}
],
"tracks": [
{
"carrier_code": "custom",
"title": "Carrier",
"track_number": "BR123456789"
}
]
}`;
const TRACK = {
  shipment_id:
    '{"shipment_id": 789,"carrier_code": "custom","title": "Carrier","track_number": "BR123456789"}',
  order_increment_id:
    '{"order_increment_id": "100000123","carrier_code": "custom","title": "Carrier","track_number": "BR123456789"}',
  order_id: '{"order_id": 123,"carrier_code": "custom","title": "Carrier","track_number": "BR123456789"}',
};
const RESEND = '{"shipment_id": 789,"comment": "Resend requested by integration."}';
const LIST = `{
"page": 1,
"limit": 50,
"include_pagination": 1,
"order_increment_id": "100000123",
"created_from": "2026-01-01",
"created_to": "2026-12-31"
}`;

const EMPTY = {
  entity_id: 78,
  increment_id: '100000078',
  order_id: 123,
  order_increment_id: '100000123',
  customer_id: null,
  shipping_address_id: 369,
  billing_address_id: 370,
  shipment_status: null,
  total_qty: 0,
  total_weight: null,
  email_sent: 0,
  created_at: NOW,
  updated_at: NOW,
  comment: null,
  items: [],
  tracks: [],
};
const BARE = { ...EMPTY, entity_id: 789, increment_id: '100000789' };
const TRACKED = {
  ...BARE,
  shipment_status: 'no_info',
  tracks: [
    {
      entity_id: 789,
      parent_id: 789,
      order_id: 123,
      carrier_code: 'custom',
      title: 'Carrier',
      track_number: 'BR123456789',
      description: null,
      created_at: NOW,
      updated_at: NOW,
    },
  ],
};
const tea = (qty: number, rowTotal: string): object => ({
  entity_id: 5,
  parent_id: 789,
  order_item_id: 10,
  product_id: 55,
  sku: 'TEA-1',
  name: 'Green tea',
  qty,
  price: '12.5000',
  row_total: rowTotal,
});
const cup = (qty: number, rowTotal: string): object => ({
  entity_id: 6,
  parent_id: 789,
  order_item_id: 11,
  product_id: null,
  sku: 'PRODUCT-001',
  name: 'Cup',
  qty,
  price: '3.9900',
  row_total: rowTotal,
});

const postbox = new Postbox();
// the port has to be known before the servers start
await postbox.open();
afterAll(() => postbox.close());

onEachApi(
  (api) => {
    let ours: Shop;
    let order: ShopOrder;
    beforeAll(async () => {
      api.setTime(MOMENT);
      ours = await shop(api);
      await nextPk(api, 'orders', 123);
      await nextPk(api, 'order_items', 10);
      order = await ours.order(
        {
          orderNumber: '100000123',
          email: 'ada@example.com',
          shippingAddress: { firstName: 'Ada', city: 'Vienna', countryIso2: 'AT' },
        },
        { productName: 'Green tea', productSku: 'TEA-1', qty: 3, price: '12.5', externalProductId: '55' },
        { productName: 'Cup', productSku: 'PRODUCT-001', qty: 4, price: '3.99' },
      );
      expect([order.pk, ...order.items.map(({ pk }) => pk)]).toEqual([123, 10, 11]);
    });

    const emptyShipment = async (pk: number): Promise<Body> => {
      await nextPk(api, 'shipments', pk);
      const { tenant } = ours;
      const email = 'ada@example.com';
      return tenant.make('/shipments', { workspace: tenant.workspace, orders: [order.iri], email });
    };
    beforeEach(async () => {
      const { tenant } = ours;
      for (const { '@id': iri } of (await tenant.get('/shipments')).body['hydra:member'] as Body[])
        await tenant.delete(iri as string);
      await nextPk(api, 'shipments', 789);
      await nextPk(api, 'shipment_items', 5);
    });
    const told = ({ status, body }: Pick<Answer, 'status' | 'body'>): unknown => [status, body];

    it('GET /api2/shipment?page=1&limit=50&include_pagination=1', async () => {
      await emptyShipment(78);
      const answer = await ours.store.get('/api2/shipment?page=1&limit=50&include_pagination=1');
      expect(told(answer)).toEqual([
        200,
        { shipments: [EMPTY], page: 1, limit: 50, total: 1, last_page: 1, has_next: false },
      ]);
    });

    it.each(['order_id=123', 'order_increment_id=100000123'])('GET /api2/shipment?%s', async (query) => {
      await emptyShipment(78);
      const answer = await ours.store.get(`/api2/shipment?${query}`);
      expect(told(answer)).toEqual([200, { shipments: [EMPTY] }]);
    });

    it('GET /api2/shipment?created_from=2026-05-07&include_pagination=1', async () => {
      await emptyShipment(78);
      const answer = await ours.store.get('/api2/shipment?created_from=2026-05-07&include_pagination=1');
      expect(told(answer)).toEqual([
        200,
        { shipments: [EMPTY], page: 1, limit: 20, total: 1, last_page: 1, has_next: false },
      ]);
    });

    it('GET /api2/shipment with a JSON body', async () => {
      await emptyShipment(78);
      expect(told(await getWithBody(api, '/api2/shipment', ours.token, LIST))).toEqual([
        200,
        { shipments: [EMPTY], page: 1, limit: 50, total: 1, last_page: 1, has_next: false },
      ]);
    });

    it('GET /api2/shipment?increment_id=100000078', async () => {
      await emptyShipment(78);
      const answer = await ours.store.get('/api2/shipment?increment_id=100000078');
      expect(told(answer)).toEqual([200, { shipment: EMPTY }]);
    });

    it('GET /api2/shipment?id=789', async () => {
      await emptyShipment(789);
      expect(told(await ours.store.get('/api2/shipment?id=789'))).toEqual([200, { shipment: BARE }]);
    });

    it('POST /api2/shipment/create: full shipment with single tracking, and its e-mail', async () => {
      const before = postbox.to('ada@example.com').length;
      const shipment = {
        ...TRACKED,
        total_qty: 7,
        comment: 'Shipment created by integration.',
        items: [tea(3, '37.5000'), cup(4, '15.9600')],
      };
      expect(told(await ours.store.post('/api2/shipment/create', FULL))).toEqual([201, { shipment }]);
      await sendMail(api);
      const [mail, ...others] = postbox.to('ada@example.com').slice(before);
      expect([others, partsOf(mail?.raw ?? '').text.includes('BR123456789')]).toEqual([[], true]);
      expect(told(await ours.store.get('/api2/shipment?id=789'))).toEqual([
        200,
        { shipment: { ...shipment, email_sent: 1 } },
      ]);
    });

    it('POST /api2/shipment/create: partial shipment with tracking list', async () => {
      expect(told(await ours.store.post('/api2/shipment/create', PARTIAL))).toEqual([
        201,
        { shipment: { ...TRACKED, total_qty: 3, items: [tea(1, '12.5000'), cup(2, '7.9800')] } },
      ]);
    });

    describe.each(['/api2/shipment/track', '/api2/shipment'])('POST %s', (path) => {
      it.each(Object.entries(TRACK))('by %s', async (_, body) => {
        await emptyShipment(789);
        expect(told(await ours.store.post(path, body))).toEqual([201, { shipment: TRACKED }]);
      });
    });

    it('POST /api2/shipment/email', async () => {
      await emptyShipment(789);
      const before = postbox.to('ada@example.com').length;
      expect(told(await ours.store.post('/api2/shipment/email', RESEND))).toEqual([200, { shipment: BARE }]);
      await sendMail(api);
      const [mail, ...others] = postbox.to('ada@example.com').slice(before);
      const { text } = partsOf(mail?.raw ?? '');
      expect([others, text.includes('Resend requested by integration.')]).toEqual([[], true]);
      expect(told(await ours.store.get('/api2/shipment?id=789'))).toEqual([
        200,
        { shipment: { ...BARE, email_sent: 1 } },
      ]);
    });

    describe('the table of errors', () => {
      const create = (body: unknown): Promise<Answer> => ours.store.post('/api2/shipment/create', body);

      it.each<[string, object]>([
        ['without order_item_id and sku', { qty: 1 }],
        ['with a quantity of 0', { order_item_id: 10, qty: 0 }],
        ['with a negative quantity', { order_item_id: 10, qty: -1 }],
        ['that is not in the order', { order_item_id: 9, qty: 1 }],
        ['with a SKU that is not in the order', { sku: 'PRODUCT-002', qty: 1 }],
        ['of which less is left', { order_item_id: 10, qty: 4 }],
      ])('400 for an item %s', async (_, item) => {
        expect(told(await create({ order_id: 123, items: [item] }))).toEqual([
          400,
          { error: 'Invalid item' },
        ]);
      });

      it('400 for an order of which nothing is left', async () => {
        expect((await create({ order_id: 123 })).status).toBe(201);
        expect(told(await create({ order_id: 123 }))).toEqual([400, { error: 'Cannot create shipment' }]);
      });

      it('400 for a cancelled order', async () => {
        const item = { productSku: 'TEA-1', qty: 1 };
        const { pk } = await ours.order({ orderStatus: { code: 'cancelled', title: 'Cancelled' } }, item);
        expect(told(await create({ order_id: pk }))).toEqual([400, { error: 'Cannot create shipment' }]);
      });

      it.each(['order_increment_id', 'order_id'] as const)(
        '400 for a track by %s of two shipments',
        async (by) => {
          await emptyShipment(789);
          await emptyShipment(790);
          expect(told(await ours.store.post('/api2/shipment/track', TRACK[by]))).toEqual([
            400,
            { error: 'Ambiguous shipment for order' },
          ]);
        },
      );

      it('401 without Authorization, and for an expired token', async () => {
        const anonymous = jsonClient(api.url());
        expect(told(await anonymous.get('/api2/shipment'))).toEqual([401, { error: 'Unauthorized' }]);
        api.setTime(MOMENT + 24 * 3_600_000);
        const late = await ours.store.get('/api2/shipment');
        api.setTime(MOMENT);
        expect(told(late)).toEqual([401, { error: 'Unauthorized' }]);
      });

      it.each<[string, object]>([
        ['order_id', { order_id: 124_000 }],
        ['order_increment_id', { order_increment_id: '100000124' }],
      ])('404 for an unknown %s', async (_, names) => {
        expect(told(await create(names))).toEqual([404, { error: 'Order not found' }]);
        expect(told(await ours.store.post('/api2/shipment/track', { ...names, track_number: 'N1' }))).toEqual(
          [404, { error: 'Order not found' }],
        );
      });

      it.each<[string, object]>([
        ['shipment_id', { shipment_id: 788 }],
        ['increment_id', { increment_id: '100000788' }],
      ])('404 for an unknown %s', async (name, names) => {
        const missing = [404, { error: 'Shipment not found' }];
        expect(told(await ours.store.post('/api2/shipment/track', { ...names, track_number: 'N1' }))).toEqual(
          missing,
        );
        expect(told(await ours.store.post('/api2/shipment/email', names))).toEqual(missing);
        const value = Object.values(names)[0] as string;
        expect(told(await ours.store.get(`/api2/shipment?${name}=${value}`))).toEqual(missing);
      });

      it('409 for a track that is there already', async () => {
        await ours.store.post('/api2/shipment/create', PARTIAL);
        const conflict = [409, { error: 'Conflict on save' }];
        expect(told(await ours.store.post('/api2/shipment/create', PARTIAL))).toEqual(conflict);
        expect(told(await ours.store.post('/api2/shipment/track', TRACK.shipment_id))).toEqual(conflict);
      });
    });
  },
  { SMTP_URL: postbox.url(), WORKER: '0', MAIL_FROM: 'post@waybill.example' },
);
