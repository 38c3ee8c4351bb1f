import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiDocument } from '../../../../src/app/api-document.js';
import { carrierByCode } from '../../../../src/modules/reference-data/carriers/carriers.js';
import { readConfig } from '../../../../src/config/config.js';
import { Clock } from '../../../../src/core/database/clock.js';
import { toMilliseconds, toStored } from '../../../../src/core/metadata/datetime.js';
import { ParcelChecks } from '../../../../src/modules/tracking/parcel-checks.js';
import { LEASE_MS } from '../../../../src/modules/tracking/leased-shipments.js';
import { pauseBeforeNextCheck } from '../../../../src/modules/tracking/next-check.js';
import { karrio } from '../../../../src/modules/tracking/providers/karrio.js';
import { karrioCarriers } from '../../../../src/modules/tracking/providers/karrio-mapping.js';
import type { ProviderName } from '../../../../src/config/tracking-providers.js';
import { carriersWithKeys } from '../../../../src/modules/tracking/providers/seventeen-track-carriers.js';
import { statusOf } from '../../../../src/modules/tracking/providers/seventeen-track-statuses.js';
import { seventeenTrack } from '../../../../src/modules/tracking/providers/seventeen-track.js';
import type { Parcel, TrackingProvider } from '../../../../src/modules/tracking/tracking-provider.js';
import type { TrackingStatus } from '../../../../src/modules/tracking/tracking-statuses.js';
import { onEachApi, startServer, type Api, type Body, type TenantClient } from '../../../support/api.js';
import { Documented } from '../../../support/documented.js';
import { providerServer, silence, type Received, type Reply } from '../../../support/provider-server.js';

const KEY = 'k3y-of-17track';
const seventeen = await providerServer();
const own = await providerServer();
afterAll(() => Promise.all([seventeen.close(), own.close()]));

const HOUR = 3_600_000;

/** An event as 17TRACK tells it. */
const event = (time: string, sub_status: string, description = sub_status): Body => ({
  time_iso: time,
  time_utc: time,
  description,
  location: 'GASQUET, CA, US',
  stage: null,
  sub_status,
});

/** A parcel as 17TRACK tells it. */
const parcelOf17 = (number: string, events: readonly Body[], carrier = 100002): Body => ({
  number,
  carrier,
  param: null,
  tag: null,
  track_info: {
    shipping_info: {
      shipper_address: { country: 'US', state: 'CA' },
      recipient_address: { country: 'CA', state: null },
    },
    latest_status: { status: events[0]?.sub_status?.split('_')[0], sub_status: events[0]?.sub_status },
    time_metrics: { estimated_delivery_date: { source: 'Official', from: '2026-03-09', to: '2026-03-10' } },
    tracking: { providers: [{ provider: { key: carrier, name: 'UPS' }, events }] },
  },
});

const accepted = (...entries: readonly Body[]): Reply => ({
  json: { code: 0, data: { accepted: entries, rejected: [] } },
});
const rejected = (code: number, ...numbers: readonly string[]): Reply => ({
  json: {
    code: 0,
    data: { accepted: [], rejected: numbers.map((number) => ({ number, error: { code, message: '…' } })) },
  },
});

/** A 17TRACK that takes every number, and knows of some. */
const knowing =
  (...parcels: readonly Body[]) =>
  ({ path, body }: Received): Reply => {
    const numbers = (body as Body[]).map(({ number }) => number as string);
    if (path.endsWith('/register'))
      return accepted(...numbers.map((number) => ({ number, carrier: 100002 })));
    return accepted(...parcels.filter(({ number }) => numbers.includes(number as string)));
  };

const ups = (trackingNumber: string): Parcel => ({ trackingNumber, originCarrier: 'ups' });
const signal = (): AbortSignal => AbortSignal.timeout(5000);

