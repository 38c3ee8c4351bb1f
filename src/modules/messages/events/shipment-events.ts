import { toStored } from '../../../core/metadata/datetime.js';
import type { ColumnsOf } from '../../../core/store/rows.js';
import type { Shipment } from '../../shipments/shipment.entity.js';
import { isTrackingStatus, kindOf } from '../../tracking/tracking-statuses.js';
import type { MessageEvent } from './message-events.js';

/** Something that customers may be told of. */
export interface ShipmentEvent {
  readonly event: MessageEvent;
  /** Tells what happens more than once apart; empty for what happens once. */
  readonly occurrence: string;
  /** In stored form. */
  readonly occurredAt: string;
}

type Row = Pick<
  ColumnsOf<Shipment>,
  'trackingStatus' | 'lastStatusUpdate' | 'deliveredAt' | 'expectedDeliveryDate'
>;

const EVENT_OF_STATUS: Readonly<Record<string, MessageEvent>> = {
  pre_transit: 'label_made',
  in_transit: 'shipped',
  customs_clearance: 'shipped',
  exception: 'exception',
  delivery_in_progress: 'out_for_delivery',
  unsuccessful_delivery: 'failed_attempt',
  available_for_pickup: 'available_for_pickup',
  delivered: 'delivered',
  return_to_sender: 'returned',
};

/** What may happen on more days than one. */
const REPEATED: ReadonlySet<MessageEvent> = new Set(['exception', 'out_for_delivery', 'failed_attempt']);

/** News of a day that has passed are as old as that day: an import tells of it, or nobody has looked for long. */
export function untilTheDay(moment: string, day: string): string {
  const end = toStored(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + 2 * 86_400_000);
  return end < moment ? end : moment;
}

const isOver = (status: string | null): boolean => isTrackingStatus(status) && kindOf(status) === 'final';
const isMoving = (status: string | null): boolean => isTrackingStatus(status) && kindOf(status) === 'active';

/** What has happened between two states of a shipment; `before` is missing for a new one. `moment`: of the change. */
export function eventsBetween(
  before: Readonly<Row> | undefined,
  after: Readonly<Row>,
  moment: string,
): ShipmentEvent[] {
  const events: ShipmentEvent[] = [];
  const status = after.trackingStatus;
  const was = before?.trackingStatus ?? null;
  const event = status === null || status === was ? undefined : EVENT_OF_STATUS[status];
  const occurredAt = after.lastStatusUpdate ?? moment;
  // it is on its way once, also when it was held up in between
  if (event !== undefined && !(event === 'shipped' && isMoving(was)))
    events.push({ event, occurrence: REPEATED.has(event) ? occurredAt.slice(0, 10) : '', occurredAt });
  if (event === 'delivered')
    events.push({ event: 'review_request', occurrence: '', occurredAt: after.deliveredAt ?? occurredAt });
  const [day, dayBefore] = [after, before].map((row) => row?.expectedDeliveryDate?.slice(0, 10));
  if (day !== undefined && dayBefore !== undefined && day !== dayBefore && !isOver(status))
    events.push({ event: 'delivery_day_changed', occurrence: day, occurredAt: untilTheDay(moment, day) });
  return events;
}

/** That a parcel will probably come after the carrier's date. */
export function lateEvents(
  { trackingStatus, expectedDeliveryDate }: Pick<Row, 'trackingStatus' | 'expectedDeliveryDate'>,
  { onTime }: { readonly onTime: string },
  moment: string,
): ShipmentEvent[] {
  if (onTime !== 'late' || isOver(trackingStatus) || expectedDeliveryDate === null) return [];
  return [{ event: 'late', occurrence: '', occurredAt: untilTheDay(moment, expectedDeliveryDate) }];
}
