import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { MYSQL, SQLITE } from '../../../src/core/database/dialect.js';
import { migrate } from '../../../src/core/database/migrate.js';
import { orderResource } from '../../../src/modules/orders/order.resource.js';
import { QueryString } from '../../../src/core/query/query-string.js';
import { condition, type Condition } from '../../../src/core/metadata/condition.js';
import type { Resource } from '../../../src/core/metadata/resource.js';
import { resources } from '../../../src/app/resources.js';
import { shipmentItemResource } from '../../../src/modules/shipments/shipment-items/shipment-item.resource.js';
import { shipmentResource } from '../../../src/modules/shipments/shipment.resource.js';
import { Catalog } from '../../../src/core/store/catalog.js';
import { versionOf } from '../../../src/core/store/workspace-version.js';
import { scopeOf } from '../../../src/core/store/parent.js';
import { readItem } from '../../../src/core/store/reading.js';
import { workspaceResource } from '../../../src/modules/workspaces/workspace.resource.js';
import { onEachDatabase } from '../../support/databases.js';
import { dataSourceOf } from '../../support/open-database.js';

const NOW = Date.UTC(2026, 0, 20);
const ID = '6f0a2c1e-8f6b-4c39-9d2f-0a6d5a0c7b11';

/** What the requests of one workspace see. */
/** What the pages of one workspace select besides their rows. */
const ONE_VERSION = versionOf([7]);
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
  return catalog.queries(resource).plan({
    scope: [scope],
    query: new QueryString(query),
    now: NOW,
    workspacePks: scope.params as number[],
  });
}

/** The first page's SQL, as the server sends it. */
function pageOf(catalog: Catalog, asked: Asked): Condition {
  const { selection } = catalog.reader(asked.resource, asked.group ?? 'get');
  return planOf(catalog, asked).page(selection, { offset: 0, limit: 30 }, ONE_VERSION);
}

/** The part of it that finds the rows. */
const foundOf = (catalog: Catalog, asked: Asked): Condition =>
  planOf(catalog, asked).found({ offset: 0, limit: 30 });

