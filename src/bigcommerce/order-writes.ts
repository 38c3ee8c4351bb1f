import { orderItemResource } from '../order-items/order-item.resource.js';
import { orderAddressResource } from '../orders/order-address.resource.js';
import { orderResource } from '../orders/order.resource.js';
import { condition } from '../resource/condition.js';
import { NotFound } from '../resource/errors.js';
import { foldValue } from '../resource/fold.js';
import { formatMoney } from '../resource/money.js';
import { iriOf, type Reference } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import { deserialize } from '../store/draft.js';
import type { Columns } from '../store/rows.js';
import type { Writer } from '../store/writer.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { addressColumns } from '../addresses/address-columns.js';
import { addressWords, shopAddress } from './order-addresses.js';
import type { NewOrder, OrderChange, SentLine } from './order-body.js';
import type { SentAddress } from './order-sent-address.js';
import { ownStatus, statusOf } from './order-statuses.js';

/** An order's number while nobody knows its own yet. */
const NO_NUMBER = '-';

/** Characters of an order number at most. */
const LONGEST_NUMBER = 255;

/** Makes an order with its lines and addresses. @returns its key. */
export async function createOrder(sent: NewOrder, workspaceId: string, writer: Writer): Promise<number> {
  const { billing, customerId } = sent;
  const [first = billing] = sent.shipping;
  const body = {
    workspace: iriOf(workspaceResource, workspaceId),
    orderNumber: sent.number ?? NO_NUMBER,
    subtotal: formatMoney(sent.subtotal),
    total: formatMoney(sent.total),
    ...(sent.currency !== undefined && { currency: sent.currency }),
    orderStatus: ownStatus(sent.statusId),
    email: billing.email || null,
    phoneNumber: billing.phone || null,
    billingAddress: billing.parts,
    shippingAddress: first.parts,
  };
  const draft = deserialize(orderResource, body, 'post');
  const order = await writer.create(orderResource, draft, { columns: { customerId: customerId || null } });
  if (sent.number === undefined) await numberItself(order, writer);
  const references = new Map([['order', order]]);
  for (const address of furtherAddresses(sent)) {
    const { parts, email, phone } = address;
    const row = { email: email || null, phoneNumber: phone || null, address: parts };
    await writer.create(orderAddressResource, deserialize(orderAddressResource, row, 'post'), { references });
  }
  for (const line of sent.lines)
    await writer.create(orderItemResource, deserialize(orderItemResource, bodyOf(line), 'post'), {
      references,
    });
  return order.pk;
}

/** Whoever gives no number gets the order's id as its number. */
async function numberItself({ id, pk }: Reference, writer: Writer): Promise<void> {
  const orderNumber = String(pk);
  const columns = { orderNumber, orderNumberFolded: foldValue(orderNumber, LONGEST_NUMBER) };
  await writer.update(orderResource, id, new Map(), { columns });
}

/** Addresses are rows of their own where there are several, or where the receiver is not who ordered. */
function furtherAddresses({ billing, shipping }: NewOrder): readonly SentAddress[] {
  const isAnother = ({ email, phone }: SentAddress): boolean =>
    (email || billing.email || '') !== (billing.email ?? '') ||
    (phone || billing.phone || '') !== (billing.phone ?? '');
  return shipping.length > 1 || shipping.some(isAnother) ? shipping : [];
}

const bodyOf = ({ name, sku, productId, quantity, price, total }: SentLine): object => ({
  productName: name ?? null,
  productSku: sku ?? null,
  externalProductId: productId === undefined ? null : String(productId),
  qty: quantity,
  price: price === undefined ? null : formatMoney(price),
  rowTotal: total === undefined ? null : formatMoney(total),
});

/** Changes what was sent of an order, and nothing else; the status that is shown already may be sent back. @throws NotFound. */
export async function changeOrder(
  pk: number,
  { statusId, customerId, isDeleted, billing }: OrderChange,
  writer: Writer,
  transaction: Transaction,
): Promise<void> {
  const [order] = await writer.find(orderResource, condition('t.pk = ?', pk));
  if (!order) throw new NotFound();
  const body = {
    ...(statusId !== undefined &&
      statusId !== (await statusOf(order, transaction)).shown && { orderStatus: ownStatus(statusId) }),
    ...(billing && billedTo(billing, order)),
  };
  const columns = {
    ...(customerId !== undefined && { customerId: customerId || null }),
    ...(isDeleted !== undefined && {
      archivedAt: isDeleted ? (order.archivedAt ?? transaction.moment) : null,
    }),
  };
  const draft = deserialize(orderResource, body, 'put');
  await writer.update(orderResource, order.id as string, draft, { columns });
}

/** What was sent of the billing address takes the places of what is shown; the same again changes nothing. */
function billedTo(sent: SentAddress, order: Columns): object {
  const columns = addressColumns(order, 'billingAddress');
  const address = shopAddress(columns, order.email as string | null, order.phoneNumber as string | null);
  const shown: Readonly<Record<string, string>> = address;
  const others = addressWords.filter(([part, word]) => isAnother(sent.parts[part], shown[word]));
  const parts = Object.fromEntries(others.map(([part]) => [part, sent.parts[part]]));
  return {
    ...(others.length > 0 && { billingAddress: { ...columns, ...parts } }),
    ...(isAnother(sent.email, address.email) && { email: sent.email || null }),
    ...(isAnother(sent.phone, address.phone) && { phoneNumber: sent.phone || null }),
  };
}

const isAnother = (sent: string | undefined, shown: string | undefined): boolean =>
  sent !== undefined && sent !== shown;
