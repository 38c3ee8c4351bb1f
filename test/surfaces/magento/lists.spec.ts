import { beforeAll, describe, expect, it } from '@jest/globals';
import { incrementIdOf, shipmentPkIn } from '../../../src/surfaces/magento/increment-id.js';
import { onEachApi, type Body } from '../../support/api.js';
import { getWithBody, shop, type Shop, type ShopOrder, unique } from '../../support/api2.js';
import { write } from '../../support/rows.js';
import { statementsOf } from '../../support/statements.js';

describe('the number of a shipment', () => {
  it.each([
    [78, '100000078'],
    [1, '100000001'],
    [99_999_999, '199999999'],
    [123_456_789, '1123456789'],
  ])('%i is %s, and back', (pk, number) => {
    expect([incrementIdOf(pk), shipmentPkIn(number)]).toEqual([number, pk]);
  });

  it.each(['', '1', '78', '100000000', '200000078', '10000078', '1000000078', '1-0000078', '1e8', 'x'])(
    'is never %j',
    (text) => {
      expect(shipmentPkIn(text)).toBeUndefined();
    },
  );
});

const itemOf = ({ items }: ShopOrder): object => ({ order_item_id: items[0]?.pk, qty: 1 });

onEachApi(
  (api) => {
    let ours: Shop;
    let first: ShopOrder;
    const pks: number[] = [];
    /** Made on 1 to 5 May 2026 at 10:00:00.5, the later the earlier changed. */
    beforeAll(async () => {
      ours = await shop(api);
      first = await ours.order({ orderNumber: 'Web  12' }, { qty: 20, productSku: 'TEA' });
      const second = await ours.order({ orderNumber: 'WEB 13' }, { qty: 20, productSku: 'TEA' });
      for (const [at, { pk }] of [first, first, second, second, second].entries()) {
        const items = [{ sku: 'TEA', qty: at + 1 }];
        const { body } = await ours.store.post('/api2/shipment/create', { order_id: pk, items });
        pks.push(body.shipment.entity_id as number);
      }
      const { tenant } = ours;
      const list = (await tenant.get('/shipments?order[createdAt]=asc&itemsPerPage=50')).body;
      const byPk = await api.db().read('SELECT id, pk FROM shipments', []);
      for (const { id } of list['hydra:member'] as Body[]) {
        const at = pks.indexOf(byPk.find(([each]) => each === id)?.[1] as number);
        await write(api, 'shipments', id as string, {
          createdAt: `2026-05-0${at + 1} 10:00:00.500000`,
          updatedAt: `2026-06-0${5 - at} 10:00:00.500000`,
        });
      }
    });

    const get = async (query: string): Promise<unknown> =>
      (await ours.store.get(`/api2/shipment?${query}`)).body;
    /** The shipments of a list, by their positions from 1. */
    const positions = (body: unknown): number[] =>
      ((body as { shipments: Body[] }).shipments ?? []).map(
        ({ entity_id }) => pks.indexOf(entity_id as number) + 1,
      );
    const found = async (query: string): Promise<number[]> => positions(await get(query));

    it.each<[string, number[]]>([
      ['', [1, 2, 3, 4, 5]],
      ['direction=desc', [5, 4, 3, 2, 1]],
      ['sort=increment_id&direction=DESC', [5, 4, 3, 2, 1]],
      ['sort=created_at', [1, 2, 3, 4, 5]],
      ['sort=updated_at', [5, 4, 3, 2, 1]],
      ['sort=updated_at&direction=desc', [1, 2, 3, 4, 5]],
      ['limit=2', [1, 2]],
      ['limit=2&page=3', [5]],
      ['limit=2&page=4', []],
      ['page_size=2&page=2', [3, 4]],
      ['per_page=3&page=2', [4, 5]],
      ['pageSize=4', [1, 2, 3, 4]],
      ['order_increment_id=web 12', [1, 2]],
      ['order_increment_id=WEB 13&limit=1&page=3', [5]],
      ['order_increment_id=', [1, 2, 3, 4, 5]],
      ['order_increment_id=WEB 1', []],
      ['order_id=0', []],
      ['order_id=abc', []],
      ['order_id=99999999999999999999', []],
      ['created_from=2026-05-03', [3, 4, 5]],
      ['created_from=2026-05-03 10:00:00', [3, 4, 5]],
      ['created_from=2026-05-03+10:00:01', [4, 5]],
      ['created_to=2026-05-03', [1, 2, 3]],
      ['created_to=2026-05-03 09:59:59', [1, 2]],
      ['created_to=2026-05-03 10:00:00', [1, 2, 3]],
      [`created_from=${Date.UTC(2026, 4, 3, 10) / 1000}`, [3, 4, 5]],
      [`created_from=${Date.UTC(2026, 4, 3, 10, 0, 1) / 1000}`, [4, 5]],
      ['created_from=2026-05-02&created_to=2026-05-04&order_increment_id=Web 13', [3, 4]],
      ['created_from=2026-05-04&created_to=2026-05-02', []],
      ['created_to=9999-12-31', [1, 2, 3, 4, 5]],
      ['include_pagination=0&color=red', [1, 2, 3, 4, 5]],
    ])('a list of ?%s', async (query, expected) => {
      expect(await found(query)).toEqual(expected);
      expect(Object.keys((await get(query)) as object)).toEqual(['shipments']);
    });

    it('finds the shipments of an order by its id', async () => {
      expect(await found(`order_id=${first.pk}`)).toEqual([1, 2]);
      expect(await found(`order_id=${first.pk}&order_increment_id=web 13`)).toEqual([]);
    });

    it('gets one by any of its names, and a list of several numbers', async () => {
      const [a = 0, b = 0] = pks;
      const one = await get(`id=${a}`);
      expect((one as Body).shipment.entity_id).toBe(a);
      for (const query of [`shipment_id=${a}`, `entity_id=${a}`, `increment_id=${incrementIdOf(a)}`])
        expect(await get(query)).toEqual(one);
      expect(await get(`id=${a}&order_id=${first.pk}&increment_id=${incrementIdOf(a)}`)).toEqual(one);
      expect(await get(`id=${a}&increment_id=${incrementIdOf(b)}`)).toEqual({ error: 'Shipment not found' });
      expect(await get(`id=${a}&order_increment_id=web 13`)).toEqual({ error: 'Shipment not found' });
      const numbers = [a, b].map(incrementIdOf);
      expect(await found(`increment_id=${numbers.join(', ')}`)).toEqual([1, 2]);
      expect(await found(numbers.map((each) => `increment_id[]=${each}`).join('&'))).toEqual([1, 2]);
      expect(await found(`increment_id=${numbers[0]},nonsense`)).toEqual([1]);
    });

    it.each(['id=abc', 'id=-1', 'id=1.5', 'increment_id=78', 'increment_id=nonsense', 'entity_id=999999999'])(
      'there is no shipment with ?%s',
      async (query) => {
        const answer = await ours.store.get(`/api2/shipment?${query}`);
        expect([answer.status, answer.body]).toEqual([404, { error: 'Shipment not found' }]);
      },
    );

    it.each<[string, object]>([
      ['include_pagination=1&limit=2', { page: 1, limit: 2, total: 5, last_page: 3, has_next: true }],
      [
        'include_pagination=true&limit=2&page=3',
        { page: 3, limit: 2, total: 5, last_page: 3, has_next: false },
      ],
      ['include_pagination=1&page=9', { page: 9, limit: 20, total: 5, last_page: 1, has_next: false }],
      ['include_pagination=1&order_id=0', { page: 1, limit: 20, total: 0, last_page: 1, has_next: false }],
    ])('?%s tells the totals', async (query, expected) => {
      const { shipments, ...rest } = (await get(query)) as Body;
      expect(shipments).toEqual(expect.any(Array));
      expect(rest).toEqual(expected);
    });

    it.each<[string, string]>([
      ['created_from=2026-02-30', 'Invalid created_from'],
      ['created_from=yesterday', 'Invalid created_from'],
      ['created_from=20260503', 'Invalid created_from'],
      ['created_to=2026-05-07T10:00:00Z', 'Invalid created_to'],
      ['created_to=2026-05-07 24:00:00', 'Invalid created_to'],
      ['limit=201', 'Invalid limit'],
      ['limit=0', 'Invalid limit'],
      ['per_page=201', 'Invalid limit'],
      ['page=0', 'Invalid page'],
      ['page=-1', 'Invalid page'],
      ['page=two', 'Invalid page'],
      ['page=99999999999999', 'Invalid page'],
      ['sort=email', 'Invalid sort'],
      ['sort=constructor', 'Invalid sort'],
      ['direction=up', 'Invalid direction'],
      ['include_pagination=maybe', 'Invalid include_pagination'],
      ['order_increment_id[]=1', 'Invalid order_increment_id'],
      ['%E0%A4%A', 'The query is not valid percent-encoded UTF-8.'],
    ])('?%s is refused', async (query, error) => {
      const answer = await ours.store.get(`/api2/shipment?${query}`);
      expect([answer.status, answer.body]).toEqual([400, { error }]);
    });

    describe('parameters in the body', () => {
      const withBody = (body: unknown, query = '', headers?: Record<string, string>) =>
        getWithBody(
          api,
          `/api2/shipment${query}`,
          ours.token,
          typeof body === 'string' ? body : JSON.stringify(body),
          headers,
        );

      it.each<[string, unknown, number[]]>([
        ['', { limit: 2, page: 2 }, [3, 4]],
        ['', { limit: '2', sort: 'entity_id', direction: 'desc' }, [5, 4]],
        ['?page=1', { limit: 2, page: 2 }, [1, 2]],
        ['?per_page=1', { limit: 2, page: 2 }, [2]],
        ['', { order_increment_id: null, limit: 1 }, [1]],
        ['?order_id=', { limit: 1 }, [1]],
        ['', [], [1, 2, 3, 4, 5]],
        ['?limit=3', '', [1, 2, 3]],
      ])('%s and %j', async (query, body, expected) => {
        const answer = await withBody(body, query);
        expect([answer.status, positions(answer.body)]).toEqual([200, expected]);
      });

      it('may have numbers of shipments as a list', async () => {
        const list = await withBody({ increment_id: pks.slice(1, 3).map(incrementIdOf) });
        expect(positions(list.body)).toEqual([2, 3]);
        const one = await withBody({ increment_id: Number(incrementIdOf(pks[1] ?? 0)) });
        expect(one.body.shipment.entity_id).toBe(pks[1]);
      });

      it.each<[string, unknown, number, string]>([
        ['no JSON', '{', 400, 'Syntax error'],
        ['a list', '[1]', 400, 'The body must be a JSON object'],
        ['a text', '"x"', 400, 'The body must be a JSON object'],
        ['null', 'null', 400, 'The body must be a JSON object'],
        ['an object in place of a number', { page: {} }, 400, 'Invalid page'],
        ['a list in place of a text', { order_increment_id: ['1'] }, 400, 'Invalid order_increment_id'],
        ['an object in place of an id', { id: {} }, 400, 'Invalid id'],
        ['a number that is an object', { increment_id: [{}] }, 400, 'Invalid increment_id'],
        ['half of a character', '{"order_increment_id":"\\ud800"}', 400, 'Invalid order_increment_id'],
      ])('are refused when it is %s', async (_, body, status, error) => {
        const answer = await withBody(body);
        expect([answer.status, answer.body]).toEqual([status, { error }]);
      });

      it('are refused when they are too many, or of another type', async () => {
        const long = await withBody({ order_id: 'x'.repeat(1_048_576) });
        expect([long.status, long.body]).toEqual([
          413,
          { error: 'The body is too large. It should have 1 MiB or less.' },
        ]);
        const chunked = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };
        const piecemeal = await withBody({ order_id: 'x'.repeat(1_048_576) }, '', chunked);
        expect(piecemeal.status).toBe(413);
        const form = await withBody('page=2', '', { 'content-type': 'application/x-www-form-urlencoded' });
        expect([form.status, form.body]).toEqual([
          415,
          {
            error:
              'The content-type "application/x-www-form-urlencoded" is not supported. Supported MIME types are "application/ld+json", "application/json".',
          },
        ]);
        expect((await withBody('', '?limit=1', { 'content-type': 'text/plain' })).status).toBe(200);
      });
    });

    it('takes as many numbers of shipments as a page has', async () => {
      const many = (count: number): string =>
        JSON.stringify({ increment_id: Array.from({ length: count }, (_, n) => incrementIdOf(n + 1)) });
      const { token } = ours;
      expect((await getWithBody(api, '/api2/shipment', token, many(200))).status).toBe(200);
      expect(await getWithBody(api, '/api2/shipment', token, many(40_000))).toEqual({
        status: 400,
        body: { error: 'Invalid increment_id' },
      });
    });

    it('refuses a body that is too long to be read', async () => {
      const answer = await getWithBody(
        api,
        '/api2/shipment',
        ours.token,
        JSON.stringify({ x: 'y'.repeat(1_500_000) }),
        {
          'content-type': 'application/json',
          'transfer-encoding': 'chunked',
        },
      );
      expect(answer).toMatchObject({
        status: 413,
        body: { error: 'The body is too large. It should have 1 MiB or less.' },
      });
    });

    it('shows the id of a product as it is: a number only where it is one', async () => {
      const store = await shop(api);
      const ids = ['12345678901234567890', '007', '55', 'gid://shop/55'];
      const order = await store.order({}, ...ids.map((externalProductId) => ({ qty: 1, externalProductId })));
      const { body } = await store.store.post('/api2/shipment/create', { order_id: order.pk });
      expect((body.shipment.items as Body[]).map(({ product_id }) => product_id as unknown)).toEqual([
        '12345678901234567890',
        '007',
        55,
        'gid://shop/55',
      ]);
    });

    it('counts only for include_pagination, and again only when something has changed', async () => {
      const store = await shop(api);
      const order = await store.order({}, { qty: 5 });
      const ship = (): Promise<unknown> =>
        store.store.post('/api2/shipment/create', { order_id: order.pk, items: [itemOf(order)] });
      await ship();
      const counted = async (query: string): Promise<[total: unknown, counts: number]> => {
        let total: unknown;
        const statements = await statementsOf(async () => {
          ({ total } = (await store.store.get(`/api2/shipment?${query}`)).body);
        });
        return [total, statements.filter((sql) => sql.includes('COUNT(*)')).length];
      };
      expect(await counted('limit=1')).toEqual([undefined, 0]);
      // all rows, and the further tracks among them
      expect(await counted('limit=1&include_pagination=1')).toEqual([1, 2]);
      expect(await counted('limit=1&include_pagination=1&page=2')).toEqual([1, 0]);
      await ship();
      expect(await counted('limit=1&include_pagination=1')).toEqual([2, 2]);
    });

    it('asks as many queries for many shipments as for one', async () => {
      const asked = async (query: string): Promise<number> => {
        const { length } = await statementsOf(() => get(query));
        expect(length).toBeGreaterThan(0);
        return length;
      };
      await get('limit=5');
      expect(await asked('limit=5')).toBe(await asked('limit=1'));
    });

    it('shows no further tracks as shipments, and no shipments of others', async () => {
      const theirs = await shop(api);
      const { pk } = await theirs.order({ orderNumber: 'WEB 13' }, { qty: 1 });
      const tracks = [{ track_number: unique('N') }, { track_number: unique('N') }];
      const made = await theirs.store.post('/api2/shipment/create', { order_id: pk, tracks });
      const { entity_id: id, tracks: shown } = made.body.shipment;
      expect(await found('order_increment_id=WEB 13')).toEqual([3, 4, 5]);
      expect(await found(`order_id=${pk}`)).toEqual([]);
      expect(await get(`id=${id}`)).toEqual({ error: 'Shipment not found' });
      const list = await theirs.store.get('/api2/shipment?include_pagination=1');
      expect(list.body).toEqual({
        shipments: [made.body.shipment],
        page: 1,
        limit: 20,
        total: 1,
        last_page: 1,
        has_next: false,
      });
      const further = await theirs.store.get(`/api2/shipment?id=${shown[1].entity_id}`);
      expect([further.status, further.body]).toEqual([404, { error: 'Shipment not found' }]);
    });

    it('finds shipments whose order is not there by its number', async () => {
      const { tenant, store } = await shop(api);
      const { workspace } = tenant;
      await tenant.make('/shipments', { workspace, orderNumbers: ['elsewhere 1', 'elsewhere 2'] });
      const { body } = await store.get('/api2/shipment?order_increment_id=Elsewhere%202');
      expect(body.shipments).toHaveLength(1);
      expect(body.shipments[0]).toMatchObject({
        order_id: null,
        order_increment_id: 'ELSEWHERE 1',
        shipping_address_id: null,
        billing_address_id: null,
        tracks: [],
      });
    });

    it.each(['/api2/shipments', '/api2/shippment', '/api2/shippments', '/api2/shipment/'])(
      'is served at %s as well',
      async (path) => {
        expect((await ours.store.get(`${path}?limit=2`)).body).toEqual(await get('limit=2'));
      },
    );
  }, // nobody else asks the database while queries are counted
  { WORKER: '0' },
);
