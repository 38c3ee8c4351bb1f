import { beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { MYSQL, SQLITE } from '../src/database/dialect.js';
import { migrate } from '../src/database/migrate.js';
import { orderResource } from '../src/orders/order.resource.js';
import { QueryString } from '../src/query/query-string.js';
import { condition, type Condition } from '../src/resource/condition.js';
import type { Resource } from '../src/resource/resource.js';
import { resources } from '../src/resources.js';
import { shipmentItemResource } from '../src/shipment-items/shipment-item.resource.js';
import { shipmentResource } from '../src/shipments/shipment.resource.js';
import { Catalog } from '../src/store/catalog.js';
import { scopeOf } from '../src/store/parent.js';
import { readItem, readMembers } from '../src/store/reading.js';
import { workspaceResource } from '../src/workspaces/workspace.resource.js';
import { onEachDatabase } from './support/databases.js';
import { dataSourceOf } from './support/open-database.js';

const NOW = Date.UTC(2026, 0, 20);
const ID = '6f0a2c1e-8f6b-4c39-9d2f-0a6d5a0c7b11';

/** What the requests of one workspace see. */
const ONE_WORKSPACE = condition('t.workspacePk = ?', 7);
const SEVERAL_WORKSPACES = condition('t.workspacePk IN (?, ?)', 7, 8);

const DASHBOARD =
  'trackingStatus[]=in_transit&trackingStatus[]=exception&daysInTransit[gte]=10&order[createdAt]=desc';

/** The data source with its metadata, not connected. */
async function described(url: string): Promise<DataSource> {
  const dataSource = dataSourceOf(url);
  await (dataSource as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
  return dataSource;
}

interface Asked {
  readonly resource: Resource;
  readonly query: string;
  readonly scope?: Condition;
  readonly group?: 'get' | 'getc';
}

function planOf(catalog: Catalog, { resource, query, scope = ONE_WORKSPACE }: Asked) {
  return catalog.queries(resource).plan({ scope: [scope], query: new QueryString(query), now: NOW });
}

/** The first page's SQL, as the server sends it. */
function pageOf(catalog: Catalog, asked: Asked): Condition {
  const { selection } = catalog.reader(asked.resource, asked.group ?? 'get');
  return planOf(catalog, asked).page(selection, { page: 1, itemsPerPage: 30 });
}

/** SQL with a clause a line and the selected columns left out, and its parameters. */
function shown({ sql, params }: Condition, selected?: string): string {
  const short = selected === undefined ? sql : sql.replace(selected, '…');
  return [
    ...short.split(/ (?=LEFT JOIN |FROM |WHERE |AND \(|ORDER BY |LIMIT )/),
    `-- ${params.map((param) => JSON.stringify(param)).join(', ')}`,
  ].join('\n');
}

describe('the SQL of', () => {
  let catalog: Catalog;
  let sqlite: Catalog;
  beforeAll(async () => {
    catalog = new Catalog(resources, await described('mysql://u@127.0.0.1/none'), { dialect: MYSQL });
    sqlite = new Catalog(resources, await described('sqlite::memory:'), { dialect: SQLITE });
  });

  const page = (asked: Asked): string => {
    const { selection } = catalog.reader(asked.resource, asked.group ?? 'get');
    return shown(pageOf(catalog, asked), selection.sql);
  };

  it("the dashboard: a workspace's shipments by status and days in transit, the newest first", () => {
    expect(page({ resource: shipmentResource, query: DASHBOARD })).toMatchInlineSnapshot();
  });

  it('the same with one status', () => {
    const query = 'trackingStatus=in_transit&daysInTransit[gte]=10&order[createdAt]=desc';
    expect(page({ resource: shipmentResource, query })).toMatchInlineSnapshot();
  });

  it('its number of rows, which joins nothing that only shows something', () => {
    const plan = planOf(catalog, { resource: shipmentResource, query: DASHBOARD });
    expect(shown(plan.count())).toMatchInlineSnapshot();
  });

  it('its next page by cursor', () => {
    const { selection } = catalog.reader(shipmentResource, 'get');
    const plan = planOf(catalog, { resource: shipmentResource, query: DASHBOARD });
    const next = plan.following(selection, ['2026-01-02 10:01:00.000000', 4711], 31);
    expect(shown(next, selection.sql)).toMatchInlineSnapshot();
  });

  it('shipments by order number', () => {
    const query = 'orderNumbers[]=so-1001&orderNumbers[]=so-1002';
    expect(page({ resource: shipmentResource, query })).toMatchInlineSnapshot();
  });

  it('shipments of all workspaces by order number', () => {
    const query = 'orderNumbers=so-1001';
    expect(
      page({ resource: shipmentResource, query, scope: SEVERAL_WORKSPACES, group: 'getc' }),
    ).toMatchInlineSnapshot();
  });

  it('shipments by a part of the tracking number', () => {
    const query = 'trackingNumber=00%25_12';
    expect(page({ resource: shipmentResource, query })).toMatchInlineSnapshot();
  });

  it('shipments by days in transit, sorted by them', () => {
    const query = 'daysInTransit=3&order[daysInTransit]=desc';
    expect(page({ resource: shipmentResource, query })).toMatchInlineSnapshot();
  });

  it('shipment items by shipment', () => {
    const query = `shipment.id=${ID}`;
    expect(
      page({ resource: shipmentItemResource, query, scope: SEVERAL_WORKSPACES, group: 'getc' }),
    ).toMatchInlineSnapshot();
  });

  it('orders, the newest first', () => {
    expect(page({ resource: orderResource, query: 'order[createdAt]=desc' })).toMatchInlineSnapshot();
  });

  it('orders by status and the end of their number', () => {
    const query = 'orderStatus.code=wc-processing&fulfillmentStatus=partial&orderNumber=1001';
    expect(page({ resource: orderResource, query })).toMatchInlineSnapshot();
  });

  it('orders changed since', () => {
    const query = 'updatedAt[strictly_after]=2026-01-02T10:00:00%2B02:00&order[updatedAt]=asc';
    expect(page({ resource: orderResource, query })).toMatchInlineSnapshot();
  });

  it('an item, with one query for each of its lists', async () => {
    const sent: string[] = [];
    const { selection } = catalog.reader(shipmentResource, 'get');
    const read = (sql: string, params: Condition['params']): Promise<[]> => {
      sent.push(shown({ sql, params }, selection.sql));
      return Promise.resolve([]);
    };
    const context = { ld: true, now: NOW };
    await readItem(catalog, shipmentResource, 'get', condition('t.id = ?', ID), context, read).catch(
      () => {},
    );
    const reader = { ...catalog.reader(shipmentResource, 'get'), toJson: () => ({}) };
    await readMembers(catalog, reader, [[1], [2], [3]], context, read);
    expect(sent.join('\n\n')).toMatchInlineSnapshot();
  });

  it("a nested collection's parent", async () => {
    const [toShipments] = workspaceResource.links;
    const [, toItems] = shipmentResource.links;
    const steps = [
      { resource: workspaceResource, id: ID, link: toShipments! },
      { resource: shipmentResource, id: ID, link: toItems! },
    ];
    const sent: string[] = [];
    const conditions = await scopeOf(
      shipmentItemResource,
      steps,
      { teams: new Set([3]), workspaces: new Map([[7, 3]]) },
      catalog,
      (sql, params) => {
        sent.push(shown({ sql, params }));
        return Promise.resolve([[4711, 7, null]]);
      },
    );
    expect([...sent, ...conditions.map((each) => shown(each))].join('\n\n')).toMatchInlineSnapshot();
  });

  it('SQLite is the same, but for how it counts days', () => {
    const asked = [
      { resource: shipmentResource, query: DASHBOARD },
      { resource: shipmentResource, query: 'orderNumbers=so-1001&trackingNumber=1&daysInIdle=3' },
      { resource: orderResource, query: 'orderStatus.code=wc-processing&order[updatedAt]=asc' },
      { resource: shipmentItemResource, query: `shipment.id=${ID}` },
    ];
    for (const each of asked) expect(pageOf(sqlite, each)).toEqual(pageOf(catalog, each));
    const byDays = pageOf(sqlite, { resource: shipmentResource, query: 'order[daysInTransit]=desc' });
    expect(byDays.sql.slice(byDays.sql.indexOf(' ORDER BY '))).toMatchInlineSnapshot();
  });
});

onEachDatabase((database) => {
  if (database.kind !== 'mariadb') {
    it('has no plans to look at', () => {});
    return;
  }

  interface Step {
    readonly table: string;
    readonly type: string;
    readonly key: string | null;
    readonly rows: number;
    readonly extra: string;
  }

  describe('MariaDB, with 30,000 shipments in two workspaces, reads', () => {
    let catalog: Catalog;
    let explain: (query: Condition) => Promise<Step[]>;

    beforeAll(async () => {
      const dataSource = await dataSourceOf(database.url()).initialize();
      await migrate(dataSource);
      catalog = new Catalog(resources, dataSource, { dialect: MYSQL });
      for (const sql of ROWS) await dataSource.query(sql);
      await dataSource.destroy();
      explain = async ({ sql, params }) => {
        const connection = await createConnection({ uri: database.url(), dateStrings: true });
        try {
          const [rows] = await connection.query<RowDataPacket[]>(`EXPLAIN ${sql}`, [...params]);
          return rows.map((row) => ({
            table: row.table,
            type: row.type,
            key: row.key,
            rows: Number(row.rows),
            extra: row.Extra,
          }));
        } finally {
          await connection.end();
        }
      };
    }, 60_000);

    const look = async (asked: Asked): Promise<void> => {
      console.log(
        asked.query,
        JSON.stringify(asked.scope ?? 1),
        JSON.stringify(await explain(pageOf(catalog, asked)), null, 1),
      );
    };
    it('x', async () => {
      await look({ resource: shipmentResource, query: DASHBOARD });
      await look({
        resource: shipmentResource,
        query: 'trackingStatus=in_transit&daysInTransit[gte]=10&order[createdAt]=desc',
      });
      await look({ resource: shipmentResource, query: 'order[createdAt]=desc' });
      await look({ resource: shipmentResource, query: 'orderNumbers=so-1001' });
      await look({ resource: shipmentResource, query: 'orderNumbers[]=so-1001&orderNumbers[]=so-77' });
      await look({
        resource: shipmentResource,
        query: 'orderNumbers=so-1001&order[createdAt]=desc',
        scope: SEVERAL_WORKSPACES,
      });
      await look({ resource: shipmentResource, query: '', scope: SEVERAL_WORKSPACES });
      await look({ resource: shipmentResource, query: 'trackingNumber=123' });
      await look({ resource: shipmentItemResource, query: `shipment.id=${ID}`, scope: SEVERAL_WORKSPACES });
      await look({ resource: shipmentItemResource, query: `shipment.id=${ID}` });
      await look({ resource: orderResource, query: 'order[createdAt]=desc' });
      await look({
        resource: orderResource,
        query: 'updatedAt[strictly_after]=2026-01-02T10:00:00%2B02:00&order[updatedAt]=asc',
      });
      await look({ resource: orderResource, query: 'orderStatus.code=wc-processing' });
      await look({ resource: orderResource, query: 'fulfillmentStatus=partial&order[createdAt]=desc' });
    });
  });
});

/** Two teams' workspaces 7 and 8; of every ten shipments eight are delivered, one is in transit, one never moved. */
const ROWS = [
  "INSERT INTO teams (pk, id, name, nameFolded, createdAt, updatedAt) VALUES (3, UUID(), 'Team', 'TEAM', NOW(6), NOW(6))",
  `INSERT INTO workspaces (pk, id, teamPk, title, titleFolded, storeHash, createdAt, updatedAt)
    VALUES (7, UUID(), 3, 'One', 'ONE', 'one', NOW(6), NOW(6)), (8, UUID(), 3, 'Two', 'TWO', 'two', NOW(6), NOW(6))`,
  `INSERT INTO statuses (pk, id, workspacePk, entity, code, codeFolded, createdAt, updatedAt)
    VALUES (1, UUID(), 7, 'orders', 'wc-processing', 'WC-PROCESSING', NOW(6), NOW(6)),
    (2, UUID(), 7, 'orders', 'wc-completed', 'WC-COMPLETED', NOW(6), NOW(6))`,
  `INSERT INTO shipments (pk, id, workspacePk, trackingNumber, trackingStatus, orderNumbers, transitStartedAt, transitDays,
      createdAt, updatedAt)
    SELECT seq, UUID(), IF(seq % 3 = 0, 8, 7), CONCAT('TN', 1000000 + seq),
      ELT(1 + seq % 10, 'in_transit', 'delivered', 'delivered', 'delivered', 'no_info', 'delivered', 'delivered', 'delivered',
        'delivered', 'delivered'),
      CONCAT('SO-', seq), IF(seq % 10 = 4, NULL, '2026-01-01' - INTERVAL seq MINUTE), IF(seq % 10 IN (0, 4), NULL, seq % 20),
      '2026-01-01' - INTERVAL seq MINUTE, '2026-01-01' - INTERVAL seq MINUTE
    FROM seq_1_to_30000`,
  `INSERT INTO shipment_order_numbers (shipmentPk, number, workspacePk, position)
    SELECT pk, orderNumbers, workspacePk, 0 FROM shipments`,
  `INSERT INTO orders (pk, id, workspacePk, orderNumber, orderNumberFolded, orderStatusPk, orderType, fulfillmentStatus,
      createdAt, updatedAt)
    SELECT pk, UUID(), workspacePk, orderNumbers, orderNumbers, IF(workspacePk = 7, IF(pk % 50 = 0, 1, 2), NULL), 'customer',
      ELT(1 + pk % 10, 'partial', 'fulfilled', 'fulfilled', 'fulfilled', 'not_fulfilled', 'fulfilled', 'fulfilled',
        'fulfilled', 'fulfilled', 'fulfilled'), createdAt, updatedAt
    FROM shipments`,
  `INSERT INTO order_items (pk, id, workspacePk, orderPk, qty, fulfilledQty, createdAt, updatedAt)
    SELECT pk, UUID(), workspacePk, pk, 2, 1, createdAt, updatedAt FROM orders`,
  `INSERT INTO shipment_items (id, workspacePk, shipmentPk, orderItemPk, qty, createdAt, updatedAt)
    SELECT UUID(), workspacePk, pk, pk, 1, createdAt, updatedAt FROM shipments`,
  `UPDATE shipments SET id = '${ID}' WHERE pk = 4711`,
  'ANALYZE TABLE shipments, shipment_order_numbers, orders, order_items, shipment_items, statuses',
];
