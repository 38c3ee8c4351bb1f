import { fold } from '../../core/metadata/fold.js';
import { countryIn } from './places.js';
import { reportedDate } from './equal-times.js';
import { kindOf } from './tracking-statuses.js';
import type { CheckpointReport } from './tracking-update.js';

/** How likely two reports are of one event; `unlike` reports are of two. */
export const SIMILARITIES = ['unlike', 'likely', 'reworded', 'same'] as const;
export type Similarity = (typeof SIMILARITIES)[number];

/**
 * Whether two reports are of one event: they have the same date, and
 * - `same`: the same words and status, and places that are one (`PARIS, FR`, `Paris, France`);
 * - `reworded`: the same status and time of day, and either the same words or the same place;
 * - `likely`: the same end at the same time of day, however it is told: a parcel ends once.
 * Two events of a day alone, or of one minute in one list, may differ in little: they must be the `same` to be one.
 * `isJudgedAnew`: the provider sends its whole history again and may have changed the status of an event: then the same words
 * are the same event, whatever its status.
 */
export function similarityOf(
  one: CheckpointReport,
  other: CheckpointReport,
  isJudgedAnew: boolean,
): Similarity {
  if (reportedDate(one.date) !== reportedDate(other.date)) return 'unlike';
  const [words, others] = [wordsOf(one.info), wordsOf(other.info)];
  const hasSameWords = words === others;
  const isSamePlace = arePlacesSame(one.location, other.location);
  const hasSameStatus = one.status === other.status || one.status === null || other.status === null;
  if (hasSameWords && isSamePlace && (hasSameStatus || (isJudgedAnew && words !== ''))) return 'same';
  if (one.status === null || one.status !== other.status || isDay(one.date)) return 'unlike';
  if (hasSameWords || isSamePlace) return 'reworded';
  return kindOf(one.status) === 'final' ? 'likely' : 'unlike';
}

const isDay = (date: string): boolean => date.slice(11, 23) === '00:00:00.000';

/** Capitals, accents, blanks and punctuation make no difference. */
const wordsOf = (text: string | null): string =>
  fold(text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A place that is not told, or told in less detail, is no other: `Paris`, `75001 Paris, France`. */
function arePlacesSame(one: string | null, other: string | null): boolean {
  const [words, others] = [partsOf(one), partsOf(other)];
  const [fewer, more] = words.size <= others.size ? [words, others] : [others, words];
  return [...fewer].every((word) => more.has(word));
}

/** The words of a place, its country as a code: `{PARIS, FR}`. */
function partsOf(place: string | null): ReadonlySet<string> {
  const parts = fold(place ?? '').split(/[,;/|()[\]]| - /);
  return new Set(
    parts
      .map((part) => part.trim())
      .flatMap((part) => countryIn(part) ?? wordsOf(part).split(' '))
      .filter((word) => word !== ''),
  );
}
