import type { Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import type { Stored } from '../../core/metadata/condition.js';
import { toMilliseconds, toStored } from '../../core/metadata/datetime.js';
import { OutboxDelivery, QUEUED } from '../../core/outbox/outbox-delivery.entity.js';
import { OutboxSubscription } from '../../core/outbox/outbox-subscription.entity.js';
import { Export } from '../bulk/exports/export.entity.js';
import { Import } from '../bulk/imports/import.entity.js';
import { QueuedMail } from '../mail/mail.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';

/** More is not counted: a look at the metrics costs little however long a queue is. */
const MOST = 100_000;

const d = sqlNames(OutboxDelivery, 'd');
const x = sqlNames(OutboxDelivery, 'x');
const s = sqlNames(OutboxSubscription, 's');
const mails = sqlNames(QueuedMail);
const shipments = sqlNames(Shipment);

/** By subscription, as the index of deliveries is ordered. */
export const waitingDeliveries = (database: Database): Promise<number> =>
  counted(
    database,
    `FROM ${s.table} JOIN ${d.table} ON ${d.subscriptionPk} = ${s.pk} AND ${d.state} = ${QUEUED}`,
  );

/** Seconds since the oldest change that waits was made. */
export const oldestDelivery = (database: Database, now: number): Promise<number> =>
  ageOf(
    database,
    `SELECT MIN(${d.createdAt}) FROM ${s.table} JOIN ${d.table} ON ${d.pk} = (SELECT MIN(${x.pk}) FROM ${x.table}
      WHERE ${x.subscriptionPk} = ${s.pk} AND ${x.state} = ${QUEUED})`,
    now,
  );

export const webhooksFailing = (database: Database): Promise<number> =>
  counted(database, `FROM ${s.table} WHERE ${s.failures} > 0`);

export const waitingMail = (database: Database): Promise<number> => counted(database, `FROM ${mails.table}`);

/** Seconds since the oldest e-mail was queued. */
export const oldestMail = (database: Database, now: number): Promise<number> =>
  ageOf(database, `SELECT ${mails.createdAt} FROM ${mails.table} ORDER BY ${mails.pk} LIMIT 1`, now);

export const dueParcels = (database: Database, now: number): Promise<number> =>
  counted(database, `FROM ${shipments.table} WHERE ${shipments.nextCheckAt} <= ?`, [toStored(now)]);

const JOB_TABLES = { export: sqlNames(Export), import: sqlNames(Import) };

interface JobCount {
  readonly value: number;
  readonly labels: { readonly kind: string; readonly status: string };
}

export async function jobs(database: Database): Promise<JobCount[]> {
  const found = await Promise.all(
    Object.entries(JOB_TABLES).map(async ([kind, { table, status }]) => {
      const rows = await database.read(
        `SELECT ${status}, COUNT(*) FROM ${table} WHERE ${status} IN ('pending', 'running') GROUP BY ${status}`,
        [],
      );
      const byStatus = new Map(rows.map(([name, count]) => [name, Number(count)]));
      return ['pending', 'running'].map((name) => ({
        value: byStatus.get(name) ?? 0,
        labels: { kind, status: name },
      }));
    }),
  );
  return found.flat();
}

async function counted(database: Database, from: string, params: readonly Stored[] = []): Promise<number> {
  const [row] = await database.read(`SELECT COUNT(*) FROM (SELECT 1 ${from} LIMIT ${MOST}) few`, params);
  return Number(row?.[0] ?? 0);
}

async function ageOf(database: Database, sql: string, now: number): Promise<number> {
  const [row] = await database.read(sql, []);
  const moment = row?.[0];
  return typeof moment === 'string' ? Math.max(0, (now - toMilliseconds(moment)) / 1000) : 0;
}
