import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import { foldValue } from '../src/core/metadata/fold.js';
import { partsOf } from '../src/modules/shipments/tracking-number-parts.js';
import { addressColumns } from './limit-json.js';
import { idIn, shipmentRow, stored, type Body } from './limit-writes.js';

/**
 * The loader that a shop would write for itself: NDJSON in, multi-row INSERTs of 500 lines in a transaction, a line of
 * answer for each. It leaves the rows that Waybill leaves, but checks nothing and tells nobody of them.
 */

const LINES = 500;

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Rows that have the same columns. @returns the key of the first; the others follow it. */
async function insert(on: PoolConnection, table: string, rows: Rows): Promise<number> {
  const names = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => Object.values(row));
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES ?`;
  return (await on.query<ResultSetHeader>(sql, [values]))[0].insertId;
}

const numbersOf = (body: Body): readonly string[] => body.orderNumbers as unknown as string[];

/** Shipments with their order numbers, the pieces of their tracking numbers, and links to the orders that are there. */
async function insertShipments(on: PoolConnection, pk: number, bodies: readonly Body[]): Promise<string[]> {
  const now = stored(Date.now());
  const rows = bodies.map((body) => ({ workspacePk: pk, ...shipmentRow(body, now) }));
  const first = await insert(on, 'shipments', rows);
  const numbers = bodies.flatMap((body, at) =>
    numbersOf(body).map((number, position) => ({
      shipmentPk: first + at,
      number,
      workspacePk: pk,
      position,
    })),
  );
  await insert(on, 'shipment_order_numbers', numbers);
  const parts = bodies.flatMap(({ trackingNumber = '' }, at) =>
    (partsOf(trackingNumber) ?? []).map((part) => ({ workspacePk: pk, part, shipmentPk: first + at })),
  );
  await insert(on, 'tracking_number_parts', parts);
  const [orders] = await on.query<RowDataPacket[]>(
    'SELECT pk, orderNumber FROM orders WHERE workspacePk = ? AND orderNumberFolded IN (?) FOR UPDATE',
    [pk, numbers.map(({ number }) => foldValue(number, 255))],
  );
  const byNumber = new Map(orders.map((order) => [order.orderNumber as string, order.pk as number]));
  const links = numbers.flatMap(({ shipmentPk, number }) => {
    const orderPk = byNumber.get(number);
    return orderPk === undefined ? [] : [{ shipmentPk, orderPk }];
  });
  if (links.length > 0) await insert(on, 'shipment_orders', links);
  return rows.map((row) => `/shipments/${(row as Readonly<Record<string, unknown>>).id as string}`);
}

/** Money is kept in ten-thousandths. */
const money = (amount = '0'): number => Math.round(Number(amount) * 10_000);

/** Orders with their items, and links to the shipments that wait for their numbers. */
async function insertOrders(on: PoolConnection, pk: number, bodies: readonly Body[]): Promise<string[]> {
  const now = stored(Date.now());
  const rows = bodies.map((body) => ({
    id: randomUUID(),
    workspacePk: pk,
    orderNumber: body.orderNumber,
    orderNumberFolded: foldValue(body.orderNumber ?? '', 255),
    subtotal: money(body.subtotal),
    total: money(body.total),
    currency: body.currency,
    orderType: 'customer',
    email: body.email,
    emailFolded: foldValue(body.email ?? '', 255),
    fulfillmentStatus: 'not_fulfilled',
    createdAt: now,
    updatedAt: now,
    ...addressColumns('shippingAddress', body.shippingAddress as unknown as Body),
  }));
  const first = await insert(on, 'orders', rows);
  const items = bodies.flatMap((body, at) =>
    (body.items as unknown as Body[]).map((item) => ({
      id: randomUUID(),
      workspacePk: pk,
      orderPk: first + at,
      productName: item.productName,
      productNameFolded: foldValue(item.productName ?? '', 255),
      productSku: item.productSku,
      qty: item.qty,
      price: money(item.price),
      rowTotal: money(item.rowTotal),
      createdAt: now,
      updatedAt: now,
    })),
  );
  await insert(on, 'order_items', items);
  const [shipments] = await on.query<RowDataPacket[]>(
    'SELECT shipmentPk, number FROM shipment_order_numbers WHERE workspacePk = ? AND number IN (?)',
    [pk, bodies.map(({ orderNumber }) => orderNumber)],
  );
  const byNumber = new Map(bodies.map(({ orderNumber }, at) => [orderNumber, first + at]));
  const links = shipments.map(({ shipmentPk, number }) => ({
    shipmentPk: shipmentPk as number,
    orderPk: byNumber.get(number as string),
  }));
  if (links.length > 0) await insert(on, 'shipment_orders', links);
  return rows.map(({ id }) => `/orders/${id}`);
}

/** Writes a body of NDJSON, and answers a line for each of its lines. */
export async function load(
  pool: Pool,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const write = path === '/orders' ? insertOrders : insertShipments;
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  let line = 0;
  const unit = async (bodies: readonly Body[]): Promise<void> => {
    const connection = await pool.getConnection();
    try {
      await connection.query('START TRANSACTION');
      const [found] = await connection.query<RowDataPacket[]>('SELECT pk FROM workspaces WHERE id = ?', [
        idIn(bodies[0]?.workspace),
      ]);
      const made = await write(connection, found[0]?.pk as number, bodies);
      await connection.query('COMMIT');
      response.write(
        made.map((iri) => `${JSON.stringify({ line: ++line, status: 201, '@id': iri })}\n`).join(''),
      );
    } catch (error) {
      await connection.query('ROLLBACK');
      throw error;
    } finally {
      connection.release();
    }
  };
  let bodies: Body[] = [];
  for await (const text of createInterface({ input: request })) {
    bodies.push(JSON.parse(text) as Body);
    if (bodies.length < LINES) continue;
    await unit(bodies);
    bodies = [];
  }
  if (bodies.length > 0) await unit(bodies);
  response.end();
}
