import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HEADER_LIMIT, HEADERS_TIMEOUT } from '../../../src/app/app.setup.js';
import { readConfig } from '../../../src/config/config.js';
import * as limits from '../../../src/core/http/body-limits.js';
import { readJson } from '../../../src/core/http/json.js';
import {
  MAX_LARGE_BODIES,
  MAX_LARGE_BODIES_PER_USER,
  LARGE_BODY_TIMEOUT_MS,
} from '../../../src/core/http/large-bodies.js';
import { createClient } from '../../../src/modules/identity/oauth/oauth-clients.js';
import { onEachApi, type Client, type TenantClient } from '../../support/api.js';
import { rawRequest, writesFirst, type Head } from '../../support/raw-request.js';
import { storeOf, type StoreClient } from '../../support/stores.js';

const MIB = 1_048_576;
const JSON_HEAD = { 'content-type': 'application/json', 'content-length': 16 * MIB };
const KEY = 'a-key-of-17track';
const SIGN = 'a'.repeat(64);

type With = Readonly<{ token: string }>;
const bearer = ({ token }: With): Head => ({ authorization: `Bearer ${token}` });

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let store: StoreClient;
    let reader: StoreClient;
    let operator: Client & With;
    const bound: Partial<Record<'modify' | 'read', Client & With>> = {};
    beforeAll(async () => {
      tenant = await api.tenant();
      [store, reader] = [await storeOf(api, tenant), await storeOf(api, tenant, 'read-only')];
      const db = api.db();
      operator = await api.operator();
      for (const [name, rights] of [
        ['modify', ['read', 'write']],
        ['read', ['read']],
      ] as const) {
        const credentials = await db.transaction(async (transaction) => {
          const [row] = await transaction.rows<{ userPk: number; workspacePk: number }>(
            'SELECT u.pk AS userPk, w.pk AS workspacePk FROM users u, workspaces w WHERE u.id = ? AND w.id = ?',
            [tenant.userId, tenant.workspaces[0]?.id ?? ''],
          );
          return createClient({ name, userPk: 0, workspacePk: 0, ...row, rights }, transaction);
        });
        bound[name] = await api.as(credentials);
      }
    });

    /** The answer to a request of which nothing but the head has been sent. */
    const head = (method: string, path: string, headers: Head = {}): ReturnType<typeof rawRequest> =>
      rawRequest(api.url(), method, path, { ...JSON_HEAD, ...headers });

    describe('a request whose body is still on its way', () => {
      it.each([
        ['POST', '/shipments'],
        ['POST', '/orders'],
        ['PUT', '/shipments/11111111-1111-4111-8111-111111111111'],
        ['PATCH', '/orders/11111111-1111-4111-8111-111111111111'],
        ['DELETE', '/orders/11111111-1111-4111-8111-111111111111'],
        ['POST', '/tracking_updates'],
        ['POST', '/imports'],
        ['POST', '/export'],
        ['POST', '/change_status_batch'],
        ['POST', '/delete_records_batch'],
        ['POST', '/check_tracking_numbers'],
        ['POST', '/generate_tracking_page_link'],
        ['POST', '/shipments/merge'],
        ['POST', '/oauth_clients'],
        ['POST', '/api2/shipment/create'],
        ['POST', '/api2/shipment/track'],
        ['POST', '/api2/shipment/email'],
        ['GET', '/api2/shipment'],
        ['POST', '/stores/x/v2/orders'],
        ['PUT', '/stores/x/v2/orders/1/shipments/1'],
      ])('is a 401 without a token: %s %s', async (method, path) => {
        for (const type of ['application/json', 'text/csv', 'multipart/form-data; boundary=x', 'undefined']) {
          expect(await head(method, path, { 'content-type': type })).toMatchObject({ status: 401 });
        }
        const wrong = {
          authorization: 'Bearer x.y.z',
          'x-auth-token': 'x',
          'content-type': 'application/ld+json',
        };
        expect(await head(method, path, wrong)).toMatchObject({ status: 401 });
        const chunked = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };
        expect(await rawRequest(api.url(), method, path, chunked, 'ffff\r\n[[[[')).toMatchObject({
          status: 401,
        });
      });

      it('is a 403 when the client may not do it', async () => {
        const reading = bearer(bound.read as With);
        for (const path of ['/shipments', '/imports', '/change_status_batch', '/api2/shipment/create'])
          expect(await head('POST', path, reading)).toMatchObject({ status: 403 });
        expect(await head('POST', '/tracking_updates', bearer(tenant))).toMatchObject({ status: 403 });
        expect(await head('POST', '/shipments', bearer(operator))).toMatchObject({ status: 403 });
        const ofStore = { 'x-auth-token': reader.token };
        expect(await head('POST', `/stores/${reader.hash}/v2/orders`, ofStore)).toMatchObject({
          status: 403,
        });
      });

      it('is refused when the token is not of the store, or of none', async () => {
        const other = { 'x-auth-token': store.token };
        expect(await head('POST', '/stores/another/v2/orders', other)).toMatchObject({ status: 404 });
        const answer = await head('POST', '/api2/shipment/create', bearer(tenant));
        expect(answer).toMatchObject({ status: 400 });
        expect(answer.text).toContain('{"error":"No store bound to this client"}');
      });

      it('is a 404 or 405 where there is no route', async () => {
        expect(await head('POST', '/nowhere')).toMatchObject({ status: 404 });
        expect(await head('PUT', '/stores/x/v2/nowhere')).toMatchObject({ status: 404 });
        expect(await head('PUT', '/shipments')).toMatchObject({ status: 405 });
        expect(await head('OPTIONS', '/shipments')).toMatchObject({ status: 204 });
      });

      it('is a 413 when it says that it is too long, and a 415 when nobody reads it', async () => {
        const [id] = [11111111];
        for (const [method, path, headers] of [
          ['POST', '/shipments', bearer(tenant)],
          ['POST', '/export', bearer(tenant)],
          ['POST', `/stores/${store.hash}/v2/orders`, { 'x-auth-token': store.token }],
          ['PUT', `/stores/${store.hash}/v2/orders/${id}/shipments/1`, { 'x-auth-token': store.token }],
          ['POST', '/api2/shipment/create', bearer(bound.modify as With)],
          ['GET', '/api2/shipment', bearer(bound.modify as With)],
          ['POST', '/tracking_providers/17track', { sign: SIGN }],
          ['POST', '/oauth/v2/token', { 'content-type': 'application/x-www-form-urlencoded' }],
          ['POST', '/api2/oauth/token', {}],
          ['POST', '/oauth/v2/auth', { 'content-type': 'application/x-www-form-urlencoded' }],
          ['POST', '/security/password', { 'content-type': 'application/x-www-form-urlencoded' }],
          ['POST', '/security/signup', {}],
          ['POST', '/public/tracking_page_links/x/reviews', {}],
        ] as const) {
          expect({ path, ...(await head(method, path, headers)) }).toMatchObject({ path, status: 413 });
          const xml = { ...headers, 'content-type': 'application/xml' };
          expect({ path, ...(await head(method, path, xml)) }).toMatchObject({ path, status: 415 });
        }
      });

      it('is a 401 of 17TRACK as long as there can be no signature', async () => {
        for (const sign of ['', 'x', 'a'.repeat(63)])
          expect(await head('POST', '/tracking_providers/17track', { sign })).toMatchObject({ status: 401 });
      });

      it('is asked for when its client waits for that', async () => {
        const expecting = { expect: '100-continue' };
        const refused = await head('POST', '/shipments', expecting);
        expect(refused.statuses).toEqual([401]);
        const body = JSON.stringify({ workspace: tenant.workspace });
        const length = { 'content-type': 'application/json', 'content-length': body.length };
        const headers = { ...length, ...expecting, ...bearer(tenant) };
        const made = await rawRequest(api.url(), 'POST', '/shipments', headers, body);
        expect(made.statuses).toEqual([100, 201]);
      });
    });

    it('an empty body is none, whatever type it says it has', async () => {
      const types = [
        'application/x-www-form-urlencoded',
        'text/plain',
        'undefined',
        'multipart/form-data; boundary=x',
      ];
      for (const type of types) {
        for (const length of [{ 'content-length': 0 }, { 'transfer-encoding': 'chunked' }] as Head[]) {
          const headers = { 'content-type': type, ...length };
          const rest = 'transfer-encoding' in length ? '0\r\n\r\n' : '';
          const { id } = await tenant.make('/shipments', { workspace: tenant.workspace });
          const path = `/shipments/${id}`;
          const gone = await rawRequest(api.url(), 'DELETE', path, { ...headers, ...bearer(tenant) }, rest);
          expect([type, gone.status]).toEqual([type, 204]);
          const empty = await rawRequest(
            api.url(),
            'POST',
            '/api2/shipment/create',
            { ...headers, ...bearer(bound.modify as With) },
            rest,
          );
          expect([type, empty.status]).toEqual([type, 400]);
          const inStore = { ...headers, 'x-auth-token': store.token };
          const none = await rawRequest(api.url(), 'POST', `/stores/${store.hash}/v2/orders`, inStore, rest);
          expect([type, none.status]).toEqual([type, 400]);
        }
      }
    });

    describe('a client that writes its whole body before it reads', () => {
      const body = Buffer.alloc(20 * MIB, ' ');
      it.each<[string, string, () => Head, number]>([
        ['POST', '/shipments', () => bearer(tenant), 413],
        ['POST', '/shipments', () => ({}), 401],
        ['POST', '/imports', () => bearer(tenant), 413],
        ['POST', '/tracking_updates', () => bearer(operator), 413],
        ['POST', '/api2/shipment/create', () => bearer(bound.modify as With), 413],
        ['GET', '/api2/shipment', () => bearer(bound.modify as With), 413],
        ['POST', '/nowhere', () => ({}), 404],
        ['POST', '/security/signup', () => ({}), 413],
      ])('gets its answer: %s %s', async (method, path, headers, status) => {
        const type = { 'content-type': 'application/json' };
        expect(await writesFirst(api.url(), method, path, { ...type, ...headers() }, body)).toMatchObject({
          status,
        });
      });
    });

    describe('JSON', () => {
      const post = (to: Client, path: string, body: string): ReturnType<Client['post']> =>
        to.post(path, body, { 'content-type': 'application/json' });

      it('is refused when it is deeper or has more values than there may be, before it is parsed', async () => {
        const deep = { status: 400, body: { 'hydra:description': 'The body is nested too deeply.' } };
        expect(await post(operator, '/tracking_updates', '['.repeat(8_000_000))).toMatchObject(deep);
        expect(await post(operator, '/tracking_updates', '{"a":'.repeat(1_000_000))).toMatchObject(deep);
        const many = (value: string, count: number): string => `[${`${value},`.repeat(count - 1)}${value}]`;
        for (const value of ['0', '[]', '{}', '{"a":1}', '[[],[]]']) {
          const { status, body } = await post(operator, '/tracking_updates', many(value, 1_500_000));
          expect([status, body['hydra:description']]).toEqual([
            400,
            'The body has too many values. It should have 500000 or less.',
          ]);
        }
        const inShipment = `{"workspace":"${tenant.workspace}","unknown":${many('0', 100_000)}}`;
        expect((await post(tenant, '/shipments', inShipment)).body['hydra:description']).toBe(
          'The body has too many values. It should have 65536 or less.',
        );
      });

      it('of any size is read as it was sent', async () => {
        const comment = `"\\${'\\"[{,:'.repeat(30_000)}é`;
        const updates = Array.from({ length: 400 }, (_, index) => ({
          trackingNumber: `NONE${index}`,
          checkpoints: [{ date: '2026-11-23T08:00:00Z', status: 'in_transit', info: comment.slice(0, 1900) }],
        }));
        const sent = JSON.stringify({ unknown: comment, updates, __proto: { a: [] } }, null, 2);
        const { status, body } = await post(operator, '/tracking_updates', sent);
        expect([status, body.rejected]).toEqual([200, 400]);
        expect(body.results[399].trackingNumber).toBe('NONE399');
      });
    });

    it('other requests go on while large bodies arrive', async () => {
      const { id } = await tenant.make('/shipments', { workspace: tenant.workspace });
      const times = async (while_: Promise<unknown>): Promise<number[]> => {
        const found: number[] = [];
        let isOver = false;
        void while_.finally(() => (isOver = true));
        for (let count = 0; count < 100 || !isOver; count++) {
          const began = performance.now();
          expect((await tenant.get(`/shipments/${id}`)).status).toBe(200);
          found.push(performance.now() - began);
        }
        return found.sort((a, b) => a - b);
      };
      // of the slowest, those that the machine has stopped for something else do not count
      const slow = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length * 0.9)] ?? 0;
      const quiet = slow(await times(Promise.resolve()));
      const news = { info: 'x'.repeat(1700), date: '2026-11-23T08:00:00Z' };
      const checkpoints = Array.from({ length: 8 }, () => news);
      const large = JSON.stringify(
        Array.from({ length: 1000 }, () => ({ trackingNumber: 'NONE', checkpoints })),
      );
      expect(large.length).toBeGreaterThan(13 * MIB);
      const bodies = Promise.all(
        Array.from({ length: 8 }, async () => (await post8(operator, large)).status),
      );
      const busy = slow(await times(bodies));
      expect(await bodies).toEqual(Array(8).fill(200));
      // three times, and what a slow machine adds; parsed in one go, each body would hold everybody up for longer
      expect(busy).toBeLessThan(3 * quiet + 250);
    });
  },
  { SEVENTEEN_TRACK_KEY: KEY, SEVENTEEN_TRACK_URL: 'http://127.0.0.1:9' },
);

