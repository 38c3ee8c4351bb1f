import { address } from '../addresses/address.field.js';
import { notesAreDeletedWith } from '../notes/note-target.js';
import { orderItemResource } from './order-items/order-item.resource.js';
import { date, empty, exact, numeric, order, partial, range } from '../../core/query/filters/index.js';
import { ALL, ONCE, READ } from '../../core/metadata/field.js';
import { integer, money } from '../../core/metadata/fields/number.js';
import { toOne, toMany } from '../../core/metadata/fields/relation.js';
import { datetime, derived, uuid } from '../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText, externalId, text, upperCode } from '../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../core/metadata/resource.js';
import { orderLineKeys } from '../shipments/line-keys.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { statusOf } from './statuses/status.resource.js';
import { externalSourceIsUsed, IMPORTED_AS, IMPORTED_BY } from '../webhooks/workflows/external-source.js';
import { externalSourceIntegrationType } from '../webhooks/workflows/integration-type.field.js';
import { workflowResource } from '../webhooks/workflows/workflow.resource.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { firstAddressFollows } from './first-address-follows.js';
import { orderCsv } from './order-csv.js';
import { Order } from './order.entity.js';
import { newOrderIsHeld, startsUnfulfilled } from './recount-orders.js';
import {
  shipmentsFollowTheirOrder,
  shipmentsFollowTheOrdersNumber,
  shipmentsLoseTheirOrder,
} from './shipments-follow-their-order.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { ShipmentOrder } from '../shipments/shipment-order.entity.js';
import { OrderItem } from './order-items/order-item.entity.js';

const s = sqlNames(Shipment, 's');
const l = sqlNames(ShipmentOrder, 'l');
const i = sqlNames(OrderItem, 'i');

