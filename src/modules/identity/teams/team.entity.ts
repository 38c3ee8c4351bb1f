import { Entity, Index } from 'typeorm';
import { Id, Moment, Pk, Text } from '../../../core/database/columns.js';

/** A tenant: it owns workspaces, products and what is common to them. */
@Entity('teams')
@Index('UQ_teams_id', ['id'], { unique: true })
export class Team {
  @Pk() pk!: number;
  @Id() id!: string;
  @Text(255, {}) name!: string;
  @Text(255, {}) nameFolded!: string;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;

  // derived, see team.resource.ts
  workspaces!: readonly string[];
  workspacesCount!: number;
  usersCount!: number;
  entitlements!: string;
  subscription!: string;
  billingProvider!: string;
  shopifyBillingWorkflowId!: string | null;
}
