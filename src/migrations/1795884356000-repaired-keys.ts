import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hasForeignKey, isMysql } from '../core/database/schema-checks.js';
import { createIndexes, dropIndexes, withoutForeignKeys } from './schema.js';

const INDEX = { table: 'shipments', name: 'IX_shipments_parent', columns: ['parentPk', 'workspacePk'] };

/** Of a rule that is made anew; no name of ours begins so. */
const FOR_NOW = 'NEW_';

interface Rule {
  readonly name: string;
  readonly tableName: string;
  readonly columnName: string;
  readonly target: string;
  readonly onDelete: string;
  readonly onUpdate: string;
}

/**
 * Two migrations were changed after the first databases had run them. This brings those to what the others have: the
 * index of a shipment's parent has the workspace in it, and MariaDB's foreign keys say NO ACTION of updates.
 */
export class RepairedKeys1795884356000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await repairIndex(runner);
    if (isMysql(runner)) await withoutForeignKeys(runner, () => repairRules(runner));
  }

  /** What it repaired is as the migrations before it make it today. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

async function repairIndex(runner: QueryRunner): Promise<void> {
  const { table, name, columns } = INDEX;
  const found = (await runner.query(
    isMysql(runner)
      ? `SELECT COLUMN_NAME AS name FROM information_schema.STATISTICS
          WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND INDEX_NAME = ? ORDER BY SEQ_IN_INDEX`
      : 'SELECT i.name FROM sqlite_master m, pragma_index_info(m.name) i WHERE m.tbl_name = ? AND m.name = ? ORDER BY i.seqno',
    [table, name],
  )) as { name: string }[];
  if (found.map((each) => each.name).join() === columns.join()) return;
  if (isMysql(runner)) {
    // the foreign key needs one of them at every moment
    const drop = found.length > 0 ? `DROP INDEX ${name}, ` : '';
    await runner.query(`ALTER TABLE ${table} ${drop}ADD INDEX ${name} (${columns.join(', ')})`);
    return;
  }
  await dropIndexes(runner, table, [name]);
  await createIndexes(runner, table, { [name]: columns });
}

/** Each is there at every moment, by one name or the other. */
async function repairRules(runner: QueryRunner): Promise<void> {
  for (const rule of await rulesOf(runner)) {
    if (rule.onUpdate === 'NO ACTION') continue;
    await add(runner, rule, FOR_NOW + rule.name);
    await runner.query(`ALTER TABLE ${rule.tableName} DROP FOREIGN KEY ${rule.name}`);
  }
  for (const rule of await rulesOf(runner)) {
    if (!rule.name.startsWith(FOR_NOW)) continue;
    await add(runner, rule, rule.name.slice(FOR_NOW.length));
    await runner.query(`ALTER TABLE ${rule.tableName} DROP FOREIGN KEY ${rule.name}`);
  }
}

async function rulesOf(runner: QueryRunner): Promise<Rule[]> {
  return (await runner.query(
    `SELECT r.CONSTRAINT_NAME AS name, r.TABLE_NAME AS tableName, k.COLUMN_NAME AS columnName,
        r.REFERENCED_TABLE_NAME AS target, r.DELETE_RULE AS onDelete, r.UPDATE_RULE AS onUpdate
      FROM information_schema.REFERENTIAL_CONSTRAINTS r
      JOIN information_schema.KEY_COLUMN_USAGE k ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA
        AND k.TABLE_NAME = r.TABLE_NAME AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME
      WHERE r.CONSTRAINT_SCHEMA = DATABASE() ORDER BY r.TABLE_NAME, r.CONSTRAINT_NAME`,
  )) as Rule[];
}

async function add(
  runner: QueryRunner,
  { tableName, columnName, target, onDelete }: Rule,
  name: string,
): Promise<void> {
  if (await hasForeignKey(runner, tableName, name)) return;
  await runner.query(
    `ALTER TABLE ${tableName} ADD CONSTRAINT ${name} FOREIGN KEY (${columnName})
      REFERENCES ${target} (pk) ON DELETE ${onDelete} ON UPDATE NO ACTION`,
  );
}
