import { Answered, AnsweredList, MOMENT, TEXT_OR_NULL } from '../../core/http/dto/answers.js';
import { Dto } from '../../core/http/dto/dto.js';
import { dtoSchema } from '../../core/openapi/dto-schema.js';
import type { Schema } from '../../core/openapi/types.js';
import { DATES, DIMENSIONS, INTERVALS, TRANSIT_GROUPS } from './question.dto.js';

const DAYS: Schema = {
  type: ['number', 'null'],
  description: 'Days with one decimal; null of no shipments.',
};

@Dto({ name: 'AnalyticsCount', description: 'How many shipments, and the list of just these.' })
class CountAnswer {
  @Answered({ type: 'integer', minimum: 0 })
  readonly value!: number;

  @Answered({ type: 'string', format: 'iri-reference', description: 'Its `hydra:totalItems` is the value.' })
  readonly shipments!: string;
}

const Counted = (): PropertyDecorator => Answered((components) => dtoSchema(CountAnswer, components));

@Dto({ name: 'AnalyticsRate', description: 'A share of some shipments.' })
class RateAnswer {
  @Answered({ type: ['number', 'null'], minimum: 0, maximum: 1, description: 'Null of no shipments.' })
  readonly value!: number | null;

  @Counted()
  readonly of!: object;
}

const Rated = (): PropertyDecorator => Answered((components) => dtoSchema(RateAnswer, components));

@Dto({ name: 'AnalyticsTimes', description: 'How long something took.' })
class TimesAnswer {
  @Answered(DAYS)
  readonly mean!: number | null;

  @Answered(DAYS)
  readonly median!: number | null;

  @Answered(DAYS)
  readonly p90!: number | null;

  @Answered(DAYS)
  readonly p95!: number | null;

  @Counted()
  readonly of!: object;
}

const Timed = (): PropertyDecorator => Answered((components) => dtoSchema(TimesAnswer, components));

@Dto({ name: 'AnalyticsPunctuality', description: 'Deliveries against the date that the carrier told.' })
class PunctualityAnswer {
  @Counted()
  readonly early!: object;

  @Counted()
  readonly onTime!: object;

  @Counted()
  readonly late!: object;

  @Rated()
  readonly onTimeRate!: object;
}

const Judged = (): PropertyDecorator => Answered((components) => dtoSchema(PunctualityAnswer, components));

@Dto({ name: 'AnalyticsScore', description: 'What customers gave in reviews.' })
class ScoreAnswer {
  @Answered({ type: ['number', 'null'], minimum: 1, maximum: 5 })
  readonly mean!: number | null;

  @Counted()
  readonly of!: object;
}

const EDGE: Schema = { type: ['string', 'null'], format: 'date-time' };

/** What was asked, as it was understood. */
class PeriodAnswer {
  @Answered(EDGE) readonly from!: string | null;
  @Answered(EDGE) readonly to!: string | null;
  @Answered({ type: 'string', enum: [...DATES] }) readonly date!: string;
  @Answered({ type: 'string', examples: ['Europe/Berlin'] }) readonly tz!: string;
  @Answered({ type: 'string', enum: ['calendar', 'business'] }) readonly days!: string;
  @Answered() readonly idleDays!: number;
}

class MetricsAnswer {
  @Counted() readonly created!: object;
  @Counted() readonly shipped!: object;
  @Counted() readonly delivered!: object;
  @Counted() readonly pending!: object;
  @Counted() readonly inTransit!: object;
  @Counted() readonly exception!: object;
  @Counted() readonly returned!: object;
  @Counted() readonly cancelled!: object;
  @Rated() readonly deliveryRate!: object;
  @Rated() readonly pendingRate!: object;
  @Rated() readonly exceptionRate!: object;
  @Rated() readonly returnRate!: object;
  @Counted() readonly firstAttempt!: object;
  @Rated() readonly firstAttemptRate!: object;
  @Timed() readonly orderToShip!: object;
  @Timed() readonly shipToFirstScan!: object;
  @Timed() readonly transitTime!: object;
  @Timed() readonly orderToDelivery!: object;
  @Judged() readonly punctuality!: object;
  @Judged() readonly firstPunctuality!: object;
  @Counted() readonly idle!: object;
  @Answered((components) => dtoSchema(ScoreAnswer, components)) readonly reviewScore!: object;
}

