import { condition } from '../../../core/metadata/condition.js';
import type { ReadRows } from '../../../core/store/rows.js';
import { statusResource } from '../../../modules/orders/statuses/status.resource.js';
import type { StatusRows } from './order-status.mapping.js';
import { knownId, ORDER_STATUSES } from './order-statuses.js';

/** All statuses by their ids; the store's own ones say what the shop calls them. */
export async function shopStatuses(read: ReadRows): Promise<StatusRows[]> {
  const own = await read(statusResource, condition("t.entity = 'orders'"));
  const labels = new Map(own.map(({ code, title }) => [knownId(code), title]));
  return ORDER_STATUSES.map((status) => ({ status, label: labels.get(status.id) || status.name }));
}
