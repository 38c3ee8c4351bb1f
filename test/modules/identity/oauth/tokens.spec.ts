import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { Clock } from '../../../../src/core/database/clock.js';
import { DATABASE, type Database } from '../../../../src/core/database/database.js';
import { createTenant } from '../../../../src/modules/identity/tenants/create-tenant.js';
import { hashOf } from '../../../../src/modules/identity/oauth/secrets.js';
import { allRows } from '../../../support/all-rows.js';
import { boundClient } from '../../../support/api2.js';
import { client, onEachApi, signIn, startServer } from '../../../support/api.js';
import type { Answer, Api, Body, TenantClient } from '../../../support/api.js';

const PATH = '/oauth/v2/token';
const FORM = 'application/x-www-form-urlencoded';
const MISSING = 'Invalid grant_type parameter or parameter missing';
const WRONG_CLIENT = {
  error: 'invalid_client',
  error_description: 'The client credentials are invalid',
};

type Parameters = Readonly<Record<string, string>>;

const formOf = (parameters: Parameters): string => new URLSearchParams(parameters).toString();

const parametersOf = ({ clientId, clientSecret }: TenantClient): Parameters => ({
  grant_type: 'client_credentials',
  client_id: clientId,
  client_secret: clientSecret,
});

const without = (parameters: Parameters, missing: string): Parameters =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== missing));

/** The ways to ask for a token. */
const WAYS: readonly (readonly [name: string, ask: (api: Api, parameters: Parameters) => Promise<Answer>])[] =
  [
    ['GET with a query', (api, parameters) => api.anonymous().get(`${PATH}?${formOf(parameters)}`)],
    [
      'POST with a form',
      (api, parameters) => api.anonymous().post(PATH, formOf(parameters), { 'content-type': FORM }),
    ],
    [
      'POST with JSON',
      (api, parameters) => api.anonymous().post(PATH, parameters, { 'content-type': 'application/json' }),
    ],
    [
      'POST with Basic credentials and a form',
      (api, { client_id = '', client_secret = '', ...rest }) =>
        api.anonymous().post(PATH, formOf(rest), {
          'content-type': FORM,
          authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}`,
        }),
    ],
    [
      'GET with Basic credentials',
      (api, { client_id = '', client_secret = '', ...rest }) =>
        api.anonymous().get(`${PATH}?${formOf(rest)}`, {
          authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}`,
        }),
    ],
  ];

const withToken = (api: Api, token: string): Promise<Answer> => client(api.url(), token).get('/workspaces');

const refusal = (message: string) => ({ status: 401, body: { code: 401, message } });

const summary = ({ status, body }: Answer): Body => ({ status, body });

const encode = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');

