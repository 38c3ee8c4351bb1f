import { insertBatch } from '../../core/database/insert.js';
import type { Stored } from '../../core/metadata/condition.js';
import type { AfterWrite } from '../../core/metadata/resource.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import type { Shipment } from './shipment.entity.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { TrackingNumberPart } from './tracking-number-part.entity.js';

const trackingNumberParts = sqlNames(TrackingNumberPart);

/** Characters of a part. */
const PART_LENGTH = 5;
/** Of so many parts that begin one after the other, one is kept. */
const WINDOW_SIZE = 3;

/** A piece of a tracking number that is as long as this is found without a look at every number. */
export const MIN_SEARCH_LENGTH = PART_LENGTH + WINDOW_SIZE - 1;

const INDEXABLE = new RegExp(`^[A-Z\\d]{${MIN_SEARCH_LENGTH},}$`);

/** Spreads the parts, so that neighbours are kept by chance and not by the alphabet. */
const rankOf = (part: number): number => Math.imul(part, 2_654_435_761) >>> 0;

/**
 * The parts by which a text is found, as numbers of base 36: of every three that begin one after the other the one with
 * the lowest rank (winnowing: Schleimer, Wilkerson, Aiken 2003). Whatever contains a text has all parts of the text among
 * its own. Undefined when the text is too short, or nothing that a tracking number contains.
 */
export function partsOf(text: string): readonly number[] | undefined {
  if (!INDEXABLE.test(text)) return undefined;
  const parts = Array.from({ length: text.length - PART_LENGTH + 1 }, (_, at) =>
    Number.parseInt(text.slice(at, at + PART_LENGTH), 36),
  );
  const kept = new Set<number>();
  for (let at = 0; at + WINDOW_SIZE <= parts.length; at++) {
    const [best = 0] = parts.slice(at, at + WINDOW_SIZE).toSorted((a, b) => rankOf(a) - rankOf(b) || a - b);
    kept.add(best);
  }
  return [...kept];
}

/** Keeps the parts of a shipment's number as rows. */
export const trackingNumberIsIndexed: AfterWrite<Shipment> = async ({ before, after }, transaction) => {
  if (before?.trackingNumber === after?.trackingNumber) return;
  if (before) await removeParts(before, transaction);
  if (after) await writeParts([after], transaction);
};

type NumberedShipment = Pick<Shipment, 'pk' | 'workspacePk' | 'trackingNumber'>;

async function removeParts(shipment: NumberedShipment, transaction: Transaction): Promise<void> {
  const parts = partsOf(shipment.trackingNumber ?? '');
  if (!parts) return;
  await transaction.send(
    `DELETE FROM ${trackingNumberParts.table}
      WHERE ${trackingNumberParts.workspacePk} = ? AND ${trackingNumberParts.part} IN (${parts.map(() => '?').join(', ')}) AND ${trackingNumberParts.shipmentPk} = ?`,
    [shipment.workspacePk, ...parts, shipment.pk],
  );
}

/** Writes the parts of new numbers. */
export async function writeParts(
  shipments: readonly NumberedShipment[],
  transaction: Transaction,
): Promise<void> {
  const rows = shipments.flatMap(({ pk, workspacePk, trackingNumber }) =>
    (partsOf(trackingNumber ?? '') ?? []).map((part): Stored[] => [workspacePk, part, pk]),
  );
  if (rows.length > 0) await transaction.batch(INSERT_PARTS, rows);
}

const INSERT_PARTS = insertBatch(TrackingNumberPart, ['workspacePk', 'part', 'shipmentPk']);
