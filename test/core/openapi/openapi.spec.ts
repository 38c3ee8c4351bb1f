import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiDocument, apis } from '../../../src/app/api-document.js';
import { createApp } from '../../../src/app/app.setup.js';
import { readConfig } from '../../../src/config/config.js';
import { collectionRoutes } from '../../../src/core/http/resource-routes.js';
import {
  METHODS,
  type OpenapiDocument,
  type ParameterObject,
  type ResponseObject,
} from '../../../src/core/openapi/types.js';
import { collectionParameters } from '../../../src/core/query/filter-paths.js';
import { resources } from '../../../src/app/resources.js';
import { client, onEachApi, type Answer, type TenantClient } from '../../support/api.js';
import { Documented } from '../../support/documented.js';
import { bodies, makeOneOfEach, resourceNamed, type OneOfEach, roomFor } from '../../support/one-of-each.js';

const documented = new Documented(apiDocument('https://waybill.invalid'));
const { document } = documented;

const template = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

const operationsOf = ({ paths }: OpenapiDocument) =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ method, path, operation: item[method] }] : [])),
  );

/** What each document tells of, by the name on its page. */
const told = new Map(apis.map(({ title, make }) => [title, operationsOf(make('https://waybill.invalid'))]));

/** Whose path it is: the surfaces have one each, TrackMage the rest. */
const ownerOf = (path: string): string =>
  path.startsWith('/stores/') || path === '/time'
    ? 'BigCommerce'
    : path.startsWith('/api2/')
      ? 'api2'
      : 'TrackMage';

/** A route, whatever the parameters in its path are called. */
const unnamed = (route: string): string => route.replace(/\{\w+\}/g, '{}');

/** Every route that the server has, as `GET /orders/{id}`. */
async function servedRoutes(): Promise<string[]> {
  const app = await createApp(readConfig({ DATABASE_URL: 'sqlite::memory:', DEMO: '0' }), false);
  const routes: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) routes.push(`${each} ${template(url)}`);
    });
  await app.init();
  await app.close();
  return routes.filter((route) => !/^(HEAD|OPTIONS) /.test(route) && route !== 'GET /docs/{file}');
}

