import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '../../../../src/modules/identity/oauth/oauth-clients.js';
import { isRedirectUri } from '../../../../src/modules/identity/oauth/redirect-uris.js';
import { person, type Person } from '../../../support/accounts.js';
import { allRows, pkOf } from '../../../support/all-rows.js';
import { onEachApi, signIn, type Body, type TenantClient } from '../../../support/api.js';

const BODY = { name: 'Stock keeper', redirectUris: ['https://client.example/done'] };

describe('where a user may be sent back to', () => {
  it.each([
    'https://localhost',
    'https://client.example/done?shop=1',
    'http://localhost:8080/cb',
    'http://127.0.0.1/cb',
    'http://[::1]:1/cb',
    'com.example.app:/done',
  ])('is %s', (uri) => {
    expect(isRedirectUri(uri)).toBe(true);
  });

  it.each([
    '',
    'client.example',
    '/done',
    'http://client.example/done',
    'https://client.example/#done',
    'https://user:secret@client.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://client.example/a b',
    'https://client.example/\r\nSet-Cookie: a=b',
  ])('is not %s', (uri) => {
    expect(isRedirectUri(uri)).toBe(false);
  });
});

onEachApi(
  (api) => {
    let user: Person;
    beforeAll(async () => {
      user = await person(api);
    });

    it('has its secret in the answer to POST and nowhere else', async () => {
      const made = await user.post('/oauth_clients', BODY);
      expect(made).toMatchObject({
        status: 201,
        body: {
          '@type': 'OauthClient',
          ...BODY,
          user: `/users/${user.id}`,
          scopes: ['read', 'write'],
          isPublic: false,
          publicId: expect.stringMatching(/^[a-z0-9_-]+$/),
          secret: expect.stringMatching(/^[a-z0-9_-]{32,}$/),
        },
      });
      const { secret } = made.body;
      const item = await user.get(made.body['@id'] as string);
      expect(item.body).toEqual({ ...made.body, secret: null });
      const list = await user.get('/oauth_clients');
      expect(list.body['hydra:member']).toContainEqual(
        expect.objectContaining({ secret: null, name: BODY.name }),
      );
      expect(JSON.stringify(await allRows(api.db()))).not.toContain(secret);
    });

    it('does not keep the secret for an Idempotency-Key either', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const first = await user.post('/oauth_clients', BODY, key);
      const again = await user.post('/oauth_clients', BODY, key);
      expect(first.body.secret).toEqual(expect.any(String));
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(again.body).toEqual({ ...first.body, secret: null });
    });

    it('signs in, until it is deleted', async () => {
      const { publicId, secret, '@id': iri } = (await user.post('/oauth_clients', BODY)).body;
      const credentials = { clientId: publicId as string, clientSecret: secret as string };
      const program = await signIn(api.url(), credentials);
      expect((await program.get('/workspaces')).status).toBe(200);
      expect((await user.delete(iri as string)).status).toBe(204);
      expect((await program.get('/workspaces')).status).toBe(401);
      expect((await signIn(api.url(), credentials)).token).toBeUndefined();
      expect((await user.get(iri as string)).status).toBe(404);
    });

    it('is found by a piece of its name', async () => {
      const name = `Käufer ${randomUUID()}`;
      await user.post('/oauth_clients', { ...BODY, name });
      const { body } = await user.get(
        `/oauth_clients?name=${encodeURIComponent(name.slice(1, 30).toLowerCase())}`,
      );
      expect(body['hydra:member'].map((each: Body) => each.name as string)).toEqual([name]);
    });

    it('may be restricted to reading', async () => {
      const { publicId, secret } = (await user.post('/oauth_clients', { ...BODY, scopes: ['read'] })).body;
      const program = await signIn(api.url(), {
        clientId: publicId as string,
        clientSecret: secret as string,
      });
      expect((await program.get('/workspaces')).status).toBe(200);
      expect((await program.post('/teams', { name: 'My team' })).status).toBe(403);
      const token = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: publicId as string,
        client_secret: secret as string,
      });
      const answer = await api.anonymous().get(`/oauth/v2/token?${token.toString()}`);
      expect(answer.body.scope).toBe('read');
    });

    it('may do nothing with an empty list of scopes', async () => {
      const made = await user.post('/oauth_clients', { ...BODY, scopes: [] });
      expect(made).toMatchObject({ status: 201, body: { scopes: [] } });
      const { publicId, secret } = made.body;
      const program = await signIn(api.url(), {
        clientId: publicId as string,
        clientSecret: secret as string,
      });
      expect((await program.get('/workspaces')).status).toBe(403);
      expect((await program.post('/teams', { name: 'My team' })).status).toBe(403);
      expect((await user.get(made.body['@id'] as string)).body.scopes).toEqual([]);
    });

    it.each<[object, string]>([
      [{ ...BODY, name: '' }, 'name: This value should not be blank.'],
      [{ ...BODY, scopes: ['tracking:write'] }, 'scopes[0]: The value you selected is not a valid choice.'],
      [
        { ...BODY, redirectUris: ['http://client.example'] },
        'redirectUris[0]: This value is not a valid URL.',
      ],
      [
        { ...BODY, redirectUris: Array<string>(21).fill('https://client.example') },
        'redirectUris: This collection should contain 20 elements or less.',
      ],
    ])('is not %j', async (body, sentence) => {
      const answer = await user.post('/oauth_clients', body);
      expect(answer.status).toBe(400);
      expect(answer.body['hydra:description']).toBe(sentence);
    });

    it('belongs to who makes it, and others neither see it nor make one for somebody else', async () => {
      const stranger = await person(api);
      const { '@id': iri } = (await user.post('/oauth_clients', BODY)).body;
      expect((await stranger.get('/oauth_clients')).body['hydra:member']).toEqual([]);
      expect((await stranger.get(iri as string)).status).toBe(404);
      expect((await stranger.delete(iri as string)).status).toBe(404);
      const foreign = await stranger.post('/oauth_clients', { ...BODY, user: `/users/${user.id}` });
      expect(foreign.status).toBe(400);
    });

    it('a public one has no secret, and gets nothing with its id alone', async () => {
      const { body } = await user.post('/oauth_clients', { ...BODY, isPublic: true });
      expect(body).toMatchObject({ isPublic: true, secret: null });
      const token = await api
        .anonymous()
        .get(`/oauth/v2/token?grant_type=client_credentials&client_id=${body.publicId}`);
      expect(token).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
    });

    describe('a client that is bound to a workspace', () => {
      it('sees no clients, and makes none', async () => {
        const tenant: TenantClient = await api.tenant();
        const [userPk, workspacePk] = [
          await pkOf(api.db(), 'users', tenant.userId),
          await pkOf(api.db(), 'workspaces', tenant.workspaces[0]?.id ?? ''),
        ];
        const credentials = await api
          .db()
          .transaction((transaction) => createClient({ name: 'Bound', userPk, workspacePk }, transaction));
        const bound = await api.as(credentials);
        expect((await bound.get('/oauth_clients')).body['hydra:member']).toEqual([]);
        expect((await bound.post('/oauth_clients', BODY)).status).toBe(403);
        expect((await bound.get(`/users/${tenant.userId}`)).status).toBe(200);
        const taken = await bound.put(`/users/${tenant.userId}`, { plainPassword: 'correct horse' });
        expect(taken.status).toBe(403);
      });
    });
  },
  { TEST_ENDPOINTS: '1' },
);
