import { randomUUID } from 'node:crypto';
import { insertAll, insertInto } from '../core/database/insert.js';
import { sqlNames } from '../core/database/sql-names.js';
import type { Stored } from '../core/metadata/condition.js';
import { toMilliseconds, toStored } from '../core/metadata/datetime.js';
import type { Transaction } from '../core/metadata/transaction.js';
import type { MessageEvent } from '../modules/messages/events/message-events.js';
import { hearWorkspace } from '../modules/messages/events/subscribe-messages.js';
import { languageOf } from '../modules/messages/languages/index.js';
import { Message } from '../modules/messages/log/message.entity.js';
import { MessageRule } from '../modules/messages/rules/message-rule.entity.js';
import { afterQuietHours } from '../modules/messages/sending/local-clock.js';
import { recipientKey } from '../modules/messages/sending/recipient-key.js';
import { type Recipient, recipientsOf } from '../modules/messages/sending/recipients.js';
import { DEFAULT_SETTINGS } from '../modules/messages/settings/settings-of.js';
import { Suppression } from '../modules/messages/suppressions/suppression.entity.js';
import { compiledDefault, renderTemplate } from '../modules/messages/templates/compiled-template.js';
import { type Values, VARIABLES } from '../modules/messages/templates/variables.js';
import { carrierByCode } from '../modules/reference-data/carriers/carriers.js';
import { Shipment } from '../modules/shipments/shipment.entity.js';
import { Workspace } from '../modules/workspaces/workspace.entity.js';

const s = sqlNames(Shipment, 's');
const w = sqlNames(Workspace, 'w');

/** What the shops of the demo tell their customers. */
const RULES: readonly MessageEvent[] = [
  'shipped',
  'out_for_delivery',
  'available_for_pickup',
  'failed_attempt',
  'exception',
  'delivered',
  'returned',
];

/** The event that a parcel's status is, once that is its last. */
const LAST: Readonly<Record<string, MessageEvent>> = {
  delivery_in_progress: 'out_for_delivery',
  available_for_pickup: 'available_for_pickup',
  unsuccessful_delivery: 'failed_attempt',
  exception: 'exception',
  return_to_sender: 'returned',
};

/** Every so many customers have ended messages. */
const UNSUBSCRIBED = 40;

/** Milliseconds from an event until its message had been sent. */
const UNDER_WAY_MS = 42_000;

const NO_VALUES = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, ''])) as Values;

interface Parcel {
  readonly id: string;
  readonly carrier: string | null;
  readonly firstName: string | null;
  readonly trackingStatus: string | null;
  readonly shippedAt: string | null;
  readonly deliveredAt: string | null;
  readonly lastStatusUpdate: string | null;
}

/**
 * Gives a shop of the demo its rules, and the log of what they would have told its customers in the last 90 days. None of it goes
 * out: the addresses are reserved for examples, and messages are only of what happens from now on.
 * @param page the shop's tracking page.
 */