describe('the documents', () => {
  it('have every route that the server has, and no other, each in the document of its API', async () => {
    const routes = [...told].map(([title, each]) => [
      title,
      each.map(({ method, path }) => unnamed(`${method.toUpperCase()} ${path}`)).sort(),
    ]);
    const served = await servedRoutes();
    const expected = apis.map(({ title }) => [
      title,
      served
        .filter((route) => ownerOf(route.slice(route.indexOf('/'))) === title)
        .map(unnamed)
        .sort(),
    ]);
    expect(Object.fromEntries(routes)).toEqual(Object.fromEntries(expected));
  });

  it.each(apis)('of $title names every operation once, with a tag that it describes', ({ title, make }) => {
    const each = told.get(title) ?? [];
    const ids = each.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = new Set(make('https://waybill.invalid').tags.map(({ name }) => name));
    expect(each.filter(({ operation }) => operation.tags.some((tag) => !tags.has(tag)))).toEqual([]);
  });

  it.each(apis)('of $title give components names that generators can tell apart', ({ make }) => {
    // orval makes `QueryPageSizeParameter` of `query.page_size` and of `query.pageSize`
    for (const components of Object.values(make('https://waybill.invalid').components)) {
      const plain = Object.keys(components as object).map((name) =>
        name.replace(/[^a-z0-9]/gi, '').toLowerCase(),
      );
      expect(plain).toEqual([...new Set(plain)]);
    }
  });

  it.each(apis)(
    'of $title says of every operation that wants a token what happens without one',
    ({ title }) => {
      const guarded = told.get(title)?.filter(({ operation }) => operation.security === undefined) ?? [];
      expect(guarded.length).toBeGreaterThan(4);
      expect(guarded.filter(({ operation }) => !('401' in operation.responses))).toEqual([]);
    },
  );

  it.each(apis)('of $title describe every operation, parameter and tag', ({ make }) => {
    const document = make('https://waybill.invalid');
    const documents = new Documented(document);
    const undescribed = Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const { summary, description, parameters = [] } = item[method] ?? { summary: '-', description: '-' };
        const names = [...(item.parameters ?? []), ...parameters]
          .map((each) => documents.resolve<ParameterObject>(each))
          .filter((each) => each.description.trim() === '')
          .map(({ name }) => name);
        return summary && description && names.length === 0 ? [] : [`${method} ${path} ${names.join()}`];
      }),
    );
    expect(undescribed).toEqual([]);
    expect(document.tags.filter(({ description }) => description.trim() === '')).toEqual([]);
  });

  it('have one type of success for a POST of JSON, which no import changes', () => {
    const posts = (told.get('TrackMage') ?? []).filter(
      ({ operation }) => operation.requestBody?.content['text/csv'],
    );
    expect(posts.length).toBeGreaterThanOrEqual(15);
    for (const { operation } of posts) {
      for (const type of ['application/ld+json', 'application/json']) {
        const schemas = [200, 201].map(
          (status) => (operation.responses[status] as ResponseObject).content?.[type]?.schema,
        );
        expect(schemas).toEqual([{ $ref: expect.stringMatching(/-Getp?(\.jsonld)?$/) }, schemas[0]]);
      }
    }
  });

  it('have plain names beside the ids of TrackMage', () => {
    const each = told.get('TrackMage') ?? [];
    const names = each.map(({ operation }) => operation['x-operation-name'] ?? operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    const named = (method: string, path: string) => {
      const { operationId, description, 'x-operation-name': name } = documented.operation(method, path);
      return { operationId, name, description };
    };
    expect(named('DELETE', '/shipments/{id}')).toEqual({
      operationId: 'deleteShipmentItem',
      name: 'deleteShipment',
      description: expect.stringContaining('The whole shipment is meant'),
    });
    expect(named('DELETE', '/shipment_items/{id}')).toEqual({
      operationId: 'deleteShipmentItemItem',
      name: 'deleteShipmentItem',
      description: expect.not.stringContaining('is meant'),
    });
    expect(named('GET', '/workspaces/{id}/orders/{orders}/items').name).toBe(
      'listOrderItemsOfOrderOfWorkspace',
    );
  });

  it('say what is open without a token', () => {
    const open = [...told.values()]
      .flat()
      .filter(({ operation }) => operation.security?.length === 0)
      .map(({ path }) => path);
    expect(new Set(open)).toEqual(
      new Set([
        '/',
        '/.well-known/oauth-authorization-server',
        '/.well-known/oauth-protected-resource',
        '/.well-known/oauth-protected-resource/mcp',
        '/api2/oauth/health',
        '/api2/oauth/token',
        '/contexts/{name}',
        '/docs',
        '/docs.json',
        '/docs.jsonld',
        '/docs/api2',
        '/docs/api2.json',
        '/docs/bigcommerce',
        '/docs/bigcommerce.json',
        '/health',
        '/health/ready',
        '/metrics',
        '/oauth/v2/auth',
        '/oauth/v2/introspect',
        '/oauth/v2/register',
        '/oauth/v2/revoke',
        '/oauth/v2/session',
        '/oauth/v2/session/callback',
        '/oauth/v2/session/demo/{code}',
        '/oauth/v2/session/start',
        '/oauth/v2/token',
        '/security/password',
        '/security/resend-email',
        '/security/signup',
        '/time',
        '/security/verify-email',
        '/security/verify-email/{code}',
        '/public/user-confirmation-link/{email}',
        '/public/carriers',
        '/public/carriers/{code}',
        '/public/domains',
        '/public/exports/{token}',
        '/public/tracking_page_links/{hash}/review',
        '/public/tracking_pages/{subdomain}',
        '/public/tracking_pages/{subdomain}/widget',
        '/public/widget.js',
        '/public/tracking_page_by_domain/{subdomain}/link_search/{email}',
        '/public/tracking_page_links/{hash}',
        '/public/tracking_page_links/{hash}/reviews',
        '/public/unsubscribe/{token}',
        '/public/mail_events/{secret}',
        '/public/tracking_statuses',
        '/public/tracking_statuses/{code}',
        '/tracking_providers/17track',
      ]),
    );
  });
});

