import { Entity, Index } from 'typeorm';
import { Ascii, Moment, Pk, Whole } from '../../../core/database/columns.js';

/** How often somebody has tried something lately, so that all processes count together. */
@Entity('attempts')
@Index('UQ_attempts_name', ['name'], { unique: true })
@Index('IX_attempts_until', ['until'])
export class Attempt {
  @Pk() pk!: number;
  /** What was tried, and the hash of who it was. */
  @Ascii(80) name!: string;
  @Whole({ default: 0 }) number!: number;
  /** When counting begins again. */
  @Moment() until!: string;
}
