import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from '@jest/globals';

/** An address under which clients find a server that listens elsewhere, as behind a reverse proxy. */
export interface PublicUrl {
  /** For the server's environment; filled before the server starts. */
  readonly env: Record<string, string>;
  /** `http://localhost:<port>` */
  url(): string;
  /** Passes what arrives on to this server. */
  forwardTo(target: string): void;
}

/**
 * Registers a reverse proxy for the tests of a file.
 * @param answers answers a request itself, and says so, as a proxy does that serves files as well
 */
export function publicUrl(
  answers: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean = () => false,
): PublicUrl {
  const env: Record<string, string> = {};
  let target = '';
  let proxy: Server | undefined;
  beforeAll(async () => {
    proxy = createServer((incoming, outgoing) => {
      if (answers(incoming, outgoing)) return;
      const { method, headers } = incoming;
      const forwarded = request(target + incoming.url, { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      });
      forwarded.on('error', () => outgoing.destroy());
      incoming.pipe(forwarded);
    });
    await new Promise<void>((resolve) => proxy?.listen(0, 'localhost', resolve));
    env.PUBLIC_URL = `http://localhost:${(proxy.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    proxy?.closeAllConnections();
    proxy?.close();
  });
  return {
    env,
    url: () => env.PUBLIC_URL ?? '',
    forwardTo: (url) => {
      target = url;
    },
  };
}
