import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/database/clock.js';
import type { Database } from '../../core/database/database.js';
import { insertInto } from '../../core/database/insert.js';
import { type Lease, renew } from '../../core/outbox/lease.js';
import { postpone, type Queued, settle } from '../../core/outbox/queue.js';
import { condition } from '../../core/metadata/condition.js';
import { toMilliseconds, toStored } from '../../core/metadata/datetime.js';
import { MASK } from '../../core/metadata/fields/encrypted.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import type { Metrics } from '../../core/metrics/metrics.js';
import { inSpan, traceHeaders } from '../../core/tracing/tracing.js';
import { RepeatedFailures } from '../../core/metrics/repeated-failures.js';
import { heldRows, recordRow, updateRow, withDefaults } from '../../core/store/row-changes.js';
import { GIVE_UP_AFTER_MS, backoffDelay } from './backoff.js';
import { TIMEOUT_MS, type HttpReply, type HttpClient } from './http-client.js';
import type { FailureMail } from './failure-mail.js';
import { signedHeaders } from './signature.js';
import type { Webhook } from './webhook.js';
import type { RunStatus } from './workflow-run.resource.js';
import { Workflow } from './workflows/workflow.entity.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { OutboxSubscription } from '../../core/outbox/outbox-subscription.entity.js';
import { WorkflowRun } from './workflow-run.entity.js';

const outboxSubscriptions = sqlNames(OutboxSubscription);

/** What is told with one request. */
export interface WebhookMessage {
  /** The same in every attempt. */
  readonly messageId: string;
  /** JSON. */
  readonly body: string;
  readonly queued: readonly Queued[];
  /** W3C's trace contexts of the requests that made its events. */
  readonly traceparents: readonly (string | null)[];
}

/** What came of a dispatch. `stopped`: the queue is not the caller's any more, or the webhook is disabled. */
export interface DeliveryOutcome {
  readonly status: RunStatus;
  readonly stopped: boolean;
  /** There was no answer for as long as anybody waits for one. */
  readonly timedOut: boolean;
  /** When it is tried again, in milliseconds since 1970. */
  readonly dueAt: number | undefined;
}

/** Milliseconds within which a receiver answers that holds nobody up. */
const SLOW_AFTER_MS = 250;

/** Characters of an answer that are kept. */
const MAX_LOG_LENGTH = 1000;

const UNREADABLE_SECRETS: HttpReply = {
  code: null,
  text: '',
  error: 'Its secrets were sealed with another ENCRYPTION_KEY: set them again.',
  duration: 0,
};

const isSuccess = ({ code }: HttpReply): boolean => code !== null && code >= 200 && code < 300;

