import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { By, Key, Pk } from '../../core/database/columns.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** A shipment of which something has changed that its prediction or the histograms depend on. */
@Entity('prediction_queue')
@Index('IX_prediction_queue_workspace', ['workspacePk'])
export class PredictionQueue {
  @Pk() pk!: number;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('prediction_queue', 'workspace')
  workspace!: Relation<Workspace>;
  /** Of a shipment that may have gone. */
  @Key() shipmentKey!: number;
}
