import { beforeAll, describe, expect, it } from '@jest/globals';
import * as oauth from 'oauth4webapi';
import { boundClient } from '../support/api2.js';
import { person, setPassword, type Person } from '../support/accounts.js';
import { onEachApi, type TenantClient } from '../support/api.js';
import { Browser } from '../support/pages.js';
import { publicUrl } from '../support/public-url.js';

const proxy = publicUrl();
proxy.env.TEST_ENDPOINTS = '1';
const PASSWORD = 'correct horse battery';
const BACK = 'https://client.example/done';
const INSECURE = { [oauth.allowInsecureRequests]: true };

onEachApi((api) => {
  let tenant: TenantClient;
  let user: Person;
  let server: oauth.AuthorizationServer;

  beforeAll(async () => {
    proxy.forwardTo(api.url());
    [tenant, user] = [await api.tenant(), await person(api)];
    await setPassword(api, user.email, PASSWORD);
    const issuer = new URL(proxy.url());
    const found = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...INSECURE });
    server = await oauth.processDiscoveryResponse(issuer, found);
  });

  const workspacesWith = (token: string): Promise<Response> =>
    oauth.protectedResourceRequest(
      token,
      'GET',
      new URL(`${proxy.url()}/workspaces`),
      undefined,
      null,
      INSECURE,
    );

  const introspect = async (
    client: oauth.Client,
    authentication: oauth.ClientAuth,
    token: string,
  ): Promise<oauth.IntrospectionResponse> =>
    oauth.processIntrospectionResponse(
      server,
      client,
      await oauth.introspectionRequest(server, client, authentication, token, INSECURE),
    );

  const revoke = async (
    client: oauth.Client,
    authentication: oauth.ClientAuth,
    token: string,
  ): Promise<void> => {
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, client, authentication, token, INSECURE),
    );
  };

  describe('oauth4webapi, which follows the standards to the letter,', () => {
    it('finds out where everything is', async () => {
      expect(server.introspection_endpoint).toBe(`${proxy.url()}/oauth/v2/introspect`);
      const resource = new URL(proxy.url());
      const answer = await oauth.resourceDiscoveryRequest(resource, INSECURE);
      const metadata = await oauth.processResourceDiscoveryResponse(resource, answer);
      expect(metadata.authorization_servers).toEqual([proxy.url()]);
    });

    it.each([
      ['client_secret_basic, which encodes every - and _', oauth.ClientSecretBasic],
      ['client_secret_post', oauth.ClientSecretPost],
    ])('gets a token with %s, asks about it, and ends it', async (_, authenticate) => {
      for (const { clientId, clientSecret } of [tenant, await boundClient(api, tenant, ['read'])]) {
        const [client, authentication] = [{ client_id: clientId }, authenticate(clientSecret)];
        const parameters = new URLSearchParams();
        const answer = await oauth.clientCredentialsGrantRequest(
          server,
          client,
          authentication,
          parameters,
          INSECURE,
        );
        const { access_token: token, expires_in } = await oauth.processClientCredentialsResponse(
          server,
          client,
          answer,
        );
        expect((await workspacesWith(token)).status).toBe(200);
        const about = await introspect(client, authentication, token);
        expect(about).toMatchObject({
          active: true,
          client_id: clientId,
          scope: clientId === tenant.clientId ? 'read write' : 'read',
          sub: tenant.userId,
          iss: proxy.url(),
          token_type: 'Bearer',
        });
        expect(Number(about.exp) - Number(about.iat)).toBe(expires_in);
        await revoke(client, authentication, token);
        expect(await introspect(client, authentication, token)).toEqual({ active: false });
        await expect(workspacesWith(token)).rejects.toMatchObject({
          status: 401,
          cause: [{ scheme: 'bearer' }],
        });
      }
    });

    it('is told of a wrong secret by 401, with how to authenticate', async () => {
      const client = { client_id: tenant.clientId };
      const wrong = oauth.ClientSecretBasic('a_b-c:d%');
      const answer = await oauth.clientCredentialsGrantRequest(
        server,
        client,
        wrong,
        new URLSearchParams(),
        INSECURE,
      );
      expect(answer.status).toBe(401);
      await expect(oauth.processClientCredentialsResponse(server, client, answer)).rejects.toMatchObject({
        cause: [{ scheme: 'basic' }],
      });
      await expect(introspect(client, wrong, tenant.token)).rejects.toThrow();
      await expect(introspect(client, oauth.None(), tenant.token)).rejects.toThrow();
    });

    it('goes through consent with PKCE, refreshes, and ends what it got', async () => {
      const { body } = await user.post('/oauth_clients', { name: 'Shop', redirectUris: [BACK] });
      const client = { client_id: body.publicId as string };
      const authentication = oauth.ClientSecretBasic(body.secret as string);
      const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()];
      const asking = new URL(server.authorization_endpoint ?? '');
      asking.search = new URLSearchParams({
        response_type: 'code',
        client_id: client.client_id,
        redirect_uri: BACK,
        scope: 'read',
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).toString();
      const browser = new Browser(api);
      const form = await browser.get(asking.pathname + asking.search);
      const signedIn = await browser.press(form, 'sign-in', { email: user.email, password: PASSWORD });
      const said = await browser.press(await browser.get(signedIn.headers.get('location') ?? ''), 'allow');
      const back = oauth.validateAuthResponse(
        server,
        client,
        new URL(said.headers.get('location') ?? ''),
        state,
      );
      const exchanged = await oauth.processAuthorizationCodeResponse(
        server,
        client,
        await oauth.authorizationCodeGrantRequest(
          server,
          client,
          authentication,
          back,
          BACK,
          verifier,
          INSECURE,
        ),
      );
      const refreshed = await oauth.processRefreshTokenResponse(
        server,
        client,
        await oauth.refreshTokenGrantRequest(
          server,
          client,
          authentication,
          exchanged.refresh_token ?? '',
          INSECURE,
        ),
      );
      const [used, token = ''] = [exchanged.refresh_token ?? '', refreshed.refresh_token];
      expect(await introspect(client, authentication, used)).toEqual({ active: false });
      const about = await introspect(client, authentication, token);
      expect(about).toMatchObject({ active: true, scope: 'read', client_id: client.client_id, sub: user.id });
      expect(await introspect(client, authentication, refreshed.access_token)).toMatchObject({
        active: true,
      });
      // another client learns nothing, not even that there is such a token
      const other = [{ client_id: tenant.clientId }, oauth.ClientSecretBasic(tenant.clientSecret)] as const;
      for (const each of [token, refreshed.access_token, 'none', `${refreshed.access_token}x`])
        expect(await introspect(...other, each)).toEqual({ active: false });
      await revoke(client, authentication, token);
      for (const each of [token, refreshed.access_token])
        expect(await introspect(client, authentication, each)).toEqual({ active: false });
    });
  });
}, proxy.env);
