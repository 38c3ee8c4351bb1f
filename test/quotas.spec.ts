import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { QUOTA_VARIABLES, USUAL_QUOTAS } from '../src/quotas.js';
import { onEachApi } from './support/api.js';
import { storeOf } from './support/stores.js';

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
        for (let count = 0; count < 6; count++) expect((await tenant.get('/teams')).status).toBe(200);
        const refused = await tenant.get('/teams');
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
  const text = readFileSync(new URL('../docs/security.md', import.meta.url), 'utf8');
  const said = [...text.matchAll(/^\| `(MAX_\w+)` +\| ([\d,]+) +\|/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(
      Object.entries(QUOTA_VARIABLES).map(([name, quota]) => [
        name,
        USUAL_QUOTAS[quota].toLocaleString('en'),
      ]),
    ),
  );
});
