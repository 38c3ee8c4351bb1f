import { recordAuditEntry } from '../../audit-log/record-audit-entry.js';
import { recordErasure } from '../../erasure/record-erasure.js';
import type { BeforeDelete, Validator } from '../../../core/metadata/resource.js';
import { CODE } from '../../../core/metadata/violation.js';
import { endMembership, holdMemberships } from '../teams/members.js';
import type { User } from './user.entity.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Membership } from '../teams/membership.entity.js';
import { Team } from '../teams/team.entity.js';
import { IdempotencyKey } from '../../../core/idempotency/idempotency-key.entity.js';
import { OauthClient } from '../oauth/oauth-client.entity.js';
import { OauthGrant } from '../oauth/oauth-grant.entity.js';

const m = sqlNames(Membership, 'm');
const t = sqlNames(Team, 't');
const memberships = sqlNames(Membership);
const idempotencyKeys = sqlNames(IdempotencyKey);
const oauthClients = sqlNames(OauthClient);
const oauthGrants = sqlNames(OauthGrant);

/** Whoever is the last owner of a team decides first what becomes of it. */
export const userLeavesNoTeamBehind: Validator<User> = async ({ kind, before }, transaction) => {
  if (kind !== 'delete' || !before) return [];
  const owned = await transaction.rows<{ pk: number; name: string }>(
    `SELECT ${t.pk} AS pk, ${t.name} AS name
      FROM ${m.table} JOIN ${t.table} ON ${t.pk} = ${m.teamPk}
      WHERE ${m.userPk} = ? AND ${m.role} = 'owner'
      ORDER BY ${t.pk}`,
    [before.pk],
  );
  const violations = [];
  for (const { pk, name } of owned) {
    const members = [...(await holdMemberships(pk, transaction)).values()];
    if (members.some(({ role, userPk }) => role === 'owner' && userPk !== before.pk)) continue;
    const message = `You are the last owner of "${name}": make somebody else an owner of it, or delete it first.`;
    violations.push({ propertyPath: 'teams', message, code: CODE.choice });
  }
  return violations;
};

/**
 * With a user go the answers that were kept for its clients, and mail that waits for it; the database drops the rest. The
 * clients of its teams' workspaces stay: somebody else is there for them.
 */
export const userIsErased: BeforeDelete<User> = async ({ before, encrypt }, transaction) => {
  const { pk, id, email } = before;
  const teams = await transaction.rows<{ teamPk: number }>(
    `SELECT ${memberships.teamPk}
      FROM ${memberships.table}
      WHERE ${memberships.userPk} = ?
      ORDER BY ${memberships.teamPk}`,
    [pk],
  );
  for (const { teamPk } of teams) await endMembership(pk, teamPk, transaction);
  await recordAuditEntry(
    { teamPks: teams.map(({ teamPk }) => teamPk), entity: 'members', action: 'delete', itemId: id },
    { userPk: pk, clientPk: 0 },
    transaction,
  );
  await transaction.run(
    `DELETE FROM ${idempotencyKeys.table}
      WHERE ${idempotencyKeys.clientPk} IN (SELECT ${oauthClients.pk} FROM ${oauthClients.table} WHERE ${oauthClients.userPk} = ?)
      OR ${idempotencyKeys.clientPk} IN (SELECT -${oauthGrants.pk} FROM ${oauthGrants.table} WHERE ${oauthGrants.userPk} = ?)`,
    [pk, pk],
  );
  await recordErasure(
    { entity: 'users', pk, id, workspacePk: null, person: { email } },
    encrypt,
    transaction,
  );
};
