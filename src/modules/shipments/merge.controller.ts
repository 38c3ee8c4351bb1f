import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { searchedTrackingNumber } from '../reference-data/carriers/parse-tracking-numbers.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { itemText } from '../../core/http/formats.js';
import { retryWithFreshScope } from '../../core/http/fresh-scope.js';
import {
  type Answer,
  CLAIM,
  withIdempotency,
  type PersistResponse,
} from '../../core/http/with-idempotency.js';
import { JSON_LD, type MediaType, mediaTypeOf } from '../../core/http/media-type.js';
import { IdOrIri, Text } from '../../core/http/dto/fields.js';
import { Dto } from '../../core/http/dto/dto.js';
import { readDto } from '../../core/http/dto/read-dto.js';
import { routeOptions } from '../../core/http/route-options.js';
import { Idempotency } from '../../core/idempotency/idempotency.js';
import { NotFound } from '../../core/metadata/errors.js';
import { itemContent } from '../../core/openapi/bodies.js';
import { EXAMPLE_ID } from '../../core/openapi/field-schema.js';
import { ASKED } from '../../core/openapi/headers.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import { restrictToWorkspace } from '../../core/store/restrict-to-workspace.js';
import type { Caller } from '../../core/store/caller.js';
import { isUuid, itemNotFound } from '../../core/store/references.js';
import type { WriteOptions } from '../../core/store/store-options.js';
import { Store } from '../../core/store/store.js';
import { type MergeRequest, mergeShipments } from './merge-shipments.js';
import { shipmentResource } from './shipment.resource.js';

@Dto({ name: 'ShipmentMerge' })
class ShipmentsToMerge {
  @IdOrIri({ description: 'The workspace of both, by its id or IRI.', examples: [EXAMPLE_ID] })
  readonly workspaceId?: string;

  @IdOrIri({
    required: true,
    description: 'The shipment that goes, by its id or IRI.',
    examples: [EXAMPLE_ID],
  })
  readonly shipmentId!: string;

  @Text({
    required: true,
    max: 1000,
    description: 'Of the shipment that stays, in the same workspace.',
    examples: ['TN00000001'],
  })
  readonly trackingNumber!: string;
}

/** The plugin's way out when a tracking number is taken: two shipments become one. */
@routeOptions({ limit: OPERATION_LIMIT, writesInTeams: true })
@Operations({ tag: shipmentResource.name })
@Controller('/shipments/merge')
export class MergeController {
  constructor(
    private readonly store: Store,
    private readonly authenticator: Authenticator,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  @Operation({
    id: 'mergeShipments',
    summary: 'Makes two shipments one',
    description:
      'Moves the items, orders and order numbers of a shipment to the one that has the tracking number, and deletes it. Quantities of the same order item are added up.',
    parameters: [ASKED.idempotencyKey],
    body: ShipmentsToMerge,
    answer: {
      description: 'The shipment that stays.',
      headers: ['Idempotency-Replayed'],
      content: (components) => itemContent(shipmentResource, components),
    },
    errors: [406, 409, 422],
  })
  async merge(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    const type = mediaTypeOf(request);
    const asked = readBody(request.body);
    const answer = await withIdempotency(this.idempotency, request, reply, CLAIM, (persistResponse) =>
      retryWithFreshScope(request, this.authenticator, (caller) =>
        this.write(asked, restrictToWorkspace(caller, asked.workspaceId), type, persistResponse),
      ),
    );
    void reply.type(answer.type).status(answer.status).send(answer.text);
  }

  private async write(
    merge: MergeRequest,
    caller: Caller,
    type: MediaType,
    persistResponse?: PersistResponse,
  ): Promise<Answer> {
    let answer: Answer | undefined;
    const record: WriteOptions['record'] = async (transaction, item) => {
      answer = { status: 201, type: `${type}; charset=utf-8`, text: itemText(shipmentResource, item, type) };
      await persistResponse?.(transaction, answer);
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

/** @throws InvalidInput, BadInput when there is no such shipment. */
function readBody(sent: unknown): MergeRequest & { readonly workspaceId: string | undefined } {
  const { workspaceId, shipmentId, trackingNumber } = readDto(ShipmentsToMerge, sent);
  if (!isUuid(shipmentId)) throw itemNotFound(`/shipments/${shipmentId}`);
  return { workspaceId, shipmentId, trackingNumber: searchedTrackingNumber(trackingNumber) };
}
