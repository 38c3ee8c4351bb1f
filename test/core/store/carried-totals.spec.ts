import { describe, expect, it, jest } from '@jest/globals';
import { Eraser } from '../../../src/modules/erasure/eraser.js';
import {
  onEachApi,
  signIn,
  startServer,
  type Answer,
  type Body,
  type Client,
  type TenantClient,
} from '../../support/api.js';
import { bodies, type OneOfEach } from '../../support/one-of-each.js';
import { untoldChanges } from '../../support/recorded-rows.js';
import { countsOf } from '../../support/statements.js';

const DAY = 86_400_000;

/** A generator of its own, so that a run can be done again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const total = async (client: Pick<TenantClient, 'get'>, path: string): Promise<number> => {
  const { status, body } = await client.get(path);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
  return body['hydra:totalItems'] as number;
};

const UPSERT = { prefer: 'resolution=merge-duplicates' };

/** Filters of shipments of which each is told by the row itself. */
const OWN_FILTERS = [
  '',
  'email=ann',
  'email=%20ann',
  'trackingStatus[]=no_info&trackingStatus[]=in_transit',
  'trackingNumber=NUMBER1',
  'originCarrier=gls',
  'createdAt[after]=2026-01-01&address.countryIso2=AT',
  'createdAt[strictly_before]=2020-01-01',
  'empty[email]=true',
  'empty[email]=false&empty[trackingNumber]=true',
  'daysInIdle=0',
  'daysInTransit[gte]=3',
  'reviewTotalScore[gt]=1',
  'address.city=ö&phoneNumber=5',
  'shipmentStatus.code=packed',
  'empty[orderNumbers]=true',
];

