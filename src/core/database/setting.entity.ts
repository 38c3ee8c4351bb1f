import { Entity, PrimaryColumn } from 'typeorm';
import { LongText } from './columns.js';

/** What an installation keeps for itself, such as the key that signs its tokens. */
@Entity('settings')
export class Setting {
  @PrimaryColumn('varchar', { length: 60, charset: 'ascii', collation: 'ascii_bin' }) name!: string;
  @LongText({}) content!: string;
}
