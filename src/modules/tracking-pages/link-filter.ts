import { isTrackingNumber } from '../reference-data/carriers/normalize-tracking-number.js';
import { searchedTrackingNumber } from '../reference-data/carriers/parse-tracking-numbers.js';
import type { Database } from '../../core/database/database.js';
import { and, condition, isIn, NEVER, or, type Condition } from '../../core/metadata/condition.js';
import { BadInput, WrongType } from '../../core/metadata/errors.js';
import { idFrom, listFrom } from '../../core/metadata/fields/simple.js';
import { parseText } from '../../core/metadata/fields/text.js';
import { addressForms, emailKey } from '../../core/metadata/identity.js';
import { normaliseOrderNumber } from '../shipments/order-numbers.field.js';
import type { Components } from '../../core/openapi/components.js';
import type { Schema } from '../../core/openapi/types.js';
import { isSpelling } from '../../core/store/spellings.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { ShipmentOrderNumber } from '../shipments/shipment-order-number.entity.js';

const t = sqlNames(Shipment, 't');
const n = sqlNames(ShipmentOrderNumber, 'n');

/**
 * Which shipments of its page's workspace a link shows: those that satisfy everything that is there. A value that is
 * empty finds nothing, and so does a filter that names nothing: a link never shows a whole workspace.
 */
export interface LinkFilter {
  readonly id?: readonly string[];
  /** An `emailKey`. */
  readonly email?: string;
  readonly orderNumbers?: readonly string[];
  readonly trackingNumber?: string;
}

/** Values of a list in a filter at most. */
export const MAX_VALUES = 100;

const values: Schema = { type: 'array', maxItems: MAX_VALUES, items: { type: 'string' } };

/** A filter as answers show it, in the OpenAPI document. */
export const filterSchema = (components: Components): Schema =>
  components.schema('LinkFilter', () => ({
    type: 'object',
    description: 'All of it must hold. Empty values, and a filter that names nothing, find nothing.',
    properties: {
      id: { ...values, description: 'Ids of shipments.' },
      email: { type: 'string', description: 'The address that shipments have.' },
      orderNumbers: values,
      trackingNumber: { type: 'string' },
    },
  }));

/** A filter as bodies have it. */
export const SENT_FILTER: Schema = {
  description:
    'What the link shows: `{"id": …}`, `{"email": …}`, `{"orderNumbers": […]}`, `{"trackingNumber": …}`, or a list of `name=value`. Other names are ignored.',
  anyOf: [
    { type: 'object', additionalProperties: true },
    { type: 'array', items: { type: 'string' } },
  ],
  examples: [{ email: 'ada@example.com' }],
};

/** The hash in a path. */
export const LINK_HASH: Schema = {
  description: 'The hash of a link to a tracking page.',
  examples: ['q2ZJ3xk0n1uV5pY8c7bR6tE4wQ9sD2fG1hJ0kL3mN4o'],
};

/**
 * The filter of a body: an object, or a list of `name=value` and ids of shipments. Other names are ignored.
 * @throws BadInput when it is neither, or too long.
 */
export function linkFilterFrom(sent: unknown, trackingNumber?: unknown): LinkFilter {
  const given = Array.isArray(sent) ? fromList(sent as unknown[]) : objectFrom(sent);
  const number = trackingNumber ?? given.trackingNumber;
  return {
    ...(has(given, 'id') ? { id: idsOf(texts(given.id, 'filter.id')) } : {}),
    ...(has(given, 'email') ? { email: emailKey(one(given.email, 'filter.email')) } : {}),
    ...(has(given, 'orderNumbers')
      ? { orderNumbers: sorted(texts(given.orderNumbers, 'filter.orderNumbers').map(normaliseOrderNumber)) }
      : {}),
    ...(number === undefined || number === null
      ? {}
      : { trackingNumber: searchedTrackingNumber(one(number, 'trackingNumber')) }),
  };
}

type SentFilter = Readonly<Record<string, unknown>>;

const has = (given: SentFilter, name: keyof LinkFilter): boolean =>
  Object.hasOwn(given, name) && given[name] !== null;

function objectFrom(sent: unknown): SentFilter {
  if (sent === undefined || sent === null || sent === '') return {};
  if (typeof sent !== 'object') throw new WrongType('filter', 'array', sent);
  return sent as SentFilter;
}

/** `["email=ada@example.com"]`, or ids: what PHP makes of a list with names is an object already. */
function fromList(sent: readonly unknown[]): SentFilter {
  // without a prototype: `constructor` and `__proto__` are names like any other
  const given = Object.create(null) as Record<string, string[]>;
  for (const [index, each] of sent.entries()) {
    const text = parseText(each, `filter[${index}]`, false) ?? '';
    const [, name = 'id', value = ''] = /^(\w+)(?:\[\w*\])?=(.*)$/s.exec(text) ?? [undefined, 'id', text];
    (given[name] ??= []).push(value);
  }
  return given;
}

function texts(value: unknown, path: string): string[] {
  const list = typeof value === 'object' && value !== null ? listFrom(value, path) : [value];
  if (list.length > MAX_VALUES)
    throw new BadInput(`The "${path}" attribute should have ${MAX_VALUES} values or less.`);
  return list
    .map((each) => parseText(each, path, true)?.trim() ?? '')
    .filter((each) => each !== '' && each.length <= 255);
}

const one = (value: unknown, path: string): string => texts(value, path)[0] ?? '';

const idsOf = (values: readonly string[]): string[] =>
  sorted(values.map(idFrom).filter((id) => id !== undefined));

/** The same filter is always written the same way. */
const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** The rows of `shipments t` that a link into a workspace shows. */
export async function linkCondition(
  filter: LinkFilter,
  workspacePk: number,
  database: Pick<Database, 'read'>,
): Promise<Condition> {
  const { id, email, orderNumbers, trackingNumber } = filter;
  const named: Condition[] = [];
  if (id) named.push(isIn(t.id, id));
  if (email !== undefined)
    named.push(email === '' ? NEVER : await isAddressedTo(email, workspacePk, database));
  if (trackingNumber !== undefined) {
    named.push(
      isTrackingNumber(trackingNumber)
        ? or([
            condition(`${t.trackingNumber} = ?`, trackingNumber),
            condition(`${t.sharedNumber} = ?`, trackingNumber),
          ])
        : NEVER,
    );
  }
  if (orderNumbers) {
    const numbers = and([condition(`${n.workspacePk} = ?`, workspacePk), isIn(n.number, orderNumbers)]);
    named.push({
      sql: `${t.pk} IN (SELECT ${n.shipmentPk} FROM ${n.table} WHERE ${numbers.sql})`,
      params: numbers.params,
    });
  }
  return named.length === 0 ? NEVER : and([condition(`${t.workspacePk} = ?`, workspacePk), ...named]);
}

/** Parcels for the owner of an address, in whatever case or form of its domain each is written. */
function isAddressedTo(
  key: string,
  workspacePk: number,
  database: Pick<Database, 'read'>,
): Promise<Condition> {
  const email = { table: 'shipments', column: 'email', limit: 255 } as const;
  return isSpelling(email, addressForms(key), (text) => emailKey(text) === key, workspacePk, database);
}
