import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TransitLimits } from '../../../src/config/transit-limits.js';
import { Clock } from '../../../src/core/database/clock.js';
import { Random } from '../../../src/demo/random.js';
import { rebuildFigures } from '../../../src/modules/analytics/rebuild-figures.js';
import {
  type Body,
  type Client,
  onEachApi,
  signIn,
  startServer,
  type TenantClient,
} from '../../support/api.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 3, 15, 12);
const iso = (at: number): string => new Date(at).toISOString();

const STATUSES = [
  'pre_transit',
  'in_transit',
  'exception',
  'unsuccessful_delivery',
  'delivery_in_progress',
  'delivered',
  'delivered',
  'return_to_sender',
];

/** Writes that are made at the same time. */
const WRITERS = 8;
const WRITES = 5000;

onEachApi((api) => {
  let tenant: TenantClient;
  let operator: Client;
  const random = new Random(5000);
  /** Shipments that are there, and their numbers. */
  const shipments: { iri: string; number: string }[] = [];
  let used = 0;

  beforeAll(async () => {
    tenant = await api.tenant();
    operator = await api.operator();
    api.setTime(NOW);
  });
  afterAll(() => api.setTime(undefined));

  const number = (): string => `RB${String(++used).padStart(7, '0')}XY`;
  const known = (): { iri: string; number: string } | undefined =>
    shipments.length > 0 ? random.one(shipments) : undefined;
  const take = (): { iri: string; number: string } | undefined =>
    shipments.splice(random.whole(0, Math.max(0, shipments.length - 1)), 1)[0];

  async function create(): Promise<void> {
    const trackingNumber = number();
    const { workspace } = tenant;
    const { status, body } = await tenant.post('/shipments', {
      workspace,
      trackingNumber,
      originCarrier: random.one(['ups', 'dhl', 'usps']),
      orderNumbers: random.chance(0.3) ? [`N-${random.whole(1, 99)}`] : [],
    });
    if (status === 201) shipments.push({ iri: body['@id'], number: trackingNumber });
  }

  /** News of some parcels, most of them late and out of order. */
  const report = (): Promise<unknown> =>
    operator.post(
      '/tracking_updates',
      Array.from({ length: random.whole(1, 3) }, () => ({
        trackingNumber: known()?.number ?? 'NONE',
        checkpoints: Array.from({ length: random.whole(0, 3) }, () => ({
          status: random.one(STATUSES),
          date: iso(NOW - random.whole(0, 40 * 24) * HOUR),
          location: random.one(['Berlin, DE', 'Los Angeles, CA, US', '']),
        })),
        destinationCountryIso2: random.one(['DE', 'US', undefined]),
        expectedDeliveryDate: random.chance(0.4)
          ? iso(NOW - random.whole(0, 30) * DAY).slice(0, 10)
          : undefined,
      })),
    );

  async function write(): Promise<void> {
    const chance = random.next();
    const some = known();
    if (chance < 0.3 || !some) return create();
    if (chance < 0.75) return void (await report());
    if (chance < 0.82)
      return void (await tenant.put(some.iri, { originCarrier: random.one(['ups', 'dhl']) }));
    if (chance < 0.88) {
      const trackingNumber = number();
      await tenant.put(some.iri, { trackingNumber });
      some.number = trackingNumber;
      return;
    }
    if (chance < 0.92) {
      const gone = take();
      if (gone) await tenant.post('/shipments/merge', { shipmentId: gone.iri, trackingNumber: some.number });
      return;
    }
    if (chance < 0.96)
      return void (await tenant.post('/orders', {
        workspace: tenant.workspace,
        orderNumber: `N-${random.whole(1, 99)}`,
      }));
    const gone = take();
    if (gone) await tenant.delete(gone.iri);
  }

  const figures = async (client: Client): Promise<Body[]> =>
    Promise.all(
      ['summary', 'series?interval=week', 'breakdown?by=lane', 'transit_times?by=carrier', 'exceptions'].map(
        async (name) => (await client.get(`${tenant.workspace}/analytics/${name}`)).body,
      ),
    );

  it(`finds no difference after ${WRITES} writes, deletes, late checkpoints and merges`, async () => {
    let left = WRITES;
    const writer = async (): Promise<void> => {
      while (left-- > 0) {
        await write();
        // somebody looks all the time
        if (left % 250 === 0) await tenant.get(`${tenant.workspace}/analytics/summary`);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    const kept = await figures(tenant);
    expect(kept[0].delivered.value).toBeGreaterThan(100);
    const { shipments: looked, changed } = await rebuildFigures(api.db(), new TransitLimits(), NOW);
    expect(looked).toBe(kept[0].created.value);
    expect(changed).toBe(0);
    expect(await figures(tenant)).toEqual(kept);
    // a process that has kept nothing answers the same
    const other = await startServer(api.database.url());
    try {
      other.app.get(Clock).now = () => NOW;
      expect(await figures(await signIn(other.url, tenant))).toEqual(kept);
    } finally {
      await other.app.close();
    }
  }, 300_000);

  it('mends what somebody has written by hand', async () => {
    await api.db().transaction(async (transaction) => {
      await transaction.run(
        "UPDATE shipments SET deliveredAt = '2026-01-01 00:00:00', failedAttempts = 9, punctuality = NULL WHERE trackingStatus = 'delivered'",
      );
    });
    const broken = await rebuildFigures(api.db(), new TransitLimits(), NOW);
    expect(broken.changed).toBeGreaterThan(100);
    expect((await rebuildFigures(api.db(), new TransitLimits(), NOW)).changed).toBe(0);
  });
});
