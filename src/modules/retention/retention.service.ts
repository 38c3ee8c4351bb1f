import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { Setting } from '../../core/database/setting.entity.js';
import { type Entity, selectList, sqlNames, tableNameOf } from '../../core/database/sql-names.js';
import { every, type Scheduled } from '../../core/jobs/scheduled.js';
import { type Condition, isIn, type Stored } from '../../core/metadata/condition.js';
import { toStored } from '../../core/metadata/datetime.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { OutboxDelivery } from '../../core/outbox/outbox-delivery.entity.js';
import { OutboxEvent } from '../../core/outbox/outbox-event.entity.js';
import { OutboxSubscription } from '../../core/outbox/outbox-subscription.entity.js';
import { OutboxEventChunk } from '../../core/outbox/outbox-event-chunk.entity.js';
import { deleteRows } from '../../core/store/row-changes.js';
import { Message } from '../messages/log/message.entity.js';
import { Checkpoint } from '../shipments/checkpoints/checkpoint.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { kindOf, TRACKING_STATUSES, type TrackingStatus } from '../tracking/tracking-statuses.js';
import { WorkflowRun } from '../webhooks/workflow-run.entity.js';
import type { Retention, RetentionKind } from '../workspaces/retention.field.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { archiveRows } from './archive.js';

const w = sqlNames(Workspace);
const s = sqlNames(Shipment);
const c = sqlNames(Checkpoint);
const r = sqlNames(WorkflowRun);
const m = sqlNames(Message);
const e = sqlNames(OutboxEvent);
const chunks = sqlNames(OutboxEventChunk);
const deliveries = sqlNames(OutboxDelivery);
const settings = sqlNames(Setting);
const subscriptions = sqlNames(OutboxSubscription);

const DAY = 86_400_000;
const INTERVAL_MS = 6 * 3_600_000;

/** Rows of one unit of work, and shipments that are looked at together. */
const BATCH_SIZE = 500;

/** The setting whose row whoever removes rows holds, so that each is archived once. */
const LOCK = 'retention';

/** The final statuses, after which nothing is expected to come. */
const FINAL = (Object.keys(TRACKING_STATUSES) as TrackingStatus[]).filter((each) => kindOf(each) === 'final');

interface RetainedWorkspace {
  readonly pk: number;
  readonly id: string;
  readonly retention: Retention;
}

