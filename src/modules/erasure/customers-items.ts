import type { Database } from '../../core/database/database.js';
import { selectList, sqlNames, tableNameOf, type Entity } from '../../core/database/sql-names.js';
import { isIn, isNever, type Condition } from '../../core/metadata/condition.js';
import { toStored } from '../../core/metadata/datetime.js';
import { foldValue } from '../../core/metadata/fold.js';
import { addressForms, emailKey } from '../../core/metadata/identity.js';
import { Order } from '../orders/order.entity.js';
import { OrderAddress } from '../orders/order-address.entity.js';
import { ShipmentOrder } from '../shipments/shipment-order.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';

const links = sqlNames(ShipmentOrder);

/** Words that say nothing alone: shorter ones are in other words. */
const MIN_WORD_LENGTH = 4;

/** What a workspace has of a customer. */
export interface CustomersItems {
  readonly email: string;
  /** Ids by key. */
  readonly orders: ReadonlyMap<number, string>;
  readonly shipments: ReadonlyMap<number, string>;
  /** Keys of further addresses of orders. */
  readonly addresses: readonly number[];
  readonly phones: ReadonlySet<string>;
  /** The address, telephone numbers, names and streets, in small letters: texts that have one are about the person. */
  readonly words: ReadonlySet<string>;
  /** In stored form: what happened before is of the person. */
  readonly startedAt: string;
}

type Row = Readonly<Record<string, string | number | null>> & { readonly pk: number; readonly id: string };

/**
 * Orders and shipments of a customer: those with the e-mail, and those that are linked with these and have no e-mail of
 * somebody else.
 */
export async function customersItems(
  workspacePk: number,
  email: string,
  database: Database,
): Promise<CustomersItems> {
  const startedAt = toStored(Date.now());
  const key = emailKey(email.trim());
  const folded = [...new Set(addressForms(key).map((form) => foldValue(form, 1000) ?? ''))];
  const isTheirs = (row: Row): boolean => row.email === null || emailKey(String(row.email)) === key;
  const rows = async (entity: Entity<unknown>, where: Condition): Promise<Row[]> => {
    if (isNever(where)) return [];
    const select = `SELECT ${selectList(entity)} FROM ${tableNameOf(entity)} WHERE workspacePk = ? AND ${where.sql}`;
    const found = await database.transaction((transaction) =>
      transaction.rows<Row>(select, [workspacePk, ...where.params]),
    );
    return found.filter(isTheirs);
  };
  const byEmail = isIn('emailFolded', folded);
  const orders = new Map<number, Row>();
  const shipments = new Map<number, Row>();
  const keep = (into: Map<number, Row>, found: readonly Row[]): void => {
    for (const row of found) into.set(row.pk, row);
  };
  const addresses = await rows(OrderAddress, byEmail);
  keep(orders, await rows(Order, byEmail));
  keep(
    orders,
    await rows(
      Order,
      isIn(
        'pk',
        addresses.map(({ orderPk }) => orderPk as number),
      ),
    ),
  );
  keep(shipments, await rows(Shipment, byEmail));
  const linked = async (from: 'orderPk' | 'shipmentPk', pks: Iterable<number>): Promise<Condition> => {
    const to = from === 'orderPk' ? links.shipmentPk : links.orderPk;
    const those = isIn(links[from], [...pks]);
    if (isNever(those)) return those;
    const found = await database.read(
      `SELECT DISTINCT ${to} FROM ${links.table} WHERE ${those.sql}`,
      those.params,
    );
    return isIn(
      'pk',
      found.map(([pk]) => pk as number),
    );
  };
  keep(shipments, await rows(Shipment, await linked('orderPk', orders.keys())));
  keep(orders, await rows(Order, await linked('shipmentPk', shipments.keys())));
  keep(shipments, await rows(Shipment, isIn('parentPk', [...shipments.keys()])));
  const further = await rows(OrderAddress, isIn('orderPk', [...orders.keys()]));
  const all = [...orders.values(), ...shipments.values(), ...addresses, ...further];
  const phones = new Set(all.flatMap(({ phoneNumber }) => (phoneNumber ? [String(phoneNumber)] : [])));
  const ids = (of: ReadonlyMap<number, Row>): Map<number, string> =>
    new Map([...of.values()].map(({ pk, id }) => [pk, id]));
  return {
    email,
    orders: ids(orders),
    shipments: ids(shipments),
    addresses: [...new Set([...addresses, ...further].map(({ pk }) => pk))],
    phones,
    words: wordsOf(all, [email.trim(), key, ...phones]),
    startedAt,
  };
}

/** What of a row says who its person is. */
const NAMING = /^(?:email|phoneNumber)$|\.(?:firstName|lastName|addressLine1|addressLine2)$/;

function wordsOf(rows: readonly Row[], more: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (word: string): void => {
    const small = word.trim().toLowerCase();
    if (small.length >= MIN_WORD_LENGTH) words.add(small);
  };
  for (const word of more) add(word);
  for (const row of rows)
    for (const [path, value] of Object.entries(row))
      if (typeof value === 'string' && NAMING.test(path) && !path.endsWith('.firstName')) add(value);
  return words;
}
