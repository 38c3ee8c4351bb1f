import type { Clock } from '../../core/database/clock.js';
import type { Database } from '../../core/database/database.js';
import { isDue } from '../../core/outbox/due.js';
import type { Lease } from '../../core/outbox/lease.js';
import { bind, firstOfEach, inBatch, inOrder, type Queued } from '../../core/outbox/queue.js';
import { eventsOf, type QueuedEvent } from '../../core/outbox/queued-events.js';
import { toMilliseconds, toStored } from '../../core/metadata/datetime.js';
import { backoffDelay } from './backoff.js';
import type { WebhookDispatcher, WebhookMessage, DeliveryOutcome } from './webhook-dispatcher.js';
import type { Webhook } from './webhook.js';
import { toldEvent } from './workflows/webhook-event.field.js';

/** Elements of one request at most. */
const MAX_BATCH_SIZE = 500;

/** Requests that are looked up at once. */
const LOOK_AHEAD = 50;

/** Milliseconds after which others have their turn. */
const MAX_SESSION_MS = 10_000;

/** Milliseconds before a queue is looked at again in which everything waits for something else. */
const RECHECK_PAUSE_MS = 1000;

/** How a round ended: until when the queue is left alone, and how many rounds in a row have failed. */
export interface SessionResult {
  readonly pausedUntil: number | undefined;
  readonly failures: number;
}

/** Tells one webhook what waits for it, until nothing is left, something stops it, or its turn is over. */
export class DeliverySession {
  private readonly began: string;
  private readonly isSequential: boolean;
  private readonly isBatched: boolean;

  private readonly webhook: Webhook;
  private readonly lease: Lease;
  private readonly onSlow: () => void;

  /** `onSlow` is called when a request is not answered at once. */
  constructor(
    { webhook, lease, onLinger }: { webhook: Webhook; lease: Lease; onLinger: () => void },
    private readonly dispatcher: WebhookDispatcher,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.webhook = webhook;
    this.lease = lease;
    this.onSlow = onLinger;
    this.began = toStored(clock.now());
    this.isSequential = webhook.concurrency === 1;
    this.isBatched = lease.period > 0;
  }

  async run(isStopping: () => boolean): Promise<SessionResult> {
    const end = performance.now() + MAX_SESSION_MS;
    let { failures } = this.lease;
    for (let isFirst = true; !isStopping() && performance.now() < end; isFirst = false) {
      const { dispatches, waitsUntil } = await this.next();
      if (dispatches.length === 0) {
        const pause = isFirst ? this.clock.now() + RECHECK_PAUSE_MS : undefined;
        return { pausedUntil: waitsUntil ?? pause, failures };
      }
      const outcomes = await this.deliverAll(dispatches, isStopping);
      const hasFailed = outcomes.some(({ status }) => status !== 'success');
      const hasArrived = outcomes.some(({ status }) => status === 'success');
      failures = hasFailed && !hasArrived ? failures + 1 : 0;
      if (outcomes.some(({ stopped }) => stopped)) return { pausedUntil: undefined, failures };
      const first = outcomes.find(({ dueAt }) => dueAt !== undefined);
      if (this.isSequential && first) return { pausedUntil: first.dueAt, failures };
      if (first && !hasArrived) return { pausedUntil: this.clock.now() + backoffDelay(failures), failures };
    }
    return { pausedUntil: undefined, failures };
  }

  /** Several at the same time, each with items of its own; one after the other when that is what the webhook wants. */
  private async deliverAll(
    dispatches: readonly WebhookMessage[],
    isStopping: () => boolean,
  ): Promise<DeliveryOutcome[]> {
    const waiting = [...dispatches];
    const outcomes: DeliveryOutcome[] = [];
    const oneAfterTheOther = async (): Promise<void> => {
      for (let next = waiting.shift(); next && !isStopping(); next = waiting.shift()) {
        const outcome = await this.dispatcher.deliver(this.webhook, this.lease, next, this.onSlow);
        outcomes.push(outcome);
        const isBlocked = this.isSequential && outcome.dueAt !== undefined;
        // a receiver that hangs is left alone with the rest for now
        if (outcome.stopped || outcome.timedOut || isBlocked) waiting.length = 0;
      }
    };
    await Promise.all(Array.from({ length: this.webhook.concurrency }, oneAfterTheOther));
    return outcomes;
  }

