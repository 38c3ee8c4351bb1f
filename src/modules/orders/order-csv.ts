import { addressCells, addressNames } from '../addresses/address-csv.js';
import { orderItemNames } from './order-items/order-item-csv.js';
import type { CsvHints } from '../../core/metadata/csv-hints.js';

const SHIPPING = ['shipping', 'ship', 'ship to', 'recipient', 'delivery'];
const BILLING = ['billing', 'bill to', 'buyer', 'customer', 'invoice'];

/** Orders as Shopify, WooCommerce, Amazon and BigCommerce export them: a line for each item. */
export const orderCsv: CsvHints = {
  oneItemBy: 'orderNumber',
  names: {
    orderNumber: ['order id', 'order no', 'name', 'order', 'increment id', 'sales order number'],
    email: [
      'customer email',
      'buyer email',
      'email address',
      'billing email',
      'email (billing)',
      'contact email',
    ],
    phoneNumber: [
      'phone',
      'customer phone',
      'buyer phone number',
      'billing phone',
      'phone (billing)',
      'telephone',
      'shipping phone',
      'ship phone number',
    ],
    subtotal: ['order subtotal', 'order subtotal amount', 'subtotal (inc tax)', 'cart subtotal'],
    total: ['order total', 'order total amount', 'order total (inc tax)', 'grand total', 'total amount'],
    currency: ['order currency', 'order currency code', 'currency code'],
    ...addressNames('shippingAddress', SHIPPING),
    ...addressNames('billingAddress', BILLING),
    ...orderItemNames('items.'),
  },
  cells: { ...addressCells('shippingAddress', SHIPPING), ...addressCells('billingAddress', BILLING) },
};
