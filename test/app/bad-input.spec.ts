import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { collectionRoutes } from '../../src/core/http/resource-routes.js';
import { acceptedParameters } from '../../src/core/query/filter-paths.js';
import type { Field } from '../../src/core/metadata/field.js';
import type { Resource } from '../../src/core/metadata/resource.js';
import { resources } from '../../src/app/resources.js';
import { allRows } from '../support/all-rows.js';
import { client, onEachApi, signIn, startServer } from '../support/api.js';
import type { Answer, Body, Client, TenantClient } from '../support/api.js';
import { bodies, makeOneOfEach, unique, type OneOfEach } from '../support/one-of-each.js';
import { relayTo, type Relay } from '../support/relay.js';

const LD = 'application/ld+json';
const MISSING = '11111111-1111-4111-8111-111111111111';
const TEXT_OF_THE_INSIDE =
  /SELECT |INSERT |UPDATE |DELETE FROM|SQLITE|\bER_|node_modules|QueryFailed|TypeError|\.[jt]s:\d|"(stack|sql|trace)"/;

/** A request; a body that is neither text nor bytes is sent as JSON. */
interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const typeOf: Readonly<Record<string, string>> = { PATCH: 'application/merge-patch+json' };

function send(to: Client, { method, path, body, headers = {} }: Request, accept?: string): Promise<Answer> {
  const isBare = body === undefined || body instanceof Uint8Array;
  return to.send(method, path, {
    headers: {
      ...(isBare ? {} : { 'content-type': typeOf[method] ?? LD }),
      ...(accept === undefined ? {} : { accept }),
      ...headers,
    },
    ...(body === undefined
      ? {}
      : { body: typeof body === 'string' || isBare ? (body as string) : JSON.stringify(body) }),
  });
}

/** What was asked and what came back, as failures should show it. */
const outcome = (request: Request, { status, body }: Answer, description: unknown): object => ({
  request: `${request.method} ${request.path} ${JSON.stringify(request.body) ?? ''}`.slice(0, 300),
  status,
  description: description ?? (JSON.stringify(body) ?? '').slice(0, 300),
});

/** Expects this error in Hydra's words; nothing in it tells of the inside. */
async function expectHydraError(
  to: Client,
  request: Request,
  status: number,
  description: string | RegExp,
): Promise<Answer> {
  const answer = await send(to, request);
  expect(outcome(request, answer, answer.body['hydra:description'])).toEqual(
    outcome(request, { ...answer, status }, matching(description)),
  );
  expect(answer.headers.get('content-type')).toBe(`${LD}; charset=utf-8`);
  expect(answer.body).toMatchObject({ 'hydra:title': 'An error occurred' });
  expect(JSON.stringify(answer.body)).not.toMatch(TEXT_OF_THE_INSIDE);
  return answer;
}

