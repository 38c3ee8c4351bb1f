import { merchantTrackingNumber } from '../../../modules/shipments/merchant-carrier.js';
import { type Mapping, present, ref, schemaOf } from '../../shared/mapping.js';
import type { OrderRow, ShipmentItemRow, ShipmentRow } from '../../shared/rows.js';
import { MAX_TEXT_BYTES } from '../dto/fields.js';
import { formatAmount, rfc2822 } from '../formats.js';
import type { PresentedAddress } from '../orders/address.mapping.js';
import type { OrderAddressView } from '../orders/order-address.queries.js';
import { ID, moment, only, WHOLE } from '../schema-helpers.js';
import {
  type CarrierNames,
  generatedTrackingLink,
  OTHER_PROVIDER,
  providerName,
  SHIPPING_PROVIDERS,
} from './carrier-mapping.js';

/** What a shipment is shown from. */
export interface ShipmentRows {
  readonly shipment: ShipmentRow;
  readonly order: OrderRow;
  /** The order's address that it goes to. */
  readonly address: OrderAddressView;
  readonly names: CarrierNames;
  readonly billing: PresentedAddress;
  readonly shipping: PresentedAddress;
  readonly items: readonly ShipmentItemRow[];
}

/** What is in a shipment. */
export const SHIPMENT_ITEM = {
  order_product_id: { schema: { ...ID, examples: [194] }, value: ({ orderItemPk }) => orderItemPk },
  product_id: { schema: only(0), value: () => 0 },
  quantity: { schema: { ...ID, examples: [1] }, value: ({ qty }) => qty },
} satisfies Mapping<ShipmentItemRow>;

/** A shipment as BigCommerce shows it, in the order of its documents. */
export const SHIPMENT = {
  id: { schema: { ...ID, examples: [11] }, value: ({ shipment }) => shipment.pk },
  order_id: { schema: { ...ID, examples: [228] }, value: ({ order }) => order.pk },
  customer_id: { schema: { ...WHOLE, examples: [11] }, value: ({ order }) => order.customerId ?? 0 },
  order_address_id: {
    schema: {
      ...ID,
      description: "Which of the order's shipping addresses it goes to.",
      examples: [128],
    },
    value: ({ address }) => address.id,
  },
  date_created: { schema: moment(), value: ({ shipment }) => rfc2822(shipment.createdAt) },
  tracking_number: {
    schema: {
      type: 'string',
      maxLength: 50,
      description: 'As the shop writes it; there is one of each in a store.',
      examples: ['EJ958083578US'],
    },
    value: ({ shipment }) => merchantTrackingNumber(shipment) ?? '',
  },
  merchant_shipping_cost: {
    schema: {
      type: 'string',
      pattern: '^\\d{1,11}(?:\\.\\d{0,4})?$',
      default: '0.0000',
      examples: ['12.5000'],
    },
    value: ({ shipment }) => formatAmount(shipment.merchantShippingCost ?? null),
  },
  shipping_method: {
    schema: { type: 'string', maxLength: 255, examples: ['Ship by Weight'] },
    value: ({ shipment }) => shipment.shippingMethod ?? '',
  },
  comments: {
    schema: { type: 'string', maxLength: MAX_TEXT_BYTES, examples: ['Ready to go...'] },
    value: ({ shipment }) => shipment.comments ?? '',
  },
  shipping_provider: {
    schema: {
      type: 'string',
      description: `Whose integration ships: ${SHIPPING_PROVIDERS.join(', ')}, or carrier_ and the id of another's.`,
      pattern: `^(?:${SHIPPING_PROVIDERS.join('|')}|${OTHER_PROVIDER.source.slice(1, -1)})?$`,
      examples: ['usps'],
    },
    value: ({ names }) => names.provider,
  },
  tracking_carrier: {
    schema: {
      type: 'string',
      description:
        'Empty, or a carrier: a code of the catalogue, one of AfterShip, or a name in any spelling. It goes before the provider.',
      examples: ['usps'],
    },
    value: ({ names }) => names.carrier,
  },
  tracking_link: {
    schema: {
      type: 'string',
      maxLength: 500,
      description: "An http or https page of the shop's own; with it there is no generated link.",
      examples: ['https://shop.example/parcels/1'],
    },
    value: ({ shipment }) => shipment.trackingLink ?? '',
  },
  billing_address: { schema: ref('Address'), value: ({ billing }) => billing },
  shipping_address: { schema: ref('Address'), value: ({ shipping }) => shipping },
  items: {
    schema: { type: 'array', items: schemaOf(SHIPMENT_ITEM) },
    value: ({ items }) => items.map((item) => present<ShipmentItemRow>(SHIPMENT_ITEM, item)),
  },
  shipping_provider_display_name: {
    schema: { type: 'string', examples: ['USPS'] },
    value: ({ names }) => providerName(names.provider),
  },
  generated_tracking_link: {
    schema: {
      type: 'string',
      description:
        "The carrier's page of the parcel, or AfterShip's where it has none; empty with a link of the shop's own, or without a carrier.",
    },
    value: ({ shipment }) => generatedTrackingLink(shipment),
  },
} satisfies Mapping<ShipmentRows>;
