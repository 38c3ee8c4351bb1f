import { parseMoment } from '../../core/metadata/datetime.js';
import type { Stored } from '../../core/metadata/condition.js';
import { encodePair, QueryString } from '../../core/query/query-string.js';
import { shipmentResource } from '../shipments/shipment.resource.js';

/** A parameter, and as it is in a URL: lists that come of each other share most of them. */
interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly encoded: string;
}

/** `2026-01-02T10:00:00Z`, of seconds since 1970. */
export const momentText = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/**
 * The filters of a list of shipments. Each of its methods narrows them: the list that comes of it has the shipments of this
 * one for which something more holds, whatever the filters say already.
 */
export class ListQuery {
  private encoded: string | undefined;
  private read: QueryString | undefined;

  /** @param shorter the list whose parameters come first, and those that are new. */
  private constructor(
    private readonly parameters: readonly Parameter[],
    private readonly shorter?: { readonly list: ListQuery; readonly more: readonly Parameter[] },
  ) {}

  /** The list with these parameters, by name and value. */
  static of(pairs: QueryString['pairs']): ListQuery {
    return new ListQuery(pairs.map(([name, value]) => parameterOf(name, value)));
  }

  /** Those that have one of these values at a property that lists are filtered by exactly. */
  among(path: string, values: readonly string[]): ListQuery {
    const known = this.valuesOf(path);
    const wanted = known ? values.filter((value) => known.includes(value)) : values;
    if (wanted.length === 0) return NOTHING;
    if (known && wanted.length === known.length && known.every((value) => wanted.includes(String(value))))
      return this;
    const name = wanted.length === 1 ? path : `${path}[]`;
    return this.replaced(
      (each) => each === path || isPositionOf(path, each),
      wanted.map((value) => parameterOf(name, value)),
    );
  }

  /** Those that have a value, or none. */
  exists(path: string, yes = true): ListQuery {
    const name = `exists[${path}]`;
    const known = this.keyed('exists', path)?.toLowerCase();
    const isKnown = known !== undefined && ['true', '1', '', 'false', '0'].includes(known);
    if (isKnown) return (known !== 'false' && known !== '0') === yes ? this : NOTHING;
    return this.put(name, String(yes));
  }

  /** Those that are from a moment on, in seconds since 1970. */
  from(path: string, seconds: number): ListQuery {
    return this.bound(path, 'after', seconds, Math.max);
  }

  /** Those that are before a moment. */
  before(path: string, seconds: number): ListQuery {
    return this.bound(path, 'strictly_before', seconds, Math.min);
  }

  /** Those that are within a second, or before it. */
  until(path: string, seconds: number): ListQuery {
    return this.bound(path, 'before', seconds, Math.min);
  }

  /** Those that are after a second. */
  after(path: string, seconds: number): ListQuery {
    return this.bound(path, 'strictly_after', seconds, Math.max);
  }

  /** Those with a number that is at least, or less than this. */
  number(path: string, operator: 'gte' | 'lt' | 'lte', value: number): ListQuery {
    const name = `${path}[${operator}]`;
    const known = Number(this.keyed(path, operator) ?? Number.NaN);
    const stricter = Number.isNaN(known)
      ? value
      : operator === 'gte'
        ? Math.max(known, value)
        : Math.min(known, value);
    return this.put(name, String(stricter));
  }

  /** A parameter that says how another is meant, such as a time zone. */
  put(name: string, value: string): ListQuery {
    return this.replaced((each) => each === name, [parameterOf(name, value)]);
  }

  /** With further parameters instead of those of some names. */
  private replaced(isReplaced: (name: string) => boolean, more: readonly Parameter[]): ListQuery {
    const others = this.parameters.filter(({ name }) => !isReplaced(name));
    const shorter = others.length === this.parameters.length ? { list: this, more } : undefined;
    return new ListQuery([...others, ...more], shorter);
  }

  /** `phase=delivered&createdAt%5Bafter%5D=…` */
  get text(): string {
    return (this.encoded ??= this.shorter?.list.text
      ? `${this.shorter.list.text}&${textOf(this.shorter.more)}`
      : textOf(this.parameters));
  }

  get query(): QueryString {
    return (this.read ??= new QueryString(this.parameters.map(({ name, value }) => [name, value])));
  }

  /** As `query.keyed`, which is read of the first list alone: those that come of it look at what they have more. */
  private keyed(path: string, key: string): string | undefined {
    const { shorter } = this;
    if (!shorter) return this.query.keyed(path, key);
    const own = shorter.more.findLast(({ name }) => name === path || name === `${path}[${key}]`);
    // a value without a key takes the place of all that have one
    return own ? (own.name === path ? undefined : own.value) : shorter.list.keyed(path, key);
  }

  /** The values that an exact filter asks for already, as they are stored; undefined where it asks for none. */
  private valuesOf(path: string): readonly Stored[] | undefined {
    const { shorter } = this;
    if (shorter && !shorter.more.some(({ name }) => name === path || name.startsWith(`${path}[`)))
      return shorter.list.valuesOf(path);
    const search = shipmentResource.fields.get(path)?.search;
    const values = this.query.list(path)?.map((value) => (search ? search.stored(value) : value));
    const usable = values?.filter((value) => value !== undefined);
    return usable && (usable.length > 0 || search?.kind === 'id') ? usable : undefined;
  }

  private bound(
    path: string,
    key: string,
    seconds: number,
    stricter: (one: number, other: number) => number,
  ): ListQuery {
    const text = this.keyed(path, key);
    const known = text === undefined ? undefined : secondsOf(text);
    if (known !== undefined && stricter(known, seconds) === known) return this;
    return this.put(`${path}[${key}]`, momentText(seconds));
  }
}

const parameterOf = (name: string, value: string): Parameter => ({
  name,
  value,
  encoded: encodePair([name, value]),
});

const textOf = (parameters: readonly Parameter[]): string =>
  parameters.map(({ encoded }) => encoded).join('&');

/** The list in which nothing is: no shipment has this id. */
const NOTHING = ListQuery.of([['id', 'none']]);

/** `f[]` and `f[3]` of `f`. */
const isPositionOf = (path: string, name: string): boolean =>
  name.startsWith(`${path}[`) && /^\[\d*\]$/.test(name.slice(path.length));

function secondsOf(text: string): number | undefined {
  const stored = parseMoment(text);
  return stored === undefined ? undefined : Date.parse(`${stored.replace(' ', 'T').slice(0, 23)}Z`) / 1000;
}
