import { Entity, PrimaryColumn } from 'typeorm';
import { LongText } from '../database/columns.js';

/** What an item has beyond the length of a text column. */
@Entity('outbox_rest')
export class OutboxEventChunk {
  @PrimaryColumn('int') eventPk!: number;
  @PrimaryColumn('int') part!: number;
  @LongText({}) content!: string;
}
