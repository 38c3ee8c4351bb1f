import { sqlNames } from '../../core/database/sql-names.js';
import { fourPlaces } from '../../core/metadata/money.js';
import type { Schema } from '../../core/openapi/types.js';
import { addressId } from '../../modules/orders/address-ids.js';
import { carrierByCode } from '../../modules/reference-data/carriers/carriers.js';
import { Shipment } from '../../modules/shipments/shipment.entity.js';
import { splitOrderNumbers } from '../../modules/shipments/order-numbers.field.js';
import { merchantCarrierCode, merchantTrackingNumber } from '../../modules/shipments/merchant-carrier.js';
import { exactInteger } from '../shared/lenient-values.js';
import { type Mapping, present, ref } from '../shared/mapping.js';
import type { OrderItemRow, OrderRow, ShipmentItemRow, ShipmentRow } from '../shared/rows.js';
import { incrementIdOf } from './increment-id.js';
import { INCREMENT_ID, key, ORDER_NUMBER, orNull, text, whole, freeText } from './schema-helpers.js';

const t = sqlNames(Shipment, 't');

/** The rows that a shipment is shown from. */
export interface ShipmentRows {
  readonly shipment: ShipmentRow;
  /** The first of its orders. */
  readonly order: OrderRow | undefined;
  /** The first of the order's further addresses, which is what the order is shipped to. */
  readonly addressPk: number | undefined;
  /** What is in it and in its further tracks. */
  readonly items: readonly { readonly item: ShipmentItemRow; readonly orderItem: OrderItemRow }[];
  /** Its further tracks. */
  readonly tracks: readonly ShipmentRow[];
}

/** An item with the shipment that it is shown in. */
type ItemRows = ShipmentRows['items'][number] & Pick<ShipmentRows, 'shipment'>;

/** A track with the shipment and the order that it is shown in. */
type TrackRows = { readonly track: ShipmentRow } & Pick<ShipmentRows, 'shipment' | 'order'>;

const moment = (description: string): Schema => ({
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$',
  description: `${description} UTC.`,
  examples: ['2026-05-07 10:00:00'],
});

const amount = (description: string): Schema => ({
  type: ['string', 'null'],
  pattern: '^-?\\d+\\.\\d{4}$',
  description,
  examples: ['12.5000'],
});

const SHIPMENT_ID = key('The shipment.', 789);

/** What is in a shipment, in Magento's own column names. */
export const SHIPMENT_ITEM: Mapping<ItemRows> = {
  entity_id: { schema: key('The shipment item.', 5), value: ({ item }) => item.pk },
  parent_id: { schema: SHIPMENT_ID, value: ({ shipment }) => shipment.pk },
  order_item_id: { schema: key('The order item.', 10), value: ({ item }) => item.orderItemPk },
  // Magento's are integers; other shops have text, and it stays as it is
  product_id: {
    schema: { type: ['integer', 'string', 'null'], description: "The shop's own product.", examples: [55] },
    value: ({ orderItem: { externalProductId } }) => exactInteger(externalProductId) ?? externalProductId,
  },
  sku: {
    schema: orNull(text("The order item's SKU.", 'PRODUCT-001')),
    value: ({ orderItem }) => orderItem.productSku,
  },
  name: {
    schema: orNull(text("The order item's name.", 'Cup')),
    value: ({ orderItem }) => orderItem.productName,
  },
  qty: { schema: whole(0, 'How many are in the shipment.', 2), value: ({ item }) => item.qty },
  price: { schema: amount('Of one; four places.'), value: ({ orderItem }) => priceOf(orderItem, 1) },
  row_total: {
    schema: amount('Of all that are in the shipment; four places.'),
    value: ({ orderItem, item }) => priceOf(orderItem, item.qty),
  },
};

const priceOf = ({ price }: OrderItemRow, qty: number): string | null =>
  price === null ? null : fourPlaces(BigInt(price) * BigInt(qty));

