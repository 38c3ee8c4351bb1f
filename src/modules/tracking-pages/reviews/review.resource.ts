import { decimal } from '../../../core/metadata/fields/number.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { uuid } from '../../../core/metadata/fields/simple.js';
import { unsearchableText } from '../../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../../core/metadata/resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { Review } from './review.entity.js';
import { score } from './score.field.js';
import { shipmentHasItsScore, totalIsTheMean } from './total-score.js';

const ITEM = { groups: ['get'] } as const;

/** Customers write it, by way of their tracking page; see `post-review.controller.ts`. */
const WRITTEN = { groups: ['get', 'post'] } as const;

export const reviewResource: Resource<Review> = defineResource(Review, {
  name: 'Review',
  path: 'reviews',
  description: 'What a customer thinks of a delivery.',
  owner: 'workspace',
  ownerFrom: 'shipment',
  publishesEvents: true,
  operations: ['item'],
  fields: {
    workspace: toOne(() => workspaceResource, ITEM),
    shipment: toOne(() => shipmentResource, WRITTEN),
    carrierScore: score(WRITTEN),
    productScore: score(WRITTEN),
    packagingScore: score(WRITTEN),
    totalScore: decimal(ITEM),
    comment: unsearchableText({ ...WRITTEN, max: 5000 }),
    id: uuid(ITEM),
  },
  filters: [],
  unique: [
    {
      columns: ['shipmentPk'],
      propertyPath: 'shipmentId',
      message: 'This shipment has been reviewed already.',
    },
  ],
  beforeWrite: [totalIsTheMean],
  afterWrite: [shipmentHasItsScore],
});
