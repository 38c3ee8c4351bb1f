import { ApiError, fetchOrFail } from './error';

/** Who is signed in. The token is here, in memory, and nowhere else; the cookie that gets the next one, no script reads. */
export interface Session {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly userId: string;
  readonly email: string;
}

const PATH = '/oauth/v2/session';

/** A token is renewed so many milliseconds before it ends. */
const EARLY = 60_000;

let current: Session | undefined;
let pending: Promise<Session | undefined> | undefined;
let timer: number | undefined;

interface Answer {
  readonly access_token: string | null;
  readonly expires_in: number;
  readonly user_id?: string;
  readonly user_email?: string;
}

async function ask(): Promise<Session | undefined> {
  const response = await fetchOrFail(PATH, { method: 'POST', headers: { Accept: 'application/json' } });
  if (!response.ok) throw new ApiError(response.status, `${response.status}`);
  const { access_token, expires_in, user_id = '', user_email = '' } = (await response.json()) as Answer;
  if (access_token === null) return undefined;
  return {
    token: access_token,
    expiresAt: Date.now() + expires_in * 1000,
    userId: user_id,
    email: user_email,
  };
}

/** Gets the next token; undefined when nobody is signed in any more. @throws ApiError. */
export function renew(): Promise<Session | undefined> {
  pending ??= ask()
    .then((session) => {
      current = session;
      window.clearTimeout(timer);
      // the cookie of the stream of changes holds the same token, so it is renewed in time without a request
      if (session)
        timer = window.setTimeout(
          () => void renew().catch(() => undefined),
          Math.max(session.expiresAt - Date.now() - EARLY, 5_000),
        );
      return session;
    })
    .finally(() => (pending = undefined));
  return pending;
}

/** The session with a token that is good for a while. */
export async function session(): Promise<Session | undefined> {
  return current && current.expiresAt - Date.now() > EARLY / 2 ? current : renew();
}

export const signedIn = (): Session | undefined => current;

/** Leads to the page that asks for the password, and back here. */
export function signIn(here = window.location.pathname + window.location.search): void {
  window.location.assign(`${PATH}/start?${new URLSearchParams({ return_to: here }).toString()}`);
}

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('waybill-session');

/** Ends the session, in all tabs. */
export async function signOut(): Promise<void> {
  await fetch(PATH, { method: 'DELETE' });
  current = undefined;
  window.clearTimeout(timer);
  channel?.postMessage('signed-out');
  window.location.assign('/app');
}

channel?.addEventListener('message', () => window.location.assign('/app'));
