import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { By, Key, LongText, Moment, Pk, Whole } from '../../../core/database/columns.js';
import { Import } from './import.entity.js';

/** What of an import's file became nothing, as it was sent, and why. */
@Entity('import_refused_lines')
@Index('IX_import_refused_lines_import', ['importPk'])
@Index('IX_import_refused_lines_workspace', ['workspacePk'])
@Index('IX_import_refused_lines_createdAt', ['createdAt'])
export class ImportRefusedLine {
  @Pk() pk!: number;
  @Key() importPk!: number;
  @ManyToOne(() => Import, { onDelete: 'CASCADE', nullable: false })
  @By('import_refused_lines', 'import')
  import!: Relation<Import>;
  @Key() workspacePk!: number;
  /** Where it begins in the file, counted from 1. */
  @Whole({}) line!: number;
  /** Null: it has been erased. */
  @LongText() reason!: string | null;
  /** The rows of the file, as a JSON list of lists; null where it has been erased. */
  @LongText() cells!: string | null;
  @Moment() createdAt!: string;
}
