import { parseOAuthScopes } from '../../../core/http/oauth-scopes.js';
import { Forbidden } from '../../../core/metadata/errors.js';
import type { BeforeWrite, Validator } from '../../../core/metadata/resource.js';
import type { OauthClient } from './oauth-client.entity.js';
import { newCredentials } from './oauth-clients.js';
import { hashOf } from './secrets.js';

/**
 * A new client belongs to who makes it, may do what the client may through which it is made unless it asks for less, and
 * gets what it signs in with; its secret is shown in this answer alone.
 */
export const clientHasCredentials: BeforeWrite<OauthClient> = ({ kind, after, sent, may, userPk, shown }) => {
  if (kind !== 'create') return;
  after.userPk ??= userPk;
  after.isMadeByUser = true;
  const rights = [...parseOAuthScopes(after.scopes)];
  after.scopes = (sent.has('scopes') ? rights : rights.filter((right) => may?.has(right) ?? true)).join(' ');
  const { clientId, clientSecret } = newCredentials();
  after.publicId = clientId;
  // a public client cannot know the secret, which nobody then does
  after.secretHash = hashOf(clientSecret);
  if (!after.isPublic) shown.set('secret', clientSecret);
};

/** Nobody makes a client for somebody else, or one that may do more. @throws Forbidden. */
export const clientMayDoNoMore: Validator<OauthClient> = ({ kind, after, may, userPk }) => {
  if (kind !== 'create' || !after) return [];
  const mayAll = [...parseOAuthScopes(after.scopes)].every((right) => may?.has(right) ?? true);
  if (after.userPk !== userPk || !mayAll) throw new Forbidden();
  return [];
};
