import { createHmac } from 'node:crypto';
import { failureOf } from '../../../core/database/failures.js';
import { insertInto } from '../../../core/database/insert.js';
import type { MailService } from '../../mail/mail.service.js';
import { emailKey } from '../../../core/metadata/identity.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { linkWith, makeCode } from './email-codes.js';
import { confirmationMail, passwordMail } from './account-mails.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { User } from '../users/user.entity.js';

const users = sqlNames(User);

export interface FoundUser {
  readonly pk: number;
  /** As the user wrote it first: mail goes there, whatever was typed now. */
  readonly email: string;
  readonly emailVerified: number;
}

export async function findUser(email: string, transaction: Transaction): Promise<FoundUser | undefined> {
  const [user] = await transaction.rows<FoundUser>(
    `SELECT ${users.pk}, ${users.email}, ${users.emailVerified} FROM ${users.table} WHERE ${users.emailKey} = ?`,
    [emailKey(email)],
  );
  return user;
}

/**
 * The id of a user who signs up with an address: a UUID that follows from it by a key of this installation. So the answer
 * is the same for an address that has an account, and nobody learns whether it has.
 */
export function userIdFor(email: string, key: Buffer): string {
  const bytes = createHmac('sha256', key).update(emailKey(email)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The user with this address; a new one, whose address is not confirmed, where there is none. */
export async function findOrCreateUser(
  email: string,
  id: string,
  transaction: Transaction,
): Promise<FoundUser> {
  const known = await findUser(email, transaction);
  if (known) return known;
  const { moment } = transaction;
  const row = { id, email, emailKey: emailKey(email), emailVerified: 0 };
  const pk = await insertInto(transaction, User, { ...row, createdAt: moment, updatedAt: moment });
  return { pk, email, emailVerified: 0 };
}

/** Sends a user a link that proves the address, and sets a password. */
export async function sendLink(
  { pk, email, emailVerified }: FoundUser,
  { mails, publicUrl }: { readonly mails: MailService; readonly publicUrl: string },
  transaction: Transaction,
): Promise<void> {
  const url = linkWith(await makeCode(pk, transaction), publicUrl);
  const letter = emailVerified ? passwordMail : confirmationMail;
  await mails.queue(transaction, letter(email, url));
}

/** Does the work once more when another request has made the same user a moment ago. */
export async function retryOnDuplicate<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (failureOf(error).kind !== 'duplicate') throw error;
    return work();
  }
}
