import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import {
  Ascii,
  By,
  Flag,
  Id,
  Key,
  LongText,
  Moment,
  Pk,
  Text,
  Whole,
} from '../../../core/database/columns.js';
import { Shipment } from '../../shipments/shipment.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** A message to a customer: that it goes out, has gone out, or why not. There is one of each event, whoever asks for it. */
@Entity('messages')
@Index('UQ_messages_id', ['id'], { unique: true })
@Index('UQ_messages_event', ['shipmentPk', 'event', 'occurrence', 'channel'], { unique: true })
@Index('IX_messages_workspace', ['workspacePk', 'createdAt'])
@Index('IX_messages_dueAt', ['status', 'dueAt'])
@Index('IX_messages_recipient', ['recipientKey', 'workspacePk', 'handedAt'])
@Index('IX_messages_createdAt', ['createdAt'])
export class Message {
  @Pk() pk!: number;
  /** An e-mail's `Message-ID` has it. */
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('messages', 'workspace')
  workspace!: Relation<Workspace>;
  @Key() shipmentPk!: number;
  @ManyToOne(() => Shipment, { onDelete: 'CASCADE', nullable: false })
  @By('messages', 'shipment')
  shipment!: Relation<Shipment>;
  @Ascii(30) event!: string;
  /** Tells what happens more than once apart, such as attempts of delivery. */
  @Ascii(40) occurrence!: string;
  @Ascii(10) channel!: string;
  @Text() recipient!: string | null;
  /** Whoever it is, however the address is written. */
  @Text() recipientKey!: string | null;
  @Ascii(20) status!: string;
  /** Why it does not go out. */
  @Ascii(40, { nullable: true }) reason!: string | null;
  @Ascii(2, { nullable: true }) language!: string | null;
  @Text() subject!: string | null;
  @LongText() text!: string | null;
  /** A shop has asked for it by its API: it goes out at once, with or without a rule. */
  @Flag(false) requested!: boolean;
  /** What the shop adds to it, until it is in `text`. */
  @LongText() comment!: string | null;
  /** What the provider of text messages calls it. */
  @Ascii(100, { nullable: true }) providerId!: string | null;
  @Whole({ default: 0 }) attempts!: number;
  /** When what it tells of has happened. */
  @Moment() occurredAt!: string;
  @Moment() dueAt!: string;
  /** When it was given to whoever sends it. */
  @Moment({ nullable: true }) handedAt!: string | null;
  @Moment({ nullable: true }) sentAt!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
}
