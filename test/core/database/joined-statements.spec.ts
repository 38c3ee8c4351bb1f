import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { onEachDatabase } from '../../support/databases.js';
import { openDatabase } from '../../support/open-database.js';

const ADD = 'INSERT INTO numbers (number) VALUES (?)';
const READ = 'SELECT number FROM numbers ORDER BY number';

onEachDatabase((database) => {
  let open: Awaited<ReturnType<typeof openDatabase>>;
  beforeAll(async () => {
    open = await openDatabase(database.url());
    await open.rows('CREATE TABLE numbers (number INT PRIMARY KEY, content MEDIUMTEXT)');
  });
  beforeEach(() => open.rows('DELETE FROM numbers'));
  afterAll(() => open.close());

  const numbers = async (): Promise<unknown[]> => (await open.database.read(READ, [])).flat();

  it('a statement that is sent is done before the next one, and is kept with the unit', async () => {
    await open.database.transaction(async (transaction) => {
      await transaction.send(ADD, [1]);
      await transaction.send(ADD, [2]);
      expect(await transaction.read(READ)).toEqual([[1], [2]]);
      expect(await transaction.rows(READ)).toEqual([{ number: 1 }, { number: 2 }]);
      await transaction.send(ADD, [3]);
      expect(
        (await transaction.run('UPDATE numbers SET number = number + 10 WHERE number > 1')).affected,
      ).toBe(2);
      await transaction.send(ADD, [4]);
    });
    expect(await numbers()).toEqual([1, 4, 12, 13]);
  });

  it('a unit that only sends is kept, one that fails leaves nothing', async () => {
    await open.database.transaction((transaction) => transaction.send(ADD, [1]));
    const failing = open.database.transaction(async (transaction) => {
      await transaction.send(ADD, [2]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await numbers()).toEqual([1]);
  });

  it('what the database says against it undoes the unit, whatever comes after it', async () => {
    await open.rows('INSERT INTO numbers (number) VALUES (1)');
    const reached: string[] = [];
    const twice = open.database.transaction(async (transaction) => {
      await transaction.send(ADD, [2]);
      await transaction.send(ADD, [1]);
      await transaction.send(ADD, [3]);
      await transaction.read(READ);
      reached.push('the end');
    });
    await expect(twice).rejects.toThrow(/duplicate|unique/i);
    expect(reached).toEqual([]);
    expect(await numbers()).toEqual([1]);
    // the connection is as good as before
    await open.database.transaction((transaction) => transaction.send(ADD, [5]));
    expect(await numbers()).toEqual([1, 5]);
  });

  it('rows that are inserted are there for the next statement, whatever their texts are', async () => {
    const rows = [
      [1, `'; DROP TABLE numbers; -- "\\`],
      [2, null],
      [3, '?, ?'],
      [4, "a'b''c\\'\n\r\t\u001A %_ é 😀"],
    ] as const;
    await open.database.transaction(async (transaction) => {
      await transaction.insert('numbers (number, content)', rows);
      await transaction.insert('numbers (content, number)', [['last', 5]]);
      expect(await transaction.read('SELECT number, content FROM numbers ORDER BY number')).toEqual([
        ...rows,
        [5, 'last'],
      ]);
    });
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
  });

  it('values have quotes, semicolons and comments in them, and are values', async () => {
    const content = `'; DROP TABLE numbers; -- "\\`;
    await open.database.transaction(async (transaction) => {
      await transaction.send('INSERT INTO numbers (number, content) VALUES (?, ?)', [1, content]);
      expect(await transaction.read('SELECT content FROM numbers WHERE content = ?', [content])).toEqual([
        [content],
      ]);
    });
  });

  it('more than a server may take at once goes in parts', async () => {
    const content = 'ü'.repeat(200_000);
    await open.database.transaction(async (transaction) => {
      for (const number of [1, 2, 3, 4])
        await transaction.send('INSERT INTO numbers (number, content) VALUES (?, ?)', [number, content]);
    });
    expect(await numbers()).toEqual([1, 2, 3, 4]);
  });

  if (database.kind === 'sqlite') return;

  it('refuses a text of several statements', async () => {
    for (const ask of ['run', 'rows', 'read', 'send'] as const) {
      const two = open.database.transaction(
        (transaction) => transaction[ask]('SELECT 1; DELETE FROM numbers') as Promise<unknown>,
      );
      await expect(two).rejects.toThrow('semicolon');
    }
    await expect(open.database.read('SELECT 1; DELETE FROM numbers', [])).rejects.toThrow('semicolon');
  });

  it('the beginning, what is sent and the end take no way of their own', async () => {
    const { pool } = open.dataSource.driver as unknown as {
      pool: {
        on: (
          event: 'acquire',
          listener: (connection: { query: (...args: unknown[]) => unknown }) => void,
        ) => void;
      };
    };
    const ways: string[] = [];
    const seen = new WeakSet<object>();
    pool.on('acquire', (connection) => {
      if (seen.has(connection)) return;
      seen.add(connection);
      const { query } = connection;
      connection.query = function (this: unknown, ...args: unknown[]) {
        const [asked] = args as [{ sql: string }];
        if (typeof asked === 'object') ways.push(asked.sql);
        return query.apply(this, args);
      };
    });
    await open.database.transaction(async (transaction) => {
      await transaction.send(ADD, [1]);
      await transaction.read(READ);
      await transaction.send(ADD, [2]);
      await transaction.send(ADD, [3]);
    });
    expect(ways).toEqual([
      `START TRANSACTION; ${ADD.replace('?', '1')}; ${READ}`,
      `${ADD.replace('?', '2')}; ${ADD.replace('?', '3')}; COMMIT`,
    ]);
    ways.length = 0;
    await open.database.transaction(() => Promise.resolve());
    expect(ways).toEqual([]);
  });
});
