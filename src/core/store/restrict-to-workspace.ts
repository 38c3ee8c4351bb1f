import { Forbidden } from '../metadata/errors.js';
import { type Caller, narrowed, type Scope } from './caller.js';
import { itemNotFound } from './references.js';

/**
 * The caller, seeing only the workspace whose id a body names, and what its team has; as it is where none is named.
 * @throws BadInput when the workspace is not there for the caller, Forbidden when the caller may only read it.
 */
export function restrictToWorkspace<C extends Caller>(caller: C, id: string | undefined): C {
  if (id === undefined) return caller;
  const { scope } = caller;
  const workspacePk = scope.workspaceIds.get(id);
  const teamPk = workspacePk === undefined ? undefined : scope.workspaces.get(workspacePk);
  if (workspacePk === undefined || teamPk === undefined) {
    if (scope.readable?.workspaceIds.has(id)) throw new Forbidden();
    throw itemNotFound(`/workspaces/${id.slice(0, 200)}`);
  }
  return {
    ...caller,
    scope: {
      ...withoutReadable(narrowed(scope, { workspacePk, teamPk: null })),
      teams: new Set(scope.teams.has(teamPk) ? [teamPk] : []),
      workspaceIds: new Map([[id, workspacePk]]),
    },
  };
}

/** What the caller may read elsewhere is no part of the workspace. */
function withoutReadable(scope: Scope): Scope {
  const copy = { ...scope };
  delete copy.readable;
  return copy;
}
