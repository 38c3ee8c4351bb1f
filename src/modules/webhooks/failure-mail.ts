import { Injectable } from '@nestjs/common';
import { sqlNames } from '../../core/database/sql-names.js';
import { isAddress, emailKey } from '../../core/metadata/identity.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { Attempts, LIMITS } from '../identity/accounts/attempts.js';
import { plainMailBody } from '../mail/mail-template.js';
import { MailService } from '../mail/mail.service.js';
import { withoutLinks } from '../mail/without-links.js';
import type { Webhook } from './webhook.js';
import { Workflow } from './workflows/workflow.entity.js';

const w = sqlNames(Workflow, 'w');

/** Addresses of a webhook that are written to, at most. */
const MAX_RECEIVERS = 5;

/** Tells the `notificationEmails` of a webhook that it does not work, once a day at most. */
@Injectable()
export class FailureMail {
  constructor(
    private readonly mails: MailService,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Queues the mails in the unit of work that ends the deliveries.
   * @param code what the receiver answered, null for nothing.
   */
  async queue(
    { pk, id }: Pick<Webhook, 'pk' | 'id'>,
    reason: 'disabled' | 'given up',
    code: number | null,
    transaction: Transaction,
  ): Promise<void> {
    if (!this.mails.isOn) return;
    const [row] = await transaction.rows<{ title: string | null; emails: string | null }>(
      `SELECT ${w.title} AS title, ${w.notificationEmails} AS emails FROM ${w.table} WHERE ${w.pk} = ?`,
      [pk],
    );
    const known = JSON.parse(row?.emails ?? '[]') as readonly string[];
    const receivers = [...new Set(known)].filter(isAddress).slice(0, MAX_RECEIVERS);
    if (receivers.length === 0) return;
    if ((await this.attempts.countIn(transaction, [LIMITS.failureMailsOfWebhook, id])) > 0) return;
    const title = withoutLinks(row?.title ?? '').trim() || id;
    const answer = code === null ? 'It did not answer.' : `Its last answer was ${code}.`;
    const sentences =
      reason === 'disabled'
        ? [
            `The webhook “${title}” has been switched off: its receiver refuses the credentials (401).`,
            'Nothing is sent until somebody sets them right and enables it again. What happens meanwhile is not told.',
          ]
        : [
            `Deliveries of the webhook “${title}” have been given up after many attempts. ${answer}`,
            'They can be delivered again as long as their runs are kept. Later changes are still sent.',
          ];
    for (const to of receivers) {
      if ((await this.attempts.countIn(transaction, [LIMITS.failureMailsToAddress, emailKey(to)])) > 0)
        continue;
      const subject =
        reason === 'disabled' ? 'A webhook has been switched off' : 'A webhook cannot be reached';
      await this.mails.queue(transaction, {
        to,
        subject,
        ...plainMailBody([...sentences, `Its id is ${id}.`]),
      });
    }
  }
}
