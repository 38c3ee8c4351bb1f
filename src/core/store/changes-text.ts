import type { Stored } from '../metadata/condition.js';
import type { Columns } from './rows.js';

/** A row as a filter sees it: the columns that are not null, by name. */
export type RowImage = Readonly<Record<string, Stored>>;

/**
 * What a unit has changed in a workspace, by table: each row as it was, and what of it is otherwise now; null where it was not, or is no
 * more. A row beside which something has changed has its key alone, and nothing that is otherwise. A table whose rows have changed in a way that nobody has written down is null.
 */
export type WorkspaceContent = Readonly<
  Record<string, readonly (readonly [before: RowImage | null, after: RowImage | null])[] | null>
>;

/** In the place of a table: any of them may have changed. */
export const ANY_TABLE = '*';

/** Property path and name. */
export type ImageColumns = readonly (readonly [path: string, column: string])[];

/** Many rows of a table that a unit has made: what all of them have, and the values of the columns in which they differ. */
export interface MadeRows {
  readonly same: RowImage;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Stored[])[];
}

/** As `WorkspaceContent`, with rows that were made beside. An older version of the server sees that anything may have changed. */
interface CompactContent {
  readonly [ANY_TABLE]: null;
  readonly rest: WorkspaceContent;
  readonly made: Readonly<Record<string, MadeRows>>;
}

/** Many rows, each told by its columns. */
export function madeRows(rows: readonly Readonly<Columns>[], columns: ImageColumns): MadeRows {
  const [first = {}] = rows;
  const same: Record<string, Stored> = {};
  const different: [path: string, column: string][] = [];
  for (const [path, column] of columns) {
    const value = first[path] ?? null;
    if (rows.some((row) => (row[path] ?? null) !== value)) different.push([path, column]);
    else if (value !== null) same[column] = value;
  }
  return {
    same,
    columns: different.map(([, column]) => column),
    rows: rows.map((row) => different.map(([path]) => row[path] ?? null)),
  };
}

/** The text that is kept. */
export function changesText(content: WorkspaceContent, made: Readonly<Record<string, MadeRows>>): string {
  if (Object.keys(made).length === 0) return JSON.stringify(content);
  return JSON.stringify({ [ANY_TABLE]: null, rest: content, made } satisfies CompactContent);
}

/** What a text says; `length`: characters that each row would take if it were told by itself. */
export function changesIn(text: string): { readonly content: WorkspaceContent; readonly length: number } {
  const parsed = JSON.parse(text) as WorkspaceContent | CompactContent;
  if (!isCompact(parsed)) return { content: parsed, length: text.length };
  const content: Record<string, WorkspaceContent[string]> = { ...parsed.rest };
  let { length } = text;
  for (const [table, { same, columns, rows }] of Object.entries(parsed.made)) {
    const images = rows.map((values) => [null, imageOf(same, columns, values)] as const);
    content[table] = [...(content[table] ?? []), ...images];
    length += rows.length * (JSON.stringify(same).length + columns.join('"":,').length);
  }
  return { content, length };
}

const isCompact = (content: WorkspaceContent | CompactContent): content is CompactContent =>
  ANY_TABLE in content && 'made' in content;

function imageOf(same: RowImage, columns: readonly string[], values: readonly Stored[]): RowImage {
  const image: Record<string, Stored> = { ...same };
  for (const [at, column] of columns.entries()) {
    const value = values[at] ?? null;
    if (value !== null) image[column] = value;
  }
  return image;
}
