import { afterInterruption } from './after-interruption.js';
import { dropTables } from './schema.js';
import { Initial1795400000000 } from './1795400000000-initial.js';
import { IdempotencyKeys1795486400000 } from './1795486400000-idempotency-keys.js';
import { FastLists1795572800000 } from './1795572800000-fast-lists.js';
import { Tracking1795659200000 } from './1795659200000-tracking.js';
import { Accounts1795745600000 } from './1795745600000-accounts.js';
import { NotesExportsLinks1795918400000 } from './1795918400000-notes-exports-links.js';
import { RepairedKeys1795884356000 } from './1795884356000-repaired-keys.js';
import { Shops1796004800000 } from './1796004800000-shops.js';
import { LineLog1795884123000 } from './1795884123000-line-log.js';
import { Webhooks1795832000000 } from './1795832000000-webhooks.js';
import { Clients1795884613000 } from './1795884613000-clients.js';
import { IdentityKeys1795886153000 } from './1795886153000-identity-keys.js';
import { PlainLetters1795888065000 } from './1795888065000-plain-letters.js';
import { OrderDetails1795886400000 } from './1795886400000-order-details.js';
import { Erasure1795887758000 } from './1795887758000-erasure.js';
import { SharedNumbers1795888760000 } from './1795888760000-shared-numbers.js';
import { InvitedAs1795887258000 } from './1795887258000-invited-as.js';
import { FirstStatuses1795887900000 } from './1795887900000-first-statuses.js';
import { Mercure1795897086000 } from './1795897086000-mercure.js';
import { ShipmentFigures1795909284481 } from './1795909284481-shipment-figures.js';
import { WorkspaceChanges1795912000000 } from './1795912000000-workspace-changes.js';
import { Branding1795911000000 } from './1795911000000-branding.js';
import { DeliveryPredictions1795910546778 } from './1795910546778-delivery-predictions.js';
import { SavedViews1795911113208 } from './1795911113208-saved-views.js';
import { ImportProgress1795912343303 } from './1795912343303-import-progress.js';
import { ImportResolution1795927505664 } from './1795927505664-import-resolution.js';
import { RequestedMessages1795928400000 } from './1795928400000-requested-messages.js';
import { OutboxEventItems1795924574364 } from './1795924574364-outbox-event-items.js';
import { TokenResources1795926075852 } from './1795926075852-token-resources.js';
import { Messages1795924175784 } from './1795924175784-messages.js';
import { Retention1795938150000 } from './1795938150000-retention.js';
import { AuditLog1795938120760 } from './1795938120760-audit-log.js';
import { TraceContext1795938600000 } from './1795938600000-trace-context.js';

/** In the order in which they run. */
export const migrations = [
  Initial1795400000000,
  IdempotencyKeys1795486400000,
  // written again from the shipments
  afterInterruption(FastLists1795572800000, (runner) => dropTables(runner, ['tracking_number_parts'])),
  Tracking1795659200000,
  Accounts1795745600000,
  NotesExportsLinks1795918400000,
  Webhooks1795832000000,
  Shops1796004800000,
  LineLog1795884123000,
  Clients1795884613000,
  IdentityKeys1795886153000,
  RepairedKeys1795884356000,
  PlainLetters1795888065000,
  OrderDetails1795886400000,
  Erasure1795887758000,
  SharedNumbers1795888760000,
  InvitedAs1795887258000,
  FirstStatuses1795887900000,
  Mercure1795897086000,
  ShipmentFigures1795909284481,
  DeliveryPredictions1795910546778,
  Branding1795911000000,
  SavedViews1795911113208,
  WorkspaceChanges1795912000000,
  ImportProgress1795912343303,
  Messages1795924175784,
  OutboxEventItems1795924574364,
  TokenResources1795926075852,
  ImportResolution1795927505664,
  RequestedMessages1795928400000,
  AuditLog1795938120760,
  Retention1795938150000,
  TraceContext1795938600000,
];
