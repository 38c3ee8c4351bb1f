import { expect, it } from '@jest/globals';
import { MysqlDatabase } from '../../../src/core/database/mysql.js';
import { SqliteDatabase } from '../../../src/core/database/sqlite.js';
import type { Database } from '../../../src/core/database/database.js';
import { onEachApi } from '../../support/api.js';
import { unique } from '../../support/one-of-each.js';

/** Requests that wait for a turn to read or to write. */
function waiting(database: Database): number {
  if (database instanceof MysqlDatabase) return database['connections'].state.waiting;
  if (database instanceof SqliteDatabase)
    return database['turns'].read.length + database['turns'].write.length;
  throw new Error('Nobody knows who waits there.');
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Keeps all connections on which units of work run, until it is told to end. */
async function holdWrites(database: Database, count: number): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let held = 0;
  const units = Array.from({ length: count }, () =>
    database.transaction(async (transaction) => {
      await transaction.read('SELECT 1');
      held++;
      await released;
    }),
  );
  await until(() => held === count);
  return async () => {
    release();
    await Promise.all(units);
  };
}

/** Of eight connections, units of work have six at most. */
const POOL = 8;
const WRITING = 6;

onEachApi(
  (api) => {
    it('the requests of one tenant do not stand in front of those of another', async () => {
      const [busy, other] = [await api.tenant(), await api.tenant()];
      const db = api.db();
      const orderOf = async (tenant: typeof busy): Promise<string> => {
        const { '@id': id } = await tenant.make('/orders', {
          workspace: tenant.workspace,
          orderNumber: unique(),
        });
        return id as string;
      };
      const orders = await Promise.all(Array.from({ length: 20 }, () => orderOf(busy)));
      const another = await orderOf(other);
      const release = await holdWrites(db, api.database.kind === 'sqlite' ? 1 : WRITING);
      const answered: string[] = [];
      const change = async (tenant: typeof busy, id: string): Promise<void> => {
        expect((await tenant.put(id, { orderNumber: unique() })).status).toBe(200);
        answered.push(id);
      };
      const many = orders.map((id) => change(busy, id));
      await until(() => waiting(db) === 20);
      const one = change(other, another);
      await until(() => waiting(db) === 21);
      await release();
      await Promise.all([...many, one]);
      // first come, first served, it would be among the last six
      expect(answered.indexOf(another)).toBeLessThan(10);
    });

    it('a tenant is answered while another has more slow work than there are connections', async () => {
      // one writer is all that SQLite has, and its slow work is short
      if (api.database.kind === 'sqlite') return;
      const [busy, other] = [await api.tenant(), await api.tenant()];
      const { workspace } = busy;
      const { '@id': held } = await busy.make('/orders', { workspace, orderNumber: unique() });
      await other.get(`${other.workspace}/orders`);
      let [isLocked, unlock] = [false, (): void => undefined];
      const unlocked = new Promise<void>((resolve) => (unlock = resolve));
      const lock = api.db().transaction(async (transaction) => {
        await transaction.read('SELECT pk FROM orders WHERE id = ? FOR UPDATE', [held.split('/').at(-1)]);
        isLocked = true;
        await unlocked;
      });
      await until(() => isLocked);
      let isAnswered = false;
      const slow = Array.from({ length: 12 }, () =>
        busy.put(held, { orderNumber: unique() }).then((answer) => ((isAnswered = true), answer)),
      );
      await until(() => waiting(api.db()) > 0);
      const order = { workspace: other.workspace, orderNumber: unique() };
      expect((await other.post('/orders', order)).status).toBe(201);
      expect((await other.get(`${other.workspace}/orders`)).status).toBe(200);
      expect(isAnswered).toBe(false);
      unlock();
      await lock;
      expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(Array<number>(12).fill(200));
    });
  },
  { DATABASE_POOL_SIZE: String(POOL), WORKER: '0' },
);
