import type { Components } from '../../../core/openapi/components.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors } from '../../../core/openapi/responses.js';
import type { DocumentPart, Operation, ParameterObject, Schema } from '../../../core/openapi/types.js';

const TAG = 'OAuth';

const PARAMETERS: Readonly<Record<string, Schema>> = {
  grant_type: {
    type: 'string',
    enum: ['client_credentials', 'authorization_code', 'refresh_token'],
    description: 'What the token is asked for with.',
  },
  client_id: { type: 'string', maxLength: 255, description: "The client's id." },
  client_secret: {
    type: 'string',
    format: 'password',
    maxLength: 255,
    description: "The client's secret; public clients have none.",
  },
  code: { type: 'string', maxLength: 255, description: 'Of `authorization_code`: from `/oauth/v2/auth`.' },
  redirect_uri: { type: 'string', maxLength: 2048, description: 'As the authorization request had it.' },
  code_verifier: {
    type: 'string',
    minLength: 43,
    maxLength: 128,
    description: 'PKCE: what the challenge was made of.',
  },
  refresh_token: { type: 'string', maxLength: 255, description: 'Of `refresh_token`: good once.' },
};

const ANSWER: Readonly<Record<string, Schema>> = {
  access_token: { type: 'string', description: 'A JWT, to be sent as a bearer token.' },
  expires_in: { type: 'integer', minimum: 1, description: 'Seconds that it lives.', examples: [3600] },
  token_type: { const: 'bearer' },
  scope: { type: 'string', examples: ['user', 'read write'] },
  user_id: { type: 'string', format: 'uuid' },
  user_email: { type: 'string', format: 'email', examples: ['ada@example.com'] },
  refresh_token: {
    type: 'string',
    description: 'Of a user who has let the client in: gets the next tokens, once.',
  },
};

const REFUSAL: Readonly<Record<string, Schema>> = {
  error: {
    type: 'string',
    enum: ['invalid_request', 'unsupported_grant_type', 'invalid_client', 'invalid_grant'],
  },
  error_description: { type: 'string', examples: ['The client credentials are invalid'] },
};

/** Of every endpoint at which clients sign in. */
export const BASIC =
  "The client's id and secret may also come as `Authorization: Basic`, encoded as in a form or as they are.";

/** How OAuth's endpoints refuse. */
export function refusals(components: Components): Operation['responses'] {
  const refusal = {
    'application/json': { schema: components.schema('OauthError', () => objectSchema(REFUSAL)) },
  };
  return {
    400: {
      description: 'The request makes no sense, or there is no such client.',
      headers: headers(components, 'Cache-Control'),
      content: refusal,
    },
    401: {
      description: 'There is no such client, and it was told as `Authorization: Basic`.',
      headers: headers(components, 'Cache-Control', 'WWW-Authenticate'),
      content: refusal,
    },
    429: {
      description: 'Wrong credentials came too often lately.',
      headers: headers(components, 'Cache-Control'),
      content: {
        'application/json': {
          schema: objectSchema({
            error: { const: 'temporarily_unavailable' },
            error_description: { type: 'string' },
          }),
        },
      },
    },
  };
}

/** The token endpoint, in the OpenAPI document. */
export function tokenPaths(components: Components): DocumentPart {
  const operation = (operationId: string): Omit<Operation, 'parameters' | 'requestBody'> => ({
    operationId,
    tags: [TAG],
    summary: 'Answers an access token',
    description: BASIC,
    security: [],
    responses: {
      200: {
        description: 'The token.',
        headers: headers(components, 'Cache-Control'),
        content: {
          'application/json': {
            schema: components.schema('AccessToken', () =>
              objectSchema(
                ANSWER,
                Object.keys(ANSWER).filter((name) => name !== 'refresh_token'),
              ),
            ),
          },
        },
      },
      ...refusals(components),
      ...errors(components, 503),
    },
  });
  const post = operation('postAccessToken');
  const schema = objectSchema(PARAMETERS, ['grant_type']);
  return {
    tags: [{ name: TAG, description: 'Tokens for clients.' }],
    paths: {
      '/oauth/v2/token': {
        get: {
          ...operation('getAccessToken'),
          parameters: Object.entries(PARAMETERS).map(
            ([name, { description = '', ...rest }]): ParameterObject => {
              return { name, in: 'query', description, required: name === 'grant_type', schema: rest };
            },
          ),
        },
        post: {
          ...post,
          requestBody: {
            required: true,
            content: {
              'application/x-www-form-urlencoded': { schema },
              'application/json': { schema },
            },
          },
          responses: { ...post.responses, ...errors(components, 413, 415) },
        },
      },
    },
  };
}