/** The same token with some of its parts replaced, signed again where there is a secret to do it with. */
function forged(token: string, header: object, payload: object, secret?: string): string {
  const signed = [
    encode({ ...decodeProtectedHeader(token), ...header }),
    encode({ ...decodeJwt(token), ...payload }),
  ].join('.');
  const signature =
    secret === undefined ? '' : createHmac('sha256', secret).update(signed).digest('base64url');
  return `${signed}.${signature}`;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A letter of base64url that differs in the last bit alone, which stands for nothing at the end of 32 bytes. */
const nextLetter = (letter: string): string => LETTERS[LETTERS.indexOf(letter) ^ 1] ?? '';

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
  });
  afterEach(() => api.setTime(undefined));

  describe.each(WAYS)('a token request by %s', (way, ask) => {
    it('answers a token that opens the API', async () => {
      const answer = await ask(api, parametersOf(tenant));
      expect(summary(answer)).toEqual({
        status: 200,
        body: {
          access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
          expires_in: 3600,
          token_type: 'bearer',
          scope: 'user',
          user_id: tenant.userId,
          user_email: expect.stringMatching(/@example\.com$/),
        },
      });
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const { status, body } = await withToken(api, answer.body.access_token as string);
      expect(status).toBe(200);
      expect(body['hydra:member'].map((each: Body) => each['@id'] as string)).toEqual([tenant.workspace]);
    });

    it.each<[string, (own: TenantClient) => Parameters]>([
      ['a client that does not exist', () => ({ client_id: 'fake', client_secret: 'fake' })],
      ['a wrong secret', () => ({ client_secret: 'fake' })],
      ['an empty secret', () => ({ client_secret: '' })],
      ['the secret in capitals', ({ clientSecret }) => ({ client_secret: clientSecret.toUpperCase() })],
      ['the client id in capitals', ({ clientId }) => ({ client_id: clientId.toUpperCase() })],
      ['the secret and a blank', ({ clientSecret }) => ({ client_secret: `${clientSecret} ` })],
      ['a secret of ten thousand characters', () => ({ client_secret: 'a'.repeat(10_000) })],
      ['a client id of ten thousand characters', () => ({ client_id: 'a'.repeat(10_000) })],
      ['a client id with quotes', () => ({ client_id: "' OR '1'='1" })],
      ['the client id and a blank', ({ clientId }) => ({ client_id: `${clientId} ` })],
    ])('answers invalid_client for %s', async (_case, wrong) => {
      const given = { ...parametersOf(tenant), ...wrong(tenant) };
      const answer = await ask(api, given);
      const isBasic = way.includes('Basic');
      expect(summary(answer)).toEqual({ status: isBasic ? 401 : 400, body: WRONG_CLIENT });
      expect(answer.headers.get('www-authenticate')).toBe(isBasic ? 'Basic realm="oauth"' : null);
    });

    it('answers 400 when the grant type is missing', async () => {
      expect(summary(await ask(api, without(parametersOf(tenant), 'grant_type')))).toEqual({
        status: 400,
        body: { error: 'invalid_request', error_description: MISSING },
      });
    });

    it.each(['password', 'implicit', 'CLIENT_CREDENTIALS', ''])(
      'answers 400 for the grant type "%s"',
      async (grant_type) => {
        expect(summary(await ask(api, { ...parametersOf(tenant), grant_type }))).toEqual({
          status: 400,
          body: { error: 'unsupported_grant_type', error_description: MISSING },
        });
      },
    );
  });

  it.each(['client_id', 'client_secret'])('answers 400 when %s is missing', async (name) => {
    for (const [way, ask] of WAYS.filter(([name]) => !name.includes('Basic'))) {
      const { status, body } = await ask(api, without(parametersOf(tenant), name));
      expect({ way, status, body }).toEqual({ way, status: 400, body: WRONG_CLIENT });
    }
  });

  it('tells the description within the first 120 bytes, where the PHP client cuts', async () => {
    const answer = await fetch(
      `${api.url()}${PATH}?grant_type=client_credentials&client_id=x&client_secret=y`,
    );
    const text = await answer.text();
    expect(text.slice(0, 120)).toContain('The client credentials are invalid');
  });

  it.each([
    ['null', 'null'],
    ['a string', '"client_credentials"'],
    ['a number', '5'],
    ['a list', '[]'],
    [
      'lists in place of strings',
      '{"grant_type":["client_credentials"],"client_id":["a"],"client_secret":["b"]}',
    ],
    [
      'an object in place of a string',
      '{"grant_type":"client_credentials","client_id":{"$ne":""},"client_secret":1}',
    ],
    ['strange keys', '{"__proto__":{"grant_type":"client_credentials"},"constructor":1,"toString":2}'],
    [
      'half a surrogate pair',
      '{"grant_type":"client_credentials","client_id":"\\ud800","client_secret":"\\udfff"}',
    ],
    [
      'letters beyond ASCII',
      '{"grant_type":"client_credentials","client_id":"\\u00fc\\ud83d\\ude00","client_secret":"\\u00fc"}',
    ],
    ['a NUL', '{"grant_type":"client_credentials","client_id":"\\u0000","client_secret":"\\u0000"}'],
    ['malformed JSON', '{"grant_type":'],
    ['nothing', ''],
  ])('answers 400 for a body of %s', async (_, body) => {
    const answer = await api.anonymous().post(PATH, body, { 'content-type': 'application/json' });
    expect(answer.status).toBe(400);
    expect(answer.body).not.toHaveProperty('access_token');
  });

  it('answers 401 for Basic credentials that are none', async () => {
    for (const authorization of ['Basic', 'Basic %%%', `Basic ${btoa('no colon')}`, `Basic ${btoa(':')}`]) {
      const answer = await api.anonymous().get(`${PATH}?grant_type=client_credentials`, { authorization });
      expect(summary(answer)).toEqual({ status: 401, body: WRONG_CLIENT });
    }
  });

  describe('Basic credentials', () => {
    const basic = (id: string, secret: string): string => `Basic ${btoa(`${id}:${secret}`)}`;
    /** As a form writes it, with more encoded than has to be. */
    const encoded = (text: string): string =>
      [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const statusFor = async (path: string, authorization: string): Promise<number> =>
      (
        await api.anonymous().post(path, 'grant_type=client_credentials', {
          'content-type': FORM,
          authorization,
        })
      ).status;

    it.each([PATH, '/api2/oauth/token'])('are read as a form is, and as they are, at %s', async (path) => {
      const bound = await boundClient(api, tenant);
      // as none is made here, but as an operator may have put one into the table
      const odd = 'a+b%41 ü:%zz';
      const [kept, before] = [await boundClient(api, tenant), hashOf(odd)];
      await api
        .db()
        .transaction((transaction) =>
          transaction.run('UPDATE oauth_clients SET secretHash = ? WHERE publicId = ?', [
            before,
            kept.clientId,
          ]),
        );
      const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
      for (const [id, secret, status] of [
        [bound.clientId, bound.clientSecret, 200],
        [encoded(bound.clientId), encoded(bound.clientSecret), 200],
        [bound.clientId.replaceAll('-', '%2D'), bound.clientSecret, 200],
        [kept.clientId, utf8(odd), 200],
        [kept.clientId, new URLSearchParams({ '': odd }).toString().slice(1), 200],
        [kept.clientId, encoded(odd), 200],
        [bound.clientId, encoded(`${bound.clientSecret} `), 401],
        [encoded(`${bound.clientId} `), bound.clientSecret, 401],
        [bound.clientId, '%zz', 401],
      ] as const)
        expect([id, secret, await statusFor(path, basic(id, secret))]).toEqual([id, secret, status]);
    });
  });

  it('puts off who fails too often, whatever client it says to be; what is right is answered', async () => {
    await api.db().transaction((transaction) => transaction.run('DELETE FROM attempts'));
    const wrong = (at: number): Promise<Answer> =>
      api.anonymous().get(`${PATH}?grant_type=client_credentials&client_id=c${at}&client_secret=s`);
    for (let at = 0; at < 600; at += 50)
      await Promise.all(Array.from({ length: 50 }, (_, more) => wrong(at + more)));
    const late = await wrong(600);
    expect(summary(late)).toEqual({
      status: 429,
      body: {
        error: 'temporarily_unavailable',
        error_description: 'There were too many attempts. Please try again later.',
      },
    });
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await api.as(tenant)).token).toEqual(expect.any(String));
    await api.db().transaction((transaction) => transaction.run('DELETE FROM attempts'));
  });

  it('takes forms for tokens only', async () => {
    const answer = await tenant.post('/orders', 'orderNumber=1', { 'content-type': FORM });
    expect(answer.status).toBe(415);
  });

  it('keeps several tokens of one client alive', async () => {
    const [first, second, third] = [
      (await api.as(tenant)).token,
      (await api.as(tenant)).token,
      (await api.as(tenant)).token,
    ] as const;
    for (const token of [tenant.token, first, second, third]) {
      expect((await withToken(api, token)).status).toBe(200);
    }
  });

  it('answers 401 "Expired JWT Token" from the end of its life on', async () => {
    const now = Math.floor(Date.now() / 1000) * 1000;
    api.setTime(now);
    const { token } = await api.as(tenant);
    api.setTime(now + 3_599_000);
    expect((await withToken(api, token)).status).toBe(200);
    api.setTime(now + 3_600_000);
    expect(summary(await withToken(api, token))).toEqual(refusal('Expired JWT Token'));
    // again, now that the server has forgotten it
    expect(summary(await withToken(api, token))).toEqual(refusal('Expired JWT Token'));
    const fresh = await api.as(tenant);
    expect((await withToken(api, fresh.token)).status).toBe(200);
  });

  it('answers 401 "Expired JWT Token" to a token that it has never seen alive', async () => {
    const { token } = await api.as(tenant);
    api.setTime(Date.now() + 3_700_000);
    expect(summary(await withToken(api, token))).toEqual(refusal('Expired JWT Token'));
  });

  it('answers 401 "Invalid JWT Token" to a forged token', async () => {
    const { token } = await api.as(tenant);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const cases: Readonly<Record<string, string>> = {
      'another secret': forged(token, {}, {}, 'another secret that is long enough, too'),
      'an empty secret': forged(token, {}, {}, ''),
      'no signature': `${header}.${payload}.`,
      'no signature and two parts': `${header}.${payload}`,
      'the algorithm none': forged(token, { alg: 'none' }, {}),
      'the algorithm None': forged(token, { alg: 'None' }, {}),
      'the algorithm none with the old signature': `${forged(token, { alg: 'none' }, {})}${signature}`,
      'another algorithm': forged(token, { alg: 'RS256' }, {}),
      'a later end': `${encode({ alg: 'HS256' })}.${encode({ ...decodeJwt(token), exp: 9_999_999_999 })}.${signature}`,
      'another client': `${header}.${encode({ ...decodeJwt(token), client: 2 })}.${signature}`,
      'a cut signature': token.slice(0, -2),
      'a payload that is no JSON': `${header}.AAAA.${signature}`,
      'no token': 'garbage',
      'an equals sign behind it': `${token}=`,
      'equals signs behind each part': `${header}=.${payload}==.${signature}=`,
      'other bits that nobody reads': token.slice(0, -1) + nextLetter(token.slice(-1)),
      'an encrypted token of five parts': 'a.b.c.d.e',
    };
    for (const [name, value] of Object.entries(cases)) {
      const { status, body } = await withToken(api, value);
      expect({ name, status, body }).toEqual({ name, ...refusal('Invalid JWT Token') });
    }
    expect((await withToken(api, token)).status).toBe(200);
  });

  it('answers 401 "JWT Token not found" where there is none', async () => {
    const query = `?access_token=${tenant.token}&bearer=${tenant.token}`;
    for (const headers of [
      {},
      { authorization: '' },
      { authorization: tenant.token },
      { 'x-auth-token': 'a' },
    ]) {
      const answer = await api.anonymous().get(`/workspaces${query}`, headers as Record<string, string>);
      expect(summary(answer)).toEqual(refusal('JWT Token not found'));
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('takes the scheme in any case', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const answer = await api.anonymous().get('/workspaces', { authorization: `${scheme} ${tenant.token}` });
      expect(answer.status).toBe(200);
    }
  });

  it('looks no token up for what is public', async () => {
    for (const path of ['/health', '/health/ready']) {
      const answer = await api.anonymous().get(path, { authorization: 'Bearer garbage' });
      expect(answer.status).toBe(200);
    }
  });

  it('makes client ids and secrets that survive lower-casing and stripping', async () => {
    for (let count = 0; count < 20; count++) {
      const { clientId, clientSecret } = await api.tenant();
      for (const text of [clientId, clientSecret]) expect(text).toMatch(/^[a-z0-9_-]+$/);
      expect(clientSecret.length).toBeGreaterThanOrEqual(32);
    }
  });

  it('keeps neither secrets nor tokens in the database', async () => {
    const another = await api.tenant();
    await another.get('/workspaces');
    const everything = JSON.stringify(await allRows(api.db()));
    expect(everything).toContain(another.clientId);
    expect(everything).not.toContain(another.clientSecret);
    expect(everything).not.toContain(another.token);
    expect(everything).toContain(createHash('sha256').update(another.clientSecret).digest('hex'));
  });

  it('makes a secret of its own, which servers share and a restart keeps', async () => {
    const restarted = await startServer(api.database.url());
    try {
      expect((await client(restarted.url, tenant.token).get('/workspaces')).status).toBe(200);
      const there = await signIn(restarted.url, tenant);
      expect((await withToken(api, there.token)).status).toBe(200);
    } finally {
      await restarted.app.close();
    }
  });
});

