import type { Components } from '../../../core/openapi/components.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors, refusal } from '../../../core/openapi/responses.js';
import type { Content, DocumentPart, ParameterObject, Schema } from '../../../core/openapi/types.js';
import { ROLES } from '../../../core/store/roles.js';

const TAG = 'Members';

const ROLE: Schema = {
  type: 'string',
  enum: ROLES,
  description:
    'An owner may do everything; an admin all but delete the team and make owners; a member all but change the team, its workspaces, its members and clients; `read-only` changes nothing.',
};
const EMAIL: Schema = { type: 'string', format: 'email', maxLength: 254, examples: ['ada@example.com'] };
const NAME: Schema = { type: ['string', 'null'], examples: ['Ada'] };

const MEMBER = {
  user: { type: 'string', format: 'iri-reference', pattern: '^/users/[0-9A-Fa-f-]{36}$' },
  email: EMAIL,
  firstName: NAME,
  lastName: NAME,
  role: ROLE,
  status: { type: 'string', enum: ['active', 'invited'] },
} satisfies Record<string, Schema>;

const idOf = (name: string, description: string): ParameterObject => ({
  name,
  in: 'path',
  description,
  required: true,
  schema: { type: 'string', format: 'uuid' },
});

/** The members of teams, in the OpenAPI document. */
export const memberPaths = (components: Components): DocumentPart => {
  const member = components.schema('Member', () => objectSchema(MEMBER));
  const content = (schema: Schema): Content => ({ 'application/json': { schema } });
  const sent = (schema: Schema) => ({
    required: true,
    content: { 'application/json': { schema }, 'application/ld+json': { schema } },
  });
  const answer = (description: string, schema: Schema) => ({
    description,
    headers: headers(components),
    content: content(schema),
  });
  const team = idOf('id', 'The id of the team.');
  return {
    tags: [{ name: TAG, description: 'Who is in a team, and as what.' }],
    paths: {
      '/teams/{id}/members': {
        parameters: [team],
        get: {
          operationId: 'getTeamMembers',
          tags: [TAG],
          summary: 'The members of a team, and those who were invited',
          responses: {
            200: answer('All of them.', { type: 'array', items: member }),
            ...errors(components, 401, 403, 404, 503),
          },
        },
        post: {
          operationId: 'postTeamMember',
          tags: [TAG],
          summary: 'Invites somebody by e-mail',
          requestBody: sent(objectSchema({ email: EMAIL, role: ROLE })),
          responses: {
            201: answer('The invitation is on its way.', member),
            ...refusal(components),
            ...errors(components, 401, 403, 404, 413, 415, 429, 503),
          },
        },
      },
      '/teams/{id}/members/{user}': {
        parameters: [team, idOf('user', 'The id of the user.')],
        put: {
          operationId: 'putTeamMember',
          tags: [TAG],
          summary: 'Gives a member another role',
          requestBody: sent(objectSchema({ role: ROLE })),
          responses: {
            200: answer('The member.', member),
            ...refusal(components),
            ...errors(components, 401, 403, 404, 413, 415, 503),
          },
        },
        delete: {
          operationId: 'deleteTeamMember',
          tags: [TAG],
          summary: 'Takes a member out of the team, or an invitation back',
          description: 'Everybody may leave; the last owner stays.',
          responses: {
            204: { description: 'The user is not in the team.', headers: headers(components) },
            ...refusal(components),
            ...errors(components, 401, 403, 404, 503),
          },
        },
      },
    },
  };
};
