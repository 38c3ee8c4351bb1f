import { isISO4217CurrencyCode } from 'class-validator';
import { Dto } from '../../../core/http/dto/dto.js';
import type { Schema } from '../../../core/openapi/types.js';
import {
  Flag,
  Integer,
  List,
  LongText,
  Part,
  ReadOnly,
  Text,
  trimmed,
  trimmedOrNone,
} from '../dto/fields.js';
import { Names, readBody } from '../dto/read-body.js';
import { InvalidField, MissingField } from '../errors.js';
import { isBlank } from '../../shared/lenient-values.js';
import { SentAddress, SentShippingAddress } from './address.dto.js';
import { NewProduct, totalsOf } from './new-product.dto.js';
import { OrderAmounts } from './order-amounts.dto.js';
import { amountsFrom, newAmounts } from './order-amounts.js';
import { ORDER } from './order.mapping.js';
import { Plain } from './order-details.js';
import { ORDER_STATUSES, PENDING } from './order-statuses.js';

/** The status that an order is shown with. @throws InvalidField when there is none with this id. */
const StatusId = (schema: Schema = {}): PropertyDecorator =>
  Integer({
    ...ORDER.status_id.schema,
    ...schema,
    parse: (id, name) => {
      if (!ORDER_STATUSES[id]) throw new InvalidField(name, 'There is no status with this id.');
      return id;
    },
  });

/** @throws InvalidField when it is no currency. */
function currency(text: string, name: string): string | undefined {
  const code = text.trim().toUpperCase() || undefined;
  if (code !== undefined && !isISO4217CurrencyCode(code))
    throw new InvalidField(name, 'The value must be an ISO 4217 code of three letters.');
  return code;
}

const CURRENCY = { parse: currency, examples: ['EUR'] };

/** What a new order and a change of one have in common; empty text takes back what was said. */
export abstract class OrderFields extends OrderAmounts {
  @Integer(ORDER.customer_id.schema)
  readonly customer_id?: number;

  @Text({ ...CURRENCY, description: 'ISO 4217.' })
  readonly currency_code?: string;

  @Text({
    parse: trimmedOrNone,
    description: "The order's number, which is never empty; a new one without it has its id.",
  })
  readonly external_order_id?: string;

  @LongText({ description: 'For the shop alone.' })
  readonly staff_notes?: string;

  @LongText({ description: 'What the customer says.' })
  readonly customer_message?: string;

  @Text({ parse: trimmed, maxLength: 100, description: 'How it is paid.', examples: ['Cash'] })
  readonly payment_method?: string;

  @Integer(ORDER.channel_id.schema)
  readonly channel_id?: number;

  @Plain('external_source')
  readonly external_source?: string;

  @Plain('ip_address')
  readonly ip_address?: string;

  @Plain('ip_address_v6')
  readonly ip_address_v6?: string;

  @Plain('payment_provider_id')
  readonly payment_provider_id?: string;

  @Plain('customer_locale')
  readonly customer_locale?: string;

  @Plain('credit_card_type')
  readonly credit_card_type?: string;

  @Plain('ebay_order_id')
  readonly ebay_order_id?: string;

  @Plain('tax_provider_id')
  readonly tax_provider_id?: string;

  @Plain('is_email_opt_in')
  readonly is_email_opt_in?: boolean | null;
}

/** Addresses of an order at most. */
const MAX_ADDRESSES = 100;

/** The body of a POST. */
@Dto({ name: 'NewOrder' })
@Names({
  first: [
    'products',
    'shipping_addresses',
    'status_id',
    'customer_id',
    'currency_code',
    'default_currency_code',
    'external_order_id',
  ],
  insideLast: ['billing_address', 'shipping_addresses'],
})
export class NewOrder extends OrderFields {
  @StatusId({ default: PENDING })
  readonly status_id!: number;

  @Text({
    ...CURRENCY,
    description: 'The same, where there is no `currency_code`.',
    isReadWith: ({ currency_code }) => isBlank(currency_code),
  })
  readonly default_currency_code?: string;

  @Plain('external_merchant_id')
  readonly external_merchant_id?: string;

  @Part(() => SentAddress, { isRequired: true })
  readonly billing_address!: SentAddress;

  @List(() => NewProduct, {
    isRequired: true,
    parse: (lines, name) => {
      if (lines.length === 0) throw new MissingField(name);
      totalsOf(lines);
      return lines;
    },
  })
  readonly products!: readonly NewProduct[];

  @List(() => SentShippingAddress, {
    max: MAX_ADDRESSES,
    description: 'Where it goes; without any to the billing address.',
  })
  readonly shipping_addresses?: readonly SentShippingAddress[];
}

/** The body of a PUT. What was answered may be sent back: lists of an order are `{url, resource}` there, and change nothing. */
@Dto({ name: 'OrderChange' })
@Names({
  first: [
    'products',
    'shipping_addresses',
    'billing_address',
    'status_id',
    'customer_id',
    'is_deleted',
    'external_order_id',
    'currency_code',
  ],
  insideLast: ['billing_address'],
})
export class OrderChange extends OrderFields {
  @StatusId()
  readonly status_id?: number;

  @Flag({ description: 'Puts the order away, or takes it back.' })
  readonly is_deleted?: boolean | null;

  @ReadOnly('A list is refused: lines stay as they are.', Array.isArray)
  readonly products?: never;

  @ReadOnly('A list is refused: each address is changed for itself.', Array.isArray)
  readonly shipping_addresses?: never;

  @Part(() => SentAddress)
  readonly billing_address?: SentAddress;
}

/** A new order with what it costs. @throws InvalidBody, MissingField, InvalidField. */
export function newOrderIn(body: unknown): {
  readonly sent: NewOrder;
  readonly amounts: ReturnType<typeof newAmounts>;
} {
  const sent = readBody(NewOrder, body);
  return { sent, amounts: newAmounts(amountsFrom(sent), totalsOf(sent.products)) };
}
