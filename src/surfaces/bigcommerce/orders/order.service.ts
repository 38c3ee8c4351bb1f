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
import { presentAddress } from './address.mapping.js';
import { amountsFrom, changedAmounts } from './order-amounts.js';
import { type NewProduct, priceOf } from './new-product.dto.js';
import type { newOrderIn, OrderChange, OrderFields } from './order.dto.js';
import { detailsColumn, detailsOf, FIRST_CHANNEL, withFields } from './order-details.js';
import { addressFrom, type AddressInput } from './address.dto.js';
import { toOwnStatus, statusOf } from './order-statuses.js';
import { type TotalsOf, totalsOf } from './order-totals.js';

/** An order's number while nobody knows its own yet. */
const NO_NUMBER = '-';

/** Characters of an order number at most. */
const MAX_ORDER_NUMBER = 255;

/** Makes an order with its lines and addresses. @returns its key. */
export async function createOrder(
  { sent, amounts }: ReturnType<typeof newOrderIn>,
  workspaceId: string,
  writer: Writer,
): Promise<number> {
  const billing = addressFrom(sent.billing_address);
  const shipping = sent.shipping_addresses?.map(addressFrom) ?? [];
  const number = sent.external_order_id;
  const currency = sent.currency_code ?? sent.default_currency_code;
  const [first = billing] = shipping;
  const body = {
    workspace: iriOf(workspaceResource, workspaceId),
    orderNumber: number ?? NO_NUMBER,
    subtotal: formatMoney(amounts.subtotal),
    total: formatMoney(amounts.total),
    ...(currency !== undefined && { currency }),
    orderStatus: toOwnStatus(sent.status_id),
    email: billing.email || null,
    phoneNumber: billing.phone || null,
    billingAddress: billing.parts,
    shippingAddress: first.parts,
  };
  const input = parseWriteInput(orderResource, body, 'post');
  const details = { fields: withFields({}, sent), ...amounts.details, addresses: {} };
  const columns = {
    ...columnsOf(sent),
    shopDetails: detailsColumn(details),
  };
  const order = await writer.create(orderResource, input, { columns });
  const references = new Map([['order', order]]);
  const addresses = new Map([[addressId({ kind: 'shipping', orderPk: order.pk }), first.details]]);
  for (const address of furtherAddresses(billing, shipping)) {
    const { parts, email, phone } = address;
    const row = { email: email || null, phoneNumber: phone || null, address: parts };
    const further = parseWriteInput(orderAddressResource, row, 'post');
    const { pk } = await writer.create(orderAddressResource, further, { references });
    addresses.set(addressId({ kind: 'further', pk }), address.details);
  }
  const said = [...addresses].filter(([, each]) => Object.keys(each).length > 0);
  // whoever gives no number gets the order's id as its number
  const later = {
    ...(number === undefined && numberColumns(String(order.pk))),
    ...(said.length > 0 && {
      shopDetails: detailsColumn({ ...details, addresses: Object.fromEntries(said) }),
    }),
  };
  if (Object.keys(later).length > 0)
    await writer.update(orderResource, order.id, new Map(), { columns: later });
  for (const line of sent.products)
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
function columnsOf(sent: OrderFields): Partial<OrderRow> {
  const { customer_id, staff_notes, customer_message, payment_method, channel_id } = sent;
  return {
    ...(customer_id !== undefined && { customerId: customer_id || null }),
    ...(staff_notes !== undefined && { staffNotes: staff_notes || null }),
    ...(customer_message !== undefined && { customerMessage: customer_message || null }),
    ...(payment_method !== undefined && { paymentMethod: payment_method || null }),
    ...(channel_id !== undefined && { channelId: channel_id === FIRST_CHANNEL ? null : channel_id }),
  };
}

/** The column of an order's number, with its form for searching. */
const numberColumns = (orderNumber: string): Partial<OrderRow> => ({
  orderNumber,
  orderNumberFolded: foldValue(orderNumber, MAX_ORDER_NUMBER),
});

/** Addresses are rows of their own where there are several, or where the receiver is not who ordered. */
function furtherAddresses(billing: AddressInput, shipping: readonly AddressInput[]): readonly AddressInput[] {
  const isAnother = ({ email, phone }: AddressInput): boolean =>
    (email || billing.email || '') !== (billing.email ?? '') ||
    (phone || billing.phone || '') !== (billing.phone ?? '');
  return shipping.length > 1 || shipping.some(isAnother) ? shipping : [];
}

function orderItemBodyOf(line: NewProduct): object {
  const { unit, total } = priceOf(line);
  return {
    productName: line.name ?? null,
    productSku: line.sku ?? null,
    externalProductId: line.product_id ? String(line.product_id) : null,
    qty: line.quantity,
    price: unit === undefined ? null : formatMoney(unit),
    rowTotal: total === undefined ? null : formatMoney(total),
  };
}

/** Changes what was sent of an order, and nothing else; what is shown already may be sent back. @returns its totals, which stay. @throws NotFound, InvalidField. */
export async function updateOrder(
  pk: number,
  sent: OrderChange,
  { writer, transaction, sql }: ShopUnit,
): Promise<TotalsOf> {
  const [order] = await writer.find(orderResource, condition('t.pk = ?', pk));
  if (!order) throw new NotFound();
  const { status_id, is_deleted, external_order_id: number, currency_code: currency, billing_address } = sent;
  const totals = await totalsOf([pk], sql);
  const amounts = changedAmounts(amountsFrom(sent), order, totals(pk));
  const details = detailsOf(order);
  const body = {
    ...(status_id !== undefined &&
      status_id !== (await statusOf(order, transaction)).shown && { orderStatus: toOwnStatus(status_id) }),
    ...(currency !== undefined && { currency }),
    ...(billing_address && billedTo(addressFrom(billing_address), order)),
    ...(amounts.subtotal !== Number(order.subtotal ?? 0) && { subtotal: formatMoney(amounts.subtotal) }),
    ...(amounts.total !== Number(order.total ?? 0) && { total: formatMoney(amounts.total) }),
  };
  const columns = {
    ...(typeof is_deleted === 'boolean' && {
      archivedAt: is_deleted ? (order.archivedAt ?? transaction.moment) : null,
    }),
    ...(number !== undefined && number !== order.orderNumber && numberColumns(number)),
    ...columnsOf(sent),
    shopDetails: detailsColumn({
      ...details,
      ...amounts.details,
      fields: withFields(details.fields, sent),
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