/** Expects this error in Hydra's words and, for those who accept plain JSON, as a problem. */
async function expectError(
  to: Client,
  request: Request,
  status: number,
  description: string | RegExp,
): Promise<Answer> {
  const json = await send(to, request, 'application/json');
  expect(outcome(request, json, json.body.detail)).toEqual(
    outcome(request, { ...json, status }, matching(description)),
  );
  expect(json.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(json.body).toMatchObject({ type: 'about:blank', title: 'An error occurred', status });
  expect(JSON.stringify(json.body)).not.toMatch(TEXT_OF_THE_INSIDE);
  return expectHydraError(to, request, status, description);
}

const matching = (description: string | RegExp): unknown =>
  typeof description === 'string' ? description : expect.stringMatching(description);

const posted = resources.filter(({ operations }) => operations.includes('post'));
const lists = collectionRoutes(resources);

const writable = (resource: Resource, group: 'post' | 'put'): Field[] =>
  [...resource.fields.values()].filter((field) => field.write && field.groups.has(group));

const wrongType = (path: string, expected: string, given: string): string =>
  `The type of the "${path}" attribute must be "${expected}", "${given}" given.`;

type Wrong = readonly [value: unknown, path: string, expected: string, given: string];

const notText = (path: string, wrap: (value: unknown) => unknown = (value) => value): Wrong[] => [
  [wrap(true), path, 'string', 'bool'],
  [wrap([]), path, 'string', 'array'],
  [wrap({}), path, 'string', 'array'],
];

/** Values of the wrong JSON type for a field, and how they are told. */
function wrongValues({ name, schema, relation, parts }: Field): Wrong[] {
  if (parts) {
    const inside = [...parts].flatMap(([key]) => notText(`${name}.${key}`, (value) => ({ [key]: value })));
    return [
      ['x', name, 'array', 'string'],
      [5, name, 'array', 'int'],
      [true, name, 'array', 'bool'],
      ...inside,
    ];
  }
  if (relation?.cardinality === 'one') {
    return [
      [true, name, 'string', 'bool'],
      [5, name, 'string', 'int'],
    ];
  }
  switch (schema.type) {
    case 'integer':
      return [
        ['5', name, 'int', 'string'],
        [1.5, name, 'int', 'float'],
        [true, name, 'int', 'bool'],
        [[], name, 'int', 'array'],
        [{}, name, 'int', 'array'],
      ];
    case 'number':
      return [
        ['abc', name, 'float', 'string'],
        [true, name, 'float', 'bool'],
        [[], name, 'float', 'array'],
      ];
    case 'boolean':
      return [
        ['true', name, 'bool', 'string'],
        [1, name, 'bool', 'int'],
        [null, name, 'bool', 'NULL'],
        [[], name, 'bool', 'array'],
      ];
    case 'array':
      return [
        ['x', name, 'array', 'string'],
        [5, name, 'array', 'int'],
        [[true], `${name}[0]`, schema.items?.type === 'integer' ? 'int' : 'string', 'bool'],
        ...(relation ? [[[5.5], `${name}[0]`, 'string', 'float'] as const] : []),
      ];
    case 'object':
      return [
        ['x', name, 'array', 'string'],
        [5, name, 'array', 'int'],
      ];
    case 'string': {
      const isNeverNull = schema.nullable === false;
      return [...notText(name), ...(isNeverNull ? [[null, name, 'string', 'NULL'] as const] : [])];
    }
  }
}

/** Where a body has text: a value with this text in it, and the path by which it is told. */
function placesOfText({
  name,
  schema,
  relation,
  parts,
}: Field): [path: string, wrap: (text: string) => unknown][] {
  if (parts) return [...parts].map(([key]) => [`${name}.${key}`, (text) => ({ [key]: text })]);
  if (relation) return [];
  if (schema.type === 'array' && schema.items?.type === 'integer') return [];
  if (schema.type === 'array') return [[`${name}[1]`, (text) => ['a', text]]];
  if (schema.type === 'object') {
    return [
      [name, (text) => ({ [text]: 'a' })],
      [`${name}.a`, (text) => ({ a: text })],
    ];
  }
  return schema.type === 'string' ? [[name, (text) => text]] : [];
}

onEachApi((api) => {
  let tenant: TenantClient;
  let world: OneOfEach;
  beforeAll(async () => {
    tenant = await api.tenant();
    world = await makeOneOfEach(api, tenant);
  });

  const iriOf = (name: string): string => world[name]['@id'] as string;
  const post = (body: unknown, headers?: Request['headers']): Request => ({
    method: 'POST',
    path: '/shipments',
    body,
    ...(headers ? { headers } : {}),
  });
  /** The ways to write a shipment. */
  const writes = (body: unknown): Request[] => [
    post(body),
    { method: 'PUT', path: iriOf('Shipment'), body },
    { method: 'PATCH', path: iriOf('Shipment'), body },
  ];
  /** A new item and a change of an item, each with these values. */
  const writesOf = (resource: Resource, field: Field, value: unknown): Request[] => [
    ...(field.groups.has('post')
      ? [
          {
            method: 'POST',
            path: `/${resource.path}`,
            body: { ...bodies(world)[resource.name], [field.name]: value },
          },
        ]
      : []),
    ...(field.groups.has('put')
      ? (['PUT', 'PATCH'] as const).map((method) => ({
          method,
          path: iriOf(resource.name),
          body: { [field.name]: value },
        }))
      : []),
  ];
  const writingNothing = async (work: () => Promise<void>): Promise<void> => {
    const before = await allRows(api.db());
    await work();
    expect(await allRows(api.db())).toEqual(before);
  };

  describe('a body', () => {
    it.each(['{"a":', 'garbage', "{'a':1}", '{"a":1,}', '{"a":NaN}', '[1,', '{} {}', '\u00a0{}', ''])(
      'that is no JSON is a 400: %s',
      (body) =>
        writingNothing(async () => {
          for (const request of writes(body)) await expectError(tenant, request, 400, 'Syntax error');
        }),
    );

    it.each(['null', 'true', '1', '1e400', '"text"'])('that is no object is a 400: %s', (body) =>
      writingNothing(async () => {
        for (const request of writes(body))
          await expectError(tenant, request, 400, 'The body must be a JSON object.');
      }),
    );

    it('that is not UTF-8 is a 400', () =>
      writingNothing(async () => {
        const headers = { 'content-type': LD };
        for (const bytes of [
          Buffer.from('{"email":"\xff"}', 'latin1'),
          Buffer.from('{"email":"\xed\xa0\x80"}', 'latin1'),
          Buffer.from('{"email":"\xc0\x80"}', 'latin1'),
          Buffer.from('{"email":"a"}', 'utf16le'),
        ]) {
          await expectError(tenant, post(new Uint8Array(bytes), headers), 400, 'Syntax error');
        }
      }));

    it('that is nested too deeply is a 400, also in keys that nobody knows', () =>
      writingNothing(async () => {
        const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
        for (const body of [
          `{"unknown":${nested(32)}}`,
          `{"shipmentItems":${nested(500)}}`,
          nested(200_000),
          '{"a":'.repeat(1000) + '1' + '}'.repeat(1000),
        ]) {
          await expectError(tenant, post(body), 400, 'The body is nested too deeply.');
        }
        await expectError(tenant, post('['.repeat(500_000)), 400, 'The body is nested too deeply.');
      }));

    it('of 1 MiB is read, a longer one is a 413', async () => {
      const start = `{"workspace":"${tenant.workspace}","unknown":"`;
      const body = (length: number): string => `${start}${'a'.repeat(length - start.length - 2)}"}`;
      expect((await send(tenant, post(body(1_048_576)))).status).toBe(201);
      await writingNothing(async () => {
        for (const length of [1_048_577, 2_000_000]) {
          await expectError(
            tenant,
            post(body(length)),
            413,
            'The body is too large. It should have 1 MiB or less.',
          );
        }
      });
    });

    it('that only turns out to be too long is a 413', () =>
      writingNothing(async () => {
        const stream = new ReadableStream({
          start(controller) {
            for (let count = 0; count < 20; count++) controller.enqueue(Buffer.alloc(65_536, ' '));
            controller.close();
          },
        });
        const { status } = await tenant.send('POST', '/shipments', {
          headers: { 'content-type': LD },
          body: stream,
          duplex: 'half',
        });
        expect(status).toBe(413);
      }));

    it.each([
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=a',
      'application/jsonx',
      'x',
      ';',
    ])('of the type %s is a 415', (type) =>
      writingNothing(async () => {
        for (const request of writes({ email: '' }))
          await expectError(
            tenant,
            { ...request, headers: { 'content-type': type } },
            415,
            /^The content-type ".+" is not supported\. Supported MIME types are "application\//,
          );
      }),
    );

    it('without a type is a 415', () =>
      writingNothing(async () => {
        for (const request of writes(new Uint8Array(Buffer.from('{"email":""}'))))
          await expectError(tenant, request, 415, 'The "Content-Type" header must exist.');
      }));

    it('of a patch is a 415 unless it is a merge patch, which nothing else takes', () =>
      writingNothing(async () => {
        const patch = { method: 'PATCH', path: iriOf('Shipment'), body: { email: '' } };
        for (const type of [LD, 'application/json', 'application/json-patch+json']) {
          await expectError(
            tenant,
            { ...patch, headers: { 'content-type': type } },
            415,
            `The content-type "${type}" is not supported. Supported MIME types are "application/merge-patch+json".`,
          );
        }
        const headers = { 'content-type': 'application/merge-patch+json' };
        await expectError(tenant, { ...post({}), headers }, 415, /^The content-type /);
      }));

    it('with an "@id" makes nothing', () =>
      writingNothing(async () => {
        for (const { path, name } of posted) {
          const body = { ...bodies(world)[name], '@id': iriOf(name) };
          const request = { method: 'POST', path: `/${path}`, body };
          await expectError(tenant, request, 400, 'Update is not allowed for this operation.');
        }
      }));

    it('may have keys that nobody knows or that are only read: they are ignored', async () => {
      const ignored = {
        '@context': '/contexts/Order',
        '@type': 'Order',
        id: MISSING,
        createdAt: '2001-01-01T00:00:00+00:00',
        trackingStatus: 'delivered',
        daysInTransit: 99,
        workspacePk: 1,
        pk: 1,
        emailFolded: 'X',
        unknown: { deep: [[[1]]] },
        constructor: { prototype: { polluted: true } },
        toString: 'text',
        hasOwnProperty: null,
      };
      const strange = `,"__proto__":{"polluted":true,"email":"proto@example.com"}}`;
      const body = JSON.stringify({ ...ignored, ...bodies(world).Shipment, email: '' });
      const { status, body: made } = await tenant.post('/shipments', body.slice(0, -1) + strange);
      expect(status).toBe(201);
      expect(made).toMatchObject({ '@type': 'Shipment', trackingStatus: 'no_info', email: '' });
      expect(made.id).not.toBe(MISSING);
      expect(made.createdAt).not.toContain('2001');
      expect(made).not.toHaveProperty('unknown');
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      const put = await tenant.put(
        made['@id'] as string,
        `${JSON.stringify(ignored).slice(0, -1)}${strange}`,
      );
      expect(put.status).toBe(200);
      expect(put.body).toMatchObject({ id: made.id, email: '', trackingStatus: 'no_info' });
      const text = `{"workspace":"${tenant.workspace}","builder":{"__proto__":{"a":1}},"title":"x","subdomain":"${unique()}"}`;
      const page = await tenant.post('/tracking_pages', text);
      expect(JSON.stringify(page.body.builder)).toBe('{"__proto__":{"a":1}}');
    });
  });

  describe.each(posted.map((resource) => [resource.name, resource] as const))('a %s', (name, resource) => {
    const fields = [...new Set([...writable(resource, 'post'), ...writable(resource, 'put')])];

    it('is refused with values of the wrong JSON type', () =>
      writingNothing(async () => {
        for (const field of fields) {
          for (const [value, path, expected, given] of wrongValues(field)) {
            for (const request of writesOf(resource, field, value))
              await expectHydraError(tenant, request, 400, wrongType(path, expected, given));
          }
        }
      }));

    it('is refused with NUL and halves of surrogate pairs in its texts', () =>
      writingNothing(async () => {
        for (const field of fields) {
          for (const [path, wrap] of placesOfText(field)) {
            for (const text of ['a\0b', '\ud800', 'a\udc00b', '\udc00\ud800']) {
              for (const request of writesOf(resource, field, wrap(text))) {
                const answer = await send(tenant, request);
                const { status, body } = answer;
                const told = body['hydra:description'] as string;
                expect({ path, text, status }).toEqual({ path, text, status: 400 });
                // amounts are no texts to keep, and neither is what has keys of its own
                const isAmount = body.violations?.[0].message === 'This value is not valid.';
                if (!isAmount && !told.includes('must have no other keys than'))
                  expect(told).toMatch(/^The ".+" attribute contains characters that are not allowed\.$/);
              }
            }
          }
        }
      }));

    it('is refused with references that are no IRIs or lead nowhere', () =>
      writingNothing(async () => {
        const relations = fields.filter((field) => field.relation);
        for (const field of relations) {
          const target = field.relation?.target() as Resource;
          const isMany = field.relation?.cardinality === 'many';
          const id = world[target.name].id as string;
          const other = resources.find((each) => each !== target && world[each.name].id !== id) as Resource;
          const bad: [iri: string, description: string][] = [
            ...[
              'garbage',
              `http://example.com/${target.path}/${id}`,
              `/${target.path}`,
              '/',
              '//',
              ' ',
              id,
            ].map((iri): [string, string] => [iri, `Invalid IRI "${iri}".`]),
            ...[
              `/${target.path}/${MISSING}`,
              `/${target.path}/1`,
              `/${target.path}/${id}0`,
              `/${target.path}/'OR'1'='1`,
              `/${other.path}/${world[other.name].id}`,
              `/${other.path}/${id}`,
              `/workspaces/${world.Workspace.id}/${target.path}/${id}`,
            ].map((iri): [string, string] => [iri, `Item not found for "${iri}".`]),
          ];
          for (const [iri, description] of bad) {
            for (const reference of [iri, { '@id': iri }]) {
              for (const request of writesOf(resource, field, isMany ? [reference] : reference))
                await expectHydraError(tenant, request, 400, description);
            }
          }
          for (const request of writesOf(resource, field, isMany ? [{ '@id': 5 }] : { '@id': 5 }))
            await expectHydraError(tenant, request, 400, 'Invalid IRI "".');
          if (field.relation?.embeds) continue;
          const path = isMany ? `${field.name}[0]` : field.name;
          for (const request of writesOf(resource, field, isMany ? [{}] : {})) {
            await expectHydraError(
              tenant,
              request,
              400,
              `Nested documents for attribute "${path}" are not allowed. Use IRIs instead.`,
            );
          }
        }
      }));

    it('is refused with numbers beyond every range, and never breaks', () =>
      writingNothing(async () => {
        for (const field of fields) {
          if (field.relation || field.schema.type === 'array' || field.schema.type === 'object') continue;
          for (const request of writesOf(resource, field, '\u0001')) {
            for (const number of ['1e400', '-1e400']) {
              const body = JSON.stringify(request.body).replace('"\\u0001"', number);
              const { status } = await send(tenant, { ...request, body });
              expect({ field: field.name, number, status }).toEqual({
                field: field.name,
                number,
                status: 400,
              });
            }
          }
          if (field.schema.type !== 'integer') continue;
          for (const value of [2_147_483_648, -1, -2_147_483_649, 1e21, 2 ** 53]) {
            for (const request of writesOf(resource, field, value)) {
              const { status, body } = await send(tenant, request);
              const paths = body.violations?.map((each: Body) => each.propertyPath as string);
              expect({ value, status, paths }).toEqual({ value, status: 400, paths: [field.name] });
            }
          }
        }
      }));

    it('is a 404 by an id that is none, for every method', () =>
      writingNothing(async () => {
        for (const id of [
          '1',
          'garbage',
          MISSING,
          `${world[name].id}0`,
          "'%20OR%201=1",
          '%00',
          '%F0%9F%98%80',
        ]) {
          const path = `/${resource.path}/${id}`;
          await expectError(tenant, { method: 'GET', path }, 404, 'Not Found');
          if (resource.operations.includes('put')) {
            await expectError(tenant, { method: 'PUT', path, body: {} }, 404, 'Not Found');
            await expectError(tenant, { method: 'PATCH', path, body: {} }, 404, 'Not Found');
          }
          if (resource.operations.includes('delete'))
            await expectError(tenant, { method: 'DELETE', path }, 404, 'Not Found');
        }
      }));
  });

  describe('a path or a method', () => {
    it.each([
      ['GET', '/nope'],
      ['POST', '/nope'],
      ['GET', '/'.repeat(5)],
      ['GET', `/shipments/${MISSING}/nope`],
      ['GET', `/shipments/${MISSING}/checkpoints/${MISSING}/x`],
      ['DELETE', '/__proto__'],
      ['GET', '/constructor'],
      ['GET', `/${'a'.repeat(10_000)}`],
    ])('that is not there is a 404: %s %s', (method, path) =>
      writingNothing(async () => {
        const body = method === 'POST' ? {} : undefined;
        await expectError(tenant, { method, path, body }, 404, `No route found for "${method} ${path}"`);
      }),
    );

    it.each([
      ['DELETE', '/shipments', 'GET, HEAD, POST'],
      ['PUT', '/shipments', 'GET, HEAD, POST'],
      ['PATCH', '/orders', 'GET, HEAD, POST'],
      ['POST', '/tracking_checkpoints', 'GET, HEAD'],
      ['DELETE', `/tracking_checkpoints/${MISSING}`, 'GET, HEAD'],
      ['PUT', `/reviews/${MISSING}`, 'GET, HEAD'],
      ['POST', `/shipments/${MISSING}`, 'DELETE, GET, HEAD, PATCH, PUT'],
      ['POST', `/workspaces/${MISSING}/shipments`, 'GET, HEAD'],
      ['DELETE', '/oauth/v2/token', 'GET, HEAD, POST'],
    ])('that does not go with the other is a 405 with Allow: %s %s', (method, path, allow) =>
      writingNothing(async () => {
        const body = method === 'DELETE' ? undefined : {};
        const description = `No route found for "${method} ${path}": Method Not Allowed (Allow: ${allow})`;
        const answer = await expectError(tenant, { method, path, body }, 405, description);
        expect(answer.headers.get('allow')).toBe(allow);
      }),
    );

    it.each(['%zz', '%', '%ff', '%c0%80', '%ED%A0%80', 'a%2'])(
      'that is not percent-encoded UTF-8 is a 400: %s',
      (text) =>
        writingNothing(async () => {
          for (const path of [`/${text}`, `/shipments/${text}`, `/workspaces/${text}/shipments`]) {
            await expectError(tenant, { method: 'GET', path }, 400, /./);
            await expectError(tenant, { method: 'DELETE', path }, 400, /./);
          }
        }),
    );

    it('that is very long is a 4xx', async () => {
      for (const length of [300, 501, 5000, 60_000]) {
        for (const path of [
          `/shipments/${'a'.repeat(length)}`,
          `/workspaces/${'a'.repeat(length)}/shipments`,
        ])
          await expectError(tenant, { method: 'GET', path }, length > 500 ? 414 : 404, /./);
      }
      const tooLong = await tenant.get(`/shipments/${'a'.repeat(70_000)}`);
      expect(tooLong.status).toBe(431);
      const headers = await tenant.get('/shipments', { 'x-long': 'a'.repeat(70_000) });
      expect(headers.status).toBe(431);
    });

    it('that is no HTTP is a 400, and the server lives on', async () => {
      const { port } = new URL(api.url());
      for (const text of [
        'GARBAGE\r\n\r\n',
        'GET /shipments HTTP/9.9\r\n\r\n',
        'GET /ship ments HTTP/1.1\r\nHost: a\r\n\r\n',
        'POST /shipments HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n',
        'POST /shipments HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nx',
        '\0\0\0\0\r\n\r\n',
      ]) {
        const socket = connect(Number(port), '127.0.0.1');
        socket.write(text);
        const [answer] = (await once(socket, 'data')) as [Buffer];
        expect(answer.toString()).toMatch(/^HTTP\/1\.1 (400|505)/);
        expect(answer.toString()).not.toMatch(TEXT_OF_THE_INSIDE);
        socket.destroy();
      }
      expect((await tenant.get('/shipments')).status).toBe(200);
    });

    it('of any kind that HTTP knows is no 5xx', async () => {
      const { host, port } = new URL(api.url());
      for (const line of [
        'OPTIONS *',
        'OPTIONS /shipments',
        'HEAD /shipments',
        `GET ${api.url()}/shipments`,
        'PROPFIND /shipments',
        'TRACE /shipments',
        'GET //shipments',
        'GET /../shipments',
        'GET /shipments?\xff=\xff',
      ]) {
        const socket = connect(Number(port), '127.0.0.1');
        socket.write(
          `${line} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${tenant.token}\r\nConnection: close\r\n\r\n`,
          'latin1',
        );
        const [answer] = (await once(socket, 'data')) as [Buffer];
        expect(`${line}: ${answer.toString().slice(0, 12)}`).toMatch(/: HTTP\/1\.1 [24]/);
        socket.destroy();
      }
    });
  });

  describe('a query', () => {
    it.each([
      'a=%zz',
      '%zz=a',
      'a=%',
      'a=%ff',
      'a=%00',
      '%00=a',
      'a=%ED%A0%80',
      'email=%c0%80',
      'order[%zz]=asc',
    ])('that is not percent-encoded UTF-8 without NUL is a 400: %s', async (query) => {
      for (const route of lists.filter(({ steps }) => steps.length === 0)) {
        const path = `${route.path}?${query}`;
        await expectError(tenant, { method: 'GET', path }, 400, /^The query /);
      }
    });

    it('with ten thousand ids is a 4xx', async () => {
      const of = (count: number, parameter: string): string => Array(count).fill(parameter).join('&');
      for (const query of [of(1001, 'id[]=a'), of(10_000, 'id[]'), of(10_000, 'a')]) {
        await expectError(tenant, { method: 'GET', path: `/shipments?${query}` }, 400, /too many parameters/);
      }
      const ids = await tenant.get(`/shipments?${of(10_000, `id[]=${MISSING}`)}`);
      expect(ids.status).toBe(431);
      expect((await tenant.get(`/shipments?${of(500, `id[]=${MISSING}`)}`)).status).toBe(200);
    });

    it('with a thousand values of any parameter is no 5xx', async () => {
      for (const { path, resource } of lists.filter(({ steps }) => steps.length === 0)) {
        for (const { name } of acceptedParameters(resource)) {
          for (const value of ['5', '😀']) {
            const query = Array.from({ length: 1000 }, () => `${name}=${value}`).join('&');
            if (query.length > 60_000) continue;
            const { status } = await tenant.get(`${path}?${encodeURI(query)}`);
            expect({ path, name, value, status: status < 500 }).toEqual({ path, name, value, status: true });
          }
        }
      }
    }, 120_000);

    it.each([
      ['page=0', 'Page should not be less than 1'],
      ['page=-1', 'Page should not be less than 1'],
      ['page=abc', 'Page should not be less than 1'],
      ['page=', 'Page should not be less than 1'],
      ['page=99999999999999999999', 'Page parameter is too large.'],
      ['page=9007199254740991', 'Page parameter is too large.'],
      ['itemsPerPage=-1', 'Limit should not be less than 0'],
      ['itemsPerPage=0&page=2', 'Page should not be greater than 1 if limit is equal to 0'],
      ['itemsPerPage=abc', 'Limit should be a number between 0 and 500'],
      ['cursor=abc', 'The cursor does not belong to this query. Begin again without it.'],
      ['cursor=', 'The cursor does not belong to this query. Begin again without it.'],
    ])('that asks for no page is a 400: %s', async (query, description) => {
      for (const path of [`/shipments?${query}`, `${tenant.workspace}/orders?${query}`])
        await expectError(tenant, { method: 'GET', path }, 400, description);
    });

    it('with strange names is ignored', async () => {
      for (const query of [
        '__proto__=1&constructor=1&toString=1',
        '__proto__[a]=1&constructor[prototype][a]=1&order[__proto__]=asc&empty[__proto__]=true',
        'order=asc&order[]=asc&order[id][]=asc&empty=true&exists[]=1',
        'page[]=2&itemsPerPage[]=x&groups=get&groups[x]=get',
        '[]=1&[a]=1&a[=1&a]=1&=1&&&==',
        `${'a'.repeat(20_000)}=1`,
        `email=${'a'.repeat(50_000)}`,
        'createdAt[after]=garbage&createdAt=1&daysInTransit[between]=1..&id=/&id[]=//',
        'orderNumbers[999999999999999999999]=a&orderNumbers[]=b',
      ]) {
        const { status, body } = await tenant.get(`/shipments?${query}`);
        expect({ query: query.slice(0, 80), status }).toEqual({ query: query.slice(0, 80), status: 200 });
        expect(body['hydra:view']?.['@id']).toMatch(/^\/shipments\?/);
      }
    });
  });

  describe('an Accept header', () => {
    it.each([
      'application/xml',
      'application/problem+json',
      'image/*',
      'garbage',
      ',',
      'text/csv;q=0',
      '*/*;q=0',
    ])('that accepts nothing there is gets a 406, and nothing is written: %s', (accept) =>
      writingNothing(async () => {
        for (const request of [
          { method: 'GET', path: '/shipments' },
          { method: 'GET', path: iriOf('Shipment') },
          post(bodies(world).Shipment),
          { method: 'PUT', path: iriOf('Shipment'), body: { email: '' } },
        ]) {
          const { status, body } = await send(tenant, request, accept);
          expect({ status, body }).toEqual({
            status: 406,
            body: {
              '@context': '/contexts/Error',
              '@type': 'hydra:Error',
              'hydra:title': 'An error occurred',
              'hydra:description': `Requested format "${accept}" is not supported. Supported MIME types are "application/ld+json", "application/json", "text/csv".`,
            },
          });
        }
      }),
    );
  });

  it('deletes without a body whatever type the request says it has', async () => {
    for (const headers of [
      {},
      { 'content-type': 'application/json' },
      { 'content-type': LD, 'content-length': '0' },
      { 'content-type': 'application/ld+json; charset=utf-8' },
    ] as Record<string, string>[]) {
      const { '@id': iri } = await tenant.make('/shipments', { workspace: tenant.workspace });
      expect((await tenant.delete(iri as string, headers)).status).toBe(204);
    }
    const { status } = await tenant.get('/shipments', { 'content-type': 'application/json' });
    expect(status).toBe(200);
  });

  it('tells an anonymous caller nothing but that it has no token', async () => {
    const paths = ['/shipments', iriOf('Shipment'), `/shipments/${MISSING}`, `${tenant.workspace}/shipments`];
    for (const path of paths) {
      const { status, body } = await api.anonymous().get(path);
      expect({ status, body }).toEqual({ status: 401, body: { code: 401, message: 'JWT Token not found' } });
    }
  });
});

/** How many random requests each property makes. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 25);

/** Names that bodies and queries do not usually have. */
const oddNames = [
  '__proto__',
  'constructor',
  '',
  '@id',
  '@type',
  'id',
  'a.b',
  '0',
  'toString',
  '\ud800',
  '\0',
];

function randomValues(iris: readonly string[]): fc.Arbitrary<unknown> {
  const odd = fc.constantFrom<unknown>(
    ...[
      '',
      ' ',
      '\0',
      '\ud800',
      'ü',
      '😀',
      'ß',
      '٣',
      'İ',
      'ﷺ',
      '%',
      "'",
      '"',
      '\\',
      '\n',
      '{}',
      '[]',
      'null',
    ],
    ...[
      'a'.repeat(256),
      '😀'.repeat(255),
      'ß'.repeat(255),
      'a'.repeat(5000),
      'true',
      '0',
      '-1',
      '1e400',
      '12.5',
    ],
    ...[
      '2026-01-02',
      '2026-02-30T25:61:61+99:99',
      '0000-00-00',
      'a@example.com',
      'https://example.com/',
      MISSING,
    ],
    ...[
      0,
      -0,
      1,
      -1,
      1.5,
      1e21,
      1e308,
      -1e308,
      2 ** 31,
      2 ** 53,
      5e-324,
      true,
      false,
      null,
      [],
      {},
      [[]],
      [{}],
    ],
    ...[
      [null],
      [''],
      { '@id': '' },
      { code: 'new' },
      { code: 'new', title: 1 },
      { city: 'a', countryIso2: 'AT' },
    ],
    ...iris,
    ...iris.map((iri) => ({ '@id': iri })),
    ...iris.map((iri) => [iri, iri]),
  );
  return fc.oneof(
    odd,
    fc.array(odd, { maxLength: 3 }),
    fc.jsonValue({ maxDepth: 4 }),
    fc.string({ unit: 'binary' }),
  );
}

/** Random bodies with a resource's own names, also inside embedded objects. */
function randomBodies(resource: Resource, values: fc.Arbitrary<unknown>, depth = 2): fc.Arbitrary<object> {
  const fields = [...resource.fields.values()];
  const embedded = fields.filter(({ relation }) => depth > 0 && relation?.embeds);
  const plain = fc.tuple(fc.constantFrom(...fields.map(({ name }) => name), ...oddNames), values);
  const objects = embedded.map(({ name, relation, parts }) => {
    const target = relation?.target() as Resource;
    const body = parts ? fc.object() : randomBodies(target, values, depth - 1);
    const value = relation?.cardinality === 'many' ? fc.array(body, { maxLength: 3 }) : body;
    return fc.tuple(fc.constant(name), value);
  });
  const entries = fc.array(fc.oneof({ weight: 4, arbitrary: plain }, ...objects), {
    minLength: 1,
    maxLength: 4,
  });
  return entries.map((each) => Object.fromEntries(each));
}

const encodings: readonly ((text: string) => string)[] = [
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) => encodeURI(text.toWellFormed()),
  (text) => `${encodeURIComponent(text.toWellFormed())}%zz`,
  (text) => `%ff${encodeURIComponent(text.toWellFormed())}`,
];

