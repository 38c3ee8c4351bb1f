import { decimal, integer } from '../resource/fields/number.js';
import { iri } from '../resource/fields/relation.js';
import { uuid } from '../resource/fields/simple.js';
import { note } from '../resource/fields/text.js';
import { defineResource, type Resource } from '../resource/resource.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { Review } from './review.entity.js';

const ITEM = { groups: ['get'] } as const;

export const reviewResource: Resource<Review> = defineResource(Review, {
  name: 'Review',
  path: 'reviews',
  description: 'What a customer thinks of a delivery.',
  owner: 'workspace',
  operations: ['item'],
  fields: {
    workspace: iri(() => workspaceResource, ITEM),
    shipment: iri(() => shipmentResource, ITEM),
    carrierScore: integer(ITEM),
    productScore: integer(ITEM),
    packagingScore: integer(ITEM),
    totalScore: decimal(ITEM),
    comment: note(ITEM),
    id: uuid(ITEM),
  },
  filters: [],
});
