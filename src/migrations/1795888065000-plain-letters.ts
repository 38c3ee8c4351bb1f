import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldValue } from '../core/metadata/fold.js';
import { isMysql } from '../core/database/schema-checks.js';

/** Rows of one batch. */
const AT_ONCE = 500;

/** Parts of an address, as its columns begin. */
const ADDRESS = [
  'Addressline1',
  'Addressline2',
  'City',
  'Company',
  'Firstname',
  'Lastname',
  'Postcode',
  'State',
];

const addressOf = (prefix: string): string[] => ADDRESS.map((part) => `${prefix}${part}`);

/** Columns with a form for searching beside them, and its characters at most; 255 where nothing is said. */
const COLUMNS: Readonly<Record<string, readonly (string | readonly [name: string, limit: number])[]>> = {
  teams: ['name'],
  workspaces: ['title'],
  workflows: ['title'],
  statuses: ['title'],
  oauth_clients: ['name'],
  products: ['name'],
  product_variants: ['sku'],
  orders: [
    'orderNumber',
    ['email', 1000],
    'phoneNumber',
    ...addressOf('shippingAddress'),
    ...addressOf('billingAddress'),
  ],
  order_items: ['productName'],
  order_addresses: [['email', 1000], 'phoneNumber', ...addressOf('address')],
  shipments: [
    'email',
    'phoneNumber',
    ['originCountry', 100],
    ['destinationCountry', 100],
    ...addressOf('address'),
  ],
};

/** A column, and the one with its form for searching. */
interface Pair {
  readonly from: string;
  readonly to: string;
  readonly limit: number;
}

/** Parts of addresses say it in small letters: `addressCityfolded`. */
function pairOf(column: string | readonly [name: string, limit: number]): Pair {
  const [from, limit] = typeof column === 'string' ? [column, 255] : column;
  const isOfAddress = ADDRESS.some((part) => from.endsWith(part) && from !== part);
  return { from, limit, to: `${from}${isOfAddress ? 'folded' : 'Folded'}` };
}

/**
 * Writes the forms anew that are not in plain letters, in batches by the keys of their rows. Done again, it finds those
 * that are right already and changes nothing.
 */
async function refold(runner: QueryRunner, table: string, pairs: readonly Pair[]): Promise<void> {
  const [bytes, characters] = isMysql(runner)
    ? [(name: string) => `LENGTH(${name})`, (name: string) => `CHAR_LENGTH(${name})`]
    : [(name: string) => `LENGTH(CAST(${name} AS BLOB))`, (name: string) => `LENGTH(${name})`];
  const isOther = pairs.map(({ to }) => `${bytes(to)} <> ${characters(to)}`).join(' OR ');
  const columns = pairs.flatMap(({ from, to }, index) => [`${from} AS f${index}`, `${to} AS t${index}`]);
  for (let after = 0; ;) {
    const rows = (await runner.query(
      `SELECT pk, ${columns.join(', ')} FROM ${table} WHERE pk > ? AND (${isOther}) ORDER BY pk LIMIT ${AT_ONCE}`,
      [after],
    )) as Readonly<Record<string, string | number | null>>[];
    for (const row of rows) {
      const changed = pairs.flatMap(({ to, limit }, index): [string, string][] => {
        const text = row[`f${index}`];
        const form = typeof text === 'string' ? foldValue(text, limit) : null;
        return form === null || form === row[`t${index}`] ? [] : [[to, form]];
      });
      if (changed.length === 0) continue;
      const set = changed.map(([to]) => `${to} = ?`).join(', ');
      await runner.query(`UPDATE ${table} SET ${set} WHERE pk = ?`, [
        ...changed.map(([, form]) => form),
        row.pk,
      ]);
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.pk as number;
  }
}

/** Letters such as ł and ø, which Unicode does not take apart, are found by the plain ones. */
export class PlainLetters1795888065000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) await refold(runner, table, columns.map(pairOf));
  }

  /** The forms stay; what is written from then on has the forms of before. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
