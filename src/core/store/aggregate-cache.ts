import type { Clock } from '../database/clock.js';
import type { Condition } from '../metadata/condition.js';
import type { Row } from '../metadata/field.js';
import type { Caller } from './caller.js';
import { versionOf } from './workspace-version.js';
import { MAX_AGE_MS } from './count-cache.js';
import type { Read } from './reading.js';

interface CachedAggregate {
  /** The version of the workspaces when it was found out. */
  readonly version: string;
  readonly until: number;
  readonly value: Promise<unknown>;
}

/** A SELECT that aggregates, and how its rows are read. */
export interface AggregateQuery<T> {
  /** Its condition holds for no row, so that the database need not be asked. */
  readonly isEmpty?: boolean;
  readonly columns: string;
  /** From `FROM` on. */
  readonly from: Condition;
  readonly toValue: (rows: readonly Row[]) => T;
}

interface LoadedAggregate<T> {
  readonly version: string | undefined;
  readonly value: T;
}

/** Aggregates that are kept at most; the one unused for longest goes first. */
const MAX_ENTRIES = 5000;

/** Aggregates over rows of workspaces; each is valid as long as nothing changes in them. See docs/adr/0011. */
export class AggregateCache {
  private readonly entries = new Map<string, CachedAggregate>();

  constructor(private readonly clock: Clock) {}

  /** An aggregate by its name, which says what is counted and how. Requests at the same time share one query. */
  async get<T>(name: string, { scope }: Caller, read: Read, query: AggregateQuery<T>): Promise<T> {
    if (query.isEmpty) return query.toValue([]);
    const workspacePks = [...scope.workspaces.keys()].sort((a, b) => a - b);
    const current = versionOf(workspacePks);
    const version = String((await read(`SELECT ${current.sql}`, current.params))[0]?.[0]);
    const key = `${workspacePks.join()} ${name}`;
    const known = this.entries.get(key);
    this.entries.delete(key);
    const aggregate =
      known && this.holds(known, version) ? known : this.load(key, version, find(query, current, read));
    this.entries.set(key, aggregate);
    if (this.entries.size > MAX_ENTRIES) this.entries.delete(this.entries.keys().next().value ?? '');
    return aggregate.value as Promise<T>;
  }

  /** A result of another version, from a node of a cluster that is behind or ahead, is returned and not kept. */
  private load<T>(key: string, version: string, found: Promise<LoadedAggregate<T>>): CachedAggregate {
    const aggregate = {
      version,
      until: this.clock.now() + MAX_AGE_MS,
      value: found.then(({ value }) => value),
    };
    const forget = (): unknown => this.entries.get(key) === aggregate && this.entries.delete(key);
    found.then((each) => each.version === version || forget(), forget);
    aggregate.value.catch(() => undefined);
    return aggregate;
  }

  private holds({ version, until }: CachedAggregate, current: string): boolean {
    const now = this.clock.now();
    return version === current && now < until && now >= until - MAX_AGE_MS;
  }
}

/** The version is selected with the rows, so that both are of one moment; without rows there is no version. */
async function find<T>(
  { columns, from: rest, toValue: tell }: AggregateQuery<T>,
  version: Condition,
  read: Read,
): Promise<LoadedAggregate<T>> {
  const params = [...version.params, ...rest.params];
  const rows = await read(`SELECT ${version.sql}, ${columns} ${rest.sql}`, params);
  return { version: rows[0] && String(rows[0][0]), value: tell(rows.map((row) => row.slice(1))) };
}
