import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { By } from '../../core/database/columns.js';
import { Order } from '../orders/order.entity.js';
import { Shipment } from './shipment.entity.js';

/** A shipment carries something of an order. */
@Entity('shipment_orders')
@Index('IX_shipment_orders_order', ['orderPk'])
export class ShipmentOrder {
  @PrimaryColumn('int') shipmentPk!: number;
  @ManyToOne(() => Shipment, { onDelete: 'CASCADE', nullable: false })
  @By('shipment_orders', 'shipment')
  shipment!: Relation<Shipment>;
  @PrimaryColumn('int') orderPk!: number;
  @ManyToOne(() => Order, { onDelete: 'CASCADE', nullable: false })
  @By('shipment_orders', 'order')
  order!: Relation<Order>;
}
