import { ClientError, Violations } from '../resource/errors.js';
import type { Resource } from '../resource/resource.js';
import type { Violation } from '../resource/violation.js';
import { readCsv } from '../serializer/csv-import.js';
import type { Answer } from './idempotently.js';

/** A line that made nothing, and why. */
interface FailedLine {
  readonly line: number;
  readonly message: string;
  readonly violations?: readonly Violation[];
}

/**
 * Makes an item of each line, one after the other; a line that is refused does not hold the others back.
 * @returns how many were made, which lines failed and why, and the columns that nobody knows.
 */
export async function importCsv(
  resource: Resource,
  file: Buffer,
  create: (body: unknown) => Promise<unknown>,
): Promise<Answer> {
  const { lines, ignoredColumns } = await readCsv(resource, file);
  const failed: FailedLine[] = [];
  for (const { line, body, error } of lines) {
    if (error !== undefined) {
      failed.push({ line, message: error });
      continue;
    }
    try {
      await create(body);
    } catch (refusal) {
      if (!(refusal instanceof ClientError)) throw refusal;
      const violations = refusal instanceof Violations ? { violations: refusal.violations } : {};
      failed.push({ line, message: refusal.message, ...violations });
    }
  }
  const text = JSON.stringify({ created: lines.length - failed.length, failed, ignoredColumns });
  return { status: 200, type: 'application/json; charset=utf-8', text };
}
