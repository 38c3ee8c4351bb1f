import { describe, expect, it } from '@jest/globals';
import { QueryString } from '../../../src/core/query/query-string.js';
import { Random } from '../../../src/demo/random.js';
import { Facts } from '../../../src/modules/analytics/facts.js';
import { rowFilterOf } from '../../../src/modules/analytics/row-filter.js';

const CARRIERS = ['usps', 'gls', null];

const nulls = (count: number): null[] => Array.from({ length: count }, () => null);

/** As `factColumns` selects it: without a date but that of its making, on its way with a carrier. */
const put = (facts: Facts, pk: number, carrier: string | null): void =>
  facts.put([pk, 0, null, null, pk, ...nulls(6), 'in_transit', carrier, ...nulls(6)]);

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
});
