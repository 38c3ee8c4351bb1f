import { checkpointResource } from './checkpoints/checkpoint.resource.js';
import { importResource } from './imports/import.resource.js';
import { noteResource } from './notes/note.resource.js';
import { oauthClientResource } from './oauth/oauth-client.resource.js';
import { orderItemResource } from './order-items/order-item.resource.js';
import { orderResource } from './orders/order.resource.js';
import { productVariantResource } from './products/product-variant.resource.js';
import { productResource } from './products/product.resource.js';
import type { Resource } from './resource/resource.js';
import { reviewResource } from './reviews/review.resource.js';
import { shipmentItemResource } from './shipment-items/shipment-item.resource.js';
import { shipmentResource } from './shipments/shipment.resource.js';
import { statusResource } from './statuses/status.resource.js';
import { teamResource } from './teams/team.resource.js';
import { trackingPageResource } from './tracking-pages/tracking-page.resource.js';
import { workflowRunResource } from './webhooks/workflow-run.resource.js';
import { userResource } from './users/user.resource.js';
import { workflowResource } from './workflows/workflow.resource.js';
import { workspaceResource } from './workspaces/workspace.resource.js';

/** Everything that has routes, in the order in which documents list it. */
export const resources: readonly Resource[] = [
  teamResource,
  workspaceResource,
  orderResource,
  orderItemResource,
  shipmentResource,
  shipmentItemResource,
  checkpointResource,
  statusResource,
  workflowResource,
  workflowRunResource,
  trackingPageResource,
  productResource,
  productVariantResource,
  reviewResource,
  noteResource,
  importResource,
  userResource,
  oauthClientResource,
];