onEachApi((api) => {
  let tenant: TenantClient;
  let world: OneOfEach;
  let values: fc.Arbitrary<unknown>;
  beforeAll(async () => {
    tenant = await api.tenant();
    world = await makeOneOfEach(api, tenant);
    const stranger = await api.tenant();
    values = randomValues([
      ...Object.values(world).map((item: Body) => item['@id'] as string),
      stranger.workspace,
      `/orders/${MISSING}`,
    ]);
  });

  const expectNoFailure = ({ status, body }: Answer): void => {
    if (status >= 500) throw new Error(`${status} ${JSON.stringify(body)}`);
    if (status >= 400) expect(JSON.stringify(body)).not.toMatch(TEXT_OF_THE_INSIDE);
  };

  describe.each(posted.map((resource) => [resource.name, resource] as const))(
    'a random %s',
    (name, resource) => {
      it('is never a 5xx as a new one', async () => {
        await fc.assert(
          fc.asyncProperty(randomBodies(resource, values), fc.boolean(), async (random, isChanged) => {
            const body = isChanged ? { ...bodies(world)[name], ...random } : random;
            expectNoFailure(await tenant.post(`/${resource.path}`, JSON.stringify(body)));
          }),
          { numRuns: RUNS },
        );
      }, 600_000);

      it('is never a 5xx as a change', async () => {
        await fc.assert(
          fc.asyncProperty(
            randomBodies(resource, values),
            fc.constantFrom('PUT', 'PATCH'),
            async (body, method) => {
              const iri = world[name]['@id'] as string;
              expectNoFailure(await send(tenant, { method, path: iri, body: JSON.stringify(body) }));
            },
          ),
          { numRuns: RUNS },
        );
      }, 600_000);

      it('is never a 5xx as a file', async () => {
        const cell = fc.oneof(
          values.map((value) => (typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value))),
          fc.string(),
        );
        const header = fc.constantFrom(...resource.fields.keys(), ...oddNames, 'address.city', '"', ',');
        await fc.assert(
          fc.asyncProperty(
            fc.array(header, { maxLength: 5 }),
            fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 3 }),
            async (names, rows) => {
              const body = [names, ...rows].map((row) => row.join(',')).join('\n');
              const headers = { 'content-type': 'text/csv' };
              expectNoFailure(await tenant.post(`/${resource.path}`, body, headers));
            },
          ),
          { numRuns: RUNS },
        );
      }, 600_000);
    },
  );

  it('answers any text as a body without a 5xx', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json().map((json) => json.slice(0, -1)),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(...posted), async (body, { path }) => {
        expectNoFailure(await tenant.post(`/${path}`, body));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  describe.each(lists.filter(({ steps }) => steps.length < 2).map((route) => [route.path, route] as const))(
    'a random query of %s',
    (_, { path, resource, steps }) => {
      it('is never a 5xx', async () => {
        const properties = acceptedParameters(resource).map(({ property }) => property);
        const names = acceptedParameters(resource).map(({ name }) => name);
        const operators = ['gt', 'between', 'after', 'strictly_before', '', '0', '5', '__proto__', 'x'];
        const name = fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...names, 'page', 'itemsPerPage', 'cursor', 'groups[]') },
          fc
            .tuple(
              fc.constantFrom(...properties, 'order', 'empty'),
              fc.constantFrom(...operators, ...properties),
            )
            .map(([property, key]) => `${property}[${key}]`),
          fc.constantFrom(...oddNames),
          fc.string(),
        );
        const value = fc.oneof(
          values.map((each) => (typeof each === 'string' ? each : (JSON.stringify(each) ?? ''))),
          fc.constantFrom(
            '1..2',
            '..',
            '1e308',
            '1e999',
            '-1e308',
            '0x10',
            'asc',
            'DESC',
            '9'.repeat(400),
            '0001-01-01',
            '9999-12-31T23:59:59-14:00',
          ),
          fc.double().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        );
        const encoding = fc.oneof(
          { weight: 20, arbitrary: fc.constant(encodings[0]) },
          fc.constantFrom(...encodings),
        );
        const parent = steps[0] && (world[steps[0].resource.name].id as string);
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.tuple(name, value, encoding), { minLength: 1, maxLength: 6 }),
            fc.constantFrom(LD, 'application/json', 'text/csv'),
            async (pairs, accept) => {
              const query = pairs
                .map(([key, each, encode]) => `${encode?.(key)}=${encode?.(each)}`)
                .join('&')
                .slice(0, 50_000);
              expectNoFailure(await tenant.get(`${path.replace(':id', parent ?? '')}?${query}`, { accept }));
            },
          ),
          { numRuns: RUNS },
        );
      }, 600_000);
    },
  );

  it('reads everything that random requests have written', async () => {
    for (const route of lists.filter(({ steps }) => steps.length < 2)) {
      const [step] = route.steps;
      const path = route.path.replace(':id', step ? (world[step.resource.name].id as string) : '');
      for (const accept of [LD, 'application/json', 'text/csv']) {
        const { status } = await tenant.get(`${path}?itemsPerPage=500&groups[]=get`, { accept });
        expect({ path, accept, status }).toEqual({ path, accept, status: 200 });
      }
    }
  });
});

