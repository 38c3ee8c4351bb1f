import type { Components } from '../../core/openapi/components.js';
import type { Schema } from '../../core/openapi/types.js';
import { isISO31661Alpha2 } from 'class-validator';
import { resolveCarrierOrService } from '../reference-data/carriers/carrier-names.js';
import {
  singleTrackingNumber,
  trackingNumberProblem,
} from '../reference-data/carriers/parse-tracking-numbers.js';
import { BadInput } from '../../core/metadata/errors.js';
import { carrierTime, saysNone } from './carrier-time.js';
import { isTrackingStatus, TRACKING_STATUSES, type TrackingStatus } from './tracking-statuses.js';
import type { CheckpointReport, TrackingUpdate } from './tracking-update.js';

/** Updates in one request, and checkpoints in one update, at most. */
export const MAX_UPDATES = 1000;
const MAX_CHECKPOINTS = 200;
const MAX_LENGTH = { info: 2000, location: 255, rel: 40 } as const;

const text = (example: string): Schema => ({ type: ['string', 'null'], examples: [example] });

const CHECKPOINT: Schema = {
  type: 'object',
  required: ['date'],
  properties: {
    date: {
      type: 'string',
      format: 'date-time',
      description:
        "The carrier's date: ISO 8601 (other spellings and Unix times are read as well). A time without an offset is in the zone of the `location` where that is known, or else UTC; `0001-01-01` and the like are no dates, and such a checkpoint is left out.",
    },
    status: {
      type: ['string', 'null'],
      enum: [...Object.keys(TRACKING_STATUSES), null],
      description: 'What it means.',
    },
    info: text('Arrived at the sorting centre'),
    location: text('Kassel, DE'),
    rel: { ...text('origin'), description: 'Whose words: of the `origin` or the `destination` carrier.' },
  },
};

const UPDATE: Schema = {
  type: 'object',
  required: ['trackingNumber'],
  properties: {
    trackingNumber: { type: 'string', examples: ['RB123456785GB'] },
    originCarrier: {
      ...text('royal-mail'),
      description:
        'A code or name of the catalogue. It replaces a carrier that was detected, or a related one. Shipments for which a client chose another carrier are left alone.',
    },
    destinationCarrier: text('usps'),
    originCountryIso2: text('GB'),
    destinationCountryIso2: text('US'),
    expectedDeliveryDate: { type: ['string', 'null'], format: 'date-time' },
    checkpoints: { type: 'array', maxItems: MAX_CHECKPOINTS, items: CHECKPOINT },
  },
};

/** The body of a push, in the OpenAPI document. It is read by hand: there may be 200,000 checkpoints, and a DTO takes ten times as long. */
export const updatesSchema = (components: Components): Schema =>
  components.schema('TrackingUpdates', () => ({ type: 'array', maxItems: MAX_UPDATES, items: UPDATE }));

/** An update that can be used, and what of it cannot. */
export interface ValidUpdate extends TrackingUpdate {
  readonly notes: readonly string[];
}

/** An update that cannot be used, and why: each reason names what it is about. */
export interface InvalidUpdate {
  readonly reasons: readonly string[];
}

type SentObject = Readonly<Record<string, unknown>>;

/** The updates of a body: a list, or an object that has it as `updates`. @throws BadInput when it is neither, or too long. */
export function updatesInBody(body: unknown): readonly unknown[] {
  const list = Array.isArray(body) ? (body as unknown[]) : (body as { updates?: unknown } | null)?.updates;
  if (!Array.isArray(list)) throw new BadInput('The body must be a list of updates, or {"updates": […]}.');
  if (list.length > MAX_UPDATES)
    throw new BadInput(`There are too many updates. A request should have ${MAX_UPDATES} or less.`);
  return list as unknown[];
}

/** One update of a body. Unknown keys are ignored. */
export function parseUpdate(sent: unknown): ValidUpdate | InvalidUpdate {
  if (!isObject(sent)) return { reasons: ['It must be an object.'] };
  const reasons: string[] = [];
  const notes: string[] = [];
  const read = new UpdateFields(sent, '', reasons);
  const trackingNumber = read.number('trackingNumber');
  const update = {
    trackingNumber,
    originCarrier: read.carrier('originCarrier'),
    destinationCarrier: read.carrier('destinationCarrier'),
    originCountryIso2: read.country('originCountryIso2'),
    destinationCountryIso2: read.country('destinationCountryIso2'),
    expectedDeliveryDate: read.moment('expectedDeliveryDate'),
    checkpoints: checkpointsIn(sent.checkpoints, reasons, notes),
    notes,
  };
  return reasons.length > 0 ? { reasons } : update;
}

