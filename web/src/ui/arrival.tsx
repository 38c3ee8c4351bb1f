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
import { type OnTime, predictedDays, reasonOf } from '../lib/predictions';
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
