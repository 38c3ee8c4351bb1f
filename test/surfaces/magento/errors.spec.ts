import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { magentoDocument } from '../../../src/surfaces/magento/magento.openapi.js';
import { magento } from '../../../src/surfaces/magento/magento.surface.js';
import { SHIPMENT_PATHS } from '../../../src/surfaces/magento/paths.js';
import { createApp } from '../../../src/app/app.setup.js';
import { readConfig } from '../../../src/config/config.js';
import { METHODS } from '../../../src/core/openapi/types.js';
import { Collision, Violations } from '../../../src/core/metadata/errors.js';
import { client, onEachApi, startServer, type Answer } from '../../support/api.js';
import { jsonClient, shop, type Shop, unique } from '../../support/api2.js';
import { Documented } from '../../support/documented.js';
import { relayTo, type Relay } from '../../support/relay.js';

const documented = new Documented(magentoDocument('https://waybill.invalid', '1.0.0'));
const { document } = documented;

describe('an error', () => {
  it('has one shape', () => {
    expect(magento.errorBody(new Collision())).toEqual({ error: 'Conflict on save' });
    const violations = [{ propertyPath: 'email', message: 'No.', code: 'x' }];
    expect(magento.errorBody(new Violations(violations))).toEqual({ error: 'email: No.' });
  });
});

describe('the document', () => {
  it('has every route that is served, and no other', async () => {
    const app = await createApp(readConfig({ DATABASE_URL: 'sqlite::memory:', DEMO: '0' }), false);
    const served: string[] = [];
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRoute', ({ method, url }) => {
        if (url.startsWith('/api2/')) served.push(...[method].flat().map((each) => `${each} ${url}`));
      });
    await app.init();
    await app.close();
    const told = Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.sort()).toEqual(served.filter((route) => !/^(HEAD|OPTIONS) /.test(route)).sort());
  });

  it('has each alias as a deprecated copy of the path', () => {
    const [path, ...aliases] = SHIPMENT_PATHS;
    for (const alias of aliases)
      for (const rest of ['', '/create', '/track', '/email']) {
        const { operationId, ...own } = documented.operation('POST', `${path}${rest}`);
        const { operationId: others, ...copy } = documented.operation('POST', `${alias}${rest}`);
        expect(copy).toEqual({ ...own, deprecated: true });
        expect(others).not.toBe(operationId);
      }
  });
});

