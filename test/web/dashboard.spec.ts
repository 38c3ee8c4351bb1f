import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { person, setPassword, type Person } from '../support/accounts.js';
import { type Body, onEachApi, type TenantClient } from '../support/api.js';
import { hasBrowser, openBrowser, type Visit } from '../support/browser.js';
import { openDashboard } from '../support/dashboard.js';

// a browser each, on a machine that may be busy
jest.setTimeout(180_000);

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const PASSWORD = 'correct horse battery';

onEachApi(
  (api) => {
    let tenant: TenantClient;
    beforeAll(async () => {
      tenant = await api.tenant(['Main shop']);
    });

    describe('what is served', () => {
      it('a browser that opens the root is led to the dashboard, and a program is not', async () => {
        const led = await api.anonymous().send('GET', '/', { headers: BROWSER, redirect: 'manual' });
        expect([led.status, led.headers.get('location')]).toEqual([303, '/app']);
        for (const accept of ['*/*', 'application/json', 'application/ld+json, text/html;q=0.5'])
          expect((await api.anonymous().get('/', { accept })).body['@type']).toBe('Entrypoint');
      });

      it('the page runs its own files alone, and every path of it is the page', async () => {
        for (const each of ['/app', '/app/', '/app/w/none/shipments', '/app/some.csv']) {
          const { status, headers, body } = await api.anonymous().get(each, BROWSER);
          expect(status).toBe(200);
          expect(body).toContain('<div id="root">');
          const policy = headers.get('content-security-policy') ?? '';
          expect(policy).toContain("script-src 'self';");
          expect(policy).not.toMatch(/unsafe|https?:/);
          const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
          expect(body).toContain(`nonce="${nonce}"`);
          expect(headers.get('cache-control')).toBe('no-store');
        }
        const [one, other] = [await api.anonymous().get('/app'), await api.anonymous().get('/app')];
        expect(one.headers.get('content-security-policy')).not.toBe(
          other.headers.get('content-security-policy'),
        );
      });

      it('files are compressed and kept for good; there are no others', async () => {
        const { body } = await api.anonymous().get('/app');
        const script = /src="(\/app\/assets\/index-[^"]+\.js)"/.exec(body as string)?.[1] ?? '';
        const { headers, status } = await api.anonymous().get(script, { 'accept-encoding': 'br' });
        expect(status).toBe(200);
        expect(headers.get('content-encoding')).toBe('br');
        expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        for (const each of ['none.js', '..%2findex.html', '.built-from'])
          expect((await api.anonymous().get(`/app/assets/${each}`)).status).toBe(404);
      });
    });

    if (!hasBrowser()) return;

    describe('signing in', () => {
      let user: Person;
      let visit: Visit;
      beforeAll(async () => {
        user = await person(api);
        await setPassword(api, user.email, PASSWORD);
        visit = await openBrowser();
      });
      afterAll(() => visit.close());

      const cookies = async (): Promise<string> =>
        (await visit.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

      it('goes over the form for the password and leads to a first workspace', async () => {
        const { page } = visit;
        await page.goto(`${api.url()}/app/welcome`);
        await page.getByLabel('E-mail address').fill(user.email);
        await page.getByLabel('Password').fill(PASSWORD);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('heading', { name: 'Your first workspace' }).waitFor();
        expect(page.url()).toBe(`${api.url()}/app/welcome`);
        await page.getByLabel('Name of your team').fill('Tea and co');
        await page.getByLabel('Name of the workspace').fill('<>');
        await page.getByRole('button', { name: 'Create the workspace' }).click();
        await page.getByText('This value is not valid.').waitFor();
        await page.getByLabel('Name of the workspace').fill('Tea shop');
        await page.getByRole('button', { name: 'Create the workspace' }).click();
        await page.getByRole('heading', { name: 'Begin here' }).waitFor();
      });

      it('shows a new client’s secret once, in requests that work', async () => {
        const { page } = visit;
        await page.getByPlaceholder('Name of the program').fill('Robot');
        await page.getByRole('button', { name: 'Make client' }).click();
        const id = await page.getByRole('group', { name: 'Client id' }).innerText();
        const secret = await page.getByRole('group', { name: 'Client secret' }).innerText();
        const robot = await api.as({ clientId: id.trim(), clientSecret: secret.trim() });
        expect((await robot.get('/workspaces')).body['hydra:member']).toMatchObject([{ title: 'Tea shop' }]);
      });

      it('leaves no token where a script could read it, and runs no script from elsewhere', async () => {
        const { page } = visit;
        const readable = await page.evaluate<string>(
          'JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, location.href])',
        );
        expect(readable).not.toMatch(/eyJ|token|[a-z2-7]{52}/);
        expect(await cookies()).toMatch(/waybill_dashboard=[a-z2-7]{52}/);
        const hasRun = await page.evaluate<boolean>(`(() => {
          const script = document.createElement('script');
          script.textContent = 'window.hasRun = true';
          document.body.append(script);
          return 'hasRun' in window;
        })()`);
        expect(hasRun).toBe(false);
      });

      it('lasts over a reload, and ends in every tab with the session', async () => {
        const { page } = visit;
        await page.reload();
        await page.getByRole('heading', { name: 'Overview' }).waitFor();
        const renew = async (cookie: string): Promise<Body> =>
          (
            await api
              .anonymous()
              .post('/oauth/v2/session', '', { cookie, 'content-type': 'application/json' })
          ).body;
        const before = await cookies();
        const { access_token: token } = await renew(before);
        const bearer = { authorization: `Bearer ${token as string}` };
        expect((await api.anonymous().get('/workspaces', bearer)).status).toBe(200);
        const second = await page.context().newPage();
        await second.goto(`${api.url()}/app`);
        await second.getByRole('heading', { name: 'Overview' }).waitFor();
        await page.getByRole('button', { name: 'Your account' }).click();
        await page.getByRole('menuitem', { name: 'Sign out' }).click();
        await page.getByLabel('Password').waitFor();
        await second.getByLabel('Password').waitFor();
        await second.close();
        expect((await api.anonymous().get('/workspaces', bearer)).status).toBe(401);
        expect((await renew(before)).access_token).toBeNull();
      });
    });

    describe('a session', () => {
      it('is not given for a code of another browser, nor twice for one link', async () => {
        const answer = await api.anonymous().get('/oauth/v2/session/callback?code=x&state=y');
        expect(answer.status).toBe(403);
        const visit = await openDashboard(api, tenant);
        const link = visit.requests[0] ?? '';
        await visit.close();
        expect((await fetch(link, { redirect: 'manual' })).status).toBe(403);
      });

      it('goes nowhere but back to the dashboard', async () => {
        for (const target of ['https://evil.example/app', '//evil.example/app', '/docs', '/app/../docs']) {
          const query = new URLSearchParams({ return_to: target }).toString();
          const { headers } = await api
            .anonymous()
            .send('GET', `/oauth/v2/session/start?${query}`, { redirect: 'manual' });
          const kept =
            /waybill_signin=([^;]*)/.exec(headers.get('set-cookie') ?? '')?.[1]?.split('.')[2] ?? '';
          expect(Buffer.from(kept, 'base64url').toString()).toBe('/app');
        }
        const asked = new URLSearchParams({
          response_type: 'code',
          client_id: 'waybill-dashboard',
          redirect_uri: 'https://evil.example/oauth/v2/session/callback',
          code_challenge: 'x'.repeat(43),
          code_challenge_method: 'S256',
        });
        expect((await api.anonymous().get(`/oauth/v2/auth?${asked.toString()}`, BROWSER)).status).toBe(400);
      });
    });
  },
  { TEST_ENDPOINTS: '1' },
);
