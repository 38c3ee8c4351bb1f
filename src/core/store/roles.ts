import { Forbidden } from '../metadata/errors.js';
import type { Resource } from '../metadata/resource.js';
import { actsAsUser, type Caller, type Scope } from './caller.js';
import { belongingOf } from './references.js';
import type { Columns } from './rows.js';

/**
 * What a user is in a team, the strongest first. An owner may do everything; an admin everything but delete the team and
 * make owners; a member everything but change the team, its workspaces, its members and the clients; who is read-only
 * changes nothing.
 */
export const ROLES = ['owner', 'admin', 'member', 'read-only'] as const;
export type Role = (typeof ROLES)[number];

/** A role in the database; one that nobody knows may least. */
export const roleFrom = (text: string | null): Role => ROLES.find((role) => role === text) ?? 'read-only';

/** What the caller is in a team that it sees; outside of its teams nothing. */
export const roleIn = ({ teams, roles }: Scope, teamPk: number): Role | undefined =>
  teams.has(teamPk) ? (roles?.get(teamPk) ?? 'owner') : undefined;

export const isAtLeast = (role: Role | undefined, needed: Role): boolean =>
  role !== undefined && ROLES.indexOf(role) <= ROLES.indexOf(needed);

/** The scope of a request that writes: without the teams in which the user only reads. */
export function writableScope(scope: Scope): Scope {
  const isReadOnly = (teamPk: number): boolean => scope.roles?.get(teamPk) === 'read-only';
  if (![...(scope.roles?.keys() ?? [])].some(isReadOnly)) return scope;
  const workspaces = new Map([...scope.workspaces].filter(([, team]) => !isReadOnly(team)));
  return {
    ...scope,
    teams: new Set([...scope.teams].filter((team) => !isReadOnly(team))),
    workspaces,
    workspaceIds: new Map([...scope.workspaceIds].filter(([, pk]) => workspaces.has(pk))),
    readable: scope,
  };
}

/**
 * A client that is bound to a workspace makes no workspaces and teams. Clients are made by whoever is somebody in a team,
 * or in no team yet. @throws Forbidden.
 */
export function assertMayCreate({ owner }: Resource, scope: Scope): void {
  if ((owner === 'is team' || owner === 'is workspace') && scope.isBound) throw new Forbidden();
  if (owner === 'user') assertManagesClients(scope);
}

/**
 * Teams and workspaces are changed and deleted by owners and admins who act as themselves. Everybody may end clients of
 * their own. @throws Forbidden when the user's role in the row's team does not allow it.
 */
export function assertMayChange(
  resource: Resource,
  row: Columns,
  kind: 'update' | 'delete',
  { scope, userPk, clientPk }: Caller,
): void {
  const { owner } = resource;
  if (!['user', 'is user', 'is team', 'is workspace'].includes(owner)) return;
  if (!actsAsUser(scope)) throw new Forbidden();
  if (owner === 'is user' && row.pk !== userPk) throw new Forbidden();
  // a person goes by itself: below zero is what it was given when it signed in
  if (owner === 'is user' && kind === 'delete' && clientPk > 0) throw new Forbidden();
  if (owner !== 'is team' && owner !== 'is workspace') return;
  const role = roleIn(scope, belongingOf(resource, row).teamPk ?? 0);
  if (!isAtLeast(role, owner === 'is team' && kind === 'delete' ? 'owner' : 'admin')) throw new Forbidden();
}

function assertManagesClients(scope: Scope): void {
  const roles = [...(scope.readable ?? scope).teams].map((team) => roleIn(scope.readable ?? scope, team));
  const isSomebody = roles.length === 0 || roles.some((role) => isAtLeast(role, 'admin'));
  if (!actsAsUser(scope) || !isSomebody) throw new Forbidden();
}
