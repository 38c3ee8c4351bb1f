import { randomUUID } from 'node:crypto';
import { insertInto } from '../../core/database/insert.js';
import type { Encrypt } from '../../core/metadata/field.js';
import { traceparentNow } from '../../core/tracing/tracing.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { QueuedMail } from './mail.entity.js';

/** An e-mail: one receiver, and the same said in text and in HTML. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The name that it comes from; the address is always the server's own. */
  readonly senderName?: string;
  readonly replyTo?: string;
  /** Where its receiver ends such mail, with one click too (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

/** What a mail tells of: a table and a key in it. */
export interface MailTopic {
  readonly kind: string;
  readonly pk: number;
}

/** Bytes of a mail at most: encrypted they fit into their column. */
const MAX_BYTES = 40_000;

const fits = (content: string): boolean => Buffer.byteLength(content) <= MAX_BYTES;

/** Whether a mail is short enough to be queued. */
export const isShortEnough = (mail: Mail): boolean => fits(JSON.stringify(mail));

/**
 * Puts a mail into the unit of work that it tells of: it goes out when that is committed, and not at all when it is not.
 * It is encrypted meanwhile: the links in it open accounts. `id`: what its `Message-ID` has.
 * @throws when the mail is too long.
 */
export async function queueMail(
  transaction: Transaction,
  mail: Mail,
  encrypt: Encrypt,
  about?: MailTopic,
  id: string = randomUUID(),
): Promise<void> {
  const { moment } = transaction;
  const content = JSON.stringify(mail);
  if (!fits(content)) throw new Error('The mail is too long.');
  const row = { id, content: encrypt(content), tries: 0, dueAt: moment, createdAt: moment };
  await insertInto(transaction, QueuedMail, {
    ...row,
    about: about?.kind ?? null,
    aboutPk: about?.pk ?? null,
    traceparent: traceparentNow(),
  });
}
