import { Answered, AnsweredList, MOMENT, TEXT_OR_NULL } from '../../core/http/dto/answers.js';
import { Dto } from '../../core/http/dto/dto.js';
import { dtoSchema } from '../../core/openapi/dto-schema.js';
import { nullable } from '../../core/openapi/field-schema.js';

const MOMENT_OR_NULL = nullable(MOMENT);

export class PublicCarrier {
  @Answered()
  readonly code!: string;

  @Answered()
  readonly name!: string;

  @Answered(TEXT_OR_NULL)
  readonly url!: string | null;
}

export class PublicCheckpoint {
  @Answered(MOMENT)
  readonly checkpointDate!: string;

  @Answered(TEXT_OR_NULL)
  readonly info!: string | null;

  @Answered(TEXT_OR_NULL)
  readonly location!: string | null;

  @Answered(TEXT_OR_NULL)
  readonly rel!: string | null;
}

export class PublicItem {
  @Answered(TEXT_OR_NULL)
  readonly productName!: string | null;

  @Answered()
  readonly qty!: number;

  @Answered(TEXT_OR_NULL)
  readonly imageUrl!: string | null;
}

const CARRIER_OR_NULL = Answered((components) => nullable(dtoSchema(PublicCarrier, components)));

export class PublicShipment {
  @Answered({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @Answered(TEXT_OR_NULL)
  readonly trackingNumber!: string | null;

  @Answered(TEXT_OR_NULL)
  readonly trackingStatus!: string | null;

  @Answered({ type: 'array', items: { type: 'string' } })
  readonly orderNumbers!: readonly string[];

  @CARRIER_OR_NULL
  readonly originCarrier!: PublicCarrier | null;

  @CARRIER_OR_NULL
  readonly destinationCarrier!: PublicCarrier | null;

  @Answered(TEXT_OR_NULL)
  readonly originCountryIso2!: string | null;

  @Answered(TEXT_OR_NULL)
  readonly destinationCountryIso2!: string | null;

  @Answered(MOMENT)
  readonly createdAt!: string;

  @Answered(MOMENT_OR_NULL)
  readonly shippedAt!: string | null;

  @Answered(MOMENT_OR_NULL)
  readonly expectedDeliveryDate!: string | null;

  @Answered(MOMENT_OR_NULL)
  readonly lastStatusUpdate!: string | null;

  @AnsweredList(PublicCheckpoint)
  readonly checkpoints!: readonly PublicCheckpoint[];

  @AnsweredList(PublicItem)
  readonly items!: readonly PublicItem[];

  @Answered({ type: 'boolean', description: 'It has a review already.' })
  readonly reviewed!: boolean;
}

class ShownPage {
  @Answered(TEXT_OR_NULL)
  readonly title!: string | null;

  @Answered()
  readonly subdomain!: string;

  @Answered()
  readonly reviewsEnabled!: boolean;

  @Answered(TEXT_OR_NULL)
  readonly sidebarField!: string | null;

  @Answered(TEXT_OR_NULL)
  readonly trackingNumberField!: string | null;

  @Answered(TEXT_OR_NULL)
  readonly customThemeId!: string | null;

  @Answered({ type: 'object', additionalProperties: true })
  readonly builder!: object;
}

/** A page as its customers see it. It says nothing about the customer: no addresses, names, e-mail or phone numbers. */
@Dto({ name: 'PublicTrackingPage' })
export class PublicPage {
  @Answered((components) => dtoSchema(ShownPage, components))
  readonly trackingPage!: ShownPage;

  @AnsweredList(PublicShipment)
  readonly shipments!: readonly PublicShipment[];
}
