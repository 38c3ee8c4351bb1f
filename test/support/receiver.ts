import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { Body } from './api.js';

/** A request that came in. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  /** The elements of its `data`. */
  readonly data: readonly Body[];
}

type Answer = (response: ServerResponse, received: Received, earlier: number) => void;

const OK: Answer = (response) => void response.writeHead(200).end('-1');

const PATIENCE_MS = 60_000;

/** A server that webhooks are sent to. */
export class Receiver {
  received: Received[] = [];
  /** How it answers from now on; by default as the WooCommerce plugin does. */
  answer: Answer = OK;
  /** What the addresses of the running test begin with; stragglers of those before it do not count. */
  private turn = 0;
  private readonly server = createServer((request, response) => void this.take(request, response));

  /** `http://127.0.0.1:<port>/<turn>/<path>` */
  url(path = 'hook'): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${this.turn}/${path}`;
  }

  get elements(): Body[] {
    return this.received.flatMap(({ data }) => data);
  }

  /** Answers when so many requests have come in. @throws after 20 seconds, or as many milliseconds as are given. */
  async until(count: number, patience = PATIENCE_MS): Promise<readonly Received[]> {
    const deadline = Date.now() + patience;
    while (this.received.length < count) {
      if (Date.now() > deadline) throw new Error(`${this.received.length} of ${count} requests came.`);
      await pause(10);
    }
    return this.received;
  }

  /** What comes to addresses that were given before does not count any more. */
  begin(): void {
    this.turn++;
    this.forget();
  }

  forget(): void {
    this.received = [];
    this.answer = OK;
  }

  async open(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const { data } = JSON.parse(raw) as { data: Body[] };
    const [, turn, ...path] = (request.url ?? '').split('/');
    if (turn !== String(this.turn)) {
      response.writeHead(200).end();
      return;
    }
    const received = { path: `/${path.join('/')}`, headers: request.headers, raw, data };
    const earlier = this.received.length;
    this.received.push(received);
    this.answer(response, received, earlier);
  }
}

/** A receiver for a block of tests, which forgets before each. */
export function receiverOfThisBlock(): Receiver {
  const receiver = new Receiver();
  beforeAll(() => receiver.open());
  beforeEach(() => receiver.begin());
  afterAll(() => receiver.close());
  return receiver;
}

/** Waits until something holds. @throws after 20 seconds, naming it. */
export async function eventually(
  what: string,
  holds: () => Promise<boolean> | boolean,
  patience = PATIENCE_MS,
): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It did not come about that ${what}.`);
    await pause(20);
  }
}
