import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type Answer, type Body, type Client } from '../../support/api.js';
import { boundClient, jsonClient, shop, type Shop, tokenFor } from '../../support/api2.js';

const TOKEN = '/api2/oauth/token';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

onEachApi((api) => {
  let ours: Shop;
  let anonymous: Client;
  beforeAll(async () => {
    ours = await shop(api);
    anonymous = jsonClient(api.url());
  });

  const told = ({ status, body }: Answer): unknown => [status, body];
  const asked = (more: object = {}): Record<string, unknown> => ({
    grant_type: 'client_credentials',
    client_id: ours.credentials.clientId,
    client_secret: ours.credentials.clientSecret,
    ...more,
  });
  const form = (fields: Record<string, unknown>): string =>
    new URLSearchParams(fields as Record<string, string>).toString();
  const works = async (answer: Answer): Promise<number> =>
    (await jsonClient(api.url(), answer.body.access_token as string).get('/api2/shipment')).status;
  const issued: Body = {
    access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    token_type: 'Bearer',
    expires_in: 3600,
    refresh_token: expect.stringMatching(/^[a-z2-7]{52}$/),
    scope: 'user',
  };

  it.each<[string, () => Promise<Answer>]>([
    ['JSON', () => anonymous.post(TOKEN, asked())],
    ['a form', () => anonymous.post(TOKEN, form(asked()), FORM)],
    [
      'a form with Basic credentials',
      () => {
        const { clientId, clientSecret } = ours.credentials;
        const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
        return anonymous.post(TOKEN, 'grant_type=client_credentials', { ...FORM, authorization });
      },
    ],
  ])('is issued to %s', async (_, ask) => {
    const answer = await ask();
    expect(told(answer)).toEqual([200, issued]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await works(answer)).toBe(200);
  });

  it('gets the next one once; whoever shows it again gets none, and the rest ends', async () => {
    const first = (await anonymous.post(TOKEN, asked())).body.refresh_token as string;
    const refresh = (refresh_token: string): Promise<Answer> =>
      anonymous.post(TOKEN, form(asked({ grant_type: 'refresh_token', refresh_token })), FORM);
    const second = await refresh(first);
    expect(told(second)).toEqual([200, issued]);
    expect(await works(second)).toBe(200);
    const third = await refresh(second.body.refresh_token as string);
    expect(third.status).toBe(200);
    expect(told(await refresh(first))).toEqual([401, { error: 'Unauthorized' }]);
    expect(told(await refresh(third.body.refresh_token as string))).toEqual([401, { error: 'Unauthorized' }]);
    for (const answer of [second, third]) expect(await works(answer)).toBe(401);
  });

  it('is of no use to another client', async () => {
    const other = await boundClient(api, ours.tenant);
    const { refresh_token } = (await anonymous.post(TOKEN, asked())).body;
    const answer = await anonymous.post(TOKEN, {
      grant_type: 'refresh_token',
      client_id: other.clientId,
      client_secret: other.clientSecret,
      refresh_token,
    });
    expect(told(answer)).toEqual([401, { error: 'Unauthorized' }]);
  });

  it.each<[string, object, number, string]>([
    ['no grant type', { grant_type: undefined }, 400, 'Invalid grant_type'],
    ['another grant type', { grant_type: 'password' }, 400, 'Invalid grant_type'],
    ['a grant type of JavaScript', { grant_type: 'constructor' }, 400, 'Invalid grant_type'],
    ['a list as a grant type', { grant_type: ['client_credentials'] }, 400, 'Invalid grant_type'],
    ['no client', { client_id: undefined }, 401, 'Unauthorized'],
    ['no secret', { client_secret: undefined }, 401, 'Unauthorized'],
    ['a wrong secret', { client_secret: 'x' }, 401, 'Unauthorized'],
    ['an object as a secret', { client_secret: {} }, 401, 'Unauthorized'],
    ['an unknown client', { client_id: 'nobody' }, 401, 'Unauthorized'],
    ['no refresh token', { grant_type: 'refresh_token' }, 400, 'Invalid refresh_token'],
    ['a wrong one', { grant_type: 'refresh_token', refresh_token: 'x' }, 401, 'Unauthorized'],
    [
      'a refresh token without a secret',
      { grant_type: 'refresh_token', client_secret: '' },
      401,
      'Unauthorized',
    ],
  ])('is not issued for %s', async (_, more, status, error) => {
    expect(told(await anonymous.post(TOKEN, asked(more)))).toEqual([status, { error }]);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['{', { 'content-type': 'application/json' }, 400, 'Syntax error'],
    ['[]', { 'content-type': 'application/json' }, 400, 'Invalid grant_type'],
    ['null', { 'content-type': 'application/json' }, 400, 'Invalid grant_type'],
    ['', FORM, 400, 'Invalid grant_type'],
    [
      'x',
      { 'content-type': 'text/plain' },
      415,
      'The content-type "text/plain" is not supported. Supported MIME types are "application/ld+json", "application/json", "application/x-www-form-urlencoded".',
    ],
  ])('the body %j is refused', async (body, headers, status, error) => {
    expect(told(await anonymous.send('POST', TOKEN, { body, headers }))).toEqual([status, { error }]);
  });

  it('is not issued for a while after too many failures, but what is right is answered', async () => {
    const { clientId } = await boundClient(api, ours.tenant);
    const wrong = (): Promise<Answer> =>
      anonymous.post(TOKEN, { grant_type: 'client_credentials', client_id: clientId, client_secret: 'x' });
    await api.db().transaction((transaction) => transaction.run('DELETE FROM attempts'));
    for (let left = 300; left > 0; left -= 50) await Promise.all(Array.from({ length: 50 }, wrong));
    const late = await wrong();
    expect(told(late)).toEqual([429, { error: 'There were too many attempts. Please try again later.' }]);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await anonymous.post(TOKEN, asked())).status).toBe(200);
  });

  describe('a client without a store', () => {
    const unbound = [400, { error: 'No store bound to this client' }];

    it('gets no token here', async () => {
      expect(told(await tokenFor(api, ours.tenant))).toEqual(unbound);
    });

    it('is refused with its other token everywhere', async () => {
      const client = jsonClient(api.url(), ours.tenant.token);
      expect(told(await client.get('/api2/shipment'))).toEqual(unbound);
      for (const path of ['', '/create', '/track', '/email'])
        expect(told(await client.post(`/api2/shipment${path}`, {}))).toEqual(unbound);
    });
  });

  it("a bound client's other token works, too, and what it gets here ends with it", async () => {
    const credentials = await boundClient(api, ours.tenant);
    expect((await (await api.as(credentials)).get('/api2/shipment')).status).toBe(200);
    const first = await tokenFor(api, credentials);
    await api
      .db()
      .transaction((transaction) =>
        transaction.run('UPDATE oauth_clients SET revokedAt = ? WHERE publicId = ?', [
          transaction.moment,
          credentials.clientId,
        ]),
      );
    expect(told(await tokenFor(api, credentials))).toEqual([401, { error: 'Unauthorized' }]);
    const refresh = {
      grant_type: 'refresh_token',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      refresh_token: first.body.refresh_token as string,
    };
    expect(told(await anonymous.post(TOKEN, refresh))).toEqual([401, { error: 'Unauthorized' }]);
  });

  it('who may only read gets a token for that, also from the refresh token', async () => {
    const credentials = await boundClient(api, ours.tenant, ['read']);
    const { body } = await tokenFor(api, credentials);
    const next = await anonymous.post(TOKEN, {
      grant_type: 'refresh_token',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      refresh_token: body.refresh_token as string,
    });
    expect([body.scope, next.body.scope]).toEqual(['read', 'read']);
    const reader = jsonClient(api.url(), next.body.access_token as string);
    expect(told(await reader.post('/api2/shipment/create', {}))).toEqual([403, { error: 'Forbidden' }]);
  });

  it('says that it is well', async () => {
    expect(told(await anonymous.get('/api2/oauth/health'))).toEqual([
      200,
      { status: 'ok', message: 'Tokens are issued at /api2/oauth/token.' },
    ]);
  });
});
