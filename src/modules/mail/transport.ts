import { createTransport } from 'nodemailer';

/** A server that does not answer is not waited for longer, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** A connection serves the mails of a round, and is closed so many milliseconds after the last. */
const IDLE_MS = 1000;

/**
 * The way to a mail server: one connection for mails that follow each other, since many servers wait before they greet. Files and
 * URLs in a mail are never followed.
 */
export const transportTo = (url: string) =>
  createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxRequeues: 1,
    idleTimeout: IDLE_MS,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: 2 * TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** The mail server will never take this mail; when it does not take ours at all, the operator can mend that. */
export function isPermanentFailure(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}

/** What went wrong, without the server's words: they may name the receiver. */
export function failureCode(error: unknown): string {
  const { code = 'unknown', responseCode = '' } = error as { code?: string; responseCode?: number };
  return `${code} ${responseCode}`.trim();
}
