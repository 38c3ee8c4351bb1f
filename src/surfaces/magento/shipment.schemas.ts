import { objectSchema } from '../../core/openapi/object-schema.js';
import type { Schema } from '../../core/openapi/types.js';
import { INCREMENT_ID, key, ORDER_NUMBER, orNull, ref, text, whole, words } from './schema-words.js';

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

const SHIPMENT_ITEM = objectSchema({
  entity_id: key('The shipment item.', 5),
  parent_id: key('The shipment.', 789),
  order_item_id: key('The order item.', 10),
  product_id: { type: ['integer', 'string', 'null'], description: "The shop's own product.", examples: [55] },
  sku: orNull(text("The order item's SKU.", 'PRODUCT-001')),
  name: orNull(text("The order item's name.", 'Cup')),
  qty: whole(0, 'How many are in the shipment.', 2),
  price: amount('Of one; four places.'),
  row_total: amount('Of all that are in the shipment; four places.'),
});

const TRACK = objectSchema({
  entity_id: key('The track; of the first one the shipment itself.', 789),
  parent_id: key('The shipment.', 789),
  order_id: orNull(key('The order.', 123)),
  carrier_code: text("The shop's word for the carrier.", 'custom', 100),
  title: orNull(text("The carrier's name.", 'Carrier')),
  track_number: text('As the shop wrote it.', 'BR123456789', 100),
  description: words(),
  created_at: moment('When it was added.'),
  updated_at: moment('When it changed last.'),
});

const SHIPMENT = objectSchema({
  entity_id: key('The shipment.', 789),
  increment_id: INCREMENT_ID,
  order_id: orNull(key('Its order.', 123)),
  order_increment_id: orNull(ORDER_NUMBER),
  customer_id: {
    type: ['integer', 'null'],
    description: "The shop's own number of its customer.",
    examples: [42],
  },
  shipping_address_id: orNull(key('The address that it goes to.', 369)),
  billing_address_id: orNull(key("The order's billing address.", 370)),
  shipment_status: orNull(text('How far the parcel has come.', 'in_transit', 40)),
  total_qty: whole(0, 'How many items are in it.', 3),
  total_weight: { type: 'null', description: 'Weights are not known.' },
  email_sent: { type: 'integer', enum: [0, 1], description: "1: the customer's e-mail has gone out." },
  created_at: moment('When it was made.'),
  updated_at: moment('When it changed last.'),
  comment: words(),
  items: { type: 'array', items: ref('ShipmentItem') },
  tracks: { type: 'array', items: ref('Track') },
});

const LIST = objectSchema(
  {
    shipments: { type: 'array', items: ref('Shipment') },
    page: whole(1, 'With `include_pagination`: the page.', 1),
    limit: whole(1, 'With `include_pagination`: how many a page has at most.', 50),
    total: whole(0, 'With `include_pagination`: how many there are on all pages.', 1),
    last_page: whole(1, 'With `include_pagination`: the number of pages.', 1),
    has_next: { type: 'boolean', description: 'With `include_pagination`: there is a page after this one.' },
  },
  ['shipments'],
);

/** Shipments as answers have them, by name. */
export const SHIPMENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  Shipment: SHIPMENT,
  ShipmentAnswer: objectSchema({ shipment: ref('Shipment') }),
  ShipmentItem: SHIPMENT_ITEM,
  ShipmentList: LIST,
  Track: TRACK,
};
