import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { every, type Scheduled } from '../../core/jobs/scheduled.js';
import { isIn, isNever } from '../../core/metadata/condition.js';
import type { Row } from '../../core/metadata/field.js';
import type { Caller } from '../../core/store/caller.js';
import { ChangeMark } from '../../core/store/change-mark.entity.js';
import { type Read, readFrom } from '../../core/store/reading.js';
import { sumOf, type Versions } from '../../core/store/units-of-changes.js';
import { changedSince } from './changed-shipments.js';
import { Facts } from './facts.js';
import { readAllFacts, readFacts } from './read-facts.js';

const m = sqlNames(ChangeMark, 'm');

/** Shipments whose facts a process keeps at most, and workspaces; those unused for longest go first. */
const MAX_SHIPMENTS = 3_000_000;
const MAX_WORKSPACES = 2000;

/** Facts that nobody has asked for in so many milliseconds go. */
const KEPT_MS = 24 * 3_600_000;

/** How often facts are brought up to date though nobody asks: several times while the row images of a change are kept. */
const REFRESH_MS = 60_000;

/** How often changed shipments are read until all of them are of one moment; a writer that is quicker is not waited for. */
const ATTEMPTS = 5;

interface Kept {
  facts: Facts;
  /** What the facts have of each slot of the workspace, and the sum of it. */
  versions: Versions;
  version: number;
  askedAt: number;
}

/**
 * The facts of workspaces that were asked about. They are brought up to date by the shipments that have changed since, which are
 * known from the row images of units of work (docs/adr/0028), and are never less new than the question.
 */
@Injectable()
export class KeptFacts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly kept = new Map<number, Kept>();
  private readonly running = new Map<number, Promise<Kept>>();
  private scheduled: Scheduled | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.scheduled = every(REFRESH_MS, 'analytics', () => this.refresh());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.scheduled?.stop();
  }

  /** The facts of these workspaces as they are now, in their order. They change later, but not before the next tick. */
  async of(workspacePks: readonly number[], caller: Caller): Promise<readonly Facts[]> {
    const read = readFrom(this.database, caller);
    const versions = await versionsOf(workspacePks, read);
    const found: Facts[] = [];
    for (const workspacePk of workspacePks) {
      const { facts } = await this.atLeast(versions.get(workspacePk) ?? 0, workspacePk, read);
      this.keep(workspacePk);
      found.push(facts);
    }
    return found;
  }

  /** Brings the facts of all kept workspaces up to date, and lets go of those that nobody wants. */
  private async refresh(): Promise<void> {
    const read: Read = (sql, params) => this.database.read(sql, params);
    for (const [workspacePk, { askedAt }] of this.kept)
      if (askedAt < this.clock.now() - KEPT_MS) this.kept.delete(workspacePk);
    const versions = await versionsOf([...this.kept.keys()], read);
    for (const workspacePk of [...this.kept.keys()])
      await this.atLeast(versions.get(workspacePk) ?? 0, workspacePk, read);
  }

  /** The facts of a workspace, of a version or a later one. */
  private async atLeast(version: number, workspacePk: number, read: Read): Promise<Kept> {
    for (;;) {
      const known = this.kept.get(workspacePk);
      if (known && known.version >= version) return known;
      const begun = this.running.get(workspacePk);
      if (!begun) break;
      // one that has begun already may have looked too early
      await begun.catch(() => undefined);
    }
    const next = this.upToDate(workspacePk, read).finally(() => this.running.delete(workspacePk));
    this.running.set(workspacePk, next);
    return next;
  }

  private async upToDate(workspacePk: number, read: Read): Promise<Kept> {
    const known = this.kept.get(workspacePk);
    if (known && (await this.carryOn(known, workspacePk, read))) return known;
    const { facts, versions } = await readAllFacts(workspacePk, this.database.dialect, read);
    const anew: Kept = { facts, versions, version: sumOf(versions), askedAt: this.clock.now() };
    // what has changed while others were read
    await this.carryOn(anew, workspacePk, read);
    this.kept.set(workspacePk, anew);
    return anew;
  }

  /** @returns whether the facts are those of now; they are as they were where nobody knows what has changed. */
  private async carryOn(kept: Kept, workspacePk: number, read: Read): Promise<boolean> {
    const changed = new Map<number, Row | undefined>();
    let { versions } = kept;
    for (let attempt = 1; ; attempt++) {
      const news = await changedSince(workspacePk, versions, read);
      if (!news) return false;
      versions = news.versions;
      if (news.pks.size === 0) break;
      const { rows, version } = await readFacts(workspacePk, news.pks, this.database.dialect, read);
      for (const pk of news.pks) changed.set(pk, rows.get(pk));
      if (version === sumOf(versions) || attempt === ATTEMPTS) break;
    }
    for (const [pk, row] of changed)
      if (row) kept.facts.put(row);
      else kept.facts.remove(pk);
    kept.versions = versions;
    kept.version = sumOf(versions);
    return true;
  }

  /** Those that nobody has asked for go first. */
  private keep(workspacePk: number): void {
    const kept = this.kept.get(workspacePk);
    if (!kept) return;
    kept.askedAt = this.clock.now();
    this.kept.delete(workspacePk);
    this.kept.set(workspacePk, kept);
    let shipments = [...this.kept.values()].reduce((sum, { facts }) => sum + facts.size, 0);
    for (const [pk, { facts }] of this.kept) {
      if (pk === workspacePk || (shipments <= MAX_SHIPMENTS && this.kept.size <= MAX_WORKSPACES)) return;
      this.kept.delete(pk);
      shipments -= facts.size;
    }
  }
}

/** A number for each workspace that grows with every change in it. */
async function versionsOf(workspacePks: readonly number[], read: Read): Promise<ReadonlyMap<number, number>> {
  const of = isIn('m.workspacePk', workspacePks);
  if (isNever(of)) return new Map();
  const rows = await read(
    `SELECT ${m.workspacePk}, SUM(${m.version}) FROM ${m.table} WHERE ${of.sql} GROUP BY ${m.workspacePk}`,
    of.params,
  );
  return new Map(rows.map(([pk, version]) => [Number(pk), Number(version)]));
}
