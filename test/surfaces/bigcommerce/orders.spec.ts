import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bigcommerceDocument } from '../../../src/surfaces/bigcommerce/bigcommerce.openapi.js';
import { onEachApi, type Answer, type Body, type TenantClient } from '../../support/api.js';
import { Documented } from '../../support/documented.js';
import { JANE, storeOf, type StoreClient, TRISHY } from '../../support/stores.js';

const PUBLIC = 'https://shipping.example';
const NOW = '2019-03-13T16:35:37.250Z';
const CREATED = 'Wed, 13 Mar 2019 16:35:37 +0000';
const NOT_FOUND = [{ status: 404, message: 'The requested resource was not found.' }];

const mug = { name: 'Coffee Mug', sku: 'MUG-GRY', quantity: 2, price_inc_tax: '50', price_ex_tax: 45 };
const poster = { product_id: '184', quantity: 1, price_ex_tax: 10 };

const documented = new Documented(bigcommerceDocument(PUBLIC, '1.0.0'));

/** What is not in the document of an answer; `path` is below `/v2`. */
function deviations(method: string, path: string, answer: Answer): string[] {
  const isWord = (each: string): boolean => !/^\d/.test(each);
  const template = path
    .replace(/\?.*$/, '')
    .split('/')
    .map((part, index, parts) => (isWord(part) || index === 0 ? part : NAMES[parts[index - 1] ?? '']))
    .join('/');
  return documented.deviations(method, `/stores/{store_hash}/v2${template}`, answer);
}

/** What the ids in paths are called, by what they are of. */
const NAMES: Readonly<Record<string, string>> = {
  orders: '{order_id}',
  products: '{product_id}',
  shipping_addresses: '{address_id}',
  shippingaddresses: '{address_id}',
};

/** What is wrong with a field, as the whole body of the answer. */
const invalid = (name: string, reason: string): Answer['body'] => [
  { status: 400, message: `The field '${name}' is invalid.`, details: { invalid_reason: reason } },
];
const missing = (name: string): Answer['body'] => [
  { status: 400, message: `The required field '${name}' was not supplied.` },
];

/** What shipping, handling and wrapping cost where the shop has said nothing. */
const FREE = Object.fromEntries(
  ['shipping', 'handling', 'wrapping'].flatMap((name) =>
    [`base_${name}_cost`, `${name}_cost_ex_tax`, `${name}_cost_inc_tax`, `${name}_cost_tax`].map((each) => [
      each,
      '0.0000',
    ]),
  ),
);

/** What an address says of which nobody has said anything. */
const ADDRESS_REST = {
  shipping_method: '',
  form_fields: [],
  ...Object.fromEntries(
    ['cost', 'handling_cost'].flatMap((name): [string, string | number][] => [
      [`base_${name}`, '0.0000'],
      [`${name}_ex_tax`, '0.0000'],
      [`${name}_inc_tax`, '0.0000'],
      [`${name}_tax`, '0.0000'],
      [`${name}_tax_class_id`, 0],
    ]),
  ),
  shipping_zone_id: 0,
  shipping_zone_name: '',
  shipping_quotes: { url: expect.any(String), resource: expect.stringMatching(/\/shipping_quotes$/) },
};

/** What an order says of which nobody has said anything. */
const UNSAID = {
  external_id: null,
  channel_id: 1,
  payment_method: '',
  payment_status: '',
  staff_notes: '',
  customer_message: '',
  external_source: null,
  external_merchant_id: null,
  ip_address: '',
  ip_address_v6: '',
  payment_provider_id: '',
  customer_locale: '',
  credit_card_type: '',
  ebay_order_id: '0',
  tax_provider_id: '',
  is_email_opt_in: false,
};

