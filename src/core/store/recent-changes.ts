import type { Read } from './reading.js';
import { currentVersions, rangesBetween, sumOf, unitsIn, unitsOf } from './units-of-changes.js';
import type { UnitOfChanges, Versions } from './units-of-changes.js';

/** What has changed in a workspace since some versions, and the versions of now. */
export interface ChangesSince {
  readonly units: readonly UnitOfChanges[];
  readonly versions: Versions;
}

/** Units that are read at once at most; after more of them counting anew is as quick. */
const MAX_UNITS = 1000;

/** Workspaces, and characters of what has changed in them, that a process keeps. */
const MAX_WORKSPACES = 200;
const MAX_LENGTH = 8_000_000;

/** The units of a workspace after `from`, up to `to`, in the order in which they were read. */
class Tail {
  private units: UnitOfChanges[] = [];
  private readonly from: Map<number, number>;
  private readonly to: Map<number, number>;
  length = 0;
  /** While it is read on; several requests share that. */
  reading: Promise<void> | undefined;
  /** Some units are missing: the next request begins another. */
  isBroken = false;

  constructor(versions: Versions) {
    this.from = new Map(versions);
    this.to = new Map(versions);
  }

  get sum(): number {
    return sumOf(this.to);
  }

  /** Undefined when it begins later, or has a gap. */
  since(versions: Versions): ChangesSince | undefined {
    if (this.isBroken) return undefined;
    for (const [slot, version] of this.from) if ((versions.get(slot) ?? 0) < version) return undefined;
    const units = this.units.filter(({ slot, version }) => version > (versions.get(slot) ?? 0));
    const reached = new Map(versions);
    for (const [slot, version] of this.to) reached.set(slot, Math.max(version, reached.get(slot) ?? 0));
    return { units, versions: reached };
  }

  get versions(): Versions {
    return this.to;
  }

  add(units: readonly UnitOfChanges[]): void {
    for (const unit of units) {
      this.units.push(unit);
      this.to.set(unit.slot, unit.version);
      this.length += unit.length;
    }
    if (this.units.length > 2 * MAX_UNITS || this.length > MAX_LENGTH / 2) this.trim();
  }

  private trim(): void {
    const dropped = this.units.splice(0, Math.ceil(this.units.length / 2));
    for (const { slot, version, length } of dropped) {
      this.from.set(slot, version);
      this.length -= length;
    }
  }
}

/**
 * What units of work have changed a moment ago, as `workspace_changes` has it. A process reads each unit once, however many lists want it.
 * A unit is never changed once it is there, so what is read of it belongs to any snapshot that has its version.
 */
export class RecentChanges {
  private readonly tails = new Map<number, Tail>();

  /**
   * All that was committed in a workspace since some versions.
   * @param atLeast the sum of the versions that has been seen; without it, whatever is committed when it is asked.
   * @returns undefined when it is not kept any more, or is too much.
   */
  async since(
    workspacePk: number,
    versions: Versions,
    atLeast: number | undefined,
    read: Read,
  ): Promise<ChangesSince | undefined> {
    const known = this.tails.get(workspacePk);
    const tail = known?.since(versions) ? known : new Tail(versions);
    this.keep(workspacePk, tail);
    // what has begun already may have looked too early
    await tail.reading?.catch(() => undefined);
    if (atLeast === undefined || tail.sum < atLeast)
      await (tail.reading ??= this.readOn(tail, workspacePk, read).finally(() => (tail.reading = undefined)));
    return tail.since(versions);
  }

  private async readOn(tail: Tail, workspacePk: number, read: Read): Promise<void> {
    const ranges = rangesBetween(tail.versions, await currentVersions(workspacePk, read));
    const missing = unitsOf(ranges);
    if (missing === 0) return;
    const units = missing > MAX_UNITS ? [] : await unitsIn(workspacePk, ranges, read);
    // some are gone, or an older version of the server has written without them, or a node of a cluster is behind
    if (units.length < missing) tail.isBroken = true;
    else tail.add(units);
  }

  /** Those that nobody has asked for go first. */
  private keep(workspacePk: number, tail: Tail): void {
    this.tails.delete(workspacePk);
    this.tails.set(workspacePk, tail);
    let length = [...this.tails.values()].reduce((sum, each) => sum + each.length, 0);
    for (const [pk, each] of this.tails) {
      if (pk === workspacePk || (this.tails.size <= MAX_WORKSPACES && length <= MAX_LENGTH)) return;
      length -= each.length;
      this.tails.delete(pk);
    }
  }
}
