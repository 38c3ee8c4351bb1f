import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { stackOf } from '../database/failures.js';
import type { Idempotency } from '../idempotency/idempotency.js';
import type { LineAnswer } from '../idempotency/line-log.js';
import { BadInput, ClientError, Unavailable, Violations } from '../metadata/errors.js';
import type { Resource } from '../metadata/resource.js';
import type { LineResult, RecordLines } from '../store/bulk-lines.js';
import { LINES_OF_A_UNIT } from '../store/bulk-writes.js';
import type { Store } from '../store/store.js';
import type { Authenticator, AuthenticatedRequest } from './authenticator.js';
import type { NdjsonBody, NumberedLine } from './ndjson-body.js';
import { eventOptionsOf } from './event-options.js';
import { type WritePreferences, writePreferencesOf } from './write-preferences.js';
import { answerLinesOnce, type LineAnswers } from './with-idempotency.js';

interface Services {
  readonly resource: Resource;
  readonly store: Store;
  readonly authenticator: Authenticator;
  readonly idempotency: Idempotency;
}

interface NdjsonRequest {
  readonly request: AuthenticatedRequest;
  readonly reply: FastifyReply;
  readonly body: NdjsonBody;
}

type Lists = AsyncGenerator<readonly NumberedLine[]>;

/**
 * Characters of answers that wait for the client. Many clients read nothing before they have sent everything, so what
 * they send is read on until then, whatever waits for them.
 */
const MAX_WAITING = 256 * 1024;
const MAX_WAITING_WHILE_SENDING = 32 * 1024 * 1024;

const NDJSON = 'application/x-ndjson; charset=utf-8';

const logger = new Logger('ndjson');

/**
 * Makes an item of each line, and answers a line for each, in their order, while they come.
 * @throws what is wrong before the first line is answered; after that it is a line of the answer, and the last one.
 */
export async function answerNdjson(
  services: Services,
  { request, reply, body }: NdjsonRequest,
): Promise<void> {
  // a key stands for a whole body, which has to be there to be compared
  if (request.headers['idempotency-key'] !== undefined) request.body = await body.whole();
  const once = await answerLinesOnce(services.idempotency, request, reply);
  const preferences = writePreferencesOf(request, reply, services.resource, true);
  const writing = new Writing(services, request, preferences, once);
  void reply.type(NDJSON);
  if (once.isDone) {
    void reply.status(once.status).send(once.before.map(textOf).join(''));
    return;
  }
  try {
    const lists = body.lists(LINES_OF_A_UNIT);
    if (preferences.isAtomic) {
      const { status, text } = await writing.atOnce(lists);
      void reply.status(status).send(text);
      return;
    }
    const first = await lists.next();
    if (first.done) throw new BadInput('The body has no line.');
    const answer = new AnswerStream(() => (body.isComplete ? MAX_WAITING : MAX_WAITING_WHILE_SENDING));
    void reply.status(200).send(answer);
    await writing.eachList(first.value, lists, answer);
  } catch (error) {
    await once.release();
    throw error;
  }
}

/** The lines of a request on their way into the database. */
class Writing {
  /** Lines that are done, those of earlier attempts too. */
  private position = 0;

  constructor(
    private readonly services: Services,
    private readonly request: AuthenticatedRequest,
    private readonly preferences: WritePreferences,
    private readonly once: LineAnswers,
  ) {}

  /** All lines in one unit of work. */
  async atOnce(lists: Lists): Promise<{ status: number; text: string }> {
    const lines: NumberedLine[] = [];
    for await (const some of lists) lines.push(...some);
    if (lines.length === 0) throw new BadInput('The body has no line.');
    const { before } = this.once;
    const answers = before.length > 0 ? before : await this.write(lines);
    const status = answers.some((each) => each.status >= 400) ? 400 : 200;
    await this.once.complete(status);
    return { status, text: answers.map(textOf).join('') };
  }

  async eachList(first: readonly NumberedLine[], lists: Lists, answer: AnswerStream): Promise<void> {
    let next = 1;
    try {
      answer.push(this.once.before.map(textOf).join(''));
      for (let list: readonly NumberedLine[] | undefined = first; list && !answer.destroyed;) {
        const coming = lists.next();
        coming.catch(() => undefined);
        const left = list.slice(Math.max(0, this.doneBefore - this.position));
        this.position += list.length - left.length;
        next = left[0]?.line ?? next;
        let told = 0;
        const tell = (results: readonly LineResult[]): void => {
          const lines = left.slice(told, told + results.length);
          answer.push(results.map((result, at) => textOf(answerOf(lines[at]?.line ?? 0, result))).join(''));
          told += results.length;
          next = left[told]?.line ?? (lines.at(-1)?.line ?? 0) + 1;
        };
        if (left.length > 0) await this.write(left, tell);
        await answer.drained();
        this.position += left.length;
        const following = await coming;
        list = following.done ? undefined : following.value;
      }
      if (answer.destroyed) await this.once.release();
      else await this.once.complete(200);
    } catch (error) {
      await this.once.release();
      if (!(error instanceof ClientError)) logger.error(this.request.id, stackOf(error));
      const told = error instanceof ClientError ? error : new Unavailable();
      answer.push(textOf(refusalOf(next, told)));
    } finally {
      answer.push(null);
    }
  }

  private get doneBefore(): number {
    return this.once.log?.position ?? 0;
  }

  private async write(
    lines: readonly NumberedLine[],
    kept?: (results: readonly LineResult[]) => void,
  ): Promise<readonly LineAnswer[]> {
    const { resource, store, authenticator } = this.services;
    // what is not there may have been made a moment ago through another process
    const caller = await authenticator.refresh(this.request.caller);
    const { log } = this.once;
    const record: RecordLines | undefined =
      log &&
      ((results, done, transaction) =>
        log.answered(
          this.position + done + results.length,
          results.map((result, at) => answerOf(lines[done + at]?.line ?? 0, result)),
          transaction,
        ));
    const options = { ...this.preferences, ...eventOptionsOf(this.request), record, kept };
    const results = await store.createMany(resource, lines, caller, options);
    return results.map((result, at) => answerOf(lines[at]?.line ?? 0, result));
  }
}

const textOf = (answer: LineAnswer): string => `${JSON.stringify(answer)}\n`;

const answerOf = (line: number, { value, refusal }: LineResult): LineAnswer =>
  value
    ? {
        line,
        status: value.status,
        '@id': value.iri,
        ...(value.remarks && { warnings: value.remarks }),
      }
    : refusalOf(line, refusal);

/** Of a refused line: what a single request would be answered. */
const refusalOf = (line: number, error: ClientError): LineAnswer => ({
  line,
  status: error.status,
  'hydra:description': error.message,
  ...(error instanceof Violations ? { violations: error.violations } : {}),
});

/** An answer that is made while it is read. */
class AnswerStream extends Readable {
  private wake: (() => void) | undefined;

  constructor(private readonly most: () => number) {
    super({ highWaterMark: MAX_WAITING });
    this.once('close', () => this.wake?.());
  }

  override _read(): void {
    this.wake?.();
  }

  override push(text: string | null): boolean {
    return !this.destroyed && text !== '' && super.push(text);
  }

  /** Waits while too much waits for the client. */
  async drained(): Promise<void> {
    while (!this.destroyed && this.readableLength > this.most())
      await new Promise<void>((resolve) => (this.wake = resolve));
  }
}
