import type { Clock } from '../database/clock.js';
import { condition, isIn } from '../metadata/condition.js';
import type { ReadContext, Row } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import { QueryString } from '../query/query-string.js';
import { keyOf, type Reader } from '../serializer/reader.js';
import type { Catalog } from './catalog.js';
import type { CountCache } from './count-cache.js';
import type { Read } from './reading.js';
import { versionOf } from './workspace-version.js';

/** How many rows of resources some workspaces have. */
export type TotalsOf = (
  counted: readonly Resource[],
  workspacePks: readonly number[],
  read: Read,
) => Promise<NonNullable<ReadContext['totals']>>;

/** Counts them: what a unit of work sees is its own. */
export const countedNow =
  ({ tables }: Catalog): TotalsOf =>
  async (counted, workspacePks, read) => {
    const of = isIn('t.workspacePk', workspacePks);
    const totals = new Map<Resource, ReadonlyMap<number, number>>();
    for (const resource of counted) {
      const { name } = tables.of(resource.entity);
      const rows = await read(
        `SELECT t.workspacePk, COUNT(*) FROM ${name} t WHERE ${of.sql} GROUP BY t.workspacePk`,
        of.params,
      );
      totals.set(resource, new Map(rows as readonly (readonly [number, number])[]));
    }
    return totals;
  };

/** Takes what is remembered and carried on from change to change: a workspace may have a million rows. See docs/adr/0028. */
export const countedOnce =
  (catalog: Catalog, lists: CountCache, clock: Clock): TotalsOf =>
  async (counted, workspacePks, read) => {
    const current = workspacePks.map((pk) => versionOf([pk]));
    const params = current.flatMap((each) => each.params);
    const [versions = []] = await read(`SELECT ${current.map(({ sql }) => sql).join(', ')}`, params);
    const totalOf = (resource: Resource, pk: number, version: number): Promise<number> => {
      const scope = [condition('t.workspacePk = ?', pk)];
      const options = { scope, query: EVERYTHING, now: clock.now(), workspacePks: [pk] };
      const rows = { ...catalog.counted(resource, options), name: `${pk} all ${resource.path}`, read };
      return lists.totalFrom(rows, version);
    };
    const totals = new Map(counted.map((resource) => [resource, new Map<number, number>()]));
    for (const [resource, byWorkspace] of totals)
      for (const [at, pk] of workspacePks.entries())
        byWorkspace.set(pk, await totalOf(resource, pk, Number(versions[at])));
    return totals;
  };

const EVERYTHING = new QueryString('');

/** What a reader of these rows needs to know of them beside; nothing is counted for one that shows no totals. */
export async function totalsFor(
  { counted }: Reader,
  rows: readonly Row[],
  read: Read,
  totalsOf: TotalsOf,
): Promise<Pick<ReadContext, 'totals'>> {
  if (counted.length === 0 || rows.length === 0) return {};
  return { totals: await totalsOf(counted, rows.map(keyOf), read) };
}
