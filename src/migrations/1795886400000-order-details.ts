import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, int, longtext, text } from './schema.js';

const columns = [
  longtext('staffNotes', 'nullable'),
  longtext('customerMessage', 'nullable'),
  text('paymentMethod', 100, 'nullable'),
  int('channelId', 'nullable'),
  longtext('shopDetails', 'nullable'),
];

/** What a shop says of an order beside its lines and addresses: notes, how it is paid, what shipping costs. */
export class OrderDetails1795886400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'orders', columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(
      runner,
      'orders',
      columns.map(({ name }) => name),
    );
  }
}
