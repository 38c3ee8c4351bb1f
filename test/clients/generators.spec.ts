import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { apis } from '../../src/app/api-document.js';
import { METHODS } from '../../src/core/openapi/types.js';
import { startServer } from '../support/api.js';
import { compiled } from '../support/compiled.js';
import { WITH_HEY_API, WITH_NEWMAN, WITH_ORVAL } from '../support/generated-clients.js';
import { openDatabase } from '../support/open-database.js';
import { run } from '../support/run.js';

// generators and compilers, in processes of their own
jest.setTimeout(480_000);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const NAMES = apis.map(({ title }) => title);

/** Runs a script of a package, or one of ours. */
const node = (...args: readonly string[]) => run(process.execPath, args, {}, ROOT);
const scriptOf = (name: string, path: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)), path);

describe('what generators make of the OpenAPI documents', () => {
  /** Below the checkout, so that what is generated finds its packages. */
  let directory = '';
  let env: Record<string, string> = {};
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    await mkdir(join(ROOT, 'var'), { recursive: true });
    directory = await mkdtemp(join(ROOT, 'var/generators-'));
    closing.push(() => rm(directory, { recursive: true }));
    await mkdir(join(directory, 'documents'));
    for (const { title, make } of apis)
      await writeFile(
        join(directory, 'documents', `${title}.json`),
        JSON.stringify(make('https://waybill.invalid')),
      );
    await writeFile(join(directory, 'package.json'), '{"type":"module"}');
    await writeFile(join(directory, 'hey-api.ts'), WITH_HEY_API);
    await writeFile(join(directory, 'orval.ts'), WITH_ORVAL);
    await writeFile(join(directory, 'newman.cjs'), WITH_NEWMAN);

    const databaseUrl = `sqlite:${join(directory, 'waybill.sqlite')}`;
    const { app, url } = await startServer(databaseUrl);
    closing.unshift(() => app.close());
    const database = await openDatabase(databaseUrl);
    const { clientId, clientSecret, workspaces } = await database.tenant();
    await database.close();
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const answer = await fetch(`${url}/oauth/v2/token`, { method: 'POST', body });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    env = { SERVER: url, TOKEN: token, WORKSPACE: `/workspaces/${workspaces[0]?.id}` };
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  it('openapi-typescript, hey-api and orval (fetch and zod) compile under tsc --strict', async () => {
    const generated = await node('test/support/generate-clients.mjs', directory);
    expect(generated).toMatchObject({ code: 0, stderr: '' });
    for (const name of NAMES)
      expect((await readdir(join(directory, name))).sort()).toEqual([
        'fetch.ts',
        'hey',
        'types.ts',
        'zod.ts',
      ]);
    const options = {
      strict: true,
      target: 'es2022',
      module: 'nodenext',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: ['node'],
      skipLibCheck: true,
      outDir: 'compiled',
    };
    const config = join(directory, 'tsconfig.json');
    await writeFile(config, JSON.stringify({ compilerOptions: options, include: ['**/*.ts'] }));
    const { code, stdout } = await node(scriptOf('typescript', 'bin/tsc'), '-p', config);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('a client of hey-api lists, makes, changes and deletes', async () => {
    const { stdout, stderr } = await run(process.execPath, [join(directory, 'compiled/hey-api.js')], env);
    expect({ stdout, stderr }).toEqual({ stdout: '[true,1,"ada@example.com",404]\n', stderr: '' });
  });

  it('a client of orval does too, and its zod schemas take the answers', async () => {
    const { stdout, stderr } = await run(process.execPath, [join(directory, 'compiled/orval.js')], env);
    expect({ stdout, stderr }).toEqual({
      stdout: '["ORVAL1",true,1,"ada@example.com",true,204]\n',
      stderr: '',
    });
  });

  it.each(NAMES)('openapi-to-postmanv2 makes a collection of all of %s', async (name) => {
    const [document, collection] = [`documents/${name}.json`, `${name}.postman.json`].map((each) =>
      join(directory, each),
    ) as [string, string];
    const converter = scriptOf('openapi-to-postmanv2', 'bin/openapi2postmanv2.js');
    const { code } = await node(
      converter,
      '-s',
      document,
      '-o',
      collection,
      '-O',
      'enableOptionalParameters=false',
    );
    expect(code).toBe(0);
    const { paths } = JSON.parse(await readFile(document, 'utf8')) as { paths: Record<string, object> };
    const operations = Object.values(paths).flatMap((item) => METHODS.filter((method) => method in item));
    type Items = readonly { readonly item?: Items }[];
    const requestsIn = (items: Items): number =>
      items.reduce((sum, { item }) => sum + (item ? requestsIn(item) : 1), 0);
    const { item } = JSON.parse(await readFile(collection, 'utf8')) as { item: Items };
    expect(requestsIn(item)).toBe(operations.length);
  });

  it('newman sends every request of the collection: lists are answered, and nothing fails inside', async () => {
    const { stdout, stderr } = await run(process.execPath, [join(directory, 'newman.cjs')], {
      ...env,
      COLLECTION: join(directory, 'TrackMage.postman.json'),
    });
    expect(stderr).toBe('');
    const { statuses, failures } = JSON.parse(stdout) as {
      statuses: readonly [string, number | null][];
      failures: readonly string[];
    };
    expect(failures).toEqual([]);
    expect(statuses.length).toBeGreaterThan(250);
    expect(statuses.filter(([, status]) => status === null || status >= 500)).toEqual([]);
    const lists = ['teams', 'workspaces', 'orders', 'order_items', 'shipments', 'shipment_items', 'statuses'];
    for (const each of lists) expect(statuses).toContainEqual([`GET /${each}`, 200]);
  });

  it('Redocly and Spectral have nothing to say', async () => {
    // it lints what has been compiled
    compiled('main.js');
    expect(await node('test/support/lint-openapi.mjs', 'dist')).toEqual({
      code: 0,
      stdout: '3 OpenAPI documents have no error and no warning.\n',
      stderr: '',
    });
  });
});