const SECRET = 'a secret of more than thirty-two characters';

onEachApi(
  (api) => {
    let tenant: TenantClient;
    beforeAll(async () => {
      tenant = await api.tenant();
    });
    afterEach(() => api.setTime(undefined));

    it('issues tokens that live as long as TOKEN_TTL says', async () => {
      const now = Math.floor(Date.now() / 1000) * 1000;
      api.setTime(now);
      const answer = await api.anonymous().get(`${PATH}?${formOf(parametersOf(tenant))}`);
      expect(answer.body.expires_in).toBe(60);
      const token = answer.body.access_token as string;
      api.setTime(now + 59_000);
      expect((await withToken(api, token)).status).toBe(200);
      api.setTime(now + 60_000);
      expect(summary(await withToken(api, token))).toEqual(refusal('Expired JWT Token'));
    });

    it('signs with JWT_SECRET, and tells nobody else', async () => {
      const { token } = await api.as(tenant);
      const signed = token.split('.').slice(0, 2).join('.');
      expect(token).toBe(`${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`);
      expect(JSON.stringify(await allRows(api.db()))).not.toContain(SECRET);
    });

    it('accepts tokens of every server with the same JWT_SECRET and of no other', async () => {
      const same = await startServer(api.database.url(), { JWT_SECRET: SECRET });
      const other = await startServer(api.database.url(), { JWT_SECRET: `not ${SECRET}` });
      const none = await startServer(api.database.url());
      try {
        expect((await client(same.url, tenant.token).get('/workspaces')).status).toBe(200);
        for (const { url } of [other, none]) {
          const answer = await client(url, tenant.token).get('/workspaces');
          expect(summary(answer)).toEqual(refusal('Invalid JWT Token'));
          const there = await signIn(url, tenant);
          expect(summary(await withToken(api, there.token))).toEqual(refusal('Invalid JWT Token'));
        }
        other.app.get(Clock).now = () => Date.now() + 3_700_000;
        const late = await client(other.url, tenant.token).get('/workspaces');
        expect(summary(late)).toEqual(refusal('Invalid JWT Token'));
      } finally {
        for (const { app } of [same, other, none]) await app.close();
      }
    });

    it('says who issued a token and for whom, and names its client by its random id', () => {
      const { iss, aud, client: name, ...claims } = decodeJwt(tenant.token);
      expect(iss).toBe('http://localhost:0');
      expect(aud).toMatch(/^urn:uuid:[\da-f-]{36}$/);
      expect(name).toBe(tenant.clientId);
      expect(Object.keys(claims).sort()).toEqual(['exp', 'iat', 'jti', 'sub']);
    });

    it('takes no token of an installation with the same secret and another database or address', async () => {
      const elsewhere = await startServer(api.database.url(), {
        JWT_SECRET: SECRET,
        PUBLIC_URL: 'https://other.example',
      });
      const directory = await mkdtemp(join(tmpdir(), 'waybill-copy-'));
      const copied = await startServer(`sqlite:${join(directory, 'x.sqlite')}`, { JWT_SECRET: SECRET });
      try {
        const there = await signIn(elsewhere.url, tenant);
        expect(decodeJwt(there.token ?? '').iss).toBe('https://other.example');
        expect((await client(elsewhere.url, there.token).get('/workspaces')).status).toBe(200);
        expect(summary(await withToken(api, there.token ?? ''))).toEqual(refusal('Invalid JWT Token'));
        const here = await client(elsewhere.url, tenant.token).get('/workspaces');
        expect(summary(here)).toEqual(refusal('Invalid JWT Token'));
        // a client that has all the same ids
        const database = copied.app.get<Database>(DATABASE);
        const twin = await database.transaction((transaction) =>
          createTenant({ team: 'Team', email: 'a@example.com', workspaces: ['Shop'] }, transaction),
        );
        await database.transaction((transaction) =>
          transaction.run('UPDATE oauth_clients SET publicId = ?', [tenant.clientId]),
        );
        const { token } = await signIn(copied.url, { ...twin, clientId: tenant.clientId });
        expect((await client(copied.url, token).get('/workspaces')).status).toBe(200);
        expect(summary(await withToken(api, token ?? ''))).toEqual(refusal('Invalid JWT Token'));
        const foreign = await client(copied.url, tenant.token).get('/workspaces');
        expect(summary(foreign)).toEqual(refusal('Invalid JWT Token'));
      } finally {
        for (const { app } of [elsewhere, copied]) await app.close();
        await rm(directory, { recursive: true });
      }
    });

    it('takes tokens of the version before, which named nobody and numbered clients, to their end', async () => {
      const byName = 'SELECT pk FROM oauth_clients WHERE publicId = ?';
      const [[pk] = []] = await api.db().read(byName, [tenant.clientId]);
      const now = Math.floor(Date.now() / 1000);
      const old = (exp: number, more: object = {}): Promise<string> =>
        new SignJWT({ client: pk, sub: tenant.userId, iat: now, exp, ...more })
          .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
          .sign(new TextEncoder().encode(SECRET));
      expect((await withToken(api, await old(now + 3600))).status).toBe(200);
      const { iss, aud } = decodeJwt(tenant.token);
      for (const [name, value] of Object.entries({
        'later than any could end': await old(now + 31 * 86_400),
        'of somebody else': await old(now + 3600, { iss: 'https://other.example', aud }),
        'for somebody else': await old(now + 3600, { iss, aud: 'urn:uuid:other' }),
        'for nobody': await old(now + 3600, { iss }),
        'of nobody': await old(now + 3600, { aud }),
        'for several': await old(now + 3600, { iss, aud: [aud, 'urn:uuid:other'] }),
      }))
        expect({ name, ...summary(await withToken(api, value)) }).toEqual({
          name,
          ...refusal('Invalid JWT Token'),
        });
    });

    it('answers 401 to tokens with the right signature that it has not issued so', async () => {
      const key = new TextEncoder().encode(SECRET);
      const { client: clientPk, sub } = decodeJwt(tenant.token);
      const exp = Math.floor(Date.now() / 1000) + 60;
      const sign = (payload: Record<string, unknown>, alg = 'HS256'): Promise<string> =>
        new SignJWT(payload).setProtectedHeader({ alg }).sign(key);
      const cases: Readonly<Record<string, string>> = {
        'without an end': await sign({ client: clientPk, sub }),
        'without a client': await sign({ exp, sub }),
        'for a client that does not exist': await sign({ exp, client: 987_654, sub }),
        'for a client that is no number': await sign({ exp, client: '1 OR 1=1', sub }),
        'for a client that is half a number': await sign({ exp, client: 1.5, sub }),
        'with another algorithm': await sign({ exp, client: clientPk, sub }, 'HS512'),
        'that begins later': await sign({ exp, client: clientPk, sub, nbf: exp - 10 }),
      };
      for (const [name, value] of Object.entries(cases)) {
        const { status, body } = await withToken(api, value);
        expect({ name, status, body }).toEqual({ name, ...refusal('Invalid JWT Token') });
      }
      expect((await withToken(api, await sign({ exp, client: clientPk, sub }))).status).toBe(200);
    });
  },
  { TOKEN_TTL: '60', JWT_SECRET: SECRET },
);
