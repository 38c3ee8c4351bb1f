import type { Transaction } from '../../core/metadata/transaction.js';
import type { Order } from './order.entity.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Status } from './statuses/status.entity.js';

const statuses = sqlNames(Status);

/** The code of an order's own status. */
export async function statusCode(
  { orderStatusPk }: Pick<Order, 'orderStatusPk'>,
  transaction: Transaction,
): Promise<string | null> {
  if (orderStatusPk === null || orderStatusPk === undefined) return null;
  const [status] = await transaction.rows<{ code: string }>(
    `SELECT ${statuses.code} FROM ${statuses.table} WHERE ${statuses.pk} = ?`,
    [orderStatusPk],
  );
  return status?.code ?? null;
}
