import { Checkpoint } from './checkpoints/checkpoint.entity.js';
import { Setting } from './database/setting.entity.js';
import { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
import { OauthClient } from './oauth/oauth-client.entity.js';
import { OrderItem } from './order-items/order-item.entity.js';
import { Order } from './orders/order.entity.js';
import { ProductVariant } from './products/product-variant.entity.js';
import { Product } from './products/product.entity.js';
import { Review } from './reviews/review.entity.js';
import { ShipmentItem } from './shipment-items/shipment-item.entity.js';
import { ShipmentOrderNumber } from './shipments/shipment-order-number.entity.js';
import { ShipmentOrder } from './shipments/shipment-order.entity.js';
import { Shipment } from './shipments/shipment.entity.js';
import { Status } from './statuses/status.entity.js';
import { Membership } from './teams/membership.entity.js';
import { Team } from './teams/team.entity.js';
import { TrackingPage } from './tracking-pages/tracking-page.entity.js';
import { User } from './users/user.entity.js';
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
  IdempotencyKey,
  Workflow,
  Status,
  Product,
  ProductVariant,
  Order,
  OrderItem,
  Shipment,
  ShipmentOrder,
  ShipmentOrderNumber,
  ShipmentItem,
  Checkpoint,
  Review,
];
