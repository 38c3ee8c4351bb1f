import type { FastifyRequest } from 'fastify';
import { ClientError } from '../metadata/errors.js';
import type { Caller } from '../store/caller.js';
import type { OAuthScope } from './oauth-scopes.js';

/** A caller with what its client may do. */
export type Authenticated = Caller & { readonly may: ReadonlySet<OAuthScope> };

/** What a token stood for when it was looked at. */
export interface Session {
  readonly caller: Authenticated;
  /** SHA-256 of the token. */
  readonly tokenHash: string;
  /** When the token ends, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Finds out who makes a request; the OAuth feature provides it. */
export abstract class Authenticator {
  /** @throws Unauthenticated, also when the token was issued for a part of this server alone. */
  abstract authenticate(token: string): Promise<Authenticated>;
  /** As `authenticate`, of a client that is known by its key. @throws Unauthenticated when it has been revoked. */
  abstract client(clientPk: number): Promise<Authenticated>;
  /**
   * As `authenticate`, for connections that outlive a request. `resource` is the path of the part of this server that is
   * asked for, whose own tokens are good there, too. @throws Unauthenticated.
   */
  abstract session(token: string, resource?: string): Promise<Session>;
  /** Of these sessions, those that go on: the token is still good, and they see what they saw. Asked with a few queries. */
  abstract unchanged(sessions: readonly Session[]): Promise<ReadonlySet<Session>>;
  /** The same caller, with what it may see looked up again. @throws Unauthenticated. */
  abstract refresh(caller: Caller): Promise<Caller>;
  /** Forgets what callers may see, because teams or workspaces have changed. */
  abstract forget(): void;
}

/** 401, in the words of the JWT bundle that TrackMage's clients know. */
export class Unauthenticated extends ClientError {
  readonly status = 401;
  override readonly headers = { 'WWW-Authenticate': 'Bearer' };
  constructor(message: 'JWT Token not found' | 'Invalid JWT Token' | 'Expired JWT Token') {
    super(message);
  }
}

/** A request that has passed the guard. */
export type AuthenticatedRequest = FastifyRequest & { caller: Caller };

/** A request for one item. */
export type ItemRequest = AuthenticatedRequest & { params: { id: string } };
