import type { DataSource } from 'typeorm';
import type { Database } from '../database/database.js';
import { Tables } from '../database/tables.js';
import { orderItemResource } from '../order-items/order-item.resource.js';
import { orderResource } from '../orders/order.resource.js';
import { toMilliseconds, toStored } from '../resource/datetime.js';
import { formatMoney } from '../resource/money.js';
import { iriOf, type Reference, type Resource } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import type { Caller } from '../store/caller.js';
import { deserialize } from '../store/draft.js';
import { Writer } from '../store/writer.js';
import { createTenant, type Tenant } from '../tenants/create-tenant.js';
import { ordersOf, type DemoItem, type DemoOrder } from './orders.js';
import { Random } from './random.js';
import { SHOPS, type Shop } from './shops.js';
import { backdate, track } from './track.js';

const SEED = 1435;

/** A team with two shops, their orders and about 300 shipments; nothing when the database holds a team already. */
export async function makeDemo(database: Database, dataSource: DataSource): Promise<Tenant | undefined> {
  const [team] = await database.read('SELECT 1 FROM teams LIMIT 1', []);
  if (team) return undefined;
  return database.transaction(async (transaction) => {
    await takeTurns(transaction);
    const teams = await transaction.rows('SELECT pk FROM teams LIMIT 1');
    if (teams.length > 0) return undefined;
    const workspaces = SHOPS.map(({ title }) => title);
    const tenant = await createTenant(
      { team: 'Demo team', email: 'demo@example.com', workspaces },
      transaction,
    );
    const writer = new Writer(
      new Tables(dataSource, database.dialect),
      transaction,
      await callerOf(tenant, transaction),
    );
    const random = new Random(SEED);
    for (const [index, shop] of SHOPS.entries()) {
      const workspace = `/workspaces/${tenant.workspaces[index]?.id}`;
      for (const order of ordersOf(shop, toMilliseconds(transaction.moment), random))
        await write(order, shop, workspace, writer, transaction);
    }
    return tenant;
  });
}

/** Of several processes that start at once, one goes on and the others wait until it has committed. */
async function takeTurns(transaction: Transaction): Promise<void> {
  const { dialect } = transaction;
  await transaction.run(`${dialect.insertOrIgnore} INTO settings (name, content) VALUES (?, ?)`, [
    'demo',
    '',
  ]);
  await transaction.rows(`SELECT name FROM settings WHERE name = ?${dialect.forUpdate}`, ['demo']);
}

/** The client that was made with the team: it sees all of it. */
async function callerOf(tenant: Tenant, transaction: Transaction): Promise<Caller> {
  const rows = await transaction.rows<{ pk: number; teamPk: number; userPk: number; clientPk: number }>(
    `SELECT w.pk AS pk, w.teamPk AS teamPk, c.userPk AS userPk, c.pk AS clientPk
      FROM teams t JOIN workspaces w ON w.teamPk = t.pk JOIN oauth_clients c ON c.publicId = ? WHERE t.id = ?`,
    [tenant.clientId, tenant.teamId],
  );
  const [{ userPk, clientPk, teamPk }] = rows as [(typeof rows)[0]];
  const workspaces = new Map(rows.map((row) => [row.pk, row.teamPk]));
  return { clientPk, userPk, scope: { teams: new Set([teamPk]), workspaces } };
}

/** An order with its items and parcels, written as requests would, then moved to when it happened. */
async function write(
  order: DemoOrder,
  shop: Shop,
  workspace: string,
  writer: Writer,
  transaction: Transaction,
): Promise<void> {
  const create = (resource: Resource, body: object): Promise<Reference> =>
    writer.create(resource, deserialize(resource, body, 'post'));
  const { email, phoneNumber, address } = order.customer;
  const contact = { workspace, email, phoneNumber };
  const money = moneyOf(order.items);
  const made = await create(orderResource, {
    ...contact,
    orderNumber: order.orderNumber,
    orderStatus: order.status,
    currency: shop.currency,
    subtotal: money,
    total: money,
    shippingAddress: address,
    billingAddress: address,
  });
  const iri = iriOf(orderResource, made.id);
  const items: Reference[] = [];
  for (const item of order.items) items.push(await create(orderItemResource, itemBody(iri, item)));
  const at = toStored(order.createdAt);
  let touched = at;
  for (const shipment of order.shipments) {
    const parcel = await create(shipmentResource, {
      ...contact,
      address,
      orders: [iri],
      trackingNumber: shipment.trackingNumber,
      originCarrier: shipment.carrier,
      shipmentStatus: shipment.status,
      shipmentItems: items.flatMap((item, index) => {
        const qty = shipment.qty[index] ?? 0;
        return qty > 0 ? [{ orderItem: iriOf(orderItemResource, item.id), qty }] : [];
      }),
    });
    const createdAt = toStored(shipment.createdAt);
    const updatedAt = await track(
      parcel,
      shipment,
      { createdAt, shop, customer: order.customer },
      transaction,
    );
    await backdate('shipments', ['pk', parcel.pk], createdAt, updatedAt, transaction);
    await backdate('shipment_items', ['shipmentPk', parcel.pk], createdAt, createdAt, transaction);
    touched = createdAt;
  }
  await backdate('orders', ['pk', made.pk], at, touched, transaction);
  await backdate('order_items', ['orderPk', made.pk], at, touched, transaction);
}

const moneyOf = (items: readonly DemoItem[]): string =>
  formatMoney(Math.round(items.reduce((sum, { product, qty }) => sum + product.price * qty, 0) * 10_000));

const itemBody = (order: string, { product, options, qty }: DemoItem): object => ({
  order,
  productName: product.name,
  productSku: product.sku,
  productOptions: options,
  qty,
  price: String(product.price),
  rowTotal: moneyOf([{ product, options, qty }]),
});
