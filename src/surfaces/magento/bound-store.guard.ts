import { Injectable } from '@nestjs/common';
import { AuthGuard } from '../../core/http/auth.guard.js';
import type { AuthenticatedRequest } from '../../core/http/authenticator.js';
import type { RouteOptions } from '../../core/http/route-options.js';
import { storeOf } from './bound-store.js';

/** Lets in who has a token of a client that is bound to a store, and may do there what the request does. */
@Injectable()
export class BoundStoreGuard extends AuthGuard {
  /** @throws Unauthenticated, Forbidden, BadInput. */
  override async admit(request: AuthenticatedRequest, options: RouteOptions): Promise<void> {
    await super.admit(request, options);
    storeOf(request.caller);
  }
}
