import { Attempt } from './accounts/attempt.entity.js';
import { EmailCode } from './accounts/email-code.entity.js';
import { StoreToken } from './bigcommerce/store-token.entity.js';
import { Checkpoint } from './checkpoints/checkpoint.entity.js';
import { Setting } from './database/setting.entity.js';
import { Erasure } from './erasure/erasure.entity.js';
import { Export } from './exports/export.entity.js';
import { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
import { RefusedLine } from './idempotency/refused-line.entity.js';
import { Import } from './imports/import.entity.js';
import { FilePiece } from './jobs/file-piece.entity.js';
import { QueuedMail } from './mail/mail.entity.js';
import { Note } from './notes/note.entity.js';
import { OauthClient } from './oauth/oauth-client.entity.js';
import { OauthGrant } from './oauth/oauth-grant.entity.js';
import { RefreshToken } from './oauth/refresh-token.entity.js';
import { RevokedToken } from './oauth/revoked-token.entity.js';
import { OrderItem } from './order-items/order-item.entity.js';
import { Order } from './orders/order.entity.js';
import { OutboxDelivery } from './outbox/outbox-delivery.entity.js';
import { OutboxEvent } from './outbox/outbox-event.entity.js';
import { OutboxRest } from './outbox/outbox-rest.entity.js';
import { OrderAddress } from './orders/order-address.entity.js';
import { OutboxSubscription } from './outbox/outbox-subscription.entity.js';
import { ProductVariant } from './products/product-variant.entity.js';
import { Product } from './products/product.entity.js';
import { Review } from './reviews/review.entity.js';
import { ShipmentItem } from './shipment-items/shipment-item.entity.js';
import { ShipmentOrderNumber } from './shipments/shipment-order-number.entity.js';
import { ShipmentOrder } from './shipments/shipment-order.entity.js';
import { Shipment } from './shipments/shipment.entity.js';
import { TrackingNumberPart } from './shipments/tracking-number-part.entity.js';
import { ChangeMark } from './store/change-mark.entity.js';
import { Status } from './statuses/status.entity.js';
import { Membership } from './teams/membership.entity.js';
import { Team } from './teams/team.entity.js';
import { TrackingPageLink } from './tracking-pages/tracking-page-link.entity.js';
import { TrackingPage } from './tracking-pages/tracking-page.entity.js';
import { User } from './users/user.entity.js';
import { WorkflowRun } from './webhooks/workflow-run.entity.js';
import { Workflow } from './workflows/workflow.entity.js';
import { Workspace } from './workspaces/workspace.entity.js';

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
  Erasure,
  OutboxSubscription,
  OutboxEvent,
  OutboxRest,
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
  TrackingPageLink,
  Export,
  Import,
  FilePiece,
];
