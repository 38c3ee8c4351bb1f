import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { Authenticator } from '../../../../src/core/http/authenticator.js';
import { authorize } from '../../../../src/modules/identity/oauth/grants.js';
import type { Role } from '../../../../src/core/store/roles.js';
import { person, sendForm, type Person } from '../../../support/accounts.js';
import { pkOf } from '../../../support/all-rows.js';
import { boundClient, tokenFor } from '../../../support/api2.js';
import {
  client,
  onEachApi,
  signIn,
  type Answer,
  type Body,
  type Client,
  type TenantClient,
} from '../../../support/api.js';
import { unique } from '../../../support/one-of-each.js';
import { storeOf } from '../../../support/stores.js';

interface Team {
  readonly iri: string;
  readonly id: string;
  readonly workspace: string;
  readonly owner: Person;
}

onEachApi(
  (api) => {
    const statusOf = async (answer: Promise<Answer>): Promise<number> => (await answer).status;
    const forget = (): void => api.provider<Authenticator>(Authenticator as Type<Authenticator>).forget();

    async function newTeam(owner?: Person): Promise<Team> {
      const who = owner ?? (await person(api));
      const { body } = await who.post('/workspaces', {
        team: { name: `Team ${unique()}` },
        title: 'Main shop',
      });
      return {
        iri: body.team['@id'] as string,
        id: body.team.id as string,
        workspace: body['@id'] as string,
        owner: who,
      };
    }

    async function enter(team: Team, user: Person, role: Role): Promise<Person> {
      const [userPk, teamPk] = [
        await pkOf(api.db(), 'users', user.id),
        await pkOf(api.db(), 'teams', team.id),
      ];
      await api
        .db()
        .transaction((transaction) =>
          transaction.run('INSERT INTO memberships (userPk, teamPk, role, createdAt) VALUES (?, ?, ?, ?)', [
            userPk,
            teamPk,
            role,
            transaction.moment,
          ]),
        );
      forget();
      return user;
    }
    const join = async (team: Team, role: Role): Promise<Person> => enter(team, await person(api), role);

    async function clientOf(user: Client, more: object = {}): Promise<Body> {
      const made = await user.post('/oauth_clients', {
        name: 'Program',
        redirectUris: ['https://c.example'],
        ...more,
      });
      expect(made.status).toBe(201);
      return made.body;
    }
    const program = ({ publicId, secret }: Body): Promise<Client & { token: string }> =>
      signIn(api.url(), { clientId: publicId as string, clientSecret: secret as string });

    /** A token for what a user has said yes to. */
    async function app(user: Person, made: Body): Promise<Client> {
      const [clientPk, userPk] = [
        await pkOf(api.db(), 'oauth_clients', made.id as string),
        await pkOf(api.db(), 'users', user.id),
      ];
      const code = await api
        .db()
        .transaction((transaction) =>
          authorize(
            { clientPk, userPk, rights: ['read', 'write'], redirectUri: null, codeChallenge: null },
            transaction,
          ),
        );
      const { body } = await sendForm(api, '/oauth/v2/token', {
        grant_type: 'authorization_code',
        client_id: made.publicId as string,
        client_secret: made.secret as string,
        code,
      });
      return client(api.url(), body.access_token as string);
    }

    const order = (team: Team): object => ({ workspace: team.workspace, orderNumber: unique() });

    /** What a client gets of a team, on all ways to it. */
    async function expectNothing(of: Team, by: Client): Promise<void> {
      const there = (await of.owner.post('/orders', order(of))).body;
      for (const path of [of.iri, of.workspace, `${of.workspace}/orders`, there['@id'] as string])
        expect({ path, status: await statusOf(by.get(path)) }).toEqual({ path, status: 404 });
      expect(await statusOf(by.get(`${of.iri}/members`))).toBe(404);
      for (const list of ['/teams', '/workspaces', '/orders']) {
        const iris = (await by.get(list)).body['hydra:member'].map((each: Body) => each['@id'] as string);
        for (const iri of [of.iri, of.workspace, there['@id']]) expect(iris).not.toContain(iri);
      }
      expect(await statusOf(by.post('/orders', order(of)))).toBe(400);
      expect(await statusOf(by.put(there['@id'] as string, { orderNumber: 'X' }))).toBe(404);
      expect(await statusOf(by.delete(there['@id'] as string))).toBe(404);
      const workspaceId = of.workspace.slice('/workspaces/'.length);
      expect(await statusOf(by.post('/export', { entity: 'orders', workspaceId }))).toBe(400);
      expect(await statusOf(by.get(`/users/${of.owner.id}`))).toBe(404);
    }

    describe('a client that is made in a team of one’s own', () => {
      it.each<Role>(['member', 'read-only'])('gives a %s nothing of the other team', async (role) => {
        const team = await newTeam();
        const user = await join(team, role);
        const own = await newTeam(user);
        const made = await clientOf(user);
        const through = await program(made);
        expect(await statusOf(through.post('/orders', order(own)))).toBe(201);
        await expectNothing(team, through);
        // nor by saying yes to it oneself
        await expectNothing(team, await app(user, made));
        // the person goes on
        expect(await statusOf(user.get(team.workspace))).toBe(200);
      });

      it('gives nothing of a team that its maker enters later as a member', async () => {
        const user = await person(api);
        const through = await program(await clientOf(user));
        const team = await newTeam();
        await enter(team, user, 'member');
        await expectNothing(team, through);
      });

      it('sees a team as soon as its maker is an admin there', async () => {
        const team = await newTeam();
        const user = await join(team, 'member');
        await newTeam(user);
        const through = await program(await clientOf(user));
        const path = `${team.iri}/members/${user.id}`;
        expect(await statusOf(through.get(team.workspace))).toBe(404);
        expect(await statusOf(team.owner.put(path, { role: 'admin' }))).toBe(200);
        expect(await statusOf(through.get(team.workspace))).toBe(200);
      });
    });

    describe('a client of an admin', () => {
      it('does what its maker may by now, and ends in the team with the maker', async () => {
        const team = await newTeam();
        const user = await join(team, 'admin');
        const through = await program(await clientOf(user));
        const path = `${team.iri}/members/${user.id}`;
        const may = async (): Promise<number[]> => [
          await statusOf(through.get(team.workspace)),
          await statusOf(through.post('/orders', order(team))),
          await statusOf(through.put(team.iri, { name: 'New name' })),
          await statusOf(through.put(team.workspace, { title: 'New title' })),
        ];
        expect(await may()).toEqual([200, 201, 200, 200]);
        await team.owner.put(path, { role: 'member' });
        expect(await may()).toEqual([200, 201, 403, 403]);
        // one that is made now, as a member, gets nothing there
        await newTeam(user);
        await expectNothing(team, await program(await clientOf(user)));
        await team.owner.put(path, { role: 'read-only' });
        expect(await may()).toEqual([200, 403, 403, 403]);
        expect(await statusOf(team.owner.delete(path))).toBe(204);
        await expectNothing(team, through);
        // who comes back as a member is not its maker of then
        await enter(team, user, 'member');
        await expectNothing(team, through);
      });

      it('can be ended by its maker at any time', async () => {
        const team = await newTeam();
        const user = await join(team, 'admin');
        const made = await clientOf(user);
        const through = await program(made);
        await team.owner.put(`${team.iri}/members/${user.id}`, { role: 'read-only' });
        expect(await statusOf(user.delete(made['@id'] as string))).toBe(204);
        expect(await statusOf(through.get('/workspaces'))).toBe(401);
      });
    });

    describe('an app that a member lets in', () => {
      it('does what the member may, whoever made it', async () => {
        const team = await newTeam();
        const [member, reader] = [await join(team, 'member'), await join(team, 'read-only')];
        const made = await clientOf(await person(api));
        const [write, read] = [await app(member, made), await app(reader, made)];
        expect(await statusOf(write.post('/orders', order(team)))).toBe(201);
        expect(await statusOf(read.get(team.workspace))).toBe(200);
        expect(await statusOf(read.post('/orders', order(team)))).toBe(403);
      });
    });

    describe('the clients and store tokens of a workspace', () => {
      it('were made on the command line: they stay when the member goes who was there for them', async () => {
        const tenant = await api.tenant();
        const second = await person(api);
        const team: Team = {
          iri: `/teams/${tenant.teamId}`,
          id: tenant.teamId,
          workspace: tenant.workspace,
          owner: second,
        };
        await enter(team, second, 'owner');
        const credentials = await boundClient(api, tenant);
        const bound = await api.as(credentials);
        const store = await storeOf(api, tenant);
        expect(await statusOf(second.delete(`${team.iri}/members/${tenant.userId}`))).toBe(204);
        expect(await statusOf(bound.post('/orders', order(team)))).toBe(201);
        expect((await tokenFor(api, credentials)).status).toBe(200);
        expect((await api.as(credentials)).token).toEqual(expect.any(String));
        expect(await statusOf(store.get('/orders'))).toBe(200);
        // whoever is there now sees and ends them, whoever was no longer does
        const { body } = await second.get('/oauth_clients');
        expect(body['hydra:totalItems']).toBe(2);
        expect((await tenant.get('/oauth_clients')).body['hydra:totalItems']).toBe(1);
        for (const each of body['hydra:member'] as Body[])
          expect(await statusOf(second.delete(each['@id'] as string))).toBe(204);
        expect(await statusOf(bound.get('/orders'))).toBe(401);
        expect(await statusOf(store.get('/orders'))).toBe(401);
      });

      it('stay when the user that they were made for is deleted', async () => {
        const tenant = await api.tenant();
        const [second, going] = [await person(api), await person(api)];
        const team: Team = {
          iri: `/teams/${tenant.teamId}`,
          id: tenant.teamId,
          workspace: tenant.workspace,
          owner: second,
        };
        await enter(team, second, 'owner');
        await enter(team, going, 'member');
        const credentials = await boundClient(api, tenant);
        await api
          .db()
          .transaction((transaction) =>
            transaction.run(
              'UPDATE oauth_clients SET userPk = (SELECT pk FROM users WHERE id = ?) WHERE publicId = ?',
              [going.id, credentials.clientId],
            ),
          );
        expect(await statusOf(going.delete(`/users/${going.id}`))).toBe(204);
        expect((await tokenFor(api, credentials)).status).toBe(200);
        expect(await statusOf((await api.as(credentials)).post('/orders', order(team)))).toBe(201);
      });
    });

    describe('scopes', () => {
      it.each<[readonly string[], readonly string[] | undefined, number]>([
        [['write'], ['read'], 403],
        [['write'], ['read', 'write'], 403],
        [['write'], ['write'], 201],
        [['write'], [], 201],
        [['write'], undefined, 201],
        [['read', 'write'], ['read', 'write'], 201],
        [['read'], [], 403],
        [[], [], 403],
      ])('a client with %j that makes one with %j is answered %i', async (own, scopes, status) => {
        const user = await person(api);
        const through = await program(await clientOf(user, { scopes: own }));
        const answer = await through.post('/oauth_clients', {
          name: 'Child',
          redirectUris: [],
          ...(scopes && { scopes }),
        });
        expect(answer.status).toBe(status);
        if (status === 201) expect(answer.body.scopes).toEqual(scopes ?? own);
      });
    });

    describe('what owners and admins do as themselves', () => {
      let tenant: TenantClient;
      let team: Team;
      beforeAll(async () => {
        tenant = await api.tenant(['Main', 'Second']);
        team = {
          iri: `/teams/${tenant.teamId}`,
          id: tenant.teamId,
          workspace: tenant.workspace,
          owner: await person(api),
        };
        await enter(team, team.owner, 'owner');
      });

      /** What is asked for, and the answer to whom it is allowed. */
      const acts = async (by: Client): Promise<Record<string, number>> => {
        const other = await tenant.make('/workspaces', { team: team.iri, title: `Shop ${unique()}` });
        const iri = other['@id'] as string;
        const patch = {
          headers: { 'content-type': 'application/merge-patch+json' },
          body: '{"title":"Nice"}',
        };
        return {
          'rename a workspace': await statusOf(by.put(iri, { title: 'New title' })),
          'patch a workspace': await statusOf(by.send('PATCH', iri, patch)),
          'delete a workspace': await statusOf(by.delete(iri)),
          'rename a team': await statusOf(by.put(team.iri, { name: 'New name' })),
          invite: await statusOf(by.post(`${team.iri}/members`, { email: 'x@example.com', role: 'member' })),
          'make a client': await statusOf(by.post('/oauth_clients', { name: 'x', redirectUris: [] })),
        };
      };
      const all = (status: number, except: Record<string, number> = {}): Record<string, number> => ({
        'rename a workspace': status,
        'patch a workspace': status,
        'delete a workspace': status,
        'rename a team': status,
        invite: status,
        'make a client': status,
        ...except,
      });
      const DONE = all(200, { 'delete a workspace': 204, invite: 201, 'make a client': 201 });

      it('is done by the persons, and by a client of their own', async () => {
        const admin = await join(team, 'admin');
        for (const by of [team.owner, admin, await program(await clientOf(team.owner)), tenant])
          expect(await acts(by)).toEqual(DONE);
      });

      it.each<Role>(['member', 'read-only'])('is not done by a %s', async (role) => {
        expect(await acts(await join(team, role))).toEqual(all(403));
      });

      it('is not done by an app, whoever lets it in', async () => {
        const made = await clientOf(team.owner);
        const foreign = await clientOf(await person(api));
        for (const by of [await app(team.owner, made), await app(team.owner, foreign)]) {
          expect(await acts(by)).toEqual(all(403));
          expect(await statusOf(by.delete(team.iri))).toBe(403);
          expect(await statusOf(by.post('/orders', order(team)))).toBe(201);
        }
      });

      it('is not done by what is bound to a workspace', async () => {
        const bound = await api.as(await boundClient(api, tenant));
        expect(await statusOf(bound.put(tenant.workspace, { title: 'New title' }))).toBe(403);
        expect(await statusOf(bound.delete(tenant.workspace))).toBe(403);
        expect(await statusOf(bound.put(team.iri, { name: 'New name' }))).toBe(404);
        expect(await statusOf(bound.delete(team.iri))).toBe(404);
        expect(await statusOf(bound.post('/workspaces', { team: team.iri, title: 'x' }))).toBe(403);
        expect(await statusOf(bound.get(tenant.workspace))).toBe(200);
      });

      it('leaves the team itself to owners', async () => {
        const own = await newTeam();
        const admin = await join(own, 'admin');
        expect(await statusOf(admin.delete(own.iri))).toBe(403);
        expect(await statusOf((await app(own.owner, await clientOf(own.owner))).delete(own.iri))).toBe(403);
        expect(await statusOf((await program(await clientOf(own.owner))).delete(own.iri))).toBe(204);
      });
    });
  },
  { TEST_ENDPOINTS: '1' },
);
