import { recordEvent, type RecordedEvent } from '../outbox/change-set.js';
import type { Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import { observersOf, unitChanges } from './unit-changes.js';
import { belongingOf } from './references.js';
import type { Columns } from './rows.js';
import { bumpTeamVersions, bumpVersion, forgetVersions } from './workspace-version.js';

/** A row of a workspace. */
export interface WorkspaceRow {
  readonly pk: number;
  readonly workspacePk: number;
}

/**
 * Says that a unit of work updates a row: what was counted or remembered of its workspace no longer holds, and subscribers
 * hear which fields have changed. The store says so of what it writes. Whoever updates columns with SQL of their own uses
 * `updateRow` of `row-changes.ts`, which does this too: of a row that is touched alone nobody knows how it was, and all totals of
 * its table are counted again.
 * @param entity the path of the row's resource: `shipments`.
 * @param columns the properties that have changed. None when only something beside the row has, such as a link to it:
 *   nobody is told then.
 */
export function touch<E = never>(
  entity: string,
  { pk, workspacePk }: WorkspaceRow,
  columns: readonly (keyof E & string)[],
  transaction: Transaction,
): void {
  bumpVersion(workspacePk, transaction);
  const table = observersOf(transaction)?.tables.get(entity) ?? entity;
  if (columns.length > 0) unitChanges(transaction).touch(table, pk, workspacePk);
  else unitChanges(transaction).touchBeside(table, pk, workspacePk);
  recordEvent({ entity, event: 'update', pk, workspacePk, columns }, transaction);
}

/** As `touch`, of a row that the store has written. */
export function touchWritten(
  resource: Resource,
  row: Columns,
  event: Omit<RecordedEvent, keyof WorkspaceRow | 'entity'>,
  transaction: Transaction,
): void {
  const { workspacePk, teamPk } = belongingOf(resource, row);
  if (workspacePk !== null) bumpVersion(workspacePk, transaction);
  else if (teamPk !== null) bumpTeamVersions(teamPk, transaction);
  if (!resource.publishesEvents || workspacePk === null) return;
  recordEvent({ entity: resource.path, pk: row.pk as number, workspacePk, ...event }, transaction);
}

/** Says that something of a team has changed, which lists of any of its workspaces may show. */
export const touchTeam = (teamPk: number, transaction: Transaction): void =>
  bumpTeamVersions(teamPk, transaction);

/** Of a workspace that is deleted nothing is remembered. */
export const forgetWorkspace = (workspacePk: number, transaction: Transaction): Promise<void> =>
  forgetVersions(workspacePk, transaction);
