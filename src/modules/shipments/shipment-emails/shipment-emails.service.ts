import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Attempts, LIMITS, networkKey } from '../../identity/accounts/attempts.js';
import { CONFIG, type Config } from '../../../config/config.js';
import { MailService } from '../../mail/mail.service.js';
import { TooMany } from '../../../core/metadata/errors.js';
import { emailKey } from '../../../core/metadata/identity.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { shipmentEmail } from './shipment-email.js';
import { loadShipmentEmailData, type ShipmentEmailData } from './shipment-email-data.js';
import { Message } from '../../messages/log/message.entity.js';
import { insertMessage } from '../../messages/log/insert-message.js';
import { MESSAGE_TOPIC } from '../../messages/sending/message-outcome.js';
import { recipientKey } from '../../messages/sending/recipient-key.js';
import { UnsubscribeLinks } from '../../messages/sending/unsubscribe-link.js';
import { isSuppressed } from '../../messages/suppressions/suppress.js';
import { recordUnknown } from '../../../core/store/row-changes.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Shipment } from '../shipment.entity.js';

const shipments = sqlNames(Shipment);

/** What the mails of older versions are about. */
const TOPIC = 'shipments';

/** Who asks for a mail. */
interface EmailRequest {
  /** Of the request, where there is one. */
  readonly ip?: string;
  readonly comment?: string | undefined;
  /** The mail is what was asked for, not what comes with a new shipment. */
  readonly isAsked?: boolean;
}

interface ShippedMail extends Required<Pick<EmailRequest, 'isAsked'>>, Pick<EmailRequest, 'comment'> {
  readonly shipmentPk: number;
  readonly to: string;
  readonly parcel: ShipmentEmailData;
}

/** The e-mail that tells a customer that a shipment is on its way, when a shop says so. */
@Injectable()
export class ShipmentEmails implements OnModuleInit {
  constructor(
    private readonly mails: MailService,
    private readonly attempts: Attempts,
    private readonly links: UnsubscribeLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `emailSentAt` is no change of the shipment: `updatedAt` stays. */
  onModuleInit(): void {
    this.mails.onOutcome(TOPIC, async (pk, outcome, transaction) => {
      if (outcome !== 'sent') return;
      await transaction.run(
        `UPDATE ${shipments.table}
        SET ${shipments.emailSentAt} = ?
        WHERE ${shipments.pk} = ?`,
        [transaction.moment, pk],
      );
    });
  }

  /** Whether mail goes out at all: there is a mail server. */
  get isOn(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  /**
   * Puts the mail of a shipment into the unit of work, after everything that it tells of has been written. Without a mail
   * server it is not kept for later: outside production the log has its links, in production there is no mail.
   * A mail over the limits is left out, and whatever else the unit writes is kept.
   * @returns whether there is one. @throws TooMany when it is over the limits and was asked for by itself.
   */
  async queue(
    shipmentPk: number,
    { ip, comment, isAsked = false }: EmailRequest,
    transaction: Transaction,
  ): Promise<boolean> {
    if (!this.mails.isOn) return false;
    const parcel = await loadShipmentEmailData(shipmentPk, transaction);
    const to = parcel?.email;
    if (!parcel || !to) return false;
    const [key, shop] = [emailKey(to), parcel.workspacePk];
    const wait = await this.attempts.countIn(
      transaction,
      [LIMITS.parcelMailsOfShopToAddress, `${shop} ${key}`],
      [LIMITS.parcelMailsOfShop, String(shop)],
      ...(ip === undefined ? [] : [[LIMITS.parcelMailsFromNetwork, networkKey(ip)] as const]),
      [LIMITS.parcelMailsToAddress, key],
    );
    if (wait > 0 && isAsked) throw new TooMany(wait);
    if (wait > 0) return false;
    return this.send({ shipmentPk, to, parcel, comment, isAsked }, transaction);
  }

  /** It is the workspace's message of the event `shipped`: who has it already does not get it by itself once more. */
  private async send(
    { shipmentPk, to, parcel, comment, isAsked }: ShippedMail,
    transaction: Transaction,
  ): Promise<boolean> {
    const { workspacePk } = parcel;
    const key = recipientKey('email', to);
    if (await isSuppressed(workspacePk, 'email', key, transaction)) return false;
    const { moment } = transaction;
    const mail = shipmentEmail(to, parcel, comment);
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
        status: this.isOn ? 'queued' : 'skipped',
        reason: this.isOn ? null : 'channel_off',
        language: 'en',
        subject: mail.subject.slice(0, 255),
        text: mail.text,
        occurredAt: moment,
        dueAt: moment,
        handedAt: moment,
        createdAt: moment,
        updatedAt: moment,
      },
      transaction,
    );
    if (pk === undefined) return false;
    recordUnknown(Message, workspacePk, transaction);
    const unsubscribeUrl = this.links.of({ workspacePk, channel: 'email', address: to });
    await this.mails.queue(transaction, { ...mail, unsubscribeUrl }, { kind: MESSAGE_TOPIC, pk }, id);
    return true;
  }
}
