import type { Database } from '../../core/database/database.js';
import { entityColumns, type Entity, sqlNames } from '../../core/database/sql-names.js';
import { type Condition, condition, isIn, isNever, type Stored } from '../../core/metadata/condition.js';
import { emailKey } from '../../core/metadata/identity.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { IdempotencyKey } from '../../core/idempotency/idempotency-key.entity.js';
import { RefusedLine } from '../../core/idempotency/refused-line.entity.js';
import { forgetRowImages } from '../../core/store/forget-row-images.js';
import { deleteRows, heldRows, updateRow } from '../../core/store/row-changes.js';
import type { ColumnsOf } from '../../core/store/rows.js';
import { recordAuditEntry, teamOfWorkspace } from '../audit-log/record-audit-entry.js';
import { Export } from '../bulk/exports/export.entity.js';
import { Membership } from '../identity/teams/membership.entity.js';
import { Message } from '../messages/log/message.entity.js';
import { recipientKey } from '../messages/sending/recipient-key.js';
import { Suppression } from '../messages/suppressions/suppression.entity.js';
import { QueuedMail } from '../mail/mail.entity.js';
import { Note } from '../notes/note.entity.js';
import { Order } from '../orders/order.entity.js';
import { OrderAddress } from '../orders/order-address.entity.js';
import { SavedView } from '../saved-views/saved-view.entity.js';
import { Checkpoint } from '../shipments/checkpoints/checkpoint.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { Review } from '../tracking-pages/reviews/review.entity.js';
import { eraseEvents } from './erase-events.js';
import { eraseLinks } from './erase-links.js';
import { eraseTexts } from './erase-texts.js';
import type { DueErasure } from './eraser.js';
import { customersItems, type CustomersItems } from './customers-items.js';

const exports = sqlNames(Export);
const keys = sqlNames(IdempotencyKey);
const refusedLines = sqlNames(RefusedLine);
const mails = sqlNames(QueuedMail);
const messages = sqlNames(Message);
const suppressions = sqlNames(Suppression);
const notes = sqlNames(Note);
const views = sqlNames(SavedView);
const memberships = sqlNames(Membership);

/** Items of one unit of work. */
const BATCH_SIZE = 50;

/** What was changed; nothing here says who it was. */
export interface ErasedCustomer {
  readonly orders: number;
  readonly shipments: number;
}

/** What stays of an address: by it is counted where parcels go. */
const KEPT_OF_ADDRESS = /\.country(?:Iso2)?$/;

/** What an order and a shipment have of a person, beside addresses. */
const OF_PERSON =
  /^(?:email|phoneNumber)(?:Folded)?$|^(?:staffNotes|customerMessage|shopDetails|comments|trackDescription)$/;
const ADDRESSES = /^(?:address|shippingAddress|billingAddress)\./;

/**
 * Erases one customer from a workspace, found by e-mail: in orders, shipments and their addresses, in what is kept beside them
 * and in texts that name the person. Items, their numbers, dates and countries stay, so that what is counted of them does.
 * It may be interrupted and be done again, and then still finds what it had not come to.
 */
export async function eraseCustomer(
  workspacePk: number,
  email: string,
  database: Database,
): Promise<ErasedCustomer> {
  const found = await customersItems(workspacePk, email, database);
  const { orders, shipments, words } = found;
  await database.transaction(async (transaction) => {
    const teamPks = await teamOfWorkspace(workspacePk, transaction);
    const event = { teamPks, workspacePk, action: 'erase', entity: 'customers' } as const;
    await recordAuditEntry(event, undefined, transaction);
  });
  // what is beside the items first: they lead to it
  await eraseBeside(workspacePk, found, database);
  await eraseTexts(workspacePk, [...words], database);
  await eraseViews(workspacePk, words, database);
  const due = dueOf(found);
  for (const some of batchesOf([...shipments.keys()]))
    await database.transaction((transaction) => eraseColumns(Shipment, some, transaction));
  for (const some of batchesOf(found.addresses))
    await database.transaction((transaction) => eraseColumns(OrderAddress, some, transaction));
  for (const some of batchesOf([...orders.keys()]))
    await database.transaction((transaction) => eraseColumns(Order, some, transaction));
  // webhooks are told of the change that erases, and of nothing before
  await eraseEvents(workspacePk, due, database);
  await eraseLinks(workspacePk, due, database);
  await database.transaction((transaction) => forgetRowImages([workspacePk], transaction));
  return { orders: orders.size, shipments: shipments.size };
}

/** As the eraser takes them; what webhooks have not heard yet does not wait. */
const dueOf = ({ orders, shipments, email, startedAt }: CustomersItems): DueErasure[] =>
  [
    ...[...orders.values()].map((itemId) => ['orders', itemId] as const),
    ...[...shipments.values()].map((itemId) => ['shipments', itemId] as const),
    // a link may name the address though no item does any more
    ['shipments', ''] as const,
  ].map(([entity, itemId]) => ({
    pk: 0,
    entity,
    itemId,
    createdAt: startedAt,
    person: { email },
    isOverdue: true,
  }));

const batchesOf = (pks: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(pks.length / BATCH_SIZE) }, (_, at) =>
    pks.slice(at * BATCH_SIZE, (at + 1) * BATCH_SIZE),
  );

