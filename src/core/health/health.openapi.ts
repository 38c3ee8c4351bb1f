import type { Components } from '../openapi/components.js';
import { headers } from '../openapi/headers.js';
import { objectSchema } from '../openapi/object-schema.js';
import { errors } from '../openapi/responses.js';
import type { DocumentPart, Operation } from '../openapi/types.js';

const TAG = 'Health';

const OK = objectSchema({ status: { const: 'ok' } });

/** The health checks, in the OpenAPI document. */
export function healthPaths(components: Components): DocumentPart {
  const check = (operationId: string, summary: string, ...statuses: 503[]): Operation => ({
    operationId,
    tags: [TAG],
    summary,
    security: [],
    responses: {
      200: {
        description: 'It does.',
        headers: headers(components),
        content: { 'application/json': { schema: components.schema('Health', () => OK) } },
      },
      ...errors(components, ...statuses),
    },
  });
  return {
    tags: [{ name: TAG, description: 'For whoever watches over the process.' }],
    paths: {
      '/health': { get: check('getHealth', 'Says that the process lives') },
      '/health/ready': {
        get: check('getReadiness', 'Says that the database is reached, has its tables and takes writes', 503),
      },
    },
  };
}
