import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { withoutLinks } from '../../../../src/modules/mail/without-links.js';
import { createTenant } from '../../../../src/modules/identity/tenants/create-tenant.js';
import { LinkMail } from '../../../../src/modules/tracking-pages/link-mail.js';
import { mailsTo, newAddress, person, setPassword, type Person } from '../../../support/accounts.js';
import { onEachApi, type Answer, type Body } from '../../../support/api.js';
import { Browser } from '../../../support/pages.js';

const PASSWORD = 'correct horse battery';
const BACK = 'https://client.example/done';

/** Requests from a network; the server trusts the proxy that says so. */
const from = (ip: string): Record<string, string> => ({ 'x-forwarded-for': ip });
const codeOf = (text: string): string => /verify-email\/([a-z2-7]+)/.exec(text)?.[1] ?? '';

describe('text of tenants in mail', () => {
  it.each([
    ['Win at https://evil.example/x?y=1 now', 'Win at [link] now'],
    ['HTTP://EVIL.example', '[link]'],
    ['www.evil.example/x', '[link]'],
    ['javascript://evil', '[link]'],
    ['mailto:win@evil.example', '[link]'],
    ['evil.example/x', 'evil. example/x'],
    ['win@evil.example', 'win@evil. example'],
    ['bücher.de', 'bücher. de'],
    ['evil。example', 'evil. example'],
    ['1.5 kg, 12.50 EUR, St. James, A-100', '1.5 kg, 12.50 EUR, St. James, A-100'],
  ])('%j becomes %j', (text, plain) => {
    expect(withoutLinks(text)).toBe(plain);
  });
});

