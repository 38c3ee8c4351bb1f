import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/core/database/clock.js';
import { collectionRoutes, type CollectionRoute } from '../../src/core/http/resource-routes.js';
import { createClient, type Credentials } from '../../src/modules/identity/oauth/oauth-clients.js';
import { acceptedParameters } from '../../src/core/query/filter-paths.js';
import type { Field } from '../../src/core/metadata/field.js';
import type { Resource } from '../../src/core/metadata/resource.js';
import { resources } from '../../src/app/resources.js';
import { allRows, pkOf } from '../support/all-rows.js';
import { onEachApi, signIn, startServer } from '../support/api.js';
import type { Answer, Api, Body, Client, TenantClient } from '../support/api.js';
import { bodies, makeOneOfEach, type OneOfEach } from '../support/one-of-each.js';
import { deleteStatuses } from '../support/rows.js';

const lists = collectionRoutes(resources);
const nested = lists.filter((route) => route.steps.length > 0);
/** What the tests here do is written into it, so what is in it is not what they have made. */
const isLog = ({ name }: Resource): boolean => name === 'AuditEntry';

const topLevel = lists.filter((route) => route.steps.length === 0);

/** The requests by which an operation of a resource is asked for. */
const METHODS = {
  list: [],
  item: ['GET'],
  post: ['POST'],
  put: ['PUT', 'PATCH'],
  delete: ['DELETE'],
} as const;

const JSON_LD = { 'content-type': 'application/ld+json' };
const MERGE_PATCH = { 'content-type': 'application/merge-patch+json' };

/** A list's path through these items, one for each step. */
const pathOf = (route: CollectionRoute, itemOf: (resource: Resource, step: number) => Body): string =>
  route.steps.reduce(
    (path, { resource, parameter }, step) =>
      path.replace(`:${parameter}`, itemOf(resource, step).id as string),
    route.path,
  );

const pathIn = (route: CollectionRoute, world: OneOfEach): string =>
  pathOf(route, (resource) => world[resource.name]);

const iriIn = (world: OneOfEach, resource: Resource): string => world[resource.name]['@id'] as string;

/** Every request that the server answers about these items. */
function everyRequest(world: OneOfEach): { readonly method: string; readonly path: string }[] {
  return [
    ...lists.map((route) => ({ method: 'GET', path: pathIn(route, world) })),
    ...resources.flatMap((resource) =>
      resource.operations.flatMap((operation) =>
        METHODS[operation].map((method) => ({
          method,
          path: operation === 'post' ? `/${resource.path}` : iriIn(world, resource),
        })),
      ),
    ),
  ];
}

const requestOf = (method: string, body: unknown): { headers?: Record<string, string>; body?: string } =>
  method === 'GET' || method === 'DELETE'
    ? {}
    : { headers: method === 'PATCH' ? MERGE_PATCH : JSON_LD, body: JSON.stringify(body) };

/** The relations that bodies of this group may set. */
const relationsOf = (resource: Resource, group: 'post' | 'put'): (Field & { relation: object })[] =>
  [...resource.fields.values()].filter(
    (field): field is Field & Required<Pick<Field, 'relation'>> =>
      field.relation !== undefined && field.groups.has(group),
  );

/** The ways to write a reference to this item into the field. */
function references(field: Field, iri: string): unknown[] {
  const forms = [iri, { '@id': iri }];
  return field.relation?.cardinality === 'many' ? forms.map((form) => [form]) : forms;
}

const notFound = (iri: string) => ({
  '@context': '/contexts/Error',
  '@type': 'hydra:Error',
  'hydra:title': 'An error occurred',
  'hydra:description': `Item not found for "${iri}".`,
});

const expectNotFound = ({ status, body }: Answer): void => {
  expect({ status, description: body['hydra:description'] }).toEqual({
    status: 404,
    description: 'Not Found',
  });
};

/** All ids of a world; teams and workspaces that another world shares can be left out. */
const idsIn = (world: OneOfEach, besides: OneOfEach = {}): string[] => {
  const shared = new Set(Object.values(besides).map((item: Body) => item.id as string));
  return Object.values(world)
    .map((item: Body) => item.id as string)
    .filter((id) => !shared.has(id));
};

const expectNoneOf = (ids: readonly string[], answer: Answer): void => {
  const text = JSON.stringify(answer.body);
  expect(ids.filter((id) => text.includes(id))).toEqual([]);
};

