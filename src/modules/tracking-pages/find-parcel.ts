import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { isIn } from '../../core/metadata/condition.js';
import { emailKey } from '../../core/metadata/identity.js';
import { fold } from '../../core/metadata/fold.js';
import { Order } from '../orders/order.entity.js';
import { OrderItem } from '../orders/order-items/order-item.entity.js';
import { isTrackingNumber } from '../reference-data/carriers/normalize-tracking-number.js';
import { searchedTrackingNumber } from '../reference-data/carriers/parse-tracking-numbers.js';
import { normaliseOrderNumber } from '../shipments/order-numbers.field.js';
import { ShipmentItem } from '../shipments/shipment-items/shipment-item.entity.js';
import { ShipmentOrderNumber } from '../shipments/shipment-order-number.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';
import type { LinkFilter } from './link-filter.js';

const o = sqlNames(Order, 'o');
const oi = sqlNames(OrderItem, 'oi');
const si = sqlNames(ShipmentItem, 'si');
const n = sqlNames(ShipmentOrderNumber, 'n');
const t = sqlNames(Shipment, 't');

/** What a customer knows of a parcel. */
export interface ParcelSearch {
  readonly trackingNumber: string;
  readonly orderNumber: string;
  /** An e-mail address, or a postcode in any spelling. */
  readonly emailOrPostcode: string;
}

/** Orders and shipments with one number that are looked at, at most: numbers are nearly unique in a workspace. */
const MAX_ROWS = 50;

/** Finds what a stranger may see because he knows two things of an order, or the number on its parcel. */
@Injectable()
export class FindParcel {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The filter of a link to what was found; undefined when there is nothing, or not with these details. */
  async find(search: ParcelSearch, workspacePk: number): Promise<LinkFilter | undefined> {
    const number = searchedTrackingNumber(search.trackingNumber);
    if (number !== '') return this.byTrackingNumber(number, workspacePk);
    return this.byOrder(search, workspacePk);
  }

  private async byTrackingNumber(
    trackingNumber: string,
    workspacePk: number,
  ): Promise<LinkFilter | undefined> {
    if (!isTrackingNumber(trackingNumber)) return undefined;
    const rows = await this.database.read(
      `SELECT ${t.pk} FROM ${t.table}
        WHERE ${t.workspacePk} = ? AND (${t.trackingNumber} = ? OR ${t.sharedNumber} = ?) LIMIT 1`,
      [workspacePk, trackingNumber, trackingNumber],
    );
    return rows.length > 0 ? { trackingNumber } : undefined;
  }

  private async byOrder(search: ParcelSearch, workspacePk: number): Promise<LinkFilter | undefined> {
    const number = normaliseOrderNumber(search.orderNumber);
    const isKnown = matches(search.emailOrPostcode);
    const orders = await this.ordersWith(search.orderNumber, workspacePk, isKnown);
    const id = await this.shipmentsWith(number, workspacePk, isKnown, orders);
    if (id.length > 0) return { id, orderNumbers: [number] };
    // nothing is shipped yet: the link shows it as soon as something is
    const email = search.emailOrPostcode;
    return orders.length > 0
      ? { orderNumbers: [number], ...(email.includes('@') && { email: emailKey(email) }) }
      : undefined;
  }

  /** Keys of the orders with this number that somebody knows more of. */
  private async ordersWith(orderNumber: string, workspacePk: number, isKnown: Matches): Promise<number[]> {
    const rows = await this.database.read(
      `SELECT ${o.pk}, ${o.email}, ${o['shippingAddress.postcode']}, ${o['billingAddress.postcode']} FROM ${o.table}
        WHERE ${o.workspacePk} = ? AND ${o.orderNumberFolded} = ? LIMIT ${MAX_ROWS}`,
      [workspacePk, fold(orderNumber.trim())],
    );
    return rows.filter(([, email, ...postcodes]) => isKnown(email, ...postcodes)).map(([pk]) => pk as number);
  }

  /** Ids of the shipments with this number that somebody knows more of, or that have items of these orders. */
  private async shipmentsWith(
    number: string,
    workspacePk: number,
    isKnown: Matches,
    orderPks: readonly number[],
  ): Promise<string[]> {
    const rows = await this.database.read(
      `SELECT ${t.id}, ${t.email}, ${t['address.postcode']} FROM ${n.table} JOIN ${t.table} ON ${t.pk} = ${n.shipmentPk}
        WHERE ${n.workspacePk} = ? AND ${n.number} = ? LIMIT ${MAX_ROWS}`,
      [workspacePk, number],
    );
    const ids = rows.filter(([, email, postcode]) => isKnown(email, postcode)).map(([id]) => id as string);
    if (orderPks.length === 0) return ids;
    const of = isIn(oi.orderPk, orderPks);
    const shipped = await this.database.read(
      `SELECT DISTINCT ${t.id} FROM ${oi.table} JOIN ${si.table} ON ${si.orderItemPk} = ${oi.pk}
        JOIN ${t.table} ON ${t.pk} = ${si.shipmentPk} WHERE ${of.sql} LIMIT ${MAX_ROWS}`,
      of.params,
    );
    return [...new Set([...ids, ...shipped.map(([id]) => id as string)])];
  }
}

type Matches = (email: unknown, ...postcodes: readonly unknown[]) => boolean;

const postcodeKey = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Whether an order's e-mail address or one of its postcodes is what was typed. */
function matches(typed: string): Matches {
  const email = typed.includes('@') ? emailKey(typed.trim()) : undefined;
  const postcode = postcodeKey(typed);
  return (known, ...postcodes) =>
    email === undefined
      ? postcode !== '' && postcodes.some((each) => each !== null && postcodeKey(each as string) === postcode)
      : known !== null && emailKey(known as string) === email;
}
