import type { FastifyRequest } from 'fastify';
import { Clock } from '../database/clock.js';
import { TooMany } from '../metadata/errors.js';
import type { Quotas } from '../metadata/quotas.js';
import type { Caller } from '../store/caller.js';
import type { AuthenticatedRequest } from './authenticator.js';

/** Milliseconds in which requests are counted; then the count begins again, for everybody at the same time. */
export const RATE_WINDOW = 60_000;

/** What is left to a caller; where several bounds hold it, the tightest. */
export interface RequestQuota {
  /** Requests in a window. */
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds of a window, and until the next one. */
  readonly window: number;
  readonly reset: number;
}

type Counts = Map<number, number>;

/** A bound of 0 is none. Nobody reaches this one, so that clients that wait while nothing is left do not wait. */
const UNBOUNDED = 1_000_000_000;

const quotas = new WeakMap<FastifyRequest, RequestQuota>();

/** The headers of the IETF's draft (ratelimit-headers 10): what is bounded, and what is left of it until when, in seconds. */
export const rateLimitHeaders = ({
  limit,
  remaining,
  window,
  reset,
}: RequestQuota): Readonly<Record<string, string>> => ({
  'RateLimit-Policy': `"requests";q=${limit};w=${window / 1000}`,
  RateLimit: `"requests";r=${remaining};t=${Math.ceil(reset / 1000)}`,
});

/**
 * Counts the requests of callers, in this process alone: of each client, and of the workspace that it is bound to or that
 * the path names. A client that sees more than one workspace counts for its user instead.
 */
export class RequestRates {
  private window = 0;
  private readonly clients: Counts = new Map();
  private readonly workspaces: Counts = new Map();
  private readonly users: Counts = new Map();
  private readonly ofClient: number;
  private readonly ofWorkspace: number;

  constructor(
    { requestsOfClient, requestsOfWorkspace }: Pick<Quotas, 'requestsOfClient' | 'requestsOfWorkspace'>,
    private readonly clock: Clock,
  ) {
    this.ofClient = requestsOfClient || UNBOUNDED;
    this.ofWorkspace = requestsOfWorkspace || UNBOUNDED;
  }

  /** Counts a request that has been let in. @throws TooMany. */
  count(request: FastifyRequest): void {
    const { caller } = request as Partial<AuthenticatedRequest>;
    if (!caller) return;
    const reset = this.resetNow();
    const ofClient = this.ofClient - add(this.clients, caller.clientPk);
    const workspacePk = workspaceOf(caller, request.url);
    const ofOwner =
      this.ofWorkspace -
      (workspacePk === undefined ? add(this.users, caller.userPk) : add(this.workspaces, workspacePk));
    const [limit, left] = ofClient <= ofOwner ? [this.ofClient, ofClient] : [this.ofWorkspace, ofOwner];
    quotas.set(request, { limit, remaining: Math.max(0, left), window: RATE_WINDOW, reset });
    if (left < 0)
      throw new TooMany(Math.ceil(reset / 1000), 'There are too many requests. Please try again later.');
  }

  /** As `quotaOf`, of a request that was counted and bounded; undefined of any other. */
  countedQuota(request: FastifyRequest): RequestQuota | undefined {
    const quota = quotas.get(request);
    return quota && quota.limit < UNBOUNDED ? quota : undefined;
  }

  /** What is left to the caller of a request; all of it, where nobody is known yet. */
  quotaOf(request: FastifyRequest): RequestQuota {
    const { ofClient: limit } = this;
    return quotas.get(request) ?? { limit, remaining: limit, window: RATE_WINDOW, reset: this.resetNow() };
  }

  /** Milliseconds until the next window; a new one begins with no counts. */
  private resetNow(): number {
    const now = this.clock.now();
    const window = Math.floor(now / RATE_WINDOW);
    if (window !== this.window) {
      this.window = window;
      for (const counts of [this.clients, this.workspaces, this.users]) counts.clear();
    }
    return (window + 1) * RATE_WINDOW - now;
  }
}

function add(counts: Counts, key: number): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

const NESTED = '/workspaces/';

function workspaceOf({ scope }: Caller, url: string): number | undefined {
  const { isBound, workspaces, workspaceIds } = scope.readable ?? scope;
  if (isBound) return workspaces.keys().next().value;
  if (!url.startsWith(NESTED)) return undefined;
  return workspaceIds.get(url.slice(NESTED.length, NESTED.length + 36).toLowerCase());
}
