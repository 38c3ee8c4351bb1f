import { DAY_SECONDS, firstOf } from '../metadata/business-time.js';
import type { SqlDialect } from '../metadata/field.js';

/** `businessSeconds` of `core/metadata/business-time.ts` in SQL: of a local time in seconds, and a column with the weekend. */
export function businessSecondsSql(local: string, weekend: string, dialect: SqlDialect): string {
  const day = dialect.dividedBy(local, String(DAY_SECONDS));
  // MySQL's shifts have no sign, and its differences then have none either
  const isOff = (weekday: string | number): string => `CAST((${weekend} >> ${weekday}) & 1 AS SIGNED)`;
  const off = Array.from(
    { length: 7 },
    (_, weekday) => `${isOff(weekday)} * ${dialect.dividedBy(`(${day} + ${6 - firstOf(weekday)})`, '7')}`,
  );
  const rest = `(${local} - ${day} * ${DAY_SECONDS}) * (1 - ${isOff(`((${day} + 3) % 7)`)})`;
  return `((${day} - (${off.join(' + ')})) * ${DAY_SECONDS} + ${rest})`;
}
