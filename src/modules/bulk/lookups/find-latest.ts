import { QueryString } from '../../../core/query/query-string.js';
import type { Resource } from '../../../core/metadata/resource.js';
import type { Json } from '../../../core/serializer/reader.js';
import type { Caller } from '../../../core/store/caller.js';
import type { Store } from '../../../core/store/store.js';

/** Matches of a lookup at most. */
export const MAX_MATCHES = 20;

/** Filters of a list, by parameter. */
export type Query = Readonly<Record<string, string>>;

const PREFERENCES = { strict: false, uncounted: true, byCursor: false } as const;

/** The newest that one of some queries finds, each once; those of the first query come first. */
export async function findLatest(
  resource: Resource,
  queries: readonly Query[],
  among: readonly string[] | undefined,
  caller: Caller,
  store: Store,
): Promise<Json[]> {
  if (among?.length === 0) return [];
  const found = new Map<unknown, Json>();
  for (const query of queries) {
    const parameters = new URLSearchParams({
      ...query,
      'order[createdAt]': 'desc',
      itemsPerPage: String(MAX_MATCHES),
    });
    for (const id of among ?? []) parameters.append('id[]', id);
    const page = await store.page(
      {
        resource,
        path: `/${resource.path}/lookup`,
        steps: [],
        query: new QueryString(parameters.toString()),
        group: 'getc',
        ld: false,
        preferences: PREFERENCES,
      },
      caller,
    );
    for (const member of page.members.json()) if (!found.has(member.id)) found.set(member.id, member);
    if (found.size >= MAX_MATCHES) break;
  }
  return [...found.values()].slice(0, MAX_MATCHES);
}
