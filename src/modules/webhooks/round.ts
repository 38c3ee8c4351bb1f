import type { Clock } from '../../core/database/clock.js';
import type { Database } from '../../core/database/database.js';
import { isDue } from '../../core/outbox/due.js';
import type { Lease } from '../../core/outbox/lease.js';
import { bind, firstOfEach, inBatch, inOrder, type Queued } from '../../core/outbox/queue.js';
import { eventsOf, type QueuedEvent } from '../../core/outbox/queued-events.js';
import { toMilliseconds, toStored } from '../../core/metadata/datetime.js';
import { pauseAfter } from './backoff.js';
import type { Courier, Dispatch, Outcome } from './courier.js';
import type { Webhook } from './webhook.js';

/** Elements of one request at most. */
const BATCH = 500;

/** Requests that are looked up at once. */
const AHEAD = 50;

/** Milliseconds after which others have their turn. */
const TURN = 10_000;

/** Milliseconds before a queue is looked at again in which everything waits for something else. */
const SHORT_PAUSE = 1000;

/** How a round ended: until when the queue is left alone, and how many rounds in a row have failed. */
export interface Ended {
  readonly pausedUntil: number | undefined;
  readonly failures: number;
}

/** Tells one webhook what waits for it, until nothing is left, something stops it, or its turn is over. */
export class Round {
  private readonly began: string;
  private readonly isSequential: boolean;
  private readonly isGathered: boolean;

  private readonly webhook: Webhook;
  private readonly lease: Lease;
  private readonly onLinger: () => void;

  /** `onLinger` is called when a request is not answered at once. */
  constructor(
    { webhook, lease, onLinger }: { webhook: Webhook; lease: Lease; onLinger: () => void },
    private readonly courier: Courier,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.webhook = webhook;
    this.lease = lease;
    this.onLinger = onLinger;
    this.began = toStored(clock.now());
    this.isSequential = webhook.concurrency === 1;
    this.isGathered = lease.period > 0;
  }

  async run(isStopping: () => boolean): Promise<Ended> {
    const end = performance.now() + TURN;
    let { failures } = this.lease;
    for (let isFirst = true; !isStopping() && performance.now() < end; isFirst = false) {
      const { dispatches, waitsUntil } = await this.next();
      if (dispatches.length === 0) {
        const pause = isFirst ? this.clock.now() + SHORT_PAUSE : undefined;
        return { pausedUntil: waitsUntil ?? pause, failures };
      }
      const outcomes = await this.tell(dispatches, isStopping);
      const hasFailed = outcomes.some(({ status }) => status !== 'success');
      const hasArrived = outcomes.some(({ status }) => status === 'success');
      failures = hasFailed && !hasArrived ? failures + 1 : 0;
      if (outcomes.some(({ stopped }) => stopped)) return { pausedUntil: undefined, failures };
      const first = outcomes.find(({ dueAt }) => dueAt !== undefined);
      if (this.isSequential && first) return { pausedUntil: first.dueAt, failures };
      if (first && !hasArrived) return { pausedUntil: this.clock.now() + pauseAfter(failures), failures };
    }
    return { pausedUntil: undefined, failures };
  }

  /** Several at the same time, each with items of its own; one after the other when that is what the webhook wants. */
  private async tell(dispatches: readonly Dispatch[], isStopping: () => boolean): Promise<Outcome[]> {
    const waiting = [...dispatches];
    const outcomes: Outcome[] = [];
    const oneAfterTheOther = async (): Promise<void> => {
      for (let next = waiting.shift(); next && !isStopping(); next = waiting.shift()) {
        const outcome = await this.courier.deliver(this.webhook, this.lease, next, this.onLinger);
        outcomes.push(outcome);
        const isBlocked = this.isSequential && outcome.dueAt !== undefined;
        // a receiver that hangs is left alone with the rest for now
        if (outcome.stopped || outcome.hung || isBlocked) waiting.length = 0;
      }
    };
    await Promise.all(Array.from({ length: this.webhook.concurrency }, oneAfterTheOther));
    return outcomes;
  }

  private async next(): Promise<{ dispatches: readonly Dispatch[]; waitsUntil?: number }> {
    const now = this.clock.now();
    if (!this.isSequential) {
      const limit = this.webhook.concurrency * (this.isGathered ? BATCH : 4);
      const first = await firstOfEach(this.database, this.lease, this.isGathered ? undefined : now, limit);
      const due = first.filter((each) => this.isDue(each, now));
      return { dispatches: this.isGathered ? await this.batches(due) : await this.singles(due) };
    }
    const queued = await inOrder(this.database, this.lease, this.isGathered ? BATCH : AHEAD);
    const blocked = queued.findIndex((each) => !this.isDue(each, now));
    const due = blocked < 0 ? queued : queued.slice(0, blocked);
    const [first] = queued;
    if (first && due.length === 0) return { dispatches: [], waitsUntil: toMilliseconds(first.dueAt) };
    if (!this.isGathered) return { dispatches: await this.singles(due) };
    return { dispatches: (await this.batches(due)).slice(0, 1) };
  }

  /** What is gathered goes out with the first of it that is due; what has failed waits for its own moment. */
  private isDue(queued: Queued, now: number): boolean {
    const { attempts, createdAt } = queued;
    return isDue(queued, now) || (this.isGathered && attempts === 0 && createdAt <= this.began);
  }

  private async singles(queued: readonly Queued[]): Promise<Dispatch[]> {
    const events = new Map((await eventsOf(this.database, queued)).map((event) => [event.pk, event]));
    return queued.map((each) => {
      const event = events.get(each.eventPk);
      const messageId = `msg_${event?.message ?? each.pk}`;
      return { messageId, body: bodyOf(event ? [event] : []), queued: [each] };
    });
  }

  /** What was told together before is told together again, under the same id; the rest is bound together now. */
  private async batches(queued: readonly Queued[]): Promise<Dispatch[]> {
    const bound = new Set(queued.flatMap(({ batch }) => batch ?? []));
    const free = queued.filter(({ batch }) => batch === null);
    const isBlocked = this.isSequential && queued[0]?.batch != null;
    const dispatches: Dispatch[] = [];
    for (const batch of bound) {
      const members = await inBatch(this.database, this.lease, batch);
      if (members.length > 0) dispatches.push(await this.dispatch(batch, members));
    }
    for (let at = 0; at < free.length && !isBlocked; at += BATCH) {
      const members = free.slice(at, at + BATCH);
      const batch = await this.database.transaction((transaction) => bind(members, transaction));
      dispatches.push(await this.dispatch(batch, members));
    }
    return dispatches;
  }

  private async dispatch(batch: string, queued: readonly Queued[]): Promise<Dispatch> {
    return { messageId: `msg_${batch}`, body: bodyOf(await eventsOf(this.database, queued)), queued };
  }
}

/** `{"data":[{"entity":…,"event":…,"data":{…},"updatedFields":[…]}]}` */
const bodyOf = (events: readonly QueuedEvent[]): string =>
  `{"data":[${events
    .map(
      ({ entity, event, data, updatedFields }) =>
        `{"entity":"${entity}","event":"${event}","data":${data},"updatedFields":${updatedFields}}`,
    )
    .join()}]}`;
