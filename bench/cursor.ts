import type { Api } from './api.js';
import type { Targets } from './targets.js';

const MOST = 500;
const PREFER = { prefer: 'paging=cursor, count=none' };

/** The path of the page of 30 that follows so many rows by cursor; undefined where there is none. */
export async function cursorTo(targets: Targets, api: Api, rows: number): Promise<string | undefined> {
  if (rows >= targets.total) return undefined;
  const collection = `/workspaces/${targets.workspace}/shipments`;
  let cursor: string | undefined;
  for (let left = rows; left > 0; left -= MOST) {
    const query = new URLSearchParams({
      itemsPerPage: String(Math.min(left, MOST)),
      ...(cursor && { cursor }),
    });
    const { 'hydra:view': view } = await api.list(`${collection}?${query.toString()}`, PREFER);
    const next = new URLSearchParams(view?.['hydra:next']?.split('?')[1]).get('cursor');
    if (next === null) return undefined;
    cursor = next;
  }
  return cursor && `${collection}?cursor=${cursor}`;
}
