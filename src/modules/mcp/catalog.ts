import { Injectable } from '@nestjs/common';
import { Store } from '../../core/store/store.js';
import { Analytics } from '../analytics/analytics.service.js';
import { PredictionsService } from '../predictions/predictions.service.js';
import { ParcelChecks } from '../tracking/parcel-checks.js';
import { LinkMail } from '../tracking-pages/link-mail.js';
import { TrackingPageLinks } from '../tracking-pages/tracking-page-links.js';
import { type McpPrompt, PROMPTS } from './prompts.js';
import { McpResources } from './resources.js';
import { mayWrite, type Tool } from './tool.js';
import { explainTools, ShipmentStory } from './tools/explain.js';
import { figureTools } from './tools/figures.js';
import { findTools } from './tools/find.js';
import { orderTools } from './tools/orders.js';
import { parcelTools } from './tools/parcels.js';
import type { Caller } from '../../core/store/caller.js';

/** All that agents find at `/mcp`. */
@Injectable()
export class McpCatalog {
  readonly tools: Tool[];
  readonly prompts: McpPrompt[] = [...PROMPTS];
  readonly resources: McpResources;

  constructor(
    store: Store,
    analytics: Analytics,
    predictions: PredictionsService,
    checks: ParcelChecks,
    links: TrackingPageLinks,
    mail: LinkMail,
  ) {
    const story = new ShipmentStory(store, predictions);
    this.resources = new McpResources(store, story);
    this.tools = [
      ...findTools(store),
      ...explainTools(story),
      ...figureTools(store, analytics),
      ...orderTools(store),
      ...parcelTools({ store, checks, links, mail }),
    ];
  }

  /** What a caller can use: who only reads sees no tools that write. */
  toolsFor(caller: Caller): readonly Tool[] {
    return mayWrite(caller) ? this.tools : this.tools.filter(({ writes }) => !writes);
  }
}
