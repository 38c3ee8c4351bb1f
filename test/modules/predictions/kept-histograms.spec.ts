import { expect, it } from '@jest/globals';
import { Random } from '../../../src/demo/random.js';
import { parseCounts } from '../../../src/modules/predictions/cells.js';
import { weighted } from '../../../src/modules/predictions/history.js';
import { KeptHistograms, type StoredMonth } from '../../../src/modules/predictions/kept-histograms.js';

const NOW = 24_000;
const PLACE = `${NOW} 1`;
const KEY = 't:workspace:';

const read = (months: readonly StoredMonth[], now = NOW): ReturnType<typeof weighted> =>
  weighted(
    months.map(({ month, text }) => [month, parseCounts(text)] as const),
    now,
  );

const counted = (count: number): StoredMonth[] => [{ month: NOW, text: `12:${count}` }];

it('histograms that are kept are those that are stored, whatever becomes of them', () => {
  const random = new Random(11);
  const kept = new KeptHistograms();
  const stored = new Map<string, StoredMonth[]>();
  for (let step = 0; step < 3000; step++) {
    const [workspace, key] = [random.whole(1, 3), `t:carrier:${random.whole(1, 9)}`];
    const name = `${workspace} ${key}`;
    const months = stored.get(name) ?? [];
    if (random.chance(0.3))
      stored.set(name, [
        ...months.slice(random.whole(0, 1)),
        { month: NOW - random.whole(0, 14), text: `${random.whole(1, 99)}:${random.whole(1, 9)}` },
      ]);
    const now = NOW + random.whole(0, 1);
    const asked = stored.get(name) ?? [];
    const version = JSON.stringify(asked);
    const place = `${now} ${workspace}`;
    const known = kept.known(place, key, version);
    if (known) expect(known.counts).toEqual(read(asked, now));
    expect(kept.of(place, key, asked, now, version)).toEqual(read(asked, now));
    expect(kept.known(place, key, version)?.counts).toEqual(read(asked, now));
  }
});

it('a histogram that is stored as it was is not made again', () => {
  const kept = new KeptHistograms();
  const first = kept.of(PLACE, KEY, counted(3), NOW, 'one');
  expect(first?.samples).toBe(3);
  expect(kept.of(PLACE, KEY, counted(3), NOW, 'two')).toBe(first);
  expect(kept.of(PLACE, KEY, counted(4), NOW, 'three')?.samples).toBe(4);
});

it('is known in the version in which it was read last, also that there is none; without a version it is not', () => {
  const kept = new KeptHistograms();
  kept.of(PLACE, KEY, counted(3), NOW, 'one');
  kept.of(PLACE, 't:carrier:dhl', [], NOW, 'one');
  expect(kept.known(PLACE, KEY, 'one')?.counts?.samples).toBe(3);
  expect(kept.known(PLACE, 't:carrier:dhl', 'one')).toMatchObject({ counts: undefined });
  expect(kept.known(PLACE, KEY, 'two')).toBeUndefined();
  expect(kept.known(`${NOW} 2`, KEY, 'one')).toBeUndefined();

  kept.of(PLACE, KEY, counted(3), NOW, 'two');
  expect(kept.known(PLACE, KEY, 'one')).toBeUndefined();
  expect(kept.known(PLACE, KEY, 'two')?.counts?.samples).toBe(3);

  kept.of(PLACE, KEY, counted(3), NOW, undefined);
  expect(kept.known(PLACE, KEY, 'two')).toBeUndefined();
});

it('forgets those that were read first where they become too long', () => {
  const kept = new KeptHistograms();
  const text = '12:1 '.repeat(1_000_000).trim();
  for (let nth = 0; nth < 9; nth++) kept.of(PLACE, `t:carrier:${nth}`, [{ month: NOW, text }], NOW, 'one');
  const known = Array.from(
    { length: 9 },
    (_, nth) => kept.known(PLACE, `t:carrier:${nth}`, 'one') !== undefined,
  );
  expect(known).toEqual([false, false, false, true, true, true, true, true, true]);
});
