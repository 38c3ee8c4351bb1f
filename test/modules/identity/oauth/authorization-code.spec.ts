import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { Authenticator } from '../../../../src/core/http/authenticator.js';
import { person, sendForm, setPassword, type Person } from '../../../support/accounts.js';
import { Browser } from '../../../support/pages.js';
import { allRows } from '../../../support/all-rows.js';
import { client, onEachApi, type Answer, type Body } from '../../../support/api.js';

const PASSWORD = 'correct horse battery';
const BACK = 'https://client.example/done?shop=1';

const verifierOf = (): string => randomBytes(32).toString('base64url');
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

const pathOf = (query: Readonly<Record<string, string>>): string =>
  `/oauth/v2/auth?${new URLSearchParams(query).toString()}`;

const locationOf = (answer: Answer): URL => new URL(answer.headers.get('location') ?? 'none:');

onEachApi(
  (api) => {
    let maker: Person;
    let user: Person;
    /** With a secret, and without one. */
    let shop: Body;
    let app: Body;
    beforeAll(async () => {
      [maker, user] = [await person(api), await person(api)];
      const make = async (body: object): Promise<Body> => (await maker.post('/oauth_clients', body)).body;
      shop = await make({ name: 'Shop & <b>co</b>', redirectUris: [BACK] });
      app = await make({ name: 'App', redirectUris: [BACK, 'com.example.app:/done'], isPublic: true });
      await setPassword(api, user.email, PASSWORD);
    });

    // one user signs in again and again, which the limits are not about
    beforeEach(() => api.db().transaction((transaction) => transaction.run('DELETE FROM attempts')));

    const asking = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
      response_type: 'code',
      client_id: shop.publicId as string,
      redirect_uri: BACK,
      state: 'a b&c=ü',
      ...more,
    });

    /** Signs in and lets the client in. @returns where the browser is sent. */
    async function consent(query: Readonly<Record<string, string>>): Promise<URL> {
      const browser = new Browser(api);
      const form = await browser.get(pathOf(query));
      const signedIn = await browser.press(form, 'sign-in', { email: user.email, password: PASSWORD });
      expect(signedIn.status).toBe(303);
      const question = await browser.get(signedIn.headers.get('location') ?? '');
      const said = await browser.press(question, 'allow');
      expect(said.status).toBe(303);
      return locationOf(said);
    }

    const codeFor = async (query: Readonly<Record<string, string>>): Promise<string> =>
      (await consent(query)).searchParams.get('code') ?? '';

    const token = (fields: Readonly<Record<string, string>>): Promise<Answer> =>
      sendForm(api, '/oauth/v2/token', fields);

    const exchange = (code: string, more: Readonly<Record<string, string>> = {}): Promise<Answer> =>
      token({
        grant_type: 'authorization_code',
        client_id: shop.publicId as string,
        client_secret: shop.secret as string,
        redirect_uri: BACK,
        code,
        ...more,
      });

    const refresh = (refresh_token: string, more: Readonly<Record<string, string>> = {}): Promise<Answer> =>
      token({
        grant_type: 'refresh_token',
        client_id: shop.publicId as string,
        client_secret: shop.secret as string,
        refresh_token,
        ...more,
      });

    /** What the server remembers of callers for two seconds. */
    const forgetScopes = (): void =>
      api.provider<Authenticator>(Authenticator as Type<Authenticator>).forget();

    const REFUSED = { status: 400, body: { error: 'invalid_grant' } };

    describe('the pages', () => {
      it('ask a visitor to sign in, and then to let the client in', async () => {
        const browser = new Browser(api);
        const form = await browser.get(pathOf(asking()));
        expect(form.status).toBe(200);
        expect(form.body).toContain('<strong>Shop &amp; &lt;b&gt;co&lt;/b&gt;</strong>');
        expect(form.body).toContain('<label for="password">');
        expect(form.body).not.toMatch(/<script|onclick|style=/);
        const policy = form.headers.get('content-security-policy') ?? '';
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("form-action 'self' https://client.example;");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toContain('unsafe');
        expect(form.headers.get('cache-control')).toBe('no-store');
        const [cookie] = form.headers.getSetCookie();
        expect(cookie).toMatch(/^waybill_form=[\w-]{22}; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax$/);
        const signedIn = await browser.press(form, 'sign-in', { email: user.email, password: PASSWORD });
        expect(signedIn.headers.getSetCookie()[0]).toMatch(/^waybill_session=.*; HttpOnly; SameSite=Lax$/);
        const question = await browser.get(signedIn.headers.get('location') ?? '');
        expect(question.body).toContain(`<strong>${user.email}</strong>`);
        expect(question.body).toContain('Let it in');
        expect(question.body).not.toContain('type="password"');
      });

      it('refuse a wrong password in the words for an unknown address', async () => {
        const browser = new Browser(api);
        const form = await browser.get(pathOf(asking()));
        for (const email of [user.email, 'nobody@example.com', maker.email]) {
          const answer = await browser.press(form, 'sign-in', { email, password: 'wrong' });
          expect(answer.status).toBe(403);
          expect(answer.body).toContain('<p role="alert">The address or the password is wrong.</p>');
        }
        expect((await browser.get(pathOf(asking()))).body).toContain('type="password"');
      });

      it('put off who guesses passwords', async () => {
        const browser = new Browser(api);
        const form = await browser.get(pathOf(asking()));
        const guess = { email: `guessed-${maker.email}`, password: 'wrong' };
        let answer = await browser.press(form, 'sign-in', guess);
        for (let times = 1; times <= 20; times++) answer = await browser.press(form, 'sign-in', guess);
        expect(answer.status).toBe(429);
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
        expect(answer.body).toContain('too many attempts');
      });

      it('take only forms of their own: no other browser, client or visitor', async () => {
        const [mine, other] = [new Browser(api), new Browser(api)];
        const form = await mine.get(pathOf(asking()));
        await other.get(pathOf(asking()));
        const credentials = { email: user.email, password: PASSWORD };
        expect((await other.press(form, 'sign-in', credentials)).status).toBe(403);
        expect((await mine.post(pathOf(asking()), { action: 'sign-in', ...credentials })).status).toBe(403);
        // the form of the visitor before does not let anybody in for the one now
        await mine.press(form, 'sign-in', credentials);
        expect((await mine.press(form, 'allow')).status).toBe(403);
        const question = await mine.get(pathOf(asking()));
        const elsewhere = pathOf(asking({ state: 'another' })).replaceAll('&', '&amp;');
        const moved = {
          ...question,
          body: (question.body as string).replace(/action="\/oauth[^"]+"/, `action="${elsewhere}"`),
        };
        expect((await mine.press(moved, 'allow')).status).toBe(403);
        expect((await mine.press(question, 'allow')).status).toBe(303);
      });

      it('send nobody to an address that is not the client’s own', async () => {
        const wrong: readonly Readonly<Record<string, string>>[] = [
          { client_id: 'nobody' },
          { client_id: '' },
          { redirect_uri: 'https://client.example/done' },
          { redirect_uri: `${BACK}&more=1` },
          { redirect_uri: 'https://evil.example/' },
        ];
        for (const query of wrong) {
          const answer = await new Browser(api).get(pathOf(asking(query)));
          expect(answer.status).toBe(400);
          expect(answer.headers.get('location')).toBeNull();
          expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
        }
        const two = await new Browser(api).get(
          pathOf({ response_type: 'code', client_id: app.publicId as string }),
        );
        expect(two.status).toBe(400);
      });

      it.each<[string, (ids: { app: string }) => Record<string, string>]>([
        ['unsupported_response_type', () => ({ response_type: 'token' })],
        ['invalid_request', () => ({ response_type: '' })],
        ['invalid_scope', () => ({ scope: 'read tracking:write' })],
        ['invalid_request', ({ app: client_id }) => ({ client_id })],
        ['invalid_request', () => ({ code_challenge: challengeOf('x'), code_challenge_method: 'plain' })],
        ['invalid_request', () => ({ code_challenge: 'short', code_challenge_method: 'S256' })],
        ['invalid_request', () => ({ code_challenge_method: 'S256' })],
      ])('tell the client %s when the user goes back to it, and send nobody there', async (error, wrong) => {
        const query = asking(wrong({ app: app.publicId as string }));
        const answer = await new Browser(api).get(pathOf(query));
        expect(answer.status).toBe(400);
        expect(answer.headers.get('location')).toBeNull();
        expect(answer.body).not.toMatch(/http-equiv|<script/);
        const link = /<a href="([^"]+)"/.exec(answer.body as string)?.[1] ?? '';
        const { origin, pathname, searchParams } = new URL(link.replaceAll('&amp;', '&'));
        expect(origin + pathname).toBe('https://client.example/done');
        expect(Object.fromEntries(searchParams)).toMatchObject({
          shop: '1',
          error,
          state: 'a b&c=ü',
          iss: 'http://localhost:0',
        });
        expect(searchParams.get('code')).toBeNull();
      });

      it('tell the client that the user said no', async () => {
        const browser = new Browser(api);
        const form = await browser.get(pathOf(asking()));
        await browser.press(form, 'sign-in', { email: user.email, password: PASSWORD });
        const answer = await browser.press(await browser.get(pathOf(asking())), 'deny');
        const { searchParams } = locationOf(answer);
        expect(Object.fromEntries(searchParams)).toEqual({
          shop: '1',
          error: 'access_denied',
          state: 'a b&c=ü',
          iss: 'http://localhost:0',
        });
      });

      it('end a session on the server when the visitor signs out', async () => {
        const [browser, thief] = [new Browser(api), new Browser(api)];
        const form = await browser.get(pathOf(asking()));
        await browser.press(form, 'sign-in', { email: user.email, password: PASSWORD });
        thief.cookies = new Map(browser.cookies);
        const question = await thief.get(pathOf(asking()));
        expect(question.body).toContain('Let it in');
        await browser.press(await browser.get(pathOf(asking())), 'sign-out');
        expect((await thief.get(pathOf(asking()))).body).toContain('type="password"');
        expect((await thief.press(question, 'allow')).status).toBe(403);
      });

      it('know no session by its number or by anything that the database holds', async () => {
        const browser = new Browser(api);
        await browser.press(await browser.get(pathOf(asking())), 'sign-in', {
          email: user.email,
          password: PASSWORD,
        });
        const cookie = browser.cookies.get('waybill_session') ?? '';
        expect(cookie).toMatch(/^[a-z2-7]{52}$/);
        expect(JSON.stringify(await allRows(api.db()))).not.toContain(cookie);
      });

      it('forget a visitor with the password', async () => {
        const somebody = await person(api);
        await setPassword(api, somebody.email, PASSWORD);
        const browser = new Browser(api);
        const form = await browser.get(pathOf(asking()));
        await browser.press(form, 'sign-in', { email: somebody.email, password: PASSWORD });
        expect((await browser.get(pathOf(asking()))).body).toContain('Let it in');
        await setPassword(api, somebody.email, 'another password');
        expect((await browser.get(pathOf(asking()))).body).toContain('type="password"');
      });
    });

    describe('a code', () => {
      it('is exchanged for tokens of the user, once; a second time ends them', async () => {
        const back = await consent(asking());
        expect(back.searchParams.get('state')).toBe('a b&c=ü');
        expect(back.searchParams.get('shop')).toBe('1');
        expect(back.searchParams.get('iss')).toBe('http://localhost:0');
        const code = back.searchParams.get('code') ?? '';
        const answer = await exchange(code);
        expect(answer).toMatchObject({
          status: 200,
          body: {
            access_token: expect.any(String),
            refresh_token: expect.stringMatching(/^[a-z2-7]{52}$/),
            expires_in: 3600,
            token_type: 'bearer',
            scope: 'read write',
            user_id: user.id,
            user_email: user.email,
          },
        });
        expect(answer.headers.get('cache-control')).toBe('no-store');
        const program = client(api.url(), answer.body.access_token as string);
        expect((await program.get(`/users/${user.id}`)).status).toBe(200);
        expect(await exchange(code)).toMatchObject(REFUSED);
        forgetScopes();
        expect((await program.get(`/users/${user.id}`)).status).toBe(401);
        expect(await refresh(answer.body.refresh_token as string)).toMatchObject(REFUSED);
      });

      it('is good for one of several exchanges at the same moment', async () => {
        const code = await codeFor(asking());
        const answers = await Promise.all([exchange(code), exchange(code), exchange(code)]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
      });

      it.each<[string, Record<string, string>]>([
        ['another redirect_uri', { redirect_uri: 'https://client.example/' }],
        ['a verifier that was not announced', { code_verifier: verifierOf() }],
      ])('is refused with %s', async (_, more) => {
        expect(await exchange(await codeFor(asking()), more)).toMatchObject(REFUSED);
      });

      it('is refused without the redirect_uri, from another client, with a wrong secret, and later', async () => {
        const code = await codeFor(asking());
        const bare = await token({
          grant_type: 'authorization_code',
          client_id: shop.publicId as string,
          client_secret: shop.secret as string,
          code,
        });
        expect(bare).toMatchObject(REFUSED);
        const other = (await maker.post('/oauth_clients', { name: 'Other', redirectUris: [BACK] })).body;
        const foreign = { client_id: other.publicId as string, client_secret: other.secret as string };
        expect(await exchange(code, foreign)).toMatchObject(REFUSED);
        const wrong = { status: 400, body: { error: 'invalid_client' } };
        expect(await exchange(code, { client_secret: 'wrong' })).toMatchObject(wrong);
        expect(await exchange(code, { client_secret: '' })).toMatchObject(wrong);
        api.setTime(Date.now() + 5 * 60_000);
        try {
          expect(await exchange(code)).toMatchObject(REFUSED);
        } finally {
          api.setTime(undefined);
        }
      });

      it('needs no redirect_uri where the client has just one', async () => {
        const { redirect_uri, ...rest } = asking();
        expect(redirect_uri).toBe(BACK);
        const code = await codeFor(rest);
        expect((await exchange(code)).status).toBe(200);
      });

      it('carries no more rights than were asked for', async () => {
        const { body } = await exchange(await codeFor(asking({ scope: 'read' })));
        expect(body.scope).toBe('read');
        const program = client(api.url(), body.access_token as string);
        expect((await program.get('/workspaces')).status).toBe(200);
        expect((await program.post('/teams', { name: 'My team' })).status).toBe(403);
      });

      it('does not let a client manage the user', async () => {
        const { body } = await exchange(await codeFor(asking({ scope: 'user' })));
        const program = client(api.url(), body.access_token as string);
        const take = await program.put(`/users/${user.id}`, { plainPassword: 'taken over' });
        expect(take.status).toBe(403);
        expect((await program.post('/oauth_clients', { name: 'Spy', redirectUris: [] })).status).toBe(403);
        expect((await program.get('/oauth_clients')).body['hydra:member']).toEqual([]);
      });

      it('works for a client that sends Basic credentials', async () => {
        const code = await codeFor(asking());
        const answer = await sendForm(
          api,
          '/oauth/v2/token',
          { grant_type: 'authorization_code', code, redirect_uri: BACK },
          { authorization: `Basic ${btoa(`${shop.publicId}:${shop.secret}`)}` },
        );
        expect(answer.status).toBe(200);
      });
    });

    describe('a client without a secret', () => {
      it('gets tokens with the verifier of its challenge alone', async () => {
        const verifier = verifierOf();
        const query = asking({
          client_id: app.publicId as string,
          redirect_uri: 'com.example.app:/done',
          code_challenge: challengeOf(verifier),
          code_challenge_method: 'S256',
        });
        const back = await consent(query);
        expect(back.href).toMatch(/^com\.example\.app:\/done\?code=/);
        const code = back.searchParams.get('code') ?? '';
        const shown = (more: Record<string, string>): Promise<Answer> =>
          token({
            grant_type: 'authorization_code',
            client_id: app.publicId as string,
            redirect_uri: 'com.example.app:/done',
            code,
            ...more,
          });
        expect(await shown({})).toMatchObject(REFUSED);
        expect(await shown({ code_verifier: verifierOf() })).toMatchObject(REFUSED);
        expect(await shown({ code_verifier: 'short' })).toMatchObject({ body: { error: 'invalid_request' } });
        const answer = await shown({ code_verifier: verifier });
        expect(answer.status).toBe(200);
        const next = await token({
          grant_type: 'refresh_token',
          client_id: app.publicId as string,
          refresh_token: answer.body.refresh_token as string,
        });
        expect(next.status).toBe(200);
      });
    });

    describe('a refresh token', () => {
      it('gets new tokens once; used again, it ends all of them', async () => {
        const first = (await exchange(await codeFor(asking()))).body;
        const second = (await refresh(first.refresh_token as string)).body;
        expect(second.refresh_token).not.toBe(first.refresh_token);
        const third = (await refresh(second.refresh_token as string)).body;
        const program = client(api.url(), third.access_token as string);
        expect((await program.get('/workspaces')).status).toBe(200);
        expect(await refresh(first.refresh_token as string)).toMatchObject(REFUSED);
        expect(await refresh(third.refresh_token as string)).toMatchObject(REFUSED);
        forgetScopes();
        expect((await program.get('/workspaces')).status).toBe(401);
      });

      it('is used again: what it and its successors gave is over at once', async () => {
        const first = (await exchange(await codeFor(asking()))).body;
        const second = (await refresh(first.refresh_token as string)).body;
        const programs = [first, second].map((each: Body) => client(api.url(), each.access_token as string));
        for (const program of programs) expect((await program.get('/workspaces')).status).toBe(200);
        expect(await refresh(first.refresh_token as string)).toMatchObject(REFUSED);
        for (const program of programs) expect((await program.get('/workspaces')).status).toBe(401);
      });

      it('is over half a year after the user said yes, however often it was used', async () => {
        const day = 86_400_000;
        const start = Date.now();
        let token = (await exchange(await codeFor(asking()))).body.refresh_token as string;
        try {
          for (const days of [50, 100, 150, 179]) {
            api.setTime(start + days * day);
            const next = await refresh(token);
            expect({ days, status: next.status }).toEqual({ days, status: 200 });
            token = next.body.refresh_token as string;
          }
          api.setTime(start + 181 * day);
          expect(await refresh(token)).toMatchObject(REFUSED);
        } finally {
          api.setTime(undefined);
        }
      });

      it('belongs to its client', async () => {
        const { refresh_token } = (await exchange(await codeFor(asking()))).body;
        const other = (await maker.post('/oauth_clients', { name: 'Other', redirectUris: [] })).body;
        const foreign = { client_id: other.publicId as string, client_secret: other.secret as string };
        expect(await refresh(refresh_token as string, foreign)).toMatchObject(REFUSED);
        expect((await refresh(refresh_token as string)).status).toBe(200);
      });

      it.each(['', 'nope', 'x'.repeat(300)])('is not "%s"', async (wrong) => {
        expect((await refresh(wrong)).status).toBe(400);
      });
    });

    it('codes and refresh tokens are kept as hashes alone', async () => {
      const code = await codeFor(asking());
      const { refresh_token, access_token } = (await exchange(code)).body;
      const everything = JSON.stringify(await allRows(api.db()));
      for (const secret of [code, refresh_token, access_token, PASSWORD])
        expect(everything).not.toContain(secret);
    });
  },
  { TEST_ENDPOINTS: '1' },
);

onEachApi(
  (api) => {
    it('cookies are for TLS alone where the server is reached over it', async () => {
      const maker = await person(api);
      const { body } = await maker.post('/oauth_clients', { name: 'Shop', redirectUris: [BACK] });
      const form = await new Browser(api).get(
        pathOf({ response_type: 'code', client_id: body.publicId as string }),
      );
      expect(form.headers.getSetCookie()[0]).toMatch(/^__Host-waybill_form=.*; SameSite=Lax; Secure$/);
    });
  },
  { TEST_ENDPOINTS: '1', PUBLIC_URL: 'https://waybill.example' },
);
