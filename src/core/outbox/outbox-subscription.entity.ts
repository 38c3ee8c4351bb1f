import { Entity, Index } from 'typeorm';
import { Ascii, Flag, Key, Moment, Pk, Text, Whole } from '../database/columns.js';

/** Who is told of the changes in a workspace, and of which. */
@Entity('outbox_subscriptions')
@Index('UQ_outbox_subscriptions_id', ['id'], { unique: true })
@Index('IX_outbox_subscriptions_workspace', ['workspacePk', 'active'])
export class OutboxSubscription {
  @Pk() pk!: number;
  /** The id of the subscriber, by which writes may leave it out. */
  @Ascii(36) id!: string;
  @Key() workspacePk!: number;
  @Flag(true) active!: number;
  /** Null: of all. */
  @Ascii(40, { nullable: true }) entity!: string | null;
  @Ascii(10, { nullable: true }) event!: string | null;
  /** Updates of this field, or of fields inside of it. */
  @Text(100) field!: string | null;
  /** Milliseconds for which changes are gathered; 0: none. */
  @Whole({ default: 0 }) period!: number;
  /** How many failures in a row there are, and until when nothing is tried. */
  @Whole({ default: 0 }) failures!: number;
  @Moment({ nullable: true }) pausedUntil!: string | null;
  /** Of a workspace whose events are kept for those who listen to them: until when. Nothing is delivered by it. */
  @Moment({ nullable: true }) followedUntil!: string | null;
  /** Which worker delivers, and until when nobody else does. */
  @Ascii(36, { nullable: true }) lease!: string | null;
  @Moment({ nullable: true }) leasedUntil!: string | null;
}
