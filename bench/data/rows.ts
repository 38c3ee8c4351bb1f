import { customerIn, type Customer } from '../../src/demo/customers.js';
import { Random } from '../../src/demo/random.js';
import type { Stored } from '../../src/core/metadata/condition.js';
import { toStored } from '../../src/core/metadata/datetime.js';
import { foldValue } from '../../src/core/metadata/fold.js';
import { partsOf } from '../../src/modules/shipments/tracking-number-parts.js';
import { clocksOf } from '../../src/modules/tracking/clocks.js';
import { CARRIERS, MARKETS, ORIGINS, trackingNumberOf, type Carrier } from './carriers.js';
import { type Journey, journeyFrom } from './journeys.js';
import { GROUP, groupsOf, itemIndex, MOST_ITEMS, orderOf, pkOf, shipmentsOf, workspaceOf } from './layout.js';
import { type Service, SERVICES } from './services.js';
import { idOf, seedOf } from './seed.js';
import type { TableName } from './tables.js';

const DAY = 86_400_000;
/** From the oldest shipment to now. */
const SPAN = 300 * DAY;
const MOST_REPORTS = 12;

/** Of a vendor order's only item: POSTs of shipment items have plenty to take from. */
export const VENDOR_QTY = 100_000;

/** The statuses of a workspace; the automatic key of each follows from its place. */
export const STATUSES = [
  ['orders', 'processing', 'Processing'],
  ['orders', 'completed', 'Completed'],
  ['shipments', 'packed', 'Packed'],
  ['shipments', 'handed-over', 'Handed over'],
  ['shipments', 'arrived', 'Arrived'],
] as const;

const statusPk = (workspace: number, place: number): number => workspace * STATUSES.length + place + 1;

const PRODUCTS = [
  ['Trail jacket "Ridgeline"', 'JKT-01', 149],
  ['Merino base layer', 'BSE-02', 64.5],
  ['Two-person tent', 'TNT-01', 289.95],
  ['Espresso grinder Größe M', 'GRD-02', 219],
  ['Titanium mug 450 ml', 'MUG-45', 34.9],
  ['Head lamp', 'LMP-11', 42],
  ['Phone case, matte', 'CSE-07', 12.95],
] as const;

export interface Scale {
  readonly shipments: number;
  /** Milliseconds since 1970; clocks that run count to it when the data is made. */
  readonly now: number;
}

/** Takes a row, its columns in the order of `TABLES`. */
export type Sink = (table: TableName, row: readonly Stored[]) => void;

export const orderNumberOf = (order: number): string => `WB-${100_001 + order}`;

/** Most parcels have a number; some of the newest are still unlabelled. */
export function carrierOf(shipment: number): Carrier {
  return CARRIERS[Number(new Random(seedOf('shipment', shipment)).weighted(WEIGHTS))] as Carrier;
}

const WEIGHTS: Readonly<Record<string, number>> = Object.fromEntries(
  CARRIERS.map(({ weight }, at) => [String(at), weight]),
);

interface Item {
  readonly index: number;
  readonly qty: number;
  fulfilled: number;
}

interface Order {
  readonly index: number;
  readonly workspace: number;
  readonly at: number;
  readonly customer: Customer;
  readonly items: readonly Item[];
}

/** All rows of a group. */
export function writeGroup(group: number, scale: Scale, sink: Sink): void {
  const groups = groupsOf(scale.shipments);
  const age = SPAN * (1 - (group + 0.5) / groups) ** 1.1;
  for (let place = 0; place < GROUP; place++) {
    const index = group * GROUP + place;
    const random = new Random(seedOf('order', index));
    // the next group's first orders come while this one's are coming
    const at = Math.min(scale.now - 1, scale.now - age - random.next() * (SPAN / groups) * 3);
    writeOrder(group, index, at, random, scale, sink);
  }
}

function writeOrder(
  group: number,
  index: number,
  at: number,
  random: Random,
  scale: Scale,
  sink: Sink,
): void {
  const workspace = workspaceOf(group);
  const shipments = shipmentsOf(index);
  const isVendor = shipments.length === 0;
  const plain = customerIn(MARKETS, random);
  const customer = { ...plain, email: plain.email.replace('@', `.${random.whole(1, 99_999)}@`) };
  const count = isVendor ? 1 : random.one([1, 1, 1, 1, 1, 2, 2, 3]);
  const items = Array.from({ length: count }, (_, place): Item => {
    const qty = isVendor
      ? VENDOR_QTY
      : random.one([1, 1, 1, 1, 2, 2, 3]) + (place === 0 ? shipments.length - 1 : 0);
    return { index: itemIndex(index, place), qty, fulfilled: 0 };
  });
  const order: Order = { index, workspace, at, customer, items };
  let untracked = 0;
  let touched = at;
  shipments.forEach((shipment, nth) => {
    const made = Math.min(scale.now - 1, at + (0.05 + random.next() * 1.5 + nth) * DAY);
    const isLast = nth === shipments.length - 1;
    const isPart = isLast && random.chance(0.08);
    for (const item of items) {
      const left = item.qty - item.fulfilled;
      const qty = isLast ? (isPart && left > 1 ? left - 1 : left) : Math.ceil(left / 2);
      if (qty === 0) continue;
      item.fulfilled += qty;
      const place = item.index % MOST_ITEMS;
      const own = itemIndex(shipment, place);
      const moment = toStored(made);
      sink('shipment_items', [
        ...[pkOf(own), idOf('shipment item', own), workspace + 1, pkOf(shipment), pkOf(item.index), qty],
        ...[moment, moment],
      ]);
    }
    if (!writeShipment(shipment, order, made, scale, sink)) untracked++;
    touched = made;
  });
  const total = writeItems(order, random, sink);
  const isDone = items.every(({ qty, fulfilled }) => qty === fulfilled);
  const isBegun = items.some(({ fulfilled }) => fulfilled > 0);
  const number = orderNumberOf(index);
  sink('orders', [
    ...[pkOf(index), idOf('order', index), workspace + 1, number, number, isVendor ? null : workspace + 1],
    ...[isVendor ? null : String(5_000_000 + index), null, total, total, 'USD'],
    ...[statusPk(workspace, isDone ? 1 : 0), isVendor ? 'vendor' : 'customer'],
    ...[customer.email, foldValue(customer.email, 1000), ...folded(customer.phoneNumber)],
    ...[isDone ? 'fulfilled' : isBegun ? 'partial' : 'not_fulfilled', untracked],
    ...[toStored(at), toStored(touched), ...addressOf(customer), ...addressOf(customer)],
  ]);
}

