import { type OAuthScope, parseOAuthScopes, DEFAULT_OAUTH_SCOPES } from '../../../core/http/oauth-scopes.js';
import { type FieldDeclaration, ONCE } from '../../../core/metadata/field.js';
import { listFrom } from '../../../core/metadata/fields/simple.js';
import { parseText } from '../../../core/metadata/fields/text.js';
import { isNoChoice } from '../../../core/metadata/violation.js';

/** What a client may do, in a column with blanks between the words; bodies may give what tenants have. */
export const rights = (): FieldDeclaration => (name) => ({
  name,
  groups: new Set(ONCE),
  required: false,
  description: 'What the client may do; an empty list is nothing. Operators have one more, `tracking:write`.',
  schema: {
    type: 'array',
    items: { type: 'string', enum: DEFAULT_OAUTH_SCOPES },
    default: DEFAULT_OAUTH_SCOPES,
  },
  reads: [name],
  toJson: (row, at) => [...parseOAuthScopes(row[at] as string | null)],
  write: {
    parse: (value, path) => {
      if (value === null) return DEFAULT_OAUTH_SCOPES;
      return listFrom(value, path).map((each, index) => parseText(each, `${path}[${index}]`, false));
    },
    check: (value, path) =>
      (value as string[]).flatMap((each, index) =>
        DEFAULT_OAUTH_SCOPES.includes(each as OAuthScope) ? [] : [isNoChoice(`${path}[${index}]`)],
      ),
    columns: (value) => ({ [name]: [...new Set(value as string[])].join(' ') }),
    default: DEFAULT_OAUTH_SCOPES,
  },
});
