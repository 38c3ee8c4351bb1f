import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { By, Id, Key, LongText, Moment, Pk, Text } from '../../core/database/columns.js';
import { Team } from '../identity/teams/team.entity.js';
import { Workflow } from '../webhooks/workflows/workflow.entity.js';

/** What a team sells. */
@Entity('products')
@Index('UQ_products_id', ['id'], { unique: true })
@Index('UQ_products_externalSource', ['externalSourceIntegrationPk', 'externalSourceSyncId'], {
  unique: true,
})
@Index('IX_products_team', ['teamPk', 'createdAt'])
export class Product {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() teamPk!: number;
  @ManyToOne(() => Team, { onDelete: 'CASCADE', nullable: false })
  @By('products', 'team')
  team!: Relation<Team>;
  @Text() name!: string | null;
  @Text() nameFolded!: string | null;
  @Text() sku!: string | null;
  @LongText() originUrl!: string | null;
  @LongText() imageUrl!: string | null;
  @Key({ nullable: true }) externalSourceIntegrationPk!: number | null;
  @ManyToOne(() => Workflow, { onDelete: 'SET NULL' })
  @By('products', 'externalSourceIntegration')
  externalSourceIntegration!: Relation<Workflow> | null;
  @Text() externalSourceSyncId!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;

  // derived
  productVariants!: readonly string[];
}
