import type { Components } from '../../../core/openapi/components.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors } from '../../../core/openapi/responses.js';
import type { DocumentPart, Schema } from '../../../core/openapi/types.js';
import { BASIC, refusals } from './token.openapi.js';

const TAG = 'OAuth';

const SENT: Readonly<Record<string, Schema>> = {
  token: {
    type: 'string',
    maxLength: 4096,
    description: 'An access token, or a refresh token, with which all of its grant ends.',
  },
  token_type_hint: { type: 'string', description: 'Not needed.' },
  client_id: { type: 'string', maxLength: 255, description: "The client's id." },
  client_secret: {
    type: 'string',
    format: 'password',
    maxLength: 255,
    description: "The client's secret; public clients have none.",
  },
};

const URL: Schema = { type: 'string', format: 'uri' };
const WORDS: Schema = { type: 'array', items: { type: 'string' } };

const METADATA: Readonly<Record<string, Schema>> = {
  issuer: URL,
  authorization_endpoint: URL,
  token_endpoint: URL,
  revocation_endpoint: URL,
  service_documentation: URL,
  scopes_supported: WORDS,
  response_types_supported: WORDS,
  response_modes_supported: WORDS,
  grant_types_supported: WORDS,
  code_challenge_methods_supported: WORDS,
  token_endpoint_auth_methods_supported: WORDS,
  revocation_endpoint_auth_methods_supported: WORDS,
  authorization_response_iss_parameter_supported: { type: 'boolean' },
};

/** How tokens end, and what clients can find out, in the OpenAPI document. */
export function revocationPaths(components: Components): DocumentPart {
  const schema = objectSchema(SENT, ['token']);
  return {
    tags: [],
    paths: {
      '/oauth/v2/revoke': {
        post: {
          operationId: 'postRevocation',
          tags: [TAG],
          summary: 'Ends a token',
          description: `As RFC 7009 has it. ${BASIC}`,
          security: [],
          requestBody: {
            required: true,
            content: {
              'application/x-www-form-urlencoded': { schema },
              'application/json': { schema },
            },
          },
          responses: {
            200: {
              description: 'It is no token, or no longer.',
              headers: headers(components, 'Cache-Control'),
              content: { 'application/json': { schema: { type: 'object' } } },
            },
            ...refusals(components),
            ...errors(components, 413, 415, 503),
          },
        },
      },
      '/.well-known/oauth-authorization-server': {
        get: {
          operationId: 'getAuthorizationServer',
          tags: [TAG],
          summary: 'Where OAuth’s endpoints are, and what they know',
          description: 'As RFC 8414 has it.',
          security: [],
          responses: {
            200: {
              description: 'The metadata.',
              headers: headers(components),
              content: { 'application/json': { schema: objectSchema(METADATA) } },
            },
          },
        },
      },
    },
  };
}
