import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Writable } from 'node:stream';
import { Clock } from '../database/clock.js';
import { DATABASE, type Database } from '../database/database.js';
import { stackOf } from '../database/failures.js';
import { Authenticator } from '../http/authenticator.js';
import { every, type Scheduled } from '../jobs/scheduled.js';
import { follow } from '../outbox/follow.js';
import { Outbox } from '../outbox/outbox.js';
import { EventLog, KEPT_MS } from './event-log.js';
import { Stream, type Subscription, type Update, updateOf } from './stream.js';

/** Milliseconds between looks for changes made by other processes, and between looks at who may still listen. */
const LOOK_MS = 500;
const CHECK_MS = 2000;
const KEEP_ALIVE_MS = 15_000;

/** Events that are read together: for all live streams, and for one that catches up. */
const LIVE_BATCH_SIZE = 100;
const CATCH_UP_BATCH_SIZE = 20;

/** Milliseconds by which a workspace is followed longer than its events are kept, and after which that is renewed. */
const MARGIN_MS = 2 * 3_600_000;
const RENEWAL_MS = 3_600_000;

/** Where a stream begins: `from` is the event before its first one, `earliest` when that is not known. */
export interface Beginning {
  readonly position: number;
  readonly from: string | undefined;
}

/**
 * The Mercure hub: tells subscribers what the outbox has committed, in one order on all processes. It keeps no events: what
 * a stream has not been sent is read from the outbox.
 */
@Injectable()
export class Hub implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger('mercure');
  private readonly log: EventLog;
  /** All that are open, and those of them that have been told everything up to `position`. */
  private readonly streams = new Set<Stream>();
  private readonly live = new Set<Stream>();
  private readonly followed = new Map<number, number>();
  private readonly scheduled: Scheduled[] = [];
  private nudged: NodeJS.Immediate | undefined;
  private looking: Promise<void> = Promise.resolve();
  /** Up to which everything has been told to the live streams. */
  private position = 0;
  private isStopping = false;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly authenticator: Authenticator,
  ) {
    this.log = new EventLog(database, clock);
  }

  onApplicationBootstrap(): void {
    this.outbox.onWritten(() => this.nudge());
    this.scheduled.push(
      every(LOOK_MS, 'mercure', () => this.look()),
      every(CHECK_MS, 'mercure subscribers', () => this.check()),
      every(KEEP_ALIVE_MS, 'mercure streams', () => this.keepAlive()),
    );
  }

  onModuleDestroy(): void {
    this.isStopping = true;
    clearImmediate(this.nudged);
    this.live.clear();
    for (const stream of this.streams) stream.end();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.scheduled.map((each) => each.stop()));
    await this.looking;
  }

  get isOpen(): boolean {
    return !this.isStopping;
  }

  /**
   * From now on everything that happens in these workspaces reaches whoever opens a stream.
   * @param lastEventId The last event that the subscriber had, or `earliest`; undefined: only what is to come.
   */
  async prepare({ workspaces }: Subscription, lastEventId: string | undefined): Promise<Beginning> {
    await this.follow(workspaces);
    await this.log.assignPositions();
    if (lastEventId === undefined) return { position: await this.log.lastPosition(), from: undefined };
    const id = /^(?:urn:uuid:)?([0-9a-f-]{36})$/i.exec(lastEventId)?.[1]?.toLowerCase();
    const found = id && (await this.log.positionOf(id, [...workspaces.values()]));
    return found ? { position: found, from: `urn:uuid:${id}` } : { position: 0, from: 'earliest' };
  }

  /** Streams to a response, or to whatever else takes text, until it is closed by either side. */
  async open(subscription: Subscription, beginning: Beginning, response: Writable): Promise<void> {
    const stream = new Stream(subscription, beginning.position, response);
    this.streams.add(stream);
    stream.onClose(() => {
      this.streams.delete(stream);
      this.live.delete(stream);
    });
    if (this.isStopping) stream.end();
    await this.join(stream);
  }

  /** Tells a stream what it has missed; from then on it is told with the others. */
  private async join(stream: Stream): Promise<void> {
    try {
      let reached: number;
      do {
        reached = this.position;
        await this.catchUp(stream);
      } while (stream.isOpen && reached !== this.position);
    } catch (error) {
      // its headers are out: all that can be said is that it is over
      this.logger.error('stream failed', stackOf(error));
      stream.cutOff();
    }
    if (!stream.isOpen) return;
    if (this.live.size === 0) this.position = Math.max(this.position, stream.position);
    this.live.add(stream);
    this.nudge();
  }

  /** Sends what has been, as fast as the reader takes it. */
  private async catchUp(stream: Stream): Promise<void> {
    const workspacePks = [...stream.subscription.workspaces.values()];
    for (;;) {
      const events = await this.log.after(stream.position, workspacePks, CATCH_UP_BATCH_SIZE);
      if (events.length === 0) return;
      for (const event of events) {
        stream.send(updateOf(event));
        await stream.untilTaken();
        if (!stream.isOpen) return;
      }
    }
  }

  private nudge(): void {
    if (this.live.size === 0) return;
    this.nudged ??= setImmediate(() => {
      this.nudged = undefined;
      void this.look().catch((error: unknown) => this.logger.error('mercure failed', stackOf(error)));
    });
  }

  /** One look at a time. */
  private look(): Promise<void> {
    this.looking = this.looking.catch(() => undefined).then(() => this.tell());
    return this.looking;
  }

  private async tell(): Promise<void> {
    if (this.live.size === 0) return;
    await this.log.assignPositions();
    for (;;) {
      const workspacePks = [...workspacesOf(this.live).values()];
      const events = await this.log.after(this.position, workspacePks, LIVE_BATCH_SIZE);
      const updates = events.map(updateOf);
      const last = updates.at(-1);
      if (!last || this.isStopping) return;
      for (const stream of this.live) this.send(updates, stream);
      this.position = last.position;
    }
  }

  /** A reader that cannot keep up goes on at its own pace, with what the outbox has. */
  private send(updates: readonly Update[], stream: Stream): void {
    for (const update of updates) {
      if (stream.isBehind) {
        this.live.delete(stream);
        void this.join(stream);
        return;
      }
      stream.send(update);
    }
  }

  /** Ends the streams of those who may listen no more, or may see something else by now. */
  private async check(): Promise<void> {
    const streams = [...this.streams];
    if (streams.length === 0) return;
    const unchanged = await this.authenticator.unchanged(
      streams.map(({ subscription }) => subscription.session),
    );
    // who has come meanwhile was looked at by the guard
    for (const stream of streams) if (!unchanged.has(stream.subscription.session)) stream.end();
    await this.follow(workspacesOf(this.streams));
  }

  private keepAlive(): Promise<void> {
    for (const stream of this.streams) stream.keepAlive();
    return Promise.resolve();
  }

  /** Events are kept for as long as somebody may come back for them. */
  private async follow(workspaces: ReadonlyMap<string, number>): Promise<void> {
    const now = this.clock.now();
    const due = [...workspaces].filter(
      ([, pk]) => Math.abs(now - (this.followed.get(pk) ?? -Infinity)) > RENEWAL_MS,
    );
    await follow(new Map(due), now + KEPT_MS + MARGIN_MS, this.database);
    for (const [, pk] of due) this.followed.set(pk, now);
  }
}

/** The workspaces that these streams are about: keys by ids. */
const workspacesOf = (streams: ReadonlySet<Stream>): ReadonlyMap<string, number> =>
  new Map([...streams].flatMap(({ subscription }) => [...subscription.workspaces]));
