import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { toMilliseconds, toStored } from '../../core/metadata/datetime.js';
import { hasCome, isAheadSql } from '../../core/database/leased.js';
import { isIn } from '../../core/metadata/condition.js';
import { Metrics } from '../../core/metrics/metrics.js';
import { inSpan } from '../../core/tracing/tracing.js';
import { RepeatedFailures } from '../../core/metrics/repeated-failures.js';
import { every, type Scheduled } from '../../core/jobs/scheduled.js';
import { type MailOutcome, MailService } from './mail.service.js';
import type { Mail } from './queue-mail.js';
import { isPermanentFailure, failureCode, transportTo } from './transport.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { QueuedMail } from './mail.entity.js';

const mailsTable = sqlNames(QueuedMail);

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How often somebody looks for mail that is due. */
const POLL_INTERVAL_MS = 2 * SECOND;
/** Mails of one round, and how long a process may take for them before another takes over: it has died. */
const BATCH_SIZE = 20;
const LEASE_MS = 5 * MINUTE;
/** The pause after the first failure; it doubles with each, up to the longest. */
const MIN_RETRY_PAUSE = 15 * SECOND;
const MAX_RETRY_PAUSE = 30 * MINUTE;
/** Mail that nobody took for so long is given up. */
const GIVE_UP_AFTER_MS = 24 * 60 * MINUTE;

interface DueMail {
  readonly pk: number;
  readonly id: string;
  readonly content: string;
  readonly tries: number;
  readonly about: string | null;
  readonly aboutPk: number | null;
  readonly traceparent: string | null;
  readonly createdAt: string;
}

const LINK = /https?:\/\/\S+/g;

/** `Waybill <no-reply@example.com>` is from `no-reply@example.com`. */
const addressIn = (sender: string): string => /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender;

/** What programs for mail show as a button; the second line says that a POST without a page will do (RFC 8058). */
const unsubscribeHeaders = (url: string): Record<string, string | { prepared: boolean; value: string }> => ({
  'List-Unsubscribe': { prepared: true, value: `<${url}>` },
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'Auto-Submitted': 'auto-generated',
});

/**
 * Sends what is in `mails`. Processes claim different mails; a mail is deleted when a mail server has taken it, so a
 * process that dies loses none, and at worst one goes out twice with the same `Message-ID`.
 */