describe('17TRACK', () => {
  const provider = seventeenTrack({ name: '17track', key: KEY, url: seventeen.url }, 0);

  it('registers numbers with its own keys of the carriers and our codes as tags', async () => {
    seventeen.answers(knowing());
    const parcels = [ups('1Z1'), { trackingNumber: 'RB123456785GB', originCarrier: null }];
    expect(await provider.watch?.(parcels, signal())).toEqual([]);
    expect(seventeen.received).toMatchObject([
      { path: '/track/v2.2/register', headers: { '17token': KEY, 'content-type': 'application/json' } },
    ]);
    expect(seventeen.received[0]?.body).toEqual([
      { number: '1Z1', carrier: 100002, tag: 'ups' },
      { number: 'RB123456785GB' },
    ]);
  });

  it('says which numbers it refuses; those that it has already are welcome', async () => {
    seventeen.answers(() => rejected(-18019901, '1Z1'));
    expect(await provider.watch?.([ups('1Z1')], signal())).toEqual([]);
    seventeen.answers(() => rejected(-18019903, '1Z1'));
    expect(await provider.watch?.([ups('1Z1'), ups('1Z2')], signal())).toEqual([ups('1Z1')]);
  });

  it('tells of events, countries and the expected day', async () => {
    const events = [
      event('2026-03-04T23:35:22Z', 'OutForDelivery_Other', 'Out for delivery'),
      event('2026-03-02T09:15:00+02:00', 'InTransit_PickedUp', 'Picked up'),
      event('0001-01-01T00:00:00Z', 'InTransit_Other', 'Without a date'),
    ];
    seventeen.answers(knowing(parcelOf17('1Z1', events)));
    expect(await provider.fetchUpdates([ups('1Z1'), ups('1Z2')], signal())).toEqual([
      {
        trackingNumber: '1Z1',
        originCarrier: 'ups',
        destinationCarrier: undefined,
        originCountryIso2: 'US',
        destinationCountryIso2: 'CA',
        expectedDeliveryDate: '2026-03-10 00:00:00.000000',
        checkpoints: [
          {
            date: '2026-03-04 23:35:22.000000',
            status: 'delivery_in_progress',
            info: 'Out for delivery',
            location: 'GASQUET, CA, US',
            rel: 'origin',
          },
          {
            date: '2026-03-02 07:15:00.000000',
            status: 'in_transit',
            info: 'Picked up',
            location: 'GASQUET, CA, US',
            rel: 'origin',
          },
        ],
      },
    ]);
    expect(seventeen.received[0]?.path).toBe('/track/v2.2/gettrackinfo');
  });

  it('knows two carriers apart: the one that takes a parcel and the one that delivers it', async () => {
    const entry = parcelOf17('LZ1', [event('2026-03-01T00:00:00Z', 'InTransit_Departure')], 3011);
    entry.track_info.tracking.providers.push({
      provider: { key: 21051, name: 'USPS' },
      events: [event('2026-03-03T00:00:00Z', 'Delivered_Other')],
    });
    seventeen.answers(knowing(entry));
    const [update] = await provider.fetchUpdates([{ trackingNumber: 'LZ1', originCarrier: null }], signal());
    expect(update).toMatchObject({ originCarrier: 'china-post', destinationCarrier: 'usps' });
    expect(update?.checkpoints.map(({ rel, status }) => [rel, status])).toEqual([
      ['destination', 'delivered'],
      ['origin', 'in_transit'],
    ]);
  });

  it('says what the parcel is when its last event does not', async () => {
    const entry = parcelOf17('1Z1', [{ ...event('2026-03-04T00:00:00Z', 'x'), sub_status: null }]);
    entry.track_info.latest_status = { status: 'DeliveryFailure', sub_status: 'DeliveryFailure_NoBody' };
    seventeen.answers(knowing(entry));
    const [update] = await provider.fetchUpdates([ups('1Z1')], signal());
    expect(update?.checkpoints).toMatchObject([
      { date: '2026-03-04 00:00:00.000000', status: 'unsuccessful_delivery', info: 'x' },
    ]);
  });

  it('registers again what it has forgotten', async () => {
    seventeen.answers(({ path }) =>
      path.endsWith('/register') ? accepted({ number: '1Z1' }) : rejected(-18019902, '1Z1'),
    );
    expect(await provider.fetchUpdates([ups('1Z1')], signal())).toEqual([]);
    expect(seventeen.received.map(({ path }) => path.split('/').at(-1))).toEqual([
      'gettrackinfo',
      'register',
    ]);
  });

  it.each<[string, TrackingStatus | undefined]>([
    ['NotFound_Other', 'no_info'],
    ['InfoReceived', 'pre_transit'],
    ['InTransit_PickedUp', 'in_transit'],
    ['InTransit_CustomsProcessing', 'customs_clearance'],
    ['InTransit_CustomsReleased', 'in_transit'],
    ['InTransit_CustomsRequiringInformation', 'customs_clearance'],
    ['Expired_Other', 'transit_limit_exceeded'],
    ['AvailableForPickup_Other', 'available_for_pickup'],
    ['OutForDelivery_Other', 'delivery_in_progress'],
    ['DeliveryFailure_InvalidAddress', 'unsuccessful_delivery'],
    ['Delivered_Other', 'delivered'],
    ['Exception_Lost', 'exception'],
    ['Exception_Returning', 'return_to_sender'],
    ['Exception_Cancel', 'cancelled'],
    ['Departure', 'in_transit'],
    ['Returned', 'return_to_sender'],
    ['constructor', undefined],
  ])('%s means %s', (word, status) => {
    expect(statusOf(word)).toBe(status);
  });

  it('its carriers are in the catalogue', () => {
    expect(carriersWithKeys().filter((code) => !carrierByCode(code))).toEqual([]);
    expect(carriersWithKeys().length).toBeGreaterThan(250);
  });
});

