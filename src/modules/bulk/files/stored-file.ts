import { Readable, pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
import type { Database } from '../../../core/database/database.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { FileChunk } from './file-chunk.entity.js';

const filePieces = sqlNames(FileChunk);

/** Whose file it is: the column of `file_pieces`, and the key in it. */
export interface FileOwner {
  readonly column: 'exportPk' | 'importPk';
  readonly pk: number;
}

/** Characters of a chunk: its column takes 64 KiB, and four of them are three whole bytes. */
const CHUNK_LENGTH = 60_000;

/** Chunks that are read at once. */
const BATCH_SIZE = 16;

const compress = promisify(gzip);

/** Adds to the end of a file. Each addition is compressed for itself: gzip lets them follow each other. */
export async function appendToFile(
  { column, pk }: FileOwner,
  content: string | Buffer,
  transaction: Transaction,
): Promise<void> {
  const text = (await compress(content)).toString('base64');
  for (let at = 0; at < text.length; at += CHUNK_LENGTH) {
    await transaction.run(
      `INSERT INTO ${filePieces.table} (${column}, ${filePieces.content}) VALUES (?, ?)`,
      [pk, text.slice(at, at + CHUNK_LENGTH)],
    );
  }
}

export async function deleteFile({ column, pk }: FileOwner, transaction: Transaction): Promise<void> {
  await transaction.run(`DELETE FROM ${filePieces.table} WHERE ${column} = ?`, [pk]);
}

/** A file as it was written; memory stays the same however long it is. */
export function readFile(file: FileOwner, database: Database): Readable {
  // who reads the stream sees its errors
  return pipeline(Readable.from(readChunks(file, database)), createGunzip(), () => undefined);
}

async function* readChunks({ column, pk }: FileOwner, database: Database): AsyncGenerator<Buffer> {
  let after = 0;
  for (;;) {
    const rows = (await database.read(
      `SELECT ${filePieces.pk}, ${filePieces.content}
        FROM ${filePieces.table}
        WHERE ${column} = ? AND ${filePieces.pk} > ?
        ORDER BY ${filePieces.pk} LIMIT ${BATCH_SIZE}`,
      [pk, after],
    )) as unknown as (readonly [number, string])[];
    for (const [each, content] of rows) {
      after = each;
      yield Buffer.from(content, 'base64');
    }
    if (rows.length < BATCH_SIZE) return;
  }
}
