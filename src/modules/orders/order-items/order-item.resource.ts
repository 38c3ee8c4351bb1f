import { notesAreDeletedWith } from '../../notes/note-target.js';
import { orderResource } from '../order.resource.js';
import { productVariantResource } from '../../products/product-variant.resource.js';
import { productResource } from '../../products/product.resource.js';
import { exact, numeric, order, partial, range } from '../../../core/query/filters/index.js';
import { ALL, ONCE, READ } from '../../../core/metadata/field.js';
import { integer, money } from '../../../core/metadata/fields/number.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { derived, textMap, uuid } from '../../../core/metadata/fields/simple.js';
import { unsearchableText, externalId, text } from '../../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../../core/metadata/resource.js';
import { orderItemLineKeys } from '../../shipments/line-keys.js';
import { shipmentItemResource } from '../../shipments/shipment-items/shipment-item.resource.js';
import { externalSourceIsUsed, IMPORTED_AS, IMPORTED_BY } from '../../webhooks/workflows/external-source.js';
import { workflowResource } from '../../webhooks/workflows/workflow.resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { orderFollowsItsItems } from './order-follows-its-items.js';
import { orderItemNames } from './order-item-csv.js';
import { OrderItem } from './order-item.entity.js';
import { shippedQuantityStays } from './shipped-quantity-stays.js';

export const orderItemResource: Resource<OrderItem> = defineResource(OrderItem, {
  name: 'OrderItem',
  path: 'order_items',
  description: 'A line of an order: how many were ordered, and how many of them are in shipments.',
  nameField: 'productName',
  owner: 'workspace',
  publishesEvents: true,
  csv: { names: orderItemNames('') },
  lineKeys: orderItemLineKeys,
  ownerFrom: 'order',
  fields: {
    order: toOne(() => orderResource, { groups: ONCE, required: true }),
    productName: text({ groups: ALL, example: 'Green tea' }),
    productSku: unsearchableText({ groups: ALL, example: 'TEA-1' }),
    productOptions: textMap({ groups: ALL }),
    qty: integer({ groups: ALL, min: 0, default: 0, example: 2, description: 'How many were ordered.' }),
    price: money({ groups: ALL }),
    rowTotal: money({ groups: ALL }),
    externalProductId: unsearchableText({ groups: ALL }),
    externalSourceSyncId: externalId({ groups: ONCE, description: IMPORTED_AS }),
    externalSourceIntegration: toOne(() => workflowResource, { groups: ONCE, description: IMPORTED_BY }),
    product: toOne(() => productResource, { groups: ONCE }),
    productVariant: toOne(() => productVariantResource, { groups: ONCE }),
    imageUrl: unsearchableText({ groups: ALL, format: 'url', max: 2048 }),
    fulfilledQty: integer({
      groups: ALL,
      min: 0,
      default: 0,
      description: 'How many were sent: what is in shipments, or more; at most `qty`.',
    }),
    refundedQty: integer({ groups: ALL, min: 0, default: 0, description: 'How many were paid back.' }),
    id: uuid({ groups: READ }),
    externalProductLink: derived({
      groups: READ,
      description: 'Where the shop shows the product.',
      schema: { type: 'string', nullable: true },
      reads: ['product.originUrl'],
      toJson: (row, at) => row[at],
    }),
    currency: derived({
      groups: READ,
      description: "The order's currency.",
      schema: { type: 'string', nullable: true },
      reads: ['order.currency'],
      toJson: (row, at) => row[at],
    }),
    workspace: toOne(() => workspaceResource, { groups: [] }),
  },
  filters: [
    exact('id', 'workspace.id'),
    partial('productName'),
    exact('price'),
    numeric('qty'),
    range('qty', 'price'),
    order('id', 'productName', 'qty', 'price'),
  ],
  undocumentedFilters: [exact('externalSourceSyncId', 'externalSourceIntegration')],
  links: [{ segment: 'shipment_items', target: () => shipmentItemResource, via: 'orderItem' }],
  unique: [externalSourceIsUsed],
  validate: [shippedQuantityStays],
  afterWrite: [orderFollowsItsItems, notesAreDeletedWith('order_items')],
  cascadeChildren: [{ target: () => shipmentItemResource, via: 'orderItem' }],
});
