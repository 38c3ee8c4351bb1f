import { Api } from './api.js';
import { credentialsOf } from './data/tenants.js';
import { LARGE } from './data/layout.js';
import { median } from './measure.js';
import { startWaybill } from './servers/all.js';
import type { Targets } from './targets.js';

/** What only a fresh process can show. */

export interface Start {
  readonly milliseconds: number;
  readonly rounds: readonly number[];
}

/** From the start of the process to its first answer, on a migrated database. */
export async function measureStart(database: string, rounds: number): Promise<Start> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = await startWaybill(database);
    times.push(server.startedIn);
    await server.stop();
  }
  return { milliseconds: median(times), rounds: times };
}

export interface Export {
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly bytes: number;
  /** MiB: what the process had when it had answered large pages, and how much more it had at most. */
  readonly memory: number;
  readonly growth: number;
}

/** Large pages that are read before, so that what any request takes does not seem to be the export's. */
const WARM_UP = 50;
const LINE_END = 10;

/** A collection as CSV, from a process that has just begun. */
export async function measureExport(database: string, targets: Targets, rounds: number): Promise<Export> {
  const server = await startWaybill(database);
  try {
    const api = await Api.signIn(server.url, credentialsOf(LARGE));
    const list = `/workspaces/${targets.workspace}/shipments`;
    for (let page = 0; page < WARM_UP; page++)
      await api.list(`${list}?itemsPerPage=500`, { prefer: 'count=none' });
    const before = server.memory()?.now ?? 0;
    server.forgetPeak();
    const seen: { rows: number; bytes: number; rate: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const path = `${list}?itemsPerPage=all&createdAt[after]=${encodeURIComponent(targets.exportedFrom)}`;
      const began = performance.now();
      const answer = await api.send('GET', path, { headers: { accept: 'text/csv' } });
      if (!answer.ok || !answer.body) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
      let lines = 0;
      let bytes = 0;
      for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
        bytes += chunk.length;
        for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) lines++;
      }
      const rows = lines - 1;
      seen.push({ rows, bytes, rate: (rows / (performance.now() - began)) * 1000 });
    }
    const { rows, bytes } = seen[0] as (typeof seen)[0];
    const memory = before;
    const growth = (server.memory()?.peak ?? before) - before;
    return { rows, bytes, rowsPerSecond: median(seen.map(({ rate }) => rate)), memory, growth };
  } finally {
    await server.stop();
  }
}
