import { sqlNames } from '../../../core/database/sql-names.js';
import { type Condition, condition, isIn } from '../../../core/metadata/condition.js';
import { isAddress } from '../../../core/metadata/identity.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { Order } from '../../orders/order.entity.js';
import { ShipmentOrder } from '../../shipments/shipment-order.entity.js';
import { splitOrderNumbers } from '../../shipments/order-numbers.field.js';
import { Shipment } from '../../shipments/shipment.entity.js';
import { zoneOf } from '../../tracking/place-zones.js';
import type { Channel } from '../events/message-events.js';
import { phoneFrom } from './recipient-key.js';

const s = sqlNames(Shipment, 's');
const l = sqlNames(ShipmentOrder, 'l');
const o = sqlNames(Order, 'o');

/** Whom a shipment goes to, as messages see it. */
export interface Recipient {
  readonly pk: number;
  readonly id: string;
  readonly workspacePk: number;
  readonly trackingStatus: string | null;
  /** It has the items of none of its own: its first parcel's messages tell of it. */
  readonly isFurtherTrack: boolean;
  readonly orderNumbers: string;
  readonly trackingNumber: string | null;
  readonly city: string | null;
  readonly country: string | null;
  /** Where the place tells it. */
  readonly zone: string | undefined;
  readonly addresses: Readonly<Record<Channel, string | undefined>>;
}

interface Row {
  readonly pk: number;
  readonly id: string;
  readonly workspacePk: number;
  readonly trackingStatus: string | null;
  readonly parentPk: number | null;
  readonly orderNumbers: string;
  readonly trackingNumber: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly reached: string | null;
}

/** The recipients of shipments, by the shipments' ids; what has gone is missing. */
export const recipientsOf = (
  ids: readonly string[],
  transaction: Transaction,
): Promise<ReadonlyMap<string, Recipient>> => recipientsWhere(isIn(s.id, ids), transaction);

/** The recipient of a shipment, by its key. */
export async function recipientOf(pk: number, transaction: Transaction): Promise<Recipient | undefined> {
  const found = await recipientsWhere(condition(`${s.pk} = ?`, pk), transaction);
  return [...found.values()][0];
}

async function recipientsWhere(
  those: Condition,
  transaction: Transaction,
): Promise<ReadonlyMap<string, Recipient>> {
  const rows = await transaction.rows<Row>(
    `SELECT ${s.pk} AS pk, ${s.id} AS id, ${s.workspacePk} AS workspacePk, ${s.trackingStatus} AS trackingStatus,
        ${s.parentPk} AS parentPk, ${s.orderNumbers} AS orderNumbers, COALESCE(${s.trackingNumber}, ${s.sharedNumber}) AS trackingNumber, ${s.email} AS email, ${s.phoneNumber} AS phone, ${s['address.city']} AS city,
        ${s['address.state']} AS state, ${s['address.countryIso2']} AS country, ${s.destinationCountryIso2} AS reached
      FROM ${s.table} WHERE ${those.sql}`,
    those.params,
  );
  const without = rows.filter(({ email, phone }) => !email || !phone).map(({ pk }) => pk);
  const orders = await ordersOf(without, transaction);
  return new Map(
    rows.map((row) => {
      const { city, state, email, phone } = row;
      const country = row.country ?? row.reached;
      const order = orders.get(row.pk);
      const mail = email || order?.email;
      const place = [city, state, country].filter(Boolean).join(', ');
      const recipient: Recipient = {
        ...row,
        orderNumbers: splitOrderNumbers(row.orderNumbers).join(', '),
        isFurtherTrack: row.parentPk !== null,
        country,
        zone: place === '' ? undefined : zoneOf(place),
        addresses: {
          email: mail && isAddress(mail) ? mail : undefined,
          sms: phoneFrom((phone || order?.phone) ?? ''),
        },
      };
      return [row.id, recipient];
    }),
  );
}

interface OrderRow {
  readonly pk: number;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The first order of shipments that do not have everything themselves. */
async function ordersOf(
  pks: readonly number[],
  transaction: Transaction,
): Promise<ReadonlyMap<number, OrderRow>> {
  if (pks.length === 0) return new Map();
  const those = isIn(l.shipmentPk, pks);
  const rows = await transaction.rows<OrderRow>(
    `SELECT ${l.shipmentPk} AS pk, ${o.email} AS email, ${o.phoneNumber} AS phone
      FROM ${l.table} JOIN ${o.table} ON ${o.pk} = ${l.orderPk} WHERE ${those.sql} ORDER BY ${o.pk} DESC`,
    those.params,
  );
  return new Map(rows.map((row) => [row.pk, row]));
}
