import { notesAreDeletedWith } from '../../notes/note-target.js';
import { orderItemResource } from '../../orders/order-items/order-item.resource.js';
import { exact, numeric, order, partial, range } from '../../../core/query/filters/index.js';
import { ALL, ONCE, READ } from '../../../core/metadata/field.js';
import { integer } from '../../../core/metadata/fields/number.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { uuid } from '../../../core/metadata/fields/simple.js';
import { externalId } from '../../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../../core/metadata/resource.js';
import { shipmentItemLineKeys } from '../line-keys.js';
import { shipmentResource } from '../shipment.resource.js';
import {
  externalSourceIsUsed,
  FULFILLED_AS,
  FULFILLED_BY,
  IMPORTED_AS,
  IMPORTED_BY,
} from '../../webhooks/workflows/external-source.js';
import { workflowResource } from '../../webhooks/workflows/workflow.resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { ordersFollowShipmentItems } from './orders-follow-shipment-items.js';
import { fulfilledQuantityFollows, quantityIsAvailable } from './quantity-is-available.js';
import { ShipmentItem } from './shipment-item.entity.js';

export const shipmentItemResource: Resource<ShipmentItem> = defineResource(ShipmentItem, {
  name: 'ShipmentItem',
  path: 'shipment_items',
  description: 'How many of an order item are in a shipment.',
  owner: 'workspace',
  publishesEvents: true,
  ownerFrom: 'shipment',
  lineKeys: shipmentItemLineKeys,
  fields: {
    shipment: toOne(() => shipmentResource, { groups: ONCE, required: true, embeds: true }),
    orderItem: toOne(() => orderItemResource, { groups: ALL, required: true, isCounted: true }),
    qty: integer({
      groups: ALL,
      min: 0,
      default: 0,
      example: 1,
      description: 'At most what the order item has left.',
    }),
    externalSourceSyncId: externalId({ groups: ONCE, description: IMPORTED_AS }),
    externalSourceIntegration: toOne(() => workflowResource, { groups: ONCE, description: IMPORTED_BY }),
    fulfillmentIntegration: toOne(() => workflowResource, { groups: ONCE, description: FULFILLED_BY }),
    fulfillmentSyncId: externalId({ groups: ONCE, description: FULFILLED_AS }),
    id: uuid({ groups: READ }),
    workspace: toOne(() => workspaceResource, { groups: [] }),
  },
  filters: [
    exact('id', 'shipment.id'),
    partial('shipment.trackingNumber'),
    exact('orderItem.id', 'orderItem.order.id', 'workspace.id'),
    order('id', 'qty'),
    numeric('qty'),
    range('qty'),
  ],
  undocumentedFilters: [exact('orderItem.order.orderNumber')],
  unique: [externalSourceIsUsed],
  validate: [quantityIsAvailable],
  // links come first, so that an order is counted once, with them
  afterWrite: [ordersFollowShipmentItems, fulfilledQuantityFollows, notesAreDeletedWith('shipment_items')],
});
