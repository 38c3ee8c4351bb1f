import { condition, type Condition } from '../../metadata/condition.js';
import type { Filter, FilterClass } from '../../metadata/filter.js';
import { TimeZone } from '../../metadata/time-zone.js';
import { localSeconds } from '../local-time.js';

/** `f[weekday]=1` is Monday, 7 Sunday; in the time zone `f[tz]`, UTC where none is given. Null is no day. */
const weekdayFilter: FilterClass = {
  parameters: (path) => [
    {
      name: `${path}[weekday]`,
      property: path,
      type: 'integer',
      minimum: 1,
      maximum: 7,
      description: `\`${path}\` is on this day of the week: 1 is Monday, 7 Sunday.`,
    },
    {
      name: `${path}[tz]`,
      property: path,
      type: 'string',
      description: `The time zone of \`${path}[weekday]\`, by its IANA name; UTC where there is none.`,
      example: 'Europe/Berlin',
    },
  ],
  query: (path, { search, table }, asked): Condition | undefined => {
    const day = asked.keyed(path, 'weekday');
    const name = asked.keyed(path, 'tz');
    const zone = TimeZone.find(name ?? 'UTC');
    if (!zone) asked.unusable(path, 'tz');
    if (day === undefined || !zone) return undefined;
    if (!/^[1-7]$/.test(day)) {
      asked.unusable(path, 'weekday');
      return undefined;
    }
    const { dialect } = table;
    const days = dialect.dividedBy(localSeconds(table.column(search.column), zone, dialect), '86400');
    // 1970-01-01 was a Thursday
    return condition(`(${days} + 3) % 7 = ${Number(day) - 1}`);
  },
};

/** The day of the week of a moment. */
export const weekday = <P extends string>(...paths: P[]): Filter<P> => ({ class: weekdayFilter, paths });
