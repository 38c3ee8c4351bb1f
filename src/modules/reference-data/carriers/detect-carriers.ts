import { Answered } from '../../../core/http/dto/answers.js';
import { Dto } from '../../../core/http/dto/dto.js';
import { carrierByCode, TEST_CARRIER, carrierTrackingUrl } from './carriers.js';
import { normalizeTrackingNumber } from './normalize-tracking-number.js';
import { CARRIER_ROWS } from './catalogue/catalogue.js';
import { CERTAINTIES, type Certainty, numberFormats } from './number-format.js';
import { postalItem } from './postal-item.js';

/** A carrier whose number it may be. */
@Dto({ name: 'CarrierMatch' })
export class CarrierMatch {
  @Answered({ type: 'string', examples: ['royal-mail'] })
  readonly code!: string;

  @Answered({ type: 'string', examples: ['Royal Mail'] })
  readonly name!: string;

  /** From 0 to 1; how sure it is follows from how many have the same right to the number. */
  @Answered({
    type: 'number',
    minimum: 0,
    maximum: 1,
    description:
      '1: only this carrier issues such numbers, and the check digit holds. 0.9: only it issues them, without a check digit. Less: a candidate, which a shipment does not take for its carrier.',
  })
  readonly confidence!: number;

  @Answered({
    type: 'string',
    enum: CERTAINTIES,
    description:
      "`checked`: the check digit holds. `marked`: it has the letters of the carrier's numbers. `shaped`: it is as long as the carrier's numbers.",
  })
  readonly certainty!: Certainty;

  /** Of the post that issued the number; of other numbers, of a carrier that works in one country alone. */
  @Answered({
    type: ['string', 'null'],
    description: 'The country of the post or carrier.',
    examples: ['GB'],
  })
  readonly countryIso2!: string | null;

  /** What the number is, in words: `FedEx Ground`. */
  @Answered({ type: 'string', examples: ['UPU S10'] })
  readonly format!: string;

  @Answered({ type: ['string', 'null'], description: 'Where the carrier shows the parcel.' })
  readonly trackingUrl!: string | null;
}

/** What the number alone says about who carries the parcel. */
export type OriginCarrier =
  | { readonly kind: 'certain'; readonly match: CarrierMatch }
  /** Several are equally likely: the client has to say which it is. */
  | { readonly kind: 'several'; readonly matches: readonly CarrierMatch[] }
  /** Nobody, or somebody perhaps: too little to go by. */
  | { readonly kind: 'none'; readonly guesses: readonly CarrierMatch[] };

/** Confidence, by how many have the same right to a number: `exclusive` is what one carrier alone issues. */
const CONFIDENCE: Readonly<
  Record<Certainty, { readonly exclusive: number; readonly alone: number; readonly shared: number }>
> = {
  checked: { exclusive: 1, alone: 0.6, shared: 0.5 },
  marked: { exclusive: 0.9, alone: 0.4, shared: 0.3 },
  shaped: { exclusive: 0.2, alone: 0.2, shared: 0.1 },
};

/** From here on a match is certain. */
const CERTAIN = 0.9;

/** A number of the test carrier: `TM`, the three digits of a status, letters or digits, `TM`. */
const TEST_NUMBER = /^TM[0-9]{3}[0-9A-Z]+TM$/;

interface FittingFormat {
  readonly code: string;
  readonly certainty: Certainty;
  readonly isExclusive: boolean;
  readonly format: string;
  readonly country?: string;
}

/** The forms of all carriers but those of UPU S10; equally likely carriers come in the order of their codes. */
const NUMBER_FORMATS = CARRIER_ROWS.flatMap(([code, { formats = [] }]) =>
  formats.flatMap((format) => numberFormats(code, format)),
).toSorted((one, other) => (one.carrier < other.carrier ? -1 : one.carrier > other.carrier ? 1 : 0));

/** The carriers whose number it may be, each once, the most certain first. */
export const detectCarriers = (text: string): readonly CarrierMatch[] =>
  detectNormalized(normalizeTrackingNumber(text));

/** The carriers of a number that is normal already. */
export function detectNormalized(number: string): readonly CarrierMatch[] {
  const found = formsOf(number).toSorted((one, other) => rankOf(one) - rankOf(other));
  const best = found.filter(({ code }, index) => found.findIndex((each) => each.code === code) === index);
  return best
    .map((each) => matchOf(each, number, best))
    .toSorted((one, other) => other.confidence - one.confidence);
}

/** Who carries a parcel with this number, as far as a shipment may rely on it. */
export function detectOriginCarrier(text: string): OriginCarrier {
  const matches = detectCarriers(text);
  const [first] = matches;
  if (first && first.confidence >= CERTAIN) return { kind: 'certain', match: first };
  const equal = matches.filter(({ certainty }) => certainty === first?.certainty);
  const isOpen = first !== undefined && first.certainty !== 'shaped' && equal.length > 1;
  return isOpen ? { kind: 'several', matches: equal } : { kind: 'none', guesses: matches };
}

const rankOf = ({ certainty }: FittingFormat): number => CERTAINTIES.indexOf(certainty);

/** All forms that the number has, but a test number is nothing else. */
function formsOf(number: string): FittingFormat[] {
  if (TEST_NUMBER.test(number))
    return [{ code: TEST_CARRIER, certainty: 'checked', isExclusive: true, format: 'Test number' }];
  const item = postalItem(number);
  const fitting = NUMBER_FORMATS.filter((format) => format.fits(number));
  const isOwned = fitting.some(({ isExclusive }) => isExclusive);
  const others = fitting.filter(({ unlessExclusive }) => !(unlessExclusive && isOwned));
  return [
    ...(item
      ? [
          {
            code: item.carrier,
            certainty: 'checked',
            isExclusive: true,
            format: 'UPU S10',
            country: item.countryIso2,
          } as const,
        ]
      : []),
    ...others.map(({ carrier, certainty, isExclusive, name }) => ({
      code: carrier,
      certainty,
      isExclusive,
      format: name,
    })),
  ];
}

function matchOf(found: FittingFormat, number: string, all: readonly FittingFormat[]): CarrierMatch {
  const { code, certainty, format, country } = found;
  const carrier = carrierByCode(code);
  const [home, ...others] = carrier?.countryIso2Codes ?? [];
  return {
    code,
    name: carrier?.name ?? code,
    confidence: confidenceOf(found, all),
    certainty,
    countryIso2: country ?? (home !== undefined && others.length === 0 ? home : null),
    format,
    trackingUrl: carrierTrackingUrl(code, number),
  };
}

/** Letters of one's own stay one's own, whoever has such letters as well; two check digits that hold decide nothing. */
function confidenceOf({ certainty, isExclusive }: FittingFormat, all: readonly FittingFormat[]): number {
  const isShared = all.filter((each) => each.certainty === certainty).length > 1;
  const { exclusive, alone, shared } = CONFIDENCE[certainty];
  if (isExclusive && (certainty === 'marked' || !isShared)) return exclusive;
  return isShared ? shared : alone;
}
