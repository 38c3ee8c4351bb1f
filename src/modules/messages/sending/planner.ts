import { randomUUID } from 'node:crypto';
import type { Database } from '../../../core/database/database.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { isIn } from '../../../core/metadata/condition.js';
import { toMilliseconds, toStored } from '../../../core/metadata/datetime.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { readIn } from '../../../core/store/reading.js';
import { recordUnknown } from '../../../core/store/row-changes.js';
import { type Channel, defaultDelay, type MessageEvent } from '../events/message-events.js';
import { MessageQueue } from '../events/message-queue.entity.js';
import { languageOf } from '../languages/index.js';
import { insertMessage } from '../log/insert-message.js';
import { Message } from '../log/message.entity.js';
import type { Reason } from '../log/message.resource.js';
import { MessageRule } from '../rules/message-rule.entity.js';
import { DEFAULT_SETTINGS, type Settings, settingsOf } from '../settings/settings-of.js';
import { isToldInSlack, slackText } from '../operators/slack.js';
import { afterQuietHours } from './local-clock.js';
import { holdsMessagesLock, prepareMessagesLock } from './messages-lock.js';
import { recipientKey } from './recipient-key.js';
import { type Recipient, recipientsOf } from './recipients.js';

const q = sqlNames(MessageQueue);
const r = sqlNames(MessageRule);

/** Events of one unit of work. */
export const PLAN_BATCH_SIZE = 200;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What happened so long ago comes with an import of what others have kept: nothing is noted of it. */
const FORGOTTEN_AFTER_MS = 14 * 24 * HOUR;

interface Queued {
  readonly pk: number;
  readonly workspacePk: number;
  readonly shipmentId: string;
  readonly event: MessageEvent;
  readonly occurrence: string;
  readonly occurredAt: string;
}

interface Rule {
  readonly workspacePk: number;
  readonly event: MessageEvent;
  readonly channel: Channel;
  readonly delayMinutes: number | null;
}

/**
 * Looks whom to tell what has happened, and writes down each message that follows. One unit takes events out of the queue and
 * writes their messages, so that none is lost or written twice, whoever is killed; and there is one message of an event, by a
 * unique rule of the table. @returns how many events were looked at.
 */
export async function planMessages(database: Database, now: number, dashboardUrl: string): Promise<number> {
  if ((await database.read(`SELECT ${q.pk} FROM ${q.table} LIMIT 1`, [])).length === 0) return 0;
  await prepareMessagesLock(database);
  return database.transaction(async (transaction) => {
    if (!(await holdsMessagesLock(transaction))) return 0;
    const queued = await transaction.rows<Queued>(
      `SELECT ${q.pk} AS pk, ${q.workspacePk} AS workspacePk, ${q.shipmentId} AS shipmentId, ${q.event} AS event,
          ${q.occurrence} AS occurrence, ${q.occurredAt} AS occurredAt
        FROM ${q.table} ORDER BY ${q.pk} LIMIT ${PLAN_BATCH_SIZE}`,
    );
    const recent = queued.filter(({ occurredAt }) => occurredAt > toStored(now - FORGOTTEN_AFTER_MS));
    await plan(recent, { now, dashboardUrl }, transaction);
    const done = isIn(
      q.pk,
      queued.map(({ pk }) => pk),
    );
    await transaction.run(`DELETE FROM ${q.table} WHERE ${done.sql}`, done.params);
    return queued.length;
  });
}

async function plan(
  queued: readonly Queued[],
  { now, dashboardUrl }: { readonly now: number; readonly dashboardUrl: string },
  transaction: Transaction,
): Promise<void> {
  if (queued.length === 0) return;
  const workspaces = [...new Set(queued.map(({ workspacePk }) => workspacePk))];
  const rules = await rulesOf(workspaces, transaction);
  const settings = await settingsOf(workspaces, readIn(transaction));
  const recipients = await recipientsOf([...new Set(queued.map((each) => each.shipmentId))], transaction);
  const written = new Set<number>();
  for (const each of queued) {
    const recipient = recipients.get(each.shipmentId);
    if (recipient?.workspacePk !== each.workspacePk || recipient.isFurtherTrack) continue;
    const own = settings.get(each.workspacePk) ?? DEFAULT_SETTINGS;
    if (isToldInSlack(own, each.event)) {
      await writeForTeam(
        each,
        recipient,
        own,
        now,
        slackText(each.event, recipient, dashboardUrl),
        transaction,
      );
      written.add(each.workspacePk);
    }
    for (const rule of rules) {
      if (rule.workspacePk !== each.workspacePk || rule.event !== each.event) continue;
      await write(each, rule, recipient, own, now, transaction);
      written.add(each.workspacePk);
    }
  }
  for (const workspacePk of written) recordUnknown(Message, workspacePk, transaction);
}

async function rulesOf(workspaces: readonly number[], transaction: Transaction): Promise<Rule[]> {
  const those = isIn(r.workspacePk, workspaces);
  return transaction.rows<Rule>(
    `SELECT ${r.workspacePk} AS workspacePk, ${r.event} AS event, ${r.channel} AS channel, ${r.delayMinutes} AS delayMinutes
      FROM ${r.table} WHERE ${r.enabled} = 1 AND ${those.sql}`,
    those.params,
  );
}

async function write(
  { event, occurrence, occurredAt }: Queued,
  { channel, delayMinutes }: Rule,
  recipient: Recipient,
  settings: Settings,
  now: number,
  transaction: Transaction,
): Promise<void> {
  const { moment } = transaction;
  const address = recipient.addresses[channel];
  const happened = toMilliseconds(occurredAt);
  const isTooOld = happened < now - settings.maxAgeHours * HOUR;
  const reason: Reason | null = isTooOld ? 'too_old' : address === undefined ? 'no_address' : null;
  const delayed = Math.max(now, happened + (delayMinutes ?? defaultDelay(event)) * MINUTE);
  const quiet = { from: settings.quietFrom, to: settings.quietTo };
  const due = afterQuietHours(delayed, quiet, recipient.zone ?? settings.timeZone);
  await insertMessage(
    {
      id: randomUUID(),
      workspacePk: recipient.workspacePk,
      shipmentPk: recipient.pk,
      event,
      occurrence,
      channel,
      recipient: address ?? null,
      recipientKey: address === undefined ? null : recipientKey(channel, address),
      status: reason === null ? 'waiting' : 'skipped',
      reason,
      language: languageOf(recipient.country) ?? settings.language,
      occurredAt,
      dueAt: toStored(due),
      createdAt: moment,
      updatedAt: moment,
    },
    transaction,
  );
}

async function writeForTeam(
  { event, occurrence, occurredAt }: Queued,
  { pk, workspacePk }: Recipient,
  { maxAgeHours }: Settings,
  now: number,
  text: string,
  transaction: Transaction,
): Promise<void> {
  if (toMilliseconds(occurredAt) < now - maxAgeHours * HOUR) return;
  const { moment } = transaction;
  await insertMessage(
    {
      id: randomUUID(),
      workspacePk,
      shipmentPk: pk,
      event,
      occurrence,
      channel: 'slack',
      status: 'queued',
      text,
      occurredAt,
      dueAt: moment,
      handedAt: moment,
      createdAt: moment,
      updatedAt: moment,
    },
    transaction,
  );
}
