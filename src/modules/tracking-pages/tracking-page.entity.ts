import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Flag, Id, Key, LongText, Moment, Pk, Text, Whole } from '../../core/database/columns.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** A page where a workspace's customers follow their parcels. */
@Entity('tracking_pages')
@Index('UQ_tracking_pages_id', ['id'], { unique: true })
@Index('UQ_tracking_pages_subdomain', ['subdomain'], { unique: true })
@Index('IX_tracking_pages_workspace', ['workspacePk'])
export class TrackingPage {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() workspacePk!: number;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE', nullable: false })
  @By('tracking_pages', 'workspace')
  workspace!: Relation<Workspace>;
  @Flag(true) enabled!: boolean;
  @Flag(true) reviewsEnabled!: boolean;
  @Text() title!: string | null;
  @Ascii(63) subdomain!: string;
  @Text() domain!: string | null;
  @Flag(false) domainEnabled!: number;
  @Text() sidebarField!: string | null;
  @Text() trackingNumberField!: string | null;
  @LongText() builder!: string | null;
  @LongText() dropshipperSettings!: string | null;
  /** A `Branding` as JSON. */
  @LongText() branding!: string | null;
  @Whole() linksExpireAfterDays!: number | null;
  @Text() customThemeId!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;

  // derived
  usedByDefault!: boolean;
}
