import { describe, expect, it } from '@jest/globals';
import { QueryString } from '../../../src/core/query/query-string.js';
import { Random } from '../../../src/demo/random.js';
import { Facts } from '../../../src/modules/analytics/facts.js';
import { rowFilterOf } from '../../../src/modules/analytics/row-filter.js';

const CARRIERS = ['usps', 'gls', null];

const nulls = (count: number): null[] => Array.from({ length: count }, () => null);

/** As `factColumns` selects it: made at a second, on its way with a carrier, and delivered at another second. */
const put = (
  facts: Facts,
  pk: number,
  carrier: string | null,
  { made = pk, delivered = null }: { readonly made?: number; readonly delivered?: number | null } = {},
): void =>
  facts.put([pk, 0, null, null, made, null, delivered, ...nulls(4), 'in_transit', carrier, ...nulls(6)]);

describe('the rows of facts', () => {
  it('are those of the shipments that are there, whatever comes, goes and is asked meanwhile', () => {
    const random = new Random(11);
    const facts = new Facts();
    const there = new Map<number, string | null>();
    const found = (query: string): (number | undefined)[] =>
      [...(rowFilterOf(new QueryString(query))?.(facts) ?? [])].map((row) => facts.pk[row]);
    const expected = (isMeant: (carrier: string | null) => boolean): number[] =>
      [...there].flatMap(([pk, carrier]) => (isMeant(carrier) ? [pk] : []));
    for (let step = 0; step < 3000; step++) {
      const pk = random.whole(1, 400);
      if (random.chance(0.3)) {
        facts.remove(pk);
        there.delete(pk);
      } else {
        const carrier = random.one(CARRIERS);
        put(facts, pk, carrier);
        there.set(pk, carrier);
      }
      if (step % 7 > 0) continue;
      const rows = [...facts.all()];
      expect(rows).toEqual(rows.toSorted((a, b) => a - b));
      expect(new Set(found(''))).toEqual(new Set(there.keys()));
      expect(new Set(found('originCarrier=gls&createdAt[after]=1970-01-01T00:00:01Z'))).toEqual(
        new Set(expected((carrier) => carrier === 'gls')),
      );
      expect(found('originCarrier[]=usps&originCarrier[]=gls').length).toBe(
        expected((carrier) => carrier !== null).length,
      );
      // what was found for one question is not there for the next
      expect(facts.all().length).toBe(there.size);
    }
  });

  it('are those of a period, in the order of their making or not, of few shipments and of many', async () => {
    const random = new Random(12);
    const HOURS = 24 * 60;
    const moment = (): number => 1 + random.whole(0, HOURS * 3600);
    const text = (second: number): string => new Date(second * 1000).toISOString().replace('.000Z', 'Z');
    for (const size of [0, 1, 5, 1023, 1024, 1025, 9000]) {
      const facts = new Facts();
      const there = new Map<number, { readonly made: number; readonly delivered: number | null }>();
      const write = (pk: number, made: number): void => {
        const each = { made, delivered: random.chance(0.5) ? made + random.whole(0, 90_000) : null };
        put(facts, pk, random.one(CARRIERS), each);
        there.set(pk, each);
      };
      const found = (query: string): number[] =>
        [...(rowFilterOf(new QueryString(query))?.(facts) ?? [])]
          .map((row) => facts.pk[row] ?? 0)
          .sort((a, b) => a - b);
      const expected = (isMeant: (of: { made: number; delivered: number | null }) => boolean): number[] =>
        [...there].flatMap(([pk, of]) => (isMeant(of) ? [pk] : [])).sort((a, b) => a - b);
      const look = (): void => {
        const [from, to] = [moment(), moment()].sort((a, b) => a - b) as [number, number];
        const period = (path: string): string =>
          `${path}[after]=${text(from)}&${path}[strictly_before]=${text(to)}`;
        const isWithin = (second: number | null): boolean => second !== null && second >= from && second < to;
        expect(found(period('createdAt'))).toEqual(expected(({ made }) => isWithin(made)));
        expect(found(period('deliveredAt'))).toEqual(expected(({ delivered }) => isWithin(delivered)));
        expect(found(`createdAt[before]=${text(to)}&deliveredAt[strictly_after]=${text(from)}`)).toEqual(
          expected(({ made, delivered }) => made <= to && delivered !== null && delivered > from),
        );
        expect(found(`exists[deliveredAt]=false&createdAt[after]=${text(from)}`)).toEqual(
          expected(({ made, delivered }) => made >= from && delivered === null),
        );
      };
      for (let pk = 1; pk <= size; pk++) write(pk * 7, moment());
      for (let time = 0; time < 5; time++) look();
      await facts.arrange();
      const made = [...facts.all()].map((row) => Math.floor((facts.moment('createdAt')[row] ?? 0) / 3600));
      // hours are counted from the first second of all
      expect(made.every((hour, at) => at === 0 || hour >= (made[at - 1] ?? 0) - 1)).toBe(true);
      for (let time = 0; time < 5; time++) look();
      for (let step = 0; step < 300; step++) {
        const pk = random.whole(1, size + 20) * 7;
        if (random.chance(0.4)) {
          facts.remove(pk);
          there.delete(pk);
        } else write(pk, moment());
        if (step % 20 === 0) look();
      }
      expect(found('')).toEqual(expected(() => true));
    }
  });
});
