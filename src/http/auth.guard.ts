import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Authenticator, type AuthenticatedRequest, Unauthenticated } from './authenticator.js';

const PUBLIC = 'public';

/** A route that needs no token. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);

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
    request.caller = await this.authenticator.authenticate(token);
    return true;
  }
}
