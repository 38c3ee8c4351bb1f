import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Id, Key, LongText, Moment, Pk, Text } from '../../../core/database/columns.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** A workspace's own words for an event, in a channel and a language. */
@Entity('message_templates')
@Index('UQ_message_templates_id', ['id'], { unique: true })
@Index('UQ_message_templates_event', ['workspacePk', 'event', 'channel', 'language'], { unique: true })
export class MessageTemplate {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('message_templates', 'workspace')
  workspace!: Relation<Workspace>;
  @Ascii(30) event!: string;
  @Ascii(10) channel!: string;
  @Ascii(2) language!: string;
  @Text() subject!: string | null;
  @LongText() mjml!: string | null;
  @LongText({}) text!: string;
  /** What the MJML was compiled to when it was saved. */
  @LongText() html!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
}
