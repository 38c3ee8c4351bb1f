import { describe, expect, it } from '@jest/globals';
import {
  codeIn,
  linkFor,
  mailsTo,
  newAddress,
  person,
  sendForm,
  setPassword,
} from '../../../support/accounts.js';
import { onEachApi, type Answer } from '../../../support/api.js';

const MINUTE = 60_000;
const OLD = 'correct horse battery';
const NEW = 'another horse battery';
const descriptionOf = ({ body }: Answer): string => body['hydra:description'] as string;

onEachApi(
  (api) => {
    const hashOf = async (id: string): Promise<unknown> =>
      (await api.db().read('SELECT passwordHash FROM users WHERE id = ?', [id]))[0]?.[0];
    const changedMails = async (email: string): Promise<number> =>
      (await mailsTo(api, email)).filter(({ subject }) => subject === 'Your password was changed').length;

    describe('a password', () => {
      it('is not changed by a program, in whatever way it asks, and nobody is told anything', async () => {
        const tenant = await api.tenant();
        const { email } = (await tenant.get(`/users/${tenant.userId}`)).body;
        await setPassword(api, email as string, OLD);
        const before = await hashOf(tenant.userId);
        const path = `/users/${tenant.userId}`;
        const mergePatch = { 'content-type': 'application/merge-patch+json' };
        for (const body of [{ plainPassword: NEW }, { plainPassword: NEW, currentPassword: OLD }])
          for (const answer of [
            await tenant.put(path, body),
            await tenant.send('PATCH', path, { headers: mergePatch, body: JSON.stringify(body) }),
          ]) {
            expect(answer.status).toBe(403);
            expect(descriptionOf(answer)).toMatch(/^A password is changed by its user alone/);
          }
        expect(await hashOf(tenant.userId)).toBe(before);
        expect(await changedMails(email as string)).toBe(0);
        // what is no secret may be changed as before
        expect((await tenant.put(path, { firstName: 'Ada', plainPassword: null })).status).toBe(200);
      });

      it('is chosen with the token of a code that has just come by e-mail, and its user is told', async () => {
        const user = await person(api);
        const answer = await user.put(`/users/${user.id}`, { plainPassword: OLD });
        expect(answer).toMatchObject({ status: 200, body: { passwordSet: true } });
        expect(answer.body).not.toHaveProperty('currentPassword');
        expect(await changedMails(user.email)).toBe(1);
      });

      it('is changed with the old one when the code is older, and with nothing else', async () => {
        const user = await person(api);
        await user.put(`/users/${user.id}`, { plainPassword: OLD });
        const before = await hashOf(user.id);
        api.setTime(Date.now() + 16 * MINUTE);
        try {
          for (const currentPassword of [undefined, null, '', 'wrong', NEW, 7]) {
            const answer = await user.put(`/users/${user.id}`, { plainPassword: NEW, currentPassword });
            expect(answer.status).toBe(400);
            expect(descriptionOf(answer)).toMatch(/currentPassword/);
          }
          expect(await hashOf(user.id)).toBe(before);
          const body = { plainPassword: NEW, currentPassword: OLD };
          expect((await user.put(`/users/${user.id}`, body)).status).toBe(200);
          expect(await changedMails(user.email)).toBe(2);
        } finally {
          api.setTime(undefined);
        }
      });

      it('that is changed by a link tells its user too, the first one does not', async () => {
        const email = newAddress();
        await api.anonymous().post('/security/signup', { email });
        await setPassword(api, email, OLD);
        expect(await changedMails(email)).toBe(0);
        await setPassword(api, email, NEW);
        expect(await changedMails(email)).toBe(1);
      });

      it.each([
        ['password1'],
        ['PASSWORD1'],
        ['  password1 '],
        ['iloveyou1'],
        ['          '],
        ['\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000'],
        ['   short   '],
      ])('is not %j, on the page and by the API', async (password) => {
        const user = await person(api);
        const path = new URL(await linkFor(api, user.email)).pathname;
        expect((await sendForm(api, path, { password })).status).toBe(400);
        const answer = await user.put(`/users/${user.id}`, { plainPassword: password });
        expect(answer.status).toBe(400);
        expect(descriptionOf(answer)).toMatch(/^plainPassword: /);
        expect(await hashOf(user.id)).toBeNull();
        expect(codeIn(path)).not.toBe('');
      });

      it('is not the own address, nor a part of it', async () => {
        const user = await person(api);
        const own = [user.email, user.email.toUpperCase(), user.email.split('@')[0] ?? '', 'example.com'];
        for (const plainPassword of own) {
          const answer = await user.put(`/users/${user.id}`, { plainPassword });
          expect(descriptionOf(answer)).toBe('plainPassword: Your e-mail address is not a password.');
        }
      });
    });
  },
  { TEST_ENDPOINTS: '1', WORKER: '0' },
);
