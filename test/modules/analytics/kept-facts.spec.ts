import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Random } from '../../../src/demo/random.js';
import { TIME_NAMES } from '../../../src/modules/analytics/durations.js';
import { KeyIndex } from '../../../src/modules/analytics/key-index.js';
import type { Facts } from '../../../src/modules/analytics/facts.js';
import { KeptFacts } from '../../../src/modules/analytics/kept-facts.js';
import { readAllFacts } from '../../../src/modules/analytics/read-facts.js';
import type { Database } from '../../../src/core/database/database.js';
import { pkOf } from '../../support/all-rows.js';
import {
  type Body,
  type Client,
  onEachApi,
  signIn,
  startServer,
  type TenantClient,
} from '../../support/api.js';
import { statementsOf } from '../../support/statements.js';

const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

describe('the index of keys', () => {
  it('finds what is there, and nothing else, after many were added and removed', () => {
    const random = new Random(3);
    const keys: number[] = [];
    const index = new KeyIndex((row) => keys[row] ?? 0);
    const there = new Map<number, number>();
    for (let step = 0; step < 20_000; step++) {
      const key = random.whole(1, 900) * 64;
      const row = there.get(key);
      if (row === undefined) {
        keys.push(key);
        index.add(keys.length - 1);
        there.set(key, keys.length - 1);
      } else {
        index.remove(row);
        keys[row] = 0;
        there.delete(key);
      }
      const other = random.whole(1, 900) * 64;
      expect(index.rowOf(other)).toBe(there.get(other) ?? -1);
    }
    expect([...there].filter(([key, row]) => index.rowOf(key) !== row)).toEqual([]);
  });
});

const MOMENTS = [
  'orderedAt',
  'createdAt',
  'shippedAt',
  'deliveredAt',
  'labelledAt',
  'handedOverAt',
  'expectedDeliveryDate',
  'lastCheckpointAt',
  'lastStatusUpdate',
] as const;
const DIMENSIONS = [
  'trackingStatus',
  'originCarrier',
  'destinationCarrier',
  'originCountryIso2',
  'destinationCountryIso2',
  'externalSourceIntegrationPk',
] as const;

/** What facts say of each shipment, by its key. */
function toldBy(facts: Facts): ReadonlyMap<number, unknown> {
  const told = new Map<number, unknown>();
  for (let row = 0; row < facts.size; row++) {
    const pk = facts.pk[row] ?? 0;
    if (pk === 0) continue;
    if (told.has(pk)) throw new Error(`${pk} is there twice.`);
    told.set(pk, [
      {
        ...facts.states.all[facts.state[row] ?? 0],
        status: (facts.numbers('trackingStatus')[row] ?? 0) ? 'some' : 'none',
      },
      facts.score[row],
      MOMENTS.map((path) => facts.moment(path)[row]),
      DIMENSIONS.map((path) => facts.valueOf(path, facts.numbers(path)[row] ?? 0)),
      TIME_NAMES.map((name) => facts.durations[name].packed[row]),
    ]);
  }
  return new Map([...told].sort(([one], [other]) => one - other));
}

const STATUSES = [
  'pre_transit',
  'in_transit',
  'unsuccessful_delivery',
  'exception',
  'delivered',
  'delivered',
];

/** The beginning of the statement that finds a page of shipments to read all facts of. */
const PAGE = /^SELECT t\.pk FROM shipments/;

