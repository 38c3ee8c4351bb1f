import { Column, Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { By, Id, Key, LongText, Moment, Pk, Text } from '../../core/database/columns.js';
import { Team } from '../identity/teams/team.entity.js';
import { Workflow } from '../webhooks/workflows/workflow.entity.js';
import { Product } from './product.entity.js';

/** A size, colour or other form of a product. */
@Entity('product_variants')
@Index('UQ_product_variants_id', ['id'], { unique: true })
@Index('UQ_product_variants_externalSource', ['externalSourceIntegrationPk', 'externalSourceSyncId'], {
  unique: true,
})
@Index('IX_product_variants_team', ['teamPk'])
@Index('IX_product_variants_product', ['productPk'])
export class ProductVariant {
  @Pk() pk!: number;
  @Id() id!: string;
  @Key() teamPk!: number;
  @ManyToOne(() => Team, { onDelete: 'CASCADE', nullable: false })
  @By('product_variants', 'team')
  team!: Relation<Team>;
  @Text() sku!: string | null;
  @Text() skuFolded!: string | null;
  @LongText() imageUrl!: string | null;
  @Key({ nullable: true }) productPk!: number | null;
  @ManyToOne(() => Product, { onDelete: 'CASCADE' })
  @By('product_variants', 'product')
  product!: Relation<Product> | null;
  @Column('double', { nullable: true }) price!: number | null;
  @Key({ nullable: true }) externalSourceIntegrationPk!: number | null;
  @ManyToOne(() => Workflow, { onDelete: 'SET NULL' })
  @By('product_variants', 'externalSourceIntegration')
  externalSourceIntegration!: Relation<Workflow> | null;
  @Text() externalSourceSyncId!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
}
