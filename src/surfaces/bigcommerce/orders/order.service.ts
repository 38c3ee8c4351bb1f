import { orderItemResource } from '../../../modules/orders/order-items/order-item.resource.js';
import { addressId } from '../../../modules/orders/address-ids.js';
import { orderAddressResource } from '../../../modules/orders/order-address.resource.js';
import { orderResource } from '../../../modules/orders/order.resource.js';
import { condition, type Condition } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { foldValue } from '../../../core/metadata/fold.js';
import { formatMoney } from '../../../core/metadata/money.js';
import { iriOf } from '../../../core/metadata/resource.js';
import { parseWriteInput } from '../../../core/store/write-input.js';
import type { ShopUnit } from '../../shared/shop-units.js';
import type { OrderRow } from '../../shared/rows.js';
import type { Writer } from '../../../core/store/writer.js';
import { workspaceResource } from '../../../modules/workspaces/workspace.resource.js';
import { addressColumns } from '../../../modules/addresses/address-columns.js';
import { isAnother, otherParts } from './order-address.service.js';
import { presentAddress } from './order-address.queries.js';
import { changedAmounts } from './order-amounts.js';
import type { NewOrder, OrderChange, DetailsInput, ProductInput } from './order.dto.js';
import { detailsColumn, detailsOf, FIRST_CHANNEL, withFields } from './order-details.js';
import type { AddressInput } from './address.dto.js';
import { toOwnStatus, statusOf } from './order-statuses.js';
import { type TotalsOf, totalsOf } from './order-totals.js';

/** An order's number while nobody knows its own yet. */
const NO_NUMBER = '-';

/** Characters of an order number at most. */
const MAX_ORDER_NUMBER = 255;

/** Makes an order with its lines and addresses. @returns its key. */
export async function createOrder(sent: NewOrder, workspaceId: string, writer: Writer): Promise<number> {
  const { billing, customerId, amounts, about } = sent;
  const [first = billing] = sent.shipping;
  const body = {
    workspace: iriOf(workspaceResource, workspaceId),
    orderNumber: sent.number ?? NO_NUMBER,
    subtotal: formatMoney(amounts.subtotal),
    total: formatMoney(amounts.total),
    ...(sent.currency !== undefined && { currency: sent.currency }),
    orderStatus: toOwnStatus(sent.statusId),
    email: billing.email || null,
    phoneNumber: billing.phone || null,
    billingAddress: billing.parts,
    shippingAddress: first.parts,
  };
  const input = parseWriteInput(orderResource, body, 'post');
  const details = { fields: withFields({}, about.fields), ...amounts.details, addresses: {} };
  const columns = {
    customerId: customerId || null,
    ...aboutColumns(about),
    shopDetails: detailsColumn(details),
  };
  const order = await writer.create(orderResource, input, { columns });
  const references = new Map([['order', order]]);
  const addresses = new Map([[addressId({ kind: 'shipping', orderPk: order.pk }), first.details]]);
  for (const address of furtherAddresses(sent)) {
    const { parts, email, phone } = address;
    const row = { email: email || null, phoneNumber: phone || null, address: parts };
    const further = parseWriteInput(orderAddressResource, row, 'post');
    const { pk } = await writer.create(orderAddressResource, further, { references });
    addresses.set(addressId({ kind: 'further', pk }), address.details);
  }
  const said = [...addresses].filter(([, each]) => Object.keys(each).length > 0);
  // whoever gives no number gets the order's id as its number
  const later = {
    ...(sent.number === undefined && numberColumns(String(order.pk))),
    ...(said.length > 0 && {
      shopDetails: detailsColumn({ ...details, addresses: Object.fromEntries(said) }),
    }),
  };
  if (Object.keys(later).length > 0)
    await writer.update(orderResource, order.id, new Map(), { columns: later });
  for (const line of sent.lines)
    await writer.create(
      orderItemResource,
      parseWriteInput(orderItemResource, orderItemBodyOf(line), 'post'),
      {
        references,
      },
    );
  return order.pk;
}

