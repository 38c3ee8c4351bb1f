import type { Requests } from './load/job.js';

/** What may differ between two answers to the same request: totals, cursors, and what a POST has just made. */
function comparable(body: string, method: Requests['method']): string {
  const same = body
    .replace(/"hydra:totalItems":\d+/, '"hydra:totalItems":N')
    .replace(/("hydra:last":"[^"]*page=)\d+/, '$1N')
    .replace(/cursor=[\w-]+/g, 'cursor=C');
  if (method === 'GET') return same;
  return same
    .replace(/"@id":"(\/\w+\/)[\w-]+"/, '"@id":"$1N"')
    .replace(/,"id":"[\w-]+"/, ',"id":"N"')
    .replace(/"trackingNumber":"BENCH\w+"/, '"trackingNumber":"N"')
    .replace(/"(created|updated)At":"[^"]+"/g, '"$1At":"N"');
}

const SHOWN = 160;

/** @throws when two answers differ: then they would not have done the same work. */
export function assertSame(name: string, method: Requests['method'], ours: string, theirs: string): void {
  const [a, b] = [comparable(ours, method), comparable(theirs, method)];
  if (a === b) return;
  let at = 0;
  while (a[at] === b[at]) at++;
  const part = (text: string): string => text.slice(Math.max(0, at - SHOWN / 2), at + SHOWN);
  throw new Error(
    `${name}: the answers differ at character ${at}.\n  Waybill: …${part(a)}\n  limit:   …${part(b)}`,
  );
}
