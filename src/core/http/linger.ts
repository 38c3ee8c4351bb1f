import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long the rest of a body is taken after the answer, and how long nothing of it may come, in milliseconds. */
const LONGEST = 30_000;
const SILENCE = 5_000;

/**
 * Takes what still comes of a body that has been answered, and drops it: a client that writes before it reads would find
 * a broken pipe instead of its answer. The connection ends when that takes too long, or the server stops.
 */
export function takeRestOfBodies(server: FastifyInstance): void {
  const lingering = new Set<Socket>();
  server.addHook('onResponse', ({ raw }, _, done) => {
    if (!raw.complete && !raw.destroyed) linger(raw, lingering);
    done();
  });
  server.addHook('preClose', (done) => {
    for (const socket of lingering) socket.destroy();
    done();
  });
}

function linger(request: IncomingMessage, lingering: Set<Socket>): void {
  const { socket } = request;
  const cut = (): void => void socket.destroy();
  const end = setTimeout(cut, LONGEST);
  const silence = setTimeout(cut, SILENCE);
  const done = (): void => {
    clearTimeout(end);
    clearTimeout(silence);
    lingering.delete(socket);
    socket.off('close', done);
  };
  lingering.add(socket);
  request.on('data', () => silence.refresh());
  // a request that has been answered does not hear of the end of its connection
  socket.once('close', done);
  request.once('end', done).resume();
}
