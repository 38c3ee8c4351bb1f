import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { RequireScope } from '../../../core/http/auth.guard.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { retryWithFreshScope } from '../../../core/http/fresh-scope.js';
import { IdOrIri, Text } from '../../../core/http/dto/fields.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { orderResource } from '../../orders/order.resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { Operation } from '../../../core/openapi/operation.js';
import type { Schema } from '../../../core/openapi/types.js';
import { restrictToWorkspace } from '../../../core/store/restrict-to-workspace.js';
import { Store } from '../../../core/store/store.js';
import { linkedIds } from './linked-ids.js';
import { MAX_MATCHES, findLatest, type Query } from './find-latest.js';

class ShipmentLookup {
  @Text({ description: 'A piece of a tracking number, or an order number.' })
  readonly search?: string;

  @IdOrIri()
  readonly workspaceId?: string;

  @IdOrIri({ description: 'Only shipments of this order.' })
  readonly orderId?: string;
}

class OrderLookup {
  @Text({ description: 'A piece of an order number.' })
  readonly search?: string;

  @IdOrIri()
  readonly workspaceId?: string;

  @IdOrIri({ description: 'Only orders of this shipment.' })
  readonly shipmentId?: string;
}

/** The operation of a lookup: `found` is what is told of each. */
const lookup = (tag: string, list: string, found: Readonly<Record<string, Schema>>): MethodDecorator =>
  Operation({
    id: `lookup${tag}s`,
    tag,
    summary: `Finds ${list} that somebody begins to type`,
    description: `At most ${MAX_MATCHES}, the newest first.`,
    answer: {
      description: 'What was found.',
      body: objectSchema({ [list]: { type: 'array', maxItems: MAX_MATCHES, items: objectSchema(found) } }),
    },
  });

const TEXT: Schema = { type: ['string', 'null'] };
const ID: Schema = { type: 'string', format: 'uuid' };

/** Finds what somebody begins to type: twenty matches at most, the newest first. */
@routeOptions({ limit: OPERATION_LIMIT })
@Controller()
export class LookupsController {
  constructor(
    private readonly store: Store,
    private readonly authenticator: Authenticator,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Shipments by a piece of their tracking number or by one of their order numbers; `orderId`: those of one order. */
  @Post('/shipments/lookup')
  @HttpCode(200)
  @RequireScope('read')
  @lookup('Shipment', 'shipments', {
    id: ID,
    trackingNumber: TEXT,
    orderNumbers: { type: 'array', items: { type: 'string' } },
    originCarrier: TEXT,
    trackingStatus: TEXT,
  })
  async shipments(
    @Body() { search = '', workspaceId, orderId }: ShipmentLookup,
    @Req() request: AuthenticatedRequest,
  ): Promise<object> {
    const caller = await retryWithFreshScope(request, this.authenticator, (seen) =>
      restrictToWorkspace(seen, workspaceId),
    );
    const ids =
      orderId === undefined
        ? undefined
        : await linkedIds('shipments of', orderResource, orderId, caller, this.database);
    const queries: Query[] = search === '' ? [{}] : [{ trackingNumber: search }, { orderNumbers: search }];
    const found = await findLatest(shipmentResource, queries, ids, caller, this.store);
    return {
      shipments: found.map(({ id, trackingNumber, orderNumbers, originCarrier, trackingStatus }) => ({
        id,
        trackingNumber,
        orderNumbers,
        originCarrier,
        trackingStatus,
      })),
    };
  }

  /** Orders by a piece of their number; `shipmentId`: those of one shipment. */
  @Post('/orders/lookup')
  @HttpCode(200)
  @RequireScope('read')
  @lookup('Order', 'orders', { id: ID, orderNumber: TEXT })
  async orders(
    @Body() { search = '', workspaceId, shipmentId }: OrderLookup,
    @Req() request: AuthenticatedRequest,
  ): Promise<object> {
    const caller = await retryWithFreshScope(request, this.authenticator, (seen) =>
      restrictToWorkspace(seen, workspaceId),
    );
    const ids =
      shipmentId === undefined
        ? undefined
        : await linkedIds('orders of', shipmentResource, shipmentId, caller, this.database);
    const queries: Query[] = search === '' ? [{}] : [{ orderNumber: search }];
    const found = await findLatest(orderResource, queries, ids, caller, this.store);
    return { orders: found.map(({ id, orderNumber }) => ({ id, orderNumber })) };
  }
}