describe('Karrio', () => {
  const provider = karrio({ name: 'karrio', key: 'key_1', url: `${own.url}/karrio` });
  const tracker = (...events: readonly Body[]): Body => ({
    id: 'trk_1',
    carrier_name: 'ups',
    tracking_number: '1Z1',
    status: 'out_for_delivery',
    estimated_delivery: '2026-03-05',
    info: { shipment_origin_country: 'us', shipment_destination_country: null },
    events,
  });

  it('is asked for a tracker by number and carrier', async () => {
    own.answers(() => ({
      json: tracker(
        { timestamp: '2026-03-04T10:00:00.000Z', status: 'out_for_delivery', description: 'On the van' },
        {
          timestamp: '2026-03-02T10:00:00.000Z',
          status: 'picked_up',
          description: 'Taken',
          location: 'Reno, NV',
        },
      ),
    }));
    expect(await provider.fetchUpdates([ups('1Z1')], signal())).toEqual([
      {
        trackingNumber: '1Z1',
        originCarrier: 'ups',
        originCountryIso2: 'US',
        destinationCountryIso2: undefined,
        expectedDeliveryDate: '2026-03-05 00:00:00.000000',
        checkpoints: [
          {
            date: '2026-03-04 10:00:00.000000',
            status: 'delivery_in_progress',
            info: 'On the van',
            location: null,
            rel: 'origin',
          },
          {
            date: '2026-03-02 10:00:00.000000',
            status: 'in_transit',
            info: 'Taken',
            location: 'Reno, NV',
            rel: 'origin',
          },
        ],
      },
    ]);
    expect(own.received).toMatchObject([
      {
        path: '/karrio/v1/trackers?pending_pickup=true',
        headers: { authorization: 'Token key_1' },
        body: { tracking_number: '1Z1', carrier_name: 'ups' },
      },
    ]);
  });

  it('is understood when it is old: events without a status, with the time of a clock', async () => {
    own.answers(() => ({
      json: tracker(
        { date: '2026-03-04', time: '09:05 PM', description: 'On the van' },
        { date: '2026-03-04', time: '12:10 AM', description: 'Arrived' },
        { date: '2026-03-03', time: '', description: 'Left' },
        { date: 'yesterday', description: 'Never' },
      ),
    }));
    const [update] = await provider.fetchUpdates([ups('1Z1')], signal());
    expect(update?.checkpoints.map(({ date, status, info }) => [date.slice(0, 16), status, info])).toEqual([
      ['2026-03-04 21:05', 'delivery_in_progress', 'On the van'],
      ['2026-03-04 00:10', null, 'Arrived'],
      ['2026-03-03 00:00', null, 'Left'],
    ]);
  });

  it('knows nothing of parcels that the carrier does not know, and of those without events', async () => {
    own.answers(() => ({ status: 424, json: { messages: [] } }));
    expect(await provider.fetchUpdates([ups('1Z1')], signal())).toEqual([]);
    own.answers(() => ({ json: tracker() }));
    expect(await provider.fetchUpdates([ups('1Z1')], signal())).toEqual([]);
  });

  it('may fail for one parcel and tell of the others', async () => {
    const known = tracker({ timestamp: '2026-03-04T10:00:00Z', status: 'delivered' });
    own.answers(({ body }) => (body.tracking_number === '1Z1' ? { status: 500, text: '' } : { json: known }));
    const updates = await provider.fetchUpdates([ups('1Z1'), ups('1Z2')], signal());
    expect(updates.map(({ trackingNumber }) => trackingNumber)).toEqual(['1Z2']);
  });

  it('is asked for the carriers alone that it has', () => {
    expect(provider.canTrack(ups('1'))).toBe(true);
    expect(provider.canTrack({ trackingNumber: '1', originCarrier: 'easy-mail' })).toBe(false);
    expect(provider.canTrack({ trackingNumber: '1', originCarrier: null })).toBe(false);
    expect(karrioCarriers().filter((code) => !carrierByCode(code))).toEqual([]);
  });
});

