import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequireScope } from '../../core/http/auth.guard.js';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { Dto } from '../../core/http/dto/dto.js';
import { Moment, Text } from '../../core/http/dto/fields.js';
import { sendTagged } from '../../core/http/entity-tag.js';
import { itemText, membersText } from '../../core/http/formats.js';
import { retryWithFreshScope } from '../../core/http/fresh-scope.js';
import { JSON_LD, mediaTypeOf } from '../../core/http/media-type.js';
import { tellPage } from '../../core/http/page-links.js';
import { preferencesOf } from '../../core/http/preferences.js';
import { typed } from '../../core/http/resource-reads.js';
import { routeOptions } from '../../core/http/route-options.js';
import { hydraCollection, viewOf } from '../../core/hydra/collection.js';
import { NotFound, Violations } from '../../core/metadata/errors.js';
import type { Link } from '../../core/metadata/resource.js';
import { isNoCountry } from '../../core/metadata/violation.js';
import { answeredSchema } from '../../core/openapi/answered-schemas.js';
import { itemContent, listContent } from '../../core/openapi/bodies.js';
import type { Components } from '../../core/openapi/components.js';
import { ASKED } from '../../core/openapi/headers.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import { queryParameters } from '../../core/openapi/query-parameters.js';
import type { Schema } from '../../core/openapi/types.js';
import { idIs } from '../../core/query/collection-query.js';
import { acceptedParameters } from '../../core/query/filter-paths.js';
import { QueryString } from '../../core/query/query-string.js';
import type { Caller } from '../../core/store/caller.js';
import type { CollectionRequest } from '../../core/store/collections.js';
import { isUuid } from '../../core/store/references.js';
import { Store } from '../../core/store/store.js';
import { resolveCarrierOrService } from '../reference-data/carriers/carrier-names.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { expectedDay } from './days.js';
import { areaOf, type Route } from './levels.js';
import { stateColumns, stateOf } from './predicted-shipments.js';
import { predictionJson, predictionResource } from './prediction.resource.js';
import { PredictionsService } from './predictions.service.js';

@Dto({ name: 'DeliveryEstimate' })
class EstimatedParcel {
  @Text({
    max: 100,
    description: 'The code or name of the carrier; without it all of them count.',
    examples: ['usps'],
  })
  readonly carrier?: string;

  @Text({ max: 2, description: 'Where it starts.', examples: ['US'] })
  readonly originCountryIso2?: string;

  @Text({ required: true, max: 2, description: 'Where it goes.', examples: ['CA'] })
  readonly destinationCountryIso2!: string;

  @Text({ max: 50, description: "The recipient's.", examples: ['V6B 1A1'] })
  readonly postcode?: string;

  @Moment({
    format: 'date',
    description: 'When the carrier gets it, a day or a moment; today where nothing is said.',
    examples: ['2026-12-01'],
  })
  readonly shipDate?: string;
}

/** The list that a workspace's predictions follow. */
const SHIPMENTS = workspaceResource.links.find(({ segment }) => segment === 'shipments') as Link;

const ID: Schema = {
  type: 'string',
  format: 'uuid',
  description: 'The id of the shipment, or of the workspace.',
};

/** An answer that is about no shipment. */
const estimateSchema = (components: Components): Schema =>
  answeredSchema(predictionResource, 'get', false, components);

/** When parcels will arrive. */
@Operations({
  tag: { name: predictionResource.name, description: predictionResource.description },
  path: { id: ID },
})
@routeOptions({ limit: OPERATION_LIMIT })
@Controller()
export class PredictionsController {
  constructor(
    private readonly store: Store,
    private readonly authenticator: Authenticator,
    private readonly predictions: PredictionsService,
  ) {}

  @Get('/shipments/:id/delivery_prediction')
  @Operation({
    id: 'getDeliveryPrediction',
    summary: 'Predicts when a shipment will arrive',
    description:
      'Of a delivered one all days are that of its delivery; of one that will not be delivered they are null.',
    parameters: [ASKED.ifNoneMatch],
    answer: {
      description: 'The prediction as of now.',
      headers: ['ETag'],
      content: (components) => itemContent(predictionResource, components),
    },
    errors: [304, 404, 406],
  })
  async one(
    @Param('id') id: string,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = mediaTypeOf(request);
    if (!isUuid(id)) throw new NotFound();
    const { workspacePk } = await retryWithFreshScope(request, this.authenticator, async (caller) => {
      const [row] = await this.store.rows(shipmentResource, idIs(id.toLowerCase()), caller);
      if (!row) throw new NotFound();
      return row;
    });
    const [state] = await this.predictions.shipments([id.toLowerCase()], workspacePk, request.caller);
    if (!state) throw new NotFound();
    const [prediction] = await this.predictions.ofShipments([state], request.caller);
    if (!prediction) throw new NotFound();
    const item = predictionJson(state.id, prediction, type === JSON_LD);
    sendTagged(request, typed(reply, type), itemText(predictionResource, item, type));
  }

