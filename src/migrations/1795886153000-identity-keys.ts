import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldValue } from '../core/metadata/fold.js';
import { codeKey, emailKey } from '../core/metadata/identity.js';
import { hasColumn } from '../core/database/schema-checks.js';
import { createIndexes, dropIndexes } from './schema.js';

/** Rows of one batch. */
const AT_ONCE = 500;

interface Row {
  readonly pk: number;
  readonly id: string;
  readonly text: string;
}

/** All rows of a table in batches, by their keys. */
async function* rowsOf(runner: QueryRunner, table: string, columns: string): AsyncGenerator<Row> {
  for (let after = 0; ;) {
    const rows = (await runner.query(
      `SELECT pk, ${columns} FROM ${table} WHERE pk > ? ORDER BY pk LIMIT ${AT_ONCE}`,
      [after],
    )) as Row[];
    for (const row of rows) yield row;
    const last = rows.at(-1);
    if (!last) return;
    after = last.pk;
  }
}

/** Plain addresses differ as they always did; others may be two ways to write one. */
const isPlain = (email: string): boolean => /^[\0-\x7f]*$/.test(email) && !/xn--/i.test(email);

/** @throws when two accounts are of one address: which of them stays, only their people know. */
async function assertNoneCollide(runner: QueryRunner): Promise<void> {
  const others = new Map<string, string[]>();
  const add = ({ id, text }: Row): unknown =>
    others.set(emailKey(text), [...(others.get(emailKey(text)) ?? []), id]);
  for await (const row of rowsOf(runner, 'users', 'id, email AS text')) if (!isPlain(row.text)) add(row);
  if (others.size === 0) return;
  for await (const row of rowsOf(runner, 'users', 'id, email AS text'))
    if (isPlain(row.text) && others.has(emailKey(row.text))) add(row);
  const collisions = [...others.values()].filter((ids) => ids.length > 1);
  if (collisions.length === 0) return;
  throw new Error(
    [
      'Some accounts have one e-mail address in two spellings, and each address may have one account only.',
      ...collisions.map((ids) => `- the users ${ids.join(' and ')}`),
      'See them with SELECT id, email FROM users, give all but one of each another address, and start again.',
    ].join('\n'),
  );
}

/** What a link shows by an address in its folded form; nothing where that stands for several people. */
async function keyOfFolded(runner: QueryRunner, workspacePk: number, folded: string): Promise<string> {
  const rows = (await runner.query(
    'SELECT DISTINCT email FROM shipments WHERE workspacePk = ? AND emailFolded = ?',
    [workspacePk, folded],
  )) as { email: string }[];
  const keys = [...new Set(rows.map(({ email }) => emailKey(email)))];
  return keys.length > 1 ? '' : (keys[0] ?? emailKey(folded));
}

async function rewriteLinks(runner: QueryRunner): Promise<void> {
  for await (const row of rowsOf(runner, 'tracking_page_links', 'workspacePk AS id, filter AS text')) {
    const filter = JSON.parse(row.text) as { readonly email?: string };
    // the folded form is in capitals, a key is not
    if (filter.email === undefined || filter.email === emailKey(filter.email)) continue;
    const email = await keyOfFolded(runner, Number(row.id), filter.email);
    await runner.query('UPDATE tracking_page_links SET filter = ? WHERE pk = ?', [
      JSON.stringify({ ...filter, email }),
      row.pk,
    ]);
  }
}

/** Gives the column of each row that is not plain ASCII already the form that it should have. */
async function rewrite(
  runner: QueryRunner,
  { table, from, to }: { readonly table: string; readonly from: string; readonly to: string },
  form: (text: string) => string,
): Promise<void> {
  for await (const { pk, text, id } of rowsOf(runner, table, `${from} AS text, ${to} AS id`))
    if (form(text) !== id) await runner.query(`UPDATE ${table} SET ${to} = ? WHERE pk = ?`, [form(text), pk]);
}

const CODES = { table: 'statuses', from: 'code', to: 'codeFolded' };

/** Accounts, customers' links and statuses are known by what people call the same, not by what looks alike. */
export class IdentityKeys1795886153000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await assertNoneCollide(runner);
    await dropIndexes(runner, 'users', ['UQ_users_emailFolded']);
    if (await hasColumn(runner, 'users', 'emailFolded'))
      await runner.query('ALTER TABLE users RENAME COLUMN emailFolded TO emailKey');
    await rewrite(runner, { table: 'users', from: 'email', to: 'emailKey' }, emailKey);
    await createIndexes(runner, 'users', { UQ_users_emailKey: ['emailKey'] });
    await rewriteLinks(runner);
    await rewrite(runner, CODES, (code) => [...codeKey(code)].slice(0, 100).join(''));
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(runner, CODES, (code) => foldValue(code, 100));
    await dropIndexes(runner, 'users', ['UQ_users_emailKey']);
    if (await hasColumn(runner, 'users', 'emailKey'))
      await runner.query('ALTER TABLE users RENAME COLUMN emailKey TO emailFolded');
    await rewrite(runner, { table: 'users', from: 'email', to: 'emailFolded' }, (email) =>
      foldValue(email, 255),
    );
    await createIndexes(runner, 'users', { UQ_users_emailFolded: ['emailFolded'] });
  }
}
