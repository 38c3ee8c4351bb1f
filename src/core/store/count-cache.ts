import { setTimeout as pause } from 'node:timers/promises';
import type { ChangedRows } from '../query/changed-rows.js';
import type { CollectionPlan, Selection, Span } from '../query/collection-plan.js';
import type { Condition, Expiry } from '../metadata/condition.js';
import { toMilliseconds } from '../metadata/datetime.js';
import type { Row } from '../metadata/field.js';
import { keyOf } from '../serializer/reader.js';
import { CarriedTotals } from './carried-totals.js';
import type { Read } from './reading.js';
import { type CachedList, LruCache } from './lru-cache.js';
import { sumOf, type Versions } from './units-of-changes.js';
import { slotVersionsOf, versionOf, versionsIn } from './workspace-version.js';

/** Milliseconds for which an entry is valid at most: an operator's own SQL raises no version. */
export const MAX_AGE_MS = 60_000;

/** Milliseconds of the last wait for a node that is behind. */
const MAX_LAG_MS = 40;

/** Requests that began so many milliseconds before a total was counted for another one take it too. */
const TOLERANCE_MS = 1000;

/** How often a total is brought up to date for one request before it is counted for this one alone. */
const ATTEMPTS = 3;

/** Workspaces of a list whose total is carried on; of more of them it is counted. */
const MAX_WORKSPACES = 20;

/** Rows whose total one request asks for. */
export interface CountedRows {
  /** The cache key: their scope, their path and their filters. */
  readonly name: string;
  readonly plan: CollectionPlan;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whose rows they are; none when the total cannot be cached. */
  readonly workspacePks: readonly number[];
  readonly read: Read;
  /** The filters over changed rows; undefined when they read more than these. */
  readonly changedRows: () => ChangedRows | undefined;
}

/** A filtered list, as one request asks for it. */
export interface CountedList extends CountedRows {
  /** How it is sorted. */
  readonly order: string;
  readonly selection: Selection;
}

/**
 * Exact totals that cost what has changed and not what there is. A total is counted once. While the version of the workspaces
 * stands, which every page reads with its rows, it holds; after it, the filter is applied to the rows that have changed since, as they
 * were and as they are. It is counted again when a running clock changes what the filter matches. See docs/adr/0011 and 0028.
 */
export class CountCache {
  private readonly cache = new LruCache();
  private readonly carried: CarriedTotals;

  /** @param silent tables by whose deletions the database itself changes a table, by that table. */
  constructor(silent: ReadonlyMap<string, ReadonlySet<string>>) {
    this.carried = new CarriedTotals(silent);
  }

  /** What a page selects besides its rows, so that `total` knows their version. */
  version({ workspacePks }: CountedRows): Condition | undefined {
    return workspacePks.length > 0 ? versionOf(workspacePks) : undefined;
  }

  /** How many rows there are on all pages, for rows that were read with the version (or none); never less new than these. */
  async total(list: CountedList, rows: readonly Row[]): Promise<number> {
    if (list.workspacePks.length === 0) return (await this.count(list)).total;
    return this.totalFrom(list, versionIn(rows, list) ?? (await this.currentVersion(list)));
  }

  /** As `total`, of a version or a later one. */
  async totalFrom(list: CountedRows, version: number): Promise<number> {
    const isFor = (known: CachedList | undefined): known is CachedList =>
      known !== undefined && known.version >= version && list.now < known.until;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const known = this.cache.get(list.name, list.now);
      if (isFor(known)) return known.total;
      const learnt = await this.cache.load(list.name, () => this.upToDate(list, version));
      if (isFor(learnt) && list.now >= learnt.from) return learnt.total;
    }
    return (await this.countOf(list, version)).total;
  }

  /** A cached page, read by its keys; undefined when anything has changed since. */
  async page(list: CountedList, span: Span): Promise<{ rows: readonly Row[]; total: number } | undefined> {
    const known = this.cache.get(list.name, list.now);
    const pks = known?.pages.get(pageName(list, span));
    const version = this.version(list);
    if (!known || !pks || !version) return undefined;
    const { sql, params } = list.plan.keyed(list.selection, pks, version);
    const rows = await list.read(sql, params);
    if (rows.length !== pks.length || versionIn(rows, list) !== known.version) return undefined;
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    return { rows: pks.map((pk) => byKey.get(pk) as Row), total: known.total };
  }

  /** Stores which rows are on a page whose total is cached. */
  storePage(list: CountedList, span: Span, rows: readonly Row[]): void {
    const known = this.cache.get(list.name, list.now);
    if (!known || list.plan.isRunning || versionIn(rows, list) !== known.version) return;
    this.cache.storePage(list.name, known, pageName(list, span), rows.map(keyOf));
  }

  /** The total that is known, carried on to the version at least, or else counted. */
  private async upToDate(list: CountedRows, version: number): Promise<CachedList> {
    const known = this.cache.get(list.name, list.now);
    const carried = known && (await this.carried.carry(known, list, version));
    return carried ?? this.countOf(list, version);
  }

  /** A node of a cluster may lag behind the one that gave the version: the count is repeated for a moment. */
  private async countOf(list: CountedRows, version: number): Promise<CachedList> {
    for (let wait = 10; ; wait *= 2) {
      const counted = await this.count(list);
      if (counted.version >= version || wait > MAX_LAG_MS) return counted;
      await pause(wait);
    }
  }

  /** The version is of the same moment as the total: one statement has both, so that no two nodes of a cluster do. */
  private async count(list: CountedRows): Promise<CachedList> {
    const { plan, now, read, workspacePks } = list;
    const isFew = workspacePks.length <= MAX_WORKSPACES;
    const versions = isFew
      ? workspacePks.map((pk) => slotVersionsOf(pk, plan.dialect))
      : [this.version(list) ?? { sql: '0', params: [] }];
    const { sql, params } = plan.count(versions);
    const [[total, ...more] = []] = await read(sql, params);
    const slots = new Map<number, Versions>();
    if (isFew)
      for (const [at, pk] of workspacePks.entries()) slots.set(pk, versionsIn(more[at] as string | null));
    const version = isFew ? sumOfAll(slots) : Number(more[0]);
    const begun = more.slice(versions.length) as (string | null)[];
    const expiries = plan.expiries.map((expiry, at) => expiresAt(expiry, begun[at] ?? null));
    const until = Math.min(now + MAX_AGE_MS, ...expiries);
    return {
      version,
      versions: slots,
      // what a running clock has changed is not true of a moment before
      from: plan.expiries.length > 0 ? now : now - TOLERANCE_MS,
      until,
      total: Number(total),
      pages: new Map(),
    };
  }

  private async currentVersion({ workspacePks, read }: CountedRows): Promise<number> {
    const { sql, params } = versionOf(workspacePks);
    return Number((await read(`SELECT ${sql}`, params))[0]?.[0]);
  }
}

const sumOfAll = (versions: ReadonlyMap<number, Versions>): number =>
  [...versions.values()].reduce((sum, each) => sum + sumOf(each), 0);

const pageName = ({ order }: CountedList, { offset, limit }: Span): string => `${order} ${offset} ${limit}`;

/** The first column after the selection. */
const versionIn = (rows: readonly Row[], { selection }: CountedList): number | undefined =>
  rows[0] && Number(rows[0][selection.width]);

/** When a clock that began at a moment expires; stored moments have microseconds, of which we see the milliseconds. */
export const expiresAt = ({ age }: Expiry, began: string | null): number =>
  began === null ? Infinity : toMilliseconds(began) + age;
