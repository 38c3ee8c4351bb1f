import { toStored } from '../metadata/datetime.js';
import type { SqlDialect } from '../metadata/field.js';
import type { TimeZone } from '../metadata/time-zone.js';

/** What clocks of a zone show at the moment in a column, in seconds as if they were UTC's since 1970; null for null. */
export function localSeconds(column: string, zone: TimeZone, dialect: SqlDialect): string {
  const seconds = dialect.seconds(column);
  const initial = zone.initialOffset / 1000;
  if (zone.changes.length === 0) return `(${seconds} + ${initial})`;
  // literals: they are ours, and SQLite would divide by parameters with fractions
  const changes = zone.changes.map(
    ({ at, offset }) => `WHEN ${column} >= '${toStored(at)}' THEN ${offset / 1000}`,
  );
  return `(${seconds} + CASE ${changes.join(' ')} ELSE ${initial} END)`;
}
