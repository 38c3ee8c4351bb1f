import { describe, expect, it, jest } from '@jest/globals';
import { onEachApi } from '../support/api.js';
import { onEachDatabase } from '../support/databases.js';
import { openDatabase } from '../support/open-database.js';
import { cli } from '../support/cli.js';

// a process each
jest.setTimeout(120_000);

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** One line of JSON and nothing else. */
function jsonOf(stdout: string): Record<string, never> {
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return JSON.parse(stdout) as Record<string, never>;
}

describe('used wrongly, it says so on standard error, shows the usage and ends with code 2', () => {
  const tenant = ['tenant:create', '--team', 'Shop', '--email', 'a@example.com', '--workspace', 'Main'];
  const replaced = (option: string, value: string): string[] =>
    tenant.map((each, at) => (tenant[at - 1] === option ? value : each));

  it.each<[string, string[], string]>([
    ['no command', [], 'A command is missing.'],
    ['an unknown command', ['tenant:drop'], 'There is no command "tenant:drop".'],
    ['no options', ['tenant:create'], '--team is missing.'],
    ['an option too few', tenant.slice(0, 5), '--workspace is missing.'],
    ['a blank team', replaced('--team', '  '), '--team is missing.'],
    ['a long team', replaced('--team', 'x'.repeat(256)), '--team must be at most 255 characters long.'],
    ['a blank workspace', replaced('--workspace', ' '), '--workspace is missing.'],
    ['no address', replaced('--email', 'a@'), '--email must be an e-mail address, not "a@".'],
    ['an unknown option', [...tenant, '--colour', 'red'], "Unknown option '--colour'."],
    ['an argument too many', [...tenant, 'more'], "Unexpected argument 'more'."],
    ['a client without workspace', ['client:create', '--name', 'x'], '--workspace is missing.'],
    ['a client without name', ['client:create', '--workspace', NOBODY], '--name is missing.'],
    [
      'a client of a team',
      ['client:create', '--workspace', '/teams/1', '--name', 'x'],
      '--workspace must be the id or IRI of a workspace, not "/teams/1".',
    ],
    ['a token without scope', ['store-token:create', '--workspace', NOBODY], '--scope is missing.'],
    [
      'a token of an unknown scope',
      ['store-token:create', '--workspace', NOBODY, '--scope', 'write'],
      '--scope must be modify or read-only, not "write".',
    ],
    [
      'no number of deliveries',
      ['predictions:backtest', '--last', '0'],
      '--last must be a whole number above zero, not "0".',
    ],
    ['an option of another command', ['migrate', '--json'], "Unknown option '--json'."],
  ])('%s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await cli(args);
    const [line, blank, usage] = stderr.split('\n');
    expect([line, blank, usage]).toEqual([sentence, '', 'Usage: node dist/src/cli.js <command>']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('predictions', () => {
  onEachDatabase((database) => {
    it('are judged by replaying the demo, and made anew without a difference', async () => {
      const env = { DATABASE_URL: database.url() };
      expect((await cli(['demo'], env)).code).toBe(0);
      const rebuilt = jsonOf((await cli(['predictions:rebuild', '--json'], env)).stdout);
      expect(rebuilt.shipments).toBeGreaterThan(200);
      expect(rebuilt.histograms).toBeGreaterThan(300);
      expect(jsonOf((await cli(['predictions:rebuild', '--json'], env)).stdout).differences).toBe(0);
      const { stdout, code } = await cli(['predictions:backtest'], env);
      expect(code).toBe(0);
      const lines = stdout.trim().split('\n');
      expect(lines.map((line) => line.slice(0, 12).trim())).toEqual([
        'predicted at',
        'ship time',
        'first scan',
        'half-way',
        'all',
      ]);
      expect(lines[4]).toMatch(/^all +\d{3} +\d\.\d\d +\d+\.\d % +\d\d\.\d % +\d\.\d\d /);
      const json = await cli(['predictions:backtest', '--last', '50', '--json'], env);
      expect((JSON.parse(json.stdout) as { moment: string }[]).map(({ moment }) => moment)).toHaveLength(4);
      const nobody = await cli(['predictions:rebuild', '--workspace', NOBODY], env);
      expect(nobody).toMatchObject({ code: 1, stderr: `There is no workspace ${NOBODY}.\n` });
    });
  });
});

it('help shows every command', async () => {
  const { code, stdout, stderr } = await cli(['help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const command of [
    'tenant:create',
    'client:create',
    'store-token:create',
    'predictions:backtest',
    'predictions:rebuild',
    'migrate',
    'demo',
    'help',
  ])
    expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
});

describe('when it fails, it says why in one sentence and ends with code 1', () => {
  it.each([
    [{ DATABASE_URL: 'nowhere' }, /^DATABASE_URL must be .*, not "nowhere"\.\n$/],
    [
      { DATABASE_URL: 'mysql://u:hunter2@127.0.0.1:1/waybill' },
      /^The database server at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)\.\n$/,
    ],
  ])('%j', async (env, expected) => {
    const { code, stdout, stderr } = await cli(['migrate'], env);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toContain('hunter2');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });
});

onEachApi((api) => {
  const run = (...args: string[]): ReturnType<typeof cli> => cli(args, { DATABASE_URL: api.database.url() });
  const tenant = (...args: string[]): ReturnType<typeof cli> =>
    run('tenant:create', '--team', 'Blue team', '--email', 'blue@example.com', ...args);

  it('makes a tenant while the server runs, and the server knows it at once', async () => {
    const { code, stdout, stderr } = await tenant(
      '--workspace',
      'Main',
      '--workspace',
      'Täglich & "more"',
      '--json',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const made = jsonOf(stdout);
    expect(Object.keys(made)).toEqual(['teamId', 'userId', 'clientId', 'clientSecret', 'workspaces']);
    const { teamId, userId, clientId, clientSecret } = made as Record<string, string>;
    expect([teamId, userId]).toEqual([expect.stringMatching(UUID), expect.stringMatching(UUID)]);
    expect(clientId).toMatch(/^[a-z0-9_-]{30,100}$/);
    expect(clientSecret).toMatch(/^[a-z0-9_-]{40,100}$/);
    expect(made.workspaces).toEqual([
      {
        id: expect.stringMatching(UUID),
        title: 'Main',
        storeHash: expect.stringMatching(/^[a-z0-9]{10,20}$/),
      },
      { id: expect.stringMatching(UUID), title: 'Täglich & "more"', storeHash: expect.any(String) },
    ]);
    const client = await api.as({ clientId: clientId ?? '', clientSecret: clientSecret ?? '' });
    const { body } = await client.get('/workspaces');
    expect(body['hydra:member'].map((each: { title: string }) => each.title)).toEqual([
      'Main',
      'Täglich & "more"',
    ]);
    // the WooCommerce plugin maps its own ones to them
    for (const { '@id': iri } of body['hydra:member']) {
      const statuses = (await client.get(`${iri}/statuses?entity=orders`)).body['hydra:member'];
      expect(statuses.slice(0, 3).map(({ code }: { code: string }) => code)).toEqual([
        'new',
        'pending',
        'processing',
      ]);
    }
    // and makes its links on it
    for (const { defaultTrackingPage } of body['hydra:member']) {
      expect((await client.get(defaultTrackingPage as string)).body).toMatchObject({ usedByDefault: true });
    }
    const rows = await api
      .db()
      .read('SELECT secretHash FROM oauth_clients WHERE publicId = ?', [clientId ?? '']);
    expect(rows).toEqual([[expect.stringMatching(/^[\da-f]{64}$/)]]);
    expect(JSON.stringify(rows)).not.toContain(clientSecret);
  });

  it('gives another team to the user that has the address', async () => {
    const first = jsonOf((await tenant('--workspace', 'One', '--json')).stdout);
    const again = jsonOf((await tenant('--workspace', 'Two', '--json')).stdout);
    expect(again.userId).toBe(first.userId);
    expect(again.teamId).not.toBe(first.teamId);
    expect(again.clientId).not.toBe(first.clientId);
  });

  it('prints readable lines without --json', async () => {
    const { stdout } = await tenant('--workspace', 'Shop 7');
    expect(stdout.split('\n').map((line) => line.slice(0, 15).trim())).toEqual([
      ...['team', 'user', 'client id', 'client secret', 'workspace', ''],
    ]);
    expect(stdout).toMatch(/^workspace {6}[\da-f-]{36} {3}Shop 7 \(store [a-z0-9]+\)$/m);
  });

  it('makes a client that sees one workspace, by its id or IRI', async () => {
    const { workspaces, userId } = await api.tenant(['First', 'Second']);
    const second = workspaces[1]?.id ?? '';
    for (const workspace of [second, `/workspaces/${second}`]) {
      const { code, stdout, stderr } = await run(
        'client:create',
        '--workspace',
        workspace,
        '--name',
        'Worker',
        '--json',
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const made = jsonOf(stdout);
      expect(Object.keys(made)).toEqual(['clientId', 'clientSecret']);
      const client = await api.as({
        clientId: String(made.clientId),
        clientSecret: String(made.clientSecret),
      });
      const { body } = await client.get('/workspaces');
      expect(body['hydra:member'].map((each: { id: string }) => each.id)).toEqual([second]);
      const owner = await api
        .db()
        .read(
          'SELECT u.id, c.name FROM oauth_clients c JOIN users u ON u.pk = c.userPk WHERE c.publicId = ?',
          [String(made.clientId)],
        );
      expect(owner).toEqual([[userId, 'Worker']]);
    }
    const { stdout } = await run('client:create', '--workspace', second, '--name', 'Worker');
    expect(stdout).toMatch(
      /^client id {6}[a-z0-9_-]+\nclient secret {2}[a-z0-9_-]+ {3}\(shown only now\)\n$/,
    );
  });

  it('makes no client of a workspace that is not there, or whose team has no owner', async () => {
    const { workspaces, userId } = await api.tenant();
    const id = workspaces[0]?.id ?? '';
    expect(await run('client:create', '--workspace', NOBODY, '--name', 'Worker', '--json')).toEqual({
      code: 1,
      stdout: '',
      stderr: `There is no workspace with the id ${NOBODY}.\n`,
    });
    await api
      .db()
      .transaction((transaction) =>
        transaction.run('DELETE FROM memberships WHERE userPk = (SELECT pk FROM users WHERE id = ?)', [
          userId,
        ]),
      );
    expect(await run('client:create', '--workspace', id, '--name', 'Worker')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The team of this workspace has no owner.\n',
    });
  });
});

onEachDatabase((database) => {
  it('migrate says what it ran; demo fills the database once', async () => {
    const env = { DATABASE_URL: database.url(), PUBLIC_URL: 'https://api.example.com' };
    const first = await cli(['migrate'], env);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^(Ran [A-Za-z]+\d+\.\n)+$/);
    const again = { code: 0, stdout: 'The tables are up to date.\n', stderr: '' };
    expect(await cli(['migrate'], env)).toEqual(again);

    const demo = await cli(['demo'], env);
    expect(demo).toMatchObject({ code: 0, stderr: '' });
    expect(demo.stdout).toMatch(/client secret {2}[a-z0-9_-]+/);
    expect(demo.stdout).toContain('https://api.example.com/oauth/v2/token');
    expect(await cli(['demo'], env)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The database holds a team already; the demo is for an empty one.\n',
    });
    const db = await openDatabase(database.url());
    const teams = await db.rows('SELECT name FROM teams');
    await db.close();
    expect(teams).toEqual([{ name: 'Demo team' }]);
  });
});
