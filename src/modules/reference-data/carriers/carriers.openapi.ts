import type { Components } from '../../../core/openapi/components.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors } from '../../../core/openapi/responses.js';
import type { DocumentPart, PathItem, Schema } from '../../../core/openapi/types.js';
import { staticPaths } from '../../../core/static-lists/static-list.openapi.js';
import { carrierResource } from './carrier.resource.js';
import { CERTAINTIES } from './number-format.js';

const MATCH: Readonly<Record<string, Schema>> = {
  code: { type: 'string', examples: ['royal-mail'] },
  name: { type: 'string', examples: ['Royal Mail'] },
  confidence: {
    type: 'number',
    minimum: 0,
    maximum: 1,
    description:
      '1: only this carrier issues such numbers, and the check digit holds. 0.9: only it issues them, without a check digit. Less: a candidate, which a shipment does not take for its carrier.',
  },
  certainty: {
    type: 'string',
    enum: CERTAINTIES,
    description:
      "`checked`: the check digit holds. `marked`: it has the letters of the carrier's numbers. `shaped`: it is as long as the carrier's numbers.",
  },
  countryIso2: {
    type: ['string', 'null'],
    description: 'The country of the post or carrier.',
    examples: ['GB'],
  },
  format: { type: 'string', examples: ['UPU S10'] },
  trackingUrl: { type: ['string', 'null'], description: 'Where the carrier shows the parcel.' },
};

/** The catalogue and the detection, in the OpenAPI document. */
export function carrierPaths(components: Components): DocumentPart {
  const { name, description } = carrierResource;
  return {
    tags: [{ name, description }],
    paths: {
      ...staticPaths(carrierResource, 'public', components),
      '/tracking_numbers/{number}/detect-carrier': detection(components),
    },
  };
}

const detection = (components: Components): PathItem => ({
  parameters: [
    {
      name: 'number',
      in: 'path',
      description: 'A tracking number, as somebody typed it.',
      required: true,
      schema: { type: 'string', examples: ['RB123456785GB'] },
    },
  ],
  get: {
    operationId: 'detectCarrier',
    tags: [carrierResource.name],
    summary: 'Says whose a tracking number is',
    description: 'By its form and check digit; the most certain carrier comes first.',
    responses: {
      200: {
        description: 'The carriers whose number it may be; none when nobody has such numbers.',
        headers: headers(components),
        content: {
          'application/json': {
            schema: {
              type: 'array',
              items: components.schema('CarrierMatch', () => objectSchema(MATCH)),
            },
          },
        },
      },
      ...errors(components, 401, 503),
    },
  },
});
