import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ordersOf } from '../../src/demo/orders.js';
import { Random } from '../../src/demo/random.js';
import { SHOPS } from '../../src/demo/shops.js';
import { toMilliseconds } from '../../src/core/metadata/datetime.js';
import { DEFAULT_STATUSES } from '../../src/modules/orders/statuses/default-statuses.js';
import {
  kindOf,
  TRACKING_STATUSES,
  type TrackingStatus,
} from '../../src/modules/tracking/tracking-statuses.js';
import { onEachDatabase } from '../support/databases.js';
import { openDatabase, type OpenDatabase } from '../support/open-database.js';
import { run } from '../support/run.js';
import { serverProcesses, type ServerProcess } from '../support/server-process.js';

// a process each
jest.setTimeout(120_000);

const DAY = 86_400_000;

async function eventually(isTrue: () => boolean, limit = 60_000): Promise<void> {
  for (const start = Date.now(); !isTrue(); await pause(50))
    if (Date.now() - start > limit) throw new Error('It did not happen.');
}

const showsSecret = (server: ServerProcess): boolean => server.output().includes('client secret');

/** The lines that are to be pasted into a shell. */
const curlLines = (server: ServerProcess): string[] => server.output().match(/^(?:TOKEN|curl).*$/gm) ?? [];

it('the demo is the same whenever and wherever it is made', () => {
  const orders = (now: number): unknown =>
    SHOPS.map((shop) =>
      ordersOf(shop, now, new Random(7)).map(({ createdAt, ...order }) => ({
        ...order,
        age: Math.round((now - createdAt) / 1000),
        shipments: order.shipments.map(({ trackingNumber, qty, status }) => ({
          trackingNumber,
          qty,
          status,
        })),
      })),
    );
  expect(orders(Date.UTC(2026, 0, 1))).toEqual(orders(Date.UTC(2027, 6, 15, 13, 14, 15)));
});

