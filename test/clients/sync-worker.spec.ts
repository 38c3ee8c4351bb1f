import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, jest } from '@jest/globals';
import { onEachApi, type Body, type TenantClient } from '../support/api.js';
import '../support/built-client.js';
import { run, type Finished } from '../support/run.js';

// a process each
jest.setTimeout(120_000);

const file = (path: string): string => fileURLToPath(new URL(`../../examples/${path}`, import.meta.url));
const WORKER = file('sync-worker.mjs');

/** How many objects the examples make: orders, order items, shipments, shipment items, and the integration. */
const OBJECTS = { orders: 7, order_items: 12, shipments: 7, shipment_items: 12, workflows: 1 };
/** One of the shipments is made inside a shipment item; another payload tells of it again. */
const CREATED = 38;
const TOLD_TWICE = 1;

/** What is in a workspace, by path, each object with its id. */
async function everythingOf(tenant: TenantClient): Promise<Record<keyof typeof OBJECTS, Body[]>> {
  const list = async (path: string): Promise<Body[]> => {
    const { body } = await tenant.get(`${path}${path.includes('?') ? '&' : '?'}itemsPerPage=500`);
    return body['hydra:member'] as Body[];
  };
  return {
    orders: await list(`${tenant.workspace}/orders`),
    order_items: await list('/order_items'),
    shipments: await list(`${tenant.workspace}/shipments`),
    shipment_items: await list('/shipment_items'),
    workflows: await list(`${tenant.workspace}/workflows`),
  };
}

