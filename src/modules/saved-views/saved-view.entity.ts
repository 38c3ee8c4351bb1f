import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Flag, Id, Key, LongText, Moment, Pk, Text } from '../../core/database/columns.js';
import { User } from '../identity/users/user.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** The query of a list that somebody has named. */
@Entity('saved_views')
@Index('UQ_saved_views_id', ['id'], { unique: true })
@Index('IX_saved_views_entity', ['workspacePk', 'entity', 'nameFolded'])
@Index('IX_saved_views_user', ['userPk'])
export class SavedView {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('saved_views', 'workspace')
  workspace!: Relation<Workspace>;
  /** Whoever has made it. */
  @Key() userPk!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE', nullable: false })
  @By('saved_views', 'user')
  user!: Relation<User>;
  /** The path of the resource whose list it is of. */
  @Ascii(20) entity!: string;
  @Text() name!: string | null;
  @Text() nameFolded!: string | null;
  /** As it is in an address, without the question mark. */
  @LongText() query!: string | null;
  /** Everybody in the workspace sees it. */
  @Flag(false) shared!: boolean;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
}
