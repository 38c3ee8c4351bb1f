import { beforeAll, describe, expect, it } from '@jest/globals';
import { boundClient, tokenFor } from '../../../support/api2.js';
import { client, onEachApi, type Answer, type Body, type TenantClient } from '../../../support/api.js';

const REVOKE = '/oauth/v2/revoke';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
  });

  const form = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();
  const basic = ({ clientId, clientSecret }: Credentials): Record<string, string> => ({
    authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
  });
  const revoke = (
    token: string,
    { clientId, clientSecret }: Credentials,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> =>
    api
      .anonymous()
      .post(REVOKE, form({ token, client_id: clientId, client_secret: clientSecret, ...more }), FORM);
  const statusOf = async (token: string): Promise<number> =>
    (await client(api.url(), token).get('/workspaces')).status;

  describe('revocation', () => {
    it('ends an access token at once and for good, and no other', async () => {
      const [first, second] = [(await api.as(tenant)).token, (await api.as(tenant)).token];
      expect(await statusOf(first)).toBe(200);
      const answer = await revoke(first, tenant);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await statusOf(first)).toBe(401);
      expect(await statusOf(second)).toBe(200);
      // again, and of what never was a token, it is the same
      for (const token of [first, 'x', 'a.b.c', 'x'.repeat(4096)])
        expect((await revoke(token, tenant)).status).toBe(200);
      expect(await statusOf(first)).toBe(401);
    });

    it('ends a refresh token with everything of its grant, and no other grant', async () => {
      const bound = await boundClient(api, tenant);
      const [one, other] = [(await tokenFor(api, bound)).body, (await tokenFor(api, bound)).body] as Body[];
      const refresh = (token: string): Promise<Answer> =>
        api.anonymous().post(
          '/api2/oauth/token',
          form({
            grant_type: 'refresh_token',
            client_id: bound.clientId,
            client_secret: bound.clientSecret,
            refresh_token: token,
          }),
          FORM,
        );
      const next = (await refresh(one.refresh_token as string)).body;
      expect((await revoke(next.refresh_token as string, bound)).status).toBe(200);
      for (const token of [one.access_token, next.access_token])
        expect(await statusOf(token as string)).toBe(401);
      expect((await refresh(next.refresh_token as string)).status).toBe(401);
      expect(await statusOf(other.access_token as string)).toBe(200);
      expect((await refresh(other.refresh_token as string)).status).toBe(200);
    });

    it('takes JSON, hints of any kind, and Basic credentials in both forms', async () => {
      const tokens = await Promise.all([1, 2, 3, 4].map(async () => (await api.as(tenant)).token));
      const [json = '', hinted = '', raw = '', encoded = ''] = tokens;
      const { clientId: client_id, clientSecret: client_secret } = tenant;
      const body = { token: json, client_id, client_secret };
      const type = { 'content-type': 'application/json' };
      expect((await api.anonymous().post(REVOKE, body, type)).status).toBe(200);
      expect((await revoke(hinted, tenant, { token_type_hint: 'refresh_token' })).status).toBe(200);
      const odd = { clientId: client_id.replaceAll('-', '%2D'), clientSecret: client_secret };
      for (const [token, credentials] of [
        [raw, tenant],
        [encoded, odd],
      ] as const) {
        const answer = await api
          .anonymous()
          .post(REVOKE, form({ token }), { ...FORM, ...basic(credentials) });
        expect(answer.status).toBe(200);
      }
      for (const token of tokens) expect(await statusOf(token)).toBe(401);
    });

    it('is refused to whom the token was not issued', async () => {
      const stranger = await api.tenant();
      const bound = await boundClient(api, tenant);
      const issued = (await tokenFor(api, bound)).body;
      for (const token of [tenant.token, issued.access_token, issued.refresh_token] as string[]) {
        const answer = await revoke(token, stranger);
        expect([answer.status, answer.body.error]).toEqual([400, 'invalid_grant']);
      }
      expect(await statusOf(tenant.token)).toBe(200);
      expect(await statusOf(issued.access_token as string)).toBe(200);
    });

    it('is refused to a client that is none', async () => {
      const wrong = { clientId: tenant.clientId, clientSecret: 'x' };
      const inForm = await revoke(tenant.token, wrong);
      expect([inForm.status, inForm.body.error]).toEqual([400, 'invalid_client']);
      const inHeader = await api
        .anonymous()
        .post(REVOKE, form({ token: tenant.token }), { ...FORM, ...basic(wrong) });
      expect([inHeader.status, inHeader.body.error]).toEqual([401, 'invalid_client']);
      expect(inHeader.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
      const bare = await api.anonymous().post(REVOKE, form({ token: tenant.token }), FORM);
      expect([bare.status, bare.body.error]).toEqual([400, 'invalid_client']);
      expect(await statusOf(tenant.token)).toBe(200);
    });

    it.each(['', '{}', '[]', 'null', '{"token":1}', '{"token":["a"]}', '{"token":"ü"}'])(
      'makes no sense with %j',
      async (body) => {
        const answer = await api
          .anonymous()
          .post(REVOKE, body, { 'content-type': 'application/json', ...basic(tenant) });
        expect(answer.status).toBe(400);
      },
    );

    it('is no GET', async () => {
      expect((await api.anonymous().get(REVOKE)).status).toBe(405);
    });
  });

  it('clients find out where OAuth’s endpoints are', async () => {
    const { status, body } = await api.anonymous().get('/.well-known/oauth-authorization-server');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issuer: 'http://localhost:0',
      token_endpoint: 'http://localhost:0/oauth/v2/token',
      revocation_endpoint: `http://localhost:0${REVOKE}`,
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    });
  });
});