let counter = 0;
const unique = (word: string): string => `${word}${++counter}`;

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let store: StoreClient;
    let other: StoreClient;
    let readOnly: StoreClient;
    beforeAll(async () => {
      api.setTime(Date.parse(NOW));
      tenant = await api.tenant();
      store = await storeOf(api, tenant);
      readOnly = await storeOf(api, tenant, 'read-only');
      other = await storeOf(api, await api.tenant());
    });
    afterAll(() => api.setTime(undefined));

    const order = async (body: object = {}): Promise<Body> => {
      const answer = await store.post('/orders', { billing_address: JANE, products: [mug], ...body });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      expect(deviations('POST', '/orders', answer)).toEqual([]);
      return answer.body;
    };
    const at = async (path: string): Promise<[number, Body]> => {
      const answer = await store.get(path);
      expect(deviations('GET', path, answer)).toEqual([]);
      return [answer.status, answer.body];
    };
    /** As TrackMage's surface shows it. */
    const itsOrder = async (number: string): Promise<Body> =>
      (await tenant.get(`/orders?orderNumber=${number}`)).body['hydra:member'][0];
    const itsId = async ({ id }: Body): Promise<string> => {
      const [row] = await api.db().read('SELECT id FROM orders WHERE pk = ?', [id]);
      return row?.[0] as string;
    };

    it('makes an order of a body that has everything, and shows it whole', async () => {
      const number = unique('BC-');
      const answer = await store.post('/orders', {
        status_id: 11,
        customer_id: 11,
        currency_code: 'EUR',
        external_order_id: number,
        billing_address: JANE,
        shipping_addresses: [TRISHY],
        products: [mug, poster],
      });
      const { id } = answer.body;
      const made = {
        id,
        customer_id: 11,
        date_created: CREATED,
        date_modified: CREATED,
        date_shipped: '',
        status_id: 11,
        status: 'Awaiting Fulfillment',
        custom_status: 'Awaiting Fulfillment',
        subtotal_ex_tax: '100.0000',
        subtotal_inc_tax: '110.0000',
        subtotal_tax: '10.0000',
        ...FREE,
        total_ex_tax: '100.0000',
        total_inc_tax: '110.0000',
        total_tax: '10.0000',
        discount_amount: '0.0000',
        coupon_discount: '0.0000',
        items_total: 3,
        items_shipped: 0,
        currency_code: 'EUR',
        default_currency_code: 'EUR',
        order_is_digital: false,
        shipping_address_count: 1,
        is_deleted: false,
        external_order_id: number,
        ...UNSAID,
        billing_address: JANE,
        products: {
          url: `${PUBLIC}/stores/${store.hash}/v2/orders/${id}/products`,
          resource: `/orders/${id}/products`,
        },
        shipping_addresses: {
          url: `${PUBLIC}/stores/${store.hash}/v2/orders/${id}/shipping_addresses`,
          resource: `/orders/${id}/shipping_addresses`,
        },
        coupons: {
          url: `${PUBLIC}/stores/${store.hash}/v2/orders/${id}/coupons`,
          resource: `/orders/${id}/coupons`,
        },
      };
      expect([answer.status, answer.body]).toEqual([201, made]);
      expect(Object.keys(answer.body)).toEqual(Object.keys(made));
      expect(await at(`/orders/${id}`)).toEqual([200, made]);
      expect(await at(`/orders?min_id=${id}&max_id=${id}`)).toEqual([200, [made]]);

      const [status, products] = await at(answer.body.products.resource);
      const [first, second] = products;
      const addressId = first.order_address_id;
      expect([status, products]).toEqual([
        200,
        [
          {
            id: first.id,
            order_id: id,
            product_id: 0,
            order_address_id: addressId,
            name: 'Coffee Mug',
            sku: 'MUG-GRY',
            base_price: '45.0000',
            price_ex_tax: '45.0000',
            price_inc_tax: '50.0000',
            price_tax: '5.0000',
            base_total: '90.0000',
            total_ex_tax: '90.0000',
            total_inc_tax: '100.0000',
            total_tax: '10.0000',
            quantity: 2,
            quantity_shipped: 0,
            quantity_refunded: 0,
          },
          {
            id: second.id,
            order_id: id,
            product_id: 184,
            order_address_id: addressId,
            name: '',
            sku: '',
            base_price: '10.0000',
            price_ex_tax: '10.0000',
            price_inc_tax: '10.0000',
            price_tax: '0.0000',
            base_total: '10.0000',
            total_ex_tax: '10.0000',
            total_inc_tax: '10.0000',
            total_tax: '0.0000',
            quantity: 1,
            quantity_shipped: 0,
            quantity_refunded: 0,
          },
        ],
      ]);
      expect(await at(`/orders/${id}/products/${second.id}`)).toEqual([200, second]);
      expect(await at(`/orders/${id}/products/count`)).toEqual([200, { count: 2 }]);
      expect(await at(`/orders/${id}/products?limit=1&page=2`)).toEqual([200, [second]]);
      expect(await at(`/orders/${id}/products?limit=1&page=3`)).toEqual([204, '']);

      const address = {
        id: addressId,
        order_id: id,
        ...TRISHY,
        items_total: 3,
        items_shipped: 0,
        ...ADDRESS_REST,
      };
      expect(await at(answer.body.shipping_addresses.resource)).toEqual([200, [address]]);
      expect(await at(`/orders/${id}/shippingaddresses`)).toEqual([200, [address]]);
      expect(await at(`/orders/${id}/shippingaddresses/${addressId}`)).toEqual([200, address]);
      expect(await at(`/orders/${id}/shipping_addresses/${addressId}`)).toEqual([200, address]);
      expect(await at(`/orders/${id}/shipping_addresses?page=2`)).toEqual([204, '']);
      expect(await at(answer.body.coupons.resource)).toEqual([204, '']);
    });

    it('is the same order everywhere, with its number, status, items and addresses', async () => {
      const number = unique('BC-');
      await order({ external_order_id: number, status_id: 9, shipping_addresses: [TRISHY], products: [mug] });
      const seen = await itsOrder(number);
      const [firstName, addressLine1] = ['Trishy', '666 Sussex St'];
      expect(seen).toMatchObject({
        orderNumber: number,
        subtotal: '90.00',
        total: '100.00',
        currency: 'USD',
        orderType: 'customer',
        email: 'janedoe@example.com',
        orderStatus: { code: 'awaiting_shipment', title: 'Awaiting Shipment' },
        shippingAddress: { firstName, addressLine1, postcode: '12345', countryIso2: 'US' },
        billingAddress: { firstName: 'Jane', postcode: '78751' },
        fulfillmentStatus: 'not_fulfilled',
      });
      const items = (await tenant.get(`${seen['@id'] as string}/items`)).body['hydra:member'];
      expect(items).toMatchObject([
        { productName: 'Coffee Mug', productSku: 'MUG-GRY', qty: 2, price: '45.00', rowTotal: '100.00' },
      ]);
    });

    it.each<[string, object, object]>([
      [
        'shipping',
        { shipping_cost_ex_tax: 3, shipping_cost_inc_tax: '3' },
        { shipping_cost_inc_tax: '3.0000', base_shipping_cost: '3.0000', total_inc_tax: '13.0000' },
      ],
      [
        'shipping with tax',
        { base_shipping_cost: 2, shipping_cost_ex_tax: 2, shipping_cost_inc_tax: 2.5 },
        {
          shipping_cost_tax: '0.5000',
          total_ex_tax: '12.0000',
          total_inc_tax: '12.5000',
          total_tax: '0.5000',
        },
      ],
      ['a cost of which only the base is said', { base_handling_cost: '1.25' }, { total_inc_tax: '11.2500' }],
      [
        'shipping, handling, wrapping and a discount',
        {
          shipping_cost_inc_tax: 3,
          handling_cost_ex_tax: 1,
          handling_cost_inc_tax: 1.2,
          wrapping_cost_inc_tax: '0.5',
          discount_amount: '2.0000',
        },
        {
          subtotal_inc_tax: '10.0000',
          handling_cost_tax: '0.2000',
          total_inc_tax: '12.7000',
          total_ex_tax: '12.5000',
          total_tax: '0.2000',
          discount_amount: '2.0000',
        },
      ],
      ['a discount beyond it', { discount_amount: 99 }, { total_inc_tax: '0.0000', total_ex_tax: '0.0000' }],
      [
        'a total of its own',
        { shipping_cost_inc_tax: 3, total_ex_tax: 20, total_inc_tax: 24 },
        { total_inc_tax: '24.0000', total_ex_tax: '20.0000', total_tax: '4.0000', subtotal_tax: '0.0000' },
      ],
      [
        'a subtotal of its own',
        { subtotal_ex_tax: 8, subtotal_inc_tax: 9 },
        {
          subtotal_ex_tax: '8.0000',
          subtotal_inc_tax: '9.0000',
          subtotal_tax: '1.0000',
          total_inc_tax: '10.0000',
        },
      ],
    ])('adds up %s', async (_, more, sums) => {
      const made = await order({ products: [poster], ...more });
      expect(made).toMatchObject(sums);
      expect((await at(`/orders/${made.id}`))[1]).toEqual(made);
      const iri = `/orders/${await itsId(made)}`;
      const seen = (await tenant.get(iri)).body;
      expect(Number(seen.total)).toBe(Number(made.total_inc_tax));
      // what was answered may be sent back
      const put = await store.put(`/orders/${made.id}`, made);
      expect([put.status, put.body]).toEqual([200, made]);
      expect((await tenant.get(iri)).body).toEqual(seen);
    });

    it('moves the total with costs and discount, and takes another as it is', async () => {
      const made = await order({ products: [mug], shipping_cost_ex_tax: 5, shipping_cost_inc_tax: 6 });
      expect(made).toMatchObject({ total_inc_tax: '106.0000', total_tax: '11.0000' });
      const put = async (body: object): Promise<Body> => {
        const answer = await store.put(`/orders/${made.id}`, body);
        expect(deviations('PUT', `/orders/${made.id}`, answer)).toEqual([]);
        return answer.body;
      };
      expect(await put({ ...made, shipping_cost_inc_tax: 9 })).toMatchObject({
        shipping_cost_ex_tax: '5.0000',
        shipping_cost_inc_tax: '9.0000',
        total_inc_tax: '109.0000',
        total_tax: '14.0000',
      });
      expect(await put({ discount_amount: 9 })).toMatchObject({ total_inc_tax: '100.0000' });
      expect(await put({ discount_amount: '0' })).toMatchObject({ total_inc_tax: '109.0000' });
      expect(await put({ total_inc_tax: 50, total_ex_tax: 40 })).toMatchObject({
        total_inc_tax: '50.0000',
        total_ex_tax: '40.0000',
        total_tax: '10.0000',
        subtotal_inc_tax: '100.0000',
      });
      expect(await put({ shipping_cost_inc_tax: 10, shipping_cost_ex_tax: 5 })).toMatchObject({
        total_inc_tax: '51.0000',
        total_tax: '11.0000',
      });
      expect(await put({ subtotal_inc_tax: 120, subtotal_ex_tax: 100 })).toMatchObject({
        subtotal_tax: '20.0000',
        total_inc_tax: '51.0000',
      });
    });

    it.each([
      [{ shipping_cost_ex_tax: 3, shipping_cost_inc_tax: 2 }, 'shipping_cost_inc_tax'],
      [{ wrapping_cost_inc_tax: -1 }, 'wrapping_cost_inc_tax'],
      [{ discount_amount: 'much' }, 'discount_amount'],
      [{ total_ex_tax: 3, total_inc_tax: 2 }, 'total_inc_tax'],
      [{ ip_address: '1'.repeat(31) }, 'ip_address'],
      [{ ip_address_v6: '1'.repeat(40) }, 'ip_address_v6'],
      [{ staff_notes: 'ä'.repeat(40_000) }, 'staff_notes'],
      [{ payment_method: {} }, 'payment_method'],
      [{ channel_id: 'first' }, 'channel_id'],
      [{ is_email_opt_in: 'perhaps' }, 'is_email_opt_in'],
    ])('refuses %j by name', async (more, field) => {
      const made = await order();
      const message = `The field '${field}' is invalid.`;
      for (const answer of [
        await store.post('/orders', { billing_address: JANE, products: [mug], ...more }),
        await store.put(`/orders/${made.id}`, more),
      ])
        expect([answer.status, answer.body]).toMatchObject([400, [{ status: 400, message }]]);
    });

    it('keeps and shows what a shop says of an order', async () => {
      const said = {
        staff_notes: 'Fragile ☕',
        customer_message: 'Please ring twice',
        payment_method: 'Cash on delivery',
        external_source: 'POS',
        external_merchant_id: 'M-7',
        ip_address: '203.0.113.7',
        channel_id: 3,
        payment_provider_id: 'p-1',
        customer_locale: 'de',
        is_email_opt_in: true,
      };
      const made = await order(said);
      expect(made).toMatchObject(said);
      expect((await at(`/orders/${made.id}`))[1]).toEqual(made);
      const put = async (body: object): Promise<Body> => (await store.put(`/orders/${made.id}`, body)).body;
      expect(await put(made)).toEqual(made);
      expect(await put({ ip_address_v6: '2001:db8::1' })).toEqual({
        ...made,
        ip_address: '',
        ip_address_v6: '2001:db8::1',
      });
      const changed = {
        staff_notes: '',
        customer_message: null,
        payment_method: 'Card',
        external_source: 'M-MIG',
        external_merchant_id: 'other',
        ip_address: '203.0.113.8',
        external_order_id: unique('BC-'),
        currency_code: 'EUR',
      };
      expect(await put(changed)).toMatchObject({
        ...changed,
        customer_message: '',
        external_merchant_id: 'M-7',
        ip_address_v6: '',
        channel_id: 3,
      });
      expect((await itsOrder(changed.external_order_id)).currency).toBe('EUR');
      const list = async (query: string): Promise<number[]> =>
        ((await at(`/orders?min_id=${made.id}&max_id=${made.id}&${query}`))[1] || []).map(
          (each: Body) => each.id,
        );
      expect(await list('payment_method=Card')).toEqual([made.id]);
      expect(await list('payment_method=Cash')).toEqual([]);
      expect(await list('channel_id=3')).toEqual([made.id]);
      expect(await list('channel_id=1')).toEqual([]);
      expect(await list('cart_id=abc')).toEqual([]);
    });

    it('knows a country by its name', async () => {
      for (const [country, code] of [
        ['Austria', 'AT'],
        ['united states of america', 'US'],
        ['Côte d’Ivoire', 'CI'],
        ['The Netherlands', 'NL'],
        ['Bosnia and Herzegovina', 'BA'],
        ['St. Lucia', 'LC'],
        ['Czech Republic', 'CZ'],
        ['de', 'DE'],
        ['Atlantis', ''],
      ]) {
        const { billing_address } = await order({ billing_address: { first_name: 'Jane', country } });
        expect([billing_address.country, billing_address.country_iso2]).toEqual([country, code]);
      }
      const made = await order({ external_order_id: unique('BC-') });
      await store.put(`/orders/${made.id}`, { billing_address: { country: 'Austria' } });
      expect((await itsOrder(made.external_order_id)).billingAddress).toMatchObject({
        country: 'Austria',
        countryIso2: 'AT',
      });
    });

    it('keeps what a shop says of the addresses that an order goes to', async () => {
      const fields = { shipping_method: 'Flat Rate', form_fields: [{ name: 'Floor', value: '3' }] };
      const one = await order({ shipping_addresses: [{ ...TRISHY, ...fields }] });
      expect((await at(`/orders/${one.id}/shipping_addresses`))[1]).toMatchObject([fields]);
      const two = await order({ shipping_addresses: [TRISHY, { ...JANE, ...fields }] });
      expect((await at(`/orders/${two.id}/shipping_addresses`))[1]).toMatchObject([
        { shipping_method: '', form_fields: [] },
        fields,
      ]);
    });

    it('gives an order without a number its id as its number', async () => {
      const made = await order();
      expect(made).toMatchObject({ external_order_id: String(made.id), status_id: 1, status: 'Pending' });
      const id = await itsId(made);
      expect(
        (await tenant.get(`/orders?orderNumber=${made.id as number}`)).body['hydra:member'],
      ).toMatchObject([{ '@id': `/orders/${id}`, orderNumber: String(made.id) }]);
    });

    it('ships to the billing address where nothing else is said', async () => {
      const made = await order({ billing_address: { ...JANE, phone: 5551234 } });
      const [, addresses] = await at(`/orders/${made.id}/shipping_addresses`);
      const own = { ...JANE, phone: '5551234' };
      expect(addresses).toEqual([
        {
          id: addresses[0].id,
          order_id: made.id,
          ...own,
          items_total: 2,
          items_shipped: 0,
          ...ADDRESS_REST,
        },
      ]);
    });

    it('tells how much goes to which of several addresses', async () => {
      const bare = { first_name: 'Solo', zip: 1010, country_iso2: 'at' };
      const made = await order({ products: [{ ...mug, quantity: 5 }], shipping_addresses: [TRISHY, bare] });
      expect(made.shipping_address_count).toBe(2);
      const [, [first, second]] = await at(`/orders/${made.id}/shipping_addresses`);
      const solo = {
        first_name: 'Solo',
        last_name: '',
        company: '',
        street_1: '',
        street_2: '',
        city: '',
        state: '',
        zip: '1010',
        country: 'Austria',
        country_iso2: 'AT',
        phone: '',
        email: '',
      };
      const counts = (total: number, shipped: number): object => ({
        items_total: total,
        items_shipped: shipped,
      });
      const rest = { order_id: made.id, ...ADDRESS_REST };
      expect([first, second]).toEqual([
        { id: first.id, ...TRISHY, ...counts(5, 0), ...rest },
        { id: second.id, ...solo, ...counts(0, 0), ...rest },
      ]);

      const [, [product]] = await at(`/orders/${made.id}/products`);
      expect(product.order_address_id).toBe(first.id);
      for (const [address, quantity] of [
        [second, 2],
        [first, 1],
      ]) {
        const body = { order_address_id: address.id, items: [{ order_product_id: product.id, quantity }] };
        expect((await store.post(`/orders/${made.id}/shipments`, body)).status).toBe(201);
      }
      expect(await at(`/orders/${made.id}/shipping_addresses`)).toEqual([
        200,
        [
          { id: first.id, ...TRISHY, ...counts(3, 1), ...rest },
          { id: second.id, ...solo, ...counts(2, 2), ...rest },
        ],
      ]);
      expect((await at(`/orders/${made.id}`))[1]).toMatchObject({
        items_total: 5,
        items_shipped: 3,
        date_shipped: CREATED,
        status_id: 3,
      });
    });

    it('changes the first address with the order on the other surface', async () => {
      const made = await order({ shipping_addresses: [TRISHY, { first_name: 'Solo' }] });
      const shippingAddress = { firstName: 'Moved', city: 'Vienna', countryIso2: 'AT' };
      const id = await itsId(made);
      expect((await tenant.put(`/orders/${id}`, { shippingAddress })).status).toBe(200);
      const names = (await at(`/orders/${made.id}/shipping_addresses`))[1].map((each: Body) => [
        each.first_name,
        each.last_name,
        each.city,
        each.country,
        each.email,
      ]);
      expect(names).toEqual([
        ['Moved', '', 'Vienna', 'Austria', 'elsie@example.com'],
        ['Solo', '', '', '', ''],
      ]);
      expect((await tenant.delete(`/orders/${id}`)).status).toBe(204);
      expect(await at(`/orders/${made.id}`)).toEqual([404, NOT_FOUND]);
    });

    it('shows orders and products that were made elsewhere', async () => {
      const orderNumber = unique('TM-');
      const made = await tenant.make('/orders', {
        workspace: tenant.workspace,
        orderNumber,
        subtotal: '0.30',
        total: '0.3001',
        shippingAddress: { city: 'Graz' },
      });
      await tenant.make('/order_items', { order: made['@id'], qty: 3, price: '0.1', rowTotal: '0.25' });
      await tenant.make('/order_items', { order: made['@id'], externalProductId: 'abc' });
      const [[found]] = [(await at(`/orders?external_order_id=${orderNumber}`))[1]];
      const nobody = Object.fromEntries(Object.keys(JANE).map((key) => [key, '']));
      expect(found).toMatchObject({
        customer_id: 0,
        status_id: 11,
        custom_status: 'Awaiting Fulfillment',
        subtotal_ex_tax: '0.3000',
        subtotal_inc_tax: '0.3000',
        total_ex_tax: '0.3001',
        total_inc_tax: '0.3001',
        items_total: 3,
        billing_address: nobody,
      });
      const [, products] = await at(`/orders/${found.id}/products`);
      expect(products).toMatchObject([
        { price_ex_tax: '0.1000', price_inc_tax: '0.1000', base_total: '0.2500', total_inc_tax: '0.2500' },
        { product_id: 0, name: '', base_price: '0.0000', quantity: 0 },
      ]);
      const [, [address]] = await at(`/orders/${found.id}/shipping_addresses`);
      expect(address).toEqual({
        id: address.id,
        order_id: found.id,
        ...nobody,
        city: 'Graz',
        items_total: 3,
        items_shipped: 0,
        ...ADDRESS_REST,
      });
    });

    it('adds up money exactly, and takes what the shop says instead', async () => {
      const products = [
        { name: 'Dime', quantity: 1, price_ex_tax: 0.1 },
        { name: 'Two dimes', quantity: 1, price_ex_tax: '0.2' },
        { name: 'Thirds', quantity: 3, price_inc_tax: '3.3333' },
      ];
      expect(await order({ products })).toMatchObject({
        subtotal_ex_tax: '10.2999',
        total_inc_tax: '10.2999',
      });
      const said = { subtotal_ex_tax: '99999999999.9999', total_ex_tax: '5' };
      expect(await order({ products, ...said })).toMatchObject({
        subtotal_ex_tax: '99999999999.9999',
        total_inc_tax: '5.0000',
      });
      const taxed = { subtotal_inc_tax: '120', total_ex_tax: '100' };
      expect(await order({ products: [mug], ...taxed })).toMatchObject({
        subtotal_ex_tax: '110.0000',
        subtotal_inc_tax: '120.0000',
        total_ex_tax: '100.0000',
        total_inc_tax: '110.0000',
      });
    });

    it.each<[string, object, Body]>([
      ['no billing address', { billing_address: undefined }, missing('billing_address')],
      ['no products', { products: undefined }, missing('products')],
      ['an empty list of products', { products: [] }, missing('products')],
      ['a product without quantity', { products: [{ name: 'Mug' }] }, missing('quantity')],
      ['a product without name or id', { products: [{ quantity: 1 }] }, missing('name')],
      [
        'a quantity of zero',
        { products: [{ ...mug, quantity: 0 }] },
        invalid('quantity', 'The value must be between 1 and 2147483647.'),
      ],
      [
        'five places',
        { products: [{ ...mug, price_inc_tax: '50.00001' }] },
        invalid('price_inc_tax', 'The value must be a decimal number with four places at most.'),
      ],
      [
        'a price below zero',
        { products: [{ ...mug, price_ex_tax: -1 }] },
        invalid('price_ex_tax', 'The value must be zero or more.'),
      ],
      [
        'less with tax than without',
        { products: [{ ...mug, price_inc_tax: 44 }] },
        invalid('price_inc_tax', 'The value must not be below price_ex_tax.'),
      ],
      [
        'more than can be counted',
        { products: [{ ...mug, price_inc_tax: '99999999999' }] },
        invalid('quantity', 'The amounts are too large.'),
      ],
      [
        'a status that there is not',
        { status_id: 15 },
        invalid('status_id', 'There is no status with this id.'),
      ],
      [
        'a currency that there is not',
        { currency_code: 'EURO' },
        invalid('currency_code', 'The value must be an ISO 4217 code of three letters.'),
      ],
      [
        'a country that there is not',
        { billing_address: { ...JANE, country_iso2: 'XX' } },
        invalid('country_iso2', 'The value must be an ISO 3166 code of two letters.'),
      ],
      [
        'a country that there is not, to ship to',
        { shipping_addresses: [{ ...JANE, country_iso2: 'ZZ' }] },
        invalid('country_iso2', 'The value must be an ISO 3166 code of two letters.'),
      ],
      [
        'a country of three letters',
        { billing_address: { ...JANE, country_iso2: 'USA' } },
        invalid('country_iso2', 'The value must be an ISO 3166 code of two letters.'),
      ],
      [
        'no e-mail address',
        { shipping_addresses: [{ ...TRISHY, email: 'elsie' }] },
        invalid('email', 'The value must be an e-mail address.'),
      ],
      [
        'too long a name',
        { billing_address: { ...JANE, first_name: 'x'.repeat(256) } },
        invalid('first_name', 'The value must have 255 characters or fewer.'),
      ],
    ])('refuses an order with %s', async (_, body, refusal) => {
      const answer = await store.post('/orders', { billing_address: JANE, products: [mug], ...body });
      expect(deviations('POST', '/orders', answer)).toEqual([]);
      expect([answer.status, answer.body]).toEqual([400, refusal]);
    });

    it.each([
      [3, '0', '0.01', { price_inc_tax: '0.0033', price_tax: '0.0033', total_tax: '0.0100' }],
      [3, '1.00', '3.01', { price_inc_tax: '1.0033', price_tax: '0.0033', total_tax: '0.0100' }],
      [7, '0.01', '0.09', { price_inc_tax: '0.0129', price_tax: '0.0029', total_tax: '0.0200' }],
      [3, '33.33', '100.01', { price_inc_tax: '33.3367', price_tax: '0.0067', total_tax: '0.0200' }],
      [2, '12.5', '20', { price_inc_tax: '12.5000', price_tax: '0.0000', total_tax: '0.0000' }],
    ])('tells of %i at %s, %s together, the tax of one', async (qty, price, rowTotal, expected) => {
      const made = await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: unique('T-') });
      await tenant.make('/order_items', { order: made['@id'], qty, price, rowTotal });
      const [row] = await api.db().read('SELECT pk FROM orders WHERE id = ?', [made.id as string]);
      const { body } = await store.get(`/orders/${row?.[0] as number}/products`);
      expect(body[0]).toMatchObject(expected);
    });

    it('changes the status, the customer and the parts of the billing address that are sent', async () => {
      const made = await order({ billing_address: { ...JANE, phone: '1' }, customer_id: 3 });
      const { status, body } = await store.put(`/orders/${made.id}`, {
        status_id: '5',
        customer_id: 4,
        billing_address: { zip: 1010, email: 'new@example.com' },
      });
      expect([status, body]).toEqual([
        200,
        {
          ...made,
          status_id: 5,
          status: 'Cancelled',
          custom_status: 'Cancelled',
          customer_id: 4,
          billing_address: { ...JANE, phone: '1', zip: '1010', email: 'new@example.com' },
        },
      ]);
      expect(await at(`/orders/${made.id}`)).toEqual([200, body]);
    });

    it('takes back what it answered, and changes nothing by it', async () => {
      const made = await order({ shipping_addresses: [TRISHY] });
      const answer = await store.put(`/orders/${made.id}`, made);
      expect(deviations('PUT', `/orders/${made.id}`, answer)).toEqual([]);
      expect([answer.status, answer.body]).toEqual([200, made]);
      const nothing = await store.put(`/orders/${made.id}`, {});
      expect([nothing.status, nothing.body]).toEqual([200, made]);
    });

    it.each<[string, object, Body]>([
      ['an unknown status', { status_id: 99 }, invalid('status_id', 'There is no status with this id.')],
      ['no flag', { is_deleted: 'maybe' }, invalid('is_deleted', 'The value must be true or false.')],
      [
        'other products',
        { products: [mug] },
        [
          {
            status: 400,
            message:
              "The field 'products' cannot be written to. Please remove it from your request before trying again.",
          },
        ],
      ],
    ])('refuses to change an order with %s', async (_, body, refusal) => {
      const made = await order();
      const answer = await store.put(`/orders/${made.id}`, body);
      expect([answer.status, answer.body]).toEqual([400, refusal]);
    });

    it('puts orders away: they are in no list unless it is asked for them', async () => {
      const made = await order({ customer_id: 777 });
      const away = await store.put(`/orders/${made.id}`, { status_id: 1, is_deleted: true });
      expect([away.status, away.body]).toEqual([200, { ...made, is_deleted: true }]);
      expect(await at('/orders?customer_id=777')).toEqual([204, '']);
      expect((await at('/orders/count?customer_id=777'))[1].count).toBe(0);
      expect(await at('/orders?customer_id=777&is_deleted=true')).toEqual([200, [away.body]]);
      expect(await at(`/orders/${made.id}`)).toEqual([200, away.body]);
      expect((await tenant.get(`/orders/${await itsId(made)}`)).status).toBe(200);

      const back = await store.put(`/orders/${made.id}`, { is_deleted: 0 });
      expect([back.status, back.body]).toEqual([200, made]);
      expect(await at('/orders?customer_id=777')).toEqual([200, [made]]);
    });

    it('lists orders as they are asked for', async () => {
      const fresh = await api.tenant();
      const shop = await storeOf(api, fresh);
      const made: Body[] = [];
      for (const [minute, zip] of ['01', '02', '03'].entries()) {
        api.setTime(Date.parse(NOW) + minute * 60_000);
        const billing = { ...JANE, email: `buyer${minute}@example.com`, zip };
        const body = {
          billing_address: billing,
          products: [{ ...mug, quantity: minute + 1 }],
          customer_id: minute,
        };
        made.push((await shop.post('/orders', body)).body);
      }
      api.setTime(Date.parse(NOW));
      const [first, second, third] = made;
      const list = async (query: string): Promise<unknown[]> => {
        const { status, body } = await shop.get(`/orders?${query}`);
        return status === 204 ? [] : body;
      };
      expect(await list('')).toEqual([first, second, third]);
      expect(await list('limit=2')).toEqual([first, second]);
      expect(await list('limit=2&page=2')).toEqual([third]);
      expect(await list('limit=2&page=3')).toEqual([]);
      expect(await list(`min_id=${second.id}`)).toEqual([second, third]);
      expect(await list(`max_id=${second.id}`)).toEqual([first, second]);
      expect(await list('customer_id=0')).toEqual([first]);
      expect(await list('email=BUYER2@example.com')).toEqual([third]);
      expect(await list('min_total=150')).toEqual([third]);
      expect(await list('max_total=50')).toEqual([first]);
      expect(await list('min_date_created=2019-03-13T16:36:00Z')).toEqual([second, third]);
      const seconds = Date.UTC(2019, 2, 13, 16, 36) / 1000;
      expect(await list(`min_date_created=${seconds}`)).toEqual([second, third]);
      const until = encodeURIComponent('Wed, 13 Mar 2019 16:36:37 +0000');
      expect(await list(`max_date_created=${until}`)).toEqual([first, second]);
      expect(await list('max_date_created=Wed,%2013%20Mar%202019%2017:36:37%20+0100')).toEqual([
        first,
        second,
      ]);
      expect(await list('sort=date_created:desc')).toEqual([third, second, first]);
      expect(await list('sort=id&unknown=1')).toEqual([first, second, third]);
      expect(await list('status_id=1')).toEqual([first, second, third]);
      expect(await list('status_id=99')).toEqual([]);
    });

    it.each<[string, number, Body]>([
      [
        'min_date_created=yesterday',
        400,
        invalid('min_date_created', 'The value of this parameter cannot be understood.'),
      ],
      ['status_id=x', 400, invalid('status_id', 'The value of this parameter cannot be understood.')],
      [
        'sort=name:asc',
        400,
        invalid(
          'sort',
          'The value must be one of id, customer_id, date_created, date_modified, channel_id, with :asc or :desc.',
        ),
      ],
      ['page=0', 400, invalid('page', 'The value must be a whole number, 1 or more.')],
      ['limit=251', 413, [{ status: 413, message: 'A page has 250 results at most.' }]],
    ])('refuses to list orders with %s', async (query, status, refusal) => {
      expect(await at(`/orders?${query}`)).toEqual([status, refusal]);
    });

    it('knows nothing of what another store has', async () => {
      const made = await order();
      const [, [product]] = await at(`/orders/${made.id}/products`);
      for (const path of ['', '/products', '/products/count', '/shipping_addresses', '/coupons'])
        expect((await other.get(`/orders/${made.id}${path}`)).body).toEqual(NOT_FOUND);
      expect((await other.put(`/orders/${made.id}`, { status_id: 5 })).body).toEqual(NOT_FOUND);
      expect((await other.get('/orders')).status).toBe(204);
      expect((await other.get('/orders/count')).body.count).toBe(0);
      const mine = await other.post('/orders', { billing_address: JANE, products: [mug] });
      expect((await other.get(`/orders/${mine.body.id}/products/${product.id}`)).body).toEqual(NOT_FOUND);
      expect(await at(`/orders/${made.id}`)).toEqual([200, made]);
    });

    it.each(['/orders/0', '/orders/x', '/orders/1.5', '/orders/99999999', '/orders/x/products'])(
      'has nothing at %s',
      async (path) => {
        const { status, body } = await store.get(path);
        expect([status, body]).toEqual([404, NOT_FOUND]);
      },
    );

    it('lets a read-only token read, and nothing else', async () => {
      const made = await order();
      expect((await readOnly.get(`/orders/${made.id}`)).body).toEqual(made);
      const refusal = [{ status: 403, message: "You don't have a required scope to access the endpoint." }];
      expect((await readOnly.get('/time')).status).toBe(200);
      const created = await readOnly.post('/orders', { billing_address: JANE, products: [mug] });
      expect([created.status, created.body]).toEqual([403, refusal]);
      const changed = await readOnly.put(`/orders/${made.id}`, { status_id: 5 });
      expect([changed.status, changed.body]).toEqual([403, refusal]);
    });

    it('makes one order for each Idempotency-Key, however often it is sent', async () => {
      const headers = { 'idempotency-key': unique('key-') };
      const body = { billing_address: JANE, products: [mug] };
      const first = await store.post('/orders', body, headers);
      const again = await store.post('/orders', body, headers);
      expect([again.status, again.body]).toEqual([201, first.body]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');

      const refused = { 'idempotency-key': unique('key-') };
      const wrong = { ...body, status_id: 99 };
      const refusal = invalid('status_id', 'There is no status with this id.');
      expect((await store.post('/orders', wrong, refused)).body).toEqual(refusal);
      const replayed = await store.post('/orders', wrong, refused);
      expect([replayed.status, replayed.body]).toEqual([400, refusal]);
      expect(replayed.headers.get('idempotency-replayed')).toBe('true');
    });

    it('makes orders side by side in a new store, each with its own number', async () => {
      const fresh = await storeOf(api, await api.tenant());
      const body = { billing_address: JANE, shipping_addresses: [TRISHY, JANE], products: [mug] };
      const answers = await Promise.all(Array.from({ length: 12 }, () => fresh.post('/orders', body)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      const made: Body[] = answers.map((answer): Body => answer.body);
      expect(made.map((each) => each.external_order_id)).toEqual(made.map((each) => String(each.id)));
      expect(new Set(made.map((each) => each.id)).size).toBe(12);
      expect((await fresh.get('/orders/count')).body.count).toBe(12);
    });

    it('tells the time in seconds', async () => {
      expect(await at('/time')).toEqual([200, { time: 1552494937 }]);
    });
  },
  { PUBLIC_URL: PUBLIC },
);
