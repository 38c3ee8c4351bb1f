import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Flag, Id, Key, LongText, Moment, Pk, Text } from '../database/columns.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** A connection of a workspace to another system; what it synchronises carries its IRI. */
@Entity('workflows')
@Index('UQ_workflows_id', ['id'], { unique: true })
@Index('IX_workflows_workspace', ['workspacePk', 'type'])
@Index('IX_workflows_integration', ['integrationPk'])
export class Workflow {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('workflows', 'workspace')
  workspace!: Relation<Workspace>;
  @Text() title!: string | null;
  @Text() titleFolded!: string | null;
  @Ascii(60) type!: string;
  @Ascii(40) period!: string;
  @Flag(true) enabled!: boolean;
  @Flag(false) firstTimeSetupPassed!: boolean;
  @LongText() notificationEmails!: string | null;
  @Key({ nullable: true }) integrationPk!: number | null;
  @ManyToOne(() => Workflow, { onDelete: 'CASCADE' })
  @By('workflows', 'integration')
  integration!: Relation<Workflow> | null;
  @Moment({ nullable: true }) lastRunDate!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;

  // derived
  credentials!: string | null;
  tags!: string;
  integrationType!: string | null;
  passive!: boolean;
  remote!: boolean;
  firstTimeSetupRequired!: boolean;
  runInProgress!: boolean;
}
