import { setTimeout as pause } from 'node:timers/promises';
import type { CollectionPlan, Selection, Span } from '../query/collection-plan.js';
import type { Condition, Turn } from '../metadata/condition.js';
import { toMilliseconds } from '../metadata/datetime.js';
import type { Row } from '../metadata/field.js';
import { keyOf } from '../serializer/reader.js';
import { versionOf } from './workspace-version.js';
import type { Read } from './reading.js';
import { type Knowledge, Remembered } from './remembered.js';

/** Milliseconds for which something is remembered at most: an operator's own SQL raises no mark. */
export const AT_MOST = 60_000;

/** Milliseconds of the last wait for a node that is behind. */
const LONGEST_LAG = 40;

/** A filtered list, as one request asks for it. */
export interface List {
  /** What it is known by: its scope, its path and its filters. */
  readonly name: string;
  /** The order in which it is wanted. */
  readonly order: string;
  readonly plan: CollectionPlan;
  readonly selection: Selection;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whose rows are in it; none when nothing can be remembered of it. */
  readonly workspacePks: readonly number[];
  readonly read: Read;
}

/**
 * Exact totals that cost nothing while nothing changes. A total is counted once and holds as long as the version of the
 * workspaces stands, which every page reads with its rows, and no running clock turns the filter. See docs/adr/0011.
 */
export class KnownLists {
  private readonly remembered = new Remembered();

  /** What a page selects besides its rows, so that `total` knows of which moment they are. */
  version({ workspacePks }: List): Condition | undefined {
    return workspacePks.length > 0 ? versionOf(workspacePks) : undefined;
  }

  /** How many rows there are on all pages, for rows that were read with the version (or none). */
  async total(list: List, rows: readonly Row[]): Promise<number> {
    if (list.workspacePks.length === 0) return (await this.count(list)).total;
    const version = versionIn(rows, list) ?? (await this.currentVersion(list));
    const known = this.remembered.of(list.name, list.now);
    if (known?.version === version) return known.total;
    const learnt = await this.remembered.learn(list.name, version, () => this.countOf(list, version));
    return holds(learnt, list.now) ? learnt.total : (await this.countOf(list, version)).total;
  }

  /** A page that was seen before, read by its keys; undefined when anything has changed since. */
  async page(list: List, span: Span): Promise<{ rows: readonly Row[]; total: number } | undefined> {
    const known = this.remembered.of(list.name, list.now);
    const pks = known?.pages.get(pageName(list, span));
    const version = this.version(list);
    if (!known || !pks || !version) return undefined;
    const { sql, params } = list.plan.keyed(list.selection, pks, version);
    const rows = await list.read(sql, params);
    if (rows.length !== pks.length || versionIn(rows, list) !== known.version) return undefined;
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    return { rows: pks.map((pk) => byKey.get(pk) as Row), total: known.total };
  }

  /** Remembers which rows are on a page whose total is known. */
  keep(list: List, span: Span, rows: readonly Row[]): void {
    const known = this.remembered.of(list.name, list.now);
    if (!known || list.plan.isRunning || versionIn(rows, list) !== known.version) return;
    this.remembered.learnPage(list.name, known, pageName(list, span), rows.map(keyOf));
  }

  /** A node of a cluster may be behind the one that told the version: it is asked again, for a moment. */
  private async countOf(list: List, version: string): Promise<Knowledge> {
    for (let wait = 10; ; wait *= 2) {
      const counted = await this.count(list);
      if (Number(counted.version) >= Number(version) || wait > LONGEST_LAG) return counted;
      await pause(wait);
    }
  }

  /** The version is of the same moment as the total: one statement has both, so that no two nodes of a cluster do. */
  private async count(list: List): Promise<Knowledge> {
    const { plan, now, read } = list;
    const { sql, params } = plan.count([this.version(list) ?? { sql: '0', params: [] }]);
    const [[total, version, ...begun] = []] = await read(sql, params);
    const turns = plan.turns.map((turn, index) => turnsAt(turn, begun[index] as string | null));
    const until = Math.min(now + AT_MOST, ...turns);
    return { version: String(version), from: now, until, total: Number(total), pages: new Map() };
  }

  private async currentVersion({ workspacePks, read }: List): Promise<string> {
    const { sql, params } = versionOf(workspacePks);
    return String((await read(`SELECT ${sql}`, params))[0]?.[0]);
  }
}

const holds = ({ from, until }: Knowledge, now: number): boolean => from <= now && now < until;

const pageName = ({ order }: List, { offset, limit }: Span): string => `${order} ${offset} ${limit}`;

/** The first column after the selection. */
const versionIn = (rows: readonly Row[], { selection }: List): string | undefined =>
  rows[0] && String(rows[0][selection.width]);

/** When a clock that began at a moment turns; stored moments have microseconds, of which we see the milliseconds. */
const turnsAt = ({ age }: Turn, began: string | null): number =>
  began === null ? Infinity : toMilliseconds(began) + age;
