import { and, condition, NEVER, type Condition } from '../../../core/metadata/condition.js';
import { parseMoment, toStored } from '../../../core/metadata/datetime.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Order } from '../../../modules/orders/order.entity.js';
import type { Database } from '../../../core/database/database.js';
import { addressForms, emailKey } from '../../../core/metadata/identity.js';
import { parseMoney } from '../../../core/metadata/money.js';
import type { QueryString } from '../../../core/query/query-string.js';
import type { ParameterObject, Schema } from '../../../core/openapi/types.js';
import { booleanFrom, wholeNumber } from '../../shared/lenient-values.js';
import { sortsOf } from '../../shared/mapping.js';
import { isDirection, orderBy } from '../../shared/sort.js';
import { normaliseOrderNumber } from '../../../modules/shipments/order-numbers.field.js';
import { isSpelling, type Spelled } from '../../../core/store/spellings.js';
import { statusIs } from './order-status.filter.js';
import { ORDER_STATUSES } from './order-statuses.js';
import { CHANNEL_ID, CUSTOMER_ID, ORDER } from './order.mapping.js';
import { InvalidField } from '../errors.js';

const t = sqlNames(Order, 't');

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

/** A parameter that chooses orders: what it is called for in documents, and the condition that it is over the table `t`. */
interface OrderFilter {
  readonly description: string;
  readonly schema?: Schema;
  readonly parse: Parse;
}

const TEXT: Schema = { type: 'string' };
const MOMENT: Schema = { type: 'string', examples: ['Wed, 13 Mar 2019 16:35:37 +0000'] };
const MOMENTS = 'RFC 2822, ISO 8601 or Unix seconds.';

/** By their names; what is put away is asked for by itself. */
const FILTERS: Readonly<Record<string, OrderFilter>> = {
  is_deleted: {
    description: 'Only what is put away; otherwise only what is not.',
    schema: { type: 'boolean', default: false },
    parse: isDeleted,
  },
  min_id: { description: 'Orders with this id or a later one.', parse: compared(`${t.pk} >= ?`, whole) },
  max_id: { description: 'Orders with this id or an earlier one.', parse: compared(`${t.pk} <= ?`, whole) },
  min_total: {
    description: 'Orders with this total or more.',
    schema: TEXT,
    parse: compared(`${t.total} >= ?`, parseMoney),
  },
  max_total: {
    description: 'Orders with this total or less.',
    schema: TEXT,
    parse: compared(`${t.total} <= ?`, parseMoney),
  },
  customer_id: {
    description: 'Orders of this customer; 0: of guests.',
    parse: compared(`${CUSTOMER_ID} = ?`, whole),
  },
  email: {
    description: 'Orders with this e-mail address.',
    schema: TEXT,
    parse: spelled('email', 1000, emailKey, addressForms),
  },
  payment_method: {
    description: 'Orders that are paid in this way, as the shop calls it.',
    schema: TEXT,
    parse: compared(`${t.paymentMethod} = ?`, (text) => text.trim()),
  },
  channel_id: { description: 'Orders of this channel.', parse: compared(`${CHANNEL_ID} = ?`, whole) },
  cart_id: { description: 'Orders of a cart: there are none.', schema: TEXT, parse: () => NEVER },
  external_order_id: {
    description: 'Orders with this number.',
    schema: TEXT,
    parse: spelled('orderNumber', 255, normaliseOrderNumber),
  },
  status_id: { description: 'Orders that are shown with this status.', parse: hasStatus },
  min_date_created: {
    description: `Made then or later: ${MOMENTS}`,
    schema: MOMENT,
    parse: compared(`${t.createdAt} >= ?`, moment),
  },
  max_date_created: {
    description: `Made then or earlier: ${MOMENTS}`,
    schema: MOMENT,
    parse: compared(`${t.createdAt} <= ?`, endOfSecond),
  },
  min_date_modified: {
    description: `Changed then or later: ${MOMENTS}`,
    schema: MOMENT,
    parse: compared(`${t.updatedAt} >= ?`, moment),
  },
  max_date_modified: {
    description: `Changed then or earlier: ${MOMENTS}`,
    schema: MOMENT,
    parse: compared(`${t.updatedAt} <= ?`, endOfSecond),
  },
};

function isDeleted(text: string): Condition | undefined {
  const flag = booleanFrom(text);
  return flag === undefined ? undefined : condition(`${t.archivedAt} IS ${flag ? 'NOT ' : ''}NULL`);
}

function hasStatus(text: string, storePk: number): Condition | undefined {
  const id = whole(text);
  if (id === undefined) return undefined;
  return ORDER_STATUSES[id] ? statusIs(id, storePk) : NEVER;
}

/** Which orders of a store (its workspace's key) a list is asked for; without `is_deleted` those that are not put away. @throws InvalidField. */
export async function orderFilter(
  query: QueryString,
  storePk: number,
  database: Pick<Database, 'read'>,
): Promise<Condition> {
  const conditions: Condition[] = [];
  for (const [name, { parse }] of Object.entries(FILTERS)) {
    const text = query.scalar(name) ?? (name === 'is_deleted' ? 'false' : '');
    if (text === '') continue;
    const found = await parse(text, storePk, database);
    if (!found) throw new InvalidField(name, 'The value of this parameter cannot be understood.');
    conditions.push(found);
  }
  return and(conditions);
}

/** What orders are sorted by, as SQL over the table `t`. */
const SORTS = sortsOf(ORDER);

/** `sort=date_created:desc` as SQL; without it by id. @throws InvalidField. */
export function orderSort(query: QueryString): string {
  const text = query.scalar('sort') ?? '';
  if (text === '') return t.pk;
  const [name = '', direction = 'asc', ...rest] = text.toLowerCase().split(':');
  const column = Object.hasOwn(SORTS, name) ? SORTS[name] : undefined;
  if (column === undefined || !isDirection(direction) || rest.length > 0)
    throw new InvalidField(
      'sort',
      `The value must be one of ${Object.keys(SORTS).join(', ')}, with :asc or :desc.`,
    );
  return orderBy(column, direction);
}

const inQuery = (name: string, description: string, schema: Schema): ParameterObject => ({
  name,
  in: 'query',
  description,
  required: false,
  schema,
});

/** The parameters that choose orders, in the OpenAPI document. */
export const ORDER_FILTERS: readonly ParameterObject[] = Object.entries(FILTERS).map(
  ([name, { description, schema = { type: 'integer' } }]) => inQuery(name, description, schema),
);

/** The parameter that sorts them. */
export const ORDER_SORT = inQuery(
  'sort',
  `By which field, with :asc or :desc: ${Object.keys(SORTS).join(', ')}.`,
  { type: 'string', default: 'id:asc', examples: ['date_created:desc'] },
);
