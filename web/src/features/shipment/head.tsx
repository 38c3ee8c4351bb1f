import { Group, Text } from '@mantine/core';
import type { Shipment } from '../../api/client';
import { t, tMaybe, tn } from '../../i18n';
import { calendarDay } from '../../lib/format';
import { predictedDays, reasonOf, usePrediction } from '../../lib/predictions';
import { useCarrierName } from '../../lib/reference';
import { lookOf } from '../../lib/statuses';
import { OnTimeMark } from '../../ui/arrival';
import { Time } from '../../ui/time';
import classes from './shipment.module.css';

/** The steps that every parcel goes. */
const STEPS = ['pre_transit', 'in_transit', 'delivery_in_progress', 'delivered'] as const;
const STEP_OF: Readonly<Record<string, number>> = {
  no_info: 0,
  pre_transit: 0,
  in_transit: 1,
  customs_clearance: 1,
  exception: 1,
  error: 1,
  transit_limit_exceeded: 1,
  expired: 1,
  return_to_sender: 2,
  delivery_in_progress: 2,
  unsuccessful_delivery: 2,
  available_for_pickup: 2,
  delivered: 3,
};

/** How a parcel stands: what it does, when it comes, how far it has come. */
export function StatusHead({ shipment }: { readonly shipment: Shipment }) {
  const status = shipment.trackingStatus ?? 'no_info';
  const { group, icon } = lookOf(status);
  const step = STEP_OF[status] ?? 0;
  const { daysInTransit } = shipment;
  return (
    <section className={classes.head} data-group={group} aria-label={t('shipment.trackingStatus')}>
      <Group gap="sm" wrap="nowrap" align="center">
        <span className={classes.headIcon} data-glyph={icon} />
        <div>
          <Text fw={650} fz="lg" component="p" m={0}>
            {tMaybe(`status.${status}`)}
          </Text>
          <Text size="sm" component="p" m={0}>
            {shipment.lastStatusUpdate ? <Time value={shipment.lastStatusUpdate} /> : t('shipment.noReport')}
            {typeof daysInTransit === 'number' && ` · ${tn('shipment.daysOnTheWay', daysInTransit)}`}
          </Text>
        </div>
      </Group>
      {status !== 'delivered' && <Predicted shipment={shipment} />}
      {status !== 'cancelled' && (
        <ol className={classes.steps} aria-label={t('shipment.progress')}>
          {STEPS.map((each, index) => (
            <li
              key={each}
              data-done={index <= step || undefined}
              aria-current={index === step ? 'step' : undefined}
            >
              <span>{tMaybe(`status.${each}`)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** When it will come, how sure that is, and why. */
function Predicted({ shipment }: { readonly shipment: Shipment }) {
  const { data } = usePrediction(shipment);
  const carrier = useCarrierName();
  const { expectedDeliveryDate: expected } = shipment;
  if (!data) return null;
  const days = predictedDays(data);
  const says = expected && t('prediction.carrierSays', { date: calendarDay(expected.slice(0, 10)) });
  if (days === '' && !says) return null;
  return (
    <div className={classes.predicted}>
      {days !== '' && <strong>{t('prediction.between', { days })}</strong>}
      {data.likely && data.earliest !== data.latest && (
        <span>{t('prediction.likely', { day: calendarDay(data.likely) })}</span>
      )}
      {says && <span>{says}</span>}
      {data.onTime !== 'unknown' && <OnTimeMark state={data.onTime} />}
      <p>{reasonOf(data, carrier)}</p>
    </div>
  );
}
