import { Api } from './api.js';
import type { Case } from './cases.js';
import { credentialsOf } from './data/tenants.js';
import { idOf } from './data/seed.js';
import type { Requests } from './load/job.js';

/** A small workspace, of another team than the large one. */
const SMALL = 1;

/** Connections with which the large tenant filters, and with which it imports. */
const FILTERING = 19;
const IMPORTING = 1;

/** Lines of an import beside filters, and of one alone. */
const LINES = 2000;
const MANY_LINES = 20_000;

/** Texts that no index finds and no other request has looked for, so that each is counted anew. */
const filters = (workspace: string, { headers }: Api): Requests => ({
  method: 'GET',
  headers,
  paths: Array.from(
    { length: 2000 },
    (_, at) => `/workspaces/${workspace}/shipments?email=${at}&address.lastName=${'aeiou'[at % 5]}`,
  ),
});

const imports = (workspace: string, { headers }: Api, lines: number): Requests => ({
  method: 'POST',
  paths: ['/shipments'],
  headers: { ...headers, 'content-type': 'application/x-ndjson' },
  bodies: [
    Array.from({ length: lines }, (_, at) =>
      JSON.stringify({
        workspace: `/workspaces/${workspace}`,
        trackingNumber: `NEIGHBOUR{unique}X${at}`,
        originCarrier: 'usps',
        email: `zoe.muller.${at}@example.com`,
        address: { firstName: 'Zoë', lastName: 'Müller', city: 'Köln', postcode: '50667', countryIso2: 'DE' },
      }),
    ).join('\n'),
  ],
});

/** Whoever reads beside others waits at most three times as long as alone. */
const BESIDE: Pick<Case, 'connections' | 'against' | 'bounds'> = {
  connections: 8,
  against: ['quiet'],
  bounds: [{ kind: 'p99', than: 'quiet', atMost: 3 }],
};

/** What a small tenant notices of a large one that filters by texts and imports with twenty connections. */
export const NEIGHBOUR: Case = {
  name: 'neighbour',
  title: 'page of 30 and item, beside heavy requests of another tenant',
  ...BESIDE,
  requests: async (_targets, { url }) => {
    const api = await Api.signIn(url, credentialsOf(SMALL));
    const page = `/workspaces/${idOf('workspace', SMALL)}/shipments`;
    const { 'hydra:member': members } = await api.list(page);
    const items = members.map((each) => each['@id'] as string);
    return { method: 'GET', headers: api.headers, paths: items.flatMap((item) => [page, item]) };
  },
  neighbours: ({ workspace }, api) => [
    { requests: filters(workspace, api), connections: FILTERING },
    { requests: imports(workspace, api, LINES), connections: IMPORTING },
  ],
};

/** What readers of a workspace notice of an import into it. */
export const IMPORT: Case = {
  name: 'item-import',
  title: 'item GET, beside an import',
  ...BESIDE,
  requests: ({ shipments }, { headers }) =>
    Promise.resolve({ method: 'GET', headers, paths: shipments.map((id) => `/shipments/${id}`) }),
  neighbours: ({ workspace }, api) => [
    { requests: imports(workspace, api, MANY_LINES), connections: IMPORTING },
  ],
};
