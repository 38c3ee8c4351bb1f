/** Who carries a parcel from where to where; null where that is not known. */
export interface Route {
  /** The code of the carrier that takes it. */
  readonly carrier: string | null;
  readonly originCountryIso2: string | null;
  readonly destinationCountryIso2: string | null;
  /** The first characters of the recipient's postcode. */
  readonly area: string | null;
}

/** What history a prediction is made of, from the most special to the most general. */
export const LEVELS = [
  'carrier+lane+postcode',
  'carrier+lane',
  'carrier+destination',
  'lane',
  'carrier',
  'workspace',
  'team',
] as const;
export type Level = (typeof LEVELS)[number];

/**
 * What a histogram is of: from the first scan to the delivery, from the label to the first scan, from a carrier's expected date
 * to the delivery, and from a report of a status to the delivery.
 */
export type Kind = 'transit' | 'handover' | 'date' | StatusKind;
export type StatusKind =
  | 'delivery_in_progress'
  | 'customs_clearance'
  | 'exception'
  | 'unsuccessful_delivery'
  | 'available_for_pickup';

/** The statuses of which it is known how long parcels take from there. */
export const STATUS_KINDS: readonly StatusKind[] = [
  'delivery_in_progress',
  'customs_clearance',
  'exception',
  'unsuccessful_delivery',
  'available_for_pickup',
];

export const isStatusKind = (status: string | null): status is StatusKind =>
  (STATUS_KINDS as readonly (string | null)[]).includes(status);

const SHORT: Readonly<Record<Kind, string>> = {
  transit: 't',
  handover: 'h',
  date: 'd',
  delivery_in_progress: 'o',
  customs_clearance: 'c',
  exception: 'x',
  unsuccessful_delivery: 'u',
  available_for_pickup: 'p',
};

const OF_TRANSIT: readonly Level[] = LEVELS.slice(0, -1);
const OF_HANDOVER: readonly Level[] = ['carrier', 'workspace'];
const OF_OTHERS: readonly Level[] = ['carrier+lane', 'carrier+destination', 'carrier', 'workspace'];

const levelsOf = (kind: Kind): readonly Level[] =>
  kind === 'transit' ? OF_TRANSIT : kind === 'handover' ? OF_HANDOVER : OF_OTHERS;

/** The parts of a route that a level tells apart; undefined where one is not known. */
function partsOf(level: Level, route: Route): readonly string[] | undefined {
  const { carrier, originCountryIso2: from, destinationCountryIso2: to, area } = route;
  const parts = {
    'carrier+lane+postcode': [carrier, from, to, area],
    'carrier+lane': [carrier, from, to],
    'carrier+destination': [carrier, to],
    lane: [from, to],
    carrier: [carrier],
    workspace: [],
    team: [],
  }[level];
  return parts.every((part) => part !== null) ? (parts as string[]) : undefined;
}

/** A histogram of a workspace. */
export interface HistogramName {
  readonly level: Level;
  /** `t:carrier+lane:usps|US|CA` */
  readonly key: string;
}

/** Routes of the last shipments, so that what is known of a route is known of the next shipment on it as well. */
const routes = new Map<string, Route>();
const MAX_ROUTES = 5000;

/** A route as it is known, which is the same object for shipments on the same route. */
export function knownRoute(route: Route): Route {
  const name = JSON.stringify([
    route.carrier,
    route.originCountryIso2,
    route.destinationCountryIso2,
    route.area,
  ]);
  const same = routes.get(name);
  if (same) return same;
  if (routes.size >= MAX_ROUTES) routes.clear();
  routes.set(name, route);
  return route;
}

/** A prediction asks several times what a route belongs to. */
const known = new WeakMap<Route, Partial<Record<Kind, readonly HistogramName[]>>>();

/** The histograms of a workspace that a route belongs to, the most special first. Those of a team are its workspaces' together. */
export function histogramsOf(kind: Kind, route: Route): readonly HistogramName[] {
  const ofRoute = known.get(route) ?? {};
  known.set(route, ofRoute);
  return (ofRoute[kind] ??= levelsOf(kind).flatMap((level) => {
    const parts = partsOf(level, route);
    return parts ? [{ level, key: `${SHORT[kind]}:${level}:${parts.join('|')}` }] : [];
  }));
}

/** Characters of a postcode that name an area in which parcels fare alike, where it is not the first two. */
const AREA_LENGTHS: Readonly<Record<string, number>> = {
  US: 3,
  CA: 3,
  JP: 3,
  BR: 3,
  MX: 3,
  PT: 3,
  CN: 3,
  IN: 3,
};

/** The area of a postcode: `V6B` of `v6b 1a1` in Canada, `EH` of `EH8 9QT` in the United Kingdom. */
export function areaOf(country: string | null, postcode: string | null): string | null {
  const plain = (postcode ?? '').toUpperCase().replace(/[^A-Z\d]/g, '');
  if (country === null || plain === '') return null;
  if (country === 'GB' || country === 'IE') return /^[A-Z]{1,2}/.exec(plain)?.[0] ?? null;
  return plain.slice(0, AREA_LENGTHS[country] ?? 2);
}
