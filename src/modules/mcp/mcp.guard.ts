import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config/config.js';
import { admitted, bearerTokenIn } from '../../core/http/auth.guard.js';
import {
  Authenticator,
  type AuthenticatedRequest,
  type Session,
  Unauthenticated,
} from '../../core/http/authenticator.js';
import type { RequestGuard } from '../../core/http/route-options.js';
import { Forbidden } from '../../core/metadata/errors.js';
import { DEFAULT_OAUTH_SCOPES } from '../../core/http/oauth-scopes.js';

/** Where agents connect. */
export const MCP_PATH = '/mcp';

/** A request of an agent who may read. */
export type AgentRequest = AuthenticatedRequest & { session: Session };

/** 401 that leads a client to the server which issues tokens (RFC 9728). */
class UnknownAgent extends Unauthenticated {
  override readonly headers: { readonly 'WWW-Authenticate': string };
  constructor(message: ConstructorParameters<typeof Unauthenticated>[0], { publicUrl }: Config) {
    super(message);
    const wrong = message === 'JWT Token not found' ? '' : 'error="invalid_token", ';
    const metadata = `${publicUrl}/.well-known/oauth-protected-resource${MCP_PATH}`;
    this.headers = {
      'WWW-Authenticate': `Bearer ${wrong}scope="${DEFAULT_OAUTH_SCOPES.join(' ')}", resource_metadata="${metadata}"`,
    };
  }
}

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Lets agents in by a bearer token: one that was issued for `/mcp`, or one of a client. A page of a browser is let in from
 * this server's own address, or from an origin that the operator has named: a name that is led to this machine is none.
 */
@Injectable()
export class McpGuard implements RequestGuard {
  constructor(
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Unauthenticated, Forbidden. */
  async admit(request: FastifyRequest): Promise<void> {
    const { authorization, origin } = request.headers;
    if (origin !== undefined && !this.isOwn(origin, request)) throw new Forbidden();
    const token = bearerTokenIn(authorization ?? '');
    if (token === undefined)
      throw new UnknownAgent(
        authorization === undefined ? 'JWT Token not found' : 'Invalid JWT Token',
        this.config,
      );
    const session = await this.sessionOf(token);
    const agent = request as AgentRequest;
    agent.session = session;
    agent.caller = admitted(session.caller, request, 'read');
  }

  private async sessionOf(token: string): Promise<Session> {
    try {
      return await this.authenticator.session(token, MCP_PATH);
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      throw new UnknownAgent(error.message as 'Invalid JWT Token', this.config);
    }
  }

  private isOwn(origin: string, { hostname }: FastifyRequest): boolean {
    const { publicUrl, corsOrigins } = this.config;
    if (corsOrigins.includes('*') || corsOrigins.includes(origin) || origin === publicUrl) return true;
    if (!URL.canParse(origin)) return false;
    return LOCAL.has(new URL(origin).hostname) && LOCAL.has(hostname);
  }
}
