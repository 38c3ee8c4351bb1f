import {
  IconAlarm,
  IconCheck,
  IconClockExclamation,
  IconPlayerTrackNext,
  IconQuestionMark,
  type Icon,
} from '@tabler/icons-react';
import type { DeliveryPrediction } from '../api/client';
import { tMaybe } from '../i18n';
import { dayRange } from '../lib/format';
import { ON_TIME, type OnTime, predictedDays, reasonOf } from '../lib/predictions';
import { textWidth } from '../lib/text-width';
import classes from './arrival.module.css';

const LOOKS: Readonly<Record<OnTime, readonly [tone: string, icon: Icon]>> = {
  late: ['late', IconAlarm],
  at_risk: ['risk', IconClockExclamation],
  on_time: ['good', IconCheck],
  early: ['good', IconPlayerTrackNext],
  unknown: ['none', IconQuestionMark],
};

/** Whether a parcel comes by the carrier's date: colour, icon and word. */
export function OnTimeMark({ state }: { readonly state: OnTime }) {
  const [tone, Icon] = LOOKS[state];
  return (
    <span className={classes.mark} data-tone={tone}>
      <Icon size={13} stroke={2.25} aria-hidden />
      {tMaybe(`onTime.${state}`)}
    </span>
  );
}

/** The predicted days of a row, and whether they are late; the reason on hover. */
export function Arrival({
  prediction,
  carrier,
}: {
  readonly prediction: DeliveryPrediction | undefined;
  readonly carrier: (code: string) => string;
}) {
  if (!prediction) return null;
  const days = predictedDays(prediction);
  if (days === '' && prediction.onTime === 'unknown') return <span className={classes.dim}>–</span>;
  return (
    <span className={classes.arrival} data-hint={reasonOf(prediction, carrier)}>
      <span>{days}</span>
      {prediction.onTime !== 'unknown' && <OnTimeMark state={prediction.onTime} />}
    </span>
  );
}

/** Pixels between the days and the mark, and of the mark's icon. */
const AROUND_MARK = 24;

/** What is not known is not marked. */
const SHOWN = ON_TIME.filter((state) => state !== 'unknown');

const MONTHS = Array.from({ length: 11 }, (_, month) => String(month + 1).padStart(2, '0'));

/** Pixels of the widest of them at most. */
export const arrivalWidth = (): number =>
  AROUND_MARK +
  Math.max(...SHOWN.map((state) => textWidth(tMaybe(`onTime.${state}`)))) +
  Math.max(
    ...MONTHS.map((month, at) =>
      textWidth(dayRange(`2026-${month}-28`, `2026-${MONTHS[at + 1] ?? '12'}-28`)),
    ),
  );
