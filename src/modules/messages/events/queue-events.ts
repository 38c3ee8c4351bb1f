import { insertAll } from '../../../core/database/insert.js';
import type { Stored } from '../../../core/metadata/condition.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import type { ColumnsOf } from '../../../core/store/rows.js';
import { unitChanges } from '../../../core/store/unit-changes.js';
import type { Shipment } from '../../shipments/shipment.entity.js';
import { MessageQueue } from './message-queue.entity.js';
import { eventsBetween, type ShipmentEvent } from './shipment-events.js';
import { isHeard } from './subscribe-messages.js';

/** A shipment to which something has happened. */
interface HappenedTo {
  readonly id: string;
  readonly workspacePk: number;
}

/** Keeps what has happened to shipments until somebody has looked whom to tell, in workspaces that tell anybody of anything. */
export async function queueEvents(
  happened: readonly { readonly shipment: HappenedTo; readonly events: readonly ShipmentEvent[] }[],
  transaction: Transaction,
): Promise<void> {
  const rows: Stored[][] = [];
  for (const { shipment, events } of happened)
    if (events.length > 0 && (await isHeard(shipment.workspacePk, transaction)))
      for (const { event, occurrence, occurredAt } of events)
        rows.push([shipment.workspacePk, shipment.id, event, occurrence, occurredAt]);
  await insertAll(
    transaction,
    MessageQueue,
    ['workspacePk', 'shipmentId', 'event', 'occurrence', 'occurredAt'],
    rows,
  );
}

/** Keeps what this unit does to shipments, whoever writes them: a request, a carrier's report, or the clock. */
export function queueChanges(transaction: Transaction): Promise<void> {
  const changes = unitChanges(transaction).of('shipments');
  return queueEvents(
    changes.flatMap(({ before, after }) => {
      if (!after) return [];
      const [was, is] = [before, after] as unknown as Readonly<ColumnsOf<Shipment>>[];
      return is ? [{ shipment: is, events: eventsBetween(was, is, transaction.moment) }] : [];
    }),
    transaction,
  );
}
