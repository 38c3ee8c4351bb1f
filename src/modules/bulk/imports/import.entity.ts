import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Id, Key, LongText, Moment, Pk, Text, Whole } from '../../../core/database/columns.js';
import type { Resolution } from '../../../core/store/upsert.js';
import { User } from '../../identity/users/user.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** A file whose lines become orders, shipments or items of them, one after the other in the background. */
@Entity('imports')
@Index('UQ_imports_id', ['id'], { unique: true })
@Index('IX_imports_workspace', ['workspacePk'])
@Index('IX_imports_user', ['userPk'])
@Index('IX_imports_status', ['status', 'claimedUntil'])
export class Import {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('imports', 'workspace')
  workspace!: Relation<Workspace>;
  @Key({ nullable: true }) userPk!: number | null;
  @ManyToOne(() => User, { onDelete: 'SET NULL' })
  @By('imports', 'user')
  user!: Relation<User> | null;
  /** The key of the client, or below zero of the grant, that asked for it. */
  @Whole({}) credential!: number;
  /** The path of a resource. */
  @Ascii(40) entity!: string;
  /** What becomes of a line whose item is there already. */
  @Ascii(20, { nullable: true }) resolution!: Resolution | null;
  @Text(255, {}) fileOriginalName!: string;
  @Ascii(100) fileMimeType!: string;
  @Whole({}) fileSize!: number;
  @Ascii(20) status!: string;
  @Ascii(36, { nullable: true }) claim!: string | null;
  @Moment({ nullable: true }) claimedUntil!: string | null;
  @Whole({ default: 0 }) attempts!: number;
  /** Lines that are done, whatever became of them. */
  @Whole({ default: 0 }) position!: number;
  /** What its rows can become; null until it has been read. */
  @Whole() rowCount!: number | null;
  @Whole({ default: 0 }) createdCount!: number;
  @Whole({ default: 0 }) updatedCount!: number;
  @Whole({ default: 0 }) failedCount!: number;
  /** The first lines that were refused, as JSON. */
  @LongText() errors!: string | null;
  /** The names of the file's columns, as a JSON list. */
  @LongText() header!: string | null;
  @Moment({ nullable: true }) startedAt!: string | null;
  /** Follow from the others, and are no columns. */
  rate!: readonly [];
  secondsLeft!: readonly [];
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
}
