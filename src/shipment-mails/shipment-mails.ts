import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Mails } from '../mail/mails.js';
import type { Transaction } from '../resource/transaction.js';
import { parcelMail } from './parcel-mail.js';
import { toldParcel } from './told-parcel.js';

/** What the mails are about. */
const SHIPMENTS = 'shipments';

/** The e-mail that tells a customer that a shipment is on its way. */
@Injectable()
export class ShipmentMails implements OnModuleInit {
  constructor(
    private readonly mails: Mails,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `emailSentAt` is no change of the shipment: `updatedAt` stays. */
  onModuleInit(): void {
    this.mails.whenSent(SHIPMENTS, async (pk, transaction) => {
      await transaction.run('UPDATE shipments SET emailSentAt = ? WHERE pk = ?', [transaction.moment, pk]);
    });
  }

  /** Whether mail goes out at all: there is a mail server. */
  get isOn(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  /**
   * Puts the mail of a shipment into the unit of work, after everything that it tells of has been written. Without a mail
   * server it is not kept for later: outside production the log has its links, in production there is no mail.
   * @returns whether there is one, so whether there is an address to send it to.
   */
  async queue(
    shipmentPk: number,
    more: { readonly comment?: string | undefined },
    transaction: Transaction,
  ): Promise<boolean> {
    if (!this.mails.isOn) return false;
    const parcel = await toldParcel(shipmentPk, transaction);
    const to = parcel?.email;
    if (!parcel || !to) return false;
    await this.mails.queue(transaction, parcelMail(to, parcel, more.comment), {
      kind: SHIPMENTS,
      pk: shipmentPk,
    });
    return true;
  }
}
