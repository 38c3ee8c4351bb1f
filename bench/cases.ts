import type { Api } from './api.js';
import { cursorTo } from './cursor.js';
import { FIGURE_CASES } from './figure-cases.js';
import { IMPORT, NEIGHBOUR } from './neighbour.js';
import type { Requests } from './load/job.js';
import type { Targets } from './targets.js';

/** Requests of one kind that are measured, and what they must reach. */
export interface Case {
  readonly name: string;
  readonly title: string;
  /** Rows that an answer has, where it is a page. */
  readonly rows?: number;
  readonly connections: number;
  /** Whom Waybill is compared with. */
  readonly against: readonly Opponent[];
  /** Undefined when the data set has no such page. */
  readonly requests: (targets: Targets, api: Api) => Promise<Requests | undefined>;
  /** The paths of the same page at nestjs-paginate. */
  readonly paginated?: (targets: Targets) => readonly string[];
  /** The paths of one GROUP BY at the limit. */
  readonly grouped?: () => readonly string[];
  /** How the limit is told what the query means, where it would have to guess. */
  readonly hint?: Readonly<Record<string, string>>;
  /** POSTs a second that one more client sends meanwhile. */
  readonly writes?: number;
  /** What other clients send meanwhile. */
  readonly neighbours?: (targets: Targets, api: Api) => readonly Neighbour[];
  readonly bounds: readonly Bound[];
}

/** What clients of a tenant send with so many connections. */
export interface Neighbour {
  readonly requests: Requests;
  readonly connections: number;
  /** Requests a second; as many as are answered where it is missing. */
  readonly rate?: number;
}

/** `quiet` is Waybill itself while nobody else is there. */
export type Opponent = 'limit' | 'limit with COUNT' | 'nestjs-paginate' | 'GROUP BY' | 'quiet';

/** What a case must reach, compared with something else that was measured in the same run. */
export type Bound =
  | { readonly kind: 'rate'; readonly than: Opponent; readonly atLeast: number }
  | { readonly kind: 'rate of case'; readonly than: string; readonly atLeast: number }
  | { readonly kind: 'time'; readonly than: Opponent; readonly atMost: number }
  /** POSTs a second that the writing client gets through. */
  | { readonly kind: 'written'; readonly atLeast: number }
  | { readonly kind: 'p99'; readonly than: Opponent; readonly atMost: number }
  | { readonly kind: 'time of case'; readonly than: string; readonly atMost: number }
  /** What 95 of a hundred requests stay below. */
  | { readonly kind: 'milliseconds'; readonly atMost: number }
  /** The median time against that of 10,000 shipments. */
  | { readonly kind: 'growth'; readonly atMost: number };

export const DASHBOARD =
  'trackingStatus[]=in_transit&trackingStatus[]=delivery_in_progress&daysInTransit[gte]=10&order[createdAt]=desc';

/** The same rows for nestjs-paginate: parcels with these statuses are all still counting. */
const dashboardPaginated = ({ workspace }: Targets): string[] => {
  const since = new Date(Date.now() - 10 * DAY).toISOString();
  const filters = `filter.trackingStatus=$in:in_transit,delivery_in_progress&filter.transitStartedAt=$lte:${since}`;
  return [`/workspaces/${workspace}/shipments?${filters}&sortBy=createdAt:DESC`];
};

const DAY = 86_400_000;
const CONNECTIONS = 8;
const FLAT: Bound = { kind: 'growth', atMost: 1.5 };
const rate = (atLeast: number, than: Opponent = 'limit'): Bound => ({ kind: 'rate', than, atLeast });

type Queries = (targets: Targets) => readonly string[];

const pages =
  (queries: Queries): Case['requests'] =>
  (targets, api) =>
    Promise.resolve({
      method: 'GET',
      paths: queries(targets).map((query) => `/workspaces/${targets.workspace}/shipments${query}`),
      headers: api.headers,
    });

const list = (
  name: string,
  title: string,
  rows: number,
  queries: Queries,
  more: Partial<Case> = {},
): Case => ({
  name,
  title,
  rows,
  connections: CONNECTIONS,
  against: ['limit'],
  bounds: [FLAT],
  requests: pages(queries),
  ...more,
});

const WITH_COUNT = { against: ['limit', 'limit with COUNT'] } as const;
const COMPARED = { against: ['limit', 'limit with COUNT', 'nestjs-paginate'] } as const;

const byOffset = (page: number): Case => ({
  ...list(`page-${page}`, `page ${page.toLocaleString('en')} by offset`, 30, () => []),
  requests: (targets, api) =>
    page * 30 > targets.total ? Promise.resolve(undefined) : pages(() => [`?page=${page}`])(targets, api),
});

const byCursor = (page: number, bounds: readonly Bound[]): Case => ({
  ...list(`cursor-${page}`, `page ${page.toLocaleString('en')} by cursor`, 30, () => []),
  bounds,
  requests: async (targets, api) => {
    const path = await cursorTo(targets, api, (page - 1) * 30);
    return path === undefined ? undefined : { method: 'GET', paths: [path], headers: api.headers };
  },
});

const post = (
  name: string,
  title: string,
  path: string,
  bodies: (targets: Targets) => readonly object[],
  more: Partial<Case> = {},
): Case => ({
  name,
  title,
  connections: CONNECTIONS,
  against: ['limit'],
  bounds: [rate(0.6)],
  requests: (targets, api) => Promise.resolve(posts(path, bodies(targets), api)),
  ...more,
});

const posts = (path: string, bodies: readonly object[], { headers }: Api): Requests => ({
  method: 'POST',
  paths: [path],
  headers,
  bodies: bodies.map((body) => JSON.stringify(body)),
});