onEachApi((api) => {
  const truth = async (client: Pick<Client, 'get'>, path: string): Promise<number> => {
    // a page that is not full tells the total by itself
    const all = await client.get(`${path}${path.includes('?') ? '&' : '?'}itemsPerPage=500`);
    expect(all.body['hydra:member'].length).toBeLessThan(500);
    return all.body['hydra:member'].length as number;
  };

  describe('the total of a list that is written to', () => {
    it('is told without counting again, whatever the row itself says', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const lists = OWN_FILTERS.map((filter) => `${workspace}/shipments?${filter}`);
      const body = (number: number): Body => ({
        workspace,
        email: number % 2 === 0 ? 'Ann@example.com' : 'bob@example.com',
        trackingNumber: `NUMBER${number}`,
        originCarrier: number % 3 === 0 ? 'gls' : 'dhl',
        address: { countryIso2: 'AT', city: 'Öblarn' },
        phoneNumber: `+43 ${number}`,
        shipmentStatus: { code: number % 2 === 0 ? 'packed' : 'new', title: 'A status' },
      });
      const made = [await tenant.make('/shipments', body(0)), await tenant.make('/shipments', body(1))];
      // a page that is not full tells the total, and nothing is counted
      for (const list of lists) await total(tenant, `${list}&itemsPerPage=0`);
      const seen: [string, number, number][] = [];
      const counts = await countsOf(async () => {
        for (let round = 0; round < 6; round++) {
          if (round < 3) made.push(await tenant.make('/shipments', body(round + 2)));
          else if (round === 3)
            await tenant.put(made[0]['@id'], { email: 'bob@example.org', phoneNumber: '5' });
          else if (round === 4) await tenant.put(made[1]['@id'], { trackingNumber: null });
          else await tenant.delete(made[2]['@id']);
          for (const list of lists)
            seen.push([list, await total(tenant, `${list}&itemsPerPage=1`), await truth(tenant, list)]);
        }
      });
      expect(seen.filter(([, told, counted]) => told !== counted)).toEqual([]);
      expect(counts).toEqual([]);
    });

    it('is counted where a status that rows refer to gets another code, or goes', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const status = await tenant.make('/statuses', { workspace, entity: 'shipments', code: 'boxed' });
      const list = `${workspace}/shipments?shipmentStatus.code=boxed&itemsPerPage=0`;
      for (let made = 0; made < 3; made++)
        await tenant.make('/shipments', { workspace, shipmentStatus: status['@id'] });
      expect(await total(tenant, list)).toBe(3);
      await tenant.put(status['@id'], { code: 'wrapped' });
      expect(await total(tenant, list)).toBe(0);
      await tenant.put(status['@id'], { code: 'boxed', title: 'Boxed' });
      expect(await total(tenant, list)).toBe(3);
      await tenant.delete(status['@id']);
      expect(await total(tenant, list)).toBe(0);
    });

    it('follows shipments that begin to move, and days that pass between two writes', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const operator = await api.operator();
      const noon = Date.UTC(2026, 4, 10, 12);
      const numbers = ['D1', 'D2', 'D3', 'D4'].map((each) => `${each}${Math.random()}`.replace('0.', ''));
      const push = (trackingNumber: string | undefined, at: number): Promise<unknown> =>
        operator.post('/tracking_updates', {
          updates: [
            { trackingNumber, checkpoints: [{ date: new Date(at).toISOString(), status: 'in_transit' }] },
          ],
        });
      const seen = async (): Promise<number[]> => [
        await total(tenant, `${workspace}/shipments?daysInTransit[gte]=2&itemsPerPage=0`),
        await total(tenant, `${workspace}/shipments?daysInTransit=1&itemsPerPage=0`),
        await total(tenant, `${workspace}/shipments?daysInTransit[lt]=1&itemsPerPage=0`),
      ];
      api.setTime(noon);
      try {
        for (const trackingNumber of numbers) await tenant.make('/shipments', { workspace, trackingNumber });
        expect(await seen()).toEqual([0, 0, 0]);
        await push(numbers[0], noon - DAY - 1000);
        expect(await seen()).toEqual([0, 1, 0]);
        await push(numbers[1], noon - DAY - 3000);
        await push(numbers[2], noon - 5000);
        expect(await seen()).toEqual([0, 2, 1]);
        api.setTime(noon + 10_000);
        await push(numbers[3], noon + 9000);
        expect(await seen()).toEqual([0, 2, 2]);
        api.setTime(noon + DAY - 4000);
        expect(await seen()).toEqual([0, 3, 1]);
        api.setTime(noon + DAY - 2500);
        expect(await seen()).toEqual([1, 2, 1]);
      } finally {
        api.setTime(undefined);
      }
    });

    it.each([0, 0.999])(
      'follows items made after an upsert, whichever slot (%d) takes them',
      async (slot) => {
        const tenant = await api.tenant();
        const { workspace } = tenant;
        const list = `${workspace}/shipments?email=ann&itemsPerPage=1`;
        const make = (trackingNumber: string): Promise<Answer> =>
          tenant.post('/shipments', { workspace, trackingNumber, email: 'ann@example.com' }, UPSERT);
        const random = jest.spyOn(Math, 'random').mockReturnValue(slot);
        try {
          const totals: number[] = [];
          for (const number of ['SLOT1', 'SLOT2', 'SLOT1', 'SLOT3', 'SLOT4']) {
            expect([200, 201]).toContain((await make(number)).status);
            totals.push(await total(tenant, list));
          }
          expect(totals).toEqual([1, 2, 2, 3, 4]);
        } finally {
          random.mockRestore();
        }
      },
    );

    it('is the same as a count after whatever several clients write at once, through two processes', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const other = await startServer(api.database.url());
      try {
        const there = await signIn(other.url, tenant);
        const item = await tenant.make('/order_items', {
          order: (await tenant.make('/orders', { workspace, orderNumber: 'R-1' }))['@id'],
          qty: 1000,
        });
        const lists = [
          ...OWN_FILTERS.map((filter) => `${workspace}/shipments?${filter}`),
          `${workspace}/orders?fulfillmentStatus=not_fulfilled`,
          `${workspace}/orders?email=ann`,
          '/order_items?qty[gte]=1',
          '/shipment_items?qty=1',
          `/shipment_items?orderItem.id=${item.id as string}`,
          `/shipment_items?shipment.trackingNumber=NUMBER`,
          '/shipments?orderNumbers=R-1',
          '/tracking_checkpoints?',
        ];
        const writer = async (
          client: Pick<TenantClient, 'get' | 'post' | 'put' | 'delete'>,
          seed: number,
        ) => {
          const random = randomOf(seed);
          const mine: string[] = [];
          const pick = (): string => mine[random(mine.length)] ?? '';
          for (let step = 0; step < 25; step++) {
            const body = {
              email: ['ann@example.com', 'Bob@example.com', null][random(3)],
              phoneNumber: String(random(50)),
              originCarrier: ['gls', 'dhl', null][random(3)],
              address: { countryIso2: ['AT', 'DE'][random(2)], city: ['Öblarn', 'Wien'][random(2)] },
              ...(random(2) === 0 ? { trackingNumber: `NUMBER${seed}X${step}` } : {}),
              ...(random(3) === 0 ? { shipmentStatus: { code: 'packed', title: 'Packed' } } : {}),
              ...(random(4) === 0 ? { trackingNumber: 'TM102HELLO1TM', originCarrier: 'test' } : {}),
            };
            const kind = random(10);
            const answers =
              kind < 4 || mine.length === 0
                ? [await client.post('/shipments', { workspace, ...body }, random(2) === 0 ? UPSERT : {})]
                : kind === 4
                  ? [await client.delete(mine.splice(random(mine.length), 1)[0] ?? '')]
                  : kind === 5
                    ? [
                        await client.post('/shipment_items', {
                          shipment: pick(),
                          orderItem: item['@id'],
                          qty: 1,
                        }),
                      ]
                    : kind === 6
                      ? [
                          await client.post(
                            '/orders',
                            {
                              workspace,
                              orderNumber: `R-${random(5)}`,
                              email: body.email,
                              items: [{ qty: random(3) }],
                            },
                            random(2) === 0 ? UPSERT : {},
                          ),
                        ]
                      : [await client.put(pick(), body)];
            for (const answer of answers) {
              if (![200, 201, 204, 400, 404].includes(answer.status))
                throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
              if (answer.status === 201 && String(answer.body['@id']).startsWith('/shipments/'))
                mine.push(answer.body['@id'] as string);
            }
            await total(client, `${lists[random(lists.length)]}&itemsPerPage=1`);
          }
        };
        for (let round = 0; round < 3; round++) {
          await Promise.all(
            [tenant, tenant, there, there].map((client, index) => writer(client, round * 10 + index)),
          );
          const wrong: unknown[] = [];
          for (const client of [tenant, there])
            for (const list of lists) {
              const [told, counted] = [
                await total(client, `${list}&itemsPerPage=1`),
                await truth(client, list),
              ];
              if (told !== counted) wrong.push([list, told, counted]);
            }
          expect(wrong).toEqual([]);
        }
      } finally {
        await other.app.close();
      }
    }, 120_000);

    it('is counted once for clients that ask at the same time', async () => {
      const tenant = await api.tenant();
      for (let made = 0; made < 3; made++) await tenant.make('/shipments', { workspace: tenant.workspace });
      // each of the others has seen another version of the workspace
      const ask = (): Promise<number> =>
        total(tenant, `${tenant.workspace}/shipments?createdAt[after]=2020-01-01&itemsPerPage=1`);
      const write = (): Promise<unknown> => tenant.make('/shipments', { workspace: tenant.workspace });
      const counts = await countsOf(async () => {
        await Promise.all([
          ask(),
          write(),
          ask(),
          write(),
          ask(),
          ask(),
          write(),
          ask(),
          ask(),
          ask(),
          ask(),
        ]);
        expect(await ask()).toBe(
          await truth(tenant, `${tenant.workspace}/shipments?createdAt[after]=2020-01-01`),
        );
      });
      expect(counts).toHaveLength(1);
    });
  });

  describe('what a unit of work says of the rows that it changes', () => {
    it('is what has become of them, whoever writes', async () => {
      const tenant = await api.tenant();
      const operator = await api.operator();
      const { workspace } = tenant;
      // it empties the images of workspaces in which persons are erased, whenever it comes by
      const erasing = jest.spyOn(Eraser.prototype, 'erase').mockResolvedValue();
      const untold = await untoldChanges(api, async () => {
        const have: Record<string, Body> = { Workspace: (await tenant.get(workspace)).body };
        have.Team = (await tenant.get(have.Workspace.team as string)).body;
        for (const name of [
          'Workflow',
          'TrackingPage',
          'Status',
          'Product',
          'ProductVariant',
          'Order',
          'OrderItem',
          'Shipment',
          'ShipmentItem',
          'Note',
        ]) {
          const path = paths[name as keyof typeof paths];
          have[name] = await tenant.make(path, bodies(have as OneOfEach)[name]);
        }
        const { Shipment: shipment, Order: order, OrderItem: item } = have;
        const checkpoints = (status: string, at: number): Body => [
          { date: new Date(Date.now() - at).toISOString(), status, info: 'News' },
        ];
        const push = async (status: string, at: number): Promise<void> => {
          const updates = [{ trackingNumber: shipment.trackingNumber, checkpoints: checkpoints(status, at) }];
          expect((await operator.post('/tracking_updates', { updates })).status).toBe(200);
        };
        await push('in_transit', DAY);
        await push('delivered', 1000);
        await tenant.put(order['@id'], { orderNumber: 'Renamed', email: 'new@example.com' });
        await tenant.put(item['@id'], { qty: 9 });
        await tenant.put(shipment['@id'], { trackingNumber: 'TM102HELLO1TM', originCarrier: 'test' });
        const second = await tenant.make('/shipments', {
          workspace,
          orders: [order['@id']],
          shipmentItems: [{ orderItem: item['@id'], qty: 1 }],
        });
        await tenant.put(second['@id'], { shipmentItems: [] });
        await tenant.post('/change_status_batch', {
          entity: 'orders',
          items: [order.id],
          status: 'completed',
        });
        await tenant.put(have.Status['@id'], { code: 'another' });
        await tenant.delete(second['@id']);
        await tenant.delete(have.Note['@id']);
      });
      erasing.mockRestore();
      expect(untold).toEqual([]);
    });
  });
});

const paths = {
  Workflow: '/workflows',
  TrackingPage: '/tracking_pages',
  Status: '/statuses',
  Product: '/products',
  ProductVariant: '/product_variants',
  Order: '/orders',
  OrderItem: '/order_items',
  Shipment: '/shipments',
  ShipmentItem: '/shipment_items',
  Note: '/notes',
};
