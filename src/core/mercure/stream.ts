import type { Writable } from 'node:stream';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Session } from '../http/authenticator.js';
import type { LoggedEvent } from './event-log.js';
import { type TopicMatcher, topicsOf } from './topics.js';

/** Bytes that wait for a reader before it counts as behind. */
const MAX_WAITING_BYTES = 262_144;

/** Milliseconds for which a reader that is behind may stand still; it goes on where it stood when it comes back. */
const STANDSTILL_MS = 10_000;

/** Milliseconds after which a client whose stream has ended comes back. */
const RETRY_MS = 1000;

/** What a subscriber has asked for. */
export interface Subscription {
  readonly session: Session;
  /** Keys of the workspaces that it listens to, by their ids. */
  readonly workspaces: ReadonlyMap<string, number>;
  readonly matchers: readonly TopicMatcher[];
}

/** An update as every subscriber gets it; made once for all of them. */
export interface Update {
  readonly position: number;
  readonly workspacePk: number;
  readonly topics: ReadonlySet<string>;
  /** The event as text of `text/event-stream`. */
  readonly text: string;
}

export function updateOf({ position, workspacePk, entity, event, itemId, id, data }: LoggedEvent): Update {
  const topics = topicsOf(entity, itemId, JSON.parse(data) as Record<string, unknown>);
  const shown = event === 'delete' ? JSON.stringify({ '@id': `/${entity}/${itemId}` }) : data;
  return { position, workspacePk, topics, text: `id: urn:uuid:${id}\ndata: ${shown}\n\n` };
}

/** A connection on which a subscriber listens. */
export class Stream {
  private readonly workspacePks: ReadonlySet<number>;

  constructor(
    readonly subscription: Subscription,
    /** Up to which it has been told. */
    public position: number,
    private readonly response: Writable,
  ) {
    this.workspacePks = new Set(subscription.workspaces.values());
    response.write(`retry: ${RETRY_MS}\n\n`);
  }

  get isOpen(): boolean {
    return !this.response.writableEnded && !this.response.destroyed;
  }

  /** Whether the reader takes less than it is sent. */
  get isBehind(): boolean {
    return this.response.writableLength > MAX_WAITING_BYTES;
  }

  /** Sends an update that is meant and has not been sent. */
  send({ position, workspacePk, topics, text }: Update): void {
    if (position <= this.position || !this.isOpen) return;
    this.position = position;
    const { matchers } = this.subscription;
    if (!this.workspacePks.has(workspacePk) || !matchers.some((matches) => matches(topics))) return;
    this.response.write(text);
  }

  /** Ends when the reader has taken what was sent. */
  async untilTaken(): Promise<void> {
    if (!this.response.writableNeedDrain || !this.isOpen) return;
    const patience = new AbortController();
    const { signal } = patience;
    await Promise.race([
      once(this.response, 'drain', { signal }).catch(() => undefined),
      once(this.response, 'close', { signal }).catch(() => undefined),
      pause(STANDSTILL_MS, undefined, { signal, ref: false })
        .then(() => this.response.destroy())
        .catch(() => undefined),
    ]);
    patience.abort();
  }

  /** Keeps proxies from taking the connection for dead. */
  keepAlive(): void {
    if (this.isOpen && !this.response.writableNeedDrain) this.response.write(':\n\n');
  }

  onClose(listener: () => void): void {
    this.response.once('close', listener);
  }

  end(): void {
    this.response.end();
  }

  cutOff(): void {
    this.response.destroy();
  }
}
