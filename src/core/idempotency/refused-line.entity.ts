import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { By, Key, LongText, Pk, Whole } from '../database/columns.js';
import { IdempotencyKey } from './idempotency-key.entity.js';

/** A line that a request with an `Idempotency-Key` had refused, to be told in its answer. It goes with the key. */
@Entity('idempotency_refused_lines')
@Index('IX_idempotency_refused_lines_key', ['keyPk'])
export class RefusedLine {
  @Pk() pk!: number;
  @Key() keyPk!: number;
  @ManyToOne(() => IdempotencyKey, { onDelete: 'CASCADE', nullable: false })
  @By('idempotency_refused_lines', 'key')
  key!: Relation<IdempotencyKey>;
  /** Where it begins in the body, counted from 1. */
  @Whole({}) line!: number;
  /** What the answer says of it, as JSON. */
  @LongText({}) refusal!: string;
}
