import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { stackOf } from '../../core/database/failures.js';
import { Encryption } from '../../core/database/encryption.js';
import { deleteExpired, OUTBOX_RETENTION } from '../../core/outbox/retention.js';
import { claim, type Lease, release } from '../../core/outbox/lease.js';
import { Outbox } from '../../core/outbox/outbox.js';
import { endSubscription } from '../../core/outbox/subscribe.js';
import { toStored } from '../../core/metadata/datetime.js';
import { every, type Scheduled } from '../../core/jobs/scheduled.js';
import { WebhookDispatcher } from './webhook-dispatcher.js';
import { Lanes, type LaneSlot } from './lanes.js';
import { type SessionResult, DeliverySession } from './delivery-session.js';
import { type Webhook, findWebhook } from './webhook.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Workflow } from './workflows/workflow.entity.js';

const workflows = sqlNames(Workflow);

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** Webhooks that one process tells at the same time: those that answer, and those that let it wait. */
const SLOTS = { prompt: 20, patient: 500 };

const RUN_RETENTION = { table: 'workflow_runs', kept: 30 * 24 * HOUR };

/**
 * Tells webhooks what waits for them: about once a second, and right after each change through the same process. A queue
 * is leased, so that of any number of processes one tells a webhook; a process that dies lets go of it when the lease is
 * over, and what it had not written down is told again.
 */
@Injectable()
export class WebhookWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('webhooks');
  private readonly sessions = new Map<number, Promise<void>>();
  private readonly lanes = new Lanes(SLOTS);
  private readonly scheduled: Scheduled[] = [];
  private scheduledCheck: NodeJS.Immediate | undefined;
  private checking: Promise<void> = Promise.resolve();
  private isStopping = false;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly encryption: Encryption,
    private readonly outbox: Outbox,
    private readonly dispatcher: WebhookDispatcher,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.outbox.onWritten(() => this.wake());
    this.scheduled.push(
      every(SECOND, 'webhooks', () => this.checkQueues()),
      every(HOUR, 'outbox', () =>
        deleteExpired(this.database, [...OUTBOX_RETENTION, RUN_RETENTION], this.clock.now()),
      ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearImmediate(this.scheduledCheck);
    await Promise.all(this.scheduled.map((each) => each.stop()));
    await this.checking;
    await Promise.all(this.sessions.values());
  }

  /** Something may be due. */
  wake(): void {
    this.scheduledCheck ??= setImmediate(() => {
      this.scheduledCheck = undefined;
      void this.checkQueues().catch((error: unknown) => this.logger.error('webhooks failed', stackOf(error)));
    });
  }

  /** Begins to tell what is due, as far as there is room; one look at a time. */
  private checkQueues(): Promise<void> {
    this.checking = this.checking.catch(() => undefined).then(() => this.begin());
    return this.checking;
  }

  private async begin(): Promise<void> {
    if (this.isStopping) return;
    const mine = [...this.sessions.keys()];
    const choose = this.lanes.choose.bind(this.lanes);
    for (const lease of await claim(this.database, this.clock.now(), choose, mine)) {
      const place = this.lanes.enter(lease);
      const round = this.runSession(lease, place).finally(() => {
        place.leave();
        this.sessions.delete(lease.subscriptionPk);
        if (!this.isStopping) this.wake();
      });
      this.sessions.set(lease.subscriptionPk, round);
    }
  }

  private async runSession(lease: Lease, place: LaneSlot): Promise<void> {
    let ended: SessionResult = { pausedUntil: this.clock.now() + SECOND, failures: lease.failures };
    try {
      const webhook = await findWebhook(lease.id, this.database, this.encryption);
      if (!webhook) {
        await this.database.transaction((transaction) => endSubscription(lease.id, transaction));
        return;
      }
      ended = await this.deliver(webhook, lease, place);
    } catch (error) {
      this.logger.error({ msg: 'webhook not told', workflow: lease.id }, stackOf(error));
    } finally {
      await this.releaseLease(lease, ended);
    }
  }

  private async deliver(webhook: Webhook, lease: Lease, place: LaneSlot): Promise<SessionResult> {
    const onLinger = (): void => {
      place.moveToSlowLane();
      this.wake();
    };
    const round = new DeliverySession(
      { webhook, lease, onLinger },
      this.dispatcher,
      this.database,
      this.clock,
    );
    const ended = await round.run(() => this.isStopping);
    await this.database.transaction((transaction) =>
      transaction.run(
        `UPDATE ${workflows.table} SET ${workflows.lastRunDate} = ? WHERE ${workflows.pk} = ?`,
        [toStored(this.clock.now()), webhook.pk],
      ),
    );
    return ended;
  }

  /** When the database is away, the lease runs out by itself. */
  private async releaseLease(lease: Lease, ended: SessionResult): Promise<void> {
    await this.database
      .transaction((transaction) => release(lease, { now: this.clock.now(), ...ended }, transaction))
      .catch((error: unknown) => this.logger.error('webhook not given back', stackOf(error)));
  }
}
