import type { Components } from '../openapi/components.js';
import { headers } from '../openapi/headers.js';
import { errors } from '../openapi/responses.js';
import type { DocumentPart } from '../openapi/types.js';

const TAG = 'Metrics';

/** What Prometheus reads, in the OpenAPI document. */
export const metricsPaths = (components: Components): DocumentPart => ({
  tags: [{ name: TAG, description: 'For whoever watches over the process.' }],
  paths: {
    '/metrics': {
      get: {
        operationId: 'getMetrics',
        tags: [TAG],
        summary: 'Tells how long requests and queries take, for Prometheus',
        description:
          'With METRICS_TOKEN for whoever sends it as a bearer token; without it for the machine itself alone. Everybody else gets a 404.',
        security: [],
        responses: {
          200: {
            description:
              'Histograms of requests, queries and waits for the pool, and figures of the process.',
            headers: headers(components),
            content: { 'text/plain': { schema: { type: 'string' } } },
          },
          ...errors(components, 404),
        },
      },
    },
  },
});