describe.each<[ProviderName, TrackingProvider, typeof own]>([
  ['17track', seventeenTrack({ name: '17track', key: KEY, url: seventeen.url }, 0), seventeen],
  ['karrio', karrio({ name: 'karrio', key: 'key', url: own.url }), own],
])('%s fails', (name, provider, server) => {
  it.each<[string, () => Reply | Promise<Reply>, string]>([
    ['it answers 500', () => ({ status: 500, text: '<h1>secret</h1>' }), 'answered 500'],
    ['it answers 429', () => ({ status: 429, json: {} }), 'answered 429'],
    ['it answers 401', () => ({ status: 401, json: {} }), 'answered 401'],
    ['it answers no JSON', () => ({ text: '<html>1Z1</html>' }), 'answered what is no JSON'],
    [
      'it answers too much',
      () => ({ text: `"${'x'.repeat(5_000_000)}"` }),
      'answered more than anybody reads',
    ],
    ['it leads elsewhere', () => ({ status: 302, text: '' }), 'could not be reached (unknown)'],
  ])('when %s', async (_, answering, message) => {
    server.answers(answering);
    await expect(provider.fetchUpdates([ups('1Z1')], signal())).rejects.toThrow(
      expect.objectContaining({ name: 'ProviderFailed', message: `${name} ${message}` }),
    );
  });

  it('when it is slow', async () => {
    server.answers(silence);
    await expect(provider.fetchUpdates([ups('1Z1')], AbortSignal.timeout(100))).rejects.toThrow(
      `${name} did not answer in time`,
    );
  });

  it('when nobody is there', async () => {
    const gone = await providerServer();
    await gone.close();
    const away = name === '17track' ? seventeenTrack : karrio;
    await expect(
      away({ name, key: KEY, url: gone.url }).fetchUpdates([ups('1Z1')], signal()),
    ).rejects.toThrow(`${name} could not be reached (ECONNREFUSED)`);
  });

  it('not when it answers JSON of another shape', async () => {
    for (const json of [null, 1, [], { code: 0 }, { code: 0, data: { accepted: [null, { number: 1 }] } }]) {
      server.answers(() => ({ json }));
      const updates = await provider.fetchUpdates([ups('1Z1')], signal()).catch((error: Error) => error.name);
      expect(['ProviderFailed', []]).toContainEqual(updates);
    }
  });
});

describe('17TRACK fails', () => {
  const provider = seventeenTrack({ name: '17track', key: KEY, url: seventeen.url }, 0);
  it.each([
    [
      { json: { code: -18010002, data: { errors: [{ code: -18010002 }] } } },
      '17track answered the code -18010002',
    ],
    [{ json: { code: 0, data: { errors: [{ code: -18010014 }] } } }, '17track answered the code -18010014'],
  ])('when its code says so', async (reply, message) => {
    seventeen.answers(() => reply);
    await expect(provider.fetchUpdates([ups('1Z1')], signal())).rejects.toThrow(message);
  });

  it('when the quota is used up', async () => {
    seventeen.answers(() => rejected(-18019908, '1Z1'));
    await expect(provider.watch?.([ups('1Z1')], signal())).rejects.toThrow('17track has no quota left');
  });
});

describe('the next check', () => {
  const pauses = (
    status: TrackingStatus,
    ...outcome: Parameters<typeof pauseBeforeNextCheck>[1][]
  ): (number | null)[] => outcome.map((each) => pauseBeforeNextCheck(status, each, 0.5));

  it('comes sooner the closer a parcel is, and never after a final status', () => {
    const answered = { kind: 'answered' } as const;
    expect(pauses('no_info', answered)).toEqual([6 * HOUR]);
    expect(pauses('pre_transit', answered)).toEqual([6 * HOUR]);
    expect(pauses('in_transit', answered)).toEqual([4 * HOUR]);
    expect(pauses('delivery_in_progress', answered)).toEqual([HOUR]);
    expect(pauses('no_info', { kind: 'just watched' }, { kind: 'nobody tracks it' })).toEqual([
      HOUR / 4,
      24 * HOUR,
    ]);
    expect(pauses('delivered', answered, { kind: 'failed', failures: 1 })).toEqual([null, null]);
  });

  it('comes later with each failure, up to a day, and never at the same moment for all', () => {
    const failures = [1, 2, 3, 9, 10, 1000].map((count) =>
      pauseBeforeNextCheck('in_transit', { kind: 'failed', failures: count }, 0.5),
    );
    expect(failures).toEqual([5, 10, 20, 1280, 1440, 1440].map((minutes) => minutes * 60_000));
    const [low, high] = [0, 1].map((random) =>
      pauseBeforeNextCheck('in_transit', { kind: 'answered' }, random),
    );
    expect([low, high]).toEqual([3.5 * HOUR, 4.5 * HOUR]);
  });
});

