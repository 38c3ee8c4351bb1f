import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { searchedTrackingNumber } from '../reference-data/carriers/parse-tracking-numbers.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { itemText } from '../../core/http/formats.js';
import { seeing } from '../../core/http/fresh-scope.js';
import { type Answer, CLAIM, idempotently, type Keep } from '../../core/http/idempotently.js';
import { JSON_LD, type MediaType, mediaTypeOf } from '../../core/http/media-type.js';
import { OperationBody } from '../../core/http/operation-body.js';
import { routeOptions } from '../../core/http/route-options.js';
import { Idempotency } from '../../core/idempotency/idempotency.js';
import { NotFound } from '../../core/metadata/errors.js';
import { inWorkspace } from '../../core/store/asked-workspace.js';
import type { Caller } from '../../core/store/caller.js';
import { isUuid, itemNotFound } from '../../core/store/references.js';
import { Store, type WriteOptions } from '../../core/store/store.js';
import { type MergeRequest, mergeShipments } from './merge-shipments.js';
import { shipmentResource } from './shipment.resource.js';

/** The plugin's way out when a tracking number is taken: two shipments become one. */
@routeOptions({ limit: OPERATION_LIMIT, writesInTeams: true })
@Controller('/shipments/merge')
export class MergeController {
  constructor(
    private readonly store: Store,
    private readonly authenticator: Authenticator,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  async merge(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    const type = mediaTypeOf(request);
    const asked = askedIn(request.body);
    const answer = await idempotently(this.idempotency, request, reply, CLAIM, (keep) =>
      seeing(request, this.authenticator, (caller) =>
        this.write(asked, inWorkspace(caller, asked.workspaceId), type, keep),
      ),
    );
    void reply.type(answer.type).status(answer.status).send(answer.text);
  }

  private async write(merge: MergeRequest, caller: Caller, type: MediaType, keep?: Keep): Promise<Answer> {
    let answer: Answer | undefined;
    const record: WriteOptions['record'] = async (transaction, item) => {
      answer = { status: 201, type: `${type}; charset=utf-8`, text: itemText(shipmentResource, item, type) };
      await keep?.(transaction, answer);
    };
    const options = { ld: type === JSON_LD, record };
    try {
      await this.store.together(shipmentResource, caller, options, (writer, transaction) =>
        mergeShipments(merge, writer, transaction),
      );
    } catch (error) {
      throw error instanceof NotFound ? itemNotFound(`/shipments/${merge.shipmentId}`) : error;
    }
    return answer as Answer;
  }
}

/** @throws BadInput, Violations. */
function askedIn(sent: unknown): MergeRequest & { readonly workspaceId: string | undefined } {
  const body = new OperationBody(sent);
  const workspaceId = body.id('workspaceId');
  const shipmentId = body.requiredId('shipmentId');
  const trackingNumber = searchedTrackingNumber(body.requiredText('trackingNumber', 1000));
  body.done();
  if (!isUuid(shipmentId)) throw itemNotFound(`/shipments/${shipmentId}`);
  return { workspaceId, shipmentId, trackingNumber };
}