describe('the document', () => {
  it("calls TrackMage's operations what TrackMage calls them", () => {
    const id = (method: string, path: string): string => documented.operation(method, path).operationId;
    expect(id('GET', '/shipments')).toBe('getShipmentCollection');
    expect(id('POST', '/shipment_items')).toBe('postShipmentItemCollection');
    expect(id('PUT', '/orders/{id}')).toBe('putOrderItem');
    expect(id('GET', '/workspaces/{id}/orders/{orders}/items')).toBe(
      'api_workspaces_orders_items_get_subresourceWorkspaceSubresource',
    );
  });

  it.each(
    collectionRoutes(resources).map((route) => ({ path: template(route.path), resource: route.resource })),
  )('has the query parameters of $path', ({ path, resource }) => {
    const published = collectionParameters(resource);
    const parameters = (documented.operation('GET', path).parameters ?? [])
      .map((each) => documented.resolve<ParameterObject>(each))
      .filter((each) => each.in === 'query');
    expect(parameters.map(({ name }) => name)).toEqual(published.map(({ name }) => name));
    for (const [index, { schema, style, explode, allowEmptyValue }] of parameters.entries()) {
      const { type, items, enum: values } = published[index] ?? {};
      expect({ type: schema.type, items: schema.items?.type, values: schema.enum }).toEqual({
        type,
        items,
        values,
      });
      expect(allowEmptyValue).toBe(true);
      if (type === 'array') expect({ style, explode }).toEqual({ style: 'form', explode: true });
    }
    expect(documented.parameters('GET', path, 'path')).toEqual(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    );
  });

  it('tells of the bounds of paging', () => {
    const [page, itemsPerPage] = (documented.operation('GET', '/shipments').parameters ?? []).map((each) =>
      documented.resolve<ParameterObject>(each),
    );
    expect(page?.schema).toEqual({ type: 'integer', default: 1, minimum: 1 });
    expect(itemsPerPage?.schema).toEqual({ type: 'integer', default: 30, minimum: 0, maximum: 500 });
  });

  it('has the request headers where they mean something', () => {
    expect(documented.parameters('GET', '/shipments', 'header')).toEqual(['Prefer', 'If-None-Match']);
    expect(documented.parameters('GET', '/shipments/{id}', 'header')).toEqual(['If-None-Match']);
    expect(documented.parameters('POST', '/shipments', 'header')).toEqual(['Idempotency-Key', 'Prefer']);
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect(documented.parameters(method, '/shipments/{id}', 'header')).toEqual(['If-Match']);
  });

  it('tells what a resource may be told, and what comes back', () => {
    const { schemas } = document.components;
    expect(schemas['ShipmentItem-Post']?.required).toEqual(['shipment', 'orderItem']);
    expect(schemas['Shipment-Post']?.properties).not.toHaveProperty('trackingStatus');
    expect(schemas['Shipment-Put']?.properties).not.toHaveProperty('workspace');
    expect(schemas['Shipment-Getc']?.properties).not.toHaveProperty('orders');
    expect(schemas['Shipment-Get']?.properties?.trackingStatus?.enum).toContain('in_transit');
    expect(schemas['Shipment-Get']?.properties?.address).toEqual({
      anyOf: [{ $ref: '#/components/schemas/Address-Get' }, { type: 'null' }],
    });
    expect(schemas['Shipment-Get.jsonld']?.properties?.['@type']).toEqual({ const: 'Shipment' });
    expect(schemas['Order-Post']?.properties?.orderType).toMatchObject({
      type: 'string',
      enum: ['customer', 'vendor'],
      default: 'customer',
    });
    expect(schemas['Team-Post']?.properties?.name).toMatchObject({
      type: 'string',
      minLength: 4,
      maxLength: 255,
    });
  });
});

