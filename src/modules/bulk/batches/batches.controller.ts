import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { seeing } from '../../../core/http/fresh-scope.js';
import { OperationBody } from '../../../core/http/operation-body.js';
import { tellingOf } from '../../../core/http/resource-writes.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { orderItemResource } from '../../orders/order-items/order-item.resource.js';
import { orderResource } from '../../orders/order.resource.js';
import { productVariantResource } from '../../products/product-variant.resource.js';
import { productResource } from '../../products/product.resource.js';
import { iriOf, type Resource } from '../../../core/metadata/resource.js';
import { isNoChoice } from '../../../core/metadata/violation.js';
import { shipmentItemResource } from '../../shipments/shipment-items/shipment-item.resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { BEARERS, ENTITIES, findStatus } from '../../orders/statuses/status-references.js';
import { statusResource } from '../../orders/statuses/status.resource.js';
import { inWorkspace } from '../../../core/store/asked-workspace.js';
import { Store } from '../../../core/store/store.js';
import { type BatchAnswer, eachAlone } from './each-alone.js';

/** Records of one batch at most. */
export const MOST_RECORDS = 1000;

/** What can be deleted in batches, by the path of its resource. */
const DELETABLE: Readonly<Record<string, Resource>> = Object.fromEntries(
  [
    orderResource,
    orderItemResource,
    shipmentResource,
    shipmentItemResource,
    productResource,
    productVariantResource,
    statusResource,
  ].map((resource) => [resource.path, resource]),
);

export const DELETABLE_ENTITIES = Object.keys(DELETABLE);

/** The same for many records. What the caller does not see is as if it were not there. */
@routeOptions({ limit: OPERATION_LIMIT, writesInTeams: true })
@Controller()
export class BatchesController {
  constructor(
    private readonly store: Store,
    private readonly authenticator: Authenticator,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Gives orders or shipments a status; without one they lose theirs. */
  @Post('/change_status_batch')
  @HttpCode(200)
  async changeStatus(@Body() sent: unknown, @Req() request: AuthenticatedRequest): Promise<BatchAnswer> {
    const body = new OperationBody(sent);
    const entity = body.choice('entity', ENTITIES);
    const ids = body.ids('ids', MOST_RECORDS);
    const [workspaceId, statusId] = [body.id('workspaceId'), body.id('statusId')];
    body.done();
    const { caller, iri } = await seeing(request, this.authenticator, async (seen) => {
      const narrow = inWorkspace(seen, workspaceId);
      if (statusId === undefined) return { caller: narrow, iri: null };
      const status = await findStatus(statusId, narrow, this.database);
      if (status.entity !== entity) body.refuse(isNoChoice('statusId'));
      return { caller: narrow, iri: iriOf(statusResource, status.id) };
    });
    body.done();
    const { resource, field } = BEARERS[entity];
    return eachAlone(entity, ids, (id) =>
      this.store.update(resource, id, { [field]: iri }, caller, { ld: false, ...tellingOf(request) }),
    );
  }

  @Post('/delete_records_batch')
  @HttpCode(200)
  async delete(@Body() sent: unknown, @Req() request: AuthenticatedRequest): Promise<BatchAnswer> {
    const body = new OperationBody(sent);
    const entity = body.choice('entity', DELETABLE_ENTITIES);
    const ids = body.ids('ids', MOST_RECORDS);
    const workspaceId = body.id('workspaceId');
    body.done();
    const caller = await seeing(request, this.authenticator, (seen) =>
      Promise.resolve().then(() => inWorkspace(seen, workspaceId)),
    );
    const resource = DELETABLE[entity] as Resource;
    return eachAlone(entity, ids, (id) =>
      this.store.remove(resource, id, caller, undefined, tellingOf(request)),
    );
  }
}
