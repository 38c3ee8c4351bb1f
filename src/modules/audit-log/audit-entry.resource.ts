import { sqlNames } from '../../core/database/sql-names.js';
import { condition } from '../../core/metadata/condition.js';
import { READ } from '../../core/metadata/field.js';
import { toOne } from '../../core/metadata/fields/relation.js';
import { datetime, textList, uuid } from '../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText } from '../../core/metadata/fields/text.js';
import { defineResource, READ_ONLY, type Resource } from '../../core/metadata/resource.js';
import { date, exact, order } from '../../core/query/filters/index.js';
import { ROLES } from '../../core/store/roles.js';
import { Membership } from '../identity/teams/membership.entity.js';
import { teamResource } from '../identity/teams/team.resource.js';
import { userResource } from '../identity/users/user.resource.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AUDIT_ACTIONS, AUDITED_ENTITIES } from './record-audit-entry.js';

const m = sqlNames(Membership, 'm');

export const auditEntryResource: Resource<AuditEntry> = defineResource(AuditEntry, {
  name: 'AuditEntry',
  path: 'audit_entries',
  description:
    'Who has changed what of a team: members, clients, tokens, webhooks, settings, and who has exported or imported. Owners and admins of the team see it.',
  owner: 'team',
  visibleTo: (userPk) =>
    condition(
      `EXISTS (SELECT 1 FROM ${m.table} WHERE ${m.userPk} = ? AND ${m.teamPk} = t.teamPk AND ${m.role} IN ('owner', 'admin'))`,
      userPk,
    ),
  operations: READ_ONLY,
  fields: {
    team: toOne(() => teamResource, { groups: READ }),
    workspace: toOne(() => workspaceResource, { groups: READ }),
    user: toOne(() => userResource, {
      groups: READ,
      description: 'Who did it. Nobody: the operator of the server, or a user who is no more.',
    }),
    client: unsearchableText({
      groups: READ,
      description: 'The name of the client by which it was done, as it was then.',
      example: 'Stock keeper',
    }),
    action: lowerCode({ groups: READ, choices: AUDIT_ACTIONS, nullable: false }),
    entity: lowerCode({
      groups: READ,
      choices: AUDITED_ENTITIES,
      nullable: false,
      description: 'What kind of thing: the last part of the path at which its list is.',
    }),
    itemId: unsearchableText({ groups: READ, description: 'The id of the thing, or of the member.' }),
    title: unsearchableText({
      groups: READ,
      description: 'What the thing was called then; of an export or import, what it was of.',
    }),
    fields: textList({
      groups: READ,
      description: 'The fields that were changed. Their values are not kept.',
    }),
    role: lowerCode({ groups: READ, choices: ROLES, description: 'Of a member: the role since then.' }),
    id: uuid({ groups: READ }),
    createdAt: datetime({ groups: READ, nullable: false }),
  },
  filters: [exact('user', 'workspace', 'action', 'entity'), date('createdAt'), order('createdAt')],
});
