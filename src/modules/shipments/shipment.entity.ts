import { Column, Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Address } from '../addresses/address.entity.js';
import {
  Ascii,
  By,
  Flag,
  Id,
  Key,
  LongText,
  Moment,
  Money,
  Pk,
  Text,
  Whole,
} from '../../core/database/columns.js';
import { Status } from '../orders/statuses/status.entity.js';
import { Workflow } from '../webhooks/workflows/workflow.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** A parcel on its way, with at most one tracking number. */
@Entity('shipments')
@Index('UQ_shipments_id', ['id'], { unique: true })
@Index('UQ_shipments_trackingNumber', ['workspacePk', 'trackingNumber'], { unique: true })
@Index('UQ_shipments_externalSource', ['externalSourceIntegrationPk', 'externalSourceSyncId'], {
  unique: true,
})
@Index('IX_shipments_workspace', ['workspacePk'])
@Index('IX_shipments_createdAt', [
  'workspacePk',
  'createdAt',
  'pk',
  'trackingStatus',
  'transitDays',
  'transitStartedAt',
])
@Index('IX_shipments_updatedAt', ['workspacePk', 'updatedAt'])
@Index('IX_shipments_shippedAt', ['workspacePk', 'shippedAt'])
@Index('IX_shipments_deliveredAt', ['workspacePk', 'deliveredAt'])
@Index('IX_shipments_trackingStatus', [
  'workspacePk',
  'trackingStatus',
  'createdAt',
  'pk',
  'transitDays',
  'transitStartedAt',
])
@Index('IX_shipments_transit', ['workspacePk', 'transitDays', 'transitStartedAt'])
@Index('IX_shipments_idle', ['workspacePk', 'idleDays', 'createdAt'])
@Index('IX_shipments_trackingNumber', ['trackingNumber'])
@Index('IX_shipments_sharedNumber', ['sharedNumber'])
@Index('IX_shipments_sweepAt', ['sweepAt'])
@Index('IX_shipments_nextCheckAt', ['nextCheckAt'])
@Index('IX_shipments_email', ['workspacePk', 'emailFolded'])
@Index('IX_shipments_shipmentStatus', ['shipmentStatusPk'])
@Index('IX_shipments_parent', ['parentPk', 'workspacePk'])
@Index('IX_shipments_fulfillmentIntegration', ['fulfillmentIntegrationPk', 'fulfillmentSyncId'])
export class Shipment {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('shipments', 'workspace')
  workspace!: Relation<Workspace>;
  @Ascii(100, { nullable: true }) trackingNumber!: string | null;
  /** The number that a shipment of another order has, whose parcel this one travels in; then it has none of its own. */
  @Ascii(100, { nullable: true }) sharedNumber!: string | null;
  @Ascii(40, { nullable: true }) trackingStatus!: string | null;
  /** Upper case, two blanks between them; `shipment_order_numbers` has them as rows. */
  @LongText({}) orderNumbers!: string;
  @Text() email!: string | null;
  @Text() emailFolded!: string | null;
  @Text() phoneNumber!: string | null;
  @Text() phoneNumberFolded!: string | null;
  /** When it entered its first active status; the clocks are explained in docs/adr. */
  @Moment({ nullable: true }) transitStartedAt!: string | null;
  @Whole() transitDays!: number | null;
  @Whole() idleDays!: number | null;
  @Ascii(100, { nullable: true }) originCarrier!: string | null;
  /** The number said so, not the client. */
  @Flag(false) carrierIsDetected!: number;
  @Ascii(100, { nullable: true }) destinationCarrier!: string | null;
  @Text(100) originCountry!: string | null;
  @Text(100) originCountryFolded!: string | null;
  @Text(100) destinationCountry!: string | null;
  @Text(100) destinationCountryFolded!: string | null;
  @Ascii(2, { nullable: true }) originCountryIso2!: string | null;
  @Ascii(2, { nullable: true }) destinationCountryIso2!: string | null;
  /** Since when it has had its tracking number. */
  @Moment({ nullable: true }) trackedSince!: string | null;
  /** When the status changes though nothing is reported. */
  @Moment({ nullable: true }) sweepAt!: string | null;
  /** When a provider is asked next; null when nobody is. */
  @Moment({ nullable: true }) nextCheckAt!: string | null;
  /** How often in a row that has failed. */
  @Whole({ default: 0 }) checkFailures!: number;
  /** The provider that has been asked to watch the parcel. */
  @Ascii(40, { nullable: true }) watchedBy!: string | null;
  @Moment({ nullable: true }) shippedAt!: string | null;
  @Moment({ nullable: true }) expectedDeliveryDate!: string | null;
  /** The date as its carrier first told it. */
  @Moment({ nullable: true }) firstExpectedDeliveryDate!: string | null;
  /** When it was delivered; null unless `trackingStatus` is `delivered`. */
  @Moment({ nullable: true }) deliveredAt!: string | null;
  /** How often a delivery was tried in vain. */
  @Whole({ default: 0 }) failedAttempts!: number;
  /** The carrier's date of its latest checkpoint. */
  @Moment({ nullable: true }) lastCheckpointAt!: string | null;
  /** `early`, `on_time` or `late` against `expectedDeliveryDate`; null until it is delivered. */
  @Ascii(10, { nullable: true }) punctuality!: string | null;
  /** The same against `firstExpectedDeliveryDate`. */
  @Ascii(10, { nullable: true }) firstPunctuality!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
  @Moment({ nullable: true }) lastStatusUpdate!: string | null;
  @Column('decimal', { precision: 4, scale: 2, nullable: true }) reviewTotalScore!: number | null;
  @Key({ nullable: true }) externalSourceIntegrationPk!: number | null;
  @ManyToOne(() => Workflow, { onDelete: 'SET NULL' })
  @By('shipments', 'externalSourceIntegration')
  externalSourceIntegration!: Relation<Workflow> | null;
  @Text() externalSourceSyncId!: string | null;
  @Key({ nullable: true }) fulfillmentIntegrationPk!: number | null;
  @ManyToOne(() => Workflow, { onDelete: 'SET NULL' })
  @By('shipments', 'fulfillmentIntegration')
  fulfillmentIntegration!: Relation<Workflow> | null;
  @Text() fulfillmentSyncId!: string | null;
  @Column(() => Address) address!: Address;
  @Key({ nullable: true }) shipmentStatusPk!: number | null;
  @ManyToOne(() => Status, { onDelete: 'SET NULL' })
  @By('shipments', 'shipmentStatus')
  shipmentStatus!: Relation<Status> | null;

