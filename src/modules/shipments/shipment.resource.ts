import { messageResource } from '../messages/log/message.resource.js';
import { address } from '../addresses/address.field.js';
import { carrierCode } from '../reference-data/carriers/carrier-code.field.js';
import { checkpointResource } from './checkpoints/checkpoint.resource.js';
import { notesAreDeletedWith } from '../notes/note-target.js';
import { orderResource } from '../orders/order.resource.js';
import {
  date,
  empty,
  exact,
  exists,
  numeric,
  order,
  partial,
  range,
  weekday,
} from '../../core/query/filters/index.js';
import { ALL, ONCE, READ, type Group } from '../../core/metadata/field.js';
import { clock } from '../../core/metadata/fields/clock.js';
import { decimal, integer } from '../../core/metadata/fields/number.js';
import { toOne, toMany } from '../../core/metadata/fields/relation.js';
import { datetime, derived, uuid } from '../../core/metadata/fields/simple.js';
import { lowerCode, externalId, text, upperCode } from '../../core/metadata/fields/text.js';
import { defineResource, iriOf, type Resource } from '../../core/metadata/resource.js';
import { reviewResource } from '../tracking-pages/reviews/review.resource.js';
import { shipmentItemResource } from './shipment-items/shipment-item.resource.js';
import { statusOf } from '../orders/statuses/status.resource.js';
import { onTime } from '../predictions/on-time.field.js';
import { shipmentIsPredicted } from '../predictions/prediction-follows.js';
import { originCarrierIsDetected, originCarrierIsKnown } from '../tracking/origin-carrier.js';
import {
  anotherCarrierIsAsked,
  trackingFollowsTheNumber,
  trackingStartsAnew,
} from '../tracking/restart-tracking.js';
import { PUNCTUALITIES } from '../tracking/punctuality.js';
import { FINER_THAN_ERROR } from '../tracking/tracking-status.resource.js';
import { TRACKING_STATUSES } from '../tracking/tracking-statuses.js';
import {
  externalSourceIsUsed,
  FULFILLED_AS,
  FULFILLED_BY,
  IMPORTED_AS,
  IMPORTED_BY,
} from '../webhooks/workflows/external-source.js';
import { externalSourceIntegrationType } from '../webhooks/workflows/integration-type.field.js';
import { workflowResource } from '../webhooks/workflows/workflow.resource.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { daysSinceLastCheckpoint } from './last-checkpoint.field.js';
import { orderNumbers } from './order-numbers.field.js';
import { orderedAt } from './ordered-at.field.js';
import { phase } from './phase.field.js';
import { businessDays, transitTime } from './transit-time.field.js';
import {
  orderNumbersAreFew,
  orderNumbersAreFound,
  orderNumbersFollowOrders,
  ordersAreLinked,
  ordersCountTheirShipments,
  ordersLoseTheirShipment,
} from './order-numbers-follow-orders.js';
import { shipmentLineKeys } from './line-keys.js';
import { shipmentCsv } from './shipment-csv.js';
import { numberIsShared } from './shared-tracking-number.js';
import { Shipment } from './shipment.entity.js';
import { merchantCarrierIsReset } from './merchant-carrier.js';
import { trackingNumber } from './tracking-number.field.js';
import { trackingNumberIsIndexed } from './tracking-number-parts.js';
import { unlinkKeepsTheTrackingNumber } from './unlink-keeps-the-tracking-number.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Review } from '../tracking-pages/reviews/review.entity.js';
import { Order } from '../orders/order.entity.js';
import { ShipmentOrder } from './shipment-order.entity.js';
import { ShipmentItem } from './shipment-items/shipment-item.entity.js';

const r = sqlNames(Review, 'r');
const o = sqlNames(Order, 'o');
const l = sqlNames(ShipmentOrder, 'l');
const i = sqlNames(ShipmentItem, 'i');

const ITEM: readonly Group[] = ['get', 'post', 'put'];