describe('the configuration', () => {
  const problemsOf = (env: Record<string, string>): string => {
    try {
      return readConfig(env)
        .trackingProviders.map(({ name, url }) => `${name} ${url}`)
        .join();
    } catch (error) {
      return (error as Error).message;
    }
  };
  const both = { SEVENTEEN_TRACK_KEY: 'a', KARRIO_KEY: 'b', KARRIO_URL: 'http://karrio:5002/api/' };

  it.each([
    [{}, ''],
    [{ SEVENTEEN_TRACK_KEY: 'a' }, '17track https://api.17track.net'],
    [both, 'karrio http://karrio:5002/api,17track https://api.17track.net'],
    [
      { ...both, TRACKING_PROVIDERS: ' 17track, karrio' },
      '17track https://api.17track.net,karrio http://karrio:5002/api',
    ],
    [{ ...both, TRACKING_PROVIDERS: 'karrio' }, 'karrio http://karrio:5002/api'],
    [{ TRACKING_PROVIDERS: 'dhl' }, 'TRACKING_PROVIDERS must be some of karrio, 17track, not "dhl".'],
    [{ TRACKING_PROVIDERS: 'karrio' }, 'TRACKING_PROVIDERS names karrio, which has no key.'],
    [{ KARRIO_KEY: 'b' }, 'KARRIO_KEY and KARRIO_URL must be set together.'],
    [
      { KARRIO_KEY: 'b', KARRIO_URL: 'https://u:secret@karrio' },
      'KARRIO_URL must be an http or https URL such as https://tracking.example.com, not "https://***@karrio".',
    ],
    [
      { SEVENTEEN_TRACK_KEY: 'secret key' },
      'SEVENTEEN_TRACK_KEY must be a key of printable ASCII without blanks, not "***".',
    ],
  ])('%j is %s', (env, expected) => {
    expect(problemsOf(env as Record<string, string>)).toBe(expected);
  });
});

const ENV = {
  SEVENTEEN_TRACK_KEY: KEY,
  SEVENTEEN_TRACK_URL: seventeen.url,
  KARRIO_KEY: 'key',
  KARRIO_URL: own.url,
  TRACKING_PROVIDERS: '17track,karrio',
  // parcels are checked when a test says so
  WORKER: '0',
};
const START = Date.parse('2026-03-05T12:00:00Z');
const documented = new Documented(apiDocument('https://waybill.invalid'));
let counter = 0;
const newNumber = (): string => `1Z0000000000${++counter}`;

/** What tracking keeps of a shipment. */
interface Kept {
  readonly status: string;
  /** Milliseconds since the moment at which the tests begin. */
  readonly due: number | null;
  readonly failures: number;
  readonly watchedBy: string | null;
}

const keptOf =
  (api: Api) =>
  async ({ id }: Body): Promise<Kept> => {
    const [row] = (await api
      .db()
      .read('SELECT trackingStatus, nextCheckAt, checkFailures, watchedBy FROM shipments WHERE id = ?', [
        id as string,
      ])) as [string, string | null, number, string | null][];
    const [status = '', due = null, failures = 0, watchedBy = null] = row ?? [];
    return { status, due: due === null ? null : toMilliseconds(due) - START, failures, watchedBy };
  };

