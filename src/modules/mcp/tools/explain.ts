import { Text } from '../../../core/http/dto/fields.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import type { Json } from '../../../core/serializer/reader.js';
import type { Caller } from '../../../core/store/caller.js';
import type { Store } from '../../../core/store/store.js';
import type { Prediction } from '../../predictions/predict.js';
import type { PredictionsService } from '../../predictions/predictions.service.js';
import { checkpointResource } from '../../shipments/checkpoints/checkpoint.resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { findShipment, readList, stepTo } from '../lists.js';
import { CHECKPOINT, checkpointRow, CUSTOMER, customerOf, SHIPMENT_ROW, shipmentRow } from '../rows.js';
import { workspaceOf } from '../places.js';
import { readingTool, type Tool } from '../tool.js';

class ExplainShipment {
  @Text({
    required: true,
    description: 'Its id, its tracking number, or its `uri`.',
    examples: ['1Z999AA10123456784'],
  })
  readonly shipment!: string;
}

const DAY = { type: ['string', 'null'], format: 'date' } as const;

const EXPLANATION = objectSchema({
  shipment: SHIPMENT_ROW,
  where: { type: 'string', description: 'In a sentence.' },
  isLate: {
    type: ['boolean', 'null'],
    description: 'Against the date that the carrier expects; null where there is none.',
  },
  why: { type: 'array', items: { type: 'string' }, description: 'What speaks for that.' },
  arrival: {
    ...objectSchema({
      earliest: DAY,
      likely: DAY,
      latest: DAY,
      onTime: { type: 'string', description: 'early, on_time, at_risk, late or unknown.' },
      reason: { type: 'string' },
    }),
    description: 'When it will come, from what was delivered before; of a delivered one, when it came.',
  },
  checkpoints: { type: 'array', items: CHECKPOINT, description: 'The last ones, the newest first.' },
  recipient: CUSTOMER,
  nextSteps: { type: 'array', items: { type: 'string' }, description: 'What one could do now.' },
});

/** What an explanation is made of. */
interface Told {
  readonly item: Json;
  readonly prediction: Prediction;
  readonly checkpoints: readonly Json[];
}

/** Says where a shipment is, whether it is late and why, and when it will come. */
export class ShipmentStory {
  constructor(
    private readonly store: Store,
    private readonly predictions: PredictionsService,
  ) {}

  /** @throws NotFound, BadInput. */
  async of(name: string, caller: Caller): Promise<object> {
    const item = await findShipment(this.store, name, caller);
    const id = String(item.id);
    const workspaceId = workspaceOf(String(item.workspace), caller);
    const workspacePk = caller.scope.workspaceIds.get(workspaceId) ?? 0;
    const [{ items }, states] = await Promise.all([
      readList(this.store, checkpointResource, 'order[checkpointDate]=desc&itemsPerPage=5', caller, [
        stepTo(shipmentResource, id, 'checkpoints'),
      ]),
      this.predictions.shipments([id], workspacePk, caller),
    ]);
    const [prediction] = await this.predictions.ofShipments(states, caller);
    return explained({ item, prediction: prediction as Prediction, checkpoints: items });
  }
}

function explained({ item, prediction, checkpoints }: Told): object {
  const { earliest, likely, latest, onTime, reason } = prediction;
  const isLate = onTime === 'unknown' ? null : onTime === 'late';
  return {
    shipment: shipmentRow(item),
    where: whereOf(item, checkpoints[0]),
    isLate,
    why: whyOf(item, prediction),
    arrival: { earliest, likely, latest, onTime, reason },
    checkpoints: checkpoints.map(checkpointRow),
    recipient: customerOf(item, 'address'),
    nextSteps: nextOf(item, isLate === true),
  };
}

const words = (code: unknown): string => (typeof code === 'string' ? code : 'not known').replaceAll('_', ' ');

function whereOf(item: Json, last: Json | undefined): string {
  const status = `Its status is "${words(item.trackingStatus)}"`;
  if (item.trackingNumber === null) return 'It has no tracking number, so nobody can tell.';
  if (!last) return `${status}; no carrier has reported of it yet.`;
  return `${status}; the last report is of ${String(last.checkpointDate)}, see the first checkpoint for the place.`;
}

function whyOf(item: Json, { reason }: Prediction): string[] {
  const idle = item.daysSinceLastCheckpoint;
  const expected = item.expectedDeliveryDate;
  return [
    ...(typeof expected !== 'string'
      ? ['The carrier has told no date.']
      : [`The carrier expects ${expected}.`]),
    ...(typeof idle === 'number' && idle >= 3 && item.trackingStatus !== 'delivered'
      ? [`No checkpoint for ${idle} days.`]
      : []),
    ...(item.trackingStatus === 'unsuccessful_delivery' ? ['A delivery was tried, and failed.'] : []),
    ...(item.trackingStatus === 'return_to_sender' ? ['It is on its way back.'] : []),
    ...(reason === '' ? [] : [reason]),
  ];
}

function nextOf(item: Json, isLate: boolean): string[] {
  if (item.trackingNumber === null)
    return ['Give it a tracking number with update in the API or the dashboard.'];
  if (item.trackingStatus === 'delivered') return [];
  return [
    'retrack asks the carrier again.',
    ...(isLate ? ['tracking_link tells the customer where to look.'] : []),
  ];
}

export const explainTools = (story: ShipmentStory): readonly Tool[] => [
  readingTool({
    name: 'explain_shipment',
    title: 'Explain a shipment',
    description: 'Where a shipment is, whether it is late, why, and when it will come.',
    input: ExplainShipment,
    output: EXPLANATION,
    run: ({ shipment }, caller) => story.of(shipment, caller),
  }),
];
