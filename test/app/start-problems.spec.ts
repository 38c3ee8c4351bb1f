import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cli } from '../support/cli.js';
import { onEachDatabase } from '../support/databases.js';
import { openDatabase } from '../support/open-database.js';
import { serverProcesses } from '../support/server-process.js';

// processes start, each with all of the server's modules
jest.setTimeout(60_000);

/** What a process says that cannot start: one sentence, and nothing of what is secret. */
async function expectSentence(
  server: Awaited<ReturnType<ReturnType<typeof serverProcesses>>>,
  sentence: RegExp,
) {
  expect(await server.ended).toEqual({ code: 1, signal: null });
  const said = server
    .output()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{'));
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(sentence);
  expect(server.output()).not.toMatch(/\n\s+at /);
  expect(server.output()).not.toContain('hunter2');
}

onEachDatabase((database) => {
  const start = serverProcesses();

  it('a port that is in use is told in a sentence', async () => {
    const listening = createServer().listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    try {
      const server = await start({ DATABASE_URL: database.url(), PORT: String(port) });
      await expectSentence(server, new RegExp(`^Port ${port} of 127\\.0\\.0\\.1 is in use: `));
    } finally {
      listening.close();
    }
  });

  it('so is a host that is no address of this machine', async () => {
    const server = await start({ DATABASE_URL: database.url(), HOST: '192.0.2.1' });
    await expectSentence(server, /^HOST is 192\.0\.2\.1, which is no address of this machine\.$/);
  });

  describe('a database of a newer version', () => {
    const NEWER = 'FromTheFuture2795912343303';
    const withNewer = async (survives: boolean): Promise<void> => {
      const db = await openDatabase(database.url());
      await db.rows(`DELETE FROM migrations WHERE name = '${NEWER}'`);
      await db.rows(`INSERT INTO migrations (timestamp, name) VALUES (2795912343303, '${NEWER}')`);
      await db.rows(`DELETE FROM settings WHERE name = 'migrations_for_older_servers'`);
      if (survives)
        await db.rows(
          `INSERT INTO settings (name, content) VALUES ('migrations_for_older_servers', '["${NEWER}"]')`,
        );
      await db.close();
    };
    afterAll(async () => {
      const db = await openDatabase(database.url());
      await db.rows(`DELETE FROM migrations WHERE name = '${NEWER}'`);
      await db.close();
    });

    it('is refused', async () => {
      await withNewer(false);
      const sentence = new RegExp(
        `^The database was brought up to date by a newer Waybill .*${NEWER}.*: start that`,
      );
      await expectSentence(await start({ DATABASE_URL: database.url() }), sentence);
      const { code, stderr } = await cli(['migrate'], { DATABASE_URL: database.url() });
      expect(code).toBe(1);
      expect(stderr).toMatch(sentence);
    });

    it('is served where that version says that older servers may go on', async () => {
      await withNewer(true);
      const server = await (await start({ DATABASE_URL: database.url() })).ready();
      expect(server.output()).toContain('the database is of a newer version');
      server.kill('SIGTERM');
      expect(await server.ended).toEqual({ code: 0, signal: null });
    });
  });

  // a file lets everybody in
  if (database.kind === 'sqlite') return;
  it.each([
    [
      'a wrong password',
      (url: URL) => (url.password = 'hunter2'),
      /refuses the user "[^"]+": check the user and the password in DATABASE_URL\.$/,
    ],
    [
      'a database that is not there',
      (url: URL) => (url.pathname = '/no_such_database'),
      /has no database "no_such_database": CREATE DATABASE /,
    ],
  ])('%s is told in a sentence, by the server and by commands', async (_, spoil, sentence) => {
    const url = new URL(database.url());
    spoil(url);
    await expectSentence(await start({ DATABASE_URL: url.href }), sentence);
    const { code, stderr } = await cli(['migrate'], { DATABASE_URL: url.href });
    expect(code).toBe(1);
    expect(stderr.trim()).toMatch(sentence);
  });
});

describe('a file', () => {
  const start = serverProcesses();
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'waybill-start-'));
    await writeFile(
      join(directory, 'text.sqlite'),
      'This is a text of some length that no database is. '.repeat(40),
    );
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('that is no database is told in a sentence', async () => {
    const path = join(directory, 'text.sqlite');
    await expectSentence(
      await start({ DATABASE_URL: `sqlite:${path}` }),
      /^The file .*text\.sqlite of DATABASE_URL is no SQLite database/,
    );
  });

  it('whose folder is a file is told in a sentence', async () => {
    const path = join(directory, 'text.sqlite', 'waybill.sqlite');
    await expectSentence(
      await start({ DATABASE_URL: `sqlite:${path}` }),
      /^The file .* of DATABASE_URL cannot be opened \(E[A-Z]+\)\.$/,
    );
  });
});
