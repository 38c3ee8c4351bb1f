import { toStored, toWire } from '../../core/metadata/datetime.js';
import { oldestFirst, placeAmongEqual, reportedDate, withPlace } from './equal-times.js';
import { rankOf } from './history.js';
import { eventsIn, matches, retold } from './matching-reports.js';
import { kindOf } from './tracking-statuses.js';
import type { CheckpointReport } from './tracking-update.js';

/** A report that is kept; null as its key: not written yet. */
export interface KnownReport {
  readonly pk: number | null;
  report: CheckpointReport;
}

/** A clock that is ahead by so much is no news from the future. */
const AHEAD = 5 * 60_000;

const LONGEST_INFO = 2000;

/** The reports of one parcel, in the order of their arrival, into which further ones are taken. */
export class KnownReports {
  private readonly before: ReadonlyMap<KnownReport, CheckpointReport>;

  /** `isJudgedAnew`: see `likeness`. */
  constructor(
    private readonly known: KnownReport[],
    private readonly isJudgedAnew: boolean,
  ) {
    this.before = new Map(known.map((each) => [each, each.report]));
  }

  get reports(): readonly CheckpointReport[] {
    return this.known.map(({ report }) => report);
  }

  /** Those that are new, the oldest first. */
  get added(): readonly CheckpointReport[] {
    return this.known
      .filter(({ pk }) => pk === null)
      .map(({ report }) => report)
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }

  /** Those that are told otherwise now. */
  get changed(): readonly (CheckpointReport & { readonly pk: number })[] {
    return this.known.flatMap((each) => {
      const isChanged = each.pk !== null && this.before.get(each) !== each.report;
      return isChanged ? [{ ...each.report, pk: each.pk }] : [];
    });
  }

  /** Takes what a provider lists. Of an event that is known the newer wording wins. @returns how many were new. */
  take(listed: readonly CheckpointReport[], now: number): number {
    const count = this.known.length;
    const events = eventsIn(oldestFirst(listed.map((report) => this.notAhead(report, now))));
    for (const some of byDate(events)) this.takeEqual(some);
    return this.known.length - count;
  }

  /** Reports with one date. */
  private takeEqual(events: readonly CheckpointReport[]): void {
    const [first] = events;
    if (!first) return;
    const date = reportedDate(first.date);
    const there = this.known.filter(({ report }) => reportedDate(report.date) === date);
    const taken = new Map<CheckpointReport, KnownReport>();
    for (const [event, known] of matches(events, there, this.isJudgedAnew)) {
      known.report = retold(known.report, event);
      taken.set(event, known);
    }
    const last = Math.max(0, ...there.map(({ report }) => placeAmongEqual(report.date)));
    for (const event of events) {
      if (taken.has(event)) continue;
      const added = { pk: null, report: { ...event, date: withPlace(date, last) } };
      this.known.push(added);
      taken.set(event, added);
    }
    this.putInOrder(
      events.map((event) => taken.get(event) as KnownReport),
      there,
    );
  }

  /** The order of a list counts: those that are out of it come after whatever else has the same date. */
  private putInOrder(listed: readonly KnownReport[], there: readonly KnownReport[]): void {
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

  private comesBefore(one: KnownReport, other: KnownReport): boolean {
    const [place, otherPlace] = [one, other].map(({ report }) => placeAmongEqual(report.date)) as [
      number,
      number,
    ];
    if (place !== otherPlace) return place < otherPlace;
    return rankOf(one.report) <= rankOf(other.report) && this.known.indexOf(one) < this.known.indexOf(other);
  }

  /** An end that is dated in the future has happened when it is first heard of; its words say so. */
  private notAhead(report: CheckpointReport, now: number): CheckpointReport {
    const { date, status, info } = report;
    if (status === null || kindOf(status) !== 'final') return report;
    const told = [...(info ?? status.replaceAll('_', ' '))].slice(0, LONGEST_INFO - 60).join('');
    const noted = `${told} (dated ${toWire(date).slice(0, 16).replace('T', ' ')} UTC by the carrier)`;
    const heard = this.known.find((known) => known.report.info === noted && known.report.status === status);
    if (heard) return { ...report, info: noted, date: reportedDate(heard.report.date) };
    return date > toStored(now + AHEAD) ? { ...report, info: noted, date: toStored(now) } : report;
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
