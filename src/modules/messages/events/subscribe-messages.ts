import { subscribe } from '../../../core/outbox/subscribe.js';
import { subscriptionsOf } from '../../../core/outbox/subscriptions.js';
import type { AfterWrite } from '../../../core/metadata/resource.js';
import type { Transaction } from '../../../core/metadata/transaction.js';

/** What a subscription of messages has in the place of an event, so that it is told of none. */
const EVENT = 'message';

/**
 * From now on it is kept what happens to the shipments of a workspace. It is a subscription of the outbox, because units look for
 * those of a workspace anyway: where nobody sends messages, writing a shipment costs nothing.
 */
export const workspaceIsHeard: AfterWrite<{ workspacePk: number }> = async ({ after }, transaction) => {
  if (after) await hearWorkspace(after.workspacePk, transaction);
};

export const hearWorkspace = (workspacePk: number, transaction: Transaction): Promise<void> =>
  subscribe(
    {
      id: `messages-${workspacePk}`,
      workspacePk,
      entity: 'shipments',
      event: EVENT,
      field: null,
      period: 0,
      active: true,
    },
    transaction,
  );

/** Whether what happens to the shipments of a workspace is kept. */
export const isHeard = async (workspacePk: number, transaction: Transaction): Promise<boolean> =>
  (await subscriptionsOf(workspacePk, transaction)).some(({ event }) => event === EVENT);
