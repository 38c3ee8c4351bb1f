import type { ListResourcesResult, ReadResourceResult } from '@modelcontextprotocol/sdk/types.js';
import { NotFound } from '../../core/metadata/errors.js';
import { isUuid } from '../../core/store/references.js';
import type { Caller } from '../../core/store/caller.js';
import type { Store } from '../../core/store/store.js';
import { orderResource } from '../orders/order.resource.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { queryOf, readList } from './lists.js';
import { customerOf, orderRow, shipmentUri } from './rows.js';
import type { ShipmentStory } from './tools/explain.js';

const JSON_TYPE = 'application/json';

/** A kind of resource: `waybill://shipments/{id}`. */
export const TEMPLATES = [
  {
    uriTemplate: 'waybill://shipments/{id}',
    name: 'shipment',
    title: 'A shipment',
    description: 'Where it is, whether it is late, and when it will come, as explain_shipment answers it.',
    mimeType: JSON_TYPE,
  },
  {
    uriTemplate: 'waybill://orders/{id}',
    name: 'order',
    title: 'An order',
    description: 'Its status and its customer.',
    mimeType: JSON_TYPE,
  },
];

/** The kind and id that a URI names; undefined when it is none of ours. */
export function partsOf(
  uri: string,
): { readonly kind: 'shipments' | 'orders'; readonly id: string } | undefined {
  const [, kind, id = ''] = /^waybill:\/\/(shipments|orders)\/([^/?#]+)$/.exec(uri) ?? [];
  return kind !== undefined && isUuid(id)
    ? { kind: kind as 'shipments' | 'orders', id: id.toLowerCase() }
    : undefined;
}

/** What an agent can read, and subscribe to. */
export class McpResources {
  constructor(
    private readonly store: Store,
    private readonly story: ShipmentStory,
  ) {}

  /** The shipments that changed last. */
  async list(cursor: string | undefined, caller: Caller): Promise<ListResourcesResult> {
    const query = cursor === undefined ? 'order[updatedAt]=desc&itemsPerPage=20' : queryOf(cursor);
    const { items, nextCursor } = await readList(this.store, shipmentResource, query, caller);
    const resources = items.map(({ id, trackingNumber }) => ({
      uri: shipmentUri(String(id)),
      name: `shipment ${String(trackingNumber ?? id)}`,
      mimeType: JSON_TYPE,
    }));
    return { resources, ...(nextCursor === null ? {} : { nextCursor }) };
  }

  /** @throws NotFound. */
  async read(uri: string, caller: Caller): Promise<ReadResourceResult> {
    const parts = partsOf(uri);
    if (!parts) throw new NotFound();
    const value =
      parts.kind === 'shipments' ? await this.story.of(parts.id, caller) : await this.order(parts.id, caller);
    return { contents: [{ uri, mimeType: JSON_TYPE, text: JSON.stringify(value) }] };
  }

  /** @throws NotFound when there is nothing that the caller could subscribe to. */
  async check(uri: string, caller: Caller): Promise<void> {
    const parts = partsOf(uri);
    if (!parts) throw new NotFound();
    await this.store.item(
      parts.kind === 'shipments' ? shipmentResource : orderResource,
      parts.id,
      caller,
      false,
    );
  }

  private async order(id: string, caller: Caller): Promise<object> {
    const item = await this.store.item(orderResource, id, caller, false);
    return { order: orderRow(item), customer: customerOf(item, 'shippingAddress') };
  }
}
