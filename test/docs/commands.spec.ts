import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { cli } from '../support/cli.js';
// the sync worker runs it
import '../support/built-client.js';
import { type Block, blocksOf, PAGES, pageText } from '../support/markdown-blocks.js';
import { openDatabase } from '../support/open-database.js';
import { eventually } from '../support/receiver.js';
import { run } from '../support/run.js';
import { serverProcesses, type ServerProcess } from '../support/server-process.js';

/*
 * The commands and requests of the pages are run in their order, as a reader would paste them, against a server that has just
 * made the demo; what stands beside them as an answer is compared with what is answered.
 */

// some pages start the command line several times
jest.setTimeout(180_000);

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Pages whose commands are run, in this order; the first says what the others go on from. */
const RUN = [
  'docs/getting-started.md',
  'docs/lists.md',
  'docs/dashboards.md',
  'docs/analytics.md',
  'docs/predictions.md',
  'docs/writing.md',
  'docs/sync-worker.md',
  'docs/tool-builders.md',
  'docs/from-bigcommerce.md',
  'docs/from-magento.md',
  'docs/tracking-sources.md',
  'docs/changes.md',
  'docs/command-line.md',
  'docs/webhooks.md',
];

/** What cannot be run here, and how many of it: whoever adds one says so twice. */
const NOT_RUN: Readonly<Record<string, number>> = {
  'CONTRIBUTING.md': 2,
  'README.md': 1,
  'bench/README.md': 1,
  'docs/command-line.md': 1,
  'docs/databases.md': 1,
  'docs/getting-started.md': 1,
  'docs/mcp.md': 1,
  'docs/operations.md': 1,
  'web/README.md': 1,
};

/** What is neither a command nor an answer, and what shows that it is right. */
const OTHER: Readonly<Record<string, string>> = {
  'clients/typescript/README.md ts': 'test/clients/waybill-client.spec.ts',
  'docs/architecture.md mermaid': 'test/tooling/documents.spec.ts',
  'docs/databases.md sql': 'below',
  'docs/tool-builders.md tsx': 'test/clients/api-platform-admin.spec.ts',
  'docs/tracking-pages.md html': 'below',
};

/** The README has a test of its own, which compares it with what a start prints. */
const ELSEWHERE = ['README.md'];

/** What a reader has done before a block with this text. */
const BEFORE: readonly (readonly [text: string, commands: string])[] = [
  [
    'client:create --workspace $WORKSPACE --name "Sync worker" --json\nnode',
    `WORKSPACE=$(node dist/src/cli.js tenant:create --team Red --email red@example.com --workspace Shop --json | jq -r '.workspaces[0].id')`,
  ],
];

const isCommand = ({ language, notRun }: Block): boolean =>
  notRun === undefined && ['sh', 'http'].includes(language);
