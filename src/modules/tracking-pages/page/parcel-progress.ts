import { isTrackingStatus, type TrackingStatus } from '../../tracking/tracking-statuses.js';
import type { TextKey } from '../languages/texts.js';

/** How a parcel stands: nothing moves yet, it moves, somebody has to do something, or it is over. */
export type Tone = 'waiting' | 'moving' | 'attention' | 'ended';

export type StepKey = Extract<TextKey, `step_${string}`> | 'headline_available_for_pickup';

/** A stage on the way to the customer. */
export interface Step {
  readonly key: StepKey;
  readonly state: 'done' | 'current' | 'open';
}

interface Progress {
  readonly tone: Tone;
  readonly steps: readonly Step[];
}

const WAY: readonly StepKey[] = [
  'step_ordered',
  'step_packed',
  'step_on_the_way',
  'step_out_for_delivery',
  'step_delivered',
];

const RETURN: readonly StepKey[] = ['step_ordered', 'step_packed', 'step_on_the_way', 'step_returned'];
const PICKUP: readonly StepKey[] = [...WAY.slice(0, 3), 'headline_available_for_pickup', 'step_delivered'];
const CANCELLED: readonly StepKey[] = ['step_ordered', 'step_cancelled'];

/** Where each status is on the way. */
const PROGRESS: Readonly<Record<TrackingStatus, readonly [Tone, number, (readonly StepKey[])?]>> = {
  no_info: ['waiting', 1],
  pre_transit: ['waiting', 1],
  in_transit: ['moving', 2],
  customs_clearance: ['moving', 2],
  exception: ['attention', 2],
  delivery_in_progress: ['moving', 3],
  unsuccessful_delivery: ['attention', 3],
  available_for_pickup: ['attention', 3, PICKUP],
  delivered: ['ended', 4],
  return_to_sender: ['attention', 3, RETURN],
  cancelled: ['ended', 1, CANCELLED],
  error: ['attention', 1],
  expired: ['attention', 2],
  transit_limit_exceeded: ['attention', 2],
};

/** The stages of a parcel with this tracking status; null: it has no tracking number yet. */
export function progressOf(status: string | null): Progress {
  const [tone, at, way = WAY] = isTrackingStatus(status) ? PROGRESS[status] : (['waiting', 0] as const);
  const isOver = at === way.length - 1;
  return {
    tone,
    steps: way.map((key, index) => ({
      key,
      state: index < at || (isOver && index === at) ? 'done' : index === at ? 'current' : 'open',
    })),
  };
}

/** The key of what is said of a status in large words, or of what to do. */
export const textKey = (kind: 'headline' | 'advice', status: string | null): TextKey =>
  `${kind}_${isTrackingStatus(status) ? status : 'unknown'}`;