onEachApi((api) => {
  let tenant: TenantClient;
  const kept = keptOf(api);
  const checkDue = (): Promise<number> => api.provider(ParcelChecks).checkDue();
  const shipment = (fields: object = {}): Promise<Body> =>
    tenant.make('/shipments', {
      workspace: tenant.workspace,
      trackingNumber: newNumber(),
      originCarrier: 'ups',
      ...fields,
    });

  beforeAll(async () => {
    tenant = await api.tenant();
  });
  beforeEach(async () => {
    api.setTime(START);
    seventeen.answers(knowing());
    own.answers(() => ({ status: 404, json: {} }));
    // what other tests have left is nobody's business
    await api.db().transaction((unit) => unit.run('UPDATE shipments SET nextCheckAt = NULL'));
  });

  describe('parcels that are due', () => {
    it('are registered and asked for, and get what is told', async () => {
      const made = await shipment();
      const number = made.trackingNumber as string;
      const events = [
        event('2026-03-05T08:00:00Z', 'OutForDelivery_Other'),
        event('2026-03-03T08:00:00Z', 'InTransit_PickedUp'),
      ];
      seventeen.answers(knowing(parcelOf17(number, events)));
      expect(await checkDue()).toBe(1);
      expect(seventeen.received.map(({ path }) => path.split('/').at(-1))).toEqual([
        'register',
        'gettrackinfo',
      ]);
      expect(own.received).toEqual([]);
      const { status, due, failures, watchedBy } = await kept(made);
      expect({ status, failures, watchedBy }).toEqual({
        status: 'delivery_in_progress',
        failures: 0,
        watchedBy: '17track',
      });
      expect(due).toBeGreaterThan(0.8 * HOUR);
      expect(due).toBeLessThan(1.2 * HOUR);
      const { body } = await tenant.get(made['@id']);
      expect(body).toMatchObject({ shippedAt: '2026-03-03T08:00:00+00:00', destinationCountry: 'Canada' });
      const checkpoints = await tenant.get(`${made['@id']}/checkpoints`);
      expect(checkpoints.body['hydra:totalItems']).toBe(2);
    });

    it('are asked for again when their time has come, without being registered again', async () => {
      const made = await shipment();
      const number = made.trackingNumber as string;
      await checkDue();
      // just registered: the provider needs some minutes
      expect((await kept(made)).due).toBeLessThan(20 * 60_000);
      expect(await checkDue()).toBe(0);
      api.setTime(START + HOUR);
      const told = parcelOf17(number, [event('2026-03-05T12:30:00Z', 'InTransit_Arrival')]);
      seventeen.answers(knowing(told));
      expect(await checkDue()).toBe(1);
      expect(seventeen.received.map(({ path }) => path.split('/').at(-1))).toEqual(['gettrackinfo']);
      const { status, due } = await kept(made);
      expect(status).toBe('in_transit');
      expect(due).toBeGreaterThan(4 * HOUR);
      // the same again adds nothing
      api.setTime(START + 8 * HOUR);
      await checkDue();
      const counted = await api
        .db()
        .read('SELECT COUNT(*) FROM checkpoints c JOIN shipments s ON s.pk = c.shipmentPk WHERE s.id = ?', [
          made.id as string,
        ]);
      expect(Number(counted[0]?.[0])).toBe(1);
    });

    it('are asked for no more once they have arrived', async () => {
      const made = await shipment();
      const told = parcelOf17(made.trackingNumber as string, [
        event('2026-03-05T10:00:00Z', 'Delivered_Other'),
      ]);
      seventeen.answers(knowing(told));
      await checkDue();
      expect(await kept(made)).toMatchObject({ status: 'delivered', due: null });
      // whatever else makes them final does so too
      const other = await shipment();
      await api
        .db()
        .transaction((unit) =>
          unit.run("UPDATE shipments SET trackingStatus = 'delivered' WHERE id = ?", [other.id as string]),
        );
      expect(await checkDue()).toBe(0);
      expect((await kept(other)).due).toBeNull();
    });

    it("are never the test carrier's", async () => {
      const made = await shipment({ trackingNumber: `TM102X${++counter}TM`, originCarrier: 'tm-test' });
      expect(await checkDue()).toBe(0);
      expect(await kept(made)).toMatchObject({ status: 'in_transit', due: null });
      expect(seventeen.received).toEqual([]);
    });

    it('are asked for once, however many workspaces have them', async () => {
      const trackingNumber = newNumber();
      const other = await api.tenant();
      const mine = await shipment({ trackingNumber });
      const theirs = await other.make('/shipments', {
        workspace: other.workspace,
        trackingNumber,
        originCarrier: 'ups',
      });
      seventeen.answers(
        knowing(parcelOf17(trackingNumber, [event('2026-03-05T10:00:00Z', 'InTransit_Other')])),
      );
      expect(await checkDue()).toBe(2);
      expect(seventeen.received.at(-1)?.body).toEqual([{ number: trackingNumber, carrier: 100002 }]);
      expect([await kept(mine), await kept(theirs)]).toMatchObject([
        { status: 'in_transit' },
        { status: 'in_transit' },
      ]);
    });

    it('are asked for in lots', async () => {
      for (let made = 0; made < 45; made++) await shipment();
      expect(await checkDue()).toBe(45);
      const lots = seventeen.received.filter(({ path }) => path.endsWith('/gettrackinfo'));
      expect(lots.map(({ body }) => (body as unknown[]).length)).toEqual([40, 5]);
    });

    it('get their carrier told when nobody knew it', async () => {
      const made = await shipment({ trackingNumber: `NOBODYS${++counter}`, originCarrier: null });
      const told = parcelOf17(
        made.trackingNumber as string,
        [event('2026-03-05T10:00:00Z', 'InTransit_Other')],
        100001,
      );
      seventeen.answers(knowing(told));
      await checkDue();
      const { body } = await tenant.get(made['@id']);
      expect(body).toMatchObject({ originCarrier: 'dhl', trackingStatus: 'in_transit' });
    });
  });

  describe('providers', () => {
    const tracker = (status: string): Reply => ({
      json: { status, events: [{ timestamp: '2026-03-05T09:00:00Z', status, description: 'Seen' }] },
    });

    it('are asked in their order until one knows', async () => {
      const made = await shipment();
      own.answers(() => tracker('in_transit'));
      await checkDue();
      expect(seventeen.received).toHaveLength(2);
      expect(own.received).toHaveLength(1);
      expect(await kept(made)).toMatchObject({ status: 'in_transit', watchedBy: '17track' });
    });

    it('stand in for one that fails, which is asked once in a round', async () => {
      const made = await Promise.all(Array.from({ length: 50 }, () => shipment()));
      seventeen.answers(() => ({ status: 500, text: 'down' }));
      own.answers(() => tracker('delivered'));
      await checkDue();
      expect(seventeen.received).toHaveLength(1);
      expect(own.received).toHaveLength(50);
      for (const each of made) expect(await kept(each)).toMatchObject({ status: 'delivered', failures: 0 });
    });

    it('that all fail are asked again, later each time', async () => {
      const made = await shipment();
      seventeen.answers(() => ({ text: 'no JSON' }));
      own.answers(() => ({ status: 502, text: '' }));
      const dues: number[] = [];
      for (let failures = 1; failures <= 4; failures++) {
        expect(await checkDue()).toBe(1);
        const after = await kept(made);
        expect(after).toMatchObject({ status: 'no_info', failures });
        dues.push((after.due ?? 0) + START);
        api.setTime(dues.at(-1));
      }
      const pauses = [START, ...dues].slice(0, -1).map((from, index) => (dues[index] ?? 0) - from);
      for (const [index, pause] of pauses.entries()) {
        expect(pause).toBeGreaterThan(5 * 60_000 * 2 ** index * 0.8);
        expect(pause).toBeLessThan(5 * 60_000 * 2 ** index * 1.2);
      }
      seventeen.answers(
        knowing(
          parcelOf17(made.trackingNumber as string, [event('2026-03-05T11:00:00Z', 'InTransit_Other')]),
        ),
      );
      await checkDue();
      expect(await kept(made)).toMatchObject({ status: 'in_transit', failures: 0 });
    });
  });

  describe('a process that dies while it asks', () => {
    it('loses nothing: others take its parcels when the lease is over', async () => {
      const made = await shipment();
      let release = (): void => {};
      seventeen.answers(() => new Promise((resolve) => (release = () => resolve({ status: 500, text: '' }))));
      const dead = checkDue();
      await until(() => seventeen.received.length === 1);
      expect((await kept(made)).due).toBe(LEASE_MS);
      // nobody else asks meanwhile
      expect(await checkDue()).toBe(0);
      api.setTime(START + LEASE_MS);
      seventeen.answers(
        knowing(
          parcelOf17(made.trackingNumber as string, [event('2026-03-05T11:00:00Z', 'InTransit_Other')]),
        ),
      );
      expect(await checkDue()).toBe(1);
      const after = await kept(made);
      expect(after).toMatchObject({ status: 'in_transit', failures: 0 });
      // and should it live after all, it does not undo what they did
      release();
      await dead;
      expect(await kept(made)).toEqual(after);
    });

    it('does not undo a new number either', async () => {
      const made = await shipment();
      let release = (): void => {};
      seventeen.answers(() => new Promise((resolve) => (release = () => resolve(accepted()))));
      const slow = checkDue();
      await until(() => seventeen.received.length === 1);
      const trackingNumber = newNumber();
      await tenant.put(made['@id'], { trackingNumber });
      seventeen.answers(knowing());
      release();
      await slow;
      expect(await kept(made)).toMatchObject({ due: 0, watchedBy: null });
    });
  });

  describe('several processes', () => {
    let second: NestFastifyApplication | undefined;
    afterAll(() => second?.close());

    it('share the parcels that are due', async () => {
      for (let made = 0; made < 60; made++) await shipment();
      // on SQLite one process: its file has one writer, whose turns are taken here as well
      if (api.database.kind === 'mariadb') {
        ({ app: second } = await startServer(api.database.url(), ENV));
        second.get(Clock).now = () => START;
      }
      const other = second?.get(ParcelChecks) ?? api.provider(ParcelChecks);
      const counts = await Promise.all([checkDue(), other.checkDue(), checkDue(), other.checkDue()]);
      expect(counts.reduce((sum, count) => sum + count)).toBe(60);
      const asked = seventeen.received
        .filter(({ path }) => path.endsWith('/gettrackinfo'))
        .flatMap(({ body }) => (body as Body[]).map(({ number }) => number as string));
      expect(new Set(asked).size).toBe(60);
      expect(asked).toHaveLength(60);
    });
  });

  describe('a push of 17TRACK', () => {
    const PATH = '/tracking_providers/17track';
    const signed = (text: string, key = KEY): Record<string, string> => ({
      'content-type': 'application/json',
      sign: createHash('sha256').update(`${text}/${key}`).digest('hex'),
    });
    const push = (body: unknown, headers?: Record<string, string>): ReturnType<typeof tenant.post> => {
      const text = typeof body === 'string' ? body : JSON.stringify(body, null, 1);
      return api.anonymous().post(PATH, text, headers ?? signed(text));
    };
    const updated = (number: string, ...events: readonly Body[]): Body => ({
      event: 'TRACKING_UPDATED',
      data: parcelOf17(number, events),
    });

    it('is applied to every shipment with the number, and sent again it changes nothing', async () => {
      const made = await shipment();
      const body = updated(
        made.trackingNumber as string,
        event('2026-03-05T10:00:00Z', 'AvailableForPickup_Other'),
      );
      const first = await push(body);
      expect(first).toMatchObject({ status: 200, body: { shipments: 1, checkpoints: 1 } });
      expect(documented.deviations('POST', PATH, first)).toEqual([]);
      expect(documented.refusals('POST', PATH, body, 'application/json')).toEqual([]);
      expect((await push(body)).body).toEqual({ shipments: 1, checkpoints: 0 });
      expect(await kept(made)).toMatchObject({ status: 'available_for_pickup' });
    });

    it("reaches the shipments of the same carrier's other services, and no other carrier's", async () => {
      const trackingNumber = newNumber();
      const other = await api.tenant();
      const third = await api.tenant();
      const make = (client: TenantClient, originCarrier: string): Promise<Body> =>
        client.make('/shipments', { workspace: client.workspace, trackingNumber, originCarrier });
      const shipments = [
        await make(tenant, 'ups'),
        await make(other, 'ups-ground'),
        await make(third, 'fedex'),
      ];
      await push(updated(trackingNumber, event('2026-03-05T10:00:00Z', 'InTransit_Other')));
      const statuses = await Promise.all(shipments.map(async (each) => (await kept(each)).status));
      expect(statuses).toEqual(['in_transit', 'in_transit', 'no_info']);
    });

    it.each([
      ['without a signature', () => ({ 'content-type': 'application/json' })],
      ['signed with another key', (text: string) => signed(text, 'other')],
      ['signed for another body', (text: string) => signed(`${text} `)],
      ['with a signature of another length', () => ({ 'content-type': 'application/json', sign: 'abc' })],
    ])('%s is refused', async (_, headersOf) => {
      const made = await shipment();
      const text = JSON.stringify(
        updated(made.trackingNumber as string, event('2026-03-05T10:00:00Z', 'Delivered_Other')),
      );
      const answer = await push(text, headersOf(text));
      expect(answer.status).toBe(401);
      expect(documented.deviations('POST', PATH, answer)).toEqual([]);
      expect(await kept(made)).toMatchObject({ status: 'no_info' });
    });

    it('that tells nothing of a parcel is taken and does nothing', async () => {
      const made = await shipment();
      const number = made.trackingNumber as string;
      for (const body of [
        { event: 'TRACKING_STOPPED', data: { number, carrier: 100002, param: null, tag: '' } },
        { event: 'SOMETHING_NEW', data: { number } },
        updated('NOBODYHASTHIS', event('2026-03-05T10:00:00Z', 'Delivered_Other')),
      ])
        expect(await push(body)).toMatchObject({ status: 200, body: { shipments: 0, checkpoints: 0 } });
      expect(await kept(made)).toMatchObject({ status: 'no_info' });
    });

    it.each(['{', '[]', '{"event":1,"data":{}}', '{"event":"TRACKING_UPDATED"}'])(
      'of %s is a 400',
      async (text) => {
        const answer = await push(text);
        expect(answer.status).toBe(400);
        expect(documented.deviations('POST', PATH, answer)).toEqual([]);
      },
    );
  });
}, ENV);