  private async next(): Promise<{ dispatches: readonly WebhookMessage[]; waitsUntil?: number }> {
    const now = this.clock.now();
    if (!this.isSequential) {
      const limit = this.webhook.concurrency * (this.isBatched ? MAX_BATCH_SIZE : 4);
      const first = await firstOfEach(this.database, this.lease, this.isBatched ? undefined : now, limit);
      const due = first.filter((each) => this.isDue(each, now));
      return { dispatches: this.isBatched ? await this.batches(due) : await this.singles(due) };
    }
    const queued = await inOrder(this.database, this.lease, this.isBatched ? MAX_BATCH_SIZE : LOOK_AHEAD);
    const blocked = queued.findIndex((each) => !this.isDue(each, now));
    const due = blocked < 0 ? queued : queued.slice(0, blocked);
    const [first] = queued;
    if (first && due.length === 0) return { dispatches: [], waitsUntil: toMilliseconds(first.dueAt) };
    if (!this.isBatched) return { dispatches: await this.singles(due) };
    return { dispatches: (await this.batches(due)).slice(0, 1) };
  }

  /** What is gathered goes out with the first of it that is due; what has failed waits for its own moment. */
  private isDue(queued: Queued, now: number): boolean {
    const { attempts, createdAt } = queued;
    return isDue(queued, now) || (this.isBatched && attempts === 0 && createdAt <= this.began);
  }

  private async singles(queued: readonly Queued[]): Promise<WebhookMessage[]> {
    const events = new Map((await eventsOf(this.database, queued)).map((event) => [event.pk, event]));
    return queued.map((each) => {
      const event = events.get(each.eventPk);
      const messageId = `msg_${event?.message ?? each.pk}`;
      return { messageId, ...messageOf(event ? [event] : []), queued: [each] };
    });
  }

  /** What was told together before is told together again, under the same id; the rest is bound together now. */
  private async batches(queued: readonly Queued[]): Promise<WebhookMessage[]> {
    const bound = new Set(queued.flatMap(({ batch }) => batch ?? []));
    const free = queued.filter(({ batch }) => batch === null);
    const isBlocked = this.isSequential && queued[0]?.batch != null;
    const dispatches: WebhookMessage[] = [];
    for (const batch of bound) {
      const members = await inBatch(this.database, this.lease, batch);
      if (members.length > 0) dispatches.push(await this.dispatch(batch, members));
    }
    for (let at = 0; at < free.length && !isBlocked; at += MAX_BATCH_SIZE) {
      const members = free.slice(at, at + MAX_BATCH_SIZE);
      const batch = await this.database.transaction((transaction) => bind(members, transaction));
      dispatches.push(await this.dispatch(batch, members));
    }
    return dispatches;
  }

  private async dispatch(batch: string, queued: readonly Queued[]): Promise<WebhookMessage> {
    return { messageId: `msg_${batch}`, ...messageOf(await eventsOf(this.database, queued)), queued };
  }
}

const messageOf = (events: readonly QueuedEvent[]): Pick<WebhookMessage, 'body' | 'traceparents'> => ({
  body: eventsJson(events),
  traceparents: events.map(({ traceparent }) => traceparent),
});

/** `{"data":[{"entity":…,"event":…,"data":{…},"updatedFields":[…]}]}` */
const eventsJson = (events: readonly QueuedEvent[]): string =>
  `{"data":[${events
    .map(
      ({ entity, event, data, updatedFields }) =>
        `{"entity":"${entity}","event":"${toldEvent(event)}","data":${data},"updatedFields":${updatedFields}}`,
    )
    .join()}]}`;
