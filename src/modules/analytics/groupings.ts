import { BadInput } from '../../core/metadata/errors.js';
import type { Facts } from './facts.js';
import type { ListQuery } from './list-query.js';
import type { BreakdownBy } from './question.dto.js';
import type { Subject } from './subject.js';

/** How groups are told apart, and the list of each. */
export interface Grouping {
  readonly numberOf: (row: number) => number;
  readonly keyOf: (group: number) => GroupKey;
  readonly narrow: (list: ListQuery, group: number) => ListQuery;
}

export interface GroupKey {
  /** The value; null of shipments without one. */
  readonly key?: string | number | null;
  readonly originCarrier?: string | null;
  readonly originCountryIso2?: string | null;
  readonly destinationCountryIso2?: string | null;
}

export function groupingOf(by: BreakdownBy, { facts, date, zone, integrations }: Subject): Grouping {
  if (by === 'lane') return lanes(facts);
  if (by === 'weekday') {
    const moments = facts.moment(date);
    return {
      numberOf: (row) => ((zone.dayOf((moments[row] ?? 0) * 1000) + 3) % 7) + 1,
      keyOf: (key) => ({ key }),
      narrow: (list, day) => {
        const { query } = list;
        const [known, tz] = ['weekday', 'tz'].map((each) => query.keyed(date, each));
        if (known !== undefined && (tz ?? 'UTC') !== zone.name)
          throw new BadInput(`"${date}[tz]" should be the same time zone as "tz".`);
        if (known !== undefined && known !== String(day)) return list.among('id', []);
        return list.put(`${date}[weekday]`, String(day)).put(`${date}[tz]`, zone.name);
      },
    };
  }
  const path = by === 'integration' ? 'externalSourceIntegrationPk' : by;
  const field = by === 'integration' ? 'externalSourceIntegration' : by;
  const numbers = facts.numbers(path);
  const textOf = (group: number): string | null => {
    const value = facts.valuesOf(path)[group] ?? null;
    if (by !== 'integration' || value === null) return value as string | null;
    return integrations.get(Number(value)) ?? null;
  };
  return {
    numberOf: (row) => numbers[row] ?? 0,
    keyOf: (group) => {
      const text = textOf(group);
      return { key: by === 'integration' && text !== null ? `/workflows/${text}` : text };
    },
    narrow: (list, group) => narrowTo(list, field, textOf(group)),
  };
}

export const narrowTo = (list: ListQuery, field: string, value: string | null): ListQuery =>
  value === null ? list.exists(field, false) : list.among(field, [value]);

const LANE_ENDS = ['originCountryIso2', 'destinationCountryIso2'] as const;

/** From one country to another; a lane is told by both numbers in one. */
export function lanes(facts: Facts): Grouping {
  const [origins, destinations] = LANE_ENDS.map((end) => facts.numbers(end)) as [Uint16Array, Uint16Array];
  const endsOf = (group: number): [string | null, string | null] => {
    const [origin, destination] = LANE_ENDS.map(
      (end, at) => (facts.valuesOf(end)[at === 0 ? group >>> 16 : group & 0xffff] ?? null) as string | null,
    );
    return [origin ?? null, destination ?? null];
  };
  return {
    numberOf: (row) => (((origins[row] ?? 0) << 16) | (destinations[row] ?? 0)) >>> 0,
    keyOf: (group) => {
      const [originCountryIso2, destinationCountryIso2] = endsOf(group);
      return {
        key: `${originCountryIso2 ?? ''}-${destinationCountryIso2 ?? ''}`,
        originCountryIso2,
        destinationCountryIso2,
      };
    },
    narrow: (list, group) =>
      LANE_ENDS.reduce((narrowed, end, at) => narrowTo(narrowed, end, endsOf(group)[at] ?? null), list),
  };
}
