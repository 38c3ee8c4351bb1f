import { once } from 'node:events';
import { Transform } from 'node:stream';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut. */
export interface Relay {
  readonly port: number;
  /** Ends every connection and takes no new ones. */
  cut(): Promise<void>;
  /** Takes connections again. */
  restore(): Promise<void>;
  /** Swallows what comes through every connection, old and new, and ends none of them. */
  silence(): void;
  /** Holds everything that comes through new connections back for so many milliseconds, each way. */
  delay(milliseconds: number): void;
  /** Passes new connections on again; those that were swallowed stay silent for ever. */
  speak(): void;
}

/** What goes in comes out later, in its order. */
function late(milliseconds: number): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      setTimeout(() => this.push(chunk), milliseconds);
      done();
    },
    flush(done) {
      setTimeout(done, milliseconds);
    },
  });
}

/** Passes connections on to a port of 127.0.0.1. */
export async function relayTo(target: number): Promise<Relay> {
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
  };
  let isSilent = false;
  let delay = 0;
  const listener = createServer((client) => {
    if (isSilent) {
      keep(client).resume();
      return;
    }
    const server = keep(connect(target, '127.0.0.1'));
    if (delay === 0) keep(client).pipe(server).pipe(client);
    else {
      keep(client).pipe(late(delay)).pipe(server);
      server.pipe(late(delay)).pipe(client);
    }
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  });
  const listen = async (port: number): Promise<number> => {
    listener.listen(port, '127.0.0.1');
    await once(listener, 'listening');
    return (listener.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    port,
    cut: async () => {
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
    restore: async () => {
      await listen(port);
    },
    delay: (milliseconds) => {
      delay = milliseconds;
    },
    silence: () => {
      isSilent = true;
      for (const socket of open) socket.unpipe().resume();
    },
    speak: () => {
      isSilent = false;
    },
  };
}
