import { randomUUID } from 'node:crypto';
import { addRows } from '../../../core/store/row-changes.js';
import { foldValue } from '../../../core/metadata/fold.js';
import { codeKey } from '../../../core/metadata/identity.js';
import type { AfterWrite } from '../../../core/metadata/resource.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import type { Workspace } from '../../workspaces/workspace.entity.js';
import { Status } from './status.entity.js';

/** The statuses that a shop is offered before it has any of its own: codes and titles, in their order. */
export const DEFAULT_STATUSES: Readonly<
  Record<'orders' | 'shipments', readonly (readonly [code: string, title: string])[]>
> = {
  orders: [
    ['new', 'New'],
    ['pending', 'Pending'],
    ['processing', 'Processing'],
    ['on-hold', 'On hold'],
    ['shipped', 'Shipped'],
    ['completed', 'Completed'],
    ['cancelled', 'Cancelled'],
    ['refunded', 'Refunded'],
    ['failed', 'Failed'],
  ],
  shipments: [
    ['new', 'New'],
    ['processing', 'Processing'],
    ['on-hold', 'On hold'],
    ['shipped', 'Shipped'],
    ['completed', 'Completed'],
    ['cancelled', 'Cancelled'],
  ],
};

/** A new workspace has statuses, so that a shop that connects finds something to map its own ones to. */
export async function createDefaultStatuses(workspacePk: number, transaction: Transaction): Promise<void> {
  const rows = Object.entries(DEFAULT_STATUSES).flatMap(([entity, statuses]) =>
    statuses.map(([code, title]) => [
      randomUUID(),
      workspacePk,
      entity,
      code,
      codeKey(code),
      title,
      foldValue(title, 255),
      transaction.moment,
      transaction.moment,
    ]),
  );
  await addRows(
    transaction,
    Status,
    ['id', 'workspacePk', 'entity', 'code', 'codeFolded', 'title', 'titleFolded', 'createdAt', 'updatedAt'],
    rows,
  );
}

/** As `giveStatuses`, of a workspace that is made over HTTP. */
export const workspaceHasStatuses: AfterWrite<Workspace> = async ({ kind, after }, transaction) => {
  if (kind === 'create' && after) await createDefaultStatuses(after.pk, transaction);
};
