import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QUOTA_VARIABLES, DEFAULT_QUOTAS } from '../../../src/config/quotas.js';
import { client, onEachApi, startServer, type TenantClient } from '../../support/api.js';
import { storeOf } from '../../support/stores.js';

const MINUTE = 60_000;

onEachApi(
  (api) => {
    describe('requests', () => {
      /** A moment in the middle of a minute that no other test has used. */
      let minute = Math.floor(Date.now() / MINUTE) * MINUTE + 15_000;
      const nextMinute = (): void => api.setTime((minute += MINUTE));

      it('of a client are so many in a minute, on every surface in its shape', async () => {
        const tenant = await api.tenant();
        const store = await storeOf(api, tenant);
        nextMinute();
        for (let count = 0; count < 6; count++) {
          const { status, headers } = await tenant.get('/teams');
          expect([status, headers.get('ratelimit'), headers.get('ratelimit-policy')]).toEqual([
            200,
            `"requests";r=${5 - count};t=45`,
            '"requests";q=6;w=60',
          ]);
        }
        const refused = await tenant.get('/teams');
        expect(refused.headers.get('ratelimit')).toBe('"requests";r=0;t=45');
        expect((await api.anonymous().get('/health')).headers.has('ratelimit')).toBe(false);
        expect(refused).toMatchObject({
          status: 429,
          body: { 'hydra:description': 'There are too many requests. Please try again later.' },
        });
        expect(refused.headers.get('retry-after')).toBe('45');
        // its path names a workspace, but its client has had its share
        expect((await tenant.post('/shipments', { workspace: tenant.workspace })).status).toBe(429);
        for (let count = 0; count < 6; count++) expect((await store.get('/orders')).status).toBe(204);
        const inStore = await store.get('/orders');
        expect([inStore.status, inStore.headers.get('retry-after')]).toEqual([429, '45']);
        const left = Object.fromEntries([...inStore.headers].filter(([name]) => name.startsWith('x-r')));
        expect(left).toMatchObject({
          'x-rate-limit-time-window-ms': '60000',
          'x-rate-limit-time-reset-ms': '45000',
          'x-rate-limit-requests-quota': '6',
          'x-rate-limit-requests-left': '0',
          'x-retry-after': '45',
        });
        expect(inStore.body).toEqual([
          { status: 429, message: 'There are too many requests. Please try again later.' },
        ]);
        nextMinute();
        expect([(await tenant.get('/teams')).status, (await store.get('/orders')).status]).toEqual([
          200, 204,
        ]);
        api.setTime(undefined);
      });

      it('of all clients of a workspace are so many together, and those of others are not among them', async () => {
        const tenant = await api.tenant(['One', 'Two']);
        const [one, another, two] = [
          await storeOf(api, tenant),
          await storeOf(api, tenant),
          await storeOf(api, tenant, 'modify', 1),
        ];
        nextMinute();
        for (let count = 0; count < 5; count++) expect((await one.get('/orders')).status).toBe(204);
        for (let count = 0; count < 5; count++) expect((await another.get('/orders')).status).toBe(204);
        expect((await another.get('/orders')).status).toBe(429);
        expect((await one.get('/orders')).status).toBe(429);
        expect((await tenant.get(`${tenant.workspace}/orders`)).status).toBe(429);
        expect((await two.get('/orders')).status).toBe(204);
        expect((await tenant.get('/orders')).status).toBe(200);
        api.setTime(undefined);
      });
    });
  },
  { MAX_REQUESTS_PER_CLIENT: '6', MAX_REQUESTS_PER_WORKSPACE: '10' },
);