/** What was sent of an order's own columns; empty text takes back what was said. */
function aboutColumns({
  staffNotes,
  customerMessage,
  paymentMethod,
  channelId,
}: DetailsInput): Partial<OrderRow> {
  return {
    ...(staffNotes !== undefined && { staffNotes: staffNotes || null }),
    ...(customerMessage !== undefined && { customerMessage: customerMessage || null }),
    ...(paymentMethod !== undefined && { paymentMethod: paymentMethod || null }),
    ...(channelId !== undefined && { channelId: channelId === FIRST_CHANNEL ? null : channelId }),
  };
}

/** The column of an order's number, with its form for searching. */
const numberColumns = (orderNumber: string): Partial<OrderRow> => ({
  orderNumber,
  orderNumberFolded: foldValue(orderNumber, MAX_ORDER_NUMBER),
});

/** Addresses are rows of their own where there are several, or where the receiver is not who ordered. */
function furtherAddresses({ billing, shipping }: NewOrder): readonly AddressInput[] {
  const isAnother = ({ email, phone }: AddressInput): boolean =>
    (email || billing.email || '') !== (billing.email ?? '') ||
    (phone || billing.phone || '') !== (billing.phone ?? '');
  return shipping.length > 1 || shipping.some(isAnother) ? shipping : [];
}

const orderItemBodyOf = ({ name, sku, productId, quantity, price, total }: ProductInput): object => ({
  productName: name ?? null,
  productSku: sku ?? null,
  externalProductId: productId === undefined ? null : String(productId),
  qty: quantity,
  price: price === undefined ? null : formatMoney(price),
  rowTotal: total === undefined ? null : formatMoney(total),
});

/** Changes what was sent of an order, and nothing else; what is shown already may be sent back. @returns its totals, which stay. @throws NotFound, InvalidField. */
export async function updateOrder(
  pk: number,
  sent: OrderChange,
  { writer, transaction, sql }: ShopUnit,
): Promise<TotalsOf> {
  const [order] = await writer.find(orderResource, condition('t.pk = ?', pk));
  if (!order) throw new NotFound();
  const { statusId, customerId, isDeleted, number, currency, about, billing } = sent;
  const totals = await totalsOf([pk], sql);
  const amounts = changedAmounts(sent.amounts, order, totals(pk));
  const details = detailsOf(order);
  const body = {
    ...(statusId !== undefined &&
      statusId !== (await statusOf(order, transaction)).shown && { orderStatus: toOwnStatus(statusId) }),
    ...(currency !== undefined && { currency }),
    ...(billing && billedTo(billing, order)),
    ...(amounts.subtotal !== Number(order.subtotal ?? 0) && { subtotal: formatMoney(amounts.subtotal) }),
    ...(amounts.total !== Number(order.total ?? 0) && { total: formatMoney(amounts.total) }),
  };
  const columns = {
    ...(customerId !== undefined && { customerId: customerId || null }),
    ...(isDeleted !== undefined && {
      archivedAt: isDeleted ? (order.archivedAt ?? transaction.moment) : null,
    }),
    ...(number !== undefined && number !== order.orderNumber && numberColumns(number)),
    ...aboutColumns(about),
    shopDetails: detailsColumn({
      ...details,
      ...amounts.details,
      fields: withFields(details.fields, about.fields),
    }),
  };
  const input = parseWriteInput(orderResource, body, 'put');
  await writer.updateRow(orderResource, order, input, { columns });
  return totals;
}

/** Puts orders away that are not yet. @returns how many there are. */
export async function archiveOrders(
  where: Condition,
  { writer, transaction: { moment } }: ShopUnit,
): Promise<number> {
  const orders = await writer.find(orderResource, where);
  for (const order of orders)
    await writer.updateRow(orderResource, order, new Map(), {
      columns: { archivedAt: order.archivedAt ?? moment },
    });
  return orders.length;
}

/** What was sent of the billing address takes the places of what is shown; the same again changes nothing. */
function billedTo(sent: AddressInput, order: OrderRow): object {
  const columns = addressColumns(order, 'billingAddress');
  const address = presentAddress(columns, order.email, order.phoneNumber);
  const parts = otherParts(sent, columns, address);
  return {
    ...(parts && { billingAddress: parts }),
    ...(isAnother(sent.email, address.email) && { email: sent.email || null }),
    ...(isAnother(sent.phone, address.phone) && { phoneNumber: sent.phone || null }),
  };
}
