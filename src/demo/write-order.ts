import { orderItemResource } from '../modules/orders/order-items/order-item.resource.js';
import { orderResource } from '../modules/orders/order.resource.js';
import { formatMoney } from '../core/metadata/money.js';
import { iriOf, type Reference, type Resource } from '../core/metadata/resource.js';
import type { Transaction } from '../core/metadata/transaction.js';
import { shipmentResource } from '../modules/shipments/shipment.resource.js';
import { parseWriteInput } from '../core/store/write-input.js';
import type { Writer } from '../core/store/writer.js';
import { dateOrder, trackParcel } from './backdate.js';
import type { DemoItem, DemoOrder, DemoShipment } from './orders.js';
import type { Shop } from './shops.js';

/** Where an order is written. */
export interface WriteContext {
  readonly shop: Shop;
  /** IRI. */
  readonly workspace: string;
  readonly writer: Writer;
  readonly transaction: Transaction;
}

/** Writes an order with its items and parcels as requests would, through every rule, and then its history. */
export async function writeOrder(order: DemoOrder, place: WriteContext): Promise<void> {
  const { email, phoneNumber, address } = order.customer;
  const money = moneyOf(order.items);
  const row = await create(place, orderResource, {
    workspace: place.workspace,
    orderNumber: order.orderNumber,
    orderStatus: order.status,
    email,
    phoneNumber,
    currency: place.shop.currency,
    subtotal: money,
    total: money,
    shippingAddress: address,
    billingAddress: address,
  });
  const iri = iriOf(orderResource, row.id);
  const items: string[] = [];
  for (const item of order.items) {
    const made = await create(place, orderItemResource, itemBody(iri, item));
    items.push(iriOf(orderItemResource, made.id));
  }
  for (const shipment of order.shipments) {
    const parcel = await create(place, shipmentResource, {
      workspace: place.workspace,
      email,
      phoneNumber,
      address,
      orders: [iri],
      ...parcelBody(shipment, items),
    });
    await trackParcel(parcel, shipment, { shop: place.shop, order }, place.transaction);
  }
  await dateOrder(row, order, place.transaction);
}

const create = ({ writer }: WriteContext, resource: Resource, body: object): Promise<Reference> =>
  writer.create(resource, parseWriteInput(resource, body, 'post'));

const itemBody = (order: string, { product, options, qty }: DemoItem): object => ({
  order,
  productName: product.name,
  productSku: product.sku,
  productOptions: options,
  qty,
  price: String(product.price),
  rowTotal: moneyOf([{ product, options, qty }]),
});

const parcelBody = (parcel: DemoShipment, items: readonly string[]): object => ({
  trackingNumber: parcel.trackingNumber,
  originCarrier: parcel.carrier,
  shipmentStatus: parcel.status,
  shipmentItems: items
    .map((orderItem, at) => ({ orderItem, qty: parcel.qty[at] ?? 0 }))
    .filter(({ qty }) => qty > 0),
});

const moneyOf = (items: readonly DemoItem[]): string =>
  formatMoney(Math.round(items.reduce((sum, { product, qty }) => sum + product.price * qty, 0) * 10_000));
