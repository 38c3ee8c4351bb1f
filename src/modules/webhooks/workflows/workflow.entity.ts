import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Flag, Id, Key, LongText, Moment, Pk, Text } from '../../../core/database/columns.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

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

  // of webhooks
  @LongText() url!: string | null;
  @Ascii(40, { nullable: true }) entity!: string | null;
  @Ascii(10, { nullable: true }) event!: string | null;
  @Text(100) field!: string | null;
  /** As clients send it: a text. */
  @Ascii(3, { nullable: true }) concurrency!: string | null;
  @Ascii(10, { nullable: true }) authType!: string | null;
  @Text() username!: string | null;
  /** These three are encrypted. */
  @LongText() password!: string | null;
  @LongText() token!: string | null;
  @LongText() signingSecret!: string | null;

  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;

  // derived
  credentials!: string | null;
  secret!: string | null;
  tags!: string;
  integrationType!: string | null;
  passive!: boolean;
  remote!: boolean;
  firstTimeSetupRequired!: boolean;
  runInProgress!: boolean;
}
