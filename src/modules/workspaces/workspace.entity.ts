import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Id, Key, LongText, Moment, Pk, Text, Whole } from '../../core/database/columns.js';
import { Team } from '../identity/teams/team.entity.js';
import { TrackingPage } from '../tracking-pages/tracking-page.entity.js';

/** A shop or warehouse of a team: orders and shipments belong to it. */
@Entity('workspaces')
@Index('UQ_workspaces_id', ['id'], { unique: true })
@Index('UQ_workspaces_storeHash', ['storeHash'], { unique: true })
@Index('IX_workspaces_team', ['teamPk'])
@Index('IX_workspaces_defaultTrackingPage', ['defaultTrackingPagePk'])
export class Workspace {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() teamPk!: number;
  @ManyToOne(() => Team, { onDelete: 'CASCADE', nullable: false })
  @By('workspaces', 'team')
  team!: Relation<Team>;
  @Text(255, {}) title!: string;
  @Text(255, {}) titleFolded!: string;
  /** The store's name in the paths of the BigCommerce surface. */
  @Ascii(20) storeHash!: string;
  @Key({ nullable: true }) defaultTrackingPagePk!: number | null;
  @ManyToOne(() => TrackingPage, { onDelete: 'SET NULL' })
  @By('workspaces', 'defaultTrackingPage')
  defaultTrackingPage!: Relation<TrackingPage> | null;
  @LongText() workflowsOrder!: string | null;
  @LongText() emailSettings!: string | null;
  @LongText() preferredCarriers!: string | null;
  @LongText() considerShipmentDelayed!: string | null;
  /** The days on which nothing is delivered, as bits: 1 is Monday, 64 Sunday. */
  @Whole({ default: 96 }) weekend!: number;
  /** For how many days what is kept, as JSON, see `retention.field.ts`. */
  @LongText() retention!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;

  // derived, see workspace.resource.ts
  shipmentsCount!: number;
  ordersCount!: number;
  workflowsCount!: number;
  logo!: string | null;
  widgets!: string;
  scheduledForDelete!: boolean;
  ecommerceIntegrationType!: string | null;
}
