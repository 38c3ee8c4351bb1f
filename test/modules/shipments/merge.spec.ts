import { beforeAll, expect, it } from '@jest/globals';
import { apiDocument } from '../../../src/app/api-document.js';
import { onEachApi, type Answer, type Body, type TenantClient } from '../../support/api.js';
import { allRows } from '../../support/all-rows.js';
import { Documented } from '../../support/documented.js';

const documented = new Documented(apiDocument('https://waybill.invalid'));
const PATH = '/shipments/merge';
const NOBODY = '99999999-9999-4999-8999-999999999999';

let counter = 0;
const unique = (word: string): string => `${word}${++counter}`;

onEachApi((api) => {
  let tenant: TenantClient;
  let workspaceId: string;
  beforeAll(async () => {
    tenant = await api.tenant(['Shop', 'Warehouse']);
    workspaceId = tenant.workspaces[0]?.id ?? '';
  });

  const make = (path: string, body: object): Promise<Body> =>
    tenant.make(path, { workspace: tenant.workspace, ...body });
  const order = (...quantities: readonly number[]): Promise<{ order: Body; items: Body[] }> =>
    make('/orders', { orderNumber: unique('on-') }).then(async (made) => {
      const items: Body[] = [];
      for (const qty of quantities) items.push(await make('/order_items', { order: made['@id'], qty }));
      return { order: made, items };
    });
  const shipment = (body: object): Promise<Body> => make('/shipments', body);
  const merge = (gone: Body, trackingNumber: string, more: object = {}): Promise<Answer> =>
    tenant.post(PATH, { workspaceId, shipmentId: gone.id, trackingNumber, ...more });
  const get = async (iri: unknown): Promise<Body> => (await tenant.get(iri as string)).body;
  const contents = async (iri: unknown): Promise<unknown[]> => {
    const { body } = await tenant.get(`${iri as string}/shipment_items`);
    return (body['hydra:member'] as Body[]).map((item) => [item.orderItem, item.qty]);
  };

  it('moves items, orders and order numbers to the shipment with the number, and deletes the other', async () => {
    const first = await order(5, 2);
    const second = await order(3);
    const [tea, cup] = first.items.map((item) => item['@id'] as string);
    const pot = second.items[0]?.['@id'] as string;
    const trackingNumber = unique('KEPT');
    const kept = await shipment({
      trackingNumber,
      orders: [first.order['@id']],
      orderNumbers: ['Extra'],
      shipmentItems: [{ orderItem: tea, qty: 2 }],
    });
    const gone = await shipment({
      trackingNumber: unique('GONE'),
      orders: [first.order['@id'], second.order['@id']],
      orderNumbers: ['extra', 'Loose'],
      shipmentItems: [
        { orderItem: tea, qty: 3 },
        { orderItem: cup, qty: 1 },
        { orderItem: pot, qty: 3 },
      ],
    });
    const moved = (gone.shipmentItems as string[])[1];

    const answer = await merge(gone, trackingNumber.toLowerCase());
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    expect(documented.deviations('POST', PATH, answer)).toEqual([]);
    expect(answer.body).toMatchObject({
      '@context': '/contexts/Shipment',
      '@id': kept['@id'],
      trackingNumber,
      orders: [first.order['@id'], second.order['@id']],
    });
    const numbers = [first.order.orderNumber, second.order.orderNumber].map((each) =>
      String(each).toUpperCase(),
    );
    expect([...(answer.body.orderNumbers as string[])].sort()).toEqual(['EXTRA', 'LOOSE', ...numbers].sort());
    expect(await contents(kept['@id'])).toEqual([
      [tea, 5],
      [cup, 1],
      [pot, 3],
    ]);
    // what nothing was added to is the same item
    expect(await get(moved)).toMatchObject({ shipment: kept['@id'], orderItem: cup });
    expect((await tenant.get(gone['@id'])).status).toBe(404);

    // quantities are as they were, and the orders know
    expect(await get(tea)).toMatchObject({ qty: 5, fulfilledQty: 5 });
    expect(await get(cup)).toMatchObject({ fulfilledQty: 1 });
    expect(await get(first.order['@id'])).toMatchObject({
      fulfillmentStatus: 'partial',
      shipments: [kept['@id']],
    });
    expect(await get(second.order['@id'])).toMatchObject({
      fulfillmentStatus: 'fulfilled',
      shipments: [kept['@id']],
    });
    // it is found by all its numbers, and the other one's number is free
    const found = await tenant.get(`/shipments?orderNumbers[]=loose&workspace.id=${workspaceId}`);
    expect((found.body['hydra:member'] as Body[]).map(({ id }) => id)).toEqual([kept.id]);
    const free = await tenant.get(`/shipments?trackingNumber=${gone.trackingNumber as string}`);
    expect(free.body['hydra:totalItems']).toBe(0);
    expect(
      await tenant.post('/shipments', { workspace: tenant.workspace, trackingNumber: gone.trackingNumber }),
    ).toMatchObject({ status: 201 });
  });

  it('counts a shipment without a number no more', async () => {
    const { order: made } = await order(1);
    const trackingNumber = unique('N');
    await shipment({ trackingNumber });
    const gone = await shipment({ orders: [made['@id']] });
    expect(await get(made['@id'])).toMatchObject({ shipmentsWithoutTrackingCount: 1 });
    expect((await merge(gone, trackingNumber)).status).toBe(201);
    expect(await get(made['@id'])).toMatchObject({ shipmentsWithoutTrackingCount: 0 });
  });

  it('adds up several items of one order item', async () => {
    const { items } = await order(9);
    const orderItem = items[0]?.['@id'] as string;
    const trackingNumber = unique('N');
    const kept = await shipment({ trackingNumber });
    const gone = await shipment({
      shipmentItems: [
        { orderItem, qty: 4 },
        { orderItem, qty: 5 },
      ],
    });
    expect((await merge(gone, trackingNumber)).status).toBe(201);
    expect(await contents(kept['@id'])).toEqual([[orderItem, 9]]);
    expect(await get(orderItem)).toMatchObject({ fulfilledQty: 9 });
  });

  it('takes IRIs, plain JSON, no workspace, and numbers as people type them', async () => {
    const trackingNumber = unique('N');
    await shipment({ trackingNumber });
    const gone = await shipment({});
    const body = {
      shipmentId: gone['@id'],
      trackingNumber: ` ${trackingNumber.slice(0, 1)}\u00a0${trackingNumber.slice(1)} `,
    };
    expect(documented.refusals('POST', PATH, body)).toEqual([]);
    const plain = { 'content-type': 'application/json', accept: 'application/json' };
    const answer = await tenant.post(PATH, body, plain);
    expect(answer).toMatchObject({ status: 201, body: { trackingNumber } });
    expect(answer.body).not.toHaveProperty('@id');
    expect(documented.deviations('POST', PATH, answer)).toEqual([]);
  });

  it('is done once for an Idempotency-Key', async () => {
    const trackingNumber = unique('N');
    await shipment({ trackingNumber });
    const gone = await shipment({});
    const headers = { 'idempotency-key': unique('merge-') };
    const body = { shipmentId: gone.id, trackingNumber };
    const first = await tenant.post(PATH, body, headers);
    const again = await tenant.post(PATH, body, headers);
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it.each<[string, (gone: Body, number: string, other: TenantClient) => object, string]>([
    [
      'nobody has the number',
      () => ({ trackingNumber: 'NOBODY' }),
      'trackingNumber: No shipment of the same workspace has this tracking number.',
    ],
    [
      'the number can be nobody’s',
      () => ({ trackingNumber: 'Nö' }),
      'trackingNumber: No shipment of the same workspace has this tracking number.',
    ],
    [
      'the number is missing',
      () => ({ trackingNumber: '' }),
      'trackingNumber: This value should not be blank.',
    ],
    ['the shipment is missing', () => ({ shipmentId: null }), 'shipmentId: This value should not be blank.'],
    [
      'the shipment is not there',
      () => ({ shipmentId: NOBODY }),
      `Item not found for "/shipments/${NOBODY}".`,
    ],
    ['the id is none', () => ({ shipmentId: 'nope' }), 'Item not found for "/shipments/nope".'],
    [
      'the workspace is not there',
      () => ({ workspaceId: NOBODY }),
      `Item not found for "/workspaces/${NOBODY}".`,
    ],
    [
      'the shipment has the number itself',
      (gone) => ({ trackingNumber: gone.trackingNumber }),
      'trackingNumber: This is the tracking number of the shipment itself.',
    ],
    [
      'a number is an object',
      () => ({ trackingNumber: {} }),
      'The type of the "trackingNumber" attribute must be "string", "array" given.',
    ],
  ])('is refused when %s, and nothing changes', async (_, change, message) => {
    const number = unique('N');
    await shipment({ trackingNumber: number });
    const gone = await shipment({ trackingNumber: unique('G') });
    const before = await allRows(api.db());
    for (const accept of ['application/ld+json', 'application/json']) {
      const body = { shipmentId: gone.id, trackingNumber: number, ...change(gone, number, tenant) };
      const answer = await tenant.post(PATH, body, { accept });
      expect(answer.status).toBe(400);
      expect(answer.body['hydra:description'] ?? answer.body.detail).toBe(message);
      expect(documented.deviations('POST', PATH, answer)).toEqual([]);
    }
    expect(await allRows(api.db())).toEqual(before);
  });

  it("sees nothing of other tenants' and other workspaces' shipments", async () => {
    const other = await api.tenant();
    const trackingNumber = unique('N');
    const theirs = await other.make('/shipments', { workspace: other.workspace, trackingNumber });
    const mine = await shipment({});
    expect((await merge(mine, trackingNumber)).status).toBe(400);
    expect((await other.post(PATH, { shipmentId: mine.id, trackingNumber })).status).toBe(400);
    const elsewhere = await tenant.make('/shipments', {
      workspace: `/workspaces/${tenant.workspaces[1]?.id}`,
      trackingNumber: unique('N'),
    });
    expect((await merge(mine, elsewhere.trackingNumber as string)).status).toBe(400);
    // the workspace that is named is the one that is meant
    expect((await merge(elsewhere, trackingNumber)).status).toBe(400);
    for (const each of [theirs, mine, elsewhere]) {
      const reader = each === theirs ? other : tenant;
      expect((await reader.get(each['@id'] as string)).status).toBe(200);
    }
  });

  it('goes wrong as a whole when the order numbers would be too many', async () => {
    const numbers = (from: number): string[] => Array.from({ length: 60 }, (_, index) => `M-${from + index}`);
    const trackingNumber = unique('N');
    const { items } = await order(1);
    const kept = await shipment({ trackingNumber, orderNumbers: numbers(0) });
    const gone = await shipment({
      orderNumbers: numbers(60),
      shipmentItems: [{ orderItem: items[0]?.['@id'], qty: 1 }],
    });
    const answer = await merge(gone, trackingNumber);
    expect(answer).toMatchObject({ status: 400, body: { violations: [{ propertyPath: 'orderNumbers' }] } });
    expect(await contents(kept['@id'])).toEqual([]);
    expect(await contents(gone['@id'])).toEqual([[items[0]?.['@id'], 1]]);
  });

  it('of one shipment twice at once happens once, and no quantity is lost', async () => {
    const { items } = await order(10);
    const orderItem = items[0]?.['@id'] as string;
    const trackingNumber = unique('N');
    const kept = await shipment({ trackingNumber, shipmentItems: [{ orderItem, qty: 1 }] });
    const others = await Promise.all(
      [2, 3, 4].map((qty) => shipment({ shipmentItems: [{ orderItem, qty }] })),
    );
    const answers = await Promise.all([...others, ...others].map((gone) => merge(gone, trackingNumber)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 400, 400, 400]);
    expect(await contents(kept['@id'])).toEqual([[orderItem, 10]]);
    expect(await get(orderItem)).toMatchObject({ fulfilledQty: 10 });
  });

  it('needs a token', async () => {
    const answer = await api.anonymous().post(PATH, {});
    expect(answer.status).toBe(401);
    expect(documented.deviations('POST', PATH, answer)).toEqual([]);
  });
});
