import type { Clock } from '../database/clock.js';
import type { Condition } from '../metadata/condition.js';
import type { Row } from '../metadata/field.js';
import type { Caller } from './caller.js';
import { versionOf } from './workspace-version.js';
import { AT_MOST } from './known-lists.js';
import type { Read } from './reading.js';

interface Figure {
  /** The version of the workspaces when it was found out. */
  readonly version: string;
  readonly until: number;
  readonly value: Promise<unknown>;
}

/** What is counted with one SELECT, and what its rows tell. */
export interface Counting<T> {
  readonly columns: string;
  /** From `FROM` on. */
  readonly rest: Condition;
  readonly tell: (rows: readonly Row[]) => T;
}

interface Found<T> {
  readonly version: string | undefined;
  readonly value: T;
}

/** Figures of which something is known at most. */
const MOST = 5000;

/** What was counted over rows of workspaces, and holds as long as nothing changes in them. See docs/adr/0011. */
export class Figures {
  private readonly known = new Map<string, Figure>();

  constructor(private readonly clock: Clock) {}

  /** A figure by its name, which says what is counted and how; found out once for all who ask at the same time. */
  async of<T>(name: string, { scope }: Caller, read: Read, counting: Counting<T>): Promise<T> {
    const workspacePks = [...scope.workspaces.keys()].sort((a, b) => a - b);
    const current = versionOf(workspacePks);
    const version = String((await read(`SELECT ${current.sql}`, current.params))[0]?.[0]);
    const key = `${workspacePks.join()} ${name}`;
    const known = this.known.get(key);
    this.known.delete(key);
    const figure =
      known && this.holds(known, version) ? known : this.begin(key, version, find(counting, current, read));
    this.known.set(key, figure);
    if (this.known.size > MOST) this.known.delete(this.known.keys().next().value ?? '');
    return figure.value as Promise<T>;
  }

  /** What is of another version, from a node of a cluster that is behind or ahead, is told and not remembered. */
  private begin<T>(key: string, version: string, found: Promise<Found<T>>): Figure {
    const figure = { version, until: this.clock.now() + AT_MOST, value: found.then(({ value }) => value) };
    const forget = (): unknown => this.known.get(key) === figure && this.known.delete(key);
    found.then((each) => each.version === version || forget(), forget);
    figure.value.catch(() => undefined);
    return figure;
  }

  private holds({ version, until }: Figure, current: string): boolean {
    const now = this.clock.now();
    return version === current && now < until && now >= until - AT_MOST;
  }
}

/** The version comes with the rows, of the same moment; of no rows nothing is known. */
async function find<T>(
  { columns, rest, tell }: Counting<T>,
  version: Condition,
  read: Read,
): Promise<Found<T>> {
  const params = [...version.params, ...rest.params];
  const rows = await read(`SELECT ${version.sql}, ${columns} ${rest.sql}`, params);
  return { version: rows[0] && String(rows[0][0]), value: tell(rows.map((row) => row.slice(1))) };
}
