import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { retryWithFreshScope } from '../../../core/http/fresh-scope.js';
import { Choice, IdOrIri, Ids } from '../../../core/http/dto/fields.js';
import { eventOptionsOf } from '../../../core/http/event-options.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { orderItemResource } from '../../orders/order-items/order-item.resource.js';
import { orderResource } from '../../orders/order.resource.js';
import { productVariantResource } from '../../products/product-variant.resource.js';
import { productResource } from '../../products/product.resource.js';
import { Violations } from '../../../core/metadata/errors.js';
import { iriOf, type Resource } from '../../../core/metadata/resource.js';
import { isNoChoice } from '../../../core/metadata/violation.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { shipmentItemResource } from '../../shipments/shipment-items/shipment-item.resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import {
  STATUS_HOLDERS,
  ENTITIES,
  type Entity,
  findStatus,
} from '../../orders/statuses/status-references.js';
import { statusResource } from '../../orders/statuses/status.resource.js';
import { restrictToWorkspace } from '../../../core/store/restrict-to-workspace.js';
import { Store } from '../../../core/store/store.js';
import { BatchAnswer, batchAnswer } from './batch-answer.js';

/** Records of one batch at most. */
const MAX_RECORDS = 1000;

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

const KIND = { required: true, description: 'What kind of records.' };
const RECORDS = { max: MAX_RECORDS, description: 'Ids or IRIs.' };
const WORKSPACE = {
  description: 'The id or IRI of the workspace that all records are in; without it they may be in any.',
};

class StatusOfMany {
  @Choice(ENTITIES, KIND)
  readonly entity!: Entity;

  @Ids(RECORDS)
  readonly ids!: readonly string[];

  @IdOrIri(WORKSPACE)
  readonly workspaceId?: string;

  @IdOrIri({ description: 'The id or IRI of a status of that kind; without it they lose theirs.' })
  readonly statusId?: string;
}

class RecordsToDelete {
  @Choice(Object.keys(DELETABLE), KIND)
  readonly entity!: string;

  @Ids(RECORDS)
  readonly ids!: readonly string[];

  @IdOrIri(WORKSPACE)
  readonly workspaceId?: string;
}

const EACH_ALONE = {
  description: 'A record that is refused holds no other back. What the client does not see is not found.',
  answer: { description: 'What became of each, in the order in which they were named.', body: BatchAnswer },
};

/** The same for many records. What the caller does not see is as if it were not there. */
@Operations({ tag: { name: 'Batches', description: 'The same for many records.' } })
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
  @Operation({
    id: 'changeStatusBatch',
    summary: 'Gives many orders or shipments a status',
    ...EACH_ALONE,
  })
  async changeStatus(
    @Body() { entity, ids, workspaceId, statusId }: StatusOfMany,
    @Req() request: AuthenticatedRequest,
  ): Promise<BatchAnswer> {
    const { caller, iri } = await retryWithFreshScope(request, this.authenticator, async (seen) => {
      const narrow = restrictToWorkspace(seen, workspaceId);
      if (statusId === undefined) return { caller: narrow, iri: null };
      const status = await findStatus(statusId, narrow, this.database);
      if (status.entity !== entity) throw new Violations([isNoChoice('statusId')]);
      return { caller: narrow, iri: iriOf(statusResource, status.id) };
    });
    const { resource, field } = STATUS_HOLDERS[entity];
    const results = await this.store.updateMany(
      resource,
      ids,
      { [field]: iri },
      caller,
      eventOptionsOf(request),
    );
    return batchAnswer(entity, ids, results);
  }

  @Post('/delete_records_batch')
  @HttpCode(200)
  @Operation({ id: 'deleteRecordsBatch', summary: 'Deletes many records', ...EACH_ALONE })
  async delete(
    @Body() { entity, ids, workspaceId }: RecordsToDelete,
    @Req() request: AuthenticatedRequest,
  ): Promise<BatchAnswer> {
    const caller = await retryWithFreshScope(request, this.authenticator, (seen) =>
      restrictToWorkspace(seen, workspaceId),
    );
    const resource = DELETABLE[entity] as Resource;
    const results = await this.store.removeMany(resource, ids, caller, eventOptionsOf(request));
    return batchAnswer(entity, ids, results);
  }
}
