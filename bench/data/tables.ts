import type { Stored } from '../../src/core/metadata/condition.js';

const ADDRESS = [
  'Addressline1',
  'Addressline2',
  'City',
  'Company',
  'Firstname',
  'Lastname',
  'Postcode',
  'State',
] as const;

/** The columns of an embedded address: each free text with its folded twin, then the country. */
const addressColumns = (prefix: string): string[] => [
  ...ADDRESS.flatMap((part) => [`${prefix}${part}`, `${prefix}${part}folded`]),
  `${prefix}Country`,
  `${prefix}Countryiso2`,
];

/** The tables that grow with the data set, with their columns in the order of the rows. */
export const TABLES = {
  orders: [
    ...['pk', 'id', 'workspacePk', 'orderNumber', 'orderNumberFolded', 'externalSourceIntegrationPk'],
    ...['externalSourceSyncId', 'externalSourceUrl', 'subtotal', 'total', 'currency', 'orderStatusPk'],
    ...['orderType', 'email', 'emailFolded', 'phoneNumber', 'phoneNumberFolded', 'fulfillmentStatus'],
    ...['shipmentsWithoutTrackingCount', 'createdAt', 'updatedAt'],
    ...addressColumns('shippingAddress'),
    ...addressColumns('billingAddress'),
  ],
  order_items: [
    ...['pk', 'id', 'workspacePk', 'orderPk', 'productName', 'productNameFolded', 'productSku'],
    ...['qty', 'fulfilledQty', 'price', 'rowTotal', 'createdAt', 'updatedAt'],
  ],
  shipments: [
    ...[
      'pk',
      'id',
      'workspacePk',
      'trackingNumber',
      'trackingStatus',
      'orderNumbers',
      'email',
      'emailFolded',
    ],
    ...['phoneNumber', 'phoneNumberFolded', 'transitStartedAt', 'transitDays', 'idleDays', 'originCarrier'],
    ...['destinationCarrier', 'originCountry', 'originCountryFolded', 'destinationCountry'],
    ...['destinationCountryFolded', 'originCountryIso2', 'destinationCountryIso2', 'shippedAt'],
    ...['expectedDeliveryDate', 'createdAt', 'updatedAt', 'lastStatusUpdate', 'reviewTotalScore'],
    ...['fulfillmentIntegrationPk', 'fulfillmentSyncId', 'shipmentStatusPk'],
    ...addressColumns('address'),
  ],
  shipment_orders: ['shipmentPk', 'orderPk'],
  shipment_order_numbers: ['shipmentPk', 'number', 'workspacePk', 'position'],
  tracking_number_parts: ['workspacePk', 'part', 'shipmentPk'],
  shipment_items: ['pk', 'id', 'workspacePk', 'shipmentPk', 'orderItemPk', 'qty', 'createdAt', 'updatedAt'],
  checkpoints: [
    ...['pk', 'id', 'workspacePk', 'shipmentPk', 'checkpointDate', 'info', 'location', 'rel', 'status'],
    'createdAt',
  ],
  reviews: [
    ...['pk', 'id', 'workspacePk', 'shipmentPk', 'carrierScore', 'productScore', 'packagingScore'],
    ...['totalScore', 'comment', 'createdAt'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const cell = (value: Stored): string => {
  if (value === null) return '\\N';
  return typeof value === 'number' ? String(value) : value.replace(SPECIAL, (each) => ESCAPES[each] ?? each);
};

/** A row as a line of LOAD DATA. */
export function lineOf(row: readonly Stored[]): string {
  let line = '';
  for (let at = 0; at < row.length; at++) line += (at === 0 ? '' : '\t') + cell(row[at] as Stored);
  return `${line}\n`;
}
