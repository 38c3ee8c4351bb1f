import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { OAuthClientInformationMixed, OAuthTokens } from '@modelcontextprotocol/sdk/shared/auth.js';
import { Housekeeping } from '../../../src/modules/identity/accounts/housekeeping.js';
import { person, type Person, sendForm, setPassword } from '../../support/accounts.js';
import { type Body, client, onEachApi } from '../../support/api.js';
import { Browser } from '../../support/pages.js';
import { publicUrl } from '../../support/public-url.js';

const proxy = publicUrl();
proxy.env.TEST_ENDPOINTS = '1';
const PASSWORD = 'correct horse battery';
const BACK = 'http://localhost:3118/callback';
const DAY = 86_400_000;

/** What an agent keeps of its authorization. */
class Memory implements OAuthClientProvider {
  readonly redirectUrl = BACK;
  readonly clientMetadata = {
    client_name: 'Agent & <b>co</b>',
    redirect_uris: [BACK],
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
  };
  information: OAuthClientInformationMixed | undefined;
  kept: OAuthTokens | undefined;
  asking: URL | undefined;
  private verifier = '';

  clientInformation = (): OAuthClientInformationMixed | undefined => this.information;
  saveClientInformation = (information: OAuthClientInformationMixed): void => {
    this.information = information;
  };
  tokens = (): OAuthTokens | undefined => this.kept;
  saveTokens = (tokens: OAuthTokens): void => {
    this.kept = tokens;
  };
  redirectToAuthorization = (url: URL): void => {
    this.asking = url;
  };
  saveCodeVerifier = (verifier: string): void => {
    this.verifier = verifier;
  };
  codeVerifier = (): string => this.verifier;
}

