import type { Components } from '../../core/openapi/components.js';
import { headers } from '../../core/openapi/headers.js';
import type { Paths } from '../../core/openapi/types.js';
import { errors, json } from './answers.openapi.js';
import { ref } from './schema-helpers.js';

/** How clients get tokens, in the OpenAPI document. */
export function tokenPaths(components: Components): Paths {
  const common = { tags: ['Tokens'], security: [] };
  return {
    '/api2/oauth/token': {
      post: {
        ...common,
        operationId: 'getToken',
        summary: 'Answers an access token',
        description: "The client's id and secret may also come as `Authorization: Basic`.",
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': { schema: ref('TokenRequest') },
            ...json('TokenRequest'),
          },
        },
        responses: {
          200: {
            description: 'The token.',
            headers: headers(components, 'Cache-Control'),
            content: json('Token'),
          },
          ...errors(components, 400, 401, 413, 415, 429, 503),
        },
      },
    },
    '/api2/oauth/health': {
      get: {
        ...common,
        operationId: 'getTokenHealth',
        summary: 'Says that tokens can be got',
        responses: {
          200: { description: 'They can.', headers: headers(components), content: json('Health') },
          ...errors(components, 503),
        },
      },
    },
  };
}
