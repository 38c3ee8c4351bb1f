import { carrierByCode } from '../../modules/reference-data/carriers/carriers.js';
import { addressId } from '../../modules/orders/address-ids.js';
import type { Stored } from '../../core/metadata/condition.js';
import { fourPlaces } from '../../core/metadata/money.js';
import { splitOrderNumbers } from '../../modules/shipments/order-numbers.field.js';
import { namedCarrier, type ShopWords, writtenNumber } from '../../modules/shipments/shop-words.js';
import type { Columns } from '../../core/store/rows.js';
import { exactInteger } from '../shared/lenient-values.js';
import { incrementIdOf } from './increment-ids.js';

/** The rows that a shipment is shown from. */
export interface ShipmentRows {
  readonly shipment: Columns;
  /** The first of its orders. */
  readonly order: Columns | undefined;
  /** The first of the order's further addresses, which is what the order is shipped to. */
  readonly addressPk: number | undefined;
  /** What is in it and in its further tracks. */
  readonly items: readonly { readonly item: Columns; readonly orderItem: Columns }[];
  /** Its further tracks. */
  readonly tracks: readonly Columns[];
}

/** A shipment in Magento's own column names, in their order. Moments are `YYYY-MM-DD HH:MM:SS` in UTC. */
export function shipmentJson(rows: ShipmentRows): Readonly<Record<string, unknown>> {
  const { shipment, order, items, tracks } = rows;
  const orderId = order?.pk ?? null;
  const [number] = splitOrderNumbers(text(shipment.orderNumbers));
  const numbered = [shipment, ...tracks].filter(
    (track) => writtenNumber(track as ShopWords & Columns) !== null,
  );
  return {
    entity_id: shipment.pk,
    increment_id: incrementIdOf(shipment.pk as number),
    order_id: orderId,
    order_increment_id: order?.orderNumber ?? number ?? null,
    customer_id: order?.customerId ?? null,
    shipping_address_id: shippingAddressId(rows),
    billing_address_id: order ? addressId({ kind: 'billing', orderPk: order.pk as number }) : null,
    shipment_status: shipment.trackingStatus,
    total_qty: items.reduce((sum, { item }) => sum + (item.qty as number), 0),
    total_weight: null,
    email_sent: shipment.emailSentAt === null ? 0 : 1,
    created_at: second(shipment.createdAt),
    updated_at: second(shipment.updatedAt),
    comment: shipment.comments,
    items: items.map((each) => itemJson(each, shipment.pk as number)),
    tracks: numbered.map((track) => trackJson(track, shipment.pk as number, orderId)),
  };
}

function shippingAddressId({ shipment, order, addressPk }: ShipmentRows): number | null {
  const further = (shipment.orderAddressPk as number | null) ?? addressPk;
  if (further !== undefined) return addressId({ kind: 'further', pk: further });
  return order ? addressId({ kind: 'shipping', orderPk: order.pk as number }) : null;
}

function itemJson({ item, orderItem }: ShipmentRows['items'][number], parentPk: number): object {
  const price = orderItem.price === null ? null : BigInt(orderItem.price as number);
  const qty = item.qty as number;
  return {
    entity_id: item.pk,
    parent_id: parentPk,
    order_item_id: item.orderItemPk,
    product_id: productId(orderItem.externalProductId as string | null),
    sku: orderItem.productSku,
    name: orderItem.productName,
    qty,
    price: price === null ? null : fourPlaces(price),
    row_total: price === null ? null : fourPlaces(price * BigInt(qty)),
  };
}

/** Magento's are integers; other shops have text, and it stays as it is. */
const productId = (external: string | null): number | string | null => exactInteger(external) ?? external;

function trackJson(track: Columns, parentPk: number, orderId: Stored): object {
  const code = text(track.trackingCarrier) || text(track.shippingProvider) || text(track.originCarrier);
  const carrier = carrierByCode(namedCarrier(track as ShopWords & Columns) ?? '')?.name;
  return {
    entity_id: track.pk,
    parent_id: parentPk,
    order_id: orderId,
    carrier_code: code || 'custom',
    title: text(track.carrierTitle) || (carrier ?? null),
    track_number: writtenNumber(track as ShopWords & Columns),
    description: track.trackDescription,
    created_at: second(track.createdAt),
    updated_at: second(track.updatedAt),
  };
}

const text = (stored: Stored | undefined): string => (stored as string | null | undefined) ?? '';

const second = (stored: Stored | undefined): string => text(stored).slice(0, 19);