export const orderResource: Resource<Order> = defineResource(Order, {
  name: 'Order',
  path: 'orders',
  description: 'An order; its items are resources of their own.',
  nameField: 'orderNumber',
  owner: 'workspace',
  publishesEvents: true,
  csv: orderCsv,
  lineKeys: orderLineKeys,
  mergeBy: 'orderNumber',
  fields: {
    workspace: toOne(() => workspaceResource, { groups: ONCE, required: true }),
    orderNumber: text({ groups: ONCE, required: true, example: '100042' }),
    externalSourceIntegration: toOne(() => workflowResource, { groups: ONCE, description: IMPORTED_BY }),
    externalSourceSyncId: externalId({ groups: ONCE, description: IMPORTED_AS }),
    externalSourceUrl: unsearchableText({ groups: ONCE, format: 'url', max: 2048 }),
    subtotal: money({ groups: ALL, default: '0' }),
    total: money({ groups: ALL, default: '0' }),
    currency: upperCode({ groups: ALL, max: 10, pattern: /^[A-Z\d]*$/, default: 'USD', example: 'EUR' }),
    orderStatus: statusOf('orders', { groups: ALL }),
    orderType: lowerCode({
      groups: ONCE,
      choices: ['customer', 'vendor'],
      default: 'customer',
      nullable: false,
    }),
    email: text({ groups: ALL, format: 'email', max: 1000 }),
    phoneNumber: text({ groups: ALL }),
    createdAt: datetime({ groups: READ, nullable: false }),
    updatedAt: datetime({ groups: READ, nullable: false }),
    shipments: toMany(() => shipmentResource, {
      groups: ['get', 'post', 'put'],
      listed: (owner) => ({
        id: s.id,
        from: `${l.table} JOIN ${s.table} ON ${s.pk} = ${l.shipmentPk} WHERE ${l.orderPk} = ${owner}.pk`,
        order: l.shipmentPk,
      }),
    }),
    items: toMany(() => orderItemResource, {
      groups: ['post'],
      description: 'Its items, made with it in one transaction. They are read at `/orders/{id}/items`.',
      embeds: true,
      listed: (owner) => ({ id: i.id, from: `${i.table} WHERE ${i.orderPk} = ${owner}.pk`, order: i.pk }),
    }),
    shippingAddress: address({ groups: ALL }),
    billingAddress: address({ groups: ALL }),
    fulfillmentStatus: lowerCode({
      groups: READ,
      choices: ['not_fulfilled', 'partial', 'fulfilled'],
      description: 'Whether its items are in shipments.',
    }),
    shipmentsWithoutTrackingCount: integer({
      groups: READ,
      description: 'How many of its shipments have no tracking number.',
    }),
    id: uuid({ groups: READ }),
    readonly: derived({
      groups: READ,
      description: 'The order belongs to another system, which changes it.',
      schema: { type: 'boolean' },
      reads: ['externalSourceIntegrationPk'],
      toJson: (row, at) => row[at] !== null,
    }),
    externalSourceIntegrationType: externalSourceIntegrationType(),
  },
  filters: [
    order(
      'id',
      'orderNumber',
      'email',
      'phoneNumber',
      'orderStatus.code',
      'subtotal',
      'total',
      'createdAt',
      'updatedAt',
    ),
    order('shippingAddress.addressLine1', 'shippingAddress.addressLine2', 'shippingAddress.city'),
    order('shippingAddress.company', 'shippingAddress.countryIso2', 'shippingAddress.firstName'),
    order('shippingAddress.lastName', 'shippingAddress.postcode', 'shippingAddress.state'),
    order('billingAddress.addressLine1', 'billingAddress.addressLine2', 'billingAddress.city'),
    order('billingAddress.company', 'billingAddress.countryIso2', 'billingAddress.firstName'),
    order('billingAddress.lastName', 'billingAddress.postcode', 'billingAddress.state'),
    order('fulfillmentStatus', 'shipmentsWithoutTrackingCount'),
    exact('id'),
    partial('orderNumber', 'email', 'phoneNumber'),
    exact('orderStatus.code', 'orderType'),
    partial('shippingAddress.addressLine1', 'shippingAddress.addressLine2', 'shippingAddress.city'),
    partial('shippingAddress.company'),
    exact('shippingAddress.countryIso2'),
    partial(
      'shippingAddress.firstName',
      'shippingAddress.lastName',
      'shippingAddress.postcode',
      'shippingAddress.state',
    ),
    partial('billingAddress.addressLine1', 'billingAddress.addressLine2', 'billingAddress.city'),
    partial('billingAddress.company'),
    exact('billingAddress.countryIso2'),
    partial(
      'billingAddress.firstName',
      'billingAddress.lastName',
      'billingAddress.postcode',
      'billingAddress.state',
    ),
    exact('fulfillmentStatus', 'subtotal', 'total'),
    partial('currency'),
    numeric('shipmentsWithoutTrackingCount'),
    range('subtotal', 'total', 'shipmentsWithoutTrackingCount'),
    date('createdAt', 'updatedAt'),
    empty('orderNumber', 'currency', 'email', 'phoneNumber'),
    empty('shippingAddress.addressLine1', 'shippingAddress.addressLine2', 'shippingAddress.city'),
    empty('shippingAddress.company', 'shippingAddress.firstName', 'shippingAddress.lastName'),
    empty('shippingAddress.postcode', 'shippingAddress.state'),
    empty('billingAddress.addressLine1', 'billingAddress.addressLine2', 'billingAddress.city'),
    empty('billingAddress.company', 'billingAddress.firstName', 'billingAddress.lastName'),
    empty('billingAddress.postcode', 'billingAddress.state'),
  ],
  undocumentedFilters: [exact('externalSourceSyncId', 'externalSourceIntegration')],
  supportsGroups: true,
  links: [{ segment: 'items', target: () => orderItemResource, via: 'order' }],
  unique: [externalSourceIsUsed],
  beforeWrite: [startsUnfulfilled],
  beforeDelete: [shipmentsLoseTheirOrder],
  afterWrite: [
    newOrderIsHeld,
    shipmentsFollowTheirOrder,
    shipmentsFollowTheOrdersNumber,
    firstAddressFollows,
    notesAreDeletedWith('orders'),
  ],
  cascadeChildren: [{ target: () => orderItemResource, via: 'order' }],
});
