import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Flag, Id, Key, Moment, Pk, Whole } from '../../../core/database/columns.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** That customers are told of an event by a channel. */
@Entity('message_rules')
@Index('UQ_message_rules_id', ['id'], { unique: true })
@Index('UQ_message_rules_event', ['workspacePk', 'event', 'channel'], { unique: true })
export class MessageRule {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('message_rules', 'workspace')
  workspace!: Relation<Workspace>;
  @Ascii(30) event!: string;
  @Ascii(10) channel!: string;
  @Flag(true) enabled!: boolean;
  @Whole() delayMinutes!: number | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
}
