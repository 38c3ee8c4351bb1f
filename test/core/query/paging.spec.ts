import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type Answer, type Body, type TenantClient } from '../../support/api.js';
import { asked, deleteStatuses } from '../../support/rows.js';

const STRICT = { prefer: 'handling=strict' };

const without = (object: object, ...keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

onEachApi((api) => {
  /** Has 7 orders, and no shipment. */
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
    for (const number of ['1', '2', '3', '4', '5', '6', '7']) {
      const order = {
        workspace: tenant.workspace,
        orderNumber: number,
        currency: number <= '5' ? 'EUR' : 'USD',
      };
      await tenant.make('/orders', order);
    }
  });

  const numbers = ({ body }: Answer): string[] =>
    (body['hydra:member'] as Body[]).map((each) => each.orderNumber as string);
  const orders = async (query: string): Promise<string[]> => numbers(await tenant.get(`/orders?${query}`));
  const viewOf = async (url: string): Promise<Body> => (await tenant.get(url)).body['hydra:view'];

  describe('page and itemsPerPage', () => {
    it.each([
      ['', ['1', '2', '3', '4', '5', '6', '7']],
      ['page=1', ['1', '2', '3', '4', '5', '6', '7']],
      ['itemsPerPage=3', ['1', '2', '3']],
      ['itemsPerPage=3&page=1', ['1', '2', '3']],
      ['itemsPerPage=3&page=2', ['4', '5', '6']],
      ['page=3&itemsPerPage=3', ['7']],
      ['itemsPerPage=3&page=4', []],
      ['itemsPerPage=1&page=7', ['7']],
      ['itemsPerPage=7', ['1', '2', '3', '4', '5', '6', '7']],
      ['itemsPerPage=500', ['1', '2', '3', '4', '5', '6', '7']],
      ['itemsPerPage=3&page=2&order[orderNumber]=desc', ['4', '3', '2']],
      ['itemsPerPage=2&page=2&currency=eur', ['3', '4']],
      ['itemsPerPage=2&page=1&page=2', ['3', '4']],
      ['itemsPerPage=9&itemsPerPage=2', ['1', '2']],
      ['itemsPerPage=3&page=2.9', ['4', '5', '6']],
      ['itemsPerPage=3&page=1e6', []],
    ])('?%s', async (query, expected) => {
      const answer = await tenant.get(`/orders?${query}`);
      expect(numbers(answer)).toEqual(expected);
      expect(answer.body['hydra:totalItems']).toBe(query.includes('eur') ? 5 : 7);
    });

    it.each([
      ['page=0', 'Page should not be less than 1'],
      ['page=-1', 'Page should not be less than 1'],
      ['page=abc', 'Page should not be less than 1'],
      ['page=', 'Page should not be less than 1'],
      ['page', 'Page should not be less than 1'],
      ['page=0.9', 'Page should not be less than 1'],
      ['page=99999999999999999999', 'Page parameter is too large.'],
      ['page=9007199254740991', 'Page parameter is too large.'],
      ['page=1e300', 'Page parameter is too large.'],
      ['itemsPerPage=-1', 'Limit should not be less than 0'],
      ['itemsPerPage=-500', 'Limit should not be less than 0'],
      ['itemsPerPage=0&page=2', 'Page should not be greater than 1 if limit is equal to 0'],
      ['itemsPerPage=abc', 'Limit should be a number between 0 and 500'],
      ['itemsPerPage=', 'Limit should be a number between 0 and 500'],
      ['itemsPerPage=30x', 'Limit should be a number between 0 and 500'],
      ['itemsPerPage=NaN', 'Limit should be a number between 0 and 500'],
      ['page=abc&itemsPerPage=abc', 'Page should not be less than 1'],
    ])('?%s is refused', async (query, message) => {
      const { status, body } = await tenant.get(`/orders?${query}`);
      expect(status).toBe(400);
      expect(body).toMatchObject({ '@type': 'hydra:Error', 'hydra:description': message });
      const plain = await tenant.get(`/orders?${query}`, { accept: 'application/json' });
      expect(plain.status).toBe(400);
      expect(plain.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(plain.body).toMatchObject({ detail: message });
    });

    it.each([
      'page[]=2',
      'page[0]=2',
      'itemsPerPage[]=2',
      'page[x]=0',
      'limit=2',
      'Page=2',
      'itemsperpage=2',
    ])('?%s is ignored', async (query) => {
      expect(await orders(query)).toHaveLength(7);
    });

    it('has the same rules on nested lists', async () => {
      const list = `${tenant.workspace}/orders`;
      expect(numbers(await tenant.get(`${list}?itemsPerPage=2&page=2`))).toEqual(['3', '4']);
      expect(await tenant.get(`${list}?page=0`)).toMatchObject({ status: 400 });
    });
  });

  it('has 30 members a page when nothing is asked for, and 500 at most', async () => {
    const large = await api.tenant();
    await deleteStatuses(large);
    const [workspace] = large.workspaces;
    await api.db().transaction(async (transaction) => {
      const [row] = await transaction.rows<{ pk: number }>('SELECT pk FROM workspaces WHERE id = ?', [
        workspace?.id ?? '',
      ]);
      for (let index = 0; index < 501; index++) {
        await transaction.run(
          'INSERT INTO statuses (id, workspacePk, entity, code, codeFolded, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?, ?)',
          [
            `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
            row?.pk ?? 0,
            'orders',
            `c${index}`,
            `C${index}`,
            transaction.moment,
            transaction.moment,
          ],
        );
      }
    });
    const list = async (query: string): Promise<Body> => (await large.get(`/statuses?${query}`)).body;
    const codes = async (query: string): Promise<string[]> =>
      ((await list(query))['hydra:member'] as Body[]).map((each) => each.code as string);

    expect(await codes('')).toEqual(Array.from({ length: 30 }, (_, index) => `c${index}`));
    expect(await codes('page=2')).toEqual(Array.from({ length: 30 }, (_, index) => `c${index + 30}`));
    for (const itemsPerPage of ['500', '501', '5000', '99999999999999999999']) {
      expect(await codes(`itemsPerPage=${itemsPerPage}`)).toHaveLength(500);
      expect(await codes(`itemsPerPage=${itemsPerPage}&page=2`)).toEqual(['c500']);
    }
    expect(await list('itemsPerPage=501')).toMatchObject({
      'hydra:totalItems': 501,
      'hydra:view': { 'hydra:last': '/statuses?itemsPerPage=501&page=2' },
    });
  });

  describe('hydra:totalItems', () => {
    it.each([
      ['', 7],
      ['itemsPerPage=3', 7],
      ['itemsPerPage=3&page=3', 7],
      ['itemsPerPage=3&page=9', 7],
      ['itemsPerPage=7&page=1', 7],
      ['itemsPerPage=0', 7],
      ['currency=eur', 5],
      ['currency=eur&itemsPerPage=2', 5],
      ['currency=eur&itemsPerPage=2&page=3', 5],
      ['currency=eur&itemsPerPage=2&page=4', 5],
      ['currency=eur&itemsPerPage=0', 5],
      ['currency=chf', 0],
      ['currency=chf&page=2', 0],
      ['currency=chf&itemsPerPage=0', 0],
    ])('counts the rows of all pages: ?%s', async (query, total) => {
      expect((await tenant.get(`/orders?${query}`)).body['hydra:totalItems']).toBe(total);
    });
  });

  it('answers the total alone when no items are wanted', async () => {
    const { status, body } = await tenant.get('/orders?itemsPerPage=0');
    expect(status).toBe(200);
    expect(body).toMatchObject({ 'hydra:member': [], 'hydra:totalItems': 7 });
    expect(body['hydra:view']).toEqual({
      '@id': '/orders?itemsPerPage=0',
      '@type': 'hydra:PartialCollectionView',
    });
  });

  describe('hydra:view', () => {
    const TYPE = { '@type': 'hydra:PartialCollectionView' };

    it.each(['/orders', '/orders?', '/orders?page=1', '/shipments'])(
      'is absent when there is one page and no query: %s',
      async (url) => {
        expect((await tenant.get(url)).body).not.toHaveProperty('hydra:view');
      },
    );

    it.each([
      ['/orders?currency=eur', '/orders?currency=eur'],
      ['/orders?currency=eur&page=1', '/orders?currency=eur'],
      ['/orders?itemsPerPage=7', '/orders?itemsPerPage=7'],
      ['/orders?nonsense=1', '/orders?nonsense=1'],
      ['/orders?page[]=2', '/orders?page%5B%5D=2'],
      ['/shipments?email=x', '/shipments?email=x'],
    ])('has an id alone when there is a query and one page: %s', async (url, id) => {
      expect(await viewOf(url)).toEqual({ '@id': id, ...TYPE });
    });

    it('of the first page leads on', async () => {
      expect(await viewOf('/orders?itemsPerPage=3')).toEqual({
        '@id': '/orders?itemsPerPage=3&page=1',
        ...TYPE,
        'hydra:first': '/orders?itemsPerPage=3&page=1',
        'hydra:last': '/orders?itemsPerPage=3&page=3',
        'hydra:next': '/orders?itemsPerPage=3&page=2',
      });
    });

    it('of a page in the middle leads both ways', async () => {
      expect(await viewOf('/orders?page=2&itemsPerPage=3')).toEqual({
        '@id': '/orders?itemsPerPage=3&page=2',
        ...TYPE,
        'hydra:first': '/orders?itemsPerPage=3&page=1',
        'hydra:last': '/orders?itemsPerPage=3&page=3',
        'hydra:previous': '/orders?itemsPerPage=3&page=1',
        'hydra:next': '/orders?itemsPerPage=3&page=3',
      });
    });

    it('of the last page leads back', async () => {
      expect(await viewOf('/orders?itemsPerPage=3&page=3')).toEqual({
        '@id': '/orders?itemsPerPage=3&page=3',
        ...TYPE,
        'hydra:first': '/orders?itemsPerPage=3&page=1',
        'hydra:last': '/orders?itemsPerPage=3&page=3',
        'hydra:previous': '/orders?itemsPerPage=3&page=2',
      });
    });

    it('past the end leads back, and the answer is a 200 without members', async () => {
      const { status, body } = await tenant.get('/orders?itemsPerPage=3&page=5');
      expect(status).toBe(200);
      expect(body).toMatchObject({ 'hydra:member': [], 'hydra:totalItems': 7 });
      expect(body['hydra:view']).toEqual({
        '@id': '/orders?itemsPerPage=3&page=5',
        ...TYPE,
        'hydra:first': '/orders?itemsPerPage=3&page=1',
        'hydra:last': '/orders?itemsPerPage=3&page=3',
        'hydra:previous': '/orders?itemsPerPage=3&page=4',
      });
    });

    it('past the only page, and past an empty one, leads back to the first', async () => {
      expect(await viewOf('/orders?page=2')).toEqual({
        '@id': '/orders?page=2',
        ...TYPE,
        'hydra:first': '/orders?page=1',
        'hydra:last': '/orders?page=1',
        'hydra:previous': '/orders?page=1',
      });
      expect(await viewOf('/shipments?page=3')).toMatchObject({
        'hydra:last': '/shipments?page=1',
        'hydra:previous': '/shipments?page=2',
      });
    });

    it('counts an exactly full last page', async () => {
      expect(await viewOf('/orders?itemsPerPage=7')).not.toHaveProperty('hydra:next');
      expect(await viewOf('/orders?itemsPerPage=1&page=7')).toMatchObject({
        'hydra:last': '/orders?itemsPerPage=1&page=7',
        'hydra:previous': '/orders?itemsPerPage=1&page=6',
      });
    });

    it('keeps the query as sent, percent-encoded, in its order, with page at the end', async () => {
      const sent =
        'order[orderNumber]=desc&currency=e u+r&page=1&email=%2B%26%C3%BC/🚚&id[]&x=1&x=2&itemsPerPage=0';
      expect((await viewOf(`/orders?${sent}`))['@id']).toBe(
        '/orders?order%5BorderNumber%5D=desc&currency=e%20u%20r&email=%2B%26%C3%BC%2F%F0%9F%9A%9A&id%5B%5D=&x=1&x=2&itemsPerPage=0',
      );
      const view = await viewOf('/orders?order[total]=asc&page=2&itemsPerPage=2&order[orderNumber]=desc');
      expect(view['hydra:next']).toBe(
        '/orders?order%5Btotal%5D=asc&itemsPerPage=2&order%5BorderNumber%5D=desc&page=3',
      );
    });

    it('leads through all rows, with its own links, from the first page to the last and back', async () => {
      const seen: string[] = [];
      let url: string | undefined = '/orders?order[total]=desc&itemsPerPage=2';
      let last = '';
      while (url !== undefined) {
        const answer: Answer = await tenant.get(url);
        seen.push(...numbers(answer));
        last = answer.body['hydra:view']['@id'] as string;
        url = answer.body['hydra:view']['hydra:next'] as string | undefined;
      }
      expect(seen).toEqual(['7', '6', '5', '4', '3', '2', '1']);
      const back: string[] = [];
      for (url = last; url !== undefined;) {
        const answer: Answer = await tenant.get(url);
        back.unshift(...numbers(answer));
        url = answer.body['hydra:view']['hydra:previous'] as string | undefined;
      }
      expect(back).toEqual(seen);
    });

    it('of a nested list has its own path', async () => {
      const list = `${tenant.workspace}/orders`;
      expect(await viewOf(`${list}?itemsPerPage=4`)).toEqual({
        '@id': `${list}?itemsPerPage=4&page=1`,
        ...TYPE,
        'hydra:first': `${list}?itemsPerPage=4&page=1`,
        'hydra:last': `${list}?itemsPerPage=4&page=2`,
        'hydra:next': `${list}?itemsPerPage=4&page=2`,
      });
    });
  });

  describe('a collection', () => {
    it('has its keys in the order of the contract, and its id without the query', async () => {
      const { body, headers } = await tenant.get('/orders?itemsPerPage=1&page=2');
      expect(Object.keys(body as object)).toEqual([
        '@context',
        '@id',
        '@type',
        'hydra:member',
        'hydra:totalItems',
        'hydra:view',
        'hydra:search',
      ]);
      expect(body).toMatchObject({
        '@context': '/contexts/Order',
        '@id': '/orders',
        '@type': 'hydra:Collection',
      });
      expect(headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
      const [member] = body['hydra:member'];
      expect(Object.keys(member as object).slice(0, 2)).toEqual(['@id', '@type']);
      expect(member).not.toHaveProperty('@context');
      expect(member).toMatchObject({ '@id': `/orders/${member.id}`, '@type': 'Order' });
    });

    it('without rows has no members and a total of 0', async () => {
      expect((await tenant.get('/shipments')).body).toMatchObject({
        'hydra:member': [],
        'hydra:totalItems': 0,
      });
    });

    it('tells in hydra:search by what it can be searched, in one template and a mapping of its variables', async () => {
      const search = async (url: string): Promise<Body> => (await tenant.get(url)).body['hydra:search'];
      expect(await search('/tracking_checkpoints')).toEqual({
        '@type': 'hydra:IriTemplate',
        'hydra:template': '/tracking_checkpoints{?order[checkpointDate]}',
        'hydra:variableRepresentation': 'BasicRepresentation',
        'hydra:mapping': [
          {
            '@type': 'IriTemplateMapping',
            variable: 'order[checkpointDate]',
            property: 'checkpointDate',
            required: false,
          },
        ],
      });
      for (const path of ['/orders', `${tenant.workspace}/orders`]) {
        const { 'hydra:template': template, 'hydra:mapping': mapping } = await search(`${path}?page=1&x=1`);
        const variables = (mapping as Body[]).map((each) => each.variable as string);
        expect(template).toBe(`${path}{?${variables.join(',')}}`);
        expect(mapping).toContainEqual({
          '@type': 'IriTemplateMapping',
          variable: 'total[between]',
          property: 'total',
          required: false,
        });
        expect(variables).not.toContain('page');
      }
      expect(await search('/teams')).toBeUndefined();
    });
  });

  describe('members', () => {
    let other: TenantClient;
    const iris: Record<string, string> = {};
    beforeAll(async () => {
      other = await api.tenant();
      await deleteStatuses(other);
      const { workspace } = other;
      const order = await other.make('/orders', {
        workspace,
        orderNumber: '1',
        orderStatus: { code: 'new' },
      });
      const item = await other.make('/order_items', { order: order['@id'], qty: 1 });
      const shipment = await other.make('/shipments', {
        workspace,
        orders: [order['@id']],
        shipmentItems: [{ orderItem: item['@id'], qty: 1 }],
      });
      const page = { workspace, title: 'Page', subdomain: `p-${Math.random().toString(36).slice(2)}` };
      await other.make('/tracking_pages', page);
      await other.make('/workflows', { workspace, title: 'Shop', type: 'integration-shop' });
      await api
        .db()
        .transaction((transaction) =>
          transaction.run(
            'INSERT INTO checkpoints (id, workspacePk, shipmentPk, checkpointDate, createdAt) SELECT ?, workspacePk, pk, createdAt, createdAt FROM shipments WHERE id = ?',
            [randomUUID(), shipment.id],
          ),
        );
      Object.assign(iris, { order: order['@id'], shipment: shipment['@id'] });
    });
    const member = async (url: string, headers?: Record<string, string>): Promise<Body> => {
      const { body } = await other.get(url, headers);
      const members = (Array.isArray(body) ? body : body['hydra:member']) as Body[];
      expect(members).toHaveLength(1);
      return members[0];
    };

    it.each<[string, () => string, string[]]>([
      ['shipments', () => `${other.workspace}/shipments`, ['orders', 'shipmentItems']],
      ['orders', () => `${other.workspace}/orders`, ['shipments']],
      ['tracking_checkpoints', () => `${iris.shipment}/checkpoints`, ['shipment']],
      [
        'workflows',
        () => `${other.workspace}/workflows`,
        ['workspace', 'credentials', 'notificationEmails', 'password', 'token', 'secret'],
      ],
      [
        'tracking_pages',
        () => `${other.workspace}/tracking_pages`,
        ['branding', 'builder', 'dropshipperSettings', 'customThemeId', 'linksExpireAfterDays'],
      ],
    ])(
      'of the top-level list of %s are leaner than those of the nested one, which are items',
      async (path, nested, only) => {
        const lean = await member(`/${path}`);
        const full = await member(nested());
        expect(
          Object.keys(full as object)
            .filter((key) => !(key in lean))
            .sort(),
        ).toEqual([...only].sort());
        expect(full).toMatchObject(lean);
        const item = without((await other.get(full['@id'] as string)).body, '@context');
        expect(full).toEqual(item);
      },
    );

    it.each(['order_items', 'shipment_items', 'statuses', 'workspaces', 'teams'])(
      'of %s are the same everywhere',
      async (path) => {
        const each = await member(`/${path}`);
        const item = without((await other.get(each['@id'] as string)).body, '@context');
        expect(each).toEqual(item);
      },
    );

    it('of /orders have the fields of an item with groups[]=get', async () => {
      const full = await member(`${other.workspace}/orders`);
      expect(full.shipments).toEqual([iris.shipment]);
      for (const query of ['groups[]=get', 'groups[0]=get', 'groups%5B%5D=get', 'groups[]=x&groups[]=get'])
        expect(await member(`/orders?${query}`)).toEqual(full);
      for (const query of ['groups[]=getc', 'groups[]=x', 'groups[x]=get'])
        expect(await member(`/orders?${query}`)).not.toHaveProperty('shipments');
    });

    it('of other lists do not listen to groups[]', async () => {
      expect(await member('/shipments?groups[]=get')).not.toHaveProperty('orders');
    });

    it('are a bare list of bare objects in application/json', async () => {
      const json = { accept: 'application/json' };
      const { body, headers } = await other.get('/orders', json);
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      const order = await member('/orders');
      const orderStatus = without(order.orderStatus, '@id', '@type');
      expect(body).toEqual([{ ...without(order, '@id', '@type'), orderStatus }]);
      expect(await member(`${other.workspace}/orders?groups[]=get`, json)).toMatchObject({
        shipments: [iris.shipment],
        workspace: other.workspace,
      });
      expect(JSON.stringify(body)).not.toContain('"@');
      const address = { address: { city: 'Bern' }, shipmentStatus: { code: 'new' } };
      await other.put(iris.shipment ?? '', address);
      expect(JSON.stringify((await other.get('/shipments', json)).body)).not.toContain('"@');
      expect((await other.get('/orders?currency=none', json)).body).toEqual([]);
      expect((await tenant.get('/orders?itemsPerPage=2&page=2', json)).body).toHaveLength(2);
    });
  });

  describe('Prefer: handling=strict', () => {
    const refusal = async (url: string): Promise<Answer> => {
      const answer = await tenant.get(url, STRICT);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('preference-applied')).toBe('handling=strict');
      return answer;
    };

    it('answers what is understood as always, and says that it was applied', async () => {
      const query = asked(
        'currency',
        'eur',
        'order[orderNumber]',
        'desc',
        'itemsPerPage',
        '2',
        'total[gt]',
        '-1',
      );
      const strict = await tenant.get(`/orders?${query}`, STRICT);
      expect(strict.status).toBe(200);
      expect(strict.headers.get('preference-applied')).toBe('handling=strict');
      const lenient = await tenant.get(`/orders?${query}`);
      expect(lenient.headers.get('preference-applied')).toBeNull();
      expect(strict.body).toEqual(lenient.body);
    });

    it.each([
      ['nonsense=1', '"nonsense" is unknown'],
      ['address_city=x', '"address_city" is unknown'],
      ['order[nonsense]=asc', '"order[nonsense]" is unknown'],
      ['order=asc', '"order" is unknown'],
      ['page[]=1', '"page[0]" is unknown'],
      ['empty[id]=true', '"empty[id]" is unknown'],
      ['currency[x]=EUR', '"currency[x]" is unknown'],
      ['order[total]=down', 'the value of "order[total]" cannot be used'],
      ['subtotal=abc', 'the value of "subtotal" cannot be used'],
      ['subtotal[gt]=abc', 'the value of "subtotal[gt]" cannot be used'],
      ['subtotal[between]=1..', 'the value of "subtotal[between]" cannot be used'],
      ['createdAt[after]=2026-02-30', 'the value of "createdAt[after]" cannot be used'],
      ['empty[email]=maybe', 'the value of "empty[email]" cannot be used'],
      ['shipmentsWithoutTrackingCount=x', 'the value of "shipmentsWithoutTrackingCount" cannot be used'],
    ])('refuses ?%s by its name', async (query, reason) => {
      const { body } = await refusal(`/orders?currency=eur&${query}`);
      expect(body['hydra:description']).toContain(`In the query ${reason}. `);
    });

    it.each([
      [
        'shipmentsWithoutTrackingCount[]=1&shipmentsWithoutTrackingCount[]=x',
        'shipmentsWithoutTrackingCount[1]',
      ],
      ['subtotal[]=1&subtotal[]=abc', 'subtotal[1]'],
    ])('refuses a list with one unusable value: ?%s', async (query, name) => {
      const { body } = await refusal(`/orders?${query}`);
      expect(body['hydra:description']).toContain(`"${name}" cannot be used`);
    });

    it('names every one of them, and lists what there is', async () => {
      const { body } = await refusal('/tracking_checkpoints?a=1&order[checkpointDate]=x&b[c]=2');
      expect(body).toMatchObject({
        '@type': 'hydra:Error',
        'hydra:description':
          'In the query "a" is unknown, the value of "order[checkpointDate]" cannot be used, "b[c]" is unknown. ' +
          'Supported parameters are: page, itemsPerPage, order[checkpointDate].',
      });
    });

    it('knows what clients ask for beside the contract', async () => {
      const { status } = await tenant.get('/orders?externalSourceSyncId=1', STRICT);
      expect(status).toBe(200);
      expect((await refusal('/orders?x=1')).body['hydra:description']).toContain('externalSourceSyncId');
    });

    it('holds on nested lists, where groups[] is as known', async () => {
      const list = `${tenant.workspace}/orders`;
      expect((await tenant.get(`${list}?groups[]=get`, STRICT)).status).toBe(200);
      await refusal(`${list}?nonsense=1`);
    });

    it('takes a malformed id for one that nothing has', async () => {
      expect((await tenant.get('/orders?id=x', STRICT)).body['hydra:member']).toEqual([]);
    });

    it.each([
      'handling=STRICT',
      'Handling=strict',
      'return=minimal, handling=strict',
      'handling="strict"; x=1',
    ])('is asked for by Prefer: %s', async (prefer) => {
      expect((await tenant.get('/orders?nonsense=1', { prefer })).status).toBe(400);
    });

    it.each(['handling=lenient', 'return=minimal', 'strict', 'handling=strictly', ''])(
      'is not asked for by Prefer: %s',
      async (prefer) => {
        const { status, headers } = await tenant.get('/orders?nonsense=1', { prefer });
        expect(status).toBe(200);
        expect(headers.get('preference-applied')).toBeNull();
      },
    );
  });
});
