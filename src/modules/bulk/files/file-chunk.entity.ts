import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { By, Key, LongText, Pk } from '../../../core/database/columns.js';
import { Export } from '../exports/export.entity.js';
import { Import } from '../imports/import.entity.js';

/** A chunk of a file that all processes can read, see `stored-file.ts`. It goes with its export or import. */
@Entity('file_pieces')
@Index('IX_file_pieces_export', ['exportPk'])
@Index('IX_file_pieces_import', ['importPk'])
export class FileChunk {
  @Pk() pk!: number;
  @Key({ nullable: true }) exportPk!: number | null;
  @ManyToOne(() => Export, { onDelete: 'CASCADE' })
  @By('file_pieces', 'export')
  export!: Relation<Export> | null;
  @Key({ nullable: true }) importPk!: number | null;
  @ManyToOne(() => Import, { onDelete: 'CASCADE' })
  @By('file_pieces', 'import')
  import!: Relation<Import> | null;
  /** Base64 of compressed bytes. */
  @LongText({}) content!: string;
}