onEachApi(
  (api) => {
    it('a body that does not come is a 408', async () => {
      const tenant = await api.tenant();
      const store = await storeOf(api, tenant);
      const begun = '{"workspace": "';
      const length = { ...JSON_HEAD, 'content-length': 100 };
      for (const [path, headers] of [
        ['/shipments', bearer(tenant)],
        [`/stores/${store.hash}/v2/orders`, { 'x-auth-token': store.token }],
        ['/security/signup', {}],
      ] as const) {
        const answer = await rawRequest(api.url(), 'POST', path, { ...length, ...headers }, begun);
        expect(answer).toMatchObject({ status: 408 });
        expect(answer.text).toContain('The body did not arrive in time.');
        expect(answer.text).toMatch(/^connection: close/im);
      }
    });
  },
  { REQUEST_TIMEOUT: '1' },
);

const post8 = (to: Client, body: string): ReturnType<Client['post']> =>
  to.post('/tracking_updates', body, { 'content-type': 'application/json' });

it('the limits are those of docs/security.md', () => {
  const text = readFileSync(new URL('../../../docs/security.md', import.meta.url), 'utf8');
  const size = (bytes: number): string => (bytes < MIB ? `${bytes / 1024} KiB` : `${bytes / MIB} MiB`);
  const said = [...text.matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].map(([, what, bound]) => [what, bound]);
  const bounds = Object.fromEntries(said) as Record<string, string>;
  const values = [limits.BODY_LIMIT, limits.PUSH_LIMIT].map((bytes) =>
    limits.valueLimit(bytes).toLocaleString('en'),
  );
  const { requestTimeout } = readConfig({});
  expect(bounds).toMatchObject({
    'line and headers of a request': `${size(HEADER_LIMIT)}, within ${HEADERS_TIMEOUT / 1000} s`,
    body: size(limits.BODY_LIMIT),
    'body of a stranger: forms, sign-up, tokens, reviews': `${size(limits.PUBLIC_LIMIT)}, within ${limits.PUBLIC_BODY_MS / 1000} s`,
    'body of an operation: batches, exports, links, members, webhooks, lookups': size(limits.OPERATION_LIMIT),
    'push of 17TRACK, which is signed': `${size(limits.SIGNED_LIMIT)}, within ${limits.PUBLIC_BODY_MS / 1000} s`,
    'CSV, imported file': size(limits.CSV_LIMIT),
    '`POST /tracking_updates`': size(limits.PUSH_LIMIT),
    'time for a body': `\`REQUEST_TIMEOUT\`, ${requestTimeout} s`,
    'lists and objects inside each other in JSON': String(limits.DEPTH_LIMIT),
    'values in a JSON body': `${values[0]} in 1 MiB, ${values[1]} in a longer body`,
    'bodies of more than 1 MiB that a process has in hand': `${MAX_LARGE_BODIES}, ${MAX_LARGE_BODIES_PER_USER} of one user; the others wait ${LARGE_BODY_TIMEOUT_MS / 1000} s`,
  });
});

