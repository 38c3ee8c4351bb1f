import { recordAuditEntry } from '../../audit-log/record-audit-entry.js';
import { insertInto } from '../../../core/database/insert.js';
import { hashOf, randomText } from '../oauth/secrets.js';
import { toMilliseconds, toStored } from '../../../core/metadata/datetime.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import type { Role } from '../../../core/store/roles.js';
import { roleFrom } from '../../../core/store/roles.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { EmailCode } from './email-code.entity.js';
import { User } from '../users/user.entity.js';
import { Team } from '../teams/team.entity.js';
import { Membership } from '../teams/membership.entity.js';

const e = sqlNames(EmailCode, 'e');
const u = sqlNames(User, 'u');
const emailCodes = sqlNames(EmailCode);
const x = sqlNames(Team, 'x');
const users = sqlNames(User);
const memberships = sqlNames(Membership);

const HOUR = 3_600_000;

/** How long a code is good for. */
export const CODE_HOURS = 24;
export const INVITATION_HOURS = 7 * 24;

/** Letters of a code: 40 carry 200 bits. */
const CODE_LENGTH = 40;
/** Codes of one user that are good at the same time: mails may arrive late and in any order. */
const MAX_CODES = 5;

export interface Invitation {
  readonly teamPk: number;
  readonly role: Role;
}

/** Whom somebody has invited, as far as the inviter knows. */
export interface Invited extends Invitation {
  /** As the inviter wrote it. */
  readonly email: string;
  /** The id that a user of this address gets, whether there is one already or not. */
  readonly userId: string;
}

/** The page that a code is for. What comes after the last `/` is the code: clients cut it there. */
export const linkWith = (code: string, publicUrl: string): string =>
  `${publicUrl}/security/verify-email/${code}`;

/** A code for a user's address; it is kept as its hash. */
export async function makeCode(
  userPk: number,
  transaction: Transaction,
  invitation?: Invited,
): Promise<string> {
  const { moment } = transaction;
  const code = randomText(CODE_LENGTH);
  const life = (invitation ? INVITATION_HOURS : CODE_HOURS) * HOUR;
  if (invitation) await withdraw(userPk, invitation.teamPk, transaction);
  else await forgetOld(userPk, transaction);
  await insertInto(transaction, EmailCode, {
    userPk,
    teamPk: invitation?.teamPk ?? null,
    role: invitation?.role ?? null,
    invitedEmail: invitation?.email ?? null,
    invitedId: invitation?.userId ?? null,
    codeHash: hashOf(code),
    expiresAt: toStored(toMilliseconds(moment) + life),
    createdAt: moment,
  });
  return code;
}

/** Takes an invitation back, by the id that the inviter knows. @returns whether there was one. */
export async function withdrawInvited(
  userId: string,
  teamPk: number,
  transaction: Transaction,
): Promise<boolean> {
  const [found] = await transaction.rows<{ userPk: number }>(
    `SELECT ${e.userPk} AS userPk FROM ${e.table} JOIN ${u.table} ON ${u.pk} = ${e.userPk}
      WHERE ${e.teamPk} = ? AND COALESCE(${e.invitedId}, ${u.id}) = ?`,
    [teamPk, userId],
  );
  return found !== undefined && (await withdraw(found.userPk, teamPk, transaction)) > 0;
}

/** Takes invitations of a user to a team back. @returns how many there were. */
export async function withdraw(userPk: number, teamPk: number, transaction: Transaction): Promise<number> {
  const sql = `DELETE FROM ${emailCodes.table} WHERE ${emailCodes.userPk} = ? AND ${emailCodes.teamPk} = ?`;
  return (await transaction.run(sql, [userPk, teamPk])).affected;
}

async function forgetOld(userPk: number, transaction: Transaction): Promise<void> {
  const kept = await transaction.rows<{ pk: number; expiresAt: string }>(
    `SELECT ${emailCodes.pk}, ${emailCodes.expiresAt}
      FROM ${emailCodes.table}
      WHERE ${emailCodes.userPk} = ? AND ${emailCodes.teamPk} IS NULL
      ORDER BY ${emailCodes.pk} DESC`,
    [userPk],
  );
  const old = kept.filter(
    ({ expiresAt }, index) => index >= MAX_CODES - 1 || expiresAt <= transaction.moment,
  );
  for (const { pk } of old)
    await transaction.run(`DELETE FROM ${emailCodes.table} WHERE ${emailCodes.pk} = ?`, [pk]);
}

