import { addressColumns } from '../../modules/addresses/address-columns.js';
import { isCancelled } from '../../modules/orders/cancelled.js';
import { orderResource } from '../../modules/orders/order.resource.js';
import { statusCode } from '../../modules/orders/status-code.js';
import { orderItemResource } from '../../modules/orders/order-items/order-item.resource.js';
import { condition } from '../../core/metadata/condition.js';
import { BadInput } from '../../core/metadata/errors.js';
import { iriOf } from '../../core/metadata/resource.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { placeOf } from '../../modules/shipments/shared-number.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import { deserialize } from '../../core/store/draft.js';
import type { Columns, ReadRows } from '../../core/store/rows.js';
import type { Writer } from '../../core/store/writer.js';
import { workspaceResource } from '../../modules/workspaces/workspace.resource.js';
import { type AskedItem, askedItems, pack, type Packed } from './asked-items.js';
import type { BoundStore } from './bound-store.js';
import { cannotShip, orderNotFound } from './errors.js';
import { findOrder, type OrderNames, orderNamesIn } from './find-order.js';
import { fieldsOf, NamedValues } from './named-values.js';
import { type Track, trackBody, trackColumns, tracksIn } from './tracks.js';

/** What a body asks to be shipped. */
export interface NewShipment extends OrderNames {
  /** Undefined: everything that is left. */
  readonly items: readonly AskedItem[] | undefined;
  readonly tracks: readonly Track[];
  readonly comment: string | undefined;
  readonly isMailed: boolean;
}

/** @throws BadInput, Conflict when a track is in it twice. */
export function newShipmentIn(sent: unknown): NewShipment {
  const body = fieldsOf(sent);
  const values = new NamedValues(body);
  const names = orderNamesIn(values);
  if (names.orderId === undefined && names.orderNumber === undefined)
    throw new BadInput('order_id or order_increment_id is required');
  return {
    ...names,
    items: askedItems(body),
    tracks: tracksIn(body),
    comment: values.longText('comment'),
    isMailed: values.flag('send_email'),
  };
}

/** Where the writes of a request happen. */
export interface Writing {
  readonly store: BoundStore;
  readonly writer: Writer;
  readonly transaction: Transaction;
  readonly rows: ReadRows;
}

/**
 * Makes a shipment of what is left of an order, with a further shipment for each further track.
 * @returns the shipment's key. @throws NotFound, BadInput, Violations.
 */
export async function createShipment(asked: NewShipment, writing: Writing): Promise<number> {
  const { writer, transaction } = writing;
  const found = await findOrder(asked, writing.rows);
  // the items first, in the order of their keys: whoever ships the same waits here
  const items = await writer.find(orderItemResource, condition('t.orderPk = ?', found.pk as number));
  const [order] = await writer.find(orderResource, condition('t.pk = ?', found.pk as number));
  if (!order) throw orderNotFound();
  if (isCancelled(await statusCode(order, transaction))) throw cannotShip();
  const packed = pack(items, asked.items);
  const [track, ...further] = asked.tracks;
  const receiver = { workspacePk: writing.store.pk, orderPks: [order.pk as number] };
  const place = await placeOf(track?.number ?? null, receiver, transaction);
  const body = {
    ...bodyFor(order, writing.store),
    shipmentItems: packed.map(shipmentItem),
    ...(track ? trackBody(track, place) : {}),
  };
  const { pk } = await writer.create(shipmentResource, deserialize(shipmentResource, body, 'post'), {
    columns: {
      comments: asked.comment ?? null,
      ...(track ? trackColumns(track, place) : { trackingCarrier: '' }),
    },
  });
  for (const each of further) {
    const its = await placeOf(each.number, receiver, transaction);
    const child = { ...bodyFor(order, writing.store), ...trackBody(each, its) };
    await writer.create(shipmentResource, deserialize(shipmentResource, child, 'post'), {
      columns: { ...trackColumns(each, its), parentPk: pk },
    });
  }
  return pk;
}

const shipmentItem = ({ orderItem, qty }: Packed): object => ({
  orderItem: iriOf(orderItemResource, orderItem.id as string),
  qty,
});

/** Characters of a shipment's e-mail address at most; an order's may be longer. */
const EMAIL_LIMIT = 255;

/** What a shipment has from its order. */
function bodyFor(order: Columns, store: BoundStore): object {
  const email = (order.email ?? '') as string;
  return {
    workspace: iriOf(workspaceResource, store.id),
    orders: [iriOf(orderResource, order.id as string)],
    email: email.length > EMAIL_LIMIT ? null : order.email,
    phoneNumber: order.phoneNumber,
    address: addressColumns(order, 'shippingAddress'),
  };
}
