import { Readable, pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
import type { Database } from '../database/database.js';
import type { Transaction } from '../metadata/transaction.js';

/** Whose file it is: the column of `file_pieces`, and the key in it. */
export interface FileOf {
  readonly column: 'exportPk' | 'importPk';
  readonly pk: number;
}

/** Characters of a piece: its column takes 64 KiB, and four of them are three whole bytes. */
const PIECE = 60_000;

/** Pieces that are read at once. */
const AT_ONCE = 16;

const compress = promisify(gzip);

/** Adds to the end of a file. Each addition is compressed for itself: gzip lets them follow each other. */
export async function appendToFile(
  { column, pk }: FileOf,
  content: string | Buffer,
  transaction: Transaction,
): Promise<void> {
  const text = (await compress(content)).toString('base64');
  for (let at = 0; at < text.length; at += PIECE) {
    await transaction.run(`INSERT INTO file_pieces (${column}, content) VALUES (?, ?)`, [
      pk,
      text.slice(at, at + PIECE),
    ]);
  }
}

export async function deleteFile({ column, pk }: FileOf, transaction: Transaction): Promise<void> {
  await transaction.run(`DELETE FROM file_pieces WHERE ${column} = ?`, [pk]);
}

/** A file as it was written; memory stays the same however long it is. */
export function readFile(file: FileOf, database: Database): Readable {
  // who reads the stream sees its errors
  return pipeline(Readable.from(piecesOf(file, database)), createGunzip(), () => undefined);
}

async function* piecesOf({ column, pk }: FileOf, database: Database): AsyncGenerator<Buffer> {
  let after = 0;
  for (;;) {
    const rows = (await database.read(
      `SELECT pk, content FROM file_pieces WHERE ${column} = ? AND pk > ? ORDER BY pk LIMIT ${AT_ONCE}`,
      [pk, after],
    )) as unknown as (readonly [number, string])[];
    for (const [each, content] of rows) {
      after = each;
      yield Buffer.from(content, 'base64');
    }
    if (rows.length < AT_ONCE) return;
  }
}
