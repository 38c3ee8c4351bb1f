import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, jest } from '@jest/globals';
import { client, signIn, type Answer } from '../support/api.js';
import { onEachDatabase } from '../support/databases.js';
import { brokenPromises, emailOf, Ledger } from '../support/invariants.js';
import { openDatabase } from '../support/open-database.js';
import { receiverOfThisBlock } from '../support/receiver.js';
import { relayTo } from '../support/relay.js';
import { serverProcesses, type ServerProcess } from '../support/server-process.js';

jest.setTimeout(240_000);

const WRITERS = 4;
const SHIPMENTS = 12;

onEachDatabase((database) => {
  const start = serverProcesses();
  const receiver = receiverOfThisBlock();

  it('whatever is killed or cut off: what was acknowledged is there, sums are equal, every event comes in order', async () => {
    const target = new URL(database.url());
    const relay = database.kind === 'mariadb' ? await relayTo(Number(target.port)) : undefined;
    if (relay) target.port = String(relay.port);
    const env = {
      DATABASE_URL: relay ? target.href : database.url(),
      DATABASE_TIMEOUT_MS: '1500',
      WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
    };
    let server: ServerProcess = await (await start(env)).ready();
    const open = await openDatabase(database.url());
    const made = await open.tenant();
    const { token } = await signIn(server.url, made);
    const workspace = `/workspaces/${made.workspaces[0]?.id}`;

    /** Sends a request until it is answered with something that time does not change, as a careful client does. */
    async function persistently(send: (to: ReturnType<typeof client>) => Promise<Answer>): Promise<Answer> {
      const deadline = Date.now() + 120_000;
      for (;;) {
        const answer = await send(client(server.url, token)).catch(() => undefined);
        if (answer && answer.status < 500 && answer.status !== 409) return answer;
        if (answer?.status === 500) throw new Error(JSON.stringify(answer.body));
        if (Date.now() > deadline) throw new Error(`It was never answered, last with ${answer?.status}.`);
        await pause(50);
      }
    }
    const post = async (path: string, body: object, key: string): Promise<string> => {
      const answer = await persistently((to) => to.post(path, body, { 'idempotency-key': key }));
      expect([path, answer.status]).toEqual([path, 201]);
      return answer.body['@id'] as string;
    };

    await post(
      '/workflows',
      {
        type: 'webhook',
        title: 'All',
        period: 'immediately',
        workspace,
        enabled: true,
        url: receiver.url(),
      },
      'webhook',
    );
    const order = await post('/orders', { workspace, orderNumber: 'TRIAL' }, 'order');
    const orderItem = await post(
      '/order_items',
      { order, productName: 'Vase', qty: WRITERS * SHIPMENTS },
      'order item',
    );

    const ledger = new Ledger();
    const writing = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let count = 0; count < SHIPMENTS; count++) {
        const marker = `+49 ${writer} ${count}`;
        const iri = await post('/shipments', { workspace, phoneNumber: marker }, marker);
        ledger.make(marker, iri);
        for (let version = 1; version <= 2; version++) {
          const written = await persistently((to) => to.put(iri, { email: emailOf(version) }));
          expect(written.status).toBe(200);
          ledger.write(iri, version);
        }
        await post('/shipment_items', { shipment: iri, orderItem, qty: 1 }, `${marker} item`);
        ledger.ship(orderItem, 1);
      }
    });
    let isOver = false;
    const all = Promise.all(writing).then(() => (isOver = true));

    for (let failure = 0; failure < 6 && !isOver; failure++) {
      await pause(300 + Math.random() * 700);
      if (relay && failure % 3 === 0) {
        relay.silence();
        await pause(500);
        relay.speak();
      } else if (relay && failure % 3 === 1) {
        await relay.cut();
        await pause(300);
        await relay.restore();
      } else {
        server.kill('SIGKILL');
        await server.ended;
        server = await (await start(env)).ready();
      }
    }
    await all;

    const reader = client(server.url, token);
    const aftermath = { client: reader, database: open, workspace, received: receiver.received };
    let broken = await brokenPromises(ledger, aftermath);
    // the lease of a worker that was killed runs out first
    for (const end = Date.now() + 60_000; broken.length > 0 && Date.now() < end; await pause(500))
      broken = await brokenPromises(ledger, aftermath);
    expect(broken).toEqual([]);
    expect(ledger.made.size).toBe(WRITERS * SHIPMENTS);
    await open.close();
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    await relay?.cut();
  });
});
