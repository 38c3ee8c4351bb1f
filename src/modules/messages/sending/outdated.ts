import { sqlNames } from '../../../core/database/sql-names.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { isTrackingStatus, kindOf } from '../../tracking/tracking-statuses.js';
import { Review } from '../../tracking-pages/reviews/review.entity.js';
import type { MessageEvent } from '../events/message-events.js';
import type { Recipient } from './recipients.js';

const v = sqlNames(Review);

/** The statuses in which an event is news; of the others any in which the parcel has not ended. */
const NEWS: Readonly<Partial<Record<MessageEvent, readonly string[]>>> = {
  label_made: ['no_info', 'pre_transit'],
  out_for_delivery: ['delivery_in_progress'],
  available_for_pickup: ['available_for_pickup'],
  failed_attempt: ['unsuccessful_delivery'],
  exception: ['exception'],
  delivered: ['delivered'],
  returned: ['return_to_sender'],
  review_request: ['delivered'],
};

/** Whether something is no longer so that was, when its message was planned. */
export async function outdated(
  event: MessageEvent,
  { pk, trackingStatus }: Pick<Recipient, 'pk' | 'trackingStatus'>,
  transaction: Transaction,
): Promise<boolean> {
  const statuses = NEWS[event];
  if (statuses ? !statuses.includes(trackingStatus ?? '') : hasEnded(trackingStatus)) return true;
  if (event !== 'review_request') return false;
  const reviews = await transaction.rows(`SELECT ${v.pk} FROM ${v.table} WHERE ${v.shipmentPk} = ?`, [pk]);
  return reviews.length > 0;
}

const hasEnded = (status: string | null): boolean => isTrackingStatus(status) && kindOf(status) === 'final';
