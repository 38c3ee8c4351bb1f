import { checkpointResource } from '../../shipments/checkpoints/checkpoint.resource.js';
import { noteResource } from '../../notes/note.resource.js';
import { orderItemResource } from '../../orders/order-items/order-item.resource.js';
import { orderResource } from '../../orders/order.resource.js';
import { productVariantResource } from '../../products/product-variant.resource.js';
import { productResource } from '../../products/product.resource.js';
import type { Resource } from '../../../core/metadata/resource.js';
import { shipmentItemResource } from '../../shipments/shipment-items/shipment-item.resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { statusResource } from '../../orders/statuses/status.resource.js';

/** What there are exports of, by the path of its resource. */
export const EXPORTABLE: Readonly<Record<string, Resource>> = Object.fromEntries(
  [
    orderResource,
    orderItemResource,
    shipmentResource,
    shipmentItemResource,
    checkpointResource,
    productResource,
    productVariantResource,
    statusResource,
    noteResource,
  ].map((resource) => [resource.path, resource]),
);

export const EXPORTABLE_ENTITIES = Object.keys(EXPORTABLE);
