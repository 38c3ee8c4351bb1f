import {
  Column,
  Entity,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToMany,
  OneToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';

/** The fields of a shipment's JSON as entities on the same tables: what a NestJS user would declare. */

@Entity('workspaces')
export class Workspace {
  @PrimaryGeneratedColumn() pk!: number;
  @Column('varchar') id!: string;
}

@Entity('workflows')
export class Workflow {
  @PrimaryGeneratedColumn() pk!: number;
  @Column('varchar') id!: string;
  @Column('varchar') type!: string;
}

@Entity('statuses')
export class Status {
  @PrimaryGeneratedColumn() pk!: number;
  @Column('varchar') id!: string;
  @Column('varchar') code!: string;
  @Column('varchar', { nullable: true }) title!: string | null;
}

@Entity('orders')
export class Order {
  @PrimaryGeneratedColumn() pk!: number;
  @Column('varchar') id!: string;
}

export class Address {
  @Column('varchar', { name: 'Addressline1', nullable: true }) addressLine1!: string | null;
  @Column('varchar', { name: 'Addressline2', nullable: true }) addressLine2!: string | null;
  @Column('varchar', { name: 'City', nullable: true }) city!: string | null;
  @Column('varchar', { name: 'Company', nullable: true }) company!: string | null;
  @Column('varchar', { name: 'Country', nullable: true }) country!: string | null;
  @Column('varchar', { name: 'Countryiso2', nullable: true }) countryIso2!: string | null;
  @Column('varchar', { name: 'Firstname', nullable: true }) firstName!: string | null;
  @Column('varchar', { name: 'Lastname', nullable: true }) lastName!: string | null;
  @Column('varchar', { name: 'Postcode', nullable: true }) postcode!: string | null;
  @Column('varchar', { name: 'State', nullable: true }) state!: string | null;
}

@Entity('shipments')
export class Shipment {
  @PrimaryGeneratedColumn() pk!: number;
  @Column('varchar') id!: string;
  @Column('varchar', { nullable: true }) trackingNumber!: string | null;
  @Column('varchar', { nullable: true }) trackingStatus!: string | null;
  @Column('text') orderNumbers!: string;
  @Column('varchar', { nullable: true }) email!: string | null;
  @Column('varchar', { nullable: true }) phoneNumber!: string | null;
  @Column('datetime', { precision: 6, nullable: true }) transitStartedAt!: Date | null;
  @Column('int', { nullable: true }) transitDays!: number | null;
  @Column('int', { nullable: true }) idleDays!: number | null;
  @Column('varchar', { nullable: true }) originCarrier!: string | null;
  @Column('varchar', { nullable: true }) destinationCarrier!: string | null;
  @Column('varchar', { nullable: true }) originCountry!: string | null;
  @Column('varchar', { nullable: true }) destinationCountry!: string | null;
  @Column('varchar', { nullable: true }) originCountryIso2!: string | null;
  @Column('varchar', { nullable: true }) destinationCountryIso2!: string | null;
  @Column('datetime', { precision: 6, nullable: true }) shippedAt!: Date | null;
  @Column('datetime', { precision: 6, nullable: true }) expectedDeliveryDate!: Date | null;
  @Column('datetime', { precision: 6 }) createdAt!: Date;
  @Column('datetime', { precision: 6 }) updatedAt!: Date;
  @Column('datetime', { precision: 6, nullable: true }) lastStatusUpdate!: Date | null;
  @Column('decimal', { precision: 4, scale: 2, nullable: true }) reviewTotalScore!: string | null;
  @Column('varchar', { nullable: true }) externalSourceSyncId!: string | null;
  @Column('varchar', { nullable: true }) fulfillmentSyncId!: string | null;
  @Column(() => Address, { prefix: 'address' }) address!: Address;
  @Column('int') workspacePk!: number;
  @ManyToOne(() => Workspace) @JoinColumn({ name: 'workspacePk' }) workspace!: Relation<Workspace>;
  @ManyToOne(() => Workflow)
  @JoinColumn({ name: 'externalSourceIntegrationPk' })
  externalSourceIntegration!: Relation<Workflow> | null;
  @ManyToOne(() => Workflow)
  @JoinColumn({ name: 'fulfillmentIntegrationPk' })
  fulfillmentIntegration!: Relation<Workflow> | null;
  @ManyToOne(() => Status) @JoinColumn({ name: 'shipmentStatusPk' }) shipmentStatus!: Relation<Status> | null;
  @OneToOne(() => Review, (review) => review.shipment) review!: Relation<Review> | null;
  @OneToMany(() => ShipmentItem, (item) => item.shipment) shipmentItems!: Relation<ShipmentItem[]>;
  @ManyToMany(() => Order)
  @JoinTable({
    name: 'shipment_orders',
    joinColumn: { name: 'shipmentPk' },
    inverseJoinColumn: { name: 'orderPk' },
  })
  orders!: Relation<Order[]>;
}

@Entity('shipment_items')
export class ShipmentItem {
  @PrimaryGeneratedColumn() pk!: number;
  @Column('varchar') id!: string;
  @ManyToOne(() => Shipment, (shipment) => shipment.shipmentItems)
  @JoinColumn({ name: 'shipmentPk' })
  shipment!: Relation<Shipment>;
}

@Entity('reviews')
export class Review {
  @PrimaryGeneratedColumn() pk!: number;
  @Column('varchar') id!: string;
  @OneToOne(() => Shipment, (shipment) => shipment.review)
  @JoinColumn({ name: 'shipmentPk' })
  shipment!: Relation<Shipment>;
}
