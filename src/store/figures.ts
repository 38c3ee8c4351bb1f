import type { Clock } from '../database/clock.js';
import type { Caller } from './caller.js';
import { versionOf } from './change-marks.js';
import { AT_MOST } from './known-lists.js';
import type { Read } from './reading.js';

interface Figure {
  /** The version of the workspaces when it was found out. */
  readonly version: string;
  readonly until: number;
  readonly value: Promise<unknown>;
}

/** Figures of which something is known at most. */
const MOST = 5000;

/** What was counted over rows of workspaces, and holds as long as nothing changes in them. See docs/adr/0011. */
export class Figures {
  private readonly known = new Map<string, Figure>();

  constructor(private readonly clock: Clock) {}

  /** A figure by its name, which says what is counted and how; found out once for all who ask at the same time. */
  async of<T>(name: string, { scope }: Caller, read: Read, find: () => Promise<T>): Promise<T> {
    const workspacePks = [...scope.workspaces.keys()].sort((a, b) => a - b);
    const { sql, params } = versionOf(workspacePks);
    const version = String((await read(`SELECT ${sql}`, params))[0]?.[0]);
    const key = `${workspacePks.join()} ${name}`;
    const known = this.known.get(key);
    this.known.delete(key);
    const figure = known && this.holds(known, version) ? known : this.begin(key, version, find());
    this.known.set(key, figure);
    if (this.known.size > MOST) this.known.delete(this.known.keys().next().value ?? '');
    return figure.value as Promise<T>;
  }

  private begin(key: string, version: string, value: Promise<unknown>): Figure {
    const figure = { version, until: this.clock.now() + AT_MOST, value };
    value.catch(() => this.known.get(key) === figure && this.known.delete(key));
    return figure;
  }

  private holds({ version, until }: Figure, current: string): boolean {
    const now = this.clock.now();
    return version === current && now < until && now >= until - AT_MOST;
  }
}