onEachApi((api) => {
  let user: Person;
  let workspace: Body;
  beforeAll(async () => {
    proxy.forwardTo(api.url());
    user = await person(api);
    await setPassword(api, user.email, PASSWORD);
    workspace = (await user.post('/workspaces', { team: { name: 'Agents' }, title: 'Shop' })).body;
    await user.post('/shipments', { workspace: workspace['@id'], trackingNumber: 'OAUTH1' });
  });

  /** The user lets in whoever asks there. @returns the code. */
  async function consent(asking: URL): Promise<string> {
    const browser = new Browser(api);
    const form = await browser.get(asking.pathname + asking.search);
    const signedIn = await browser.press(form, 'sign-in', { email: user.email, password: PASSWORD });
    const question = await browser.get(signedIn.headers.get('location') ?? '');
    expect(question.body).toContain('Agent &amp; &lt;b&gt;co');
    const said = await browser.press(question, 'allow');
    return new URL(said.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  const connected = async (memory: Memory): Promise<[Client, StreamableHTTPClientTransport]> => {
    const agent = new Client({ name: 'agent', version: '1' });
    const transport = new StreamableHTTPClientTransport(new URL(`${proxy.url()}/mcp`), {
      authProvider: memory,
    });
    await agent.connect(transport);
    return [agent, transport];
  };

  describe('an agent that knows nothing but the address', () => {
    const memory = new Memory();

    it('finds out who issues tokens, registers, is let in, and sees what the user sees', async () => {
      const transport = new StreamableHTTPClientTransport(new URL(`${proxy.url()}/mcp`), {
        authProvider: memory,
      });
      const stranger = new Client({ name: 'agent', version: '1' });
      await expect(stranger.connect(transport as Parameters<Client['connect']>[0])).rejects.toThrow(
        UnauthorizedError,
      );
      expect(memory.asking?.searchParams.get('resource')).toBe(`${proxy.url()}/mcp`);
      expect(memory.asking?.searchParams.get('code_challenge_method')).toBe('S256');
      await transport.finishAuth(await consent(memory.asking as URL));
      const [agent] = await connected(memory);
      const found = await agent.callTool({ name: 'find_shipments', arguments: {} });
      expect(found.structuredContent).toMatchObject({ shipments: [{ trackingNumber: 'OAUTH1' }] });
      await agent.close();
    });

    it('has a token that opens nothing else', async () => {
      const token = memory.kept?.access_token ?? '';
      const { status, body } = await client(api.url(), token).get('/shipments');
      expect([status, body]).toEqual([401, { code: 401, message: 'Invalid JWT Token' }]);
      expect((await client(api.url(), token).get('/.well-known/mercure?topic=*')).status).toBe(401);
    });

    it('refreshes, and its new token is for the same', async () => {
      const { refresh_token = '', access_token } = memory.kept as OAuthTokens;
      memory.kept = { ...(memory.kept as OAuthTokens), access_token: 'over' };
      const [agent] = await connected(memory);
      await agent.close();
      expect(memory.kept?.access_token).not.toBe(access_token);
      expect(memory.kept?.refresh_token).not.toBe(refresh_token);
      expect((await client(api.url(), memory.kept?.access_token).get('/shipments')).status).toBe(401);
      const answer = await sendForm(api, '/oauth/v2/token', {
        grant_type: 'refresh_token',
        client_id: memory.information?.client_id ?? '',
        refresh_token: memory.kept?.refresh_token ?? '',
        resource: proxy.url(),
      });
      expect([answer.status, answer.body.error]).toEqual([400, 'invalid_grant']);
    });

    it('asks for no other server’s tokens', async () => {
      const asking = new URL(memory.asking as URL);
      asking.searchParams.set('resource', 'https://other.example/mcp');
      const { status, body } = await new Browser(api).get(asking.pathname + asking.search);
      expect([status, body]).toEqual([400, expect.stringContaining('invalid_target')]);
      const tenant = await api.tenant();
      const credentials = {
        grant_type: 'client_credentials',
        client_id: tenant.clientId,
        client_secret: tenant.clientSecret,
      };
      const refused = await sendForm(api, '/oauth/v2/token', {
        ...credentials,
        resource: 'https://other.example',
      });
      expect([refused.status, refused.body.error]).toEqual([400, 'invalid_target']);
      const own = await sendForm(api, '/oauth/v2/token', { ...credentials, resource: `${proxy.url()}/mcp` });
      expect((await client(api.url(), own.body.access_token as string).get('/shipments')).status).toBe(401);
      const all = await sendForm(api, '/oauth/v2/token', { ...credentials, resource: `${proxy.url()}/` });
      expect((await client(api.url(), all.body.access_token as string).get('/shipments')).status).toBe(200);
    });
  });

  describe('registration', () => {
    const register = (body: unknown) =>
      api.anonymous().post('/oauth/v2/register', body, { 'content-type': 'application/json' });

    it('gives a secret to whom it wants one, and rights to nobody', async () => {
      const { status, body, headers } = await register({
        redirect_uris: ['https://agent.example/back'],
        scope: 'read',
      });
      expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
      expect(body).toMatchObject({
        client_secret: expect.any(String),
        client_secret_expires_at: 0,
        token_endpoint_auth_method: 'client_secret_basic',
        scope: 'read',
      });
      const alone = await sendForm(api, '/oauth/v2/token', {
        grant_type: 'client_credentials',
        client_id: body.client_id as string,
        client_secret: body.client_secret as string,
      });
      expect([alone.status, alone.body.error]).toEqual([400, 'unauthorized_client']);
    });

    it.each([
      [{}, 'invalid_redirect_uri'],
      [[], 'invalid_client_metadata'],
      [{ redirect_uris: ['http://evil.example/back'] }, 'invalid_redirect_uri'],
      [{ redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
      [{ redirect_uris: [BACK, 1] }, 'invalid_redirect_uri'],
      [{ redirect_uris: [BACK], client_name: 7 }, 'invalid_client_metadata'],
      [{ redirect_uris: [BACK], token_endpoint_auth_method: 'private_key_jwt' }, 'invalid_client_metadata'],
      [{ redirect_uris: [BACK], response_types: ['token'] }, 'invalid_client_metadata'],
    ])('refuses %j', async (sent, error) => {
      const { status, body } = await register(sent);
      expect([status, body.error]).toEqual([400, error]);
    });

    it('is forgotten when nobody lets it in', async () => {
      const { body } = await register({ redirect_uris: [BACK], token_endpoint_auth_method: 'none' });
      const isKnown = async (id: string): Promise<boolean> =>
        (await api.db().read('SELECT 1 FROM oauth_clients WHERE publicId = ?', [id])).length > 0;
      const old = new Date(Date.now() - 8 * DAY).toISOString().slice(0, 23).replace('T', ' ');
      await api.db().transaction(async (each) => {
        await each.run('UPDATE oauth_clients SET createdAt = ? WHERE publicId = ?', [
          old,
          body.client_id as string,
        ]);
      });
      await api.provider(Housekeeping).clean();
      expect(await isKnown(body.client_id as string)).toBe(false);
    });
  });
}, proxy.env);
