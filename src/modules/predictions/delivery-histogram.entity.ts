import { Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { By, LongText } from '../../core/database/columns.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/**
 * How long delivered parcels of a workspace took, those of one level that were delivered in one month. One row of a workspace has the
 * version of the others instead, see `histogram-version.ts`.
 */
@Entity('delivery_histograms')
export class DeliveryHistogram {
  @PrimaryColumn('int') workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('delivery_histograms', 'workspace')
  workspace!: Relation<Workspace>;
  /** Its kind, level and parts, see `levels.ts`. */
  @PrimaryColumn('varchar', { length: 160, charset: 'ascii', collation: 'ascii_bin' }) histogram!: string;
  /** Counted from the year 0. */
  @PrimaryColumn('int') month!: number;
  /** See `countsText`. */
  @LongText({}) counts!: string;
}