onEachApi((api) => {
  let ours: Shop;
  beforeAll(async () => {
    ours = await shop(api);
  });

  const told = ({ status, body }: Answer): unknown => [status, body];

  it('is answered as documented, well or not', async () => {
    const { pk } = await ours.order({ email: 'ada@example.com' }, { qty: 3, price: '1.5' });
    const deviations = async (method: 'GET' | 'POST', path: string, body?: object): Promise<string[]> => {
      const answer = method === 'GET' ? await ours.store.get(path) : await ours.store.post(path, body);
      return documented.deviations(method, path.split('?')[0] ?? '', answer);
    };
    const body = {
      order_id: pk,
      items: [{ order_item_id: (await ours.order({}, { qty: 1 })).items[0]?.pk, qty: 1 }],
      tracks: [{ track_number: unique('N') }, { track_number: unique('N') }],
    };
    expect(documented.refusals('POST', '/api2/shipment/create', body, 'application/json')).toEqual([]);
    for (const [method, path, sent] of [
      ['POST', '/api2/shipment/create', body],
      ['POST', '/api2/shipment/create', { ...body, items: undefined }],
      ['POST', '/api2/shipment/create', { order_id: 0 }],
      ['POST', '/api2/shipment/track', { order_id: pk, track_number: unique('N') }],
      ['POST', '/api2/shipment', { order_id: pk, track_number: body.tracks[0]?.track_number }],
      ['POST', '/api2/shipment/email', { shipment_id: 1 }],
      ['GET', '/api2/shipment', undefined],
      ['GET', '/api2/shipment?include_pagination=1', undefined],
      ['GET', '/api2/shippments?id=0', undefined],
      ['GET', '/api2/shipments?page=0', undefined],
      ['GET', '/api2/oauth/health', undefined],
    ] as const)
      expect([path, await deviations(method, path, sent)]).toEqual([path, []]);
    const list = await ours.store.get('/api2/shipment');
    const one = await ours.store.get(`/api2/shipment?id=${list.body.shipments[0].entity_id}`);
    expect(documented.deviations('GET', '/api2/shipment', one)).toEqual([]);
    const credentials = { grant_type: 'client_credentials', client_id: ours.credentials.clientId };
    for (const client_secret of [ours.credentials.clientSecret, 'x']) {
      const answer = await jsonClient(api.url()).post('/api2/oauth/token', { ...credentials, client_secret });
      expect(documented.deviations('POST', '/api2/oauth/token', answer)).toEqual([]);
    }
  });

  it.each<[string, string, string]>([
    ['DELETE', '/api2/shipment', 'GET, HEAD, POST'],
    ['PUT', '/api2/shippments', 'GET, HEAD, POST'],
    ['PATCH', '/api2/shipment/create', 'POST'],
    ['GET', '/api2/oauth/token', 'POST'],
    ['POST', '/api2/oauth/health', 'GET, HEAD'],
  ])('%s %s is not allowed', async (method, path, allow) => {
    const answer = await client(api.url(), ours.token).send(method, path);
    expect(told(answer)).toEqual([405, { error: 'Method Not Allowed' }]);
    expect(answer.headers.get('allow')).toBe(allow);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it.each(['/api2', '/api2/order', '/api2/shipment/789', '/api2/shipment/create/x'])(
    'there is nothing at %s',
    async (path) => {
      const answer = await ours.store.get(path);
      expect(told(answer)).toEqual([404, { error: `No route found for "GET ${path}"` }]);
    },
  );

  it.each<[string, RequestInit, number, string]>([
    ['no JSON', { body: '{"order_id":' }, 400, 'Syntax error'],
    ['nothing', { body: '' }, 400, 'The body must be a JSON object'],
    ['deep', { body: '['.repeat(40) + ']'.repeat(40) }, 400, 'The body is nested too deeply.'],
    [
      'a form',
      { body: 'order_id=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'The content-type "application/x-www-form-urlencoded" is not supported. Supported MIME types are "application/ld+json", "application/json".',
    ],
    [
      'too large',
      { body: `"${'x'.repeat(1_048_576)}"` },
      413,
      'The body is too large. It should have 1 MiB or less.',
    ],
  ])('a body that is %s is refused', async (_, init, status, error) => {
    const headers = { 'content-type': 'application/json', ...(init.headers as object) };
    const answer = await ours.store.send('POST', '/api2/shipment/create', { ...init, headers });
    expect(told(answer)).toEqual([status, { error }]);
  });

  it.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['another scheme', { authorization: 'Basic eDp5' }],
    ['a broken token', { authorization: 'Bearer x.y.z' }],
    ['two words', { authorization: 'Bearer x y' }],
  ])('with %s everything is 401', async (_, headers) => {
    const anonymous = jsonClient(api.url());
    for (const path of ['/api2/shipment', '/api2/shippments?id=1'])
      expect(told(await anonymous.get(path, headers))).toEqual([401, { error: 'Unauthorized' }]);
    for (const path of ['', '/create', '/track', '/email']) {
      const answer = await anonymous.post(`/api2/shipment${path}`, {}, headers);
      expect(told(answer)).toEqual([401, { error: 'Unauthorized' }]);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('a key that is none is refused', async () => {
    const answer = await ours.store.post('/api2/shipment/create', {}, { 'idempotency-key': 'x'.repeat(256) });
    expect(told(answer)).toEqual([
      400,
      { error: 'The "Idempotency-Key" header should have 1 to 255 characters of printable ASCII.' },
    ]);
  });

  it('what nobody foresaw tells nothing of itself', async () => {
    const { pk } = await ours.order({}, { qty: 1 });
    const rename = (from: string, to: string): Promise<unknown> =>
      api
        .db()
        .transaction((transaction) =>
          transaction.run(`ALTER TABLE shipment_orders RENAME COLUMN ${from} TO ${to}`),
        );
    await rename('orderPk', 'gone');
    try {
      for (const answer of [
        await ours.store.get(`/api2/shipment?order_id=${pk}`),
        await ours.store.post('/api2/shipment/create', { order_id: pk }),
        await ours.store.post('/api2/shipment/track', { order_id: pk, track_number: 'N1' }),
      ])
        expect(told(answer)).toEqual([500, { error: 'Internal Server Error' }]);
    } finally {
      await rename('gone', 'orderPk');
    }
    expect((await ours.store.post('/api2/shipment/create', { order_id: pk })).status).toBe(201);
  });

  it('answers JSON whatever the client accepts', async () => {
    const answer = await ours.store.get('/api2/shipment', { accept: 'text/html' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
  });

  if (api.database.kind !== 'mariadb') return;

  describe('while the database is away', () => {
    let relay: Relay;
    let server: Awaited<ReturnType<typeof startServer>>;
    beforeAll(async () => {
      const url = new URL(api.database.url());
      relay = await relayTo(Number(url.port));
      url.port = String(relay.port);
      server = await startServer(url.href);
    });
    afterAll(async () => {
      await server.app.close();
      await relay.cut();
    });

    it('everything is 503 with Retry-After, also the health check', async () => {
      const there = jsonClient(server.url, ours.token);
      expect((await there.get('/api2/shipment')).status).toBe(200);
      await relay.cut();
      const { clientId, clientSecret } = ours.credentials;
      const credentials = { client_id: clientId, client_secret: clientSecret };
      for (const answer of [
        await there.get('/api2/oauth/health'),
        await there.get('/api2/shipment'),
        await there.post('/api2/shipment/create', { order_id: 1 }),
        await there.post('/api2/oauth/token', { grant_type: 'client_credentials', ...credentials }),
      ]) {
        expect(told(answer)).toEqual([
          503,
          { error: 'The service is not available at the moment. Please try again.' },
        ]);
        expect(answer.headers.get('retry-after')).toBe('5');
      }
      await relay.restore();
      expect((await there.get('/api2/oauth/health')).status).toBe(200);
    });
  });
});
