import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../../src/config/config.js';
import { isWeakSecret } from '../../src/config/secret-strength.js';
import { onEachDatabase } from '../support/databases.js';
import { openDatabase } from '../support/open-database.js';
import { cli } from '../support/cli.js';
import { eventually } from '../support/receiver.js';
import { type ServerProcess, serverProcesses } from '../support/server-process.js';

const random = (): string => randomBytes(32).toString('hex');
const SECRETS = { JWT_SECRET: random(), ENCRYPTION_KEY: random() };
const PRODUCTION = { NODE_ENV: 'production', ...SECRETS };

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('a secret', () => {
  it.each([
    ['repetition', 'x'.repeat(64)],
    ['repetition', '0123456789abcdef'.repeat(4)],
    ['repetition', 'P@ssw0rd!'.repeat(6)],
    ['few characters', 'aabb1212abab2211bbaa1122abba2112aabb1221b2a1a1b2b1a2a2b1ab12ba21'],
    ['a run of the alphabet', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'],
    ['a run of the keyboard', 'qwertyuiopasdfghjklzxcvbnm1234567890QWERTYUIOPASDFGHJKLZXCVBNM'],
    ['digits in order', '1234567890'.repeat(8)],
    ['an example', 'change-me-to-something-long-and-random-before-you-start-0815'],
    ['masked words', 'Sup3rS3cr3tK3yF0rMyW4ybillPr0duct1onSystem!!XYZ'],
    ['a sentence', 'Nobody would ever find out that it is my dog who likes to sleep all day'],
    ['words without blanks', 'nobodywouldeverfindoutthatitismydogwholikestosleepalldaylong'],
    ['16 bytes', randomBytes(16).toString('hex')],
    ['24 bytes', randomBytes(24).toString('base64')],
    ['a UUID', randomUUID()],
  ])('of %s is weak', (_, secret) => {
    expect(isWeakSecret(secret)).toBe(true);
  });

  it('of 32 random bytes is never weak, however it is written', () => {
    for (let times = 0; times < 500; times++) {
      const bytes = randomBytes(32);
      const written = ['hex', 'base64', 'base64url'].map((form) => bytes.toString(form as BufferEncoding));
      for (const secret of [...written, bytes.toString('hex').toUpperCase()])
        expect([secret, isWeakSecret(secret)]).toEqual([secret, false]);
    }
  });
});

describe('NODE_ENV=production', () => {
  it('does not start with TEST_ENDPOINTS or DEMO, and has no demo by itself', () => {
    expect(problemsOf({ ...PRODUCTION, TEST_ENDPOINTS: '1' })).toMatch(/^TEST_ENDPOINTS must not be on/);
    expect(problemsOf({ ...PRODUCTION, TEST_ENDPOINTS: 'true' })).toMatch(/^TEST_ENDPOINTS must not be on/);
    expect(problemsOf({ ...PRODUCTION, DEMO: '1' })).toMatch(/^DEMO must not be on/);
    expect(readConfig(PRODUCTION).demo).toBe(false);
    expect(readConfig({}).demo).toBe(true);
  });

  it.each(['JWT_SECRET', 'ENCRYPTION_KEY', 'METRICS_TOKEN'])('does not start with a weak %s', (name) => {
    const weak = 'hunter2-'.repeat(8);
    expect(problemsOf({ ...PRODUCTION, [name]: weak })).toMatch(
      new RegExp(`^${name} is too easy to guess for NODE_ENV=production: it needs 32 random bytes`),
    );
    expect(problemsOf({ ...PRODUCTION, [name]: weak })).not.toContain('hunter2');
    expect(problemsOf({ [name]: weak })).toBe('');
    for (const form of ['hex', 'base64', 'base64url'] as const)
      expect(problemsOf({ ...PRODUCTION, [name]: randomBytes(32).toString(form) })).toBe('');
  });
});

onEachDatabase((database) => {
  const start = serverProcesses();
  const isMariadb = database.kind === 'mariadb';
  /** A server that has said all that it says at its start. */
  const startedWith = async (env: Record<string, string>): Promise<ServerProcess> => {
    const server = await (await start(env)).ready();
    await eventually('it says where it listens', () => server.output().includes('listening on'));
    return server;
  };

  it('a process in production refuses what is for tests', async () => {
    const server = await start({ ...PRODUCTION, DATABASE_URL: database.url(), TEST_ENDPOINTS: '1' });
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(server.output()).toMatch(/^TEST_ENDPOINTS must not be on with NODE_ENV=production/);
  });

  it('a process in production says what is missing, and goes on', async () => {
    const server = await startedWith({ NODE_ENV: 'production', DATABASE_URL: database.url() });
    const output = server.output();
    expect(output).toContain('JWT_SECRET is not set');
    expect(output).toContain('ENCRYPTION_KEY is not set');
    expect(output.includes('DATABASE_URL has no ?ssl=true')).toBe(isMariadb);
    const complete = await startedWith({
      ...PRODUCTION,
      DATABASE_URL: database.url(),
      PUBLIC_URL: 'https://waybill.example',
    });
    expect(complete.output()).not.toMatch(/is not set|PUBLIC_URL/);
    expect(complete.output().includes('DATABASE_URL has no ?ssl=true')).toBe(isMariadb);
  });

  it('production has no demo, and says so where the database still holds one', async () => {
    const env = { ...PRODUCTION, DATABASE_URL: database.url() };
    expect(await cli(['demo'], env)).toMatchObject({ code: 1, stdout: '' });
    const server = await startedWith({ ...env, DEMO: '' });
    const db = await openDatabase(database.url());
    expect(await db.rows('SELECT pk FROM teams')).toEqual([]);
    await db.close();
    expect(server.output()).not.toContain('demo team');
    expect((await cli(['demo'], { DATABASE_URL: database.url() })).code).toBe(0);
    const later = await startedWith(env);
    expect(later.output()).toContain('The database holds the demo team');
  });
});
