import { createTransport } from 'nodemailer';

/** A server that does not answer is not waited for longer, in milliseconds. */
const PATIENCE = 10_000;

/** The way to a mail server. Files and URLs in a mail are never followed. */
export const transportTo = (url: string) =>
  createTransport({
    url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: 2 * PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** The mail server will never take this mail; when it does not take ours at all, the operator can mend that. */
export function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}

/** What went wrong, without the server's words: they may name the receiver. */
export function reasonOf(error: unknown): string {
  const { code = 'unknown', responseCode = '' } = error as { code?: string; responseCode?: number };
  return `${code} ${responseCode}`.trim();
}
