import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { RequireScope } from '../../core/http/auth.guard.js';
import type { AuthenticatedRequest } from '../../core/http/authenticator.js';
import { PUSH_LIMIT } from '../../core/http/body-limits.js';
import { routeOptions } from '../../core/http/route-options.js';
import { nextSlice } from '../../core/http/time-slices.js';
import { applyUpdates } from './apply-updates.js';
import type { Components } from '../../core/openapi/components.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import type { Schema } from '../../core/openapi/types.js';
import {
  MAX_UPDATES,
  parseUpdate,
  updatesInBody,
  updatesSchema,
  type ValidUpdate,
} from './pushed-updates.js';
import type { UpdateReach } from './tracking-update.js';

/** What became of one update, in the order in which they were sent. */
export type UpdateResult =
  | {
      readonly trackingNumber: string;
      readonly accepted: true;
      readonly shipments: number;
      readonly checkpoints: number;
      /** What of it could not be used. */
      readonly notes?: readonly string[];
    }
  | { readonly trackingNumber: string | null; readonly accepted: false; readonly reasons: readonly string[] };

const OUTCOME: Schema = {
  type: 'object',
  required: ['trackingNumber', 'accepted'],
  properties: {
    trackingNumber: { type: ['string', 'null'] },
    accepted: { type: 'boolean' },
    shipments: { type: 'integer', description: 'Shipments with the number, in all workspaces.' },
    checkpoints: { type: 'integer', description: 'Checkpoints that were new to them.' },
    notes: {
      type: 'array',
      items: { type: 'string' },
      description: 'What was left out of an accepted update.',
    },
    reasons: { type: 'array', items: { type: 'string' }, description: 'Why it was not accepted.' },
  },
};

const outcomesSchema = (components: Components): Schema =>
  components.schema('TrackingOutcomes', () =>
    objectSchema({
      accepted: { type: 'integer', minimum: 0 },
      rejected: { type: 'integer', minimum: 0 },
      results: { type: 'array', items: OUTCOME },
    }),
  );

/** Updates that are applied in one unit of work: few enough to hold their shipments for a moment only. */
const BATCH_SIZE = 100;

/** News of parcels that an operator's program pushes, for the shipments of all tenants. */
@Operations({ tag: { name: 'Tracking', description: 'News of parcels.' } })
@Controller('/tracking_updates')
export class TrackingUpdatesController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @RequireScope('tracking:write')
  @Operation({
    id: 'pushTrackingUpdates',
    summary: 'Reports of parcels to every shipment with their numbers',
    description: `For an operator's client with the scope \`tracking:write\`, across tenants. Sending the same again changes nothing. At most ${MAX_UPDATES} updates; each stands for itself.`,
    body: updatesSchema,
    answer: {
      description: 'What became of each, in the order in which they were sent.',
      body: outcomesSchema,
    },
    errors: [400],
  })
  @routeOptions({ limit: PUSH_LIMIT })
  async push(@Body() body: unknown, @Req() { caller }: AuthenticatedRequest): Promise<object> {
    const sent = updatesInBody(body);
    const read: ReturnType<typeof parseUpdate>[] = [];
    for (const each of sent) {
      read.push(parseUpdate(each));
      await nextSlice();
    }
    const usable = read.filter((each): each is ValidUpdate => 'trackingNumber' in each);
    const reached = new Map<ValidUpdate, UpdateReach>();
    for (let at = 0; at < usable.length; at += BATCH_SIZE) {
      const some = usable.slice(at, at + BATCH_SIZE);
      const done = await this.database.transaction(
        (transaction) =>
          applyUpdates(some, { transaction, limits: this.config.transitLimits, now: this.clock.now() }),
        caller,
      );
      some.forEach((update, index) => reached.set(update, done[index] as UpdateReach));
    }
    const results = read.map((each, index) => resultOf(each, sent[index], reached));
    const accepted = results.filter((each) => each.accepted).length;
    return { accepted, rejected: results.length - accepted, results };
  }
}

function resultOf(
  read: ReturnType<typeof parseUpdate>,
  sent: unknown,
  reached: ReadonlyMap<ValidUpdate, UpdateReach>,
): UpdateResult {
  if (!('trackingNumber' in read)) {
    const number = (sent as { trackingNumber?: unknown } | null)?.trackingNumber;
    return {
      trackingNumber: typeof number === 'string' ? number.slice(0, 100) : null,
      accepted: false,
      reasons: read.reasons,
    };
  }
  const { trackingNumber, notes } = read;
  const { shipments, checkpoints } = reached.get(read) as UpdateReach;
  if (shipments > 0)
    return { trackingNumber, accepted: true, shipments, checkpoints, ...(notes.length > 0 && { notes }) };
  return {
    trackingNumber,
    accepted: false,
    reasons: ['No shipment of this carrier has this tracking number.'],
  };
}
