import { AsSent, Choice, Moment, Text, WholeNumber } from '../../../core/http/dto/fields.js';
import { toWire } from '../../../core/metadata/datetime.js';
import type { Resource } from '../../../core/metadata/resource.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import type { Schema } from '../../../core/openapi/types.js';
import type { Json } from '../../../core/serializer/reader.js';
import type { Caller } from '../../../core/store/caller.js';
import type { Store } from '../../../core/store/store.js';
import { orderResource } from '../../orders/order.resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { filterPairs, queryOf, queryText, readList } from '../lists.js';
import { ORDER_ROW, orderRow, SHIPMENT_ROW, shipmentRow } from '../rows.js';
import { readingTool, type Tool } from '../tool.js';

/** Items of an answer where nothing else is asked for, and at most. */
const USUAL = 10;
const MOST = 50;

class Paged {
  @WholeNumber({ min: 1, max: MOST, description: `How many; ${USUAL} where nothing is said.` })
  readonly limit?: number;

  @Text({ max: 8000, description: 'The `nextCursor` of the answer before; alone it is enough.' })
  readonly cursor?: string;
}

const filtersOf = (path: string, example: object): Schema => ({
  type: 'object',
  additionalProperties: true,
  description: `Parameters of GET ${path}, by name: lists find any of their values, and \`order\` sorts. Unknown ones are refused.`,
  examples: [example],
});

class FindShipments extends Paged {
  @AsSent(
    filtersOf('/shipments', {
      trackingStatus: ['in_transit', 'out_for_delivery'],
      destinationCountryIso2: 'DE',
      createdAt: { after: '2026-11-01' },
      order: { expectedDeliveryDate: 'asc' },
    }),
  )
  readonly filters?: unknown;
}

class FindOrders extends Paged {
  @AsSent(
    filtersOf('/orders', { fulfillmentStatus: ['not_fulfilled', 'partial'], order: { createdAt: 'asc' } }),
  )
  readonly filters?: unknown;
}

class ChangesSince extends Paged {
  @Choice(['shipments', 'orders'], { required: true, description: 'Changes of what.' })
  readonly of!: 'shipments' | 'orders';

  @Moment({
    description: 'From when on. It is needed for the first piece.',
    examples: ['2026-11-29T06:00:00Z'],
  })
  readonly since?: string;
}

class Nothing {}

const CURSOR: Schema = {
  type: ['string', 'null'],
  description: 'Gets the next piece; null when this was the last one.',
};

const listOf = (name: string, row: Schema): Schema =>
  objectSchema({ [name]: { type: 'array', items: row }, nextCursor: CURSOR });

const CHANGES = objectSchema({
  changes: {
    type: 'array',
    items: { anyOf: [SHIPMENT_ROW, ORDER_ROW] },
    description: 'The oldest change first.',
  },
  nextCursor: CURSOR,
});

const WORKSPACE: Schema = objectSchema({
  id: { type: 'string', format: 'uuid' },
  title: { type: 'string' },
  shipments: { type: 'integer' },
  orders: { type: 'integer' },
});

/** Tools that look for something. */
export function findTools(store: Store): readonly Tool[] {
  const read = async (
    resource: Resource,
    { limit = USUAL, cursor }: Paged,
    pairs: () => readonly (readonly [string, string])[],
    usualOrder: readonly [string, string],
    caller: Caller,
  ): Promise<{ items: readonly Json[]; nextCursor: string | null }> => {
    if (cursor !== undefined) return readList(store, resource, queryOf(cursor), caller);
    const given = pairs();
    const isSorted = given.some(([name]) => name.startsWith('order['));
    const query = queryText([...given, ...(isSorted ? [] : [usualOrder]), ['itemsPerPage', String(limit)]]);
    return readList(store, resource, query, caller);
  };
  const newest = ['order[createdAt]', 'desc'] as const;
  return [
    readingTool({
      name: 'find_shipments',
      title: 'Find shipments',
      description:
        'Shipments by any filter of the API, the newest first. Answers are short; explain_shipment says more.',
      input: FindShipments,
      output: listOf('shipments', SHIPMENT_ROW),
      run: async (input, caller) => {
        const asked = () => filterPairs(input.filters);
        const { items, nextCursor } = await read(shipmentResource, input, asked, newest, caller);
        return { shipments: items.map(shipmentRow), nextCursor };
      },
    }),
    readingTool({
      name: 'find_orders',
      title: 'Find orders',
      description:
        'Orders by any filter of the API, the newest first. get_order says what of one is left to ship.',
      input: FindOrders,
      output: listOf('orders', ORDER_ROW),
      run: async (input, caller) => {
        const asked = () => filterPairs(input.filters);
        const { items, nextCursor } = await read(orderResource, input, asked, newest, caller);
        return { orders: items.map(orderRow), nextCursor };
      },
    }),
    readingTool({
      name: 'changes_since',
      title: 'Changes since a moment',
      description:
        'Shipments or orders that are new or have changed since a moment. What was deleted is not among them.',
      input: ChangesSince,
      output: CHANGES,
      run: async (input, caller) => {
        const isShipments = input.of === 'shipments';
        const since = input.since === undefined ? [] : [['updatedAt[after]', toWire(input.since)] as const];
        const { items, nextCursor } = await read(
          isShipments ? shipmentResource : orderResource,
          input,
          () => since,
          ['order[updatedAt]', 'asc'],
          caller,
        );
        return { changes: items.map(isShipments ? shipmentRow : orderRow), nextCursor };
      },
    }),
    readingTool({
      name: 'list_workspaces',
      title: 'List workspaces',
      description: 'The shops and warehouses that the user sees.',
      input: Nothing,
      output: objectSchema({ workspaces: { type: 'array', items: WORKSPACE } }),
      run: async (_, caller) => {
        const { items } = await readList(store, workspaceResource, 'itemsPerPage=100', caller);
        const workspaces = items.map(({ id, title, shipmentsCount, ordersCount }) => ({
          id,
          title,
          shipments: shipmentsCount,
          orders: ordersCount,
        }));
        return { workspaces };
      },
    }),
  ];
}
