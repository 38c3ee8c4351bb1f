import { assembled } from '../../core/openapi/assembled.js';
import { Components } from '../../core/openapi/components.js';
import type { OpenapiDocument, Paths } from '../../core/openapi/types.js';
import { bigcommerceOrderPaths } from './orders/orders.openapi.js';
import { bigcommerceStorePaths } from './store.openapi.js';
import { bigcommerceShipmentPaths } from './shipments/shipments.openapi.js';

const DESCRIPTION = `Orders and their shipments, in the words of BigCommerce's v2 API.

- A store is a workspace; its token goes into the header \`X-Auth-Token\`, and opens no other store.
- Every error is a list of one: \`[{"status": 404, "message": "The requested resource was not found."}]\`
- A list is never empty: where there is nothing the answer is a 204 without a body, also past the last page.`;

/** The OpenAPI document of the BigCommerce surface. */
export function bigcommerceDocument(publicUrl: string, version: string): OpenapiDocument {
  const components = new Components();
  const parts = [
    bigcommerceOrderPaths(components),
    bigcommerceShipmentPaths(components),
    bigcommerceStorePaths(components),
  ];
  return assembled({
    title: 'Waybill: BigCommerce',
    version,
    description: DESCRIPTION,
    publicUrl,
    security: [{ token: [] }],
    securitySchemes: {
      token: {
        type: 'apiKey',
        in: 'header',
        name: 'X-Auth-Token',
        description: 'A token of the store, which may read and write or read only.',
      },
    },
    tags: parts.flatMap(({ tags }) => tags),
    paths: Object.assign({}, ...parts.map(({ paths }) => paths)) as Paths,
    components,
  });
}