@Injectable()
export class Mailer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('mail');
  private readonly failures = new RepeatedFailures('mail');
  private readonly transport: ReturnType<typeof transportTo> | undefined;
  private readonly host: string;
  private scheduled: Scheduled | undefined;
  private isStopping = false;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly mails: MailService,
    private readonly metrics: Metrics,
  ) {
    if (config.smtpUrl !== undefined) this.transport = transportTo(config.smtpUrl);
    this.host = new URL(config.publicUrl).hostname;
  }

  onApplicationBootstrap(): void {
    // without a mail server in production it waits until there is one
    if (this.mails.isOn && this.config.worker)
      this.scheduled = every(POLL_INTERVAL_MS, 'mail', () => this.send());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.scheduled?.stop();
    this.transport?.close();
  }

  /** Sends what is due. @returns how many went out. */
  async send(): Promise<number> {
    let sent = 0;
    for (;;) {
      const end = performance.now() + LEASE_MS / 2;
      const due = await this.claim();
      for (const [index, mail] of due.entries()) {
        if (this.isStopping || performance.now() > end) {
          await this.releaseUnsent(due.slice(index));
          return sent;
        }
        if (await this.sendOne(mail)) sent++;
      }
      if (due.length < BATCH_SIZE) return sent;
    }
  }

  /** Lets others send mails at once that this process has claimed and not tried: it ends, or has taken too long. */
  private async releaseUnsent(mails: readonly DueMail[]): Promise<void> {
    const those = isIn(
      'pk',
      mails.map(({ pk }) => pk),
    );
    await this.run(
      `UPDATE ${mailsTable.table}
        SET ${mailsTable.tries} = ${mailsTable.tries} - 1, ${mailsTable.dueAt} = ?
        WHERE ${those.sql}`,
      toStored(this.clock.now()),
      ...(those.params as number[]),
    );
  }

  /** Mails that nobody else sends now; the look beforehand needs no writer. */
  private async claim(): Promise<readonly DueMail[]> {
    const now = this.clock.now();
    const come = hasCome('dueAt', now, MAX_RETRY_PAUSE * 1.25);
    const ahead = isAheadSql('createdAt', now);
    const due = { sql: `(${come.sql} OR ${ahead.sql})`, params: [...come.params, ...ahead.params] };
    if (
      (
        await this.database.read(
          `SELECT ${mailsTable.pk}
      FROM ${mailsTable.table}
      WHERE ${due.sql} LIMIT 1`,
          due.params,
        )
      ).length === 0
    )
      return [];
    return this.database.transaction(async (transaction) => {
      const found = await transaction.rows<DueMail>(
        `SELECT ${mailsTable.pk}, ${mailsTable.id}, ${mailsTable.content}, ${mailsTable.tries}, ${mailsTable.about}, ${mailsTable.aboutPk}, ${mailsTable.traceparent}, ${mailsTable.createdAt}
          FROM ${mailsTable.table}
          WHERE ${due.sql}
          ORDER BY ${mailsTable.dueAt}, ${mailsTable.pk} LIMIT ${BATCH_SIZE}${transaction.dialect.forUpdateUnlessLocked}`,
        due.params,
      );
      const claimed = isIn(
        'pk',
        found.map(({ pk }) => pk),
      );
      await transaction.run(
        `UPDATE ${mailsTable.table}
        SET ${mailsTable.tries} = ${mailsTable.tries} + 1, ${mailsTable.dueAt} = ?
        WHERE ${claimed.sql}`,
        [toStored(now + LEASE_MS), ...claimed.params],
      );
      return found;
    });
  }

  private sendOne(due: DueMail): Promise<boolean> {
    const span = {
      name: 'send mail',
      kind: 'client',
      traceparents: [due.traceparent],
      attributes: { 'messaging.message.id': due.id },
    } as const;
    return inSpan(
      span,
      () => this.trySending(due),
      (isSent) => ({ failed: !isSent }),
    );
  }

  private async trySending(due: DueMail): Promise<boolean> {
    const { pk, id, content, tries, createdAt } = due;
    const mail = await this.mails.open(content);
    try {
      // a process that knows its key may be there soon: secrets are changed one process after the other
      if (!mail) throw Object.assign(new Error('Its key is not known here.'), { code: 'EKEY' });
      await this.deliver(id, mail);
    } catch (error) {
      const reason = failureCode(error);
      const isTooOld = this.clock.now() - toMilliseconds(createdAt) > GIVE_UP_AFTER_MS;
      if (isPermanentFailure(error) || isTooOld)
        return this.giveUp(due, isTooOld ? 'given up' : 'refused', reason);
      const pause = Math.min(MIN_RETRY_PAUSE * 2 ** tries, MAX_RETRY_PAUSE) * (0.75 + Math.random() / 2);
      await this.run(
        `UPDATE ${mailsTable.table}
        SET ${mailsTable.dueAt} = ?
        WHERE ${mailsTable.pk} = ?`,
        toStored(this.clock.now() + pause),
        pk,
      );
      this.metrics.mailTried('failed');
      this.failures.failed('mail', 'mail will be sent again', { mail: id, tries: tries + 1, reason });
      return false;
    }
    this.metrics.mailTried('sent');
    this.failures.worked('mail', { mail: id });
    await this.markSent(due);
    return true;
  }

  /** Drops a mail that has gone out, and tells who wants to know; in the log of a developer it reached nobody. */
  private async markSent(due: DueMail): Promise<void> {
    await this.drop(due, this.transport ? 'sent' : undefined);
  }

  private async drop({ pk, about, aboutPk }: DueMail, outcome: MailOutcome | undefined): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await transaction.run(`DELETE FROM ${mailsTable.table} WHERE ${mailsTable.pk} = ?`, [pk]);
      if (outcome === undefined || about === null || aboutPk === null) return;
      await this.mails.notify({ kind: about, pk: aboutPk }, outcome, transaction);
    });
  }

  /** To the mail server; where there is none, the links to the log. */
  private async deliver(id: string, mail: Mail): Promise<void> {
    const { to, subject, text, html, senderName, replyTo, unsubscribeUrl } = mail;
    if (!this.transport) {
      this.logger.warn({ msg: 'no SMTP_URL: mail is not sent', subject, links: text.match(LINK) ?? [] });
      return;
    }
    const messageId = `<${id}@${this.host}>`;
    // as it is stored: text would be read once more, as a list of addresses
    const receiver = { name: '', address: to };
    const { mailFrom } = this.config;
    await this.transport.sendMail({
      from: senderName === undefined ? mailFrom : { name: senderName, address: addressIn(mailFrom) },
      to: receiver,
      ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
      subject,
      text,
      html,
      messageId,
      ...(unsubscribeUrl === undefined ? {} : { headers: unsubscribeHeaders(unsubscribeUrl) }),
    });
  }

  private async giveUp(due: DueMail, outcome: MailOutcome, reason: string): Promise<boolean> {
    await this.drop(due, outcome);
    this.metrics.mailTried('dead');
    this.logger.error({ msg: 'mail was given up', mail: due.id, reason });
    return false;
  }

  private async run(sql: string, ...params: (string | number)[]): Promise<void> {
    await this.database.transaction((transaction) => transaction.run(sql, params));
  }
}
