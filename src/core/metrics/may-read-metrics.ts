import type { IncomingMessage } from 'node:http';
import { isSame } from '../metadata/is-same.js';

/** What proxies and content networks add to requests: whoever sends one of these comes through another machine. */
const FORWARDING =
  /^(?:forwarded|forwarded-for|via|cdn-loop|client-ip|true-client-ip|cf-.*|fastly-.*|fly-.*|x-(?:forwarded|real-ip|client-ip|cluster-client-ip|original|envoy|amzn|azure).*)$/;

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** With METRICS_TOKEN whoever sends it may read the metrics; without one the machine itself. */
export function mayReadMetrics({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  // through a proxy on this machine everybody comes from it, and says who it is in whose name
  const isForwarded = Object.keys(headers).some((name) => FORWARDING.test(name));
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '');
}
