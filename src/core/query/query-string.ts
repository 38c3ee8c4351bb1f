import { BadInput } from '../metadata/errors.js';
import type { QueryParameters } from '../metadata/filter.js';

/** More than any client needs: 500 ids of a page, and every filter of a collection. */
const MAX_PARAMETERS = 1000;

/** Parameters that say how much is shown of which page. */
const ABOUT_PAGES = new Set(['page', 'itemsPerPage', 'cursor']);

const BRACKETS = /^([^[\]]+)\[([^[\]]*)\]$/;
const POSITION = /^\d+$/;

export interface Unusable {
  readonly parameter: string;
  readonly reason: 'unknown' | 'unusable';
}

/**
 * A URL's query as PHP reads it, dots kept: `f=a&f=b` is b, `f[]=a&f[7]=b` a list, `f[gte]=1` keyed. It remembers which
 * parameters were understood, so that the others can be named.
 */
export class QueryString implements QueryParameters {
  /** The query as sent, in its order: decoded names with values. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
  private readonly values = new Map<string, string | Map<string, string>>();
  /** The position of the next `name[]`. */
  private readonly next = new Map<string, number>();
  private readonly understood = new Set<string>();
  private readonly refused = new Set<string>();

  /** @param sent as it was sent, or decoded names with values. */
  constructor(sent: string | QueryString['pairs']) {
    this.pairs = typeof sent === 'string' ? sent.split('&').filter(Boolean).map(decodePair) : sent;
    if (this.pairs.length > MAX_PARAMETERS) {
      throw new BadInput(`The query has too many parameters. It should have ${MAX_PARAMETERS} or less.`);
    }
    for (const [name, value] of this.pairs) this.add(name, value);
  }

  /** The query of a URL or of a path with one. */
  static of(url: string): QueryString {
    const at = url.indexOf('?');
    return new QueryString(at < 0 ? '' : url.slice(at + 1));
  }

  private add(name: string, value: string): void {
    const match = BRACKETS.exec(name);
    if (!match) {
      this.values.set(name, value);
      return;
    }
    const [, base, key] = match as unknown as [string, string, string];
    let keyed = this.values.get(base);
    if (!(keyed instanceof Map)) {
      this.values.set(base, (keyed = new Map<string, string>()));
      this.next.set(base, 0);
    }
    const next = this.next.get(base) ?? 0;
    const position = key === '' ? String(next) : key;
    if (POSITION.test(position)) this.next.set(base, Math.max(next, Number(position) + 1));
    keyed.set(position, value);
  }

  /** Whether there is any `f=x` or `f[…]=x`. */
  has(name: string): boolean {
    return this.values.has(name);
  }

  /** `f=x`, the last one where there are several. */
  scalar(name: string): string | undefined {
    const value = this.values.get(name);
    if (typeof value !== 'string') return undefined;
    this.understood.add(name);
    return value;
  }

  list(name: string): readonly string[] | undefined {
    const value = this.values.get(name);
    if (value === undefined) return undefined;
    if (typeof value === 'string') {
      this.understood.add(name);
      return [value];
    }
    const list: string[] = [];
    for (const [key, each] of value) {
      if (!POSITION.test(key)) continue;
      this.understood.add(`${name}[${key}]`);
      list.push(each);
    }
    return list.length > 0 ? list : undefined;
  }

  keyed(name: string, key: string): string | undefined {
    const value = this.values.get(name);
    if (!(value instanceof Map) || !value.has(key)) return undefined;
    this.understood.add(`${name}[${key}]`);
    return value.get(key);
  }

  /** All `name[key]=value`, in the order sent. */
  entries(name: string): readonly (readonly [key: string, value: string])[] {
    const value = this.values.get(name);
    return value instanceof Map ? [...value] : [];
  }

  understand(name: string, key: string): void {
    this.understood.add(`${name}[${key}]`);
  }

  unusable(name: string, key?: string): void {
    this.refused.add(key === undefined ? name : `${name}[${key}]`);
  }

  /** The parameters that had no effect, as they were named. */
  ignored(): readonly Unusable[] {
    const found: Unusable[] = [];
    for (const [name, value] of this.values) {
      const keys = typeof value === 'string' ? [undefined] : [...value.keys()];
      for (const key of keys) {
        const parameter = key === undefined ? name : `${name}[${key}]`;
        if (this.refused.has(parameter) || this.refused.has(name))
          found.push({ parameter, reason: 'unusable' });
        else if (!this.understood.has(parameter)) found.push({ parameter, reason: 'unknown' });
      }
    }
    return found;
  }

  /** The part that says which rows are wanted. */
  get filters(): string {
    return encodePairs(this.pairs.filter(([name]) => !ABOUT_PAGES.has(name) && !name.startsWith('order[')));
  }

  /** The part that says in which order they are wanted. */
  get orders(): string {
    return encodePairs(this.pairs.filter(([name]) => name.startsWith('order[')));
  }

  /** The query again, percent-encoded, without some parameters. */
  without(...names: readonly string[]): string {
    return encodePairs(this.pairs.filter(([name]) => !names.includes(name)));
  }

  /** The query again, percent-encoded, with `page` or `cursor` at its end. */
  withPage(page: number | { readonly cursor: string }): string {
    const rest = this.without('page', 'cursor');
    const last = typeof page === 'number' ? `page=${page}` : `cursor=${page.cursor}`;
    return rest === '' ? last : `${rest}&${last}`;
  }
}

/** A decoded name with its value, as it is sent. */
export const encodePair = ([name, value]: QueryString['pairs'][number]): string =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

const encodePairs = (pairs: QueryString['pairs']): string => pairs.map(encodePair).join('&');

function decodePair(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
}

function decode(text: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new BadInput('The query is not valid percent-encoded UTF-8.');
  }
  if (decoded.includes('\0')) throw new BadInput('The query contains characters that are not allowed.');
  return decoded;
}
