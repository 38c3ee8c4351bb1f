import { BadInput } from '../../core/metadata/errors.js';
import type { TimeZone } from '../../core/metadata/time-zone.js';
import { type GroupKey, lanes, narrowTo } from './groupings.js';
import type { ListQuery } from './list-query.js';
import type { Count } from './metrics.js';
import type { TransitBy } from './question.dto.js';
import { Spans } from './spans.js';
import type { Subject } from './subject.js';

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
    while (bar > 0 && seconds < (BARS[bar] ?? 0) * 86_400) bar--;
    this.bars[bar] = (this.bars[bar] ?? 0) + 1;
  }
}

/** How long delivered shipments were under way: all of them, and by carrier, lane or both. @throws BadInput. */
export function transitTimesOf(
  subject: Subject,
  by: TransitBy,
): { readonly overall: TransitTimes; readonly groups: readonly (GroupKey & TransitTimes)[] } {
  const { facts, rows, measure } = subject;
  const list = subject.list.exists('shippedAt').exists('deliveredAt');
  const [shipped, delivered] = [facts.moment('shippedAt'), facts.moment('deliveredAt')];
  const carriers = facts.numbers('originCarrier');
  const workspaces = facts.numbers('workspacePk');
  const lane = lanes(facts);
  const overall = new Transits();
  const groups = new Map<number, { readonly carrier: number; readonly lane: number; times: Transits }>();
  for (const row of rows) {
    const [from, to] = [shipped[row] ?? 0, delivered[row] ?? 0];
    if (from === 0 || to === 0) continue;
    const elapsed = measure.elapsed(from, to, workspaces[row] ?? 0);
    overall.add(elapsed);
    const group = {
      carrier: by === 'lane' ? 0 : (carriers[row] ?? 0),
      lane: by === 'carrier' ? 0 : lane.numberOf(row),
    };
    const key = group.carrier * 2 ** 32 + group.lane;
    let known = groups.get(key);
    if (!known) groups.set(key, (known = { ...group, times: new Transits() }));
    known.times.add(elapsed);
  }
  const described = [...groups.values()].map((group) => {
    const originCarrier = (facts.valuesOf('originCarrier')[group.carrier] ?? null) as string | null;
    const ends = lane.keyOf(group.lane);
    const ofCarrier = by === 'lane' ? list : narrowTo(list, 'originCarrier', originCarrier);
    return {
      key: {
        ...(by === 'lane' ? {} : { originCarrier }),
        ...(by === 'carrier'
          ? {}
          : {
              originCountryIso2: ends.originCountryIso2 ?? null,
              destinationCountryIso2: ends.destinationCountryIso2 ?? null,
            }),
      },
      list: by === 'carrier' ? ofCarrier : lane.narrow(ofCarrier, group.lane),
      times: group.times,
    };
  });
  return {
    overall: transitTimes(overall, list, subject),
    groups: described
      .sort((a, b) => b.times.count - a.times.count || compareKeys(a.key, b.key))
      .map((group) => ({ ...group.key, ...transitTimes(group.times, group.list, subject) })),
  };
}

const compareKeys = (one: GroupKey, other: GroupKey): number => {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a < b ? -1 : a > b ? 1 : 0;
};

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
