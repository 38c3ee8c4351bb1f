import { ArrayMaxSize, IsDefined, IsOptional } from 'class-validator';
import { InvalidInput, type Problem } from '../../../core/http/dto/problems.js';
import { Dto, Field, type Reader } from '../../../core/http/dto/dto.js';
import { readInto } from '../../../core/http/dto/read-dto.js';
import { BadInput } from '../../../core/metadata/errors.js';
import { dtoSchema } from '../../../core/openapi/dto-schema.js';
import {
  normalizeTrackingNumber,
  MAX_TRACKING_NUMBER_LENGTH,
} from '../../../modules/reference-data/carriers/normalize-tracking-number.js';
import { merchantTrackingNumbers } from '../../../modules/reference-data/carriers/parse-tracking-numbers.js';
import { containsUrl } from '../../../modules/reference-data/carriers/tracking-urls.js';
import { invalid } from '../errors.js';
import { orNull, text, freeText } from '../schema-helpers.js';
import { LongText, MagentoBody, sentValue, Text, trimmed } from './fields.js';

/** What is nobody's: any number is welcome there. */
export const CUSTOM = 'custom';

/** Tracks of one shipment at most. */
export const MAX_TRACKS = 100;

/** Characters of a field at most, which may be an address or have several numbers. */
const MAX_FIELD_LENGTH = 1000;

/** A number that a shop has written. */
export interface WrittenNumber {
  /** As the shop writes it. */
  readonly trackNumber: string;
  /** As it is kept; null where the shop says that there is none, as `N/A` does. */
  readonly number: string | null;
}

/** Each number in a field. @throws BadInput. */
function numbersIn(value: unknown, path: string): readonly WrittenNumber[] {
  const written = trimmed(value, path) ?? '';
  const length = [...written].length;
  const numbers = length > MAX_FIELD_LENGTH ? undefined : merchantTrackingNumbers(written);
  if (!numbers || !/[A-Z\d]/.test(normalizeTrackingNumber(written))) throw invalid('track_number');
  const [number = null, ...others] = numbers;
  const isKept = others.length === 0 && length <= MAX_TRACKING_NUMBER_LENGTH;
  if (others.length === 0 && !isKept && !containsUrl(written)) throw invalid('track_number');
  if (isKept || number === null) return [{ trackNumber: written, number }];
  return numbers.map((each) => ({ trackNumber: each, number: each }));
}

const TRACK_NUMBER = text('It has a letter or a digit.', 'BR123456789', 100);

/** A field with one number or several. */
export const TrackNumber = (): PropertyDecorator => Field(numbersIn, TRACK_NUMBER, IsDefined());

/** A field of a body that may be a track itself; where it is none there is nothing. */
export const TrackNumberOfBody = (): PropertyDecorator =>
  Field(
    (value, path, fields) => (isTrack(fields) ? numbersIn(value, path) : undefined),
    TRACK_NUMBER,
    IsOptional(),
  );

/** Whether a body has a field of a track. */
const isTrack = (fields: Readonly<Record<string, unknown>>): boolean =>
  sentValue(fields, 'carrier_code', 'title', 'track_number', 'description') !== undefined;

export const CarrierCode = (): PropertyDecorator =>
  Text({ ...text("The shop's word for the carrier.", CUSTOM, 100), default: CUSTOM });

export const Title = (): PropertyDecorator => Text(orNull(text("The carrier's name.", 'Carrier')));

export const Description = (): PropertyDecorator => LongText(freeText());

/** A parcel's number, with what the shop says of it. */
@Dto({ name: 'NewTrack' })
export class NewTrack extends MagentoBody {
  @TrackNumber()
  readonly track_number!: readonly WrittenNumber[];

  @CarrierCode()
  readonly carrier_code?: string;

  @Title()
  readonly title?: string;

  @Description()
  readonly description?: string;
}

/** Tracks, of which the first is the parcel itself. @throws BadInput where the body is a track as well. */
export function Tracks(): PropertyDecorator {
  const read: Reader = (value, path, fields) => {
    const list = value ?? [];
    if (!Array.isArray(list) || list.length > MAX_TRACKS) throw invalid(path);
    if (isTrack(fields) && list.length > 0) throw new BadInput('Either tracks or track_number, not both');
    const problems: Problem[] = [];
    const tracks = list.map((each, index) => readInto(NewTrack, each, `${path}[${index}]`, problems));
    if (problems.length > 0) throw new InvalidInput(problems);
    return tracks;
  };
  const description = 'The first is the parcel itself; not together with `track_number`.';
  return Field(
    read,
    (components) => ({ type: 'array', description, items: dtoSchema(NewTrack, components) }),
    IsOptional(),
    ArrayMaxSize(MAX_TRACKS),
  );
}
