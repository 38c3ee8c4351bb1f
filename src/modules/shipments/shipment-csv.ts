import { addressCells, addressNames } from '../addresses/address-csv.js';
import { resolveCarrierOrService } from '../reference-data/carriers/carrier-names.js';
import type { CsvHints } from '../../core/metadata/csv-hints.js';

const ADDRESS = ['shipping', 'ship', 'ship to', 'recipient', 'delivery', 'destination', ''];

/** Shipments as shops and carriers export them. */
export const shipmentCsv: CsvHints = {
  oneItemBy: 'trackingNumber',
  names: {
    trackingNumber: [
      'tracking no',
      'tracking id',
      'tracking code',
      'tracking',
      'tracking numbers',
      'shipment tracking number',
      'awb',
      'awb number',
      'waybill number',
      'waybill',
      'consignment number',
      'parcel number',
    ],
    originCarrier: [
      'carrier code',
      'carrier',
      'carrier name',
      'courier',
      'courier name',
      'shipping carrier',
      'shipping provider',
      'tracking company',
      'tracking provider',
      'tracking carrier',
    ],
    orderNumbers: ['order number', 'order id', 'order no', 'name', 'order', 'order reference', 'reference'],
    email: [
      'customer email',
      'buyer email',
      'recipient email',
      'email address',
      'shipping email',
      'billing email',
      'email (billing)',
    ],
    phoneNumber: [
      'phone',
      'recipient phone',
      'shipping phone',
      'ship phone number',
      'customer phone',
      'buyer phone number',
      'telephone',
      'mobile',
    ],
    ...addressNames('address', ADDRESS),
  },
  reads: { originCarrier: (cell) => resolveCarrierOrService(cell) ?? cell },
  cells: addressCells('address', ADDRESS),
};
