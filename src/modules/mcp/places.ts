import { BadInput, NotFound } from '../../core/metadata/errors.js';
import { idFrom } from '../../core/metadata/fields/simple.js';
import type { Caller } from '../../core/store/caller.js';

/** The id of the workspace that is meant: the one that was named, or the only one. @throws BadInput, NotFound. */
export function workspaceOf(named: string | undefined, { scope }: Caller): string {
  const ids = idsOf(scope);
  if (named !== undefined) {
    const id = idFrom(named)?.toLowerCase();
    if (id === undefined || !ids.includes(id))
      throw new NotFound('There is no such workspace. list_workspaces has their ids.');
    return id;
  }
  const [only, ...others] = ids;
  if (only === undefined) throw new NotFound('The user has no workspace yet.');
  if (others.length > 0)
    throw new BadInput(
      'There are several workspaces: say which one by "workspace", an id of list_workspaces.',
    );
  return only;
}

const idsOf = ({ workspaces, workspaceIds }: Caller['scope']): string[] =>
  [...workspaceIds].filter(([, pk]) => workspaces.has(pk)).map(([id]) => id);
