import { IsNotEmpty, IsOptional, ValidateBy } from 'class-validator';
import { resolveCarrierOrService } from '../reference-data/carriers/carrier-names.js';
import { isTrackingNumber } from '../reference-data/carriers/normalize-tracking-number.js';
import {
  parseTrackingNumbers,
  searchedTrackingNumber,
} from '../reference-data/carriers/parse-tracking-numbers.js';
import type { Database } from '../../core/database/database.js';
import { IdOrIri, ListOf, textFrom } from '../../core/http/dto/fields.js';
import { Dto, Field } from '../../core/http/dto/dto.js';
import { and, isIn } from '../../core/metadata/condition.js';
import { CODE } from '../../core/metadata/violation.js';
import { EXAMPLE_ID } from '../../core/openapi/field-schema.js';
import type { Caller } from '../../core/store/caller.js';
import { isAboutShipment } from './reported-carrier.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from '../shipments/shipment.entity.js';

const shipments = sqlNames(Shipment);

/** Numbers of one request at most. */
const MAX_NUMBERS = 1000;

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

const OneOfTheCatalogue = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isCarrier',
      validator: {
        validate: (value) => resolveCarrierOrService(value as string) !== undefined,
        defaultMessage: (about) =>
          `There is no carrier with the code "${String(about?.value).toLowerCase().slice(0, 100)}". GET /public/carriers lists them.`,
      },
    },
    { context: { code: CODE.choice } },
  );

class SentNumber {
  @Field(textFrom, { type: 'string', examples: ['RB123456785GB'] }, IsNotEmpty())
  readonly number!: string;

  @OneOfTheCatalogue()
  @Field(
    textFrom,
    {
      type: 'string',
      description: "The carrier's code: other carriers' shipments with this number are left alone.",
      examples: ['royal-mail'],
    },
    IsOptional(),
  )
  readonly originCarrier?: string;
}

const WORKSPACE = {
  description: 'The id or IRI of a workspace; without it all that the client may write in.',
  examples: [EXAMPLE_ID],
};

/** `{"trackingNumbers": [{"number": "RB123456785GB", "originCarrier": "royal-mail"}]}` */
@Dto({ name: 'TrackingNumbersToCheck' })
export class NumbersToCheck {
  @IdOrIri(WORKSPACE)
  readonly workspaceId?: string;

  @ListOf(() => SentNumber, { required: true, max: MAX_NUMBERS })
  readonly trackingNumbers!: readonly SentNumber[];
}

@Dto({ name: 'TrackingNumbersToCheckLater' })
export class NumbersToCheckLater {
  @IdOrIri(WORKSPACE)
  readonly workspaceId?: string;

  @ListOf(() => SentNumber, { max: MAX_NUMBERS })
  readonly trackingNumbers?: readonly SentNumber[];
}

/** A field may have several numbers. */
export const requestedNumbers = (sent: readonly SentNumber[]): readonly RequestedNumber[] =>
  sent.flatMap(({ number: text, originCarrier = '' }) => {
    const read = parseTrackingNumbers(text);
    const numbers = read.kind === 'numbers' ? read.numbers : [searchedTrackingNumber(text)];
    return numbers.map((number) => ({ number, carrier: resolveCarrierOrService(originCarrier) ?? null }));
  });

/** The caller's shipments with these numbers, of that carrier or a related one; what is only a guess is no other. */
export async function shipmentsWith(
  asked: readonly RequestedNumber[],
  caller: Caller,
  database: Database,
): Promise<readonly MatchingShipment[]> {
  const numbers = [...new Set(asked.map(({ number }) => number))].filter(isTrackingNumber);
  const where = and([
    isIn('workspacePk', [...caller.scope.workspaces.keys()]),
    isIn('trackingNumber', numbers),
  ]);
  const rows = (await database.read(
    `SELECT ${shipments.pk}, ${shipments.id}, ${shipments.trackingNumber}, ${shipments.originCarrier}, ${shipments.carrierIsDetected}
      FROM ${shipments.table}
      WHERE ${where.sql}
      ORDER BY ${shipments.pk}`,
    where.params,
    caller,
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
