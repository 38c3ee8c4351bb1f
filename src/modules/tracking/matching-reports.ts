import { LIKENESS, likeness, type Likeness } from './same-event.js';
import type { CheckpointReport } from './tracking-update.js';

/** Each event of a list once. What two carriers tell of a parcel that they share may be worded in two ways. */
export function eventsIn(reports: readonly CheckpointReport[]): readonly CheckpointReport[] {
  const events: CheckpointReport[] = [];
  for (const report of reports) {
    const at = events.findLastIndex((event) => {
      const found = likeness(event, report, false);
      return found === 'same' || (found !== 'unlike' && event.rel !== report.rel);
    });
    const event = events[at];
    if (event) events[at] = retold(event, report);
    else events.push(report);
  }
  return events;
}

/** Pairs of a told event and a known one that are the same; the surest first, each in one pair at most. */
export function matches<K extends { readonly report: CheckpointReport }>(
  events: readonly CheckpointReport[],
  there: readonly K[],
  isJudgedAnew: boolean,
): readonly (readonly [CheckpointReport, K])[] {
  const rank = (found: Likeness): number => LIKENESS.indexOf(found);
  const pairs = events
    .flatMap((event) =>
      there.map((known) => ({ event, known, found: likeness(known.report, event, isJudgedAnew) })),
    )
    .filter(({ found }) => found !== 'unlike')
    .toSorted((a, b) => rank(b.found) - rank(a.found) || score(b) - score(a));
  const used = new Set<unknown>();
  return pairs.flatMap(({ event, known }) => {
    if (used.has(event) || used.has(known)) return [];
    used.add(event).add(known);
    return [[event, known] as const];
  });
}

/** Among equally sure pairs those with the same words to the letter. */
const score = ({
  event,
  known: { report },
}: {
  event: CheckpointReport;
  known: { readonly report: CheckpointReport };
}): number =>
  Number(event.status === report.status) +
  Number(event.location === report.location) +
  Number(event.info === report.info);

/** What is told anew, at the place among equals that it had; silence takes nothing back. */
export function retold(known: CheckpointReport, event: CheckpointReport): CheckpointReport {
  const status = event.isOverruled === true ? null : (event.status ?? known.status);
  const info = event.info ?? known.info;
  const location = event.location ?? known.location;
  const isSame = status === known.status && info === known.info && location === known.location;
  return isSame ? known : { date: known.date, status, info, location, rel: known.rel };
}
