import { Entity, Index } from 'typeorm';
import { Ascii, Id, Key, LongText, Moment, Pk, Whole } from '../../core/database/columns.js';

/** An e-mail that has to go out; it is deleted when it has. */
@Entity('mails')
@Index('UQ_mails_id', ['id'], { unique: true })
@Index('IX_mails_dueAt', ['dueAt'])
export class QueuedMail {
  @Pk() pk!: number;
  /** The mail's `Message-ID` has it, so that a receiver can drop what comes twice. */
  @Id() id!: string;
  /** Address, subject and text, encrypted: links in it open accounts. */
  @LongText({}) content!: string;
  @Whole({ default: 0 }) tries!: number;
  /** When somebody should send it; a process that sends it puts this off meanwhile. */
  @Moment() dueAt!: string;
  /** What it tells of, which wants to know when it has gone out: `shipments` and a key. */
  @Ascii(20, { nullable: true }) about!: string | null;
  @Key({ nullable: true }) aboutPk!: number | null;
  /** W3C's trace context of what queued it. */
  @Ascii(55, { nullable: true }) traceparent!: string | null;
  @Moment() createdAt!: string;
}
