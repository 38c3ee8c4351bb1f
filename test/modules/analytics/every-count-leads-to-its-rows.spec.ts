import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Random } from '../../../src/demo/random.js';
import { type Body, type Client, onEachApi, type TenantClient } from '../../support/api.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After the clocks of Europe and America have changed. */
const NOW = Date.UTC(2026, 3, 20, 15, 30);
const iso = (at: number): string => new Date(at).toISOString();

const CARRIERS = ['ups', 'dhl', 'usps', null];
const COUNTRIES = ['DE', 'US', 'CN', undefined];
const ZONES = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Auckland'];
const COURSE = [
  'pre_transit',
  'in_transit',
  'customs_clearance',
  'exception',
  'delivery_in_progress',
  'unsuccessful_delivery',
  'available_for_pickup',
  'delivered',
  'return_to_sender',
  'cancelled',
];

/** Filters of lists, with values that find something, nothing, or cannot be used. */
const FILTERS: readonly ((random: Random) => readonly (readonly [string, string])[])[] = [
  (random) => [
    ['trackingStatus[]', random.one(COURSE)],
    ['trackingStatus[]', random.one(COURSE)],
  ],
  (random) => [['trackingStatus', random.one([...COURSE, ''])]],
  (random) => [['originCarrier', random.one(['ups', 'UPS', 'dhl', 'nobody'])]],
  (random) => [
    ['originCarrier[]', 'usps'],
    ['originCarrier[]', random.one(['ups', 'dhl'])],
  ],
  (random) => [['destinationCountryIso2', random.one(['de', 'US', 'AT'])]],
  () => [
    ['originCountryIso2[]', 'CN'],
    ['originCountryIso2[3]', 'DE'],
  ],
  (random) => [['createdAt[after]', iso(NOW - random.whole(1, 60) * DAY)]],
  (random) => [['createdAt[before]', iso(NOW - random.whole(1, 30) * DAY)]],
  (random) => [
    ['createdAt[strictly_before]', 'never'],
    ['shippedAt[after]', iso(NOW - random.whole(1, 60) * DAY)],
  ],
  (random) => [['deliveredAt[strictly_after]', iso(NOW - random.whole(1, 40) * DAY)]],
  (random) => [
    [
      `exists[${random.one(['deliveredAt', 'shippedAt', 'orderedAt', 'originCarrier'])}]`,
      random.one(['true', 'false', '0', '']),
    ],
  ],
  (random) => [
    ['phase[]', random.one(['pending', 'delivered'])],
    ['phase[]', random.one(['exception', 'returned'])],
  ],
  (random) => [['punctuality', random.one(['early', 'late', 'never'])]],
  (random) => [['firstPunctuality', random.one(['on_time', 'late'])]],
  (random) => [
    ['transitTime[gte]', random.one(['1', '2.5', 'x'])],
    ['transitTime[lt]', '12'],
  ],
  (random) => [['failedAttempts[gte]', random.one(['0', '1'])]],
  () => [['failedAttempts[lte]', '0']],
  (random) => [['email', random.one(['ann', 'bob'])]],
  (random) => [['empty[email]', random.one(['true', 'false'])]],
  (random) => [['daysInTransit[gte]', String(random.whole(0, 9))]],
  (random) => [['orderNumbers', `N-${random.whole(1, 9)}`]],
  (random) => [['lastCheckpointAt[before]', iso(NOW - random.whole(1, 30) * DAY)]],
  (random) => [['expectedDeliveryDate[strictly_before]', iso(NOW - random.whole(-3, 9) * DAY)]],
  () => [['exists[externalSourceIntegration]', 'false']],
  () => [['id', 'none']],
];

const BREAKDOWNS = [
  'originCarrier',
  'destinationCarrier',
  'destinationCountryIso2',
  'originCountryIso2',
  'trackingStatus',
  'lane',
  'integration',
  'weekday',
];

