import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { isIn } from '../../../core/metadata/condition.js';
import { toStored } from '../../../core/metadata/datetime.js';
import { emailKey } from '../../../core/metadata/identity.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { Membership } from '../../identity/teams/membership.entity.js';
import { User } from '../../identity/users/user.entity.js';
import { plainMailBody } from '../../mail/mail-template.js';
import { MailService } from '../../mail/mail.service.js';
import { withoutLinks } from '../../mail/without-links.js';
import { DeliveryPrediction } from '../../predictions/delivery-prediction.entity.js';
import { Shipment } from '../../shipments/shipment.entity.js';
import { kindOf, TRACKING_STATUSES, type TrackingStatus } from '../../tracking/tracking-statuses.js';
import { WorkflowRun } from '../../webhooks/workflow-run.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';
import { nextClockTime } from '../sending/local-clock.js';
import { MessageSettings } from '../settings/message-settings.entity.js';

const g = sqlNames(MessageSettings);
const s = sqlNames(Shipment, 's');
const p = sqlNames(DeliveryPrediction, 'p');
const r = sqlNames(WorkflowRun, 'r');
const w = sqlNames(Workspace, 'w');
const m = sqlNames(Membership, 'm');
const u = sqlNames(User, 'u');

const DAY = 86_400_000;

/** A parcel on its way of which its carrier has said nothing for so long is stuck. */
const STUCK_AFTER_MS = 5 * DAY;
/** Parcels of a kind that are named. */
const MAX_NAMED = 10;
/** Workspaces of one round. */
const BATCH_SIZE = 50;

const ON_THE_WAY = (Object.keys(TRACKING_STATUSES) as TrackingStatus[]).filter(
  (status) => kindOf(status) === 'active',
);

interface Due {
  readonly pk: number;
  readonly workspacePk: number;
  readonly digestEmails: string | null;
  readonly digestTime: string;
  readonly timeZone: string;
}

/** Tells members of a team each day what needs somebody: late, stuck and held-up parcels, and webhooks that failed. */
@Injectable()
export class Digests {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly mails: MailService,
  ) {}

  /** Sends those that are due. The unit that queues one also says when the next is, so there is one of a day. */
  async send(): Promise<void> {
    const now = this.clock.now();
    const due = await this.database.read(
      `SELECT ${g.pk} FROM ${g.table} WHERE ${g.digestDueAt} <= ? ORDER BY ${g.digestDueAt} LIMIT ${BATCH_SIZE}`,
      [toStored(now)],
    );
    for (const [pk] of due)
      await this.database.transaction((transaction) => this.sendOne(pk as number, now, transaction));
  }

  private async sendOne(pk: number, now: number, transaction: Transaction): Promise<void> {
    const [row] = await transaction.rows<Due>(
      `SELECT ${g.pk} AS pk, ${g.workspacePk} AS workspacePk, ${g.digestEmails} AS digestEmails, ${g.digestTime} AS digestTime, ${g.timeZone} AS timeZone
        FROM ${g.table} WHERE ${g.pk} = ? AND ${g.digestDueAt} <= ?${transaction.dialect.forUpdateUnlessLocked}`,
      [pk, toStored(now)],
    );
    if (!row) return;
    await transaction.run(`UPDATE ${g.table} SET ${g.digestDueAt} = ? WHERE ${g.pk} = ?`, [
      toStored(nextClockTime(now, row.digestTime, row.timeZone)),
      pk,
    ]);
    if (this.config.smtpUrl === undefined) return;
    const parts = await this.parts(row.workspacePk, now, transaction);
    if (parts.length === 0) return;
    const { title, members } = await this.receivers(row, transaction);
    const sentences = [
      `What needs somebody in “${title}”:`,
      ...parts,
      `The dashboard: ${this.config.publicUrl}/app/`,
    ];
    for (const to of members)
      await this.mails.queue(transaction, {
        to,
        subject: `Parcels that need somebody: ${title}`,
        ...plainMailBody(sentences),
      });
  }

  private async parts(workspacePk: number, now: number, transaction: Transaction): Promise<string[]> {
    const moving = isIn(s.trackingStatus, ON_THE_WAY);
    const late = await this.named(
      'late by prediction',
      `${p.table} JOIN ${s.table} ON ${s.pk} = ${p.shipmentKey} WHERE ${p.workspacePk} = ? AND ${p.onTime} = 'late' AND ${moving.sql}`,
      [workspacePk, ...moving.params],
      transaction,
    );
    const stuck = await this.named(
      'without news for five days',
      `${s.table} WHERE ${s.workspacePk} = ? AND ${moving.sql} AND ${s.lastCheckpointAt} < ?`,
      [workspacePk, ...moving.params, toStored(now - STUCK_AFTER_MS)],
      transaction,
    );
    const exceptions = await this.named(
      'held up, or not delivered',
      `${s.table} WHERE ${s.workspacePk} = ? AND ${s.trackingStatus} IN ('exception', 'unsuccessful_delivery')`,
      [workspacePk],
      transaction,
    );
    const [failed] = await transaction.rows<{ count: number }>(
      `SELECT COUNT(*) AS count FROM ${r.table} WHERE ${r.workspacePk} = ? AND ${r.status} IN ('failed', 'dead') AND ${r.createdAt} > ?`,
      [workspacePk, toStored(now - DAY)],
    );
    const runs = Number(failed?.count ?? 0);
    const webhooks = runs === 0 ? [] : [`${runs} deliveries of webhooks failed since yesterday.`];
    return [...late, ...stuck, ...exceptions, ...webhooks];
  }

  private async named(
    what: string,
    from: string,
    params: readonly (string | number | null | Buffer)[],
    transaction: Transaction,
  ): Promise<string[]> {
    const values = params as never[];
    const [row] = await transaction.rows<{ count: number }>(`SELECT COUNT(*) AS count FROM ${from}`, values);
    const count = Number(row?.count ?? 0);
    if (count === 0) return [];
    const some = await transaction.rows<{ number: string | null }>(
      `SELECT COALESCE(${s.trackingNumber}, ${s.sharedNumber}, ${s.id}) AS number FROM ${from} ORDER BY ${s.pk} DESC LIMIT ${MAX_NAMED}`,
      values,
    );
    const names = some.map(({ number }) => withoutLinks(number ?? '')).join(', ');
    return [`${count} ${what}: ${names}${count > some.length ? ', …' : ''}`];
  }

  /** Those of the list who are members still. */
  private async receivers(
    { workspacePk, digestEmails }: Due,
    transaction: Transaction,
  ): Promise<{ title: string; members: readonly string[] }> {
    const keys = isIn(u.emailKey, (JSON.parse(digestEmails ?? '[]') as string[]).map(emailKey));
    const rows = await transaction.rows<{ title: string; email: string }>(
      `SELECT ${w.title} AS title, ${u.email} AS email FROM ${w.table} JOIN ${m.table} ON ${m.teamPk} = ${w.teamPk}
        JOIN ${u.table} ON ${u.pk} = ${m.userPk} WHERE ${w.pk} = ? AND ${keys.sql}`,
      [workspacePk, ...keys.params],
    );
    return { title: withoutLinks(rows[0]?.title ?? ''), members: rows.map(({ email }) => email) };
  }
}
