import { resolveCarrierOrService } from '../reference-data/carriers/carrier-names.js';
import { isTrackingNumber } from '../reference-data/carriers/normalize-tracking-number.js';
import {
  parseTrackingNumbers,
  searchedTrackingNumber,
} from '../reference-data/carriers/parse-tracking-numbers.js';
import type { Database } from '../../core/database/database.js';
import type { OperationBody } from '../../core/http/operation-body.js';
import { and, isIn } from '../../core/metadata/condition.js';
import { WrongType } from '../../core/metadata/errors.js';
import { listFrom } from '../../core/metadata/fields/simple.js';
import { parseText } from '../../core/metadata/fields/text.js';
import { CODE, hasTooMany, isBlank } from '../../core/metadata/violation.js';
import type { Caller } from '../../core/store/caller.js';
import { isAboutShipment } from './reported-carrier.js';

/** Numbers of one request at most. */
export const MAX_NUMBERS = 1000;

/** A tracking number that somebody wants to know more of. */
export interface RequestedNumber {
  /** In capitals, without blanks. */
  readonly number: string;
  /** A code of the catalogue, or null: whosever it is. */
  readonly carrier: string | null;
}

/** A shipment with such a number. */
export interface MatchingShipment {
  readonly pk: number;
  readonly id: string;
}

/** The `trackingNumbers` of a body, `[{"number": "RB123456785GB", "originCarrier": "royal-mail"}]`; undefined without them. */
export function requestedNumbersIn(body: OperationBody): readonly RequestedNumber[] | undefined {
  const sent = body.sent.trackingNumbers ?? null;
  if (sent === null) return undefined;
  const list = listFrom(sent, 'trackingNumbers');
  if (list.length === 0) body.refuse(isBlank('trackingNumbers'));
  if (list.length > MAX_NUMBERS) {
    body.refuse(hasTooMany('trackingNumbers', MAX_NUMBERS));
    return [];
  }
  return list.flatMap((each, index) => requestedNumbers(each, `trackingNumbers[${index}]`, body));
}

/** A field may have several. */
function requestedNumbers(sent: unknown, path: string, body: OperationBody): readonly RequestedNumber[] {
  if (typeof sent !== 'object' || sent === null) throw new WrongType(path, 'array', sent);
  const fields = sent as Readonly<Record<string, unknown>>;
  const textOf = (name: string): string =>
    parseText(fields[name] ?? null, `${path}.${name}`, true)?.trim() ?? '';
  const text = textOf('number');
  const read = parseTrackingNumbers(text);
  const named = textOf('originCarrier');
  const carrier = resolveCarrierOrService(named);
  if (text === '') body.refuse(isBlank(`${path}.number`));
  if (named !== '' && carrier === undefined) {
    const message = `There is no carrier with the code "${named.toLowerCase().slice(0, 100)}". GET /public/carriers lists them.`;
    body.refuse({ propertyPath: `${path}.originCarrier`, message, code: CODE.choice });
  }
  const numbers = read.kind === 'numbers' ? read.numbers : [searchedTrackingNumber(text)];
  return numbers.map((number) => ({ number, carrier: carrier ?? null }));
}

/** The caller's shipments with these numbers, of that carrier or a related one; what is only a guess is no other. */
export async function shipmentsWith(
  asked: readonly RequestedNumber[],
  { scope, request }: Caller,
  database: Database,
): Promise<readonly MatchingShipment[]> {
  const numbers = [...new Set(asked.map(({ number }) => number))].filter(isTrackingNumber);
  const where = and([isIn('workspacePk', [...scope.workspaces.keys()]), isIn('trackingNumber', numbers)]);
  const rows = (await database.read(
    `SELECT pk, id, trackingNumber, originCarrier, carrierIsDetected FROM shipments WHERE ${where.sql} ORDER BY pk`,
    where.params,
    request,
  )) as [number, string, string, string | null, number][];
  const isMeant = (
    trackingNumber: string,
    originCarrier: string | null,
    carrierIsDetected: number,
  ): boolean =>
    asked
      .filter(({ number }) => number === trackingNumber)
      .map(({ carrier }) => ({ originCarrier: carrier ?? undefined }))
      .some((each, _, all) =>
        isAboutShipment(each, { trackingNumber, originCarrier, carrierIsDetected }, all),
      );
  return rows
    .filter(([, , number, carrier, isDetected]) => isMeant(number, carrier, isDetected))
    .map(([pk, id]) => ({ pk, id }));
}
