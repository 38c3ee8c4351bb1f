import { IsOptional, isURL } from 'class-validator';
import { Dto, Field } from '../../../core/http/dto/dto.js';
import { isMerchantCarrier } from '../../../modules/reference-data/carriers/carrier-names.js';
import { normalizeTrackingNumber } from '../../../modules/reference-data/carriers/normalize-tracking-number.js';
import {
  merchantTrackingNumbers,
  trackingNumberProblem,
} from '../../../modules/reference-data/carriers/parse-tracking-numbers.js';
import { amountFrom, Id, Integer, List, LongText, ReadOnly, StoreBody, Text } from '../dto/fields.js';
import { lastOf, Names } from '../dto/read-body.js';
import { InvalidField } from '../errors.js';
import { isProvider } from './carrier-mapping.js';
import { SHIPMENT, SHIPMENT_ITEM } from './shipment.mapping.js';

/** @throws InvalidField. */
function trackingNumber(text: string, name: string): string {
  const number = text.trim();
  if (number && !/[a-z\d]/i.test(normalizeTrackingNumber(number)))
    throw new InvalidField(name, 'A tracking number must have letters or digits.');
  if (number && !merchantTrackingNumbers(number))
    throw new InvalidField(name, trackingNumberProblem(number) ?? '');
  return number;
}

/** @throws InvalidField. */
function provider(text: string, name: string): string {
  const word = text.trim().toLowerCase();
  if (word && !isProvider(word)) throw new InvalidField(name, 'There is no such shipping provider.');
  return word;
}

/** @throws InvalidField. */
function carrier(text: string, name: string): string {
  const word = text.trim();
  if (word && !isMerchantCarrier(word)) throw new InvalidField(name, 'There is no such tracking carrier.');
  return word;
}

const PAGE = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/** @throws InvalidField. */
function link(text: string, name: string): string {
  const url = text.trim();
  if (url && !isURL(url, PAGE)) throw new InvalidField(name, 'The value must be an http or https address.');
  return url;
}

/** Nothing is no cost. */
const Cost = (): PropertyDecorator =>
  Field(
    (value, path) => (value === undefined ? undefined : (amountFrom(value, lastOf(path)) ?? 0)),
    SHIPMENT.merchant_shipping_cost.schema,
    IsOptional(),
  );

/** What a body says of a shipment. */
export abstract class ShipmentFields extends StoreBody {
  @ReadOnly('Products are named in `items`.')
  readonly product_id?: never;

  @Text({ ...SHIPMENT.tracking_number.schema, parse: trackingNumber })
  readonly tracking_number?: string;

  @Text({ ...SHIPMENT.shipping_provider.schema, parse: provider })
  readonly shipping_provider?: string;

  @Text({ ...SHIPMENT.tracking_carrier.schema, parse: carrier })
  readonly tracking_carrier?: string;

  @Text({ ...SHIPMENT.tracking_link.schema, parse: link })
  readonly tracking_link?: string;

  @Text(SHIPMENT.shipping_method.schema)
  readonly shipping_method?: string;

  @LongText(SHIPMENT.comments.schema)
  readonly comments?: string;

  /** In ten-thousandths. */
  @Cost()
  readonly merchant_shipping_cost?: number;
}

/** How many of an order's product go into a shipment. */
export class ShipmentItem extends StoreBody {
  @Id({ ...SHIPMENT_ITEM.order_product_id.schema, isRequired: true })
  readonly order_product_id!: number;

  @Integer({ ...SHIPMENT_ITEM.quantity.schema, isRequired: true })
  readonly quantity!: number;
}

/** What is named twice is added up. */
function addedUp(items: readonly ShipmentItem[]): readonly ShipmentItem[] {
  const quantities = new Map<number, number>();
  for (const { order_product_id, quantity } of items)
    quantities.set(order_product_id, (quantities.get(order_product_id) ?? 0) + quantity);
  return [...quantities].map(([order_product_id, quantity]) => ({ order_product_id, quantity }));
}

/** The body of a POST. */
@Dto({ name: 'NewShipment' })
@Names({ first: ['product_id', 'items', 'order_address_id'] })
export class NewShipment extends ShipmentFields {
  @Id({ ...SHIPMENT.order_address_id.schema, isRequired: true })
  readonly order_address_id!: number;

  @List(() => ShipmentItem, {
    isRequired: true,
    parse: (items, name) => {
      if (items.length === 0) throw new InvalidField(name, 'There must be at least one item.');
      return addedUp(items);
    },
  })
  readonly items!: readonly ShipmentItem[];
}

/** The body of a PUT. The items stay: whoever sends them means those that are in it. */
@Dto({ name: 'ShipmentChange' })
@Names({ first: ['product_id', 'order_address_id'] })
export class ShipmentChange extends ShipmentFields {
  @Id(SHIPMENT.order_address_id.schema)
  readonly order_address_id?: number;

  @List(() => ShipmentItem, {
    isEmptyByNull: true,
    description: 'Those that are in it; others are refused.',
    parse: addedUp,
  })
  readonly items?: readonly ShipmentItem[];
}
