import { exactInteger } from '../../shared/lenient-values.js';
import { constant, type MappedField, type Mapping } from '../../shared/mapping.js';
import type { OrderItemRow } from '../../shared/rows.js';
import { formatAmount } from '../formats.js';
import { amount, ID, only, text, WHOLE } from '../schema-helpers.js';

/** What a line of an order costs, in ten-thousandths. */
interface Price {
  readonly unit: number;
  readonly unitWithTax: number;
  readonly total: number;
  readonly totalWithTax: number;
}

/**
 * An order item has the price of one without tax, and the total of the line with it. A total that is below the price is
 * a reduced one and tells of no tax; the tax of one is that of the line divided, to the nearest ten-thousandth.
 */
export function priceOf(item: OrderItemRow): Price {
  const quantity = item.qty;
  const unit = Number(item.price ?? 0);
  const full = unit * quantity;
  const totalWithTax = item.rowTotal === null ? full : Number(item.rowTotal);
  const hasTax = totalWithTax > full && quantity > 0;
  return {
    unit,
    unitWithTax: hasTax ? Math.round(totalWithTax / quantity) : unit,
    total: Math.min(full, totalWithTax),
    totalWithTax,
  };
}

/** What a line of an order is shown from. */
export interface ProductRows {
  readonly item: OrderItemRow;
  readonly price: Price;
  /** Where the order is shipped to first. */
  readonly addressId: number;
  /** Its tax says which line it is of. */
  readonly isDetailed?: boolean;
}

const shown = (description: string, of: (price: Price) => number): MappedField<ProductRows> => ({
  schema: amount(description),
  value: ({ price }) => formatAmount(of(price)),
});

const taxOf = ({ totalWithTax, total }: Price): number => totalWithTax - total;

/** A line of an order as BigCommerce shows it. */
export const PRODUCT: Mapping<ProductRows> = {
  id: {
    schema: { ...ID, description: 'The `order_product_id` of shipments.', examples: [194] },
    value: ({ item }) => item.pk,
  },
  order_id: { schema: ID, value: ({ item }) => item.orderPk },
  product_id: {
    schema: { ...WHOLE, description: "The shop's own number of the product; 0 where it has none." },
    value: ({ item }) => Math.max(0, exactInteger(item.externalProductId) ?? 0),
  },
  order_address_id: {
    schema: { ...ID, description: "The order's first shipping address." },
    value: ({ addressId }) => addressId,
  },
  name: { schema: text('Of the product.', 'Coffee Mug'), value: ({ item }) => item.productName ?? '' },
  sku: {
    schema: text("The shop's own code of the product.", 'MUG-GRY'),
    value: ({ item }) => item.productSku ?? '',
  },
  base_price: shown('Of one, without tax.', ({ unit }) => unit),
  price_ex_tax: shown('Of one, without tax.', ({ unit }) => unit),
  price_inc_tax: shown('Of one, with tax.', ({ unitWithTax }) => unitWithTax),
  price_tax: shown('The tax of one.', ({ unitWithTax, unit }) => unitWithTax - unit),
  base_total: shown('Of all, without tax.', ({ total }) => total),
  total_ex_tax: shown('Of all, without tax.', ({ total }) => total),
  total_inc_tax: shown('Of all, with tax.', ({ totalWithTax }) => totalWithTax),
  total_tax: shown('The tax of all.', taxOf),
  quantity: { schema: WHOLE, value: ({ item }) => item.qty },
  quantity_shipped: { schema: WHOLE, value: ({ item }) => item.fulfilledQty },
  quantity_refunded: { schema: WHOLE, value: ({ item }) => item.refundedQty },
};

/** `8.0000` is 8 %. */
const percent = (tax: number, of: number): string => (of > 0 ? ((tax / of) * 100).toFixed(4) : '0.0000');

export const hasTax = ({ price }: ProductRows): boolean => taxOf(price) > 0;

/** The tax of a line. */
export const TAX: Mapping<ProductRows> = {
  id: { schema: ID, value: ({ item }) => item.pk },
  order_id: { schema: ID, value: ({ item }) => item.orderPk },
  order_address_id: { schema: ID, value: ({ addressId }) => addressId },
  tax_rate_id: constant(WHOLE, 0),
  tax_class_id: constant({ type: 'null' }, null),
  sales_tax_id: constant(only(''), ''),
  name: constant(text('Of the tax.', 'Tax'), 'Tax'),
  class: constant(text('Who has said it.', 'API Tax Override'), 'API Tax Override'),
  rate: { schema: amount('In percent.'), value: ({ price }) => percent(taxOf(price), price.total) },
  priority: constant(WHOLE, 0),
  priority_amount: shown('The tax.', taxOf),
  line_amount: shown('The tax of the product.', taxOf),
  order_pickup_method_id: constant(WHOLE, 0),
  order_product_id: {
    schema: { ...ID, description: 'Only with `details`.' },
    value: ({ item, isDetailed }) => (isDetailed ? item.pk : undefined),
    isOptional: true,
  },
  line_item_type: {
    schema: { ...only('item'), description: 'Only with `details`.' },
    value: ({ isDetailed }) => (isDetailed ? 'item' : undefined),
    isOptional: true,
  },
};