const withoutHint = (found: Condition): Condition => ({
  ...found,
  sql: found.sql.replace(MYSQL.notByPrimaryKey, '').replace(/ FORCE INDEX \(\w+\)/, ''),
});

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
    expect(page({ resource: shipmentResource, query: DASHBOARD })).toMatchInlineSnapshot(`
      "SELECT …, (SELECT COALESCE(SUM(m.version), 0)
      FROM change_marks m
      WHERE m.workspacePk = ?), p.k0, p.k1
      FROM (SELECT t.createdAt AS k0, t.pk AS k1
      FROM shipments t
      WHERE (t.workspacePk = ?)
      AND (t.trackingStatus IN (?, ?))
      AND ((t.transitDays >= ?) OR (t.transitDays IS NULL AND t.transitStartedAt <= ?))
      ORDER BY k0 DESC, k1 DESC
      LIMIT ? OFFSET ?) p JOIN shipments t FORCE INDEX (PRIMARY) ON t.pk = p.k1
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN workflows t_fulfillmentIntegration ON t_fulfillmentIntegration.pk = t.fulfillmentIntegrationPk
      LEFT JOIN statuses t_shipmentStatus ON t_shipmentStatus.pk = t.shipmentStatusPk
      ORDER BY k0 DESC, k1 DESC
      -- 7, 7, "in_transit", "exception", 10, "2026-01-10 00:00:00.000000", 30, 0"
    `);
  });

  it('the same with one status', () => {
    const query = 'trackingStatus=in_transit&daysInTransit[gte]=10&order[createdAt]=desc';
    expect(page({ resource: shipmentResource, query })).toMatchInlineSnapshot(`
      "SELECT …, (SELECT COALESCE(SUM(m.version), 0)
      FROM change_marks m
      WHERE m.workspacePk = ?), p.k0, p.k1
      FROM (SELECT t.createdAt AS k0, t.pk AS k1
      FROM shipments t
      WHERE (t.workspacePk = ?)
      AND (t.trackingStatus = ?)
      AND ((t.transitDays >= ?) OR (t.transitDays IS NULL AND t.transitStartedAt <= ?))
      ORDER BY k0 DESC, k1 DESC
      LIMIT ? OFFSET ?) p JOIN shipments t FORCE INDEX (PRIMARY) ON t.pk = p.k1
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN workflows t_fulfillmentIntegration ON t_fulfillmentIntegration.pk = t.fulfillmentIntegrationPk
      LEFT JOIN statuses t_shipmentStatus ON t_shipmentStatus.pk = t.shipmentStatusPk
      ORDER BY k0 DESC, k1 DESC
      -- 7, 7, "in_transit", 10, "2026-01-10 00:00:00.000000", 30, 0"
    `);
  });

  it('its number of rows, which joins nothing that only shows something', () => {
    const plan = planOf(catalog, { resource: shipmentResource, query: DASHBOARD });
    expect(shown(plan.count())).toMatchInlineSnapshot(`
      "SELECT COUNT(*), (SELECT t.transitStartedAt
      FROM shipments t
      WHERE (t.workspacePk = ?)
      AND (t.transitDays IS NULL)
      AND (t.transitStartedAt > ?)
      ORDER BY t.transitStartedAt
      LIMIT 1)
      FROM shipments t
      WHERE (t.workspacePk = ?)
      AND (t.trackingStatus IN (?, ?))
      AND ((t.transitDays >= ?) OR (t.transitDays IS NULL AND t.transitStartedAt <= ?))
      -- 7, "2026-01-10 00:00:00.000000", 7, "in_transit", "exception", 10, "2026-01-10 00:00:00.000000""
    `);
  });

  it('its next page by cursor', () => {
    const { selection } = catalog.reader(shipmentResource, 'get');
    const plan = planOf(catalog, { resource: shipmentResource, query: DASHBOARD });
    const next = plan.following(selection, ['2026-01-02 10:01:00.000000', 4711], 31);
    expect(shown(next, selection.sql)).toMatchInlineSnapshot(`
      "SELECT …, p.k0, p.k1
      FROM (SELECT t.createdAt AS k0, t.pk AS k1
      FROM shipments t
      WHERE (t.workspacePk = ?)
      AND (t.trackingStatus IN (?, ?))
      AND ((t.transitDays >= ?) OR (t.transitDays IS NULL AND t.transitStartedAt <= ?))
      AND (((t.createdAt <= ?) OR (t.createdAt IS NULL))
      AND (((t.createdAt < ?) OR (t.createdAt IS NULL)) OR ((t.createdAt = ?)
      AND ((t.pk < ?) OR (t.pk IS NULL)))))
      ORDER BY k0 DESC, k1 DESC
      LIMIT ? OFFSET ?) p JOIN shipments t FORCE INDEX (PRIMARY) ON t.pk = p.k1
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN workflows t_fulfillmentIntegration ON t_fulfillmentIntegration.pk = t.fulfillmentIntegrationPk
      LEFT JOIN statuses t_shipmentStatus ON t_shipmentStatus.pk = t.shipmentStatusPk
      ORDER BY k0 DESC, k1 DESC
      -- 7, "in_transit", "exception", 10, "2026-01-10 00:00:00.000000", "2026-01-02 10:01:00.000000", "2026-01-02 10:01:00.000000", "2026-01-02 10:01:00.000000", 4711, 31, 0"
    `);
  });

  it('shipments by order number', () => {
    const query = 'orderNumbers[]=so-1001&orderNumbers[]=so-1002';
    expect(page({ resource: shipmentResource, query })).toMatchInlineSnapshot(`
      "SELECT …, (SELECT COALESCE(SUM(m.version), 0)
      FROM change_marks m
      WHERE m.workspacePk = ?), p.k0
      FROM (SELECT t.pk AS k0
      FROM shipments t IGNORE INDEX FOR
      ORDER BY (PRIMARY)
      WHERE (t.workspacePk = ?)
      AND (t.pk IN (SELECT n.shipmentPk
      FROM shipment_order_numbers n
      WHERE (n.workspacePk = ?)
      AND (n.number IN (?, ?))))
      ORDER BY k0 ASC
      LIMIT ? OFFSET ?) p JOIN shipments t FORCE INDEX (PRIMARY) ON t.pk = p.k0
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN workflows t_fulfillmentIntegration ON t_fulfillmentIntegration.pk = t.fulfillmentIntegrationPk
      LEFT JOIN statuses t_shipmentStatus ON t_shipmentStatus.pk = t.shipmentStatusPk
      ORDER BY k0 ASC
      -- 7, 7, 7, "SO-1001", "SO-1002", 30, 0"
    `);
  });

  it('shipments of all workspaces by order number', () => {
    const query = 'orderNumbers=so-1001';
    expect(page({ resource: shipmentResource, query, scope: SEVERAL_WORKSPACES, group: 'getc' }))
      .toMatchInlineSnapshot(`
      "SELECT …, (SELECT COALESCE(SUM(m.version), 0)
      FROM change_marks m
      WHERE m.workspacePk = ?), p.k0
      FROM (SELECT *
      FROM (SELECT *
      FROM (SELECT t.pk AS k0
      FROM shipments t IGNORE INDEX FOR
      ORDER BY (PRIMARY)
      WHERE (t.workspacePk = ?)
      AND (t.pk IN (SELECT n.shipmentPk
      FROM shipment_order_numbers n
      WHERE (n.workspacePk IN (?, ?))
      AND (n.number = ?)))
      ORDER BY k0 ASC
      LIMIT ? OFFSET ?) w0 UNION ALL SELECT *
      FROM (SELECT t.pk AS k0
      FROM shipments t IGNORE INDEX FOR
      ORDER BY (PRIMARY)
      WHERE (t.workspacePk = ?)
      AND (t.pk IN (SELECT n.shipmentPk
      FROM shipment_order_numbers n
      WHERE (n.workspacePk IN (?, ?))
      AND (n.number = ?)))
      ORDER BY k0 ASC
      LIMIT ? OFFSET ?) w1) u
      ORDER BY k0 ASC
      LIMIT ? OFFSET ?) p JOIN shipments t FORCE INDEX (PRIMARY) ON t.pk = p.k0
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN workflows t_fulfillmentIntegration ON t_fulfillmentIntegration.pk = t.fulfillmentIntegrationPk
      LEFT JOIN statuses t_shipmentStatus ON t_shipmentStatus.pk = t.shipmentStatusPk
      ORDER BY k0 ASC
      -- 7, 7, 7, 8, "SO-1001", 30, 0, 8, 7, 8, "SO-1001", 30, 0, 30, 0"
    `);
  });

  it('shipments by a part of the tracking number', () => {
    const query = 'trackingNumber=00%25_12';
    expect(page({ resource: shipmentResource, query })).toMatchInlineSnapshot(`
      "SELECT …, (SELECT COALESCE(SUM(m.version), 0)
      FROM change_marks m
      WHERE m.workspacePk = ?), p.k0
      FROM (SELECT t.pk AS k0
      FROM shipments t FORCE INDEX (UQ_shipments_trackingNumber)
      WHERE (t.workspacePk = ?)
      AND (INSTR(t.trackingNumber, ?) > 0)
      ORDER BY k0 ASC
      LIMIT ? OFFSET ?) p JOIN shipments t FORCE INDEX (PRIMARY) ON t.pk = p.k0
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN workflows t_fulfillmentIntegration ON t_fulfillmentIntegration.pk = t.fulfillmentIntegrationPk
      LEFT JOIN statuses t_shipmentStatus ON t_shipmentStatus.pk = t.shipmentStatusPk
      ORDER BY k0 ASC
      -- 7, 7, "00%_12", 30, 0"
    `);
  });

  it('shipments by days in transit, sorted by them', () => {
    const query = 'daysInTransit=3&order[daysInTransit]=desc';
    expect(page({ resource: shipmentResource, query })).toMatchInlineSnapshot(`
      "SELECT …, (SELECT COALESCE(SUM(m.version), 0)
      FROM change_marks m
      WHERE m.workspacePk = ?), p.k0, p.k1
      FROM (SELECT COALESCE(t.transitDays, GREATEST(0, TIMESTAMPDIFF(DAY, t.transitStartedAt, ?))) AS k0, t.pk AS k1
      FROM shipments t
      WHERE (t.workspacePk = ?)
      AND ((t.transitDays = ?) OR (t.transitDays IS NULL AND t.transitStartedAt <= ? AND t.transitStartedAt > ?))
      ORDER BY k0 DESC, k1 DESC
      LIMIT ? OFFSET ?) p JOIN shipments t FORCE INDEX (PRIMARY) ON t.pk = p.k1
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN workflows t_fulfillmentIntegration ON t_fulfillmentIntegration.pk = t.fulfillmentIntegrationPk
      LEFT JOIN statuses t_shipmentStatus ON t_shipmentStatus.pk = t.shipmentStatusPk
      ORDER BY k0 DESC, k1 DESC
      -- 7, "2026-01-20 00:00:00.000000", 7, 3, "2026-01-17 00:00:00.000000", "2026-01-16 00:00:00.000000", 30, 0"
    `);
  });

  it('shipment items by shipment', () => {
    const query = `shipment.id=${ID}`;
    expect(page({ resource: shipmentItemResource, query, scope: SEVERAL_WORKSPACES, group: 'getc' }))
      .toMatchInlineSnapshot(`
      "SELECT …, (SELECT COALESCE(SUM(m.version), 0)
      FROM change_marks m
      WHERE m.workspacePk = ?), p.k0
      FROM (SELECT *
      FROM (SELECT *
      FROM (SELECT t.pk AS k0
      FROM shipment_items t IGNORE INDEX FOR
      ORDER BY (PRIMARY)
      LEFT JOIN shipments t_shipment ON t_shipment.pk = t.shipmentPk
      WHERE (t.workspacePk = ?)
      AND (t_shipment.id = ?)
      ORDER BY k0 ASC
      LIMIT ? OFFSET ?) w0 UNION ALL SELECT *
      FROM (SELECT t.pk AS k0
      FROM shipment_items t IGNORE INDEX FOR
      ORDER BY (PRIMARY)
      LEFT JOIN shipments t_shipment ON t_shipment.pk = t.shipmentPk
      WHERE (t.workspacePk = ?)
      AND (t_shipment.id = ?)
      ORDER BY k0 ASC
      LIMIT ? OFFSET ?) w1) u
      ORDER BY k0 ASC
      LIMIT ? OFFSET ?) p JOIN shipment_items t FORCE INDEX (PRIMARY) ON t.pk = p.k0
      LEFT JOIN shipments t_shipment ON t_shipment.pk = t.shipmentPk
      LEFT JOIN order_items t_orderItem ON t_orderItem.pk = t.orderItemPk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN workflows t_fulfillmentIntegration ON t_fulfillmentIntegration.pk = t.fulfillmentIntegrationPk
      ORDER BY k0 ASC
      -- 7, 7, "6f0a2c1e-8f6b-4c39-9d2f-0a6d5a0c7b11", 30, 0, 8, "6f0a2c1e-8f6b-4c39-9d2f-0a6d5a0c7b11", 30, 0, 30, 0"
    `);
  });

  it('orders, the newest first', () => {
    expect(page({ resource: orderResource, query: 'order[createdAt]=desc' })).toMatchInlineSnapshot(`
      "SELECT …, (SELECT COALESCE(SUM(m.version), 0)
      FROM change_marks m
      WHERE m.workspacePk = ?), p.k0, p.k1
      FROM (SELECT t.createdAt AS k0, t.pk AS k1
      FROM orders t
      WHERE t.workspacePk = ?
      ORDER BY k0 DESC, k1 DESC
      LIMIT ? OFFSET ?) p JOIN orders t FORCE INDEX (PRIMARY) ON t.pk = p.k1
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN statuses t_orderStatus ON t_orderStatus.pk = t.orderStatusPk
      ORDER BY k0 DESC, k1 DESC
      -- 7, 7, 30, 0"
    `);
  });

  it('orders by status and the end of their number', () => {
    const query = 'orderStatus.code=wc-processing&fulfillmentStatus=partial&orderNumber=1001';
    expect(page({ resource: orderResource, query })).toMatchInlineSnapshot(`
      "SELECT …, (SELECT COALESCE(SUM(m.version), 0)
      FROM change_marks m
      WHERE m.workspacePk = ?), p.k0
      FROM (SELECT t.pk AS k0
      FROM orders t IGNORE INDEX FOR
      ORDER BY (PRIMARY)
      LEFT JOIN statuses t_orderStatus ON t_orderStatus.pk = t.orderStatusPk
      WHERE (t.workspacePk = ?)
      AND (INSTR(t.orderNumberFolded, ?) > 0)
      AND (t_orderStatus.codeFolded = ?)
      AND (t.fulfillmentStatus = ?)
      ORDER BY k0 ASC
      LIMIT ? OFFSET ?) p JOIN orders t FORCE INDEX (PRIMARY) ON t.pk = p.k0
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN statuses t_orderStatus ON t_orderStatus.pk = t.orderStatusPk
      ORDER BY k0 ASC
      -- 7, 7, "1001", "WC-PROCESSING", "partial", 30, 0"
    `);
  });

  it('orders changed since', () => {
    const query = 'updatedAt[strictly_after]=2026-01-02T10:00:00%2B02:00&order[updatedAt]=asc';
    expect(page({ resource: orderResource, query })).toMatchInlineSnapshot(`
      "SELECT …, (SELECT COALESCE(SUM(m.version), 0)
      FROM change_marks m
      WHERE m.workspacePk = ?), p.k0, p.k1
      FROM (SELECT t.updatedAt AS k0, t.pk AS k1
      FROM orders t
      WHERE (t.workspacePk = ?)
      AND (t.updatedAt > ?)
      ORDER BY k0 ASC, k1 ASC
      LIMIT ? OFFSET ?) p JOIN orders t FORCE INDEX (PRIMARY) ON t.pk = p.k1
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN statuses t_orderStatus ON t_orderStatus.pk = t.orderStatusPk
      ORDER BY k0 ASC, k1 ASC
      -- 7, 7, "2026-01-02 08:00:00.999999", 30, 0"
    `);
  });

  it('an item, its lists included', async () => {
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
    expect(sent.join('\n\n')).toMatchInlineSnapshot(`
      "SELECT …
      FROM shipments t
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      LEFT JOIN workflows t_externalSourceIntegration ON t_externalSourceIntegration.pk = t.externalSourceIntegrationPk
      LEFT JOIN workflows t_fulfillmentIntegration ON t_fulfillmentIntegration.pk = t.fulfillmentIntegrationPk
      LEFT JOIN statuses t_shipmentStatus ON t_shipmentStatus.pk = t.shipmentStatusPk
      WHERE t.id = ?
      -- "6f0a2c1e-8f6b-4c39-9d2f-0a6d5a0c7b11""
    `);
  });

  it("a nested collection's parent", async () => {
    const [toShipments] = workspaceResource.links;
    const [, toItems] = shipmentResource.links;
    const steps = [
      { resource: workspaceResource, id: ID, link: toShipments! },
      { resource: shipmentResource, id: ID, link: toItems! },
    ];
    const sent: string[] = [];
    const { conditions } = await scopeOf(
      shipmentItemResource,
      steps,
      { teams: new Set([3]), workspaces: new Map([[7, 3]]), workspaceIds: new Map([[ID, 7]]) },
      catalog,
      (sql, params) => {
        sent.push(shown({ sql, params }));
        return Promise.resolve([[4711, 7, null]]);
      },
    );
    expect([...sent, ...conditions.map((each) => shown(each))].join('\n\n')).toMatchInlineSnapshot(`
      "SELECT t.pk, t.workspacePk AS workspacePk, NULL AS teamPk
      FROM shipments t
      LEFT JOIN workspaces t_workspace ON t_workspace.pk = t.workspacePk
      WHERE (t.workspacePk = ?)
      AND (t.id = ?)
      AND (t_workspace.id = ?)
      -- 7, "6f0a2c1e-8f6b-4c39-9d2f-0a6d5a0c7b11", "6f0a2c1e-8f6b-4c39-9d2f-0a6d5a0c7b11"

      t.workspacePk = ?
      -- 7

      t.shipmentPk = ?
      -- 4711"
    `);
  });

  it('SQLite is the same, but for how it counts days', () => {
    const asked = [
      { resource: shipmentResource, query: DASHBOARD },
      { resource: shipmentResource, query: 'orderNumbers=so-1001&trackingNumber=1&daysInIdle=3' },
      { resource: orderResource, query: 'orderStatus.code=wc-processing&order[updatedAt]=asc' },
      { resource: shipmentItemResource, query: `shipment.id=${ID}` },
    ];
    for (const each of asked) expect(foundOf(sqlite, each)).toEqual(withoutHint(foundOf(catalog, each)));
    const byDays = pageOf(sqlite, { resource: shipmentResource, query: 'order[daysInTransit]=desc' });
    expect(
      byDays.sql.slice(byDays.sql.indexOf('(SELECT COALESCE'), byDays.sql.indexOf(') p JOIN')),
    ).toMatchInlineSnapshot(
      `"(SELECT COALESCE(SUM(m.version), 0) FROM change_marks m WHERE m.workspacePk = ?), p.k0, p.k1 FROM (SELECT COALESCE(t.transitDays, MAX(0, CAST(ROUND((unixepoch(?, 'subsec') - unixepoch(t.transitStartedAt, 'subsec')) * 1000) AS INTEGER) / 86400000)) AS k0, t.pk AS k1 FROM shipments t WHERE t.workspacePk = ? ORDER BY k0 DESC, k1 DESC LIMIT ? OFFSET ?"`,
    );
  });
});

