/**
 * Carriers date many events to the minute or to the day only. The microseconds of a checkpoint's stored date, which no
 * carrier tells, are its place among those with the same date: so every list that is sorted by the date has them in the
 * order in which they happened.
 */
const LAST = 999;

/** The date that was reported, in stored form, without a place. */
export const reportedDate = (stored: string): string => `${stored.slice(0, 23)}000`;

export const placeAmongEqual = (stored: string): number => Number(stored.slice(23));

export const withPlace = (stored: string, place: number): string =>
  `${stored.slice(0, 23)}${String(Math.min(place, LAST)).padStart(3, '0')}`;

/**
 * A list of a provider with the oldest first. Providers list the newest first, also where the dates are equal, unless the
 * dates say that it is the other way round.
 */
export function oldestFirst<T extends { readonly date: string }>(listed: readonly T[]): readonly T[] {
  const steps = listed.slice(1).map(({ date }, index) => compare(listed[index]?.date ?? '', date));
  const ascends = steps.filter((step) => step < 0).length > steps.filter((step) => step > 0).length;
  return (ascends ? listed : listed.toReversed()).toSorted((a, b) => compare(a.date, b.date));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
