import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Id, Key, Moment, Pk, Text } from '../../../core/database/columns.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** Somebody whom a workspace sends no more messages. */
@Entity('suppressions')
@Index('UQ_suppressions_id', ['id'], { unique: true })
@Index('UQ_suppressions_address', ['workspacePk', 'channel', 'addressKey'], { unique: true })
export class Suppression {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('suppressions', 'workspace')
  workspace!: Relation<Workspace>;
  @Ascii(10) channel!: string;
  @Text(255, {}) address!: string;
  @Text(255, {}) addressKey!: string;
  @Ascii(20) reason!: string;
  @Moment() createdAt!: string;
}
