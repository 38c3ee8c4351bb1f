import { Column, Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { By, Id, Key, LongText, Moment, Pk, Whole } from '../../../core/database/columns.js';
import { Shipment } from '../../shipments/shipment.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** What a customer thinks of a delivery. */
@Entity('reviews')
@Index('UQ_reviews_id', ['id'], { unique: true })
@Index('UQ_reviews_shipment', ['shipmentPk'], { unique: true })
@Index('IX_reviews_workspace', ['workspacePk'])
export class Review {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('reviews', 'workspace')
  workspace!: Relation<Workspace>;
  @Key() shipmentPk!: number;
  @ManyToOne(() => Shipment, { onDelete: 'CASCADE', nullable: false })
  @By('reviews', 'shipment')
  shipment!: Relation<Shipment>;
  @Whole() carrierScore!: number | null;
  @Whole() productScore!: number | null;
  @Whole() packagingScore!: number | null;
  @Column('decimal', { precision: 4, scale: 2, nullable: true }) totalScore!: number | null;
  @LongText() comment!: string | null;
  @Moment() createdAt!: string;
}
