import { Column, Entity, Index } from 'typeorm';
import { Ascii, Key, LongText, Moment, Pk, Whole } from '../database/columns.js';

/** A change of an item that somebody is told of, written in the unit of work that made it. */
@Entity('outbox_events')
@Index('IX_outbox_events_message', ['message'])
@Index('IX_outbox_events_position', ['position'])
@Index('IX_outbox_events_feed', ['workspacePk', 'position'])
@Index('IX_outbox_events_item', ['itemId'])
export class OutboxEvent {
  @Pk() pk!: number;
  /** A UUID of its own: the same in every attempt to tell of it. */
  @Ascii(36) message!: string;
  @Key() workspacePk!: number;
  /** The path of the item's resource. */
  @Ascii(40) entity!: string;
  /** `create`, `update` or `delete`. */
  @Ascii(10) event!: string;
  @Ascii(36) itemId!: string;
  /** A JSON list of dotted names. */
  @LongText({}) updatedFields!: string;
  /** The item as JSON-LD, or its beginning. */
  @LongText({}) data!: string;
  /** Rows of `outbox_rest` that have the rest of it. */
  @Whole({ default: 0 }) rest!: number;
  /** Where it stands among the events that are listened to; null until that is known, 0 where nobody listens. */
  @Column('bigint', { nullable: true, default: 0 }) position!: number | null;
  /** W3C's trace context of the request that made it. */
  @Ascii(55, { nullable: true }) traceparent!: string | null;
  @Moment() createdAt!: string;
}