/** A question with filters, as a path below a workspace or team. */
function questionOf(random: Random): string {
  const query = new URLSearchParams();
  for (let left = random.whole(0, 3); left > 0; left--)
    for (const [name, value] of random.one(FILTERS)(random)) query.append(name, value);
  if (random.chance(0.6)) query.set('tz', random.one(ZONES));
  if (random.chance(0.6)) query.set('date', random.one(['createdAt', 'shippedAt', 'deliveredAt']));
  if (random.chance(0.5))
    query.set('from', iso(NOW - random.whole(20, 70) * DAY).slice(0, random.one([10, 19])));
  if (random.chance(0.3))
    query.set('to', iso(NOW - random.whole(0, 19) * DAY).slice(0, random.one([10, 19])));
  if (random.chance(0.4)) query.set('days', 'business');
  if (random.chance(0.4)) query.set('idleDays', String(random.whole(1, 20)));
  const endpoint = random.one(['summary', 'series', 'breakdown', 'breakdown', 'transit_times', 'exceptions']);
  if (endpoint === 'series') query.set('interval', random.one(['week', 'month']));
  if (endpoint === 'breakdown') query.set('by', random.one(BREAKDOWNS));
  if (endpoint === 'transit_times') query.set('by', random.one(['carrier', 'lane', 'carrier_and_lane']));
  return `/analytics/${endpoint}?${query.toString()}`;
}

/** Links that are followed at the same time. */
const AT_ONCE = 8;

/** Every count in an answer, by where it stands. */
function countsIn(answer: unknown, path = ''): { path: string; value: number; shipments: string }[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const { value, shipments } = answer as Body;
  const own = typeof shipments === 'string' ? [{ path, value, shipments }] : [];
  return [...own, ...Object.entries(answer).flatMap(([key, each]) => countsIn(each, `${path}/${key}`))];
}

