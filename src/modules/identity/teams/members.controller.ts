import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type AuditEvent, recordAuditEntry } from '../../audit-log/record-audit-entry.js';
import { Accounts, withMinDuration } from '../accounts/accounts.js';
import { type LimitedAction, Attempts, LIMITS, networkKey } from '../accounts/attempts.js';
import { linkWith, makeCode, withdrawInvited } from '../accounts/email-codes.js';
import { invitationMail } from '../accounts/account-mails.js';
import { retryOnDuplicate, findOrCreateUser } from '../accounts/sign-up.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { Choice, EmailAddress } from '../../../core/http/dto/fields.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { Forbidden, NotFound, Violations } from '../../../core/metadata/errors.js';
import { emailKey } from '../../../core/metadata/identity.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { CODE } from '../../../core/metadata/violation.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { actsAsUser, type Caller } from '../../../core/store/caller.js';
import { isAtLeast, ROLES, type Role, roleIn } from '../../../core/store/roles.js';
import { endMembership, holdMemberships, Member, membersOf, ROLE, setRole } from './members.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Team } from './team.entity.js';

const teams = sqlNames(Team);

/** Every team has an owner. */
const lastOwnerStays = (): Violations =>
  new Violations([
    {
      propertyPath: 'role',
      message: 'A team needs an owner: make somebody else one first.',
      code: CODE.choice,
    },
  ]);

const isMemberAlready = (): Violations =>
  new Violations([
    { propertyPath: 'email', message: 'This user is in the team already.', code: CODE.notUnique },
  ]);

class MemberToInvite {
  @EmailAddress({ required: true })
  readonly email!: string;

  @Choice(ROLES, { required: true, ...ROLE })
  readonly role!: Role;
}

class MemberToChange {
  @Choice(ROLES, { required: true, ...ROLE })
  readonly role!: Role;
}

