import { toStored, toWire } from '../../core/metadata/datetime.js';
import { oldestFirst, placeAmongEqual, reportedDate, withPlace } from './equal-times.js';
import { statusRank } from './tracking-state.js';
import { withoutDuplicates, matchReports, mergeReport } from './matching-reports.js';
import { kindOf } from './tracking-statuses.js';
import type { CheckpointReport } from './tracking-update.js';

/** A report with the key of its checkpoint; null: not written yet. */
export interface HistoryEntry {
  readonly pk: number | null;
  report: CheckpointReport;
}

/** A date that is ahead by less is not in the future: clocks differ. */
const MAX_CLOCK_SKEW_MS = 5 * 60_000;

const MAX_INFO_LENGTH = 2000;

/** The checkpoints of one shipment in the order of their arrival; reports of providers are merged into them. */
export class CheckpointHistory {
  private readonly before: ReadonlyMap<HistoryEntry, CheckpointReport>;

  /** `isJudgedAnew`: see `similarityOf`. */
  constructor(
    private readonly entries: HistoryEntry[],
    private readonly isJudgedAnew: boolean,
  ) {
    this.before = new Map(entries.map((each) => [each, each.report]));
  }

  get reports(): readonly CheckpointReport[] {
    return this.entries.map(({ report }) => report);
  }

  /** Those that are new, the oldest first. */
  get added(): readonly CheckpointReport[] {
    return this.entries
      .filter(({ pk }) => pk === null)
      .map(({ report }) => report)
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }

  /** Known reports that have changed. */
  get changed(): readonly (CheckpointReport & { readonly pk: number })[] {
    return this.entries.flatMap((each) => {
      const isChanged = each.pk !== null && this.before.get(each) !== each.report;
      return isChanged ? [{ ...each.report, pk: each.pk }] : [];
    });
  }

  /** Merges a provider's list. Of an event that is known already the newer wording wins. @returns how many were new. */
  merge(listed: readonly CheckpointReport[], now: number): number {
    const count = this.entries.length;
    const events = withoutDuplicates(oldestFirst(listed.map((report) => this.notAhead(report, now))));
    for (const some of byDate(events)) this.mergeSameDate(some);
    return this.entries.length - count;
  }

  /** Reports with one date. */
  private mergeSameDate(events: readonly CheckpointReport[]): void {
    const [first] = events;
    if (!first) return;
    const date = reportedDate(first.date);
    const there = this.entries.filter(({ report }) => reportedDate(report.date) === date);
    const taken = new Map<CheckpointReport, HistoryEntry>();
    for (const [event, known] of matchReports(events, there, this.isJudgedAnew)) {
      known.report = mergeReport(known.report, event);
      taken.set(event, known);
    }
    const last = Math.max(0, ...there.map(({ report }) => placeAmongEqual(report.date)));
    for (const event of events) {
      if (taken.has(event)) continue;
      const added = { pk: null, report: { ...event, date: withPlace(date, last) } };
      this.entries.push(added);
      taken.set(event, added);
    }
    this.putInOrder(
      events.map((event) => taken.get(event) as HistoryEntry),
      there,
    );
  }

  /** The order of a list counts: those that are out of it come after whatever else has the same date. */
  private putInOrder(listed: readonly HistoryEntry[], there: readonly HistoryEntry[]): void {
    const isInOrder = listed.every((each, index) => {
      const before = listed[index - 1];
      return !before || this.comesBefore(before, each);
    });
    if (isInOrder) return;
    const others = there.filter((each) => !listed.includes(each));
    const from = 1 + Math.max(-1, ...others.map(({ report }) => placeAmongEqual(report.date)));
    for (const [index, each] of listed.entries())
      each.report = { ...each.report, date: withPlace(each.report.date, from + index) };
  }

  private comesBefore(one: HistoryEntry, other: HistoryEntry): boolean {
    const [place, otherPlace] = [one, other].map(({ report }) => placeAmongEqual(report.date)) as [
      number,
      number,
    ];
    if (place !== otherPlace) return place < otherPlace;
    return (
      statusRank(one.report) <= statusRank(other.report) &&
      this.entries.indexOf(one) < this.entries.indexOf(other)
    );
  }

  /** An end that is dated in the future has happened when it is first heard of; its words say so. */
  private notAhead(report: CheckpointReport, now: number): CheckpointReport {
    const { date, status, info } = report;
    if (status === null || kindOf(status) !== 'final') return report;
    const told = [...(info ?? status.replaceAll('_', ' '))].slice(0, MAX_INFO_LENGTH - 60).join('');
    const noted = `${told} (dated ${toWire(date).slice(0, 16).replace('T', ' ')} UTC by the carrier)`;
    const heard = this.entries.find((known) => known.report.info === noted && known.report.status === status);
    if (heard) return { ...report, info: noted, date: reportedDate(heard.report.date) };
    return date > toStored(now + MAX_CLOCK_SKEW_MS)
      ? { ...report, info: noted, date: toStored(now) }
      : report;
  }
}

/** Reports that are sorted by their dates, in groups of one date. */
function byDate(reports: readonly CheckpointReport[]): readonly (readonly CheckpointReport[])[] {
  const groups = new Map<string, CheckpointReport[]>();
  for (const report of reports) {
    const date = reportedDate(report.date);
    groups.set(date, [...(groups.get(date) ?? []), report]);
  }
  return [...groups.values()];
}
