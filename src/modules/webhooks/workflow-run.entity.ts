import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Id, Key, LongText, Moment, Pk, Whole } from '../../core/database/columns.js';
import { Workflow } from './workflows/workflow.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** One request to a webhook, and what came of it. */
@Entity('workflow_runs')
@Index('UQ_workflow_runs_id', ['id'], { unique: true })
@Index('IX_workflow_runs_workspace', ['workspacePk', 'createdAt'])
@Index('IX_workflow_runs_workflow', ['workflowPk', 'createdAt'])
export class WorkflowRun {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('workflow_runs', 'workspace')
  workspace!: Relation<Workspace>;
  @Key() workflowPk!: number;
  @ManyToOne(() => Workflow, { onDelete: 'CASCADE', nullable: false })
  @By('workflow_runs', 'workflow')
  workflow!: Relation<Workflow>;
  @Ascii(20) status!: string;
  /** What the request had as `webhook-id`. */
  @Ascii(60) messageId!: string;
  @Whole({ default: 1 }) attempt!: number;
  @Whole({ default: 0 }) elements!: number;
  @Whole() responseCode!: number | null;
  /** Milliseconds. */
  @Whole() duration!: number | null;
  @LongText() log!: string | null;
  @LongText() errors!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;

  // derived
  deletedAt!: string | null;
  deleted!: boolean;
}
