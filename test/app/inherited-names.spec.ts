import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import { collectionRoutes } from '../../src/core/http/resource-routes.js';
import { acceptedParameters } from '../../src/core/query/filter-paths.js';
import { resources } from '../../src/app/resources.js';
import { sendForm } from '../support/accounts.js';
import { pkOf } from '../support/all-rows.js';
import { type Answer, type Client, onEachApi, type TenantClient } from '../support/api.js';
import { boundClient, getWithBody, jsonClient, tokenFor } from '../support/api2.js';
import { bodies, makeOneOfEach, ONE_OF_A_KIND, type OneOfEach } from '../support/one-of-each.js';
import { bodyOf, JANE, type MadeOrder, orderOf, storeOf, type StoreClient } from '../support/stores.js';

/** Names that every object of JavaScript answers to. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'] as const;

/** Whose inside is the client's own: what is sent there is answered. */
const FREE = ['builder', 'productOptions'];

/** Names that nobody knows: what becomes of them becomes of the others. */
const UNKNOWN = ['nobody', 'knows'];

/** The same JSON with these names in each of its objects; those of prototypes cannot be written as literals. */
function withNames(value: unknown, names: readonly string[], named: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each) => withNames(each, names, named)).join()}]`;
  const own = Object.entries(value).flatMap(([name, each]) =>
    each === undefined
      ? []
      : [
          `${JSON.stringify(name)}:${FREE.includes(name) ? JSON.stringify(each) : withNames(each, names, named)}`,
        ],
  );
  return `{${[...own, ...names.map((name) => `"${name}":${named}`)].join()}}`;
}

/** The same JSON, each time with another of its texts, numbers and lists replaced. */
function* replaced(value: unknown, by: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return yield by;
  for (const [key, each] of Object.entries(value)) {
    for (const other of replaced(each, by)) {
      if (Array.isArray(value)) yield value.map((old, at) => (String(at) === key ? other : (old as unknown)));
      else yield { ...value, [key]: other };
    }
  }
}

/** What is asked of one of the surfaces. */
interface Asked {
  readonly at: string;
  readonly client: Client;
  readonly method: string;
  readonly path: string;
  /** A new body each time, for numbers that may be used once. */
  readonly body: () => unknown;
  /** Even as it should be: by what it is about. */
  readonly isRefused?: boolean;
}

const refused = (asked: Asked): Asked => ({ ...asked, isRefused: true });

const unique = (): string => `n${randomUUID().slice(0, 12)}`;

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let world: OneOfEach;
    let store: StoreClient;
    let order: MadeOrder;
    let shipmentId: number;
    let shop: Client;
    let shopToken: string;
    let operator: Client;
    /** The keys of the world's order and shipment on the shops' surface. */
    let orderKey: number;
    let shipmentKey: number;

    beforeAll(async () => {
      tenant = await api.tenant();
      world = await makeOneOfEach(api, tenant);
      await tenant.put(world.OrderItem['@id'] as string, { qty: 1000 });
      store = await storeOf(api, tenant);
      order = await orderOf(store, [1000]);
      const made = await store.post(order.path, bodyOf(order, 1, { tracking_number: 'NAMES1' }));
      shipmentId = made.body.id as number;
      operator = await api.operator();
      const { body } = await tokenFor(api, await boundClient(api, tenant));
      shopToken = body.access_token as string;
      shop = jsonClient(api.url(), shopToken);
      orderKey = await pkOf(api.db(), 'orders', world.Order.id as string);
      shipmentKey = await pkOf(api.db(), 'shipments', world.Shipment.id as string);
    });

    const send = ({ client, method, path }: Asked, text: string): Promise<Answer> =>
      client.send(method, path, {
        headers: { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' },
        body: text,
      });

    /** Every request with a body of JSON, on all surfaces, and of all resources. */
    const requests = (): Asked[] => {
      const { workspace } = tenant;
      const workspaceId = tenant.workspaces[0]?.id;
      const id = (name: string): string => world[name].id as string;
      const of =
        (client: Client) =>
        (method: string, path: string, body: () => unknown): Asked => ({
          at: `${method} ${path}`,
          client,
          method,
          path,
          body,
        });
      const hydra = of(tenant);
      const written = resources.flatMap(({ name, path, operations }) => {
        const body = (): unknown => bodies(world)[name];
        if (body() === undefined) return [];
        const { '@id': iri = '' } = (world[name] ?? {}) as { '@id'?: string };
        const post = hydra('POST', `/${path}`, body);
        return [
          // of these the workspace has one already
          ...(operations.includes('post') ? [ONE_OF_A_KIND.includes(name) ? refused(post) : post] : []),
          ...(operations.includes('put')
            ? [hydra('PUT', iri, () => ({})), hydra('PATCH', iri, () => ({}))]
            : []),
        ];
      });
      const filter = { id: [id('Shipment')] };
      const links = { trackingPageId: id('TrackingPage'), filter, format: 'url' };
      const bigcommerce = of(store);
      const api2 = of(shop);
      const ofShop = (): object => ({
        order_id: orderKey,
        items: [{ sku: world.OrderItem.productSku as string, qty: 1 }],
        track: [{ track_number: unique(), carrier_code: 'ups' }],
      });
      return [
        ...written,
        hydra('POST', '/export', () => ({
          entity: 'shipments',
          workspaceId,
          params: { trackingStatus: ['delivered'], order: { createdAt: 'desc' } },
        })),
        hydra('POST', '/generate_tracking_page_link', () => links),
        hydra('POST', '/generate_tracking_page_links', () => ({ ...links, groupByField: 'email' })),
        hydra('POST', '/shipments/lookup', () => ({ workspaceId, search: 'NAMES' })),
        hydra('POST', '/orders/lookup', () => ({ workspaceId, search: 'on' })),
        hydra('POST', '/change_status_batch', () => ({
          entity: 'orders',
          ids: [id('Order')],
          statusId: id('Status'),
          workspaceId,
        })),
        hydra('POST', '/delete_records_batch', () => ({
          entity: 'orders',
          ids: [randomUUID()],
          workspaceId,
        })),
        hydra('POST', '/check_tracking_numbers', () => ({
          trackingNumbers: [{ number: 'NAMES1', originCarrier: 'UPS' }],
          workspaceId,
        })),
        hydra('POST', '/check_tracking_numbers_async', () => ({
          trackingNumbers: [{ number: 'NAMES1' }],
          workspaceId,
        })),
        refused(
          hydra('POST', '/shipments/merge', () => ({ shipmentId: randomUUID(), trackingNumber: 'NAMES1' })),
        ),
        hydra('POST', '/statuses/check-references', () => ({ statusId: id('Status'), workspaceId })),
        hydra('POST', '/statuses/migrate-references', () => ({
          fromStatusId: id('Status'),
          toStatusId: world.Order.orderStatus.id as string,
          workspaceId,
        })),
        refused(hydra('POST', '/imports', () => ({ entity: 'shipments', workspace }))),
        refused(hydra('POST', `${world.Team['@id']}/members`, () => ({ email: 'x', role: 'member' }))),
        refused(hydra('PUT', `${world.Team['@id']}/members/${randomUUID()}`, () => ({ role: 'member' }))),
        refused(hydra('POST', `${world.Workflow['@id']}/redeliver`, () => ({ from: '2026-11-01', to: 'x' }))),
        hydra('POST', '/security/signup', () => ({ email: `${unique()}@example.com` })),
        refused(hydra('POST', '/security/verify-email', () => ({ code: 'x' }))),
        refused(hydra('POST', '/security/resend-email', () => ({ email: 'x' }))),
        refused(hydra('POST', '/public/tracking_page_links/x/reviews', () => ({ carrierScore: 5 }))),
        refused(
          hydra('POST', '/oauth/v2/token', () => ({ grant_type: 'client_credentials', client_id: 'x' })),
        ),
        of(operator)('POST', '/tracking_updates', () => [
          {
            trackingNumber: 'NAMES1',
            originCarrier: 'ups',
            checkpoints: [
              { status: 'in_transit', date: '2026-11-01T10:00:00Z', info: 'x', location: 'Wien' },
            ],
          },
        ]),
        bigcommerce('POST', '/orders', () => ({
          billing_address: JANE,
          shipping_addresses: [JANE],
          products: [{ name: 'Tea', quantity: 1, price_inc_tax: 10, price_ex_tax: 9 }],
          customer_message: 'x',
          status_id: 1,
        })),
        bigcommerce('PUT', `/orders/${order.id}`, () => ({ status_id: 2, staff_notes: 'x' })),
        bigcommerce('POST', order.path, () =>
          bodyOf(order, 1, {
            tracking_number: unique(),
            tracking_carrier: 'ups',
            shipping_provider: 'ups',
            comments: 'x',
          }),
        ),
        bigcommerce('PUT', `${order.path}/${shipmentId}`, () => ({ comments: 'x', tracking_carrier: 'ups' })),
        bigcommerce('PUT', `/orders/${order.id}/shipping_addresses/${order.addresses[0]}`, () => ({
          city: 'x',
          country: 'Austria',
        })),
        api2('POST', '/api2/shipment/create', ofShop),
        api2('POST', '/api2/shipment/track', () => ({
          shipment_id: shipmentKey,
          track_number: unique(),
          carrier_code: 'ups',
        })),
        refused(api2('POST', '/api2/shipment/email', () => ({ order_id: orderKey }))),
        refused(
          api2('POST', '/api2/oauth/token', () => ({ grant_type: 'client_credentials', client_id: 'x' })),
        ),
      ];
    };

    /** Nothing that objects inherit has changed, and the answer is none of an accident. */
    const expectHarmless = (asked: string, { status, body }: Answer): void => {
      expect({ asked, isFailure: status >= 500 }).toEqual({ asked, isFailure: false });
      expect(JSON.stringify(body ?? '')).not.toMatch(/polluted|\[native code\]|function|TypeError/);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    };

    it('are names in bodies like those that nobody knows', async () => {
      for (const asked of requests()) {
        for (const named of ['{"polluted":true}', 'null']) {
          const usual = await send(asked, withNames(asked.body(), UNKNOWN, named));
          const answer = await send(asked, withNames(asked.body(), NAMES, named));
          expectHarmless(asked.at, answer);
          const seen = { asked: asked.at, named };
          expect({ ...seen, status: answer.status }).toEqual({ ...seen, status: usual.status });
        }
        const found = await send(asked, JSON.stringify(asked.body()));
        const isTaken = asked.isRefused === true || found.status < 300;
        expect({ asked: asked.at, isTaken, body: isTaken || (found.body as unknown) }).toEqual({
          asked: asked.at,
          isTaken: true,
          body: true,
        });
      }
    });

    it('are values like any other in bodies, and so is an empty list instead of an object', async () => {
      for (const asked of requests()) {
        for (const name of NAMES) {
          for (const body of replaced(asked.body(), name))
            expectHarmless(`${asked.at} ${JSON.stringify(body)}`, await send(asked, JSON.stringify(body)));
        }
        expectHarmless(`${asked.at} []`, await send(asked, '[]'));
      }
    }, 180_000);

    /** Queries that have these names in every place. */
    const queriesOf = (parameters: readonly string[]): string[] => [
      NAMES.map((name) => `${name}=x`).join('&'),
      NAMES.map((name) => `${name}[]=x&${name}[${name}]=x&${name}[a][b]=x`).join('&'),
      NAMES.flatMap((name) => [`order[${name}]=asc`, `empty[${name}]=true`, `exists[${name}]=1`]).join('&'),
      NAMES.map((name) => parameters.map((parameter) => `${parameter}[${name}]=x`).join('&')).join('&'),
    ];

    /** The top-level ones, and those of a workspace and of a shipment. */
    const LISTS = collectionRoutes(resources).filter(({ path }) =>
      /^\/[^:]*$|^\/(workspaces|shipments)\/:id\/[^:]*$/.test(path),
    );

    it('have no effect in the queries of lists, in every format', async () => {
      for (const { path, resource, steps } of LISTS) {
        const [step] = steps;
        const item = step === undefined ? undefined : world[step.resource.name];
        if (step !== undefined && item === undefined) continue;
        const url = path.replace(':id', String(item?.id));
        const usual = await tenant.get(`${url}.json`);
        expect({ url, status: usual.status }).toEqual({ url, status: 200 });
        const parameters = [
          ...new Set(acceptedParameters(resource).map(({ name }) => name.split('[', 1)[0] ?? '')),
        ];
        for (const query of queriesOf(parameters)) {
          const answer = await tenant.get(`${url}.json?${query}`);
          expect({ url, query, body: answer.body as unknown }).toEqual({ url, query, body: usual.body });
          const strict = await tenant.get(`${url}?${query}`, { prefer: 'handling=strict' });
          expect({ url, query, status: strict.status }).toEqual({ url, query, status: 400 });
        }
        for (const name of NAMES) {
          const filters = parameters.filter(
            (parameter) => !['page', 'itemsPerPage', 'cursor'].includes(parameter),
          );
          const query = filters.map((parameter) => `${parameter}=${name}`).join('&');
          expectHarmless(`${url}?${query}`, await tenant.get(`${url}?${query}`));
        }
      }
    });

    it('have no effect in the queries of the shops’ lists', async () => {
      for (const [client, path] of [
        [store, '/orders'],
        [store, '/orders/count'],
        [store, order.path],
        [store, '/order_statuses'],
        [store, `/orders/${order.id}/products`],
        [shop, '/api2/shipment'],
      ] as const) {
        const usual = await client.get(path);
        expect(usual.status).toBe(200);
        for (const query of queriesOf([])) {
          const answer = await client.get(`${path}?${query}`);
          expect({ path, query, body: answer.body as unknown }).toEqual({ path, query, body: usual.body });
        }
        for (const name of ['__proto__', 'constructor']) {
          for (const parameter of [
            'sort',
            'page',
            'limit',
            'status_id',
            'order',
            'filter',
            'dir',
            'email',
            'cart_id',
            'min_id',
          ])
            for (const value of [`${parameter}=${name}`, `${parameter}[${name}]=x`])
              expectHarmless(`${path}?${value}`, await client.get(`${path}?${value}`));
        }
      }
    });

    it('lead nowhere in paths', async () => {
      for (const name of NAMES) {
        for (const [client, path] of [
          [tenant, `/${name}`],
          ...resources.map(({ path: list }) => [tenant, `/${list}/${name}`] as const),
          ...['carriers', 'countries', 'tracking_statuses', 'contexts', 'docs', 'public/exports'].map(
            (list) => [tenant, `/${list}/${name}`] as const,
          ),
          [tenant, `/public/tracking_page_links/${name}`],
          [store, `/orders/${name}`],
          [store, `/${name}`],
          [store, `/order_statuses/${name}`],
          [shop, `/api2/${name}`],
          [shop, `/api2/shipment/${name}`],
        ] as (readonly [Client, string])[]) {
          const { status } = await client.get(path);
          expect({ path, isRefused: status >= 400 && status < 500 }).toEqual({ path, isRefused: true });
        }
      }
    });

    it('are columns that nobody imports', async () => {
      for (const name of NAMES) {
        const text = `trackingNumber,${name},address.${name},${name}.a,workspace\n${unique()},x,x,x,${tenant.workspace}\n`;
        const answer = await tenant.post('/shipments', text, { 'content-type': 'text/csv' });
        expectHarmless(name, answer);
        expect(answer.body).toMatchObject({ created: 1, failed: [] });
        expectHarmless(name, await tenant.post('/shipments', `${name}\nx\n`, { 'content-type': 'text/csv' }));
      }
    });

    it('are no fields of forms', async () => {
      for (const path of [
        '/oauth/v2/token',
        '/oauth/v2/revoke',
        '/api2/oauth/token',
        '/security/password',
        '/oauth/v2/auth',
        '/security/verify-email/x',
      ]) {
        for (const name of NAMES) {
          for (const fields of [
            { [name]: 'x' },
            { [`${name}[a]`]: 'x' },
            { grant_type: name, token: name, email: name, action: name },
          ])
            expectHarmless(`${path} ${name}`, await sendForm(api, path, fields));
        }
      }
    });

    it('find nothing in the filters of links and exports', async () => {
      const links = async (filter: string): Promise<Answer> =>
        tenant.post(
          '/generate_tracking_page_link',
          `{"trackingPageId":"${world.TrackingPage.id}","filter":${filter}}`,
        );
      for (const name of NAMES) {
        for (const filter of [
          `["${name}=x"]`,
          `["${name}[a]=x"]`,
          `["${name}"]`,
          `{"${name}":"x"}`,
          `{"${name}":{"id":["x"]}}`,
          `{"id":{"${name}":"x"}}`,
          `{"email":"${name}"}`,
        ]) {
          const answer = await links(filter);
          expectHarmless(filter, answer);
        }
        const usual = `{"entity":"orders","workspaceId":"${tenant.workspaces[0]?.id}","params":`;
        for (const params of [
          `["${name}=x"]`,
          `{"${name}":"x"}`,
          `{"${name}":{"${name}":"x"}}`,
          `"${name}[${name}]=x"`,
          `{"order":{"${name}":"asc"}}`,
          `[{"${name}":["x"]}]`,
        ]) {
          const begun = await tenant.post('/export', `${usual}${params}}`);
          expectHarmless(params, begun);
          expect({ params, status: begun.status }).toEqual({ params, status: 200 });
          const { pathname } = new URL(begun.body.link as string);
          const file = await api.anonymous().get(pathname);
          expect({ params, status: file.status }).toEqual({ params, status: 200 });
          expect(file.body).toContain(world.Order.orderNumber);
        }
      }
    });

    it('have no effect in the bodies of GET', async () => {
      const usual = await getWithBody(api, '/api2/shipment', shopToken, '{}');
      expect(usual.status).toBe(200);
      for (const named of ['"x"', '{"a":"x"}', '["x"]', 'null']) {
        const answer = await getWithBody(api, '/api2/shipment', shopToken, withNames({}, NAMES, named));
        expect(answer).toEqual(usual);
      }
      for (const name of NAMES) {
        for (const field of ['order_id', 'order', 'filter', 'page', 'limit', 'track_number', 'status'])
          for (const value of [`"${name}"`, `{"${name}":"x"}`, `["${name}"]`]) {
            const answer = await getWithBody(api, '/api2/shipment', shopToken, `{"${field}":${value}}`);
            expect({ field, value, isFailure: answer.status >= 500 }).toEqual({
              field,
              value,
              isFailure: false,
            });
          }
      }
    });
  },
  { TEST_ENDPOINTS: '1' },
);
