import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, Table } from 'typeorm';
import { SQLITE } from '../../src/core/database/dialect.js';
import { migrate } from '../../src/core/database/migrate.js';
import { Tables } from '../../src/core/database/tables.js';
import { resources } from '../../src/app/resources.js';
import { onEachDatabase } from '../support/databases.js';
import '../support/compiled.js';
import { dataSourceOf } from '../support/open-database.js';
import { ownTables } from '../support/own-tables.js';
import { run } from '../support/run.js';

onEachDatabase((database) => {
  let dataSource: DataSource;
  let tables: Table[] = [];

  const nameOf = (table: Table): string => table.name.split('.').at(-1) ?? '';
  const has = (table: Table, column: string): boolean => table.columns.some(({ name }) => name === column);

  /** The columns of everything that rows are found by: primary key, unique rules, indexes. */
  const keysOf = (table: Table): string[][] => [
    table.primaryColumns.map(({ name }) => name),
    ...table.uniques.map(({ columnNames }) => columnNames),
    ...table.indices.map(({ columnNames }) => columnNames),
  ];
  /** What TypeORM would change. */
  const drift = async (): Promise<string[]> =>
    (await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

  beforeAll(async () => {
    dataSource = await dataSourceOf(database.url()).initialize();
    await migrate(dataSource);
    tables = await ownTables(dataSource);
  });
  afterAll(() => dataSource.destroy());

  describe('the migrations', () => {
    it('make every table of the entities, and no other', () => {
      const expected = dataSource.entityMetadatas.map(({ tableName }) => tableName);
      expect(tables.map(nameOf).sort()).toEqual(expected.sort());
    });

    it('leave nothing for TypeORM to change', async () => {
      expect(await drift()).toEqual([]);
    });

    it('leave nothing for TypeORM’s command line to generate', async () => {
      const command = ['node_modules/typeorm/cli.js', 'migration:generate', '-d', 'dist/ormconfig.js'];
      const { code, stdout } = await run(process.execPath, [...command, '--check', 'none'], {
        DATABASE_URL: database.url(),
      });
      expect(stdout).toContain('No changes in database schema were found');
      expect(code).toBe(0);
    });

    it('run once', async () => {
      const ran = (): Promise<unknown[]> => dataSource.query('SELECT name FROM migrations');
      const before = await ran();
      await migrate(dataSource);
      expect(await ran()).toEqual(before);
      expect(before).toHaveLength(dataSource.migrations.length);
    });

    it('can be taken back, to the last table, and run again', async () => {
      for (let undone = 0; undone < dataSource.migrations.length; undone++) {
        await dataSource.undoLastMigration();
      }
      expect((await ownTables(dataSource)).map(nameOf)).toEqual([]);
      await migrate(dataSource);
      expect(await drift()).toEqual([]);
      expect((await ownTables(dataSource)).map(nameOf).sort()).toEqual(tables.map(nameOf).sort());
    });
  });

  describe('every table', () => {
    it.each(['workspacePk', 'teamPk'])('that has %s has an index that begins with it', (column) => {
      const owned = tables.filter((table) => has(table, column));
      expect(owned.length).toBeGreaterThan(2);
      const bare = owned.filter((table) => !keysOf(table).some(([first]) => first === column));
      expect(bare.map(nameOf)).toEqual([]);
    });

    it('that has an id has a unique index of it', () => {
      const withId = tables.filter((table) => has(table, 'id'));
      expect(withId.length).toBeGreaterThan(12);
      const bare = withId.filter(
        (table) =>
          !table.indices.some((index) => index.isUnique && index.columnNames.join() === 'id') &&
          !table.uniques.some((unique) => unique.columnNames.join() === 'id'),
      );
      expect(bare.map(nameOf)).toEqual([]);
    });

    it('has an index for each of its foreign keys', () => {
      const bare = tables.flatMap((table) =>
        table.foreignKeys
          .flatMap(({ columnNames }) => columnNames)
          .filter((column) => !keysOf(table).some(([first]) => first === column))
          .map((column) => `${nameOf(table)}.${column}`),
      );
      expect(bare).toEqual([]);
      expect(tables.flatMap((table) => table.foreignKeys).length).toBeGreaterThan(30);
    });

    it('has a foreign key for each column that is named like one', () => {
      const exceptions = [
        // the store's own, which knows no features; deleted with the workspace
        'change_marks.workspacePk',
        // deleted with the workspace, or when it is done
        'erasures.workspacePk',
        // forgotten after a while
        'idempotency_keys.clientPk',
        'idempotency_keys.itemPk',
        'idempotency_keys.workspacePk',
        // copied from its import, which the row is deleted with
        'import_refused_lines.workspacePk',
        // mail knows no features, and may be about anything
        'mails.aboutPk',
        // the outbox knows no features; deleted with the workspace or the subscription, or after a while
        'outbox_deliveries.eventPk',
        'outbox_deliveries.subscriptionPk',
        'outbox_events.workspacePk',
        'outbox_rest.eventPk',
        'outbox_subscriptions.workspacePk',
        // copied from its shipment, which the row is deleted with
        'shipment_order_numbers.workspacePk',
        // one index less for each shipment; an address goes only with its order
        'shipments.orderAddressPk',
        // one index less for each shipment; deleted by the rules of shipments, or with the workspace
        'tracking_number_parts.shipmentPk',
        // the store's own, as change_marks; forgotten after some minutes
        'workspace_changes.workspacePk',
      ];
      const loose = tables.flatMap((table) =>
        table.columns
          .filter(({ name }) => name.endsWith('Pk'))
          .filter(({ name }) => !table.foreignKeys.some(({ columnNames }) => columnNames.includes(name)))
          .map(({ name }) => `${nameOf(table)}.${name}`),
      );
      expect(loose.sort()).toEqual(exceptions);
    });
  });

  describe('a unique rule of a resource', () => {
    const rules = resources.flatMap(({ entity, name, unique }) =>
      unique.map(({ columns }) => ({ entity, rule: `${name}: ${columns.join()}`, columns: columns.join() })),
    );
    const indexesOf = (entity: new () => unknown): string[] =>
      [...new Tables(dataSource, SQLITE).of(entity).unique.values()].map((columns) => columns.join());

    it('is an index, so that it holds between parallel requests', () => {
      const loose = rules.filter(({ entity, columns }) => !indexesOf(entity).includes(columns));
      expect(loose).toEqual([]);
      expect(rules.length).toBeGreaterThan(6);
    });

    it('is there for every index that a request can run into', () => {
      const bare = resources.flatMap(({ entity, name }) =>
        indexesOf(entity)
          .filter((columns) => !rules.some((rule) => rule.entity === entity && rule.columns === columns))
          .map((columns) => `${name}: ${columns}`),
      );
      // the server chooses these itself
      const chosen = [
        'Workspace: storeHash',
        'User: emailKey',
        'OauthClient: publicId',
        ...resources.map(({ name }) => `${name}: id`),
      ];
      expect(bare.sort()).toEqual(chosen.sort());
    });
  });

  if (database.kind === 'mariadb') {
    it('ids are ASCII, and all text is compared byte by byte', async () => {
      const columns = await dataSource.query<{ at: string; charset: string; collation: string }[]>(
        `SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) AS at, CHARACTER_SET_NAME AS charset, COLLATION_NAME AS collation
         FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND CHARACTER_SET_NAME IS NOT NULL
         AND TABLE_NAME NOT IN ('migrations', 'typeorm_metadata')`,
      );
      expect(columns.filter(({ collation }) => !collation.endsWith('_bin'))).toEqual([]);
      const ids = columns.filter(({ at }) => at.endsWith('.id'));
      expect(ids.length).toBeGreaterThan(12);
      expect(ids.filter(({ collation }) => collation !== 'ascii_bin')).toEqual([]);
    });

    it('every table is transactional', async () => {
      const engines = await dataSource.query<{ name: string; engine: string }[]>(
        'SELECT TABLE_NAME AS name, ENGINE AS engine FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()',
      );
      expect(engines.filter(({ engine }) => engine !== 'InnoDB')).toEqual([]);
    });

    it('datetimes keep microseconds', () => {
      const moments = tables.flatMap((table) => table.columns).filter(({ type }) => type === 'datetime');
      expect(moments.length).toBeGreaterThan(20);
      expect(moments.filter(({ precision }) => precision !== 6)).toEqual([]);
    });
  }
});
