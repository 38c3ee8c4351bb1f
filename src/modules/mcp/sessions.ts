import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy, type OnApplicationBootstrap } from '@nestjs/common';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { Clock } from '../../core/database/clock.js';
import type { Session } from '../../core/http/authenticator.js';
import { every, type Scheduled } from '../../core/jobs/scheduled.js';
import { ClientError, TooMany } from '../../core/metadata/errors.js';
import { Hub } from '../../core/mercure/hub.js';
import type { Caller } from '../../core/store/caller.js';
import { McpCatalog } from './catalog.js';
import { mcpServer } from './server.js';
import { SessionFeed } from './session-feed.js';

/** The version of this server, for injection. */
export const VERSION = Symbol('version');

/** Milliseconds after which a session is over that nobody uses, and between looks for such. */
const IDLE_MS = 30 * 60_000;
const LOOK_MS = 60_000;
/** Sessions of one client, and of all. */
const MAX_OF_CLIENT = 50;
const MAX_SESSIONS = 2000;

/** 404, by which clients of the protocol know that they have to begin anew. */
class NoSession extends ClientError {
  readonly status = 404;
  constructor() {
    super('There is no such session, or no longer. Initialize a new one.');
  }
}

/** 400: only an `initialize` comes without a session. */
class SessionMissing extends ClientError {
  readonly status = 400;
  constructor() {
    super('The header Mcp-Session-Id is missing.');
  }
}

interface McpSession {
  readonly clientPk: number;
  readonly userPk: number;
  readonly server: McpServer;
  readonly transport: WebStandardStreamableHTTPServerTransport;
  readonly feed: SessionFeed;
  usedAt: number;
}

/** The sessions of agents. Each lives in the process that began it; in another one, a client begins anew. */
@Injectable()
export class McpSessions implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sessions = new Map<string, McpSession>();
  private scheduled: Scheduled | undefined;

  constructor(
    private readonly catalog: McpCatalog,
    private readonly hub: Hub,
    private readonly clock: Clock,
    @Inject(VERSION) private readonly version: string,
  ) {}

  onApplicationBootstrap(): void {
    this.scheduled = every(LOOK_MS, 'mcp sessions', () => this.endIdle());
  }

  async onModuleDestroy(): Promise<void> {
    await this.scheduled?.stop();
    await Promise.all([...this.sessions.keys()].map((id) => this.end(id)));
  }

  /** The answer to a request of the protocol. @throws NoSession, SessionMissing, TooMany. */
  async answer(request: Request, body: unknown, session: Session, caller: Caller): Promise<Response> {
    const found = await this.sessionFor(request, body, caller);
    found.usedAt = this.clock.now();
    await found.feed.renew(session);
    return found.transport.handleRequest(request, {
      ...(request.method === 'POST' && { parsedBody: body }),
      authInfo: {
        token: '',
        clientId: String(caller.clientPk),
        scopes: [...(caller.may ?? [])],
        extra: { caller },
      },
    });
  }

  private async sessionFor(request: Request, body: unknown, caller: Caller): Promise<McpSession> {
    const id = request.headers.get('mcp-session-id');
    if (id === null) {
      if (!isInitialize(body)) throw new SessionMissing();
      return this.begin(caller);
    }
    const found = this.sessions.get(id);
    // another client is not told that there is such a session
    if (!found || found.clientPk !== caller.clientPk || found.userPk !== caller.userPk) throw new NoSession();
    return found;
  }

  private async begin({ clientPk, userPk }: Caller): Promise<McpSession> {
    const own = [...this.sessions].filter(([, each]) => each.clientPk === clientPk);
    const [oldest] = own;
    if (oldest && own.length >= MAX_OF_CLIENT) await this.end(oldest[0]);
    if (this.sessions.size >= MAX_SESSIONS) throw new TooMany(60);
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void this.sessions.set(id, session),
      onsessionclosed: (id) => this.end(id),
      keepAliveMs: 15_000,
    });
    const feed: SessionFeed = new SessionFeed(this.hub, (uri) => {
      session.usedAt = this.clock.now();
      void server.server.sendResourceUpdated({ uri }).catch(() => undefined);
    });
    const server = mcpServer(this.catalog, feed, this.version);
    const session: McpSession = { clientPk, userPk, server, transport, feed, usedAt: this.clock.now() };
    await server.connect(transport);
    return session;
  }

  private async endIdle(): Promise<void> {
    const now = this.clock.now();
    for (const [id, { usedAt }] of this.sessions) if (Math.abs(now - usedAt) > IDLE_MS) await this.end(id);
  }

  private async end(id: string): Promise<void> {
    const session = this.sessions.get(id);
    this.sessions.delete(id);
    session?.feed.close();
    await session?.server.close();
  }
}

const isInitialize = (body: unknown): boolean =>
  [body].flat().some((each) => (each as { method?: unknown } | null)?.method === 'initialize');