@Dto({ name: 'AnalyticsSummary' })
export class SummaryAnswer extends PeriodAnswer {
  @Counted() readonly created!: object;
  @Counted() readonly shipped!: object;
  @Counted() readonly delivered!: object;
  @Counted() readonly pending!: object;
  @Counted() readonly inTransit!: object;
  @Counted() readonly exception!: object;
  @Counted() readonly returned!: object;
  @Counted() readonly cancelled!: object;
  @Rated() readonly deliveryRate!: object;
  @Rated() readonly pendingRate!: object;
  @Rated() readonly exceptionRate!: object;
  @Rated() readonly returnRate!: object;
  @Counted() readonly firstAttempt!: object;
  @Rated() readonly firstAttemptRate!: object;
  @Timed() readonly orderToShip!: object;
  @Timed() readonly shipToFirstScan!: object;
  @Timed() readonly transitTime!: object;
  @Timed() readonly orderToDelivery!: object;
  @Judged() readonly punctuality!: object;
  @Judged() readonly firstPunctuality!: object;
  @Counted() readonly idle!: object;
  @Answered((components) => dtoSchema(ScoreAnswer, components)) readonly reviewScore!: object;
}

class IntervalAnswer extends MetricsAnswer {
  @Answered({ type: 'string', format: 'date', description: 'Its first day.' })
  readonly day!: string;

  @Answered(MOMENT)
  readonly from!: string;

  @Answered({ ...MOMENT, description: 'The first moment after it.' })
  readonly to!: string;
}

@Dto({ name: 'AnalyticsSeries' })
export class SeriesAnswer extends PeriodAnswer {
  @Answered({ type: 'string', enum: [...INTERVALS] })
  readonly interval!: string;

  @AnsweredList(IntervalAnswer)
  readonly intervals!: readonly object[];
}

class GroupAnswer extends MetricsAnswer {
  @Answered({
    type: ['string', 'integer', 'null'],
    description: 'The value; null of shipments without one. Of a lane `CN-DE`, of a weekday 1 (Monday) to 7.',
  })
  readonly key!: string | number | null;

  @Answered({ ...TEXT_OR_NULL, description: 'Of a lane.' }, true)
  readonly originCountryIso2?: string | null;

  @Answered({ ...TEXT_OR_NULL, description: 'Of a lane.' }, true)
  readonly destinationCountryIso2?: string | null;
}

@Dto({ name: 'AnalyticsBreakdown' })
export class BreakdownAnswer extends PeriodAnswer {
  @Answered({ type: 'string', enum: [...DIMENSIONS] })
  readonly by!: string;

  @AnsweredList(GroupAnswer)
  readonly groups!: readonly object[];
}

@Dto({ name: 'AnalyticsClass', description: 'Shipments from so many days on to less than so many.' })
class ClassAnswer {
  @Answered({ type: 'integer', minimum: 0 })
  readonly from!: number;

  @Answered({ type: ['integer', 'null'], description: 'Null of the last one, which has no end.' })
  readonly to!: number | null;

  @Counted()
  readonly count!: object;
}

@Dto({ name: 'AnalyticsTransit' })
class TransitAnswer {
  @Answered(DAYS) readonly mean!: number | null;
  @Answered(DAYS) readonly p50!: number | null;
  @Answered(DAYS) readonly p75!: number | null;
  @Answered(DAYS) readonly p90!: number | null;
  @Answered(DAYS) readonly p95!: number | null;
  @Counted() readonly of!: object;
  @AnsweredList(ClassAnswer) readonly histogram!: readonly object[];
}

class TransitGroupAnswer extends TransitAnswer {
  @Answered(TEXT_OR_NULL, true) readonly originCarrier?: string | null;
  @Answered(TEXT_OR_NULL, true) readonly originCountryIso2?: string | null;
  @Answered(TEXT_OR_NULL, true) readonly destinationCountryIso2?: string | null;
}

@Dto({ name: 'AnalyticsTransitTimes' })
export class TransitTimesAnswer extends PeriodAnswer {
  @Answered({ type: 'string', enum: [...TRANSIT_GROUPS] })
  readonly by!: string;

  @Answered((components) => dtoSchema(TransitAnswer, components))
  readonly overall!: object;

  @AnsweredList(TransitGroupAnswer)
  readonly groups!: readonly object[];
}

@Dto({ name: 'AnalyticsException' })
class ExceptionAnswer extends CountAnswer {
  @Answered(DAYS) readonly medianAge!: number | null;
  @Answered(DAYS) readonly oldestAge!: number | null;
  @AnsweredList(ClassAnswer) readonly ages!: readonly object[];
}

const Troubles = (): PropertyDecorator => Answered((components) => dtoSchema(ExceptionAnswer, components));

@Dto({ name: 'AnalyticsExceptions' })
export class ExceptionsAnswer extends PeriodAnswer {
  @Troubles() readonly late!: object;
  @Troubles() readonly stuck!: object;
  @Troubles() readonly returned!: object;
  @Troubles() readonly failedAttempts!: object;
}
