import { describe, expect, it } from '@jest/globals';
import { Housekeeping } from '../../../../src/modules/identity/accounts/housekeeping.js';
import { networkKey } from '../../../../src/modules/identity/accounts/attempts.js';
import { allRows } from '../../../support/all-rows.js';
import {
  codeIn,
  confirm,
  linkFor,
  newAddress,
  person,
  sendForm,
  setPassword,
} from '../../../support/accounts.js';
import { client, onEachApi, type Answer, type Api } from '../../../support/api.js';

const HOUR = 3_600_000;
const LD = { accept: 'application/ld+json' };
const PLAIN = { accept: 'application/json' };

const signUp = (api: Api, email: string, headers: Record<string, string> = PLAIN): Promise<Answer> =>
  api.anonymous().post('/security/signup', { email }, headers);
const verify = (api: Api, code: unknown): Promise<Answer> =>
  api.anonymous().post('/security/verify-email', { code });
const descriptionOf = ({ body }: Answer): string => body['hydra:description'] as string;

describe('the network of a client', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (ip, network) => {
    expect(networkKey(ip)).toBe(network);
  });
});

onEachApi(
  (api) => {
    describe('signing up', () => {
      it('answers the user, without a token, and makes no team', async () => {
        const email = newAddress();
        const answer = await signUp(api, email);
        expect(answer.status).toBe(200);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.body).toEqual({
          user: {
            email,
            firstName: null,
            lastName: null,
            emailVerified: false,
            passwordSet: false,
            trialRedeemed: false,
            timezone: null,
            photo: null,
            teams: [],
            id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
          },
          token: null,
        });
        const user = await confirm(api, email, codeIn(await linkFor(api, email)));
        expect(user.id).toBe(answer.body.user.id);
        for (const list of ['/teams', '/workspaces'])
          expect((await user.get(list)).body['hydra:member']).toEqual([]);
      });

      it('speaks JSON-LD to who asks for it', async () => {
        const { body } = await signUp(api, newAddress(), LD);
        expect(body.user).toMatchObject({ '@id': `/users/${body.user.id}`, '@type': 'User' });
      });

      it('does not tell whether an address has an account', async () => {
        const email = newAddress();
        const first = await signUp(api, email);
        expect((await signUp(api, email)).body).toEqual(first.body);
        await confirm(api, email, codeIn(await linkFor(api, email)));
        expect((await signUp(api, email)).body).toEqual(first.body);
        // one that did not sign up
        const tenant = await api.tenant();
        const { email: known } = (await tenant.get(`/users/${tenant.userId}`)).body;
        const answer = await signUp(api, known as string);
        expect(answer).toMatchObject({ status: 200, body: { user: { email: known, emailVerified: false } } });
        expect(answer.body.user.id).not.toBe(tenant.userId);
      });

      it('makes one user of an address, however it is written and however often at once', async () => {
        const email = newAddress();
        const answers = await Promise.all([
          signUp(api, email),
          signUp(api, email.toUpperCase()),
          signUp(api, email),
        ]);
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
        expect(new Set(answers.map(({ body }) => body.user.id as string)).size).toBe(1);
        const rows = await api.db().read('SELECT pk FROM users WHERE emailKey = ?', [email]);
        expect(rows).toHaveLength(1);
      });

      it.each<[unknown, string]>([
        [{}, 'email: This value should not be blank.'],
        [{ email: '' }, 'email: This value should not be blank.'],
        [{ email: null }, 'email: This value should not be blank.'],
        [{ email: 'nobody' }, 'email: This value is not a valid email address.'],
        [{ email: `${'a'.repeat(250)}@example.com` }, 'email: This value is too long.'],
      ])('refuses %j', async (body, sentence) => {
        const answer = await api.anonymous().post('/security/signup', body);
        expect(answer.status).toBe(400);
        expect(descriptionOf(answer)).toContain(sentence);
      });

      it('ignores the captcha and other keys', async () => {
        const body = {
          email: newAddress(),
          captcha: 'x',
          refTrackingId: null,
          invitationCode: 'y',
          isAdmin: 1,
        };
        expect((await api.anonymous().post('/security/signup', body)).status).toBe(200);
      });
    });

    describe('a code', () => {
      it('works once', async () => {
        const email = newAddress();
        await signUp(api, email);
        const code = codeIn(await linkFor(api, email));
        expect((await verify(api, code)).status).toBe(200);
        const again = await verify(api, code);
        expect(again.status).toBe(400);
        expect(descriptionOf(again)).toBe('code: This value is not valid.');
      });

      it('works once, also when it comes twice at the same moment', async () => {
        const email = newAddress();
        await signUp(api, email);
        const code = codeIn(await linkFor(api, email));
        const answers = await Promise.all([verify(api, code), verify(api, code), verify(api, code)]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
      });

      it('is over after a day', async () => {
        const email = newAddress();
        const now = Date.now();
        api.setTime(now);
        try {
          await signUp(api, email);
          const code = codeIn(await linkFor(api, email));
          api.setTime(now + 24 * HOUR);
          expect((await verify(api, code)).status).toBe(400);
        } finally {
          api.setTime(undefined);
        }
      });

      it('ends the others of its user', async () => {
        const email = newAddress();
        await signUp(api, email);
        const [first, second] = [codeIn(await linkFor(api, email)), codeIn(await linkFor(api, email))];
        expect((await verify(api, first)).status).toBe(200);
        expect((await verify(api, second)).status).toBe(400);
      });

      it.each([[undefined], [null], [''], ['nope'], ['x'.repeat(300)]])('is not %j', async (code) => {
        const answer = await verify(api, code);
        expect(answer.status).toBe(400);
        expect(descriptionOf(answer)).toMatch(/^code: /);
      });

      it('answers a token that opens the API, and the user', async () => {
        const email = newAddress();
        await signUp(api, email);
        const { body } = await verify(api, codeIn(await linkFor(api, email)));
        const { user, token } = body;
        expect(token).toEqual({
          access_token: expect.any(String),
          expires_in: 3600,
          refresh_token: null,
          scope: 'user',
          token_type: 'bearer',
          user_email: email,
          user_id: user.id,
        });
        expect(user).toMatchObject({ '@id': `/users/${user.id}`, email, emailVerified: true, teams: [] });
        const own = await client(api.url(), token.access_token as string).get(`/users/${user.id}`);
        expect(own.status).toBe(200);
      });
    });

    describe('asking for another mail', () => {
      it('answers the same whether there is an account or not', async () => {
        const email = newAddress();
        await signUp(api, email);
        const [there, nobody] = [email, newAddress()];
        for (const each of [there, nobody]) {
          const answer = await api.anonymous().post('/security/resend-email', { email: each }, PLAIN);
          expect(answer).toMatchObject({ status: 201, body: { email: each } });
        }
        expect((await api.db().read('SELECT pk FROM users WHERE email = ?', [nobody])).length).toBe(0);
      });
    });

    describe('too many attempts', () => {
      it('are put off by address, and forgotten after an hour', async () => {
        const email = newAddress();
        const now = Date.now();
        api.setTime(now);
        try {
          for (let times = 0; times < 5; times++) expect((await signUp(api, email)).status).toBe(200);
          const answer = await signUp(api, email, LD);
          expect(answer.status).toBe(429);
          expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3000);
          expect(descriptionOf(answer)).toBe('There were too many attempts. Please try again later.');
          expect((await api.anonymous().post('/security/resend-email', { email })).status).toBe(429);
          expect((await signUp(api, newAddress())).status).toBe(200);
          api.setTime(now + HOUR);
          expect((await signUp(api, email)).status).toBe(200);
        } finally {
          api.setTime(undefined);
        }
      });
    });

    describe('a user', () => {
      it('sees and changes itself', async () => {
        const user = await person(api);
        const changed = await user.put(`/users/${user.id}`, {
          firstName: 'Ada',
          lastName: 'Byron',
          timezone: 'Europe/Vienna',
          email: 'other@example.com',
          emailVerified: false,
        });
        expect(changed).toMatchObject({
          status: 200,
          body: { firstName: 'Ada', lastName: 'Byron', timezone: 'Europe/Vienna', email: user.email },
        });
        const { body } = await user.get(`/users/${user.id}`);
        expect(body).toMatchObject({ firstName: 'Ada', emailVerified: true, passwordSet: false });
      });

      it.each<[object, string]>([
        [{ plainPassword: 'short' }, 'plainPassword: This value is too short.'],
        [{ timezone: 'Mars/Olympus' }, 'timezone: This value is not a valid timezone.'],
      ])('is not changed by %j', async (body, sentence) => {
        const user = await person(api);
        const answer = await user.put(`/users/${user.id}`, body);
        expect(answer.status).toBe(400);
        expect(descriptionOf(answer)).toContain(sentence);
      });

      it('is kept with a password as argon2id, and never answered with it', async () => {
        const user = await person(api);
        const answer = await user.put(`/users/${user.id}`, { plainPassword: 'correct horse' });
        expect(answer).toMatchObject({ status: 200, body: { passwordSet: true } });
        expect(JSON.stringify(answer.body)).not.toMatch(/correct horse|argon2|plainPassword/);
        const [row] = await api.db().read('SELECT passwordHash FROM users WHERE id = ?', [user.id]);
        expect(row?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      });

      it('is not there for strangers', async () => {
        const [user, stranger] = [await person(api), await person(api)];
        for (const answer of [
          await stranger.get(`/users/${user.id}`),
          await stranger.put(`/users/${user.id}`, { firstName: 'Eve' }),
        ])
          expect(answer.status).toBe(404);
        expect((await api.anonymous().get(`/users/${user.id}`)).status).toBe(401);
        expect((await user.get('/users')).status).toBe(404);
      });
    });

    describe('the page that a link leads to', () => {
      it('changes nothing when it is looked at, and sets a password once', async () => {
        const email = newAddress();
        await signUp(api, email);
        const { pathname } = new URL(await linkFor(api, email));
        for (let times = 0; times < 2; times++) {
          const page = await api.anonymous().get(pathname);
          expect(page.status).toBe(200);
          expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
          expect(page.headers.get('content-security-policy')).toMatch(
            /^default-src 'none'; style-src 'sha256-/,
          );
          expect(page.headers.get('referrer-policy')).toBe('no-referrer');
          expect(page.body).toContain('Choose a password');
          expect(page.body).not.toContain('<script');
        }
        const short = await sendForm(api, pathname, { password: 'short' });
        expect(short.status).toBe(400);
        expect(short.body).toContain('8 to 200 characters');
        expect((await sendForm(api, pathname, { password: 'correct horse' })).status).toBe(200);
        const again = await sendForm(api, pathname, { password: 'another one' });
        expect(again.status).toBe(404);
        expect((await api.anonymous().get(pathname)).status).toBe(404);
      });

      it('ends what was let in with the old password', async () => {
        const user = await person(api);
        await user.put(`/users/${user.id}`, { plainPassword: 'correct horse' });
        expect((await user.get('/workspaces')).status).toBe(200);
        expect((await setPassword(api, user.email, 'another horse')).status).toBe(200);
        expect((await user.get('/workspaces')).status).toBe(401);
      });
    });

    it('what nobody can use any more is deleted', async () => {
      await signUp(api, newAddress());
      await person(api);
      const rows = async (): Promise<unknown[]> =>
        Promise.all(
          ['email_codes', 'oauth_grants'].map(async (table) =>
            Number((await api.db().read(`SELECT COUNT(*) FROM ${table}`, []))[0]?.[0]),
          ),
        );
      const before = await rows();
      await api.provider(Housekeeping).clean();
      expect(await rows()).toEqual(before);
      api.setTime(Date.now() + 40 * 24 * HOUR);
      try {
        await api.provider(Housekeeping).clean();
        expect(await rows()).toEqual([0, 0]);
      } finally {
        api.setTime(undefined);
      }
    });

    it('a link is asked for on a page, which does not tell who has an account', async () => {
      const page = await api.anonymous().get('/security/password');
      expect(page.status).toBe(200);
      expect(page.body).toContain('<label for="email">');
      const [user, nobody] = [await person(api), newAddress()];
      const answers = [
        await sendForm(api, '/security/password', { email: user.email }),
        await sendForm(api, '/security/password', { email: nobody }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const [a, b] = answers.map(({ body }) => body as string);
      expect(a?.replaceAll(user.email, '')).toBe(b?.replaceAll(nobody, ''));
      const refused = await sendForm(api, '/security/password', { email: '<script>' });
      expect(refused.status).toBe(400);
    });
  },
  { TEST_ENDPOINTS: '1' },
);

onEachApi(
  (api) => {
    it('in production nobody signs up while no mail goes out', async () => {
      for (const path of ['/security/signup', '/security/resend-email']) {
        const answer = await api.anonymous().post(path, { email: newAddress() });
        expect(answer.status).toBe(403);
        expect(descriptionOf(answer)).toBe(
          'This server sends no e-mail, so nobody can sign up. Its operator makes accounts.',
        );
      }
      expect(await api.db().read('SELECT pk FROM users', [])).toEqual([]);
      expect((await sendForm(api, '/security/password', { email: newAddress() })).status).toBe(403);
    });

    it('there are no links for tests unless TEST_ENDPOINTS is 1', async () => {
      const tenant = await api.tenant();
      const { email } = (await tenant.get(`/users/${tenant.userId}`)).body;
      const answer = await api.anonymous().get(`/public/user-confirmation-link/${email}`);
      expect(answer.status).toBe(404);
      expect(answer.body).not.toHaveProperty('link');
    });
  },
  { NODE_ENV: 'production' },
);

onEachApi(
  (api) => {
    it('behind a proxy that is trusted, clients are told apart by what it says of them', async () => {
      const from = (ip: string): Promise<Answer> =>
        api.anonymous().post('/security/verify-email', { code: 'nope' }, { 'x-forwarded-for': ip });
      for (let times = 0; times < 100; times++) expect((await from('203.0.113.9')).status).toBe(400);
      expect((await from('203.0.113.9')).status).toBe(429);
      expect((await from('203.0.113.10')).status).toBe(400);
    });
  },
  { TRUST_PROXY: '127.0.0.0/8' },
);

onEachApi(
  (api) => {
    it('a code is kept as a hash alone, also while its mail waits', async () => {
      const email = newAddress();
      await signUp(api, email);
      const code = codeIn(await linkFor(api, email));
      const everything = JSON.stringify(await allRows(api.db()));
      expect(everything).not.toContain(code);
      const [mail] = await api.db().read('SELECT COUNT(*) FROM mails', []);
      expect(Number(mail?.[0])).toBeGreaterThan(0);
      expect(everything).not.toContain('/security/verify-email/');
    });
  },
  // no worker sends the mail meanwhile
  { TEST_ENDPOINTS: '1', WORKER: '0' },
);
