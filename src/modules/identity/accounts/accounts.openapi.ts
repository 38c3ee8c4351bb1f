import type { Components } from '../../../core/openapi/components.js';
import { answeredSchema } from '../../../core/openapi/answered-schemas.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors, refusal } from '../../../core/openapi/responses.js';
import type {
  Content,
  DocumentPart,
  Operation,
  ParameterObject,
  Schema,
} from '../../../core/openapi/types.js';
import { userResource } from '../users/user.resource.js';

const TAG = 'Accounts';

const EMAIL: Schema = { type: 'string', format: 'email', maxLength: 254, examples: ['ada@example.com'] };
const TEXT: Schema = { type: ['string', 'null'], description: 'Ignored.' };
const NOTHING: Schema = { type: 'null' };

const TOKEN = objectSchema({
  access_token: { type: 'string', description: 'A JWT, to be sent as a bearer token.' },
  expires_in: { type: 'integer', minimum: 1, examples: [3600] },
  refresh_token: NOTHING,
  scope: { type: 'string', examples: ['user'] },
  token_type: { const: 'bearer' },
  user_email: EMAIL,
  user_id: { type: 'string', format: 'uuid' },
});

const inBoth = (schemaOf: (ld: boolean) => Schema): Content => ({
  'application/ld+json': { schema: schemaOf(true) },
  'application/json': { schema: schemaOf(false) },
});

interface JsonOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly body: Schema;
  readonly status: 200 | 201;
  readonly answer: (ld: boolean) => Schema;
  readonly needsMail: boolean;
}

const jsonOperation = (
  components: Components,
  { body, status, answer, needsMail, ...words }: JsonOperation,
): Operation => ({
  ...words,
  tags: [TAG],
  security: [],
  requestBody: { required: true, content: inBoth(() => body) },
  responses: {
    [status]: {
      description: 'It is done.',
      headers: headers(components, 'Cache-Control'),
      content: inBoth(answer),
    },
    ...refusal(components),
    ...errors(components, ...(needsMail ? [403 as const] : []), 406, 413, 415, 429, 503),
  },
});

const page = (description: string): { description: string; content: Content } => ({
  description,
  content: { 'text/html': { schema: { type: 'string' } } },
});

const CODE: ParameterObject = {
  name: 'code',
  in: 'path',
  description: 'From the e-mail.',
  required: true,
  schema: { type: 'string', maxLength: 200 },
};

const form = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[],
): Operation['requestBody'] => ({
  required: true,
  content: { 'application/x-www-form-urlencoded': { schema: objectSchema(properties, required) } },
});

const pageOperation = (
  components: Components,
  operation: Pick<Operation, 'operationId' | 'summary' | 'description' | 'requestBody' | 'parameters'>,
  statuses: Readonly<Record<string, string>>,
): Operation => ({
  ...operation,
  tags: [TAG],
  security: [],
  responses: {
    ...Object.fromEntries(Object.entries(statuses).map(([status, words]) => [status, page(words)])),
    ...errors(components, ...(operation.requestBody ? [413 as const, 415 as const] : []), 503),
  },
});

const TOO_OFTEN = { 429: 'It was tried too often lately.' };
const MAIL_IS_OFF = { 403: 'This server sends no e-mail.' };

const newPassword: Schema = { type: 'string', format: 'password', minLength: 8, maxLength: 200 };

/** Signing up, in the OpenAPI document. */
export const accountPaths = (components: Components): DocumentPart => {
  const user = (ld: boolean): Schema => answeredSchema(userResource, 'get', ld, components);
  return {
    tags: [{ name: TAG, description: 'Signing up, and proving an e-mail address.' }],
    paths: {
      '/security/signup': {
        post: jsonOperation(components, {
          operationId: 'postUserSignupRequestCollection',
          summary: 'Makes an account, and sends a link to the address',
          description:
            'The answer is the same when the address has an account already; its owner then gets a link to that.',
          body: objectSchema({ email: EMAIL, captcha: TEXT, refTrackingId: TEXT, invitationCode: TEXT }, [
            'email',
          ]),
          status: 200,
          answer: (ld) => objectSchema({ user: user(ld), token: NOTHING }),
          needsMail: true,
        }),
      },
      '/security/verify-email': {
        post: jsonOperation(components, {
          operationId: 'postUserVerifyEmailRequestCollection',
          summary: 'Takes the code from an e-mail, once, and answers a token',
          description:
            'The code is what comes after the last `/` of the link in the e-mail. That of an invitation joins the team and answers no token.',
          body: objectSchema({ code: { type: 'string', minLength: 1, maxLength: 200 } }),
          status: 200,
          answer: (ld) => objectSchema({ user: user(ld), token: { anyOf: [TOKEN, NOTHING] } }),
          needsMail: false,
        }),
      },
      '/security/resend-email': {
        post: jsonOperation(components, {
          operationId: 'postUserResendEmailRequestCollection',
          summary: 'Sends another link, if there is an account',
          body: objectSchema({ email: EMAIL, captcha: TEXT }, ['email']),
          status: 201,
          answer: () => objectSchema({ email: EMAIL }),
          needsMail: true,
        }),
      },
      '/security/verify-email/{code}': {
        parameters: [CODE],
        get: pageOperation(
          components,
          {
            operationId: 'getVerificationPage',
            summary: 'Where the link in an e-mail leads',
            description: 'Looking changes nothing.',
          },
          {
            200: 'A form for a password, or to join a team.',
            404: 'The code is not good any more.',
            ...TOO_OFTEN,
          },
        ),
        post: pageOperation(
          components,
          {
            operationId: 'postVerificationPage',
            summary: 'Takes the code, and sets a password',
            requestBody: form({ password: newPassword, email: EMAIL }, []),
          },
          {
            200: 'It is done.',
            400: 'The password is too short or too long.',
            404: 'The code is not good any more.',
            ...TOO_OFTEN,
          },
        ),
      },
      '/security/password': {
        get: pageOperation(
          components,
          { operationId: 'getPasswordPage', summary: 'Where a link to choose a password is asked for' },
          { 200: 'A form for the address.' },
        ),
        post: pageOperation(
          components,
          {
            operationId: 'postPasswordPage',
            summary: 'Sends a link to choose a password, if there is an account',
            requestBody: form({ email: EMAIL }, ['email']),
          },
          { 200: 'A link may be on its way.', 400: 'This is no address.', ...MAIL_IS_OFF, ...TOO_OFTEN },
        ),
      },
      '/public/user-confirmation-link/{email}': {
        parameters: [
          {
            name: 'email',
            in: 'path',
            description: 'The address of a user.',
            required: true,
            schema: { type: 'string', format: 'email' },
          },
        ],
        get: {
          operationId: 'getUserConfirmationLink',
          tags: [TAG],
          summary: 'The link that an e-mail would have',
          description: 'For tests: only where TEST_ENDPOINTS is 1.',
          security: [],
          responses: {
            200: {
              description: 'A new link.',
              headers: headers(components, 'Cache-Control'),
              content: {
                'application/json': { schema: objectSchema({ link: { type: 'string', format: 'uri' } }) },
              },
            },
            ...errors(components, 404, 503),
          },
        },
      },
    },
  };
};
