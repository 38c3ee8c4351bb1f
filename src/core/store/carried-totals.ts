import type { Stored } from '../metadata/condition.js';
import { toMilliseconds } from '../metadata/datetime.js';
import { type ChangedRows, type ComparedRow, MAX_ROWS_COMPARED } from '../query/changed-rows.js';
import type { CountedRows } from './count-cache.js';
import type { CachedList } from './lru-cache.js';
import { RecentChanges } from './recent-changes.js';
import { ANY_TABLE, type RowImage } from './changes-text.js';
import { sumOf, type UnitOfChanges, type Versions } from './units-of-changes.js';
import { versionOf } from './workspace-version.js';

/** Different rows that are compared for one total; after more of them counting anew is as quick. */
const MAX_ROWS = 2000;

/** Changes that are looked through for one total. */
const MAX_IMAGES = 20_000;

type Images = readonly [before: RowImage | null, after: RowImage | null];

/** Makes the total of now from one that was known: from the rows that have changed since, as they were and as they are. */
export class CarriedTotals {
  private readonly recent = new RecentChanges();

  /** @param silent tables by whose deletions the database itself changes a table, by that table. */
  constructor(private readonly silent: ReadonlyMap<string, ReadonlySet<string>>) {}

  /** @returns undefined when it has to be counted. */
  async carry(known: CachedList, list: CountedRows, version: number): Promise<CachedList | undefined> {
    const changed = known.versions.size > 0 ? list.changedRows() : undefined;
    if (!changed) return undefined;
    const news = await this.newsOf(known.versions, list, version);
    if (!news || news.version < version) return undefined;
    const images = this.imagesIn(news.units, changed);
    if (!images) return undefined;
    const difference = await this.difference(images, changed, list, news);
    if (difference === undefined) return undefined;
    const { versions } = news;
    const until = Math.min(known.until, ...expiriesOf(images, changed));
    const { from, total } = known;
    return { version: news.version, versions, from, until, total: total + difference, pages: new Map() };
  }

  /** What has changed in all workspaces of a list since some versions. */
  private async newsOf(
    since: ReadonlyMap<number, Versions>,
    { read }: CountedRows,
    version: number,
  ): Promise<News | undefined> {
    const units: UnitOfChanges[] = [];
    const versions = new Map<number, Versions>();
    for (const [pk, each] of since) {
      const news = await this.recent.since(pk, each, since.size === 1 ? version : undefined, read);
      if (!news) return undefined;
      units.push(...news.units);
      versions.set(pk, news.versions);
    }
    return { units, versions, version: [...versions.values()].reduce((sum, each) => sum + sumOf(each), 0) };
  }

  /** The rows of the listed table that have changed; undefined where others that matter have, or nobody knows which. */
  private imagesIn(units: readonly UnitOfChanges[], changed: ChangedRows): Images[] | undefined {
    const { table } = changed;
    const found: Images[] = [];
    for (const { content } of units) {
      const rows = content[table] ?? [];
      if (ANY_TABLE in content || content[table] === null || this.isOtherwise(content, changed))
        return undefined;
      for (const [before, after] of rows)
        found.push([before, before && after ? { ...before, ...after } : after]);
    }
    return found.length > MAX_IMAGES ? undefined : found;
  }

  /** Rows that listed ones refer to have changed or gone, and with them perhaps whether these match. */
  private isOtherwise(content: UnitOfChanges['content'], { table, joined }: ChangedRows): boolean {
    const read = [table, ...joined.keys()];
    return Object.entries(content).some(([name, rows]) => {
      const columns = joined.get(name);
      if (!columns && !read.some((each) => this.silent.get(each)?.has(name))) return false;
      if (rows === null) return true;
      return rows.some(([before, after]) => {
        if (before === null) return false;
        return after === null || [...(columns ?? [])].some((column) => column in after);
      });
    });
  }

  private async difference(
    images: readonly Images[],
    changed: ChangedRows,
    list: CountedRows,
    { versions }: News,
  ): Promise<number | undefined> {
    const rows = comparedRows(images, changed.columns);
    if (rows.length > MAX_ROWS) return undefined;
    // what is joined is as it is now, which may be later
    const besides = changed.joined.size > 0 ? versionOf(list.workspacePks) : undefined;
    let sum = 0;
    let seen = 0;
    for (let at = 0; at < rows.length; at += MAX_ROWS_COMPARED) {
      const { sql, params } = changed.count(rows.slice(at, at + MAX_ROWS_COMPARED), besides);
      const [[counted, version] = []] = await list.read(sql, params);
      sum += Number(counted);
      seen = Math.max(seen, Number(version ?? 0));
    }
    if (!besides || rows.length === 0) return sum;
    const later = await this.newsOf(versions, list, seen);
    const isSame = later?.units.every(
      ({ content }) => !(ANY_TABLE in content) && !this.isOtherwise(content, changed),
    );
    return isSame ? sum : undefined;
  }
}

interface News {
  readonly units: readonly UnitOfChanges[];
  readonly versions: ReadonlyMap<number, Versions>;
  /** Their sum. */
  readonly version: number;
}

/** What a filter reads of rows, those that are alike together; what was and is the same falls out. */
function comparedRows(images: readonly Images[], columns: readonly string[]): ComparedRow[] {
  const rows = new Map<string, { weight: number; values: Stored[] }>();
  const add = (image: RowImage | null, weight: number): void => {
    if (!image) return;
    const values = columns.map((column) => image[column] ?? null);
    const key = JSON.stringify(values);
    const known = rows.get(key);
    if (known) known.weight += weight;
    else rows.set(key, { weight, values });
  };
  for (const [before, after] of images) {
    add(before, -1);
    add(after, 1);
  }
  return [...rows.values()].filter(({ weight }) => weight !== 0);
}

/** When the running clocks of changed rows change what the filter matches. */
function* expiriesOf(images: readonly Images[], { expiries }: ChangedRows): Generator<number> {
  for (const { clock, after: moment, age } of expiries)
    for (const [, row] of images) {
      const began = row?.[nameIn(clock.since)];
      const isRunning = typeof began === 'string' && (row?.[nameIn(clock.days)] ?? null) === null;
      if (isRunning && began > moment) yield toMilliseconds(began) + age;
    }
}

/** `t.transitStartedAt` */
const nameIn = (column: string): string => column.slice(column.indexOf('.') + 1);
