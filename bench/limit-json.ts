import { splitOrderNumbers } from '../src/modules/shipments/order-numbers.field.js';
import { foldValue } from '../src/core/metadata/fold.js';
import { searchParameters } from '../src/core/query/filter-paths.js';
import { shipmentResource } from '../src/modules/shipments/shipment.resource.js';

/** The JSON-LD that the limit answers: the same bytes as Waybill's, written out by hand. */

type Text = string | null;
export type Row = readonly unknown[];

/** What `shipmentOf` reads, in its order; `t` is the shipment. */
export const COLUMNS = `t.id, t.trackingNumber, t.trackingStatus, t.orderNumbers, t.email, t.phoneNumber,
  t.transitStartedAt, t.transitDays, t.createdAt, t.idleDays, t.originCarrier, t.destinationCarrier, t.originCountry,
  t.destinationCountry, t.originCountryIso2, t.destinationCountryIso2, t.shippedAt, t.expectedDeliveryDate, t.updatedAt,
  t.lastStatusUpdate, w.id, r.id, t.reviewTotalScore,
  (SELECT GROUP_CONCAT(o.id ORDER BY o.pk) FROM shipment_orders l JOIN orders o ON o.pk = l.orderPk
    WHERE l.shipmentPk = t.pk),
  (SELECT GROUP_CONCAT(i.id ORDER BY i.pk) FROM shipment_items i WHERE i.shipmentPk = t.pk),
  e.id, t.externalSourceSyncId, f.id, t.fulfillmentSyncId, s.id, s.code, s.title, e.type, t.addressAddressline1,
  t.addressAddressline2, t.addressCity, t.addressCompany, t.addressCountry, t.addressCountryiso2, t.addressFirstname,
  t.addressLastname, t.addressPostcode, t.addressState,
  (SELECT MAX(c.checkpointDate) FROM checkpoints c WHERE c.shipmentPk = t.pk), s.description`;

export const JOINS = `JOIN workspaces w ON w.pk = t.workspacePk LEFT JOIN reviews r ON r.shipmentPk = t.pk
  LEFT JOIN workflows e ON e.pk = t.externalSourceIntegrationPk
  LEFT JOIN workflows f ON f.pk = t.fulfillmentIntegrationPk
  LEFT JOIN statuses s ON s.pk = t.shipmentStatusPk`;

const DAY = 86_400_000;

const wire = (at: unknown): Text =>
  at === null ? null : `${(at as string).slice(0, 10)}T${(at as string).slice(11, 19)}+00:00`;

const iri = (path: string, id: unknown): Text => (id === null ? null : `/${path}/${id as string}`);

const iris = (path: string, ids: unknown): Text[] =>
  ids === null ? [] : (ids as string).split(',').map((id) => iri(path, id));

function days(since: unknown, stopped: unknown, now: number): unknown {
  if (stopped !== null || since === null) return stopped;
  return Math.max(0, Math.floor((now - Date.parse(`${(since as string).slice(0, 23)}Z`)) / DAY));
}

export function shipmentOf(row: Row, now: number): object {
  const id = row[0] as string;
  const status = row[29];
  return {
    '@id': `/shipments/${id}`,
    '@type': 'Shipment',
    trackingNumber: row[1],
    trackingStatus: row[2],
    orderNumbers: splitOrderNumbers(row[3] as string),
    email: row[4],
    phoneNumber: row[5],
    daysInTransit: days(row[6], row[7], now),
    daysInIdle: days(row[8], row[9], now),
    daysSinceLastCheckpoint: days(row[43], null, now),
    originCarrier: row[10],
    destinationCarrier: row[11],
    originCountry: row[12],
    destinationCountry: row[13],
    originCountryIso2: row[14],
    destinationCountryIso2: row[15],
    shippedAt: wire(row[16]),
    expectedDeliveryDate: wire(row[17]),
    createdAt: wire(row[8]),
    updatedAt: wire(row[18]),
    lastStatusUpdate: wire(row[19]),
    workspace: iri('workspaces', row[20]),
    review: iri('reviews', row[21]),
    reviewTotalScore: row[22] === null ? null : Number(row[22]),
    orders: iris('orders', row[23]),
    shipmentItems: iris('shipment_items', row[24]),
    externalSourceIntegration: iri('workflows', row[25]),
    externalSourceSyncId: row[26],
    fulfillmentIntegration: iri('workflows', row[27]),
    fulfillmentSyncId: row[28],
    address: addressOf(row),
    shipmentStatus:
      status === null
        ? null
        : {
            '@id': iri('statuses', status),
            '@type': 'Status',
            code: row[30],
            title: row[31],
            id: status,
            description: row[44],
          },
    id,
    externalSourceIntegrationType: row[32],
  };
}

