import { Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { By } from '../../core/database/columns.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** A part of a tracking number by which a piece of it is found, see `tracking-number-parts.ts`. */
@Entity('tracking_number_parts')
export class TrackingNumberPart {
  @PrimaryColumn('int') workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('tracking_number_parts', 'workspace')
  workspace!: Relation<Workspace>;
  @PrimaryColumn('int') part!: number;
  @PrimaryColumn('int') shipmentPk!: number;
}
