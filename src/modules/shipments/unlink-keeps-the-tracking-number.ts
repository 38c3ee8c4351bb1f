import type { BeforeWrite } from '../../core/metadata/resource.js';
import type { Shipment } from './shipment.entity.js';

/**
 * The WooCommerce plugin unlinks an order with `{"trackingNumber": null, "orderNumbers": …}` and means the order numbers
 * alone. A body of just these two keeps the number; any other null clears it.
 */
export const unlinkKeepsTheTrackingNumber: BeforeWrite<Shipment> = ({ before, after, sent }) => {
  const isUnlink = sent.size === 2 && sent.has('orderNumbers') && sent.get('trackingNumber') === null;
  if (before && isUnlink) after.trackingNumber = before.trackingNumber;
};
