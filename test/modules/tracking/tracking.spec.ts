import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { detectCarriers } from '../../../src/modules/reference-data/carriers/detect-carriers.js';
import { Sweeper } from '../../../src/modules/tracking/sweeper.js';
import { TRACKING_STATUSES } from '../../../src/modules/tracking/tracking-statuses.js';
import { type Client, onEachApi, startServer, type TenantClient } from '../../support/api.js';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 4, 10, 12);
const iso = (at: number): string => new Date(at).toISOString();
const STATUSES = Object.keys(TRACKING_STATUSES);

/** Numbers that nobody else has. */
let used = 0;
const number = (): string => `WB${String(++used).padStart(6, '0')}XYZ`;

onEachApi((api) => {
  let tenant: TenantClient;
  let operator: Client;

  beforeAll(async () => {
    tenant = await api.tenant();
    operator = await api.operator();
  });
  afterAll(() => api.setTime(undefined));

  const ship = (body: object = {}, of = tenant) =>
    of.make('/shipments', { workspace: of.workspace, originCarrier: 'ups', ...body });
  const push = async (...updates: unknown[]) => (await operator.post('/tracking_updates', updates)).body;
  const now = async ({ '@id': iri }: { '@id': string }, of: Client = tenant) => (await of.get(iri)).body;
  const checkpoints = async ({ '@id': iri }: { '@id': string }) =>
    (await tenant.get(`${iri}/checkpoints?order[checkpointDate]=asc`)).body['hydra:member'];

  describe('a new shipment', () => {
    it('takes the one carrier whose check digit holds, and its country', async () => {
      const made = await ship({ trackingNumber: 'RB123456785GB', originCarrier: null });
      expect(made).toMatchObject({
        originCarrier: 'royal-mail',
        originCountryIso2: 'GB',
        trackingStatus: 'no_info',
      });
      expect(made.originCountry).toMatch(/^United Kingdom/);
    });

    it('is refused with suggestions when several carriers are equally likely', async () => {
      const trackingNumber = '320610804900';
      const matches = detectCarriers(trackingNumber);
      const { status, body } = await tenant.post('/shipments', {
        workspace: tenant.workspace,
        trackingNumber,
      });
      expect(status).toBe(400);
      expect(body.violations).toEqual([
        expect.objectContaining({
          propertyPath: 'originCarrier',
          payload: { suggestedCarriers: matches.map(({ code, name }) => ({ code, name })) },
        }),
      ]);
      expect(matches.map(({ code }) => code).sort()).toEqual(['fedex', 'purolator']);
      const made = await ship({ trackingNumber, originCarrier: 'purolator' });
      expect(made.originCarrier).toBe('purolator');
    });

    it('goes with the carrier that its workspace prefers, where the number may be of several', async () => {
      const shop = await api.tenant();
      const workspace = shop.workspace;
      const prefer = async (preferredCarriers: readonly string[]): Promise<void> => {
        const answer = await shop.put(workspace, { title: 'Main shop', preferredCarriers });
        expect(answer).toMatchObject({ status: 200, body: { preferredCarriers } });
      };
      const carrierOf = async (trackingNumber: string): Promise<string | null> =>
        (await shop.make('/shipments', { workspace, trackingNumber })).originCarrier as string | null;
      await prefer(['gls', 'purolator', 'fedex']);
      expect(await carrierOf('320610804900')).toBe('purolator');
      await shop.delete(
        `/shipments/${(await shop.get('/shipments?trackingNumber=320610804900')).body['hydra:member'][0].id as string}`,
      );
      // what is certain stays, and what no preferred carrier issues is as before
      expect(await carrierOf('RB123456785GB')).toBe('royal-mail');
      expect(await carrierOf('TN1')).toBeNull();
      expect(await carrierOf('986578788855')).toBe('fedex');
      await prefer(['dhl']);
      // a length alone says too little, and of two others the client still has to choose
      expect(await carrierOf('61290982165573')).toBeNull();
      const refused = await shop.post('/shipments', { workspace, trackingNumber: '320610804900' });
      expect(refused.status).toBe(400);
    });

    it('is welcome when nobody knows its number', async () => {
      const made = await ship({ trackingNumber: 'TN1', originCarrier: '' });
      expect(made).toMatchObject({ originCarrier: null, trackingStatus: 'no_info', daysInTransit: null });
    });

    it('keeps the carrier that was chosen, and is refused when there is none of that code', async () => {
      const made = await ship({ trackingNumber: 'RB123456785IE', originCarrier: 'DHL' });
      expect(made.originCarrier).toBe('dhl');
      const { status, body } = await tenant.post('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: number(),
        originCarrier: 'pigeons',
      });
      expect([status, body.violations?.[0]?.propertyPath]).toEqual([400, 'originCarrier']);
      expect(body['hydra:description']).toContain('There is no carrier with the code "pigeons"');
    });

    it('has no status without a number', async () => {
      expect(await ship({ trackingNumber: null })).toMatchObject({ trackingStatus: null });
    });
  });

  describe('a new tracking number', () => {
    it('is tracked anew, with its own carrier where that was not chosen', async () => {
      const made = await ship({ trackingNumber: 'RA473124829DE', originCarrier: null });
      await push({
        trackingNumber: 'RA473124829DE',
        checkpoints: [{ date: iso(Date.now() - DAY), status: 'delivered' }],
      });
      expect(await now(made)).toMatchObject({ trackingStatus: 'delivered' });
      const other = number();
      const put = await tenant.put(made['@id'] as string, { trackingNumber: other });
      expect(put.body).toMatchObject({
        trackingNumber: other,
        trackingStatus: 'no_info',
        originCarrier: null,
        shippedAt: null,
        lastStatusUpdate: null,
        daysInTransit: null,
        originCountry: null,
      });
      expect(await checkpoints(made)).toEqual([]);
    });

    it('keeps a chosen carrier; null asks for detection', async () => {
      const made = await ship({ trackingNumber: number(), originCarrier: 'dhl' });
      const iri = made['@id'] as string;
      expect((await tenant.put(iri, { trackingNumber: 'RR473124829PL' })).body.originCarrier).toBe('dhl');
      expect((await tenant.put(iri, { originCarrier: null })).body.originCarrier).toBe('poczta-polska');
      expect((await tenant.put(iri, { originCarrier: null })).body.originCarrier).toBe('poczta-polska');
      expect((await tenant.put(iri, { email: 'ann@example.com' })).body.originCarrier).toBe('poczta-polska');
    });
  });

  describe('pushed news', () => {
    it.each(STATUSES)('lead to %s', async (status) => {
      const trackingNumber = number();
      const made = await ship({ trackingNumber });
      const date = Math.floor((Date.now() - 2 * DAY) / 1000) * 1000;
      const answer = await push({ trackingNumber, checkpoints: [{ date: iso(date), status }] });
      expect(answer).toEqual({
        accepted: 1,
        rejected: 0,
        results: [{ trackingNumber, accepted: true, shipments: 1, checkpoints: 1 }],
      });
      expect((await now(made)).trackingStatus).toBe(status);
      const list = `${tenant.workspace}/shipments?trackingStatus=${status}&trackingNumber=${trackingNumber}`;
      expect((await tenant.get(list)).body['hydra:totalItems']).toBe(1);
    });

    it('fill in everything, once', async () => {
      const trackingNumber = number();
      const made = await ship({ trackingNumber });
      const update = {
        trackingNumber: ` ${trackingNumber.toLowerCase()} `,
        originCarrier: 'ups',
        destinationCarrier: 'royal-mail',
        originCountryIso2: 'DE',
        destinationCountryIso2: 'gb',
        expectedDeliveryDate: '2026-05-20',
        checkpoints: [
          {
            date: '2026-05-08T10:00:00+02:00',
            status: 'in_transit',
            info: 'Arrived',
            location: 'Kassel',
            rel: 'origin',
          },
          { date: '2026-05-07T09:00:00Z', status: 'pre_transit', info: 'Label printed' },
          { date: '2026-05-08T12:00:00Z', info: 'A note without meaning' },
        ],
      };
      expect((await push(update)).results).toEqual([
        { trackingNumber, accepted: true, shipments: 1, checkpoints: 3 },
      ]);
      expect((await push(update, update)).results).toEqual(
        [1, 2].map(() => ({ trackingNumber, accepted: true, shipments: 1, checkpoints: 0 })),
      );
      expect(await now(made)).toMatchObject({
        trackingStatus: 'in_transit',
        originCarrier: 'ups',
        destinationCarrier: 'royal-mail',
        originCountry: 'Germany',
        originCountryIso2: 'DE',
        destinationCountryIso2: 'GB',
        expectedDeliveryDate: '2026-05-20T00:00:00+00:00',
        shippedAt: '2026-05-08T08:00:00+00:00',
        lastStatusUpdate: '2026-05-08T08:00:00+00:00',
      });
      const seen = (await checkpoints(made)) as Record<string, unknown>[];
      expect(
        seen.map(({ checkpointDate, info, location, rel }) => [checkpointDate, info, location, rel]),
      ).toEqual([
        ['2026-05-07T09:00:00+00:00', 'Label printed', null, null],
        ['2026-05-08T08:00:00+00:00', 'Arrived', 'Kassel', 'origin'],
        ['2026-05-08T12:00:00+00:00', 'A note without meaning', null, null],
      ]);
    });

    it('reach every shipment with the number, in every workspace, but not another carrier’s parcel', async () => {
      const trackingNumber = number();
      const stranger = await api.tenant();
      const [mine, theirs, other] = [
        await ship({ trackingNumber }),
        await ship({ trackingNumber, originCarrier: '' }, stranger),
        await ship({ trackingNumber, originCarrier: 'dhl' }, await api.tenant()),
      ];
      const answer = await push({
        trackingNumber,
        originCarrier: 'ups',
        checkpoints: [{ date: iso(Date.now() - DAY), status: 'in_transit' }],
      });
      expect(answer.results[0]).toMatchObject({ shipments: 2, checkpoints: 2 });
      expect(await now(mine)).toMatchObject({ trackingStatus: 'in_transit' });
      expect(await now(theirs, stranger)).toMatchObject({
        trackingStatus: 'in_transit',
        originCarrier: 'ups',
      });
      expect(other.trackingStatus).toBe('no_info');
    });

    it('are told apart: what cannot be used is refused with its reasons, the rest is taken', async () => {
      const trackingNumber = number();
      await ship({ trackingNumber });
      const { accepted, rejected, results } = await push(
        { trackingNumber, checkpoints: [{ date: '2026-05-08', status: 'in_transit' }] },
        { trackingNumber: 'NOBODYHASTHIS1', checkpoints: [] },
        { trackingNumber, checkpoints: [{ date: 'soon', status: 'lost' }, 7, { status: 'delivered' }] },
        { trackingNumber, originCarrier: 'pigeons', originCountryIso2: 'XX', expectedDeliveryDate: 7 },
        'TN1',
        { checkpoints: 'none' },
      );
      expect([accepted, rejected]).toEqual([1, 5]);
      expect(results.map(({ reasons }: { reasons?: string[] }) => reasons)).toEqual([
        undefined,
        ['No shipment of this carrier has this tracking number.'],
        [
          'checkpoints[0].date: This value is not an ISO 8601 date.',
          expect.stringMatching(/^checkpoints\[0\]\.status: This value should be one of no_info, /),
          'checkpoints[1]: It must be an object.',
          'checkpoints[2].date: This value should not be blank.',
        ],
        [
          'originCarrier: There is no carrier with the code "pigeons".',
          'originCountryIso2: This value is not an ISO 3166 country code of two letters.',
          'expectedDeliveryDate: This value should be a text.',
        ],
        ['It must be an object.'],
        ['trackingNumber: This value should not be blank.', 'checkpoints: This value should be a list.'],
      ]);
    });

    it('come by a thousand, and are an operator’s', async () => {
      const many = (count: number) => Array.from({ length: count }, () => ({ trackingNumber: 'NOBODY1' }));
      expect((await operator.post('/tracking_updates', many(1000))).body.rejected).toBe(1000);
      expect((await operator.post('/tracking_updates', { updates: many(2) })).body.rejected).toBe(2);
      expect((await operator.post('/tracking_updates', many(1001))).status).toBe(400);
      expect((await operator.post('/tracking_updates', { parcels: [] })).status).toBe(400);
      expect((await tenant.post('/tracking_updates', many(1))).status).toBe(403);
      expect((await api.anonymous().post('/tracking_updates', many(1))).status).toBe(401);
      expect((await operator.get('/shipments')).status).toBe(403);
      expect((await operator.post('/teams', { name: 'Team' })).status).toBe(403);
    });

    it('arrive whole when two processes bring the same ones at once', async () => {
      const numbers = Array.from({ length: 20 }, number);
      for (const trackingNumber of numbers) await ship({ trackingNumber });
      const other = await startServer(api.database.url());
      try {
        const updates = numbers.map((trackingNumber) => ({
          trackingNumber,
          checkpoints: [1, 2, 3].map((days) => ({ date: iso(NOON + days * DAY), status: 'in_transit' })),
        }));
        const there = {
          ...operator,
          post: (path: string, body: unknown) => elsewhere(other.url, path, body),
        };
        const elsewhere = async (url: string, path: string, body: unknown) => {
          const authorization = `Bearer ${(operator as Client & { token: string }).token}`;
          const answer = await fetch(url + path, {
            method: 'POST',
            headers: { authorization, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          });
          return { status: answer.status, headers: answer.headers, body: await answer.json() };
        };
        const answers = await Promise.all(
          [operator, there, operator, there].map((client, index) =>
            client.post('/tracking_updates', index % 2 === 0 ? updates : updates.toReversed()),
          ),
        );
        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
        const made = answers.flatMap(({ body }) => body.results as { checkpoints: number }[]);
        expect(made.reduce((sum, { checkpoints: count }) => sum + count, 0)).toBe(60);
        const [{ n }] = (
          await api
            .db()
            .read(
              `SELECT COUNT(*) FROM checkpoints c JOIN shipments s ON s.pk = c.shipmentPk WHERE s.trackingNumber IN (${numbers.map(() => '?').join()})`,
              numbers,
            )
        ).map(([count]) => ({ n: Number(count) })) as [{ n: number }];
        expect(n).toBe(60);
      } finally {
        await other.app.close();
      }
    });
  });

  describe('the test carrier', () => {
    it.each([
      ['404', 'error'],
      ['500', 'error'],
      ['418', 'pre_transit'],
      ['403', 'no_info'],
      ['102', 'in_transit'],
      ['204', 'delivery_in_progress'],
      ['200', 'delivered'],
      ['410', 'unsuccessful_delivery'],
      ['503', 'expired'],
      ['202', 'available_for_pickup'],
      ['100', 'cancelled'],
      ['302', 'return_to_sender'],
      ['413', 'transit_limit_exceeded'],
    ])('shows what TM%s… looks like: %s', async (digits, status) => {
      const made = await ship({ trackingNumber: `tm${digits}${number()}tm`, originCarrier: null });
      expect(made).toMatchObject({ originCarrier: 'tm-test', trackingStatus: status });
      const seen = await checkpoints(made);
      expect(seen.length > 0).toBe(status !== 'no_info');
      expect(made.lastStatusUpdate).toBe(seen.at(-1)?.checkpointDate ?? null);
    });

    it('must be chosen for TM504…, and takes no other numbers', async () => {
      const trackingNumber = `TM504${number()}TM`;
      expect(await ship({ trackingNumber, originCarrier: null })).toMatchObject({
        originCarrier: null,
        trackingStatus: 'no_info',
      });
      const chosen = await ship({ trackingNumber: `TM504${number()}TM`, originCarrier: 'tm-test' });
      expect(chosen).toMatchObject({ originCarrier: 'tm-test', trackingStatus: 'no_info' });
      const other = await ship({ trackingNumber: `TM200${number()}TM`, originCarrier: 'dhl' });
      expect(other).toMatchObject({ originCarrier: 'dhl', trackingStatus: 'no_info' });
    });
  });

  describe('the sweep', () => {
    const sweepAt = async (at: number): Promise<number> => {
      api.setTime(at);
      return api.provider(Sweeper).sweep();
    };

    it('sets what follows from silence, and dates it to when it came true', async () => {
      await sweepAt(NOON + 10_000 * DAY);
      api.setTime(NOON);
      const silent = await ship({ trackingNumber: number() });
      const moving = await ship({ trackingNumber: number() });
      await push({
        trackingNumber: moving.trackingNumber,
        checkpoints: [{ date: iso(NOON), status: 'in_transit' }],
      });
      expect(await sweepAt(NOON + 30 * DAY - 1)).toBe(0);
      expect(await sweepAt(NOON + 30 * DAY)).toBe(1);
      expect(await now(silent)).toMatchObject({ trackingStatus: 'expired', daysInIdle: 30 });
      // after a long pause
      expect(await sweepAt(NOON + 75 * DAY)).toBe(1);
      expect(await now(moving)).toMatchObject({
        trackingStatus: 'transit_limit_exceeded',
        daysInTransit: 60,
        lastStatusUpdate: iso(NOON + 60 * DAY).replace('.000Z', '+00:00'),
      });
      expect(await sweepAt(NOON + 75 * DAY)).toBe(0);
      await push({
        trackingNumber: moving.trackingNumber,
        checkpoints: [{ date: iso(NOON + 70 * DAY), status: 'delivered' }],
      });
      expect(await now(moving)).toMatchObject({ trackingStatus: 'delivered', daysInTransit: 60 });
    });

    it('has the last word until there are newer news', async () => {
      api.setTime(NOON + 90 * DAY);
      const trackingNumber = number();
      const made = await ship({ trackingNumber });
      const old = { trackingNumber, checkpoints: [{ date: iso(NOON), status: 'in_transit' }] };
      await push(old);
      expect(await now(made)).toMatchObject({ trackingStatus: 'in_transit', daysInTransit: 90 });
      expect(await sweepAt(NOON + 90 * DAY)).toBe(1);
      await push(old, { trackingNumber, checkpoints: [{ date: iso(NOON + DAY), status: 'exception' }] });
      expect(await now(made)).toMatchObject({ trackingStatus: 'transit_limit_exceeded', daysInTransit: 60 });
      await push({ trackingNumber, checkpoints: [{ date: iso(NOON + 89 * DAY), status: 'exception' }] });
      expect(await now(made)).toMatchObject({ trackingStatus: 'exception', daysInTransit: 90 });
    });

    it('goes on where it stopped, in as many processes as there are', async () => {
      await sweepAt(NOON + 20_000 * DAY);
      api.setTime(NOON);
      const count = 450;
      for (let made = 0; made < count; made += 50)
        await Promise.all(Array.from({ length: 50 }, () => ship({ trackingNumber: number() })));
      const other = await startServer(api.database.url());
      try {
        const { Clock } = await import('../../../src/core/database/clock.js');
        other.app.get(Clock).now = () => NOON + 31 * DAY;
        const swept = await Promise.all([
          sweepAt(NOON + 31 * DAY),
          other.app.get(Sweeper).sweep(),
          other.app.get(Sweeper).sweep(),
        ]);
        const left = await sweepAt(NOON + 31 * DAY);
        expect(swept.reduce((sum, each) => sum + each, 0) + left).toBe(count);
      } finally {
        await other.app.close();
      }
    });
  });

  describe('days in transit and in idle', () => {
    it('agree in what is shown, filtered and sorted, across the borders of days', async () => {
      const own = await api.tenant();
      api.setTime(NOON);
      const [first, second] = [number(), number()];
      await ship({ trackingNumber: first }, own);
      await ship({ trackingNumber: second }, own);
      await push(
        { trackingNumber: first, checkpoints: [{ date: iso(NOON), status: 'in_transit' }] },
        { trackingNumber: second, checkpoints: [{ date: iso(NOON + 1000), status: 'in_transit' }] },
      );
      const shown = async (query: string): Promise<unknown[]> =>
        (await own.get(`${own.workspace}/shipments?${query}&order[daysInTransit]=asc`)).body[
          'hydra:member'
        ].map((each: Record<string, unknown>) => [each.trackingNumber, each.daysInTransit]);
      api.setTime(NOON + 3 * DAY - 1);
      expect(await shown('daysInTransit=2')).toEqual([
        [first, 2],
        [second, 2],
      ]);
      api.setTime(NOON + 3 * DAY);
      expect([await shown('daysInTransit[gte]=3'), await shown('daysInTransit[lt]=3')]).toEqual([
        [[first, 3]],
        [[second, 2]],
      ]);
      await push({
        trackingNumber: second,
        checkpoints: [{ date: iso(NOON + 3 * DAY + 1000), status: 'delivered' }],
      });
      api.setTime(NOON + 9 * DAY);
      expect(await shown('daysInTransit[gte]=0')).toEqual([
        [second, 3],
        [first, 9],
      ]);
    });
  });
});
