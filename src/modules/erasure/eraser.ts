import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { Encryption } from '../../core/database/encryption.js';
import { Idempotency } from '../../core/idempotency/idempotency.js';
import { every, type Scheduled } from '../../core/jobs/scheduled.js';
import { MailService } from '../mail/mail.service.js';
import { forgetChanges } from '../../core/outbox/forget-changes.js';
import { isIn } from '../../core/metadata/condition.js';
import { toStored } from '../../core/metadata/datetime.js';
import { emailKey } from '../../core/metadata/identity.js';
import { forgetOldRowImages, forgetRowImages } from '../../core/store/forget-row-images.js';
import { eraseEvents } from './erase-events.js';
import { eraseLinks } from './erase-links.js';
import { emailsOf, eraseTexts } from './erase-texts.js';
import type { Person } from './record-erasure.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Erasure } from './erasure.entity.js';
import { OutboxEvent } from '../../core/outbox/outbox-event.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { OutboxSubscription } from '../../core/outbox/outbox-subscription.entity.js';
import { QueuedMail } from '../mail/mail.entity.js';

const erasures = sqlNames(Erasure);
const e = sqlNames(OutboxEvent, 'e');
const w = sqlNames(Workspace, 'w');
const s = sqlNames(OutboxSubscription, 's');
const mailsTable = sqlNames(QueuedMail);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 3600 * SECOND;

/** How often a worker looks for what has to go, and how many items it takes at once. */
const POLL_INTERVAL_MS = 10 * SECOND;
const BATCH_SIZE = 200;

/** What webhooks have not been told yet waits for them so long; then it goes all the same. */
const RETRY_AFTER_MS = 300 * SECOND;
const MAX_WAIT = 48 * HOUR;

/** An item whose person is erased. */
export interface DueErasure {
  readonly pk: number;
  readonly entity: string;
  readonly itemId: string;
  readonly createdAt: string;
  readonly person: Person;
  /** It goes though a webhook has not been told of it. */
  readonly isOverdue: boolean;
}

/** Removes what is kept of persons beside their items, and what is kept of workspaces that are gone. */
@Injectable()
export class Eraser implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly scheduled: Scheduled[] = [];

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly encryption: Encryption,
    private readonly mails: MailService,
    private readonly idempotency: Idempotency,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.scheduled.push(
      every(POLL_INTERVAL_MS, 'erasure', () => this.erase()),
      every(MINUTE, 'rows as they were', () => forgetOldRowImages(this.database, this.clock.now())),
      every(HOUR / 4, 'idempotency keys', () => this.idempotency.clean()),
      every(HOUR, 'workspaces that are gone', () => this.eraseDeletedWorkspaces()),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.scheduled.map((each) => each.stop()));
  }

  /** Erases what is due. It may be interrupted, and done by several processes: everything in it may be done again. */
  async erase(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const rows = await this.database.read(
        `SELECT ${erasures.pk}, ${erasures.entity}, ${erasures.itemId}, ${erasures.createdAt}, ${erasures.person}, ${erasures.workspacePk}
          FROM ${erasures.table}
          WHERE ${erasures.dueAt} <= ?
          ORDER BY ${erasures.dueAt}, ${erasures.pk} LIMIT ${BATCH_SIZE}`,
        [toStored(now)],
      );
      const byWorkspace = new Map<number | null, DueErasure[]>();
      for (const [pk, entity, itemId, createdAt, person, workspacePk] of rows as [
        ...[number, string, string, string, string | null, number | null],
      ][]) {
        const isOverdue = createdAt < toStored(now - MAX_WAIT);
        const due = { pk, entity, itemId, createdAt, person: await this.personIn(person), isOverdue };
        byWorkspace.set(workspacePk, [...(byWorkspace.get(workspacePk) ?? []), due]);
      }
      for (const [workspacePk, due] of byWorkspace) {
        const waiting =
          workspacePk === null ? await this.eraseUsers(due) : await this.eraseInWorkspace(workspacePk, due);
        await this.settle(due, waiting, now);
      }
      if (rows.length < BATCH_SIZE) return;
    }
  }

  /** Of workspaces that were deleted together with their team, by whatever version. */
  async eraseDeletedWorkspaces(): Promise<void> {
    const rows = await this.database.read(
      `SELECT DISTINCT ${e.workspacePk}
        FROM ${e.table}
        LEFT JOIN ${w.table} ON ${w.pk} = ${e.workspacePk}
        WHERE ${w.pk} IS NULL
        UNION SELECT ${s.workspacePk} FROM ${s.table} LEFT JOIN ${w.table} ON ${w.pk} = ${s.workspacePk} WHERE ${w.pk} IS NULL`,
      [],
    );
    for (const [workspacePk] of rows)
      await this.database.transaction((transaction) => forgetChanges(workspacePk as number, transaction));
  }

  /** @returns the keys of those of which a webhook has still to be told. */
  private async eraseInWorkspace(
    workspacePk: number,
    due: readonly DueErasure[],
  ): Promise<ReadonlySet<number>> {
    await eraseLinks(workspacePk, due, this.database);
    await eraseTexts(workspacePk, emailsOf(due), this.database);
    await this.database.transaction((transaction) => forgetRowImages([workspacePk], transaction));
    return eraseEvents(workspacePk, due, this.database);
  }

  /** Mails that wait for somebody who is no longer there. */
  private async eraseUsers(due: readonly DueErasure[]): Promise<ReadonlySet<number>> {
    const addresses = new Set(due.map(({ person }) => emailKey(person.email ?? '')));
    for (let after = 0; ;) {
      const rows = await this.database.read(
        `SELECT ${mailsTable.pk}, ${mailsTable.content}
          FROM ${mailsTable.table}
          WHERE ${mailsTable.pk} > ?
          ORDER BY ${mailsTable.pk} LIMIT ${BATCH_SIZE}`,
        [after],
      );
      for (const [pk, content] of rows as [number, string][]) {
        after = pk;
        const mail = await this.mails.open(content);
        if (mail && addresses.has(emailKey(mail.to)))
          await this.database.transaction((transaction) =>
            transaction.run(`DELETE FROM ${mailsTable.table} WHERE ${mailsTable.pk} = ?`, [pk]),
          );
      }
      if (rows.length < BATCH_SIZE) return new Set();
    }
  }

  private async settle(due: readonly DueErasure[], waiting: ReadonlySet<number>, now: number): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const done = isIn(
        'pk',
        due.map(({ pk }) => pk).filter((pk) => !waiting.has(pk)),
      );
      await transaction.run(`DELETE FROM ${erasures.table} WHERE ${done.sql}`, done.params);
      const later = isIn('pk', [...waiting]);
      await transaction.run(`UPDATE ${erasures.table} SET ${erasures.dueAt} = ? WHERE ${later.sql}`, [
        toStored(now + RETRY_AFTER_MS),
        ...later.params,
      ]);
    });
  }

  private async personIn(encrypted: string | null): Promise<Person> {
    const opened = encrypted === null ? undefined : await this.encryption.decrypt(encrypted);
    return opened === undefined ? {} : (JSON.parse(opened) as Person);
  }
}
