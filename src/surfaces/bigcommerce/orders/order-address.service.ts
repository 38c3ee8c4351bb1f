import { isDeepStrictEqual } from 'node:util';
import { addressColumns, type AddressColumns } from '../../../modules/addresses/address-columns.js';
import { orderAddressResource } from '../../../modules/orders/order-address.resource.js';
import { orderResource } from '../../../modules/orders/order.resource.js';
import { fieldsOf } from '../../../core/http/dto/dto.js';
import { condition } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { parseWriteInput } from '../../../core/store/write-input.js';
import type { OrderRow } from '../../shared/rows.js';
import type { Writer } from '../../../core/store/writer.js';
import type { PresentedOrderAddress } from './order-address.presenter.js';
import { ADDRESS_FIELDS, type PresentedAddress, presentAddress } from './address.mapping.js';
import type { OrderAddresses } from './order-address.queries.js';
import { type AddressDetails, detailsColumn, detailsOf } from './order-details.js';
import { addressFrom, type AddressInput, SentShippingAddress } from './address.dto.js';
import { readBody } from '../dto/read-body.js';
import { UnwritableField } from '../errors.js';

export const isAnother = (sent: string | undefined, shown: string | undefined): boolean =>
  sent !== undefined && sent !== shown;

/** An address with what was sent in the places of what is shown; undefined when that is the same. */
export function otherParts(
  sent: AddressInput,
  columns: AddressColumns,
  address: PresentedAddress,
): AddressColumns | undefined {
  const shown: Readonly<Record<string, string>> = address;
  const others = ADDRESS_FIELDS.filter(([part, word]) => isAnother(sent.parts[part], shown[word]));
  if (others.length === 0) return undefined;
  const parts = Object.fromEntries(others.map(([part]) => [part, sent.parts[part] ?? null]));
  // a country that is another one by its code or by its name alone is called differently as well
  const isElsewhere = 'countryIso2' in parts || 'country' in parts;
  const country = isElsewhere
    ? { country: sent.parts.country ?? null, countryIso2: sent.parts.countryIso2 ?? null }
    : {};
  return { ...columns, ...parts, ...country };
}

const WRITABLE = new Set(fieldsOf(SentShippingAddress).map(({ name }) => name));

/**
 * What a body says of an address that an order is shipped to. What is shown of it may be sent back.
 * @throws InvalidBody, InvalidField, UnwritableField naming what only the server writes.
 */
export function addressChangeIn(body: unknown, shown: PresentedOrderAddress): AddressInput {
  const sent = readBody(SentShippingAddress, body);
  for (const [name, value] of Object.entries(body as object))
    if (!WRITABLE.has(name) && !isDeepStrictEqual(value, shown[name])) throw new UnwritableField(name);
  return addressFrom(sent);
}

/** Changes one of an order's shipping addresses. @throws NotFound, Violations. */
export async function changeAddress(
  id: number,
  sent: AddressInput,
  { order: orderPk, addresses }: { readonly order: number; readonly addresses: OrderAddresses },
  writer: Writer,
): Promise<void> {
  const at = addresses.findIndex((each) => each.id === id);
  const view = addresses[at];
  const [order] = await writer.find(orderResource, condition('t.pk = ?', orderPk));
  if (!view || !order) throw new NotFound();
  const address = presentAddress(view.columns, view.email, view.phoneNumber);
  // the first address is the order's own as well, and what changes there changes here
  const columns = at === 0 ? addressColumns(order, 'shippingAddress') : view.columns;
  const parts = otherParts(sent, columns, address);
  const email = isAnother(sent.email, address.email) ? sent.email : undefined;
  const phone = isAnother(sent.phone, address.phone) ? sent.phone : undefined;
  const own =
    view.pk === null ? { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) } : {};
  const body = at === 0 && parts ? { shippingAddress: parts } : {};
  await writer.updateRow(orderResource, order, parseWriteInput(orderResource, body, 'put'), {
    columns: { shopDetails: detailsWith({ ...sent.details, ...own }, id, order) },
  });
  if (view.pk === null) return;
  const [row] = await writer.find(orderAddressResource, condition('t.pk = ?', view.pk));
  const further = {
    ...(at > 0 && parts && { address: parts }),
    ...(email !== undefined && { email: email || null }),
    ...(phone !== undefined && { phoneNumber: phone || null }),
  };
  const input = parseWriteInput(orderAddressResource, further, 'put');
  if (row) await writer.updateRow(orderAddressResource, row, input);
}

/** The order's details with what was sent of an address; what is empty is not kept. @throws InvalidField. */
function detailsWith(sent: AddressInput['details'], id: number, order: OrderRow): string | null {
  const details = detailsOf(order);
  const said = Object.entries({ ...details.addresses[id], ...sent }).filter(
    ([, value]) => !isDeepStrictEqual(value, []),
  );
  const addresses: Record<string, AddressDetails> = { ...details.addresses };
  delete addresses[id];
  if (said.length > 0) addresses[id] = Object.fromEntries(said.sort());
  return detailsColumn({ ...details, addresses });
}
