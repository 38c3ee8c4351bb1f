import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Key, Moment, Pk } from '../../../core/database/columns.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** Something that has happened to a shipment, of which nobody has looked yet whom to tell. */
@Entity('message_queue')
@Index('IX_message_queue_workspace', ['workspacePk'])
export class MessageQueue {
  @Pk() pk!: number;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('message_queue', 'workspace')
  workspace!: Relation<Workspace>;
  /** Of a shipment that may be gone by now. */
  @Ascii(36) shipmentId!: string;
  @Ascii(30) event!: string;
  @Ascii(40) occurrence!: string;
  @Moment() occurredAt!: string;
}
