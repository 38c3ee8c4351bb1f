import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { admitted, bearerTokenIn } from '../http/auth.guard.js';
import { Authenticator, type Session, Unauthenticated } from '../http/authenticator.js';
import { readNamedCookie } from '../http/cookies.js';
import type { RequestGuard } from '../http/route-options.js';

/** The cookie in which the protocol has a browser send its token: an EventSource sets no headers. */
export const COOKIE = 'mercureAuthorization';

/** A request of a subscriber who may read. */
export type SubscriberRequest = FastifyRequest & { session: Session };

/** Lets subscribers in by a bearer token, or by the cookie with one. */
@Injectable()
export class MercureGuard implements RequestGuard {
  constructor(private readonly authenticator: Authenticator) {}

  /** @throws Unauthenticated, Forbidden. */
  async admit(request: FastifyRequest): Promise<void> {
    const { authorization } = request.headers;
    const token =
      authorization === undefined ? readNamedCookie(request, COOKIE) : bearerTokenIn(authorization);
    if (!token)
      throw new Unauthenticated(authorization === undefined ? 'JWT Token not found' : 'Invalid JWT Token');
    const session = await this.authenticator.session(token);
    admitted(session.caller, request, 'read');
    (request as SubscriberRequest).session = session;
  }
}
