import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { TooMany } from '../../../core/metadata/errors.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { readIn } from '../../../core/store/reading.js';
import { recordUnknown } from '../../../core/store/row-changes.js';
import { Attempts, LIMITS, networkKey } from '../../identity/accounts/attempts.js';
import { languageOf } from '../languages/index.js';
import { insertMessage } from '../log/insert-message.js';
import { Message } from '../log/message.entity.js';
import { DEFAULT_SETTINGS, settingsOf } from '../settings/settings-of.js';
import { isSuppressed } from '../suppressions/suppress.js';
import { recipientKey } from './recipient-key.js';
import { recipientOf } from './recipients.js';

/** Characters of a comment that are kept. */
const MAX_COMMENT_LENGTH = 5000;

/** Who asks for a mail. */
interface EmailRequest {
  /** Of the request, where there is one. */
  readonly ip?: string;
  readonly comment?: string | undefined;
  /** The mail is what was asked for, not what comes with a new shipment. */
  readonly isAsked?: boolean;
}

/**
 * The e-mail that tells a customer that a shipment is on its way, when a shop says so at its own API: the message `shipped`, with
 * or without a rule for it.
 */
@Injectable()
export class ShipmentEmails {
  constructor(
    private readonly attempts: Attempts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether mail goes out at all: there is a mail server. */
  get isOn(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  /**
   * Puts the message about a shipment into the unit of work, after everything that it tells of has been written; it goes out
   * when that is committed. One over the limits is left out, and whatever else the unit writes is kept. It is the workspace's
   * message of the event `shipped`: who has it already does not get it by itself once more.
   * @returns whether there is one. @throws TooMany when it is over the limits and was asked for by itself.
   */
  async queue(
    shipmentPk: number,
    { ip, comment, isAsked = false }: EmailRequest,
    transaction: Transaction,
  ): Promise<boolean> {
    if (!this.isOn) return false;
    const recipient = await recipientOf(shipmentPk, transaction);
    const to = recipient?.addresses.email;
    if (!recipient || to === undefined) return false;
    const { workspacePk } = recipient;
    const key = recipientKey('email', to);
    const wait = await this.attempts.countIn(
      transaction,
      [LIMITS.parcelMailsOfShopToAddress, `${workspacePk} ${key}`],
      [LIMITS.parcelMailsOfShop, String(workspacePk)],
      ...(ip === undefined ? [] : [[LIMITS.parcelMailsFromNetwork, networkKey(ip)] as const]),
      [LIMITS.parcelMailsToAddress, key],
    );
    if (wait > 0 && isAsked) throw new TooMany(wait);
    if (wait > 0 || (await isSuppressed(workspacePk, 'email', key, transaction))) return false;
    const settings = (await settingsOf([workspacePk], readIn(transaction))).get(workspacePk);
    const { moment } = transaction;
    const id = randomUUID();
    const pk = await insertMessage(
      {
        id,
        workspacePk,
        shipmentPk,
        event: 'shipped',
        occurrence: isAsked ? id : '',
        channel: 'email',
        recipient: to,
        recipientKey: key,
        status: 'waiting',
        language: languageOf(recipient.country) ?? settings?.language ?? DEFAULT_SETTINGS.language,
        requested: 1,
        comment: comment?.slice(0, MAX_COMMENT_LENGTH) ?? null,
        occurredAt: moment,
        dueAt: moment,
        createdAt: moment,
        updatedAt: moment,
      },
      transaction,
    );
    if (pk === undefined) return false;
    recordUnknown(Message, workspacePk, transaction);
    return true;
  }
}
