import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Forbidden } from '../resource/errors.js';
import type { Caller } from '../store/caller.js';
import { writableScope } from '../store/roles.js';
import {
  type Authenticated,
  Authenticator,
  type AuthenticatedRequest,
  Unauthenticated,
} from './authenticator.js';
import type { Right } from './rights.js';

const PUBLIC = 'public';

/** A route that needs no token. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);

const NEEDS = 'needs';

/**
 * What a route asks of the client; without it a GET needs `read`, everything else `write`. What needs `write` sees the
 * teams alone in which the user may write.
 */
export const Needs = (right: Right): MethodDecorator => SetMetadata(NEEDS, right);

const SAFE = new Set(['GET', 'HEAD']);

const BEARER = /^Bearer +([^\s]+)$/i;

/** Every route wants a token but those that are `Public`. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const header = request.headers.authorization;
    if (header === undefined || !/^Bearer/i.test(header)) throw new Unauthenticated('JWT Token not found');
    const token = BEARER.exec(header)?.[1];
    if (token === undefined) throw new Unauthenticated('Invalid JWT Token');
    const caller = await this.authenticator.authenticate(token);
    const asked = this.reflector.get<Right | undefined>(NEEDS, context.getHandler());
    request.caller = admitted(caller, request, asked);
    return true;
  }
}

/** Who makes a request, as far as it may go. @throws Forbidden when it may not do what the request needs. */
export function admitted(caller: Authenticated, { id, method }: FastifyRequest, needs?: Right): Caller {
  const right = needs ?? (SAFE.has(method) ? 'read' : 'write');
  if (!caller.may.has(right)) throw new Forbidden();
  const writes = right === 'write';
  const scope = writes ? writableScope(caller.scope) : caller.scope;
  return { ...caller, scope, writes, request: id };
}
