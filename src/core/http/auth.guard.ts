import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Forbidden } from '../metadata/errors.js';
import type { Caller, Scope } from '../store/caller.js';
import { writableScope } from '../store/roles.js';
import {
  type Authenticated,
  Authenticator,
  type AuthenticatedRequest,
  Unauthenticated,
} from './authenticator.js';
import { PUBLIC_LIMIT } from './body-limits.js';
import type { OAuthScope } from './oauth-scopes.js';
import { type RequestGuard, type RouteOptions, routeOptions } from './route-options.js';

/** A route that needs no token, and takes small bodies. */
export const Public = (): ClassDecorator & MethodDecorator =>
  routeOptions({ guard: 'none', limit: PUBLIC_LIMIT });

/**
 * What a route asks of the client; without it a GET needs `read`, everything else `write`. What needs `write` sees the
 * teams alone in which the user may write.
 */
export const RequireScope = (right: OAuthScope): ClassDecorator & MethodDecorator =>
  routeOptions({ needs: right });

const SAFE = new Set(['GET', 'HEAD']);

const BEARER = /^Bearer +([^\s]+)$/i;

/** The token in an `Authorization` header; undefined when the header is no bearer token's. */
export const bearerTokenIn = (header: string): string | undefined => BEARER.exec(header)?.[1];

/** Every route wants a token but those that are `Public`, or have a guard of their own. */
@Injectable()
export class AuthGuard implements RequestGuard {
  constructor(private readonly authenticator: Authenticator) {}

  /** @throws Unauthenticated, Forbidden. */
  async admit(request: FastifyRequest, options: RouteOptions): Promise<void> {
    const header = request.headers.authorization;
    if (header === undefined || !/^Bearer/i.test(header)) throw new Unauthenticated('JWT Token not found');
    const token = bearerTokenIn(header);
    if (token === undefined) throw new Unauthenticated('Invalid JWT Token');
    const caller = admitted(await this.authenticator.authenticate(token), request, options.needs);
    if (options.writesInTeams && caller.writes && !mayWriteSomewhere(caller.scope)) throw new Forbidden();
    (request as AuthenticatedRequest).caller = caller;
  }
}

/** Whether there is a team or workspace in which the caller may write; who sees none yet is told so by what it asks for. */
const mayWriteSomewhere = ({ teams, workspaces, readable }: Scope): boolean =>
  !readable || teams.size > 0 || workspaces.size > 0;

/** Who makes a request, as far as it may go. @throws Forbidden when it may not do what the request needs. */
export function admitted(caller: Authenticated, { id, method }: FastifyRequest, needs?: OAuthScope): Caller {
  const right = needs ?? (SAFE.has(method) ? 'read' : 'write');
  if (!caller.may.has(right)) throw new Forbidden();
  const writes = right === 'write';
  const scope = writes ? writableScope(caller.scope) : caller.scope;
  return { ...caller, scope, writes, request: id };
}
