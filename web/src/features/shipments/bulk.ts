import { page, request, type Shipment, type Workspace } from '../../api/client';
import type { Search } from '../../lib/search';
import { listPath } from './query';

/** Records of one request at most. */
const BATCH = 500;

/** What became of some shipments. */
export interface Outcome {
  readonly succeeded: number;
  readonly failed: readonly { readonly id: string; readonly message: string }[];
}

interface BatchAnswer {
  readonly succeeded: number;
  readonly results: readonly { readonly id: string; readonly done: boolean; readonly message?: string }[];
}

/** Hears how many are done. */
export type Progress = (done: number) => void;

async function inBatches<T>(
  all: readonly T[],
  progress: Progress,
  work: (some: readonly T[]) => Promise<Outcome>,
): Promise<Outcome> {
  let succeeded = 0;
  const failed: Outcome['failed'][number][] = [];
  for (let from = 0; from < all.length; from += BATCH) {
    const outcome = await work(all.slice(from, from + BATCH));
    succeeded += outcome.succeeded;
    failed.push(...outcome.failed);
    progress(Math.min(from + BATCH, all.length));
  }
  return { succeeded, failed };
}

const batch = async (path: string, body: object): Promise<Outcome> => {
  const { succeeded, results } = await request<BatchAnswer>(path, { method: 'POST', json: body });
  const failed = results.filter(({ done }) => !done).map(({ id, message = '' }) => ({ id, message }));
  return { succeeded, failed };
};

/** Shipments that a search has, whether they are loaded or not. */
export async function everyMatch(
  workspace: string,
  search: Search,
  progress: Progress,
): Promise<readonly Shipment[]> {
  const found: Shipment[] = [];
  for (let next: string | undefined = listPath(workspace, search, BATCH); next !== undefined;) {
    const answer: Awaited<ReturnType<typeof page<Shipment>>> = await page<Shipment>(next);
    found.push(...answer.members);
    progress(found.length);
    next = answer.next;
  }
  return found;
}

const idsOf = (shipments: readonly Shipment[]): string[] => shipments.map(({ id }) => id ?? '');

export const changeStatus = (
  workspaceId: string,
  shipments: readonly Shipment[],
  statusId: string | undefined,
  progress: Progress,
): Promise<Outcome> =>
  inBatches(idsOf(shipments), progress, (ids) =>
    batch('/change_status_batch', {
      entity: 'shipments',
      workspaceId,
      ids,
      ...(statusId ? { statusId } : {}),
    }),
  );

export const deleteShipments = (
  workspaceId: string,
  shipments: readonly Shipment[],
  progress: Progress,
): Promise<Outcome> =>
  inBatches(idsOf(shipments), progress, (ids) =>
    batch('/delete_records_batch', { entity: 'shipments', workspaceId, ids }),
  );

/** Asks the carriers again, soon. What has no number cannot be asked for. */
export function trackAgain(
  workspaceId: string,
  shipments: readonly Shipment[],
  progress: Progress,
): Promise<Outcome> {
  const numbers = shipments.flatMap(({ trackingNumber }) => trackingNumber ?? []);
  return inBatches(numbers, progress, async (some) => {
    await request('/check_tracking_numbers_async', {
      method: 'POST',
      json: { workspaceId, trackingNumbers: some.map((number) => ({ number })) },
    });
    return { succeeded: some.length, failed: [] };
  });
}

/** The tracking page whose links a workspace's customers get. */
export function defaultPage({ defaultTrackingPage: page }: Workspace): string {
  return typeof page === 'string' ? page : ((page as { '@id'?: string } | null)?.['@id'] ?? '');
}

/** Sends customers the links to their parcels, each at most once an hour. */
export const sendLinks = (
  workspace: Workspace,
  shipments: readonly Shipment[],
  progress: Progress,
): Promise<Outcome> =>
  inBatches(idsOf(shipments), progress, (ids) =>
    batch('/send_tracking_page_links', { trackingPageId: defaultPage(workspace), ids }),
  );

/** Makes a file of a list. @returns where it is, or will be. */
export async function exportCsv(workspaceId: string, params: string): Promise<string> {
  const { link } = await request<{ link: string }>('/export', {
    method: 'POST',
    json: { entity: 'shipments', workspaceId, params },
  });
  return new URL(link).pathname;
}
