import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { isIn } from '../../core/metadata/condition.js';
import type { SqlTable } from '../../core/metadata/field.js';
import type { Caller } from '../../core/store/caller.js';
import { type Read, readFrom } from '../../core/store/reading.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { factColumns, Facts } from './facts.js';
import { ChangeMark } from '../../core/store/change-mark.entity.js';

const m = sqlNames(ChangeMark, 'm');

/** Shipments whose facts a process keeps at most, and workspaces; those unused for longest go first. */
const MAX_SHIPMENTS = 3_000_000;
const MAX_WORKSPACES = 2000;

/** Rows that are read with one statement, so that other requests have their turn. */
const BATCH_SIZE = 5000;

interface Kept {
  readonly version: string;
  readonly facts: Facts;
}

const t = sqlNames(Shipment, 't');

/**
 * The facts of workspaces that were asked about, valid while nothing changes in them: versions are those of the remembered
 * totals (docs/adr/0011).
 */
@Injectable()
export class KeptFacts {
  private readonly kept = new Map<number, Kept>();
  private readonly loading = new Map<string, Promise<Kept>>();

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The facts of these workspaces as they are now, in their order. */
  async of(workspacePks: readonly number[], caller: Caller): Promise<readonly Facts[]> {
    const read = readFrom(this.database, caller);
    const versions = await versionsOf(workspacePks, read);
    const found: Facts[] = [];
    for (const workspacePk of workspacePks) {
      const version = versions.get(workspacePk) ?? '0';
      const known = this.kept.get(workspacePk);
      const kept = known?.version === version ? known : await this.load(workspacePk, version, read);
      this.keep(workspacePk, kept);
      found.push(kept.facts);
    }
    return found;
  }

  /** Requests at the same time share one. */
  private load(workspacePk: number, version: string, read: Read): Promise<Kept> {
    const key = `${workspacePk} ${version}`;
    const begun = this.loading.get(key);
    if (begun) return begun;
    const loading = this.read(workspacePk, read)
      .then((facts) => ({ version, facts }))
      .finally(() => this.loading.delete(key));
    this.loading.set(key, loading);
    return loading;
  }

  private async read(workspacePk: number, read: Read): Promise<Facts> {
    const { dialect } = this.database;
    const table: SqlTable = {
      alias: 't',
      column: (path) => t[path as 'pk'],
      dialect,
      now: 0,
    };
    const sql = `SELECT ${factColumns(table).join(', ')} FROM ${t.table}${dialect.byIndex('IX_shipments_workspace')}
      WHERE ${t.workspacePk} = ? AND ${t.pk} > ? ORDER BY ${t.pk} LIMIT ${BATCH_SIZE}`;
    const facts = new Facts();
    for (let last = 0; ;) {
      const rows = await read(sql, [workspacePk, last]);
      for (const row of rows) facts.set(facts.size, row);
      if (rows.length < BATCH_SIZE) return facts;
      last = Number(rows.at(-1)?.[0]);
    }
  }

  private keep(workspacePk: number, kept: Kept): void {
    this.kept.delete(workspacePk);
    this.kept.set(workspacePk, kept);
    let shipments = [...this.kept.values()].reduce((sum, { facts }) => sum + facts.size, 0);
    for (const [pk, { facts }] of this.kept) {
      if (pk === workspacePk || (shipments <= MAX_SHIPMENTS && this.kept.size <= MAX_WORKSPACES)) return;
      this.kept.delete(pk);
      shipments -= facts.size;
    }
  }
}

/** A number for each workspace that grows with every change in it. */
async function versionsOf(workspacePks: readonly number[], read: Read): Promise<ReadonlyMap<number, string>> {
  const of = isIn('m.workspacePk', workspacePks);
  const rows = await read(
    `SELECT ${m.workspacePk}, SUM(${m.version}) FROM ${m.table} WHERE ${of.sql} GROUP BY ${m.workspacePk}`,
    of.params,
  );
  return new Map(rows.map(([pk, version]) => [Number(pk), String(version)]));
}
