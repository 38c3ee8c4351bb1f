import { Text, IdOrIri, ListOf, WholeNumber, EmailAddress, AsSent } from '../../../core/http/dto/fields.js';
import { BadInput } from '../../../core/metadata/errors.js';
import { iriOf } from '../../../core/metadata/resource.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import type { Schema } from '../../../core/openapi/types.js';
import type { Json } from '../../../core/serializer/reader.js';
import type { Caller } from '../../../core/store/caller.js';
import type { Store } from '../../../core/store/store.js';
import { orderItemResource } from '../../orders/order-items/order-item.resource.js';
import { orderResource } from '../../orders/order.resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { findOrder, readList, stepTo } from '../lists.js';
import { CUSTOMER, customerOf, ORDER_ROW, orderRow, outside, SHIPMENT_ROW, shipmentRow } from '../rows.js';
import { workspaceOf } from '../places.js';
import { readingTool, type Tool, writingTool } from '../tool.js';

/** Items of an order that are looked at: one page of the API. */
const MAX_ITEMS = 500;

const ADDRESS: Schema = {
  type: 'object',
  additionalProperties: true,
  description:
    'firstName, lastName, company, addressLine1, addressLine2, city, postcode, state, countryIso2.',
};

class OneOrder {
  @Text({ required: true, description: 'Its id, its number, or its `uri`.', examples: ['100042'] })
  readonly order!: string;
}

class NewItem {
  @Text({ required: true })
  readonly productName!: string;

  @Text({ description: "The shop's own code of the product." })
  readonly sku?: string;

  @WholeNumber({ min: 1, max: 1_000_000, required: true, description: 'How many.' })
  readonly qty!: number;

  @Text({ max: 20, description: 'Of one.', examples: ['9.90'] })
  readonly price?: string;
}

class NewOrder {
  @IdOrIri({ description: 'The id of the workspace; it can be left out where the user sees just one.' })
  readonly workspace?: string;

  @Text({ required: true, description: 'The number that the shop has given it.' })
  readonly orderNumber!: string;

  @EmailAddress({ description: "The customer's." })
  readonly email?: string;

  @AsSent(ADDRESS)
  readonly shippingAddress?: unknown;

  @ListOf(() => NewItem, { max: 100, description: 'What was ordered.' })
  readonly items?: readonly NewItem[];
}

class Parcel {
  @Text({ description: 'As the label has it.' })
  readonly trackingNumber?: string;

  @Text({ description: 'The code or name of the carrier; the number says it where nobody does.' })
  readonly carrier?: string;
}

class NewShipment extends Parcel {
  @IdOrIri({ description: 'The id of the workspace; it can be left out where the user sees just one.' })
  readonly workspace?: string;

  @Text({ description: 'The number of its order.' })
  readonly orderNumber?: string;

  @EmailAddress({ description: "The recipient's." })
  readonly email?: string;

  @AsSent(ADDRESS)
  readonly address?: unknown;
}

class ShipRemaining extends Parcel {
  @Text({ required: true, description: 'The id, number or `uri` of the order.' })
  readonly order!: string;
}

const QTY: Schema = { type: 'integer' };

const ITEM = objectSchema({
  id: { type: 'string', format: 'uuid' },
  ordered: QTY,
  sent: QTY,
  leftToShip: QTY,
  fromOutside: outside({ productName: { type: 'string' }, productSku: { type: 'string' } }),
});

const ORDER = objectSchema({
  order: ORDER_ROW,
  leftToShip: { ...QTY, description: 'Pieces of all items that are in no shipment yet.' },
  items: { type: 'array', items: ITEM },
  shipments: { type: 'array', items: SHIPMENT_ROW },
  customer: CUSTOMER,
});

const leftOf = ({ qty, fulfilledQty }: Json): number => Math.max(0, Number(qty) - Number(fulfilledQty));

