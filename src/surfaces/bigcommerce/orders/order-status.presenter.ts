import { condition } from '../../../core/metadata/condition.js';
import { statusResource } from '../../../modules/orders/statuses/status.resource.js';
import type { ReadRows } from '../../../core/store/rows.js';
import { knownId, ORDER_STATUSES } from './order-statuses.js';

/** A status as BigCommerce shows it. */
export interface PresentedStatus {
  readonly id: number;
  readonly name: string;
  readonly system_label: string;
  /** What the shop itself calls it. */
  readonly custom_label: string;
  readonly system_description: string;
  readonly order: number;
}

/** All statuses by their ids; the store's own ones say what the shop calls them. */
export async function presentStatuses(read: ReadRows): Promise<PresentedStatus[]> {
  const own = await read(statusResource, condition("t.entity = 'orders'"));
  const labels = new Map(own.map(({ code, title }) => [knownId(code), title]));
  return ORDER_STATUSES.map(({ id, name, order, description }) => ({
    id,
    name,
    system_label: name,
    custom_label: labels.get(id) || name,
    system_description: description,
    order,
  }));
}