/** Who is in a team, and as what. Admins manage everybody but owners. */
@routeOptions({ limit: OPERATION_LIMIT })
@Operations({
  tag: { name: 'Members', description: 'Who is in a team, and as what.' },
  path: {
    id: { description: 'The id of the team.', format: 'uuid' },
    user: { description: 'The id of the user.', format: 'uuid' },
  },
})
@Controller('/teams/:id/members')
export class MembersController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    private readonly authenticator: Authenticator,
  ) {}

  @Get()
  @Operation({
    id: 'getTeamMembers',
    summary: 'The members of a team, and those who were invited',
    description: 'With their roles, and whether they have followed their invitation.',
    answer: { description: 'All of them.', body: [Member] },
    errors: [404],
  })
  list(@Param('id') id: string, @Req() { caller }: AuthenticatedRequest): Promise<readonly Member[]> {
    return this.database.transaction(async (transaction) => {
      const { pk } = await this.team(id, caller, transaction);
      return membersOf(pk, transaction);
    });
  }

  /**
   * Sends an invitation: nobody gets into a team without wanting it. The answer is the same whether the address has an
   * account or not, and in whatever spelling that has it.
   */
  @Post()
  @Operation({
    id: 'postTeamMember',
    summary: 'Invites somebody by e-mail',
    description:
      'Nobody is a member before following the link. The answer is the same whether the address has an account or not.',
    answer: { description: 'The invitation is on its way.', body: Member },
    errors: [404, 429],
  })
  async invite(
    @Param('id') id: string,
    @Body() { email, role }: MemberToInvite,
    @Req() { caller, ip }: AuthenticatedRequest,
  ): Promise<Member> {
    const { pk } = await this.database.transaction((transaction) =>
      this.managed(id, caller, [role], transaction),
    );
    const { mails, publicUrl } = this.accounts.outgoing;
    mails.assertIsOn();
    await this.attempts.count(...invitationLimits(emailKey(email), pk, caller.userPk, ip));
    const userId = this.accounts.newIdFor(email);
    const invite = async (transaction: Transaction): Promise<Member> => {
      const team = await this.managed(id, caller, [role], transaction);
      const user = await findOrCreateUser(email, userId, transaction);
      const members = await holdMemberships(team.pk, transaction);
      if ([...members.values()].some(({ userPk }) => userPk === user.pk)) throw isMemberAlready();
      const invited = { teamPk: team.pk, role, email, userId };
      const code = await makeCode(user.pk, transaction, invited);
      const letter = invitationMail(user.email, linkWith(code, publicUrl), { team: team.name, role });
      await mails.queue(transaction, letter);
      await audit(team.pk, 'invite', { itemId: userId, role }, caller, transaction);
      const unknown = { firstName: null, lastName: null };
      return { user: `/users/${userId}`, email, ...unknown, role, status: 'invited' };
    };
    return withMinDuration(retryOnDuplicate(() => this.database.transaction(invite)));
  }

  @Put(':user')
  @Operation({
    id: 'putTeamMember',
    summary: 'Gives a member another role',
    description: 'An owner makes and unmakes owners; the last owner stays one.',
    answer: { description: 'The member.', body: Member },
    errors: [404],
  })
  async change(
    @Param('id') id: string,
    @Param('user') userId: string,
    @Body() { role }: MemberToChange,
    @Req() { caller }: AuthenticatedRequest,
  ): Promise<Member> {
    const changed = await this.database.transaction(async (transaction) => {
      const team = await this.managed(id, caller, [role], transaction);
      const members = await holdMemberships(team.pk, transaction);
      const member = members.get(asId(userId));
      if (!member) throw new NotFound();
      if (member.role === 'owner') await this.managed(id, caller, ['owner'], transaction);
      if (role !== 'owner') assertNotLastOwner(member, members);
      await setRole({ ...member, teamPk: team.pk }, role, transaction);
      if (role !== member.role)
        await audit(team.pk, 'update', { itemId: asId(userId), role, fields: ['role'] }, caller, transaction);
      return (await membersOf(team.pk, transaction)).find(({ user }) => user === `/users/${asId(userId)}`);
    });
    this.authenticator.forget();
    return changed as Member;
  }

  /** Also of an invitation. Everybody may leave. */
  @Delete(':user')
  @HttpCode(204)
  @Operation({
    id: 'deleteTeamMember',
    summary: 'Takes a member out of the team, or an invitation back',
    description: 'Everybody may leave; the last owner stays.',
    answer: 'The user is not in the team.',
    hasViolations: true,
    errors: [404],
  })
  async remove(
    @Param('id') id: string,
    @Param('user') userId: string,
    @Req() { caller }: AuthenticatedRequest,
  ): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const team = await this.team(id, caller, transaction);
      const members = await holdMemberships(team.pk, transaction);
      const member = members.get(asId(userId));
      const isLeaving = member?.userPk === caller.userPk && actsAsUser(caller.scope);
      if (!isLeaving) await this.managed(id, caller, [member?.role ?? 'member'], transaction);
      if (member) {
        assertNotLastOwner(member, members);
        await endMembership(member.userPk, team.pk, transaction);
      } else if (!(await withdrawInvited(asId(userId), team.pk, transaction))) throw new NotFound();
      await audit(team.pk, 'delete', { itemId: asId(userId) }, caller, transaction);
    });
    this.authenticator.forget();
  }

  /** A team that the caller may read, in which its user is somebody. @throws NotFound. */
  private async team(
    id: string,
    { scope }: Caller,
    transaction: Transaction,
  ): Promise<{ readonly pk: number; readonly name: string; readonly role: Role }> {
    const [team] = await transaction.rows<{ pk: number; name: string }>(
      `SELECT ${teams.pk}, ${teams.name} FROM ${teams.table} WHERE ${teams.id} = ?`,
      [asId(id)],
    );
    const role = team && roleIn(scope.readable ?? scope, team.pk);
    if (!team || !role) throw new NotFound();
    return { ...team, role };
  }

  /** As `team`, where the user may give and take these roles. @throws NotFound, Forbidden. */
  private async managed(
    id: string,
    caller: Caller,
    roles: readonly Role[],
    transaction: Transaction,
  ): ReturnType<MembersController['team']> {
    const team = await this.team(id, caller, transaction);
    const needed = roles.includes('owner') ? 'owner' : 'admin';
    if (!actsAsUser(caller.scope) || !isAtLeast(team.role, needed)) throw new Forbidden();
    return team;
  }
}

/** Writes into the team's log what is done with one of its members. */
const audit = (
  teamPk: number,
  action: AuditEvent['action'],
  about: Pick<AuditEvent, 'itemId' | 'role' | 'fields'>,
  caller: Caller,
  transaction: Transaction,
): Promise<void> =>
  recordAuditEntry({ teamPks: [teamPk], entity: 'members', action, ...about }, caller, transaction);

/** How often a team, a user and a network invite, and how often one address is invited. */
const invitationLimits = (key: string, teamPk: number, userPk: number, ip: string): LimitedAction[] => [
  [LIMITS.invitationOfTeamToAddress, `${teamPk} ${key}`],
  [LIMITS.invitationsOfTeam, String(teamPk)],
  [LIMITS.invitationsOfUser, String(userPk)],
  [LIMITS.invitationsFromNetwork, networkKey(ip)],
  [LIMITS.invitationsToAddress, key],
];

function assertNotLastOwner(
  member: { readonly role: Role },
  members: ReadonlyMap<string, { readonly role: Role }>,
): void {
  const owners = [...members.values()].filter(({ role }) => role === 'owner');
  if (member.role === 'owner' && owners.length === 1) throw lastOwnerStays();
}

/** @throws NotFound when it can be none. */
function asId(id: string): string {
  if (!isUUID(id)) throw new NotFound();
  return id.toLowerCase();
}
