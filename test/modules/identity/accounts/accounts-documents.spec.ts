import { beforeAll, expect, it } from '@jest/globals';
import { apiDocument } from '../../../../src/app/api-document.js';
import { codeIn, linkFor, newAddress, person, sendForm, type Person } from '../../../support/accounts.js';
import { onEachApi, type Answer, type Body } from '../../../support/api.js';
import { Documented } from '../../../support/documented.js';

const documented = new Documented(apiDocument('https://waybill.invalid'));
const NOBODY = '11111111-1111-4111-8111-111111111111';

type Expected = readonly (readonly [
  status: number,
  method: string,
  path: string,
  answering: () => Promise<Answer>,
])[];

onEachApi(
  (api) => {
    let user: Person;
    let team: string;
    let client: Body;
    beforeAll(async () => {
      user = await person(api);
      const { body } = await user.post('/teams', { name: 'My team' });
      team = body['@id'];
      client = (
        await user.post('/oauth_clients', { name: 'Shop', redirectUris: ['https://client.example/done'] })
      ).body;
    });

    async function expectDocumented(expected: Expected): Promise<void> {
      for (const [status, method, path, answering] of expected) {
        const answer = await answering();
        expect({ path, status: answer.status }).toEqual({ path, status });
        expect(documented.deviations(method, path, answer)).toEqual([]);
      }
    }

    it.each(['application/ld+json', 'application/json'])(
      'signing up answers %s as documented',
      async (accept) => {
        const email = newAddress();
        const post = (path: string, body: object): Promise<Answer> =>
          api.anonymous().post(`/security/${path}`, body, { accept });
        await expectDocumented([
          [200, 'POST', '/security/signup', () => post('signup', { email })],
          [400, 'POST', '/security/signup', () => post('signup', {})],
          [201, 'POST', '/security/resend-email', () => post('resend-email', { email })],
          [400, 'POST', '/security/resend-email', () => post('resend-email', { email: 'x' })],
          [400, 'POST', '/security/verify-email', () => post('verify-email', { code: 'x' })],
          [
            200,
            'POST',
            '/security/verify-email',
            async () => post('verify-email', { code: codeIn(await linkFor(api, email)) }),
          ],
          [200, 'POST', '/security/signup', () => post('signup', { email })],
          [200, 'POST', '/security/signup', () => post('signup', { email })],
          [200, 'POST', '/security/signup', () => post('signup', { email })],
          [429, 'POST', '/security/signup', () => post('signup', { email })],
        ]);
      },
    );

    it('the pages answer as documented', async () => {
      const get = (path: string): Promise<Answer> =>
        api.anonymous().send('GET', path, { redirect: 'manual' });
      const code = '/security/verify-email/{code}';
      const link = new URL(await linkFor(api, user.email)).pathname;
      const query = new URLSearchParams({ response_type: 'code', client_id: client.publicId as string });
      const auth = `/oauth/v2/auth?${query.toString()}`;
      await expectDocumented([
        [200, 'GET', code, () => get(link)],
        [404, 'GET', code, () => get('/security/verify-email/nope')],
        [400, 'POST', code, () => sendForm(api, link, { password: 'x' })],
        [200, 'POST', code, () => sendForm(api, link, { password: 'correct horse' })],
        [404, 'POST', code, () => sendForm(api, link, { password: 'correct horse' })],
        [200, 'GET', '/security/password', () => get('/security/password')],
        [400, 'POST', '/security/password', () => sendForm(api, '/security/password', { email: 'x' })],
        [
          200,
          'POST',
          '/security/password',
          () => sendForm(api, '/security/password', { email: newAddress() }),
        ],
        [
          415,
          'POST',
          '/security/password',
          () =>
            api
              .anonymous()
              .send('POST', '/security/password', { body: 'x', headers: { 'content-type': 'text/plain' } }),
        ],
        [200, 'GET', '/oauth/v2/auth', () => get(auth)],
        [400, 'GET', '/oauth/v2/auth', () => get('/oauth/v2/auth')],
        [400, 'GET', '/oauth/v2/auth', () => get(`${auth}&scope=everything`)],
        [403, 'POST', '/oauth/v2/auth', () => sendForm(api, auth, { action: 'allow', token: 'x' })],
        [
          404,
          'GET',
          '/public/user-confirmation-link/{email}',
          () => get('/public/user-confirmation-link/nobody@example.com'),
        ],
        [
          200,
          'GET',
          '/public/user-confirmation-link/{email}',
          () => get(`/public/user-confirmation-link/${user.email}`),
        ],
      ]);
    });

    it('members are answered as documented', async () => {
      const [list, item] = ['/teams/{id}/members', '/teams/{id}/members/{user}'];
      const path = `${team}/members`;
      const invite = (body: object): Promise<Answer> => user.post(path, body);
      await expectDocumented([
        [201, 'POST', list, () => invite({ email: newAddress(), role: 'member' })],
        [400, 'POST', list, () => invite({ email: user.email, role: 'member' })],
        [400, 'POST', list, () => invite({})],
        [200, 'GET', list, () => user.get(path)],
        [404, 'GET', list, () => user.get(`/teams/${NOBODY}/members`)],
        [401, 'GET', list, () => api.anonymous().get(path)],
        [200, 'PUT', item, () => user.put(`${path}/${user.id}`, { role: 'owner' })],
        [400, 'PUT', item, () => user.put(`${path}/${user.id}`, { role: 'member' })],
        [404, 'DELETE', item, () => user.delete(`${path}/${NOBODY}`)],
        [400, 'DELETE', item, () => user.delete(`${path}/${user.id}`)],
      ]);
    });
  },
  { TEST_ENDPOINTS: '1' },
);
