import alarm from '@tabler/icons/outline/alarm.svg?raw';
import check from '@tabler/icons/outline/check.svg?raw';
import clockExclamation from '@tabler/icons/outline/clock-exclamation.svg?raw';
import playerTrackNext from '@tabler/icons/outline/player-track-next.svg?raw';
import questionMark from '@tabler/icons/outline/question-mark.svg?raw';
import type { DeliveryPrediction } from '../api/client';
import { tMaybe } from '../i18n';
import { dayRange } from '../lib/format';
import { lineOf } from '../lib/icon-line';
import { ON_TIME, type OnTime, predictedDays, reasonOf } from '../lib/predictions';
import { textWidth } from '../lib/text-width';
import { LineIcon } from './line-icon';
import classes from './arrival.module.css';

const LOOKS: Readonly<Record<OnTime, readonly [tone: string, line: string]>> = {
  late: ['late', lineOf(alarm)],
  at_risk: ['risk', lineOf(clockExclamation)],
  on_time: ['good', lineOf(check)],
  early: ['good', lineOf(playerTrackNext)],
  unknown: ['none', lineOf(questionMark)],
};

/** Whether a parcel comes by the carrier's date: colour, icon and word. */
export function OnTimeMark({ state }: { readonly state: OnTime }) {
  const [tone, line] = LOOKS[state];
  return (
    <span className={classes.mark} data-tone={tone}>
      <LineIcon line={line} size={13} stroke={2.25} />
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
