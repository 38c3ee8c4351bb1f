import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { By, Id, Key, LongText, Moment, Money, Pk, Text, Whole } from '../../../core/database/columns.js';
import { Order } from '../order.entity.js';
import { ProductVariant } from '../../products/product-variant.entity.js';
import { Product } from '../../products/product.entity.js';
import { Workflow } from '../../webhooks/workflows/workflow.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** A line of an order: how many were ordered, and how many are fulfilled by shipment items. */
@Entity('order_items')
@Index('UQ_order_items_id', ['id'], { unique: true })
@Index('UQ_order_items_externalSource', ['externalSourceIntegrationPk', 'externalSourceSyncId'], {
  unique: true,
})
@Index('IX_order_items_workspace', ['workspacePk'])
@Index('IX_order_items_order', ['orderPk'])
@Index('IX_order_items_product', ['productPk'])
@Index('IX_order_items_productVariant', ['productVariantPk'])
export class OrderItem {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('order_items', 'workspace')
  workspace!: Relation<Workspace>;
  @Key() orderPk!: number;
  @ManyToOne(() => Order, { onDelete: 'CASCADE', nullable: false })
  @By('order_items', 'order')
  order!: Relation<Order>;
  @Text() productName!: string | null;
  @Text() productNameFolded!: string | null;
  @Text() productSku!: string | null;
  @LongText() productOptions!: string | null;
  @Whole({ default: 0 }) qty!: number;
  @Whole({ default: 0 }) fulfilledQty!: number;
  @Whole({ default: 0 }) refundedQty!: number;
  @Money() price!: number | null;
  @Money() rowTotal!: number | null;
  @Text() externalProductId!: string | null;
  @Text() externalSourceSyncId!: string | null;
  @Key({ nullable: true }) externalSourceIntegrationPk!: number | null;
  @ManyToOne(() => Workflow, { onDelete: 'SET NULL' })
  @By('order_items', 'externalSourceIntegration')
  externalSourceIntegration!: Relation<Workflow> | null;
  @Key({ nullable: true }) productPk!: number | null;
  @ManyToOne(() => Product, { onDelete: 'SET NULL' })
  @By('order_items', 'product')
  product!: Relation<Product> | null;
  @Key({ nullable: true }) productVariantPk!: number | null;
  @ManyToOne(() => ProductVariant, { onDelete: 'SET NULL' })
  @By('order_items', 'productVariant')
  productVariant!: Relation<ProductVariant> | null;
  @LongText() imageUrl!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;

  // derived, see order-item.resource.ts
  externalProductLink!: string | null;
  currency!: string | null;
}
