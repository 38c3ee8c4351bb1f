import { BadInput } from '../../core/metadata/errors.js';
import { type OrderNames, orderNamesIn } from './find-order.js';
import { type RequestedItem, requestedItems } from './item-allocation.js';
import { fieldsOf, RequestParams } from './request-params.js';
import { type Track, tracksIn } from './track.js';

/** What a body asks to be shipped. */
export interface NewShipment extends OrderNames {
  /** Undefined: everything that is left. */
  readonly items: readonly RequestedItem[] | undefined;
  readonly tracks: readonly Track[];
  readonly comment: string | undefined;
  readonly isMailed: boolean;
}

/** @throws BadInput, Conflict when a track is in it twice. */
export function newShipmentIn(sent: unknown): NewShipment {
  const body = fieldsOf(sent);
  const values = new RequestParams(body);
  const names = orderNamesIn(values);
  if (names.orderId === undefined && names.orderNumber === undefined)
    throw new BadInput('order_id or order_increment_id is required');
  return {
    ...names,
    items: requestedItems(body),
    tracks: tracksIn(body),
    comment: values.longText('comment'),
    isMailed: values.flag('send_email'),
  };
}
