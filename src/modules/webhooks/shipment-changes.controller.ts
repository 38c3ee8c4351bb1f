import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { Answered, AnsweredList, MOMENT, TEXT_OR_NULL } from '../../core/http/dto/answers.js';
import { Dto } from '../../core/http/dto/dto.js';
import { retryWithFreshScope } from '../../core/http/fresh-scope.js';
import { isIn } from '../../core/metadata/condition.js';
import { toWire } from '../../core/metadata/datetime.js';
import { NotFound } from '../../core/metadata/errors.js';
import { iriOf } from '../../core/metadata/resource.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import { DELIVERY_STATES, type DeliveryState, historyOf } from '../../core/outbox/item-history.js';
import { idIs } from '../../core/query/collection-query.js';
import { isUuid } from '../../core/store/references.js';
import { Store } from '../../core/store/store.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { workflowResource } from './workflows/workflow.resource.js';

@Dto({ name: 'ChangeDelivery' })
class ChangeDelivery {
  @Answered({ type: 'string', format: 'iri-reference', description: 'The webhook.' })
  readonly workflow!: string;

  @Answered(TEXT_OR_NULL)
  readonly title!: string | null;

  @Answered({
    type: 'string',
    enum: [...DELIVERY_STATES],
    description: '`dead`: it has failed for so long that nobody tries any more.',
  })
  readonly state!: DeliveryState;

  @Answered({ type: 'integer', minimum: 0, description: 'How often it has failed.' })
  readonly attempts!: number;
}

@Dto({ name: 'ShipmentChange' })
class ShipmentChange {
  @Answered({ type: 'string', enum: ['create', 'update', 'delete'] })
  readonly event!: string;

  @Answered({
    type: 'array',
    items: { type: 'string' },
    description: 'The fields of an update, with dots in parts of an object: `address.city`.',
  })
  readonly updatedFields!: readonly string[];

  @Answered(MOMENT)
  readonly createdAt!: string;

  @AnsweredList(ChangeDelivery)
  readonly deliveries!: readonly ChangeDelivery[];
}

/** What has become of a shipment, and which webhooks were told. */
@Operations({
  tag: shipmentResource.name,
  path: { id: { description: 'The id of the shipment.', format: 'uuid' } },
})
@Controller('/shipments/:id/changes')
export class ShipmentChangesController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: Store,
    private readonly authenticator: Authenticator,
  ) {}

  @Get()
  @Operation({
    id: 'getShipmentChanges',
    summary: 'What of a shipment has changed, when, and which webhooks were told',
    description:
      'The last 100 changes of the last 14 days. They are kept for workspaces with webhooks, and for those whose changes somebody listens to, such as the dashboard.',
    answer: { description: 'The changes, the newest first.', body: [ShipmentChange] },
    errors: [404],
  })
  async list(
    @Param('id') id: string,
    @Req() request: AuthenticatedRequest,
  ): Promise<readonly ShipmentChange[]> {
    if (!isUuid(id)) throw new NotFound();
    const [row, caller] = await retryWithFreshScope(request, this.authenticator, async (asking) => {
      const [found] = await this.store.rows(shipmentResource, idIs(id.toLowerCase()), asking);
      if (!found) throw new NotFound();
      return [found, asking] as const;
    });
    const { path: entity } = shipmentResource;
    const events = await historyOf(this.database, { ...row, entity, id: row.id });
    const ids = [...new Set(events.flatMap(({ deliveries }) => deliveries.map((each) => each.subscriber)))];
    const webhooks = ids.length > 0 ? await this.store.rows(workflowResource, isIn('t.id', ids), caller) : [];
    const titles = new Map(webhooks.map(({ id: known, title }) => [known, title]));
    return events.map(({ event, fields, createdAt, deliveries }) => ({
      event,
      updatedFields: fields,
      createdAt: toWire(createdAt),
      deliveries: deliveries
        .filter(({ subscriber }) => titles.has(subscriber))
        .map(({ subscriber, state, attempts }) => ({
          workflow: iriOf(workflowResource, subscriber),
          title: titles.get(subscriber) ?? null,
          state,
          attempts,
        })),
    }));
  }
}