/** A workspace of a fiftieth of a per cent of all rows. */
const SMALL_WORKSPACE = condition('t.workspacePk = ?', 100);

/** What a query is answered from: `table index` in the order of reading, without tables that only show something. */
const PLANS: readonly (Asked & { name: string; on?: readonly string[]; reads: readonly string[] })[] = [
  {
    name: 'the dashboard, of several statuses',
    resource: shipmentResource,
    query: DASHBOARD,
    reads: ['t IX_shipments_createdAt'],
  },
  {
    name: 'the dashboard, of one status',
    resource: shipmentResource,
    query: 'trackingStatus=in_transit&daysInTransit[gte]=10&order[createdAt]=desc',
    reads: ['t IX_shipments_trackingStatus'],
  },
  {
    name: 'shipments in the order of their keys',
    on: ['mariadb'],
    resource: shipmentResource,
    query: '',
    reads: ['t IX_shipments_workspace'],
  },
  {
    name: 'the newest shipments',
    resource: shipmentResource,
    query: 'order[createdAt]=desc',
    reads: ['t IX_shipments_createdAt'],
  },
  {
    name: 'the newest shipments of several workspaces',
    resource: shipmentResource,
    query: 'order[createdAt]=desc',
    scope: SEVERAL_WORKSPACES,
    reads: ['t IX_shipments_createdAt'],
  },
  {
    name: 'the newest shipments of a small workspace',
    resource: shipmentResource,
    query: 'order[createdAt]=desc',
    scope: SMALL_WORKSPACE,
    // sixty-six rows are sorted as quickly as they are read in order
    on: ['sqlite'],
    reads: ['t IX_shipments_createdAt'],
  },
  {
    name: 'shipments by order number',
    on: ['mariadb'],
    resource: shipmentResource,
    query: 'orderNumbers=so-1001',
    reads: ['n IX_shipment_order_numbers_number', 't PRIMARY'],
  },
  {
    name: 'shipments of several workspaces by order number',
    on: ['mariadb'],
    resource: shipmentResource,
    query: 'orderNumbers=so-1001',
    scope: SEVERAL_WORKSPACES,
    reads: ['n IX_shipment_order_numbers_number', 't PRIMARY'],
  },
  {
    name: 'shipments by a whole tracking number',
    on: ['mariadb'],
    resource: shipmentResource,
    query: 'trackingNumber=TN1004711',
    reads: ['p PRIMARY', 't PRIMARY'],
  },
  {
    name: 'shipments by a few characters of a tracking number, from the index alone',
    on: ['mariadb'],
    resource: shipmentResource,
    query: 'trackingNumber=4711',
    reads: ['t UQ_shipments_trackingNumber'],
  },
  {
    name: 'shipments of a period',
    resource: shipmentResource,
    query: 'createdAt[after]=2025-12-31&order[createdAt]=asc',
    reads: ['t IX_shipments_createdAt'],
  },
  {
    name: 'shipment items by shipment',
    resource: shipmentItemResource,
    query: `shipment.id=${ID}`,
    scope: SEVERAL_WORKSPACES,
    reads: ['t_shipment UQ_shipments_id', 't IX_shipment_items_shipment'],
  },
  {
    name: 'the newest orders',
    resource: orderResource,
    query: 'order[createdAt]=desc',
    reads: ['t IX_orders_createdAt'],
  },
  {
    name: 'orders changed since',
    resource: orderResource,
    query: 'updatedAt[strictly_after]=2025-12-31T10:00:00Z&order[updatedAt]=asc',
    reads: ['t IX_orders_updatedAt'],
  },
  {
    name: 'orders by fulfilment, the newest first',
    resource: orderResource,
    query: 'fulfillmentStatus=partial&order[createdAt]=desc',
    reads: ['t IX_orders_fulfillmentStatus'],
  },
];

