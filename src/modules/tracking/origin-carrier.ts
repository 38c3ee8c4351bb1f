import { carrierByCode } from '../reference-data/carriers/carriers.js';
import {
  type CarrierMatch,
  detectOriginCarrier,
  type OriginCarrier,
} from '../reference-data/carriers/detect-carriers.js';
import type { BeforeWrite, Change, Validator } from '../../core/metadata/resource.js';
import { type Transaction, unitKey } from '../../core/metadata/transaction.js';
import { CODE, type Violation } from '../../core/metadata/violation.js';
import { effectiveTrackingNumber } from '../shipments/effective-tracking-number.js';
import type { Shipment } from '../shipments/shipment.entity.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { countryColumns } from './country-columns.js';
import { isDetectedAsTest } from './test-carrier.js';

const w = sqlNames(Workspace, 'w');

interface SuggestedCarrier {
  readonly code: string;
  readonly name: string;
}

/** Carriers whose a number may be, of which the client has to choose one, by the shipments' ids. */
const SUGGESTED_CARRIERS = unitKey(() => new Map<string, readonly SuggestedCarrier[]>());

/** By the keys of workspaces. */
const PREFERRED_CARRIERS = unitKey(() => new Map<number, readonly string[]>());

/**
 * A carrier that a client names stays. Where none is named, the number says whose it is: one certain match is taken, and
 * a number that nobody knows is welcome. Of several the one that the workspace prefers is taken. An empty or null `originCarrier` asks for detection.
 */
export const originCarrierIsDetected: BeforeWrite<Shipment> = async (change, transaction) => {
  const { before, after, sent } = change;
  const given = sent.get('originCarrier');
  if (typeof given === 'string') {
    if (given !== before?.originCarrier) after.carrierIsDetected = 0;
    return;
  }
  if (!isToBeDetected(change)) {
    if (before) after.originCarrier = before.originCarrier;
    return;
  }
  after.originCarrier = null;
  after.carrierIsDetected = 0;
  const number = effectiveTrackingNumber(after);
  if (number === null || !isDetectedAsTest(number)) return;
  const found = detectOriginCarrier(number);
  // a shop says what it likes of carriers: what it calls "custom" is nobody's
  const isOpen = typeof after.trackingCarrier !== 'string';
  const match =
    found.kind === 'certain'
      ? found.match
      : isOpen
        ? await preferredMatch(found, after.workspacePk, transaction)
        : undefined;
  if (!match && found.kind === 'several' && isOpen)
    transaction.get(SUGGESTED_CARRIERS).set(after.id, found.matches);
  if (!match) return;
  const { code, countryIso2 } = match;
  after.originCarrier = code;
  after.carrierIsDetected = 1;
  if (countryIso2 !== null) Object.assign(after, countryColumns('origin', countryIso2));
};

/** Of the carriers whose a number may be, and not by its length alone, the one that its workspace ships with. */
async function preferredMatch(
  found: Exclude<OriginCarrier, { readonly kind: 'certain' }>,
  workspacePk: number,
  transaction: Transaction,
): Promise<CarrierMatch | undefined> {
  const matches = found.kind === 'several' ? found.matches : found.guesses;
  const open = matches.filter(({ certainty }) => certainty !== 'shaped');
  if (open.length === 0) return undefined;
  const preferred = await preferredCarriers(workspacePk, transaction);
  return preferred
    .map((code) => open.find((match) => match.code === code))
    .find((match) => match !== undefined);
}

/** What a workspace ships with, read once in a unit of work. */
async function preferredCarriers(workspacePk: number, transaction: Transaction): Promise<readonly string[]> {
  const known = transaction.get(PREFERRED_CARRIERS);
  const found = known.get(workspacePk);
  if (found) return found;
  const [row] = await transaction.rows<{ preferred: string | null }>(
    `SELECT ${w.preferredCarriers} AS preferred FROM ${w.table} WHERE ${w.pk} = ?`,
    [workspacePk],
  );
  const preferred = JSON.parse(row?.preferred ?? '[]') as readonly string[];
  known.set(workspacePk, preferred);
  return preferred;
}

/** A carrier that a client names is in the catalogue; several equally certain ones of a number are refused with suggestions. */
export const originCarrierIsKnown: Validator<Shipment> = ({ before, after, sent }, transaction) => {
  if (!after) return [];
  const given = sent.get('originCarrier');
  if (typeof given === 'string')
    return given === before?.originCarrier || carrierByCode(given) ? [] : [isUnknown(given)];
  const matches = transaction.get(SUGGESTED_CARRIERS).get(after.id);
  return matches ? [isAmbiguous(matches)] : [];
};

/** A new number without a chosen carrier, or a client that takes its choice back. */
function isToBeDetected({ before, after, sent }: Change<Shipment>): boolean {
  if (!before || !after) return true;
  const isChosen = before.originCarrier !== null && before.carrierIsDetected === 0;
  if (sent.has('originCarrier') && isChosen) return true;
  return !isChosen && effectiveTrackingNumber(after) !== effectiveTrackingNumber(before);
}

const isUnknown = (code: string): Violation => ({
  propertyPath: 'originCarrier',
  message: `There is no carrier with the code "${code}". GET /public/carriers lists them.`,
  code: CODE.choice,
});

const isAmbiguous = (matches: readonly SuggestedCarrier[]): Violation => ({
  propertyPath: 'originCarrier',
  message: `The tracking number may be of ${matches.map(({ name }) => name).join(' or of ')}: choose the carrier.`,
  code: CODE.carrier,
  payload: { suggestedCarriers: matches.map(({ code, name }) => ({ code, name })) },
});
