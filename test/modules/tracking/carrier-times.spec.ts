import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ParcelChecks } from '../../../src/modules/tracking/parcel-checks.js';
import { type Body, type Client, onEachApi, type TenantClient } from '../../support/api.js';
import { providerServer } from '../../support/provider-server.js';

const KEY = 'k3y-of-17track';
const karrio = await providerServer();
afterAll(() => karrio.close());

let used = 0;
const number = (): string => `TIME${String(++used).padStart(6, '0')}XYZ`;

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let operator: Client;
    beforeAll(async () => {
      tenant = await api.tenant();
      operator = await api.operator();
    });

    const ship = (originCarrier = 'ups'): Promise<Body> =>
      tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: number(), originCarrier });
    const now = async ({ '@id': iri }: Body): Promise<Body> => (await tenant.get(iri as string)).body;
    const push = async (update: object): Promise<Body> =>
      (await operator.post('/tracking_updates', [update])).body.results[0];
    const datesOf = async ({ '@id': iri }: Body): Promise<string[]> =>
      (await tenant.get(`${iri as string}/checkpoints?order[checkpointDate]=asc`)).body['hydra:member'].map(
        ({ checkpointDate }: { checkpointDate: string }) => checkpointDate.replace('+00:00', 'Z'),
      );
    const read = async (date: unknown, location?: string): Promise<string | undefined> => {
      const made = await ship();
      const { trackingNumber } = made;
      await push({ trackingNumber, checkpoints: [{ date, location, status: 'in_transit', info: 'Seen' }] });
      return (await datesOf(made))[0];
    };

    describe('a pushed date', () => {
      it.each<[unknown, string]>([
        ['2023-11-30T16:43:40Z', '2023-11-30T16:43:40Z'],
        ['2023-11-30t16:43:40.25z', '2023-11-30T16:43:40Z'],
        ['2023-11-30 16:43:40,123456 UTC', '2023-11-30T16:43:40Z'],
        ['2023-11-30T16:43', '2023-11-30T16:43:00Z'],
        ['2023-11-30T16', '2023-11-30T16:00:00Z'],
        ['2023-11-30', '2023-11-30T00:00:00Z'],
        ['20231130T164340', '2023-11-30T16:43:40Z'],
        ['20231130T164340Z', '2023-11-30T16:43:40Z'],
        ['20231130T164340+0530', '2023-11-30T11:13:40Z'],
        ['20231130164340', '2023-11-30T16:43:40Z'],
        ['202311301643', '2023-11-30T16:43:00Z'],
        ['20231130', '2023-11-30T00:00:00Z'],
        ['2023-11-30T16:43:40-05', '2023-11-30T21:43:40Z'],
        ['2023-11-30T16:43:40-0500', '2023-11-30T21:43:40Z'],
        ['2023-11-30T16:43:40 +05:30', '2023-11-30T11:13:40Z'],
        ['2023-11-30T16:43:40 05:30', '2023-11-30T11:13:40Z'],
        ['2023-11-30 16:43:40 GMT+8', '2023-11-30T08:43:40Z'],
        ['2023-11-30T16:43:40+01:00[Europe/Berlin]', '2023-11-30T15:43:40Z'],
        ['2023-11-30 16:43 EST', '2023-11-30T21:43:00Z'],
        ['2023-11-30 09:05 p.m.', '2023-11-30T21:05:00Z'],
        ['2023-11-30 9:05 PM', '2023-11-30T21:05:00Z'],
        ['2023-11-30 12:05 a.m.', '2023-11-30T00:05:00Z'],
        ['2023-11-30 12:05:09 PM', '2023-11-30T12:05:09Z'],
        ['2023-11-30T24:00', '2023-12-01T00:00:00Z'],
        ['2023-11-30T23:59:60Z', '2023-11-30T23:59:59Z'],
        ['2023/11/30 16:43', '2023-11-30T16:43:00Z'],
        ['30.11.2023 16:43', '2023-11-30T16:43:00Z'],
        ['3.4.2023', '2023-04-03T00:00:00Z'],
        ['30/11/2023 16:43', '2023-11-30T16:43:00Z'],
        ['11/30/2023 4:43 PM', '2023-11-30T16:43:00Z'],
        ['30 Nov 2023 16:43', '2023-11-30T16:43:00Z'],
        ['Nov 30, 2023 4:43 pm', '2023-11-30T16:43:00Z'],
        ['Thursday, November 30, 2023 at 4:43 PM', '2023-11-30T16:43:00Z'],
        ['Thu, 30 Nov 2023 16:43:40 +0100', '2023-11-30T15:43:40Z'],
        [1_701_362_620, '2023-11-30T16:43:40Z'],
        ['1701362620', '2023-11-30T16:43:40Z'],
        [1_701_362_620_123, '2023-11-30T16:43:40Z'],
        ['1701362620123', '2023-11-30T16:43:40Z'],
      ])('%j is %s', async (date, expected) => {
        expect(await read(date)).toBe(expected);
      });

      it.each<[string, string, string]>([
        ['2023-07-01 10:00', 'Paris, FR', '2023-07-01T08:00:00Z'],
        ['2023-12-01 10:00', 'Paris, France', '2023-12-01T09:00:00Z'],
        ['2023-12-01 10:00', 'HAMBURG (DEUTSCHLAND)', '2023-12-01T09:00:00Z'],
        ['2023-12-01 10:00', 'Nowhere an der Spree, DE', '2023-12-01T09:00:00Z'],
        ['2023-12-01 10:00', 'GASQUET, CA, US', '2023-12-01T18:00:00Z'],
        ['2023-12-01 10:00', 'Los Angeles, CA', '2023-12-01T18:00:00Z'],
        ['2023-12-01 10:00', 'LOUISVILLE, KY, US', '2023-12-01T15:00:00Z'],
        ['2023-12-01 10:00', 'Toronto, ON, CA', '2023-12-01T15:00:00Z'],
        ['2023-12-01 10:00', 'SYDNEY NSW, Australia', '2023-11-30T23:00:00Z'],
        ['2023-12-01 10:00', 'SHENZHEN PROCESSING CENTER', '2023-12-01T02:00:00Z'],
        ['2023-12-01 10:00', 'Urumqi, China', '2023-12-01T02:00:00Z'],
        ['2023-12-01 10:00', 'Madrid, ES', '2023-12-01T09:00:00Z'],
        ['2023-12-01 10:00', 'JP', '2023-12-01T01:00:00Z'],
        ['2023-12-01 10:00', 'JERSEY CITY NJ US', '2023-12-01T15:00:00Z'],
        ['2023-12-01 10:00', 'MEMPHIS TN', '2023-12-01T16:00:00Z'],
        ['2023-12-01 10:00', 'LYON FR', '2023-12-01T09:00:00Z'],
        ['2023-12-01 10:00', 'Scanned at Hub IN', '2023-12-01T10:00:00Z'],
        ['2023-12-01 10:00', 'Mumbai', '2023-12-01T04:30:00Z'],
        ['2023-12-01 4:00 PM', 'Tokyo', '2023-12-01T07:00:00Z'],
        // an offset says more than a place; a day is a day everywhere
        ['2023-12-01 10:00Z', 'Tokyo', '2023-12-01T10:00:00Z'],
        ['2023-12-01', 'Tokyo', '2023-12-01T00:00:00Z'],
        // nobody knows which
        ['2023-12-01 10:00', 'United States', '2023-12-01T10:00:00Z'],
        ['2023-12-01 10:00', 'Springfield', '2023-12-01T10:00:00Z'],
        ['2023-12-01 10:00', 'Depot 7', '2023-12-01T10:00:00Z'],
      ])('%s in %s is %s', async (date, location, expected) => {
        expect(await read(date, location)).toBe(expected);
      });

      it.each(['soon', '03/04/2026', '2026-02-30', '2026-13-01', '2026-01-01T25:00', '20/11/26', '7', true])(
        '%j is refused',
        async (date) => {
          const { trackingNumber } = await ship();
          const result = await push({ trackingNumber, checkpoints: [{ date, status: 'delivered' }] });
          expect(result).toMatchObject({ accepted: false });
        },
      );

      it.each([
        '0001-01-01',
        '0001-01-01T00:00:00Z',
        '1970-01-01',
        '1970-01-01T08:00:00+08:00',
        '1969-12-31T16:00:00-08:00',
        '1900-01-01 00:00:00',
        '1899-12-30',
        '9999-12-31',
        0,
      ])('%j is none: the rest of the news are taken', async (date) => {
        const made = await ship();
        const { trackingNumber } = made;
        const result = await push({
          trackingNumber,
          expectedDeliveryDate: date,
          checkpoints: [
            { date, status: 'in_transit', info: 'Without a date' },
            { date: '2026-03-02T10:00:00Z', status: 'pre_transit', info: 'Label' },
          ],
        });
        expect(result).toEqual({
          trackingNumber,
          accepted: true,
          shipments: 1,
          checkpoints: 1,
          notes: [`checkpoints[0]: It has no date, only "${date}", and was left out.`],
        });
        expect(await now(made)).toMatchObject({
          trackingStatus: 'pre_transit',
          daysInTransit: null,
          shippedAt: null,
          expectedDeliveryDate: null,
        });
      });
    });

    describe('an event of 17TRACK', () => {
      const told = async (event: object): Promise<string | undefined> => {
        const made = await ship();
        const data = {
          number: made.trackingNumber as string,
          carrier: 100002,
          track_info: { tracking: { providers: [{ provider: { key: 100002 }, events: [event] }] } },
        };
        const text = JSON.stringify({ event: 'TRACKING_UPDATED', data });
        const sign = createHash('sha256').update(`${text}/${KEY}`).digest('hex');
        await api.anonymous().post('/tracking_providers/17track', text, {
          'content-type': 'application/json',
          sign,
        });
        return (await datesOf(made))[0];
      };
      const raw = (date: string, time: string | null, timezone: string | null): object => ({
        time_utc: null,
        time_iso: null,
        time_raw: { date, time, timezone },
        sub_status: 'InTransit_Other',
        description: 'Seen',
      });

      it.each<[object, string]>([
        [raw('2023-11-30', '16:43:40', '-05:00'), '2023-11-30T21:43:40Z'],
        [raw('2023-11-30', '16:43', 'UTC+8'), '2023-11-30T08:43:00Z'],
        [raw('2023-11-30', '04:43 PM', 'Europe/Berlin'), '2023-11-30T15:43:00Z'],
        [raw('2023-11-30', '16:43:40', null), '2023-11-30T16:43:40Z'],
        [raw('2023-11-30', null, '-05:00'), '2023-11-30T00:00:00Z'],
        [{ ...raw('2023-11-30', '16:43:40', null), location: 'Paris, FR' }, '2023-11-30T15:43:40Z'],
        [
          {
            ...raw('2023-11-30', '10:00:00', null),
            address: { country: 'US', state: 'CA', city: 'GASQUET' },
          },
          '2023-11-30T18:00:00Z',
        ],
        [
          { ...raw('2023-11-30', '16:43:40', '+01:00'), time_iso: '2023-11-30T16:43:40' },
          '2023-11-30T15:43:40Z',
        ],
        [
          {
            ...raw('2023-11-30', '16:43:40', null),
            time_utc: '0001-01-01T00:00:00Z',
            time_iso: '1970-01-01',
          },
          '2023-11-30T16:43:40Z',
        ],
      ])('%j is of %s', async (event, expected) => {
        expect(await told(event)).toBe(expected);
      });
    });

    describe('an event of Karrio', () => {
      it.each<[object, string]>([
        [{ date: '2023-11-30', time: '09:05 p.m.' }, '2023-11-30T21:05:00Z'],
        [{ date: '2023-11-30', time: '21:05', location: 'Berlin, DE' }, '2023-11-30T20:05:00Z'],
        [{ date: '2023-11-30', time: '' }, '2023-11-30T00:00:00Z'],
        [{ timestamp: '2023-11-30T21:05:00.000Z', location: 'Berlin, DE' }, '2023-11-30T21:05:00Z'],
        [{ timestamp: '20231130T210500', location: 'Berlin, DE' }, '2023-11-30T20:05:00Z'],
        [{ timestamp: '1970-01-01T00:00:00Z', date: '2023-11-30', time: '9 PM' }, '2023-11-30T21:00:00Z'],
      ])('%j is of %s', async (event, expected) => {
        await api.db().transaction((unit) => unit.run('UPDATE shipments SET nextCheckAt = NULL'));
        const made = await ship();
        karrio.answers(() => ({
          json: { status: 'in_transit', events: [{ ...event, status: 'in_transit', description: 'Seen' }] },
        }));
        await api.provider(ParcelChecks).checkDue();
        expect(await datesOf(made)).toEqual([expected]);
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
