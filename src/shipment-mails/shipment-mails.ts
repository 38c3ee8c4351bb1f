import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Mails } from '../mail/mails.js';
import type { Transaction } from '../resource/transaction.js';

/** The e-mail that tells a customer that a shipment is on its way. */
@Injectable()
export class ShipmentMails {
  constructor(
    private readonly mails: Mails,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether mail goes out at all. */
  get isOn(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  /**
   * Puts the mail of a shipment into the unit of work, after everything that it tells of has been written.
   * @returns whether there is an address to send it to.
   */
  queue(
    shipmentPk: number,
    more: { readonly comment?: string | undefined },
    transaction: Transaction,
  ): Promise<boolean> {
    throw new Error(
      `not written yet ${shipmentPk} ${more.comment} ${transaction.moment} ${typeof this.mails}`,
    );
  }
}
