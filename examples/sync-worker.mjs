#!/usr/bin/env node
// Brings the orders and shipments of a CSV file, and example payloads in JSON, into Waybill. It may run as often as you
// like: what is there already is updated. It needs Node 20 or later, and waybill-client:
// `npm ci && npm run build && npm run build:client`.
//
//   WAYBILL_URL=http://localhost:3000 WAYBILL_CLIENT_ID=… WAYBILL_CLIENT_SECRET=… WAYBILL_WORKSPACE=<id> \
//     node examples/sync-worker.mjs [orders.csv [payloads/]]

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AuthenticationError, Waybill, WaybillError } from 'waybill-client';

const [csvFile = beside('orders.csv'), payloads = beside('payloads')] = process.argv.slice(2);
const settings = readSettings(process.env);
const workspace = `/workspaces/${settings.WORKSPACE.replace(/^\/workspaces\//, '')}`;

/** It keeps the token, follows pages, and sends again what another try may change. */
const waybill = new Waybill({
  url: settings.URL,
  clientId: settings.CLIENT_ID,
  clientSecret: settings.CLIENT_SECRET,
  attempts: 6,
  onRetry: ({ path, wait, reason }) =>
    console.error(`again    ${path.split('?')[0]} in ${wait} ms: ${reason}`),
});

const count = { created: 0, updated: 0, failed: 0 };

/** Imports everything. What fails is reported and does not hold up the rest, unless the server cannot be reached. */
async function run() {
  try {
    const integration = await findOrMakeIntegration();
    await importCsv(await readFile(csvFile, 'utf8'), integration);
    await importPayloads(payloads, integration);
  } catch (error) {
    const reason = error instanceof AuthenticationError ? `No token: ${error.message}` : error.message;
    report('failed', 'run', reason);
  }
  console.log(`${count.created} created, ${count.updated} updated, ${count.failed} failed`);
  process.exitCode = count.failed > 0 ? 1 : 0;
}

// --- what is imported ---

/** What the imported objects come from. Its IRI makes their `externalSourceSyncId`s unique. */
async function findOrMakeIntegration() {
  const title = 'CSV import';
  const known = await list(`${workspace}/workflows`, { type: 'integration-csv', title });
  const exact = known.find((each) => each.title === title);
  if (exact) return exact['@id'];
  const body = { workspace, title, type: 'integration-csv', period: 'immediately', enabled: true };
  const made = await waybill.post('/workflows', body);
  report('created', 'workflow', title);
  return made['@id'];
}

/** One row is one product of an order, with how many of it went into which parcel. */
async function importCsv(text, integration) {
  const rows = parseCsv(text);
  const source = (syncId) => ({ externalSourceIntegration: integration, externalSourceSyncId: syncId });
  const orders = new Map();
  for (const [id, lines] of groupBy(rows, (row) => row.order_id)) {
    const order = await save('/orders', { ...orderFrom(lines), ...source(id) });
    orders.set(id, order);
    if (order) await importOrderItems(id, order, lines, source);
  }
  const shipped = rows.filter((row) => row.tracking_number !== '');
  for (const [number, lines] of groupBy(shipped, (row) => row.tracking_number)) {
    const iris = [...new Set(lines.map((row) => orders.get(row.order_id)?.iri))].filter(Boolean);
    const shipment = await save('/shipments', { ...shipmentFrom(number, lines, iris), ...source(number) });
    for (const row of shipment ? lines : []) {
      const orderItem = orders.get(row.order_id)?.items?.get(row.item_id);
      if (!orderItem) continue;
      const syncId = `${number}-${row.order_id}-${row.item_id}`;
      const body = { shipment: shipment.iri, orderItem, qty: Number(row.shipped_qty), ...source(syncId) };
      await saveShipmentItem(body);
    }
  }
}

async function importOrderItems(orderId, order, lines, source) {
  order.items = new Map();
  for (const [itemId, [row]] of groupBy(lines, (each) => each.item_id)) {
    const body = { ...itemFrom(row), order: order.iri, ...source(`${orderId}-${itemId}`) };
    const item = await save('/order_items', body);
    if (item) order.items.set(itemId, item.iri);
  }
}

/**
 * The files of a directory, in the order of their names. `@type` says where each belongs; IRIs of the example stand for
 * what was made of the file with that `@id`, for the workspace, or for the integration.
 */
async function importPayloads(directory, integration) {
  const known = new Map();
  const real = (value) => {
    if (Array.isArray(value)) return value.map(real);
    if (value !== null && typeof value === 'object') {
      const kept = Object.entries(value).filter(([key]) => !key.startsWith('@'));
      return Object.fromEntries(kept.map(([key, each]) => [key, real(each)]));
    }
    if (typeof value !== 'string') return value;
    if (value.startsWith('/workspaces/')) return workspace;
    return value.startsWith('/workflows/') ? integration : (known.get(value) ?? value);
  };
  for (const file of (await readdir(directory)).filter((name) => name.endsWith('.json')).sort()) {
    const payload = JSON.parse(await readFile(join(directory, file), 'utf8'));
    const saved = await saveExample(payload['@type'], real(payload));
    if (saved) known.set(payload['@id'], saved.iri);
    if (saved && payload.shipment?.['@id']) known.set(payload.shipment['@id'], saved.shipment);
  }
}

const PATHS = { Order: '/orders', OrderItem: '/order_items', Shipment: '/shipments' };

const saveExample = (type, body) =>
  type === 'ShipmentItem' ? saveShipmentItem(body) : save(PATHS[type], body);