/** Sends the body with each way to refer to `target` in the field: each is refused and nothing is written. */
async function expectRefusedReference(
  client: Client,
  request: { method: 'POST' | 'PUT' | 'PATCH'; path: string; body: Body },
  field: Field,
  target: string,
): Promise<void> {
  for (const reference of references(field, target)) {
    const sent = { ...request.body, [field.name]: reference };
    const { status, body } = await client.send(request.method, request.path, requestOf(request.method, sent));
    const what = `${request.method} ${request.path} ${field.name}: ${JSON.stringify(reference)}`;
    expect({ what, status, body }).toEqual({ what, status: 400, body: notFound(target) });
  }
}

/** The scalar at a dotted path of an item: `address.city`. */
const valueAt = (item: Body, path: string): unknown =>
  path.split('.').reduce((value: Body, key) => value?.[key], item);

/** What a caller would write into a filter to find this item: its value, or the id or IRI that a relation points to. */
function filterValues(world: OneOfEach, resource: Resource, property: string): string[] {
  const value = valueAt(world[resource.name], property);
  const own = [value].flat().filter((each) => ['string', 'number', 'boolean'].includes(typeof each));
  const steps = property.split('.').filter((name) => name !== 'id');
  let target: Resource | undefined = resource;
  for (const name of steps) target = target?.fields.get(name)?.relation?.target();
  const item = target && world[target.name];
  return [...own.map(String), ...(item ? [item.id as string, item['@id'] as string] : [])];
}

async function shareWorkspace(
  api: Api,
  tenant: TenantClient,
  workspaceId: string,
): Promise<Client & { token: string; credentials: Credentials }> {
  const userPk = await pkOf(api.db(), 'users', tenant.userId);
  const workspacePk = await pkOf(api.db(), 'workspaces', workspaceId);
  const credentials = await api
    .db()
    .transaction((transaction) => createClient({ name: 'Store', userPk, workspacePk }, transaction));
  return { ...(await api.as(credentials)), credentials };
}

