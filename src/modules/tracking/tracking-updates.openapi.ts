import type { Components } from '../../core/openapi/components.js';
import { headers } from '../../core/openapi/headers.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { errors } from '../../core/openapi/responses.js';
import type { DocumentPart, Schema } from '../../core/openapi/types.js';
import { MAX_CHECKPOINTS, MAX_UPDATES } from './pushed-updates.js';
import { TRACKING_STATUSES } from './tracking-statuses.js';

const TAG = 'Tracking';

const text = (example: string): Schema => ({ type: ['string', 'null'], examples: [example] });

const CHECKPOINT: Schema = {
  type: 'object',
  required: ['date'],
  properties: {
    date: {
      type: 'string',
      format: 'date-time',
      description:
        "The carrier's date: ISO 8601 (other spellings and Unix times are read as well). A time without an offset is in the zone of the `location` where that is known, or else UTC; `0001-01-01` and the like are no dates, and such a checkpoint is left out.",
    },
    status: {
      type: ['string', 'null'],
      enum: [...Object.keys(TRACKING_STATUSES), null],
      description: 'What it means.',
    },
    info: text('Arrived at the sorting centre'),
    location: text('Kassel, DE'),
    rel: { ...text('origin'), description: 'Whose words: of the `origin` or the `destination` carrier.' },
  },
};

const UPDATE: Schema = {
  type: 'object',
  required: ['trackingNumber'],
  properties: {
    trackingNumber: { type: 'string', examples: ['RB123456785GB'] },
    originCarrier: {
      ...text('royal-mail'),
      description:
        'A code or name of the catalogue. It replaces a carrier that was detected, or a related one. Shipments for which a client chose another carrier are left alone.',
    },
    destinationCarrier: text('usps'),
    originCountryIso2: text('GB'),
    destinationCountryIso2: text('US'),
    expectedDeliveryDate: { type: ['string', 'null'], format: 'date-time' },
    checkpoints: { type: 'array', maxItems: MAX_CHECKPOINTS, items: CHECKPOINT },
  },
};

const OUTCOME: Schema = {
  type: 'object',
  required: ['trackingNumber', 'accepted'],
  properties: {
    trackingNumber: { type: ['string', 'null'] },
    accepted: { type: 'boolean' },
    shipments: { type: 'integer', description: 'Shipments with the number, in all workspaces.' },
    checkpoints: { type: 'integer', description: 'Checkpoints that were new to them.' },
    notes: {
      type: 'array',
      items: { type: 'string' },
      description: 'What was left out of an accepted update.',
    },
    reasons: { type: 'array', items: { type: 'string' }, description: 'Why it was not accepted.' },
  },
};

/** The push of news, in the OpenAPI document. */
export const trackingUpdatePaths = (components: Components): DocumentPart => ({
  tags: [{ name: TAG, description: 'News of parcels.' }],
  paths: {
    '/tracking_updates': {
      post: {
        operationId: 'pushTrackingUpdates',
        tags: [TAG],
        summary: 'Reports of parcels to every shipment with their numbers',
        description: `For an operator's client with the scope \`tracking:write\`, across tenants. Sending the same again changes nothing. At most ${MAX_UPDATES} updates; each stands for itself.`,
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: components.schema('TrackingUpdates', () => ({
                type: 'array',
                maxItems: MAX_UPDATES,
                items: UPDATE,
              })),
            },
          },
        },
        responses: {
          200: {
            description: 'What became of each, in the order in which they were sent.',
            headers: headers(components),
            content: {
              'application/json': {
                schema: components.schema('TrackingOutcomes', () =>
                  objectSchema({
                    accepted: { type: 'integer', minimum: 0 },
                    rejected: { type: 'integer', minimum: 0 },
                    results: { type: 'array', items: OUTCOME },
                  }),
                ),
              },
            },
          },
          ...errors(components, 400, 401, 403, 413, 415),
        },
      },
    },
  },
});
