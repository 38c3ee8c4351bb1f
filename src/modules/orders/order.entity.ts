import { Column, Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Address } from '../addresses/address.entity.js';
import { Ascii, By, Id, Key, LongText, Moment, Money, Pk, Text, Whole } from '../../core/database/columns.js';
import { Status } from './statuses/status.entity.js';
import { Workflow } from '../webhooks/workflows/workflow.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** An order of a customer or to a vendor; its items are rows of their own. */
@Entity('orders')
@Index('UQ_orders_id', ['id'], { unique: true })
@Index('UQ_orders_externalSource', ['externalSourceIntegrationPk', 'externalSourceSyncId'], { unique: true })
@Index('IX_orders_workspace', ['workspacePk'])
@Index('IX_orders_createdAt', ['workspacePk', 'createdAt'])
@Index('IX_orders_updatedAt', ['workspacePk', 'updatedAt'])
@Index('IX_orders_orderNumber', ['workspacePk', 'orderNumberFolded'])
@Index('IX_orders_fulfillmentStatus', ['workspacePk', 'fulfillmentStatus', 'createdAt'])
@Index('IX_orders_orderStatus', ['orderStatusPk'])
export class Order {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('orders', 'workspace')
  workspace!: Relation<Workspace>;
  @Text() orderNumber!: string | null;
  @Text() orderNumberFolded!: string | null;
  @Key({ nullable: true }) externalSourceIntegrationPk!: number | null;
  @ManyToOne(() => Workflow, { onDelete: 'SET NULL' })
  @By('orders', 'externalSourceIntegration')
  externalSourceIntegration!: Relation<Workflow> | null;
  @Text() externalSourceSyncId!: string | null;
  @LongText() externalSourceUrl!: string | null;
  @Money() subtotal!: number | null;
  @Money() total!: number | null;
  @Ascii(10, { nullable: true }) currency!: string | null;
  @Key({ nullable: true }) orderStatusPk!: number | null;
  @ManyToOne(() => Status, { onDelete: 'SET NULL' })
  @By('orders', 'orderStatus')
  orderStatus!: Relation<Status> | null;
  /** `customer` or `vendor`. */
  @Ascii(20) orderType!: string;
  @Text(1000) email!: string | null;
  @Text(1000) emailFolded!: string | null;
  @Text() phoneNumber!: string | null;
  @Text() phoneNumberFolded!: string | null;
  @Column(() => Address) shippingAddress!: Address;
  @Column(() => Address) billingAddress!: Address;
  /** Kept right by `orders-are-recounted.ts`. */
  @Ascii(20) fulfillmentStatus!: string;
  @Whole({ default: 0 }) shipmentsWithoutTrackingCount!: number;
  /** The shop's own number of its customer. */
  @Key({ nullable: true }) customerId!: number | null;
  /** When a shop put it away; it stays everywhere else. */
  @Moment({ nullable: true }) archivedAt!: string | null;
  /** What a shop says of it to itself, and what its customer said. */
  @LongText() staffNotes!: string | null;
  @LongText() customerMessage!: string | null;
  /** What the shop calls the way of paying. */
  @Text(100) paymentMethod!: string | null;
  /** The shop's own number of the channel that it was sold by. */
  @Key({ nullable: true }) channelId!: number | null;
  /** JSON of what else a shop says of it and nothing here follows, see `surfaces/bigcommerce/orders/order-details.ts`. */
  @LongText() shopDetails!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;

  // derived, see order.resource.ts
  shipments!: readonly string[];
  items!: readonly string[];
  readonly!: boolean;
  externalSourceIntegrationType!: string | null;
}
