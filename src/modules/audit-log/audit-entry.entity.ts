import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Id, Key, LongText, Moment, Pk, Text } from '../../core/database/columns.js';
import { Team } from '../identity/teams/team.entity.js';
import { User } from '../identity/users/user.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** That somebody has changed how a team's data can be reached or what is done with it; written in the transaction of the change. */
@Entity('audit_entries')
@Index('UQ_audit_entries_id', ['id'], { unique: true })
@Index('IX_audit_entries_team', ['teamPk', 'createdAt'])
@Index('IX_audit_entries_user', ['userPk'])
@Index('IX_audit_entries_workspace', ['workspacePk'])
export class AuditEntry {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() teamPk!: number;
  @ManyToOne(() => Team, { onDelete: 'CASCADE', nullable: false })
  @By('audit_entries', 'team')
  team!: Relation<Team>;
  @Key({ nullable: true }) workspacePk!: number | null;
  @ManyToOne(() => Workspace, { onDelete: 'SET NULL' })
  @By('audit_entries', 'workspace')
  workspace!: Relation<Workspace> | null;
  /** Who did it; null of the operator's command line, and of users who are no more. */
  @Key({ nullable: true }) userPk!: number | null;
  @ManyToOne(() => User, { onDelete: 'SET NULL' })
  @By('audit_entries', 'user')
  user!: Relation<User> | null;
  /** The name of the client by which it was done, as it was then. */
  @Text() client!: string | null;
  @Ascii(20) action!: string;
  /** What kind of thing: the path of its resource. */
  @Ascii(40) entity!: string;
  @Ascii(36, { nullable: true }) itemId!: string | null;
  /** What the thing was called then; of persons nothing. */
  @Text() title!: string | null;
  /** The names of the fields that were changed, as a JSON list. */
  @LongText() fields!: string | null;
  /** Of members: their role since then. */
  @Ascii(20, { nullable: true }) role!: string | null;
  @Moment() createdAt!: string;
}
