import { within } from './bounds.js';

/** Milliseconds after its last request for which a tenant is about, so that others leave room for it. */
const ABOUT_MS = 10_000;

/** The part of all places that one tenant has at most while another is about. */
const SHARE = 0.5;

/** What the server does for nobody, such as looking at tokens; it is nobody's neighbour, and always short. */
const SERVER = '';

interface Visit {
  readonly tenant: string;
  at: number;
}

const NEVER: Visit = { tenant: SERVER, at: Number.NEGATIVE_INFINITY };

/**
 * A number of places, and whoever waits for one. Tenants take turns, and within a tenant who came first is first: a
 * tenant's line is never in front of another's. While several are about none has more than half of the places, so
 * that slow work of one leaves some free; a tenant alone has all of them.
 */
export class Turns {
  private free: number;
  private readonly most: number;
  /** Who waits, by tenant; the next turn is the first one's. */
  private readonly lines = new Map<string, (() => void)[]>();
  private readonly held = new Map<string, number>();
  /** The tenant that asked last, and the last one before it that was another. */
  private latest = NEVER;
  private other = NEVER;

  constructor(
    places: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.free = places;
    this.most = Math.max(1, Math.floor(places * SHARE));
  }

  /** How many wait. */
  get length(): number {
    let length = 0;
    for (const line of this.lines.values()) length += line.length;
    return length;
  }

  /** @param bound milliseconds to wait at most. @throws Silent when none becomes free in time. */
  take(tenant: string | undefined = SERVER, bound?: number): Promise<void> {
    this.visit(tenant);
    if (this.free > 0 && !this.lines.has(tenant) && this.mayHaveMore(tenant)) {
      this.hold(tenant);
      return Promise.resolve();
    }
    if (bound === undefined) return new Promise((resolve) => this.wait(tenant, resolve));
    let turn = (): void => undefined;
    return within<void>(
      bound,
      (done) => this.wait(tenant, (turn = () => done(null))),
      () => this.leave(tenant, turn),
    );
  }

  give(tenant: string | undefined = SERVER): void {
    const held = (this.held.get(tenant) ?? 0) - 1;
    if (held > 0) this.held.set(tenant, held);
    else this.held.delete(tenant);
    this.free++;
    this.callNext();
  }

  /** Comes back when nobody waits any more, and nobody has the only place. */
  async isOver(): Promise<void> {
    for (;;) {
      await this.take();
      const isLast = this.length === 0;
      this.give();
      if (isLast) return;
    }
  }

  private hold(tenant: string): void {
    this.free--;
    this.held.set(tenant, (this.held.get(tenant) ?? 0) + 1);
  }

  /** Once for each free place, as long as somebody may have it. */
  private callNext(): void {
    for (const [tenant, line] of this.lines) {
      if (this.free === 0) return;
      if (!this.mayHaveMore(tenant)) continue;
      const turn = line.shift();
      // at the end of the map, so that this loop comes by again after everybody else
      this.lines.delete(tenant);
      if (line.length > 0) this.lines.set(tenant, line);
      this.hold(tenant);
      turn?.();
    }
  }

  private wait(tenant: string, turn: () => void): void {
    const line = this.lines.get(tenant);
    if (line) line.push(turn);
    else this.lines.set(tenant, [turn]);
  }

  private leave(tenant: string, turn: () => void): void {
    const line = this.lines.get(tenant);
    if (!line) return;
    line.splice(line.indexOf(turn), 1);
    if (line.length === 0) this.lines.delete(tenant);
  }

  private mayHaveMore(tenant: string): boolean {
    if (tenant === SERVER || (this.held.get(tenant) ?? 0) < this.most) return true;
    const another = this.latest.tenant === tenant ? this.other : this.latest;
    return this.now() - another.at > ABOUT_MS;
  }

  private visit(tenant: string): void {
    if (tenant === SERVER) return;
    if (this.latest.tenant !== tenant) {
      this.other = this.latest;
      this.latest = { tenant, at: 0 };
    }
    this.latest.at = this.now();
  }
}
