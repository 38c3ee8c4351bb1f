import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Id, Key, LongText, Moment, Pk, Text } from '../../../core/database/columns.js';
import { Shipment } from '../shipment.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** Something a carrier reported of a parcel. */
@Entity('checkpoints')
@Index('UQ_checkpoints_id', ['id'], { unique: true })
@Index('IX_checkpoints_workspace', ['workspacePk', 'checkpointDate'])
@Index('IX_checkpoints_shipment', ['shipmentPk', 'checkpointDate'])
export class Checkpoint {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('checkpoints', 'workspace')
  workspace!: Relation<Workspace>;
  @Key() shipmentPk!: number;
  @ManyToOne(() => Shipment, { onDelete: 'CASCADE', nullable: false })
  @By('checkpoints', 'shipment')
  shipment!: Relation<Shipment>;
  @Moment() checkpointDate!: string;
  @LongText() info!: string | null;
  @Text() location!: string | null;
  /** Whose carrier says so: `origin` or `destination`. */
  @Text(40) rel!: string | null;
  /** The tracking status that it means. */
  @Ascii(40, { nullable: true }) status!: string | null;
  @Moment() createdAt!: string;
}
