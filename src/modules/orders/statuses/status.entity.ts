import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Id, Key, Moment, Pk, Text } from '../../../core/database/columns.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** A workspace's own status of orders or shipments, such as `wc-processing`. */
@Entity('statuses')
@Index('UQ_statuses_id', ['id'], { unique: true })
@Index('UQ_statuses_code', ['workspacePk', 'entity', 'codeFolded'], { unique: true })
export class Status {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('statuses', 'workspace')
  workspace!: Relation<Workspace>;
  /** `orders` or `shipments`. */
  @Ascii(20) entity!: string;
  @Text(100, {}) code!: string;
  /** The `codeKey`: in capitals, with its accents. */
  @Text(100, {}) codeFolded!: string;
  @Text() title!: string | null;
  @Text() titleFolded!: string | null;
  @Text(1000) description!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
}