/** Sets to null what rows have of a person. */
async function eraseColumns<E>(
  entity: Entity<E>,
  pks: readonly number[],
  transaction: Transaction,
): Promise<void> {
  const columns = entityColumns(entity)
    .map(({ path }) => path)
    .filter((path) => OF_PERSON.test(path) || (ADDRESSES.test(path) && !KEPT_OF_ADDRESS.test(path)));
  const nobody: Record<string, Stored> = Object.fromEntries(columns.map((path) => [path, null]));
  if (entityColumns(entity).some(({ path }) => path === 'updatedAt')) nobody.updatedAt = transaction.moment;
  for (const row of await heldRows(entity, isIn('pk', pks), transaction))
    await updateRow(entity, row, nobody as Parameters<typeof updateRow<E>>[2], transaction);
}

/** What is kept beside the items: messages, mails, notes, reviews' words, checkpoints that name the person, answers, files. */
async function eraseBeside(
  workspacePk: number,
  { orders, shipments, email, phones, words }: CustomersItems,
  database: Database,
): Promise<void> {
  const inWorkspace = ({ sql, params }: Condition): Condition => ({
    sql: `workspacePk = ? AND ${sql}`,
    params: [workspacePk, ...params],
  });
  const recipients = [emailKey(email), ...[...phones].map((phone) => recipientKey('sms', phone))];
  await database.transaction(async (transaction) => {
    const byRecipient = isIn(suppressions.addressKey, recipients);
    await deleteRows(Suppression, inWorkspace(byRecipient), transaction);
    await eraseMessages(inWorkspace(isIn(messages.recipientKey, recipients)), transaction);
    // what is in a file cannot be looked through; it is made again by asking again
    const teamPks = await teamOfWorkspace(workspacePk, transaction);
    await transaction.run(
      `DELETE FROM ${exports.table} WHERE ${exports.workspacePk} = ? OR (${exports.workspacePk} IS NULL AND ${exports.userPk} IN
        (SELECT ${memberships.userPk} FROM ${memberships.table} WHERE ${memberships.teamPk} = ?))`,
      [workspacePk, teamPks[0] ?? 0],
    );
    // a request with many lines names one item of them only
    await transaction.run(
      `DELETE FROM ${refusedLines.table} WHERE ${refusedLines.keyPk} IN (SELECT ${keys.pk} FROM ${keys.table} WHERE ${keys.workspacePk} = ?)`,
      [workspacePk],
    );
    await transaction.run(
      `UPDATE ${keys.table} SET ${keys.status} = 410, ${keys.answer} = NULL WHERE ${keys.workspacePk} = ? AND ${keys.answer} IS NOT NULL`,
      [workspacePk],
    );
  });
  for (const some of batchesOf([...shipments.keys()]))
    await database.transaction(async (transaction) => {
      const of = isIn('shipmentPk', some);
      await eraseMessages(of, transaction);
      await deleteMails('shipments', some, transaction);
      for (const review of await heldRows(Review, of, transaction))
        await updateRow(Review, review, { comment: null }, transaction);
      const texts = await heldRows(Checkpoint, of, transaction);
      for (const checkpoint of texts) await eraseWords(Checkpoint, checkpoint, words, transaction);
    });
  const ids = [...orders.values(), ...shipments.values()];
  for (const some of batchesOf(ids.map((_, at) => at)))
    await database.transaction(async (transaction) => {
      const of = isIn(
        notes.entityId,
        some.map((at) => ids[at] ?? ''),
      );
      await deleteRows(Note, inWorkspace(of), transaction);
    });
}

async function eraseMessages(where: Condition, transaction: Transaction): Promise<void> {
  if (isNever(where)) return;
  const rows = await transaction.read(
    `SELECT ${messages.pk} FROM ${messages.table} WHERE ${where.sql}`,
    where.params,
  );
  await deleteMails(
    'messages',
    rows.map(([pk]) => pk as number),
    transaction,
  );
  await deleteRows(Message, where, transaction);
}

async function deleteMails(about: string, pks: readonly number[], transaction: Transaction): Promise<void> {
  const those = isIn(mails.aboutPk, pks);
  if (isNever(those)) return;
  await transaction.run(`DELETE FROM ${mails.table} WHERE ${mails.about} = ? AND ${those.sql}`, [
    about,
    ...those.params,
  ]);
}

/** Sets texts of a row to null that have one of the words. */
async function eraseWords<E>(
  entity: Entity<E>,
  row: ColumnsOf<E>,
  words: ReadonlySet<string>,
  transaction: Transaction,
): Promise<void> {
  const nullable = entityColumns(entity).filter(({ options }) => options.nullable === true);
  const columns = row as Readonly<Record<string, Stored>>;
  const naming = nullable.filter(({ path }) => mentions(columns[path] ?? null, words));
  if (naming.length === 0) return;
  const nobody = Object.fromEntries(naming.map(({ path }) => [path, null]));
  await updateRow(entity, row, nobody as Parameters<typeof updateRow<E>>[2], transaction);
}

const mentions = (text: Stored, words: Iterable<string>): boolean =>
  typeof text === 'string' && [...words].some((word) => text.toLowerCase().includes(word));

/** Views of lists that look for the person. */
async function eraseViews(
  workspacePk: number,
  words: ReadonlySet<string>,
  database: Database,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const rows = await heldRows(SavedView, condition(`${views.workspacePk} = ?`, workspacePk), transaction);
    const naming = rows.filter(({ name, query }) => mentions(name, words) || mentions(decoded(query), words));
    const those = isIn(
      views.pk,
      naming.map(({ pk }) => pk),
    );
    if (!isNever(those)) await deleteRows(SavedView, those, transaction);
  });
}

const decoded = (query: string | null): string => {
  try {
    return decodeURIComponent((query ?? '').replaceAll('+', ' '));
  } catch {
    return query ?? '';
  }
};
