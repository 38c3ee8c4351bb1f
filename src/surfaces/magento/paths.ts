/** The route that new clients use, then those that are there for older ones. */
export const SHIPMENT_PATHS = [
  '/api2/shipment',
  '/api2/shipments',
  '/api2/shippment',
  '/api2/shippments',
] as const;
