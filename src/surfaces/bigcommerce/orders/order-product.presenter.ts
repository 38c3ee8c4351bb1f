import type { OrderItemRow } from '../../shared/rows.js';
import { exactInteger } from '../../shared/lenient-values.js';
import { formatAmount } from '../formats.js';

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
function priceOf(item: OrderItemRow): Price {
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

/** A line of an order as BigCommerce shows it. */
export type PresentedProduct = ReturnType<typeof presentProduct>;

/** `addressId`: where the order is shipped to first. */
export function presentProduct(item: OrderItemRow, addressId: number) {
  const price = priceOf(item);
  return {
    id: item.pk,
    order_id: item.orderPk,
    product_id: productId(item.externalProductId),
    order_address_id: addressId,
    name: item.productName ?? '',
    sku: item.productSku ?? '',
    base_price: formatAmount(price.unit),
    price_ex_tax: formatAmount(price.unit),
    price_inc_tax: formatAmount(price.unitWithTax),
    price_tax: formatAmount(price.unitWithTax - price.unit),
    base_total: formatAmount(price.total),
    total_ex_tax: formatAmount(price.total),
    total_inc_tax: formatAmount(price.totalWithTax),
    total_tax: formatAmount(price.totalWithTax - price.total),
    quantity: item.qty,
    quantity_shipped: item.fulfilledQty,
    quantity_refunded: item.refundedQty,
  };
}

/** The shop's own id of a product where it is an integer; other shops have other ids. */
function productId(external: string | null): number {
  return Math.max(0, exactInteger(external) ?? 0);
}

/** The taxes of an order: one for each line that has some. `isDetailed`: they say which line that is. */
export const presentTaxes = (products: readonly PresentedProduct[], isDetailed: boolean) =>
  products
    .filter(({ total_tax }) => Number(total_tax) > 0)
    .map((product) => ({
      id: product.id,
      order_id: product.order_id,
      order_address_id: product.order_address_id,
      tax_rate_id: 0,
      tax_class_id: null,
      sales_tax_id: '',
      name: 'Tax',
      class: 'API Tax Override',
      rate: percent(Number(product.total_tax), Number(product.total_ex_tax)),
      priority: 0,
      priority_amount: product.total_tax,
      line_amount: product.total_tax,
      order_pickup_method_id: 0,
      ...(isDetailed ? { order_product_id: product.id, line_item_type: 'item' } : {}),
    }));

/** `8.0000` is 8 %. */
const percent = (tax: number, of: number): string => (of > 0 ? ((tax / of) * 100).toFixed(4) : '0.0000');
