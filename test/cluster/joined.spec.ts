import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Collision } from '../../src/core/metadata/errors.js';
import { openDatabase, type OpenDatabase } from '../support/open-database.js';
import { type Cluster, startCluster } from './galera.js';

const WRITERS_OF_A_NODE = 4;
const UNITS = 150;

let cluster: Cluster;
let nodes: OpenDatabase[];

beforeAll(async () => {
  cluster = await startCluster();
  await cluster.nodes[0]?.query('CREATE DATABASE units');
  await cluster.nodes[0]?.query('CREATE TABLE units.counters (pk INT PRIMARY KEY, n INT NOT NULL)');
  await cluster.nodes[0]?.query(
    'CREATE TABLE units.entries (pk BIGINT AUTO_INCREMENT PRIMARY KEY, unit CHAR(20))',
  );
  await cluster.nodes[0]?.query('INSERT INTO units.counters VALUES (1, 0)');
  nodes = await Promise.all(cluster.nodes.map(({ url }) => openDatabase(`${url}/units`)));
});

afterAll(async () => {
  for (const node of nodes ?? []) await node.close();
  await cluster?.remove();
});

it.each(['sent ahead', 'asked one by one'])(
  'units of work whose statements are %s are whole although nodes are in each other’s way',
  async (how) => {
    await nodes[0]?.rows('UPDATE counters SET n = 0');
    await nodes[0]?.rows('DELETE FROM entries');
    const done: string[] = [];
    await Promise.all(
      nodes.flatMap(({ database }, node) =>
        Array.from({ length: WRITERS_OF_A_NODE }, async (_, writer) => {
          for (let count = 0; count < UNITS; count++) {
            const unit = `${node} ${writer} ${count}`;
            try {
              await database.transaction(async (transaction) => {
                const send = (sql: string, params: (string | number)[] = []) =>
                  how === 'sent ahead' ? transaction.send(sql, params) : transaction.run(sql, params);
                await send('INSERT INTO entries (unit) VALUES (?)', [unit]);
                await send('UPDATE counters SET n = n + 1 WHERE pk = 1');
                await send('INSERT INTO entries (unit) VALUES (?)', [unit]);
              });
              done.push(unit);
            } catch (error) {
              if (!(error instanceof Collision)) throw error;
            }
          }
        }),
      ),
    );
    const [first] = nodes as [OpenDatabase];
    const [counter] = await first.rows<{ n: number }>('SELECT n FROM counters');
    const entries = await first.rows<{ unit: string; times: number }>(
      'SELECT unit, COUNT(*) AS times FROM entries GROUP BY unit',
    );
    expect(counter?.n).toBe(done.length);
    expect(entries.filter(({ times }) => Number(times) !== 2)).toEqual([]);
    expect(entries.map(({ unit }) => unit).sort()).toEqual(done.sort());
  },
);
