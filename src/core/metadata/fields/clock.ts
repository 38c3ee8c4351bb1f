import { condition, or, type Condition, type Expiry } from '../condition.js';
import { toMilliseconds, toStored, wholeDays } from '../datetime.js';
import type { Comparison, FieldDeclaration, FieldOptions, SqlTable } from '../field.js';
import { parseNumber } from './number.js';

const DAY = 86_400_000;

/** More than any clock shows; so many days ago is still a date of the calendar. */
const MAX_DAYS = 700_000;

export interface ClockOptions extends FieldOptions {
  /** The column with the moment at which the clock began. */
  readonly since: string;
  /** The column with the whole days counted when it stopped; null while it runs. */
  readonly days: string;
}

/**
 * Whole days, rounded down, from a stored moment until now or until the clock stopped; null where it has not begun. What
 * is shown, filtered and sorted is derived here and counts to the same moment, so it is right with no job running.
 */
export function clock(options: ClockOptions): FieldDeclaration {
  const border = (table: SqlTable, days: number): Expiry => ({
    clock: { since: table.column(options.since), days: table.column(options.days) },
    after: toStored(table.now - days * DAY),
    age: days * DAY,
  });
  const running = (table: SqlTable, comparison: string, days: number): Condition => {
    const turn = border(table, days);
    const sql = `${turn.clock.days} IS NULL AND ${turn.clock.since} ${comparison} ?`;
    return { sql, params: [turn.after], expiries: [turn] };
  };
  const begun = (table: SqlTable): Condition => condition(`${table.column(options.since)} IS NOT NULL`);

  const atLeast = (table: SqlTable, days: number): Condition =>
    days <= 0
      ? begun(table)
      : or([condition(`${table.column(options.days)} >= ?`, days), running(table, '<=', days)]);
  const below = (table: SqlTable, days: number): Condition =>
    or([condition(`${table.column(options.days)} < ?`, days), running(table, '>', days)]);
  const exactly = (table: SqlTable, days: number): Condition =>
    or([
      condition(`${table.column(options.days)} = ?`, days),
      {
        sql: `${running(table, '<=', days).sql} AND ${table.column(options.since)} > ?`,
        params: [...(days === 0 ? [FAR_FUTURE] : [border(table, days).after]), border(table, days + 1).after],
        expiries: [...(days === 0 ? [] : [border(table, days)]), border(table, days + 1)],
      },
    ]);

  const compare = (table: SqlTable, operator: Comparison, value: number): Condition => {
    const bounded = Math.max(-1, Math.min(value, MAX_DAYS));
    if (operator === '>=') return atLeast(table, Math.ceil(bounded));
    if (operator === '>') return atLeast(table, Math.floor(bounded) + 1);
    const none = condition('1 = 0');
    if (operator === '<') return bounded <= 0 ? none : below(table, Math.ceil(bounded));
    if (operator === '<=') return bounded < 0 ? none : below(table, Math.floor(bounded) + 1);
    return Number.isInteger(value) && value >= 0 ? exactly(table, bounded) : none;
  };

  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: false,
    description: options.description,
    schema: { type: 'integer', nullable: true },
    reads: [options.since, options.days],
    toJson: (row, at, { now }) => {
      if (row[at + 1] !== null) return row[at + 1];
      if (row[at] === null) return null;
      return wholeDays(toMilliseconds(row[at] as string), now);
    },
    search: {
      column: options.days,
      kind: 'number',
      stored: parseNumber,
      derived: {
        expression: (table) =>
          condition(
            `COALESCE(${table.column(options.days)}, ${table.dialect.wholeDays(table.column(options.since), '?')})`,
            toStored(table.now),
          ),
        compare,
      },
    },
  });
}

/** A clock that begins later than now shows 0 days. */
const FAR_FUTURE = '9999-12-31 23:59:59.999000';
