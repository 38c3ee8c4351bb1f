import { carrierByCode, TEST_CARRIER, trackingLink } from './carriers.js';
import { normalTrackingNumber } from './normal-tracking-number.js';
import { CERTAINTIES, type Certainty } from './number-format.js';
import { NUMBER_FORMATS } from './number-formats.js';
import { postalItem } from './postal-item.js';

/** A carrier whose number it may be. */
export interface CarrierMatch {
  readonly code: string;
  readonly name: string;
  /** From 0 to 1; 1 only when the check digit holds for this carrier and no other. */
  readonly confidence: number;
  readonly certainty: Certainty;
  /** Of the post that issued the number; of other numbers, of a carrier that works in one country alone. */
  readonly countryIso2: string | null;
  /** What the number is, in words: `FedEx Ground`. */
  readonly format: string;
  /** Where the carrier shows the parcel. */
  readonly trackingUrl: string | null;
}

/** What the number alone says about who carries the parcel. */
export type OriginCarrier =
  | { readonly kind: 'certain'; readonly match: CarrierMatch }
  /** Several are equally likely: the client has to say which it is. */
  | { readonly kind: 'several'; readonly matches: readonly CarrierMatch[] }
  /** Nobody, or somebody perhaps: too little to go by. */
  | { readonly kind: 'none'; readonly guesses: readonly CarrierMatch[] };

const CONFIDENCE: Readonly<Record<Certainty, { readonly alone: number; readonly shared: number }>> = {
  checked: { alone: 1, shared: 0.8 },
  marked: { alone: 0.6, shared: 0.4 },
  shaped: { alone: 0.2, shared: 0.1 },
};

/** A number of the test carrier: `TM`, the three digits of a status, letters or digits, `TM`. */
const TEST_NUMBER = /^TM[0-9]{3}[0-9A-Z]+TM$/;

interface Found {
  readonly code: string;
  readonly certainty: Certainty;
  readonly format: string;
  readonly country?: string;
}

/** The carriers whose number it may be, each once, the most certain first. */
export const detectCarriers = (text: string): readonly CarrierMatch[] =>
  carriersOf(normalTrackingNumber(text));

/** The carriers of a number that is normal already. */
export function carriersOf(number: string): readonly CarrierMatch[] {
  const rank = ({ certainty }: Found): number => CERTAINTIES.indexOf(certainty);
  const found = formsOf(number).toSorted((one, other) => rank(one) - rank(other));
  const best = found.filter(({ code }, index) => found.findIndex((each) => each.code === code) === index);
  return best.map((each) => matchOf(each, number, best));
}

/** Who carries a parcel with this number, as far as a shipment may rely on it. */
export function originCarrierOf(text: string): OriginCarrier {
  const matches = detectCarriers(text);
  const [first] = matches;
  if (!first || first.certainty === 'shaped') return { kind: 'none', guesses: matches };
  const equal = matches.filter(({ certainty }) => certainty === first.certainty);
  return equal.length === 1 ? { kind: 'certain', match: first } : { kind: 'several', matches: equal };
}

/** All forms that the number has, but a test number is nothing else. */
function formsOf(number: string): Found[] {
  if (TEST_NUMBER.test(number)) return [{ code: TEST_CARRIER, certainty: 'checked', format: 'Test number' }];
  const item = postalItem(number);
  const others = NUMBER_FORMATS.filter((format) => format.fits(number));
  return [
    ...(item
      ? [{ code: item.carrier, certainty: 'checked', format: 'UPU S10', country: item.countryIso2 } as const]
      : []),
    ...others.map(({ carrier, certainty, name }) => ({ code: carrier, certainty, format: name })),
  ];
}

function matchOf(
  { code, certainty, format, country }: Found,
  number: string,
  all: readonly Found[],
): CarrierMatch {
  const carrier = carrierByCode(code);
  const [home, ...others] = carrier?.countryIso2Codes ?? [];
  const isShared = all.filter((each) => each.certainty === certainty).length > 1;
  return {
    code,
    name: carrier?.name ?? code,
    confidence: CONFIDENCE[certainty][isShared ? 'shared' : 'alone'],
    certainty,
    countryIso2: country ?? (home !== undefined && others.length === 0 ? home : null),
    format,
    trackingUrl: trackingLink(code, number),
  };
}
