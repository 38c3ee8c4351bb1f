import { describe, expect, it } from '@jest/globals';
import { Random } from '../../../src/demo/random.js';
import type { Row } from '../../../src/core/metadata/field.js';
import { TimeZone } from '../../../src/core/metadata/time-zone.js';
import { Facts } from '../../../src/modules/analytics/facts.js';
import { fold, type Groups } from '../../../src/modules/analytics/fold.js';
import { ListQuery } from '../../../src/modules/analytics/list-query.js';
import { seriesOf } from '../../../src/modules/analytics/series.js';
import { calendarTime } from '../../../src/modules/analytics/spans.js';
import type { Part, Subject } from '../../../src/modules/analytics/subject.js';

const DAY = 86_400;
const SHIPMENTS = 3000;
/** The last Sunday of March 2026 at noon: clocks in Berlin went forward that night. */
const NOON = Date.parse('2026-03-29T12:00:00Z') / 1000;

/** A moment now and then missing, and now and then very late. */
function factsOf(random: Random): Facts {
  const facts = new Facts();
  const after = (moment: number): number => {
    if (moment === 0 || random.chance(0.2)) return 0;
    return moment + Math.round(random.chance(0.05) ? random.whole(-2, 90) * DAY : random.whole(0, 6 * DAY));
  };
  for (let pk = 1; pk <= SHIPMENTS; pk++) {
    const orderedAt = NOON + random.whole(-30 * DAY, 30 * DAY);
    const createdAt = orderedAt + random.whole(0, DAY);
    const shippedAt = after(createdAt);
    const deliveredAt = after(shippedAt);
    const status = deliveredAt ? 'delivered' : shippedAt ? 'in_transit' : 'pre_transit';
    const score = random.chance(0.1) ? random.whole(1, 5) : null;
    const told = [orderedAt, createdAt, shippedAt, deliveredAt, 0, 0, 0].map((at) => at || null);
    const row: Row = [pk, 0, score, ...told, null, status, null, null, null, null, null, null, null];
    facts.put(row);
  }
  return facts;
}

const parts = (facts: Facts): readonly [tables: Part, oneByOne: Part] => {
  const rows = (): Uint32Array => Uint32Array.from({ length: facts.size }, (_, row) => row);
  // the same days, told by another function, are measured row by row
  return [
    { facts, rows, elapsed: calendarTime },
    { facts, rows, elapsed: (from, to) => calendarTime(from, to) },
  ];
};

describe('counting in tables', () => {
  it('finds what counting one by one finds', () => {
    const random = new Random(5);
    const facts = factsOf(random);
    const [tables, oneByOne] = parts(facts);
    const of = Uint32Array.from(tables.rows(), () => random.whole(0, 6));
    const column = new Uint32Array(facts.size);
    for (const [at, row] of tables.rows().entries()) column[row] = of[at] ?? 0;
    const groups: readonly (Groups | undefined)[] = [
      undefined,
      { of, isColumn: false, count: 8 },
      { of: column, isColumn: true, count: 8 },
    ];
    for (const each of groups) {
      const [one, other] = [tables, oneByOne].map((part) => fold(part, part.rows(), { idleSince: 0 }, each));
      const told = (tallies: typeof one = []): unknown =>
        tallies.map(({ count, transitTime, orderToShip, orderToDelivery, shipToFirstScan }) => [
          count,
          ...[transitTime, orderToShip, orderToDelivery, shipToFirstScan].map((spans) => [
            spans.count,
            spans.mean,
            ...[0.1, 0.5, 0.9, 0.99, 1].map((share) => spans.quantile(share)),
          ]),
        ]);
      expect(told(one)).toEqual(told(other));
      expect(one?.reduce((sum, { count }) => sum + count, 0)).toBe(SHIPMENTS);
      // some are longer than the tables go
      expect(Math.max(...(one ?? []).map(({ transitTime }) => transitTime.quantile(1) ?? 0))).toBeGreaterThan(
        51,
      );
    }
  });

  it('places each shipment in the day, week or month that it belongs to, though clocks change', () => {
    const facts = factsOf(new Random(6));
    const [part] = parts(facts);
    const created = facts.moment('createdAt').subarray(0, facts.size);
    for (const name of ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu'])
      for (const interval of ['day', 'week', 'month'] as const) {
        const zone = TimeZone.find(name) as TimeZone;
        const subject: Subject = {
          parts: [part],
          list: ListQuery.of([]),
          linkTo: () => '',
          idleSince: 0,
          date: 'createdAt',
          zone,
          from: NOON - 10 * DAY,
          to: NOON + 20 * DAY + 1800,
          now: NOON,
          days: 'calendar',
          integrations: new Map(),
        };
        const told = seriesOf(subject, interval);
        const counted = told.map(({ from, to }) => {
          const [start, end] = [Date.parse(from) / 1000, Date.parse(to) / 1000];
          return created.filter((moment) => moment >= start && moment < end).length;
        });
        expect(told.map(({ created: { value } }) => value)).toEqual(counted);
        expect(told.length).toBeGreaterThan(1);
      }
  });
});
