import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { hasCome } from '../../../core/database/leased.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { toStored } from '../../../core/metadata/datetime.js';
import { Message } from '../log/message.entity.js';
import { Slack } from '../operators/slack.js';
import { postSms } from '../sms/post-sms.js';
import type { DirectOutcome } from './direct-outcome.js';
import { noteOutcome } from './message-outcome.js';

const m = sqlNames(Message);

/** For how long one process alone works on a message: longer than a request may take. */
const LEASE_MS = 60_000;
const MIN_PAUSE_MS = 15_000;
const MAX_ATTEMPTS = 8;
const HOUR = 3_600_000;

/** In the place of a provider's id, while a request is under way. */
const UNDER_WAY = '-';

interface DueMessage {
  readonly pk: number;
  readonly workspacePk: number;
  readonly channel: string;
  readonly recipient: string | null;
  readonly text: string;
  readonly attempts: number;
  readonly providerId: string | null;
}

/**
 * Sends what goes out by a request of its own: text messages, and what a team is told. A provider of text messages cannot tell a
 * request from its repetition, so a message is marked before it is sent: who is killed in between leaves one whose outcome is not
 * known, and a text message is not sent again then.
 */
@Injectable()
export class DirectSender {
  private readonly logger = new Logger('messages');

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly slack: Slack,
  ) {}

  /** Sends what is due. @returns how many were taken. */
  async send(isStopping: () => boolean = () => false): Promise<number> {
    let sent = 0;
    while (!isStopping()) {
      const due = await this.claim();
      if (!due) break;
      if (await this.sendOne(due)) sent++;
    }
    return sent;
  }

  /** One message that nobody else sends. */
  private async claim(): Promise<DueMessage | undefined> {
    const come = hasCome(m.dueAt, this.clock.now(), 24 * HOUR);
    const where = `${m.status} = 'queued' AND ${m.channel} <> 'email' AND ${come.sql}`;
    const [first] = await this.database.read(
      `SELECT ${m.pk} FROM ${m.table} WHERE ${where} LIMIT 1`,
      come.params,
    );
    if (!first) return undefined;
    return this.database.transaction(async (transaction) => {
      const [row] = await transaction.rows<DueMessage>(
        `SELECT ${m.pk} AS pk, ${m.workspacePk} AS workspacePk, ${m.channel} AS channel, ${m.recipient} AS recipient, ${m.text} AS text,
            ${m.attempts} AS attempts, ${m.providerId} AS providerId
          FROM ${m.table} WHERE ${where} ORDER BY ${m.dueAt} LIMIT 1${transaction.dialect.forUpdateUnlessLocked}`,
        come.params,
      );
      if (!row) return undefined;
      await transaction.run(
        `UPDATE ${m.table} SET ${m.providerId} = ?, ${m.attempts} = ${m.attempts} + 1, ${m.dueAt} = ? WHERE ${m.pk} = ?`,
        [UNDER_WAY, toStored(this.clock.now() + LEASE_MS), row.pk],
      );
      return row;
    });
  }

  private async sendOne(due: DueMessage): Promise<boolean> {
    const { pk, attempts } = due;
    const outcome = await this.post(due);
    if (outcome.kind === 'later' && attempts + 1 < MAX_ATTEMPTS) {
      const at = toStored(this.clock.now() + MIN_PAUSE_MS * 2 ** attempts);
      await this.database.transaction((transaction) =>
        transaction.run(`UPDATE ${m.table} SET ${m.providerId} = NULL, ${m.dueAt} = ? WHERE ${m.pk} = ?`, [
          at,
          pk,
        ]),
      );
      return false;
    }
    await this.end(pk, outcome);
    if (outcome.kind !== 'sent')
      this.logger.warn({ msg: 'message was not sent', channel: due.channel, reason: outcome.kind });
    return outcome.kind === 'sent';
  }

  private async post({
    channel,
    recipient,
    text,
    workspacePk,
    providerId,
  }: DueMessage): Promise<DirectOutcome> {
    if (channel === 'slack') return this.slack.post(workspacePk, text);
    const { sms } = this.config;
    if (providerId === UNDER_WAY) return { kind: 'unknown' };
    if (!sms || recipient === null) return { kind: 'refused' };
    return postSms(sms, recipient, text.trim());
  }

  private async end(pk: number, outcome: DirectOutcome): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const id = outcome.kind === 'sent' ? outcome.id : null;
      await transaction.run(`UPDATE ${m.table} SET ${m.providerId} = ? WHERE ${m.pk} = ?`, [id, pk]);
      const reason = {
        sent: null,
        refused: 'refused',
        later: 'given_up',
        unknown: 'unknown_outcome',
      } as const;
      await noteOutcome(pk, outcome.kind === 'sent' ? 'sent' : 'failed', reason[outcome.kind], transaction);
    });
  }
}
