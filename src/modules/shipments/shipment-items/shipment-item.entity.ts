import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { By, Id, Key, Moment, Pk, Text, Whole } from '../../../core/database/columns.js';
import { OrderItem } from '../../orders/order-items/order-item.entity.js';
import { Shipment } from '../shipment.entity.js';
import { Workflow } from '../../webhooks/workflows/workflow.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** How many of an order item are in a shipment. */
@Entity('shipment_items')
@Index('UQ_shipment_items_id', ['id'], { unique: true })
@Index('UQ_shipment_items_externalSource', ['externalSourceIntegrationPk', 'externalSourceSyncId'], {
  unique: true,
})
@Index('IX_shipment_items_workspace', ['workspacePk'])
@Index('IX_shipment_items_shipment', ['shipmentPk'])
@Index('IX_shipment_items_orderItem', ['orderItemPk'])
@Index('IX_shipment_items_fulfillmentIntegration', ['fulfillmentIntegrationPk', 'fulfillmentSyncId'])
export class ShipmentItem {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('shipment_items', 'workspace')
  workspace!: Relation<Workspace>;
  @Key() shipmentPk!: number;
  @ManyToOne(() => Shipment, { onDelete: 'CASCADE', nullable: false })
  @By('shipment_items', 'shipment')
  shipment!: Relation<Shipment>;
  @Key() orderItemPk!: number;
  @ManyToOne(() => OrderItem, { onDelete: 'CASCADE', nullable: false })
  @By('shipment_items', 'orderItem')
  orderItem!: Relation<OrderItem>;
  @Whole({ default: 0 }) qty!: number;
  @Text() externalSourceSyncId!: string | null;
  @Key({ nullable: true }) externalSourceIntegrationPk!: number | null;
  @ManyToOne(() => Workflow, { onDelete: 'SET NULL' })
  @By('shipment_items', 'externalSourceIntegration')
  externalSourceIntegration!: Relation<Workflow> | null;
  @Key({ nullable: true }) fulfillmentIntegrationPk!: number | null;
  @ManyToOne(() => Workflow, { onDelete: 'SET NULL' })
  @By('shipment_items', 'fulfillmentIntegration')
  fulfillmentIntegration!: Relation<Workflow> | null;
  @Text() fulfillmentSyncId!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
}