onEachApi((api) => {
  let tenant: TenantClient;
  let operator: Client;
  const random = new Random(20_261_128);

  beforeAll(async () => {
    tenant = await api.tenant(['Main shop', 'Other shop']);
    operator = await api.operator();
    api.setTime(NOW);
    const workflow = await tenant.make('/workflows', {
      title: 'Shop',
      type: 'integration-woocommerce',
      workspace: tenant.workspace,
    });
    await tenant.put(`/workspaces/${tenant.workspaces[1]?.id}`, { weekend: [5, 6] });
    for (let made = 0; made < 70; made++) await ship(made, workflow['@id']);
    // the sweeper ends those that are under way for long, sooner or later
    await move('FRESH000001XY', NOW - 9 * DAY);
    await move('FRESH000002XY', NOW - HOUR);
    await score();
    api.setTime(NOW);
  });
  afterAll(() => api.setTime(undefined));

  /** A shipment as it may come: with and without order, number, carrier, places, reports and a date. */
  async function ship(made: number, workflow: string): Promise<void> {
    const createdAt = NOW - random.whole(0, 70 * 24) * HOUR;
    const workspace = `/workspaces/${tenant.workspaces[random.chance(0.7) ? 0 : 1]?.id}`;
    const isFirst = workspace === tenant.workspace;
    if (random.chance(0.5)) {
      api.setTime(createdAt - random.whole(0, 100) * HOUR);
      await tenant.make('/orders', { workspace, orderNumber: `N-${random.whole(1, 30)}-${made}` });
    }
    api.setTime(createdAt);
    const number = `LINK${String(made).padStart(6, '0')}${random.whole(10, 99)}`;
    const orders = (await tenant.get(`${workspace}/orders?order[createdAt]=desc&itemsPerPage=1`)).body;
    const { '@id': order } = (orders['hydra:member'][0] ?? {}) as { '@id'?: string };
    await tenant.make('/shipments', {
      workspace,
      trackingNumber: random.chance(0.9) ? number : null,
      originCarrier: random.one(CARRIERS),
      email: random.one(['ann@example.com', 'bob@example.com', null]),
      ...(random.chance(0.5) && order ? { orders: [order] } : {}),
      ...(isFirst && random.chance(0.3)
        ? { externalSourceIntegration: workflow, externalSourceSyncId: number }
        : {}),
    });
    let at = createdAt + random.whole(-3, 40) * HOUR;
    const checkpoints: object[] = [];
    let last = at;
    for (const status of COURSE.filter(() => random.chance(0.55))) {
      checkpoints.push({
        status,
        date: iso(at),
        location: random.one(['Berlin, DE', 'Los Angeles, CA, US', '']),
      });
      last = at;
      at += random.whole(1, 110) * HOUR;
    }
    api.setTime(NOW);
    await operator.post('/tracking_updates', [
      {
        trackingNumber: number,
        checkpoints,
        originCountryIso2: random.one(COUNTRIES),
        destinationCountryIso2: random.one(COUNTRIES),
        destinationCarrier: random.one(['usps', undefined]),
        expectedDeliveryDate: random.chance(0.7)
          ? iso(last + random.whole(-1, 1) * DAY).slice(0, 10)
          : undefined,
      },
    ]);
    if (random.chance(0.2))
      await operator.post('/tracking_updates', [
        { trackingNumber: number, checkpoints: [], expectedDeliveryDate: iso(at + DAY).slice(0, 10) },
      ]);
  }

  /** A shipment that is under way since a moment. */
  async function move(trackingNumber: string, at: number): Promise<void> {
    api.setTime(at);
    const { workspace } = tenant;
    await tenant.make('/shipments', { workspace, trackingNumber, originCarrier: 'ups' });
    api.setTime(NOW);
    const checkpoints = [{ status: 'in_transit', date: iso(at) }];
    await operator.post('/tracking_updates', [{ trackingNumber, checkpoints }]);
  }

  /** Reviews, which customers write by way of a page. */
  const score = () =>
    api.db().transaction(async (transaction) => {
      await transaction.run(
        "UPDATE shipments SET reviewTotalScore = 4.33 WHERE trackingStatus = 'delivered' AND pk % 3 = 0",
      );
    });

  it('for any question, of a workspace and of a team', async () => {
    const totals = new Map<string, number>();
    const totalOf = async (path: string): Promise<void> => {
      const { status, body } = await tenant.get(`${path}${path.includes('?') ? '&' : '?'}itemsPerPage=0`, {
        prefer: 'handling=strict',
      });
      // a filter that cannot be used is ignored, as in the question
      const total =
        status === 400 ? (await tenant.get(path)).body['hydra:totalItems'] : body['hydra:totalItems'];
      totals.set(path, total as number);
    };
    const counts: { asked: string; path: string; value: number; shipments: string }[] = [];
    for (let each = 0; each < 55; each++) {
      const owner = random.chance(0.7) ? tenant.workspace : `/teams/${tenant.teamId}`;
      const asked = owner + questionOf(random);
      const { status, body } = await tenant.get(asked);
      expect([asked, status]).toEqual([asked, 200]);
      for (const count of countsIn(body)) counts.push({ asked, ...count });
    }
    const lists = [...new Set(counts.map(({ shipments }) => shipments))];
    const follow = async (): Promise<void> => {
      for (let list = lists.pop(); list !== undefined; list = lists.pop()) await totalOf(list);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, follow));
    const wrong = counts
      .map((count) => ({ ...count, total: totals.get(count.shipments) }))
      .filter(({ value, total }) => value !== total);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(counts.length).toBeGreaterThan(1500);
    expect([...totals.values()].filter((total) => total > 0).length).toBeGreaterThan(300);
  }, 120_000);

  describe('each endpoint', () => {
    it('counts something in this data, so that equal zeros prove nothing', async () => {
      const summary = (await tenant.get(`${tenant.workspace}/analytics/summary`)).body;
      const zeros = countsIn(summary).filter(({ value }) => value === 0);
      expect(zeros).toEqual([]);
      const exceptions = (await tenant.get(`/teams/${tenant.teamId}/analytics/exceptions`)).body;
      expect(countsIn(exceptions).filter(({ value }) => value > 0).length).toBeGreaterThan(8);
    });
  });
});
