import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Attempts, LIMITS } from '../identity/accounts/attempts.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { stackOf } from '../../core/database/failures.js';
import { renderMail } from '../mail/mail-template.js';
import { MailService } from '../mail/mail.service.js';
import type { Mail } from '../mail/queue-mail.js';
import { toStored } from '../../core/metadata/datetime.js';
import { emailKey } from '../../core/metadata/identity.js';
import { linkFilterFrom, linkCondition } from './link-filter.js';
import { type Link, type LinkedPage, TrackingPageLinks } from './tracking-page-links.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { TrackingPageLink } from './tracking-page-link.entity.js';

const t = sqlNames(Shipment, 't');
const trackingPageLinks = sqlNames(TrackingPageLink);

/** A customer gets the same link so often at most, in milliseconds, whoever asks for it. */
const RESEND_PAUSE_MS = 3_600_000;

/** Sends customers the links to their parcels. Whoever asks learns nothing: neither from the answer nor from its time. */
@Injectable()
export class LinkMail implements BeforeApplicationShutdown {
  private readonly logger = new Logger('link mail');
  private readonly pending = new Set<Promise<void>>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: TrackingPageLinks,
    private readonly mails: MailService,
    private readonly attempts: Attempts,
  ) {}

  get isOn(): boolean {
    return this.mails.isOn;
  }

  /** Looks behind the answer's back whether there are parcels for an address, and writes to it when there are. */
  send(page: LinkedPage, email: string): void {
    const work = this.write(page, email)
      .catch((error: unknown) => this.logger.error('a link was not sent', stackOf(error)))
      .finally(() => this.pending.delete(work));
    this.pending.add(work);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /** Ends when what is under way has ended. */
  async settled(): Promise<void> {
    await Promise.all(this.pending);
  }

  private async write(page: LinkedPage, email: string): Promise<void> {
    const filter = linkFilterFrom({ email });
    const where = await linkCondition(filter, page.workspacePk, this.database);
    const [found] = await this.database.read(
      `SELECT ${t.email} FROM ${t.table} WHERE ${where.sql} ORDER BY ${t.pk} DESC LIMIT 1`,
      where.params,
    );
    if (!found) return;
    const [made] = await this.links.make([{ page, filter, preview: false }]);
    if (!made) return;
    // to the address as the shop has it, whatever was typed now
    const mail = renderMail(found[0] as string, {
      subject: 'Your parcels',
      before: ['Somebody, probably you, has asked for the link to your parcels. Here it is:'],
      link: { label: 'See where your parcels are', url: made.url },
      after: ['Whoever has this link sees your parcels, so keep it to yourself.'],
    });
    await this.queue(mail, made);
  }

  /**
   * Sends the link to one parcel, because the shop wants so.
   * @returns false when the same was sent within the hour, or the address has got enough.
   */
  async sendParcel(
    page: LinkedPage,
    {
      id,
      email,
      trackingNumber,
    }: { readonly id: string; readonly email: string; readonly trackingNumber: string | null },
  ): Promise<boolean> {
    const [made] = await this.links.make([{ page, filter: { id: [id] }, preview: false }]);
    if (!made) return false;
    const mail = renderMail(email, {
      subject: trackingNumber === null ? 'Your parcel' : `Your parcel ${trackingNumber}`,
      before: ['This link shows where your parcel is and when it will come:'],
      link: { label: 'See where your parcel is', url: made.url },
      after: ['Whoever has this link sees your parcel, so keep it to yourself.'],
    });
    return this.queue(mail, made);
  }

  /** Queues a mail unless there have been too many. @returns whether it is on its way. */
  private queue(mail: Mail, made: Link): Promise<boolean> {
    const now = this.clock.now();
    return this.database.transaction(async (transaction) => {
      const { affected } = await transaction.run(
        `UPDATE ${trackingPageLinks.table}
          SET ${trackingPageLinks.mailedAt} = ?
          WHERE ${trackingPageLinks.hash} = ? AND (${trackingPageLinks.mailedAt} IS NULL OR ${trackingPageLinks.mailedAt} <= ?)`,
        [toStored(now), made.hash, toStored(now - RESEND_PAUSE_MS)],
      );
      if (affected === 0) return false;
      const wait = await this.attempts.countIn(transaction, [LIMITS.linkMailsToAddress, emailKey(mail.to)]);
      if (wait === 0) await this.mails.queue(transaction, mail);
      return wait === 0;
    });
  }
}
