import { customerIn, type Customer } from './customers.js';
import { journeyOf, type Course, type Journey } from './journey.js';
import type { Random } from './random.js';
import type { Line, Product, Shop } from './shops.js';
import { toStored } from '../core/metadata/datetime.js';
import { followsFromSilence, trackingState } from '../modules/tracking/tracking-state.js';
import { kindOf, type TrackingStatus } from '../modules/tracking/tracking-statuses.js';
import { DEFAULT_TRANSIT_LIMIT_DAYS } from '../config/transit-limits.js';

const DAY = 86_400_000;
const SPAN = 90 * DAY;
/** Until then an order may wait for its parcels. */
const RECENT = 10 * DAY;

export interface DemoItem {
  readonly product: Product;
  readonly options: Readonly<Record<string, string>>;
  readonly qty: number;
}

export interface DemoShipment {
  readonly createdAt: number;
  /** Null before it is handed to a carrier. */
  readonly trackingNumber: string | null;
  readonly carrier: string | null;
  readonly destinationCarrier: string | null;
  /** By position in the order: how many of the item are in the parcel. */
  readonly qty: readonly number[];
  readonly status: Status;
  readonly journey: Journey;
}

export interface DemoOrder {
  readonly orderNumber: string;
  readonly createdAt: number;
  readonly customer: Customer;
  readonly status: Status;
  readonly items: readonly DemoItem[];
  readonly shipments: readonly DemoShipment[];
}

interface Status {
  readonly code: string;
  readonly title: string;
}

const status = (code: string, title: string): Status => ({ code, title });
const STATUS = {
  processing: status('processing', 'Processing'),
  onHold: status('on-hold', 'On hold'),
  partly: status('partially-shipped', 'Partially shipped'),
  completed: status('completed', 'Completed'),
  packed: status('packed', 'Packed'),
  handedOver: status('handed-over', 'Handed over'),
  arrived: status('arrived', 'Arrived'),
  trouble: status('trouble', 'Needs attention'),
} as const;

const COURSES: Readonly<Record<Course, number>> = {
  smooth: 50,
  slow: 20,
  'second attempt': 6,
  pickup: 7,
  held: 5,
  returned: 3,
  lost: 4,
  untraceable: 1,
  cancelled: 2,
  silent: 2,
};

/** The orders of a shop during the last 90 days, oldest first, the more the nearer to now. */
export function ordersOf(shop: Shop, now: number, random: Random): DemoOrder[] {
  const ages = Array.from({ length: shop.orders }, () => SPAN * random.next() ** 1.8);
  return ages
    .sort((a, b) => b - a)
    .map((age, index) => orderOf(shop, `${shop.orderPrefix}${1001 + index}`, now - age, now, random));
}

function orderOf(shop: Shop, orderNumber: string, createdAt: number, now: number, random: Random): DemoOrder {
  const customer = customerIn(shop.markets, random);
  const items = itemsOf(shop.products, random);
  const shipments = parcelsOf(items, now - createdAt < RECENT, random).flatMap((qty, index) => {
    const packedAt = createdAt + (0.1 + random.next() * 1.5 + index * 2) * DAY;
    return packedAt < now ? [shipmentOf(shop, customer, qty, packedAt, now, random)] : [];
  });
  const shipped = items.map((_, at) => shipments.reduce((sum, { qty }) => sum + (qty[at] ?? 0), 0));
  const isComplete = items.every(({ qty }, at) => qty === shipped[at]);
  const waiting = random.chance(0.2) ? STATUS.onHold : STATUS.processing;
  const orderStatus = isComplete ? STATUS.completed : shipments.length > 0 ? STATUS.partly : waiting;
  return { orderNumber, createdAt, customer, status: orderStatus, items, shipments };
}

/** One to four different products. */
function itemsOf(products: readonly Product[], random: Random): DemoItem[] {
  const lines = random.one([1, 1, 1, 1, 2, 2, 2, 3, 3, 4]);
  const chosen = new Set<Product>();
  while (chosen.size < lines) chosen.add(random.one(products));
  return [...chosen].map((product) => ({
    product,
    options: Object.fromEntries(
      Object.entries(product.options).map(([name, values]) => [name, random.one(values)]),
    ),
    qty: random.one([1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 5]),
  }));
}

/** What goes into the parcels of an order: all in one, all in two, or not everything yet. */
function parcelsOf(items: readonly DemoItem[], isFresh: boolean, random: Random): number[][] {
  const all = items.map(({ qty }) => qty);
  const some = all.map((qty) => random.whole(0, qty));
  const isPart = some.some((qty) => qty > 0) && some.some((qty, at) => qty < (all[at] ?? 0));
  const way = random.weighted({ one: 74, two: 14, part: isFresh ? 8 : 3, none: isFresh ? 8 : 1 });
  if (way === 'none') return [];
  if (way === 'one' || !isPart) return [all];
  return way === 'part' ? [some] : [some, all.map((qty, at) => qty - (some[at] ?? 0))];
}

function shipmentOf(
  shop: Shop,
  { address }: Customer,
  qty: readonly number[],
  createdAt: number,
  now: number,
  random: Random,
): DemoShipment {
  const isHome = address.countryIso2 === shop.country.iso2;
  const {
    carrier,
    number,
    abroad = {},
    pace,
    rests,
  }: Line = random.one(isHome ? shop.domestic : shop.international);
  const trackingNumber = random.filled(number);
  const route = {
    from: { depot: shop.depot, hubs: shop.hubs, country: shop.country.name },
    to: { city: address.city, country: address.country, countryIso2: address.countryIso2 },
    pace,
    rests,
  };
  const journey = journeyOf(random.weighted(COURSES), route, createdAt, now, random);
  if (now - createdAt < RECENT && journey.reports.length === 0 && random.chance(0.6)) {
    const untracked = { trackingNumber: null, carrier: null, destinationCarrier: null };
    return { createdAt, qty, ...untracked, status: STATUS.packed, journey };
  }
  const arrived = journey.reports.some(({ rel }) => rel === 'destination');
  const destinationCarrier = arrived ? (isHome ? carrier : (abroad[address.countryIso2] ?? carrier)) : null;
  const since = toStored(createdAt);
  const known = { createdAt: since, trackedSince: since, limitDays: DEFAULT_TRANSIT_LIMIT_DAYS };
  const status = stateOf(trackingState(journey.reports, known, now).trackingStatus);
  return { createdAt, qty, trackingNumber, carrier, destinationCarrier, status, journey };
}

/** The shop's own word for where a parcel is. */
function stateOf(status: TrackingStatus): Status {
  if (status === 'delivered') return STATUS.arrived;
  if (
    status === 'exception' ||
    status === 'error' ||
    status === 'return_to_sender' ||
    followsFromSilence(status)
  )
    return STATUS.trouble;
  return kindOf(status) === 'idle' ? STATUS.packed : STATUS.handedOver;
}
