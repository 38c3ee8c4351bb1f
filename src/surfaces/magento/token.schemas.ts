import { objectSchema } from '../../core/openapi/object-schema.js';
import type { Schema } from '../../core/openapi/types.js';

/** What tokens are asked for with and answered in, by name. */
export const TOKEN_SCHEMAS: Readonly<Record<string, Schema>> = {
  Error: objectSchema({
    error: { type: 'string', description: 'What is wrong.', examples: ['Invalid item'] },
  }),
  Health: objectSchema({ status: { const: 'ok' }, message: { type: 'string' } }),
  Token: objectSchema({
    access_token: { type: 'string', description: 'To be sent as a bearer token.' },
    token_type: { const: 'Bearer' },
    expires_in: { type: 'integer', minimum: 1, description: 'Seconds that it lives.', examples: [3600] },
    refresh_token: { type: 'string', description: 'Gets the next tokens, once.' },
    scope: { type: 'string', examples: ['user', 'read'] },
  }),
  TokenRequest: objectSchema(
    {
      grant_type: { type: 'string', enum: ['client_credentials', 'refresh_token'] },
      client_id: { type: 'string', maxLength: 255 },
      client_secret: { type: 'string', format: 'password', maxLength: 255 },
      refresh_token: { type: 'string', maxLength: 255, description: 'Of `refresh_token`: good once.' },
    },
    ['grant_type'],
  ),
};
