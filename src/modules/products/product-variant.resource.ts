import { exact, order, partial } from '../../core/query/filters/index.js';
import { ALL, ONCE, READ } from '../../core/metadata/field.js';
import { float } from '../../core/metadata/fields/number.js';
import { toOne } from '../../core/metadata/fields/relation.js';
import { datetime, uuid } from '../../core/metadata/fields/simple.js';
import { unsearchableText, externalId, text } from '../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../core/metadata/resource.js';
import { teamResource } from '../identity/teams/team.resource.js';
import { externalSourceIsUsed, IMPORTED_AS, IMPORTED_BY } from '../webhooks/workflows/external-source.js';
import { workflowResource } from '../webhooks/workflows/workflow.resource.js';
import { ProductVariant } from './product-variant.entity.js';
import { productResource } from './product.resource.js';

export const productVariantResource: Resource<ProductVariant> = defineResource(ProductVariant, {
  name: 'ProductVariant',
  path: 'product_variants',
  description: 'A size, colour or other form of a product.',
  nameField: 'sku',
  owner: 'team',
  fields: {
    team: toOne(() => teamResource, { groups: ONCE, required: true }),
    sku: text({ groups: ONCE, required: true, example: 'TEA-1-100G' }),
    imageUrl: unsearchableText({ groups: ALL, format: 'url', max: 2048 }),
    product: toOne(() => productResource, { groups: ONCE }),
    price: float({ groups: ALL }),
    externalSourceIntegration: toOne(() => workflowResource, { groups: ONCE, description: IMPORTED_BY }),
    externalSourceSyncId: externalId({ groups: ONCE, description: IMPORTED_AS }),
    id: uuid({ groups: READ }),
    createdAt: datetime({ groups: [] }),
    updatedAt: datetime({ groups: [] }),
  },
  filters: [exact('id', 'team', 'product'), partial('sku'), order('id', 'sku', 'createdAt', 'updatedAt')],
  unique: [externalSourceIsUsed],
});
