import { BadInput, Forbidden } from '../../core/metadata/errors.js';
import type { Caller } from '../../core/store/caller.js';

/** The workspace that a client is bound to: here it is the store. */
export interface BoundStore {
  readonly pk: number;
  readonly id: string;
}

/** @throws BadInput when the client is bound to none, Forbidden when it may only read there. */
export function storeOf({ scope }: Pick<Caller, 'scope'>): BoundStore {
  const [found, another] = scope.isBound ? [...(scope.readable ?? scope).workspaceIds] : [];
  if (!found || another) throw new BadInput('No store bound to this client');
  const [id, pk] = found;
  if (!scope.workspaces.has(pk)) throw new Forbidden();
  return { pk, id };
}
