import type { Components } from '../../../core/openapi/components.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors } from '../../../core/openapi/responses.js';
import type {
  DocumentPart,
  Operation,
  ParameterObject,
  ResponseObject,
  Schema,
} from '../../../core/openapi/types.js';

const TAG = 'OAuth';

const QUERY: Readonly<Record<string, readonly [schema: Schema, description: string, isRequired?: boolean]>> =
  {
    response_type: [{ type: 'string', const: 'code' }, 'What comes back.', true],
    client_id: [{ type: 'string', maxLength: 100 }, "The client's `publicId`.", true],
    redirect_uri: [
      { type: 'string', format: 'uri' },
      'One of the client’s `redirectUris`, exactly; may be left out where it has just one.',
    ],
    scope: [
      { type: 'string', examples: ['read write'] },
      'Some of what the client may; without it all of that.',
    ],
    state: [{ type: 'string' }, 'Comes back as it was.'],
    code_challenge: [
      { type: 'string', pattern: '^[\\w-]{43}$' },
      'PKCE: SHA-256 of the verifier, in base64url. A client without a secret needs it.',
    ],
    code_challenge_method: [{ type: 'string', const: 'S256' }, 'How the challenge was made.'],
  };

const parameters: readonly ParameterObject[] = Object.entries(QUERY).map(
  ([name, [schema, description, required = false]]) => ({ name, in: 'query', description, required, schema }),
);

const page = (description: string): ResponseObject => ({
  description,
  content: { 'text/html': { schema: { type: 'string' } } },
});

/** The consent page, in the OpenAPI document. */
export const authorizationPaths = (components: Components): DocumentPart => {
  const common = {
    tags: [TAG],
    description: 'For browsers: the authorization code flow of RFC 6749 with PKCE (RFC 7636).',
    security: [],
    parameters,
  } satisfies Partial<Operation>;
  const answers = {
    303: { description: 'Back to the client, with `code` or `error` and `iss`, or to the next page.' },
    400: page(
      'The request makes no sense: the client is not known, say, or wants something that there is not.',
    ),
  };
  return {
    tags: [],
    paths: {
      '/oauth/v2/auth': {
        get: {
          ...common,
          operationId: 'getAuthorizationPage',
          summary: 'Asks a user to let a client in',
          responses: {
            200: page('A form to sign in, or to say yes or no.'),
            ...answers,
            ...errors(components, 503),
          },
        },
        post: {
          ...common,
          operationId: 'postAuthorizationPage',
          summary: 'What the user said',
          requestBody: {
            required: true,
            content: {
              'application/x-www-form-urlencoded': {
                schema: objectSchema(
                  {
                    token: { type: 'string', description: "From the page's form." },
                    action: { type: 'string', enum: ['sign-in', 'sign-out', 'allow', 'deny'] },
                    email: { type: 'string', format: 'email' },
                    password: { type: 'string', format: 'password' },
                  },
                  ['token', 'action'],
                ),
              },
            },
          },
          responses: {
            ...answers,
            403: page('The address or the password is wrong, or the form is not ours.'),
            429: page('It was tried too often lately.'),
            ...errors(components, 413, 415, 503),
          },
        },
      },
    },
  };
};