const isAnswer = ({ language }: Block): boolean => ['json', 'text'].includes(language);

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The requests of a block of HTTP, as commands: a line with method and path, lines of headers, and after an empty line a body. */
function commandsOf(http: string): string {
  return http
    .replace(/^#.*\n/gm, '')
    .split(/^(?=[A-Z]+ \/)/m)
    .map((each) => {
      const [head = '', body] = each.split(/\n\n([\s\S]*)/);
      const [line = '', ...headers] = head.trim().split('\n');
      const [method = '', path = ''] = line.split(' ');
      const words = [
        ...['curl', '-sg', '-X', method, '-H', '"Authorization: Bearer $TOKEN"'],
        ...headers.flatMap((header) => ['-H', quoted(header)]),
        ...(body === undefined ? [] : ['--data-binary', quoted(body)]),
        `"$URL"${quoted(path)}`,
      ];
      return words.join(' ').replaceAll('{id}', `'"$WORKSPACE"'`);
    })
    .join('\n');
}

/** What somebody who reads a stream does meanwhile, until it tells of it. */
const listening = (command: string): string => `
${command} > "$SCRATCH/stream" &
LISTENER=$!
SHIPMENT=$(curl -sg -H "Authorization: Bearer $TOKEN" "$URL/workspaces/$WORKSPACE/shipments?itemsPerPage=1" | jq -r '."hydra:member"[0].id')
for each in $(seq 200); do
  curl -s -X PUT -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' $URL/shipments/$SHIPMENT -d '{"email": "ada'$each'@example.com"}' > "$SCRATCH/ignored"
  grep -q '^data:' "$SCRATCH/stream" && break
  sleep 0.1
done
kill $LISTENER
cat "$SCRATCH/stream"`;

function scriptOf(block: Block, answer: Block | undefined): string {
  if (block.language === 'http') return commandsOf(block.text);
  const command = block.text.trim();
  if (command.startsWith('curl -sN')) return listening(command);
  // the answer that a line takes apart
  const taken = /^\w+=\$\((curl .*) \| sed .*\)$/.exec(command)?.[1];
  if (taken && answer) return `${command}\n${taken}`;
  return answer?.text.includes('ConstraintViolationList') ? `{ ${command}\n} || [ $? = 22 ]` : command;
}

/** What is said, by its paths, and the kind of its value: `hydra:member[].daysInTransit number`. */
function kinds(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => kinds(each, `${path}[]`));
  if (value === null) return [`${path} null`];
  if (typeof value === 'string' && path.endsWith('@type')) return [`${path} ${value}`];
  if (typeof value !== 'object') return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([name, each]) => kinds(each, path === '' ? name : `${path}.${name}`));
}

/** A line of an answer in words: ids are others, and `…` stands for anything. */
const lineLike = (line: string): RegExp =>
  new RegExp(
    `^${line
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{8}-…/g, '[0-9a-f-]+')
      .replaceAll('…', '.*')}$`,
  );

function compare(answer: Block, output: string): void {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (answer.language === 'json') {
    const said = kinds(JSON.parse(lines.at(-1) ?? ''));
    expect(said).toEqual(expect.arrayContaining([...kinds(JSON.parse(answer.text))]));
    return;
  }
  let at = 0;
  for (const line of answer.text.trim().split('\n')) {
    if (line === '…') continue;
    const found = lines.slice(at).findIndex((each) => lineLike(line).test(each));
    if (found < 0) throw new Error(`Nothing says ${line}:\n${output}`);
    at += found + 1;
  }
}

