import { partial } from '../../../core/query/filters/index.js';
import { ONCE, READ } from '../../../core/metadata/field.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { boolean, derived, textList, uuid } from '../../../core/metadata/fields/simple.js';
import { text } from '../../../core/metadata/fields/text.js';
import { withinQuota } from '../../../core/metadata/quota.js';
import { defineResource, type Resource } from '../../../core/metadata/resource.js';
import { userResource } from '../users/user.resource.js';
import { clientHasCredentials, clientMayDoNoMore } from './has-credentials.js';
import { OauthClient } from './oauth-client.entity.js';
import { redirectUrisAreSafe } from './redirect-uris.js';
import { rights } from './rights.field.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { User } from '../users/user.entity.js';

const oauthClients = sqlNames(OauthClient);

export const oauthClientResource: Resource<OauthClient> = defineResource(OauthClient, {
  name: 'OauthClient',
  path: 'oauth_clients',
  description: 'A program that acts for a user, in all of the user’s teams or in one workspace.',
  nameField: 'name',
  owner: 'user',
  operations: ['list', 'item', 'post', 'delete'],
  fields: {
    name: text({ groups: ONCE, required: true, example: 'Stock keeper' }),
    user: toOne(() => userResource, { groups: ONCE, description: 'Whoever makes it.' }),
    secret: derived({
      groups: READ,
      description: 'In the answer to POST alone; it is kept as a hash. A public client has none.',
      schema: { type: 'string', nullable: true },
      reads: [],
      toJson: () => null,
    }),
    redirectUris: textList({
      groups: ONCE,
      description: 'Where it may send users back to: https, the own machine, or a scheme of its own.',
    }),
    publicId: derived({
      groups: READ,
      description: 'What it signs in with beside the secret: its `client_id`.',
      schema: { type: 'string' },
      reads: ['publicId'],
      toJson: (row, at) => row[at],
    }),
    scopes: rights(),
    isPublic: boolean({
      groups: ONCE,
      default: false,
      description: 'It runs where everybody can look into it, so it has no secret and needs PKCE.',
    }),
    id: uuid({ groups: READ }),
  },
  filters: [partial('name')],
  beforeWrite: [clientHasCredentials],
  validate: [
    redirectUrisAreSafe,
    clientMayDoNoMore,
    withinQuota('clients', (_, userPk) => ({
      owner: User,
      ownerPk: userPk,
      from: `${oauthClients.table} WHERE ${oauthClients.userPk} = ? AND ${oauthClients.revokedAt} IS NULL`,
      params: [userPk],
    })),
  ],
});
