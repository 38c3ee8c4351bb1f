import { once } from 'node:events';
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
  /** Passes new connections on again; those that were swallowed stay silent for ever. */
  speak(): void;
}

/** Passes connections on to a port of 127.0.0.1. */
export async function relayTo(target: number): Promise<Relay> {
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
  };
  let isSilent = false;
  const listener = createServer((client) => {
    if (isSilent) {
      keep(client).resume();
      return;
    }
    const server = keep(connect(target, '127.0.0.1'));
    keep(client).pipe(server).pipe(client);
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
    silence: () => {
      isSilent = true;
      for (const socket of open) socket.unpipe().resume();
    },
    speak: () => {
      isSilent = false;
    },
  };
}
