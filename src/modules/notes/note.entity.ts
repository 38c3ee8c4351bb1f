import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Id, Key, LongText, Moment, Pk } from '../../core/database/columns.js';
import { User } from '../identity/users/user.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** What somebody wrote down about an order or a shipment. */
@Entity('notes')
@Index('UQ_notes_id', ['id'], { unique: true })
@Index('IX_notes_entity', ['workspacePk', 'entity', 'entityId'])
@Index('IX_notes_createdAt', ['workspacePk', 'createdAt'])
@Index('IX_notes_user', ['userPk'])
export class Note {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('notes', 'workspace')
  workspace!: Relation<Workspace>;
  /** The table of what it is about, see `note-target.ts`. */
  @Ascii(20) entity!: string;
  @Ascii(36) entityId!: string;
  @Key({ nullable: true }) userPk!: number | null;
  @ManyToOne(() => User, { onDelete: 'SET NULL' })
  @By('notes', 'user')
  user!: Relation<User> | null;
  @LongText() comment!: string | null;
  @Moment() createdAt!: string;

  // derived
  attachment!: string | null;
  userPhoto!: string | null;
  userFullName!: string | null;
}
