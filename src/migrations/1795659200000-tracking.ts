import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, ascii, counter, dropColumns, flag, moment } from './schema.js';

const shipmentColumns = [
  flag('carrierIsDetected', 0),
  moment('trackedSince', 'nullable'),
  moment('sweepAt', 'nullable'),
  moment('nextCheckAt', 'nullable'),
  counter('checkFailures'),
  ascii('watchedBy', 40, 'nullable'),
];

const INDEXES = {
  IX_shipments_trackingNumber: ['trackingNumber'],
  IX_shipments_sweepAt: ['sweepAt'],
  IX_shipments_nextCheckAt: ['nextCheckAt'],
};

/** Kinds of statuses at the time of this migration. */
const ACTIVE = [
  'in_transit',
  'customs_clearance',
  'exception',
  'delivery_in_progress',
  'unsuccessful_delivery',
  'available_for_pickup',
]
  .map((status) => `'${status}'`)
  .join(', ');

/** What tracking keeps of a shipment: since when, by whom, and when somebody looks again. */
export class Tracking1795659200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'shipments', shipmentColumns);
    await addColumns(runner, 'oauth_clients', [ascii('scopes', 100, 'nullable')]);
    const isMysql = runner.connection.options.type !== 'better-sqlite3';
    const later = (column: string, days: number): string =>
      isMysql
        ? `${column} + INTERVAL ${days} DAY`
        : `strftime('%Y-%m-%d %H:%M:%f000', ${column}, '+${days} days')`;
    await runner.query(
      `UPDATE shipments SET trackedSince = createdAt,
        sweepAt = CASE
          WHEN trackingStatus = 'no_info' THEN ${later('createdAt', 30)}
          WHEN trackingStatus IN (${ACTIVE}) THEN ${later('transitStartedAt', 60)}
        END,
        nextCheckAt = CASE WHEN trackingStatus IN ('no_info', 'pre_transit', ${ACTIVE}) THEN createdAt END
        WHERE trackingNumber IS NOT NULL`,
    );
    for (const [name, columnNames] of Object.entries(INDEXES))
      await runner.createIndex('shipments', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await runner.dropIndex('shipments', name);
    await dropColumns(runner, 'oauth_clients', ['scopes']);
    await dropColumns(
      runner,
      'shipments',
      shipmentColumns.map(({ name }) => name),
    );
  }
}