describe('a start on an empty database', () => {
  onEachDatabase((database) => {
    const start = serverProcesses();
    let first: ServerProcess;
    let second: ServerProcess;
    let db: OpenDatabase;
    const query = async <T>(sql: string): Promise<T[]> => db.rows<T>(sql);

    beforeAll(async () => {
      const env = { DATABASE_URL: database.url(), DEMO: '1' };
      const servers = await Promise.all([start(env), start(env)]);
      await Promise.all(servers.map((server) => server.ready()));
      await eventually(() => servers.some(showsSecret));
      const maker = servers.findIndex(showsSecret);
      first = servers[maker] as ServerProcess;
      second = servers[1 - maker] as ServerProcess;
      db = await openDatabase(database.url());
      // the second one looks as soon as the first has committed
      await pause(500);
    });
    afterAll(async () => {
      await db.close();
    });

    it('makes one demo team, also when two processes start at once', async () => {
      expect(await query('SELECT name FROM teams')).toEqual([{ name: 'Demo team' }]);
      expect(await query('SELECT title FROM workspaces ORDER BY pk')).toEqual([
        { title: 'Outdoor shop' },
        { title: 'Tea house' },
      ]);
      expect(showsSecret(second)).toBe(false);
      const [{ n }] = (await query<{ n: number }>('SELECT COUNT(*) AS n FROM shipments')) as [{ n: number }];
      expect(Number(n)).toBeGreaterThan(280);
      expect(Number(n)).toBeLessThan(320);
    });

    it('has shops that know the statuses of new ones, and their own besides, each once', async () => {
      const rows = await query<{ title: string; entity: string; code: string }>(
        `SELECT w.title AS title, s.entity AS entity, s.code AS code FROM statuses s
          JOIN workspaces w ON w.pk = s.workspacePk ORDER BY s.pk`,
      );
      for (const title of ['Outdoor shop', 'Tea house']) {
        const codes = (wanted: string): string[] =>
          rows.filter((each) => each.title === title && each.entity === wanted).map(({ code }) => code);
        for (const [entity, first] of Object.entries(DEFAULT_STATUSES))
          expect(codes(entity).slice(0, first.length)).toEqual(first.map(([code]) => code));
        expect(codes('orders')).toContain('partially-shipped');
        expect(new Set(codes('orders')).size).toBe(codes('orders').length);
      }
    });

    it('has told its customers what happened, in their languages, and mails nobody', async () => {
      const rules = await query<{ n: number }>('SELECT COUNT(*) AS n FROM message_rules WHERE enabled = 1');
      expect(Number(rules[0]?.n)).toBe(14);
      const told = await query<{ event: string; language: string; n: number }>(
        "SELECT event, language, COUNT(*) AS n FROM messages WHERE status = 'sent' AND text <> '' GROUP BY event, language",
      );
      expect(new Set(told.map(({ event }) => event))).toEqual(
        new Set([
          'shipped',
          'delivered',
          'out_for_delivery',
          'available_for_pickup',
          'failed_attempt',
          'exception',
          'returned',
        ]),
      );
      expect(new Set(told.map(({ language }) => language)).size).toBeGreaterThan(3);
      expect(told.reduce((sum, { n }) => sum + Number(n), 0)).toBeGreaterThan(300);
      const [rest] = await query<{ n: number }>(
        "SELECT (SELECT COUNT(*) FROM mails) + (SELECT COUNT(*) FROM messages WHERE status IN ('waiting', 'queued')) AS n",
      );
      expect(Number(rest?.n)).toBe(0);
      const outside = await query<{ recipient: string }>('SELECT DISTINCT recipient FROM messages');
      expect(
        outside.filter(({ recipient }) => !/[@.]example(?:\.(?:com|org|net))?$/.test(recipient)),
      ).toEqual([]);
    });

    it('prints three lines that work when they are pasted into a shell', async () => {
      const lines = curlLines(first);
      expect(lines).toHaveLength(3);
      const { stdout, stderr, code } = await run('bash', ['-c', lines.join('\n')]);
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
      const [list, shipment] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, never>);
      const members = list?.['hydra:member'] as unknown as Record<string, unknown>[];
      expect(members).toHaveLength(2);
      for (const member of members) {
        expect(member.trackingStatus).toBe('in_transit');
        expect(member.daysInTransit).toBeGreaterThanOrEqual(10);
      }
      expect(list?.['hydra:totalItems']).toBeGreaterThan(2);
      expect(shipment).toMatchObject({
        '@type': 'Shipment',
        trackingStatus: 'in_transit',
        originCarrier: 'tm-test',
        orderNumbers: ['HELLO-1'],
      });
    });

    it('tells the secret once: a later start says where it listens and no more', async () => {
      const third = await (await start({ DATABASE_URL: database.url(), DEMO: '1' })).ready();
      third.kill('SIGTERM');
      await third.ended;
      const lines = third.output().trim().split('\n');
      expect(lines).toHaveLength(1);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30, msg: `listening on ${third.url}` });
    });

    it('every item has been shipped as often as its shipment items say, and never too often', async () => {
      expect(
        await query(`SELECT i.id FROM order_items i WHERE i.fulfilledQty > i.qty OR i.qty < 1
          OR i.fulfilledQty <> (SELECT COALESCE(SUM(s.qty), 0) FROM shipment_items s WHERE s.orderItemPk = i.pk)`),
      ).toEqual([]);
    });

    it('orders tell what their items and shipments tell', async () => {
      const orders = await query<Record<'status' | 'counted' | 'waiting' | 'shipped' | 'untracked', string>>(
        `SELECT o.fulfillmentStatus AS status, o.shipmentsWithoutTrackingCount AS counted,
          (SELECT SUM(i.qty - i.fulfilledQty) FROM order_items i WHERE i.orderPk = o.pk) AS waiting,
          (SELECT SUM(i.fulfilledQty) FROM order_items i WHERE i.orderPk = o.pk) AS shipped,
          (SELECT COUNT(*) FROM shipment_orders l JOIN shipments s ON s.pk = l.shipmentPk
            WHERE l.orderPk = o.pk AND s.trackingNumber IS NULL) AS untracked
        FROM orders o`,
      );
      const expected = ({ shipped, waiting }: { shipped: string; waiting: string }): string =>
        Number(shipped) === 0 ? 'not_fulfilled' : Number(waiting) === 0 ? 'fulfilled' : 'partial';
      expect(orders.filter((each) => each.status !== expected(each))).toEqual([]);
      expect(orders.filter((each) => Number(each.counted) !== Number(each.untracked))).toEqual([]);
      expect(new Set(orders.map((each) => each.status))).toEqual(
        new Set(['not_fulfilled', 'partial', 'fulfilled']),
      );
    });

    it('shipments carry the numbers of their orders, as text and as rows', async () => {
      const rows = await query<{ orderNumbers: string; fromOrder: string; row: string }>(
        `SELECT s.orderNumbers AS orderNumbers, o.orderNumber AS fromOrder, n.number AS row FROM shipments s
          LEFT JOIN shipment_orders l ON l.shipmentPk = s.pk LEFT JOIN orders o ON o.pk = l.orderPk
          LEFT JOIN shipment_order_numbers n ON n.shipmentPk = s.pk WHERE s.orderNumbers <> 'HELLO-1'`,
      );
      expect(
        rows.filter((each) => each.orderNumbers !== each.fromOrder || each.row !== each.fromOrder),
      ).toEqual([]);
    });

    it('every tracking status occurs, and some shipments without a number', async () => {
      const rows = await query<{ status: string | null; n: number }>(
        'SELECT trackingStatus AS status, COUNT(*) AS n FROM shipments GROUP BY trackingStatus',
      );
      const found = rows.map((row) => row.status).sort();
      expect(found).toEqual([...Object.keys(TRACKING_STATUSES), null].sort());
    });

    it('clocks, dates and checkpoints fit together', async () => {
      interface Tracked {
        readonly pk: number;
        readonly trackingStatus: TrackingStatus | null;
        readonly createdAt: string;
        readonly updatedAt: string;
        readonly transitStartedAt: string | null;
        readonly transitDays: number | null;
        readonly idleDays: number | null;
        readonly shippedAt: string | null;
        readonly lastStatusUpdate: string | null;
        readonly originCountryIso2: string | null;
      }
      const shipments = await query<Tracked>("SELECT * FROM shipments WHERE orderNumbers <> 'HELLO-1'");
      const checkpoints = await query<{ shipmentPk: number; checkpointDate: string; status: TrackingStatus }>(
        'SELECT shipmentPk, checkpointDate, status FROM checkpoints ORDER BY pk',
      );
      const wrong = shipments.filter((each) => {
        const reports = checkpoints.filter((report) => report.shipmentPk === each.pk);
        const kind = each.trackingStatus === null ? 'idle' : kindOf(each.trackingStatus);
        const firstActive = reports.find(({ status }) => kindOf(status) === 'active')?.checkpointDate ?? null;
        const age = Date.now() - toMilliseconds(each.createdAt);
        const dates = reports.map((report) => report.checkpointDate);
        const isRight =
          age >= 0 &&
          age < 91 * DAY &&
          each.transitStartedAt === firstActive &&
          (each.transitDays !== null) === (kind === 'final' && firstActive !== null) &&
          (each.idleDays !== null) === (kind !== 'idle') &&
          (each.shippedAt === null) === (firstActive === null) &&
          (each.originCountryIso2 === null) === (reports.length === 0) &&
          dates.every((date, at) => date > each.createdAt && date >= (dates[at - 1] ?? '')) &&
          each.updatedAt === (each.lastStatusUpdate ?? each.createdAt) &&
          toMilliseconds(each.updatedAt) <= Date.now();
        return !isRight;
      });
      expect(wrong).toEqual([]);
    });

    it('customers live in many countries, and no mail reaches anybody', async () => {
      const countries = await query('SELECT DISTINCT shippingAddressCountryIso2 FROM orders');
      expect(countries.length).toBeGreaterThan(9);
      const others = "email NOT LIKE '%@example.com' AND email NOT LIKE '%@example.org'";
      expect(await query(`SELECT email FROM orders WHERE ${others}`)).toEqual([]);
      expect(await query(`SELECT email FROM shipments WHERE ${others}`)).toEqual([]);
    });
  });
});

describe('with DEMO=0', () => {
  onEachDatabase((database) => {
    const start = serverProcesses();

    it('a start on an empty database makes nothing', async () => {
      const server = await (await start({ DATABASE_URL: database.url(), DEMO: '0' })).ready();
      server.kill('SIGTERM');
      await server.ended;
      expect(server.output().trim().split('\n')).toHaveLength(1);
      const db = await openDatabase(database.url());
      const teams = await db.rows('SELECT pk FROM teams');
      await db.close();
      expect(teams).toEqual([]);
    });
  });
});
