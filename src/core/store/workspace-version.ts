import { isIn, type Condition } from '../metadata/condition.js';
import type { Transaction } from '../metadata/transaction.js';

/** Writers of one workspace that meet in the same slot wait for each other's commit. */
const SLOTS = 64;

const slot = (): number => Math.floor(Math.random() * SLOTS);

/**
 * Says that something in a workspace changes with this unit of work, so that nobody goes on with what was remembered of
 * it; it counts once a unit. Only `touch.ts` calls it, which also records what subscribers are told.
 */
export function bumpVersion(workspacePk: number, transaction: Transaction): void {
  transaction.atTheEnd(`version of workspace ${workspacePk}`, async () => {
    await transaction.run(
      `INSERT INTO change_marks (workspacePk, slot, version) VALUES (?, ?, 1) ${raised(transaction)}`,
      [workspacePk, slot()],
    );
  });
}

/** Beside those of the versions: whoever holds it is the only one who makes items of a workspace that may be there already. */
const UPSERT_SLOT = SLOTS;

/** Has others wait who look whether an item is there already, and make it where it is not, in the same workspace. */
export async function holdUpserts(workspacePk: number, transaction: Transaction): Promise<void> {
  await transaction.run(
    `INSERT INTO change_marks (workspacePk, slot, version) VALUES (?, ?, 0) ${transaction.dialect.onConflict('workspacePk, slot', 'version = change_marks.version')}`,
    [workspacePk, UPSERT_SLOT],
  );
}

/** As `bumpVersion`, for all workspaces of a team. */
export function bumpTeamVersions(teamPk: number, transaction: Transaction): void {
  transaction.atTheEnd(`versions of team ${teamPk}`, async () => {
    await transaction.run(
      `INSERT INTO change_marks (workspacePk, slot, version) SELECT pk, ?, 1 FROM workspaces WHERE teamPk = ? ORDER BY pk ${raised(transaction)}`,
      [slot(), teamPk],
    );
  });
}

/** Of a workspace that is deleted. */
export async function forgetVersions(workspacePk: number, transaction: Transaction): Promise<void> {
  await transaction.run('DELETE FROM change_marks WHERE workspacePk = ?', [workspacePk]);
}

const raised = ({ dialect }: Transaction): string =>
  dialect.onConflict('workspacePk, slot', 'version = change_marks.version + 1');

/** A number that grows with every change in these workspaces. */
export function versionOf(workspacePks: readonly number[]): Condition {
  const of = isIn('m.workspacePk', workspacePks);
  return {
    sql: `(SELECT COALESCE(SUM(m.version), 0) FROM change_marks m WHERE ${of.sql})`,
    params: of.params,
  };
}
