import { expect, it } from '@jest/globals';
import { Random } from '../../../src/demo/random.js';
import { parseCounts } from '../../../src/modules/predictions/cells.js';
import { weighted } from '../../../src/modules/predictions/history.js';
import { KeptHistograms, type StoredMonth } from '../../../src/modules/predictions/kept-histograms.js';

const NOW = 24_000;

const read = (months: readonly StoredMonth[], now = NOW): ReturnType<typeof weighted> =>
  weighted(
    months.map(({ month, text }) => [month, parseCounts(text)] as const),
    now,
  );

it('histograms that are kept are those that are stored, whatever becomes of them', () => {
  const random = new Random(11);
  const kept = new KeptHistograms();
  const stored = new Map<string, StoredMonth[]>();
  for (let step = 0; step < 3000; step++) {
    const name = `${random.whole(1, 3)} t:carrier:${random.whole(1, 9)}`;
    const months = stored.get(name) ?? [];
    if (random.chance(0.3))
      stored.set(name, [
        ...months.slice(random.whole(0, 1)),
        { month: NOW - random.whole(0, 14), text: `${random.whole(1, 99)}:${random.whole(1, 9)}` },
      ]);
    const now = NOW + random.whole(0, 1);
    const asked = stored.get(name) ?? [];
    expect(kept.of(name, asked, now)).toEqual(read(asked, now));
  }
});

it('a histogram that is stored as it was is not made again', () => {
  const kept = new KeptHistograms();
  const months = (count: number): StoredMonth[] => [{ month: NOW, text: `12:${count}` }];
  const first = kept.of('1 t:workspace:', months(3), NOW);
  expect(first?.samples).toBe(3);
  expect(kept.of('1 t:workspace:', months(3), NOW)).toBe(first);
  expect(kept.of('1 t:workspace:', months(4), NOW)?.samples).toBe(4);
});
