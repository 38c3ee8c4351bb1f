import { Injectable } from '@nestjs/common';
import { AuthGuard } from '../../core/http/auth.guard.js';
import type { AuthenticatedRequest } from '../../core/http/authenticator.js';
import type { RouteOptions } from '../../core/http/route-options.js';
import { BadInput, Forbidden } from '../../core/metadata/errors.js';
import type { Caller } from '../../core/store/caller.js';
import type { BoundStore } from '../shared/bound-store.js';

/** Lets in who has a token of a client that is bound to a store, and may do there what the request does. */
@Injectable()
export class BoundStoreGuard extends AuthGuard {
  /** @throws Unauthenticated, Forbidden, BadInput. */
  override async admit(request: AuthenticatedRequest, options: RouteOptions): Promise<void> {
    await super.admit(request, options);
    boundStore(request.caller);
  }
}

/** @throws BadInput when the client is bound to none, Forbidden when it may only read there. */
export function boundStore({ scope }: Pick<Caller, 'scope'>): BoundStore {
  const [found, another] = scope.isBound ? [...(scope.readable ?? scope).workspaceIds] : [];
  if (!found || another) throw new BadInput('No store bound to this client');
  const [workspaceId, workspacePk] = found;
  if (!scope.workspaces.has(workspacePk)) throw new Forbidden();
  return { workspacePk, workspaceId };
}
