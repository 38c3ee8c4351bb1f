import type { Words } from './words.js';

/** Days of the recipient's calendar, such as `2026-11-28`. */
export interface PredictedDays {
  readonly earliest: string;
  readonly latest: string;
}

const DAY_MS = 86_400_000;

/** So many days from the first to the last are told as they are; of more, up to the second number, only the last is. */
const MAX_DAYS_BETWEEN = 6;
const MAX_DAYS_UNTIL = 14;

/** What customers are told of the days between which a parcel is predicted: days that say little are not told. */
export type ToldDays =
  | { readonly on: number }
  | { readonly from: number; readonly to: number }
  | { readonly by: number }
  | undefined;

/** Moments are noon of the days in UTC. */
export function toldDays({ earliest, latest }: PredictedDays): ToldDays {
  const [from, to] = [earliest, latest].map((day) => Date.parse(`${day}T12:00:00Z`)) as [number, number];
  const days = Math.round((to - from) / DAY_MS);
  if (Number.isNaN(days) || days > MAX_DAYS_UNTIL) return undefined;
  if (days > MAX_DAYS_BETWEEN) return { by: to };
  return days === 0 ? { on: from } : { from, to };
}

/** `Expected between Tuesday, 2 December and Friday, 5 December` */
export function toldDaysSentence(days: PredictedDays, { say, day }: Words): string | undefined {
  const told = toldDays(days);
  if (told === undefined) return undefined;
  if ('on' in told) return say('expectedOn', { date: day(told.on, 'UTC') });
  if ('by' in told) return say('expectedBy', { date: day(told.by, 'UTC') });
  return say('expectedBetween', { from: day(told.from, 'UTC'), to: day(told.to, 'UTC') });
}
