import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { serverProcesses, type ServerProcess } from '../support/server-process.js';

/*
 * What the README says one can paste is pasted, into a server that has just been started, and what it says is answered is compared
 * with what is.
 */

// a process starts and makes the demo
jest.setTimeout(60_000);

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const blocks = (language: string): readonly string[] =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );

/** Words of the demo that differ from one start to the next. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/localhost:\d+|127\.0\.0\.1:\d+/g, 'HOST'],
  [/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|client_id=\S+/g, 'ID'],
  [/client_secret=\S+/g, 'SECRET'],
];
const withoutChanges = (text: string): string =>
  CHANGES.reduce((all, [pattern, word]) => all.replace(pattern, word), text).trim();

/** What is said, by its paths, and the kind of its value: `hydra:member[].daysInTransit` number. */
function kinds(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => kinds(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([name, each]) => kinds(each, path === '' ? name : `${path}.${name}`));
}

describe('the README', () => {
  const start = serverProcesses();
  let directory = '';
  let server: ServerProcess;
  /** The three lines that the start has printed. */
  let printed: readonly string[] = [];
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'waybill-readme-'));
    const env = { DEMO: '1', DATABASE_URL: `sqlite:${join(directory, 'waybill.sqlite')}` };
    server = await (await start(env)).ready();
    const lines = () =>
      server
        .output()
        .split('\n')
        .flatMap((line) => /^\s*((?:TOKEN=|curl ).*)$/.exec(line)?.[1] ?? []);
    for (const end = Date.now() + 30_000; lines().length < 3 && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 50));
    printed = lines();
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('begins with the two commands, which are there', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    expect(blocks('sh')[0]).toBe('npm ci\nnpm start\n');
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'prestart']));
  });

  it('has the three lines that a start prints', () => {
    const told = blocks('sh').slice(1).map(withoutChanges);
    expect(told).toEqual(printed.map(withoutChanges));
  });

  it('tells truly what they answer', () => {
    const [token = '', list = '', post = ''] = printed;
    const answers = execFileSync('bash', ['-c', `${token}\n${list}\n${post}`], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
    const told = blocks('json').map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(told).toHaveLength(2);
    for (const [index, example] of told.entries())
      expect(kinds(answers[index])).toEqual(expect.arrayContaining([...kinds(example)]));
    const { trackingNumber, trackingStatus, orderNumbers, email, daysInTransit, originCarrier } =
      told[1] ?? {};
    expect(answers[1]).toMatchObject({
      trackingNumber,
      trackingStatus,
      orderNumbers,
      email,
      daysInTransit,
      originCarrier,
    });
    expect(answers[0]).toMatchObject({ 'hydra:totalItems': expect.any(Number) });
  });

  it('is one page', () => {
    expect(README.split('\n').length).toBeLessThanOrEqual(125);
  });
});
