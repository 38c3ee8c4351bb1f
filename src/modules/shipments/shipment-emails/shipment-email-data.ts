import { isURL } from 'class-validator';
import { carrierByCode, isCarrierUrl } from '../../reference-data/carriers/carriers.js';
import { publicTrackingUrl } from '../../reference-data/carriers/public-tracking-url.js';
import { countryName } from '../../reference-data/countries/countries.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { splitOrderNumbers } from '../order-numbers.field.js';
import { Shipment } from '../shipment.entity.js';
import { effectiveTrackingNumber } from '../effective-tracking-number.js';
import { merchantCarrierCode, type MerchantCarrier, merchantTrackingNumber } from '../merchant-carrier.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Workspace } from '../../workspaces/workspace.entity.js';
import { ShipmentOrder } from '../shipment-order.entity.js';
import { Order } from '../../orders/order.entity.js';
import { ShipmentItem } from '../shipment-items/shipment-item.entity.js';
import { OrderItem } from '../../orders/order-items/order-item.entity.js';

const s = sqlNames(Shipment, 's');
const w = sqlNames(Workspace, 'w');
const l = sqlNames(ShipmentOrder, 'l');
const o = sqlNames(Order, 'o');
const i = sqlNames(ShipmentItem, 'i');
const oi = sqlNames(OrderItem, 'oi');
const shipments = sqlNames(Shipment);

/** How many rows of a kind a mail can tell of; the rest is only counted. */
const MAX_ROWS = 100;

/** A tracking number of a parcel. */
export interface EmailTrack {
  /** As people call it; null when nobody has said. */
  readonly carrier: string | null;
  /** As the shop writes it; null where there is just a link. */
  readonly number: string | null;
  /** An http(s) address that shows where the parcel is. */
  readonly link: string | null;
}

export interface EmailItem {
  readonly name: string | null;
  readonly sku: string | null;
  readonly qty: number;
}

/** The first of some things, and how many there are. */
export interface Excerpt<T> {
  readonly first: readonly T[];
  readonly count: number;
}

/** What a customer is told of a shipment. */
export interface ShipmentEmailData {
  /** The shipment's address for e-mail, else that of its first order; null when there is none. */
  readonly email: string | null;
  /** Key of the workspace whose parcel it is. */
  readonly workspacePk: number;
  readonly shop: string;
  readonly firstName: string | null;
  /** As the shop writes them. */
  readonly orderNumbers: Excerpt<string>;
  readonly items: Excerpt<EmailItem>;
  /** The shipment's own number and those of its further tracks. */
  readonly tracks: Excerpt<EmailTrack>;
  /** Where it goes, line by line. */
  readonly address: readonly string[];
  readonly comments: string | null;
}

type TrackRow = MerchantCarrier & Pick<Shipment, 'trackingLink'>;

interface RecipientRow {
  readonly workspacePk: number;
  readonly shop: string;
  readonly email: string | null;
  readonly orderNumbers: string;
  readonly comments: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly countryIso2: string | null;
}

interface OrderRow {
  readonly orderNumber: string | null;
  readonly email: string | null;
}

/** What there is to tell of a shipment, as the unit of work has it; undefined when there is no such shipment. */
export async function loadShipmentEmailData(
  shipmentPk: number,
  transaction: Transaction,
): Promise<ShipmentEmailData | undefined> {
  const [receiver] = await transaction.rows<RecipientRow>(RECIPIENT_SQL, [shipmentPk]);
  if (!receiver) return undefined;
  const orders = await loadExcerpt<OrderRow>(ORDERS_SQL, [shipmentPk], transaction);
  const tracks = await loadExcerpt<TrackRow>(TRACKS_SQL, [shipmentPk, shipmentPk, shipmentPk], transaction);
  const told = tracks.first.map(emailTrack).filter(({ number, link }) => number !== null || link !== null);
  const numbers = orders.first.map(({ orderNumber }) => orderNumber ?? '').filter((number) => number !== '');
  const loose = splitOrderNumbers(receiver.orderNumbers);
  return {
    email: receiver.email || orders.first[0]?.email || null,
    workspacePk: receiver.workspacePk,
    shop: receiver.shop,
    firstName: receiver.firstName,
    orderNumbers:
      numbers.length > 0
        ? { first: numbers, count: orders.count - orders.first.length + numbers.length }
        : { first: loose, count: loose.length },
    items: await loadExcerpt<EmailItem>(ITEMS_SQL, [shipmentPk], transaction),
    tracks: { first: told, count: tracks.count - tracks.first.length + told.length },
    address: addressLines(receiver),
    comments: receiver.comments,
  };
}