function orderFrom(lines) {
  const [first] = lines;
  const items = groupBy(lines, (row) => row.item_id).map(([, [row]]) => row);
  const total = money(items.reduce((sum, row) => sum + Number(row.qty) * Number(row.price), 0));
  const address = addressFrom(first);
  return {
    workspace,
    orderNumber: first.order_number,
    orderStatus: { code: 'processing', title: 'Processing' },
    email: first.email,
    phoneNumber: first.phone,
    currency: first.currency,
    subtotal: total,
    total,
    shippingAddress: address,
    billingAddress: address,
  };
}

const itemFrom = (row) => ({
  productName: row.product,
  productSku: row.sku,
  qty: Number(row.qty),
  price: row.price,
  rowTotal: money(Number(row.qty) * Number(row.price)),
});

function shipmentFrom(trackingNumber, lines, orders) {
  const [{ carrier, email, phone }] = lines;
  const address = addressFrom(lines[0]);
  return { workspace, trackingNumber, originCarrier: carrier, orders, email, phoneNumber: phone, address };
}

const addressFrom = (row) => ({
  firstName: row.first_name,
  lastName: row.last_name,
  addressLine1: row.address,
  city: row.city,
  postcode: row.postcode,
  countryIso2: row.country,
});

// --- writing without duplicates ---

/**
 * POSTs an object. Is it there already, by its id in the source or by its tracking number, it is found and changed.
 * Answers its IRI, or nothing when it could not be saved.
 */
async function save(path, body) {
  const { item, refusal } = await tried(waybill.post(path, body));
  if (item) {
    report('created', path, nameOf(body));
    return { iri: item['@id'] };
  }
  const isThere = isTaken(refusal, 'externalSourceSyncId', 'trackingNumber');
  const iri = isThere ? await find(path, body) : undefined;
  return iri ? change(iri, path, body) : refused(path, body, refusal);
}

/**
 * The same for what is in a parcel. When it is there already, nothing may be left to ship of its order item, and that is
 * what the refusal says; so after any refusal it is looked for.
 */
async function saveShipmentItem(body) {
  const path = '/shipment_items';
  const { item, refusal } = await tried(waybill.post(path, body));
  if (item) {
    report('created', path, nameOf(body));
    return { iri: item['@id'], shipment: item.shipment };
  }
  if (isTaken(refusal, 'shipment.trackingNumber', 'shipment.externalSourceSyncId')) {
    const shipment = await save('/shipments', body.shipment);
    return shipment && saveShipmentItem({ ...body, shipment: shipment.iri });
  }
  const there = typeof body.shipment === 'string' ? await list(`${body.shipment}/shipment_items`) : [];
  const same = there.find((each) => each.externalSourceSyncId === body.externalSourceSyncId);
  const changed = same ? await change(same['@id'], path, body) : refused(path, body, refusal);
  return changed && { ...changed, shipment: body.shipment };
}

/** PUT changes what the body carries; what can only be set once is ignored. */
async function change(iri, path, body) {
  const { refusal } = await tried(waybill.put(iri, body));
  if (refusal) return refused(path, body, refusal);
  report('updated', path, nameOf(body));
  return { iri };
}

/** The IRI of what a body that was refused as a duplicate describes. */
async function find(path, { trackingNumber, externalSourceIntegration, externalSourceSyncId }) {
  const found = trackingNumber
    ? await list(`${workspace}/shipments`, { trackingNumber })
    : await list(path, { externalSourceIntegration, externalSourceSyncId });
  const isSame = (each) =>
    trackingNumber
      ? each.trackingNumber === trackingNumber.trim().toUpperCase()
      : each.externalSourceSyncId === externalSourceSyncId;
  return found.find(isSame)?.['@id'];
}

/** What was written, or why the server refuses it. What is wrong with the run as a whole ends it. */
const tried = (write) =>
  write.then(
    (item) => ({ item }),
    (refusal) => {
      if (refusal instanceof AuthenticationError || !(refusal instanceof WaybillError)) throw refusal;
      return { refusal };
    },
  );

const isTaken = ({ violations }, ...fields) =>
  violations.some(({ propertyPath, message }) => fields.includes(propertyPath) && /already/.test(message));

const nameOf = (body) =>
  body.trackingNumber ?? body.orderNumber ?? body.productName ?? body.externalSourceSyncId;

function refused(path, body, { status, message }) {
  report('failed', path, `${nameOf(body)}: ${status} ${message}`);
}

async function list(path, query = {}) {
  const all = [];
  for await (const each of waybill.list(path, { query, pageSize: 500 })) all.push(each);
  return all;
}

// --- small things ---

function beside(name) {
  return fileURLToPath(new URL(name, import.meta.url));
}

function readSettings(env) {
  const names = ['URL', 'CLIENT_ID', 'CLIENT_SECRET', 'WORKSPACE'];
  const missing = names.filter((name) => !env[`WAYBILL_${name}`]).map((name) => `WAYBILL_${name}`);
  if (missing.length > 0) {
    console.error(`Please set ${missing.join(', ')} in the environment.`);
    process.exit(1);
  }
  const values = Object.fromEntries(names.map((name) => [name, env[`WAYBILL_${name}`]]));
  return { ...values, URL: values.URL.replace(/\/+$/, '') };
}

function report(what, path, text) {
  count[what]++;
  console.log(`${what.padEnd(8)} ${path.replace(/^\//, '').padEnd(15)} ${text}`);
}

function money(value) {
  return value.toFixed(2);
}

/** [key, elements][] in the order in which the keys came first. */
function groupBy(elements, keyOf) {
  const groups = new Map();
  for (const each of elements) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return [...groups];
}

/** RFC 4180: rows as objects by the names of the first line; cells may be quoted and hold commas, quotes, line ends. */
function parseCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain.trim());
    if (end !== ',') rows.push([]);
  }
  const [names, ...cells] = rows.filter((row) => row.some((cell) => cell !== ''));
  return cells.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

await run();
