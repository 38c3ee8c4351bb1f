import { Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { Metrics } from '../../core/metrics/metrics.js';
import { CODE, type Violation } from '../../core/metadata/violation.js';
import { Store } from '../../core/store/store.js';
import { workflowResource } from './workflows/workflow.resource.js';
import { AddressPolicy } from './address-policy.js';
import { FailureMail } from './failure-mail.js';
import { WebhookDispatcher } from './webhook-dispatcher.js';
import { HttpClient } from './http-client.js';
import { WebhookWorker } from './webhook-worker.js';
import { ShipmentChangesController } from './shipment-changes.controller.js';
import { WebhooksController } from './webhooks.controller.js';

/** Webhooks: what they are told, how, and what came of it. */
@Module({
  controllers: [WebhooksController, ShipmentChangesController],
  providers: [
    {
      provide: AddressPolicy,
      inject: [CONFIG],
      useFactory: ({ webhookNetworks, webhookPorts }: Config) =>
        new AddressPolicy(webhookNetworks, webhookPorts),
    },
    {
      provide: HttpClient,
      inject: [AddressPolicy],
      useFactory: (policy: AddressPolicy) => new HttpClient(policy),
    },
    {
      provide: WebhookDispatcher,
      inject: [DATABASE, Clock, HttpClient, FailureMail, Metrics],
      useFactory: (
        database: Database,
        clock: Clock,
        sender: HttpClient,
        mail: FailureMail,
        metrics: Metrics,
      ) => new WebhookDispatcher(database, clock, sender, mail, metrics),
    },
    FailureMail,
    WebhookWorker,
  ],
  exports: [AddressPolicy, HttpClient],
})
export class WebhooksModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly store: Store,
    private readonly policy: AddressPolicy,
    private readonly sender: HttpClient,
  ) {}

  /** A URL is looked up before anything is locked; when it is used it is looked up again. */
  onModuleInit(): void {
    this.store.addAsyncValidator(workflowResource, async (body) => ({
      violations: await this.refusals(body, ''),
    }));
  }

  /** Of a body, and of the workflow that it may carry. */
  private async refusals(body: unknown, prefix: string): Promise<Violation[]> {
    if (typeof body !== 'object' || body === null) return [];
    const { url, integration } = body as { readonly url?: unknown; readonly integration?: unknown };
    const message = typeof url === 'string' ? await this.policy.refusalOf(url) : undefined;
    const inside = await this.refusals(integration, `${prefix}integration.`);
    return message === undefined
      ? inside
      : [{ propertyPath: `${prefix}url`, message, code: CODE.url }, ...inside];
  }

  onApplicationShutdown(): void {
    this.sender.close();
  }
}