describe('the pages', () => {
  it('have no block that is neither run, nor an answer to one, nor named here with a reason', () => {
    const wrong: string[] = [];
    const notRun: Record<string, number> = {};
    const other = new Set<string>();
    for (const file of PAGES) {
      let previous: Block | undefined;
      for (const block of blocksOf(file)) {
        const place = `${file}:${block.line} ${block.language}`;
        if (isCommand(block)) {
          if (![...RUN, ...ELSEWHERE].includes(file)) wrong.push(place);
        } else if (block.notRun !== undefined) notRun[file] = (notRun[file] ?? 0) + 1;
        else if (isAnswer(block)) {
          if (!previous || !isCommand(previous)) wrong.push(place);
        } else if (`${file} ${block.language}` in OTHER) other.add(`${file} ${block.language}`);
        else wrong.push(place);
        previous = block;
      }
    }
    expect(wrong).toEqual([]);
    expect(notRun).toEqual(NOT_RUN);
    expect([...other].sort()).toEqual(Object.keys(OTHER).sort());
  });

  it('name scripts that there are', () => {
    const scripts = (file: string): readonly string[] =>
      Object.keys((JSON.parse(pageText(file)) as { scripts: Readonly<Record<string, string>> }).scripts);
    const all = [...scripts('package.json'), ...scripts('web/package.json')];
    const named = PAGES.flatMap((file) =>
      [...pageText(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !all.includes(name))).toEqual([]);
  });

  it('name commands that there are', async () => {
    const { stdout } = await cli(['help']);
    const known = new Set([...stdout.matchAll(/^ {2}([a-z][a-z:-]*)/gm)].map(([, name = '']) => name));
    const named = PAGES.filter((file) => !file.startsWith('docs/adr')).flatMap((file) =>
      [...pageText(file).matchAll(/(?:`cli|dist\/src\/cli\.js|npx waybill) ([a-z][a-z:-]*)/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

/** Waits until the server has counted the demo's parcels: its predictions are made of them. */
async function predicted(databaseUrl: string): Promise<void> {
  const db = await openDatabase(databaseUrl);
  const count = async (table: string): Promise<number> =>
    Number((await db.database.read(`SELECT COUNT(*) FROM ${table}`, []))[0]?.[0]);
  try {
    await eventually(
      "the demo's history is counted",
      async () => (await count('delivery_histograms')) > 0 && (await count('prediction_queue')) === 0,
      60_000,
    );
  } finally {
    await db.close();
  }
}

describe('with a server that has the demo', () => {
  const start = serverProcesses();
  let scratch = '';
  let server: ServerProcess;
  let environment: Readonly<Record<string, string>> = {};
  /** What the lines of getting started have set: lines of a shell. */
  let state = '';
  /** What the pages have in place of what this start has printed. */
  let replaced: readonly (readonly [RegExp, string])[] = [];

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'waybill-pages-'));
    const databaseUrl = `sqlite:${join(scratch, 'waybill.sqlite')}`;
    server = await (await start({ DEMO: '1', DATABASE_URL: databaseUrl })).ready();
    const token = /^TOKEN=.*$/m;
    for (const end = Date.now() + 30_000; !token.test(server.output()) && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await predicted(databaseUrl);
    const [, credentials = ''] = /(-d client_id=\S+ -d client_secret=\S+)/.exec(server.output()) ?? [];
    const [, workspace = ''] = /\/workspaces\/([0-9a-f-]{36})\//.exec(server.output()) ?? [];
    replaced = [
      [/-d client_id=\S+ -d client_secret=\S+…/g, credentials],
      [/fd82433a-cca0-4b0b-9a27-0c44d99ed72d/g, workspace],
      [/http:\/\/localhost:3000/g, server.url],
    ];
    // a refusal ends a command with code 22, and every answer ends its line
    await writeFile(join(scratch, '.curlrc'), 'fail-with-body\nwrite-out = "\\n"\n');
    environment = { CURL_HOME: scratch, HOME: scratch, SCRATCH: scratch, DATABASE_URL: databaseUrl };
  });
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  it.each(RUN)('%s: its commands do what it says', async (file) => {
    const blocks = blocksOf(file);
    const commands = blocks.flatMap((block, index) => {
      if (!isCommand(block)) return [];
      const next = blocks[index + 1];
      return [{ block, answer: next && isAnswer(next) ? next : undefined }];
    });
    expect(commands.length).toBeGreaterThan(0);
    const parts = commands.map(({ block, answer }) => {
      const before = BEFORE.filter(([text]) => block.text.includes(text)).map(([, each]) => each);
      const script = replaced.reduce(
        (text, [pattern, word]) => text.replace(pattern, () => word),
        [...before, scriptOf(block, answer)].join('\n'),
      );
      return `printf '\\036${file}:${block.line}\\n'\n${script}\n`;
    });
    const keep = 'declare -p TOKEN URL WORKSPACE > "$SCRATCH/state"';
    const script = ['set -eo pipefail', state, ...parts, ...(state === '' ? [keep] : [])].join('\n');
    // the command line's page begins with an empty database
    const own = { DATABASE_URL: `sqlite:${join(scratch, 'empty.sqlite')}` };
    const env = { ...environment, ...(file === 'docs/command-line.md' ? own : {}) };
    const { code, stdout, stderr } = await run('bash', ['-c', script], env, ROOT);
    const outputs = stdout.split('\x1e').slice(1);
    if (code !== 0) throw new Error(`Code ${code} after ${outputs.at(-1)}${stderr}`);
    expect(outputs).toHaveLength(commands.length);
    for (const [index, { answer }] of commands.entries()) {
      const [, output = ''] = /^.*\n([\s\S]*)$/.exec(outputs[index] ?? '') ?? [];
      if (answer) compare(answer, output);
    }
    if (state === '') state = await readFile(join(scratch, 'state'), 'utf8');
  });

  it('the requests that sentences name are described in one of the documents, or known', async () => {
    const known = new Set(['GET /metrics', 'GET /health', 'GET /health/ready']);
    for (const path of ['/docs.json', '/docs/bigcommerce.json', '/docs/api2.json']) {
      const { paths } = (await (await fetch(server.url + path)).json()) as {
        paths: Readonly<Record<string, object>>;
      };
      for (const [each, methods] of Object.entries(paths))
        for (const method of Object.keys(methods)) known.add(`${method.toUpperCase()} ${each}`);
    }
    const patterns = [...known].map(
      (each) => new RegExp(`^${each.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]*\}/g, '[^/]+')}$`),
    );
    const isKnown = (request: string): boolean =>
      request.includes('…')
        ? [...known].some((each) =>
            each.replace(/\{[^}]*\}/g, '{id}').startsWith(request.split('…')[0] ?? ''),
          )
        : patterns.some((pattern) => pattern.test(request));
    const requests = PAGES.filter((file) => !file.startsWith('docs/adr')).flatMap((file) =>
      [...pageText(file).matchAll(/`((?:GET|POST|PUT|PATCH|DELETE)\s\/[^`\s?]*)/g)].map(
        ([, request = '']) => [file, request.replace(/\s/, ' ').replace(/<[^>]*>/g, '{id}')] as const,
      ),
    );
    expect(requests.length).toBeGreaterThan(60);
    expect(requests.filter(([, request]) => !isKnown(request)).map((each) => each.join(' '))).toEqual([]);
  });

  it("the widget's script is there", async () => {
    const html = blocksOf('docs/tracking-pages.md').find(({ language }) => language === 'html')?.text ?? '';
    const [, path = ''] = /src="https:\/\/waybill\.example\.com([^"]+)"/.exec(html) ?? [];
    const answer = await fetch(server.url + path);
    expect(answer.status).toBe(200);
    const script = await answer.text();
    for (const [, name = ''] of html.matchAll(/ data-(\w+)="/g)) expect(script).toContain(name);
  });
});

const mariadb = process.env.TEST_MARIADB_URL;
(mariadb ? describe : describe.skip)('with a MariaDB', () => {
  const start = serverProcesses();
  const { host } = new URL(mariadb ?? 'mysql://localhost');
  const drop = async (): Promise<void> => {
    const connection = await createConnection(`${mariadb}`);
    await connection.query('DROP DATABASE IF EXISTS waybill');
    await connection.query("DROP USER IF EXISTS 'waybill'@'%'");
    await connection.end();
  };
  beforeAll(drop);
  afterAll(drop);

  it('docs/databases.md: a server runs on the database that its statements make', async () => {
    const blocks = blocksOf('docs/databases.md');
    const statements = blocks.find(({ language }) => language === 'sql')?.text ?? '';
    const connection = await createConnection({ uri: `${mariadb}`, multipleStatements: true });
    await connection.query(statements);
    await connection.end();
    const command = blocks.find(({ language }) => language === 'sh')?.text ?? '';
    const [, url = ''] = /^DATABASE_URL='(.*)' npm start$/.exec(command.trim()) ?? [];
    const server = await start({ DATABASE_URL: url.replace('db.example.com:3306', host) });
    await server.ready();
    expect(await (await fetch(`${server.url}/health/ready`)).json()).toMatchObject({ status: 'ok' });
    server.kill('SIGTERM');
    await server.ended;
  });
});
