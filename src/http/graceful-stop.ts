import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** What clients have sent when the process is told to stop reaches it within this time. */
const ARRIVAL_MS = 100;

/**
 * A server that stops cuts no request off: it takes what is on its way, and answers with `Connection: close`, so that
 * nobody sends the next request into a connection that ends. Connections that never carried a request do not hold it back.
 */
export function stopGracefully(server: FastifyInstance): void {
  const connections = new Set<Socket>();
  let stopping = false;
  server.server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    if (stopping) void reply.header('Connection', 'close');
    done();
  });
  server.addHook('preClose', async () => {
    stopping = true;
    if (connections.size > 0) await pause(ARRIVAL_MS);
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  });
}
