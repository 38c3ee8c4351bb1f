import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { isSame } from '../../../src/core/metadata/is-same.js';
import { onEachDatabase } from '../../support/databases.js';
import { openDatabase } from '../../support/open-database.js';

it('secrets are compared by their bytes, of any length', () => {
  const pairs = [
    ['abc', 'abc'],
    ['abd', 'abc'],
    ['ab', 'abc'],
    ['äbc', 'abc'],
    ['', ''],
  ] as const;
  expect(pairs.map(([given, expected]) => isSame(given, expected))).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});

onEachDatabase((database) => {
  let open: Awaited<ReturnType<typeof openDatabase>>;
  beforeAll(async () => {
    open = await openDatabase(database.url());
    await open.rows('CREATE TABLE seen (content VARCHAR(10))');
    await open.rows("INSERT INTO seen VALUES ('before')");
  });
  afterAll(() => open.close());

  const READ = 'SELECT content FROM seen';

  it('a unit of work sees what it has written itself, others when it is committed', async () => {
    await open.database.transaction(async (transaction) => {
      await transaction.run("UPDATE seen SET content = 'mine'");
      expect(await transaction.read(READ)).toEqual([['mine']]);
      expect(await open.database.read(READ, [])).toEqual([['before']]);
    });
    expect(await open.database.read(READ, [])).toEqual([['mine']]);
  });

  // on SQLite nobody else commits while a unit of work is under way
  if (database.kind === 'sqlite') return;

  it('the first unit of work on a connection sees what others commit meanwhile', async () => {
    await open.rows("UPDATE seen SET content = 'early'");
    // each holds a connection; most of them nobody has used before
    const seen = await Promise.all(
      [1, 2, 3, 4].map(() =>
        open.database.transaction(async (transaction) => {
          await transaction.read(READ);
          await open.rows("UPDATE seen SET content = 'late'");
          return (await transaction.read(READ))[0]?.[0];
        }),
      ),
    );
    expect(seen).toEqual(['late', 'late', 'late', 'late']);
  });
});