function checkpointsIn(sent: unknown, reasons: string[], notes: string[]): CheckpointReport[] {
  if (sent === undefined || sent === null) return [];
  if (!Array.isArray(sent)) {
    reasons.push('checkpoints: This value should be a list.');
    return [];
  }
  if (sent.length > MAX_CHECKPOINTS) {
    reasons.push(`checkpoints: This collection should contain ${MAX_CHECKPOINTS} elements or less.`);
    return [];
  }
  return sent.flatMap((each: unknown, index) => {
    const path = `checkpoints[${index}]`;
    if (!isObject(each)) {
      reasons.push(`${path}: It must be an object.`);
      return [];
    }
    const read = new UpdateFields(each, `${path}.`, reasons);
    const location = read.text('location', MAX_LENGTH.location) ?? null;
    if (saysNone(each.date)) {
      notes.push(`${path}: It has no date, only "${String(each.date).slice(0, 40)}", and was left out.`);
      return [];
    }
    const date = read.moment('date', location);
    if (date === undefined && (each.date ?? '') === '')
      reasons.push(`${path}.date: This value should not be blank.`);
    const status = read.status('status');
    const info = read.text('info', MAX_LENGTH.info) ?? null;
    const rel = read.text('rel', MAX_LENGTH.rel) ?? null;
    return date === undefined ? [] : [{ date, status, info, location, rel }];
  });
}

/** Reads the fields of an object; what cannot be used becomes a reason. */
class UpdateFields {
  constructor(
    private readonly sent: SentObject,
    private readonly prefix: string,
    private readonly reasons: string[],
  ) {}

  /** Undefined when there is none; null and empty text are none. */
  text(name: string, longest: number): string | undefined {
    const value = this.sent[name] ?? '';
    if (typeof value !== 'string') return this.refuse(name, 'This value should be a text.');
    if (value.includes('\0') || !value.isWellFormed())
      return this.refuse(name, 'This value contains characters that are not allowed.');
    if ([...value].length > longest)
      return this.refuse(name, `This value is too long. It should have ${longest} characters or less.`);
    return value.trim() === '' ? undefined : value.trim();
  }

  number(name: string): string {
    const text = this.text(name, 1000);
    const message = text === undefined ? 'This value should not be blank.' : trackingNumberProblem(text);
    if (message !== undefined) this.refuse(name, message);
    return singleTrackingNumber(text ?? '') ?? '';
  }

  carrier(name: string): string | undefined {
    const text = this.text(name, 100);
    const code = text === undefined ? undefined : resolveCarrierOrService(text);
    if (text === undefined || code !== undefined) return code;
    return this.refuse(name, `There is no carrier with the code "${text.toLowerCase()}".`);
  }

  country(name: string): string | undefined {
    const code = this.text(name, 10)?.toUpperCase();
    if (code === undefined || isISO31661Alpha2(code)) return code;
    return this.refuse(name, 'This value is not an ISO 3166 country code of two letters.');
  }

  /** Unix seconds and milliseconds are dates, too. A date that says that there is none is none. */
  moment(name: string, place: string | null = null): string | undefined {
    const sent = this.sent[name];
    const moment = carrierTime(sent, { place });
    if (moment !== undefined || saysNone(sent)) return moment;
    if (this.text(name, 100) === undefined) return undefined;
    return this.refuse(name, 'This value is not an ISO 8601 date.');
  }

  status(name: string): TrackingStatus | null {
    const text = this.text(name, 100)?.toLowerCase();
    if (text === undefined) return null;
    if (isTrackingStatus(text)) return text;
    this.refuse(name, `This value should be one of ${Object.keys(TRACKING_STATUSES).join(', ')}.`);
    return null;
  }

  private refuse(name: string, message: string): undefined {
    this.reasons.push(`${this.prefix}${name}: ${message}`);
    return undefined;
  }
}

const isObject = (value: unknown): value is SentObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