/** @returns what the order costs, in ten-thousandths. */
function writeItems({ index, workspace, at, items }: Order, random: Random, sink: Sink): number {
  const moment = toStored(at);
  let total = 0;
  for (const item of items) {
    const [name, sku, price] = random.one(PRODUCTS);
    const cost = Math.round(price * 10_000);
    total += cost * item.qty;
    sink('order_items', [
      ...[
        pkOf(item.index),
        idOf('order item', item.index),
        workspace + 1,
        pkOf(index),
        name,
        foldValue(name, 255),
      ],
      ...[sku, item.qty, item.fulfilled, cost, cost * item.qty, moment, moment],
    ]);
  }
  return total;
}

const UNLABELLED: Journey = { reports: [], changes: [], expected: null };

/** @returns whether it has a tracking number. */
function writeShipment(
  index: number,
  { workspace, customer }: Order,
  made: number,
  { now }: Scale,
  sink: Sink,
): boolean {
  const random = new Random(seedOf('shipment', index) ^ 0x5bd1e995);
  const carrier = carrierOf(index);
  const isLabelled = now - made > 12 * DAY || !random.chance(0.15);
  const from = random.weighted((SERVICES[carrier.name] as Service).origins);
  const origin = ORIGINS.find(({ iso2 }) => iso2 === from) ?? ORIGINS[0];
  // some are taken over from elsewhere when they are already under way
  const start = random.chance(0.03) ? made - random.whole(1, 20) * DAY : made;
  const { countryIso2: to, postcode } = customer.address;
  const lane = { carrier: carrier.name, from, to, postcode };
  const { reports, changes, expected } = isLabelled ? journeyFrom(lane, start, now, random) : UNLABELLED;
  const createdAt = toStored(made);
  const clocks = clocksOf(createdAt, changes);
  const last = changes.at(-1);
  const shippedAt = reports.find(({ status }) => status === 'in_transit')?.at ?? null;
  const isAbroad = customer.address.countryIso2 !== origin.iso2;
  const arrived = reports.some(({ rel }) => rel === 'destination');
  const { address } = customer;
  const score = last?.status === 'delivered' && random.chance(0.04) ? random.whole(2, 10) / 2 : null;
  const state = random.chance(0.4) ? null : last?.status === 'delivered' ? 4 : shippedAt === null ? 2 : 3;
  const number = orderNumberOf(orderOf(index));
  sink('shipments', [
    ...[pkOf(index), idOf('shipment', index), workspace + 1],
    ...[
      isLabelled ? trackingNumberOf(index, carrier) : null,
      isLabelled ? (last?.status ?? 'no_info') : null,
    ],
    ...[number, customer.email, foldValue(customer.email, 255), ...folded(customer.phoneNumber)],
    ...[clocks.transitStartedAt, clocks.transitDays, clocks.idleDays, isLabelled ? carrier.name : null],
    ...[arrived && isAbroad ? 'usps' : null],
    ...(reports.length > 0 ? [...folded(origin.name), ...folded(address.country)] : [null, null, null, null]),
    ...(reports.length > 0 ? [origin.iso2, address.countryIso2] : [null, null]),
    ...[shippedAt, expected, createdAt, last?.at ?? createdAt],
    ...[last?.at ?? null, score, workspace + 1, String(9_000_000 + index)],
    ...[state === null ? null : statusPk(workspace, state), ...addressOf(customer)],
  ]);
  sink('shipment_orders', [pkOf(index), pkOf(orderOf(index))]);
  sink('shipment_order_numbers', [pkOf(index), number, workspace + 1, 0]);
  if (isLabelled)
    for (const part of partsOf(trackingNumberOf(index, carrier)) ?? [])
      sink('tracking_number_parts', [workspace + 1, part, pkOf(index)]);
  reports.forEach(({ at, info, rel, status }, nth) => {
    const own = index * MOST_REPORTS + nth;
    const location = rel === 'origin' ? random.one(origin.depots) : address.city;
    sink('checkpoints', [
      ...[
        pkOf(own),
        idOf('checkpoint', own),
        workspace + 1,
        pkOf(index),
        at,
        info,
        location,
        rel,
        status,
        at,
      ],
    ]);
  });
  if (score !== null) {
    const whole = Math.round(score);
    sink('reviews', [
      ...[pkOf(index), idOf('review', index), workspace + 1, pkOf(index), whole, whole, whole, score, null],
      last?.at ?? createdAt,
    ]);
  }
  return isLabelled;
}

const folded = (text: string | null): [Stored, Stored] => [text, text === null ? null : foldValue(text, 255)];

const addressOf = ({ address }: Customer): Stored[] => [
  ...folded(address.addressLine1),
  ...folded(address.addressLine2),
  ...folded(address.city),
  ...folded(address.company),
  ...folded(address.firstName),
  ...folded(address.lastName),
  ...folded(address.postcode),
  ...folded(address.state),
  address.country,
  address.countryIso2,
];
