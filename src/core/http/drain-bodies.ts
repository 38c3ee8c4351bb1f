import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long the rest of a body is taken after the answer, and how long nothing of it may come, in milliseconds. */
const MAX_DRAIN_MS = 30_000;
const IDLE_TIMEOUT_MS = 5_000;

/**
 * Takes what still comes of a body that has been answered, and drops it: a client that writes before it reads would find
 * a broken pipe instead of its answer. The connection ends when that takes too long, or the server stops.
 */
export function drainBodies(server: FastifyInstance): void {
  const lingering = new Set<Socket>();
  server.addHook('onResponse', ({ raw }, _, done) => {
    if (!raw.complete && !raw.destroyed) drainBody(raw, lingering);
    done();
  });
  server.addHook('preClose', (done) => {
    for (const socket of lingering) socket.destroy();
    done();
  });
}

function drainBody(request: IncomingMessage, draining: Set<Socket>): void {
  const { socket } = request;
  const cut = (): void => void socket.destroy();
  const end = setTimeout(cut, MAX_DRAIN_MS);
  const silence = setTimeout(cut, IDLE_TIMEOUT_MS);
  const done = (): void => {
    clearTimeout(end);
    clearTimeout(silence);
    draining.delete(socket);
    socket.off('close', done);
  };
  draining.add(socket);
  request.on('data', () => silence.refresh());
  // a request that has been answered does not hear of the end of its connection
  socket.once('close', done);
  request.once('end', done).resume();
}