onEachApi((api) => {
  let tenant: TenantClient;
  let there: TenantClient;
  let operator: Client;
  let other: Awaited<ReturnType<typeof startServer>>;
  let workspacePk: number;

  beforeAll(async () => {
    tenant = await api.tenant();
    operator = await api.operator();
    other = await startServer(api.database.url());
    there = { ...tenant, ...(await signIn(other.url, tenant)) };
    workspacePk = await pkOf(api.db(), 'workspaces', tenant.workspace.slice('/workspaces/'.length));
  });
  afterAll(() => other.app.close());

  /** What a process has kept, brought up to date as for a question. */
  const kept = async (facts: KeptFacts): Promise<Facts> => {
    const caller = { request: 'test' } as unknown as Parameters<KeptFacts['of']>[1];
    return (await facts.of([workspacePk], caller))[0] as Facts;
  };
  const fresh = async (): Promise<Facts> => {
    const database = api.db();
    const read = (sql: string, params: Parameters<Database['read']>[1]) => database.read(sql, params);
    return (await readAllFacts(workspacePk, database.dialect, read)).facts;
  };
  const processes = (): KeptFacts[] => [api.provider(KeptFacts), other.app.get(KeptFacts)];
  async function expectThemToBeRight(): Promise<void> {
    const right = toldBy(await fresh());
    for (const each of processes()) expect(toldBy(await kept(each))).toEqual(right);
  }

  let used = 0;
  const number = (): string => `KF${String(++used).padStart(7, '0')}XY`;

  /** Writes something, and remembers what it has made. */
  class Writer {
    private readonly random: Random;
    private readonly shipments: { iri: string; number: string }[] = [];
    private readonly orders: string[] = [];
    private readonly workflows: string[] = [];

    constructor(
      private readonly client: TenantClient,
      seed: number,
    ) {
      this.random = new Random(seed);
    }

    private taken<T>(all: T[]): T | undefined {
      return all.splice(this.random.whole(0, Math.max(0, all.length - 1)), 1)[0];
    }

    async write(): Promise<void> {
      const { random, client, shipments, orders } = this;
      const { workspace } = client;
      const some = shipments.length > 0 ? random.one(shipments) : undefined;
      const chance = random.next();
      if (chance < 0.25 || !some) {
        const trackingNumber = number();
        const body = {
          workspace,
          trackingNumber,
          originCarrier: random.one(['ups', 'dhl']),
          ...(orders.length > 0 && random.chance(0.4) ? { orders: [random.one(orders)] } : {}),
          ...(this.workflows.length > 0 && random.chance(0.5)
            ? { externalSourceIntegration: random.one(this.workflows), externalSourceSyncId: trackingNumber }
            : {}),
        };
        const { status, body: made } = await client.post('/shipments', body);
        if (status === 201) shipments.push({ iri: made['@id'], number: trackingNumber });
      } else if (chance < 0.35) {
        const orderNumber = `KF-${random.whole(1, 40)}`;
        const { status, body } = await client.post('/orders', { workspace, orderNumber });
        if (status === 201) orders.push(body['@id'] as string);
      } else if (chance < 0.42) {
        await client.put(some.iri, { orderNumbers: [`KF-${random.whole(1, 40)}`] });
      } else if (chance < 0.47 && orders.length > 0) {
        await client.put(random.one(orders), { shipments: [some.iri] });
      } else if (chance < 0.53) {
        const gone = this.taken(orders);
        if (gone) await client.delete(gone);
      } else if (chance < 0.58) {
        some.number = number();
        await client.put(some.iri, { trackingNumber: some.number });
      } else if (chance < 0.63) {
        const gone = this.taken(shipments);
        if (gone)
          await client.post('/shipments/merge', { shipmentId: gone.iri, trackingNumber: some.number });
      } else if (chance < 0.7) {
        const gone = this.taken(shipments);
        if (gone) await client.delete(gone.iri);
      } else if (chance < 0.73) {
        const body = { title: 'Shop', type: 'integration-woocommerce', workspace };
        const { status, body: made } = await client.post('/workflows', body);
        if (status === 201) this.workflows.push(made['@id'] as string);
      } else if (chance < 0.75) {
        const gone = this.taken(this.workflows);
        if (gone) await client.delete(gone);
      } else await this.report();
    }

    private async report(): Promise<void> {
      const { random, shipments } = this;
      const updates: Body[] = Array.from({ length: random.whole(1, 3) }, () => ({
        trackingNumber: random.one(shipments).number,
        checkpoints: Array.from({ length: random.whole(1, 3) }, () => ({
          status: random.one(STATUSES),
          date: iso(Date.now() - random.whole(1, 900) * HOUR),
          location: random.one(['Berlin, DE', 'Los Angeles, CA, US']),
        })),
        destinationCountryIso2: random.one(['DE', 'US', undefined]),
        destinationCarrier: random.one(['usps', undefined]),
        ...(random.chance(0.4)
          ? { expectedDeliveryDate: iso(Date.now() - random.whole(0, 900) * HOUR).slice(0, 10) }
          : {}),
      }));
      await operator.post('/tracking_updates', updates);
    }
  }

  it('are right after whatever several clients write at once, through two processes', async () => {
    await expectThemToBeRight();
    const writers = [1, 2, 3, 4].map((seed) => new Writer(seed % 2 === 0 ? there : tenant, seed));
    for (let round = 0; round < 6; round++) {
      await Promise.all(
        writers.map(async (writer) => {
          for (let step = 0; step < 25; step++) {
            await writer.write();
            if (step % 10 === round) for (const each of processes()) await kept(each);
          }
        }),
      );
      await expectThemToBeRight();
    }
    const facts = await kept(other.app.get(KeptFacts));
    expect(toldBy(facts).size).toBeGreaterThan(60);
    const ordered = [...toldBy(facts).values()].filter((told) => ((told as number[][])[2]?.[0] ?? 0) > 0);
    expect(ordered.length).toBeGreaterThan(5);
  }, 120_000);

  it('read no more than what has changed', async () => {
    const shop = await api.tenant();
    const summary = `${shop.workspace}/analytics/summary`;
    const created = async (): Promise<number> => (await shop.get(summary)).body.created.value as number;
    const made: Body[] = [];
    for (let each = 0; each < 5; each++)
      made.push(await shop.make('/shipments', { workspace: shop.workspace }));
    expect(await created()).toBe(5);
    const statements = await statementsOf(async () => {
      await shop.delete(made[0]['@id'] as string);
      expect(await created()).toBe(4);
      const order = await shop.make('/orders', { workspace: shop.workspace, orderNumber: 'KEPT-1' });
      await shop.put(made[1]['@id'] as string, { orderNumbers: ['KEPT-1'] });
      const { body } = await shop.get(`${summary}?exists[orderedAt]=true`);
      expect(body.created.value).toBe(1);
      await shop.delete(order['@id'] as string);
      expect((await shop.get(`${summary}?exists[orderedAt]=true`)).body.created.value).toBe(0);
    });
    expect(statements.filter((sql) => PAGE.test(sql))).toEqual([]);
    expect(statements.filter((sql) => sql.startsWith('SELECT v.version, t.pk'))).toHaveLength(3);
  });

  it('are read anew where nobody knows any more what has changed', async () => {
    const shop = await api.tenant();
    const summary = `${shop.workspace}/analytics/summary`;
    await shop.make('/shipments', { workspace: shop.workspace });
    expect((await shop.get(summary)).body.created.value).toBe(1);
    const gone = await shop.make('/shipments', { workspace: shop.workspace });
    await shop.make('/shipments', { workspace: shop.workspace });
    await shop.delete(gone['@id'] as string);
    await api.db().transaction((transaction) => transaction.run('DELETE FROM workspace_changes'));
    const statements = await statementsOf(async () => {
      expect((await shop.get(summary)).body.created.value).toBe(2);
    });
    expect(statements.filter((sql) => PAGE.test(sql))).not.toEqual([]);
  });
});
