import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../core/database/schema-checks.js';

type Entity = 'orders' | 'shipments';

/** What a new workspace had when this was written. In capitals they are as they are compared and searched. */
const STATUSES: readonly (readonly [entity: Entity, code: string, title: string])[] = [
  ['orders', 'new', 'New'],
  ['orders', 'pending', 'Pending'],
  ['orders', 'processing', 'Processing'],
  ['orders', 'on-hold', 'On hold'],
  ['orders', 'shipped', 'Shipped'],
  ['orders', 'completed', 'Completed'],
  ['orders', 'cancelled', 'Cancelled'],
  ['orders', 'refunded', 'Refunded'],
  ['orders', 'failed', 'Failed'],
  ['shipments', 'new', 'New'],
  ['shipments', 'processing', 'Processing'],
  ['shipments', 'on-hold', 'On hold'],
  ['shipments', 'shipped', 'Shipped'],
  ['shipments', 'completed', 'Completed'],
  ['shipments', 'cancelled', 'Cancelled'],
];

/** Workspaces of one statement, which gives them all of their statuses or none. */
const AT_ONCE = 100;

/**
 * Workspaces without a status get those that a new one has. Done again, it finds those that have none yet; in batches
 * by the keys of the workspaces.
 */
export class FirstStatuses1795887900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (let after = 0; ;) {
      const workspaces = (await runner.query(
        `SELECT w.pk AS pk FROM workspaces w
          WHERE w.pk > ? AND NOT EXISTS (SELECT 1 FROM statuses s WHERE s.workspacePk = w.pk)
          ORDER BY w.pk LIMIT ${AT_ONCE}`,
        [after],
      )) as { readonly pk: number }[];
      const last = workspaces.at(-1);
      if (!last) return;
      await give(
        runner,
        workspaces.map(({ pk }) => pk),
      );
      after = last.pk;
    }
  }

  /** They stay: they may be in use by now. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** A workspace that is deleted meanwhile, and a status that is made meanwhile, are passed over. */
async function give(runner: QueryRunner, workspacePks: readonly number[]): Promise<void> {
  const moment = new Date().toISOString().replace('T', ' ').replace('Z', '000');
  const rows = workspacePks.flatMap((pk) =>
    STATUSES.map(([entity, code, title]) => [
      randomUUID(),
      pk,
      entity,
      code,
      code.toUpperCase(),
      title,
      title.toUpperCase(),
      moment,
      moment,
    ]),
  );
  await runner.query(
    `INSERT ${isMysql(runner) ? 'IGNORE' : 'OR IGNORE'} INTO statuses
      (id, workspacePk, entity, code, codeFolded, title, titleFolded, createdAt, updatedAt)
      VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    rows.flat(),
  );
}
