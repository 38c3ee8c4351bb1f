import type { Body, Client } from './api.js';
import type { OpenDatabase } from './open-database.js';
import type { Received } from './receiver.js';

/** What clients were told while something failed. */
export class Ledger {
  /** IRIs of what was acknowledged as made, by the marker that it carries. */
  readonly made = new Map<string, string>();
  /** Versions that were acknowledged as written, by IRI, in their order. */
  readonly written = new Map<string, number[]>();
  /** Pieces of each order item that were acknowledged as shipped. */
  readonly shipped = new Map<string, number>();

  make(marker: string, iri: string): void {
    this.made.set(marker, iri);
  }

  write(iri: string, version: number): void {
    this.written.set(iri, [...(this.written.get(iri) ?? []), version]);
  }

  ship(orderItem: string, qty: number): void {
    this.shipped.set(orderItem, (this.shipped.get(orderItem) ?? 0) + qty);
  }
}

/** Where to look when it is over. */
export interface Aftermath {
  readonly client: Pick<Client, 'get'>;
  readonly database: Pick<OpenDatabase, 'rows'>;
  /** IRI of the workspace in which all of it happened. */
  readonly workspace: string;
  /** What a webhook of all changes was sent. */
  readonly received: readonly Received[];
}

/**
 * What must hold whatever failed meanwhile: acknowledged writes are there, and once; sums are equal; every event has
 * been delivered, in the order of its item. Shipments carry their marker in `phoneNumber` and their version in `email`,
 * as `versionOf` reads it.
 * @returns what does not hold, in sentences.
 */
export async function brokenPromises(ledger: Ledger, aftermath: Aftermath): Promise<string[]> {
  return [
    ...(await missing(ledger, aftermath)),
    ...(await madeTwice(aftermath)),
    ...(await wrongSums(ledger, aftermath)),
    ...(await wrongTotals(aftermath)),
    ...undelivered(ledger, aftermath),
    ...outOfOrder(aftermath),
  ];
}

export const emailOf = (version: number): string => `v${version}@example.com`;
const versionOf = (email: unknown): number => Number(/^v(\d+)@/.exec(String(email))?.[1] ?? 0);

async function missing({ made, written }: Ledger, { client }: Aftermath): Promise<string[]> {
  const broken: string[] = [];
  for (const [marker, iri] of made) {
    const { status, body } = await client.get(iri);
    if (status !== 200) broken.push(`${iri}, acknowledged, answers ${status}.`);
    else if (body.phoneNumber !== marker) broken.push(`${iri} carries ${body.phoneNumber}, not ${marker}.`);
    const last = Math.max(0, ...(written.get(iri) ?? []));
    if (versionOf(body.email) < last) broken.push(`${iri} is as it was before version ${last}.`);
  }
  return broken;
}

async function madeTwice({ database }: Aftermath): Promise<string[]> {
  const rows = await database.rows<{ phoneNumber: string; count: number }>(
    `SELECT phoneNumber, COUNT(*) AS count FROM shipments WHERE phoneNumber IS NOT NULL
      GROUP BY phoneNumber HAVING COUNT(*) > 1`,
  );
  return rows.map(({ phoneNumber, count }) => `${phoneNumber} was made ${count} times.`);
}

async function wrongSums({ shipped }: Ledger, { client, database }: Aftermath): Promise<string[]> {
  const rows = await database.rows<{ id: string }>(
    `SELECT i.id FROM order_items i
      WHERE i.fulfilledQty > i.qty OR i.fulfilledQty <>
        (SELECT COALESCE(SUM(s.qty), 0) FROM shipment_items s WHERE s.orderItemPk = i.pk)`,
  );
  const broken = rows.map(({ id }) => `The shipments of order item ${id} do not add up to what it says.`);
  for (const [iri, qty] of shipped) {
    const { fulfilledQty } = (await client.get(iri)).body as { fulfilledQty: number };
    if (fulfilledQty !== qty)
      broken.push(`${qty} of ${iri} were acknowledged and ${fulfilledQty} are shipped.`);
  }
  return broken;
}

async function wrongTotals({ client, database, workspace }: Aftermath): Promise<string[]> {
  const broken: string[] = [];
  for (const list of ['shipments', 'orders']) {
    const told = (await client.get(`${workspace}/${list}?itemsPerPage=1`)).body['hydra:totalItems'] as number;
    const [row] = await database.rows<{ count: number | string }>(
      `SELECT COUNT(*) AS count FROM ${list} t JOIN workspaces w ON w.pk = t.workspacePk WHERE w.id = ?`,
      [workspace.split('/').at(-1) ?? ''],
    );
    if (told !== Number(row?.count)) broken.push(`${told} ${list} are told, and there are ${row?.count}.`);
  }
  return broken;
}

/** The versions of each shipment that a webhook has told, in the order in which it told them first. */
function deliveries(received: readonly Received[]): Map<string, { versions: number[]; events: string[] }> {
  const seen = new Set<string>();
  const found = new Map<string, { versions: number[]; events: string[] }>();
  for (const { headers, data } of received) {
    // the same message again is no other event
    const id = String(headers['webhook-id']);
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { event, data: item } of data as Body[]) {
      const iri = item['@id'] as string;
      if (!iri.startsWith('/shipments/')) continue;
      const of = found.get(iri) ?? { versions: [], events: [] };
      found.set(iri, of);
      of.versions.push(versionOf(item.email));
      of.events.push(event as string);
    }
  }
  return found;
}

function undelivered({ made, written }: Ledger, { received }: Aftermath): string[] {
  const told = deliveries(received);
  return [...made.values()].flatMap((iri) => {
    const { versions = [], events = [] } = told.get(iri) ?? {};
    const lost = (written.get(iri) ?? []).filter((version) => !versions.includes(version));
    return [
      ...(events.includes('create') ? [] : [`That ${iri} was made has not been delivered.`]),
      ...lost.map((version) => `Version ${version} of ${iri} has not been delivered.`),
    ];
  });
}

function outOfOrder({ received }: Aftermath): string[] {
  return [...deliveries(received)].flatMap(([iri, { versions, events }]) => {
    const sorted = [...versions].sort((a, b) => a - b);
    const isOrdered = versions.join() === sorted.join() && !events.slice(1).includes('create');
    return isOrdered ? [] : [`${iri} was told in the order ${versions.join()} (${events.join()}).`];
  });
}
