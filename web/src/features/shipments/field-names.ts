import { t, type MessageKey } from '../../i18n';

/** What the API's fields of a shipment are called on the screens. */
export const FIELD_LABELS: Readonly<Record<string, MessageKey>> = {
  createdAt: 'shipment.createdAt',
  shippedAt: 'shipment.shippedAt',
  lastStatusUpdate: 'shipment.lastUpdate',
  expectedDeliveryDate: 'shipment.expected',
  trackingNumber: 'shipment.trackingNumber',
  trackingStatus: 'shipment.trackingStatus',
  shipmentStatus: 'shipment.shipmentStatus',
  orderNumbers: 'shipment.orderNumbers',
  orders: 'shipment.orders',
  shipmentItems: 'shipment.items',
  email: 'shipment.email',
  phoneNumber: 'shipment.phone',
  address: 'shipment.address',
  originCarrier: 'shipment.carrier',
  destinationCarrier: 'shipment.destinationCarrier',
  originCountryIso2: 'shipment.origin',
  destinationCountryIso2: 'shipment.destination',
  daysInTransit: 'shipment.daysInTransit',
  daysInIdle: 'shipment.daysInIdle',
  updatedAt: 'shipment.updatedAt',
  deliveredAt: 'shipment.deliveredAt',
  lastCheckpointAt: 'shipment.lastCheckpoint',
  punctuality: 'shipment.punctuality',
  onTime: 'filter.arrival',
  phase: 'shipment.phase',
  transitTime: 'shipment.transitTime',
};

/** `address.city` as Address; a field that has no name here as the API has it. */
export function fieldName(path: string): string {
  const [field = path] = path.split('.');
  const label = FIELD_LABELS[path] ?? FIELD_LABELS[field];
  return label ? t(label) : path;
}
