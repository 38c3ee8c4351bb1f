import { Column, Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Address } from '../addresses/address.entity.js';
import { By, Id, Key, Pk, Text } from '../../core/database/columns.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { Order } from './order.entity.js';

/**
 * An address that an order is shipped to, of an order whose shop gave it several, or receivers of their own. The first is
 * also `shippingAddress` of the order; an order without any has just that one.
 */
@Entity('order_addresses')
@Index('UQ_order_addresses_id', ['id'], { unique: true })
@Index('IX_order_addresses_workspace', ['workspacePk'])
@Index('IX_order_addresses_order', ['orderPk'])
export class OrderAddress {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('order_addresses', 'workspace')
  workspace!: Relation<Workspace>;
  @Key() orderPk!: number;
  @ManyToOne(() => Order, { onDelete: 'CASCADE', nullable: false })
  @By('order_addresses', 'order')
  order!: Relation<Order>;
  @Text(1000) email!: string | null;
  @Text(1000) emailFolded!: string | null;
  @Text() phoneNumber!: string | null;
  @Text() phoneNumberFolded!: string | null;
  @Column(() => Address) address!: Address;
}
