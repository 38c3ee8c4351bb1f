import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  ascii,
  type ColumnSketch,
  counter,
  createIndexes,
  dropColumns,
  dropIndexes,
  moment,
} from './schema.js';

const SHIPMENTS: readonly ColumnSketch[] = [
  moment('deliveredAt', 'nullable'),
  moment('firstExpectedDeliveryDate', 'nullable'),
  counter('failedAttempts'),
  moment('lastCheckpointAt', 'nullable'),
  ascii('punctuality', 10, 'nullable'),
  ascii('firstPunctuality', 10, 'nullable'),
];

/** Saturday and Sunday, as bits. */
const WEEKEND: ColumnSketch = { ...counter('weekend'), default: 96 };

const INDEXES = { IX_shipments_deliveredAt: ['workspacePk', 'deliveredAt'] };

/** Keys of shipments that one statement goes through. */
const BATCH_SIZE = 2000;

/**
 * What analytics counts is kept with each shipment. What is known of those that are there is taken from their checkpoints,
 * as near as SQL comes; `analytics:rebuild` computes it exactly.
 */
export class ShipmentFigures1795909284481 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'shipments', SHIPMENTS);
    await addColumns(runner, 'workspaces', [WEEKEND]);
    const [range] = (await runner.query('SELECT MIN(pk) AS first, MAX(pk) AS last FROM shipments')) as {
      readonly first: number | null;
      readonly last: number | null;
    }[];
    for (let pk = Number(range?.first ?? 1); pk <= Number(range?.last ?? 0); pk += BATCH_SIZE)
      await fill(runner, [pk, pk + BATCH_SIZE]);
    await createIndexes(runner, 'shipments', INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'shipments', Object.keys(INDEXES));
    await dropColumns(
      runner,
      'shipments',
      SHIPMENTS.map(({ name }) => name),
    );
    await dropColumns(runner, 'workspaces', [WEEKEND.name]);
  }
}

const OF = 'FROM checkpoints c WHERE c.shipmentPk = shipments.pk';

async function fill(runner: QueryRunner, keys: readonly [number, number]): Promise<void> {
  const where = 'shipments.pk >= ? AND shipments.pk < ?';
  await runner.query(
    `UPDATE shipments SET
      firstExpectedDeliveryDate = expectedDeliveryDate,
      failedAttempts = (SELECT COUNT(*) ${OF} AND c.status = 'unsuccessful_delivery'),
      lastCheckpointAt = (SELECT MAX(c.checkpointDate) ${OF})
      WHERE ${where}`,
    [...keys],
  );
  // the first of the reports of the delivery after which nothing else was told
  await runner.query(
    `UPDATE shipments SET deliveredAt = COALESCE(
        (SELECT MIN(c.checkpointDate) ${OF} AND c.status = 'delivered' AND c.checkpointDate >
          COALESCE((SELECT MAX(x.checkpointDate) FROM checkpoints x
            WHERE x.shipmentPk = shipments.pk AND x.status NOT IN ('delivered', 'no_info')), '0001-01-01')),
        lastStatusUpdate)
      WHERE ${where} AND trackingStatus = 'delivered'`,
    [...keys],
  );
  await runner.query(
    `UPDATE shipments SET
      punctuality = ${punctuality('expectedDeliveryDate')},
      firstPunctuality = ${punctuality('firstExpectedDeliveryDate')}
      WHERE ${where} AND deliveredAt IS NOT NULL AND expectedDeliveryDate IS NOT NULL`,
    [...keys],
  );
}

const punctuality = (expected: string): string =>
  `CASE WHEN DATE(deliveredAt) < DATE(${expected}) THEN 'early'
    WHEN DATE(deliveredAt) = DATE(${expected}) THEN 'on_time' ELSE 'late' END`;