/** One table of a plan: what it is read with, and whether all rows must be sorted then. */
interface Step {
  readonly table: string;
  readonly key: string;
  readonly sorts: boolean;
}

onEachDatabase((database) => {
  let dataSource: DataSource;
  let catalog: Catalog;

  beforeAll(async () => {
    dataSource = await dataSourceOf(database.url()).initialize();
    await migrate(dataSource);
    const dialect = database.kind === 'mariadb' ? MYSQL : SQLITE;
    catalog = new Catalog(resources, dataSource, { dialect });
    // SQLite's planner knows no numbers of rows
    if (database.kind === 'mariadb') for (const sql of ROWS) await dataSource.query(sql);
  });
  afterAll(() => dataSource.destroy());

  const explain = async ({ sql, params }: Condition): Promise<Step[]> => {
    if (database.kind === 'mariadb') {
      const rows = await dataSource.query<{ table: string; key: string | null; Extra: string }[]>(
        `EXPLAIN ${sql}`,
        [...params],
      );
      return rows.map(({ table, key, Extra }) => ({
        table,
        key: key ?? 'ALL',
        sorts: /filesort/.test(Extra),
      }));
    }
    const rows = await dataSource.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, [...params]);
    return rows.map(({ detail }) => {
      const [, table = '', key = ''] = /^SEARCH (\w+) .*?(\w+|PRIMARY KEY) \(/.exec(detail) ?? [];
      return { table, key, sorts: /TEMP B-TREE/.test(detail) };
    });
  };

  describe('an index answers', () => {
    const plans = PLANS.filter(({ on }) => on?.includes(database.kind) ?? true);

    it.each(plans)('$name', async (asked) => {
      const steps = await explain(foundOf(catalog, asked));
      const read = steps.filter(({ table }) => ['t', 'n', 'p', 't_shipment'].includes(table));
      // of several workspaces, the same for each
      expect([...new Set(read.map(({ table, key }) => `${table} ${key}`))]).toEqual(asked.reads);
      const isSorted = asked.query.includes('order[');
      // the first rows of several workspaces are put in order, thirty of each
      const few = asked.scope === SEVERAL_WORKSPACES ? read : steps;
      if (isSorted) expect(few.filter(({ sorts }) => sorts)).toEqual([]);
    });

    it('the total of the dashboard, and when the next clock turns it', async () => {
      const plan = planOf(catalog, { resource: shipmentResource, query: DASHBOARD });
      const steps = await explain(plan.count());
      const read = steps.filter(({ table }) => table !== '');
      expect(read.map(({ table, key }) => `${table} ${key}`).sort()).toEqual([
        't IX_shipments_trackingStatus',
        't IX_shipments_transit',
      ]);
      expect(steps.filter(({ sorts }) => sorts)).toEqual([]);
    });

    it('an item, and everything that is shown with it', async () => {
      const { selection } = catalog.reader(shipmentResource, 'get');
      const plan = planOf(catalog, { resource: shipmentResource, query: '' });
      const steps = await explain(plan.keyed(selection, [1, 2, 3], ONE_VERSION));
      expect(steps.filter(({ key }) => key === 'ALL')).toEqual([]);
      const found = await explain(
        condition('SELECT t.pk FROM shipments t WHERE t.workspacePk = ? AND t.id = ?', 8, ID),
      );
      expect(found.map(({ key }) => key)).toEqual(['UQ_shipments_id']);
    });

    it('the next page by cursor', async () => {
      const { selection } = catalog.reader(shipmentResource, 'get');
      const plan = planOf(catalog, { resource: shipmentResource, query: 'order[createdAt]=desc' });
      const steps = await explain(plan.following(selection, ['2025-12-20 10:01:00.000000', 4711], 31));
      expect(steps.filter(({ table }) => table === 't').map(({ key }) => key)).toContain(
        'IX_shipments_createdAt',
      );
    });
  });
});

