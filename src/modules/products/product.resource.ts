import { date, exact, order, partial } from '../../core/query/filters/index.js';
import { ALL, ONCE, READ } from '../../core/metadata/field.js';
import { toOne, toMany } from '../../core/metadata/fields/relation.js';
import { datetime, uuid } from '../../core/metadata/fields/simple.js';
import { unsearchableText, externalId, text } from '../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../core/metadata/resource.js';
import { teamResource } from '../identity/teams/team.resource.js';
import { externalSourceIsUsed, IMPORTED_AS, IMPORTED_BY } from '../webhooks/workflows/external-source.js';
import { workflowResource } from '../webhooks/workflows/workflow.resource.js';
import { Product } from './product.entity.js';
import { productVariantResource } from './product-variant.resource.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { ProductVariant } from './product-variant.entity.js';

const v = sqlNames(ProductVariant, 'v');

export const productResource: Resource<Product> = defineResource(Product, {
  name: 'Product',
  path: 'products',
  description: 'What a team sells.',
  nameField: 'name',
  owner: 'team',
  fields: {
    team: toOne(() => teamResource, { groups: ONCE, required: true }),
    name: text({ groups: ALL, example: 'Green tea' }),
    sku: unsearchableText({ groups: ALL, example: 'TEA-1' }),
    originUrl: unsearchableText({
      groups: ALL,
      format: 'url',
      max: 2048,
      description: 'Where the shop shows it.',
    }),
    imageUrl: unsearchableText({ groups: ALL, format: 'url', max: 2048 }),
    externalSourceIntegration: toOne(() => workflowResource, { groups: ONCE, description: IMPORTED_BY }),
    externalSourceSyncId: externalId({ groups: ONCE, description: IMPORTED_AS }),
    productVariants: toMany(() => productVariantResource, {
      groups: READ,
      listed: (owner) => ({
        id: v.id,
        from: `${v.table} WHERE ${v.productPk} = ${owner}.pk`,
        order: v.pk,
      }),
    }),
    id: uuid({ groups: READ }),
    createdAt: datetime({ groups: [] }),
    updatedAt: datetime({ groups: [] }),
  },
  filters: [
    exact('id'),
    partial('name'),
    date('createdAt', 'updatedAt'),
    order('id', 'name', 'createdAt', 'updatedAt'),
  ],
  undocumentedFilters: [exact('externalSourceSyncId', 'externalSourceIntegration')],
  links: [{ segment: 'product_variants', target: () => productVariantResource, via: 'product' }],
  unique: [externalSourceIsUsed],
  cascadeChildren: [{ target: () => productVariantResource, via: 'product' }],
});
