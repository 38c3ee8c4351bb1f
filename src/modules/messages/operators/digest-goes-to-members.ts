import { sqlNames } from '../../../core/database/sql-names.js';
import { isIn } from '../../../core/metadata/condition.js';
import { emailKey } from '../../../core/metadata/identity.js';
import type { Validator } from '../../../core/metadata/resource.js';
import { CODE } from '../../../core/metadata/violation.js';
import { Membership } from '../../identity/teams/membership.entity.js';
import { User } from '../../identity/users/user.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';
import type { MessageSettings } from '../settings/message-settings.entity.js';

const m = sqlNames(Membership, 'm');
const u = sqlNames(User, 'u');
const w = sqlNames(Workspace, 'w');

/** A digest tells of parcels, and the server writes to nobody on behalf of a tenant who has not asked for it. */
export const digestGoesToMembers: Validator<MessageSettings> = async ({ after, sent }, transaction) => {
  const list = sent.get('digestEmails') as readonly string[] | null | undefined;
  if (!after || !list || list.length === 0) return [];
  const keys = isIn(u.emailKey, list.map(emailKey));
  const rows = await transaction.rows<{ emailKey: string }>(
    `SELECT ${u.emailKey} AS emailKey FROM ${u.table} JOIN ${m.table} ON ${m.userPk} = ${u.pk}
      JOIN ${w.table} ON ${w.teamPk} = ${m.teamPk} WHERE ${w.pk} = ? AND ${keys.sql}`,
    [after.workspacePk, ...keys.params],
  );
  const members = new Set(rows.map((row) => row.emailKey));
  return list.flatMap((address, index) =>
    members.has(emailKey(address))
      ? []
      : [
          {
            propertyPath: `digestEmails[${index}]`,
            message: 'Nobody in the team has this address.',
            code: CODE.choice,
          },
        ],
  );
};