/** Tools about orders, and what makes shipments. */
export function orderTools(store: Store): readonly Tool[] {
  const itemsOf = async (order: Json, caller: Caller): Promise<readonly Json[]> => {
    const step = stepTo(orderResource, String(order.id), 'items');
    return (await readList(store, orderItemResource, `itemsPerPage=${MAX_ITEMS}`, caller, [step])).items;
  };
  const create = (body: object, caller: Caller): Promise<Json> =>
    store.create(shipmentResource, body, caller, { ld: false });
  const workspaceIri = (named: string | undefined, caller: Caller): string =>
    iriOf(workspaceResource, workspaceOf(named, caller));

  return [
    readingTool({
      name: 'get_order',
      title: 'Order status',
      description: 'The status of an order, its shipments, and what of it is left to ship.',
      input: OneOrder,
      output: ORDER,
      run: async ({ order: name }, caller) => {
        const order = await findOrder(store, name, caller);
        const ids = ((order.shipments ?? []) as string[]).map((iri) => iri.slice(iri.lastIndexOf('/') + 1));
        const [items, shipments] = await Promise.all([
          itemsOf(order, caller),
          store.items(shipmentResource, ids.slice(0, 50), caller, false),
        ]);
        return {
          order: orderRow(order),
          leftToShip: items.reduce((sum, item) => sum + leftOf(item), 0),
          items: items.map((item) => ({
            id: item.id,
            ordered: Number(item.qty),
            sent: Number(item.fulfilledQty),
            leftToShip: leftOf(item),
            fromOutside: {
              ...(item.productName === null ? {} : { productName: item.productName }),
              ...(item.productSku === null ? {} : { productSku: item.productSku }),
            },
          })),
          shipments: shipments.map(shipmentRow),
          customer: customerOf(order, 'shippingAddress'),
        };
      },
    }),
    writingTool({
      name: 'create_order',
      title: 'Create an order',
      description: 'Makes an order with its items, in one step.',
      input: NewOrder,
      output: objectSchema({ order: ORDER_ROW }),
      run: async ({ workspace, orderNumber, email, shippingAddress, items = [] }, caller) => {
        const body = {
          workspace: workspaceIri(workspace, caller),
          orderNumber,
          ...(email === undefined ? {} : { email }),
          ...(shippingAddress === undefined ? {} : { shippingAddress }),
          items: items.map(({ productName, sku, qty, price }) => ({
            productName,
            qty,
            ...(sku === undefined ? {} : { productSku: sku }),
            ...(price === undefined ? {} : { price }),
          })),
        };
        return { order: orderRow(await store.create(orderResource, body, caller, { ld: false })) };
      },
    }),
    writingTool({
      name: 'create_shipment',
      title: 'Create a shipment',
      description:
        'Makes a shipment, which is tracked from then on. ship_remaining is for what an order still has.',
      input: NewShipment,
      output: objectSchema({ shipment: SHIPMENT_ROW }),
      run: async ({ workspace, orderNumber, email, address, ...parcel }, caller) => {
        const made = await create(
          {
            workspace: workspaceIri(workspace, caller),
            ...parcelBody(parcel),
            ...(orderNumber === undefined ? {} : { orderNumbers: [orderNumber] }),
            ...(email === undefined ? {} : { email }),
            ...(address === undefined ? {} : { address }),
          },
          caller,
        );
        return { shipment: shipmentRow(made) };
      },
    }),
    writingTool({
      name: 'ship_remaining',
      title: 'Ship what is left',
      description: 'Makes one shipment of everything of an order that is in no shipment yet.',
      input: ShipRemaining,
      output: objectSchema({ shipment: SHIPMENT_ROW, pieces: QTY }),
      run: async ({ order: name, ...parcel }, caller) => {
        const order = await findOrder(store, name, caller);
        const left = (await itemsOf(order, caller)).filter((item) => leftOf(item) > 0);
        if (left.length === 0)
          throw new BadInput('Everything of this order is in shipments already; get_order shows them.');
        const { email, phoneNumber, shippingAddress } = order;
        const made = await create(
          {
            workspace: order.workspace,
            ...parcelBody(parcel),
            orderNumbers: [order.orderNumber],
            shipmentItems: left.map((item) => ({
              orderItem: iriOf(orderItemResource, String(item.id)),
              qty: leftOf(item),
            })),
            ...(email === null ? {} : { email }),
            ...(phoneNumber === null ? {} : { phoneNumber }),
            ...(shippingAddress === null ? {} : { address: shippingAddress }),
          },
          caller,
        );
        return { shipment: shipmentRow(made), pieces: left.reduce((sum, item) => sum + leftOf(item), 0) };
      },
    }),
  ];
}

const parcelBody = ({ trackingNumber, carrier }: Parcel): object => ({
  ...(trackingNumber === undefined ? {} : { trackingNumber }),
  ...(carrier === undefined ? {} : { originCarrier: carrier }),
});
