import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { soughtNumber } from '../carriers/sent-tracking-numbers.js';
import { OPERATION_LIMIT } from '../http/body-limits.js';
import { Authenticator, type AuthenticatedRequest } from '../http/authenticator.js';
import { itemText } from '../http/formats.js';
import { seeing } from '../http/fresh-scope.js';
import { type Answer, CLAIM, idempotently, type Keep } from '../http/idempotently.js';
import { JSON_LD, type MediaType, mediaTypeOf } from '../http/media-type.js';
import { OperationBody } from '../http/operation-body.js';
import { routeOptions } from '../http/route-options.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { NotFound } from '../resource/errors.js';
import { inWorkspace } from '../store/asked-workspace.js';
import type { Caller } from '../store/caller.js';
import { isUuid, itemNotFound } from '../store/references.js';
import { Store, type WriteOptions } from '../store/store.js';
import { type Merge, mergeShipments } from './merge-shipments.js';
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

  private async write(merge: Merge, caller: Caller, type: MediaType, keep?: Keep): Promise<Answer> {
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
function askedIn(sent: unknown): Merge & { readonly workspaceId: string | undefined } {
  const body = new OperationBody(sent);
  const workspaceId = body.id('workspaceId');
  const shipmentId = body.requiredId('shipmentId');
  const trackingNumber = soughtNumber(body.requiredText('trackingNumber', 1000));
  body.done();
  if (!isUuid(shipmentId)) throw itemNotFound(`/shipments/${shipmentId}`);
  return { workspaceId, shipmentId, trackingNumber };
}
