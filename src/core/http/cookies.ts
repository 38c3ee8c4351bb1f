import type { FastifyReply, FastifyRequest } from 'fastify';

/** A cookie of this server. `__Host-` keeps other hosts of the domain from setting it; browsers take that over TLS alone. */
const nameOf = (cookie: string, isSecure: boolean): string => `${isSecure ? '__Host-' : ''}waybill_${cookie}`;

/** What a browser has sent as a cookie of this server; an empty text where it has none. */
export const readCookie = (request: FastifyRequest, cookie: string, isSecure: boolean): string =>
  readNamedCookie(request, nameOf(cookie, isSecure));

/** As `readCookie`, by the cookie's whole name. */
export function readNamedCookie({ headers }: FastifyRequest, name: string): string {
  const prefix = `${name}=`;
  const pairs = (headers.cookie ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? '';
}

/** Gives a browser a cookie for so many seconds; none to take it away. */
export function writeCookie(
  reply: FastifyReply,
  cookie: string,
  value: string,
  seconds: number,
  isSecure: boolean,
): void {
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  void reply.header('Set-Cookie', `${nameOf(cookie, isSecure)}=${value}; ${attributes}`);
}