describe('an answer that is not as documented', () => {
  const headers = new Headers({
    'content-type': 'application/json',
    etag: '"1"',
    link: '<x>',
    'x-request-id': '1',
  });
  const status = {
    id: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    code: 'packed',
    title: null,
    description: null,
  };
  const check = (answer: Partial<Answer>): string[] =>
    documented.deviations('GET', '/statuses', { status: 200, headers, body: [status], ...answer });

  it('is noticed', () => {
    expect(check({})).toEqual([]);
    expect(check({ body: [{ ...status, secret: 1 }] })).toHaveLength(1);
    expect(check({ body: [{ ...status, code: null }] })).toHaveLength(1);
    expect(check({ body: [{ code: 'packed', title: null, description: null }] })).toHaveLength(1);
    expect(check({ body: [{ ...status, id: 'x' }] })).toHaveLength(1);
    expect(check({ status: 418 })).toHaveLength(1);
    expect(check({ headers: new Headers({ 'content-type': 'application/json' }) })).toHaveLength(1);
    expect(check({ headers: new Headers({ 'content-type': 'text/html' }) })).toHaveLength(1);
  });
});

onEachApi((api) => {
  let tenant: TenantClient;
  let have: OneOfEach;
  beforeAll(async () => {
    tenant = await api.tenant();
    have = await makeOneOfEach(api, tenant);
  });

  const PLAIN = { accept: 'application/json' };
  const LD = { accept: 'application/ld+json' };
  const deviations = (method: string, path: string, answer: Answer): string[] =>
    documented.deviations(method, path, answer);

  /** The list's address with real ids. */
  function addressOf(path: string): string {
    const route = collectionRoutes(resources).find((each) => template(each.path) === path);
    return path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const step = route?.steps.find(({ parameter }) => parameter === name);
      return have[step?.resource.name ?? '']?.id as string;
    });
  }

  it.each(collectionRoutes(resources).map((route) => template(route.path)))(
    'the answers of %s are as documented',
    async (path) => {
      for (const headers of [LD, PLAIN, { accept: 'text/csv' }]) {
        const answer = await tenant.get(`${addressOf(path)}?itemsPerPage=1`, headers);
        expect(answer.status).toBe(200);
        expect(answer.headers.get('etag')).toMatch(/^"/);
        expect(deviations('GET', path, answer)).toEqual([]);
      }
      const uncounted = await tenant.get(addressOf(path), { ...LD, prefer: 'count=none, paging=cursor' });
      expect(deviations('GET', path, uncounted)).toEqual([]);
    },
  );

  it.each(resources.map(({ name }) => name))('an item of %s is as documented', async (name) => {
    const { path } = resourceNamed(name);
    for (const headers of [LD, PLAIN, { accept: 'text/csv' }]) {
      const answer = await tenant.get(`/${path}/${have[name].id}`, headers);
      expect(answer.status).toBe(200);
      expect(deviations('GET', `/${path}/{id}`, answer)).toEqual([]);
    }
  });

  const posted = resources.filter(({ operations }) => operations.includes('post')).map(({ name }) => name);

  it.each(posted)('POST of %s takes and answers what is documented', async (name) => {
    const path = `/${resourceNamed(name).path}`;
    for (const headers of [LD, PLAIN]) {
      const body = { ...bodies(have)[name], ...(await roomFor(name, have, tenant)) };
      expect(documented.refusals('POST', path, body)).toEqual([]);
      const answer = await tenant.post(path, body, headers);
      expect(answer.status).toBe(201);
      expect(deviations('POST', path, answer)).toEqual([]);
    }
  });

  it.each(posted)('the example of POST of %s makes one', async (name) => {
    const resource = resourceNamed(name);
    const path = `/${resource.path}`;
    const example = documented.operation('POST', path).requestBody?.content['application/ld+json']?.example;
    const references = [...resource.fields.values()]
      .filter(({ relation, required }) => relation && required)
      .map(({ name: field, relation }) => [field, have[relation?.target().name ?? '']['@id']]);
    // no relation, for it leads to several kinds of things
    if (resource.fields.has('entityId')) references.push(['entityId', have.Shipment.id]);
    const body = {
      ...(example as object),
      ...Object.fromEntries(references),
      ...(await roomFor(name, have, tenant)),
    };
    expect(Object.keys(body)).toEqual(expect.arrayContaining(Object.keys(example as object)));
    expect(documented.refusals('POST', path, body)).toEqual([]);
    expect(await tenant.post(path, body)).toMatchObject({ status: 201 });
  });

  it.each(posted)('what %s has no value for is as documented', async (name) => {
    const path = `/${resourceNamed(name).path}`;
    const [schema] = Object.values(documented.operation('POST', path).requestBody?.content ?? {});
    const { properties = {}, required = [] } = documented.resolve(schema?.schema ?? {});
    const optional = Object.keys(properties).filter((key) => !required.includes(key));
    for (const nothing of [undefined, null, '']) {
      const body: Record<string, unknown> = {
        ...bodies(have)[name],
        ...(await roomFor(name, have, tenant)),
      };
      for (const key of optional) {
        const rest = { ...body, [key]: nothing };
        if (nothing === undefined) delete body[key];
        else if (documented.refusals('POST', path, rest).length === 0) body[key] = nothing;
      }
      const answer = await tenant.post(path, body);
      expect({ sent: body, answered: answer.body }).toMatchObject({
        answered: { '@id': expect.any(String) },
      });
      expect(deviations('POST', path, answer)).toEqual([]);
      expect(deviations('GET', `${path}/{id}`, await tenant.get(answer.body['@id'] as string))).toEqual([]);
    }
  });

  const changed = posted.filter((name) => resourceNamed(name).operations.includes('put'));

  it.each(changed)('PUT and PATCH of %s answer what is documented', async (name) => {
    const path = `/${resourceNamed(name).path}/{id}`;
    const address = path.replace('{id}', have[name].id as string);
    for (const headers of [LD, PLAIN]) {
      expect(deviations('PUT', path, await tenant.put(address, {}, headers))).toEqual([]);
      const patch = { 'content-type': 'application/merge-patch+json', ...headers };
      const answer = await tenant.send('PATCH', address, { body: '{}', headers: patch });
      expect(answer.status).toBe(200);
      expect(deviations('PATCH', path, answer)).toEqual([]);
    }
  });

  it('DELETE answers what is documented', async () => {
    const made = await tenant.make('/teams', { name: 'Soon gone' });
    const answer = await tenant.delete(made['@id'] as string);
    expect(answer.status).toBe(204);
    expect(deviations('DELETE', '/teams/{id}', answer)).toEqual([]);
  });

  it('an import answers what is documented', async () => {
    const csv = `workspace,trackingNumber\n${tenant.workspace},CSV1\n${tenant.workspace},not ok\n`;
    const answer = await tenant.post('/shipments', csv, { 'content-type': 'text/csv' });
    expect(answer).toMatchObject({ status: 200, body: { created: 1, failed: [{ line: 3 }] } });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8; profile=import');
    expect(deviations('POST', '/shipments', answer)).toEqual([]);
  });

  it.each(['application/ld+json', 'application/json'])('errors in %s are as documented', async (accept) => {
    const missing = '/shipments/99999999-9999-4999-8999-999999999999';
    const item = have.Shipment['@id'] as string;
    const headers = { accept };
    const key = { ...headers, 'idempotency-key': `key-${accept}` };
    await tenant.post('/statuses', { ...bodies(have).Status }, key);
    const expected: [number, string, string, Promise<Answer>][] = [
      [400, 'GET', '/shipments', tenant.get('/shipments?page=0', headers)],
      [400, 'GET', '/shipments', tenant.get('/shipments?nope=1', { ...headers, prefer: 'handling=strict' })],
      [404, 'GET', '/shipments/{id}', tenant.get(missing, headers)],
      [404, 'GET', '/workspaces/{id}/shipments', tenant.get('/workspaces/nope/shipments', headers)],
      [401, 'GET', '/shipments', api.anonymous().get('/shipments', headers)],
      [400, 'POST', '/shipments', tenant.post('/shipments', {}, headers)],
      [400, 'POST', '/shipments', tenant.post('/shipments', '{', headers)],
      [401, 'POST', '/shipments', api.anonymous().post('/shipments', {}, headers)],
      [
        415,
        'POST',
        '/shipments',
        tenant.post('/shipments', 'x', { ...headers, 'content-type': 'text/plain' }),
      ],
      [413, 'POST', '/shipments', tenant.post('/shipments', ' '.repeat(1_100_000), headers)],
      [422, 'POST', '/statuses', tenant.post('/statuses', bodies(have).Status, key)],
      [412, 'PUT', '/shipments/{id}', tenant.put(item, {}, { ...headers, 'if-match': '"old"' })],
      [412, 'DELETE', '/shipments/{id}', tenant.delete(item, { ...headers, 'if-match': '"old"' })],
      [404, 'DELETE', '/shipments/{id}', tenant.delete(missing, headers)],
      [404, 'GET', '/contexts/{name}', tenant.get('/contexts/Nope', headers)],
    ];
    for (const [status, method, path, answering] of expected) {
      const answer = await answering;
      expect({ path, status: answer.status }).toEqual({ path, status });
      expect(deviations(method, path, answer)).toEqual([]);
    }
  });

  it('answers without a body are as documented', async () => {
    const first = await tenant.get('/shipments');
    const again = await tenant.get('/shipments', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect(deviations('GET', '/shipments', again)).toEqual([]);
    const refused = await tenant.get('/shipments', { accept: 'application/xml' });
    expect(refused.status).toBe(406);
    expect(deviations('GET', '/shipments', refused)).toEqual([]);
  });

  it('tokens, health and documents are as documented', async () => {
    const { clientId: client_id, clientSecret: client_secret } = tenant;
    const asked = { grant_type: 'client_credentials', client_id, client_secret };
    const get = (path: string, headers = {}): Promise<Answer> => api.anonymous().get(path, headers);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const token = (query: Record<string, string>): string => new URLSearchParams(query).toString();
    const path = '/oauth/v2/token';
    const expected: [number, string, string, Promise<Answer>][] = [
      [200, 'GET', path, get(`${path}?${token(asked)}`)],
      [200, 'POST', path, api.anonymous().post(path, token(asked), form)],
      [400, 'GET', path, get(`${path}?${token({ ...asked, client_secret: 'no' })}`)],
      [400, 'POST', path, api.anonymous().post(path, token({ ...asked, grant_type: 'password' }), form)],
      [200, 'GET', '/health', get('/health')],
      [200, 'GET', '/health/ready', get('/health/ready')],
      [200, 'GET', '/metrics', get('/metrics')],
      [404, 'GET', '/metrics', get('/metrics', { 'X-Forwarded-For': '203.0.113.9' })],
      [200, 'GET', '/', get('/')],
      [200, 'GET', '/contexts/{name}', get('/contexts/Shipment')],
      [200, 'GET', '/docs.jsonld', get('/docs.jsonld')],
      [200, 'GET', '/docs.json', get('/docs.json')],
      [200, 'GET', '/docs', get('/docs', { accept: 'text/html' })],
      [406, 'GET', '/docs', get('/docs', { accept: 'image/png' })],
      [200, 'GET', '/docs/bigcommerce.json', get('/docs/bigcommerce.json')],
      [200, 'GET', '/docs/bigcommerce', get('/docs/bigcommerce', { accept: 'text/html' })],
      [200, 'GET', '/docs/api2.json', get('/docs/api2.json')],
      [200, 'GET', '/docs/api2', get('/docs/api2')],
    ];
    for (const [status, method, at, answering] of expected) {
      const answer = await answering;
      expect({ at, status: answer.status }).toEqual({ at, status });
      expect(deviations(method, at, answer)).toEqual([]);
    }
  });
});

