import { ConnectionError, errorOf } from './errors.js';

/** Answers that another try may change: a collision, too many requests, a server or database that is away. */
const PASSING = new Set([409, 429, 502, 503, 504]);
const BASE_DELAY_MS = 200;
const MAX_DELAY_MS = 30_000;

/** Why a request is sent again. */
export interface Retry {
  readonly path: string;
  /** Milliseconds until then. */
  readonly wait: number;
  /** The status of the answer, or why there was none. */
  readonly reason: number | string;
}

export interface TransportOptions {
  /** Where the server is: `https://waybill.example.com`. */
  readonly url: string;
  /** How often a request is sent at most. Default: 5. */
  readonly attempts?: number;
  /** Called before a request is sent again. */
  readonly onRetry?: (retry: Retry) => void;
  /** Another `fetch` than that of the platform. */
  readonly fetch?: typeof fetch;
}

/** Sends requests, again where that may help. */
export class Transport {
  readonly url: string;
  readonly attempts: number;
  private readonly fetch: typeof fetch;
  private readonly onRetry: ((retry: Retry) => void) | undefined;

  constructor({ url, attempts = 5, onRetry, fetch: own }: TransportOptions) {
    this.onRetry = onRetry;
    this.url = url.replace(/\/+$/, '');
    this.attempts = attempts;
    this.fetch = own ?? ((input, init) => globalThis.fetch(input, init));
  }

  /**
   * Sends a request until its answer is final, with growing pauses, or those that `Retry-After` asks for. Whoever gives a
   * POST has given it an `Idempotency-Key`.
   * @throws ConnectionError when there is no answer; an abort is thrown as it is.
   */
  async send(path: string, init: RequestInit, attempts = this.attempts): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      let reason: number | string;
      let wait = Math.min(BASE_DELAY_MS * 2 ** (attempt - 1), MAX_DELAY_MS) * (0.5 + Math.random());
      try {
        const response = await this.fetch(new URL(path, `${this.url}/`).href, init);
        if (!PASSING.has(response.status) || attempt >= attempts) return response;
        reason = response.status;
        const asked = Number(response.headers.get('retry-after') ?? 0) * 1000;
        wait = Math.max(wait, Number.isFinite(asked) ? asked : 0);
        await response.body?.cancel();
      } catch (error) {
        if (init.signal?.aborted) throw error;
        reason = reasonOf(error);
        if (attempt >= attempts)
          throw new ConnectionError(`${this.url} cannot be reached: ${reason}`, { cause: error });
      }
      this.onRetry?.({ path, wait: Math.round(wait), reason });
      await pause(wait, init.signal ?? undefined);
    }
  }

  /** The JSON of an answer. @throws WaybillError. */
  async json(path: string, init: RequestInit): Promise<unknown> {
    const response = await this.send(path, init);
    if (!response.ok) throw await errorOf(response);
    return response.json();
  }
}

/** Waits. @throws the signal's reason, when it is aborted before. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });

/** `fetch` says no more than that it failed; Node has the reason in its cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { code?: string } };
  return cause?.code ?? message ?? 'no answer';
}
