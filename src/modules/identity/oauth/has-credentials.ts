import { rightsIn } from '../../../core/http/rights.js';
import { Forbidden } from '../../../core/metadata/errors.js';
import type { Rule } from '../../../core/metadata/resource.js';
import type { OauthClient } from './oauth-client.entity.js';
import { newCredentials } from './oauth-clients.js';
import { hashOf } from './secrets.js';

/**
 * A new client belongs to who makes it, may do no more than the client through which it is made, and gets what it signs in
 * with; its secret is shown in this answer alone.
 */
export const hasCredentials: Rule<OauthClient> = ({ kind, after, sent, may, userPk, shown }) => {
  if (kind !== 'create' || !after) return [];
  if ((after.userPk ?? userPk) !== userPk) throw new Forbidden();
  after.userPk = userPk;
  after.isMadeByUser = true;
  const asked = [...rightsIn(after.scopes)];
  const given = asked.filter((right) => may?.has(right) ?? true);
  if (sent.has('scopes') && given.length < asked.length) throw new Forbidden();
  after.scopes = given.join(' ');
  const { clientId, clientSecret } = newCredentials();
  after.publicId = clientId;
  // a public client cannot know the secret, which nobody then does
  after.secretHash = hashOf(clientSecret);
  if (!after.isPublic) shown.set('secret', clientSecret);
  return [];
};