/** What a code opens. */
export interface VerifiedCode {
  readonly codePk: number;
  readonly user: {
    readonly pk: number;
    readonly id: string;
    readonly email: string;
    readonly passwordHash: string | null;
    readonly emailVerified: number;
  };
  readonly invitation: (Invitation & { readonly team: string; readonly teamId: string }) | undefined;
}

/** What a code is good for; it stays good. @returns undefined when it is none, is too old, or was used. */
export async function findCode(code: string, transaction: Transaction): Promise<VerifiedCode | undefined> {
  if (code.length > 200) return undefined;
  const [row] = await transaction.rows<{
    pk: number;
    userPk: number;
    id: string;
    email: string;
    passwordHash: string | null;
    emailVerified: number;
    teamPk: number | null;
    role: string | null;
    team: string | null;
    teamId: string | null;
  }>(
    `SELECT ${e.pk} AS pk, ${u.pk} AS userPk, ${u.id} AS id, ${u.email} AS email, ${u.passwordHash} AS passwordHash,
        ${u.emailVerified} AS emailVerified,        ${e.teamPk} AS teamPk, ${e.role} AS role, ${x.name} AS team, ${x.id} AS teamId
      FROM ${e.table} JOIN ${u.table} ON ${u.pk} = ${e.userPk} LEFT JOIN ${x.table} ON ${x.pk} = ${e.teamPk}
      WHERE ${e.codeHash} = ? AND ${e.expiresAt} > ?${transaction.dialect.forUpdate}`,
    [hashOf(code), transaction.moment],
  );
  if (!row) return undefined;
  const { pk, userPk, id, email, passwordHash, emailVerified, teamPk, role, team, teamId } = row;
  return {
    codePk: pk,
    user: { pk: userPk, id, email, passwordHash, emailVerified },
    invitation:
      teamPk === null ? undefined : { teamPk, role: roleFrom(role), team: team ?? '', teamId: teamId ?? '' },
  };
}

/**
 * Uses a code up: its user has the address. One that is an invitation lets its user into the team and does nothing else;
 * another one ends the others of its user. @returns as `lookAtCode`.
 */
export async function useCode(code: string, transaction: Transaction): Promise<VerifiedCode | undefined> {
  const opened = await findCode(code, transaction);
  if (!opened) return undefined;
  const { codePk, user, invitation } = opened;
  const { moment } = transaction;
  await transaction.run(
    `DELETE FROM ${emailCodes.table}
    WHERE ${emailCodes.pk} = ? OR (${emailCodes.userPk} = ? AND ${emailCodes.teamPk} IS NULL)`,
    [codePk, invitation ? 0 : user.pk],
  );
  await transaction.run(
    `UPDATE ${users.table}
      SET ${users.emailVerified} = 1, ${users.updatedAt} = ?
      WHERE ${users.pk} = ? AND ${users.emailVerified} = 0`,
    [moment, user.pk],
  );
  if (invitation) {
    const { teamPk, role } = invitation;
    await transaction.run(
      `${transaction.dialect.insertOrIgnore} INTO ${memberships.table} (${memberships.userPk}, ${memberships.teamPk}, ${memberships.role}, ${memberships.createdAt})
        VALUES (?, ?, ?, ?)`,
      [user.pk, teamPk, role, moment],
    );
    await recordAuditEntry(
      { teamPks: [teamPk], entity: 'members', action: 'join', itemId: user.id, role },
      { userPk: user.pk, clientPk: 0 },
      transaction,
    );
  }
  return opened;
}

/** Deletes codes that nobody used, so many at a time. */
export async function forgetCodes(transaction: Transaction, limit: number): Promise<void> {
  const old = `SELECT ${emailCodes.pk}
    FROM ${emailCodes.table}
    WHERE ${emailCodes.expiresAt} <= ?
    ORDER BY ${emailCodes.expiresAt} LIMIT ${limit}`;
  await transaction.run(
    `DELETE FROM ${emailCodes.table}
    WHERE ${emailCodes.pk} IN (SELECT ${emailCodes.pk} FROM (${old}) AS old)`,
    [transaction.moment],
  );
}
