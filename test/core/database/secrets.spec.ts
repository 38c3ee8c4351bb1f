import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../src/config/config.js';
import { DATABASE, type Database } from '../../../src/core/database/database.js';
import { Encryption } from '../../../src/core/database/encryption.js';
import { InstallationSecret } from '../../../src/core/database/installation-secret.js';
import { rotateSecrets } from '../../../src/cli/actions.js';
import { MailService } from '../../../src/modules/mail/mail.service.js';
import { createTenant, type Tenant } from '../../../src/modules/identity/tenants/create-tenant.js';
import { client, signIn, startServer, type Client } from '../../support/api.js';
import { onEachDatabase } from '../../support/databases.js';
import { receiverOfThisBlock } from '../../support/receiver.js';

const random = (): string => randomBytes(32).toString('hex');

interface Server {
  readonly app: NestFastifyApplication;
  readonly url: string;
}

onEachDatabase((database) => {
  const receiver = receiverOfThisBlock();
  const running: NestFastifyApplication[] = [];
  afterAll(async () => {
    for (const app of running) await app.close();
  });
  const start = async (env: Record<string, string> = {}): Promise<Server> => {
    const server = await startServer(database.url(), {
      WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
      WORKER: '0',
      ...env,
    });
    running.push(server.app);
    return server;
  };
  const rotate = (env: Record<string, string> = {}) =>
    rotateSecrets(readConfig({ DATABASE_URL: database.url(), DEMO: '0', ...env }));
  const dbOf = ({ app }: Server): Database => app.get<Database>(DATABASE);
  const newTenant = ({ app }: Server): Promise<Tenant> =>
    app
      .get<Database>(DATABASE)
      .transaction((transaction) =>
        createTenant({ team: 'T', email: `a${random()}@example.com`, workspaces: ['W'] }, transaction),
      );
  const isGood = async ({ url }: Server, token: string): Promise<boolean> =>
    (await client(url, token).get('/teams')).status === 200;
  const webhook = async (at: Client, tenant: Tenant): Promise<string> => {
    const made = await at.post('/workflows', {
      type: 'webhook',
      title: 'Shop',
      period: 'immediately',
      enabled: true,
      url: receiver.url(),
      workspace: `/workspaces/${tenant.workspaces[0]?.id}`,
      authType: 'bearer',
      token: 'tok-123456',
    });
    expect(made.status).toBe(201);
    return made.body['@id'] as string;
  };
  const queueMail = async ({ app }: Server): Promise<void> => {
    const mail = { to: 'ada@example.com', subject: 'S', text: 'T', html: 'H' };
    await app
      .get<Database>(DATABASE)
      .transaction((transaction) => app.get(MailService).queue(transaction, mail));
  };
  const sealedKeys = async (server: Server): Promise<string[]> => {
    const rows = await dbOf(server).read(
      'SELECT token FROM workflows WHERE token IS NOT NULL UNION SELECT signingSecret FROM workflows WHERE signingSecret IS NOT NULL UNION SELECT content FROM mails',
      [],
    );
    return [...new Set(rows.map(([sealed]) => (sealed as string).slice(0, 11)))];
  };
  const mailIsReadable = async (server: Server): Promise<boolean> => {
    const rows = await dbOf(server).read('SELECT content FROM mails', []);
    const mails = await Promise.all(
      rows.map(([content]) => server.app.get(MailService).open(content as string)),
    );
    return mails.length > 0 && mails.every((mail) => mail?.to === 'ada@example.com');
  };
  const ping = async (server: Server, token: string, hook: string): Promise<unknown> => {
    receiver.forget();
    const { body } = await client(server.url, token).post(`${hook}/ping`);
    return [body.status, receiver.received[0]?.headers.authorization];
  };
  const SENT = ['success', 'Bearer tok-123456'];

  describe('a secret that the database keeps', () => {
    it('is changed beside running servers: tokens, cursors, webhooks and mails go on', async () => {
      const [one, two] = [await start(), await start()];
      const tenant = await newTenant(one);
      const { token, ...at } = await signIn(one.url, tenant);
      const hook = await webhook(at, tenant);
      for (const orderNumber of ['1', '2', '3'])
        await at.post('/orders', { workspace: `/workspaces/${tenant.workspaces[0]?.id}`, orderNumber });
      const list = await at.get('/orders?itemsPerPage=1', { prefer: 'paging=cursor' });
      const next = list.body['hydra:view']['hydra:next'] as string;
      await queueMail(one);
      const before = await sealedKeys(one);
      const done = await rotate();
      expect(done).toMatchObject({ unreadable: 0, formerUntil: expect.stringMatching(/Z$/) });
      expect(done.changed).toBeGreaterThanOrEqual(3);
      const after = await sealedKeys(one);
      expect(after).toHaveLength(1);
      expect(before).not.toContain(after[0]);
      // a new token of a process that has noticed is good on one that has not
      const three = await start();
      const renewed = (await signIn(three.url, tenant)).token;
      for (const server of [one, two, three]) {
        expect(await isGood(server, token)).toBe(true);
        expect(await isGood(server, renewed)).toBe(true);
        expect((await client(server.url, token).get(next)).status).toBe(200);
        expect(await ping(server, token, hook)).toEqual(SENT);
        expect(await mailIsReadable(server)).toBe(true);
      }
      for (const { app } of [one, two, three])
        expect(app.get(InstallationSecret).secret()).toBe(three.app.get(InstallationSecret).secret());
    });

    it('ends when its time is over, and is dropped by the next change', async () => {
      const one = await start();
      const tenant = await newTenant(one);
      const former = one.app.get(InstallationSecret).secret();
      const { token } = await signIn(one.url, tenant);
      await rotate();
      expect(await isGood(one, token)).toBe(true);
      expect(one.app.get(InstallationSecret).signers()).toContain(former);
      await dbOf(one).transaction(async (transaction) => {
        const [row] = await transaction.rows<{ content: string }>(
          "SELECT content FROM settings WHERE name = 'jwt-secret-previous'",
        );
        const over = (row?.content ?? '').replaceAll(/"until":"\d{4}/g, '"until":"2020');
        await transaction.run("UPDATE settings SET content = ? WHERE name = 'jwt-secret-previous'", [over]);
      });
      const two = await start();
      expect(await isGood(two, token)).toBe(false);
      await rotate();
      const rows = await dbOf(one).read('SELECT content FROM settings', []);
      expect(JSON.stringify(rows)).not.toContain(former);
    });
  });

  describe('secrets of the environment', () => {
    it('take over from the one that the database keeps, which ends with secrets:rotate', async () => {
      const before = await start();
      const tenant = await newTenant(before);
      const { token, ...at } = await signIn(before.url, tenant);
      const hook = await webhook(at, tenant);
      await queueMail(before);
      const env = { JWT_SECRET: random(), ENCRYPTION_KEY: random() };
      const after = await start(env);
      expect(await isGood(after, token)).toBe(true);
      expect(await ping(after, token, hook)).toEqual(SENT);
      expect(await mailIsReadable(after)).toBe(true);
      expect(await rotate(env)).toMatchObject({ unreadable: 0 });
      const key = await sealedKeys(after);
      expect(key).toEqual([after.app.get(Encryption).encrypt('x').slice(0, 11)]);
      expect(await isGood(after, token)).toBe(true);
      expect(await ping(after, token, hook)).toEqual(SENT);
      const rows = await dbOf(after).read("SELECT content FROM settings WHERE name = 'jwt-secret'", []);
      expect(rows).toEqual([]);
      await dbOf(after).transaction((transaction) =>
        transaction.run("DELETE FROM settings WHERE name = 'jwt-secret-previous'"),
      );
      await dbOf(after).transaction((transaction) => transaction.run('DELETE FROM mails'));
      await dbOf(after).transaction((transaction) => transaction.run('DELETE FROM workflows'));
    });

    it('are changed with two valid for a while', async () => {
      const old = { JWT_SECRET: random(), ENCRYPTION_KEY: random() };
      const one = await start(old);
      const tenant = await newTenant(one);
      const { token, ...at } = await signIn(one.url, tenant);
      const hook = await webhook(at, tenant);
      await queueMail(one);
      const both = {
        JWT_SECRET: random(),
        JWT_SECRET_PREVIOUS: old.JWT_SECRET,
        ENCRYPTION_KEY: random(),
        ENCRYPTION_KEY_PREVIOUS: old.ENCRYPTION_KEY,
      };
      const two = await start(both);
      expect(await isGood(two, token)).toBe(true);
      expect(await ping(two, token, hook)).toEqual(SENT);
      expect(await mailIsReadable(two)).toBe(true);
      // a process that knows the new ones beforehand takes what the others make with them
      const prepared = await start({
        ...old,
        JWT_SECRET_PREVIOUS: both.JWT_SECRET,
        ENCRYPTION_KEY_PREVIOUS: both.ENCRYPTION_KEY,
      });
      expect(await isGood(prepared, (await signIn(two.url, tenant)).token)).toBe(true);
      expect(await rotate(both)).toMatchObject({ unreadable: 0, changed: 3 });
      expect(await ping(prepared, token, hook)).toEqual(SENT);
      const three = await start({ JWT_SECRET: both.JWT_SECRET, ENCRYPTION_KEY: both.ENCRYPTION_KEY });
      expect(await isGood(three, token)).toBe(false);
      expect(await isGood(three, (await signIn(two.url, tenant)).token)).toBe(true);
      expect(await ping(three, (await signIn(three.url, tenant)).token, hook)).toEqual(SENT);
      expect(await mailIsReadable(three)).toBe(true);
    });

    it('encrypt mails that wait, and say how many values nobody can read', async () => {
      const env = { JWT_SECRET: random(), ENCRYPTION_KEY: random() };
      const server = await start(env);
      await dbOf(server).transaction((transaction) => transaction.run('DELETE FROM mails'));
      await queueMail(server);
      const rows = await dbOf(server).read('SELECT content FROM mails', []);
      expect(rows.map(([content]) => server.app.get(Encryption).isCurrent(content as string))).toEqual([
        true,
      ]);
      const other = await start({ ...env, JWT_SECRET: random() });
      expect(await mailIsReadable(other)).toBe(true);
      expect((await rotate({ ...env, ENCRYPTION_KEY: random() })).unreadable).toBeGreaterThanOrEqual(1);
    });
  });
});

describe('the file of a SQLite database', () => {
  const directories: string[] = [];
  afterAll(() => Promise.all(directories.map((each) => rm(each, { recursive: true, force: true }))));
  const place = async (): Promise<string> => {
    const made = await mkdtemp(join(tmpdir(), 'waybill-private-'));
    directories.push(made);
    return made;
  };
  const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);
  const files = (path: string) => Promise.all([path, `${path}-wal`, `${path}-shm`].map(modeOf));

  it('is made for its user alone, with what is beside it and its directory', async () => {
    const path = join(await place(), 'new', 'var', 'waybill.sqlite');
    const { app } = await startServer(`sqlite:${path}`);
    expect(await files(path)).toEqual(['600', '600', '600']);
    expect(await modeOf(join(path, '..'))).toBe('700');
    await app.close();
  });

  it('is closed to others when it was open to them', async () => {
    const directory = join(await place(), 'var');
    await mkdir(directory);
    const path = join(directory, 'waybill.sqlite');
    const first = await startServer(`sqlite:${path}`);
    for (const each of [path, `${path}-wal`, `${path}-shm`]) await chmod(each, 0o644);
    await chmod(directory, 0o755);
    // as a process that has died leaves them
    const second = await startServer(`sqlite:${path}`);
    expect(await files(path)).toEqual(['600', '600', '600']);
    expect(await modeOf(directory)).toBe('700');
    await Promise.all([first.app.close(), second.app.close()]);
  });

  it('leaves a directory alone that others use as well', async () => {
    const directory = await place();
    await writeFile(join(directory, 'other.txt'), '');
    await chmod(directory, 0o755);
    const { app } = await startServer(`sqlite:${join(directory, 'waybill.sqlite')}`);
    expect(await modeOf(directory)).toBe('755');
    expect(await modeOf(join(directory, 'waybill.sqlite'))).toBe('600');
    await app.close();
  });
});
