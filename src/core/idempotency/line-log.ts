import type { Database } from '../database/database.js';
import { insertAll } from '../database/insert.js';
import type { Transaction } from '../metadata/transaction.js';
import type { Violation } from '../metadata/violation.js';
import type { Claim, Idempotency } from './idempotency.js';
import { RefusedLine } from './refused-line.entity.js';
import { sqlNames } from '../database/sql-names.js';

const refusedLines = sqlNames(RefusedLine);

/** A line that made nothing, and why, as the answer tells it. */
export interface FailedLine {
  readonly line: number;
  readonly message: string;
  readonly violations?: readonly Violation[];
}

/** The answer to a line of a request that answers each. */
export interface LineAnswer {
  readonly line: number;
  readonly status: number;
  readonly '@id'?: string;
  /** What was done otherwise than the line has it. */
  readonly warnings?: readonly string[];
  readonly 'hydra:description'?: string;
  readonly violations?: readonly Violation[];
}

/** Characters of a refusal: its column takes 64 KiB, and a character has at most four bytes. */
const MAX_LENGTH = 16_000;

/** Milliseconds for which a request may be silent before another may go on with it: its process has died. */
const CLAIM_MS = 60_000;

/**
 * How far a request with many lines has come, kept with its `Idempotency-Key` in the unit of work of each line: whoever
 * sends it again after a failure has it go on with the next line.
 */
export class LineLog {
  constructor(
    private readonly claim: Claim,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
  ) {}

  /** Lines that earlier attempts have done. */
  get position(): number {
    return this.claim.position;
  }

  /** Those of them that were refused. */
  refused(): Promise<FailedLine[]> {
    return refusedLinesOf(this.claim.pk, this.database);
  }

  /** `position` lines are done, and these of them were refused. @throws Collision when another request has taken over. */
  async advance(position: number, refused: readonly FailedLine[], transaction: Transaction): Promise<void> {
    await this.idempotency.advance(this.claim, { position, duration: CLAIM_MS }, transaction);
    await insertAll(
      transaction,
      RefusedLine,
      ['keyPk', 'line', 'refusal'],
      refused.map((each) => [this.claim.pk, each.line, refusalText(each)]),
    );
  }

  /** `position` lines are done, and these are the answers to the last of them. @throws as `advance`. */
  async answered(position: number, answers: readonly LineAnswer[], transaction: Transaction): Promise<void> {
    await this.idempotency.advance(this.claim, { position, duration: CLAIM_MS }, transaction);
    await insertAll(
      transaction,
      RefusedLine,
      ['keyPk', 'line', 'refusal'],
      answers.map(({ line, ...answer }) => [this.claim.pk, line, shortened(answer)]),
    );
  }

  /** The answers to lines that earlier attempts have done. */
  answers(): Promise<LineAnswer[]> {
    return lineAnswersOf(this.claim.pk, this.database);
  }
}

function shortened(answer: Omit<LineAnswer, 'line'>): string {
  const whole = JSON.stringify(answer);
  if (whole.length <= MAX_LENGTH) return whole;
  const { status, 'hydra:description': description = '' } = answer;
  return JSON.stringify({ status, 'hydra:description': description.slice(0, MAX_LENGTH / 8).toWellFormed() });
}

/** The answers that a request with many lines got, in their order. */
export async function lineAnswersOf(keyPk: number, database: Database): Promise<LineAnswer[]> {
  const rows = await database.read(
    `SELECT ${refusedLines.line}, ${refusedLines.refusal} FROM ${refusedLines.table} WHERE ${refusedLines.keyPk} = ? ORDER BY ${refusedLines.pk}`,
    [keyPk],
  );
  return rows.map(([line, answer]) => ({
    line: line as number,
    ...(JSON.parse(answer as string) as Omit<LineAnswer, 'line'>),
  }));
}

function refusalText({ message, violations }: FailedLine): string {
  const whole = JSON.stringify({ message, violations });
  return whole.length <= MAX_LENGTH
    ? whole
    : JSON.stringify({ message: message.slice(0, MAX_LENGTH / 8).toWellFormed() });
}

/** The lines that a request had refused, in their order. */
export async function refusedLinesOf(keyPk: number, database: Database): Promise<FailedLine[]> {
  const rows = await database.read(
    `SELECT ${refusedLines.line}, ${refusedLines.refusal} FROM ${refusedLines.table} WHERE ${refusedLines.keyPk} = ? ORDER BY ${refusedLines.pk}`,
    [keyPk],
  );
  return rows.map(([line, refusal]) => ({
    line: line as number,
    ...(JSON.parse(refusal as string) as Omit<FailedLine, 'line'>),
  }));
}