describe('what is served', () => {
  let url = '';
  let close = async (): Promise<void> => {};
  beforeAll(async () => {
    const { startServer } = await import('../../support/api.js');
    const server = await startServer('sqlite::memory:', { PUBLIC_URL: 'https://api.example.test' });
    url = server.url;
    close = () => server.app.close();
  });
  afterAll(() => close());
  const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    client(url).get(path, headers);
  const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

  it.each(apis)(
    '$path.json is the document of $title, for the URL that clients see',
    async ({ path, make }) => {
      const { status, headers, body } = await get(`${path}.json`);
      expect({ status, type: headers.get('content-type') }).toEqual({
        status: 200,
        type: 'application/json; charset=utf-8',
      });
      expect(body).toEqual(JSON.parse(JSON.stringify(make('https://api.example.test'))));
      const plain = await get(path);
      expect({ type: plain.headers.get('content-type'), body: plain.body }).toEqual({
        type: 'application/json; charset=utf-8',
        body,
      });
    },
  );

  it('/docs.json says where tokens are', async () => {
    const { body } = await get('/docs.json');
    expect(body.servers).toEqual([{ url: 'https://api.example.test' }]);
    expect(body.components.securitySchemes.oauth2.flows.clientCredentials.tokenUrl).toBe(
      'https://api.example.test/oauth/v2/token',
    );
  });

  it.each([
    ['application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['application/vnd.oai.openapi+json', 'application/vnd.oai.openapi+json; charset=utf-8'],
    [
      'application/vnd.oai.openapi+json;q=0.9, application/json;q=0.5',
      'application/vnd.oai.openapi+json; charset=utf-8',
    ],
    [BROWSER, 'text/html; charset=utf-8'],
  ])('/docs for "Accept: %s" is %s', async (accept, type) => {
    const { status, headers } = await get('/docs', { accept });
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type });
    expect(headers.get('vary')).toContain('Accept');
  });

  it('a browser that has the document gets a 304, whether compressed or not', async () => {
    for (const encoding of ['gzip', 'identity']) {
      const { headers } = await get('/docs.json', { 'accept-encoding': encoding });
      expect(headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
      const known = { 'accept-encoding': encoding, 'if-none-match': headers.get('etag') ?? '' };
      expect((await get('/docs.json', known)).status).toBe(304);
    }
  });

  it.each(apis)('the page $path leads to the others, and marks itself', async ({ path }) => {
    const { body } = await get(path, { accept: BROWSER });
    const links = [...(body as string).matchAll(/<a href="([^"]+)"\s+(aria-current="page")?\s*>([^<]+)</g)];
    expect(links.map(([, href, current, title]) => [href, title, current !== undefined])).toEqual([
      ['/docs', 'TrackMage', path === '/docs'],
      ['/docs/bigcommerce', 'BigCommerce', path === '/docs/bigcommerce'],
      ['/docs/api2', 'api2', path === '/docs/api2'],
    ]);
  });

  it.each(apis)('the page $path loads its own files alone', async ({ path }) => {
    const { headers, body } = await get(path, { accept: BROWSER });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const files = [...(body as string).matchAll(/<(?:script|link) [^>]*(?:src|href)="([^"]+)"/g)].map(
      ([, file]) => file,
    );
    expect(files).toHaveLength(5);
    for (const file of files) {
      expect(file).toMatch(/^\/docs\/[\w.-]+\?v=[\w-]+$/);
      const answer = await get(file ?? '');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-type')).toMatch(
        /^(?:text\/(?:css|javascript); charset=utf-8|image\/svg\+xml)$/,
      );
    }
  });

  it.each([
    '/docs/nope.js',
    '/docs/nope',
    '/docs/trackmage.json',
    '/docs/..%2Fpackage.json',
    '/docs/index.html',
  ])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});
