import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type Answer, type Body } from '../../support/api.js';
import { shop, type Shop, type ShopOrder, unique } from '../../support/api2.js';

onEachApi((api) => {
  let ours: Shop;
  beforeAll(async () => {
    ours = await shop(api);
  });

  const told = ({ status, body }: Answer): unknown => [status, body];
  const create = async (more: object = {}, order?: ShopOrder): Promise<Body> => {
    const { pk } = order ?? (await ours.order({}, { qty: 9 }));
    const { body } = await ours.store.post('/api2/shipment/create', { order_id: pk, ...more });
    return body.shipment;
  };
  const add = (body: object, headers?: Record<string, string>): Promise<Answer> =>
    ours.store.post('/api2/shipment/track', body, headers);
  const numbers = ({ body }: Answer): unknown[] =>
    (body.shipment.tracks as Body[]).map(({ track_number }) => track_number as unknown);

  it('the first one is the number of the shipment, each further one a shipment without items', async () => {
    const order = await ours.order({ email: 'ada@example.com' }, { qty: 9 });
    const shipment = await create({}, order);
    const [a, b, c] = [unique('A '), unique('B'), unique('C')];
    const by = { shipment_id: shipment.entity_id };
    expect(numbers(await add({ ...by, track_number: a, carrier_code: 'ups' }))).toEqual([a]);
    expect(numbers(await add({ ...by, track_number: b }))).toEqual([a, b]);
    const last = await add({ ...by, track_number: c, title: 'Carrier', description: 'big' });
    expect([last.status, numbers(last), last.body.shipment.total_qty]).toEqual([201, [a, b, c], 9]);
    expect((await ours.store.get(`/api2/shipment?id=${shipment.entity_id}`)).body).toEqual(last.body);
    const { body } = await ours.tenant.get(
      `/shipments?orderNumbers=${order.number}&order[trackingNumber]=asc`,
    );
    const seen = (body['hydra:member'] as Body[]).map((each) => [
      each.trackingNumber,
      each.trackingStatus,
      each.originCarrier,
      each.email,
      each.orderNumbers,
    ]);
    const rest = ['ada@example.com', [order.number]];
    expect(seen).toEqual([
      [a.replace(' ', ''), 'no_info', 'ups', ...rest],
      [b, 'no_info', null, ...rest],
      [c, 'no_info', null, ...rest],
    ]);
    expect((await ours.tenant.get(order.iri)).body).toMatchObject({
      shipmentsWithoutTrackingCount: 0,
      fulfillmentStatus: 'fulfilled',
    });
  });

  it('takes the place of a carrier that was chosen for no number', async () => {
    const { tenant, store } = ours;
    const order = await ours.order();
    const made = await tenant.make('/shipments', {
      workspace: tenant.workspace,
      orders: [order.iri],
      originCarrier: 'ups',
    });
    const answer = await store.post('/api2/shipment/track', {
      order_id: order.pk,
      track_number: unique('X'),
    });
    expect([answer.status, answer.body.shipment.tracks[0].carrier_code]).toEqual([201, 'custom']);
    expect((await tenant.get(made['@id'] as string)).body.originCarrier).toBeNull();
  });

  it('keeps order numbers whose order is not there', async () => {
    const { tenant } = ours;
    const number = unique('LOOSE-');
    const trackingNumber = unique('L');
    await tenant.make('/shipments', { workspace: tenant.workspace, orderNumbers: [number], trackingNumber });
    const further = unique('L');
    const answer = await add({ order_increment_id: number, track_number: further });
    expect([answer.status, numbers(answer)]).toEqual([201, [trackingNumber, further]]);
    const { body } = await tenant.get(`/shipments?orderNumbers=${number}`);
    expect(body['hydra:totalItems']).toBe(2);
  });

  describe('the shipment', () => {
    it('is found by each of its names', async () => {
      const order = await ours.order({}, { qty: 1 });
      const { entity_id: pk, increment_id } = await create({}, order);
      const names = [
        { shipment_id: pk },
        { shipment_id: String(pk), increment_id },
        { id: pk },
        { entity_id: pk },
        { increment_id },
        { increment_id: Number(increment_id) },
        { order_id: order.pk },
        { order_increment_id: order.number },
        { order_id: order.pk, order_increment_id: order.number.toLowerCase() },
        { shipment_id: pk, order_id: order.pk },
        { increment_id, order_increment_id: order.number },
      ];
      for (const each of names) {
        const { status, body } = await add({ ...each, track_number: unique('N') });
        expect([each, status, body.shipment?.entity_id]).toEqual([each, 201, pk]);
      }
    });

    it.each<[string, (shipment: Body, order: ShopOrder) => object, number, string]>([
      ['is not named', () => ({}), 400, 'Invalid shipment_id'],
      ['is named by an object', () => ({ shipment_id: {} }), 400, 'Invalid shipment_id'],
      ['has an id that can be none', () => ({ shipment_id: 'first' }), 404, 'Shipment not found'],
      ['has a number that can be none', () => ({ increment_id: '78' }), 404, 'Shipment not found'],
      [
        'has another number',
        ({ entity_id }) => ({ shipment_id: entity_id, increment_id: '100000000' }),
        400,
        'shipment_id and increment_id do not match',
      ],
      ['is of another order', (_, { pk }) => ({ shipment_id: 0, order_id: pk }), 404, 'Shipment not found'],
      [
        'has an order with another number',
        ({ order_id }) => ({ order_id, order_increment_id: 'X' }),
        400,
        'order_id and order_increment_id do not match',
      ],
      [
        'does not have the order number',
        ({ entity_id }) => ({ shipment_id: entity_id, order_increment_id: 'X' }),
        400,
        'The shipment and the order do not match',
      ],
      ['has an order without shipments', (_, { pk }) => ({ order_id: pk }), 404, 'Shipment not found'],
      [
        'has the number of an order without shipments',
        (_, { number }) => ({ order_increment_id: number }),
        404,
        'Shipment not found',
      ],
    ])('is refused when it %s', async (_, names, status, error) => {
      const shipment = await create();
      const unshipped = await ours.order({}, { qty: 1 });
      const answer = await add({ ...names(shipment, unshipped), track_number: unique('N') });
      expect(told(answer)).toEqual([status, { error }]);
    });

    it('must be of the order that is named, too', async () => {
      const shipment = await create();
      const other = await ours.order({}, { qty: 1 });
      const answer = await add({
        shipment_id: shipment.entity_id,
        order_id: other.pk,
        track_number: unique('N'),
      });
      expect(told(answer)).toEqual([400, { error: 'The shipment and the order do not match' }]);
    });

    it('is the one that has the items: further tracks do not make an order ambiguous, and have none', async () => {
      const order = await ours.order({}, { qty: 1 });
      const tracks = [{ track_number: unique('N') }, { track_number: unique('N') }];
      const { tracks: shown } = await create({ tracks }, order);
      expect((await add({ order_id: order.pk, track_number: unique('N') })).status).toBe(201);
      const answer = await add({ shipment_id: shown[1].entity_id, track_number: unique('N') });
      expect(told(answer)).toEqual([404, { error: 'Shipment not found' }]);
    });

    it('of somebody else is not there, nor is the order', async () => {
      const theirs = await shop(api);
      const order = await theirs.order({}, { qty: 1 });
      const made = await theirs.store.post('/api2/shipment/create', { order_id: order.pk });
      const { entity_id, increment_id } = made.body.shipment;
      for (const names of [{ shipment_id: entity_id }, { increment_id }])
        expect(told(await add({ ...names, track_number: unique('N') }))).toEqual([
          404,
          { error: 'Shipment not found' },
        ]);
      for (const names of [{ order_id: order.pk }, { order_increment_id: order.number }])
        expect(told(await add({ ...names, track_number: unique('N') }))).toEqual([
          404,
          { error: 'Order not found' },
        ]);
      const shown = await theirs.store.get(`/api2/shipment?id=${entity_id}`);
      expect(shown.body).toEqual(made.body);
    });
  });

  it.each<[object, string]>([
    [{}, 'Invalid track_number'],
    [{ track_number: '' }, 'Invalid track_number'],
    [{ track_number: '--' }, 'Invalid track_number'],
    [{ track_number: {} }, 'Invalid track_number'],
    [{ track_number: 'N1', title: 't'.repeat(256) }, 'Invalid title'],
    [{ track_number: 'N1', description: 'd'.repeat(65_536) }, 'Invalid description'],
  ])('a track that makes no sense is refused', async (track, error) => {
    const { entity_id } = await create();
    expect(told(await add({ shipment_id: entity_id, ...track }))).toEqual([400, { error }]);
  });

  it('a number of a shipment without an order is a conflict, for the first track and for a further one', async () => {
    const taken = unique('T');
    const { workspace } = ours.tenant;
    // of no order, so nobody can travel with it
    await ours.tenant.make('/shipments', { workspace, trackingNumber: taken });
    const bare = await create();
    const tracked = await create({ track_number: unique('T') });
    for (const { entity_id } of [bare, tracked]) {
      const answer = await add({ shipment_id: entity_id, track_number: taken.toLowerCase() });
      expect(told(answer)).toEqual([409, { error: 'Conflict on save' }]);
    }
  });

  it('many at once are all there, and one of them is the number of the shipment', async () => {
    const order = await ours.order({}, { qty: 1 });
    const { entity_id: pk } = await create({}, order);
    const all = Array.from({ length: 8 }, () => unique('P'));
    const answers = await Promise.all(
      all.map((track_number, at) =>
        add({ ...(at % 2 ? { shipment_id: pk } : { order_id: order.pk }), track_number }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    const shown = await ours.store.get(`/api2/shipment?id=${pk}`);
    expect(numbers(shown).sort()).toEqual(all.sort());
    expect(shown.body.shipment.tracks[0].entity_id).toBe(pk);
  });

  it('is done once for an Idempotency-Key', async () => {
    const { entity_id } = await create();
    const body = { shipment_id: entity_id, track_number: unique('I') };
    const headers = { 'idempotency-key': unique('track-') };
    const first = await add(body, headers);
    const again = await add(body, headers);
    expect([told(again), again.headers.get('idempotency-replayed')]).toEqual([told(first), 'true']);
    expect(numbers(again)).toEqual([body.track_number]);
  });

  it('is shown with its shipment, whatever another surface puts into it', async () => {
    const { tenant, store } = ours;
    const [first, second] = [await ours.order({}, { qty: 2 }), await ours.order({}, { qty: 3 })];
    const number = unique('S');
    const shipment = await create(
      { tracks: [{ track_number: unique('P') }, { track_number: number }] },
      first,
    );
    const list = (await tenant.get(`/shipments?trackingNumber=${number}`)).body['hydra:member'];
    const track = list[0]['@id'] as string;
    await tenant.put(track, { orders: [first.iri, second.iri] });
    await tenant.make('/shipment_items', { shipment: track, orderItem: second.items[0]?.iri, qty: 3 });
    const { body } = await store.get(`/api2/shipment?order_id=${second.pk}`);
    expect(body.shipments).toHaveLength(1);
    const [shown] = body.shipments;
    expect([shown.entity_id, shown.total_qty]).toEqual([shipment.entity_id, 5]);
    expect(
      (shown.items as Body[]).map(({ parent_id, order_item_id, qty }) => [parent_id, order_item_id, qty]),
    ).toEqual([
      [shipment.entity_id, first.items[0]?.pk, 2],
      [shipment.entity_id, second.items[0]?.pk, 3],
    ]);
    const added = await add({ order_id: second.pk, track_number: unique('T') });
    expect([added.status, added.body.shipment.entity_id]).toEqual([201, shipment.entity_id]);
  });

  it('keeps what is merged into it, and its own shipment', async () => {
    const { tenant, store } = ours;
    const [first, second] = [await ours.order({}, { qty: 2 }), await ours.order({}, { qty: 3 })];
    const numbered = (): object => ({ track_number: unique('M') });
    const gone = await create({ tracks: [numbered(), numbered()] }, first);
    const kept = await create({ tracks: [numbered(), numbered()] }, second);
    const [row] = await api.db().read('SELECT id FROM shipments WHERE pk = ?', [gone.entity_id]);
    const merged = await tenant.post('/shipments/merge', {
      shipmentId: row?.[0],
      trackingNumber: kept.tracks[1].track_number,
    });
    expect(merged.status).toBe(201);
    for (const order of [first, second]) {
      const { body } = await store.get(`/api2/shipment?order_id=${order.pk}`);
      expect(body.shipments).toHaveLength(1);
      const [shown] = body.shipments;
      expect([shown.entity_id, shown.total_qty]).toEqual([kept.entity_id, 5]);
      expect(numbers({ body: { shipment: shown } } as Answer).sort()).toEqual(
        [gone.tracks[1], ...kept.tracks].map(({ track_number }: Body) => track_number as string).sort(),
      );
    }
  });

  it('tells no customer and no client of a carrier that the number alone suggests', async () => {
    const order = await ours.order({}, { qty: 1 });
    const [track] = (await create({ track_number: '1Z5R89390357567127' }, order)).tracks;
    expect([track.carrier_code, track.title]).toEqual(['custom', null]);
    const named = await ours.order({}, { qty: 1 });
    const [ups] = (await create({ track_number: unique('UPS'), carrier_code: 'ups' }, named)).tracks;
    expect([ups.carrier_code, ups.title]).toEqual(['ups', 'UPS']);
  });

  it('goes with its shipment when that is deleted', async () => {
    const order = await ours.order({}, { qty: 1 });
    const { entity_id } = await create(
      { tracks: [1, 2, 3].map(() => ({ track_number: unique('D') })) },
      order,
    );
    const [row] = await api.db().read('SELECT id FROM shipments WHERE pk = ?', [entity_id as number]);
    expect((await ours.tenant.delete(`/shipments/${row?.[0] as string}`)).status).toBe(204);
    const { body } = await ours.tenant.get(`/shipments?orderNumbers=${order.number}`);
    expect(body['hydra:totalItems']).toBe(0);
  });

  it.each(['/api2/shipment', '/api2/shipments', '/api2/shippments/track', '/api2/shippment/track'])(
    'is added at %s as well',
    async (path) => {
      const { entity_id } = await create();
      const track_number = unique('N');
      const answer = await ours.store.post(path, { shipment_id: entity_id, track_number });
      expect([answer.status, numbers(answer)]).toEqual([201, [track_number]]);
    },
  );
});
