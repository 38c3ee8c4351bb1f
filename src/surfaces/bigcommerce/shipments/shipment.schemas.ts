import type { Components } from '../../../core/openapi/components.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import type { Reference, Schema } from '../../../core/openapi/types.js';
import { MAX_LENGTH } from './shipment.dto.js';
import { OTHER_PROVIDER, SHIPPING_PROVIDERS } from './carrier-mapping.js';
import { addressSchema } from '../openapi-components.js';

export const ID: Schema = { type: 'integer', minimum: 1 };
const TEXT: Schema = { type: 'string' };

/** What bodies may say of a shipment, as answers say it. */
const FIELDS: Readonly<Record<string, Schema>> = {
  order_address_id: {
    ...ID,
    description: "Which of the order's shipping addresses it goes to.",
    examples: [128],
  },
  tracking_number: {
    type: 'string',
    maxLength: MAX_LENGTH.trackingNumber,
    description: 'As the shop writes it; there is one of each in a store.',
    examples: ['EJ958083578US'],
  },
  merchant_shipping_cost: {
    type: 'string',
    pattern: '^\\d{1,11}(?:\\.\\d{0,4})?$',
    default: '0.0000',
    examples: ['12.5000'],
  },
  shipping_method: { type: 'string', maxLength: 255, examples: ['Ship by Weight'] },
  comments: { type: 'string', maxLength: MAX_LENGTH.comments, examples: ['Ready to go...'] },
  shipping_provider: {
    type: 'string',
    description: `Whose integration ships: ${SHIPPING_PROVIDERS.join(', ')}, or carrier_ and the id of another's.`,
    pattern: `^(?:${SHIPPING_PROVIDERS.join('|')}|${OTHER_PROVIDER.source.slice(1, -1)})?$`,
    examples: ['usps'],
  },
  tracking_carrier: {
    type: 'string',
    description:
      'Empty, or a carrier: a code of the catalogue, one of AfterShip, or a name in any spelling. It goes before the provider.',
    examples: ['usps'],
  },
  tracking_link: {
    type: 'string',
    maxLength: MAX_LENGTH.trackingLink,
    description: "An http or https page of the shop's own; with it there is no generated link.",
    examples: ['https://shop.example/parcels/1'],
  },
};

const item = (more: Readonly<Record<string, Schema>> = {}): Schema =>
  objectSchema({
    order_product_id: { ...ID, examples: [194] },
    ...more,
    quantity: { ...ID, examples: [1] },
  });

/** A shipment in answers. */
export const shipmentSchema = (components: Components): Reference =>
  components.schema('Shipment', () => {
    const { order_address_id = {}, ...fields } = FIELDS;
    return objectSchema({
      id: { ...ID, examples: [11] },
      order_id: { ...ID, examples: [228] },
      customer_id: { type: 'integer', minimum: 0, examples: [11] },
      order_address_id,
      date_created: {
        type: 'string',
        description: 'RFC 2822, UTC.',
        examples: ['Wed, 13 Mar 2019 16:35:37 +0000'],
      },
      ...fields,
      billing_address: addressSchema(components),
      shipping_address: addressSchema(components),
      items: { type: 'array', items: item({ product_id: { type: 'integer', const: 0 } }) },
      shipping_provider_display_name: { ...TEXT, examples: ['USPS'] },
      generated_tracking_link: {
        ...TEXT,
        description:
          "The carrier's page of the parcel, or AfterShip's where it has none; empty with a link of the shop's own, or without a carrier.",
      },
    });
  });

/** The body of a POST. */
export const newShipmentSchema = (components: Components): Reference =>
  components.schema('NewShipment', () =>
    objectSchema({ ...FIELDS, items: { type: 'array', items: item() } }, ['order_address_id', 'items']),
  );

/** The body of a PUT. */
export const shipmentChangeSchema = (components: Components): Reference =>
  components.schema('ShipmentChange', () =>
    objectSchema(
      {
        ...FIELDS,
        items: { type: 'array', description: 'Those that are in it; others are refused.', items: item() },
      },
      [],
    ),
  );
