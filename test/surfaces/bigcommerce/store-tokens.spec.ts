import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OptionValues } from '../../../src/cli/command.js';
import { COMMANDS } from '../../../src/cli/commands.js';
import * as work from '../../../src/cli/actions.js';
import { readConfig } from '../../../src/config/config.js';
import { Authenticator } from '../../../src/core/http/authenticator.js';
import { hashOf } from '../../../src/modules/identity/oauth/secrets.js';
import { allRows } from '../../support/all-rows.js';
import { onEachApi, signIn, type Answer, type TenantClient } from '../../support/api.js';
import { orderOf, storeClient, storeOf, type StoreClient } from '../../support/stores.js';

const NOT_FOUND = [{ status: 404, message: 'The requested resource was not found.' }];
const NO_TOKEN = [{ status: 401, message: 'The X-Auth-Token header is required.' }];
const NOT_VALID = [{ status: 401, message: 'The token is not valid.' }];
const NO_SCOPE = [{ status: 403, message: "You don't have a required scope to access the endpoint." }];

const COUNT = '/orders/shipments/count';

const seen = ({ status, body }: Answer): unknown[] => [status, body];

onEachApi((api) => {
  let tenant: TenantClient;
  let store: StoreClient;
  beforeAll(async () => {
    tenant = await api.tenant(['First', 'Second']);
    store = await storeOf(api, tenant);
  });
  const as = (token: string | undefined, hash = store.hash): ReturnType<typeof storeClient> =>
    storeClient(api.url(), hash, token);

  it('opens its store, in lists of which other stores are not', async () => {
    await orderOf(store);
    const other = await storeOf(api, tenant, 'modify', 1);
    expect(seen(await other.get('/orders'))).toEqual([204, '']);
    expect((await store.get('/orders')).body).toHaveLength(1);
  });

  it('is needed: without one, or with one that nobody knows, it is a 401', async () => {
    const without = await as(undefined).get(COUNT);
    expect(seen(without)).toEqual([401, NO_TOKEN]);
    expect(without.headers.get('www-authenticate')).toBe('X-Auth-Token');
    expect(seen(await as(undefined).send('GET', COUNT, { headers: { 'x-auth-token': '' } }))).toEqual([
      401,
      NO_TOKEN,
    ]);
    for (const token of ['x', tenant.token, hashOf(store.token), `${store.token}x`])
      expect(seen(await as(token).get(COUNT))).toEqual([401, NOT_VALID]);
    // before anything is said of the store or of what is there
    expect(seen(await as('x', 'nowhere').delete('/orders/1/shipments'))).toEqual([401, NOT_VALID]);
  });

  it('is no token of TrackMage’s surface', async () => {
    const headers = { authorization: `Bearer ${store.token}` };
    expect((await api.anonymous().get('/orders', headers)).status).toBe(401);
    expect((await api.anonymous().get('/orders', { 'x-auth-token': store.token })).status).toBe(401);
    const bearer = { authorization: `Bearer ${tenant.token}` };
    expect(seen(await as(undefined).get(COUNT, bearer))).toEqual([401, NO_TOKEN]);
  });

  it("finds nothing in other stores, whoever's they are", async () => {
    const theirs = await storeOf(api, await api.tenant());
    const second = tenant.workspaces[1]?.storeHash ?? '';
    for (const hash of [theirs.hash, second, 'nowhere', store.hash.toUpperCase()])
      expect(seen(await as(store.token, hash).get(COUNT))).toEqual([404, NOT_FOUND]);
    const { path, id } = await orderOf(theirs);
    for (const answer of [
      await store.get(path),
      await store.get(`/orders/${id}`),
      await store.post(path, { order_address_id: 1, items: [{ order_product_id: 1, quantity: 1 }] }),
      await store.delete(path),
    ])
      expect(seen(answer)).toEqual([404, NOT_FOUND]);
  });

  it('that may only read writes nothing', async () => {
    const order = await orderOf(store);
    const reader = await storeOf(api, tenant, 'read-only');
    expect(seen(await reader.get(order.path))).toEqual([204, '']);
    const before = await allRows(api.db());
    for (const answer of [
      await reader.post(order.path, {}),
      await reader.put(`${order.path}/1`, {}),
      await reader.delete(`${order.path}/1`),
      await reader.delete(order.path),
      await reader.post('/orders', {}),
    ])
      expect(seen(answer)).toEqual([403, NO_SCOPE]);
    // of another's store it is not even said that it may not
    expect(seen(await as(reader.token, 'nowhere').delete(order.path))).toEqual([404, NOT_FOUND]);
    expect(await allRows(api.db())).toEqual(before);
  });

  it('is kept as a hash', async () => {
    const rows = JSON.stringify(await allRows(api.db()));
    expect(rows).toContain(hashOf(store.token));
    expect(rows).not.toContain(store.token);
  });

  it('ends with its client', async () => {
    const short = await storeOf(api, tenant);
    expect((await short.get(COUNT)).status).toBe(200);
    const { body } = await tenant.get('/oauth_clients');
    const clients = (body['hydra:member'] as { name: string; '@id': string }[]).filter(
      ({ name }) => name === 'Store token (modify)',
    );
    expect((await tenant.delete(clients.at(-1)?.['@id'] ?? '')).status).toBe(204);
    api.provider<Authenticator>(Authenticator as never).forget();
    expect(seen(await short.get(COUNT))).toEqual([401, NOT_VALID]);
    expect((await store.get(COUNT)).status).toBe(200);
  });

  it('ends when its client is revoked, within seconds', async () => {
    const short = await storeOf(api, tenant);
    expect((await short.get(COUNT)).status).toBe(200);
    const now = Date.now();
    await api
      .db()
      .transaction((transaction) =>
        transaction.run(
          'UPDATE oauth_clients SET revokedAt = ? WHERE pk = (SELECT clientPk FROM store_tokens WHERE tokenHash = ?)',
          [transaction.moment, hashOf(short.token)],
        ),
      );
    api.setTime(now + 3000);
    expect(seen(await short.get(COUNT))).toEqual([401, NOT_VALID]);
    api.setTime(undefined);
  });

  it('may do what its user may by now', async () => {
    const other = await api.tenant();
    const theirs = await storeOf(api, other);
    const order = await orderOf(theirs);
    const become = async (sql: string): Promise<void> => {
      await api
        .db()
        .transaction((transaction) =>
          transaction.run(`${sql} WHERE userPk = (SELECT pk FROM users WHERE id = ?)`, [other.userId]),
        );
      api.provider<Authenticator>(Authenticator as never).forget();
    };
    await become("UPDATE memberships SET role = 'viewer'");
    expect((await theirs.get(order.path)).status).toBe(204);
    expect(seen(await theirs.delete(order.path))).toEqual([403, NO_SCOPE]);
    await become('DELETE FROM memberships');
    expect(seen(await theirs.get(order.path))).toEqual([404, NOT_FOUND]);
  });

  describe('store-token:create', () => {
    const create = (values: OptionValues): Promise<string> => {
      const command = COMMANDS.get('store-token:create')?.prepare(values);
      const config = readConfig({
        DATABASE_URL: api.database.url(),
        PUBLIC_URL: 'https://api.example.com',
        DEMO: '0',
      });
      return command?.(work, config) ?? Promise.reject(new Error('There is no such command.'));
    };

    it('makes tokens, by the id or IRI of the workspace', async () => {
      const printed = await create({ workspace: tenant.workspace, scope: 'modify', json: true });
      expect(printed).toMatch(/^\{"token":"[\w-]{43}"\}$/);
      const { token } = JSON.parse(printed) as { token: string };
      expect((await as(token).get(COUNT)).status).toBe(200);
      expect((await as(token).delete('/orders/999999/shipments')).status).toBe(404);

      const lines = (await create({ workspace: store.workspaceId, scope: 'read-only' })).split('\n');
      const reading = /[\w-]{43}/.exec(lines[0] ?? '')?.[0] ?? '';
      expect(lines).toEqual([
        `token          ${reading}   (shown only now)`,
        `send it as     X-Auth-Token: ${reading}`,
        `store          https://api.example.com/stores/${store.hash}/v2`,
      ]);
      expect((await as(reading).get(COUNT)).status).toBe(200);
      expect(seen(await as(reading).delete('/orders/999999/shipments'))).toEqual([403, NO_SCOPE]);
    });

    it('makes none of a workspace that is not there', async () => {
      const id = '00000000-0000-4000-8000-000000000000';
      await expect(create({ workspace: id, scope: 'modify' })).rejects.toThrow(
        `There is no workspace with the id ${id}.`,
      );
    });

    it.each<[OptionValues, string]>([
      [{ scope: 'modify' }, '--workspace is missing.'],
      [
        { workspace: 'mine', scope: 'modify' },
        '--workspace must be the id or IRI of a workspace, not "mine".',
      ],
      [{ workspace: '00000000-0000-4000-8000-000000000000' }, '--scope is missing.'],
      [
        { workspace: '00000000-0000-4000-8000-000000000000', scope: 'write' },
        '--scope must be modify or read-only, not "write".',
      ],
    ])('says what is wrong with %j', (values, sentence) => {
      expect(() => COMMANDS.get('store-token:create')?.prepare(values)).toThrow(sentence);
    });
  });

  it('stands for a client that cannot sign in otherwise', async () => {
    const [row] = await api
      .db()
      .read(
        'SELECT c.publicId FROM oauth_clients c JOIN store_tokens t ON t.clientPk = c.pk WHERE t.tokenHash = ?',
        [hashOf(store.token)],
      );
    const { token } = await signIn(api.url(), {
      clientId: row?.[0] as string,
      clientSecret: store.token,
    });
    expect(token).toBeUndefined();
  });
});
