import { DataSource } from 'typeorm';
import { resources } from '../../src/app/resources.js';
import { entityColumns } from '../../src/core/database/sql-names.js';
import { Tables } from '../../src/core/database/tables.js';
import { filteredColumns } from '../../src/core/query/changed-rows.js';
import { changesIn } from '../../src/core/store/changes-text.js';
import type { Api } from './api.js';

/** How often each row, as filters see it, is there more (or less, below zero) than before: `shipments {"email":…}`. */
type Weights = Map<string, number>;

/** The tables whose rows are filtered, and by which columns. */
function filtered(api: Api): readonly { readonly table: string; readonly columns: readonly string[] }[] {
  const tables = new Tables(api.provider(DataSource), api.db().dialect);
  const kept = filteredColumns(resources, tables);
  return resources
    .filter(({ owner }) => owner === 'workspace')
    .map(({ entity }) => {
      const table = tables.of(entity).name;
      const known = entityColumns(entity).map(({ column }) => column);
      return { table, columns: known.filter((column) => kept.get(table)?.has(column)) };
    });
}

const canonical = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;

function add(weights: Weights, table: string, row: object, weight: number): void {
  const pairs = Object.entries(row).filter(([column, value]) => value !== null && column !== 'pk');
  const key = `${table} ${JSON.stringify(pairs.map(([column, value]) => [column, canonical(value)]).sort())}`;
  const sum = (weights.get(key) ?? 0) + weight;
  if (sum === 0) weights.delete(key);
  else weights.set(key, sum);
}

async function addAll(weights: Weights, api: Api, weight: number): Promise<void> {
  for (const { table, columns } of filtered(api))
    for (const values of await api.db().read(`SELECT ${columns.join(', ')} FROM ${table}`, []))
      add(weights, table, Object.fromEntries(columns.map((column, at) => [column, values[at]])), weight);
}

/**
 * Does `work`, and compares the tables before and after it with what its units have said of the rows that they changed.
 * @returns rows whose change nobody has told, or that were told and are not there: there should be none.
 */
export async function untoldChanges(api: Api, work: () => Promise<void>): Promise<string[]> {
  const weights: Weights = new Map();
  await addAll(weights, api, -1);
  const marks = new Map<string, number>();
  for (const [workspace, slot, version] of await api
    .db()
    .read('SELECT workspacePk, slot, version FROM change_marks', []))
    marks.set(`${workspace as number} ${slot as number}`, Number(version));
  await work();
  await addAll(weights, api, 1);
  const texts = new Map<string, string>();
  for (const [workspace, slot, version, content] of await api
    .db()
    .read('SELECT workspacePk, slot, version, content FROM workspace_changes ORDER BY 1, 2, 3, part', []))
    if (Number(version) > (marks.get(`${workspace as number} ${slot as number}`) ?? 0)) {
      const key = `${workspace as number} ${slot as number} ${version as number}`;
      texts.set(key, (texts.get(key) ?? '') + (content as string));
    }
  const unknown = new Set<string>();
  for (const text of texts.values())
    for (const [table, rows] of Object.entries(changesIn(text).content)) {
      if (rows === null) unknown.add(table);
      for (const [before, after] of rows ?? []) {
        if (before) add(weights, table, before, 1);
        if (after) add(weights, table, { ...before, ...after }, -1);
      }
    }
  const named = (key: string): string => key.slice(0, key.indexOf(' '));
  return [...weights]
    .filter(([key]) => !unknown.has(named(key)))
    .map(([key, weight]) => `${weight > 0 ? 'untold' : 'told, not there'}: ${key}`);
}
