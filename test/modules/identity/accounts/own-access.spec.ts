import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { apiDocument } from '../../../../src/app/api-document.js';
import { person, sendForm, setPassword, type Person } from '../../../support/accounts.js';
import { client, onEachApi, signIn, type Answer, type Body, type Client } from '../../../support/api.js';
import { Documented } from '../../../support/documented.js';
import { Browser } from '../../../support/pages.js';

const PASSWORD = 'correct horse battery';
const BACK = 'https://client.example/done';

const documented = new Documented(apiDocument('http://localhost:3000'));

onEachApi(
  (api) => {
    let user: Person;
    let shop: Body;
    beforeAll(async () => {
      user = await person(api);
      await setPassword(api, user.email, PASSWORD);
      user = { ...user, ...(await again(user)) };
      const made = await user.post('/oauth_clients', { name: 'Shop', redirectUris: [BACK] });
      shop = made.body;
    });
    beforeEach(() => api.db().transaction((transaction) => transaction.run('DELETE FROM attempts')));

    /** Another token of the same person. */
    async function again({ email }: Person): Promise<Client & { token: string }> {
      const { body } = await api.anonymous().get(`/public/user-confirmation-link/${email}`);
      const code = (body.link as string).split('/').at(-1);
      const answer = await api.anonymous().post('/security/verify-email', { code });
      const token = answer.body.token.access_token as string;
      return { token, ...client(api.url(), token) };
    }

    const auth = (): string =>
      `/oauth/v2/auth?${new URLSearchParams({ response_type: 'code', client_id: shop.publicId as string }).toString()}`;

    async function browser(): Promise<Browser> {
      const visitor = new Browser(api);
      const credentials = { email: user.email, password: PASSWORD };
      expect((await visitor.press(await visitor.get(auth()), 'sign-in', credentials)).status).toBe(303);
      return visitor;
    }
    const isSignedIn = async (visitor: Browser): Promise<boolean> =>
      ((await visitor.get(auth())).body as string).includes('Let it in');

    /** Lets the shop in. @returns its tokens. */
    async function letIn(visitor: Browser): Promise<Body> {
      const said = await visitor.press(await visitor.get(auth()), 'allow');
      const code = new URL(said.headers.get('location') ?? '').searchParams.get('code') ?? '';
      return (await token({ grant_type: 'authorization_code', code })).body;
    }
    const token = (fields: Record<string, string>): Promise<Answer> =>
      sendForm(api, '/oauth/v2/token', {
        client_id: shop.publicId as string,
        client_secret: shop.secret as string,
        ...fields,
      });

    const path = (what: string): string => `/users/${user.id}/${what}`;
    const sessions = async (): Promise<Body[]> => {
      const answer = await user.get(path('sessions'));
      expect(answer.status).toBe(200);
      expect(documented.deviations('GET', '/users/{id}/sessions', answer)).toEqual([]);
      return answer.body as Body[];
    };

    describe('a user', () => {
      it('sees where it is signed in, and ends one of them', async () => {
        const [one, other] = [await browser(), await browser()];
        const list = await sessions();
        expect(list.filter(({ isCurrent }) => isCurrent as boolean)).toEqual([
          expect.objectContaining({ kind: 'program', userAgent: null }),
        ]);
        expect(list[0]).toEqual({
          id: expect.stringMatching(/^[\da-f-]{36}$/),
          kind: 'browser',
          userAgent: expect.any(String),
          createdAt: expect.stringMatching(/\+00:00$/),
          expiresAt: expect.stringMatching(/\+00:00$/),
          isCurrent: false,
        });
        // the newest is first
        expect((await user.delete(path(`sessions/${list[0].id}`))).status).toBe(204);
        expect([await isSignedIn(one), await isSignedIn(other)]).toEqual([true, false]);
        expect((await user.delete(path(`sessions/${list[0].id}`))).status).toBe(404);
      });

      it('ends all but the one that it asks with', async () => {
        const [visitor, second] = [await browser(), await again(user)];
        expect((await second.get(path('sessions'))).status).toBe(200);
        expect((await user.delete(path('sessions'))).status).toBe(204);
        expect(await isSignedIn(visitor)).toBe(false);
        expect((await second.get(path('sessions'))).status).toBe(401);
        expect(await sessions()).toEqual([expect.objectContaining({ isCurrent: true })]);
      });

      it('sees a session no longer that was signed out of', async () => {
        const visitor = await browser();
        const before = (await sessions()).length;
        await visitor.press(await visitor.get(auth()), 'sign-out');
        expect(await sessions()).toHaveLength(before - 1);
      });

      it('sees the apps that it has let in, and ends all that one may do', async () => {
        const visitor = await browser();
        const [first, second] = [await letIn(visitor), await letIn(visitor)];
        const answer = await user.get(path('apps'));
        expect(documented.deviations('GET', '/users/{id}/apps', answer)).toEqual([]);
        expect(answer.body).toEqual([
          {
            client: shop.publicId,
            name: 'Shop',
            scopes: ['read', 'write'],
            createdAt: expect.stringMatching(/\+00:00$/),
            expiresAt: expect.stringMatching(/\+00:00$/),
          },
        ]);
        const programs = [first, second].map((each) => client(api.url(), each.access_token as string));
        for (const program of programs) expect((await program.get('/workspaces')).status).toBe(200);
        expect((await user.delete(path(`apps/${shop.publicId}`))).status).toBe(204);
        for (const program of programs) expect((await program.get('/workspaces')).status).toBe(401);
        for (const { refresh_token } of [first, second]) {
          const refused = await token({
            grant_type: 'refresh_token',
            refresh_token: refresh_token as string,
          });
          expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
        }
        expect((await user.get(path('apps'))).body).toEqual([]);
        expect((await user.delete(path(`apps/${shop.publicId}`))).status).toBe(404);
        // the client itself goes on
        const own = { clientId: shop.publicId as string, clientSecret: shop.secret as string };
        expect((await (await signIn(api.url(), own)).get('/workspaces')).status).toBe(200);
      });
    });

    it('nobody else sees or ends anything of it', async () => {
      const stranger = await person(api);
      const app = client(api.url(), (await letIn(await browser())).access_token as string);
      const [{ id }] = (await sessions()) as [Body];
      for (const what of ['sessions', 'apps'])
        for (const [by, status] of [
          [stranger, 404],
          [app, 403],
          [api.anonymous(), 401],
        ] as const)
          expect((await by.get(path(what))).status).toBe(status);
      for (const what of ['sessions', `sessions/${id}`, `apps/${shop.publicId}`]) {
        expect((await stranger.delete(path(what))).status).toBe(404);
        expect((await app.delete(path(what))).status).toBe(403);
        // nor under its own name
        const own = `/users/${stranger.id}/${what}`;
        if (what !== 'sessions') expect((await stranger.delete(own)).status).toBe(404);
      }
      expect((await sessions()).map((each) => each.id as string)).toContain(id);
      expect((await user.get(path('apps'))).body).toHaveLength(1);
    });
  },
  { TEST_ENDPOINTS: '1' },
);
