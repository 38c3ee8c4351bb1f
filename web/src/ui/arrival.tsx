import type { DeliveryPrediction } from '../api/client';
import { tMaybe } from '../i18n';
import { dayRange } from '../lib/format';
import { glyph } from '../lib/glyphs';
import { ON_TIME, type OnTime, predictedDays, reasonOf } from '../lib/predictions';
import { textWidth } from '../lib/text-width';
import classes from './arrival.module.css';

const LOOKS: Readonly<Record<OnTime, readonly [tone: string, icon: string]>> = {
  late: ['late', glyph('alarm')],
  at_risk: ['risk', glyph('clock-exclamation')],
  on_time: ['good', glyph('check')],
  early: ['good', glyph('player-track-next')],
  unknown: ['none', glyph('question-mark')],
};

/** Whether a parcel comes by the carrier's date: colour, icon and word; empty where nobody can say. */
export function OnTimeMark({ state }: { readonly state: OnTime | undefined }) {
  const [tone, icon] = state ? LOOKS[state] : [];
  return (
    <span className={classes.mark} data-tone={tone} data-glyph={icon}>
      {state && tMaybe(`onTime.${state}`)}
    </span>
  );
}

/**
 * The predicted days of a row, and whether they are late; the reason on hover. Its elements are always the same: rows that
 * come into a table change their texts alone.
 */
export function Arrival({
  prediction,
  carrier,
}: {
  readonly prediction: DeliveryPrediction | undefined;
  readonly carrier: (code: string) => string;
}) {
  const days = prediction && predictedDays(prediction);
  const state = prediction?.onTime === 'unknown' ? undefined : prediction?.onTime;
  return (
    <span className={classes.arrival} data-hint={prediction && reasonOf(prediction, carrier)}>
      <span>{days === '' && !state ? '–' : days}</span>
      <OnTimeMark state={state} />
    </span>
  );
}

/** Pixels between the days and the mark, and of the mark's icon. */
const AROUND_MARK = 24;

/** What is not known is not marked. */
const SHOWN = ON_TIME.filter((state) => state !== 'unknown');

/** A range from each month into the next one. */
const LONG_RANGES = Array.from({ length: 12 }, (_, month) =>
  [month, month + 1].map((each) => new Date(Date.UTC(2026, each, 28)).toISOString().slice(0, 10)),
);

/** Pixels of the widest of them at most. */
export const arrivalWidth = (): number =>
  AROUND_MARK +
  Math.max(...SHOWN.map((state) => textWidth(tMaybe(`onTime.${state}`)))) +
  Math.max(...LONG_RANGES.map(([from = '', to = '']) => textWidth(dayRange(from, to))));
