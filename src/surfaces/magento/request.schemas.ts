import { objectSchema } from '../../core/openapi/object-schema.js';
import type { ParameterObject, Schema } from '../../core/openapi/types.js';
import { MAX_ITEMS } from './item-allocation.js';
import { MAX_PAGE_SIZE, SORTS, DEFAULT_PAGE_SIZE } from './shipment-list.js';
import { INCREMENT_ID, key, ORDER_NUMBER, orNull, ref, text, words } from './schema-helpers.js';
import { MAX_TRACKS } from './track.js';

const ORDER: Readonly<Record<string, Schema>> = {
  order_id: key('The order.', 123),
  order_increment_id: ORDER_NUMBER,
};

const OWN: Readonly<Record<string, Schema>> = {
  shipment_id: key('The shipment; also as `id` or `entity_id`.', 789),
  increment_id: INCREMENT_ID,
};

const NEW_TRACK: Readonly<Record<string, Schema>> = {
  carrier_code: { ...text("The shop's word for the carrier.", 'custom', 100), default: 'custom' },
  title: orNull(text("The carrier's name.", 'Carrier')),
  track_number: text('It has a letter or a digit.', 'BR123456789', 100),
  description: words(),
};

const REQUESTED_ITEM = objectSchema(
  {
    order_item_id: key('The order item; or `sku`.', 10),
    sku: text('Of several order items with this SKU the first ones are taken.', 'PRODUCT-001'),
    qty: { type: ['integer', 'string'], description: 'A whole number, from 1.', examples: [2, '2.0000'] },
  },
  ['qty'],
);

const NEW_SHIPMENT = objectSchema(
  {
    ...ORDER,
    items: {
      type: 'array',
      maxItems: MAX_ITEMS,
      description: 'Left out: everything that is left of the order. An empty list is refused.',
      items: ref('AskedItem'),
    },
    tracks: {
      type: 'array',
      maxItems: MAX_TRACKS,
      description: 'The first is the parcel itself; not together with `track_number`.',
      items: ref('NewTrack'),
    },
    ...NEW_TRACK,
    comment: words(),
    send_email: {
      type: ['boolean', 'integer', 'string'],
      enum: [true, false, 1, 0, '1', '0', 'true', 'false'],
      default: false,
      description: 'The customer gets an e-mail, where mail goes out.',
    },
  },
  [],
);

const query = (name: string, schema: Schema): ParameterObject => {
  const { description = '', ...rest } = schema;
  return { name, in: 'query', description, required: false, schema: rest };
};

const date = (description: string): Schema => ({
  type: 'string',
  pattern: '^(\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2})?|\\d{9,13})$',
  description,
  examples: ['2026-05-07', '2026-05-07 10:00:00', '1778148000'],
});

const limit = (description: string): Schema => ({
  type: 'integer',
  minimum: 1,
  maximum: MAX_PAGE_SIZE,
  description,
});

/** What a list may be asked for, in the query or in a JSON body. */
const LIST: Readonly<Record<string, Schema>> = {
  id: key('One shipment; also as `shipment_id` or `entity_id`.', 789),
  increment_id: {
    type: 'string',
    description: `One shipment; several with commas, ${MAX_PAGE_SIZE} at most, are a list.`,
    examples: ['100000078'],
  },
  ...ORDER,
  created_from: date('Made then or later, UTC; or Unix seconds.'),
  created_to: date('Made then or earlier, UTC, or Unix seconds; a date is that whole day.'),
  page: { type: 'integer', minimum: 1, default: 1, description: 'Which page.' },
  limit: { ...limit('How many a page has at most.'), default: DEFAULT_PAGE_SIZE },
  page_size: limit('As `limit`.'),
  per_page: limit('As `limit`.'),
  pageSize: limit('As `limit`.'),
  sort: {
    type: 'string',
    enum: Object.keys(SORTS),
    default: 'entity_id',
    description: 'What the list is sorted by.',
  },
  direction: { type: 'string', enum: ['asc', 'desc'], default: 'asc', description: 'Which way.' },
  include_pagination: {
    type: ['boolean', 'integer', 'string'],
    enum: [true, false, 1, 0, '1', '0', 'true', 'false'],
    default: false,
    description: 'Counts, and tells the totals.',
  },
};

export const LIST_PARAMETERS = Object.entries(LIST).map(([name, schema]) => query(name, schema));

/** What requests are made of, by name. */
export const REQUEST_SCHEMAS: Readonly<Record<string, Schema>> = {
  AskedItem: REQUESTED_ITEM,
  ListRequest: objectSchema(LIST, []),
  NewShipment: NEW_SHIPMENT,
  NewTrack: objectSchema(NEW_TRACK, ['track_number']),
  Resend: objectSchema({ ...OWN, comment: words('For the customer.') }, []),
  TrackOfShipment: objectSchema({ ...OWN, ...ORDER, ...NEW_TRACK }, ['track_number']),
};
