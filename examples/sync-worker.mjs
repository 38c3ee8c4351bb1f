#!/usr/bin/env node
// Brings the orders and shipments of a CSV file, and example payloads in JSON, into Waybill. It may run as often as you
// like: what is there already is updated. Needs Node 20 or later and nothing else.
//
//   WAYBILL_URL=http://localhost:3000 WAYBILL_CLIENT_ID=… WAYBILL_CLIENT_SECRET=… WAYBILL_WORKSPACE=<id> \
//     node examples/sync-worker.mjs [orders.csv [payloads/]]

import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const [csvFile = beside('orders.csv'), payloads = beside('payloads')] = process.argv.slice(2);
const settings = readSettings(process.env);
const workspace = `/workspaces/${settings.WORKSPACE.replace(/^\/workspaces\//, '')}`;

/** Answers that another try may change: a collision, too many requests, a server or database that is away. */
const PASSING = new Set([409, 429, 502, 503, 504]);
const ATTEMPTS = 6;
const MOST_PER_PAGE = 500;

const count = { created: 0, updated: 0, failed: 0 };
let token;

/** Imports everything. What fails is reported and does not hold up the rest, unless the server cannot be reached. */
async function run() {
  try {
    const integration = await findOrMakeIntegration();
    await importCsv(await readFile(csvFile, 'utf8'), integration);
    await importPayloads(payloads, integration);
  } catch (error) {
    report('failed', 'run', error.message);
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
  const { answer } = await post('/workflows', body);
  report('created', 'workflow', title);
  return answer['@id'];
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
  const posted = await post(path, body);
  if (posted.status === 201) {
    report('created', path, nameOf(body));
    return { iri: posted.answer['@id'] };
  }
  const isThere = isTaken(posted, 'externalSourceSyncId', 'trackingNumber');
  const iri = isThere ? await find(path, body) : undefined;
  return iri ? change(iri, path, body) : refused(path, body, posted);
}

/**
 * The same for what is in a parcel. When it is there already, nothing may be left to ship of its order item, and that is
 * what the refusal says; so after any refusal it is looked for.
 */
async function saveShipmentItem(body) {
  const path = '/shipment_items';
  const posted = await post(path, body);
  if (posted.status === 201) {
    report('created', path, nameOf(body));
    return { iri: posted.answer['@id'], shipment: posted.answer.shipment };
  }
  if (isTaken(posted, 'shipment.trackingNumber', 'shipment.externalSourceSyncId')) {
    const shipment = await save('/shipments', body.shipment);
    return shipment && saveShipmentItem({ ...body, shipment: shipment.iri });
  }
  const there = typeof body.shipment === 'string' ? await list(`${body.shipment}/shipment_items`) : [];
  const same = there.find((each) => each.externalSourceSyncId === body.externalSourceSyncId);
  const changed = same ? await change(same['@id'], path, body) : refused(path, body, posted);
  return changed && { ...changed, shipment: body.shipment };
}

/** PUT changes what the body carries; what can only be set once is ignored. */
async function change(iri, path, body) {
  const put = await send('PUT', iri, body);
  if (put.status !== 200) return refused(path, body, put);
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

const isTaken = ({ status, answer }, ...fields) =>
  status === 400 &&
  (answer.violations ?? []).some(
    ({ propertyPath, message }) => fields.includes(propertyPath) && /already/.test(message),
  );

const nameOf = (body) =>
  body.trackingNumber ?? body.orderNumber ?? body.productName ?? body.externalSourceSyncId;

function refused(path, body, { status, answer }) {
  const reason = answer['hydra:description'] ?? answer.message ?? '';
  report('failed', path, `${nameOf(body)}: ${status} ${reason}`);
}

// --- the API ---

const post = (path, body) => send('POST', path, body);

async function list(path, filters = {}) {
  const query = new URLSearchParams({ ...filters, itemsPerPage: MOST_PER_PAGE });
  const { status, answer } = await send('GET', `${path}?${query}`);
  if (status !== 200) throw new Error(`GET ${path} answers ${status} ${answer['hydra:description'] ?? ''}`);
  return answer['hydra:member'];
}

/** A request with a token; a token that has run out is renewed once. */
async function send(method, path, body) {
  token ??= await newToken();
  const headers = { Accept: 'application/ld+json', Authorization: `Bearer ${token}` };
  const init = { method, headers };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/ld+json';
    // an answer that got lost is given again instead of doing the same twice
    if (method === 'POST') headers['Idempotency-Key'] = randomUUID();
    init.body = JSON.stringify(body);
  }
  const result = await persistently(path, init);
  if (result.status !== 401) return result;
  headers.Authorization = `Bearer ${(token = await newToken())}`;
  return persistently(path, init);
}

async function newToken() {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: settings.CLIENT_ID,
    client_secret: settings.CLIENT_SECRET,
  });
  const { status, answer } = await persistently('/oauth/v2/token', { method: 'POST', body });
  if (status !== 200) throw new Error(`No token: ${answer.error_description ?? status}`);
  return answer.access_token;
}

/** Sends a request until the answer is final, with growing pauses and some chance, or as the server asks. */
async function persistently(path, init) {
  for (let attempt = 1; ; attempt++) {
    let reason;
    let wait = 2 ** attempt * 100;
    try {
      const response = await fetch(settings.URL + path, init);
      const text = await response.text();
      if (!PASSING.has(response.status) || attempt === ATTEMPTS)
        return { status: response.status, answer: parseJson(text) };
      reason = response.status;
      wait = Math.max(wait, Number(response.headers.get('retry-after') ?? 0) * 1000);
    } catch (error) {
      reason = error.cause?.code ?? error.message;
      if (attempt === ATTEMPTS)
        throw new Error(`${settings.URL} cannot be reached: ${reason}`, { cause: error });
    }
    console.error(`again    ${path.split('?')[0]} in ${wait} ms: ${reason}`);
    await pause(wait * (0.5 + Math.random()));
  }
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
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
