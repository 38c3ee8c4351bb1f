import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, ascii, createIndexes, dropColumns, dropIndexes } from './schema.js';

/** A shop's shipment may travel in the parcel of another order. */
export class SharedNumbers1795888760000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'shipments', [ascii('sharedNumber', 100, 'nullable')]);
    await createIndexes(runner, 'shipments', { IX_shipments_sharedNumber: ['sharedNumber'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'shipments', ['IX_shipments_sharedNumber']);
    await dropColumns(runner, 'shipments', ['sharedNumber']);
  }
}