it('the defaults are those of docs/security.md', () => {
  const text = readFileSync(new URL('../../../docs/security.md', import.meta.url), 'utf8');
  const said = [...text.matchAll(/^\| `(MAX_\w+)` +\| ([\d,]+) +\|/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(
      Object.entries(QUOTA_VARIABLES).map(([name, quota]) => [
        name,
        DEFAULT_QUOTAS[quota].toLocaleString('en'),
      ]),
    ),
  );
});

const FEW = {
  MAX_CLIENTS: '3',
  MAX_WEBHOOKS: '2',
  MAX_LINKS: '2',
  MAX_TEAMS: '2',
  MAX_WORKSPACES: '2',
  MAX_EXPORTS: '1',
  MAX_IMPORTS: '1',
  // jobs stay where they are
  WORKER: '0',
};

onEachApi((api) => {
  let other: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    other = await startServer(api.database.url(), FEW);
  });
  afterAll(() => other.app.close());

  /** Sends these at once, every second one to another process. @returns how many were refused, and how. */
  async function race(tenant: TenantClient, path: string, bodies: readonly object[]): Promise<object> {
    const elsewhere = client(other.url, tenant.token);
    const answers = await Promise.all(
      bodies.map((body, index) => (index % 2 === 0 ? tenant : elsewhere).post(path, body)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    for (const { status } of answers) expect([200, 201, 429]).toContain(status);
    return {
      made: answers.length - refused.length,
      told: [...new Set(refused.map(({ body }) => body['hydra:description'] as string))],
      wait: [...new Set(refused.map(({ headers }) => headers.get('retry-after')))],
    };
  }
  const five = (make: (index: number) => object): object[] =>
    Array.from({ length: 5 }, (_, index) => make(index));
  const expected = (made: number, things: string, most: number, wait = '3600'): object => ({
    made,
    told: [`There are too many ${things}. There should be ${most} or less.`],
    wait: [wait],
  });

  it('there are so many clients, teams, workspaces and webhooks, whichever process makes them', async () => {
    const tenant = await api.tenant();
    const { workspace } = tenant;
    expect(
      await race(
        tenant,
        '/oauth_clients',
        five((n) => ({ name: `C${n}` })),
      ),
    ).toEqual(expected(2, 'clients', 3));
    expect(
      await race(
        tenant,
        '/teams',
        five((n) => ({ name: `Team ${n}` })),
      ),
    ).toEqual(expected(1, 'teams', 2));
    const { body } = await tenant.get('/teams');
    const team = body['hydra:member'][0]['@id'] as string;
    const { made } = (await race(
      tenant,
      '/workspaces',
      five((n) => ({ team, title: `Shop ${n}` })),
    )) as { made: number };
    expect(made).toBeLessThanOrEqual(2);
    const hook = {
      type: 'webhook',
      workspace,
      period: 'immediately',
      concurrency: '1',
      entity: 'orders',
      enabled: true,
    };
    expect(
      await race(
        tenant,
        '/workflows',
        five((n) => ({ ...hook, title: `H${n}`, url: `https://example.com/${n}` })),
      ),
    ).toEqual(expected(2, 'webhooks', 2));
    const integration = { type: 'integration-woocommerce', workspace, title: 'Shop' };
    expect((await tenant.post('/workflows', integration)).status).toBe(201);
  });

  it('a client that is gone makes room for another', async () => {
    const tenant = await api.tenant();
    const ids: string[] = [];
    for (const name of ['A', 'B']) ids.push((await tenant.make('/oauth_clients', { name })).id as string);
    expect((await tenant.post('/oauth_clients', { name: 'C' })).status).toBe(429);
    expect((await tenant.delete(`/oauth_clients/${ids[0]}`)).status).toBe(204);
    expect((await tenant.post('/oauth_clients', { name: 'C' })).status).toBe(201);
  });

  it('there are so many links of a workspace, and the same link again is none', async () => {
    const tenant = await api.tenant();
    const page = await tenant.make('/tracking_pages', {
      workspace: tenant.workspace,
      title: 'P',
      subdomain: `q${Date.now()}`,
    });
    const link = (email: string): ReturnType<TenantClient['post']> =>
      tenant.post('/generate_tracking_page_link', { trackingPageId: page.id as string, filter: { email } });
    for (const email of ['a@example.com', 'b@example.com', 'a@example.com'])
      expect((await link(email)).status).toBe(201);
    const refused = await link('c@example.com');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
    expect((await link('b@example.com')).status).toBe(201);
  });

  it('there are so many exports and imports under way of a user', async () => {
    const tenant = await api.tenant();
    const workspaceId = tenant.workspaces[0]?.id;
    const exported = five(() => ({ entity: 'orders', workspaceId }));
    expect(await race(tenant, '/export', exported)).toEqual(expected(1, 'exports under way', 1, '30'));
    const imported = five(() => ({
      entity: 'orders',
      workspace: tenant.workspace,
      file: 'orderNumber\nA\n',
    }));
    expect(await race(tenant, '/imports', imported)).toEqual(expected(1, 'imports under way', 1, '30'));
  });
}, FEW);

onEachApi(
  (api) => {
    it('with https browsers are told to stay with it, whatever the answer', async () => {
      for (const path of ['/health', '/shipments', '/nowhere', '/oauth/v2/auth', '/stores/x/v2/orders']) {
        const { headers } = await api.anonymous().get(path);
        expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000']);
      }
    });
  },
  { PUBLIC_URL: 'https://waybill.example.com' },
);
