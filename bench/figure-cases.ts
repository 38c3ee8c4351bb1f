import type { Bound, Case } from './cases.js';
import type { Targets } from './targets.js';

const DAY = 86_400_000;

/** The day that was so many days ago. */
export const dayAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

const inTime = (atMost: number): Bound => ({ kind: 'milliseconds', atMost });

/** Figures of analytics, beside one GROUP BY of its limit, which counts far less. */
const figures = (name: string, title: string, query: string): Case => ({
  name,
  title,
  connections: 1,
  against: ['GROUP BY'],
  bounds: [inTime(50)],
  requests: ({ workspace }: Targets, api) =>
    Promise.resolve({
      method: 'GET',
      headers: api.headers,
      paths: [`/workspaces/${workspace}/analytics/${query}`],
    }),
  grouped: () => [`/group_by/${name}`],
});

const predictions = (
  name: string,
  title: string,
  atMost: number,
  paths: (targets: Targets) => readonly string[],
  more: Partial<Case> = {},
): Case => ({
  name,
  title,
  connections: 1,
  against: [],
  bounds: [inTime(atMost)],
  requests: (targets, api) => Promise.resolve({ method: 'GET', headers: api.headers, paths: paths(targets) }),
  ...more,
});

/** Figures, and what is predicted from history. */
export const FIGURE_CASES: readonly Case[] = [
  figures('summary', 'analytics: summary', 'summary'),
  figures(
    'summary-90',
    'analytics: summary of a carrier and a country, 90 days',
    `summary?from=${dayAgo(90)}&originCarrier=usps&destinationCountryIso2=US`,
  ),
  {
    ...figures('summary-writes-20', 'analytics: summary, 20 POSTs/s', 'summary'),
    against: ['quiet'],
    writes: 20,
    bounds: [inTime(50), { kind: 'written', atLeast: 18 }],
  },
  figures('series-90', 'analytics: series of 90 days', `series?from=${dayAgo(89)}&to=${dayAgo(0)}`),
  figures('breakdown', 'analytics: breakdown by carrier', 'breakdown?by=originCarrier'),
  figures(
    'breakdown-90',
    'analytics: breakdown by carrier, 90 days',
    `breakdown?by=originCarrier&from=${dayAgo(90)}`,
  ),
  predictions('prediction', 'delivery prediction', 10, ({ shipments }) =>
    shipments.map((id) => `/shipments/${id}/delivery_prediction`),
  ),
  predictions(
    'predictions-500',
    'delivery predictions, 500 under way',
    100,
    ({ workspace }) => [
      `/workspaces/${workspace}/delivery_predictions?trackingStatus[]=in_transit&itemsPerPage=500`,
    ],
    { rows: 500 },
  ),
];
