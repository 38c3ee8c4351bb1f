import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TimeZone } from '../../../src/core/metadata/time-zone.js';
import { createClient } from '../../../src/modules/identity/oauth/oauth-clients.js';
import { pkOf } from '../../support/all-rows.js';
import { type Body, type Client, onEachApi, type TenantClient } from '../../support/api.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Wednesday. */
const NOW = Date.UTC(2026, 3, 15, 12);
const at = (day: number, hour = 0): number => Date.UTC(2026, 2, day, hour);
const iso = (moment: number): string => new Date(moment).toISOString();

let used = 0;
const number = (): string => `FIG${String(++used).padStart(6, '0')}XYZ`;

/** Counts without their lists, so that an answer can be read at a glance. */
function valuesIn(answer: unknown): Body {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (Array.isArray(answer)) return answer.map(valuesIn);
  const { shipments, ...rest } = answer as Body;
  const keys = Object.keys(rest);
  if (typeof shipments === 'string' && keys.length === 1) return rest.value;
  const seen = typeof shipments === 'string' ? rest : answer;
  return Object.fromEntries(Object.keys(seen).map((key) => [key, valuesIn(seen[key])]));
}

describe('the clocks of a time zone', () => {
  it('change when those of its people do', () => {
    const berlin = TimeZone.find('europe/berlin') as TimeZone;
    expect(berlin.name).toBe('Europe/Berlin');
    const day = Date.UTC(2026, 2, 29) / DAY;
    expect([day, day + 1].map((each) => iso(berlin.startOf(each)))).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
    expect(berlin.dayOf(Date.UTC(2026, 9, 25, 22, 59))).toBe(Date.UTC(2026, 9, 25) / DAY);
    expect(berlin.dayOf(Date.UTC(2026, 9, 25, 23))).toBe(Date.UTC(2026, 9, 26) / DAY);
  });

  it('may skip midnight, or show it twice', () => {
    // Cuba skips the hour after midnight in March and repeats it in November
    const havana = TimeZone.find('America/Havana') as TimeZone;
    expect(iso(havana.startOf(Date.UTC(2026, 2, 8) / DAY))).toBe('2026-03-08T05:00:00.000Z');
    expect(iso(havana.startOf(Date.UTC(2026, 10, 1) / DAY))).toBe('2026-11-01T04:00:00.000Z');
    for (const name of [
      'America/Havana',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'UTC',
    ]) {
      const zone = TimeZone.find(name) as TimeZone;
      for (let day = Date.UTC(2026, 0, 1) / DAY; day < Date.UTC(2027, 0, 1) / DAY; day++) {
        const start = zone.startOf(day);
        expect([zone.dayOf(start), zone.dayOf(start - 1)]).toEqual([day, day - 1]);
      }
    }
  });

  it('are those of names of IANA alone', () => {
    expect(['Nowhere/Land', '+02:00', '', 'x'.repeat(5000)].map((name) => TimeZone.find(name))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

onEachApi((api) => {
  let tenant: TenantClient;
  let operator: Client;

  beforeAll(async () => {
    tenant = await api.tenant(['Main shop', 'Other shop']);
    operator = await api.operator();
  });
  afterAll(() => api.setTime(undefined));

  /** What happened to a parcel, by status. */
  type Course = Readonly<Partial<Record<string, number>>>;

  async function ship(
    created: number,
    course: Course,
    { ordered, expected, ...body }: Body = {},
    client = tenant,
  ): Promise<Body> {
    let orders: string[] = [];
    if (ordered !== undefined) {
      api.setTime(ordered as number);
      const { workspace } = client;
      orders = [(await client.make('/orders', { workspace, orderNumber: number() }))['@id'] as string];
    }
    api.setTime(created);
    const trackingNumber = number();
    const made = await client.make('/shipments', {
      workspace: client.workspace,
      trackingNumber,
      originCarrier: 'ups',
      orders,
      ...body,
    });
    api.setTime(NOW);
    const checkpoints = Object.entries(course).map(([status, date]) => ({
      status,
      date: iso(date as number),
    }));
    const push = (more: object): Promise<unknown> =>
      operator.post('/tracking_updates', [{ trackingNumber, checkpoints, ...more }]);
    for (const date of [expected].flat())
      await push(date === undefined ? {} : { expectedDeliveryDate: date, destinationCountryIso2: 'DE' });
    return made;
  }

  const figures = async (path: string, client: Client = tenant, of = tenant.workspace): Promise<Body> => {
    const { status, body } = await client.get(`${of}/analytics/${path}`);
    expect([path, status, body]).toEqual([path, 200, body]);
    return body;
  };

  describe('the summary', () => {
    let of: TenantClient;

    beforeAll(async () => {
      of = await api.tenant();
      // ordered on Thursday noon, handed over on Friday noon, scanned 6 hours later, delivered on Monday noon
      await ship(
        at(6, 12),
        { pre_transit: at(6, 13), in_transit: at(6, 18), delivered: at(9, 12) },
        { ordered: at(5, 12), expected: ['2026-03-09', '2026-03-10'] },
        of,
      );
      // tried in vain, delivered late, told twice
      await ship(
        at(2),
        { in_transit: at(3), unsuccessful_delivery: at(6), delivered: at(7) },
        { expected: ['2026-03-06'] },
        of,
      );
      await ship(at(10), { in_transit: at(11), exception: NOW - 8 * DAY }, {}, of);
      await ship(at(10), { in_transit: NOW - 2 * DAY }, { expected: [iso(NOW - 3 * DAY).slice(0, 10)] }, of);
      await ship(at(10), { in_transit: at(11), return_to_sender: at(12) }, {}, of);
      await ship(at(10), {}, { trackingNumber: null }, of);
    });

    it('has every figure as it is defined', async () => {
      const summary = valuesIn(await figures('summary', of, of.workspace));
      expect(summary).toEqual({
        '@context': expect.anything(),
        '@id': `${of.workspace}/analytics/summary`,
        '@type': 'AnalyticsSummary',
        from: null,
        to: null,
        date: 'createdAt',
        tz: 'UTC',
        days: 'calendar',
        idleDays: 7,
        created: 6,
        shipped: 5,
        delivered: 2,
        pending: 1,
        inTransit: 1,
        exception: 1,
        returned: 1,
        cancelled: 0,
        deliveryRate: { value: 0.3333, of: 6 },
        pendingRate: { value: 0.1667, of: 6 },
        exceptionRate: { value: 0.1667, of: 6 },
        returnRate: { value: 0.1667, of: 6 },
        firstAttempt: 1,
        firstAttemptRate: { value: 0.5, of: 2 },
        orderToShip: { mean: 1, median: 1, p90: 1, p95: 1, of: 1 },
        // 0.25 days, one day, one, 25 and one
        shipToFirstScan: expect.objectContaining({ median: 1, of: 5 }),
        transitTime: { mean: 3.4, median: 2.8, p90: 4, p95: 4, of: 2 },
        orderToDelivery: { mean: 4, median: 4, p90: 4, p95: 4, of: 1 },
        punctuality: { early: 1, onTime: 0, late: 1, onTimeRate: { value: 0.5, of: 2 } },
        firstPunctuality: { early: 0, onTime: 1, late: 1, onTimeRate: { value: 0.5, of: 2 } },
        idle: 1,
        reviewScore: { mean: null, of: 0 },
      });
    });

    it('measures in business days without the weekend of the workspace', async () => {
      const business = await figures('summary?days=business', of, of.workspace);
      // Friday 18:00 to Monday 12:00, and Tuesday to Saturday
      expect(valuesIn(business).transitTime).toEqual({ mean: 2.4, median: 0.8, p90: 4, p95: 4, of: 2 });
      expect(valuesIn(business).orderToDelivery.mean).toBe(2);
      await of.put(of.workspace, { weekend: [5] });
      const other = await figures('summary?days=business', of, of.workspace);
      expect(valuesIn(other).transitTime).toEqual({ mean: 2.8, median: 2.5, p90: 3, p95: 3, of: 2 });
      const restored = await of.put(of.workspace, { weekend: null });
      expect(restored.body.weekend).toEqual([6, 7]);
      for (const weekend of [[1, 2, 3, 4, 5, 6, 7], [0], ['monday'], 'x'])
        expect((await of.put(of.workspace, { weekend })).status).toBe(400);
    });

    it('follows what happens at once', async () => {
      const before = valuesIn(await figures('summary', of, of.workspace));
      const made = await ship(at(12), { in_transit: at(13), delivered: at(14) }, {}, of);
      expect(valuesIn(await figures('summary', of, of.workspace)).delivered).toBe(before.delivered + 1);
      await of.delete(made['@id'] as string);
      expect(valuesIn(await figures('summary', of, of.workspace))).toEqual(before);
    });

    it('is that of the shipments that the filters of lists find', async () => {
      const filtered = async (query: string): Promise<number> =>
        (await figures(`summary?${query}`, of, of.workspace)).created.value as number;
      expect(await filtered('trackingStatus[]=delivered&trackingStatus[]=return_to_sender')).toBe(3);
      expect(await filtered('empty[trackingNumber]=true')).toBe(1);
      expect(await filtered('daysInTransit[gte]=30')).toBe(1);
      expect(await filtered('date=deliveredAt&from=2026-03-07&to=2026-03-07')).toBe(1);
      expect(await filtered('date=deliveredAt&from=2026-03-07&to=2026-03-08T23:59:59Z')).toBe(1);
      expect(await filtered('date=deliveredAt&to=2026-03-09T12:00:00Z')).toBe(1);
      expect(await filtered('nothing=1&itemsPerPage=3&page=2&order[createdAt]=asc')).toBe(6);
    });
  });

  it('has a series whose days are those of the time zone, also when its clocks change', async () => {
    const of = await api.tenant();
    // Europe: 29 March 2026, 01:00 UTC; days begin at 23:00 UTC before it and at 22:00 UTC after it
    for (const hour of [22, 23]) await ship(at(28, hour), {}, {}, of);
    for (const hour of [21, 22]) await ship(at(29, hour), {}, {}, of);
    const series = async (query: string): Promise<unknown[]> =>
      (await figures(`series?${query}`, of, of.workspace)).intervals.map(({ day, from, created }: Body) => [
        day,
        from,
        created.value,
      ]);
    expect(await series('tz=Europe/Berlin&from=2026-03-28&to=2026-03-31')).toEqual([
      ['2026-03-28', '2026-03-27T23:00:00Z', 1],
      ['2026-03-29', '2026-03-28T23:00:00Z', 2],
      ['2026-03-30', '2026-03-29T22:00:00Z', 1],
      ['2026-03-31', '2026-03-30T22:00:00Z', 0],
    ]);
    expect(await series('')).toEqual([
      ['2026-03-28', '2026-03-28T00:00:00Z', 2],
      ['2026-03-29', '2026-03-29T00:00:00Z', 2],
    ]);
    expect(await series('interval=week&tz=Europe/Berlin')).toEqual([
      ['2026-03-23', '2026-03-22T23:00:00Z', 3],
      ['2026-03-30', '2026-03-29T22:00:00Z', 1],
    ]);
    expect(await series('interval=month')).toEqual([['2026-03-01', '2026-03-01T00:00:00Z', 4]]);
    expect(await series('date=deliveredAt')).toEqual([]);
    const weekdays = await figures('breakdown?by=weekday&tz=Europe/Berlin', of, of.workspace);
    expect(weekdays.groups.map(({ key, created }: Body) => [key, created.value])).toEqual([
      [7, 2],
      [1, 1],
      [6, 1],
    ]);
    const { status, body } = await of.get(`${of.workspace}/analytics/series?from=2000-01-01&to=2026-01-01`);
    expect([status, body['hydra:description']]).toEqual([400, expect.stringMatching(/too many intervals/)]);
  });

  it('breaks down by lane, by integration and by what is missing, the largest group first', async () => {
    const of = await api.tenant();
    const workflow = await of.make('/workflows', {
      title: 'Shop',
      type: 'integration-woocommerce',
      workspace: of.workspace,
    });
    await ship(at(1), { in_transit: at(2) }, { expected: '2026-03-05' }, of);
    await ship(at(1), {}, {}, of);
    await ship(
      at(1),
      {},
      { externalSourceIntegration: workflow['@id'], externalSourceSyncId: '1', originCarrier: 'dhl' },
      of,
    );
    const groups = async (by: string): Promise<unknown[]> =>
      (await figures(`breakdown?by=${by}`, of, of.workspace)).groups.map(
        ({ key, originCountryIso2, destinationCountryIso2, created }: Body) =>
          [key, created.value, originCountryIso2, destinationCountryIso2].filter(
            (each) => each !== undefined,
          ),
      );
    expect(await groups('lane')).toEqual([
      ['-', 2, null, null],
      ['-DE', 1, null, 'DE'],
    ]);
    expect(await groups('integration')).toEqual([
      [null, 2],
      [workflow['@id'], 1],
    ]);
    expect(await groups('originCarrier')).toEqual([
      ['ups', 2],
      ['dhl', 1],
    ]);
    expect(await groups('destinationCountryIso2')).toEqual([
      [null, 2],
      ['DE', 1],
    ]);
  });

  it('tells transit times by carrier and lane, with a histogram, and what needs attention by age', async () => {
    const of = await api.tenant();
    await ship(at(1), { in_transit: at(2), delivered: at(4, 12) }, { expected: '2026-03-05' }, of);
    await ship(at(1), { in_transit: at(2), delivered: at(4, 18) }, { expected: '2026-03-05' }, of);
    await ship(at(1), { in_transit: at(2), delivered: at(13) }, { originCarrier: 'dhl' }, of);
    await ship(at(1), { in_transit: NOW - 5 * DAY }, { expected: '2026-04-14' }, of);
    await ship(at(1), { in_transit: NOW - 20 * DAY }, { expected: '2026-04-15' }, of);
    await ship(at(1), { in_transit: at(5), unsuccessful_delivery: NOW - 36 * HOUR }, {}, of);
    const transit = valuesIn(await figures('transit_times', of, of.workspace));
    expect(transit.overall).toMatchObject({ p50: 2.8, p75: 11, p95: 11, of: 3 });
    expect(transit.groups).toEqual([
      {
        originCarrier: 'ups',
        originCountryIso2: null,
        destinationCountryIso2: 'DE',
        mean: 2.6,
        p50: 2.5,
        p75: 2.8,
        p90: 2.8,
        p95: 2.8,
        of: 2,
        histogram: [{ from: 2, to: 3, count: 2 }],
      },
      expect.objectContaining({ originCarrier: 'dhl', of: 1, histogram: [{ from: 10, to: 12, count: 1 }] }),
    ]);
    const exceptions = valuesIn(await figures('exceptions?idleDays=6', of, of.workspace));
    expect(exceptions.late).toMatchObject({ value: 1, medianAge: 1.5, oldestAge: 1.5 });
    expect(exceptions.late.ages[1]).toEqual({ from: 1, to: 2, count: 1 });
    expect(exceptions.stuck).toMatchObject({ value: 1, medianAge: 20 });
    expect(exceptions.failedAttempts).toMatchObject({ value: 1, oldestAge: 1.5 });
    expect(exceptions.returned).toMatchObject({ value: 0, medianAge: null, oldestAge: null });
  });

  describe('whoever asks', () => {
    it('sees its own workspaces and teams alone, as far as its client may', async () => {
      const other = await api.tenant();
      const team = `/teams/${tenant.teamId}`;
      const second = `/workspaces/${tenant.workspaces[1]?.id}`;
      await ship(at(1), {}, {});
      await ship(at(1), {}, { workspace: second });
      for (const path of [tenant.workspace, team])
        for (const name of ['summary', 'series', 'breakdown?by=lane', 'transit_times', 'exceptions']) {
          const strange = await other.get(`${path}/analytics/${name}`);
          expect([name, strange.status]).toEqual([name, 404]);
          expect((await api.anonymous().get(`${path}/analytics/${name}`)).status).toBe(401);
          expect((await tenant.get(`${path}/analytics/${name}`)).status).toBe(200);
        }
      const all = await figures('summary', tenant, team);
      const parts = await Promise.all(
        [tenant.workspace, second].map((path) => figures('summary', tenant, path)),
      );
      expect(all.created.value).toBe(parts[0].created.value + parts[1].created.value);
      const workspacePk = await pkOf(api.db(), 'workspaces', tenant.workspaces[1]?.id as string);
      const userPk = Number(
        (
          await api
            .db()
            .read('SELECT userPk FROM memberships WHERE teamPk = (SELECT pk FROM teams WHERE id = ?)', [
              tenant.teamId,
            ])
        )[0]?.[0],
      );
      const bound = await api.as(
        await api
          .db()
          .transaction((transaction) => createClient({ name: 'One', userPk, workspacePk }, transaction)),
      );
      const seen = await figures('summary', bound, second);
      expect(seen.created.value).toBe(parts[1].created.value);
      expect((await bound.get(`${team}/analytics/summary`)).status).toBe(404);
      expect((await bound.get(`${tenant.workspace}/analytics/summary`)).status).toBe(404);
    });

    it('hears what is wrong with a question', async () => {
      const ask = async (query: string, headers = {}): Promise<Body> => {
        const { status, body } = await tenant.get(`${tenant.workspace}/analytics/${query}`, headers);
        return [
          status,
          body.violations?.map(({ propertyPath }: Body) => propertyPath) ?? body['hydra:description'],
        ];
      };
      expect(
        await ask('summary?tz=Nowhere/Land&from=yesterday&to=2026-02-30&date=updatedAt&days=work'),
      ).toEqual([400, ['from', 'to', 'date', 'tz', 'days']]);
      expect(await ask('summary?idleDays=0')).toEqual([400, ['idleDays']]);
      expect(await ask('summary?idleDays=many')).toEqual([400, ['idleDays']]);
      expect(await ask('breakdown')).toEqual([400, ['by']]);
      expect(await ask('breakdown?by=email')).toEqual([400, ['by']]);
      expect(await ask('series?interval=hour')).toEqual([400, ['interval']]);
      const strict = { prefer: 'handling=strict' };
      expect(await ask('summary?carrier=ups', strict)).toEqual([
        400,
        expect.stringMatching(/"carrier" is unknown/),
      ]);
      expect((await ask('summary?originCarrier=ups&tz=Asia/Tokyo', strict))[0]).toBe(200);
      expect((await tenant.get('/workspaces/none/analytics/summary')).status).toBe(404);
    });

    it('gets JSON-LD, JSON or CSV, and nothing twice', async () => {
      const path = `${tenant.workspace}/analytics`;
      const plain = await tenant.get(`${path}/summary`, { accept: 'application/json' });
      expect(plain.headers.get('content-type')).toMatch(/^application\/json/);
      expect(plain.body['@id']).toBeUndefined();
      const tag = plain.headers.get('etag') as string;
      const again = await tenant.get(`${path}/summary`, { accept: 'application/json', 'if-none-match': tag });
      expect([again.status, again.body]).toEqual([304, '']);
      for (const [name, columns] of Object.entries({
        summary: /^created\.value,created\.shipments,/,
        series: /^day,from,to,created\.value,/,
        'breakdown?by=originCarrier': /^key,created\.value,/,
        'breakdown?by=lane&id=none': /^key,originCountryIso2,destinationCountryIso2,created\.value,/,
        transit_times: /^originCarrier,originCountryIso2,destinationCountryIso2,mean,/,
        exceptions: /^kind,value,shipments,medianAge,/,
      })) {
        const { status, headers, body } = await tenant.get(`${path}/${name}`, { accept: 'text/csv' });
        expect([name, status, headers.get('content-type')]).toEqual([name, 200, 'text/csv; charset=utf-8']);
        const [header, ...lines] = (body as string).trimEnd().split('\n');
        expect(header).toMatch(columns);
        for (const line of lines) expect(line.split(',')).toHaveLength((header as string).split(',').length);
      }
      expect((await tenant.get(`${path}/summary.csv`)).headers.get('content-type')).toMatch(/^text\/csv/);
      expect((await tenant.get(`${path}/summary`, { accept: 'image/png' })).status).toBe(406);
    });
  });
});