/** Removes what workspaces do not want to keep any longer, in small units of work, and archives it first where a folder is configured. */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, OnApplicationShutdown {
  private scheduled: Scheduled | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.worker) this.scheduled = every(INTERVAL_MS, 'retention', () => this.apply());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.scheduled?.stop();
  }

  /** @returns how many rows were removed. It may be interrupted: a batch that was archived and not yet removed is archived again. */
  async apply(): Promise<number> {
    const workspaces = await this.retainedWorkspaces();
    if (workspaces.length === 0) return 0;
    await this.prepareLock();
    let removed = 0;
    for (const workspace of workspaces) {
      removed += await this.removeAged(Message, workspace, 'messages', {
        sql: `${m.status} NOT IN ('waiting', 'queued')`,
        params: [],
      });
      removed += await this.removeAged(WorkflowRun, workspace, 'runs', { sql: '1 = 1', params: [] });
      removed += await this.removeCheckpoints(workspace);
    }
    return removed + (await this.removeEvents(workspaces));
  }

  private async retainedWorkspaces(): Promise<RetainedWorkspace[]> {
    const rows = await this.database.read(
      `SELECT ${w.pk}, ${w.id}, ${w.retention} FROM ${w.table} WHERE ${w.retention} IS NOT NULL ORDER BY ${w.pk}`,
      [],
    );
    return (rows as [number, string, string][]).map(([pk, id, retention]) => ({
      pk,
      id,
      retention: JSON.parse(retention) as Retention,
    }));
  }

  /** What is older than this goes; undefined: nothing does. In stored form. */
  private cutoff({ retention }: RetainedWorkspace, kind: RetentionKind): string | undefined {
    const days = retention[kind];
    return days === undefined ? undefined : toStored(this.clock.now() - days * DAY);
  }

  /** Rows by when they were made. */
  private async removeAged(
    entity: Entity<Message> | Entity<WorkflowRun>,
    workspace: RetainedWorkspace,
    kind: RetentionKind,
    more: Condition,
  ): Promise<number> {
    const before = this.cutoff(workspace, kind);
    if (before === undefined) return 0;
    const { pk, createdAt, workspacePk, table } = entity === Message ? m : r;
    for (let removed = 0; ;) {
      const rows = await this.database.read(
        `SELECT ${pk} FROM ${table} WHERE ${workspacePk} = ? AND ${createdAt} < ? AND ${more.sql}
          ORDER BY ${createdAt} LIMIT ${BATCH_SIZE}`,
        [workspace.pk, before, ...more.params],
      );
      if (rows.length === 0) return removed;
      const count = await this.remove<unknown>(
        entity,
        workspace,
        rows.map(([each]) => each as number),
      );
      if (count === undefined) return removed;
      removed += count;
    }
  }

  /** Checkpoints of shipments that have been final for so long. */
  private async removeCheckpoints(workspace: RetainedWorkspace): Promise<number> {
    const before = this.cutoff(workspace, 'checkpoints');
    if (before === undefined) return 0;
    const final = isIn(s.trackingStatus, FINAL);
    let removed = 0;
    for (let after = 0; ;) {
      const shipments = await this.database.read(
        `SELECT ${s.pk} FROM ${s.table} WHERE ${s.workspacePk} = ? AND ${s.pk} > ? AND ${final.sql}
          AND COALESCE(${s.lastStatusUpdate}, ${s.updatedAt}) < ? ORDER BY ${s.pk} LIMIT ${BATCH_SIZE}`,
        [workspace.pk, after, ...final.params, before],
      );
      if (shipments.length === 0) return removed;
      after = shipments.at(-1)?.[0] as number;
      const of = isIn(
        c.shipmentPk,
        shipments.map(([pk]) => pk as number),
      );
      for (;;) {
        const rows = await this.database.read(
          `SELECT ${c.pk} FROM ${c.table} WHERE ${of.sql} ORDER BY ${c.shipmentPk} LIMIT ${BATCH_SIZE}`,
          of.params,
        );
        if (rows.length === 0) break;
        const count = await this.remove(
          Checkpoint,
          workspace,
          rows.map(([pk]) => pk as number),
        );
        if (count === undefined) return removed;
        removed += count;
      }
    }
  }

  /** One look at the oldest events of all workspaces: they have the lowest keys. */
  private async removeEvents(workspaces: readonly RetainedWorkspace[]): Promise<number> {
    const cutoffs = new Map<number, string>();
    for (const workspace of workspaces) {
      const before = this.cutoff(workspace, 'events');
      if (before !== undefined) cutoffs.set(workspace.pk, before);
    }
    const latest = [...cutoffs.values()].sort().at(-1);
    if (latest === undefined) return 0;
    let removed = 0;
    for (let after = 0; ;) {
      const rows = (await this.database.read(
        `SELECT ${e.pk}, ${e.workspacePk}, ${e.createdAt} FROM ${e.table} WHERE ${e.pk} > ? ORDER BY ${e.pk} LIMIT ${BATCH_SIZE}`,
        [after],
      )) as [number, number, string][];
      for (const workspace of workspaces) {
        const old = rows.filter(
          ([, pk, createdAt]) => pk === workspace.pk && createdAt < (cutoffs.get(pk) ?? ''),
        );
        if (old.length === 0) continue;
        const count = await this.remove(
          OutboxEvent,
          workspace,
          old.map(([pk]) => pk),
        );
        if (count === undefined) return removed;
        removed += count;
      }
      const last = rows.at(-1);
      if (!last || rows.length < BATCH_SIZE || last[2] >= latest) return removed;
      after = last[0];
    }
  }

  /** @returns how many rows; undefined when another process is at it. */
  private remove<E>(
    entity: Entity<E>,
    { pk, id }: RetainedWorkspace,
    pks: readonly number[],
  ): Promise<number | undefined> {
    return this.database.transaction(async (transaction) => {
      if (!(await holdsLock(transaction))) return undefined;
      const those: Condition = isIn('pk', pks);
      const table = tableNameOf(entity);
      if (this.config.retentionArchive !== undefined) {
        const rows = await transaction.rows<Record<string, Stored>>(
          `SELECT ${selectList(entity)} FROM ${table} WHERE ${those.sql} ORDER BY pk`,
          those.params,
        );
        const day = transaction.moment.slice(0, 10);
        const whole = entity === (OutboxEvent as unknown) ? await withChunks(rows, transaction) : rows;
        await archiveRows(this.config.retentionArchive, { workspaceId: id, table, day }, whole);
      }
      if (entity !== (OutboxEvent as unknown)) return deleteRows(entity, those, transaction);
      return deleteEvents(pk, pks, transaction);
    });
  }

  private async prepareLock(): Promise<void> {
    await this.database.transaction((transaction) =>
      transaction.run(
        `${transaction.dialect.insertOrIgnore} INTO ${settings.table} (${settings.name}, ${settings.content}) VALUES (?, ?)`,
        [LOCK, ''],
      ),
    );
  }
}

async function holdsLock(transaction: Transaction): Promise<boolean> {
  const rows = await transaction.rows(
    `SELECT ${settings.content} FROM ${settings.table} WHERE ${settings.name} = ?${transaction.dialect.forUpdateUnlessLocked}`,
    [LOCK],
  );
  return rows.length > 0;
}

/** Events whose items are long have the rest of them in rows of their own. */
async function withChunks(
  events: readonly Record<string, Stored>[],
  transaction: Transaction,
): Promise<Record<string, Stored>[]> {
  const of = isIn(
    chunks.eventPk,
    events.map(({ pk }) => pk as number),
  );
  const rests = await transaction.rows<{ eventPk: number; content: string }>(
    `SELECT ${chunks.eventPk} AS eventPk, ${chunks.content} AS content FROM ${chunks.table} WHERE ${of.sql} ORDER BY ${chunks.eventPk}, ${chunks.part}`,
    of.params,
  );
  return events.map((event) => ({
    ...event,
    data: [
      event.data,
      ...rests.filter(({ eventPk }) => eventPk === event.pk).map(({ content }) => content),
    ].join(''),
  }));
}

async function deleteEvents(
  workspacePk: number,
  pks: readonly number[],
  transaction: Transaction,
): Promise<number> {
  const [events, of] = [isIn('pk', pks), isIn('eventPk', pks)];
  const items = isIn(
    deliveries.itemId,
    (
      await transaction.read(`SELECT DISTINCT ${e.itemId} FROM ${e.table} WHERE ${events.sql}`, events.params)
    ).map(([itemId]) => itemId as string),
  );
  await transaction.run(
    `DELETE FROM ${deliveries.table}
      WHERE ${deliveries.subscriptionPk} IN (SELECT ${subscriptions.pk} FROM ${subscriptions.table} WHERE ${subscriptions.workspacePk} = ?)
      AND ${items.sql} AND ${of.sql}`,
    [workspacePk, ...items.params, ...of.params],
  );
  await transaction.run(`DELETE FROM ${chunks.table} WHERE ${of.sql}`, of.params);
  return (await transaction.run(`DELETE FROM ${e.table} WHERE ${events.sql}`, events.params)).affected;
}
