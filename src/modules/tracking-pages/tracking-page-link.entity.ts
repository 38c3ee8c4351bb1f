import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Flag, Key, LongText, Moment, Pk } from '../../core/database/columns.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { TrackingPage } from './tracking-page.entity.js';

/** A customer's way to a tracking page: whoever has the hash sees what the filter finds, and nothing else. */
@Entity('tracking_page_links')
@Index('UQ_tracking_page_links_hash', ['hash'], { unique: true })
@Index('IX_tracking_page_links_workspace', ['workspacePk'])
@Index('IX_tracking_page_links_trackingPage', ['trackingPagePk'])
export class TrackingPageLink {
  @Pk() pk!: number;
  @Ascii(64) hash!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('tracking_page_links', 'workspace')
  workspace!: Relation<Workspace>;
  @Key() trackingPagePk!: number;
  @ManyToOne(() => TrackingPage, { onDelete: 'CASCADE', nullable: false })
  @By('tracking_page_links', 'trackingPage')
  trackingPage!: Relation<TrackingPage>;
  /** A `LinkFilter` as JSON. */
  @LongText({}) filter!: string;
  /** For the shop's own eyes: it also shows a page that is not enabled, and takes no reviews. */
  @Flag(false) preview!: boolean;
  /** When it was last sent to its customer. */
  @Moment({ nullable: true }) mailedAt!: string | null;
  @Moment() createdAt!: string;
}
