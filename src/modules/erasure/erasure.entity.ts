import { Entity, Index } from 'typeorm';
import { Ascii, Key, LongText, Moment, Pk } from '../../core/database/columns.js';

/** That what is kept of a person beside the item itself has to go, see `eraser.ts`. */
@Entity('erasures')
@Index('IX_erasures_dueAt', ['dueAt'])
@Index('IX_erasures_workspace', ['workspacePk'])
export class Erasure {
  @Pk() pk!: number;
  /** Null of a user. */
  @Key({ nullable: true }) workspacePk!: number | null;
  /** The path of the item's resource. */
  @Ascii(40) entity!: string;
  @Ascii(36) itemId!: string;
  /** By what the person is found, encrypted: a `Person` as JSON. */
  @LongText() person!: string | null;
  @Moment() dueAt!: string;
  @Moment() createdAt!: string;
}
