import { objectSchema } from '../../../core/openapi/object-schema.js';
import { text } from '../schema-helpers.js';

/** Where more of an order is: its URL, and the same below `/v2`. */
export interface Linked {
  readonly url: string;
  readonly resource: string;
}

/** A place below the URL of the store's `/v2`. */
export const linked = (resource: string, base: string): Linked => ({ url: `${base}${resource}`, resource });

export const LINKED = objectSchema({
  url: text('Where it is.', 'https://shipping.example/stores/q0v5k8d2n7r3m1st/v2/orders/120/products'),
  resource: text("The same below the store's `/v2`.", '/orders/120/products'),
});
