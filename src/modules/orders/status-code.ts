import type { Transaction } from '../../core/metadata/transaction.js';
import type { Columns } from '../../core/store/rows.js';

/** The code of an order's own status. */
export async function statusCode(
  { orderStatusPk }: Columns,
  transaction: Transaction,
): Promise<string | null> {
  if (orderStatusPk === null || orderStatusPk === undefined) return null;
  const [status] = await transaction.rows<{ code: string }>('SELECT code FROM statuses WHERE pk = ?', [
    orderStatusPk,
  ]);
  return status?.code ?? null;
}
