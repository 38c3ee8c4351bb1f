import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { every, type Scheduled } from '../../../core/jobs/scheduled.js';
import { deleteExpired } from '../../../core/outbox/retention.js';
import { MailService } from '../../mail/mail.service.js';
import { queueChanges } from '../events/queue-events.js';
import { Digests } from '../operators/digests.js';
import { DirectSender } from './direct-sender.js';
import { HandOver } from './hand-over.js';
import { MESSAGE_TOPIC, noteOutcome } from './message-outcome.js';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

const MESSAGE_RETENTION = { table: 'messages', kept: 90 * 24 * HOUR };

/** Rounds in a row: after a long pause the process does other things in between. */
const MAX_ROUNDS = 200;

/** Keeps what happens to shipments, looks whom to tell, and has it sent: about once a second. */
@Injectable()
export class MessageWorker implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly scheduled: Scheduled[] = [];
  private isStopping = false;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly mails: MailService,
    private readonly handOver: HandOver,
    private readonly direct: DirectSender,
    private readonly digests: Digests,
  ) {}

  onModuleInit(): void {
    this.database.eachUnit((unit) => unit.atTheEnd('messages', () => queueChanges(unit)));
    this.mails.onOutcome(MESSAGE_TOPIC, (pk, outcome, transaction) =>
      outcome === 'sent'
        ? noteOutcome(pk, 'sent', null, transaction)
        : noteOutcome(pk, 'failed', outcome === 'refused' ? 'refused' : 'given_up', transaction),
    );
  }

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.scheduled.push(
      every(SECOND, 'messages', () => this.work()),
      every(60 * SECOND, 'digests', () => this.digests.send()),
      every(HOUR, 'old messages', () => deleteExpired(this.database, [MESSAGE_RETENTION], this.clock.now())),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await Promise.all(this.scheduled.map((each) => each.stop()));
  }

  /** Does all that is due. @returns how many events and messages were looked at. */
  async work(): Promise<number> {
    let done = 0;
    for (let round = 0; round < MAX_ROUNDS && !this.isStopping; round++) {
      const count = await this.handOver.round();
      done += count;
      if (count === 0) break;
    }
    await this.direct.send(() => this.isStopping);
    return done;
  }
}