  // what shops say beside the parcel, see merchant-carrier.ts
  /** The number as a shop has written it: `trackingNumber` has its letters and digits. */
  @Text(100) writtenNumber!: string | null;
  /** BigCommerce's name of the integration that ships. */
  @Ascii(50, { nullable: true }) shippingProvider!: string | null;
  /** A shop's own name of the carrier, empty where it named none; null: no shop has said anything. */
  @Text(100) trackingCarrier!: string | null;
  @Text() carrierTitle!: string | null;
  /** A page of the shop's own that shows the parcel. */
  @Text(500) trackingLink!: string | null;
  @LongText() trackDescription!: string | null;
  @Text() shippingMethod!: string | null;
  @LongText() comments!: string | null;
  @Money() merchantShippingCost!: number | null;
  /** Which further address of its order it goes to; null: the order's own. */
  @Key({ nullable: true }) orderAddressPk!: number | null;
  /** When the customer's e-mail went out last. */
  @Moment({ nullable: true }) emailSentAt!: string | null;
  /** Of a further track: the shipment that has the items. */
  @Key({ nullable: true }) parentPk!: number | null;
  @ManyToOne(() => Shipment, { onDelete: 'CASCADE' })
  @By('shipments', 'parent')
  parent!: Relation<Shipment> | null;

  // derived, see shipment.resource.ts
  daysInTransit!: number | null;
  daysInIdle!: number | null;
  daysSinceLastCheckpoint!: number | null;
  review!: string | null;
  orders!: readonly string[];
  shipmentItems!: readonly string[];
  externalSourceIntegrationType!: string | null;
  phase!: string;
  orderedAt!: string | null;
  transitTime!: number | null;
  businessTransitTime!: number | null;
  onTime!: string;
}
