import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CheckpointHistory } from '../../../src/modules/tracking/checkpoint-history.js';
import { TRACKING_STATUSES, type TrackingStatus } from '../../../src/modules/tracking/tracking-statuses.js';
import type { CheckpointReport } from '../../../src/modules/tracking/tracking-update.js';

const NOW = Date.UTC(2026, 1, 1);
const RUNS = { numRuns: 1000, seed: 12 };
const DATES = ['2026-01-01 00:00:00.000000', '2026-01-02 00:00:00.000000', '2026-01-02 10:05:00.000000'];
const STATUSES = [null, ...(Object.keys(TRACKING_STATUSES) as TrackingStatus[])];

const report = fc.record<CheckpointReport>({
  date: fc.constantFrom(...DATES),
  status: fc.constantFrom(...STATUSES),
  info: fc.constantFrom(null, 'a', 'b', 'c'),
  location: fc.constantFrom(null, 'Lyon, FR', 'Paris'),
  rel: fc.constantFrom('origin', 'destination'),
});
/** A provider's list: the newest first, equal dates in any order. */
const list = fc
  .array(report, { maxLength: 8 })
  .map((reports) => reports.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)));
/** Every report is an event of its own, told by one carrier. */
const events = list.map((reports) =>
  reports.map((each, index) => ({ ...each, info: `event ${index}`, rel: 'origin' })),
);

/** What is kept once these lists have come, one after the other, each in a process of its own. */
function after(...lists: readonly (readonly CheckpointReport[])[]): readonly CheckpointReport[] {
  let kept: readonly CheckpointReport[] = [];
  for (const told of lists) {
    const known = new CheckpointHistory(
      kept.map((each, index) => ({ pk: index, report: each })),
      false,
    );
    known.merge(told, NOW);
    kept = [...known.reports.slice(0, kept.length), ...known.added];
  }
  return kept;
}

/** As lists show it: by the stored date, then in the order of arrival. */
const shown = (reports: readonly CheckpointReport[]): readonly (string | null)[] =>
  reports.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).map(({ info }) => info);

describe('whatever a provider lists', () => {
  it('changes nothing when it is told again', () => {
    fc.assert(
      fc.property(list, (told) => expect(after(told, told)).toEqual(after(told))),
      RUNS,
    );
  });

  it('is in its order', () => {
    fc.assert(
      fc.property(events, (told) => {
        const order = told.map(({ info }) => info).toReversed();
        const byDate = order.toSorted((a, b) => dateOf(told, a).localeCompare(dateOf(told, b)));
        expect(shown(after(told))).toEqual(byDate);
      }),
      RUNS,
    );
  });

  it('is in the same order when it came in parts', () => {
    fc.assert(
      fc.property(events, fc.nat(8), (told, since) =>
        expect(shown(after(told.slice(since), told))).toEqual(shown(after(told))),
      ),
      RUNS,
    );
  });
});

const dateOf = (told: readonly CheckpointReport[], name: string | null): string =>
  told.find(({ info }) => info === name)?.date ?? '';
