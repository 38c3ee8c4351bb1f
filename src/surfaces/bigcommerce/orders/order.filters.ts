import { and, condition, NEVER, type Condition } from '../../../core/metadata/condition.js';
import { parseMoment, toStored } from '../../../core/metadata/datetime.js';
import type { Database } from '../../../core/database/database.js';
import { addressForms, emailKey } from '../../../core/metadata/identity.js';
import { parseMoney } from '../../../core/metadata/money.js';
import type { QueryString } from '../../../core/query/query-string.js';
import { booleanFrom, wholeNumber } from '../../shared/lenient-values.js';
import { isDirection, orderBy } from '../../shared/sort.js';
import { FIRST_CHANNEL } from './order-details.js';
import { normaliseOrderNumber } from '../../../modules/shipments/order-numbers.field.js';
import { isSpelling, type Spelled } from '../../../core/store/spellings.js';
import { statusIs } from './order-status.filter.js';
import { ORDER_STATUSES } from './order-statuses.js';
import { InvalidField } from '../errors.js';

/** A parameter's text as what is compared; undefined when it is none of its kind. */
type Parse = (
  text: string,
  storePk: number,
  database: Pick<Database, 'read'>,
) => Condition | undefined | Promise<Condition>;

const compared =
  (sql: string, parse: (text: string) => string | number | undefined): Parse =>
  (text) => {
    const value = parse(text);
    return value === undefined ? undefined : condition(sql, value);
  };

const whole = (text: string): number | undefined => {
  const value = wholeNumber(text);
  return Number.isSafeInteger(value) ? value : undefined;
};

/** RFC 2822, ISO 8601 or Unix seconds, in stored form. A `+` of an offset may have arrived as a blank. */
function moment(text: string): string | undefined {
  const milliseconds = Date.parse(text.trim().replace(/(:\d\d) +(\d{4})$/, '$1 +$2'));
  return (
    parseMoment(text) ?? (/^[a-z]{3}, /i.test(text) && milliseconds >= 0 ? toStored(milliseconds) : undefined)
  );
}

/** Answers show whole seconds: what was made within the last one belongs to it. */
const endOfSecond = (text: string): string | undefined => moment(text)?.replace(/\.\d*$/, '.999999');

/** What a program looks up is what it gets: look-alikes have another key. */
const spelled =
  (
    column: Spelled['column'],
    limit: number,
    keyOf: (text: string) => string,
    formsOf: (key: string) => readonly string[] = (key) => [key],
  ): Parse =>
  (text, storePk, database) => {
    const key = keyOf(text);
    const isSame = (other: string): boolean => keyOf(other) === key;
    return isSpelling({ table: 'orders', column, limit }, [text, ...formsOf(key)], isSame, storePk, database);
  };

/** The parameters that choose orders, with the conditions that they are over the table `t`. */
const FILTERS: Readonly<Record<string, Parse>> = {
  min_id: compared('t.pk >= ?', whole),
  max_id: compared('t.pk <= ?', whole),
  min_total: compared('t.total >= ?', parseMoney),
  max_total: compared('t.total <= ?', parseMoney),
  customer_id: compared('COALESCE(t.customerId, 0) = ?', whole),
  email: spelled('email', 1000, emailKey, addressForms),
  payment_method: compared('t.paymentMethod = ?', (text) => text.trim()),
  channel_id: compared(`COALESCE(t.channelId, ${FIRST_CHANNEL}) = ?`, whole),
  // nobody here has carts
  cart_id: () => NEVER,
  external_order_id: spelled('orderNumber', 255, normaliseOrderNumber),
  status_id: (text, storePk) => {
    const id = whole(text);
    if (id === undefined) return undefined;
    return ORDER_STATUSES[id] ? statusIs(id, storePk) : NEVER;
  },
  min_date_created: compared('t.createdAt >= ?', moment),
  max_date_created: compared('t.createdAt <= ?', endOfSecond),
  min_date_modified: compared('t.updatedAt >= ?', moment),
  max_date_modified: compared('t.updatedAt <= ?', endOfSecond),
};

/** What is put away is asked for by itself. */
function isDeleted(text: string): Condition | undefined {
  const flag = booleanFrom(text);
  return flag === undefined ? undefined : condition(`t.archivedAt IS ${flag ? 'NOT ' : ''}NULL`);
}

const PARAMETERS: Readonly<Record<string, Parse>> = { is_deleted: isDeleted, ...FILTERS };

/** Which orders of a store (its workspace's key) a list is asked for; without `is_deleted` those that are not put away. @throws InvalidField. */
export async function orderFilter(
  query: QueryString,
  storePk: number,
  database: Pick<Database, 'read'>,
): Promise<Condition> {
  const conditions: Condition[] = [];
  for (const [name, parse] of Object.entries(PARAMETERS)) {
    const text = query.scalar(name) ?? (name === 'is_deleted' ? 'false' : '');
    if (text === '') continue;
    const found = await parse(text, storePk, database);
    if (!found) throw new InvalidField(name, 'The value of this parameter cannot be understood.');
    conditions.push(found);
  }
  return and(conditions);
}

/** What orders are sorted by, as SQL over the table `t`. */
export const SORTS: Readonly<Record<string, string>> = {
  id: 't.pk',
  customer_id: 'COALESCE(t.customerId, 0)',
  date_created: 't.createdAt',
  date_modified: 't.updatedAt',
  channel_id: `COALESCE(t.channelId, ${FIRST_CHANNEL})`,
};

/** `sort=date_created:desc` as SQL; without it by id. @throws InvalidField. */
export function orderSort(query: QueryString): string {
  const text = query.scalar('sort') ?? '';
  if (text === '') return 't.pk';
  const [name = '', direction = 'asc', ...rest] = text.toLowerCase().split(':');
  const column = Object.hasOwn(SORTS, name) ? SORTS[name] : undefined;
  if (column === undefined || !isDirection(direction) || rest.length > 0)
    throw new InvalidField(
      'sort',
      `The value must be one of ${Object.keys(SORTS).join(', ')}, with :asc or :desc.`,
    );
  return orderBy(column, direction);
}
