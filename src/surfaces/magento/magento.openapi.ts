import { errorResponses } from '../../core/openapi/error-responses.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { assembled } from '../../core/openapi/assembled.js';
import { Components } from '../../core/openapi/components.js';
import { type DocumentStyle, operationPaths } from '../../core/openapi/operation-paths.js';
import type { OpenapiDocument } from '../../core/openapi/types.js';
import { jsonContent } from '../shared/json-content.js';
import { MagentoHealthController } from './health.controller.js';
import { SHIPMENT_SCHEMAS } from './shipment.schemas.js';
import { MagentoShipmentsController } from './shipments.controller.js';
import { MagentoTokenController } from './token.controller.js';

const DESCRIPTION = `Shipments of a store's orders, in the words of an API that shops on Magento have.

- The store is the workspace that the token's client is bound to.
- Every error is \`{"error": "…"}\`.
- \`/api2/shipment\` is the path for new clients; its aliases are there for older ones.
- A GET takes its parameters in the query or in a JSON body; where both have one, the query wins.`;

const ERROR = objectSchema({
  error: { type: 'string', description: 'What is wrong.', examples: ['Invalid item'] },
});

const errors = errorResponses({
  descriptions: {
    400: 'The request makes no sense, or goes against what is there.',
    401: 'There is no token, or no good one.',
    403: 'The client may not do that.',
    404: 'The order or the shipment is not there.',
    408: 'The body did not arrive in time.',
    409: 'The tracking number is taken, or writes collided. Nothing was written.',
    413: 'The body is too large.',
    415: 'The body is of a type that is not read here.',
    422: 'The Idempotency-Key was used for another request lately.',
    429: 'It was tried too often lately.',
    503: 'The database does not answer.',
  },
  content: (components) => jsonContent(components.schema('Error', () => ERROR)),
});

/** What the answers of this surface have in common. */
const STYLE: DocumentStyle = {
  errors,
  headers: ['Link', 'X-Request-Id'],
  bodyTypes: ['application/json'],
};

const operations = operationPaths(
  [MagentoShipmentsController, MagentoTokenController, MagentoHealthController],
  STYLE,
);

/** The OpenAPI document of this surface. */
export function magentoDocument(publicUrl: string, version: string): OpenapiDocument {
  const components = new Components();
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
    ...operations(components),
    components,
    schemas: SHIPMENT_SCHEMAS,
  });
}
