import { and, condition, type Condition } from '../../core/metadata/condition.js';
import { DAY_SECONDS } from '../../core/metadata/business-time.js';
import type { Comparison, FieldDeclaration, SqlTable } from '../../core/metadata/field.js';
import { parseNumber } from '../../core/metadata/fields/number.js';
import type { Filter, FilterClass } from '../../core/metadata/filter.js';
import { TimeZone } from '../../core/metadata/time-zone.js';
import { businessSecondsSql } from '../../core/query/business-time.js';
import { localSeconds } from '../../core/query/local-time.js';

/** Days of a filter as seconds; no parcel takes longer than a whole number can say. */
const secondsOf = (days: number): number => {
  const most = Number.MAX_SAFE_INTEGER;
  return Math.max(-most, Math.min(most, Math.round(days * DAY_SECONDS)));
};

const seconds = (table: SqlTable): string =>
  `(${table.dialect.seconds(table.column('deliveredAt'))} - ${table.dialect.seconds(table.column('shippedAt'))})`;

function businessSecondsIn(table: SqlTable, zone: TimeZone): string {
  const { dialect } = table;
  const weekend = table.column('workspace.weekend');
  const [delivered, shipped] = ['deliveredAt', 'shippedAt'].map((path) =>
    businessSecondsSql(localSeconds(table.column(path), zone, dialect), weekend, dialect),
  );
  return `(${delivered} - ${shipped})`;
}

/** Days from shipping to delivery; null until it is delivered. Lists are filtered by it. */
export const transitTime =
  (description: string): FieldDeclaration =>
  (name) => ({
    name,
    groups: new Set(),
    required: false,
    description,
    schema: { type: 'number', nullable: true },
    reads: [],
    toJson: () => null,
    search: {
      column: 'deliveredAt',
      kind: 'number',
      stored: parseNumber,
      derived: {
        expression: (table) => condition(seconds(table)),
        compare: (table, operator, days) => compare(seconds(table), operator, days),
      },
    },
  });

const compare = (expression: string, operator: Comparison, days: number): Condition =>
  condition(`${expression} ${operator} ?`, secondsOf(days));

const OPERATORS = [
  ['gte', '>=', 'at least'],
  ['lt', '<', 'less than'],
] as const;

/** `f[gte]=2&f[lt]=3`: business days, without the weekend of the workspace; days are those of the time zone `f[tz]`. */
const businessDaysFilter: FilterClass = {
  parameters: (path) => [
    ...OPERATORS.map(([key, , words]) => ({
      name: `${path}[${key}]`,
      property: path,
      type: 'string' as const,
      description: `\`${path}\` is ${words} so many business days.`,
    })),
    {
      name: `${path}[tz]`,
      property: path,
      type: 'string',
      description: `The time zone whose days are counted in \`${path}\`, by its IANA name; UTC where there is none.`,
      example: 'Europe/Berlin',
    },
  ],
  query: (path, { search, table }, asked) => {
    const zone = TimeZone.find(asked.keyed(path, 'tz') ?? 'UTC');
    if (!zone) asked.unusable(path, 'tz');
    const parts: Condition[] = [];
    for (const [key, operator] of OPERATORS) {
      const text = asked.keyed(path, key);
      if (text === undefined || !zone) continue;
      const days = search.stored(text);
      if (typeof days !== 'number') asked.unusable(path, key);
      else parts.push(compare(businessSecondsIn(table, zone), operator, days));
    }
    return parts.length > 0 ? and(parts) : undefined;
  },
};

/** A time in business days. */
export const businessDays = <P extends string>(...paths: P[]): Filter<P> => ({
  class: businessDaysFilter,
  paths,
});
