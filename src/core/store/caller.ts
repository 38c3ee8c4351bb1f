import { and, isIn, NEVER, or, type Condition } from '../metadata/condition.js';
import type { Resource } from '../metadata/resource.js';
import type { Origin } from '../database/database.js';
import type { Role } from './roles.js';

/** What a caller may see: its teams, and the workspaces of these teams. */
export interface Scope {
  /** The user itself. */
  readonly user?: number;
  readonly teams: ReadonlySet<number>;
  /** Keys of workspaces, each with the key of its team. */
  readonly workspaces: ReadonlyMap<number, number>;
  /** Keys of these workspaces by their ids. */
  readonly workspaceIds: ReadonlyMap<string, number>;
  /** Bound to one workspace, so that it makes no others. */
  readonly isBound?: boolean;
  /** A program of somebody else that the user has let in: it manages neither the user nor its clients. */
  readonly isGuest?: boolean;
  /** What the user is in its teams; an owner where nothing is said. */
  readonly roles?: ReadonlyMap<number, Role>;
  /** Of a request that writes, where the user may write in some of its teams only: all that it may read. */
  readonly readable?: Scope;
}

/** Who makes a request. */
export interface Caller extends Origin {
  readonly userPk: number;
  /** The OAuth client that the request came through; below zero, the grant that a user gave one. */
  readonly clientPk: number;
  readonly scope: Scope;
  /** The request writes: its scope is where the user may do so. */
  readonly writes?: boolean;
  /** What the client may do; what every tenant's may where nothing is said. */
  readonly may?: ReadonlySet<string>;
}

/** Whose turn a caller takes at the database: its team's; where it is in several, its user's. */
export function tenantOf({ user = 0, teams, workspaces }: Scope): string {
  const [team, ...others] = new Set([...teams, ...workspaces.values()]);
  return team === undefined || others.length > 0 ? `user ${user}` : `team ${team}`;
}

/** Those who look at what a workspace shows everybody: they do not wait for what its team does. */
export const visitorsOf = (workspacePk: number): string => `visitors of ${workspacePk}`;

/** The tenant scope as a condition over the table `t`; every query of the store has it. */
export function scopeCondition(resource: Resource, scope: Scope): Condition {
  const owned = ownedBy(resource, scope);
  return resource.visibleTo ? and([owned, resource.visibleTo(scope.user ?? 0)]) : owned;
}

function ownedBy({ owner }: Resource, scope: Scope): Condition {
  switch (owner) {
    case 'workspace':
      return isIn('t.workspacePk', [...scope.workspaces.keys()]);
    case 'is workspace':
      return isIn('t.pk', [...scope.workspaces.keys()]);
    case 'team':
      return isIn('t.teamPk', [...scope.teams]);
    case 'is team':
      return isIn('t.pk', [...scope.teams]);
    case 'user':
      return isIn('t.userPk', actsAsUser(scope) ? [scope.user ?? 0] : []);
    case 'is user':
      return or([isIn('t.pk', [scope.user ?? 0]), teammates(scope)]);
  }
}

/** Users who are in one of the caller's teams. */
function teammates({ teams }: Scope): Condition {
  const ofTeam = isIn('m.teamPk', [...teams]);
  return teams.size === 0
    ? NEVER
    : { sql: `t.pk IN (SELECT m.userPk FROM memberships m WHERE ${ofTeam.sql})`, params: ofTeam.params };
}

/**
 * Whether the caller acts as its user in everything: the person, or a client of the user's own. One that is bound to a
 * workspace does not, and neither does an app that the user has let in.
 */
export const actsAsUser = ({ isBound, isGuest }: Scope): boolean => !isBound && !isGuest;

/** The columns that tell which workspace and team a row belongs to. */
export function ownerColumns(resource: Resource): { workspacePk: string; teamPk: string } {
  switch (resource.owner) {
    case 'workspace':
      return { workspacePk: 't.workspacePk', teamPk: 'NULL' };
    case 'is workspace':
      return { workspacePk: 't.pk', teamPk: 't.teamPk' };
    case 'team':
      return { workspacePk: 'NULL', teamPk: 't.teamPk' };
    case 'is team':
      return { workspacePk: 'NULL', teamPk: 't.pk' };
    case 'user':
    case 'is user':
      return { workspacePk: 'NULL', teamPk: 'NULL' };
  }
}

/** The scope without everything outside one workspace, or one team. */
export function narrowed(scope: Scope, owner: { workspacePk: number | null; teamPk: number | null }): Scope {
  const { workspacePk, teamPk } = owner;
  if (workspacePk !== null) {
    const team = scope.workspaces.get(workspacePk);
    return {
      ...scope,
      workspaces: team === undefined ? new Map() : new Map([[workspacePk, team]]),
    };
  }
  if (teamPk === null) return scope;
  const workspaces = [...scope.workspaces].filter(([, team]) => team === teamPk);
  return {
    ...scope,
    teams: new Set(scope.teams.has(teamPk) ? [teamPk] : []),
    workspaces: new Map(workspaces),
  };
}
