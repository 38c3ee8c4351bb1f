import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Database } from '../core/database/database.js';
import { mayReadMetrics } from '../core/metrics/may-read-metrics.js';
import type { Metrics } from '../core/metrics/metrics.js';

/** What a worker tells of itself. */
export interface WatchedWorker {
  readonly database: Database;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
}

interface Told {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

const OK = JSON.stringify({ status: 'ok' });

/**
 * Answers `/health`, `/health/ready` and `/metrics` of a process that serves nothing else, as a server does.
 * @throws what listening throws.
 */
export async function serveWorker(worker: WatchedWorker, port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    void tell(request, worker)
      .catch((): Told => ({ status: 503, body: JSON.stringify({ status: 'unavailable' }) }))
      .then((told) => send(told, response));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

async function tell(request: IncomingMessage, worker: WatchedWorker): Promise<Told> {
  const { database, metrics, metricsToken } = worker;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  switch (isRead ? request.url?.split('?', 1)[0] : undefined) {
    case '/health':
      return { status: 200, body: OK };
    case '/health/ready':
      await database.assertReady();
      return { status: 200, body: OK };
    case '/metrics':
      if (mayReadMetrics(request, metricsToken))
        return { status: 200, body: await metrics.text(), type: metrics.contentType };
  }
  return { status: 404, body: JSON.stringify({ status: 'not found' }) };
}

function send({ status, body, type = 'application/json' }: Told, response: ServerResponse): void {
  response.writeHead(status, { 'Content-Type': type, ...(status === 503 && { 'Retry-After': '5' }) });
  response.end(body);
}
