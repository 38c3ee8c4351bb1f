import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type Body, type TenantClient } from '../support/api.js';
import { publishedLists } from '../support/contract.js';
import { deleteStatuses, found, write } from '../support/rows.js';

/** Shipments by name, in the order of their creation. */
const SHIPMENTS: Record<string, { city?: string | null; state?: string; code?: string; score?: number }> = {
  b1: { city: 'Bern', state: '2', code: 'open', score: 2.5 },
  a1: { city: 'Äpfel', state: '1', code: 'Done' },
  null1: { city: null, state: '1' },
  a2: { city: 'apfel', state: '2', code: 'öffnen', score: 10 },
  empty: { city: '', state: '3', score: 9 },
  c1: { city: '_under', state: '1' },
  null2: { state: '2', code: 'done', score: 0 },
  a3: { city: 'Apfelbaum', state: '1', score: 2.5 },
  emoji: { city: '🚚', state: '9' },
};

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
    for (const [name, { city, state, code, score }] of Object.entries(SHIPMENTS)) {
      const { id } = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        externalSourceSyncId: name,
        address: { city, state },
        ...(code === undefined ? {} : { shipmentStatus: { code } }),
      });
      await write(api, 'shipments', id, { reviewTotalScore: score ?? null });
    }
  });
  const shipments = (query: string): Promise<string[]> => found(tenant, `/shipments?${query}`);

  const CREATED = ['b1', 'a1', 'null1', 'a2', 'empty', 'c1', 'null2', 'a3', 'emoji'];
  const BY_CITY = ['null1', 'null2', 'empty', 'a1', 'a2', 'a3', 'b1', 'c1', 'emoji'];

  it('sorts by creation when nothing is asked for', async () => {
    expect(await shipments('')).toEqual(CREATED);
  });

  it('sorts text without regard to case and accents, nulls first, equal values by creation', async () => {
    expect(await shipments('order[address.city]=asc')).toEqual(BY_CITY);
  });

  it('sorts downwards in exactly the opposite order, nulls last', async () => {
    expect(await shipments('order[address.city]=desc')).toEqual(BY_CITY.toReversed());
  });

  it.each(['ASC', 'Asc', 'aSC'])('takes a direction in any case: %s', async (direction) => {
    expect(await shipments(`order[address.city]=${direction}`)).toEqual(BY_CITY);
  });

  it.each(['DESC', 'Desc'])('takes a direction in any case: %s', async (direction) => {
    expect(await shipments(`order[address.city]=${direction}`)).toEqual(BY_CITY.toReversed());
  });

  it.each(['', '=', '=down', '=ascending', '=asc,desc', '=1', '=-1', '=%20asc', '=asc;drop table shipments'])(
    'ignores the direction "%s", and keeps the other keys',
    async (value) => {
      expect(await shipments(`order[address.city]${value}`)).toEqual(CREATED);
      const query = `order[address.city]${value}&order[reviewTotalScore]=desc`;
      expect(await shipments(query)).toEqual(await shipments('order[reviewTotalScore]=desc'));
    },
  );

  it.each([
    'order=asc',
    'order[]=address.city',
    'order[city]=asc',
    'order[address_city]=asc',
    'order[pk]=desc',
  ])('ignores %s', async (query) => {
    expect(await shipments(query)).toEqual(CREATED);
  });

  describe('several keys', () => {
    it('sort in the order in which they are sent', async () => {
      expect(await shipments('order[address.state]=asc&order[address.city]=asc')).toEqual([
        'null1',
        'a1',
        'a3',
        'c1',
        'null2',
        'a2',
        'b1',
        'empty',
        'emoji',
      ]);
      expect(await shipments('order[address.city]=asc&order[address.state]=desc')).toEqual([
        'null2',
        'null1',
        'empty',
        'a2',
        'a1',
        'a3',
        'b1',
        'c1',
        'emoji',
      ]);
    });

    it('may differ in their direction', async () => {
      expect(await shipments('order[address.state]=desc&order[address.city]=asc')).toEqual([
        'emoji',
        'empty',
        'null2',
        'a2',
        'b1',
        'null1',
        'a1',
        'a3',
        'c1',
      ]);
    });

    it('keep their place when one is sent again, with the direction sent last', async () => {
      const query = 'order[address.state]=desc&order[address.city]=asc&order[address.state]=asc';
      expect(await shipments(query)).toEqual(
        await shipments('order[address.state]=asc&order[address.city]=asc'),
      );
    });
  });

  it('sorts numbers by their amount', async () => {
    expect(await shipments('order[reviewTotalScore]=asc')).toEqual([
      ...['a1', 'null1', 'c1', 'emoji'],
      ...['null2', 'b1', 'a3', 'empty', 'a2'],
    ]);
  });

  it('sorts by a property of a relation; rows without it are null, codes keep their accents', async () => {
    expect(await shipments('order[shipmentStatus.code]=asc')).toEqual([
      ...['null1', 'empty', 'c1', 'a3', 'emoji'],
      ...['a1', 'null2', 'b1', 'a2'],
    ]);
    expect(await shipments('order[shipmentStatus.code]=desc&shipmentStatus.code[]=done')).toEqual([
      'null2',
      'a1',
    ]);
  });

  it('sorts what filters find', async () => {
    expect(await shipments('address.state=1&order[address.city]=desc')).toEqual(['c1', 'a3', 'a1', 'null1']);
  });

  it('sorts order numbers element by element', async () => {
    const other = await api.tenant();
    const lists = {
      'A 1': ['A', '1'],
      B: ['B'],
      A: ['A'],
      none: [],
      A1: ['A1'],
      'A!': ['A!'],
      'A B C': ['A', 'B', 'C'],
    };
    for (const [name, orderNumbers] of Object.entries(lists))
      await other.make('/shipments', {
        workspace: other.workspace,
        externalSourceSyncId: name,
        orderNumbers,
      });
    const sorted = ['none', 'A', 'A 1', 'A B C', 'A!', 'A1', 'B'];
    expect(await found(other, '/shipments?order[orderNumbers]=asc')).toEqual(sorted);
    expect(await found(other, '/shipments?order[orderNumbers]=desc')).toEqual(sorted.toReversed());
  });

  it('sorts long texts to their end', async () => {
    const other = await api.tenant();
    for (const name of ['c', 'a', 'b']) {
      await other.make('/shipments', {
        workspace: other.workspace,
        externalSourceSyncId: name,
        address: { city: '🚚'.repeat(254) + name },
      });
    }
    expect(await found(other, '/shipments?order[address.city]=asc')).toEqual(['a', 'b', 'c']);
  });

  describe('money', () => {
    it.each(['subtotal', 'total'])('sorts orders by the amount of %s', async (property) => {
      const other = await api.tenant();
      for (const amount of ['100', '9', null, '-1', '12.5', '12.4999'])
        await other.make('/orders', { workspace: other.workspace, orderNumber: '1', [property]: amount });
      const shown = [null, '-1.00', '9.00', '12.4999', '12.50', '100.00'].map((amount) => amount ?? '');
      expect(await found(other, `/orders?order[${property}]=asc`, property)).toEqual(shown);
      expect(await found(other, `/orders?order[${property}]=desc`, property)).toEqual(shown.toReversed());
    });

    it('sorts order items by their price', async () => {
      const other = await api.tenant();
      const order = await other.make('/orders', { workspace: other.workspace, orderNumber: '1' });
      for (const price of ['100', '9', null, '10'])
        await other.make('/order_items', { order: order['@id'], price });
      const shown = ['', '9.00', '10.00', '100.00'];
      expect(await found(other, '/order_items?order[price]=asc', 'price')).toEqual(shown);
      expect(await found(other, '/order_items?order[price]=desc', 'price')).toEqual(shown.toReversed());
    });
  });

  describe('pages of rows that are all equal', () => {
    let other: TenantClient;
    const created: string[] = [];
    beforeAll(async () => {
      other = await api.tenant();
      for (let index = 0; index < 23; index++) {
        const row = { workspace: other.workspace, address: { city: index % 2 === 0 ? 'Same' : 'SAME' } };
        created.push((await other.make('/shipments', row)).id as string);
      }
    });

    const pages = async (query: string): Promise<string[]> => {
      const ids: string[] = [];
      for (let page = 1; page <= 5; page++) {
        const { body } = await other.get(`/shipments?${query}&itemsPerPage=5&page=${page}`);
        ids.push(...(body['hydra:member'] as Body[]).map((each) => each.id as string));
      }
      return ids;
    };

    it.each([
      '',
      'order[address.city]=asc',
      'order[email]=asc',
      'order[trackingStatus]=asc&order[address.city]=asc',
      'order[shipmentStatus.code]=asc',
      'order[daysInTransit]=asc',
      'order[daysInIdle]=asc',
    ])('have no overlap and no gap: %s', async (query) => {
      expect(await pages(query)).toEqual(created);
      expect(await pages(query.replaceAll('=asc', '=desc'))).toEqual(
        query === '' ? created : created.toReversed(),
      );
    });
  });

  describe('every sortable property', () => {
    /** Ids by list; of each list the first row is b, the second c and the third a, in all properties. */
    const rows: Record<string, string[]> = {};
    let all: TenantClient;

    beforeAll(async () => {
      all = await api.tenant(['b', 'c', 'a']);
      await deleteStatuses(all);
      const { workspace } = all;
      const team = `/teams/${all.teamId}`;
      rows['/workspaces'] = all.workspaces.map(({ id }) => id);
      for (const [index, letter] of ['b', 'c', 'a'].entries()) {
        const number = 'abc'.indexOf(letter) + 1;
        const moment = `2026-01-0${number} 00:00:00.000000`;
        const stamps = { createdAt: moment, updatedAt: moment };
        const parts = [
          'addressLine1',
          'addressLine2',
          'city',
          'company',
          'firstName',
          'lastName',
          'postcode',
        ];
        const address = {
          ...Object.fromEntries([...parts, 'state'].map((part) => [part, letter])),
          countryIso2: `S${letter}`,
        };
        const common = { workspace, email: `${letter}@example.com`, phoneNumber: letter };
        const make = async (path: string, body: object): Promise<string> => {
          const { '@id': iri, id } = await all.make(path, body);
          (rows[path] ??= []).push(id as string);
          return iri as string;
        };
        const last = (path: string): string => rows[path]?.at(-1) ?? '';

        await write(api, 'workspaces', rows['/workspaces'][index] ?? '', { createdAt: moment });
        const order = await make('/orders', {
          ...common,
          orderNumber: letter,
          orderStatus: { code: letter },
          subtotal: number,
          total: number,
          shippingAddress: address,
          billingAddress: address,
        });
        const item = await make('/order_items', { order, productName: letter, qty: number, price: number });
        const shipment = await make('/shipments', {
          ...common,
          trackingNumber: `TN1${letter}`,
          orderNumbers: [letter],
          shipmentStatus: { code: letter },
          address,
        });
        await make('/shipment_items', { shipment, orderItem: item, qty: number });
        await write(api, 'orders', last('/orders'), {
          ...stamps,
          fulfillmentStatus: letter,
          shipmentsWithoutTrackingCount: number,
        });
        await write(api, 'shipments', last('/shipments'), {
          ...stamps,
          trackingStatus: letter,
          originCarrier: letter,
          destinationCarrier: letter,
          originCountry: letter,
          originCountryFolded: letter,
          destinationCountry: letter,
          destinationCountryFolded: letter,
          originCountryIso2: letter,
          destinationCountryIso2: letter,
          shippedAt: moment,
          lastStatusUpdate: moment,
          expectedDeliveryDate: moment,
          reviewTotalScore: number,
          transitDays: number,
          idleDays: number,
        });
        await make('/notes', { workspace, entity: 'orders', entityId: order, comment: letter });
        await write(api, 'notes', last('/notes'), { createdAt: moment });
        await make('/products', { team, name: letter });
        await write(api, 'products', last('/products'), stamps);
        await make('/product_variants', { team, sku: letter });
        await write(api, 'product_variants', last('/product_variants'), stamps);
        await make('/workflows', { workspace, title: letter, type: 'integration-shop' });
        await write(api, 'workflows', last('/workflows'), stamps);
        const checkpoint = randomUUID();
        await api.db().transaction((transaction) =>
          transaction.run(
            `INSERT INTO checkpoints (id, workspacePk, shipmentPk, checkpointDate, createdAt)
              SELECT ?, workspacePk, pk, ?, createdAt FROM shipments WHERE id = ?`,
            [checkpoint, moment, last('/shipments')],
          ),
        );
        (rows['/tracking_checkpoints'] ??= []).push(checkpoint);
      }
    });

    const keys = publishedLists
      .filter(({ path }) => path !== '/statuses')
      .flatMap(({ path, sortable }) => sortable.map((property) => [path, property] as const));

    it.each(keys)('%s?order[%s]', async (path, property) => {
      const [b = '', c = '', a = ''] = rows[path] ?? [];
      const sorted = property === 'id' ? [a, b, c].sort() : [a, b, c];
      expect(await found(all, `${path}?order[${property}]=asc`, 'id')).toEqual(sorted);
      expect(await found(all, `${path}?order[${property}]=desc`, 'id')).toEqual(sorted.toReversed());
    });

    it('/statuses, made by orders and shipments', async () => {
      const codes = (query: string): Promise<string[]> => found(all, `/statuses?${query}`, 'code');
      expect(await codes('')).toEqual(['b', 'b', 'c', 'c', 'a', 'a']);
      expect(await codes('order[entity]=asc')).toEqual(['b', 'c', 'a', 'b', 'c', 'a']);
      expect(await codes('order[entity]=desc&order[code]=asc')).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
      expect(await codes('order[code]=desc&entity=orders')).toEqual(['c', 'b', 'a']);
      for (const title of ['y', 'z', 'x'])
        await all.make('/statuses', { workspace: all.workspace, code: `titled ${title}`, title });
      expect(await found(all, '/statuses?order[title]=desc&code=titled', 'title')).toEqual(['z', 'y', 'x']);
    });
  });
});
