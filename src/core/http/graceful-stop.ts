import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
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
  let arrived = 0;
  server.server.on('connection', (socket) => {
    arrived++;
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
    await untilQuiet(() => arrived);
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  });
}

/** Turns of the loop without a new connection until what waits in the system's queue has been taken and read. */
const QUIET_TURNS = 50;

/** Even when connections never cease to come. */
const MAX_QUIET_WAIT_MS = 1000;

/** A busy process comes to its end late, and takes few connections a turn: waits until none comes any more. */
async function untilQuiet(arrived: () => number): Promise<void> {
  const end = performance.now() + MAX_QUIET_WAIT_MS;
  for (let quiet = 0, seen = arrived(); quiet < QUIET_TURNS && performance.now() < end; quiet++) {
    await nextTurn();
    if (arrived() !== seen) [seen, quiet] = [arrived(), 0];
  }
}
