import { Entity, Index } from 'typeorm';
import { Ascii, Key, Moment, Pk, Whole } from '../database/columns.js';

export const QUEUED = 0;
export const DELIVERED = 1;
/** Nobody tries any more. */
export const DEAD = 2;

/** That one subscriber is told of one change. Keys grow in the order in which an item changed. */
@Entity('outbox_deliveries')
@Index('IX_outbox_deliveries_order', ['subscriptionPk', 'state', 'pk'])
@Index('IX_outbox_deliveries_item', ['subscriptionPk', 'state', 'itemId', 'pk'])
export class OutboxDelivery {
  @Pk() pk!: number;
  @Key() subscriptionPk!: number;
  @Key() eventPk!: number;
  @Ascii(36) itemId!: string;
  @Whole({ default: 0 }) state!: number;
  @Whole({ default: 0 }) attempts!: number;
  @Moment() dueAt!: string;
  @Moment({ nullable: true }) firstTriedAt!: string | null;
  /** What is told together has this in common, in every attempt. */
  @Ascii(36, { nullable: true }) batch!: string | null;
  @Moment() createdAt!: string;
}
