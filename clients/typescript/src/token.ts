import { AuthenticationError, WaybillError } from './errors.js';
import type { Transport } from './transport.js';

/** The id and the secret of a client. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a user has let the client do. Each refresh token works once: keep the next one where you are given it. */
export interface UserTokens {
  readonly clientId: string;
  /** Public clients have none. */
  readonly clientSecret?: string;
  readonly refreshToken: string;
  readonly onRefresh?: (refreshToken: string) => void | Promise<void>;
}

/** A token that somebody else takes care of. */
export interface OwnToken {
  /** A function is asked before each request, and told of a token that the server does not know any more. */
  readonly token: string | ((refused?: string) => string | Promise<string>);
}

export type Credentials = ClientCredentials | UserTokens | OwnToken;

interface Kept {
  readonly token: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A token is renewed so long before it runs out that no request is overtaken by its end. */
const MARGIN_MS = 30_000;

/** Keeps an access token, and gets another when it runs out: one at a time, however many requests wait for it. */
export class AccessToken {
  private kept: Kept | undefined;
  private next: Promise<Kept> | undefined;
  private refreshToken: string | undefined;
  private refused: string | undefined;

  constructor(
    private readonly credentials: Credentials,
    private readonly transport: Transport,
  ) {
    if ('refreshToken' in credentials) this.refreshToken = credentials.refreshToken;
  }

  async get(): Promise<string> {
    const { kept, credentials, refused } = this;
    if ('token' in credentials) {
      this.refused = undefined;
      return typeof credentials.token === 'string' ? credentials.token : credentials.token(refused);
    }
    if (kept && kept.expiresAt - MARGIN_MS > Date.now()) return kept.token;
    this.next ??= this.renew(credentials).finally(() => (this.next = undefined));
    return (await this.next).token;
  }

  /** The server does not know it any more. */
  forget(token: string): void {
    if (this.kept?.token === token) this.kept = undefined;
    this.refused = token;
  }

  private async renew(credentials: ClientCredentials | UserTokens): Promise<Kept> {
    const body = new URLSearchParams(
      this.refreshToken === undefined
        ? { grant_type: 'client_credentials' }
        : { grant_type: 'refresh_token', refresh_token: this.refreshToken },
    );
    body.set('client_id', credentials.clientId);
    if (credentials.clientSecret !== undefined) body.set('client_secret', credentials.clientSecret);
    const init = { method: 'POST', headers: { Accept: 'application/json' }, body };
    const answer = (await this.transport.json('/oauth/v2/token', init).catch((error: unknown) => {
      // OAuth says 400 of credentials in a body that are wrong
      const isWrong = error instanceof WaybillError && error.status === 400;
      throw isWrong ? new AuthenticationError(error.message, 400, [], error.requestId) : error;
    })) as { access_token: string; expires_in: number; refresh_token?: string | null };
    this.kept = { token: answer.access_token, expiresAt: Date.now() + answer.expires_in * 1000 };
    if ('refreshToken' in credentials && answer.refresh_token) {
      this.refreshToken = answer.refresh_token;
      await credentials.onRefresh?.(answer.refresh_token);
    }
    return this.kept;
  }
}