const sizes = (all: Record<string, Body[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(all).map(([path, list]) => [path, list.length]));

const lastLine = ({ stdout }: Finished): string => stdout.trim().split('\n').at(-1) ?? '';

onEachApi((api) => {
  const work = (tenant: TenantClient, args: string[] = [], url = api.url()): Promise<Finished> =>
    run(process.execPath, [WORKER, ...args], {
      WAYBILL_URL: url,
      WAYBILL_CLIENT_ID: tenant.clientId,
      WAYBILL_CLIENT_SECRET: tenant.clientSecret,
      WAYBILL_WORKSPACE: tenant.workspaces[0]?.id ?? '',
    });

  it('imports the example files, and a second run changes nothing', async () => {
    const tenant = await api.tenant();
    const first = await work(tenant);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(lastLine(first)).toBe(`${CREATED} created, ${TOLD_TWICE} updated, 0 failed`);
    const before = await everythingOf(tenant);
    expect(sizes(before)).toEqual(OBJECTS);

    const second = await work(tenant);
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(lastLine(second)).toBe(`0 created, ${CREATED - 1 + 2 * TOLD_TWICE} updated, 0 failed`);
    const withoutDates = (all: Record<string, Body[]>): unknown =>
      JSON.parse(JSON.stringify(all, (key, value: unknown) => (key === 'updatedAt' ? undefined : value)));
    expect(withoutDates(await everythingOf(tenant))).toEqual(withoutDates(before));
  });

  it('imports what the CSV says: orders, what was ordered, and what is in which parcel', async () => {
    const tenant = await api.tenant();
    await work(tenant);
    const { orders, order_items: items, shipments, shipment_items: parts } = await everythingOf(tenant);
    const order = (number: string): Body => orders.find((each) => each.orderNumber === number);
    const fulfilment = Object.fromEntries(orders.map((each) => [each.orderNumber, each.fulfillmentStatus]));
    expect(fulfilment).toEqual({
      'WEB-5001': 'fulfilled',
      'WEB-5002': 'partial',
      'WEB-5003': 'not_fulfilled',
      'WEB-5004': 'fulfilled',
      'WEB-5005': 'fulfilled',
      'WEB-5006': 'partial',
      ON1: 'fulfilled',
    });
    expect(order('WEB-5001')).toMatchObject({
      total: '58.30',
      currency: 'EUR',
      email: 'ines.alves@example.com',
      orderStatus: { code: 'processing' },
      shippingAddress: { firstName: 'Inês', addressLine1: 'Rua da Prata 80, 2.º Esq.', countryIso2: 'PT' },
    });
    expect(items.map(({ productName, qty, fulfilledQty }) => [productName, qty, fulfilledQty])).toEqual([
      ['Darjeeling "First Flush", 100 g', 2, 2],
      ['Glass teapot 1.2 l', 1, 1],
      ['Titanium mug 450 ml', 6, 6],
      ['Wool socks, 3 pairs', 3, 1],
      ['Trail jacket, M, moss', 1, 0],
      ['Head lamp', 2, 0],
      ['Two-person tent', 1, 1],
      ['Trekking poles (pair)', 2, 2],
      ['Gas stove', 1, 1],
      ['Sleeping bag −5 °C, left zip', 1, 1],
      ['100% Matcha, 30 g', 4, 3],
      ['Red shoes', 12, 12],
    ]);
    const parcels = shipments.map(({ trackingNumber, orderNumbers, originCarrier, '@id': iri }) => [
      trackingNumber,
      originCarrier,
      orderNumbers,
      parts.filter((each) => each.shipment === iri).map(({ qty }) => qty as number),
    ]);
    expect(parcels).toEqual([
      ['JD014600006281230701', 'dhl', ['WEB-5001'], [2, 1]],
      ['15501234567890', 'dpd', ['WEB-5002'], [4]],
      ['15501234567917', 'dpd', ['WEB-5002'], [2, 1]],
      ['1Z999AA10123456784', 'ups', ['WEB-5004', 'WEB-5005'], [1, 2, 1]],
      ['9400111899223197428490', 'usps', ['WEB-5004'], [1]],
      ['15501234568015', 'dpd', ['WEB-5006'], [3]],
      ['TM123456789TM', 'china-post', ['ON1', 'ON2'], [10, 2]],
    ]);
  });

  it("imports the documents' own payloads, the embedded shipment included", async () => {
    const tenant = await api.tenant();
    await work(tenant);
    const { shipments, shipment_items: parts, workflows } = await everythingOf(tenant);
    const shipment = shipments.find((each) => each.trackingNumber === 'TM123456789TM');
    const integration = workflows[0]?.['@id'];
    expect(shipment).toMatchObject({
      email: 'non-existing@trackmage.com',
      phoneNumber: '13125551212',
      workspace: tenant.workspace,
      externalSourceIntegration: integration,
      externalSourceSyncId: 'ws_123456',
      externalSourceIntegrationType: 'integration-csv',
      fulfillmentSyncId: 'als_123456',
      address: {
        city: 'Liberal',
        company: 'Acme, Inc.',
        postcode: '67901',
        state: 'Kansas',
        lastName: 'Gale',
      },
      shipmentStatus: { code: 'new', title: 'New' },
    });
    const own = parts.filter((each) => each.shipment === shipment['@id']);
    expect(own.map(({ externalSourceSyncId, qty }) => [externalSourceSyncId, qty])).toEqual([
      ['wsi_123456', 10],
      ['wsi_123457', 2],
    ]);
    expect(shipment.shipmentItems).toEqual(own.map((each) => each['@id']));
  });

  it('comes through a server that is away, collides, or loses its answers', async () => {
    const tenant = await api.tenant();
    const front = await faultyFront(api.url());
    const finished = await work(tenant, [], front.url);
    await front.close();
    expect(lastLine(finished)).toMatch(/ 0 failed$/);
    expect(finished.code).toBe(0);
    expect(front.faults()).toBeGreaterThan(10);
    expect(finished.stderr).toMatch(/^again {4}\/orders in \d+ ms: /m);
    const all = await everythingOf(tenant);
    expect(sizes(all)).toEqual(OBJECTS);
    expect(all.order_items.map(({ fulfilledQty }) => fulfilledQty as number)).toEqual([
      ...[2, 1, 6, 1, 0, 0, 1, 2, 1, 1, 3, 12],
    ]);
  });

  it('goes on after what cannot be imported, says why, and ends with code 1', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'waybill-csv-'));
    try {
      const tenant = await api.tenant();
      const csv = join(directory, 'orders.csv');
      const text = await readFile(file('orders.csv'), 'utf8');
      await writeFile(
        csv,
        text.replaceAll('mia.huber@example.com', 'mia.huber@').replace(',3,1550', ',5,1550'),
      );
      const { code, stdout } = await work(tenant, [csv]);
      expect(code).toBe(1);
      expect(stdout).toMatch(
        /^failed +orders +WEB-5003: 400 email: This value is not a valid email address\.$/m,
      );
      expect(stdout).toMatch(/^failed +shipment_items +15501234568015-5006-1: 400 qty: .*4 or less/m);
      const { orders, shipments } = await everythingOf(tenant);
      expect(orders.map((each) => each.orderNumber)).not.toContain('WEB-5003');
      expect([orders.length, shipments.length]).toEqual([6, 7]);
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it('says what is missing in its environment, and when its client is refused', async () => {
    expect(await run(process.execPath, [WORKER], { WAYBILL_URL: api.url() })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Please set WAYBILL_CLIENT_ID, WAYBILL_CLIENT_SECRET, WAYBILL_WORKSPACE in the environment.\n',
    });
    const tenant = await api.tenant();
    const refused = await work({ ...tenant, clientSecret: 'wrong' });
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('No token: The client credentials are invalid');
  });
});

interface Front {
  readonly url: string;
  readonly faults: () => number;
  readonly close: () => Promise<void>;
}

/** Stands before a server: of every four requests it refuses one (503 or 409), and loses the answer to another one. */
async function faultyFront(target: string): Promise<Front> {
  let requests = 0;
  let faults = 0;
  const server = createServer((request, response) => {
    const turn = requests++ % 8;
    if (turn % 4 === 1) {
      faults++;
      response.writeHead(turn === 1 ? 503 : 409).end();
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = 'GET', url = '' } = request;
      const headers = Object.entries(request.headers).filter(([name]) =>
        /^(accept|auth|content-type|idem)/.test(name),
      );
      const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) };
      void fetch(target + url, { method, headers: headers as [string, string][], ...body }).then(
        async (answer) => {
          const text = await answer.text();
          if (turn % 4 === 3) {
            faults++;
            response.destroy();
          } else response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(text);
        },
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    faults: () => faults,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
