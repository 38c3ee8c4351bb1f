import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { membersText } from '../../core/http/formats.js';
import { seeing } from '../../core/http/fresh-scope.js';
import { JSON_LD, mediaTypeOf } from '../../core/http/media-type.js';
import { OperationBody } from '../../core/http/operation-body.js';
import { typed } from '../../core/http/resource-reads.js';
import { routeOptions } from '../../core/http/route-options.js';
import { NotFound, Violations } from '../../core/metadata/errors.js';
import { isBlank } from '../../core/metadata/violation.js';
import type { Json } from '../../core/serializer/reader.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { inWorkspace } from '../../core/store/asked-workspace.js';
import type { Caller } from '../../core/store/caller.js';
import { Store } from '../../core/store/store.js';
import {
  type RequestedNumber,
  requestedNumbersIn,
  type MatchingShipment,
  shipmentsWith,
} from './requested-numbers.js';
import { ParcelChecks } from './parcel-checks.js';
import { scheduleAllChecks, scheduleChecks } from './schedule-checks.js';

/** Milliseconds that a client waits for providers at most; the rest comes with the next round. */
const PROVIDER_TIMEOUT_MS = 8_000;

const PATH = '/check_tracking_numbers';

/** Asks again where parcels are: now, or soon. */
@routeOptions({ limit: OPERATION_LIMIT, writesInTeams: true })
@Controller()
export class CheckTrackingNumbersController {
  constructor(
    private readonly store: Store,
    private readonly authenticator: Authenticator,
    private readonly checks: ParcelChecks,
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers the shipments with these numbers as they are then; numbers that no shipment has are left out. */
  @Post(PATH)
  @HttpCode(200)
  async check(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    const type = mediaTypeOf(request);
    const { numbers, workspaceId } = askedIn(request.body);
    if (!numbers) throw new Violations([isBlank('trackingNumbers')]);
    const items = await seeing(request, this.authenticator, async (caller) => {
      const scoped = inWorkspace(caller, workspaceId);
      const shipments = await this.find(numbers, scoped);
      await this.checks.checkThese(
        shipments.map(({ pk }) => pk),
        PROVIDER_TIMEOUT_MS,
        (number) => numbers.find((each) => each.number === number)?.carrier ?? null,
      );
      const ids = shipments.map(({ id }) => id);
      return this.store.items(shipmentResource, ids, scoped, type === JSON_LD);
    });
    const text = type === JSON_LD ? collection(items) : membersText(shipmentResource, 'get', items, type);
    void typed(reply, type).send(text);
  }

  /** Without numbers all of a workspace. */
  @Post(`${PATH}_async`)
  @HttpCode(200)
  async checkLater(@Req() request: AuthenticatedRequest): Promise<object> {
    const { numbers, workspaceId } = askedIn(request.body);
    await seeing(request, this.authenticator, async (caller) => {
      const scoped = inWorkspace(caller, workspaceId);
      const now = this.clock.now();
      if (!numbers && scoped.scope.workspaces.size > 1) throw new Violations([isBlank('workspaceId')]);
      if (!numbers) return scheduleAllChecks(scoped, this.database, now);
      const shipments = await this.find(numbers, scoped);
      await scheduleChecks(
        shipments.map(({ pk }) => pk),
        now,
        scoped,
        this.database,
      );
    });
    return {};
  }

  /** @throws NotFound when there is none at all. */
  private async find(
    numbers: readonly RequestedNumber[],
    caller: Caller,
  ): Promise<readonly MatchingShipment[]> {
    const shipments = await shipmentsWith(numbers, caller, this.database);
    if (shipments.length === 0) throw new NotFound('No shipment has one of these tracking numbers.');
    return shipments;
  }
}

/** @throws BadInput, Violations. */
function askedIn(sent: unknown): {
  readonly numbers: readonly RequestedNumber[] | undefined;
  readonly workspaceId: string | undefined;
} {
  const body = new OperationBody(sent);
  const workspaceId = body.id('workspaceId');
  const numbers = requestedNumbersIn(body);
  body.done();
  return { numbers, workspaceId };
}

/** The envelope of other lists, so that what reads those reads this; it has no pages and no search. */
const collection = (members: readonly Json[]): string =>
  JSON.stringify({
    '@context': `/contexts/${shipmentResource.name}`,
    '@id': PATH,
    '@type': 'hydra:Collection',
    'hydra:member': members,
    'hydra:totalItems': members.length,
  });