export async function tellCustomers(
  workspaceId: string,
  page: string,
  transaction: Transaction,
): Promise<void> {
  const [workspace] = await transaction.rows<{ pk: number; title: string }>(
    `SELECT ${w.pk} AS pk, ${w.title} AS title FROM ${w.table} WHERE ${w.id} = ?`,
    [workspaceId],
  );
  if (!workspace) return;
  const { moment } = transaction;
  const stamps = { createdAt: moment, updatedAt: moment };
  for (const event of RULES)
    await insertInto(transaction, MessageRule, {
      id: randomUUID(),
      workspacePk: workspace.pk,
      event,
      channel: 'email',
      enabled: 1,
      delayMinutes: null,
      ...stamps,
    });
  await hearWorkspace(workspace.pk, transaction);
  const parcels = await transaction.rows<Parcel>(
    `SELECT ${s.id} AS id, ${s.originCarrier} AS carrier, ${s['address.firstName']} AS firstName, ${s.trackingStatus} AS trackingStatus,
        ${s.shippedAt} AS shippedAt, ${s.deliveredAt} AS deliveredAt, ${s.lastStatusUpdate} AS lastStatusUpdate
      FROM ${s.table} WHERE ${s.workspacePk} = ? ORDER BY ${s.pk}`,
    [workspace.pk],
  );
  const recipients = await recipientsOf(
    parcels.map(({ id }) => id),
    transaction,
  );
  const ended = new Set<string>();
  const rows: Stored[][] = [];
  for (const [index, parcel] of parcels.entries()) {
    const recipient = recipients.get(parcel.id);
    const address = recipient?.addresses.email;
    if (!recipient || address === undefined || recipient.isFurtherTrack) continue;
    const told = { parcel, recipient, address, shop: workspace.title, page, isEnded: ended.has(address) };
    for (const { event, at } of eventsOf(parcel)) {
      const row = messageOf(event, at, told, moment);
      if (row) rows.push(row);
    }
    if (index % UNSUBSCRIBED === UNSUBSCRIBED - 1) ended.add(address);
  }
  await insertAll(transaction, Message, COLUMNS, rows);
  for (const address of ended)
    await insertInto(transaction, Suppression, {
      id: randomUUID(),
      workspacePk: workspace.pk,
      channel: 'email',
      address,
      addressKey: recipientKey('email', address),
      reason: 'unsubscribed',
      createdAt: moment,
    });
}

/** What has happened to a parcel that is told. */
function eventsOf(parcel: Parcel): { readonly event: MessageEvent; readonly at: string }[] {
  const { trackingStatus, shippedAt, deliveredAt, lastStatusUpdate } = parcel;
  const last = LAST[trackingStatus ?? ''];
  return [
    ...(shippedAt === null ? [] : [{ event: 'shipped' as const, at: shippedAt }]),
    ...(deliveredAt === null ? [] : [{ event: 'delivered' as const, at: deliveredAt }]),
    ...(last === undefined || lastStatusUpdate === null ? [] : [{ event: last, at: lastStatusUpdate }]),
  ];
}

const COLUMNS = [
  'id',
  'workspacePk',
  'shipmentPk',
  'event',
  'occurrence',
  'channel',
  'recipient',
  'recipientKey',
  'status',
  'reason',
  'language',
  'subject',
  'text',
  'occurredAt',
  'dueAt',
  'handedAt',
  'sentAt',
  'createdAt',
  'updatedAt',
] as const;

interface Told {
  readonly parcel: Parcel;
  readonly recipient: Recipient;
  readonly address: string;
  readonly shop: string;
  readonly page: string;
  readonly isEnded: boolean;
}

/** A message as it would have been sent; undefined where that would be in the time to come. */
function messageOf(event: MessageEvent, at: string, told: Told, now: string): Stored[] | undefined {
  const { parcel, recipient, address, shop, page, isEnded } = told;
  const { quietFrom: from, quietTo: to, timeZone } = DEFAULT_SETTINGS;
  const due = afterQuietHours(toMilliseconds(at), { from, to }, recipient.zone ?? timeZone);
  const sentAt = toStored(due + UNDER_WAY_MS);
  if (sentAt > now) return undefined;
  const language = languageOf(recipient.country) ?? DEFAULT_SETTINGS.language;
  const values: Values = {
    ...NO_VALUES,
    shop,
    first_name: parcel.firstName ?? '',
    order_number: recipient.orderNumbers,
    tracking_number: recipient.trackingNumber ?? '',
    carrier: carrierByCode(parcel.carrier ?? '')?.name ?? '',
    tracking_url: page,
  };
  const { subject, text } = renderTemplate(
    compiledDefault(event, 'email', language),
    values,
    'ltr',
    language,
  );
  const isRepeated = event === 'exception' || event === 'out_for_delivery' || event === 'failed_attempt';
  return [
    randomUUID(),
    recipient.workspacePk,
    recipient.pk,
    event,
    isRepeated ? at.slice(0, 10) : '',
    'email',
    address,
    recipientKey('email', address),
    isEnded ? 'skipped' : 'sent',
    isEnded ? 'suppressed' : null,
    language,
    subject.slice(0, 255),
    text,
    at,
    toStored(due),
    isEnded ? null : sentAt,
    isEnded ? null : sentAt,
    at,
    sentAt,
  ];
}
