import { BadInput } from '../../core/metadata/errors.js';
import { eachBlock } from './blocks.js';
import type { Dimension, Facts } from './facts.js';
import type { Groups } from './fold.js';
import type { ListQuery } from './list-query.js';
import type { BreakdownBy } from './question.dto.js';
import { scratch } from './scratch.js';
import type { Subject } from './subject.js';

/** How groups are told apart, and the list of each. */
export interface Grouping {
  /** The groups of rows of a part, by numbers from 0 on. */
  readonly groupsOf: (rows: Uint32Array) => Groups;
  readonly keyOf: (group: number) => GroupKey;
  readonly narrow: (list: ListQuery, key: GroupKey) => ListQuery;
}

export interface GroupKey {
  /** The value; null of shipments without one. */
  readonly key?: string | number | null;
  readonly originCarrier?: string | null;
  readonly originCountryIso2?: string | null;
  readonly destinationCountryIso2?: string | null;
}

export function groupingOf(by: BreakdownBy, facts: Facts, subject: Subject): Grouping {
  if (by === 'lane') return byLane(facts);
  if (by === 'weekday') return weekdays(facts, subject);
  if (by === 'integration') return integrationsOf(facts, subject);
  return {
    groupsOf: byValue(facts, by),
    keyOf: (group) => ({ key: facts.valueOf(by, group) }),
    narrow: (list, { key }) => narrowTo(list, by, key as string | null),
  };
}

const byValue =
  (facts: Facts, path: Dimension): Grouping['groupsOf'] =>
  () => ({ of: facts.numbers(path), isColumn: true, count: facts.allOf(path).length });

function integrationsOf(facts: Facts, { integrations }: Subject): Grouping {
  return {
    groupsOf: byValue(facts, 'externalSourceIntegrationPk'),
    keyOf: (group) => {
      const id = integrations.get(Number(facts.valueOf('externalSourceIntegrationPk', group)));
      return { key: id === undefined ? null : `/workflows/${id}` };
    },
    narrow: (list, { key }) =>
      narrowTo(
        list,
        'externalSourceIntegration',
        key === null ? null : String(key).slice('/workflows/'.length),
      ),
  };
}

function weekdays(facts: Facts, { date, zone }: Subject): Grouping {
  const moments = facts.moment(date);
  return {
    groupsOf: (rows) => {
      const of = scratch('groups', rows.length);
      eachBlock(rows.length, (from, to) => {
        for (let at = from; at < to; at++)
          of[at] = ((zone.dayOf((moments[rows[at] as number] as number) * 1000) + 3) % 7) + 1;
      });
      return { of, isColumn: false, count: 8 };
    },
    keyOf: (key) => ({ key }),
    narrow: (list, { key }) => {
      const { query } = list;
      const [known, tz] = ['weekday', 'tz'].map((each) => query.keyed(date, each));
      if (known !== undefined && (tz ?? 'UTC') !== zone.name)
        throw new BadInput(`"${date}[tz]" should be the same time zone as "tz".`);
      if (known !== undefined && known !== String(key)) return list.among('id', []);
      return list.put(`${date}[weekday]`, String(key)).put(`${date}[tz]`, zone.name);
    },
  };
}

export const narrowTo = (list: ListQuery, field: string, value: string | null): ListQuery =>
  value === null ? list.exists(field, false) : list.among(field, [value]);

function byLane(facts: Facts): Grouping {
  const { numberOf, keyOf } = lanes(facts);
  const numbers: number[] = [];
  const places = new Map<number, number>();
  return {
    groupsOf: (rows) => {
      const of = scratch('groups', rows.length);
      let [last, place] = [-1, 0];
      for (let at = 0; at < rows.length; at++) {
        const number = numberOf(rows[at] as number);
        if (number !== last) {
          const known = places.get(number);
          place = known ?? numbers.push(number) - 1;
          if (known === undefined) places.set(number, place);
          last = number;
        }
        of[at] = place;
      }
      return { of, isColumn: false, count: numbers.length };
    },
    keyOf: (group) => keyOf(numbers[group] ?? 0),
    narrow: narrowToLane,
  };
}

/** From one country to another; the number of a lane has those of both. */
export function lanes(facts: Facts): {
  readonly numberOf: (row: number) => number;
  readonly keyOf: (lane: number) => GroupKey;
} {
  const [origins, destinations] = [
    facts.numbers('originCountryIso2'),
    facts.numbers('destinationCountryIso2'),
  ];
  return {
    numberOf: (row) => (((origins[row] ?? 0) << 16) | (destinations[row] ?? 0)) >>> 0,
    keyOf: (group) => {
      const originCountryIso2 = facts.valueOf('originCountryIso2', group >>> 16) as string | null;
      const destinationCountryIso2 = facts.valueOf('destinationCountryIso2', group & 0xffff) as string | null;
      const key = `${originCountryIso2 ?? ''}-${destinationCountryIso2 ?? ''}`;
      return { key, originCountryIso2, destinationCountryIso2 };
    },
  };
}

export const narrowToLane = (list: ListQuery, key: GroupKey): ListQuery =>
  (['originCountryIso2', 'destinationCountryIso2'] as const).reduce(
    (narrowed, end) => narrowTo(narrowed, end, key[end] ?? null),
    list,
  );

/** An order for keys of groups. */
export function compareKeys(one: GroupKey, other: GroupKey): number {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
