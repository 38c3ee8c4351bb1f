import type { Transaction } from '../../../core/metadata/transaction.js';
import { handOverClients } from '../oauth/oauth-clients.js';
import { Answered, EMAIL, TEXT_OR_NULL } from '../../../core/http/dto/answers.js';
import { Dto } from '../../../core/http/dto/dto.js';
import type { Schema } from '../../../core/openapi/types.js';
import { isAtLeast, ROLES, roleFrom, type Role } from '../../../core/store/roles.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Membership as MembershipEntity } from './membership.entity.js';
import { User } from '../users/user.entity.js';
import { EmailCode } from '../accounts/email-code.entity.js';
import { Team } from './team.entity.js';

const m = sqlNames(MembershipEntity, 'm');
const u = sqlNames(User, 'u');
const e = sqlNames(EmailCode, 'e');
const teams = sqlNames(Team);
const memberships = sqlNames(MembershipEntity);

const NAME: Schema = { ...TEXT_OR_NULL, examples: ['Ada'] };

/** What a role is, for the documents. */
export const ROLE = {
  description:
    'An owner may do everything; an admin all but delete the team and make owners; a member all but change the team, its workspaces, its members and clients; `read-only` changes nothing.',
};

/** Somebody who is in a team, or was invited to it. */
@Dto({ name: 'Member' })
export class Member {
  /** IRI of the user. */
  @Answered({ type: 'string', format: 'iri-reference', pattern: '^/users/[0-9A-Fa-f-]{36}$' })
  readonly user!: string;

  @Answered(EMAIL)
  readonly email!: string;

  @Answered(NAME)
  readonly firstName!: string | null;

  @Answered(NAME)
  readonly lastName!: string | null;

  @Answered({ type: 'string', enum: ROLES, ...ROLE })
  readonly role!: Role;

  @Answered({ type: 'string', enum: ['active', 'invited'] })
  readonly status!: 'active' | 'invited';
}

interface MemberRow {
  readonly id: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly role: string;
  readonly isActive: number;
}

const MEMBERS = `SELECT ${u.id} AS id, ${u.email} AS email, ${u.firstName} AS firstName, ${u.lastName} AS lastName, ${m.role} AS role, 1 AS isActive
    FROM ${m.table} JOIN ${u.table} ON ${u.pk} = ${m.userPk} WHERE ${m.teamPk} = ?`;
const INVITED = `SELECT COALESCE(${e.invitedId}, ${u.id}) AS id, COALESCE(${e.invitedEmail}, ${u.email}) AS email, NULL AS firstName, NULL AS lastName, ${e.role} AS role, 0 AS isActive
    FROM ${e.table} JOIN ${u.table} ON ${u.pk} = ${e.userPk}
    WHERE ${e.teamPk} = ? AND ${e.expiresAt} > ? AND NOT EXISTS
      (SELECT 1 FROM ${m.table} WHERE ${m.userPk} = ${e.userPk} AND ${m.teamPk} = ${e.teamPk})`;

/** Everybody in a team, then those who were invited; of those only what the inviter has written, whether they have an account or not. */
export async function membersOf(teamPk: number, transaction: Transaction): Promise<Member[]> {
  const members = await transaction.rows<MemberRow>(`${MEMBERS} ORDER BY ${m.pk}`, [teamPk]);
  const invited = await transaction.rows<MemberRow>(`${INVITED} ORDER BY ${e.pk}`, [
    teamPk,
    transaction.moment,
  ]);
  return [...members, ...invited].map(({ id, role, isActive, ...rest }) => ({
    user: `/users/${id}`,
    email: rest.email,
    firstName: rest.firstName,
    lastName: rest.lastName,
    role: roleFrom(role),
    status: isActive ? 'active' : 'invited',
  }));
}

/** A membership, held until the unit of work ends. */
export interface Membership {
  readonly userPk: number;
  readonly role: Role;
}

/**
 * All memberships of a team, held: whoever changes one sees what all others are, so that the last owner stays also when
 * two leave at once.
 */
export async function holdMemberships(
  teamPk: number,
  transaction: Transaction,
): Promise<ReadonlyMap<string, Membership>> {
  // locks first the team, so that two changes wait for each other instead of for each other's rows
  await transaction.read(
    `SELECT ${teams.pk} FROM ${teams.table}
    WHERE ${teams.pk} = ?${transaction.dialect.forUpdate}`,
    [teamPk],
  );
  const rows = await transaction.rows<{ id: string; userPk: number; role: string }>(
    `SELECT ${u.id} AS id, ${m.userPk} AS userPk, ${m.role} AS role
      FROM ${m.table} JOIN ${u.table} ON ${u.pk} = ${m.userPk}
      WHERE ${m.teamPk} = ? ORDER BY ${m.pk}${transaction.dialect.forUpdate}`,
    [teamPk],
  );
  return new Map(rows.map(({ id, userPk, role }) => [id, { userPk, role: roleFrom(role) }]));
}

/** Gives a member another role. Who may no longer have clients keeps those that there are, which follow the role. */
export async function setRole(
  { userPk, teamPk, role: before }: Membership & { readonly teamPk: number },
  role: Role,
  transaction: Transaction,
): Promise<void> {
  const mayHaveClients = isAtLeast(role, 'admin');
  const isDemoted = !mayHaveClients && isAtLeast(before, 'admin');
  await transaction.run(
    `UPDATE ${memberships.table}
    SET ${memberships.role} = ?
    WHERE ${memberships.userPk} = ? AND ${memberships.teamPk} = ?`,
    [role, userPk, teamPk],
  );
  if (mayHaveClients || isDemoted)
    await transaction.run(
      `UPDATE ${memberships.table}
      SET ${memberships.demotedAt} = ?
      WHERE ${memberships.userPk} = ? AND ${memberships.teamPk} = ?`,
      [isDemoted ? transaction.moment : null, userPk, teamPk],
    );
  if (isDemoted) await handOverClients(userPk, teamPk, transaction);
}

/** Takes a member out of a team; somebody else is there for the clients of its workspaces. */
export async function endMembership(userPk: number, teamPk: number, transaction: Transaction): Promise<void> {
  await transaction.run(
    `DELETE FROM ${memberships.table}
    WHERE ${memberships.userPk} = ? AND ${memberships.teamPk} = ?`,
    [userPk, teamPk],
  );
  await handOverClients(userPk, teamPk, transaction);
}