/**
 * A team with a big workspace (7), a middling one (8), and three hundred small ones. Of ten shipments eight are delivered,
 * one is in transit, one never moved.
 */
const ROWS = [
  "INSERT INTO teams (pk, id, name, nameFolded, createdAt, updatedAt) VALUES (3, UUID(), 'Team', 'TEAM', NOW(6), NOW(6))",
  `INSERT INTO workspaces (pk, id, teamPk, title, titleFolded, storeHash, createdAt, updatedAt)
    SELECT seq, UUID(), 3, seq, seq, seq, NOW(6), NOW(6) FROM seq_7_to_308`,
  `INSERT INTO statuses (id, workspacePk, entity, code, codeFolded, createdAt, updatedAt)
    SELECT UUID(), w.pk, 'orders', c.seq, IF(c.seq = 1, 'WC-PROCESSING', c.seq), NOW(6), NOW(6)
    FROM workspaces w JOIN seq_1_to_8 c`,
  `INSERT INTO shipments (pk, id, workspacePk, trackingNumber, trackingStatus, orderNumbers, transitStartedAt, transitDays,
      createdAt, updatedAt)
    SELECT seq, UUID(), IF(seq % 3 = 0, 8 + seq % 301, IF(seq % 3 = 1, 8, 7)), CONCAT('TN', 1000000 + seq),
      ELT(1 + seq % 10, 'in_transit', 'delivered', 'delivered', 'delivered', 'no_info', 'delivered', 'delivered',
        'delivered', 'delivered', 'delivered'),
      CONCAT('SO-', seq), IF(seq % 10 = 4, NULL, '2026-01-01' - INTERVAL seq MINUTE), IF(seq % 10 IN (0, 4), NULL, seq % 20),
      '2026-01-01' - INTERVAL seq MINUTE, '2026-01-01' - INTERVAL seq MINUTE
    FROM seq_1_to_30000`,
  `INSERT INTO tracking_number_parts (workspacePk, part, shipmentPk)
    SELECT workspacePk, CONV(SUBSTR(trackingNumber, 5), 36, 10), pk FROM shipments`,
  `INSERT INTO shipment_order_numbers (shipmentPk, number, workspacePk, position)
    SELECT pk, orderNumbers, workspacePk, 0 FROM shipments`,
  `INSERT INTO orders (pk, id, workspacePk, orderNumber, orderNumberFolded, orderStatusPk, orderType, fulfillmentStatus,
      createdAt, updatedAt)
    SELECT pk, UUID(), workspacePk, orderNumbers, orderNumbers,
      (SELECT MIN(x.pk) + t.pk % 8 FROM statuses x WHERE x.workspacePk = t.workspacePk), 'customer',
      ELT(1 + pk % 10, 'partial', 'fulfilled', 'fulfilled', 'fulfilled', 'not_fulfilled', 'fulfilled', 'fulfilled',
        'fulfilled', 'fulfilled', 'fulfilled'), createdAt, updatedAt
    FROM shipments t`,
  `INSERT INTO order_items (pk, id, workspacePk, orderPk, qty, fulfilledQty, createdAt, updatedAt)
    SELECT pk, UUID(), workspacePk, pk, 2, 1, createdAt, updatedAt FROM orders`,
  `INSERT INTO shipment_items (id, workspacePk, shipmentPk, orderItemPk, qty, createdAt, updatedAt)
    SELECT UUID(), workspacePk, pk, pk, 1, createdAt, updatedAt FROM shipments`,
  `UPDATE shipments SET id = '${ID}' WHERE pk = 4711`,
  'ANALYZE TABLE shipments, shipment_order_numbers, orders, order_items, shipment_items, statuses, workspaces',
];
