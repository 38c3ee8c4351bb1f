import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import {
  CLAIM_MS,
  type Claim,
  type RecordedAnswer,
  type Idempotency,
  type Recorded,
} from '../idempotency/idempotency.js';
import { BadInput, ClientError, isRefusal, Violations } from '../metadata/errors.js';
import type { Transaction } from '../metadata/transaction.js';
import type { Violation } from '../metadata/violation.js';
import type { LineAnswer, LineLog } from '../idempotency/line-log.js';
import type { AuthenticatedRequest } from './authenticator.js';
import type { ImportResult } from './csv-import.js';

export { CLAIM_MS as CLAIM };

/** An answer to a POST as it is sent, and sent again. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly location?: string;
  readonly text: string;
}

/** Keeps an answer in the unit of work that it tells of. */
export type PersistResponse = (transaction: Transaction, answer: Answer) => Promise<void>;

const KEY = /^[\x20-\x7e]{1,255}$/;

/** Of a request that was refused: what its error said. */
interface Refusal {
  readonly message: string;
  readonly violations?: readonly Violation[];
  readonly details?: ClientError['details'];
}

/**
 * Does a POST once for each `Idempotency-Key`: the same key and body within 24 hours gets the first answer again, also
 * when that was a refusal. What failed for other reasons (collisions, the database away) is not kept.
 */
export async function withIdempotency(
  idempotency: Idempotency,
  request: AuthenticatedRequest,
  reply: FastifyReply,
  claim: number,
  work: (record?: PersistResponse) => Promise<Answer>,
): Promise<Answer> {
  const begun = await begin(idempotency, request, reply, claim);
  if (!begun) return work();
  if (!('claim' in begun)) return replayed(begun) as Answer;
  return keepingRefusals(idempotency, begun, async () => {
    let isKept = false;
    const answer = await work(async (transaction, made) => {
      await idempotency.complete(begun, { status: made.status, content: made }, transaction);
      isKept = true;
    });
    if (!isKept) await idempotency.completeAlone(begun, { status: answer.status, content: answer });
    return answer;
  });
}

/**
 * The same for a POST that makes something of each of many lines, each in a unit of work of its own: sent again after a
 * failure in the middle, it goes on with the next line.
 */
export async function importOnce(
  idempotency: Idempotency,
  request: AuthenticatedRequest,
  reply: FastifyReply,
  work: (log?: LineLog) => Promise<ImportResult>,
): Promise<ImportResult> {
  const begun = await begin(idempotency, request, reply, CLAIM_MS);
  if (!begun) return work();
  if (!('claim' in begun))
    return { ...(replayed(begun) as ImportResult), failed: await idempotency.refusedOf(begun) };
  return keepingRefusals(idempotency, begun, async () => {
    const outcome = await work(idempotency.logOf(begun));
    // the log has the refused lines, however many they are
    await idempotency.completeAlone(begun, { status: 200, content: { ...outcome, failed: [] } });
    return outcome;
  });
}

/** What is known of a request with many lines that are each answered. */
export interface LineAnswers {
  readonly log?: LineLog;
  /** Answers that were given before. */
  readonly before: readonly LineAnswer[];
  /** All of it has been answered before, with this status. */
  readonly isDone: boolean;
  readonly status: number;
  /** Keeps that all lines are answered now. */
  readonly complete: (status: number) => Promise<void>;
  /** Lets the same request begin again, or go on. */
  readonly release: () => Promise<void>;
}

/** The same for a POST that answers each of its lines: sent again, it gets the answers again and goes on with the next line. */
export async function answerLinesOnce(
  idempotency: Idempotency,
  request: AuthenticatedRequest,
  reply: FastifyReply,
): Promise<LineAnswers> {
  const begun = await begin(idempotency, request, reply, CLAIM_MS);
  const nothing = (): Promise<void> => Promise.resolve();
  if (!begun) return { before: [], isDone: false, status: 200, complete: nothing, release: nothing };
  if (!('claim' in begun)) {
    const { status } = replayed({ ...begun, status: 200 }) as { readonly status: number };
    const before = await idempotency.lineAnswersOf(begun);
    return { before, isDone: true, status, complete: nothing, release: nothing };
  }
  const log = idempotency.logOf(begun);
  return {
    log,
    before: log.position > 0 ? await log.answers() : [],
    isDone: false,
    status: 200,
    complete: (status) => idempotency.completeAlone(begun, { status: 200, content: { status } }),
    release: () => idempotency.release(begun).catch(() => idempotency.releaseLater(begun)),
  };
}

/** Undefined when the request has no key. @throws BadInput, KeyReused, KeyBusy. */
async function begin(
  idempotency: Idempotency,
  request: AuthenticatedRequest,
  reply: FastifyReply,
  claim: number,
): Promise<Claim | RecordedAnswer | undefined> {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new BadInput('The "Idempotency-Key" header should have 1 to 255 characters of printable ASCII.');
  }
  const begun = await idempotency.begin(request.caller, key, fingerprintOf(request), claim);
  if (!('claim' in begun)) void reply.header('Idempotency-Replayed', 'true');
  return begun;
}

async function keepingRefusals<T>(
  idempotency: Idempotency,
  claim: Claim,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // a database that is away cannot keep it either
    await keepRefusal(idempotency, claim, error).catch(() => idempotency.releaseLater(claim));
    throw error;
  }
}

const fingerprintOf = ({ method, url, body }: AuthenticatedRequest): string =>
  createHash('sha256')
    .update(`${method} ${url}\n`)
    .update(Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? ''))
    .digest('hex');

async function keepRefusal(idempotency: Idempotency, claim: Claim, error: unknown): Promise<void> {
  if (!isRefusal(error)) {
    await idempotency.release(claim);
    return;
  }
  const { status, message, details } = error;
  const violations = error instanceof Violations ? { violations: error.violations } : {};
  await idempotency.completeAlone(claim, { status, content: { message, details, ...violations } });
}

class Refused extends ClientError {
  override readonly details: ClientError['details'];
  constructor(
    readonly status: number,
    { message, details }: Refusal,
  ) {
    super(message);
    this.details = details;
  }
}

/** What was answered. @throws what was refused. */
function replayed({ status, content }: Recorded): unknown {
  if (status < 300) return content;
  const refusal = content as Refusal;
  throw refusal.violations ? new Violations(refusal.violations) : new Refused(status, refusal);
}