const BARE = {
  '@context': '/contexts/Error',
  '@type': 'hydra:Error',
  'hydra:title': 'An error occurred',
  'hydra:description': 'Internal Server Error',
};

onEachApi((api) => {
  it('answers what nobody foresaw with a bare 500, and writes nothing', async () => {
    const tenant = await api.tenant();
    const world = await makeOneOfEach(api, tenant);
    await api.db().transaction(async (transaction) => {
      await transaction.run('ALTER TABLE reviews RENAME COLUMN shipmentPk TO gone');
    });
    const before = await allRows(api.db());
    for (const request of [
      { method: 'GET', path: '/shipments' },
      { method: 'GET', path: world.Shipment['@id'] as string },
      { method: 'POST', path: '/shipments', body: bodies(world).Shipment },
      { method: 'PUT', path: world.Shipment['@id'] as string, body: { email: '' } },
    ]) {
      const { status, headers, body } = await send(tenant, request);
      expect({ request, status, body }).toEqual({ request, status: 500, body: BARE });
      expect(headers.get('content-type')).toBe(`${LD}; charset=utf-8`);
      const json = await send(tenant, request, 'application/json');
      expect(json.body).toEqual({
        type: 'about:blank',
        title: 'An error occurred',
        status: 500,
        detail: 'Internal Server Error',
      });
    }
    expect(await allRows(api.db())).toEqual(before);
    expect((await tenant.get('/orders')).status).toBe(200);
  });

  if (api.database.kind !== 'mariadb') return;

  describe('while the database is away', () => {
    let relay: Relay;
    let server: Awaited<ReturnType<typeof startServer>>;
    let tenant: TenantClient;
    let there: Client;

    beforeAll(async () => {
      const url = new URL(api.database.url());
      relay = await relayTo(Number(url.port));
      url.port = String(relay.port);
      server = await startServer(url.href);
      tenant = await api.tenant();
      there = await signIn(server.url, tenant);
      return async () => {
        await server.app.close();
        await relay.cut();
      };
    });

    it('answers 503 with Retry-After, and works again when it is back', async () => {
      const order = { workspace: tenant.workspace, orderNumber: '1' };
      const requests: Request[] = [
        { method: 'GET', path: '/orders' },
        { method: 'GET', path: tenant.workspace },
        { method: 'GET', path: `${tenant.workspace}/shipments` },
        { method: 'POST', path: '/orders', body: order },
        { method: 'PUT', path: tenant.workspace, body: { title: 'New' } },
        { method: 'DELETE', path: tenant.workspace },
        { method: 'GET', path: `/oauth/v2/token?grant_type=client_credentials&client_id=a&client_secret=b` },
        { method: 'GET', path: '/health/ready' },
      ];
      expect((await there.get('/orders')).status).toBe(200);
      for (let round = 0; round < 2; round++) {
        await relay.cut();
        for (const request of requests) {
          const answer = await expectError(
            there,
            request,
            503,
            'The service is not available at the moment. Please try again.',
          );
          expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
        }
        expect((await client(server.url).get('/health')).status).toBe(200);
        await relay.restore();
        expect((await there.get('/orders')).status).toBe(200);
        expect((await there.post('/orders', order)).status).toBe(201);
      }
      expect((await tenant.get('/orders')).body['hydra:totalItems']).toBe(2);
    });

    it('answers 201 or 503 to requests under way when it goes', async () => {
      const order = (): object => ({ workspace: tenant.workspace, orderNumber: randomUUID() });
      await there.post('/orders', order());
      const answers = Array.from({ length: 60 }, () => there.post('/orders', order()));
      await Promise.race(answers);
      await relay.cut();
      const statuses = new Set((await Promise.all(answers)).map(({ status }) => status));
      expect([...statuses].filter((status) => ![201, 503].includes(status))).toEqual([]);
      expect(statuses.has(503)).toBe(true);
      await relay.restore();
      expect((await there.post('/orders', order())).status).toBe(201);
    });
  });
});
