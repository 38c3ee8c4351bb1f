import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Body, onEachApi, type TenantClient } from '../support/api.js';
import { CLIENT as PACKAGE } from '../support/built-client.js';
import { eventually } from '../support/receiver.js';
import { relayTo } from '../support/relay.js';
import { run } from '../support/run.js';

// it is built, and its examples are compiled
jest.setTimeout(240_000);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What each example of the README writes. */
const EXAMPLES = [
  '1\n',
  "ups [ 'A-1001' ]\n",
  '1 ada@example.com Leeds\n',
  'LIST-1,LIST-2,LIST-3,LIST-4,LIST-5\n',
  '400 email\n404 string\n',
  '7 trackingNumber\n199\n',
  '201,201\n200,200\n',
  'FEED1\nFEED2\n',
  'msg_ shipments create\n',
  'stopped true\nTimeoutError\n',
];

/** What must not compile. */
const WRONG = `
import { Waybill } from 'waybill-client';
const waybill = new Waybill({ url: 'http://localhost', token: 'x' });
// @ts-expect-error -- there is no such field
void waybill.post('/shipments', { workspace: '/workspaces/x', parcel: 1 });
// @ts-expect-error -- an order has none
void waybill.get('/orders/{id}', { path: { id: 'x' } }).then((order) => order.trackingNumber);
// @ts-expect-error -- there is no such filter
void waybill.list('/shipments', { query: { colour: 'red' } });
// @ts-expect-error -- shipments are not put there
void waybill.put('/shipments', {}).then((shipment) => shipment.id);
`;

