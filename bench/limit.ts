/**
 * The limit: what node:http and mysql2 give when nothing stands between them but one hand-written SQL a request. It
 * answers with Waybill's bytes, and knows neither tokens nor parents. It counts nothing: `hydra:totalItems` is a
 * constant where the page itself does not tell it, unless the query says `count=1`.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { createPool, type PoolConnection } from 'mysql2/promise';
import { load } from './limit-bulk.js';
import { GROUP_BY } from './limit-groups.js';
import { COLUMNS, JOINS, searchOf, shipmentOf, viewOf, type Row } from './limit-json.js';
import { idIn, insertShipment, insertShipmentItem, stored, type Body } from './limit-writes.js';

const TOTAL = 1_000_000;
const DAY = 86_400_000;
const pool = createPool({ uri: process.env.DATABASE_URL ?? '', connectionLimit: 8, dateStrings: true });
type On = Pick<PoolConnection, 'query'>;
// as Waybill's units of work; the driver's own connection sends it before anything else
pool.pool.on('connection', (made) => made.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));
const rows = async (sql: string, values: unknown[], on: On = pool): Promise<Row[]> =>
  (await on.query({ sql, values, rowsAsArray: true }))[0] as unknown as Row[];

/** The index in which a workspace's keys stand in order; where there is none, the primary key is the next best. */
const [inOrder] = await rows(
  `SELECT INDEX_NAME FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'shipments'
    GROUP BY 1 HAVING GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) IN ('workspacePk', 'workspacePk,pk')`,
  [],
);
const IN_ORDER = `FORCE INDEX (${(inOrder?.[0] as string | undefined) ?? 'PRIMARY'})`;

interface Wanted {
  readonly where: string;
  readonly values: unknown[];
  /** An index that the optimiser would not find by itself. */
  readonly hint?: string;
}

/** Which rows of the large workspace are wanted. */
function wanted(params: URLSearchParams, match: unknown, now: number): Wanted {
  const [number, cursor] = [params.get('trackingNumber'), params.get('cursor')];
  const days = params.get('daysInTransit[gte]');
  if (days !== null) {
    const where =
      'trackingStatus IN (?) AND (transitDays >= ? OR (transitDays IS NULL AND transitStartedAt <= ?))';
    return { where, values: [params.getAll('trackingStatus[]'), days, stored(now - Number(days) * DAY)] };
  }
  if (params.has('orderNumbers')) {
    const where =
      'pk IN (SELECT shipmentPk FROM shipment_order_numbers WHERE workspacePk = 1 AND number = ?)';
    return { where, values: [params.get('orderNumbers')] };
  }
  if (match === 'exact') return { where: 'trackingNumber = ?', values: [number] };
  if (match === 'leading') return { where: 'trackingNumber LIKE ?', values: [`${number}%`] };
  if (number !== null) {
    const hint = 'FORCE INDEX (UQ_shipments_trackingNumber)';
    return { where: 'INSTR(trackingNumber, ?) > 0', values: [number], hint };
  }
  if (cursor === null) return { where: 'TRUE', values: [], hint: IN_ORDER };
  const [, after] = JSON.parse(Buffer.from(cursor.slice(0, -22), 'base64url').toString()) as number[];
  return { where: 'pk > ?', values: [after], hint: IN_ORDER };
}

/** A page: the keys from an index, then the rows by key. */
async function list({ headers }: IncomingMessage, path: string, params: URLSearchParams): Promise<string> {
  const now = Date.now();
  const { where, values, hint = '' } = wanted(params, headers.match, now);
  const isByDate = params.has('order[createdAt]');
  const [limit, page] = [Number(params.get('itemsPerPage') ?? 30), Number(params.get('page') ?? 1)];
  const more = params.has('cursor') ? 1 : 0;
  const found = await rows(
    `SELECT ${COLUMNS}, t.pk FROM (SELECT ${isByDate ? 'createdAt, pk' : 'pk'} FROM shipments ${hint}
      WHERE workspacePk = 1 AND ${where} ORDER BY ${isByDate ? 'createdAt DESC, pk DESC' : 'pk'} LIMIT ? OFFSET ?) k
      JOIN shipments t ON t.pk = k.pk ${JOINS} ORDER BY ${isByDate ? 'k.createdAt DESC, k.pk DESC' : 'k.pk'}`,
    [...values, limit + more, (page - 1) * limit],
  );
  const shown = found.slice(0, limit);
  const isLast = found.length < limit + more;
  const count = `SELECT COUNT(*) FROM shipments WHERE workspacePk = 1 AND ${where}`;
  const told = isLast && !more ? (page - 1) * limit + found.length : TOTAL;
  const total = params.get('count') === '1' ? Number((await rows(count, values))[0]?.[0]) : told;
  const position = Buffer.from(JSON.stringify([now, shown.at(-1)?.at(-1)])).toString('base64url');
  const next = more ? `cursor=${position}${'-'.repeat(22)}` : `page=${page + 1}`;
  const body = {
    '@context': '/contexts/Shipment',
    '@id': path,
    '@type': 'hydra:Collection',
    'hydra:member': shown.map((row) => shipmentOf(row, now)),
    'hydra:totalItems': total,
    'hydra:view': viewOf(path, params, total, limit, isLast ? undefined : next),
  };
  return `${JSON.stringify(body).slice(0, -1)},"hydra:search":${searchOf(path)}}`;
}

async function item(id: string, on: On = pool): Promise<string> {
  const [row] = await rows(`SELECT ${COLUMNS} FROM shipments t ${JOINS} WHERE t.id = ?`, [id], on);
  return JSON.stringify({ '@context': '/contexts/Shipment', ...shipmentOf(row ?? [], Date.now()) });
}

async function post(path: string, body: Body): Promise<string> {
  const connection = await pool.getConnection();
  try {
    await connection.query('START TRANSACTION');
    const isItem = path === '/shipment_items';
    const answer = isItem
      ? await insertShipmentItem(connection, body)
      : await item(await insertShipment(connection, body), connection);
    await connection.query('COMMIT');
    return answer;
  } catch (error) {
    await connection.query('ROLLBACK');
    throw error;
  } finally {
    connection.release();
  }
}

async function answer(request: IncomingMessage): Promise<string> {
  const [path = '', query] = (request.url ?? '').split('?', 2);
  const grouped = path.startsWith('/group_by/') ? GROUP_BY[path.slice('/group_by/'.length)] : undefined;
  if (grouped !== undefined) return JSON.stringify(await rows(grouped, []));
  if (request.method === 'POST') return post(path, (await json(request)) as Body);
  return path.startsWith('/shipments/') ? item(idIn(path)) : list(request, path, new URLSearchParams(query));
}

createServer((request, response) => {
  if (request.headers['content-type'] === 'application/x-ndjson') {
    load(pool, request.url ?? '', request, response).catch((error: unknown) => response.end(String(error)));
    return;
  }
  answer(request).then(
    (body) => {
      const type = 'application/ld+json; charset=utf-8';
      const headers = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) };
      response.writeHead(request.method === 'POST' ? 201 : 200, headers).end(body);
    },
    (error: unknown) => response.writeHead(400).end(String(error)),
  );
}).listen(Number(process.env.PORT), '127.0.0.1');
