import { beforeAll, expect, it } from '@jest/globals';
import { join, mailsTo, newAddress, type Person } from '../../support/accounts.js';
import { onEachApi, type TenantClient } from '../../support/api.js';
import { Documented } from '../../support/documented.js';
import { storeClient } from '../../support/stores.js';
import { apiDocument } from '../../../src/app/api-document.js';

const documented = new Documented(apiDocument('https://waybill.invalid'));
const COUNT = '/orders/shipments/count';

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let tokens: string;
    beforeAll(async () => {
      tenant = await api.tenant(['First', 'Second']);
      tokens = `${tenant.workspace}/store_tokens`;
    });

    const invited = async (role: string): Promise<Person> => {
      const email = newAddress();
      expect((await tenant.post(`/teams/${tenant.teamId}/members`, { email, role })).status).toBe(201);
      const [mail] = await mailsTo(api, email);
      return join(api, email, /verify-email\/([a-z2-7]+)/.exec(mail?.text ?? '')?.[1] ?? '');
    };

    it('opens the store at the address that the answer says, and is shown in no other answer', async () => {
      const made = await tenant.post(tokens, { scope: 'modify', name: 'Warehouse app' });
      expect(made.status).toBe(201);
      expect(documented.deviations('POST', '/workspaces/{id}/store_tokens', made)).toEqual([]);
      const { token, storeHash, url, id } = made.body;
      expect(url).toMatch(new RegExp(`/stores/${storeHash}/v2$`));
      expect((await tenant.get(tenant.workspace)).body.storeHash).toBe(storeHash);
      expect((await storeClient(api.url(), storeHash, token).get(COUNT)).status).toBe(200);
      const list = await tenant.get(tokens);
      expect(documented.deviations('GET', '/workspaces/{id}/store_tokens', list)).toEqual([]);
      expect(list.body).toMatchObject([{ id, name: 'Warehouse app', scope: 'modify' }]);
      expect(JSON.stringify(list.body)).not.toContain(token);
      expect((await tenant.get(`/workspaces/${tenant.workspaces[1]?.id}/store_tokens`)).body).toEqual([]);
    });

    it('reads only where it was made to', async () => {
      const { token, storeHash } = (await tenant.post(tokens, { scope: 'read-only' })).body;
      const store = storeClient(api.url(), storeHash, token);
      expect((await store.get(COUNT)).status).toBe(200);
      expect((await store.post('/orders/1/shipments', {})).status).toBe(403);
    });

    it('opens nothing from the moment on at which it is ended', async () => {
      const { id, token, storeHash } = (await tenant.post(tokens, { scope: 'modify' })).body;
      const store = storeClient(api.url(), storeHash, token);
      expect((await store.get(COUNT)).status).toBe(200);
      expect((await tenant.delete(`${tokens}/${id}`)).status).toBe(204);
      expect((await store.get(COUNT)).status).toBe(401);
      expect((await tenant.delete(`${tokens}/${id}`)).status).toBe(404);
    });

    it('says what is wrong with what it is asked for', async () => {
      expect((await tenant.post(tokens, {})).status).toBe(400);
      expect((await tenant.post(tokens, { scope: 'write' })).status).toBe(400);
      expect((await tenant.post('/workspaces/x/store_tokens', { scope: 'modify' })).status).toBe(404);
      expect((await tenant.delete(`${tokens}/x`)).status).toBe(404);
    });

    it('is made, seen and ended by owners and admins of the team alone', async () => {
      const { id } = (await tenant.post(tokens, { scope: 'modify' })).body;
      for (const role of ['member', 'read-only']) {
        const other = await invited(role);
        expect((await other.get(tokens)).status).toBe(403);
        expect((await other.post(tokens, { scope: 'read-only' })).status).toBe(403);
        expect((await other.delete(`${tokens}/${id}`)).status).toBe(403);
      }
      const stranger = await api.tenant();
      expect((await stranger.get(tokens)).status).toBe(404);
      expect((await stranger.post(tokens, { scope: 'modify' })).status).toBe(404);
      expect((await stranger.delete(`${tokens}/${id}`)).status).toBe(404);
      const admin = await invited('admin');
      expect((await admin.post(tokens, { scope: 'modify' })).status).toBe(201);
      expect((await admin.delete(`${tokens}/${id}`)).status).toBe(204);
    });
  },
  { TEST_ENDPOINTS: '1' },
);
