import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Mail } from '../../../../src/modules/mail/queue-mail.js';
import type { Role } from '../../../../src/core/store/roles.js';
import { join, mailsTo, newAddress, person, type Person } from '../../../support/accounts.js';
import { onEachApi, signIn, type Answer, type Body } from '../../../support/api.js';
import { bodies, unique } from '../../../support/one-of-each.js';

const codeIn = ({ text }: Mail): string => /verify-email\/([a-z2-7]+)/.exec(text)?.[1] ?? '';

interface Team {
  readonly iri: string;
  readonly workspace: string;
  readonly owner: Person;
}

onEachApi(
  (api) => {
    async function newTeam(): Promise<Team> {
      const owner = await person(api);
      const { body } = await owner.post('/workspaces', {
        team: { name: `Team ${unique()}` },
        title: 'Main shop',
      });
      return { iri: body.team['@id'] as string, workspace: body['@id'] as string, owner };
    }

    /** Invites a new user, who accepts. */
    async function newMember(team: Team, role: Role): Promise<Person> {
      const email = newAddress();
      const invited = await team.owner.post(`${team.iri}/members`, { email, role });
      expect(invited).toMatchObject({ status: 201, body: { email, role, status: 'invited' } });
      const [mail] = await mailsTo(api, email);
      return join(api, email, codeIn(mail as Mail));
    }

    const statusOf = async (answer: Promise<Answer>): Promise<number> => (await answer).status;

    describe('an invitation', () => {
      it('goes out by e-mail, and is accepted with its code, once', async () => {
        const team = await newTeam();
        const email = newAddress();
        await team.owner.post(`${team.iri}/members`, { email, role: 'member' });
        const [mail] = await mailsTo(api, email);
        expect(mail?.subject).toMatch(/^Invitation to Team /);
        const before = await team.owner.get(`${team.iri}/members`);
        expect(before.body.map(({ status, role }: Body) => [status, role])).toEqual([
          ['active', 'owner'],
          ['invited', 'member'],
        ]);
        const member = await join(api, email, codeIn(mail as Mail));
        expect((await member.get('/workspaces')).body['hydra:member']).toHaveLength(1);
        const again = await api.anonymous().post('/security/verify-email', { code: codeIn(mail as Mail) });
        expect(again.status).toBe(400);
        expect((await member.get(`${team.iri}/members`)).body).toEqual([
          expect.objectContaining({ user: `/users/${team.owner.id}`, role: 'owner', status: 'active' }),
          {
            user: `/users/${member.id}`,
            email,
            firstName: null,
            lastName: null,
            role: 'member',
            status: 'active',
          },
        ]);
      });

      it('brings nobody into a team who does not accept it', async () => {
        const team = await newTeam();
        const user = await person(api);
        const body = { email: user.email, role: 'admin' };
        expect(await statusOf(team.owner.post(`${team.iri}/members`, body))).toBe(201);
        expect((await user.get('/teams')).body['hydra:member']).toEqual([]);
        const invitation = (await mailsTo(api, user.email)).find(({ subject }) =>
          subject.startsWith('Invitation'),
        );
        await join(api, user.email, codeIn(invitation as Mail));
        expect((await user.get('/teams')).body['hydra:member']).toHaveLength(1);
      });

      it('is accepted on a page, by a new user with a password', async () => {
        const team = await newTeam();
        const email = newAddress();
        await team.owner.post(`${team.iri}/members`, { email, role: 'member' });
        const [mail] = await mailsTo(api, email);
        const path = `/security/verify-email/${codeIn(mail as Mail)}`;
        const page = await api.anonymous().get(path);
        expect(page.body).toContain('In the team you will be: member.');
        expect(page.body).toContain('type="password"');
        const form = { 'content-type': 'application/x-www-form-urlencoded' };
        const joined = await api
          .anonymous()
          .send('POST', path, { body: 'password=correct+horse', headers: form });
        expect(joined.status).toBe(200);
        const { body } = await team.owner.get(`${team.iri}/members`);
        expect(body[1]).toMatchObject({ email, status: 'active' });
      });

      it('can be taken back, and sent again as something else', async () => {
        const team = await newTeam();
        const email = newAddress();
        const invite = (role: Role): Promise<Answer> =>
          team.owner.post(`${team.iri}/members`, { email, role });
        const { user } = (await invite('member')).body;
        await invite('read-only');
        const [first, second] = await mailsTo(api, email);
        const refused = await api.anonymous().post('/security/verify-email', { code: codeIn(first as Mail) });
        expect(refused.status).toBe(400);
        const id = (user as string).split('/').at(-1);
        expect(await statusOf(team.owner.delete(`${team.iri}/members/${id}`))).toBe(204);
        expect(await statusOf(team.owner.delete(`${team.iri}/members/${id}`))).toBe(404);
        const gone = await api.anonymous().post('/security/verify-email', { code: codeIn(second as Mail) });
        expect(gone.status).toBe(400);
      });

      it.each<[object, string]>([
        [{}, 'email: This value should not be blank.'],
        [{ email: 'nobody', role: 'member' }, 'email: This value is not a valid email address.'],
        [{ email: 'ada@example.com', role: 'king' }, 'role: The value you selected is not a valid choice.'],
      ])('is not %j', async (body, sentence) => {
        const team = await newTeam();
        const answer = await team.owner.post(`${team.iri}/members`, body);
        expect(answer.status).toBe(400);
        expect(answer.body['hydra:description']).toContain(sentence);
      });
    });

    describe('what a role allows', () => {
      let team: Team;
      const who = {} as Record<Role, Person>;
      beforeAll(async () => {
        team = await newTeam();
        who.owner = team.owner;
        for (const role of ['admin', 'member', 'read-only'] as const) who[role] = await newMember(team, role);
      });

      it('nobody sees the credentials of a webhook again', async () => {
        const made = await who.owner.post('/workflows', {
          type: 'webhook',
          title: 'Hook',
          workspace: team.workspace,
          url: 'https://203.0.114.9/hook',
          period: 'immediately',
          authType: 'basic',
          username: 'shop',
          password: 'topsecret',
          enabled: true,
          concurrency: '1',
        });
        expect([made.status, made.body.password]).toEqual([201, 'topsecret']);
        const path = made.body['@id'] as string;
        const seen = async (role: Role): Promise<unknown> => (await who[role].get(path)).body.password;
        expect([await seen('owner'), await seen('member'), await seen('read-only')]).toEqual([
          '********',
          '********',
          '********',
        ]);
        const { body } = await who['read-only'].get(`${team.workspace}/workflows`);
        expect(JSON.stringify(body)).not.toContain('topsecret');
      });

      const order = (): Body => ({
        ...bodies({}).Order,
        workspace: team.workspace,
        externalSourceIntegration: null,
      });

      it.each<[Role, number, number, number]>([
        ['owner', 201, 200, 204],
        ['admin', 201, 200, 204],
        ['member', 201, 200, 204],
        ['read-only', 403, 403, 403],
      ])('%s: makes, changes and deletes orders with %i, %i, %i', async (role, made, changed, deleted) => {
        const mine = await who.owner.post('/orders', order());
        const iri = mine.body['@id'] as string;
        expect(await statusOf(who[role].get(iri))).toBe(200);
        expect(await statusOf(who[role].post('/orders', order()))).toBe(made);
        expect(await statusOf(who[role].put(iri, { total: '1.00' }))).toBe(changed);
        expect(await statusOf(who[role].delete(iri))).toBe(deleted);
      });

      it.each<[Role, number]>([
        ['owner', 201],
        ['admin', 201],
        ['member', 201],
        ['read-only', 403],
      ])('%s: makes products and workspaces of the team with %i', async (role, status) => {
        const product = { team: team.iri, name: 'Tea' };
        expect(await statusOf(who[role].post('/products', product))).toBe(status);
        const workspace = { team: team.iri, title: `Shop ${unique()}` };
        expect(await statusOf(who[role].post('/workspaces', workspace))).toBe(status);
      });

      it.each<[Role, number]>([
        ['owner', 200],
        ['admin', 200],
        ['member', 403],
        ['read-only', 403],
      ])('%s: changes the team with %i', async (role, status) => {
        expect(await statusOf(who[role].put(team.iri, { name: 'New name' }))).toBe(status);
      });

      it.each<[Role, number]>([
        ['admin', 403],
        ['member', 403],
        ['read-only', 403],
      ])('%s: does not delete the team', async (role, status) => {
        expect(await statusOf(who[role].delete(team.iri))).toBe(status);
      });

      it('an owner deletes the team', async () => {
        const own = await newTeam();
        expect(await statusOf(own.owner.delete(own.iri))).toBe(204);
      });

      it.each<[Role, number, number]>([
        ['owner', 201, 200],
        ['admin', 201, 200],
        ['member', 403, 403],
        ['read-only', 403, 403],
      ])('%s: invites and changes members with %i and %i', async (role, invited, changed) => {
        const another = await newMember(team, 'member');
        const body = { email: newAddress(), role: 'member' };
        expect(await statusOf(who[role].post(`${team.iri}/members`, body))).toBe(invited);
        const path = `${team.iri}/members/${another.id}`;
        expect(await statusOf(who[role].put(path, { role: 'read-only' }))).toBe(changed);
        expect(await statusOf(who[role].delete(path))).toBe(changed === 200 ? 204 : changed);
        expect(await statusOf(who[role].get(`${team.iri}/members`))).toBe(200);
      });

      it.each<[Role, number]>([
        ['owner', 201],
        ['admin', 201],
        ['member', 403],
        ['read-only', 403],
      ])('%s: makes clients with %i', async (role, status) => {
        expect(await statusOf(who[role].post('/oauth_clients', { name: 'x', redirectUris: [] }))).toBe(
          status,
        );
      });

      it('an admin makes no owners, and changes none', async () => {
        const body = { email: newAddress(), role: 'owner' };
        expect(await statusOf(who.admin.post(`${team.iri}/members`, body))).toBe(403);
        const self = `${team.iri}/members/${who.admin.id}`;
        expect(await statusOf(who.admin.put(self, { role: 'owner' }))).toBe(403);
        const owner = `${team.iri}/members/${who.owner.id}`;
        expect(await statusOf(who.admin.put(owner, { role: 'member' }))).toBe(403);
        expect(await statusOf(who.admin.delete(owner))).toBe(403);
      });

      it('is asked for in each team: who only reads in one writes in another', async () => {
        const own = await who['read-only'].post('/workspaces', {
          team: { name: 'My own' },
          title: 'Own shop',
        });
        expect(own.status).toBe(201);
        const make = (workspace: string): Promise<number> =>
          statusOf(who['read-only'].post('/orders', { ...order(), workspace }));
        expect(await make(own.body['@id'] as string)).toBe(201);
        expect(await make(team.workspace)).toBe(403);
        const { body } = await who['read-only'].get('/workspaces');
        expect(body['hydra:totalItems']).toBeGreaterThan(1);
      });

      it('is followed by the clients of a user', async () => {
        const user = await newMember(team, 'admin');
        const client = (await user.post('/oauth_clients', { name: 'x', redirectUris: [] })).body;
        const credentials = { clientId: client.publicId as string, clientSecret: client.secret as string };
        const program = await signIn(api.url(), credentials);
        expect(await statusOf(program.post('/orders', order()))).toBe(201);
        const path = `${team.iri}/members/${user.id}`;
        expect(await statusOf(who.owner.put(path, { role: 'read-only' }))).toBe(200);
        expect(await statusOf(program.post('/orders', order()))).toBe(403);
        expect(await statusOf(who.owner.delete(path))).toBe(204);
        expect(await statusOf(program.get(team.iri))).toBe(404);
      });

      it('members see each other, and change only themselves', async () => {
        expect(await statusOf(who.member.get(`/users/${who.admin.id}`))).toBe(200);
        expect(await statusOf(who.member.put(`/users/${who.admin.id}`, { firstName: 'Eve' }))).toBe(403);
        expect(
          await statusOf(who['read-only'].put(`/users/${who['read-only'].id}`, { firstName: 'Ada' })),
        ).toBe(200);
      });

      it('strangers see no members', async () => {
        const stranger = await person(api);
        expect(await statusOf(stranger.get(`${team.iri}/members`))).toBe(404);
        const body = { email: stranger.email, role: 'owner' };
        expect(await statusOf(stranger.post(`${team.iri}/members`, body))).toBe(404);
        expect(await statusOf(stranger.delete(`${team.iri}/members/${who.admin.id}`))).toBe(404);
      });
    });

    describe('the last owner', () => {
      it('stays one, and in the team', async () => {
        const team = await newTeam();
        const path = `${team.iri}/members/${team.owner.id}`;
        for (const answer of [
          await team.owner.put(path, { role: 'member' }),
          await team.owner.delete(path),
        ]) {
          expect(answer.status).toBe(400);
          expect(answer.body['hydra:description']).toMatch(/^role: A team needs an owner/);
        }
        const second = await newMember(team, 'owner');
        expect(await statusOf(team.owner.delete(path))).toBe(204);
        expect((await second.get(`${team.iri}/members`)).body).toHaveLength(1);
      });

      it('stays also when two leave at once', async () => {
        const team = await newTeam();
        const second = await newMember(team, 'owner');
        const answers = await Promise.all([
          team.owner.delete(`${team.iri}/members/${team.owner.id}`),
          second.delete(`${team.iri}/members/${second.id}`),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([204, 400]);
      });
    });
  },
  { TEST_ENDPOINTS: '1', WORKER: '0' },
);
