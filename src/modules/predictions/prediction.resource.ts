import { READ } from '../../core/metadata/field.js';
import { derived } from '../../core/metadata/fields/simple.js';
import { defineResource, iriOf, type Resource } from '../../core/metadata/resource.js';
import type { Json } from '../../core/serializer/reader.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { LEVELS } from './levels.js';
import { type Basis, ENOUGH } from './basis.js';
import { CONFIDENCE } from './interval.js';
import { ON_TIME, type OnTime } from './on-time.js';
import type { Prediction } from './predict.js';

/** A prediction as answers have it. */
export class PredictionView implements Prediction {
  readonly shipment!: string;
  readonly earliest!: string | null;
  readonly likely!: string | null;
  readonly latest!: string | null;
  readonly confidence!: number;
  readonly basis!: Basis;
  readonly onTime!: OnTime;
  readonly reason!: string;
}

const field = (schema: Parameters<typeof derived>[0]['schema'], description: string) =>
  derived({ groups: READ, schema, description, reads: [], toJson: () => null });

const TEXT = { type: 'string', nullable: true } as const;
const DAY = { type: 'string', format: 'date', nullable: true, example: '2026-12-01' } as const;

/** What is predicted of a shipment: documents and formats read this declaration, the store never does. */
export const predictionResource: Resource<PredictionView> = defineResource(PredictionView, {
  name: 'DeliveryPrediction',
  path: 'delivery_predictions',
  description: 'When a parcel will arrive, by the history of the tenant’s own parcels.',
  owner: 'workspace',
  operations: [],
  filters: shipmentResource.filters as never,
  undocumentedFilters: shipmentResource.undocumentedFilters as never,
  fields: {
    shipment: field(
      { type: 'string', format: 'iri-reference', nullable: true, target: () => shipmentResource },
      'Of an estimate there is none.',
    ),
    earliest: field(DAY, 'The first day of the interval, in the recipient’s calendar.'),
    likely: field(
      DAY,
      'The day by which half of such parcels arrive; of a delivered one the day of its delivery.',
    ),
    latest: field(DAY, 'The last day of the interval. Null where nothing can be said, as the other two.'),
    confidence: field(
      { type: 'number', minimum: 0, maximum: 1, example: CONFIDENCE },
      'The share of parcels that arrive from `earliest` to `latest`.',
    ),
    basis: field(
      {
        type: 'object',
        properties: {
          level: { ...TEXT, enum: LEVELS, example: 'carrier+lane' },
          carrier: { ...TEXT, example: 'usps' },
          originCountryIso2: { ...TEXT, example: 'US' },
          destinationCountryIso2: { ...TEXT, example: 'CA' },
          samples: { type: 'integer', minimum: 0, example: 412 },
        },
      },
      `What it is made of: the most special level with at least ${ENOUGH} delivered parcels of this month and the twelve before it, and how many those are.`,
    ),
    onTime: field(
      { type: 'string', enum: ON_TIME, example: 'on_time' },
      'Against the carrier’s expected date. `late`: it has passed, or four of five such parcels come later; `at_risk`: three of ten do; `early`: four of five come before it; `unknown`: there is none.',
    ),
    reason: field(
      {
        type: 'string',
        example:
          'From 412 delivered parcels of USPS from US to CA; it has been under way for 3 days; nothing is delivered on Sundays and public holidays.',
      },
      'In a sentence of English.',
    ),
  },
});

/** The answer about a shipment. */
export function predictionJson(shipmentId: string, prediction: Prediction, ld: boolean): Json {
  const shipment = iriOf(shipmentResource, shipmentId);
  const { earliest, likely, latest, confidence, basis, onTime, reason } = prediction;
  if (!ld) return { shipment, earliest, likely, latest, confidence, basis, onTime, reason };
  // written out: to spread hundreds of objects takes longer than all else that is done with them here
  return {
    '@id': `${shipment}/delivery_prediction`,
    '@type': predictionResource.name,
    shipment,
    earliest,
    likely,
    latest,
    confidence,
    basis,
    onTime,
    reason,
  };
}
