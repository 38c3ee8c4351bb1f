import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { onEachApi, signIn } from '../../support/api.js';
import { listen } from '../../support/event-stream.js';
import { unique } from '../../support/one-of-each.js';
import { serverProcesses } from '../../support/server-process.js';

const SUBSCRIBERS = 2000;
const MEGABYTE = 1024 * 1024;

onEachApi(
  (api) => {
    const start = serverProcesses();

    describe('subscribers that only wait', () => {
      it('cost little memory, hear what happens, and hold nothing up', async () => {
        const tenant = await api.tenant();
        const server = await (await start({ DATABASE_URL: api.database.url(), WORKER: '0' })).ready();
        const { hostname, port } = new URL(server.url);
        const tokens = await Promise.all(
          Array.from({ length: 20 }, async () => (await signIn(api.url(), tenant)).token),
        );
        const memory = async (): Promise<number> => {
          const text = await (await fetch(`${server.url}/metrics`)).text();
          return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / MEGABYTE;
        };
        const opened = (token: string, socket: Socket): Promise<void> =>
          new Promise((resolve, reject) => {
            socket.on('error', reject);
            socket.write(
              `GET /.well-known/mercure?topic=/orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`,
            );
            socket.once('data', (bytes) =>
              bytes.toString().startsWith('HTTP/1.1 200') ? resolve() : reject(new Error(bytes.toString())),
            );
          });
        // what a server needs to answer anybody at all is not the subscribers'
        for (let count = 0; count < 200; count++) await fetch(`${server.url}/health`);
        const before = await memory();
        const sockets: Socket[] = [];
        try {
          for (let count = 0; count < SUBSCRIBERS; count += 50)
            await Promise.all(
              Array.from({ length: 50 }, (_, index) => {
                const socket = connect(Number(port), hostname);
                sockets.push(socket);
                return opened(tokens[index % tokens.length] as string, socket);
              }),
            );
          // several looks at who may still listen
          await pause(5000);
          expect((await memory()) - before).toBeLessThan(200);
          const listener = await listen(server.url, { topics: ['/shipments'], token: tenant.token });
          const begun = Date.now();
          await tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: unique() });
          await listener.until(({ length }) => length === 1);
          expect(Date.now() - begun).toBeLessThan(3000);
          listener.close();
          const heard = Promise.all(
            sockets.map((socket) => new Promise((tell) => socket.once('data', tell))),
          );
          await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: unique() });
          await heard;
        } finally {
          for (const socket of sockets) socket.on('error', () => undefined).destroy();
        }
      }, 120_000);
    });
  },
  { WORKER: '0' },
);
