import { setTimeout as pause } from 'node:timers/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Lanes } from '../../../src/modules/webhooks/lanes.js';
import { onEachApi, type Body, type TenantClient } from '../../support/api.js';
import { receiverOfThisBlock } from '../../support/receiver.js';

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0;

/** A server that takes every request and answers none. */
async function hangingServer(): Promise<{ url: string; requests(): number; close(): Promise<void> }> {
  let requests = 0;
  const server: Server = createServer(() => void requests++);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    requests: () => requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

onEachApi(
  (api) => {
    const receiver = receiverOfThisBlock();
    let hanging: Awaited<ReturnType<typeof hangingServer>>;
    beforeAll(async () => {
      hanging = await hangingServer();
    });
    afterAll(() => hanging.close());

    const webhook = (tenant: TenantClient, workspace: string, url: string): Promise<Body> =>
      tenant.make('/workflows', {
        type: 'webhook',
        title: 'Shop',
        period: 'immediately',
        entity: 'shipments',
        workspace,
        enabled: true,
        url,
      });

    it('a webhook is told at once beside a hundred of others that hang', async () => {
      const crowd = await api.tenant(Array.from({ length: 21 }, (_, n) => `Shop ${n}`));
      const [first = '', ...others] = crowd.workspaces.map(({ id }) => `/workspaces/${id}`);
      for (let n = 0; n < 60; n++) await webhook(crowd, first, hanging.url);
      for (const other of others) for (let n = 0; n < 2; n++) await webhook(crowd, other, hanging.url);
      const tenant = await api.tenant();
      await webhook(tenant, tenant.workspace, receiver.url());
      const waits: number[] = [];
      for (let n = 0; n < 20; n++) {
        // something new for all that hang, so that as many of them as can be are under way
        const noise = n % 5 === 0 ? [first, ...others] : [];
        await Promise.all(noise.map((workspace) => crowd.make('/shipments', { workspace })));
        const began = performance.now();
        await tenant.make('/shipments', { workspace: tenant.workspace });
        await receiver.until(n + 1);
        waits.push(performance.now() - began);
        await pause(50);
      }
      expect(hanging.requests()).toBeGreaterThanOrEqual(100);
      // below one second is promised, with room for a slow machine; it was more than ten
      expect(percentile(waits, 0.9)).toBeLessThan(2000);
    }, 120_000);

    it('a short import is done beside long ones of another workspace', async () => {
      const crowd = await api.tenant();
      const lines = Array.from({ length: 3000 }, (_, n) => `LONG${n},ada@example.com`);
      const long = await Promise.all(
        ['A', 'B', 'C', 'D'].map((prefix) =>
          crowd.make('/imports', {
            workspace: crowd.workspace,
            file: ['trackingNumber,email', ...lines.map((line) => prefix + line)].join('\n'),
          }),
        ),
      );
      const tenant = await api.tenant();
      const { '@id': iri } = await tenant.make('/imports', {
        workspace: tenant.workspace,
        file: 'trackingNumber\nSHORT1\n',
      });
      while ((await tenant.get(iri as string)).body.status !== 'done') await pause(20);
      const states = await Promise.all(long.map((each) => crowd.get(each['@id'] as string)));
      expect(states.filter(({ body }) => body.status === 'done')).toEqual([]);
    }, 120_000);
  },
  { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8' },
);

describe('places of webhooks', () => {
  const waiting = (workspacePk: number, failures = 0) => ({ workspacePk, failures });

  it('are shared in turns, and a workspace has half of them at most', () => {
    const lanes = new Lanes({ prompt: 4, patient: 4 });
    const all = [1, 1, 1, 1, 2, 3].map((workspace) => waiting(workspace));
    expect(lanes.choose(all).map(({ workspacePk }) => workspacePk)).toEqual([1, 2, 3, 1]);
    expect(lanes.choose([1, 1, 1].map((workspace) => waiting(workspace)))).toHaveLength(2);
  });

  it('become free when a receiver lets a request wait, as long as there is patience', () => {
    const lanes = new Lanes({ prompt: 2, patient: 2 });
    const places = [1, 2].map((workspace) => lanes.enter(waiting(workspace)));
    expect(lanes.choose([waiting(3)])).toEqual([]);
    places.forEach((place) => place.moveToSlowLane());
    expect(lanes.choose([waiting(3), waiting(4), waiting(5)])).toHaveLength(2);
    const third = lanes.enter(waiting(3));
    lanes.enter(waiting(4));
    third.moveToSlowLane();
    expect(lanes.choose([waiting(5)])).toEqual([]);
    places[0]?.leave();
    expect(lanes.choose([waiting(5)])).toHaveLength(1);
  });

  it('are apart for those that have failed lately', () => {
    const lanes = new Lanes({ prompt: 2, patient: 2 });
    [1, 2].forEach((workspace) => lanes.enter(waiting(workspace, 1)));
    expect(lanes.choose([waiting(3, 1), waiting(4)])).toEqual([waiting(4)]);
  });
});
