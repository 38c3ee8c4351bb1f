import { beforeAll, describe, expect, it } from '@jest/globals';
import { Random } from '../../../src/demo/random.js';
import { follow } from '../../../src/core/outbox/follow.js';
import { pkOf } from '../../support/all-rows.js';
import { onEachApi, type Api, type TenantClient } from '../../support/api.js';

/*
 * The same lines, sent one by one and in bulk, leave the same rows and get the same refusals. IRIs differ between the two
 * tenants, so lines name what was made before as `#orders 17`: the line of that list.
 */

type Line = Readonly<Record<string, unknown>>;
interface Result {
  readonly status: number;
  readonly iri?: string | undefined;
  readonly message?: string | undefined;
  readonly violations?: unknown;
}
type Send = (path: string, lines: readonly unknown[]) => Promise<Result[]>;

const DAY = 86_400_000;
const ORDERS = 700;
const ITEMS = 200;
const SHIPMENTS = 800;
const SHIPMENT_ITEMS = 300;

/** Lines of each list, with errors, duplicates, references and quantities that are too high. */
function linesOf(seed: number): Readonly<Record<string, readonly Line[]>> {
  const random = new Random(seed);
  const upTo = (most: number): number => random.whole(0, most - 1);
  const sometimes = (chance: number, fields: () => Line): Line => (random.chance(chance) ? fields() : {});
  const status = (): Line => ({ code: `s${upTo(12)}`, title: 'Own' });
  const external = (name: string, most: number): Line =>
    sometimes(0.5, () => ({
      externalSourceIntegration: '#integration',
      externalSourceSyncId: `${name}-${upTo(most)}`,
    }));
  const orders = Array.from({ length: ORDERS }, (_, at): Line => ({
    workspace: '#workspace',
    orderNumber: random.chance(0.9) ? `N-${at}` : `n-${upTo(at + 1)}`,
    ...external('order', 900),
    email: `buyer${at}@example.com`,
    items: Array.from({ length: upTo(4) }, (_unused, nth) => ({
      productName: `Product ${nth}`,
      qty: upTo(6),
      ...sometimes(0.05, () => external('item', 100)),
      ...sometimes(0.03, () => ({ qty: -1 })),
      ...sometimes(0.03, () => ({ fulfilledQty: 9 })),
    })),
    ...sometimes(0.2, () => ({ orderStatus: status() })),
    ...sometimes(0.03, () => ({ email: 'nobody' })),
    ...sometimes(0.02, () => ({ orderNumber: null })),
    ...sometimes(0.02, () => ({ subtotal: {} })),
    ...sometimes(0.02, () => ({ workspace: '/workspaces/00000000-0000-4000-8000-000000000000' })),
    ...sometimes(0.02, () => ({ '@id': '/orders/1' })),
  }));
  const items = Array.from({ length: ITEMS }, (): Line => ({
    order: `#orders ${upTo(ORDERS / 2)}`,
    productName: 'One more',
    qty: upTo(4),
    ...external('item', 150),
    ...sometimes(0.05, () => ({ order: undefined })),
    ...sometimes(0.05, () => ({ qty: 1.5 })),
  }));
  const shipments = Array.from({ length: SHIPMENTS }, (_, at): Line => ({
    workspace: '#workspace',
    ...sometimes(0.9, () => ({ trackingNumber: `NUMBER${random.chance(0.85) ? at : upTo(at + 1)}X` })),
    ...sometimes(0.05, () => ({ trackingNumber: '1Z999AA10123456784' })),
    ...sometimes(0.02, () => ({ trackingNumber: `TM200HELLO${at}TM` })),
    ...external('shipment', 1200),
    email: `buyer${at}@example.com`,
    address: { city: 'Leeds', countryIso2: 'GB' },
    ...sometimes(0.3, () => ({ orderNumbers: [`N-${upTo(ORDERS)}`, `M-${upTo(50)}`] })),
    ...sometimes(0.3, () => ({ orders: [`#orders ${upTo(ORDERS)}`] })),
    ...sometimes(0.3, () => ({
      shipmentItems: [
        { orderItem: `#first item of ${upTo(ORDERS)}`, qty: upTo(5) },
        ...(random.chance(0.3) ? [{ orderItem: `#first item of ${upTo(ORDERS)}`, qty: 1 }] : []),
      ],
    })),
    // two lots of the same thing, together at times more than there is, or two things of one order
    ...sometimes(0.15, () => {
      const order = upTo(ORDERS);
      const second = random.chance(0.6) ? 'first' : 'second';
      const items = [`#first item of ${order}`, `#${second} item of ${order}`];
      return { shipmentItems: items.map((orderItem) => ({ orderItem, qty: 1 + upTo(2) })) };
    }),
    ...sometimes(0.2, () => ({ shipmentStatus: status() })),
    ...sometimes(0.05, () => ({ originCarrier: random.chance(0.5) ? 'ups' : 'no-such-carrier' })),
    ...sometimes(0.03, () => ({ email: 'nobody' })),
    ...sometimes(0.02, () => ({ trackingNumber: 'has:signs?' })),
  }));
  const shipmentItems = Array.from({ length: SHIPMENT_ITEMS }, (): Line => ({
    shipment: `#shipments ${upTo(SHIPMENTS)}`,
    orderItem: `#first item of ${upTo(ORDERS / 4)}`,
    qty: upTo(4),
    ...external('shipment item', 200),
  }));
  return { orders, order_items: items, shipments, shipment_items: shipmentItems };
}