describe('waybill-client', () => {
  /** The client as it is published. Its types are the business of the examples, which are compiled. */
  let client: Body;
  /** The examples, compiled. */
  let directory = '';

  beforeAll(async () => {
    client = await import(pathToFileURL(join(PACKAGE, 'dist/index.js')).href);

    await mkdir(join(ROOT, 'var'), { recursive: true });
    directory = await mkdtemp(join(ROOT, 'var/waybill-client-'));
    const readme = await readFile(join(PACKAGE, 'README.md'), 'utf8');
    const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
    expect(examples).toHaveLength(EXAMPLES.length);
    for (const [index, code] of examples.entries())
      await writeFile(join(directory, `example-${index + 1}.ts`), code);
    await writeFile(join(directory, 'wrong.ts'), WRONG);
    await writeFile(join(directory, 'package.json'), '{"type":"module"}');
    const options = {
      strict: true,
      noUncheckedIndexedAccess: true,
      target: 'es2022',
      module: 'nodenext',
      lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
      types: ['node'],
      rootDir: '.',
      outDir: 'compiled',
    };
    await writeFile(
      join(directory, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['*.ts'] }),
    );
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const { code, stdout } = await run(process.execPath, [tsc, '-p', directory], {}, ROOT);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('depends on nothing', async () => {
    const { dependencies, peerDependencies } = JSON.parse(
      await readFile(join(PACKAGE, 'package.json'), 'utf8'),
    );
    expect({ dependencies, peerDependencies }).toEqual({});
  });

  onEachApi(
    (api) => {
      let tenant: TenantClient;
      beforeEach(async () => {
        tenant = await api.tenant();
      });
      /** A client of this tenant. */
      const connect = (more: object = {}): Body =>
        new client.Waybill({
          url: api.url(),
          clientId: tenant.clientId,
          clientSecret: tenant.clientSecret,
          ...more,
        });

      it.each(EXAMPLES.map((expected, index) => ({ number: index + 1, expected })))(
        'example $number of its README does what it says',
        async ({ number, expected }) => {
          const { stdout, stderr } = await run(
            process.execPath,
            [join(directory, `compiled/example-${number}.js`)],
            {
              WAYBILL_URL: api.url(),
              WAYBILL_CLIENT_ID: tenant.clientId,
              WAYBILL_CLIENT_SECRET: tenant.clientSecret,
              WAYBILL_WORKSPACE: tenant.workspaces[0]?.id ?? '',
            },
          );
          expect({ stdout, stderr }).toEqual({ stdout: expected, stderr: '' });
        },
      );

      describe('between a client and a server that fails', () => {
        /** Passes requests on; `interfere` may answer in the server's place, or break off after it has. */
        let gateway: Server;
        let url = '';
        let seen: { readonly path: string; readonly key: string | undefined; readonly at: number }[] = [];
        let interfere: (
          path: string,
          times: number,
        ) => 'lose' | readonly [number, Record<string, string>] | undefined;

        beforeEach(async () => {
          seen = [];
          interfere = () => undefined;
          gateway = createServer((request, response) => {
            void (async () => {
              const chunks: Buffer[] = [];
              for await (const chunk of request) chunks.push(chunk as Buffer);
              const path = request.url ?? '';
              const key = request.headers['idempotency-key'] as string | undefined;
              seen.push({ path, key, at: performance.now() });
              const times = seen.filter((each) => each.path === path).length;
              const wish = interfere(path, times);
              if (Array.isArray(wish)) {
                response.writeHead(wish[0] as number, wish[1] as Record<string, string>).end('{}');
                return;
              }
              const {
                host,
                connection,
                'content-length': length,
                'transfer-encoding': coding,
                ...headers
              } = request.headers;
              void [host, connection, length, coding];
              const answer = await fetch(api.url() + path, {
                method: request.method ?? 'GET',
                headers: headers as Record<string, string>,
                ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
              });
              const body = Buffer.from(await answer.arrayBuffer());
              if (wish === 'lose') response.destroy();
              else response.writeHead(answer.status, { 'content-type': 'application/ld+json' }).end(body);
            })();
          });
          gateway.listen(0, '127.0.0.1');
          await once(gateway, 'listening');
          url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
        });
        afterEach(async () => {
          gateway.closeAllConnections();
          gateway.close();
          await once(gateway, 'close');
        });
        const tokens = (): number => seen.filter(({ path }) => path === '/oauth/v2/token').length;

        it('many requests share one token, and its renewal when the server forgets it', async () => {
          const waybill = connect({ url });
          await Promise.all(Array.from({ length: 20 }, () => waybill.get('/teams')));
          expect(tokens()).toBe(1);
          const before = seen.length;
          interfere = (path, times) => (path === '/orders' && times <= 5 ? [401, {}] : undefined);
          await Promise.all(Array.from({ length: 5 }, () => waybill.get('/orders')));
          expect(tokens()).toBe(2);
          expect(seen.length - before).toBe(5 + 1 + 5);
        });

        it('a token of one’s own is asked for before each request, and told when it is refused', async () => {
          const asked: unknown[] = [];
          const token = (refused?: string): string => {
            asked.push(refused);
            return tenant.token;
          };
          const waybill = new client.Waybill({ url, token });
          interfere = (path, times) => (path === '/orders' && times === 1 ? [401, {}] : undefined);
          await waybill.get('/teams');
          await waybill.get('/orders');
          expect(asked).toEqual([undefined, undefined, tenant.token]);
          expect(tokens()).toBe(0);
        });

        it('any other request is answered as it came, or refused with its class', async () => {
          const waybill = connect({ url });
          await tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: 'CSV1' });
          const csv = { headers: { Accept: 'text/csv' } };
          expect(await (await waybill.fetch('/shipments', csv)).text()).toContain('CSV1');
          await expect(waybill.fetch('/nothing', csv)).rejects.toMatchObject({ name: 'NotFoundError' });
        });

        it('a list has the size of page that its address says', async () => {
          const waybill = connect({ url });
          for (const trackingNumber of ['SIZE1', 'SIZE2', 'SIZE3'])
            await tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber });
          const found: string[] = [];
          for await (const { trackingNumber } of waybill.list('/shipments?itemsPerPage=2'))
            found.push(trackingNumber);
          expect(found.sort()).toEqual(['SIZE1', 'SIZE2', 'SIZE3']);
          expect(seen.filter(({ path }) => path.startsWith('/shipments'))).toHaveLength(2);
        });

        it('a POST whose answer got lost is sent again with its key, and done once', async () => {
          const waybill = connect({ url });
          interfere = (path, times) => (path === '/shipments' && times === 1 ? 'lose' : undefined);
          const { workspace } = tenant;
          const made = await waybill.post('/shipments', { workspace, trackingNumber: 'ONCE1' });
          const [first, second, ...more] = seen.filter(({ path }) => path === '/shipments');
          expect(more).toEqual([]);
          expect(first?.key).toMatch(/^[0-9a-f-]{36}$/);
          expect(second?.key).toBe(first?.key);
          const { body } = await tenant.get('/shipments');
          expect(body['hydra:member'].map((each: Body) => each['@id'])).toEqual([made['@id']]);
        });

        it('it waits as long as Retry-After asks, and gives up after as many attempts as it has', async () => {
          const waybill = connect({ url, attempts: 2 });
          interfere = (path, times) =>
            path === '/orders' && times === 1 ? [503, { 'retry-after': '1' }] : undefined;
          await waybill.get('/orders');
          const [first, second] = seen.filter(({ path }) => path === '/orders');
          expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
          interfere = (path) => (path === '/teams' ? [503, {}] : undefined);
          await expect(waybill.get('/teams')).rejects.toBeInstanceOf(client.ServerError);
          expect(seen.filter(({ path }) => path === '/teams')).toHaveLength(2);
        });

        it('a server that is not there is a ConnectionError', async () => {
          const waybill = connect({ url: 'http://127.0.0.1:1', attempts: 2 });
          await expect(waybill.get('/orders')).rejects.toBeInstanceOf(client.ConnectionError);
        });
      });

      it('a refusal has its class, its sentence and its violations', async () => {
        const waybill = connect();
        const missing = '/orders/00000000-0000-4000-8000-000000000000';
        await expect(waybill.get(missing)).rejects.toBeInstanceOf(client.NotFoundError);
        const made = await waybill.post('/orders', { workspace: tenant.workspace, orderNumber: 'E1' });
        const changed = waybill.put(made['@id'], { email: 'a@example.com' }, { ifMatch: '"other"' });
        await expect(changed).rejects.toBeInstanceOf(client.ChangedError);
        const refused = waybill.post('/shipments', { workspace: tenant.workspace, email: 'nobody' });
        await expect(refused).rejects.toMatchObject({
          name: 'ValidationError',
          status: 400,
          message: 'email: This value is not a valid email address.',
          violations: [{ propertyPath: 'email', message: 'This value is not a valid email address.' }],
        });
        const wrong = connect({ clientSecret: 'wrong' });
        await expect(wrong.get('/orders')).rejects.toBeInstanceOf(client.AuthenticationError);
        const { body } = await tenant.post('/oauth_clients', { name: 'Reader', scopes: ['read'] });
        const reader = connect({ clientId: body.publicId, clientSecret: body.secret });
        const forbidden = reader.post('/orders', { workspace: tenant.workspace });
        await expect(forbidden).rejects.toBeInstanceOf(client.ForbiddenError);
      });

      it('a feed that breaks off goes on after the last change, and nothing is missing', async () => {
        const relay = await relayTo(Number(new URL(api.url()).port));
        const stop = new AbortController();
        let opened = 0;
        let closed = 0;
        const numbers: string[] = [];
        const waybill = connect({ url: `http://127.0.0.1:${relay.port}` });
        const feed = (async () => {
          const options = { signal: stop.signal, onOpen: () => opened++, onClose: () => closed++ };
          for await (const { data } of waybill.changes(['/shipments/{id}'], options))
            numbers.push(data.trackingNumber as string);
        })();
        const make = (trackingNumber: string) =>
          tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber });
        await eventually('it listens', () => opened === 1);
        await make('BEFORE1');
        await eventually('the first is told', () => numbers.length === 1);
        await relay.cut();
        await eventually('its end is told', () => closed > 0);
        await make('MEANWHILE1');
        await relay.restore();
        await eventually('it listens again', () => opened === 2);
        await make('AFTER1');
        await eventually('all are told', () => numbers.length === 3);
        expect(numbers).toEqual(['BEFORE1', 'MEANWHILE1', 'AFTER1']);
        stop.abort();
        await feed;
        await relay.cut();
      });
    },
    { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8' },
  );

  describe('a request to a webhook', () => {
    const secret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
    const body = '{"data":[]}';
    const now = 1_767_348_060_000;
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(now / 1000),
      'webhook-signature': 'v1,AAAA v1,VF4yfGTZ2hxy1QLZ8a0bC0m0dq0VZ8w4mU4Q6g1nq3c=',
    };
    const verify = (more: object = {}, options: object = {}, key = secret): Promise<unknown> =>
      client.verifyWebhook({ headers, body, ...more }, key, {
        now: () => now,
        ...options,
      }) as Promise<unknown>;

    beforeAll(async () => {
      const { createHmac } = await import('node:crypto');
      const hmac = createHmac('sha256', '0123456789abcdef0123456789abcdef');
      const signature = hmac.update(`msg_1.${now / 1000}.${body}`).digest('base64');
      // a secret that is being changed signs twice
      headers['webhook-signature'] = `v1,AAAA v1,${signature}`;
    });

    it('is read when it is signed, whatever kind of headers it has', async () => {
      expect(await verify()).toEqual({ id: 'msg_1', data: [] });
      expect(await verify({ headers: new Headers(headers) })).toEqual({ id: 'msg_1', data: [] });
    });

    it.each([
      ['another body', { body: '{"data":[1]}' }, {}, secret],
      ['another secret', {}, {}, `whsec_${Buffer.from('other').toString('base64')}`],
      ['a secret that is none', {}, {}, 'whsec_!'],
      ['no signature', { headers: { ...headers, 'webhook-signature': undefined } }, {}, secret],
      ['an old date', {}, { now: () => now + 301_000 }, secret],
      ['a date that is none', { headers: { ...headers, 'webhook-timestamp': 'soon' } }, {}, secret],
    ])('is refused with %s', async (_, more, options, key) => {
      await expect(verify(more, options, key)).rejects.toBeInstanceOf(client.WebhookVerificationError);
    });
  });
});
