import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ascii,
  createTables,
  dropTables,
  int,
  longtext,
  moment,
  pk,
  primary,
  type TableSketch,
} from './schema.js';

const tables: readonly TableSketch[] = [
  {
    name: 'delivery_histograms',
    columns: [
      primary(int('workspacePk')),
      primary(ascii('histogram', 160)),
      primary(int('month')),
      longtext('counts'),
    ],
    indexes: {},
    foreignKeys: { FK_delivery_histograms_workspace: ['workspacePk', 'workspaces', 'CASCADE'] },
  },
  {
    name: 'delivery_predictions',
    columns: [
      primary(int('shipmentKey')),
      int('workspacePk'),
      ascii('onTime', 10),
      ascii('likely', 10, 'nullable'),
      ascii('sample', 600, 'nullable'),
      moment('lookAt', 'nullable'),
    ],
    indexes: {
      IX_delivery_predictions_workspace: ['workspacePk', 'onTime', 'shipmentKey'],
      IX_delivery_predictions_lookAt: ['lookAt'],
    },
    foreignKeys: { FK_delivery_predictions_workspace: ['workspacePk', 'workspaces', 'CASCADE'] },
  },
  {
    name: 'prediction_queue',
    columns: [pk, int('workspacePk'), int('shipmentKey')],
    indexes: { IX_prediction_queue_workspace: ['workspacePk'] },
    foreignKeys: { FK_prediction_queue_workspace: ['workspacePk', 'workspaces', 'CASCADE'] },
  },
];

/** Shipments that are queued with one statement. */
const BATCH_SIZE = 10_000;

/** Histograms of transit times and what is predicted of shipments; those that are there wait in the queue to be counted. */
export class DeliveryPredictions1795910546778 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    for (;;) {
      const [row] = (await runner.query(
        'SELECT COALESCE(MAX(shipmentKey), 0) AS last FROM prediction_queue',
      )) as { last: number | string }[];
      const last = Number(row?.last ?? 0);
      await runner.query(
        `INSERT INTO prediction_queue (workspacePk, shipmentKey)
          SELECT workspacePk, pk FROM shipments WHERE pk > ${last} AND trackingStatus <> 'no_info' ORDER BY pk LIMIT ${BATCH_SIZE}`,
      );
      const [after] = (await runner.query(
        'SELECT COALESCE(MAX(shipmentKey), 0) AS last FROM prediction_queue',
      )) as { last: number | string }[];
      if (Number(after?.last ?? 0) === last) return;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      tables.map(({ name }) => name),
    );
  }
}