onEachApi((api) => {
  describe('without a provider', () => {
    it('there is nothing to push to, and nobody is asked', async () => {
      const tenant = await api.tenant();
      const made = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: '1ZNOBODY',
      });
      expect(await api.provider(ParcelChecks).checkDue()).toBe(0);
      const [row] = await api
        .db()
        .read('SELECT nextCheckAt FROM shipments WHERE id = ?', [made.id as string]);
      expect((row?.[0] as string) <= toStored(Date.now())).toBe(true);
      const answer = await api
        .anonymous()
        .post('/tracking_providers/17track', {}, { 'content-type': 'application/json' });
      expect(answer.status).toBe(404);
      expect(documented.deviations('POST', '/tracking_providers/17track', answer)).toEqual([]);
    });
  });
});

onEachApi(
  (api) => {
    it('providers do not wait for each other, nor do requests for them', async () => {
      api.setTime(START);
      const tenant = await api.tenant();
      const make = (originCarrier: string): Promise<Body> =>
        tenant.make('/shipments', {
          workspace: tenant.workspace,
          trackingNumber: newNumber(),
          originCarrier,
        });
      const [first, second] = [await make('ups'), await make('easy-mail')];
      let release = (): void => {};
      own.answers(() => new Promise((resolve) => (release = () => resolve({ status: 500, text: '' }))));
      const told = [event('2026-03-05T10:00:00Z', 'InTransit_Other')];
      seventeen.answers(knowing(parcelOf17(second.trackingNumber as string, told)));
      const round = api.provider(ParcelChecks).checkDue();
      await until(() => own.received.length === 1);
      const kept = keptOf(api);
      while ((await kept(second)).status !== 'in_transit') await pause(10);
      expect(await tenant.put(first['@id'], { email: 'ada@example.com' })).toMatchObject({ status: 200 });
      release();
      await round;
      expect(await kept(first)).toMatchObject({ status: 'no_info', watchedBy: '17track' });
    });
  },
  { ...ENV, TRACKING_PROVIDERS: 'karrio,17track' },
);

/** Waits until something has happened. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await pause(10);
}
