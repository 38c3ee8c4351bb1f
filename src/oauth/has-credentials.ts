import { Forbidden } from '../resource/errors.js';
import type { Rule } from '../resource/resource.js';
import type { OauthClient } from './oauth-client.entity.js';
import { newCredentials } from './oauth-clients.js';
import { hashOf } from './secrets.js';

/** A new client belongs to who makes it, and gets what it signs in with; its secret is shown in this answer alone. */
export const hasCredentials: Rule<OauthClient> = ({ kind, after, userPk, shown }) => {
  if (kind !== 'create' || !after) return [];
  if ((after.userPk ?? userPk) !== userPk) throw new Forbidden();
  after.userPk = userPk;
  const { clientId, clientSecret } = newCredentials();
  after.publicId = clientId;
  // a public client cannot know the secret, which nobody then does
  after.secretHash = hashOf(clientSecret);
  if (!after.isPublic) shown.set('secret', clientSecret);
  return [];
};
