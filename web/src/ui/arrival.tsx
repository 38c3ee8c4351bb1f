import type { DeliveryPrediction } from '../api/client';
import { tMaybe } from '../i18n';
import { dayRange } from '../lib/format';
import { glyph } from '../lib/glyphs';
import { type OnTime, predictedDays, reasonOf } from '../lib/predictions';
import { textWidth } from '../lib/text-width';
import classes from './arrival.module.css';

/** What is not known is not marked. */
const LOOKS: Readonly<Record<Exclude<OnTime, 'unknown'>, readonly [tone: string, icon: string]>> = {
  late: ['late', glyph('alarm')],
  at_risk: ['risk', glyph('clock-exclamation')],
  on_time: ['good', glyph('check')],
  early: ['good', glyph('player-track-next')],
};

/** Whether a parcel comes by the carrier's date: colour, icon and word; empty where nobody can say. */
export function OnTimeMark({ state = 'unknown' }: { readonly state: OnTime | undefined }) {
  const [tone, icon] = state === 'unknown' ? [] : LOOKS[state];
  return (
    <span className={classes.mark} data-tone={tone} data-glyph={icon}>
      {tone && tMaybe(`onTime.${state}`)}
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
  const isUnknown = days === '' && prediction?.onTime === 'unknown';
  return (
    <span
      className={classes.arrival}
      data-unknown={isUnknown || undefined}
      data-hint={prediction && reasonOf(prediction, carrier)}
    >
      <span>{isUnknown ? '–' : days}</span>
      <OnTimeMark state={prediction?.onTime} />
    </span>
  );
}

/** Pixels between the days and the mark, and of the mark's icon. */
const AROUND_MARK = 24;

/** The 28th of a month, also of the next year's. */
const lateIn = (month: number): string => new Date(Date.UTC(2026, month, 28)).toISOString().slice(0, 10);

/** Pixels of the widest of them at most: a range from some month into the next one. */
export const arrivalWidth = (): number =>
  AROUND_MARK +
  Math.max(...Object.keys(LOOKS).map((state) => textWidth(tMaybe(`onTime.${state}`)))) +
  Math.max(
    ...Array.from({ length: 12 }, (_, month) => textWidth(dayRange(lateIn(month), lateIn(month + 1)))),
  );
