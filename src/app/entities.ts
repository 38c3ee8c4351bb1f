import { Message } from '../modules/messages/log/message.entity.js';
import { MessageQueue } from '../modules/messages/events/message-queue.entity.js';
import { MessageRule } from '../modules/messages/rules/message-rule.entity.js';
import { MessageSettings } from '../modules/messages/settings/message-settings.entity.js';
import { MessageTemplate } from '../modules/messages/templates/message-template.entity.js';
import { Suppression } from '../modules/messages/suppressions/suppression.entity.js';
import { AuditEntry } from '../modules/audit-log/audit-entry.entity.js';
import { Attempt } from '../modules/identity/accounts/attempt.entity.js';
import { EmailCode } from '../modules/identity/accounts/email-code.entity.js';
import { StoreToken } from '../surfaces/bigcommerce/auth/store-token.entity.js';
import { Checkpoint } from '../modules/shipments/checkpoints/checkpoint.entity.js';
import { Setting } from '../core/database/setting.entity.js';
import { Erasure } from '../modules/erasure/erasure.entity.js';
import { Export } from '../modules/bulk/exports/export.entity.js';
import { IdempotencyKey } from '../core/idempotency/idempotency-key.entity.js';
import { RefusedLine } from '../core/idempotency/refused-line.entity.js';
import { ImportRefusedLine } from '../modules/bulk/imports/import-refused-line.entity.js';
import { Import } from '../modules/bulk/imports/import.entity.js';
import { DeliveryHistogram } from '../modules/predictions/delivery-histogram.entity.js';
import { DeliveryPrediction } from '../modules/predictions/delivery-prediction.entity.js';
import { PredictionQueue } from '../modules/predictions/prediction-queue.entity.js';
import { FileChunk } from '../modules/bulk/files/file-chunk.entity.js';
import { QueuedMail } from '../modules/mail/mail.entity.js';
import { SavedView } from '../modules/saved-views/saved-view.entity.js';
import { Note } from '../modules/notes/note.entity.js';
import { OauthClient } from '../modules/identity/oauth/oauth-client.entity.js';
import { OauthGrant } from '../modules/identity/oauth/oauth-grant.entity.js';
import { RefreshToken } from '../modules/identity/oauth/refresh-token.entity.js';
import { RevokedToken } from '../modules/identity/oauth/revoked-token.entity.js';
import { OrderItem } from '../modules/orders/order-items/order-item.entity.js';
import { Order } from '../modules/orders/order.entity.js';
import { OutboxDelivery } from '../core/outbox/outbox-delivery.entity.js';
import { OutboxEvent } from '../core/outbox/outbox-event.entity.js';
import { OutboxEventChunk } from '../core/outbox/outbox-event-chunk.entity.js';
import { OrderAddress } from '../modules/orders/order-address.entity.js';
import { OutboxSubscription } from '../core/outbox/outbox-subscription.entity.js';
import { ProductVariant } from '../modules/products/product-variant.entity.js';
import { Product } from '../modules/products/product.entity.js';
import { Review } from '../modules/tracking-pages/reviews/review.entity.js';
import { ShipmentItem } from '../modules/shipments/shipment-items/shipment-item.entity.js';
import { ShipmentOrderNumber } from '../modules/shipments/shipment-order-number.entity.js';
import { ShipmentOrder } from '../modules/shipments/shipment-order.entity.js';
import { Shipment } from '../modules/shipments/shipment.entity.js';
import { TrackingNumberPart } from '../modules/shipments/tracking-number-part.entity.js';
import { ChangeMark } from '../core/store/change-mark.entity.js';
import { WorkspaceChange } from '../core/store/workspace-change.entity.js';
import { Status } from '../modules/orders/statuses/status.entity.js';
import { Membership } from '../modules/identity/teams/membership.entity.js';
import { Team } from '../modules/identity/teams/team.entity.js';
import { TrackingPageLink } from '../modules/tracking-pages/tracking-page-link.entity.js';
import { TrackingPage } from '../modules/tracking-pages/tracking-page.entity.js';
import { User } from '../modules/identity/users/user.entity.js';
import { WorkflowRun } from '../modules/webhooks/workflow-run.entity.js';
import { Workflow } from '../modules/webhooks/workflows/workflow.entity.js';
import { Workspace } from '../modules/workspaces/workspace.entity.js';

/** All tables; TypeORM and the schema test take them from here. */
export const entities = [
  Setting,
  User,
  Team,
  Membership,
  Workspace,
  TrackingPage,
  OauthClient,
  OauthGrant,
  RefreshToken,
  RevokedToken,
  StoreToken,
  EmailCode,
  Attempt,
  QueuedMail,
  IdempotencyKey,
  RefusedLine,
  ChangeMark,
  WorkspaceChange,
  Erasure,
  OutboxSubscription,
  OutboxEvent,
  OutboxEventChunk,
  OutboxDelivery,
  Workflow,
  WorkflowRun,
  Status,
  Product,
  ProductVariant,
  Order,
  OrderAddress,
  OrderItem,
  Shipment,
  ShipmentOrder,
  ShipmentOrderNumber,
  TrackingNumberPart,
  ShipmentItem,
  Checkpoint,
  Review,
  Note,
  SavedView,
  TrackingPageLink,
  Export,
  Import,
  ImportRefusedLine,
  FileChunk,
  DeliveryHistogram,
  DeliveryPrediction,
  PredictionQueue,
  MessageSettings,
  MessageRule,
  MessageTemplate,
  Message,
  Suppression,
  MessageQueue,
  AuditEntry,
];
