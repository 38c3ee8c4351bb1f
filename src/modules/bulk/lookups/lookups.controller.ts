import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { Needs } from '../../../core/http/auth.guard.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { seeing } from '../../../core/http/fresh-scope.js';
import { OperationBody } from '../../../core/http/operation-body.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { orderResource } from '../../orders/order.resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import type { Caller } from '../../../core/store/caller.js';
import { inWorkspace } from '../../../core/store/asked-workspace.js';
import { Store } from '../../../core/store/store.js';
import { linkedIds } from './linked-ids.js';
import { newestOf, type Query } from './newest.js';

/** What a lookup asks for. */
interface Asked {
  readonly search: string;
  readonly linkedTo: string | undefined;
  readonly caller: Caller;
}

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
  @Needs('read')
  async shipments(@Body() sent: unknown, @Req() request: AuthenticatedRequest): Promise<object> {
    const { search, linkedTo, caller } = await this.asked(sent, 'orderId', request);
    const ids =
      linkedTo === undefined
        ? undefined
        : await linkedIds('shipments of', orderResource, linkedTo, caller, this.database);
    const queries: Query[] = search === '' ? [{}] : [{ trackingNumber: search }, { orderNumbers: search }];
    const found = await newestOf(shipmentResource, queries, ids, caller, this.store);
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
  @Needs('read')
  async orders(@Body() sent: unknown, @Req() request: AuthenticatedRequest): Promise<object> {
    const { search, linkedTo, caller } = await this.asked(sent, 'shipmentId', request);
    const ids =
      linkedTo === undefined
        ? undefined
        : await linkedIds('orders of', shipmentResource, linkedTo, caller, this.database);
    const queries: Query[] = search === '' ? [{}] : [{ orderNumber: search }];
    const found = await newestOf(orderResource, queries, ids, caller, this.store);
    return { orders: found.map(({ id, orderNumber }) => ({ id, orderNumber })) };
  }

  private async asked(sent: unknown, linked: string, request: AuthenticatedRequest): Promise<Asked> {
    const body = new OperationBody(sent);
    const search = body.text('search') ?? '';
    const [workspaceId, linkedTo] = [body.id('workspaceId'), body.id(linked)];
    body.done();
    const caller = await seeing(request, this.authenticator, (seen) =>
      Promise.resolve().then(() => inWorkspace(seen, workspaceId)),
    );
    return { search, linkedTo, caller };
  }
}
