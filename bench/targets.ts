import type { Api, Collection } from './api.js';
import { trackingNumberOf } from './data/carriers.js';
import { itemIndex, LARGE, largeGroups, orderOf, vendorOrderOf, GROUP } from './data/layout.js';
import { carrierOf, orderNumberOf } from './data/rows.js';
import { idOf } from './data/seed.js';

/** What the measured requests name. */
export interface Targets {
  readonly workspace: string;
  readonly shipments: readonly string[];
  readonly orderNumbers: readonly string[];
  readonly trackingNumbers: readonly string[];
  /** Order items with plenty left, each with a shipment for it. */
  readonly items: readonly { readonly orderItem: string; readonly shipment: string }[];
  /** Shipments of the workspace. */
  readonly total: number;
  /** A date after which there are 100,000 shipments, or all. */
  readonly exportedFrom: string;
}

/** So many rows of each kind are asked for in turn. */
const VARIETY = 400;

export const EXPORTED = 100_000;
const MOST = 500;

const totalOf = async (api: Api, workspace: string): Promise<number> =>
  (await api.list(`/workspaces/${workspace}/shipments?itemsPerPage=1`))['hydra:totalItems'] ?? 0;

async function exportedFrom(api: Api, workspace: string, total: number): Promise<string> {
  if (total <= EXPORTED) return '2000-01-01';
  const page = `order[createdAt]=desc&itemsPerPage=${MOST}&page=${EXPORTED / MOST}`;
  const { 'hydra:member': members } = await api.list(`/workspaces/${workspace}/shipments?${page}`);
  return members.at(-1)?.createdAt as string;
}

/** Of the data set, whose rows follow from the seed. */
export async function targetsOfDataSet(api: Api, shipments: number): Promise<Targets> {
  const groups = largeGroups(shipments, VARIETY);
  const workspace = idOf('workspace', LARGE);
  const total = await totalOf(api, workspace);
  return {
    workspace,
    shipments: groups.map((group) => idOf('shipment', group * GROUP)),
    orderNumbers: groups.map((group) => orderNumberOf(orderOf(group * GROUP + (group % GROUP)))),
    trackingNumbers: labelledLongEnough(shipments),
    items: groups.map((group) => ({
      orderItem: `/order_items/${idOf('order item', itemIndex(vendorOrderOf(group), 0))}`,
      shipment: `/shipments/${idOf('shipment', group * GROUP)}`,
    })),
    total,
    exportedFrom: await exportedFrom(api, workspace, total),
  };
}

/** Numbers long enough that their beginnings tell them apart, of parcels old enough to have one. */
function labelledLongEnough(shipments: number): string[] {
  const groups = largeGroups(shipments, Number.POSITIVE_INFINITY);
  const old = groups.slice(0, Math.floor(groups.length * 0.9)).map((group) => group * GROUP);
  const long = old.filter((shipment) => ['usps', 'ups', 'yunexpress'].includes(carrierOf(shipment).name));
  const step = Math.max(1, Math.floor(long.length / VARIETY));
  const chosen = long.filter((_, at) => at % step === 0).slice(0, VARIETY);
  return chosen.map((shipment) => trackingNumberOf(shipment, carrierOf(shipment)));
}

/** Of any other server: what its first pages show. */
export async function targetsOfServer(api: Api, workspace: string): Promise<Targets> {
  const { 'hydra:member': members } = await api.list(
    `/workspaces/${workspace}/shipments?itemsPerPage=${MOST}`,
  );
  const texts = (name: string): string[] =>
    members.flatMap((each) => (each[name] ?? []) as string | string[]);
  const total = await totalOf(api, workspace);
  const shipments = texts('id');
  const orders = await api.list(`/workspaces/${workspace}/orders?fulfillmentStatus=not_fulfilled`);
  const items: Targets['items'][number][] = [];
  for (const { '@id': order } of orders['hydra:member'])
    items.push(...plenty(await api.list(`${order as string}/items`), `/shipments/${shipments[0]}`));
  return {
    workspace,
    shipments,
    total,
    items,
    orderNumbers: texts('orderNumbers'),
    trackingNumbers: texts('trackingNumber'),
    exportedFrom: await exportedFrom(api, workspace, total),
  };
}

const plenty = (items: Collection, shipment: string): Targets['items'] =>
  items['hydra:member']
    .filter(({ qty, fulfilledQty }) => (qty as number) - (fulfilledQty as number) > 1000)
    .map((item) => ({ orderItem: item['@id'] as string, shipment }));
