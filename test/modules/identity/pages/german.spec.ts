import { expect, it } from '@jest/globals';
import { linkFor, newAddress, person, sendForm, setPassword } from '../../../support/accounts.js';
import { onEachApi } from '../../../support/api.js';

const GERMAN = { accept: 'text/html', 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' };
const ENGLISH = { accept: 'text/html', 'accept-language': 'fr,en;q=0.5' };

onEachApi(
  (api) => {
    const signInAddress = async (): Promise<string> => {
      const { headers } = await api
        .anonymous()
        .send('GET', '/oauth/v2/session/start?return_to=/app', { redirect: 'manual' });
      const { pathname, search } = new URL(headers.get('location') ?? '', api.url());
      return pathname + search;
    };

    it('the page to sign in speaks the language of the browser, and says in it what is wrong', async () => {
      const address = await signInAddress();
      const german = await api.anonymous().get(address, GERMAN);
      expect(german.body).toContain('<html lang="de">');
      expect(german.body).toContain('<h1>Anmelden</h1>');
      expect(german.body).toContain('Konto anlegen');
      const english = await api.anonymous().get(address, ENGLISH);
      expect(english.body).toContain('<html lang="en">');
      expect(english.body).toContain('<h1>Sign in</h1>');
      const cookie = (german.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const token = /name="token" value="([^"]+)"/.exec(german.body as string)?.[1] ?? '';
      const fields = { token, action: 'sign-in', email: newAddress(), password: 'wrong password' };
      const refused = await sendForm(api, address, fields, { ...GERMAN, cookie });
      expect(refused.status).toBe(403);
      expect(refused.body).toContain('Die Adresse oder das Passwort stimmt nicht.');
    });

    it('so do the pages behind the links of e-mails, and none of them lets a name be markup', async () => {
      const user = await person(api);
      const { pathname } = new URL(await linkFor(api, user.email));
      const page = await api.anonymous().get(pathname, GERMAN);
      expect(page.body).toContain('<h1>Passwort wählen</h1>');
      expect(page.body).toContain(`<strong>${user.email}</strong>`);
      const short = await sendForm(api, pathname, { password: 'short' }, GERMAN);
      expect(short.status).toBe(400);
      expect(short.body).toContain('Ein Passwort hat 8 bis 200 Zeichen.');
      const done = await sendForm(api, pathname, { password: 'correct horse battery' }, GERMAN);
      expect(done.body).toContain('Ihr Passwort ist gesetzt.');
      expect((await api.anonymous().get(pathname, GERMAN)).body).toContain('Dieser Link geht nicht');
      expect((await api.anonymous().get('/security/password', GERMAN)).body).toContain('Link senden');
      const sent = await sendForm(api, '/security/password', { email: '<b>@example.com' }, GERMAN);
      expect(sent.body).not.toContain('<b>@');
      expect((await setPassword(api, user.email, 'another good password')).status).toBe(200);
    });
  },
  { TEST_ENDPOINTS: '1' },
);
