import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { partsOf } from '../modules/shipments/tracking-number-parts.js';
import { bigint, createTables, dropTables, int, primary, type TableSketch } from './schema.js';

const changeMarks: TableSketch = {
  name: 'change_marks',
  columns: [primary(int('workspacePk')), primary(int('slot')), bigint('version')],
  indexes: {},
  foreignKeys: {},
};

const numberParts: TableSketch = {
  name: 'tracking_number_parts',
  columns: [primary(int('workspacePk')), primary(int('part')), primary(int('shipmentPk'))],
  indexes: {},
  foreignKeys: { FK_tracking_number_parts_workspace: ['workspacePk', 'workspaces', 'CASCADE'] },
};

type Indexes = Readonly<Record<string, readonly string[]>>;

/** By table; an index replaces the one with the same name. */
const before: Readonly<Record<string, Indexes>> = {
  shipments: {
    IX_shipments_createdAt: ['workspacePk', 'createdAt'],
    IX_shipments_trackingStatus: ['workspacePk', 'trackingStatus', 'createdAt'],
  },
};
const after: Readonly<Record<string, Indexes>> = {
  shipments: {
    IX_shipments_workspace: ['workspacePk'],
    IX_shipments_createdAt: [
      'workspacePk',
      'createdAt',
      'pk',
      'trackingStatus',
      'transitDays',
      'transitStartedAt',
    ],
    IX_shipments_trackingStatus: [
      'workspacePk',
      'trackingStatus',
      'createdAt',
      'pk',
      'transitDays',
      'transitStartedAt',
    ],
    IX_shipments_transit: ['workspacePk', 'transitDays', 'transitStartedAt'],
    IX_shipments_idle: ['workspacePk', 'idleDays', 'createdAt'],
  },
  orders: { IX_orders_workspace: ['workspacePk'] },
};

/** Indexes for lists of large workspaces, and the marks by which remembered totals are known to hold. */
export class FastLists1795572800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [changeMarks, numberParts]);
    await writeAllParts(runner);
    await replace(runner, before, after);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, after, before);
    await dropTables(runner, [numberParts.name, changeMarks.name]);
  }
}

/** Foreign keys need an index at every moment, so the new ones come before the old ones go. */
async function replace(
  runner: QueryRunner,
  old: Readonly<Record<string, Indexes>>,
  made: Readonly<Record<string, Indexes>>,
): Promise<void> {
  for (const table of new Set([...Object.keys(old), ...Object.keys(made)])) {
    const gone = Object.keys(old[table] ?? {});
    const come = Object.entries(made[table] ?? {});
    const fresh = come.filter(([name]) => !gone.includes(name));
    const changed = come.filter(([name]) => gone.includes(name));
    for (const [name, columnNames] of fresh)
      await runner.createIndex(table, new TableIndex({ name, columnNames: [...columnNames] }));
    for (const name of gone) await runner.dropIndex(table, name);
    for (const [name, columnNames] of changed)
      await runner.createIndex(table, new TableIndex({ name, columnNames: [...columnNames] }));
  }
}

/** Shipments whose parts are written with one statement. */
const AT_ONCE = 2000;

/** Of the shipments that are there already. */
async function writeAllParts(runner: QueryRunner): Promise<void> {
  let after = 0;
  for (;;) {
    const shipments = (await runner.query(
      'SELECT pk, workspacePk, trackingNumber FROM shipments WHERE pk > ? AND trackingNumber IS NOT NULL ORDER BY pk LIMIT ?',
      [after, AT_ONCE],
    )) as { pk: number; workspacePk: number; trackingNumber: string }[];
    const last = shipments.at(-1);
    if (!last) return;
    const rows = shipments.flatMap(({ pk, workspacePk, trackingNumber }) =>
      (partsOf(trackingNumber) ?? []).map((part) => `(${workspacePk}, ${part}, ${pk})`),
    );
    if (rows.length > 0)
      await runner.query(
        `INSERT INTO tracking_number_parts (workspacePk, part, shipmentPk) VALUES ${rows.join(', ')}`,
      );
    after = last.pk;
  }
}
