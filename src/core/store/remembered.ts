/** What is known of a filtered collection, as long as nothing changes in its workspaces and no clock turns. */
export interface Knowledge {
  /** The version of the workspaces when it was found out. */
  readonly version: string;
  readonly from: number;
  readonly until: number;
  readonly total: number;
  /** Primary keys of the rows of pages, by order and span. */
  readonly pages: Map<string, readonly number[]>;
}

/** Collections, and keys on their pages, of which something is known at most. */
const COLLECTIONS = 5000;
const KEYS = 500_000;

/** What this process knows of filtered collections; the ones that were asked for last stay. */
export class Remembered {
  private readonly known = new Map<string, Knowledge>();
  private readonly underWay = new Map<string, Promise<Knowledge>>();
  private keys = 0;

  /** What is known at a moment; whoever uses it checks that the version is still the same. */
  of(collection: string, now: number): Knowledge | undefined {
    const known = this.known.get(collection);
    if (!known) return undefined;
    if (now >= known.until) this.forget(collection, known);
    if (now < known.from || now >= known.until) return undefined;
    this.known.delete(collection);
    this.known.set(collection, known);
    return known;
  }

  /** Finds out, once for all who ask at the same time. */
  async learn(collection: string, version: string, find: () => Promise<Knowledge>): Promise<Knowledge> {
    const key = `${version} ${collection}`;
    const begun = this.underWay.get(key);
    if (begun) return begun;
    const finding = find().finally(() => this.underWay.delete(key));
    this.underWay.set(key, finding);
    const found = await finding;
    this.keep(collection, found);
    return found;
  }

  /** Keeps the keys of a page, when the collection is still known. */
  learnPage(collection: string, knowledge: Knowledge, page: string, pks: readonly number[]): void {
    if (this.known.get(collection) !== knowledge) return;
    this.keys += pks.length - (knowledge.pages.get(page)?.length ?? 0);
    knowledge.pages.set(page, pks);
    this.trim();
  }

  private keep(collection: string, found: Knowledge): void {
    const before = this.known.get(collection);
    if (before) this.forget(collection, before);
    this.known.set(collection, found);
    this.trim();
  }

  private forget(collection: string, known: Knowledge): void {
    this.known.delete(collection);
    for (const pks of known.pages.values()) this.keys -= pks.length;
    known.pages.clear();
  }

  private trim(): void {
    for (const [collection, known] of this.known) {
      if (this.known.size <= COLLECTIONS && this.keys <= KEYS) return;
      this.forget(collection, known);
    }
  }
}