/** A parcel of a shipment. */
export const TRACK: Mapping<TrackRows> = {
  entity_id: {
    schema: key('The track; of the first one the shipment itself.', 789),
    value: ({ track }) => track.pk,
  },
  parent_id: { schema: SHIPMENT_ID, value: ({ shipment }) => shipment.pk },
  order_id: { schema: orNull(key('The order.', 123)), value: ({ order }) => order?.pk ?? null },
  carrier_code: {
    schema: text("The shop's word for the carrier.", 'custom', 100),
    value: ({ track }) => track.trackingCarrier || track.shippingProvider || track.originCarrier || 'custom',
  },
  title: {
    schema: orNull(text("The carrier's name.", 'Carrier')),
    value: ({ track }) =>
      track.carrierTitle || (carrierByCode(merchantCarrierCode(track) ?? '')?.name ?? null),
  },
  track_number: {
    schema: text('As the shop wrote it.', 'BR123456789', 100),
    value: ({ track }) => merchantTrackingNumber(track),
  },
  description: { schema: freeText(), value: ({ track }) => track.trackDescription },
  created_at: { schema: moment('When it was added.'), value: ({ track }) => second(track.createdAt) },
  updated_at: { schema: moment('When it changed last.'), value: ({ track }) => second(track.updatedAt) },
};

/** A stored moment as `YYYY-MM-DD HH:MM:SS`, UTC. */
const second = (stored: string): string => stored.slice(0, 19);

/** A shipment in Magento's own column names. */
export const SHIPMENT: Mapping<ShipmentRows> = {
  entity_id: { schema: SHIPMENT_ID, value: ({ shipment }) => shipment.pk, sortBy: t.pk },
  // numbers of shipments follow their keys
  increment_id: {
    schema: INCREMENT_ID,
    value: ({ shipment }) => incrementIdOf(shipment.pk),
    sortBy: t.pk,
  },
  order_id: { schema: orNull(key('Its order.', 123)), value: ({ order }) => order?.pk ?? null },
  order_increment_id: {
    schema: orNull(ORDER_NUMBER),
    value: ({ shipment, order }) => order?.orderNumber ?? splitOrderNumbers(shipment.orderNumbers)[0] ?? null,
  },
  customer_id: {
    schema: {
      type: ['integer', 'null'],
      description: "The shop's own number of its customer.",
      examples: [42],
    },
    value: ({ order }) => order?.customerId ?? null,
  },
  shipping_address_id: {
    schema: orNull(key('The address that it goes to.', 369)),
    value: ({ shipment, order, addressPk }) => {
      const further = shipment.orderAddressPk ?? addressPk;
      if (further !== undefined) return addressId({ kind: 'further', pk: further });
      return order ? addressId({ kind: 'shipping', orderPk: order.pk }) : null;
    },
  },
  billing_address_id: {
    schema: orNull(key("The order's billing address.", 370)),
    value: ({ order }) => (order ? addressId({ kind: 'billing', orderPk: order.pk }) : null),
  },
  shipment_status: {
    schema: orNull(text('How far the parcel has come.', 'in_transit', 40)),
    value: ({ shipment }) => shipment.trackingStatus,
  },
  total_qty: {
    schema: whole(0, 'How many items are in it.', 3),
    value: ({ items }) => items.reduce((sum, { item }) => sum + item.qty, 0),
  },
  total_weight: { schema: { type: 'null', description: 'Weights are not known.' }, value: () => null },
  email_sent: {
    schema: { type: 'integer', enum: [0, 1], description: "1: the customer's e-mail has gone out." },
    value: ({ shipment }) => (shipment.emailSentAt === null ? 0 : 1),
  },
  created_at: {
    schema: moment('When it was made.'),
    value: ({ shipment }) => second(shipment.createdAt),
    sortBy: t.createdAt,
  },
  updated_at: {
    schema: moment('When it changed last.'),
    value: ({ shipment }) => second(shipment.updatedAt),
    sortBy: t.updatedAt,
  },
  comment: { schema: freeText(), value: ({ shipment }) => shipment.comments },
  items: {
    schema: { type: 'array', items: ref('ShipmentItem') },
    value: ({ shipment, items }) => items.map((each) => present(SHIPMENT_ITEM, { ...each, shipment })),
  },
  tracks: {
    schema: { type: 'array', items: ref('Track') },
    value: ({ shipment, order, tracks }) =>
      [shipment, ...tracks]
        .filter((track) => merchantTrackingNumber(track) !== null)
        .map((track) => present(TRACK, { track, shipment, order })),
  },
};
