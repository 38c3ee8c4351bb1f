import { describe, expect, it } from '@jest/globals';
import { type CachedList, LruCache } from '../../../src/core/store/lru-cache.js';
import { RecentChanges } from '../../../src/core/store/recent-changes.js';
import type { Read } from '../../../src/core/store/reading.js';

const NOW = 1_000_000;
/** More turns of the queue than an answer takes to get from who has found it to all who wait. */
const TURNS = 50;

describe('a total that is found out', () => {
  it('is stored at the moment from which it is pending no more', async () => {
    const cache = new LruCache();
    const found: CachedList = {
      version: 1,
      versions: new Map(),
      from: 0,
      until: 2 * NOW,
      total: 7,
      pages: new Map(),
    };
    let searches = 0;
    const load = (): Promise<CachedList> =>
      cache.load('list', async () => {
        searches += 1;
        await Promise.resolve();
        return found;
      });
    const asked = [load()];
    for (let turn = 0; turn < TURNS; turn++) {
      await Promise.resolve();
      if (!cache.get('list', NOW)) asked.push(load());
    }
    expect(new Set(await Promise.all(asked))).toEqual(new Set([found]));
    expect(searches).toBe(1);
  });

  it('is asked for again after a failure', async () => {
    const cache = new LruCache();
    await expect(cache.load('list', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    const found = { version: 1, from: 0, until: 2 * NOW, total: 7 } as CachedList;
    expect(await cache.load('list', () => Promise.resolve(found))).toBe(found);
  });
});

describe('changes that lists of one workspace ask for shortly after each other', () => {
  const SLOT = 3;
  const CURRENT = 9;

  /** Answers as the tables would, in which slot 3 has come to version 9; a turn of the event loop later. */
  const read: Read = async (sql, params) => {
    await new Promise(setImmediate);
    if (!sql.includes('workspace_changes')) return [[SLOT, CURRENT]];
    const [, slot, from, to] = params as [number, number, number, number];
    return Array.from({ length: to - from }, (_, at) => [slot, from + at + 1, '{}']);
  };

  it.each([[[8, 5, 2]], [[2, 5, 8]], [[5, 8, 2, 8]]])(
    'are complete for each, whatever versions they have seen (%j)',
    async (seen) => {
      const recent = new RecentChanges();
      const answers = await Promise.all(
        seen.map(async (version, at) => {
          // while what the ones before it have begun still runs
          for (let turn = 0; turn < at; turn++) await new Promise(setImmediate);
          return recent.since(1, new Map([[SLOT, version]]), CURRENT, read);
        }),
      );
      for (const [at, version] of seen.entries()) {
        expect(answers[at]?.versions.get(SLOT)).toBe(CURRENT);
        expect(answers[at]?.units).toHaveLength(CURRENT - version);
      }
    },
  );
});