onEachApi(
  (api) => {
    async function newTeam(): Promise<{ iri: string; owner: Person }> {
      const owner = await person(api);
      const { body } = await owner.post('/workspaces', { team: { name: 'Team' }, title: 'Shop' });
      return { iri: body.team['@id'] as string, owner };
    }
    const resend = (email: string, headers: Record<string, string>): Promise<Answer> =>
      api.anonymous().post('/security/resend-email', { email }, headers);

    describe('a stranger', () => {
      it('who asks for mails again and again stops neither the user elsewhere nor an invitation', async () => {
        const { iri, owner } = await newTeam();
        const email = newAddress();
        await api.anonymous().post('/security/signup', { email }, from('198.51.100.1'));
        const answers = [];
        for (let times = 0; times < 40; times++)
          answers.push((await resend(email, from('198.51.100.2'))).status);
        expect(answers.slice(0, 5)).toEqual([201, 201, 201, 201, 201]);
        expect(new Set(answers.slice(5))).toEqual(new Set([429]));
        expect((await resend(email, from('198.51.100.3'))).status).toBe(201);
        expect((await owner.post(`${iri}/members`, { email, role: 'member' })).status).toBe(201);
      });

      it('cannot have one address flooded from many networks', async () => {
        const email = newAddress();
        await api.anonymous().post('/security/signup', { email }, from('198.51.100.10'));
        const answers = [];
        for (let network = 0; network < 30; network++)
          answers.push((await resend(email, from(`192.0.2.${network}`))).status);
        expect(answers.filter((status) => status === 201).length).toBeLessThan(20);
        expect(answers.at(-1)).toBe(429);
      });

      it('who tries wrong passwords locks out neither other networks nor devices that are known', async () => {
        const user = await person(api);
        await setPassword(api, user.email, PASSWORD);
        const shop = (await user.post('/oauth_clients', { name: 'Shop', redirectUris: [BACK] })).body;
        const query = { response_type: 'code', client_id: shop.publicId as string, redirect_uri: BACK };
        const path = `/oauth/v2/auth?${new URLSearchParams(query).toString()}`;
        const signIn = async (browser: Browser, password: string): Promise<number> => {
          const form = await browser.get(path);
          return (await browser.press(form, 'sign-in', { email: user.email, password })).status;
        };
        const known = new Browser(api, from('198.51.100.20'));
        expect(await signIn(known, PASSWORD)).toBe(303);
        const stranger = new Browser(api, from('198.51.100.20'));
        const answers = [];
        for (let times = 0; times < 21; times++) answers.push(await signIn(stranger, 'wrong'));
        expect([answers[0], answers.at(-1)]).toEqual([403, 429]);
        expect(await signIn(new Browser(api, from('198.51.100.20')), PASSWORD)).toBe(429);
        expect(await signIn(new Browser(api, from('198.51.100.21')), PASSWORD)).toBe(303);
        // the same network, and the browser in which the user has signed in before
        known.cookies.delete('waybill_session');
        expect(await signIn(known, PASSWORD)).toBe(303);
        // a cookie is good for nobody else
        const other = await person(api);
        await setPassword(api, other.email, PASSWORD);
        known.cookies.delete('waybill_session');
        const form = await known.get(path);
        const tried = await known.press(form, 'sign-in', { email: other.email, password: 'wrong' });
        expect(tried.status).toBe(403);
      });
    });

    describe('an invitation', () => {
      it('is sent to one address, and by one team, only so often', async () => {
        const { iri, owner } = await newTeam();
        const invite = (email: string): Promise<Answer> =>
          owner.post(`${iri}/members`, { email, role: 'member' });
        const email = newAddress();
        for (let times = 0; times < 5; times++) expect((await invite(email)).status).toBe(201);
        const refused = await invite(email);
        expect(refused.status).toBe(429);
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3600);
        const statuses = [];
        for (let others = 0; others < 100; others++) statuses.push((await invite(newAddress())).status);
        expect(statuses[0]).toBe(201);
        expect(statuses.at(-1)).toBe(429);
        expect((await (await newTeam()).owner.get('/teams')).status).toBe(200);
      });

      it('joins a team and opens nothing else, for whoever has an account as well', async () => {
        const { iri, owner } = await newTeam();
        const user = await person(api);
        await setPassword(api, user.email, PASSWORD);
        await user.put(`/users/${user.id}`, { firstName: 'Secret' });
        await owner.post(`${iri}/members`, { email: user.email, role: 'member' });
        const mail = (await mailsTo(api, user.email)).find(({ subject }) => subject === 'Invitation to Team');
        const code = codeOf(mail?.text ?? '');
        const page = await api.anonymous().get(`/security/verify-email/${code}`);
        expect(page.body).not.toContain('type="password"');
        const answer = await api.anonymous().post('/security/verify-email', { code });
        expect(answer).toMatchObject({
          status: 200,
          body: { token: null, user: { id: user.id, email: user.email, firstName: null, teams: [iri] } },
        });
        expect(JSON.stringify(answer.body)).not.toContain('access_token');
        expect((await owner.get(`${iri}/members`)).body).toHaveLength(2);
        expect((await api.anonymous().post('/security/verify-email', { code })).status).toBe(400);
      });

      it('sets no password of an account that is used already', async () => {
        const { iri, owner } = await newTeam();
        const user = await person(api);
        await owner.post(`${iri}/members`, { email: user.email, role: 'member' });
        const mail = (await mailsTo(api, user.email)).find(({ subject }) => subject === 'Invitation to Team');
        const path = `/security/verify-email/${codeOf(mail?.text ?? '')}`;
        const joined = await api.anonymous().send('POST', path, {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ password: PASSWORD }).toString(),
        });
        expect(joined.status).toBe(200);
        expect((await user.get(`/users/${user.id}`)).body.passwordSet).toBe(false);
      });

      it('tells neither whether an address has an account nor its spelling', async () => {
        const { iri, owner } = await newTeam();
        const spelled = `Ada.${randomBytes(6).toString('hex')}@Example.com`;
        const known = await api
          .db()
          .transaction((transaction) =>
            createTenant({ team: 'Other', email: spelled, workspaces: [] }, transaction),
          );
        const unknown = newAddress();
        const typed = spelled.toLowerCase();
        const answers = [];
        for (const email of [typed, unknown]) {
          const { status, body } = await owner.post(`${iri}/members`, { email, role: 'member' });
          const signedUp = await api.anonymous().post('/security/signup', { email });
          expect({ status, email: body.email as string }).toEqual({ status: 201, email });
          expect(body.user).toBe(`/users/${signedUp.body.user.id}`);
          answers.push(Object.keys(body as object));
        }
        expect(answers[0]).toEqual(answers[1]);
        const list = JSON.stringify((await owner.get(`${iri}/members`)).body);
        expect(list).toContain(typed);
        expect(list).not.toContain(spelled);
        expect(list).not.toContain(known.userId);
        expect((await owner.delete(`${iri}/members/${known.userId}`)).status).toBe(404);
        const { body } = await owner.get(`${iri}/members`);
        const { user } = body.find(({ email }: Body) => email === typed);
        expect((await owner.delete(`${iri}/members/${user.split('/').at(-1)}`)).status).toBe(204);
        // the mail went to the address as its owner wrote it
        expect((await mailsTo(api, spelled)).map(({ subject }) => subject)).toContain('Invitation to Team');
        expect(await mailsTo(api, typed)).toEqual([]);
      });
    });

    it('the search for links is bounded by network, and one address gets few of all shops', async () => {
      const email = newAddress();
      const statuses: number[] = [];
      const shops: Body[] = [];
      for (let shop = 0; shop < 7; shop++) {
        const tenant = await api.tenant();
        await tenant.make('/shipments', { workspace: tenant.workspace, email, trackingNumber: 'ONE1' });
        shops.push(
          await tenant.make('/tracking_pages', {
            workspace: tenant.workspace,
            title: 'Where is it?',
            subdomain: `shop-${randomBytes(6).toString('hex')}`,
          }),
        );
      }
      const search = async ({ subdomain }: Body, ip: string): Promise<number> =>
        (
          await api
            .anonymous()
            .get(`/public/tracking_page_by_domain/${subdomain}/link_search/${email}`, from(ip))
        ).status;
      for (const shop of shops) expect(await search(shop, '198.51.100.30')).toBe(200);
      await api.provider(LinkMail).settled();
      expect(await mailsTo(api, email)).toHaveLength(5);
      for (let times = 0; times < 30; times++) statuses.push(await search(shops[0], '198.51.100.30'));
      expect(statuses.at(-1)).toBe(429);
      expect(await search(shops[0], '198.51.100.31')).toBe(200);
    });
  },
  { TEST_ENDPOINTS: '1', WORKER: '0', TRUST_PROXY: '127.0.0.0/8' },
);
