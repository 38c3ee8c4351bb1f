import { isIn, or, condition } from '../../core/metadata/condition.js';
import type { FieldDeclaration } from '../../core/metadata/field.js';
import type { TrackingStatus } from '../tracking/tracking-statuses.js';

/** How far shipments have come, each in one phase; those without a status are pending. */
export const PHASES = {
  pending: ['no_info', 'pre_transit'],
  in_transit: ['in_transit', 'customs_clearance', 'delivery_in_progress', 'available_for_pickup'],
  exception: ['exception', 'unsuccessful_delivery', 'error', 'expired', 'transit_limit_exceeded'],
  delivered: ['delivered'],
  returned: ['return_to_sender'],
  cancelled: ['cancelled'],
} as const satisfies Readonly<Record<string, readonly TrackingStatus[]>>;

export type Phase = keyof typeof PHASES;

export const PHASE_NAMES = Object.keys(PHASES) as Phase[];

const BY_STATUS: ReadonlyMap<string, Phase> = new Map(
  PHASE_NAMES.flatMap((phase) => PHASES[phase].map((status) => [status, phase] as const)),
);

export const phaseOf = (status: string | null): Phase =>
  status === null ? 'pending' : (BY_STATUS.get(status) ?? 'exception');

/** The phase of a shipment, by which lists are filtered. */
export const phase = (): FieldDeclaration => (name) => ({
  name,
  groups: new Set(),
  required: false,
  description: `How far it has come: ${PHASE_NAMES.map((each) => `\`${each}\``).join(', ')}.`,
  schema: { type: 'string', enum: PHASE_NAMES },
  reads: [],
  toJson: () => null,
  search: {
    column: 'trackingStatus',
    kind: 'text',
    stored: (text) => PHASE_NAMES.find((each) => each === text.trim().toLowerCase()),
    anyOf: (table, phases) => {
      const column = table.column('trackingStatus');
      const statuses = isIn(
        column,
        phases.flatMap((each) => PHASES[each as Phase]),
      );
      return phases.includes('pending') ? or([statuses, condition(`${column} IS NULL`)]) : statuses;
    },
  },
});
