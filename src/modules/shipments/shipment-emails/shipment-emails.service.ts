import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Attempts, LIMITS, networkKey } from '../../identity/accounts/attempts.js';
import { CONFIG, type Config } from '../../../config/config.js';
import { MailService } from '../../mail/mail.service.js';
import { TooMany } from '../../../core/metadata/errors.js';
import { emailKey } from '../../../core/metadata/identity.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { shipmentEmail } from './shipment-email.js';
import { loadShipmentEmailData } from './shipment-email-data.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Shipment } from '../shipment.entity.js';

const shipments = sqlNames(Shipment);

/** What the mails are about. */
const TOPIC = 'shipments';

/** Who asks for a mail. */
interface EmailRequest {
  /** Of the request, where there is one. */
  readonly ip?: string;
  readonly comment?: string | undefined;
  /** The mail is what was asked for, not what comes with a new shipment. */
  readonly isAsked?: boolean;
}

/** The e-mail that tells a customer that a shipment is on its way. */
@Injectable()
export class ShipmentEmails implements OnModuleInit {
  constructor(
    private readonly mails: MailService,
    private readonly attempts: Attempts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `emailSentAt` is no change of the shipment: `updatedAt` stays. */
  onModuleInit(): void {
    this.mails.onSent(TOPIC, async (pk, transaction) => {
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
    await this.mails.queue(transaction, shipmentEmail(to, parcel, comment), {
      kind: TOPIC,
      pk: shipmentPk,
    });
    return true;
  }
}