const shipments = ({ workspace, orderNumbers }: Targets): object[] =>
  orderNumbers.map((number, at) => ({
    workspace: `/workspaces/${workspace}`,
    trackingNumber: 'BENCH{unique}',
    originCarrier: 'usps',
    orderNumbers: [number],
    email: `zoe.muller.${at}@example.com`,
    address: {
      firstName: 'Zoë',
      lastName: 'Müller',
      company: null,
      addressLine1: `Lindenstraße ${at}`,

      addressLine2: null,
      city: 'Köln',
      state: null,
      postcode: '50667',
      country: 'Germany',
      countryIso2: 'DE',
    },
  }));

const shipmentItems = ({ items }: Targets): object[] =>
  items.map(({ shipment, orderItem }) => ({ shipment, orderItem, qty: 1 }));

/** What a client sends meanwhile, where a case has one that writes. */
export const writesOf = (targets: Targets, api: Api): Requests =>
  posts('/shipments', shipments(targets), api);

/** A list while its workspace changes all the time. */
const whileWriting = (
  name: string,
  title: string,
  queries: Queries,
  writes: number,
  atLeast: number,
): Case => ({
  ...list(`${name}-writes-${writes}`, `${title}, ${writes} POSTs/s`, 30, queries),
  against: ['quiet'],
  writes,
  bounds: [
    rate(atLeast, 'quiet'),
    { kind: 'p99', than: 'quiet', atMost: 3 },
    { kind: 'written', atLeast: 0.9 * writes },
  ],
});

/** The cases that are loads of requests, in the order in which they run: writes come last. */
export const CASES: readonly Case[] = [
  list('page-30', 'page of 30', 30, () => [''], {
    ...COMPARED,
    paginated: dashboardPaginated,
    bounds: [rate(0.7), rate(3, 'nestjs-paginate'), FLAT],
  }),
  list('page-500', 'page of 500', 500, () => ['?itemsPerPage=500'], {
    ...WITH_COUNT,
    bounds: [rate(0.75), FLAT],
  }),
  list('dashboard-30', 'dashboard query, 30 a page', 30, () => [`?${DASHBOARD}`], {
    ...COMPARED,
    paginated: dashboardPaginated,
    bounds: [rate(0.7), rate(3, 'nestjs-paginate'), FLAT],
  }),
  list('dashboard-500', 'dashboard query, 500 a page', 500, () => [`?${DASHBOARD}&itemsPerPage=500`], {
    ...WITH_COUNT,
    bounds: [rate(0.75), FLAT],
  }),
  list('order-number', 'list by order number', 1, ({ orderNumbers }) =>
    orderNumbers.map((number) => `?orderNumbers=${encodeURIComponent(number)}`),
  ),
  list(
    'tracking-whole',
    'list by tracking number',
    1,
    byNumber((number) => number),
    { hint: { match: 'exact' } },
  ),
  list(
    'tracking-leading',
    'list by a tracking number’s beginning',
    1,
    byNumber((number) => number.slice(0, -3)),
    {
      hint: { match: 'leading' },
    },
  ),
  list(
    'tracking-part',
    'list by a tracking number’s middle',
    1,
    byNumber((number) => number.slice(-9, -2)),
    {
      bounds: [{ kind: 'time', than: 'limit', atMost: 1.2 }],
    },
  ),
  byOffset(1000),
  byOffset(10_000),
  byCursor(1000, [FLAT]),
  byCursor(10_000, [{ kind: 'time of case', than: 'page-30', atMost: 1.3 }]),
  {
    name: 'item',
    title: 'item GET',
    rows: 1,
    connections: CONNECTIONS,
    against: ['limit'],
    bounds: [rate(0.6)],
    requests: (targets, api) =>
      Promise.resolve({
        method: 'GET',
        headers: api.headers,
        paths: targets.shipments.map((id) => `/shipments/${id}`),
      }),
  },
  ...FIGURE_CASES,
  {
    name: 'token',
    title: 'token check (GET /teams)',
    connections: CONNECTIONS,
    against: [],
    bounds: [],
    requests: (_targets, api) => Promise.resolve({ method: 'GET', paths: ['/teams'], headers: api.headers }),
  },
  whileWriting('page-30', 'page of 30', () => [''], 20, 0.6),
  whileWriting('page-30', 'page of 30', () => [''], 100, 0.4),
  whileWriting('dashboard-30', 'dashboard query', () => [`?${DASHBOARD}`], 20, 0.6),
  whileWriting('dashboard-30', 'dashboard query', () => [`?${DASHBOARD}`], 100, 0.4),
  post('post-shipment', 'POST shipment', '/shipments', shipments),
  post('post-shipment-item', 'POST shipment item', '/shipment_items', shipmentItems),
  post('writers-1', 'POST shipment, 1 writer', '/shipments', shipments, { connections: 1, bounds: [] }),
  post('writers-32', 'POST shipment, 32 writers', '/shipments', shipments, {
    connections: 32,
    bounds: [{ kind: 'rate of case', than: 'writers-1', atLeast: 3 }],
  }),
  post('writers-32-figures', 'POST shipment, 32 writers, beside analytics', '/shipments', shipments, {
    connections: 32,
    against: ['quiet'],
    bounds: [rate(0.95, 'quiet')],
    neighbours: ({ workspace }, { headers }) => [
      {
        requests: { method: 'GET', headers, paths: [`/workspaces/${workspace}/analytics/summary`] },
        connections: 1,
        rate: 1,
      },
    ],
  }),
  NEIGHBOUR,
  IMPORT,
];

function byNumber(searched: (number: string) => string): Queries {
  return ({ trackingNumbers }) => trackingNumbers.map((number) => `?trackingNumber=${searched(number)}`);
}
