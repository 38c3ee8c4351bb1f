import type { JobTable } from '../../core/jobs/jobs.js';
import { assertFewerThan } from '../../core/metadata/quota.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { User } from '../identity/users/user.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';

/** Seconds after which one of many jobs may be done. */
const LOOK_AGAIN = 30;

/** Refuses one more job to a user or a workspace with many that are not done yet. @throws TooMany. */
export async function assertFewUnderWay(
  table: JobTable,
  most: number,
  { userPk, workspacePk }: { readonly userPk: number; readonly workspacePk: number | null },
  transaction: Transaction,
): Promise<void> {
  const bounds = [
    { owner: User, column: 'userPk', ownerPk: userPk },
    ...(workspacePk === null ? [] : [{ owner: Workspace, column: 'workspacePk', ownerPk: workspacePk }]),
  ];
  for (const { owner, column, ownerPk } of bounds) {
    const from = `${table} WHERE ${column} = ? AND status IN ('pending', 'running')`;
    const counted = { owner, ownerPk, from, params: [ownerPk], wait: LOOK_AGAIN };
    await assertFewerThan(most, `${table} under way`, counted, transaction);
  }
}