/** Sends the lists and answers what became of each line, and what the database has afterwards. */
async function write(
  api: Api,
  tenant: TenantClient,
  lists: Readonly<Record<string, readonly Line[]>>,
  send: Send,
): Promise<{ results: Record<string, unknown[]>; rows: Record<string, unknown[]> }> {
  const integration = await tenant.make('/workflows', {
    workspace: tenant.workspace,
    title: 'Shop',
    type: 'integration-shop',
  });
  const id = tenant.workspaces[0]?.id ?? '';
  const workspacePk = await pkOf(api.db(), 'workspaces', id);
  await follow(new Map([[id, workspacePk]]), Date.now() + DAY, api.db());
  const names = new Map<string, string>([
    ['#workspace', tenant.workspace],
    ['#integration', integration['@id'] as string],
  ]);
  const results: Record<string, unknown[]> = {};
  const labels = new Map<string, string>([...names].map(([name, iri]) => [lastPart(iri), name]));
  for (const [path, lines] of Object.entries(lists)) {
    const named = JSON.parse(
      JSON.stringify(lines).replace(/"(#[^"]+)"/g, (_, name: string) =>
        JSON.stringify(names.get(name) ?? '/none/00000000-0000-4000-8000-000000000001'),
      ),
    ) as unknown[];
    const answers = await send(`/${path}`, named);
    answers.forEach(({ iri }, at) => {
      if (iri) names.set(`#${path} ${at}`, iri);
      if (iri) labels.set(lastPart(iri), `${path} ${at}`);
    });
    results[path] = answers.map(({ iri, ...answer }) => plain({ ...answer, made: Boolean(iri) }, labels));
    if (path === 'orders')
      for (const [at, { iri }] of answers.entries()) {
        const items = iri ? (await tenant.get(`${iri}/items?itemsPerPage=2`)).body['hydra:member'] : [];
        for (const [place, item] of items.entries())
          names.set(`#${place === 0 ? 'first' : 'second'} item of ${at}`, item['@id'] as string);
      }
  }
  return { results, rows: await rowsOf(api, workspacePk, labels) };
}

const lastPart = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1);

/** Without ids: those that are known by the lines that made them, the others as such. */
const plain = (value: unknown, labels: ReadonlyMap<string, string>): unknown =>
  JSON.parse(
    JSON.stringify(value).replace(
      /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
      (id) => labels.get(id) ?? 'some id',
    ),
  );

const TABLES = {
  statuses: [],
  orders: ['orderStatusPk'],
  order_items: ['orderPk'],
  shipments: ['shipmentStatusPk'],
  shipment_items: ['shipmentPk', 'orderItemPk'],
  shipment_orders: ['shipmentPk', 'orderPk'],
  shipment_order_numbers: ['shipmentPk'],
  tracking_number_parts: ['shipmentPk'],
  checkpoints: ['shipmentPk'],
  outbox_events: [],
} as const;

