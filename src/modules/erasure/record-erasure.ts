import { insertInto } from '../../core/database/insert.js';
import type { Stored } from '../../core/metadata/condition.js';
import type { Encrypt } from '../../core/metadata/field.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import type { EraseTraces } from '../../core/store/writer.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { IdempotencyKey } from '../../core/idempotency/idempotency-key.entity.js';
import { QueuedMail } from '../mail/mail.entity.js';
import { Erasure } from './erasure.entity.js';

const idempotencyKeys = sqlNames(IdempotencyKey);
const mails = sqlNames(QueuedMail);

/** By what a person is found where no key leads to the item. */
export interface Person {
  readonly email?: string;
  readonly trackingNumber?: string;
}

/** An item that is deleted, or that names its person no more. */
export interface ErasedItem {
  readonly entity: string;
  readonly pk: number;
  readonly id: string;
  /** Null of a user. */
  readonly workspacePk: number | null;
  readonly person: Person;
}

/**
 * Has everything go that is kept of an item beside it: answers to requests and waiting e-mails in this unit of work, the
 * rest as soon as a worker comes to it.
 */
export async function recordErasure(
  erased: ErasedItem,
  encrypt: Encrypt,
  transaction: Transaction,
): Promise<void> {
  const { entity, pk, id, workspacePk, person } = erased;
  const { moment } = transaction;
  if (workspacePk !== null) {
    await transaction.run(
      `UPDATE ${idempotencyKeys.table}
        SET ${idempotencyKeys.status} = 410, ${idempotencyKeys.answer} = NULL
        WHERE ${idempotencyKeys.workspacePk} = ? AND ${idempotencyKeys.entity} = ? AND ${idempotencyKeys.itemPk} = ?`,
      [workspacePk, entity, pk],
    );
    await transaction.run(`DELETE FROM ${mails.table} WHERE ${mails.about} = ? AND ${mails.aboutPk} = ?`, [
      entity,
      pk,
    ]);
  }
  await insertInto(transaction, Erasure, {
    workspacePk,
    entity,
    itemId: id,
    person: Object.keys(person).length === 0 ? null : encrypt(JSON.stringify(person)),
    dueAt: moment,
    createdAt: moment,
  });
}

/** As `recordErasure`, of a row of a resource. */
export const eraseTraces: EraseTraces = ({ path }, row, transaction, encrypt) =>
  recordErasure(
    {
      entity: path,
      pk: row.pk as number,
      id: row.id as string,
      workspacePk: row.workspacePk as number,
      person: personOf(row),
    },
    encrypt,
    transaction,
  );

/** By what the person of a row is found. */
function personOf({ email, trackingNumber }: Readonly<Record<string, Stored>>): Person {
  return {
    ...(typeof email === 'string' && email !== '' ? { email } : {}),
    ...(typeof trackingNumber === 'string' ? { trackingNumber } : {}),
  };
}
