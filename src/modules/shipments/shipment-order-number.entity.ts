import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { By, Key } from '../../core/database/columns.js';
import { Shipment } from './shipment.entity.js';

/** An order number that a shipment can be found by. */
@Entity('shipment_order_numbers')
@Index('IX_shipment_order_numbers_number', ['workspacePk', 'number'])
export class ShipmentOrderNumber {
  @PrimaryColumn('int') shipmentPk!: number;
  @ManyToOne(() => Shipment, { onDelete: 'CASCADE', nullable: false })
  @By('shipment_order_numbers', 'shipment')
  shipment!: Relation<Shipment>;
  @PrimaryColumn('varchar', { length: 255, charset: 'utf8mb4', collation: 'utf8mb4_bin' }) number!: string;
  @Key() workspacePk!: number;
  @Column('int') position!: number;
}
