import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { toMilliseconds, toStored } from '../../../core/metadata/datetime.js';
import { hasCome } from '../../../core/database/leased.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { readIn } from '../../../core/store/reading.js';
import { recordUnknown } from '../../../core/store/row-changes.js';
import { Attempts, LIMITS } from '../../identity/accounts/attempts.js';
import { MailService } from '../../mail/mail.service.js';
import { QueuedMail } from '../../mail/mail.entity.js';
import { isShortEnough, type Mail } from '../../mail/queue-mail.js';
import { Message } from '../log/message.entity.js';
import type { MessageStatus, Reason } from '../log/message.resource.js';
import { MessageRule } from '../rules/message-rule.entity.js';
import { DEFAULT_SETTINGS, type Settings, settingsOf } from '../settings/settings-of.js';
import { isSuppressed } from '../suppressions/suppress.js';
import type { Channel, MessageEvent } from '../events/message-events.js';
import type { MessageLanguage } from '../languages/index.js';
import { afterQuietHours } from './local-clock.js';
import { type MessageContent, MessageContents } from './message-content.js';
import { holdsMessagesLock, prepareMessagesLock } from './messages-lock.js';
import { MESSAGE_TOPIC } from './message-outcome.js';
import { outdated } from './outdated.js';
import { planMessages } from './planner.js';
import { type Recipient, recipientsOf } from './recipients.js';
import { UnsubscribeLinks } from './unsubscribe-link.js';
import { Shipment } from '../../shipments/shipment.entity.js';

const m = sqlNames(Message);
const r = sqlNames(MessageRule);
const t = sqlNames(Shipment, 't');
const mails = sqlNames(QueuedMail);

/** Messages of one round, and mails that may wait for the mail server: others, such as sign-ins, do not wait long behind them. */
const BATCH_SIZE = 25;
const MAX_WAITING_MAILS = 100;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The longest delay of a rule, and quiet hours. */
const MAX_WAIT_MS = 62 * DAY;

/** A message that is due. */
interface DueMessage {
  readonly pk: number;
  readonly id: string;
  readonly workspacePk: number;
  readonly shipmentPk: number;
  readonly shipmentId: string;
  readonly event: MessageEvent;
  readonly channel: Channel;
  readonly recipient: string;
  readonly recipientKey: string;
  readonly language: MessageLanguage;
  readonly dueAt: string;
  /** 1: a shop has asked for it. */
  readonly requested: number;
  readonly comment: string | null;
}

interface Prepared {
  readonly due: DueMessage;
  readonly content: MessageContent | undefined;
  readonly unsubscribeUrl: string;
}

/**
 * Gives messages that are due to whoever sends them: an e-mail to the queue of mails, in the unit that says so of the message, a
 * text message to `DirectSender`. What a message says is made before that unit, which is short.
 */
