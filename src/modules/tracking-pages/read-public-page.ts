import { carrierByCode, carrierTrackingUrl } from '../reference-data/carriers/carriers.js';
import type { Database } from '../../core/database/database.js';
import { isIn, isNever } from '../../core/metadata/condition.js';
import { toMilliseconds, toWire } from '../../core/metadata/datetime.js';
import { splitOrderNumbers } from '../shipments/order-numbers.field.js';
import { linkCondition } from './link-filter.js';
import type { ResolvedLink } from './resolve-link.js';
import type { PublicCarrier, PublicCheckpoint, PublicItem, PublicPage } from './public-page.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { zoneOf } from '../tracking/place-zones.js';
import { Review } from './reviews/review.entity.js';
import { Checkpoint } from '../shipments/checkpoints/checkpoint.entity.js';
import { ShipmentItem } from '../shipments/shipment-items/shipment-item.entity.js';
import { OrderItem } from '../orders/order-items/order-item.entity.js';

const t = sqlNames(Shipment, 't');
const r = sqlNames(Review, 'r');
const c = sqlNames(Checkpoint, 'c');
const i = sqlNames(ShipmentItem, 'i');
const o = sqlNames(OrderItem, 'o');

/** Shipments of one page, and checkpoints of all of them, at most. */
const MAX_SHIPMENTS = 100;
const MAX_CHECKPOINTS = 5000;

/** What a link shows, and by the shipment's id what only its page says. */
export interface OpenedPage {
  readonly page: PublicPage;
  /** The recipient's time zone, where the place gives one. */
  readonly zones: ReadonlyMap<string, string>;
  /** Milliseconds. */
  readonly deliveredAt: ReadonlyMap<string, number>;
}

/** Everything that a link shows, the newest shipment first. */
export async function openPage(link: ResolvedLink, database: Database): Promise<OpenedPage> {
  const where = await linkCondition(link.filter, link.workspacePk, database);
  const shipments = await database.read(
    `SELECT ${t.pk}, ${t.id}, COALESCE(${t.trackingNumber}, ${t.sharedNumber}), ${t.trackingStatus}, ${t.orderNumbers}, ${t.originCarrier}, ${t.destinationCarrier},
      ${t.originCountryIso2}, ${t.destinationCountryIso2}, ${t.createdAt}, ${t.shippedAt}, ${t.expectedDeliveryDate}, ${t.lastStatusUpdate}, ${r.pk},
      ${t['address.city']}, ${t['address.state']}, COALESCE(${t['address.countryIso2']}, ${t.destinationCountryIso2}), ${t.deliveredAt}
    FROM ${t.table} LEFT JOIN ${r.table} ON ${r.shipmentPk} = ${t.pk} WHERE ${where.sql}
    ORDER BY ${t.createdAt} DESC, ${t.pk} DESC LIMIT ${MAX_SHIPMENTS}`,
    where.params,
  );
  const pks = shipments.map(([pk]) => pk as number);
  const checkpoints = await checkpointsOf(pks, database);
  const items = await itemsOf(pks, database);
  const zones = new Map<string, string>();
  const deliveredAt = new Map<string, number>();
  for (const row of shipments) {
    if (row[17] !== null) deliveredAt.set(row[1] as string, toMilliseconds(row[17] as string));
    const zone = zoneOf(row.slice(14, 17).filter(Boolean).join(', '));
    if (zone !== undefined) zones.set(row[1] as string, zone);
  }
  const page: PublicPage = {
    trackingPage: link.page,
    shipments: shipments.map((row) => {
      const text = (at: number): string | null => row[at] as string | null;
      const moment = (at: number): string | null => (row[at] === null ? null : toWire(row[at] as string));
      const pk = row[0] as number;
      return link.dropshipper({
        id: row[1] as string,
        trackingNumber: text(2),
        trackingStatus: text(3),
        orderNumbers: splitOrderNumbers(row[4] as string),
        originCarrier: carrierOf(text(5), text(2)),
        destinationCarrier: carrierOf(text(6), text(2)),
        originCountryIso2: text(7),
        destinationCountryIso2: text(8),
        createdAt: toWire(row[9] as string),
        shippedAt: moment(10),
        expectedDeliveryDate: moment(11),
        lastStatusUpdate: moment(12),
        checkpoints: checkpoints.get(pk) ?? [],
        items: items.get(pk) ?? [],
        reviewed: row[13] !== null,
      });
    }),
  };
  return { page, zones, deliveredAt };
}

function carrierOf(code: string | null, trackingNumber: string | null): PublicCarrier | null {
  if (code === null || code === '') return null;
  const url = trackingNumber === null ? null : carrierTrackingUrl(code, trackingNumber);
  return { code, name: carrierByCode(code)?.name ?? code, url };
}

async function checkpointsOf(
  shipmentPks: readonly number[],
  database: Database,
): Promise<Map<number, PublicCheckpoint[]>> {
  const of = isIn(c.shipmentPk, shipmentPks);
  if (isNever(of)) return new Map();
  const rows = await database.read(
    `SELECT ${c.shipmentPk}, ${c.checkpointDate}, ${c.info}, ${c.location}, ${c.rel} FROM ${c.table}
      WHERE ${of.sql} AND (${c.info} IS NOT NULL OR ${c.location} IS NOT NULL)
      ORDER BY ${c.checkpointDate} DESC, ${c.pk} DESC LIMIT ${MAX_CHECKPOINTS}`,
    of.params,
  );
  return grouped(rows, ([, date, info, location, rel]) => ({
    checkpointDate: toWire(date as string),
    info: info as string | null,
    location: location as string | null,
    rel: rel as string | null,
  }));
}

async function itemsOf(
  shipmentPks: readonly number[],
  database: Database,
): Promise<Map<number, PublicItem[]>> {
  const of = isIn(i.shipmentPk, shipmentPks);
  if (isNever(of)) return new Map();
  const rows = await database.read(
    `SELECT ${i.shipmentPk}, ${o.productName}, ${i.qty}, ${o.imageUrl}
      FROM ${i.table} JOIN ${o.table} ON ${o.pk} = ${i.orderItemPk}
      WHERE ${of.sql} ORDER BY ${i.pk}`,
    of.params,
  );
  return grouped(rows, ([, productName, qty, imageUrl]) => ({
    productName: productName as string | null,
    qty: Number(qty),
    imageUrl: imageUrl as string | null,
  }));
}

function grouped<T>(
  rows: readonly (readonly unknown[])[],
  to: (row: readonly unknown[]) => T,
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row[0] as number) ?? [];
    groups.set(row[0] as number, group);
    group.push(to(row));
  }
  return groups;
}
