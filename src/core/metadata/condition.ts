/** A value as the database keeps it: text, number (booleans are 0 and 1) or NULL. */
export type Stored = string | number | null;

/** A piece of SQL with its parameters in the order of its question marks. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly Stored[];
  /** When time alone changes which rows it matches; missing where it never does. */
  readonly expiries?: readonly Expiry[];
  /** An index of the table `t` that answers it best, where the database would not find that out. */
  readonly index?: string | undefined;
}

/** A condition changes for a row whose running clock reaches a whole number of days. */
export interface Expiry {
  /** The columns of a running clock: `days` is null, and `since` the moment at which it began. */
  readonly clock: { readonly since: string; readonly days: string };
  /** The stored moment: the clock of the next row to change began after it … */
  readonly after: string;
  /** … and its row changes so many milliseconds after that. */
  readonly age: number;
}

export const condition = (sql: string, ...params: Stored[]): Condition => ({ sql, params });

/** Nothing matches. */
export const NEVER: Condition = condition('1 = 0');

/** Whether nothing can match: a read by it asks the database nothing. */
export const isNever = ({ sql }: Condition): boolean => sql === NEVER.sql;

/** Everything matches. */
export const ALWAYS: Condition = condition('1 = 1');

/** SQLite refuses a chain of a thousand; longer ones are made of short ones. */
const MAX_CHAIN_LENGTH = 100;

const joined = (operator: string, none: Condition, parts: readonly Condition[]): Condition => {
  const [only] = parts;
  if (!only) return none;
  if (parts.length === 1) return only;
  if (parts.length > MAX_CHAIN_LENGTH) {
    const chains: Condition[] = [];
    for (let at = 0; at < parts.length; at += MAX_CHAIN_LENGTH)
      chains.push(joined(operator, none, parts.slice(at, at + MAX_CHAIN_LENGTH)));
    return joined(operator, none, chains);
  }
  return {
    sql: parts.map((part) => `(${part.sql})`).join(operator),
    params: parts.flatMap((part) => part.params),
    expiries: parts.flatMap((part) => part.expiries ?? []),
    index: operator === ' AND ' ? parts.find((part) => part.index !== undefined)?.index : undefined,
  };
};

/** All of the parts; each in parentheses of its own, so that no OR escapes. */
export const and = (parts: readonly Condition[]): Condition =>
  parts.some(isNever) ? NEVER : joined(' AND ', ALWAYS, parts);

/** At least one of the parts. */
export const or = (parts: readonly Condition[]): Condition =>
  joined(
    ' OR ',
    NEVER,
    parts.filter((part) => !isNever(part)),
  );

/** `expression IN (…)` over any number of values; no value matches nothing. */
export function isIn(expression: string, values: readonly Stored[]): Condition {
  if (values.length === 0) return NEVER;
  if (values.length === 1) return { sql: `${expression} = ?`, params: values };
  return { sql: `${expression} IN (${values.map(() => '?').join(', ')})`, params: values };
}
