import { endSubscription, subscribe } from '../../../core/outbox/subscribe.js';
import type { AfterWrite } from '../../../core/metadata/resource.js';
import { WEBHOOK } from './webhook-is-complete.js';
import { periodOf } from './webhook-period.js';
import type { Workflow } from './workflow.entity.js';

/** What a webhook is told of follows its fields; a change of it is also the moment to try again what has failed. */
export const webhookSubscribes: AfterWrite<Workflow> = async ({ before, after }, transaction) => {
  const webhook = after ?? before;
  if (webhook?.type !== WEBHOOK) return;
  const { id, workspacePk, entity, event, field, period } = webhook;
  if (!after) return endSubscription(id, transaction);
  const active = Boolean(after.enabled);
  await subscribe(
    { id, workspacePk, entity, event, field, period: periodOf(period) ?? 0, active },
    transaction,
  );
};
