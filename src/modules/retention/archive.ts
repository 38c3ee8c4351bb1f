import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Stored } from '../../core/metadata/condition.js';

const compress = promisify(gzip);

const FILE_MODE = 0o600;
const DIRECTORY_MODE = 0o700;

/** What is encrypted at rest stays unreadable: it is left out. */
const ENCRYPTED = /^v1:[0-9a-f]{8}:/;

/**
 * Appends rows to `<folder>/<workspace>/<table>-<day>.ndjson.gz`, a line of JSON each, and waits until the disk has them.
 * gzip lets compressed parts follow each other. @param day `2026-01-02`.
 */
export async function archiveRows(
  folder: string,
  file: { readonly workspaceId: string; readonly table: string; readonly day: string },
  rows: readonly Readonly<Record<string, Stored>>[],
): Promise<void> {
  const directory = join(folder, file.workspaceId);
  await mkdir(directory, { recursive: true, mode: DIRECTORY_MODE });
  const shown = (_: string, value: unknown): unknown =>
    typeof value === 'string' && ENCRYPTED.test(value) ? null : value;
  const lines = rows.map((row) => `${JSON.stringify(row, shown)}\n`).join('');
  const handle = await open(join(directory, `${file.table}-${file.day}.ndjson.gz`), 'a', FILE_MODE);
  try {
    await handle.appendFile(await compress(lines));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
