import { setTimeout as pause } from 'node:timers/promises';
import type { CollectionPlan, Selection, Span } from '../query/collection-plan.js';
import type { Condition, Expiry } from '../metadata/condition.js';
import { toMilliseconds } from '../metadata/datetime.js';
import type { Row } from '../metadata/field.js';
import { keyOf } from '../serializer/reader.js';
import { versionOf } from './workspace-version.js';
import type { Read } from './reading.js';
import { type CachedList, LruCache } from './lru-cache.js';

/** Milliseconds for which an entry is valid at most: an operator's own SQL raises no version. */
export const MAX_AGE_MS = 60_000;

/** Milliseconds of the last wait for a node that is behind. */
const MAX_LAG_MS = 40;

/** A filtered list, as one request asks for it. */
export interface CountedList {
  /** The cache key: its scope, its path and its filters. */
  readonly name: string;
  /** How it is sorted. */
  readonly order: string;
  readonly plan: CollectionPlan;
  readonly selection: Selection;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whose rows are in it; none when it cannot be cached. */
  readonly workspacePks: readonly number[];
  readonly read: Read;
}

/**
 * Exact totals that cost nothing while nothing changes. A total is counted once and holds as long as the version of the
 * workspaces stands, which every page reads with its rows, and no running clock changes what the filter matches. See docs/adr/0011.
 */
export class CountCache {
  private readonly cache = new LruCache();

  /** What a page selects besides its rows, so that `total` knows their version. */
  version({ workspacePks }: CountedList): Condition | undefined {
    return workspacePks.length > 0 ? versionOf(workspacePks) : undefined;
  }

  /** How many rows there are on all pages, for rows that were read with the version (or none). */
  async total(list: CountedList, rows: readonly Row[]): Promise<number> {
    if (list.workspacePks.length === 0) return (await this.count(list)).total;
    const version = versionIn(rows, list) ?? (await this.currentVersion(list));
    const known = this.cache.get(list.name, list.now);
    if (known?.version === version) return known.total;
    const learnt = await this.cache.load(list.name, version, () => this.countOf(list, version));
    return holds(learnt, list.now) ? learnt.total : (await this.countOf(list, version)).total;
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

  /** A node of a cluster may lag behind the one that gave the version: the count is repeated for a moment. */
  private async countOf(list: CountedList, version: string): Promise<CachedList> {
    for (let wait = 10; ; wait *= 2) {
      const counted = await this.count(list);
      if (Number(counted.version) >= Number(version) || wait > MAX_LAG_MS) return counted;
      await pause(wait);
    }
  }

  /** The version is of the same moment as the total: one statement has both, so that no two nodes of a cluster do. */
  private async count(list: CountedList): Promise<CachedList> {
    const { plan, now, read } = list;
    const { sql, params } = plan.count([this.version(list) ?? { sql: '0', params: [] }]);
    const [[total, version, ...begun] = []] = await read(sql, params);
    const expiries = plan.expiries.map((expiry, index) => expiresAt(expiry, begun[index] as string | null));
    const until = Math.min(now + MAX_AGE_MS, ...expiries);
    return { version: String(version), from: now, until, total: Number(total), pages: new Map() };
  }

  private async currentVersion({ workspacePks, read }: CountedList): Promise<string> {
    const { sql, params } = versionOf(workspacePks);
    return String((await read(`SELECT ${sql}`, params))[0]?.[0]);
  }
}

const holds = ({ from, until }: CachedList, now: number): boolean => from <= now && now < until;

const pageName = ({ order }: CountedList, { offset, limit }: Span): string => `${order} ${offset} ${limit}`;

/** The first column after the selection. */
const versionIn = (rows: readonly Row[], { selection }: CountedList): string | undefined =>
  rows[0] && String(rows[0][selection.width]);

/** When a clock that began at a moment expires; stored moments have microseconds, of which we see the milliseconds. */
const expiresAt = ({ age }: Expiry, began: string | null): number =>
  began === null ? Infinity : toMilliseconds(began) + age;
