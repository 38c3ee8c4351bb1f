import { Violations } from '../../../core/metadata/errors.js';
import { CODE, type Violation } from '../../../core/metadata/violation.js';
import type { ShipmentItem } from './shipment.dto.js';
import { InvalidField } from '../errors.js';

/** What BigCommerce calls the fields that our rules speak of. */
const FIELDS: Readonly<Record<string, string>> = {
  trackingNumber: 'tracking_number',
  originCarrier: 'tracking_carrier',
  address: 'order_address_id',
  email: 'order_address_id',
  phoneNumber: 'order_address_id',
  orders: 'order_id',
  orderNumbers: 'order_id',
  shipmentItems: 'items',
};

const QUANTITY = /^shipmentItems\[(\d+)\]\.qty$/;

/** Does a write; what rules have against it is told in BigCommerce's words. @throws InvalidField. */
export async function withMappedErrors<T>(
  items: readonly ShipmentItem[],
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const [first] = error instanceof Violations ? error.violations : [];
    throw first ? Object.assign(toInvalidField(first, items), { cause: error }) : error;
  }
}

function toInvalidField(
  { propertyPath, message, code, payload }: Violation,
  items: readonly ShipmentItem[],
): Error {
  const item = items[Number(QUANTITY.exec(propertyPath)?.[1])];
  if (item && code === CODE.quantity) {
    return new InvalidField(
      'quantity',
      'The quantity specified is greater than the quantity of the product that is available to ship.',
      { available_quantity: payload?.availableQty, order_product_id: item.order_product_id },
    );
  }
  if (item) return new InvalidField('quantity', message, { order_product_id: item.order_product_id });
  const field = FIELDS[/^\w+/.exec(propertyPath)?.[0] ?? ''] ?? propertyPath;
  return new InvalidField(
    field,
    code === CODE.notUnique ? 'Another shipment has this tracking number.' : message,
  );
}
