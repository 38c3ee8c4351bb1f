import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { Encryption } from '../../core/database/encryption.js';
import type { AuthenticatedRequest } from '../../core/http/authenticator.js';
import { Answered } from '../../core/http/dto/answers.js';
import { Moment } from '../../core/http/dto/fields.js';
import { Dto } from '../../core/http/dto/dto.js';
import { routeOptions } from '../../core/http/route-options.js';
import { requeue } from '../../core/outbox/queue.js';
import { toStored } from '../../core/metadata/datetime.js';
import { BadInput } from '../../core/metadata/errors.js';
import { answeredSchema } from '../../core/openapi/answered-schemas.js';
import { EXAMPLE_ID } from '../../core/openapi/field-schema.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import { Clock } from '../../core/database/clock.js';
import { Store } from '../../core/store/store.js';
import type { Caller } from '../../core/store/caller.js';
import { workflowResource } from './workflows/workflow.resource.js';
import { WebhookDispatcher } from './webhook-dispatcher.js';
import { type Webhook, findWebhook } from './webhook.js';
import { WebhookWorker } from './webhook-worker.js';
import { workflowRunResource } from './workflow-run.resource.js';

@Dto({ name: 'WebhookSpan' })
class SpanToRedeliver {
  @Moment({ required: true })
  readonly from!: string;

  @Moment({ description: 'Now, when it is left out.' })
  readonly to?: string;
}

@Dto({ name: 'WebhookRedelivery' })
class Redelivery {
  @Answered({ type: 'integer', minimum: 0 })
  readonly queued!: number;
}

/** What can be done with a webhook beside changing it. */
@routeOptions({ limit: OPERATION_LIMIT, writesInTeams: true })
@Operations({
  tag: workflowResource.name,
  path: { id: { description: 'The id of the webhook.', format: 'uuid', examples: [EXAMPLE_ID] } },
})
@Controller('/workflows/:id')
export class WebhooksController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: Store,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
    private readonly courier: WebhookDispatcher,
    private readonly worker: WebhookWorker,
  ) {}

  /** Sends a request that tells of nothing, and answers what came of it. */
  @Post('/ping')
  @HttpCode(200)
  @Operation({
    id: 'pingWebhook',
    summary: 'Sends a webhook a request that tells of nothing',
    description: 'The body of the request is `{"data":[]}`, signed and authorised like all others.',
    answer: {
      description: 'What came of it.',
      body: (components) => answeredSchema(workflowRunResource, 'get', false, components),
    },
    errors: [400, 404],
  })
  async ping(@Param('id') id: string, @Req() { caller }: AuthenticatedRequest): Promise<object> {
    const run = await this.courier.ping(await this.webhook(id, caller));
    return this.store.item(workflowRunResource, run, caller, false);
  }

  /** Queues again what it was told of in a span of time: `{"from": …, "to": …}`, `to` being now when it is left out. */
  @Post('/redeliver')
  @HttpCode(200)
  @Operation({
    id: 'redeliverWebhook',
    summary: 'Tells a webhook again what it was told of in a span of time',
    description:
      'Also what was given up. Each change keeps its `webhook-id`, where it was told alone. Events are kept for 14 days.',
    answer: { description: 'How many changes are queued again.', body: Redelivery },
    errors: [404],
  })
  async redeliver(
    @Param('id') id: string,
    @Body() { from, to }: SpanToRedeliver,
    @Req() { caller }: AuthenticatedRequest,
  ): Promise<Redelivery> {
    const span = { from, to: to ?? toStored(this.clock.now()) };
    const webhook = await this.webhook(id, caller);
    const queued = await this.database.transaction(
      (transaction) => requeue(webhook.id, span, transaction),
      caller,
    );
    this.worker.wake();
    return { queued };
  }

  /** @throws NotFound, BadInput when it is an integration. */
  private async webhook(id: string, caller: Caller): Promise<Webhook> {
    const item = await this.store.item(workflowResource, id, caller, false);
    const webhook = await findWebhook(item.id as string, this.database, this.encryption);
    if (!webhook) throw new BadInput('This workflow is no webhook.');
    return webhook;
  }
}