@Injectable()
export class HandOver {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly contents: MessageContents,
    private readonly links: UnsubscribeLinks,
    private readonly mails: MailService,
    private readonly attempts: Attempts,
  ) {}

  /** Looks whom to tell, and hands over what is due. @returns how many events and messages were looked at. */
  async round(): Promise<number> {
    const now = this.clock.now();
    const planned = await planMessages(this.database, now, this.config.publicUrl);
    const due = await this.due(now);
    if (due.length === 0) return planned;
    await prepareMessagesLock(this.database);
    const prepared: Prepared[] = [];
    for (const each of due) prepared.push(await this.prepare(each));
    const handed = await this.database.transaction((transaction) =>
      this.handOver(prepared, now, transaction),
    );
    return planned + handed;
  }

  private async due(now: number): Promise<DueMessage[]> {
    const [waiting] = await this.database.read(
      `SELECT COUNT(*) FROM ${mails.table} WHERE ${mails.about} = ?`,
      [MESSAGE_TOPIC],
    );
    const room = Math.min(BATCH_SIZE, MAX_WAITING_MAILS - Number(waiting?.[0] ?? 0));
    if (room <= 0) return [];
    const come = hasCome('m.dueAt', now, MAX_WAIT_MS);
    const rows = await this.database.read(
      `SELECT m.pk, m.id, m.workspacePk, m.shipmentPk, ${t.id}, m.event, m.channel, m.recipient, m.recipientKey, m.language, m.dueAt, m.requested, m.comment
        FROM ${m.table} m JOIN ${t.table} ON ${t.pk} = m.shipmentPk
        WHERE m.status = 'waiting' AND ${come.sql} ORDER BY m.dueAt, m.pk LIMIT ${room}`,
      come.params,
    );
    return rows.map(
      ([
        pk,
        id,
        workspacePk,
        shipmentPk,
        shipmentId,
        event,
        channel,
        recipient,
        recipientKey,
        language,
        dueAt,
        requested,
        comment,
      ]) =>
        ({
          pk,
          id,
          workspacePk,
          shipmentPk,
          shipmentId,
          event,
          channel,
          recipient,
          recipientKey,
          language,
          dueAt,
          requested,
          comment,
        }) as DueMessage,
    );
  }

  private async prepare(due: DueMessage): Promise<Prepared> {
    const { workspacePk, channel, recipient: address } = due;
    const unsubscribeUrl = this.links.of({ workspacePk, channel, address });
    return { due, content: await this.contents.of({ ...due, unsubscribeUrl }), unsubscribeUrl };
  }

  private async handOver(
    prepared: readonly Prepared[],
    now: number,
    transaction: Transaction,
  ): Promise<number> {
    if (!(await holdsMessagesLock(transaction))) return 0;
    const workspaces = prepared.map(({ due }) => due.workspacePk);
    const settings = await settingsOf(workspaces, readIn(transaction));
    const recipients = await recipientsOf(
      prepared.map(({ due }) => due.shipmentId),
      transaction,
    );
    for (const each of prepared) {
      const { due } = each;
      const [row] = await transaction.rows<{ status: string; dueAt: string }>(
        `SELECT ${m.status} AS status, ${m.dueAt} AS dueAt FROM ${m.table} WHERE ${m.pk} = ?${transaction.dialect.forUpdate}`,
        [due.pk],
      );
      // another process was quicker, or an unsubscription
      if (row?.status !== 'waiting' || row.dueAt !== due.dueAt) continue;
      const own = settings.get(due.workspacePk) ?? DEFAULT_SETTINGS;
      await this.handOne(each, own, recipients.get(due.shipmentId), now, transaction);
    }
    for (const workspacePk of new Set(workspaces)) recordUnknown(Message, workspacePk, transaction);
    return prepared.length;
  }

  private async handOne(
    { due, content, unsubscribeUrl }: Prepared,
    settings: Settings,
    recipient: Recipient | undefined,
    now: number,
    transaction: Transaction,
  ): Promise<void> {
    if (!recipient || !content) return this.set(due, 'skipped', 'outdated', undefined, transaction);
    const reason = await this.reasonAgainst(due, settings, recipient, now, transaction);
    if (reason !== undefined) return this.set(due, 'skipped', reason, content, transaction);
    const later = await this.laterThan(now, due, settings, recipient, transaction);
    if (later > now) return this.putOff(due, later, transaction);
    if (this.isOff(due.channel)) return this.set(due, 'skipped', 'channel_off', content, transaction);
    if (due.channel === 'email') {
      const mail = this.mailOf(due, settings, content, unsubscribeUrl);
      await this.mails.queue(transaction, mail, { kind: MESSAGE_TOPIC, pk: due.pk }, due.id);
    }
    await this.set(due, 'queued', null, content, transaction);
  }

  /** When a message goes out that is due now. One that a shop asks for goes out at once: it was counted when it was asked for. */
  private async laterThan(
    now: number,
    { workspacePk, recipientKey, requested }: DueMessage,
    settings: Settings,
    recipient: Recipient,
    transaction: Transaction,
  ): Promise<number> {
    if (requested) return now;
    const quiet = { from: settings.quietFrom, to: settings.quietTo };
    const later = afterQuietHours(now, quiet, recipient.zone ?? settings.timeZone);
    if (later > now) return later;
    const wait = await this.attempts.countIn(
      transaction,
      [LIMITS.parcelMailsOfShop, String(workspacePk)],
      [LIMITS.parcelMailsToAddress, recipientKey],
    );
    return now + wait * 1000;
  }

  private isOff(channel: Channel): boolean {
    return channel === 'email' ? this.config.smtpUrl === undefined : this.config.sms === undefined;
  }

  /** Why a message does not go out after all. */
  private async reasonAgainst(
    due: DueMessage,
    settings: Settings,
    recipient: Recipient,
    now: number,
    transaction: Transaction,
  ): Promise<Reason | undefined> {
    const { workspacePk, event, channel, recipientKey, requested } = due;
    if (toMilliseconds(due.dueAt) < now - settings.maxAgeHours * HOUR) return 'too_old';
    if (await isSuppressed(workspacePk, channel, recipientKey, transaction)) return 'suppressed';
    if (requested) return undefined;
    const count = async (sql: string, ...params: (string | number)[]): Promise<number> =>
      Number((await transaction.rows<{ count: number }>(sql, params))[0]?.count ?? 0);
    const rules = await count(
      `SELECT COUNT(*) AS count FROM ${r.table} WHERE ${r.workspacePk} = ? AND ${r.event} = ? AND ${r.channel} = ? AND ${r.enabled} = 1`,
      workspacePk,
      event,
      channel,
    );
    if (rules === 0) return 'switched_off';
    if (await outdated(event, recipient, transaction)) return 'outdated';
    const today = await count(
      `SELECT COUNT(*) AS count FROM ${m.table} WHERE ${m.recipientKey} = ? AND ${m.workspacePk} = ? AND ${m.handedAt} > ?`,
      recipientKey,
      workspacePk,
      toStored(now - DAY),
    );
    return today >= settings.maxPerDay ? 'too_many' : undefined;
  }

  private mailOf(
    { recipient }: DueMessage,
    { senderName, replyTo }: Settings,
    content: MessageContent,
    unsubscribeUrl: string,
  ): Mail {
    const mail: Mail = {
      to: recipient,
      subject: content.subject,
      text: content.text,
      html: content.html,
      senderName: senderName ?? content.shop,
      ...(replyTo === null ? {} : { replyTo }),
      unsubscribeUrl,
    };
    // templates are bounded, and so is what is put into them: this one has more of it than fits
    return isShortEnough(mail) ? mail : { ...mail, html: '' };
  }

  private async putOff({ pk }: DueMessage, until: number, transaction: Transaction): Promise<void> {
    await transaction.run(`UPDATE ${m.table} SET ${m.dueAt} = ?, ${m.updatedAt} = ? WHERE ${m.pk} = ?`, [
      toStored(until),
      transaction.moment,
      pk,
    ]);
  }

  private async set(
    { pk }: DueMessage,
    status: MessageStatus,
    reason: Reason | null,
    content: MessageContent | undefined,
    transaction: Transaction,
  ): Promise<void> {
    const { moment } = transaction;
    await transaction.run(
      `UPDATE ${m.table} SET ${m.status} = ?, ${m.reason} = ?, ${m.subject} = ?, ${m.text} = ?, ${m.comment} = NULL, ${m.handedAt} = ?, ${m.updatedAt} = ? WHERE ${m.pk} = ?`,
      [
        status,
        reason,
        content?.subject.slice(0, 255) ?? null,
        content?.text ?? null,
        status === 'queued' ? moment : null,
        moment,
        pk,
      ],
    );
  }
}