export const shipmentResource: Resource<Shipment> = defineResource(Shipment, {
  name: 'Shipment',
  path: 'shipments',
  description: 'A parcel on its way, with at most one tracking number.',
  owner: 'workspace',
  publishesEvents: true,
  csv: shipmentCsv,
  lineKeys: shipmentLineKeys,
  mergeBy: 'trackingNumber',
  // figures of analytics follow from it
  watched: ['trackedSince'],
  fields: {
    trackingNumber: trackingNumber({
      groups: ALL,
      description:
        'Letters and digits; kept in capitals, without the blanks, dashes, dots and brackets of labels. The address of a page of the carrier that shows it does as well. There is one of each in a workspace.',
    }),
    trackingStatus: lowerCode({
      groups: READ,
      choices: Object.keys(TRACKING_STATUSES),
      description: `How far the parcel has come. ${FINER_THAN_ERROR}`,
    }),
    orderNumbers: orderNumbers({
      groups: ALL,
      description: 'The numbers of its orders, in capitals. Without a number its order is unlinked.',
    }),
    email: text({ groups: ALL, format: 'email' }),
    phoneNumber: text({ groups: ALL }),
    daysInTransit: clock({
      groups: READ,
      since: 'transitStartedAt',
      days: 'transitDays',
      description: 'Whole days since it began to move; until now, or until it arrived.',
    }),
    daysInIdle: clock({
      groups: READ,
      since: 'createdAt',
      days: 'idleDays',
      description: 'Whole days since it was made; until now, or until it began to move.',
    }),
    daysSinceLastCheckpoint: daysSinceLastCheckpoint(),
    originCarrier: carrierCode({
      groups: ALL,
      description:
        'The code of the carrier that takes it, or its name, or what AfterShip calls it; the number says it where nobody does. A PUT may change it.',
    }),
    destinationCarrier: carrierCode({
      groups: READ,
      description: 'The code of the carrier that delivers it.',
    }),
    originCountry: text({ groups: READ }),
    destinationCountry: text({ groups: READ }),
    originCountryIso2: upperCode({ groups: READ }),
    destinationCountryIso2: upperCode({ groups: READ }),
    shippedAt: datetime({ groups: READ }),
    expectedDeliveryDate: datetime({ groups: READ }),
    createdAt: datetime({ groups: READ, nullable: false }),
    updatedAt: datetime({ groups: READ, nullable: false }),
    lastStatusUpdate: datetime({ groups: READ }),
    workspace: toOne(() => workspaceResource, { groups: ONCE, required: true }),
    review: derived({
      groups: READ,
      schema: { type: 'string', format: 'iri-reference', nullable: true, target: () => reviewResource },
      reads: [({ alias }) => `(SELECT ${r.id} FROM ${r.table} WHERE ${r.shipmentPk} = ${alias}.pk)`],
      toJson: (row, at) => (row[at] === null ? null : iriOf(reviewResource, row[at] as string)),
    }),
    reviewTotalScore: decimal({ groups: READ }),
    orders: toMany(() => orderResource, {
      groups: ITEM,
      description: 'The orders that are in it. Their numbers are in `orderNumbers`.',
      listed: (owner) => ({
        id: o.id,
        from: `${l.table} JOIN ${o.table} ON ${o.pk} = ${l.orderPk} WHERE ${l.shipmentPk} = ${owner}.pk`,
        order: l.orderPk,
      }),
    }),
    shipmentItems: toMany(() => shipmentItemResource, {
      groups: ITEM,
      description: 'What is in it. Bodies may have whole items; items that a list leaves out are deleted.',
      embeds: true,
      listed: (owner) => ({
        id: i.id,
        from: `${i.table} WHERE ${i.shipmentPk} = ${owner}.pk`,
        order: i.pk,
      }),
    }),
    externalSourceIntegration: toOne(() => workflowResource, { groups: ONCE, description: IMPORTED_BY }),
    externalSourceSyncId: externalId({ groups: ONCE, description: IMPORTED_AS }),
    fulfillmentIntegration: toOne(() => workflowResource, { groups: ONCE, description: FULFILLED_BY }),
    fulfillmentSyncId: externalId({ groups: ONCE, description: FULFILLED_AS }),
    address: address({ groups: ALL }),
    shipmentStatus: statusOf('shipments', { groups: ALL }),
    id: uuid({ groups: READ }),
    externalSourceIntegrationType: externalSourceIntegrationType(),

    // analytics filters by them, see docs/analytics.md
    phase: phase(),
    orderedAt: orderedAt(),
    deliveredAt: datetime({ groups: [] }),
    firstExpectedDeliveryDate: datetime({ groups: [] }),
    lastCheckpointAt: datetime({ groups: [] }),
    failedAttempts: integer({ groups: [] }),
    punctuality: lowerCode({ groups: [], choices: PUNCTUALITIES }),
    firstPunctuality: lowerCode({ groups: [], choices: PUNCTUALITIES }),
    transitTime: transitTime('Days from `shippedAt` to the delivery.'),
    businessTransitTime: transitTime('Business days from `shippedAt` to the delivery.'),
    onTime: onTime(),
  },
  filters: [
    order(
      'id',
      'trackingNumber',
      'trackingStatus',
      'shipmentStatus.code',
      'originCarrier',
      'destinationCarrier',
    ),
    order('createdAt', 'updatedAt', 'shippedAt', 'lastStatusUpdate', 'expectedDeliveryDate'),
    order('originCountry', 'destinationCountry', 'originCountryIso2', 'destinationCountryIso2'),
    order('email', 'phoneNumber', 'daysInTransit', 'reviewTotalScore'),
    order(
      'address.addressLine1',
      'address.addressLine2',
      'address.city',
      'address.company',
      'address.countryIso2',
    ),
    order('address.firstName', 'address.lastName', 'address.postcode', 'address.state'),
    order('daysInIdle', 'orderNumbers'),
    exact('orderNumbers'),
    date('createdAt', 'updatedAt', 'shippedAt', 'lastStatusUpdate', 'expectedDeliveryDate'),
    exact('id'),
    partial('trackingNumber'),
    exact('trackingStatus', 'shipmentStatus.code', 'originCarrier', 'destinationCarrier'),
    partial('originCountry'),
    exact('originCountryIso2'),
    partial('destinationCountry'),
    exact('destinationCountryIso2'),
    partial(
      'email',
      'phoneNumber',
      'address.addressLine1',
      'address.addressLine2',
      'address.city',
      'address.company',
    ),
    exact('address.countryIso2'),
    partial('address.firstName', 'address.lastName', 'address.postcode', 'address.state'),
    numeric('daysInTransit', 'daysInIdle'),
    range('daysInTransit', 'reviewTotalScore', 'daysInIdle'),
    empty('orderNumbers', 'trackingNumber', 'email', 'phoneNumber'),
    empty('address.addressLine1', 'address.addressLine2', 'address.city', 'address.company'),
    empty('address.firstName', 'address.lastName', 'address.postcode', 'address.state'),
  ],
  undocumentedFilters: [
    exact('workspace.id', 'externalSourceSyncId', 'externalSourceIntegration'),
    exact('workspace.team', 'phase', 'punctuality', 'firstPunctuality', 'onTime'),
    date('deliveredAt', 'firstExpectedDeliveryDate', 'lastCheckpointAt'),
    range('failedAttempts', 'transitTime'),
    businessDays('businessTransitTime'),
    weekday('createdAt', 'shippedAt', 'deliveredAt'),
    exists('orderedAt', 'shippedAt', 'deliveredAt', 'expectedDeliveryDate', 'trackingStatus'),
    exists('punctuality', 'firstPunctuality', 'reviewTotalScore'),
    exists('originCarrier', 'destinationCarrier', 'originCountryIso2', 'destinationCountryIso2'),
    exists('externalSourceIntegration'),
  ],
  links: [
    { segment: 'checkpoints', target: () => checkpointResource, via: 'shipment' },
    { segment: 'shipment_items', target: () => shipmentItemResource, via: 'shipment' },
    { segment: 'messages', target: () => messageResource, via: 'shipment' },
  ],
  unique: [
    {
      columns: ['workspacePk', 'trackingNumber'],
      propertyPath: 'trackingNumber',
      message: 'Shipment with this tracking number already exists',
      onUpdate: 'It seems that you are trying to add the same tracking number to two different shipments',
    },
    externalSourceIsUsed,
  ],
  beforeWrite: [
    unlinkKeepsTheTrackingNumber,
    trackingStartsAnew,
    originCarrierIsDetected,
    merchantCarrierIsReset,
    anotherCarrierIsAsked,
    orderNumbersFollowOrders,
  ],
  validate: [originCarrierIsKnown, orderNumbersAreFew],
  beforeDelete: [ordersLoseTheirShipment],
  afterWrite: [
    orderNumbersAreFound,
    trackingNumberIsIndexed,
    trackingFollowsTheNumber,
    numberIsShared,
    ordersCountTheirShipments,
    ordersAreLinked,
    shipmentIsPredicted,
    notesAreDeletedWith('shipments'),
  ],
  cascadeChildren: [
    { target: () => shipmentItemResource, via: 'shipment' },
    { target: () => shipmentResource, via: 'parent' },
  ],
});
