import { Readable } from 'node:stream';
import type { Database } from '../../../core/database/database.js';
import { insertAll } from '../../../core/database/insert.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { toStored } from '../../../core/metadata/datetime.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { cellOf, valueOf } from '../../../core/serializer/csv-cell.js';
import { ImportRefusedLine } from './import-refused-line.entity.js';

const r = sqlNames(ImportRefusedLine);

/** Milliseconds for which refused lines can be fetched. */
const KEPT_MS = 7 * 86_400_000;

/** Lines that are read, or removed, at once. */
const BATCH_SIZE = 500;

/** Bytes of a column of text, and characters of a reason that always fit into it. */
const MAX_BYTES = 65_535;
const MAX_REASON_LENGTH = 16_000;

const TOO_LONG = 'The line is too long to be kept. ';

/** A row or several that became nothing. */
export interface RefusedLine {
  readonly line: number;
  readonly reason: string;
  /** As they were sent. */
  readonly rows: readonly (readonly string[])[];
}

/** Keeps refused lines of an import, in the unit of work that counts them. */
export async function keepRefusedLines(
  { importPk, workspacePk }: { readonly importPk: number; readonly workspacePk: number },
  refused: readonly RefusedLine[],
  transaction: Transaction,
): Promise<void> {
  await insertAll(
    transaction,
    ImportRefusedLine,
    ['importPk', 'workspacePk', 'line', 'reason', 'cells', 'createdAt'],
    refused.map(({ line, reason, rows }) => {
      const cells = JSON.stringify(rows);
      const fits = Buffer.byteLength(cells) <= MAX_BYTES;
      const told = [...(fits ? reason : TOO_LONG + reason)].slice(0, MAX_REASON_LENGTH).join('');
      return [importPk, workspacePk, line, told, fits ? cells : '[[]]', transaction.moment];
    }),
  );
}

const TEXT = { type: 'string' } as const;

/** A cell as it was sent, so that it is read again as it was read then, and no spreadsheet calculates it. */
const cell = (sent: string): string => cellOf(valueOf(sent, TEXT), TEXT);

/**
 * The refused lines of an import as a CSV: the columns of its file, then the reason, which is only in the first row of what
 * is one item. Memory stays the same however many there are.
 * @param header The names of the file's columns.
 */
export const refusedLinesCsv = (importPk: number, header: readonly string[], database: Database): Readable =>
  Readable.from(linesOf(importPk, header, database));

async function* linesOf(
  importPk: number,
  header: readonly string[],
  database: Database,
): AsyncGenerator<string> {
  yield `${[...header.map(cell), 'reason'].join()}\n`;
  for (let after = 0; ;) {
    const found = (await database.read(
      `SELECT ${r.pk}, ${r.reason}, ${r.cells} FROM ${r.table}
        WHERE ${r.importPk} = ? AND ${r.pk} > ? ORDER BY ${r.pk} LIMIT ${BATCH_SIZE}`,
      [importPk, after],
    )) as unknown as readonly [pk: number, reason: string | null, cells: string | null][];
    for (const [pk, reason, cells] of found) {
      after = pk;
      if (cells === null) continue;
      for (const [at, row] of (JSON.parse(cells) as string[][]).entries()) {
        const padded = header.map((_, column) => cell(row[column] ?? ''));
        yield `${[...padded, at === 0 ? cell(reason ?? '') : ''].join()}\n`;
      }
    }
    if (found.length < BATCH_SIZE) return;
  }
}

/** Removes refused lines that have been kept for long enough. */
export async function cleanRefusedLines(now: number, database: Database): Promise<void> {
  const old = `SELECT ${r.pk} FROM ${r.table} WHERE ${r.createdAt} <= ? ORDER BY ${r.createdAt} LIMIT ${BATCH_SIZE}`;
  const before = [toStored(now - KEPT_MS)];
  while ((await database.read(old, before)).length > 0)
    await database.transaction((transaction) =>
      transaction.run(
        `DELETE FROM ${r.table} WHERE ${r.pk} IN (SELECT ${r.pk} FROM (${old}) AS old)`,
        before,
      ),
    );
}
