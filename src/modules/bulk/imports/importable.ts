import { orderItemResource } from '../../orders/order-items/order-item.resource.js';
import { orderResource } from '../../orders/order.resource.js';
import type { Resource } from '../../../core/metadata/resource.js';
import { shipmentItemResource } from '../../shipments/shipment-items/shipment-item.resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';

/** What lines can become: by the path of the resource, so that modules may refer to each other in a circle. */
const importable = (): readonly Resource[] => [
  shipmentResource,
  orderResource,
  orderItemResource,
  shipmentItemResource,
];

export const IMPORTABLE_ENTITIES = ['shipments', 'orders', 'order_items', 'shipment_items'] as const;
export type ImportableEntity = (typeof IMPORTABLE_ENTITIES)[number];

/** @throws when the path is none of `IMPORTABLE_ENTITIES`. */
export function resourceOfLines(entity: string): Resource {
  const found = importable().find(({ path }) => path === entity);
  if (!found) throw new Error(`Nobody imports ${entity}.`);
  return found;
}
