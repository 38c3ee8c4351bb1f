import { Entity, Index } from 'typeorm';
import { Ascii, Key, LongText, Moment, Pk, Whole } from '../database/columns.js';

/** A POST that a client may send again: what it asked, and what was answered. */
@Entity('idempotency_keys')
@Index('UQ_idempotency_keys_name', ['clientPk', 'name'], { unique: true })
@Index('IX_idempotency_keys_createdAt', ['createdAt'])
@Index('IX_idempotency_keys_item', ['workspacePk', 'entity', 'itemPk'])
export class IdempotencyKey {
  @Pk() pk!: number;
  /** The OAuth client; a row goes after 24 hours, so it needs no foreign key. */
  @Key() clientPk!: number;
  /** The header's value. */
  @Ascii(255) name!: string;
  /** SHA-256 of method, path and body. */
  @Ascii(64) fingerprint!: string;
  /** Who is at it; a process that died is taken over when its time is up. */
  @Ascii(36) claim!: string;
  @Moment() claimedUntil!: string;
  /** Lines of a request with many that are done. */
  @Whole({ default: 0 }) position!: number;
  /** Null while the first request runs. */
  @Whole() status!: number | null;
  /** The item that the answer tells of first, by the path of its resource: it goes with the item. */
  @Key({ nullable: true }) workspacePk!: number | null;
  @Ascii(40, { nullable: true }) entity!: string | null;
  @Key({ nullable: true }) itemPk!: number | null;
  /** The answer, compressed and encrypted; null when it has been erased. */
  @LongText() answer!: string | null;
  @Moment() createdAt!: string;
}
