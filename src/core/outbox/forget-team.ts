import type { Transaction } from '../metadata/transaction.js';
import { forgetVersions } from '../store/workspace-version.js';
import { forgetChanges } from './forget-changes.js';

/** Before a team is deleted: its workspaces go with it, and so does what is kept of them. */
export async function forgetTeam(teamPk: number, transaction: Transaction): Promise<void> {
  // files of everything that a member saw have rows of this team
  await transaction.run(
    'DELETE FROM exports WHERE workspacePk IS NULL AND userPk IN (SELECT userPk FROM memberships WHERE teamPk = ?)',
    [teamPk],
  );
  const workspaces = await transaction.rows<{ pk: number }>('SELECT pk FROM workspaces WHERE teamPk = ?', [
    teamPk,
  ]);
  for (const { pk } of workspaces) {
    await transaction.run(
      "DELETE FROM mails WHERE about = 'shipments' AND aboutPk IN (SELECT pk FROM shipments WHERE workspacePk = ?)",
      [pk],
    );
    await transaction.run(
      "DELETE FROM mails WHERE about = 'messages' AND aboutPk IN (SELECT pk FROM messages WHERE workspacePk = ?)",
      [pk],
    );
    await forgetVersions(pk, transaction);
    await forgetChanges(pk, transaction);
  }
}
