import { afterEach, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import type { Row } from '../../../src/core/metadata/field.js';
import { onEachApi } from '../../support/api.js';
import { openDatabase, type OpenDatabase } from '../../support/open-database.js';
import { storeOf } from '../../support/stores.js';

onEachApi((api) => {
  let behind: { open: OpenDatabase; runner: QueryRunner } | undefined;

  /** From now on, a node that has nothing of what is written later answers some reads: a snapshot of this moment. */
  async function nodeThatLags(answers: (sql: string) => boolean): Promise<void> {
    const open = await openDatabase(api.database.url());
    const runner = open.dataSource.createQueryRunner();
    await runner.query(
      api.database.kind === 'sqlite' ? 'BEGIN' : 'START TRANSACTION WITH CONSISTENT SNAPSHOT',
    );
    await runner.query('SELECT COUNT(*) FROM change_marks');
    behind = { open, runner };
    const database = api.db();
    const read = database.read.bind(database);
    database.read = async (sql, params, request) => {
      if (!behind || !answers(sql)) return read(sql, params, request);
      const rows = (await runner.query(sql, [...params])) as object[];
      return rows.map((row) => Object.values(row) as Row);
    };
  }

  afterEach(async () => {
    await behind?.runner.query('ROLLBACK').catch(() => undefined);
    await behind?.runner.release();
    await behind?.open.close();
    behind = undefined;
  });

  it('a total that a node counted which was behind is not remembered', async () => {
    const tenant = await api.tenant();
    const total = async (): Promise<number> =>
      (await tenant.get(`${tenant.workspace}/shipments?itemsPerPage=1`)).body['hydra:totalItems'];
    const make = () => tenant.make('/shipments', { workspace: tenant.workspace });
    await make();
    await nodeThatLags((sql) => sql.startsWith('SELECT COUNT(*)'));
    await make();
    await total();
    await behind?.runner.query('ROLLBACK');
    expect(await total()).toBe(2);
  });

  it('nor are the counts of a shop', async () => {
    const tenant = await api.tenant();
    const store = await storeOf(api, tenant);
    const count = async (): Promise<number> => (await store.get('/orders/count')).body.count;
    const make = () =>
      tenant.make('/orders', { workspace: tenant.workspace, orderNumber: `L${Math.random()}` });
    await make();
    await nodeThatLags((sql) => sql.includes('COUNT(*)'));
    await make();
    await count();
    await behind?.runner.query('ROLLBACK');
    expect(await count()).toBe(2);
  });
});