onEachApi((api) => {
  afterEach(() => api.setTime(undefined));

  describe('between two tenants', () => {
    let a: TenantClient;
    let b: TenantClient;
    let ofA: OneOfEach;
    let ofB: OneOfEach;
    /** A tenant that has nothing but a team and a workspace. */
    let c: TenantClient;

    beforeAll(async () => {
      [a, b, c] = [await api.tenant(), await api.tenant(), await api.tenant()];
      for (const each of [a, b, c]) await deleteStatuses(each);
      [ofA, ofB] = [await makeOneOfEach(api, a), await makeOneOfEach(api, b)];
    });

    it('has an item of every resource to ask for', () => {
      expect(Object.keys(ofA).sort()).toEqual(resources.map(({ name }) => name).sort());
      for (const [name, item] of Object.entries(ofA)) expect(item).toMatchObject({ '@type': name });
    });

    it('answers its owner on every route of reading', async () => {
      for (const { method, path } of everyRequest(ofA)) {
        if (method !== 'GET') continue;
        const answer = await a.get(path);
        expect({ path, status: answer.status }).toEqual({ path, status: 200 });
      }
      for (const route of lists) {
        const { body } = await a.get(pathIn(route, ofA));
        const found = body['hydra:member'].map((member: Body) => member['@id'] as string);
        expect(found).toContain(iriIn(ofA, route.resource));
      }
    });

    it.each([
      ['without a token', undefined, 'JWT Token not found'],
      ['with another kind of credentials', 'Basic Zm9vOmJhcg==', 'JWT Token not found'],
      ['with a token that is none', 'Bearer garbage', 'Invalid JWT Token'],
      ['with a token of three parts that are none', 'Bearer a.b.c', 'Invalid JWT Token'],
      ['with two tokens', 'Bearer a.b.c d.e.f', 'Invalid JWT Token'],
    ])('answers 401 on every route %s', async (_, authorization, message) => {
      const before = await allRows(api.db());
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      for (const { method, path } of everyRequest(ofA)) {
        const request = requestOf(method, {});
        const answer = await api
          .anonymous()
          .send(method, path, { ...request, headers: { ...request.headers, ...headers } });
        const { status, body } = answer;
        expect({ method, path, status, body }).toEqual({
          method,
          path,
          status: 401,
          body: { code: 401, message },
        });
        expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      }
      expect(await allRows(api.db())).toEqual(before);
    });

    it('answers 404 for every item of another tenant', async () => {
      for (const resource of resources) expectNotFound(await b.get(iriIn(ofA, resource)));
    });

    it('answers 404 for every nested list of another tenant', async () => {
      for (const route of nested) {
        expectNotFound(await b.get(pathIn(route, ofA)));
        const asJson = await b.get(pathIn(route, ofA), { accept: 'application/json' });
        expect(asJson.status).toBe(404);
        expectNoneOf(idsIn(ofA), asJson);
      }
    });

    it('answers 404 for every item and nested list of another tenant in every format', async () => {
      for (const suffix of ['.json', '.jsonld', '.csv']) {
        const paths = [
          ...nested.map((route) => pathIn(route, ofA)),
          ...resources.map((resource) => iriIn(ofA, resource)),
        ];
        for (const path of paths) {
          const answer = await b.get(path + suffix);
          expect({ path, status: answer.status }).toEqual({ path, status: 404 });
          expectNoneOf(idsIn(ofA), answer);
        }
        for (const { path } of topLevel) expectNoneOf(idsIn(ofA), await b.get(path + suffix));
      }
    });

    it('answers 404 to PUT, PATCH and DELETE of another tenant’s items and changes nothing', async () => {
      const before = await allRows(api.db());
      const sent = bodies(ofB);
      for (const resource of resources) {
        const iri = iriIn(ofA, resource);
        const body: unknown = sent[resource.name] ?? {};
        if (resource.operations.includes('put')) {
          expectNotFound(await b.put(iri, {}));
          expectNotFound(await b.put(iri, body));
          expectNotFound(await b.send('PATCH', iri, requestOf('PATCH', body)));
        }
        if (resource.operations.includes('delete')) expectNotFound(await b.delete(iri));
      }
      expect(await allRows(api.db())).toEqual(before);
    });

    it('lists nothing of another tenant', async () => {
      for (const route of topLevel) {
        const answer = await b.get(`${route.path}?itemsPerPage=500`);
        expectNoneOf(idsIn(ofA), answer);
        const plain = await b.get(`${route.path}?itemsPerPage=500&groups[]=get`, {
          accept: 'application/json',
        });
        expectNoneOf(idsIn(ofA), plain);
        expect(plain.body).toHaveLength(answer.body['hydra:totalItems'] as number);
      }
      for (const route of nested) expectNoneOf(idsIn(ofA), await b.get(pathIn(route, ofB)));
    });

    it('counts nothing of another tenant', async () => {
      for (const { path, resource } of topLevel) {
        if (isLog(resource)) continue;
        const own = ['is team', 'is workspace', 'user'].includes(resource.owner) ? 1 : 0;
        for (const query of ['', '?itemsPerPage=0', '?page=2&itemsPerPage=1']) {
          const { body } = await c.get(path + query);
          expect({ path, query, total: body['hydra:totalItems'] }).toEqual({ path, query, total: own });
        }
      }
    });

    it('finds nothing of another tenant by its ids, IRIs and values in any filter', async () => {
      let asked = 0;
      const world = { Team: { id: c.teamId }, Workspace: { id: c.workspaces[0]?.id } } as OneOfEach;
      const listsOfC = lists.filter(({ steps }) => steps.every(({ resource }) => world[resource.name]));
      for (const route of listsOfC) {
        const { resource } = route;
        const own = ['is team', 'is workspace'].includes(resource.owner) ? 1 : 0;
        for (const { name, property } of acceptedParameters(resource)) {
          for (const value of filterValues(ofA, resource, property)) {
            const path = `${pathIn(route, world)}?${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
            const answer = await c.get(path);
            expectNoneOf(idsIn(ofA), { ...answer, body: answer.body['hydra:member'] });
            if (!isLog(resource))
              expect({ path, total: answer.body['hydra:totalItems'] }).toEqual({ path, total: own });
            asked++;
          }
        }
      }
      expect(asked).toBeGreaterThan(200);
    });

    it('finds the same by the same for its owner', async () => {
      let asked = 0;
      for (const { path, resource } of topLevel) {
        for (const { name, property } of acceptedParameters(resource)) {
          if (name !== property && name !== `${property}[]`) continue;
          for (const value of filterValues(ofA, resource, property)) {
            const query = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
            const { body } = await a.get(`${path}?${query}`);
            const found = body['hydra:member'].map((member: Body) => member['@id'] as string);
            if (isLog(resource)) continue;
            expect({ path, query, found }).toEqual({ path, query, found: [iriIn(ofA, resource)] });
            asked++;
          }
        }
      }
      expect(asked).toBeGreaterThan(60);
    });

    it('refuses references to items of another tenant in every relation of a new item', async () => {
      const before = await allRows(api.db());
      const sent = bodies(ofB);
      for (const resource of resources.filter(({ operations }) => operations.includes('post'))) {
        for (const field of relationsOf(resource, 'post')) {
          const target = iriIn(ofA, field.relation.target());
          const request = { method: 'POST', path: `/${resource.path}`, body: sent[resource.name] } as const;
          await expectRefusedReference(b, request, field, target);
        }
      }
      expect(await allRows(api.db())).toEqual(before);
    });

    it('refuses references to items of another tenant in every relation of a change', async () => {
      const before = await allRows(api.db());
      for (const resource of resources.filter(({ operations }) => operations.includes('put'))) {
        for (const field of relationsOf(resource, 'put')) {
          const target = iriIn(ofA, field.relation.target());
          for (const method of METHODS.put) {
            const request = { method, path: iriIn(ofB, resource), body: {} };
            await expectRefusedReference(b, request, field, target);
          }
        }
      }
      expect(await allRows(api.db())).toEqual(before);
    });

    it('refuses references to items of another tenant inside embedded objects', async () => {
      const before = await allRows(api.db());
      const sent = bodies(ofB);
      const part = (body: object) => ({ ...sent.Shipment, shipmentItems: [body] });
      const cases: readonly (readonly [path: string, body: object, iri: string])[] = [
        ['/shipments', part({ qty: 1, orderItem: ofA.OrderItem['@id'] }), ofA.OrderItem['@id'] as string],
        [
          '/shipments',
          part({ qty: 1, orderItem: ofB.OrderItem['@id'], fulfillmentIntegration: ofA.Workflow['@id'] }),
          ofA.Workflow['@id'] as string,
        ],
        [
          '/shipment_items',
          { ...sent.ShipmentItem, shipment: { ...sent.Shipment, workspace: ofA.Workspace['@id'] } },
          ofA.Workspace['@id'] as string,
        ],
        [
          '/workflows',
          { ...sent.Workflow, integration: { ...sent.Workflow, workspace: ofA.Workspace['@id'] } },
          ofA.Workspace['@id'] as string,
        ],
      ];
      for (const [path, body, iri] of cases) {
        const answer = await b.post(path, body);
        expect({ status: answer.status, body: answer.body }).toEqual({ status: 400, body: notFound(iri) });
      }
      const answer = await b.put(ofB.Shipment['@id'] as string, {
        shipmentItems: [{ '@id': ofA.ShipmentItem['@id'], qty: 0 }],
      });
      expect(answer.body).toEqual(notFound(ofA.ShipmentItem['@id'] as string));
      expect(await allRows(api.db())).toEqual(before);
    });

    it('says the same of an item of another tenant as of one that does not exist', async () => {
      const missing = '11111111-1111-4111-8111-111111111111';
      const strange = await b.get(iriIn(ofA, resources[0] as Resource));
      const unknown = await b.get(`/teams/${missing}`);
      expect(strange.body).toEqual(unknown.body);
      for (const id of [missing, ofA.Workspace.id as string]) {
        const { body } = await b.post('/shipments', { workspace: `/workspaces/${id}` });
        expect(body).toEqual(notFound(`/workspaces/${id}`));
      }
    });

    it('refuses references to items of another tenant in an import', async () => {
      const before = await allRows(api.db());
      const { body } = await b.post('/orders', `workspace,orderNumber\n${ofA.Workspace['@id']},1\n`, {
        'content-type': 'text/csv',
      });
      expect(JSON.stringify(body)).toContain(`Item not found for \\"${ofA.Workspace['@id']}\\".`);
      expect(await allRows(api.db())).toEqual(before);
    });

    it('answers a request with another tenant’s idempotency key for itself', async () => {
      const headers = { 'idempotency-key': 'the same' };
      const body = { code: 'same', title: 'Same' };
      const [mine, theirs] = [
        await a.post('/statuses', { ...body, workspace: a.workspace }, headers),
        await b.post('/statuses', { ...body, workspace: b.workspace }, headers),
      ];
      expect([mine.status, theirs.status]).toEqual([201, 201]);
      expect(theirs.body.id).not.toBe(mine.body.id);
      const stolen = await b.post('/statuses', { ...body, workspace: a.workspace }, headers);
      expectNoneOf([mine.body.id as string], stolen);
      expect(stolen.status).toBeGreaterThanOrEqual(400);
    });

    it('shows nothing of another tenant by its cursor', async () => {
      await a.make('/orders', bodies(ofA).Order);
      const first = await a.get('/orders?itemsPerPage=1', { prefer: 'paging=cursor' });
      const next = first.body['hydra:view']['hydra:next'] as string;
      expect(next).toContain('cursor=');
      const { body } = await b.get(next);
      for (const member of body['hydra:member'] ?? []) expect(member.workspace).toBe(b.workspace);
      expectNoneOf(idsIn(ofA), { ...first, body: body['hydra:member'] ?? [] });
    });

    it('gives a status that is embedded in a body to the body’s own workspace', async () => {
      const status = ofA.Order.orderStatus;
      const order = await b.make('/orders', {
        ...bodies(ofB).Order,
        orderStatus: { code: status.code, title: 'Mine', workspace: ofA.Workspace['@id'] },
      });
      expect(order.orderStatus.id).not.toBe(status.id);
      expectNotFound(await a.get(`/statuses/${order.orderStatus.id}`));
      const own = await b.get(`${b.workspace}/statuses?code=${status.code}`);
      expect(own.body['hydra:totalItems']).toBe(1);
    });
  });

  describe('inside one tenant', () => {
    let tenant: TenantClient;
    let first: OneOfEach;
    /** In the same workspace, of another order and another shipment. */
    let beside: OneOfEach;
    /** In another workspace of the same team. */
    let second: OneOfEach;
    /** In another team of the same user. */
    let elsewhere: OneOfEach;

    beforeAll(async () => {
      tenant = await api.tenant(['First', 'Second']);
      first = await makeOneOfEach(api, tenant);
      beside = await makeOneOfEach(api, tenant);
      second = await makeOneOfEach(api, tenant, `/workspaces/${tenant.workspaces[1]?.id}`);
      const workspace = await tenant.make('/workspaces', { title: 'Third', team: { name: 'Other team' } });
      elsewhere = await makeOneOfEach(api, tenant, workspace['@id'] as string);
    });

    it('answers 404 where the steps of a nested path do not belong together', async () => {
      let asked = 0;
      for (const route of nested) {
        for (const [replaced] of route.steps.entries()) {
          for (const others of [beside, second, elsewhere]) {
            const items = route.steps.map(
              ({ resource }, step) => (step === replaced ? others : first)[resource.name],
            );
            const isWhole = [first, others].some((world) =>
              route.steps.every(({ resource }, step) => world[resource.name].id === items[step].id),
            );
            if (isWhole) continue;
            expectNotFound(await tenant.get(pathOf(route, (_, step) => items[step])));
            asked++;
          }
        }
      }
      expect(asked).toBeGreaterThan(30);
    });

    it('answers 404 to a nested path with a step that is no id', async () => {
      for (const route of nested) {
        for (const [replaced] of route.steps.entries()) {
          for (const id of ['0', 'garbage', '11111111-1111-4111-8111-111111111111', "'%20OR%201=1"]) {
            const path = pathOf(route, (resource, step) =>
              step === replaced ? { id } : first[resource.name],
            );
            expectNotFound(await tenant.get(path));
          }
        }
      }
    });

    it('lists below an item only what belongs to it', async () => {
      for (const route of nested) {
        const answer = await tenant.get(`${pathIn(route, second)}?itemsPerPage=500`);
        // a client is its user's, and in the logs of all of the user's teams
        const shared = { User: elsewhere.User, OauthClient: elsewhere.OauthClient };
        expectNoneOf(idsIn(elsewhere, shared), {
          ...answer,
          body: answer.body['hydra:member'],
        });
        const isBelowTeamOnly = route.steps.every(({ resource }) => resource.owner === 'is team');
        if (!isBelowTeamOnly) {
          const team = { Team: second.Team, Product: second.Product, User: second.User };
          expectNoneOf(idsIn(first, team), { ...answer, body: answer.body['hydra:member'] });
        }
      }
    });

    /** What belongs to a workspace may not be referred to from another one; teams' things may, inside the team. */
    const isOfWorkspace = (field: Field): boolean => field.relation?.target().owner === 'workspace';

    it('refuses references from one workspace to another in every relation of a new item', async () => {
      const before = await allRows(api.db());
      const sent = bodies(second);
      for (const resource of resources.filter((each) => each.operations.includes('post'))) {
        if (resource.owner !== 'workspace') continue;
        for (const field of relationsOf(resource, 'post').filter(isOfWorkspace)) {
          if (field.name === resource.ownerFrom) continue;
          const target = iriIn(first, field.relation.target());
          const request = { method: 'POST', path: `/${resource.path}`, body: sent[resource.name] } as const;
          await expectRefusedReference(tenant, request, field, target);
        }
      }
      expect(await allRows(api.db())).toEqual(before);
    });

    it('refuses references from one workspace to another in every relation of a change', async () => {
      const before = await allRows(api.db());
      for (const resource of resources.filter((each) => each.operations.includes('put'))) {
        for (const field of relationsOf(resource, 'put').filter(isOfWorkspace)) {
          const target = iriIn(first, field.relation.target());
          const request = { method: 'PUT', path: iriIn(second, resource), body: {} } as const;
          await expectRefusedReference(tenant, request, field, target);
        }
      }
      expect(await allRows(api.db())).toEqual(before);
    });

    it('refuses references from one team to another in every relation', async () => {
      const before = await allRows(api.db());
      const sent = bodies(elsewhere);
      for (const resource of resources) {
        for (const group of ['post', 'put'] as const) {
          if (!resource.operations.includes(group)) continue;
          for (const field of relationsOf(resource, group)) {
            if (field.name === resource.ownerFrom) continue;
            const target = iriIn(first, field.relation.target());
            const path = group === 'post' ? `/${resource.path}` : iriIn(elsewhere, resource);
            const body = group === 'post' ? sent[resource.name] : {};
            for (const method of METHODS[group])
              await expectRefusedReference(tenant, { method, path, body }, field, target);
          }
        }
      }
      expect(await allRows(api.db())).toEqual(before);
    });

    it('refuses a shipment with items of an order of another workspace', async () => {
      const before = await allRows(api.db());
      const { body } = await tenant.post('/shipments', {
        workspace: second.Workspace['@id'],
        shipmentItems: [{ orderItem: first.OrderItem['@id'], qty: 1 }],
      });
      expect(body).toEqual(notFound(first.OrderItem['@id'] as string));
      expect(await allRows(api.db())).toEqual(before);
    });
  });

  describe('for a client that is bound to one workspace', () => {
    let tenant: TenantClient;
    let bound: Client;
    let mine: OneOfEach;
    let other: OneOfEach;

    beforeAll(async () => {
      tenant = await api.tenant(['Mine', 'Other']);
      mine = await makeOneOfEach(api, tenant);
      other = await makeOneOfEach(api, tenant, `/workspaces/${tenant.workspaces[1]?.id}`);
      bound = await shareWorkspace(api, tenant, mine.Workspace.id as string);
    });

    const ofWorkspaces = resources.filter(({ owner }) => owner === 'workspace' || owner === 'is workspace');
    /** Lists below a team or a product; those below a workspace also have paths through its team. */
    const isBelowTeam = ({ steps }: CollectionRoute): boolean => {
      const parent = steps.at(-1)?.resource;
      return parent !== undefined && !ofWorkspaces.includes(parent);
    };

    it('shows every item and list of that workspace', async () => {
      for (const resource of ofWorkspaces) expect((await bound.get(iriIn(mine, resource))).status).toBe(200);
      for (const route of nested.filter((each) => !isBelowTeam(each))) {
        const { status, body } = await bound.get(pathIn(route, mine));
        expect({ path: route.path, status }).toEqual({ path: route.path, status: 200 });
        const found = body['hydra:member'].map((member: Body) => member['@id'] as string);
        expect(found).toContain(iriIn(mine, route.resource));
      }
      const order = await bound.post('/orders', bodies(mine).Order);
      expect(order.status).toBe(201);
    });

    it('answers 404 for every item and list of another workspace', async () => {
      const before = await allRows(api.db());
      for (const resource of ofWorkspaces) {
        expectNotFound(await bound.get(iriIn(other, resource)));
        if (resource.operations.includes('put')) expectNotFound(await bound.put(iriIn(other, resource), {}));
        if (resource.operations.includes('delete'))
          expectNotFound(await bound.delete(iriIn(other, resource)));
      }
      for (const route of nested) expectNotFound(await bound.get(pathIn(route, other)));
      expect(await allRows(api.db())).toEqual(before);
    });

    it('lists nothing of another workspace', async () => {
      for (const route of lists.filter((each) => !isBelowTeam(each))) {
        const answer = await bound.get(`${pathIn(route, mine)}?itemsPerPage=500`);
        expectNoneOf(idsIn(other, mine), answer);
      }
    });

    it('shows nothing of the team', async () => {
      // a client sees whose it is
      const others = resources.filter((each) => !ofWorkspaces.includes(each) && each.owner !== 'is user');
      for (const resource of others) {
        expectNotFound(await bound.get(iriIn(mine, resource)));
      }
      for (const route of nested.filter(isBelowTeam)) {
        expectNotFound(await bound.get(pathIn(route, mine)));
      }
      for (const { path, resource } of topLevel) {
        if (ofWorkspaces.includes(resource)) continue;
        expect((await bound.get(path)).body).toMatchObject({ 'hydra:member': [], 'hydra:totalItems': 0 });
      }
    });

    it('refuses references to another workspace', async () => {
      const { body } = await bound.post('/orders', {
        ...bodies(mine).Order,
        workspace: other.Workspace['@id'],
      });
      expect(body).toEqual(notFound(other.Workspace['@id'] as string));
    });

    it('changes nothing of the team, and makes no other one', async () => {
      const before = await allRows(api.db());
      const team = mine.Team['@id'] as string;
      const answers = [
        await bound.put(team, { name: 'Taken over' }),
        await bound.post('/workspaces', { title: 'New', team }),
        await bound.post('/workspaces', { title: 'New', team: { name: 'New team' } }),
        await bound.post('/teams', { name: 'New team' }),
        await bound.delete(team),
      ];
      expect(answers.map(({ status }) => status).filter((status) => status < 400)).toEqual([]);
      expect(await allRows(api.db())).toEqual(before);
    });
  });

  describe('when what a client may see changes', () => {
    it('locks a revoked client out within five seconds', async () => {
      const tenant = await api.tenant();
      expect((await tenant.get(tenant.workspace)).status).toBe(200);
      const now = Date.now();
      api.setTime(now);
      const moment = '2026-01-01 00:00:00.000000';
      await api
        .db()
        .transaction((transaction) =>
          transaction.run('UPDATE oauth_clients SET revokedAt = ? WHERE publicId = ?', [
            moment,
            tenant.clientId,
          ]),
        );
      api.setTime(now + 5000);
      for (const path of [tenant.workspace, '/shipments', `${tenant.workspace}/shipments`]) {
        const { status, body } = await tenant.get(path);
        expect({ status, body }).toEqual({ status: 401, body: { code: 401, message: 'Invalid JWT Token' } });
      }
      expect((await tenant.post('/orders', { workspace: tenant.workspace, orderNumber: '1' })).status).toBe(
        401,
      );
      const query = `client_id=${tenant.clientId}&client_secret=${tenant.clientSecret}&grant_type=client_credentials`;
      const token = await api.anonymous().get(`/oauth/v2/token?${query}`);
      expect({ status: token.status, error: token.body.error }).toEqual({
        status: 400,
        error: 'invalid_client',
      });
    });

    it('locks a user out of a team that it has left within five seconds', async () => {
      const tenant = await api.tenant();
      const world = await makeOneOfEach(api, tenant);
      const userPk = await pkOf(api.db(), 'users', tenant.userId);
      const now = Date.now();
      await api
        .db()
        .transaction((transaction) => transaction.run('DELETE FROM memberships WHERE userPk = ?', [userPk]));
      api.setTime(now + 5000);
      // what is its own it keeps
      const isOwn = ({ owner }: Resource): boolean => owner === 'user' || owner === 'is user';
      for (const resource of resources.filter((each) => !isOwn(each)))
        expectNotFound(await tenant.get(iriIn(world, resource)));
      for (const { path } of topLevel.filter(({ resource }) => !isOwn(resource))) {
        const { body } = await tenant.get(path);
        expect({ path, total: body['hydra:totalItems'] }).toEqual({ path, total: 0 });
      }
      for (const route of nested) expectNotFound(await tenant.get(pathIn(route, world)));
      const { body } = await tenant.post('/orders', bodies(world).Order);
      expect(body).toEqual(notFound(tenant.workspace));
    });

    it('shows a new member a team within five seconds', async () => {
      const [owner, member] = [await api.tenant(), await api.tenant()];
      expectNotFound(await member.get(owner.workspace));
      const userPk = await pkOf(api.db(), 'users', member.userId);
      const teamPk = await pkOf(api.db(), 'teams', owner.teamId);
      await api
        .db()
        .transaction((transaction) =>
          transaction.run('INSERT INTO memberships (userPk, teamPk, role, createdAt) VALUES (?, ?, ?, ?)', [
            userPk,
            teamPk,
            'member',
            transaction.moment,
          ]),
        );
      api.setTime(Date.now() + 5000);
      expect((await member.get(owner.workspace)).status).toBe(200);
      expect((await member.get('/workspaces')).body['hydra:totalItems']).toBe(2);
    });
  });

  describe('with a second server on the same database', () => {
    let second: Awaited<ReturnType<typeof startServer>>;
    beforeAll(async () => {
      second = await startServer(api.database.url());
    });
    afterAll(async () => {
      await second.app.close();
    });

    it('can use a new team and workspace at once', async () => {
      const tenant = await api.tenant();
      const workspace = await tenant.make('/workspaces', { title: 'New', team: { name: 'New team' } });
      const world = await makeOneOfEach(api, tenant, workspace['@id'] as string);
      for (const resource of resources) expect((await tenant.get(iriIn(world, resource))).status).toBe(200);
      expect((await tenant.get('/workspaces')).body['hydra:totalItems']).toBe(2);
      expect((await tenant.get('/teams')).body['hydra:totalItems']).toBe(2);
      expect((await tenant.delete(workspace['@id'] as string)).status).toBe(204);
      expectNotFound(await tenant.get(workspace['@id'] as string));
      expect((await tenant.get('/workspaces')).body['hydra:totalItems']).toBe(1);
    });

    it('can use a new team and workspace at once through the other server', async () => {
      const tenant = await api.tenant();
      const there = await signIn(second.url, tenant);
      // the other server now remembers what the client saw before
      const seen = async (): Promise<number> =>
        (await there.get('/workspaces')).body['hydra:totalItems'] as number;
      const make = async (title: string): Promise<Body> => {
        expect((await there.get('/orders')).status).toBe(200);
        return tenant.make('/workspaces', { title, team: { name: `Team ${title}` } });
      };
      expect(await seen()).toBe(1);
      const read = await make('read');
      expect((await there.get(read['@id'] as string)).status).toBe(200);
      expect(await seen()).toBe(2);
      const listed = await make('listed');
      expect((await there.get(`${listed['@id']}/shipments`)).status).toBe(200);
      const written = await make('written');
      expect((await there.post('/orders', { workspace: written['@id'], orderNumber: '1' })).status).toBe(201);
      const changed = await make('changed');
      expect((await there.put(changed['@id'] as string, { title: 'Changed' })).status).toBe(200);
      const deleted = await make('deleted');
      expect((await there.delete(deleted['@id'] as string)).status).toBe(204);
      expectNotFound(await tenant.get(deleted['@id'] as string));
      await make('in lists');
      second.app.get(Clock).now = () => Date.now() + 5000;
      expect(await seen()).toBe(6);
      second.app.get(Clock).now = () => Date.now();
    });

    it('accepts the tokens of the other server and sees what it wrote', async () => {
      const tenant = await api.tenant();
      const world = await makeOneOfEach(api, tenant);
      for (const resource of resources) {
        const answer = await fetch(second.url + iriIn(world, resource), {
          headers: { authorization: `Bearer ${tenant.token}` },
        });
        expect(answer.status).toBe(200);
      }
    });

    it('locks a revoked client out there as well within five seconds', async () => {
      const tenant = await api.tenant();
      const there = await signIn(second.url, tenant);
      expect((await there.get(tenant.workspace)).status).toBe(200);
      await api
        .db()
        .transaction((transaction) =>
          transaction.run('UPDATE oauth_clients SET revokedAt = ? WHERE publicId = ?', [
            transaction.moment,
            tenant.clientId,
          ]),
        );
      second.app.get(Clock).now = () => Date.now() + 5000;
      expect((await there.get(tenant.workspace)).body).toEqual({ code: 401, message: 'Invalid JWT Token' });
      second.app.get(Clock).now = () => Date.now();
    });
  });
});
