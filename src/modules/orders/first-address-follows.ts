import type { Stored } from '../../core/metadata/condition.js';
import type { AfterWrite } from '../../core/metadata/resource.js';
import type { Order } from './order.entity.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { OrderAddress } from './order-address.entity.js';

const orderAddresses = sqlNames(OrderAddress);

const PREFIX = 'shippingAddress.';

/** An order's further addresses begin with its own one: where that changes, the first of them changes too. */
export const firstAddressFollows: AfterWrite<Order> = async ({ kind, before, after }, transaction) => {
  if (kind !== 'update' || !before || !after) return;
  const [old, now] = [before, after] as unknown as Readonly<Record<string, Stored>>[];
  const changed = Object.keys(now ?? {}).filter(
    (path) => path.startsWith(PREFIX) && now?.[path] !== old?.[path],
  );
  if (changed.length === 0) return;
  const [first] = await transaction.rows<{ pk: number | null }>(
    `SELECT MIN(${orderAddresses.pk}) AS pk FROM ${orderAddresses.table} WHERE ${orderAddresses.orderPk} = ?`,
    [after.pk],
  );
  if (!first?.pk) return;
  const set = changed.map((path) => `${columnOf(path)} = ?`).join(', ');
  await transaction.run(`UPDATE ${orderAddresses.table} SET ${set} WHERE ${orderAddresses.pk} = ?`, [
    ...changed.map((path) => now?.[path] ?? null),
    first.pk,
  ]);
};

/** `shippingAddress.city` is kept in `addressCity`; capitals inside of names make no difference to a database. */
function columnOf(path: string): string {
  const part = path.slice(PREFIX.length);
  return `address${part.slice(0, 1).toUpperCase()}${part.slice(1)}`;
}