describe('JSON that is read piece by piece', () => {
  /** Long enough to be cut: texts with everything that could be taken for structure. */
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('"\\"[{]},:'.repeat(9000)));
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      text,
      fc.integer(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 8 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), tie('value'), { maxKeys: 8 }),
    ),
  })).value;
  const long = fc.tuple(value, fc.constant('a'.repeat(70_000)), value);
  const read = (json: string): Promise<unknown> => readJson(Buffer.from(json), 1_000_000);

  it('is what JSON.parse makes of it', async () => {
    await fc.assert(
      fc.asyncProperty(long, fc.constantFrom(undefined, 1), async (sent, indent) => {
        const json = JSON.stringify(sent, null, indent);
        expect(await read(json)).toEqual(JSON.parse(json));
      }),
      { numRuns: 60 },
    );
  });

  it('is no JSON where JSON.parse says so', async () => {
    const signs = fc.constantFrom('', ',', ':', '"', '[', ']', '{', '}', 'x', '\\', ' ', '0');
    await fc.assert(
      fc.asyncProperty(long, fc.nat(), signs, fc.nat(2), async (sent, position, sign, removed) => {
        const json = JSON.stringify(sent);
        const at = position % json.length;
        const broken = (json.slice(0, at) + sign + json.slice(at + removed)).toWellFormed();
        let expected: unknown = 'Syntax error';
        try {
          expected = JSON.parse(broken);
        } catch {
          // what it says is expected
        }
        expect(await read(broken).catch((error: unknown) => (error as Error).message)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '[,]',
    '[1,]',
    '{,}',
    '{"a":1,}',
    '[1 2]',
    '{"a" 1}',
    '[]]',
    '[[]',
    '{"a":[]:[]}',
    '[[][]]',
    '{[]}',
    '["a":[]]',
  ])('is refused as small JSON is: %s', async (json) => {
    const filler = `"${'x'.repeat(70_000)}"`;
    for (const each of [
      json.replace('1', filler),
      json.replace('[]', `[${filler}]`),
      `[${filler},${json}]`,
    ]) {
      await expect(read(each)).rejects.toThrow('Syntax error');
    }
  });
});
