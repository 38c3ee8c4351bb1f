import { SIMILARITIES, similarityOf, type Similarity } from './event-similarity.js';
import type { CheckpointReport } from './tracking-update.js';

/** Each event of a list once. Two carriers may word the same event in two ways. */
export function withoutDuplicates(reports: readonly CheckpointReport[]): readonly CheckpointReport[] {
  const events: CheckpointReport[] = [];
  for (const report of reports) {
    const at = events.findLastIndex((event) => {
      const found = similarityOf(event, report, false);
      return found === 'same' || (found !== 'unlike' && event.rel !== report.rel);
    });
    const event = events[at];
    if (event) events[at] = mergeReport(event, report);
    else events.push(report);
  }
  return events;
}

/** Pairs of a reported event and a known one that are the same event, the most similar first; each is in one pair at most. */
export function matchReports<K extends { readonly report: CheckpointReport }>(
  events: readonly CheckpointReport[],
  there: readonly K[],
  isJudgedAnew: boolean,
): readonly (readonly [CheckpointReport, K])[] {
  const rank = (found: Similarity): number => SIMILARITIES.indexOf(found);
  const pairs = events
    .flatMap((event) =>
      there.map((known) => ({ event, known, found: similarityOf(known.report, event, isJudgedAnew) })),
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

/** Orders equally similar pairs: those with identical fields come first. */
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

/** A known report with the fields of a newer report of the same event; fields that are left out stay. */
export function mergeReport(known: CheckpointReport, event: CheckpointReport): CheckpointReport {
  const status = event.isOverruled === true ? null : (event.status ?? known.status);
  const info = event.info ?? known.info;
  const location = event.location ?? known.location;
  const isSame = status === known.status && info === known.info && location === known.location;
  return isSame ? known : { date: known.date, status, info, location, rel: known.rel };
}
