import { toMilliseconds, toStored } from '../../core/metadata/datetime.js';
import type { Shipment } from '../shipments/shipment.entity.js';
import { reportedDate } from './equal-times.js';
import { usualOffsetIn } from './place-zones.js';
import type { CheckpointReport } from './tracking-update.js';

/** A delivery against the date that its carrier had told. */
export const PUNCTUALITIES = ['early', 'on_time', 'late'] as const;
export type Punctuality = (typeof PUNCTUALITIES)[number];

type Delivery = Pick<
  Shipment,
  'deliveredAt' | 'expectedDeliveryDate' | 'firstExpectedDeliveryDate' | 'destinationCountryIso2'
>;

/**
 * Whether a shipment was delivered before, on or after the day that its carrier told, and told first. Days are those of the
 * place of the delivery: where its checkpoint says, else of most people in the destination country, else of UTC.
 */
export function punctualityColumns(
  row: Delivery,
  reports: readonly CheckpointReport[],
): Pick<Shipment, 'punctuality' | 'firstPunctuality'> {
  const { deliveredAt, expectedDeliveryDate, firstExpectedDeliveryDate } = row;
  if (deliveredAt === null) return { punctuality: null, firstPunctuality: null };
  const offset = offsetOfDelivery(row, deliveredAt, reports);
  const day = dayOf(deliveredAt, offset);
  const against = (expected: string | null): Punctuality | null => {
    if (expected === null) return null;
    const wanted = dayOf(expected, offset);
    return day < wanted ? 'early' : day > wanted ? 'late' : 'on_time';
  };
  return {
    punctuality: against(expectedDeliveryDate),
    firstPunctuality: against(firstExpectedDeliveryDate),
  };
}

/** In milliseconds. */
function offsetOfDelivery(
  { destinationCountryIso2 }: Delivery,
  deliveredAt: string,
  reports: readonly CheckpointReport[],
): number {
  const moment = toMilliseconds(deliveredAt);
  const report = reports.find(
    ({ status, date }) => status === 'delivered' && reportedDate(date) === deliveredAt,
  );
  const there = report?.location ? usualOffsetIn(report.location, moment) : undefined;
  if (there !== undefined) return there;
  if (destinationCountryIso2 === null) return 0;
  return usualOffsetIn({ country: destinationCountryIso2, state: undefined, names: [] }, moment) ?? 0;
}

/** `2026-01-02`. What is told as a day, without a time, is that day everywhere. */
const dayOf = (stored: string, offset: number): string =>
  (stored.startsWith('00:00:00', 11) ? stored : toStored(toMilliseconds(stored) + offset)).slice(0, 10);