  @Get('/workspaces/:id/delivery_predictions')
  @Operation({
    id: 'getDeliveryPredictions',
    summary: 'Predicts when the shipments of a workspace will arrive',
    description: 'Filters, orders and pages are those of its shipments.',
    parameters: (components) => [
      ...queryParameters(shipmentResource, components, acceptedParameters(shipmentResource)),
      components.parameter(ASKED.prefer),
      components.parameter(ASKED.ifNoneMatch),
    ],
    answer: {
      description: 'A page of predictions, in the order of the shipments.',
      headers: ['ETag', 'Preference-Applied', 'X-Total-Count'],
      content: (components) => listContent(predictionResource, 'getc', components),
    },
    errors: [304, 400, 404, 406],
  })
  async list(
    @Param('id') id: string,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = mediaTypeOf(request);
    const [path = '', ...rest] = request.url.split('?');
    const wanted: CollectionRequest = {
      resource: shipmentResource,
      path,
      steps: [{ resource: workspaceResource, link: SHIPMENTS, id }],
      query: new QueryString(rest.join('?')),
      group: 'getc',
      ld: false,
      preferences: preferencesOf(request, reply),
    };
    const { rows, ...page } = await retryWithFreshScope(request, this.authenticator, (caller) =>
      this.store.selectPage(wanted, caller, stateColumns),
    );
    const states = rows.map(stateOf);
    const predictions = await this.predictions.ofShipments(states, request.caller);
    const members = predictions.map((prediction, at) =>
      predictionJson(states[at]?.id ?? '', prediction, type === JSON_LD),
    );
    const shownPath = request.originalUrl.split('?', 1)[0] ?? '';
    if (type !== JSON_LD) tellPage(reply, viewOf(shownPath, wanted.query, page), page.total);
    const text =
      type === JSON_LD
        ? hydraCollection(predictionResource, { id: path, path: shownPath }, wanted.query, {
            ...page,
            members: JSON.stringify(members),
          })
        : membersText(predictionResource, 'getc', members, type);
    sendTagged(request, typed(reply, type), text);
  }

  @Post('/workspaces/:id/delivery_estimates')
  @HttpCode(200)
  @RequireScope('read')
  @Operation({
    id: 'estimateDelivery',
    summary: 'Predicts when a parcel would arrive that does not exist yet',
    description: "What a shop's checkout asks before anything is bought.",
    answer: { description: 'The prediction; `onTime` is `unknown`.', body: estimateSchema },
    errors: [404],
  })
  async estimate(
    @Param('id') id: string,
    @Body() parcel: EstimatedParcel,
    @Req() request: AuthenticatedRequest,
  ): Promise<object> {
    const workspacePk = await retryWithFreshScope(request, this.authenticator, (caller) =>
      workspaceOf(id, caller),
    );
    const route = parcelRoute(parcel);
    const shipDay =
      parcel.shipDate === undefined
        ? this.predictions.todayIn(route.destinationCountryIso2)
        : expectedDay(route.destinationCountryIso2, parcel.shipDate);
    const prediction = await this.predictions.ofRoute(workspacePk, route, shipDay, request.caller);
    return { shipment: null, ...prediction };
  }
}

/** @throws NotFound. */
function workspaceOf(id: string, { scope }: Caller): number {
  const pk = scope.workspaceIds.get(id.toLowerCase());
  if (pk === undefined) throw new NotFound();
  return pk;
}

/** @throws Violations where a country is none. */
function parcelRoute({ carrier, postcode, ...countries }: EstimatedParcel): Route {
  const country = (name: 'originCountryIso2' | 'destinationCountryIso2'): string | null => {
    const code = countries[name]?.toUpperCase();
    if (code !== undefined && !/^[A-Z]{2}$/.test(code)) throw new Violations([isNoCountry(name)]);
    return code ?? null;
  };
  const destinationCountryIso2 = country('destinationCountryIso2');
  return {
    carrier: carrier === undefined ? null : (resolveCarrierOrService(carrier) ?? carrier.toLowerCase()),
    originCountryIso2: country('originCountryIso2'),
    destinationCountryIso2,
    area: areaOf(destinationCountryIso2, postcode ?? null),
  };
}
