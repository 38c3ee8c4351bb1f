import { carrierByCode } from '../reference-data/carriers/carriers.js';
import { originCarrierOf } from '../reference-data/carriers/detect-carriers.js';
import type { Change, Rule } from '../../core/metadata/resource.js';
import { CODE, type Violation } from '../../core/metadata/violation.js';
import { heldNumber } from '../shipments/held-number.js';
import type { Shipment } from '../shipments/shipment.entity.js';
import { countryColumns } from './country-columns.js';
import { isDetectedAsTest } from './test-carrier.js';

/**
 * A carrier that a client names is in the catalogue, and stays. Where none is named, the number says whose it is: one
 * certain match is taken, several equally certain ones are refused with suggestions, and a number that nobody knows is
 * welcome; so is one of a shop that has its own word for the carrier. An empty or null `originCarrier` asks for detection.
 */
export const originCarrierIsKnown: Rule<Shipment> = (change) => {
  const { before, after, sent } = change;
  if (!after) return [];
  const given = sent.get('originCarrier');
  if (typeof given === 'string') {
    if (given === before?.originCarrier) return [];
    after.carrierIsDetected = 0;
    return carrierByCode(given) ? [] : [isUnknown(given)];
  }
  if (!isToBeDetected(change)) {
    if (before) after.originCarrier = before.originCarrier;
    return [];
  }
  after.originCarrier = null;
  after.carrierIsDetected = 0;
  const number = heldNumber(after);
  if (number === null || !isDetectedAsTest(number)) return [];
  const found = originCarrierOf(number);
  // a shop says what it likes of carriers: what it calls "custom" is nobody's
  if (found.kind === 'several')
    return typeof after.trackingCarrier === 'string' ? [] : [isAmbiguous(found.matches)];
  if (found.kind === 'none') return [];
  const { code, countryIso2 } = found.match;
  after.originCarrier = code;
  after.carrierIsDetected = 1;
  if (countryIso2 !== null) Object.assign(after, countryColumns('origin', countryIso2));
  return [];
};

/** A new number without a chosen carrier, or a client that takes its choice back. */
function isToBeDetected({ before, after, sent }: Change<Shipment>): boolean {
  if (!before || !after) return true;
  const isChosen = before.originCarrier !== null && before.carrierIsDetected === 0;
  if (sent.has('originCarrier') && isChosen) return true;
  return !isChosen && heldNumber(after) !== heldNumber(before);
}

const isUnknown = (code: string): Violation => ({
  propertyPath: 'originCarrier',
  message: `There is no carrier with the code "${code}". GET /public/carriers lists them.`,
  code: CODE.choice,
});

const isAmbiguous = (matches: readonly { readonly code: string; readonly name: string }[]): Violation => ({
  propertyPath: 'originCarrier',
  message: `The tracking number may be of ${matches.map(({ name }) => name).join(' or of ')}: choose the carrier.`,
  code: CODE.carrier,
  payload: { suggestedCarriers: matches.map(({ code, name }) => ({ code, name })) },
});
