import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ParcelChecks } from '../../../src/modules/tracking/parcel-checks.js';
import { Sweeper } from '../../../src/modules/tracking/sweeper.js';
import {
  kindOf,
  TRACKING_STATUSES,
  type TrackingStatus,
} from '../../../src/modules/tracking/tracking-statuses.js';
import { type Body, type Client, onEachApi, type TenantClient } from '../../support/api.js';
import { providerServer } from '../../support/provider-server.js';

const KEY = 'k3y-of-17track';
const DAY = 86_400_000;
const NOON = Date.parse('2026-03-25T12:00:00Z');
const karrio = await providerServer();
afterAll(() => karrio.close());

const STATUSES = Object.keys(TRACKING_STATUSES) as TrackingStatus[];
const FINAL = STATUSES.filter((status) => kindOf(status) === 'final');
let used = 0;
const number = (): string => `RPT${String(++used).padStart(6, '0')}XYZ`;

/** A checkpoint of a push: date, status, text, place. */
const on = (date: string, status: string | null, info: string | null = null, location?: string): Body => ({
  date,
  status,
  info,
  location,
});
/** An event of 17TRACK: time, sub-status, text, place. */
const event = (time: string, sub_status: string | null, description = '', location = ''): Body => ({
  time_utc: time,
  stage: null,
  sub_status,
  description,
  location,
});

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let operator: Client;
    beforeAll(async () => {
      tenant = await api.tenant();
      operator = await api.operator();
    });
    // the tokens are of today
    beforeEach(() => api.setTime(NOON));
    afterAll(() => api.setTime(undefined));

    const ship = (originCarrier = 'ups'): Promise<Body> =>
      tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: number(), originCarrier });
    const now = async ({ '@id': iri }: Body): Promise<Body> => (await tenant.get(iri as string)).body;
    const statusOf = async (made: Body): Promise<string> => (await now(made)).trackingStatus;
    const push = async ({ trackingNumber }: Body, ...checkpoints: Body[]): Promise<Body> =>
      (await operator.post('/tracking_updates', [{ trackingNumber, checkpoints }])).body.results[0];
    /** Pushed to a shipment of its own; its status then. */
    const after = async (...checkpoints: Body[]): Promise<string> => {
      const made = await ship();
      await push(made, ...checkpoints);
      return statusOf(made);
    };
    const listed = async ({ '@id': iri }: Body, direction = 'asc'): Promise<Body[]> =>
      (await tenant.get(`${iri as string}/checkpoints?order[checkpointDate]=${direction}`)).body[
        'hydra:member'
      ];
    const textsOf = async (made: Body, direction?: string): Promise<string[]> =>
      (await listed(made, direction)).map(({ info }) => info as string);
    /** The texts on the customers' page. */
    const seenBy = async (made: Body): Promise<unknown[]> => {
      const page = await tenant.make('/tracking_pages', {
        workspace: tenant.workspace,
        title: 'Parcels',
        subdomain: `${(made.trackingNumber as string).toLowerCase()}-${api.database.kind}`,
      });
      const { body } = await tenant.post('/generate_tracking_page_link', {
        trackingPageId: page.id as string,
        filter: { id: made.id as string },
      });
      const shown = await api.anonymous().get(new URL(body.link as string).pathname);
      return (shown.body.shipments[0].checkpoints as Body[]).map(
        ({ info, location }) => (info ?? location) as unknown,
      );
    };

    const from17 = async (made: Body, info: Body): Promise<Body> => {
      const data = { number: made.trackingNumber as string, carrier: 100002, track_info: info };
      const text = JSON.stringify({ event: 'TRACKING_UPDATED', data });
      const sign = createHash('sha256').update(`${text}/${KEY}`).digest('hex');
      const headers = { 'content-type': 'application/json', sign };
      return (await api.anonymous().post('/tracking_providers/17track', text, headers)).body;
    };
    const leg = (...events: Body[]): Body => ({
      tracking: { providers: [{ provider: { key: 100002 }, events }] },
    });
    const concluded = (sub_status: string): Body => ({
      latest_status: { status: sub_status.split('_', 1)[0], sub_status },
    });
    const fromKarrio = async (made: Body, status: string, ...events: Body[]): Promise<void> => {
      karrio.answers(() => ({ json: { status, events } }));
      await api
        .db()
        .transaction((unit) =>
          unit.run('UPDATE shipments SET nextCheckAt = CASE WHEN id = ? THEN ? END', [
            made.id as string,
            '2020-01-01 00:00:00.000000',
          ]),
        );
      await api.provider(ParcelChecks).checkDue();
    };

    describe('reports with equal dates', () => {
      it.each([
        ['out_for_delivery then in_transit', ['delivery_in_progress', 'in_transit'], 'delivery_in_progress'],
        ['returned then delivered', ['return_to_sender', 'delivered'], 'return_to_sender'],
        ['delivered then on the way', ['delivered', 'delivery_in_progress', 'in_transit'], 'delivered'],
        [
          'failed then out for delivery',
          ['unsuccessful_delivery', 'delivery_in_progress'],
          'unsuccessful_delivery',
        ],
        ['on the way then a label', ['in_transit', 'pre_transit'], 'in_transit'],
      ])('are listed newest first: %s', async (_, statuses, expected) => {
        for (const date of ['2026-03-20', '2026-03-20T10:05:00Z']) {
          expect(await after(...statuses.map((status) => on(date, status, `Text ${status}`)))).toBe(expected);
          expect(await after(...statuses.map((status) => on(date, status)))).toBe(expected);
        }
      });

      it('are listed oldest first where other dates say so', async () => {
        const reports = [
          on('2026-03-19', 'pre_transit', 'one'),
          on('2026-03-20', 'in_transit', 'two'),
          on('2026-03-20', 'delivery_in_progress', 'three'),
          on('2026-03-21', 'in_transit', 'four'),
          on('2026-03-21', 'exception', 'five'),
        ];
        const made = await ship();
        await push(made, ...reports);
        expect(await statusOf(made)).toBe('exception');
        expect(await textsOf(made)).toEqual(['one', 'two', 'three', 'four', 'five']);
        const other = await ship();
        await push(other, ...reports.toReversed());
        expect(await textsOf(other)).toEqual(['one', 'two', 'three', 'four', 'five']);
        expect(await textsOf(other, 'desc')).toEqual(['five', 'four', 'three', 'two', 'one']);
        expect(
          (await listed(other)).map(({ checkpointDate }) => (checkpointDate as string).slice(0, 10)),
        ).toEqual(['2026-03-19', '2026-03-20', '2026-03-20', '2026-03-21', '2026-03-21']);
      });

      it('keep their order when the list grows at either end, and when it is sent again', async () => {
        const made = await ship();
        const day = '2026-03-20';
        const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((info) => on(day, 'in_transit', info)) as [
          Body,
          Body,
          Body,
          Body,
        ];
        await push(made, c, b);
        await push(made, c, b, a);
        expect(await textsOf(made)).toEqual(['a', 'b', 'c']);
        await push(made, d, c, b, a);
        const expected = ['a', 'b', 'c', 'd'];
        expect(await textsOf(made)).toEqual(expected);
        expect(await push(made, d, c, b, a)).toMatchObject({ checkpoints: 0 });
        await push(made, b);
        expect(await textsOf(made)).toEqual(expected);
        expect((await now(made)).lastStatusUpdate).toBe('2026-03-20T00:00:00+00:00');
      });

      it('are ordered by 17TRACK and Karrio, also on two legs', async () => {
        const made = await ship();
        const day = '2026-03-20T00:00:00Z';
        await from17(made, {
          tracking: {
            providers: [
              {
                provider: { key: 100002 },
                events: [event(day, 'InTransit_Other', 'b'), event(day, 'InTransit_Other', 'a')],
              },
              {
                provider: { key: 21051 },
                events: [event(day, 'OutForDelivery_Other', 'd'), event(day, 'InTransit_Other', 'c')],
              },
            ],
          },
        });
        expect(await textsOf(made)).toEqual(['a', 'b', 'c', 'd']);
        expect(await statusOf(made)).toBe('delivery_in_progress');
        const other = await ship();
        const told = (status: string, description: string): Body => ({
          date: '2026-03-20',
          status,
          description,
        });
        await fromKarrio(other, 'unknown', told('return_to_sender', 'b'), told('delivered', 'a'));
        expect(await textsOf(other)).toEqual(['a', 'b']);
        expect(await statusOf(other)).toBe('return_to_sender');
      });
    });

    describe('a final status', () => {
      it.each(FINAL)('%s is left by no label, and by nothing older', async (status) => {
        const later = on('2026-03-22T10:00:00Z', 'pre_transit', 'Label');
        const older = on('2026-03-18T10:00:00Z', 'in_transit', 'Moved');
        const made = await ship();
        await push(made, on('2026-03-20T10:00:00Z', status, 'End'));
        await push(made, later);
        expect(await statusOf(made)).toBe(status);
        await push(made, older);
        expect(await statusOf(made)).toBe(status);
        expect((await now(made)).lastStatusUpdate).toBe('2026-03-20T10:00:00+00:00');
      });

      it.each<[TrackingStatus, TrackingStatus, TrackingStatus]>([
        ['delivered', 'return_to_sender', 'return_to_sender'],
        ['delivered', 'exception', 'exception'],
        ['delivered', 'cancelled', 'delivered'],
        ['delivered', 'expired', 'delivered'],
        ['delivered', 'transit_limit_exceeded', 'delivered'],
        ['delivered', 'error', 'delivered'],
        ['return_to_sender', 'delivered', 'delivered'],
        ['return_to_sender', 'in_transit', 'return_to_sender'],
        ['unsuccessful_delivery', 'delivered', 'delivered'],
        ['cancelled', 'in_transit', 'in_transit'],
        ['error', 'in_transit', 'in_transit'],
        ['expired', 'in_transit', 'in_transit'],
        ['expired', 'delivered', 'delivered'],
        ['transit_limit_exceeded', 'delivered', 'delivered'],
        ['transit_limit_exceeded', 'expired', 'transit_limit_exceeded'],
      ])('%s, then %s, is %s', async (before, later, expected) => {
        const end = on('2026-03-20T10:00:00Z', before, 'Before');
        const next = on('2026-03-20T18:00:00Z', later, 'Later');
        expect(await after(end, next)).toBe(expected);
        expect(await after(next, end)).toBe(expected);
        const made = await ship();
        await push(made, next);
        await push(made, end);
        expect(await statusOf(made)).toBe(expected);
      });

      it('delivered is not left by a stray scan, but by a journey that begins a day later', async () => {
        const delivered = on('2026-03-20T10:00:00Z', 'delivered', 'Delivered');
        expect(await after(delivered, on('2026-03-20T19:00:00Z', 'in_transit', 'Van back'))).toBe(
          'delivered',
        );
        expect(await after(delivered, on('2026-03-22T19:00:00Z', 'in_transit', 'Sent on'))).toBe(
          'in_transit',
        );
      });

      it('of silence is left by later news', async () => {
        const made = await ship();
        api.setTime(NOON + 31 * DAY);
        await api.provider(Sweeper).sweep();
        expect(await statusOf(made)).toBe('expired');
        await push(made, on(new Date(NOON + 30.5 * DAY).toISOString(), 'in_transit', 'Found'));
        expect(await statusOf(made)).toBe('in_transit');
      });

      it('in the future is dated to when it is heard of, with a note, once', async () => {
        const made = await ship();
        const ahead = on('2026-05-05T10:00:00Z', 'delivered', 'Delivered', 'Lyon');
        await push(made, on('2026-03-20T10:00:00Z', 'in_transit', 'Moved'), ahead);
        const delivered = {
          trackingStatus: 'delivered',
          lastStatusUpdate: '2026-03-25T12:00:00+00:00',
          daysInTransit: 5,
        };
        expect(await now(made)).toMatchObject(delivered);
        api.setTime(NOON + DAY);
        expect(await push(made, ahead)).toMatchObject({ checkpoints: 0 });
        api.setTime(NOON + 60 * DAY);
        expect(await push(made, ahead)).toMatchObject({ checkpoints: 0 });
        expect(await now(made)).toMatchObject(delivered);
        expect(await textsOf(made)).toEqual([
          'Moved',
          'Delivered (dated 2026-05-05 10:00 UTC by the carrier)',
        ]);
      });

      it('is waited for where what is told is not the end', async () => {
        const made = await ship();
        await push(
          made,
          on('2026-03-20T10:00:00Z', 'in_transit', 'Moved'),
          on('2026-03-28T10:00:00Z', 'delivery_in_progress', 'Planned'),
        );
        expect(await statusOf(made)).toBe('in_transit');
        api.setTime(NOON + 4 * DAY);
        await api.provider(Sweeper).sweep();
        expect(await statusOf(made)).toBe('delivery_in_progress');
      });
    });

    describe("a provider's conclusion", () => {
      const stray = [
        event('2026-03-21T10:00:00Z', 'InTransit_Other', 'Stray', 'Lyon'),
        event('2026-03-20T10:00:00Z', 'Delivered_Other', 'Delivered', 'Lyon'),
      ];

      it('stands over a stray scan', async () => {
        const made = await ship();
        await from17(made, { ...leg(...stray), ...concluded('Delivered_Other') });
        expect(await now(made)).toMatchObject({
          trackingStatus: 'delivered',
          lastStatusUpdate: '2026-03-20T10:00:00+00:00',
        });
        expect(await textsOf(made)).toEqual(['Delivered', 'Stray']);
        const other = await ship();
        await fromKarrio(
          other,
          'delivered',
          { timestamp: '2026-03-22T10:00:00Z', status: 'in_transit', description: 'Stray' },
          { timestamp: '2026-03-20T10:00:00Z', status: 'delivered', description: 'Delivered' },
        );
        expect(await statusOf(other)).toBe('delivered');
      });

      it.each([
        ['Exception_Returned', 'Delivered_Other', 'return_to_sender'],
        ['Exception_Returning', 'InTransit_Other', 'return_to_sender'],
        ['Exception_Cancel', 'InTransit_Other', 'cancelled'],
        ['Exception_Lost', 'Delivered_Other', 'exception'],
        ['DeliveryFailure_NoBody', 'OutForDelivery_Other', 'unsuccessful_delivery'],
        ['AvailableForPickup_Other', 'DeliveryFailure_NoBody', 'available_for_pickup'],
        ['InTransit', 'InTransit_CustomsProcessing', 'customs_clearance'],
        ['Exception', 'Exception_Returned', 'return_to_sender'],
        ['Expired_Other', 'InTransit_Other', 'transit_limit_exceeded'],
        ['Expired_Other', 'InfoReceived', 'expired'],
        ['NotFound_Other', 'InTransit_Other', 'in_transit'],
        ['InfoReceived', 'InTransit_Other', 'in_transit'],
        ['InfoReceived', 'Delivered_Other', 'delivered'],
        ['Somewhere_New', 'InTransit_Other', 'in_transit'],
      ])('%s over a last event %s is %s', async (conclusion, last, expected) => {
        const made = await ship();
        await from17(made, { ...leg(event('2026-03-20T10:00:00Z', last, 'Last')), ...concluded(conclusion) });
        expect(await statusOf(made)).toBe(expected);
        expect(await listed(made)).toHaveLength(1);
      });

      it('stands over an end that it cannot follow, which was none', async () => {
        const made = await ship();
        const moving = event('2026-03-20T18:00:00Z', 'InTransit_Other', 'Misrouted', 'Lyon');
        const ends = ['Delivered_Other', 'Exception_Returned'].map((end, index) =>
          event(`2026-03-20T1${index}:00:00Z`, end, end),
        );
        await from17(made, { ...leg(moving, ...ends.toReversed()), ...concluded('InTransit_Other') });
        expect(await statusOf(made)).toBe('in_transit');
        const other = await ship();
        await fromKarrio(
          other,
          'in_transit',
          { timestamp: '2026-03-20T18:00:00Z', status: 'in_transit', description: 'Misrouted' },
          { timestamp: '2026-03-20T10:00:00Z', status: 'delivered', description: 'Delivered' },
        );
        expect(await statusOf(other)).toBe('in_transit');
      });

      it('of the carrier in front takes no end back that the other one tells', async () => {
        const made = await ship();
        await from17(made, {
          ...concluded('InTransit_Other'),
          tracking: {
            providers: [
              {
                provider: { key: 100002 },
                events: [event('2026-03-18T10:00:00Z', 'InTransit_Other', 'Left')],
              },
              {
                provider: { key: 21051 },
                events: [event('2026-03-20T10:00:00Z', 'Delivered_Other', 'Door')],
              },
            ],
          },
        });
        expect(await statusOf(made)).toBe('delivered');
      });

      it('changes what was thought of an event before, without a second one', async () => {
        const made = await ship();
        const [, delivered] = stray;
        await from17(made, { ...leg(...stray), ...concluded('InTransit_Other') });
        expect(await statusOf(made)).toBe('in_transit');
        await from17(made, { ...leg(...stray), ...concluded('Delivered_Other') });
        expect(await statusOf(made)).toBe('delivered');
        await from17(made, { ...leg(...stray), ...concluded('Exception_Returned') });
        expect(await statusOf(made)).toBe('return_to_sender');
        expect(await listed(made)).toHaveLength(2);
        const other = await ship();
        await from17(other, { ...leg(delivered), ...concluded('Delivered_Other') });
        await from17(other, { ...leg(delivered), ...concluded('Exception_Returned') });
        expect(await statusOf(other)).toBe('return_to_sender');
        expect(await listed(other)).toHaveLength(1);
      });

      it('is a checkpoint when there is a latest event alone', async () => {
        for (const tracking of [
          { providers: [] },
          { providers: [{ provider: { key: 100002 }, events: [] }] },
          null,
        ]) {
          const made = await ship();
          const latest_event = event('2026-03-20T10:00:00Z', null, 'Handed over', 'Lyon, FR');
          await from17(made, { tracking, latest_event, ...concluded('Delivered_Other') });
          expect(await now(made)).toMatchObject({
            trackingStatus: 'delivered',
            shippedAt: '2026-03-20T10:00:00+00:00',
          });
          expect(await listed(made)).toMatchObject([{ info: 'Handed over', location: 'Lyon, FR' }]);
        }
      });

      it('gives an event without a status its own', async () => {
        const made = await ship();
        await fromKarrio(
          made,
          'delivered',
          { date: '2026-03-20', time: '09:05 p.m.', description: 'Signed by Ada' },
          { date: '2026-03-18', time: '08:00', description: 'Scanned', location: 'Reno, NV, US' },
          { date: '2026-03-17', time: '08:00', description: 'Label created', location: 'Reno, NV, US' },
        );
        expect(await textsOf(made)).toEqual(['Label created', 'Scanned', 'Signed by Ada']);
        expect(await now(made)).toMatchObject({
          trackingStatus: 'delivered',
          shippedAt: '2026-03-18T15:00:00+00:00',
          daysInTransit: 2,
        });
      });
    });

    describe('what customers see', () => {
      it('has no rows without words', async () => {
        const made = await ship();
        await push(
          made,
          on('2026-03-20T10:00:00Z', 'delivered'),
          on('2026-03-19T10:00:00Z', 'in_transit', 'Scanned'),
          on('2026-03-18T10:00:00Z', 'in_transit', null, 'Lyon'),
        );
        expect(await statusOf(made)).toBe('delivered');
        expect(await seenBy(made)).toEqual(['Scanned', 'Lyon']);
      });

      it('has events with equal dates in their order, the newest first', async () => {
        const made = await ship();
        const day = '2026-03-20';
        await push(made, on(day, 'in_transit', 'b'), on(day, 'in_transit', 'a'));
        await push(made, on(day, 'in_transit', 'c'), on(day, 'in_transit', 'b'), on(day, 'in_transit', 'a'));
        await push(made, ...['c', 'b', 'a', 'first'].map((info) => on(day, 'in_transit', info)));
        expect(await seenBy(made)).toEqual(['c', 'b', 'a', 'first']);
      });
    });

    describe('the first movement', () => {
      it.each<[string, Body[], string | null, number | null]>([
        [
          'the delivery',
          [on('2026-03-20T10:00:00Z', 'delivered', 'Delivered')],
          '2026-03-20T10:00:00+00:00',
          0,
        ],
        [
          'the way back',
          [on('2026-03-20T10:00:00Z', 'return_to_sender', 'Back')],
          '2026-03-20T10:00:00+00:00',
          0,
        ],
        ['no label', [on('2026-03-20T10:00:00Z', 'pre_transit', 'Label')], null, null],
        ['no cancellation', [on('2026-03-20T10:00:00Z', 'cancelled', 'Cancelled')], null, null],
        [
          'told at last',
          [
            on('2026-03-20T10:00:00Z', 'delivered', 'Delivered'),
            on('2026-03-17T09:00:00Z', 'in_transit', 'Taken'),
          ],
          '2026-03-17T09:00:00+00:00',
          3,
        ],
        [
          'a scan',
          [
            on('2026-03-20T10:00:00Z', 'delivered', 'Delivered'),
            on('2026-03-18T09:00:00Z', null, 'Scan', 'Lyon'),
          ],
          '2026-03-18T09:00:00+00:00',
          2,
        ],
      ])('may be %s', async (_, reports, shippedAt, daysInTransit) => {
        const made = await ship();
        await push(made, ...reports);
        expect(await now(made)).toMatchObject({ shippedAt, daysInTransit });
      });
    });

    describe('one event', () => {
      const TIME = '2026-03-20T10:05:00Z';
      it.each<[string, [string | null, string | undefined], [string | null, string | undefined]]>([
        ['places', ['Arrived', 'PARIS, FR'], ['Arrived', 'Paris, France']],
        ['capitals', ['ARRIVED AT HUB', 'LYON'], ['Arrived at hub', 'Lyon']],
        ['accents and points', ['Arrivé: à Genève.', 'Genève'], ['arrive a geneve', 'GENEVE, CH']],
        ['more of the place', ['Arrived', 'Paris'], ['Arrived', '75001 Paris (France)']],
        ['a place later', ['Arrived', undefined], ['Arrived', 'Paris']],
        ['other words', ['Arrived', 'Paris, FR'], ['Ankunft im Depot', 'PARIS FR']],
        ['another place', ['Arrived', 'Hub 7'], ['Arrived', 'Paris, FR']],
      ])('is told twice with %s', async (_, [info, location], [newInfo, newLocation]) => {
        const made = await ship();
        await push(made, on(TIME, 'in_transit', info, location));
        expect(await push(made, on(TIME, 'in_transit', newInfo, newLocation))).toMatchObject({
          checkpoints: 0,
        });
        expect(await listed(made)).toMatchObject([{ info: newInfo, location: newLocation }]);
      });

      it('is one in one list, too, and when two carriers tell of it', async () => {
        const made = await ship();
        await push(
          made,
          on(TIME, 'in_transit', 'Arrived', 'PARIS, FR'),
          on(TIME, 'in_transit', 'ARRIVED', 'Paris, France'),
        );
        expect(await listed(made)).toHaveLength(1);
        const other = await ship();
        await from17(other, {
          tracking: {
            providers: [
              { provider: { key: 100002 }, events: [event(TIME, 'Delivered_Other', 'Delivered', 'LYON')] },
              {
                provider: { key: 21051 },
                events: [event(TIME, 'Delivered_Other', 'Left at the door', 'Lyon, France')],
              },
            ],
          },
        });
        expect(await listed(other)).toHaveLength(1);
      });

      it.each<[string, Body, Body]>([
        [
          'another minute',
          on(TIME, 'in_transit', 'A', 'Lyon'),
          on('2026-03-20T10:06:00Z', 'in_transit', 'A', 'Lyon'),
        ],
        ['another status', on(TIME, 'in_transit', 'A', 'Lyon'), on(TIME, 'delivered', 'A', 'Lyon')],
        [
          'a day and other words',
          on('2026-03-20', 'in_transit', 'In', 'Lyon'),
          on('2026-03-20', 'in_transit', 'Out', 'Lyon'),
        ],
        [
          'a day and another place',
          on('2026-03-20', 'in_transit', 'In', 'Lyon'),
          on('2026-03-20', 'in_transit', 'In', 'Paris'),
        ],
      ])('is not %s', async (_, one, other) => {
        const made = await ship();
        await push(made, one);
        expect(await push(made, other)).toMatchObject({ checkpoints: 1 });
      });

      it('is not the next one of the same list', async () => {
        const made = await ship();
        const reports = [
          on(TIME, 'in_transit', 'Departed', 'Lyon'),
          on(TIME, 'in_transit', 'Sorted', 'Lyon'),
        ];
        await push(made, ...reports);
        expect(await push(made, ...reports)).toMatchObject({ checkpoints: 0 });
        expect(await textsOf(made)).toEqual(['Sorted', 'Departed']);
      });
    });
  },
  {
    SEVENTEEN_TRACK_KEY: KEY,
    SEVENTEEN_TRACK_URL: 'http://127.0.0.1:9',
    KARRIO_KEY: 'key',
    KARRIO_URL: karrio.url,
    TRACKING_PROVIDERS: 'karrio,17track',
    WORKER: '0',
  },
);