/** Sends requests to webhooks, and writes down what came of them. */
export class WebhookDispatcher {
  private readonly failures = new RepeatedFailures('webhooks');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly client: HttpClient,
    private readonly failureMail: FailureMail,
    private readonly metrics: Metrics,
  ) {}

  /** Tells a webhook of something; what came of it is kept with the queue's new state, or not at all. */
  deliver(
    webhook: Webhook,
    lease: Lease,
    message: WebhookMessage,
    onLinger: () => void,
  ): Promise<DeliveryOutcome> {
    const span = {
      name: 'deliver webhook',
      kind: 'client',
      traceparents: message.traceparents,
      attributes: {
        'waybill.workflow.id': webhook.id,
        'messaging.message.id': message.messageId,
        'messaging.batch.message_count': message.queued.length,
      },
    } as const;
    return inSpan(
      span,
      () => this.deliverNow(webhook, lease, message, onLinger),
      ({ status, code }) => ({
        'waybill.outcome': status,
        ...(code !== null && { 'http.response.status_code': code }),
        failed: status !== 'success',
      }),
    );
  }

  private async deliverNow(
    webhook: Webhook,
    lease: Lease,
    { messageId, body, queued }: WebhookMessage,
    onLinger: () => void,
  ): Promise<DeliveryOutcome & { readonly code: number | null }> {
    const began = this.clock.now();
    const lingers = setTimeout(onLinger, SLOW_AFTER_MS);
    const reply = await this.send(webhook, messageId, body).finally(() => clearTimeout(lingers));
    const now = this.clock.now();
    const attempts = (queued[0]?.attempts ?? 0) + 1;
    const firstTriedAt = queued[0]?.firstTriedAt ?? toStored(began);
    const isRefused = reply.code === 401;
    const dueAt = isRefused ? now : nextAttempt(toMilliseconds(firstTriedAt), attempts, now);
    const status = isSuccess(reply) ? 'success' : dueAt === undefined ? 'dead' : 'failed';
    const isMine = await this.database.transaction(async (transaction) => {
      await this.record(
        webhook,
        { messageId, attempt: attempts, elements: queued.length, status, reply },
        transaction,
      );
      if (status === 'success') await settle(queued, transaction);
      else {
        const due = dueAt === undefined ? undefined : toStored(dueAt);
        await postpone(queued, { firstTriedAt, dueAt: due }, transaction);
      }
      if (isRefused) await disable(webhook, transaction);
      if (isRefused || status === 'dead')
        await this.failureMail.queue(webhook, isRefused ? 'disabled' : 'given up', reply.code, transaction);
      return renew(lease, now, transaction);
    });
    this.metrics.webhookTold(status);
    const about = { workflow: webhook.id, message: messageId, attempt: attempts, code: reply.code };
    if (status === 'success') this.failures.worked(webhook.id, { workflow: webhook.id });
    // of one webhook each kind of failure is told by itself
    else if (isRefused) this.failures.failed(`${webhook.id} disabled`, 'webhook disabled', about);
    else if (status === 'dead') this.failures.failed(`${webhook.id} dead`, 'delivery given up', about);
    else this.failures.failed(webhook.id, 'delivery failed', about);
    const hung = reply.code === null && reply.duration >= TIMEOUT_MS;
    return {
      status,
      code: reply.code,
      stopped: isRefused || !isMine,
      timedOut: hung,
      dueAt: status === 'failed' ? dueAt : undefined,
    };
  }

  /** Tells a webhook of nothing, to see whether it answers. @returns the id of the run. */
  async ping(webhook: Webhook): Promise<string> {
    const messageId = `msg_${randomUUID()}`;
    const reply = await this.send(webhook, messageId, '{"data":[]}');
    const status = isSuccess(reply) ? 'success' : 'failed';
    const told = { messageId, attempt: 1, elements: 0, status, reply } as const;
    return this.database.transaction((transaction) => this.record(webhook, told, transaction));
  }

  private async send(webhook: Webhook, messageId: string, body: string): Promise<HttpReply> {
    if (webhook.isLocked) return UNREADABLE_SECRETS;
    const timestamp = Math.floor(this.clock.now() / 1000);
    const { authorization } = webhook;
    const reply = await this.client.send({
      url: webhook.url,
      headers: {
        'content-type': 'application/json',
        accept: '*/*',
        'user-agent': 'Waybill',
        ...traceHeaders(),
        ...(authorization === undefined ? {} : { authorization }),
        ...signedHeaders({ id: messageId, timestamp, body }, webhook.secret),
      },
      body,
    });
    const isRedirect = reply.code !== null && reply.code >= 300 && reply.code < 400;
    return isRedirect
      ? { ...reply, error: 'It redirects, which is not followed: give the final URL.' }
      : reply;
  }

  private async record(
    { pk, workspacePk, confidential }: Webhook,
    run: {
      readonly messageId: string;
      readonly attempt: number;
      readonly elements: number;
      readonly status: RunStatus;
      readonly reply: HttpReply;
    },
    transaction: Transaction,
  ): Promise<string> {
    const { messageId, attempt, elements, status, reply } = run;
    const { moment } = transaction;
    const id = randomUUID();
    const text = maskSecrets(reply.text, confidential);
    const answered = reply.code === null ? null : `The answer was ${reply.code}.`;
    const row = {
      id,
      workspacePk,
      workflowPk: pk,
      status,
      messageId,
      attempt,
      elements,
      responseCode: reply.code,
      duration: reply.duration,
      log: text === '' ? null : text.slice(0, MAX_LOG_LENGTH).toWellFormed(),
      errors: status === 'success' ? null : (reply.error ?? answered),
      createdAt: moment,
      updatedAt: moment,
    };
    const runPk = await insertInto(transaction, WorkflowRun, row);
    recordRow(WorkflowRun, { after: withDefaults(WorkflowRun, { ...row, pk: runPk }) }, transaction);
    return id;
  }
}

/** Some receivers answer with what they were sent. */
function maskSecrets(text: string, confidential: readonly string[]): string {
  const forms = confidential.flatMap((each) => [
    each,
    JSON.stringify(each).slice(1, -1),
    encodeURIComponent(each),
  ]);
  return forms.reduce((left, form) => left.replaceAll(form, MASK), text);
}

/** When something is tried again; undefined when it has been tried for long enough. */
function nextAttempt(firstTriedAt: number, attempts: number, now: number): number | undefined {
  const end = firstTriedAt + GIVE_UP_AFTER_MS;
  return now >= end ? undefined : Math.min(now + backoffDelay(attempts), end);
}

/** The receiver does not know the credentials: nothing is sent until somebody mends them. */
async function disable({ pk, id }: Webhook, transaction: Transaction): Promise<void> {
  const [workflow] = await heldRows(Workflow, condition('pk = ?', pk), transaction);
  if (workflow)
    await updateRow(Workflow, workflow, { enabled: 0, updatedAt: transaction.moment }, transaction);
  await transaction.run(
    `UPDATE ${outboxSubscriptions.table}
    SET ${outboxSubscriptions.active} = 0
    WHERE ${outboxSubscriptions.id} = ?`,
    [id],
  );
}
