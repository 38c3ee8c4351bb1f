import type { Transaction } from '../../core/metadata/transaction.js';
import type { Order } from './order.entity.js';

/** The code of an order's own status. */
export async function statusCode(
  { orderStatusPk }: Pick<Order, 'orderStatusPk'>,
  transaction: Transaction,
): Promise<string | null> {
  if (orderStatusPk === null || orderStatusPk === undefined) return null;
  const [status] = await transaction.rows<{ code: string }>('SELECT code FROM statuses WHERE pk = ?', [
    orderStatusPk,
  ]);
  return status?.code ?? null;
}
