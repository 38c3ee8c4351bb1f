/**
 * The query of the address bar: the API's own parameters, by their own names, so that a link can be shared and a request be
 * copied. A name that ends in `[]` has a list, all others one value.
 */
export type Search = Readonly<Record<string, string | readonly string[]>>;

export function parseSearch(text: string): Record<string, string | string[]> {
  const search: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (!name.endsWith('[]')) search[name] = value;
    else search[name] = [...(Array.isArray(search[name]) ? search[name] : []), value];
  }
  return search;
}

/** `trackingStatus[]=in_transit&order[createdAt]=desc`, with brackets as they are. */
export function toQuery(search: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    for (const each of values) if (typeof each === 'string' && each !== '') query.append(name, each);
  }
  return query
    .toString()
    .replaceAll('%5B', '[')
    .replaceAll('%5D', ']')
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':');
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const query = toQuery(search);
  return query === '' ? '' : `?${query}`;
}

export const listOf = (search: Search, name: string): readonly string[] => {
  const value = search[name];
  return typeof value === 'string' ? [value] : (value ?? []);
};

export const textOf = (search: Search, name: string): string => {
  const value = search[name];
  return typeof value === 'string' ? value : '';
};

/** A search with other values; an empty one leaves its parameter out. */
export function withValues(
  search: Search,
  changes: Readonly<Record<string, string | readonly string[] | undefined>>,
): Search {
  const next: Record<string, string | readonly string[]> = { ...search };
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value.length === 0) delete next[name];
    else next[name] = value;
  }
  return next;
}
