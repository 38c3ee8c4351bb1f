import type { Clock } from '../database/clock.js';
import type { Database } from '../database/database.js';
import { condition, isIn } from '../metadata/condition.js';
import { toStored } from '../metadata/datetime.js';
import { eventsOf } from '../outbox/queued-events.js';
import { sqlNames } from '../database/sql-names.js';
import { OutboxEvent } from '../outbox/outbox-event.entity.js';
import { Setting } from '../database/setting.entity.js';

const e = sqlNames(OutboxEvent, 'e');
const events = sqlNames(OutboxEvent);
const settings = sqlNames(Setting);

/** Milliseconds for which events can be asked for again. */
export const KEPT_MS = 24 * 3_600_000;

/** Events that get their positions together. */
const BATCH_SIZE = 500;

/** The name of the setting that holds the last position. */
const LAST_POSITION = 'mercure.position';

/** An event with its place in the one order in which all subscribers get them. */
export interface LoggedEvent {
  readonly position: number;
  /** A UUID. */
  readonly id: string;
  readonly workspacePk: number;
  readonly entity: string;
  readonly event: string;
  readonly itemId: string;
  /** The item as JSON-LD. */
  readonly data: string;
}

/**
 * The events of the outbox in the order in which they were committed. Keys do not tell that: a transaction may take its key
 * first and commit last, and whoever had read past it would never hear of it. So committed events are given positions
 * afterwards, by one process at a time; what has one never gets company before it.
 */
export class EventLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Gives positions to all events that wait for one. */
  async assignPositions(): Promise<void> {
    while (await this.isAnyWaiting()) if ((await this.assignBatch()) < BATCH_SIZE) return;
  }

  /** The last position that was given. */
  async lastPosition(): Promise<number> {
    const [row] = await this.database.read(
      `SELECT ${settings.content} FROM ${settings.table} WHERE ${settings.name} = ?`,
      [LAST_POSITION],
    );
    return Number(row?.[0] ?? 0);
  }

  /** The position of an event; undefined when it is not kept, or is about none of these workspaces. */
  async positionOf(id: string, workspacePks: readonly number[]): Promise<number | undefined> {
    const those = isIn(e.workspacePk, workspacePks);
    const [row] = await this.database.read(
      `SELECT ${e.position} FROM ${e.table} WHERE ${e.message} = ? AND ${e.position} > 0 AND ${e.createdAt} >= ? AND ${those.sql}`,
      [id, this.oldest(), ...those.params],
    );
    return row === undefined ? undefined : Number(row[0]);
  }

  /** The next events of these workspaces after a position, in their order; none when there are no more. */
  async after(position: number, workspacePks: readonly number[], limit: number): Promise<LoggedEvent[]> {
    if (workspacePks.length === 0) return [];
    const those = isIn(e.workspacePk, workspacePks);
    const rows = (await this.database.read(
      `SELECT ${e.pk}, ${e.position}, ${e.workspacePk}, ${e.itemId} FROM ${e.table}
        WHERE ${e.position} > ? AND ${those.sql} AND ${e.createdAt} >= ? ORDER BY ${e.position} LIMIT ${limit}`,
      [position, ...those.params, this.oldest()],
    )) as [number, number | string, number, string][];
    if (rows.length === 0) return [];
    const events = await eventsOf(
      this.database,
      rows.map(([eventPk]) => ({ eventPk })),
    );
    const byPk = new Map(events.map((event) => [event.pk, event]));
    return rows.flatMap(([pk, at, workspacePk, itemId]) => {
      const found = byPk.get(pk);
      if (!found) return [];
      const { message, entity, event, data } = found;
      return [{ position: Number(at), id: message, workspacePk, entity, event, itemId, data }];
    });
  }

  private oldest(): string {
    return toStored(this.clock.now() - KEPT_MS);
  }

  private async isAnyWaiting(): Promise<boolean> {
    const rows = await this.database.read(
      `SELECT 1 FROM ${events.table} WHERE ${events.position} IS NULL LIMIT 1`,
      [],
    );
    return rows.length > 0;
  }

  private assignBatch(): Promise<number> {
    return this.database.transaction(async (transaction) => {
      const { insertOrIgnore, forUpdate } = transaction.dialect;
      await transaction.run(
        `${insertOrIgnore} INTO ${settings.table} (${settings.name}, ${settings.content}) VALUES (?, ?)`,
        [LAST_POSITION, '0'],
      );
      // the lock first: what is read after it is all that was committed before
      const [last] = await transaction.rows<{ content: string }>(
        `SELECT ${settings.content} AS content FROM ${settings.table} WHERE ${settings.name} = ?${forUpdate}`,
        [LAST_POSITION],
      );
      const waiting = await transaction.rows<{ pk: number }>(
        `SELECT ${events.pk} AS pk FROM ${events.table} WHERE ${events.position} IS NULL ORDER BY ${events.pk} LIMIT ${BATCH_SIZE}`,
        [],
      );
      if (waiting.length === 0) return 0;
      const first = Number(last?.content ?? 0) + 1;
      const cases = waiting.map(({ pk }, index) => condition('WHEN ? THEN ?', pk, first + index));
      const those = isIn(
        events.pk,
        waiting.map(({ pk }) => pk),
      );
      await transaction.run(
        `UPDATE ${events.table} SET ${events.position} = CASE ${events.pk} ${cases.map(({ sql }) => sql).join(' ')} END WHERE ${those.sql}`,
        [...cases.flatMap(({ params }) => params), ...those.params],
      );
      await transaction.run(
        `UPDATE ${settings.table} SET ${settings.content} = ? WHERE ${settings.name} = ?`,
        [String(first + waiting.length - 1), LAST_POSITION],
      );
      return waiting.length;
    });
  }
}
