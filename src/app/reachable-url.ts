import type { Config } from '../config/config.js';

/** Listening on these, a server is reached by any name of its machine. */
const ANY = new Set(['0.0.0.0', '::']);

/** Where clients find the server: PUBLIC_URL when it was given, else the address that it listens on. */
export function reachableUrl({ publicUrl, host, port }: Config, listening: { port: number }): string {
  if (publicUrl !== `http://localhost:${port}`) return publicUrl;
  const name = ANY.has(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${listening.port}`;
}
