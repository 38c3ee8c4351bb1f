import { IsOptional } from 'class-validator';
import { parseMoment } from '../../core/metadata/datetime.js';
import { TimeZone } from '../../core/metadata/time-zone.js';
import { Field } from '../../core/http/dto/dto.js';
import { Choice, Range, rule, textFrom } from '../../core/http/dto/fields.js';

/** The moments of a shipment by which a period picks shipments. */
export const DATES = ['createdAt', 'shippedAt', 'deliveredAt'] as const;
export type PeriodDate = (typeof DATES)[number];

export const INTERVALS = ['day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

export const DIMENSIONS = [
  'originCarrier',
  'destinationCarrier',
  'destinationCountryIso2',
  'originCountryIso2',
  'trackingStatus',
  'lane',
  'integration',
  'weekday',
] as const;
export type BreakdownBy = (typeof DIMENSIONS)[number];

export const TRANSIT_GROUPS = ['carrier', 'lane', 'carrier_and_lane'] as const;
export type TransitBy = (typeof TRANSIT_GROUPS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar, or a moment. */
const Edge = (description: string): PropertyDecorator =>
  Field(
    textFrom,
    { type: 'string', description, examples: ['2026-11-01', '2026-11-01T06:00:00Z'] },
    IsOptional(),
    rule('isValid', [], (value) => parseMoment(String(value)) !== undefined),
  );

/** One of some names, whose letters count. */
const OneOf = <T extends string>(
  choices: readonly T[],
  options: { readonly description: string; readonly default?: T },
): PropertyDecorator =>
  Field(
    (value, path, fields) => {
      const text = textFrom(value, path, fields) as string | undefined;
      const meant = choices.find((each) => each.toLowerCase() === text?.toLowerCase());
      return meant ?? text ?? options.default;
    },
    { type: 'string', enum: [...choices], ...options },
    options.default === undefined ? rule('isNotEmpty', [], (value) => value !== undefined) : IsOptional(),
    rule('isIn', [choices], (value) => value === undefined || choices.includes(value as T)),
  );

/** What every question may say beside the filters of shipments. */
export class Question {
  @Edge('Shipments from this day or moment on. A day begins in `tz`.')
  readonly from?: string;

  @Edge('Until the end of this day, or before this moment.')
  readonly to?: string;

  @OneOf(DATES, {
    default: 'createdAt',
    description: 'The date that the period is about. Shipments without it are left out.',
  })
  readonly date!: PeriodDate;

  @Field(
    (value, path, fields) => textFrom(value, path, fields) ?? 'UTC',
    { type: 'string', default: 'UTC', description: 'A time zone of IANA.', examples: ['Europe/Berlin'] },
    IsOptional(),
    rule('isValid', [], (value) => TimeZone.find(String(value)) !== undefined),
  )
  readonly tz!: string;

  @Choice(['calendar', 'business'], {
    default: 'calendar',
    description: 'Which days times are measured in; business days leave out the weekend of the workspace.',
  })
  readonly days!: 'calendar' | 'business';

  @Field(
    (value, path, fields) => {
      const text = textFrom(value, path, fields) as string | undefined;
      return text === undefined ? 7 : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    },
    {
      type: 'integer',
      default: 7,
      description: 'A shipment under way without a checkpoint for so many days is idle.',
    },
    IsOptional(),
    Range(1, 365),
  )
  readonly idleDays!: number;
}

export class SeriesQuestion extends Question {
  @OneOf(INTERVALS, { default: 'day', description: 'Weeks begin on Monday.' })
  readonly interval!: Interval;
}

export class BreakdownQuestion extends Question {
  @OneOf(DIMENSIONS, { description: 'What shipments are grouped by.' })
  readonly by!: BreakdownBy;
}

export class TransitQuestion extends Question {
  @OneOf(TRANSIT_GROUPS, { default: 'carrier_and_lane', description: 'What shipments are grouped by.' })
  readonly by!: TransitBy;
}

/** The names of parameters that are no filters of shipments. */
export const QUESTION_PARAMETERS = [
  'from',
  'to',
  'date',
  'tz',
  'days',
  'idleDays',
  'interval',
  'by',
] as const;

/** The first second of a period, or the one after its end, since 1970. A day is one of the time zone. */
export function edgeOf(text: string, zone: TimeZone, isEnd: boolean): number {
  if (DAY.test(text)) {
    const day = Date.parse(`${text}T00:00:00Z`) / 86_400_000;
    return Math.ceil(zone.startOf(isEnd ? day + 1 : day) / 1000);
  }
  const stored = parseMoment(text) ?? '';
  return Date.parse(`${stored.slice(0, 19).replace(' ', 'T')}Z`) / 1000;
}
