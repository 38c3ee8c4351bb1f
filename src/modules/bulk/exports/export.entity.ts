import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Key, LongText, Moment, Pk, Whole } from '../../../core/database/columns.js';
import { User } from '../../identity/users/user.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** A list as a file, made in the background and kept for a while. */
@Entity('exports')
@Index('UQ_exports_tokenHash', ['tokenHash'], { unique: true })
@Index('IX_exports_workspace', ['workspacePk'])
@Index('IX_exports_user', ['userPk'])
@Index('IX_exports_status', ['status', 'claimedUntil'])
@Index('IX_exports_expiresAt', ['expiresAt'])
export class Export {
  @Pk() pk!: number;
  /** SHA-256 of what opens it: only the answer to the request has that. */
  @Ascii(64) tokenHash!: string;
  /** Null: everything that its user sees. */
  @Key({ nullable: true }) workspacePk!: number | null;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE' })
  @By('exports', 'workspace')
  workspace!: Relation<Workspace> | null;
  @Key() userPk!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE', nullable: false })
  @By('exports', 'user')
  user!: Relation<User>;
  /** The key of the client, or below zero of the grant, that asked for it. */
  @Whole({}) credential!: number;
  /** The path of a resource. */
  @Ascii(40) entity!: string;
  /** Filters and orders as a query string. */
  @LongText({}) params!: string;
  /** Keys of the teams whose data the file holds, as a JSON list; null until it is made. */
  @LongText() teams!: string | null;
  @Ascii(20) status!: string;
  @Ascii(36, { nullable: true }) claim!: string | null;
  @Moment({ nullable: true }) claimedUntil!: string | null;
  @Whole({ default: 0 }) attempts!: number;
  /** Why it will never be done. */
  @LongText() failure!: string | null;
  @Moment() createdAt!: string;
  @Moment() expiresAt!: string;
}
