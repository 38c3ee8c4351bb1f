import { DAY_SECONDS } from '../../core/metadata/business-time.js';
import { BadInput } from '../../core/metadata/errors.js';
import type { TimeZone } from '../../core/metadata/time-zone.js';
import { compareKeys, type GroupKey, lanes, narrowTo, narrowToLane } from './groupings.js';
import type { ListQuery } from './list-query.js';
import type { Count } from './metrics.js';
import type { TransitBy } from './question.dto.js';
import { Spans } from './spans.js';
import type { Part, Subject } from './subject.js';

/** Where the bars of the histogram begin, in days; the last one has no end. */
const BARS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 21, 28, 35, 42, 60, 90];

export interface Bar {
  /** Days, of which a bar has the first and not the last. */
  readonly from: number;
  readonly to: number | null;
  readonly count: Count;
}

export interface TransitTimes {
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly of: Count;
  /** Bars without a shipment are left out. */
  readonly histogram: readonly Bar[];
}

class Transits extends Spans {
  readonly bars = BARS.map(() => 0);

  override add(seconds: number): void {
    super.add(seconds);
    let bar = BARS.length - 1;
    while (bar > 0 && seconds < (BARS[bar] ?? 0) * DAY_SECONDS) bar--;
    this.bars[bar] = (this.bars[bar] ?? 0) + 1;
  }

  override merge(other: Transits): void {
    super.merge(other);
    for (const [bar, count] of other.bars.entries()) this.bars[bar] = (this.bars[bar] ?? 0) + count;
  }
}

/** How long delivered shipments were under way: all of them, and by carrier, lane or both. @throws BadInput. */
export function transitTimesOf(
  subject: Subject,
  by: TransitBy,
): { readonly overall: TransitTimes; readonly groups: readonly (GroupKey & TransitTimes)[] } {
  const list = subject.list.exists('shippedAt').exists('deliveredAt');
  const overall = new Transits();
  const groups = new Map<string, { readonly key: GroupKey; readonly times: Transits }>();
  for (const part of subject.parts) {
    for (const { key, times } of timesOf(part, by)) {
      overall.merge(times);
      const known = groups.get(JSON.stringify(key));
      if (known) known.times.merge(times);
      else groups.set(JSON.stringify(key), { key, times });
    }
  }
  return {
    overall: transitTimes(overall, list, subject),
    groups: [...groups.values()]
      .sort((a, b) => b.times.count - a.times.count || compareKeys(a.key, b.key))
      .map(({ key, times }) => ({ ...key, ...transitTimes(times, narrowed(list, key, by), subject) })),
  };
}

function narrowed(list: ListQuery, key: GroupKey, by: TransitBy): ListQuery {
  const ofCarrier = by === 'lane' ? list : narrowTo(list, 'originCarrier', key.originCarrier ?? null);
  return by === 'carrier' ? ofCarrier : narrowToLane(ofCarrier, key);
}

/** The times of a part, by group. */
function* timesOf(
  { facts, rows, elapsed }: Part,
  by: TransitBy,
): Iterable<{ readonly key: GroupKey; readonly times: Transits }> {
  const [shipped, delivered] = [facts.moment('shippedAt'), facts.moment('deliveredAt')];
  const carriers = facts.numbers('originCarrier');
  const lane = lanes(facts);
  const groups = new Map<number, Transits>();
  for (const row of rows()) {
    const [from, to] = [shipped[row] ?? 0, delivered[row] ?? 0];
    if (from === 0 || to === 0) continue;
    const carrier = by === 'lane' ? 0 : (carriers[row] ?? 0);
    const number = carrier * LANES + (by === 'carrier' ? 0 : lane.numberOf(row));
    let times = groups.get(number);
    if (!times) groups.set(number, (times = new Transits()));
    times.add(elapsed(from, to));
  }
  for (const [number, times] of groups) {
    const originCarrier = facts.valueOf('originCarrier', Math.floor(number / LANES)) as string | null;
    const { originCountryIso2, destinationCountryIso2 } = lane.keyOf(number % LANES);
    const ends = { originCountryIso2, destinationCountryIso2 };
    yield {
      key: { ...(by === 'lane' ? {} : { originCarrier }), ...(by === 'carrier' ? {} : ends) },
      times,
    };
  }
}

/** Numbers of lanes are below it. */
const LANES = 2 ** 32;

function transitTimes(times: Transits, list: ListQuery, { linkTo, days, zone }: Subject): TransitTimes {
  const path = days === 'business' ? 'businessTransitTime' : 'transitTime';
  const measured = days === 'business' ? inZone(list, path, zone) : list;
  return {
    mean: times.mean,
    p50: times.quantile(0.5),
    p75: times.quantile(0.75),
    p90: times.quantile(0.9),
    p95: times.quantile(0.95),
    of: { value: times.count, shipments: linkTo(list) },
    histogram: BARS.flatMap((from, at) => {
      const value = times.bars[at] ?? 0;
      if (value === 0) return [];
      const to = BARS[at + 1] ?? null;
      // clocks differ, so that some are delivered before they are shipped
      const atLeast = from === 0 ? measured : measured.number(path, 'gte', from);
      const bar = to === null ? atLeast : atLeast.number(path, 'lt', to);
      return [{ from, to, count: { value, shipments: linkTo(bar) } }];
    }),
  };
}

function inZone(list: ListQuery, path: string, zone: TimeZone): ListQuery {
  const { query } = list;
  const isAsked = ['gte', 'lt'].some((key) => query.keyed(path, key) !== undefined);
  if (isAsked && (query.keyed(path, 'tz') ?? 'UTC') !== zone.name)
    throw new BadInput(`"${path}[tz]" should be the same time zone as "tz".`);
  return list.put(`${path}[tz]`, zone.name);
}
