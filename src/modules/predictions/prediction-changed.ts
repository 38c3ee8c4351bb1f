import { lateEvents } from '../messages/events/shipment-events.js';
import { queueEvents } from '../messages/events/queue-events.js';
import { enqueue } from '../../core/outbox/enqueue.js';
import { subscriptionsOf } from '../../core/outbox/subscriptions.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import type { OnPredictionChanged } from './fold.js';
import { predictionJson, predictionResource } from './prediction.resource.js';

/** Tells the webhooks that want to know of predictions, and customers of what will be late. */
export const predictionChanged: OnPredictionChanged = async (shipment, prediction, transaction) => {
  const { pk, id, workspacePk } = shipment;
  await queueEvents(
    [{ shipment, events: lateEvents(shipment, prediction, transaction.moment) }],
    transaction,
  );
  const subscriptions = await subscriptionsOf(workspacePk, transaction);
  const told = subscriptions.filter(
    ({ event, entity, isFeed }) =>
      event === 'prediction' && !isFeed && (entity ?? shipmentResource.path) === shipmentResource.path,
  );
  if (told.length === 0) return;
  const item = {
    '@context': `/contexts/${predictionResource.name}`,
    ...predictionJson(id, prediction, true),
  };
  const change = {
    entity: shipmentResource.path,
    event: 'prediction',
    pk,
    workspacePk,
    columns: new Set<string>(),
    lists: new Map<string, string>(),
  } as const;
  await enqueue([{ id, data: JSON.stringify(item), change, fields: [], told }], transaction);
};
