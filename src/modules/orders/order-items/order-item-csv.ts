import type { CsvHints } from '../../../core/metadata/csv-hints.js';

/** What Shopify, WooCommerce, Amazon and BigCommerce call the columns of an order's lines in their exports. */
const NAMES: CsvHints['names'] = {
  productName: ['lineitem name', 'product name', 'item name', 'line item name', 'product title'],
  productSku: ['lineitem sku', 'sku', 'product sku', 'item sku', 'line item sku'],
  qty: [
    'lineitem quantity',
    'quantity purchased',
    'quantity',
    'quantity (- refund)',
    'item quantity',
    'line item quantity',
    'product quantity',
    'product qty',
    'qty ordered',
  ],
  price: ['lineitem price', 'item cost', 'unit price', 'product unit price'],
  // Amazon's `item-price` is that of the whole line
  rowTotal: ['item price', 'line total', 'order line total', 'item total', 'product total price'],
  externalProductId: ['asin', 'product id', 'lineitem product id'],
};

/** By the columns of a resource that has them below `prefix`. */
export const orderItemNames = (prefix: string): CsvHints['names'] =>
  Object.fromEntries(Object.entries(NAMES).map(([column, names]) => [`${prefix}${column}`, names]));
