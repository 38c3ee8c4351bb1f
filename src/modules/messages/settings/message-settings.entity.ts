import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Id, Key, LongText, Moment, Pk, Text, Whole } from '../../../core/database/columns.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** Who a workspace's messages come from, and when and how often they go out. */
@Entity('message_settings')
@Index('UQ_message_settings_id', ['id'], { unique: true })
@Index('UQ_message_settings_workspace', ['workspacePk'], { unique: true })
@Index('IX_message_settings_digestAt', ['digestDueAt'])
export class MessageSettings {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('message_settings', 'workspace')
  workspace!: Relation<Workspace>;
  @Text(100) senderName!: string | null;
  @Text() replyTo!: string | null;
  @Ascii(2) language!: string;
  @Ascii(60) timeZone!: string;
  /** `21:00`; null: there are no quiet hours. */
  @Ascii(5, { nullable: true }) quietFrom!: string | null;
  @Ascii(5, { nullable: true }) quietTo!: string | null;
  @Whole({ default: 4 }) maxPerDay!: number;
  @Whole({ default: 48 }) maxAgeHours!: number;
  @LongText() digestEmails!: string | null;
  /** `07:00` in the workspace's zone. */
  @Ascii(5) digestTime!: string;
  /** When the next digest goes out; null: there is none. */
  @Moment({ nullable: true }) digestDueAt!: string | null;
  /** Encrypted. */
  @LongText() slackUrl!: string | null;
  @LongText() slackEvents!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
}
