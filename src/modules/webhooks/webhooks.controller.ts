import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { Encryption } from '../../core/database/encryption.js';
import type { AuthenticatedRequest } from '../../core/http/authenticator.js';
import { routeOptions } from '../../core/http/route-options.js';
import { requeue } from '../../core/outbox/queue.js';
import { parseDatetime, toStored } from '../../core/metadata/datetime.js';
import { BadInput, Violations } from '../../core/metadata/errors.js';
import { isBlank, isNotValid, type Violation } from '../../core/metadata/violation.js';
import { Clock } from '../../core/database/clock.js';
import { Store } from '../../core/store/store.js';
import type { Caller } from '../../core/store/caller.js';
import { workflowResource } from './workflows/workflow.resource.js';
import { WebhookDispatcher } from './webhook-dispatcher.js';
import { type Webhook, findWebhook } from './webhook.js';
import { WebhookWorker } from './webhook-worker.js';
import { workflowRunResource } from './workflow-run.resource.js';

/** What can be done with a webhook beside changing it. */
@routeOptions({ limit: OPERATION_LIMIT, writesInTeams: true })
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
  async ping(@Param('id') id: string, @Req() { caller }: AuthenticatedRequest): Promise<object> {
    const run = await this.courier.ping(await this.webhook(id, caller));
    return this.store.item(workflowRunResource, run, caller, false);
  }

  /** Queues again what it was told of in a span of time: `{"from": …, "to": …}`, `to` being now when it is left out. */
  @Post('/redeliver')
  @HttpCode(200)
  async redeliver(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() { caller }: AuthenticatedRequest,
  ): Promise<{ readonly queued: number }> {
    const span = spanIn(body, this.clock.now());
    const webhook = await this.webhook(id, caller);
    const queued = await this.database.transaction(
      (transaction) => requeue(webhook.id, span, transaction),
      caller.request,
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

/** @throws BadInput, Violations. */
function spanIn(body: unknown, now: number): { readonly from: string; readonly to: string } {
  if (typeof body !== 'object' || body === null) throw new BadInput('The body must be a JSON object.');
  const sent = body as { readonly from?: unknown; readonly to?: unknown };
  const violations: Violation[] = [];
  const moment = (name: 'from' | 'to', otherwise: string | undefined): string => {
    const value = sent[name] ?? '';
    if (value === '' && otherwise !== undefined) return otherwise;
    const parsed = typeof value === 'string' ? parseDatetime(value) : undefined;
    if (parsed === undefined) violations.push(value === '' ? isBlank(name) : isNotValid(name));
    return parsed ?? '';
  };
  const span = { from: moment('from', undefined), to: moment('to', toStored(now)) };
  if (violations.length > 0) throw new Violations(violations);
  return span;
}