function addressOf(row: Row): object | null {
  let isEmpty = true;
  for (let at = 33; at < 43; at++) if (row[at] !== null) isEmpty = false;
  if (isEmpty) return null;
  return {
    '@type': 'Address',
    addressLine1: row[33],
    addressLine2: row[34],
    city: row[35],
    company: row[36],
    country: row[37],
    countryIso2: row[38],
    firstName: row[39],
    lastName: row[40],
    postcode: row[41],
    state: row[42],
  };
}

const VARIABLES = searchParameters(shipmentResource);
const TEMPLATE = `{?${VARIABLES.map(({ name }) => name).join(',')}}`;
const MAPPING = JSON.stringify(
  VARIABLES.map(({ name, property }) => ({
    '@type': 'IriTemplateMapping',
    variable: name,
    property,
    required: false,
  })),
);

/** How the list can be asked, as JSON after the members; it is the same for each page. */
export const searchOf = (path: string): string =>
  `{"@type":"hydra:IriTemplate","hydra:template":${JSON.stringify(path + TEMPLATE)},` +
  `"hydra:variableRepresentation":"BasicRepresentation","hydra:mapping":${MAPPING}}`;

/** Where the page stands; `next` is a page, a cursor or nothing. */
export function viewOf(
  path: string,
  params: URLSearchParams,
  total: number,
  limit: number,
  next?: string,
): object | undefined {
  const rest = [...params].filter(([name]) => name !== 'page' && name !== 'cursor');
  const query = rest
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  const to = (last: string): string => `${path}?${query === '' ? '' : `${query}&`}${last}`;
  const type = { '@type': 'hydra:PartialCollectionView', 'hydra:first': to('page=1') };
  const following = next === undefined ? {} : { 'hydra:next': to(next) };
  const cursor = params.get('cursor');
  if (cursor !== null) return { '@id': to(`cursor=${cursor}`), ...type, ...following };
  const page = Number(params.get('page') ?? 1);
  if (page === 1 && next === undefined)
    return query === '' ? undefined : { '@id': `${path}?${query}`, '@type': type['@type'] };
  const last = { 'hydra:last': to(`page=${Math.max(1, Math.ceil(total / limit))}`) };
  const previous = page > 1 ? { 'hydra:previous': to(`page=${page - 1}`) } : {};
  return { '@id': to(`page=${page}`), ...type, ...last, ...previous, ...following };
}

const FOLDED = [
  'addressLine1',
  'addressLine2',
  'city',
  'company',
  'firstName',
  'lastName',
  'postcode',
  'state',
];

/** An address of a body as the columns of the row that carries it, whose names begin with `prefix`. */
export function addressColumns(
  prefix: string,
  address: Readonly<Record<string, string | null>>,
): Record<string, Text> {
  const columns: Record<string, Text> = {};
  for (const [part, value] of Object.entries(address)) {
    const column = `${prefix}${part.charAt(0).toUpperCase()}${part.slice(1).toLowerCase()}`;
    columns[column] = value;
    if (FOLDED.includes(part)) columns[`${column}folded`] = value === null ? null : foldValue(value, 255);
  }
  return columns;
}