/** The tables that keys lead to. */
const TARGETS: Readonly<Record<string, string>> = {
  orderStatusPk: 'statuses',
  shipmentStatusPk: 'statuses',
  orderPk: 'orders',
  orderItemPk: 'order_items',
  shipmentPk: 'shipments',
};

/** All rows of a tenant, without keys, in an order of their own. */
async function rowsOf(
  api: Api,
  workspacePk: number,
  labels: Map<string, string>,
): Promise<Record<string, unknown[]>> {
  const names = new Map<string, string>();
  const tables: Record<string, unknown[]> = {};
  for (const [table, references] of Object.entries(TABLES)) {
    const isLink = table === 'shipment_orders';
    const rows = await api
      .db()
      .transaction((transaction) =>
        transaction.rows<Record<string, string | number | null>>(
          isLink
            ? 'SELECT l.* FROM shipment_orders l JOIN shipments s ON s.pk = l.shipmentPk WHERE s.workspacePk = ?'
            : `SELECT * FROM ${table} WHERE workspacePk = ?${/parts|numbers/.test(table) ? '' : ' ORDER BY pk'}`,
          [workspacePk],
        ),
      );
    const places = new Map<string, number>();
    tables[table] = rows
      .map((row) => {
        const found: Record<string, string | object | number | null | undefined> = { ...row };
        for (const column of references) {
          found[column] =
            row[column] === null ? null : names.get(`${TARGETS[column]} ${String(row[column])}`);
        }
        const key = references[0];
        const of = String(row.code ?? (key ? names.get(`${TARGETS[key]} ${String(row[key])}`) : undefined));
        const place = places.get(of) ?? 0;
        places.set(of, place + 1);
        const label = labels.get(row.id as string) ?? `${table} ${place} of ${of}`;
        if (row.id) labels.set(row.id as string, label);
        if (row.pk) names.set(`${table} ${String(row.pk)}`, label);
        for (const column of ['pk', 'workspacePk', 'externalSourceIntegrationPk', 'message', 'position'])
          delete found[column];
        // lists of IRIs go by keys
        if (typeof found.data === 'string')
          found.data = sorted(plain(JSON.parse(found.data), labels) as object);
        return JSON.stringify(plain(row.id ? { ...found, label } : found, labels));
      })
      .sort();
  }
  return tables;
}

const sorted = (item: object): object =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value]),
  );

const singly =
  (tenant: TenantClient): Send =>
  async (path, lines) => {
    const results: Result[] = [];
    for (const line of lines) {
      const { status, body } = await tenant.post(path, line);
      results.push(
        status === 201
          ? { status, iri: body['@id'] as string }
          : { status, message: body['hydra:description'], violations: body.violations },
      );
    }
    return results;
  };

const inBulk =
  (tenant: TenantClient): Send =>
  async (path, lines) => {
    const { status, body } = await tenant.send('POST', path, {
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect(status).toBe(200);
    const answers = (body as string)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ line }) => line)).toEqual(lines.map((_, at) => at + 1));
    return answers.map((each) => ({
      status: each.status,
      iri: each['@id'],
      message: each['hydra:description'],
      violations: each.violations,
    }));
  };

onEachApi((api) => {
  describe('2,000 lines in bulk', () => {
    const lists = linesOf(7);
    type Written = Awaited<ReturnType<typeof write>>;
    let one: Written;
    let many: Written;

    beforeAll(async () => {
      api.setTime(Date.now());
      const [first, second] = [await api.tenant(), await api.tenant()];
      one = await write(api, first, lists, singly(first));
      many = await write(api, second, lists, inBulk(second));
      api.setTime(undefined);
    }, 300_000);

    it('get the same refusals as one by one', () => {
      for (const path of Object.keys(lists)) expect(many.results[path]).toEqual(one.results[path]);
      const all = Object.values(one.results).flat() as Result[];
      expect(all).toHaveLength(ORDERS + ITEMS + SHIPMENTS + SHIPMENT_ITEMS);
      expect(all.filter(({ status }) => status !== 201).length).toBeGreaterThan(300);
      expect(all.filter(({ status }) => status === 201).length).toBeGreaterThan(1000);
    });

    it.each(Object.keys(TABLES))('leave the same rows in %s as one by one', (table) => {
      expect(many.rows[table]?.length).toBeGreaterThan(0);
      expect(many.rows[table]).toEqual(one.rows[table]);
    });
  });
});
