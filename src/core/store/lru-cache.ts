import type { Versions } from './units-of-changes.js';

/** The total and some pages of a filtered collection, valid while nothing changes in its workspaces and no clock expires. */
export interface CachedList {
  /** The version of the workspaces of which the total is. */
  readonly version: number;
  /** The same by workspace and slot, where there are few workspaces. */
  readonly versions: ReadonlyMap<number, Versions>;
  readonly from: number;
  readonly until: number;
  readonly total: number;
  /** Primary keys of the rows of pages, by order and span. */
  readonly pages: Map<string, readonly number[]>;
}

/** Collections that are kept at most, and keys on their pages. */
const MAX_COLLECTIONS = 5000;
const MAX_KEYS = 500_000;

/** Totals and pages of filtered collections; the least recently used go first. */
export class LruCache {
  private readonly entries = new Map<string, CachedList>();
  private readonly pending = new Map<string, Promise<CachedList>>();
  private keys = 0;

  /** The entry that is valid at a moment; its user checks that the version is still the same. */
  get(collection: string, now: number): CachedList | undefined {
    const known = this.entries.get(collection);
    if (!known) return undefined;
    if (now >= known.until) this.evict(collection, known);
    if (now < known.from || now >= known.until) return undefined;
    this.entries.delete(collection);
    this.entries.set(collection, known);
    return known;
  }

  /** Finds out and stores; requests at the same time share it, whatever each of them has seen of the workspace. */
  load(collection: string, find: () => Promise<CachedList>): Promise<CachedList> {
    const begun = this.pending.get(collection);
    if (begun) return begun;
    const finding = this.findAndStore(collection, find);
    this.pending.set(collection, finding);
    return finding;
  }

  /** It is stored at the moment from which it is pending no more: whoever comes then finds one or the other. */
  private async findAndStore(collection: string, find: () => Promise<CachedList>): Promise<CachedList> {
    try {
      const found = await find();
      this.store(collection, found);
      return found;
    } finally {
      this.pending.delete(collection);
    }
  }

  /** Stores the keys of a page while the collection is still there. */
  storePage(collection: string, knowledge: CachedList, page: string, pks: readonly number[]): void {
    if (this.entries.get(collection) !== knowledge) return;
    this.keys += pks.length - (knowledge.pages.get(page)?.length ?? 0);
    knowledge.pages.set(page, pks);
    this.trim();
  }

  private store(collection: string, found: CachedList): void {
    const before = this.entries.get(collection);
    if (before) this.evict(collection, before);
    this.entries.set(collection, found);
    this.trim();
  }

  private evict(collection: string, known: CachedList): void {
    this.entries.delete(collection);
    for (const pks of known.pages.values()) this.keys -= pks.length;
    known.pages.clear();
  }

  private trim(): void {
    for (const [collection, known] of this.entries) {
      if (this.entries.size <= MAX_COLLECTIONS && this.keys <= MAX_KEYS) return;
      this.evict(collection, known);
    }
  }
}
