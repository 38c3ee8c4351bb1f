import { assembled } from '../../core/openapi/assembled.js';
import { Components } from '../../core/openapi/components.js';
import type { ErrorStatus } from '../../core/openapi/error-responses.js';
import { ASKED, headers } from '../../core/openapi/headers.js';
import type { OpenapiDocument, Operation, Paths } from '../../core/openapi/types.js';
import { errors, json } from './answers.openapi.js';
import { REQUEST_SCHEMAS, LIST_PARAMETERS } from './request.schemas.js';
import { ref } from './schema-helpers.js';
import { SHIPMENT_SCHEMAS } from './shipment.schemas.js';
import { SHIPMENT_PATHS } from './paths.js';
import { tokenPaths } from './token.openapi.js';
import { TOKEN_SCHEMAS } from './token.schemas.js';

const DESCRIPTION = `Shipments of a store's orders, in the words of an API that shops on Magento have.

- The store is the workspace that the token's client is bound to.
- Every error is \`{"error": "…"}\`.
- \`/api2/shipment\` is the path for new clients; its aliases are there for older ones.
- A GET takes its parameters in the query or in a JSON body; where both have one, the query wins.`;

/** The operations of a path of shipments; `alias`: what makes the names of an older path's operations others. */
function shipmentPaths(path: string, alias: string, components: Components): Paths {
  const isAlias = alias !== '';
  const common = { tags: ['Shipments'], ...(isAlias ? { deprecated: true } : {}) };
  const post = (
    id: string,
    summary: string,
    body: string,
    status: 200 | 201,
    ...more: readonly ErrorStatus[]
  ): Operation => ({
    ...common,
    operationId: `${id}${alias}`,
    summary,
    parameters: [components.parameter(ASKED.idempotencyKey)],
    requestBody: { required: true, content: json(body) },
    responses: {
      [status]: {
        description: 'The shipment as it is now.',
        headers: headers(components, 'Idempotency-Replayed'),
        content: json('ShipmentAnswer'),
      },
      ...errors(components, 400, 401, 403, 404, 409, 413, 415, 422, ...more, 503),
    },
  });
  const either = { anyOf: [ref('ShipmentList'), ref('ShipmentAnswer')] };
  return {
    [path]: {
      get: {
        ...common,
        operationId: `getShipments${alias}`,
        summary: 'Lists shipments, or gets one',
        description: 'With `id`, or a single `increment_id`, the answer is one shipment.',
        parameters: LIST_PARAMETERS.map((each) => components.parameter(each)),
        requestBody: { required: false, content: json('ListRequest') },
        responses: {
          200: {
            description: 'The shipments.',
            headers: headers(components),
            content: { 'application/json': { schema: either } },
          },
          ...errors(components, 400, 401, 403, 404, 413, 415, 503),
        },
      },
      post: post('addTrackToShipment', 'Adds a track, as `/track` does', 'TrackOfShipment', 201),
    },
    [`${path}/create`]: {
      post: post('createShipment', 'Ships what is left of an order, or some of it', 'NewShipment', 201),
    },
    [`${path}/track`]: { post: post('addTrack', 'Adds a track to a shipment', 'TrackOfShipment', 201) },
    [`${path}/email`]: {
      post: post('resendEmail', "Sends the shipment's e-mail again", 'Resend', 200, 429),
    },
  };
}

/** `/api2/shippments` as `OfShippments`. */
const aliasOf = (path: string, at: number): string => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return at === 0 ? '' : `Of${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

/** The OpenAPI document of this surface. */
export function magentoDocument(publicUrl: string, version: string): OpenapiDocument {
  const components = new Components();
  const shipments = SHIPMENT_PATHS.map((path, at) => shipmentPaths(path, aliasOf(path, at), components));
  const paths = Object.assign({}, ...shipments, tokenPaths(components)) as Paths;
  const tokenUrl = `${publicUrl}/api2/oauth/token`;
  const scopes = { user: "What the client's user may see and do in the store." };
  return assembled({
    title: 'Waybill: api2',
    version,
    description: DESCRIPTION,
    publicUrl,
    security: [{ oauth2: ['user'] }, { bearer: [] }],
    securitySchemes: {
      oauth2: { type: 'oauth2', flows: { clientCredentials: { tokenUrl, refreshUrl: tokenUrl, scopes } } },
      bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
    tags: [
      { name: 'Shipments', description: 'What is sent of orders, with its tracks.' },
      { name: 'Tokens', description: 'How to get one.' },
    ],
    paths,
    components,
    schemas: { ...SHIPMENT_SCHEMAS, ...REQUEST_SCHEMAS, ...TOKEN_SCHEMAS },
  });
}
