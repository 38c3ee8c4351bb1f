import { messageResource } from '../modules/messages/log/message.resource.js';
import { messageRuleResource } from '../modules/messages/rules/message-rule.resource.js';
import { messageSettingsResource } from '../modules/messages/settings/message-settings.resource.js';
import { messageTemplateResource } from '../modules/messages/templates/message-template.resource.js';
import { suppressionResource } from '../modules/messages/suppressions/suppression.resource.js';
import { auditEntryResource } from '../modules/audit-log/audit-entry.resource.js';
import { checkpointResource } from '../modules/shipments/checkpoints/checkpoint.resource.js';
import { importResource } from '../modules/bulk/imports/import.resource.js';
import { noteResource } from '../modules/notes/note.resource.js';
import { oauthClientResource } from '../modules/identity/oauth/oauth-client.resource.js';
import { orderItemResource } from '../modules/orders/order-items/order-item.resource.js';
import { orderResource } from '../modules/orders/order.resource.js';
import { productVariantResource } from '../modules/products/product-variant.resource.js';
import { productResource } from '../modules/products/product.resource.js';
import type { Resource } from '../core/metadata/resource.js';
import { reviewResource } from '../modules/tracking-pages/reviews/review.resource.js';
import { shipmentItemResource } from '../modules/shipments/shipment-items/shipment-item.resource.js';
import { savedViewResource } from '../modules/saved-views/saved-view.resource.js';
import { shipmentResource } from '../modules/shipments/shipment.resource.js';
import { statusResource } from '../modules/orders/statuses/status.resource.js';
import { teamResource } from '../modules/identity/teams/team.resource.js';
import { trackingPageResource } from '../modules/tracking-pages/tracking-page.resource.js';
import { workflowRunResource } from '../modules/webhooks/workflow-run.resource.js';
import { userResource } from '../modules/identity/users/user.resource.js';
import { workflowResource } from '../modules/webhooks/workflows/workflow.resource.js';
import { workspaceResource } from '../modules/workspaces/workspace.resource.js';

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
  savedViewResource,
  messageSettingsResource,
  messageRuleResource,
  messageTemplateResource,
  messageResource,
  suppressionResource,
  importResource,
  userResource,
  oauthClientResource,
  auditEntryResource,
];
