import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the server got. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into bodies of every shape
  readonly body: any;
}

/** What it answers: JSON, or a text as it is. */
export interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
}

type Answering = (received: Received) => Reply | Promise<Reply>;

/** A tracking provider on this machine, which answers as a test says. */
export interface ProviderServer {
  readonly url: string;
  /** Since `answers` was called last. */
  readonly received: readonly Received[];
  answers(answering: Answering): void;
  close(): Promise<void>;
}

export async function providerServer(): Promise<ProviderServer> {
  let answering: Answering = () => ({ status: 503, text: '' });
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      const got = { path, headers, body: JSON.parse(Buffer.concat(chunks).toString()) as unknown };
      received.push(got);
      void Promise.resolve(answering(got)).then(({ status = 200, json, text }) =>
        response.writeHead(status).end(text ?? JSON.stringify(json)),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers: (next) => {
      answering = next;
      received.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Never comes. */
export const silence = (): Promise<Reply> => new Promise(() => undefined);
