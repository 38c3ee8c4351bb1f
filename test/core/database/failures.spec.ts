import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection } from 'mysql2/promise';
import { MYSQL_FAILURES, SQLITE_FAILURES } from '../../../src/core/database/failure-codes.js';
import { failureOf } from '../../../src/core/database/failures.js';
import { onEachApi, type Answer, type TenantClient } from '../../support/api.js';
import { unique } from '../../support/one-of-each.js';
import { eventually } from '../../support/receiver.js';

const require = createRequire(import.meta.url);
// what the package exports does not have it
const file = fileURLToPath(new URL('../../../node_modules/mysql2/lib/constants/errors.js', import.meta.url));
const NAMES = require(file) as Readonly<Record<string, number | string>>;

/** MariaDB's own, which the driver does not know by these numbers. */
const OF_MARIADB = new Set([1927, 1932, 1969, 2006, 2013, 4151]);

const CASES = MYSQL_FAILURES.flatMap(({ kind, cause, codes }) =>
  Object.entries(codes).map(([errno, name]) => ({ kind, cause, errno: Number(errno), name })),
);

describe('an error of MariaDB or MySQL', () => {
  it.each(CASES)('$errno $name ($cause) is $kind', ({ kind, errno, name }) => {
    expect(failureOf({ errno, code: name })).toEqual({ kind });
    expect(failureOf({ driverError: { errno, code: name } })).toEqual({ kind });
    if (!OF_MARIADB.has(errno)) expect(NAMES[name]).toBe(errno);
  });

  it.each([
    [
      'a duplicate',
      { errno: 1062, message: "Duplicate entry 'x' for key 'UQ_a'" },
      { kind: 'duplicate', index: 'UQ_a' },
    ],
    ['a statement that is none', { errno: 1064, code: 'ER_PARSE_ERROR' }, { kind: 'other' }],
    ['a column that is not there', { errno: 1054, code: 'ER_BAD_FIELD_ERROR' }, { kind: 'other' }],
    ['a value that is too long', { errno: 1406, code: 'ER_DATA_TOO_LONG' }, { kind: 'other' }],
  ])('%s is about the statement', (_, error, failure) => {
    expect(failureOf(error)).toEqual(failure);
  });
});

describe('an error of SQLite', () => {
  it.each([...SQLITE_FAILURES])('%s is %s, and so is what extends it', (code, kind) => {
    expect(failureOf({ code })).toEqual({ kind });
    expect(failureOf({ driverError: { code: `${code}_MORE` } })).toEqual({ kind });
  });

  it.each(['SQLITE_ERROR', 'SQLITE_CONSTRAINT_NOTNULL', 'SQLITE_FULLER', 'SQLITE_MISUSE'])(
    '%s is about the statement',
    (code) => {
      expect(failureOf({ code })).toEqual({ kind: 'other' });
    },
  );
});

function expectUnavailable({ status, headers, body }: Answer): void {
  expect({ status, retry: headers.get('retry-after') }).toEqual({
    status: 503,
    retry: expect.stringMatching(/^\d+$/),
  });
  expect(JSON.stringify(body)).not.toMatch(/SQLSTATE|ER_|SQLITE|trigger|thrown/);
}

onEachApi(
  (api) => {
    let tenant: TenantClient;
    beforeAll(async () => {
      tenant = await api.tenant();
    });
    const write = (): Promise<Answer> =>
      tenant.post('/orders', { workspace: tenant.workspace, orderNumber: unique() });

    if (api.database.kind === 'mariadb')
      describe('a write that MariaDB ends with an error', () => {
        let root: Connection;
        beforeAll(async () => {
          root = await createConnection(api.database.url());
        });
        afterEach(() => root.query('DROP TRIGGER IF EXISTS thrown'));
        afterAll(() => root.end());
        const unavailable = CASES.filter(({ kind }) => kind === 'unavailable');
        const others = CASES.filter(({ kind }) => kind === 'collision');
        const throwing = (errno: number): Promise<unknown> =>
          root.query(
            `CREATE TRIGGER thrown BEFORE INSERT ON orders FOR EACH ROW
              SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = ${errno}, MESSAGE_TEXT = 'thrown'`,
          );

        it.each(unavailable)('$errno $name is a 503, and a 201 when it is over', async ({ errno }) => {
          await throwing(errno);
          expectUnavailable(await write());
          await root.query('DROP TRIGGER thrown');
          expect((await write()).status).toBe(201);
        });

        it.each(others.filter(({ errno }) => errno === 1213 || errno === 3572))(
          '$errno $name is done again, and then a 409 or 503',
          async ({ errno }) => {
            await throwing(errno);
            expect([409, 503]).toContain((await write()).status);
          },
        );
      });

    if (api.database.kind === 'sqlite')
      describe('an SQLite file that another process holds', () => {
        let holder: ChildProcess | undefined;
        const release = async (): Promise<void> => {
          if (!holder || holder.exitCode !== null || holder.signalCode !== null) return;
          const ended = once(holder, 'exit');
          holder.kill('SIGKILL');
          await ended;
        };
        afterEach(release);

        it('holds up no other request, is a 503 after a while, and a 201 when it is let go', async () => {
          const path = api.database.url().replace('sqlite:', '');
          holder = spawn(process.execPath, ['-e', HOLD, path], {
            stdio: ['ignore', 'pipe', 'inherit'],
            cwd: process.cwd(),
          });
          await once(holder.stdout as NodeJS.ReadableStream, 'data');
          let isOver = false;
          const writing = write().finally(() => (isOver = true));
          const waits: number[] = [];
          while (!isOver) {
            const began = performance.now();
            expect((await api.anonymous().get('/health')).status).toBe(200);
            expect((await tenant.get('/orders?itemsPerPage=1')).status).toBe(200);
            waits.push(performance.now() - began);
          }
          expectUnavailable(await writing);
          // the wait for the lock is five seconds, in which everybody else has a turn
          expect(waits.length).toBeGreaterThan(50);
          expect(Math.max(...waits)).toBeLessThan(2000);
          await release();
          await eventually('writes are taken again', async () => (await write()).status === 201);
        });
      });
  },
  { WORKER: '0' },
);

/** Takes the file's lock for writing, says so, and keeps it. */
const HOLD = `
  const Database = require('libsql');
  const connection = new Database(process.argv[1]);
  connection.exec('BEGIN IMMEDIATE');
  console.log('held');
  setInterval(() => undefined, 1000);
`;