/** The first rows of a query, each of which has the `count` of all. */
async function loadExcerpt<T>(
  sql: string,
  keys: readonly number[],
  transaction: Transaction,
): Promise<Excerpt<T>> {
  const rows = await transaction.rows<T & { readonly count: number }>(`${sql} LIMIT ${MAX_ROWS}`, keys);
  return { first: rows, count: Number(rows[0]?.count ?? 0) };
}

const RECIPIENT_SQL = `SELECT ${w.pk} AS workspacePk, ${w.title} AS shop, ${s.email} AS email, ${s.orderNumbers} AS orderNumbers, ${s.comments} AS comments,
  ${s['address.firstName']} AS firstName, ${s['address.lastName']} AS lastName, ${s['address.company']} AS company,
  ${s['address.addressLine1']} AS addressLine1, ${s['address.addressLine2']} AS addressLine2, ${s['address.postcode']} AS postcode,
  ${s['address.city']} AS city, ${s['address.state']} AS state, ${s['address.country']} AS country, ${s['address.countryIso2']} AS countryIso2
  FROM ${s.table} JOIN ${w.table} ON ${w.pk} = ${s.workspacePk} WHERE ${s.pk} = ?`;

const ORDERS_SQL = `SELECT ${o.orderNumber} AS orderNumber, ${o.email} AS email, COUNT(*) OVER () AS count
  FROM ${l.table} JOIN ${o.table} ON ${o.pk} = ${l.orderPk} WHERE ${l.shipmentPk} = ? ORDER BY ${o.pk}`;

const ITEMS_SQL = `SELECT ${oi.productName} AS name, ${oi.productSku} AS sku, ${i.qty} AS qty, COUNT(*) OVER () AS count
  FROM ${i.table} JOIN ${oi.table} ON ${oi.pk} = ${i.orderItemPk} WHERE ${i.shipmentPk} = ? AND ${i.qty} > 0 ORDER BY ${i.pk}`;

const TRACKS_SQL = `SELECT ${shipments.trackingNumber}, ${shipments.sharedNumber}, ${shipments.writtenNumber}, ${shipments.originCarrier}, ${shipments.shippingProvider}, ${shipments.trackingCarrier}, ${shipments.carrierTitle}, ${shipments.trackingLink}, COUNT(*) OVER () AS count
  FROM ${shipments.table}
    WHERE (${shipments.pk} = ? OR ${shipments.parentPk} = ?) AND (${shipments.trackingNumber} IS NOT NULL OR ${shipments.sharedNumber} IS NOT NULL OR ${shipments.trackingLink} <> '')
  ORDER BY CASE WHEN ${shipments.pk} = ? THEN 0 ELSE 1 END, ${shipments.pk}`;

function emailTrack(track: TrackRow): EmailTrack {
  const code = merchantCarrierCode(track) ?? '';
  const number = effectiveTrackingNumber(track);
  return {
    carrier: track.carrierTitle || carrierByCode(code)?.name || null,
    number: merchantTrackingNumber(track),
    // who gets the mail may not know the shop: it carries no link of the shop's own
    link:
      isWebAddress(track.trackingLink) && isCarrierUrl(track.trackingLink)
        ? track.trackingLink
        : number === null
          ? null
          : publicTrackingUrl({ code, word: track.trackingCarrier }, number),
  };
}

const isWebAddress = (text: string | null): text is string =>
  isURL(text ?? '', { protocols: ['http', 'https'], require_protocol: true, require_tld: false });

function addressLines(to: RecipientRow): string[] {
  const together = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' ');
  return [
    together(to.firstName, to.lastName),
    to.company,
    to.addressLine1,
    to.addressLine2,
    together(to.postcode, to.city),
    to.state,
    to.country || countryName(to.countryIso2 ?? ''),
  ].filter((line): line is string => typeof line === 'string' && line.trim() !== '');
}
