import { beforeAll, describe, expect, it } from '@jest/globals';
import { apis } from '../../../src/app/api-document.js';
import { linkFor, newAddress, type Person, person, sendForm, setPassword } from '../../support/accounts.js';
import { type Answer, onEachApi, type TenantClient } from '../../support/api.js';
import { Browser } from '../../support/pages.js';

const PASSWORD = 'correct horse battery';
const BACK = 'https://client.example/back';
const READER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** What every page of the server says, beside its content security policy. */
const SAID = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'deny',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
};

/** The directives of a policy. */
const directivesOf = ({ headers }: Answer): Record<string, string> =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split('; ').map((each) => {
      const [name = '', ...sources] = each.split(' ');
      return [name, sources.join(' ')];
    }),
  );

function expectGuarded(answer: Answer): void {
  expect(Object.fromEntries(Object.keys(SAID).map((name) => [name, answer.headers.get(name)]))).toEqual(SAID);
  const policy = directivesOf(answer);
  expect(policy).toMatchObject({ 'default-src': "'none'", 'frame-ancestors': "'none'" });
  expect(Object.keys(policy)).toEqual(expect.arrayContaining(['base-uri', 'form-action']));
  expect(Object.values(policy).join(' ')).not.toMatch(/unsafe|\*|http:/);
}

onEachApi(
  (api) => {
    let user: Person;
    let tenant: TenantClient;
    let asking: string;
    beforeAll(async () => {
      [user, tenant] = [await person(api), await api.tenant()];
      await setPassword(api, user.email, PASSWORD);
      const { body } = await user.post('/oauth_clients', { name: 'Shop', redirectUris: [BACK] });
      const query = { response_type: 'code', client_id: body.publicId as string, redirect_uri: BACK };
      asking = `/oauth/v2/auth?${new URLSearchParams(query).toString()}`;
    });

    const read = (path: string): Promise<Answer> => api.anonymous().get(path, READER);

    /** A page of the server's own, which nobody keeps. */
    const expectOwnPage = (answer: Answer, status: number): void => {
      expect(answer.status).toBe(status);
      expectGuarded(answer);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(directivesOf(answer)['script-src']).toBeUndefined();
    };

    it('the pages that sign in, that refuse and that ask for consent are guarded', async () => {
      const browser = new Browser(api);
      const form = await browser.get(asking);
      expectOwnPage(form, 200);
      expect(directivesOf(form)['form-action']).toBe("'self' https://client.example");
      const refused = await browser.press(form, 'sign-in', { email: user.email, password: 'wrong' });
      expectOwnPage(refused, 403);
      const signedIn = await browser.press(form, 'sign-in', { email: user.email, password: PASSWORD });
      expect(signedIn.headers.get('referrer-policy')).toBe('no-referrer');
      expectOwnPage(await browser.get(signedIn.headers.get('location') ?? ''), 200);
      expectOwnPage(await browser.get(asking.replace('client_id', 'client')), 400);
      expectOwnPage(await sendForm(api, asking, { token: 'forged', action: 'allow' }), 403);
    });

    it('the pages around passwords and mailed links are guarded', async () => {
      const email = newAddress();
      await sendForm(api, '/security/password', { email: user.email });
      const { pathname } = new URL(await linkFor(api, user.email));
      expectOwnPage(await read('/security/password'), 200);
      expectOwnPage(await sendForm(api, '/security/password', { email }), 200);
      expectOwnPage(await sendForm(api, '/security/password', { email: 'none' }), 400);
      expectOwnPage(await read(pathname), 200);
      expectOwnPage(await sendForm(api, pathname, { password: 'short' }), 400);
      expectOwnPage(await sendForm(api, pathname, { password: `${PASSWORD} again` }), 200);
      expectOwnPage(await read(pathname), 404);
    });

    it('the page that customers see is guarded, and search engines keep out', async () => {
      const page = await tenant.make('/tracking_pages', {
        workspace: tenant.workspace,
        title: 'Parcels',
        subdomain: `guarded-${String(Math.random()).slice(2)}`,
      });
      const body = { trackingPageId: page.id as string, filter: {} };
      const link = await tenant.post('/generate_tracking_page_link', body);
      for (const [path, status] of [
        [new URL(JSON.stringify(link.body).match(/\/public\/[^"\\]*/)?.[0] ?? '', api.url()).pathname, 200],
        ['/public/tracking_page_links/nothing', 404],
      ] as const) {
        const answer = await read(path);
        expectOwnPage(answer, status);
        expect(answer.headers.get('x-robots-tag')).toBe('noindex');
      }
    });

    describe.each(apis)('the page $path', ({ path }) => {
      it('is guarded, also in a 304, and so are its files', async () => {
        const page = await read(path);
        expect(page.status).toBe(200);
        expectGuarded(page);
        const { status, headers } = await api.anonymous().get(path, {
          ...READER,
          'if-none-match': page.headers.get('etag') ?? '',
        });
        expect(status).toBe(304);
        expect(headers.get('content-security-policy')).toBe(page.headers.get('content-security-policy'));
        const files = [...(page.body as string).matchAll(/(?:src|href)="(\/docs\/[^"]+\?v=[^"]+)"/g)];
        expect(files).toHaveLength(5);
        for (const [, file = ''] of files) {
          const answer = await read(file);
          expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
          expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
        }
      });
    });

    it('what is refused before there is a page says that it is no page', async () => {
      for (const path of ['/nothing', '/docs/nothing.js', '/%', '/oauth/v2/nothing']) {
        const { status, headers } = await read(path);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(headers.get('content-type')).toMatch(/json/);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('x-frame-options')).toBe('deny');
      }
    });
  },
  { TEST_ENDPOINTS: '1', PUBLIC_URL: 'https://waybill.example.com' },
);
