import { describe, expect, it } from '@jest/globals';
import type { Mail } from '../../../src/modules/mail/queue-mail.js';
import { join, mailsTo, newAddress, person, type Person } from '../../support/accounts.js';
import { onEachApi, signIn, type Body, type Client } from '../../support/api.js';
import { cli } from '../../support/cli.js';
import { bodies, unique } from '../../support/one-of-each.js';

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
      const { body } = await owner.post('/workspaces', { team: { name: `Team ${unique()}` }, title: 'Shop' });
      return { iri: body.team['@id'] as string, workspace: body['@id'] as string, owner };
    }

    async function newMember({ iri, owner }: Team, role: string): Promise<Person> {
      const email = newAddress();
      await owner.post(`${iri}/members`, { email, role });
      const [mail] = await mailsTo(api, email);
      return join(api, email, codeIn(mail as Mail));
    }

    async function logOf(client: Client, team: string, query = ''): Promise<Body[]> {
      const { status, body } = await client.get(
        `${team}/audit_log?itemsPerPage=100&order[createdAt]=asc${query}`,
      );
      expect(status).toBe(200);
      return body['hydra:member'] as Body[];
    }

    const lines = (log: readonly Body[]): string[] =>
      log.map(({ action, entity, fields, role }) =>
        [action, entity, ...(fields ?? []), ...(role ? [role] : [])].join(' '),
      );

    describe('the audit log of a team', () => {
      it('tells who has changed members, clients, tokens, webhooks and settings', async () => {
        const team = await newTeam();
        const { owner, workspace, iri } = team;
        const member = await newMember(team, 'member');
        const of = `${iri}/members/${member.id}`;
        await owner.put(of, { role: 'admin' });
        await owner.put(of, { role: 'admin' });
        await owner.delete(of);
        const { body: client } = await owner.post('/oauth_clients', bodies({}).OauthClient);
        await owner.delete(client['@id'] as string);
        const { body: token } = await owner.post(`${workspace}/store_tokens`, {
          scope: 'modify',
          name: 'App',
        });
        await owner.delete(`${workspace}/store_tokens/${token.id}`);
        const { body: hook } = await owner.post('/workflows', {
          type: 'webhook',
          title: 'Shop',
          workspace,
          url: 'https://hooks.example/secret-path',
          authType: 'bearer',
          token: 'tok-secret-1',
        });
        await owner.put(hook['@id'] as string, { token: 'tok-secret-2', enabled: false });
        await owner.put(hook['@id'] as string, { enabled: false });
        await owner.delete(hook['@id'] as string);
        await owner.put(workspace, { title: 'Tea house' });
        await owner.put(iri, { name: 'Tea company' });
        const { body: settings } = await owner.post('/message_settings', {
          workspace,
          slackUrl: 'https://slack.example/secret-path',
        });
        await owner.put(settings['@id'] as string, { maxPerDay: 2 });
        const log = await logOf(owner, iri);
        expect(lines(log)).toEqual([
          'create teams',
          'create workspaces',
          'invite members member',
          'join members member',
          'update members role admin',
          'delete members',
          'create oauth_clients',
          'delete oauth_clients',
          'create store_tokens',
          'delete store_tokens',
          'create workflows',
          'update workflows enabled token',
          'delete workflows',
          'update workspaces title',
          'update teams name',
          'create message_settings',
          'update message_settings maxPerDay',
        ]);
        const join = log.find(({ action }) => action === 'join');
        expect(join).toMatchObject({ user: `/users/${member.id}`, itemId: member.id });
        const others = log.filter((entry) => entry !== join);
        expect(new Set(others.map(({ user }) => user))).toEqual(new Set([`/users/${owner.id}`]));
        expect(others.at(-1)).toMatchObject({ workspace, itemId: settings.id, client: null });
        const rows = JSON.stringify(await api.db().read('SELECT * FROM audit_entries', []));
        for (const secret of ['secret', member.email, token.token, client.secret, hook.secret])
          expect(rows).not.toContain(secret);
      });

      it('tells who has exported and imported, and what the operator has made', async () => {
        const team = await newTeam();
        const { owner, workspace, iri } = team;
        await owner.post('/export', {
          entity: 'shipments',
          workspaceId: workspace.split('/').pop(),
          params: '',
        });
        const form = new FormData();
        form.set('workspace', workspace);
        form.set('entity', 'shipments');
        form.set('file', new Blob(['trackingNumber\nAUDIT-1\n'], { type: 'text/csv' }), 'a.csv');
        const imported = await owner.send('POST', '/imports', { body: form });
        expect(imported.status).toBe(201);
        const env = { DATABASE_URL: api.database.url() };
        const made = await cli(['client:create', '--workspace', workspace, '--name', 'Till'], env);
        expect(made.code).toBe(0);
        const log = await logOf(owner, iri, `&workspace=${workspace}`);
        expect(log.slice(-3)).toMatchObject([
          { action: 'export', entity: 'exports', title: 'shipments', user: `/users/${owner.id}` },
          { action: 'import', entity: 'imports', title: 'shipments', itemId: imported.body.id },
          { action: 'create', entity: 'oauth_clients', title: 'Till', user: null, client: null },
        ]);
      });

      it('is read by owners and admins alone, and not by clients of one workspace', async () => {
        const team = await newTeam();
        const [entry] = await logOf(team.owner, team.iri);
        const admin = await newMember(team, 'admin');
        expect((await logOf(admin, team.iri)).length).toBeGreaterThan(1);
        const stranger = await newTeam();
        const member = await newMember(team, 'member');
        expect(await logOf(member, team.iri)).toEqual([]);
        const env = { DATABASE_URL: api.database.url() };
        const made = await cli(
          ['client:create', '--workspace', team.workspace, '--name', 'Till', '--json'],
          env,
        );
        const bound = await signIn(api.url(), JSON.parse(made.stdout) as never);
        for (const other of [member, stranger.owner, bound]) {
          expect((await other.get(entry['@id'] as string)).status).toBe(404);
          const { body } = await other.get('/audit_entries?itemsPerPage=100');
          expect(body['hydra:member'].map(({ id }: Body) => id)).not.toContain(entry.id);
        }
        expect((await stranger.owner.get(`${team.iri}/audit_log`)).status).toBe(404);
        for (const method of ['POST', 'PUT', 'DELETE'])
          expect((await team.owner.send(method, entry['@id'] as string)).status).toBe(405);
      });

      it('is filtered by who, what and when, and paged by cursor', async () => {
        const team = await newTeam();
        const { owner, iri, workspace } = team;
        const admin = await newMember(team, 'admin');
        for (const title of ['One', 'Two', 'Three']) await admin.put(workspace, { title });
        expect((await logOf(owner, iri)).length).toBeGreaterThan(6);
        const byAdmin = await logOf(owner, iri, `&user=/users/${admin.id}&action=update`);
        expect(byAdmin.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
        expect(lines(await logOf(owner, iri, '&entity[]=members&action[]=join'))).toEqual([
          'join members admin',
        ]);
        const at = byAdmin[0].createdAt as string;
        expect(await logOf(owner, iri, `&createdAt[strictly_before]=2020-01-01`)).toEqual([]);
        const since = encodeURIComponent(at);
        expect(
          (await logOf(owner, iri, `&createdAt[after]=${since}&user=${admin.id}`)).length,
        ).toBeGreaterThan(2);
        const seen: string[] = [];
        let next: string | undefined = `${iri}/audit_log?itemsPerPage=2&order[createdAt]=desc`;
        while (next) {
          const { status, body } = await owner.get(next, { prefer: 'paging=cursor' });
          expect(status).toBe(200);
          seen.push(...body['hydra:member'].map(({ id }: Body) => id as string));
          next = body['hydra:view']?.['hydra:next'] as string | undefined;
        }
        expect(seen).toEqual((await logOf(owner, iri)).map(({ id }) => id as string).reverse());
      });

      it('has nothing of a change that was refused, and stays when its workspace or user goes', async () => {
        const team = await newTeam();
        const { owner, iri, workspace } = team;
        const admin = await newMember(team, 'admin');
        const before = await logOf(owner, iri);
        expect((await owner.put(workspace, { title: '<>' })).status).toBe(400);
        expect((await owner.post('/workflows', { type: 'webhook', title: 'x', workspace })).status).toBe(400);
        expect(await logOf(owner, iri)).toHaveLength(before.length);
        await admin.put(workspace, { title: 'Other' });
        expect((await admin.delete(`/users/${admin.id}`)).status).toBe(204);
        expect((await owner.delete(workspace)).status).toBe(204);
        const log = await logOf(owner, iri);
        expect(lines(log.slice(before.length))).toEqual([
          'update workspaces title',
          'delete members',
          'delete workspaces',
        ]);
        expect(log.slice(before.length)).toMatchObject([
          { user: null, workspace: null },
          { user: null, itemId: admin.id },
          { workspace: null, title: 'Other', user: `/users/${owner.id}` },
        ]);
      });
    });
  },
  { TEST_ENDPOINTS: '1', ENCRYPTION_KEY: 'k'.repeat(32), SMTP_URL: 'smtp://127.0.0.1:9' },
);
