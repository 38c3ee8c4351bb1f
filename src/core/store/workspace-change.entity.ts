import { Entity, Index, PrimaryColumn } from 'typeorm';
import { LongText, Moment } from '../database/columns.js';

/**
 * What a unit of work has changed in a workspace: the rows as they were and as they are, by the version that the unit gave its slot of
 * `change_marks`. Kept for some minutes, see docs/adr/0028.
 */
@Entity('workspace_changes')
@Index('IX_workspace_changes_createdAt', ['createdAt'])
export class WorkspaceChange {
  @PrimaryColumn('int') workspacePk!: number;
  @PrimaryColumn('int') slot!: number;
  @PrimaryColumn('bigint') version!: number;
  /** A long text has several parts. */
  @PrimaryColumn('int') part!: number;
  @LongText({}) content!: string;
  @Moment() createdAt!: string;
}
