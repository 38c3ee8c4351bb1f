import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { admitted } from '../../../core/http/auth.guard.js';
import {
  type Authenticated,
  Authenticator,
  type AuthenticatedRequest,
  Unauthenticated,
} from '../../../core/http/authenticator.js';
import { type RequestGuard, routeOptions } from '../../../core/http/route-options.js';
import { Forbidden, NotFound } from '../../../core/metadata/errors.js';
import type { Caller } from '../../../core/store/caller.js';
import { exactInteger } from '../../shared/lenient-values.js';
import { ScopeMissing, TokenRefused } from '../errors.js';
import { type OpenStore, StoreTokens } from './store-tokens.js';

/** A request that has passed the guard: its caller sees the store's workspace and nothing else. */
export type StoreRequest = AuthenticatedRequest & {
  store: OpenStore;
  readonly params: Readonly<Record<string, string>>;
};

/** Lets in who has a token of the store in the path; what it may not do is told last. */
@Injectable()
export class StoreGuard implements RequestGuard {
  constructor(
    private readonly tokens: StoreTokens,
    private readonly authenticator: Authenticator,
  ) {}

  /** @throws TokenRefused, NotFound when it is another's store, ScopeMissing. */
  async admit(sent: FastifyRequest): Promise<void> {
    const request = sent as StoreRequest;
    const token = request.headers['x-auth-token'];
    if (typeof token !== 'string' || token === '')
      throw new TokenRefused('The X-Auth-Token header is required.');
    const store = await this.tokens.storeOf(token);
    if (!store) throw new TokenRefused('The token is not valid.');
    const caller = await this.callerOf(store, token);
    if (request.params.store_hash !== store.storeHash) throw new NotFound();
    request.caller = admittedTo(store, caller, request);
    request.store = store;
  }

  private async callerOf({ clientPk }: OpenStore, token: string): Promise<Authenticated> {
    try {
      return await this.authenticator.client(clientPk);
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      this.tokens.forget(token);
      throw new TokenRefused('The token is not valid.');
    }
  }
}

/** Routes of a store: its token opens them, and a body without a type is JSON. */
export const InStore = (): ClassDecorator & MethodDecorator =>
  routeOptions({ guard: StoreGuard, assumesJson: true });

/** @throws NotFound when the store is not there any more for its token's user, ScopeMissing. */
function admittedTo({ workspacePk }: OpenStore, caller: Authenticated, request: FastifyRequest): Caller {
  if (!caller.scope.workspaces.has(workspacePk)) throw new NotFound();
  try {
    const entered = admitted(caller, request);
    if (entered.scope.workspaces.has(workspacePk)) return entered;
  } catch (error) {
    if (!(error instanceof Forbidden)) throw error;
  }
  throw new ScopeMissing();
}

/** The integer in a path. @throws NotFound when it is none: nothing has such an id. */
export function idIn({ params }: StoreRequest, name: string): number {
  const id = exactInteger(params[name] ?? '') ?? 0;
  if (id < 1) throw new NotFound();
  return id;
}
