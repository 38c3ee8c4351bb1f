import { isIn, type Condition } from '../resource/condition.js';
import type { Resource } from '../resource/resource.js';

/** What a caller may see: its teams, and the workspaces of these teams. */
export interface Scope {
  readonly teams: ReadonlySet<number>;
  /** Keys of workspaces, each with the key of its team. */
  readonly workspaces: ReadonlyMap<number, number>;
  /** Bound to one workspace, so that it makes no others. */
  readonly isBound?: boolean;
}

/** Who makes a request. */
export interface Caller {
  readonly userPk: number;
  /** The OAuth client that the request came through. */
  readonly clientPk: number;
  readonly scope: Scope;
}

/** The tenant scope as a condition over the table `t`; every query of the store has it. */
export function scopeCondition(resource: Resource, scope: Scope): Condition {
  switch (resource.owner) {
    case 'workspace':
      return isIn('t.workspacePk', [...scope.workspaces.keys()]);
    case 'is workspace':
      return isIn('t.pk', [...scope.workspaces.keys()]);
    case 'team':
      return isIn('t.teamPk', [...scope.teams]);
    case 'is team':
      return isIn('t.pk', [...scope.teams]);
  }
}

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
