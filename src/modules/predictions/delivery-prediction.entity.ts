import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Ascii, By, Key, Moment } from '../../core/database/columns.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** What was predicted last of a tracked shipment, and what it has added to the histograms. */
@Entity('delivery_predictions')
@Index('IX_delivery_predictions_workspace', ['workspacePk', 'onTime', 'shipmentKey'])
@Index('IX_delivery_predictions_lookAt', ['lookAt'])
export class DeliveryPrediction {
  /** Stays when the shipment goes, until what it has added is taken back. */
  @PrimaryColumn('int') shipmentKey!: number;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('delivery_predictions', 'workspace')
  workspace!: Relation<Workspace>;
  @Ascii(10) onTime!: string;
  /** A day: `2026-11-28`. */
  @Ascii(10, { nullable: true }) likely!: string | null;
  /** Of a delivered one, see `sampleText`. */
  @Ascii(600, { nullable: true }) sample!: string | null;
  /** When time alone may change what is predicted. */
  @Moment({ nullable: true }) lookAt!: string | null;
}
