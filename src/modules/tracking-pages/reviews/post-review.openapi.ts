import type { Components } from '../../../core/openapi/components.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors, refusal } from '../../../core/openapi/responses.js';
import type { DocumentPart, Schema } from '../../../core/openapi/types.js';
import { linkHash } from '../tracking-page-links.openapi.js';
import { BEST, WORST } from './score.field.js';

const stars: Schema = { type: 'integer', minimum: WORST, maximum: BEST, examples: [5] };

const REVIEW: Readonly<Record<string, Schema>> = {
  hash: { type: 'string', maxLength: 150, description: 'The hash of the link once more.' },
  domain: { type: 'string', maxLength: 1000, description: 'The host of the page that it was written on.' },
  shipmentId: { type: 'string', format: 'uuid', description: 'A shipment that the link shows.' },
  carrierScore: stars,
  productScore: stars,
  packagingScore: stars,
  comment: { type: ['string', 'null'], maxLength: 5000 },
};

/** The reviews of customers, in the OpenAPI document. */
export const postReviewPaths = (components: Components): DocumentPart => ({
  tags: [],
  paths: {
    '/public/tracking_page_links/{hash}/reviews': {
      parameters: [linkHash(components)],
      post: {
        operationId: 'postReview',
        tags: ['Review'],
        summary: 'Takes what a customer thinks of a delivery',
        description:
          'Without a token: it takes a link that shows the shipment. There is one review for each shipment.',
        security: [],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: components.schema('Review-Post', () =>
                objectSchema(
                  REVIEW,
                  Object.keys(REVIEW).filter((name) => name !== 'comment'),
                ),
              ),
            },
          },
        },
        responses: {
          201: {
            description: 'It is kept.',
            headers: headers(components),
            content: {
              'application/json': { schema: objectSchema({ id: { type: 'string', format: 'uuid' } }) },
            },
          },
          ...refusal(components),
          ...errors(components, 404, 409, 413, 415, 503),
        },
      },
    },
  },
});
