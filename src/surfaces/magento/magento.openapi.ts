import { assembled } from '../../core/openapi/assembled.js';
import { Components } from '../../core/openapi/components.js';
import { type DocumentStyle, operationPaths } from '../../core/openapi/operation-paths.js';
import type { OpenapiDocument } from '../../core/openapi/types.js';
import { errors } from './answers.openapi.js';
import { SHIPMENT_SCHEMAS } from './shipment.schemas.js';
import { MagentoShipmentsController } from './shipments.controller.js';
import { tokenPaths } from './token.openapi.js';
import { TOKEN_SCHEMAS } from './token.schemas.js';

const DESCRIPTION = `Shipments of a store's orders, in the words of an API that shops on Magento have.

- The store is the workspace that the token's client is bound to.
- Every error is \`{"error": "…"}\`.
- \`/api2/shipment\` is the path for new clients; its aliases are there for older ones.
- A GET takes its parameters in the query or in a JSON body; where both have one, the query wins.`;

/** What the answers of this surface have in common. */
const STYLE: DocumentStyle = {
  errors,
  headers: ['Link', 'X-Request-Id'],
  bodyTypes: ['application/json'],
};

const shipmentPaths = operationPaths([MagentoShipmentsController], STYLE);

/** The OpenAPI document of this surface. */
export function magentoDocument(publicUrl: string, version: string): OpenapiDocument {
  const components = new Components();
  const { tags, paths } = shipmentPaths(components);
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
    tags: [...tags, { name: 'Tokens', description: 'How to get one.' }],
    paths: { ...paths, ...tokenPaths(components) },
    components,
    schemas: { ...SHIPMENT_SCHEMAS, ...TOKEN_SCHEMAS },
  });
}
