import { beforeAll, describe, expect, it } from '@jest/globals';
import { addressId } from '../../../src/modules/orders/address-ids.js';
import { allRows, pkOf } from '../../support/all-rows.js';
import { onEachApi, type Answer, type Body } from '../../support/api.js';
import { boundClient, jsonClient, shop, type Shop, tokenFor, unique } from '../../support/api2.js';
import { write } from '../../support/rows.js';

const CREATE = '/api2/shipment/create';

onEachApi((api) => {
  let ours: Shop;
  beforeAll(async () => {
    ours = await shop(api);
  });

  const create = (body: unknown, headers?: Record<string, string>): Promise<Answer> =>
    ours.store.post(CREATE, body, headers);
  const told = ({ status, body }: Answer): unknown => [status, body];
  /** What of each order item is in a shipment that was answered. */
  const contents = ({ body }: Answer): unknown[] =>
    (body.shipment.items as Body[]).map(({ order_item_id, qty }) => [order_item_id, qty]);
  const left = async (pks: readonly number[]): Promise<number[]> => {
    const rows = await api.db().read('SELECT pk, qty - fulfilledQty FROM order_items', []);
    return pks.map((pk) => Number(rows.find(([each]) => each === pk)?.[1]));
  };

  describe('what is shipped', () => {
    it('is everything that is left, where nothing is said', async () => {
      const { pk, items } = await ours.order({}, { qty: 3 }, { qty: 2 }, { qty: 0 }, { qty: 1 });
      const [a = 0, b = 0, , d = 0] = items.map((item) => item.pk);
      await create({
        order_id: pk,
        items: [
          { order_item_id: b, qty: 2 },
          { order_item_id: a, qty: 1 },
        ],
      });
      const rest = await create({ order_id: pk });
      expect([rest.status, contents(rest), rest.body.shipment.total_qty]).toEqual([
        201,
        [
          [a, 2],
          [d, 1],
        ],
        3,
      ]);
      expect(told(await create({ order_id: pk }))).toEqual([400, { error: 'Cannot create shipment' }]);
    });

    it.each<[unknown, number]>([
      [2, 2],
      ['2', 2],
      ['2.0000', 2],
      [3, 3],
    ])('takes the quantity %j', async (qty, expected) => {
      const { pk, items } = await ours.order({}, { qty: 3 });
      const answer = await create({
        order_id: String(pk),
        items: [{ order_item_id: String(items[0]?.pk), qty }],
      });
      expect([answer.status, contents(answer)]).toEqual([201, [[items[0]?.pk, expected]]]);
    });

    it('adds up what is asked for twice, by id and by SKU', async () => {
      const { pk, items } = await ours.order({}, { qty: 5, productSku: 'A' }, { qty: 5, productSku: '7' });
      const [a = 0, b = 0] = items.map((item) => item.pk);
      const answer = await create({
        order_id: pk,
        items: [
          { sku: 'A', qty: 2 },
          { order_item_id: a, qty: 1 },
          { order_item_id: a, sku: 'A', qty: '1' },
          { sku: 7, qty: 5 },
        ],
      });
      expect([answer.status, contents(answer)]).toEqual([
        201,
        [
          [a, 4],
          [b, 5],
        ],
      ]);
    });

    it('is taken from the first of the items that have the SKU', async () => {
      const item = { productSku: 'SAME' };
      const { pk, items } = await ours.order(
        {},
        { ...item, qty: 2 },
        { ...item, qty: 2 },
        { ...item, qty: 2 },
      );
      const [a = 0, b = 0, c = 0] = items.map(({ pk: key }) => key);
      const first = await create({
        order_id: pk,
        items: [
          { sku: 'SAME', qty: 3 },
          { order_item_id: a, qty: 1 },
        ],
      });
      expect(contents(first)).toEqual([
        [a, 2],
        [b, 2],
      ]);
      expect(told(await create({ order_id: pk, items: [{ sku: 'SAME', qty: 3 }] }))).toEqual([
        400,
        { error: 'Invalid item' },
      ]);
      expect(contents(await create({ order_id: pk, items: [{ sku: 'SAME', qty: 2 }] }))).toEqual([[c, 2]]);
    });

    it.each<[string, unknown]>([
      ['null', null],
      ['a text', 'all'],
      ['an object', { order_item_id: 1, qty: 1 }],
      ['an empty list', []],
      ['a list of nothing', [null]],
      ['a list of numbers', [1]],
      ['a list of lists', [[]]],
      ['an item without a quantity', [{ sku: 'TEA' }]],
      ['half an item', [{ sku: 'TEA', qty: 0.5 }]],
      ['half an item as text', [{ sku: 'TEA', qty: '0.5' }]],
      ['a word as a quantity', [{ sku: 'TEA', qty: 'one' }]],
      ['true as a quantity', [{ sku: 'TEA', qty: true }]],
      ['a list as a quantity', [{ sku: 'TEA', qty: [1] }]],
      ['a huge quantity', [{ sku: 'TEA', qty: 4_294_967_297 }]],
      [
        'too many in all',
        [
          { sku: 'TEA', qty: 1 },
          { sku: 'TEA', qty: 1 },
        ],
      ],
      ['an object as a SKU', [{ sku: {}, qty: 1 }]],
      ['an empty SKU', [{ sku: '', qty: 1 }]],
      ['a SKU in small letters', [{ sku: 'tea', qty: 1 }]],
      ['a word as an id', [{ order_item_id: 'TEA', qty: 1 }]],
      ['a good one and a bad one', [{ sku: 'TEA', qty: 1 }, { qty: 1 }]],
    ])('is nothing for items that are %s', async (_, items) => {
      const { pk } = await ours.order({}, { qty: 1, productSku: 'TEA' });
      const before = await allRows(api.db());
      expect(told(await create({ order_id: pk, items }))).toEqual([400, { error: 'Invalid item' }]);
      expect(await allRows(api.db())).toEqual(before);
    });

    it('is nothing when an id and a SKU are of two items, or of another order', async () => {
      const one = await ours.order({}, { qty: 1, productSku: 'A' }, { qty: 1, productSku: 'B' });
      const other = await ours.order({}, { qty: 1, productSku: 'A' });
      const refused = [400, { error: 'Invalid item' }];
      const a = one.items[0]?.pk;
      expect(
        told(await create({ order_id: one.pk, items: [{ order_item_id: a, sku: 'B', qty: 1 }] })),
      ).toEqual(refused);
      expect(told(await create({ order_id: other.pk, items: [{ order_item_id: a, qty: 1 }] }))).toEqual(
        refused,
      );
    });
  });

  describe('the order', () => {
    it.each<[string, (pk: number, number: string) => object, number, string]>([
      ['is not named', () => ({}), 400, 'order_id or order_increment_id is required'],
      [
        'is named by nothing',
        () => ({ order_id: null, order_increment_id: '' }),
        400,
        'order_id or order_increment_id is required',
      ],
      ['is an object', () => ({ order_id: {} }), 400, 'Invalid order_id'],
      ['is a list', (_, number) => ({ order_increment_id: [number] }), 400, 'Invalid order_increment_id'],
      ['is not there', () => ({ order_id: 999_999_999 }), 404, 'Order not found'],
      ['has an id that can be none', () => ({ order_id: 'first' }), 404, 'Order not found'],
      [
        'has another number',
        (pk) => ({ order_id: pk, order_increment_id: 'X' }),
        400,
        'order_id and order_increment_id do not match',
      ],
    ])('is refused when it %s', async (_, names, status, error) => {
      const { pk, number } = await ours.order({}, { qty: 1 });
      expect(told(await create(names(pk, number)))).toEqual([status, { error }]);
    });

    it('may be named twice, and its number in any case', async () => {
      const { pk } = await ours.order({ orderNumber: 'Web  Ü-1' }, { qty: 1 });
      const answer = await create({ order_id: pk, order_increment_id: ' WEB ü-1 ' });
      expect([answer.status, answer.body.shipment.order_increment_id]).toEqual([201, 'Web  Ü-1']);
    });

    it('is ambiguous when several have the number, and found by its id then', async () => {
      const orderNumber = unique('TWIN-');
      await ours.order({ orderNumber }, { qty: 1 });
      const second = await ours.order({ orderNumber: orderNumber.toLowerCase() }, { qty: 1 });
      const ambiguous = [400, { error: 'Ambiguous order' }];
      expect(told(await create({ order_increment_id: orderNumber }))).toEqual(ambiguous);
      const answer = await create({ order_id: second.pk, order_increment_id: orderNumber });
      expect([answer.status, answer.body.shipment.order_id]).toEqual([201, second.pk]);
    });

    it('without any items cannot be shipped', async () => {
      const { pk } = await ours.order();
      expect(told(await create({ order_id: pk }))).toEqual([400, { error: 'Cannot create shipment' }]);
    });

    it.each(['Canceled', 'CANCELLED'])('with the status %s cannot be shipped', async (code) => {
      const { pk } = await ours.order({ orderStatus: { code, title: code } }, { qty: 1 });
      expect(told(await create({ order_id: pk }))).toEqual([400, { error: 'Cannot create shipment' }]);
    });

    it('of somebody else, or of another workspace, is not there', async () => {
      const theirs = await shop(api, ['One', 'Two']);
      const { pk, number } = await theirs.order({}, { qty: 1 });
      const second = { workspace: `/workspaces/${theirs.tenant.workspaces[1]?.id}` };
      const elsewhere = await theirs.order(second, { qty: 1 });
      const missing = [404, { error: 'Order not found' }];
      expect(told(await create({ order_id: pk }))).toEqual(missing);
      expect(told(await create({ order_increment_id: number }))).toEqual(missing);
      expect(told(await theirs.store.post(CREATE, { order_id: elsewhere.pk }))).toEqual(missing);
      expect(told(await theirs.store.post(CREATE, { order_increment_id: elsewhere.number }))).toEqual(
        missing,
      );
    });
  });

  describe('tracks', () => {
    const track = (trackNumber: unknown, more: object = {}): object => ({
      track_number: trackNumber,
      ...more,
    });

    it('are the shipment itself and further shipments of the same order', async () => {
      const [a, b, c] = [unique('AB-1 '), unique('cd.'), unique('EF')];
      const order = await ours.order(
        {
          email: 'ada@example.com',
          phoneNumber: '+43 1',
          shippingAddress: { addressLine1: '1 Main St', city: 'Vienna', countryIso2: 'AT' },
        },
        { qty: 2, price: '0.1' },
      );
      const answer = await create({
        order_id: order.pk,
        tracks: [
          track(a, { carrier_code: 'UPS', title: 'Brown', description: 'left at\nthe door' }),
          track(b, { carrier_code: 'own-van', title: 'DHL' }),
          track(c),
        ],
      });
      const { shipment } = answer.body;
      expect(answer.status).toBe(201);
      expect(
        (shipment.tracks as Body[]).map(
          ({ parent_id, order_id, carrier_code, title, track_number, description }) => [
            parent_id,
            order_id,
            carrier_code,
            title,
            track_number,
            description,
          ],
        ),
      ).toEqual([
        [shipment.entity_id, order.pk, 'UPS', 'Brown', a, 'left at\nthe door'],
        [shipment.entity_id, order.pk, 'own-van', 'DHL', b, null],
        [shipment.entity_id, order.pk, 'custom', null, c, null],
      ]);
      expect(shipment.tracks[0].entity_id).toBe(shipment.entity_id);
      const { body } = await ours.tenant.get(
        `/shipments?orderNumbers=${order.number}&order[createdAt]=asc&order[id]=asc`,
      );
      const items = await Promise.all(
        (body['hydra:member'] as Body[]).map(
          async ({ '@id': iri }) => (await ours.tenant.get(iri as string)).body,
        ),
      );
      const seen = items.map(
        ({ trackingNumber, originCarrier, email, phoneNumber, address, orders, shipmentItems }) => [
          trackingNumber,
          originCarrier,
          email,
          phoneNumber,
          [address.addressLine1, address.city, address.countryIso2],
          orders,
          (shipmentItems as unknown[]).length,
        ],
      );
      const address = ['1 Main St', 'Vienna', 'AT'];
      const rest = ['ada@example.com', '+43 1', address, [order.iri]];
      const bare = (text: string): string => text.replace(/[^A-Za-z\d]/g, '').toUpperCase();
      expect(seen.sort()).toEqual(
        [
          [bare(a), 'ups', ...rest, 1],
          [bare(b), 'dhl', ...rest, 0],
          [bare(c), null, ...rest, 0],
        ].sort(),
      );
      expect(items.every(({ trackingStatus }) => trackingStatus === 'no_info')).toBe(true);
    });

    it('may be none at all', async () => {
      for (const more of [{}, { tracks: [] }, { tracks: null }, { carrier_code: null, track_number: '' }]) {
        const { pk } = await ours.order({}, { qty: 1 });
        const { status, body } = await create({ order_id: pk, ...more });
        expect([status, body.shipment.tracks, body.shipment.shipment_status]).toEqual([201, [], null]);
      }
    });

    it.each<[string, unknown, string]>([
      ['a text', { tracks: 'N1' }, 'Invalid tracks'],
      ['an object', { tracks: { track_number: 'N1' } }, 'Invalid tracks'],
      ['a list of texts', { tracks: ['N1'] }, 'Invalid tracks'],
      [
        'a hundred and one',
        { tracks: Array.from({ length: 101 }, (_, at) => track(`N${at}`)) },
        'Invalid tracks',
      ],
      ['without a number', { tracks: [{ carrier_code: 'custom' }] }, 'Invalid track_number'],
      ['with an empty number', { tracks: [track('')] }, 'Invalid track_number'],
      ['with a number that has none', { tracks: [track('- –')] }, 'Invalid track_number'],
      ['with too long a number', { tracks: [track('N'.repeat(101))] }, 'Invalid track_number'],
      ['with a list as a number', { tracks: [track(['N1'])] }, 'Invalid track_number'],
      ['with too long a title', { tracks: [track('N1', { title: 't'.repeat(256) })] }, 'Invalid title'],
      [
        'with too long a code',
        { tracks: [track('N1', { carrier_code: 'c'.repeat(101) })] },
        'Invalid carrier_code',
      ],
      ['with an object as a code', { tracks: [track('N1', { carrier_code: {} })] }, 'Invalid carrier_code'],
      ['with a carrier alone', { carrier_code: 'custom', title: 'Carrier' }, 'Invalid track_number'],
      [
        'given both ways',
        { track_number: 'N1', tracks: [track('N2')] },
        'Either tracks or track_number, not both',
      ],
    ])('are refused when they are %s, and nothing is shipped', async (_, tracks, error) => {
      const { pk } = await ours.order({}, { qty: 1 });
      const before = await allRows(api.db());
      expect(told(await create({ order_id: pk, ...(tracks as object) }))).toEqual([400, { error }]);
      expect(await allRows(api.db())).toEqual(before);
    });

    it('are a conflict when a number is taken or twice in the request, and nothing is shipped', async () => {
      const taken = unique('TAKEN');
      const { workspace } = ours.tenant;
      await ours.tenant.make('/shipments', { workspace, trackingNumber: taken });
      const { pk } = await ours.order({}, { qty: 1 });
      const before = await allRows(api.db());
      for (const numbers of [[unique('N'), taken.toLowerCase()], [taken], ['SAME-1', 'same1']]) {
        const answer = await create({ order_id: pk, tracks: numbers.map((each) => track(each)) });
        expect(told(answer)).toEqual([409, { error: 'Conflict on save' }]);
      }
      expect(await allRows(api.db())).toEqual(before);
    });

    it('may have a number that several carriers have', async () => {
      const { pk } = await ours.order({}, { qty: 1 });
      // of FedEx and Purolator alike
      const answer = await create({ order_id: pk, track_number: '287809468872' });
      expect([answer.status, answer.body.shipment.tracks[0].carrier_code]).toEqual([201, 'custom']);
    });

    it('may be numbers', async () => {
      const { pk } = await ours.order({}, { qty: 1 });
      const answer = await create({ order_id: pk, track_number: 4_711_000_1 });
      expect([answer.status, answer.body.shipment.tracks[0].track_number]).toEqual([201, '47110001']);
    });
  });

  describe('the other fields', () => {
    it.each<[object, string]>([
      [{ comment: 'ü'.repeat(32_768) }, 'Invalid comment'],
      [{ comment: {} }, 'Invalid comment'],
      [{ send_email: 'maybe' }, 'Invalid send_email'],
      [{ send_email: 2 }, 'Invalid send_email'],
      [{ send_email: {} }, 'Invalid send_email'],
    ])('are refused', async (more, error) => {
      const { pk } = await ours.order({}, { qty: 1 });
      expect(told(await create({ order_id: pk, ...more }))).toEqual([400, { error }]);
    });

    it('may be long, and unknown ones change nothing', async () => {
      const { pk } = await ours.order({}, { qty: 1 });
      const comment = ' ü'.repeat(21_845);
      const answer = await create({ order_id: pk, comment, parentPk: 1, entity_id: 5, __proto__: { a: 1 } });
      expect([answer.status, answer.body.shipment.comment]).toEqual([201, comment]);
    });

    it('send no e-mail where none goes out', async () => {
      const { pk } = await ours.order({ email: 'ada@example.com' }, { qty: 1 });
      const answer = await create({ order_id: pk, send_email: true });
      expect([answer.status, answer.body.shipment.email_sent]).toEqual([201, 0]);
      expect(await api.db().read('SELECT pk FROM mails', [])).toEqual([]);
    });
  });

  it.each(['[1]', '"x"', 'null', '1'])('a body that is %s is refused', async (body) => {
    expect(told(await create(body))).toEqual([400, { error: 'The body must be a JSON object' }]);
  });

  it('money is exact, and what nobody knows is null', async () => {
    const { pk } = await ours.order(
      {},
      { qty: 3, price: '33333333333.3333', productName: 'Ring', externalProductId: 'SKU-A' },
      { qty: 1, price: '-0.5', externalProductId: '0017' },
      { qty: 1, price: null },
    );
    const { body } = await create({ order_id: pk });
    expect(
      (body.shipment.items as Body[]).map(({ product_id, sku, name, price, row_total }) => [
        product_id,
        sku,
        name,
        price,
        row_total,
      ]),
    ).toEqual([
      ['SKU-A', null, 'Ring', '33333333333.3333', '99999999999.9999'],
      ['0017', null, null, '-0.5000', '-0.5000'],
      [null, null, null, null, null],
    ]);
  });

  it('shows the customer and the addresses that the order has', async () => {
    const order = await ours.order({}, { qty: 1 });
    const { body } = await create({ order_id: order.pk });
    const { entity_id: pk } = body.shipment;
    const id = order.iri.split('/').at(-1) ?? '';
    await write(api, 'orders', id, { customerId: 42 });
    const shown = async (): Promise<unknown> => {
      const { shipment } = (await ours.store.get(`/api2/shipment?id=${pk}`)).body;
      return [shipment.customer_id, shipment.shipping_address_id, shipment.billing_address_id];
    };
    const billing = addressId({ kind: 'billing', orderPk: order.pk });
    expect(await shown()).toEqual([42, addressId({ kind: 'shipping', orderPk: order.pk }), billing]);
    const workspacePk = await pkOf(api.db(), 'workspaces', ours.tenant.workspaces[0]?.id ?? '');
    const further = await api.db().transaction(async (transaction) => {
      const pks: number[] = [];
      for (const uuid of ['a', 'b'])
        pks.push(
          (
            await transaction.run('INSERT INTO order_addresses (id, workspacePk, orderPk) VALUES (?, ?, ?)', [
              `${uuid}-${order.pk}`,
              workspacePk,
              order.pk,
            ])
          ).insertId,
        );
      return pks;
    });
    const [first = 0, second = 0] = further;
    expect(await shown()).toEqual([42, addressId({ kind: 'further', pk: first }), billing]);
    await api
      .db()
      .transaction((transaction) =>
        transaction.run('UPDATE shipments SET orderAddressPk = ? WHERE pk = ?', [second, pk as number]),
      );
    expect(await shown()).toEqual([42, addressId({ kind: 'further', pk: second }), billing]);
  });

  it('shows what was made and changed on the other surface', async () => {
    const { tenant, store } = ours;
    const order = await ours.order({}, { qty: 4, productSku: 'TEA' });
    const number = unique('1Z');
    const made = await tenant.make('/shipments', {
      workspace: tenant.workspace,
      orders: [order.iri],
      trackingNumber: number,
      originCarrier: 'ups',
      shipmentItems: [{ orderItem: order.items[0]?.iri, qty: 3 }],
    });
    const one = async (): Promise<Body> =>
      (await store.get(`/api2/shipment?order_id=${order.pk}`)).body.shipments[0];
    const track = async (): Promise<unknown> =>
      (({ carrier_code, title, track_number }) => [carrier_code, title, track_number])(
        (await one()).tracks[0],
      );
    expect([(await one()).total_qty, await track()]).toEqual([3, ['ups', 'UPS', number]]);
    await tenant.put(made['@id'] as string, { originCarrier: 'fedex' });
    expect(await track()).toEqual(['fedex', 'FedEx', number]);
    expect(told(await create({ order_id: order.pk, items: [{ sku: 'TEA', qty: 2 }] }))).toEqual([
      400,
      { error: 'Invalid item' },
    ]);
    const rest = await create({ order_id: order.pk });
    const { entity_id: pk } = rest.body.shipment;
    const [row] = await api.db().read('SELECT id FROM shipments WHERE pk = ?', [pk as number]);
    const seen = await tenant.get(`/shipments/${row?.[0] as string}`);
    expect(seen.body).toMatchObject({ orders: [order.iri], trackingNumber: null });
    expect((await tenant.get(order.iri)).body).toMatchObject({ fulfillmentStatus: 'fulfilled' });
    await tenant.delete(seen.body['@id'] as string);
    expect((await store.get(`/api2/shipment?id=${pk}`)).status).toBe(404);
    expect(await left([order.items[0]?.pk ?? 0])).toEqual([1]);
  });

  describe('at once', () => {
    it('parallel requests never ship more than there is', async () => {
      const { pk, items } = await ours.order({}, { qty: 5 }, { qty: 5 });
      const [a = 0, b = 0] = items.map((item) => item.pk);
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, at) => {
          const asked = [
            { order_item_id: a, qty: 1 },
            { order_item_id: b, qty: 1 },
          ];
          return create({ order_id: pk, items: at % 2 === 0 ? asked : asked.toReversed() });
        }),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array<number>(5).fill(201), ...Array<number>(7).fill(400)]);
      expect(answers.filter(({ status }) => status === 400).map(({ body }) => body as unknown)).toEqual(
        Array(7).fill({ error: 'Cannot create shipment' }),
      );
      expect(await left([a, b])).toEqual([0, 0]);
    });

    it('both surfaces together do not either', async () => {
      const { tenant } = ours;
      const { pk, iri, items } = await ours.order({}, { qty: 6 }, { qty: 6 });
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, at) => {
          const sorted = at % 4 < 2 ? items : items.toReversed();
          return at % 2 === 0
            ? create({ order_id: pk, items: sorted.map((item) => ({ order_item_id: item.pk, qty: 1 })) })
            : tenant.post('/shipments', {
                workspace: tenant.workspace,
                orders: [iri],
                shipmentItems: sorted.map((item) => ({ orderItem: item.iri, qty: 1 })),
              });
        }),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array<number>(6).fill(201), ...Array<number>(10).fill(400)]);
      expect(await left(items.map((item) => item.pk))).toEqual([0, 0]);
    });

    it('everything that is left is shipped once', async () => {
      const { pk, items } = await ours.order({}, { qty: 2 }, { qty: 3 });
      const answers = await Promise.all(Array.from({ length: 6 }, () => create({ order_id: pk })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400]);
      expect(await left(items.map((item) => item.pk))).toEqual([0, 0]);
    });

    it('a tracking number is that of one parcel, which all of the orders share', async () => {
      const number = unique('RACE');
      const orders = await Promise.all(Array.from({ length: 4 }, () => ours.order({}, { qty: 1 })));
      const answers = await Promise.all(
        orders.map(({ pk }) => create({ order_id: pk, track_number: number })),
      );
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      const parcels = await ours.tenant.get(`/shipments?trackingNumber=${number}`);
      expect(parcels.body['hydra:totalItems']).toBe(1);
    });
  });

  it('is done once for an Idempotency-Key, whatever the token', async () => {
    const { pk } = await ours.order({}, { qty: 5 });
    const headers = { 'idempotency-key': unique('api2-') };
    const body = { order_id: pk, items: [{ order_item_id: 0, qty: 1 }] };
    const refused = await create(body, headers);
    const again = await create(body, headers);
    expect([told(refused), told(again), again.headers.get('idempotency-replayed')]).toEqual([
      [400, { error: 'Invalid item' }],
      [400, { error: 'Invalid item' }],
      'true',
    ]);
    const key = { 'idempotency-key': unique('api2-') };
    const first = await create({ order_id: pk }, key);
    const { token } = (({ body: { access_token } }) => ({ token: access_token as string }))(
      await tokenFor(api, ours.credentials),
    );
    const second = await jsonClient(api.url(), token).post(CREATE, { order_id: pk }, key);
    expect([first.status, told(second)]).toEqual([201, told(first)]);
    const other = await create({ order_id: pk, comment: 'x' }, key);
    expect(told(other)).toEqual([
      422,
      { error: 'The Idempotency-Key was used for another request within the last 24 hours.' },
    ]);
  });

  it('a client that may only read lists, and ships nothing', async () => {
    const { pk } = await ours.order({}, { qty: 1 });
    const credentials = await boundClient(api, ours.tenant, ['read']);
    const { body } = await tokenFor(api, credentials);
    expect(body.scope).toBe('read');
    const reader = jsonClient(api.url(), body.access_token as string);
    expect((await reader.get('/api2/shipment?limit=1')).status).toBe(200);
    for (const path of ['create', 'track', 'email']) {
      const answer = await reader.post(`/api2/shipment/${path}`, { order_id: pk });
      expect(told(answer)).toEqual([403, { error: 'Forbidden' }]);
    }
  });

  it.each(['/api2/shipments', '/api2/shippment', '/api2/shippments'])(
    'is served at %s/create as well',
    async (path) => {
      const { pk } = await ours.order({}, { qty: 1 });
      expect((await ours.store.post(`${path}/create`, { order_id: pk })).status).toBe(201);
    },
  );
});
