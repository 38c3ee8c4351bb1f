import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { membersText } from '../../core/http/formats.js';
import { retryWithFreshScope } from '../../core/http/fresh-scope.js';
import { JSON_LD, mediaTypeOf } from '../../core/http/media-type.js';
import { readDto } from '../../core/http/dto/read-dto.js';
import { typed } from '../../core/http/resource-reads.js';
import { routeOptions } from '../../core/http/route-options.js';
import { NotFound, Violations } from '../../core/metadata/errors.js';
import { isBlank } from '../../core/metadata/violation.js';
import { listContent } from '../../core/openapi/bodies.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import type { Json } from '../../core/serializer/reader.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { restrictToWorkspace } from '../../core/store/restrict-to-workspace.js';
import type { Caller } from '../../core/store/caller.js';
import { Store } from '../../core/store/store.js';
import {
  type RequestedNumber,
  requestedNumbers,
  type MatchingShipment,
  NumbersToCheck,
  NumbersToCheckLater,
  shipmentsWith,
} from './requested-numbers.js';
import { ParcelChecks } from './parcel-checks.js';
import { scheduleAllChecks, scheduleChecks } from './schedule-checks.js';

/** Milliseconds that a client waits for providers at most; the rest comes with the next round. */
const PROVIDER_TIMEOUT_MS = 8_000;

const PATH = '/check_tracking_numbers';

const ERRORS = [404, 406, 409] as const;

/** Asks again where parcels are: now, or soon. */
@Operations({ tag: shipmentResource.name })
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
  @Operation({
    id: 'checkTrackingNumbers',
    summary: 'Asks where parcels are',
    description:
      'Asks the tracking providers and answers the shipments as they are then. What the providers have not told after some seconds comes later. Numbers that no shipment has are left out; when none of them has one, that is a 404.',
    body: NumbersToCheck,
    answer: {
      description: 'The shipments with these numbers.',
      content: (components) => listContent(shipmentResource, 'get', components),
    },
    errors: ERRORS,
  })
  async check(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    const type = mediaTypeOf(request);
    const { workspaceId, trackingNumbers } = readDto(NumbersToCheck, request.body);
    const numbers = requestedNumbers(trackingNumbers);
    const items = await retryWithFreshScope(request, this.authenticator, async (caller) => {
      const scoped = restrictToWorkspace(caller, workspaceId);
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
  @Operation({
    id: 'checkTrackingNumbersAsync',
    summary: 'Asks where parcels are, soon',
    description:
      'The tracking providers are asked within minutes. Without numbers: for all parcels of a workspace that have not arrived, up to 10,000 in a request.',
    answer: {
      description: 'They will be asked.',
      body: { type: 'object', additionalProperties: false },
    },
    errors: ERRORS,
  })
  async checkLater(
    @Body() { workspaceId, trackingNumbers }: NumbersToCheckLater,
    @Req() request: AuthenticatedRequest,
  ): Promise<object> {
    const numbers = trackingNumbers && requestedNumbers(trackingNumbers);
    await retryWithFreshScope(request, this.authenticator, async (caller) => {
      const scoped = restrictToWorkspace(caller, workspaceId);
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

/** The envelope of other lists, so that what reads those reads this; it has no pages and no search. */
const collection = (members: readonly Json[]): string =>
  JSON.stringify({
    '@context': `/contexts/${shipmentResource.name}`,
    '@id': PATH,
    '@type': 'hydra:Collection',
    'hydra:member': members,
    'hydra:totalItems': members.length,
  });
