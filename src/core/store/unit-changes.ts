import type { Stored } from '../metadata/condition.js';
import { type Transaction, unitKey } from '../metadata/transaction.js';
import {
  ANY_TABLE,
  changesText,
  type ImageColumns,
  type MadeRows,
  madeRows,
  type RowImage,
  type WorkspaceContent,
} from './changes-text.js';
import type { Columns } from './rows.js';

/** A row of a workspace that a unit of work has changed; columns by property path. */
interface RowChange {
  /** `shipments` */
  readonly table: string;
  /** Missing where many rows were inserted at once. */
  readonly pk: number | undefined;
  readonly workspacePk: number;
  /** The whole row as it was; a new one was not. */
  readonly before: Readonly<Columns> | undefined;
  /** The whole row as it is; a deleted one is not. */
  readonly after: Readonly<Columns> | undefined;
}

/** What is kept of changed rows, and how they are told apart. */
export interface RowObservers {
  /** Columns by which rows of a table are filtered: property path and name. Tables that nobody counts are missing. */
  readonly images: ReadonlyMap<string, ImageColumns>;
  /** Tables by the path of their resource, and the other way round. */
  readonly tables: ReadonlyMap<string, string>;
  readonly paths: ReadonlyMap<string, string>;
}

const OBSERVERS = unitKey<RowObservers | undefined>(() => undefined);

export const observeRows = (observers: RowObservers, transaction: Transaction): void =>
  transaction.set(OBSERVERS, observers);

export const observersOf = (transaction: Transaction): RowObservers | undefined => transaction.get(OBSERVERS);

/** From so many rows of a table on that a unit has made, they are told together. */
const MANY = 8;

/** Characters of a unit's changes at most; who changes more has the totals counted again. */
const MAX_LENGTH = 1_000_000;

interface Pending extends RowChange {
  after: Readonly<Columns> | undefined;
}

/** A row, beside which something has changed. */
interface TouchedRow {
  readonly table: string;
  readonly pk: number;
  readonly workspacePk: number;
}

/** The rows that a unit of work has changed so far, each with what it was before the unit. */
export class UnitChanges {
  private readonly all: Pending[] = [];
  /** Rows by table and key. */
  private readonly byKey = new Map<string, Map<number, Pending>>();
  private readonly unknown = new Map<number, Set<string>>();
  private readonly touched = new Map<string, TouchedRow>();
  private readonly beside = new Map<string, TouchedRow>();

  add(change: RowChange): void {
    const { table, pk } = change;
    const known = pk === undefined ? undefined : this.changeOf(table, pk);
    if (known) {
      known.after = change.after;
      return;
    }
    const pending = { ...change };
    this.all.push(pending);
    if (pk === undefined) return;
    const rows = this.byKey.get(table) ?? new Map<number, Pending>();
    this.byKey.set(table, rows);
    rows.set(pk, pending);
  }

  private changeOf(table: string, pk: number): Pending | undefined {
    return this.byKey.get(table)?.get(pk);
  }

  /** A row as this unit has written it last. */
  rowOf(table: string, pk: number): Readonly<Columns> | undefined {
    return this.changeOf(table, pk)?.after;
  }

  /** The same of a row that this unit has made, and nobody else sees. */
  newRowOf(table: string, pk: number): Readonly<Columns> | undefined {
    const change = this.changeOf(table, pk);
    return change?.before ? undefined : change?.after;
  }

  /** The rows of a table that this unit has changed so far. */
  of(table: string): readonly RowChange[] {
    return this.all.filter((change) => change.table === table);
  }

  /** Rows of a table have changed, and nobody has written down how. */
  addUnknown(table: string, workspacePk: number): void {
    const tables = this.unknown.get(workspacePk) ?? new Set();
    this.unknown.set(workspacePk, tables.add(table));
  }

  /** Somebody says that a row has changed; unless the row is added too, nobody knows how. */
  touch(table: string, pk: number, workspacePk: number): void {
    this.touched.set(`${table} ${pk}`, { workspacePk, table, pk });
  }

  /** Something beside a row has changed, such as a link to it, and the row itself as little as any filter can see. */
  touchBeside(table: string, pk: number, workspacePk: number): void {
    this.beside.set(`${table} ${pk}`, { table, pk, workspacePk });
  }

  /** What is kept of it for those who count rows of a workspace. */
  contentOf(workspacePk: number, observers: RowObservers | undefined): string {
    if (!observers) return JSON.stringify({ [ANY_TABLE]: null } satisfies WorkspaceContent);
    const content: Record<string, [RowImage | null, RowImage | null][] | null> = {};
    const made = new Map<string, Readonly<Columns>[]>();
    const told = new Set<string>();
    for (const change of this.all) {
      const { table, pk, before, after } = change;
      const columns = change.workspacePk === workspacePk && observers.images.get(table);
      if (!columns) continue;
      if (after && !before) {
        const rows = made.get(table);
        if (rows) rows.push(after);
        else made.set(table, [after]);
      } else {
        const images = imagesOf(change, columns);
        if (!images) continue;
        (content[table] ??= []).push(images);
      }
      told.add(`${table} ${pk}`);
    }
    for (const [key, { table, pk, workspacePk: of }] of this.beside)
      if (of === workspacePk && !told.has(key)) (content[table] ??= []).push([{ pk }, {}]);
    const together: Record<string, MadeRows> = {};
    for (const [table, rows] of made) {
      const columns = observers.images.get(table) ?? [];
      if (rows.length >= MANY) together[table] = madeRows(rows, columns);
      else
        (content[table] ??= []).push(...rows.map((row): [null, RowImage] => [null, imageOf(row, columns)]));
    }
    for (const table of this.unknownOf(workspacePk)) {
      content[table] = null;
      delete together[table];
    }
    const text = changesText(content, together);
    if (text.length <= MAX_LENGTH) return text;
    const tables = [...Object.keys(content), ...Object.keys(together)];
    return JSON.stringify(Object.fromEntries(tables.map((table) => [table, null])));
  }

  private unknownOf(workspacePk: number): Set<string> {
    const tables = new Set(this.unknown.get(workspacePk));
    for (const touched of this.touched.values())
      if (touched.workspacePk === workspacePk && !this.changeOf(touched.table, touched.pk))
        tables.add(touched.table);
    return tables;
  }
}

const CHANGES = unitKey(() => new UnitChanges());

export const unitChanges = (transaction: Transaction): UnitChanges => transaction.get(CHANGES);

/** Of a row that was there; undefined when no filter sees a difference. */
function imagesOf(
  { before, after }: Pick<Pending, 'before' | 'after'>,
  columns: ImageColumns,
): [RowImage | null, RowImage | null] | undefined {
  if (!before) return undefined;
  const was = imageOf(before, columns);
  if (!after) return [was, null];
  const changed: Record<string, Stored> = {};
  for (const [path, column] of columns) {
    const value = after[path] ?? null;
    if (value !== (before[path] ?? null)) changed[column] = value;
  }
  return Object.keys(changed).length > 0 ? [was, changed] : undefined;
}

function imageOf(row: Readonly<Columns>, columns: ImageColumns): RowImage {
  const image: Record<string, Stored> = {};
  for (const [path, column] of columns) {
    const value = row[path] ?? null;
    if (value !== null) image[column] = value;
  }
  return image;
}
