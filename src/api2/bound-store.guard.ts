import { Injectable } from '@nestjs/common';
import { AuthGuard } from '../http/auth.guard.js';
import type { AuthenticatedRequest } from '../http/authenticator.js';
import type { RouteOptions } from '../http/route-options.js';
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
