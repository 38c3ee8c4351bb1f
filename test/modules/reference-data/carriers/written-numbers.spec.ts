import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CARRIERS, carrierTrackingUrl } from '../../../../src/modules/reference-data/carriers/carriers.js';
import {
  parseTrackingNumbers,
  merchantTrackingNumbers,
} from '../../../../src/modules/reference-data/carriers/parse-tracking-numbers.js';
import { type Answer, type Body, type Client, onEachApi, type TenantClient } from '../../../support/api.js';
import { type Shop, shop } from '../../../support/api2.js';
import { bodyOf, orderOf, storeOf, type StoreClient } from '../../../support/stores.js';

const [ONE, OTHER, THIRD] = ['RB123456785GB', '1Z999AA10123456784', '9400111206206406260787'] as const;

describe('a field for a tracking number', () => {
  it.each([
    [ONE, [ONE]],
    [' rb 123 456 785 gb ', [ONE]],
    ['RB\u00A0123\u2009456\u200B785-GB.', [ONE]],
    ['9361 2898-7772\u20114123\u20134231.29', ['9361289877724123423129']],
    ['ＲＢ１２３４５６７８５ＧＢ', [ONE]],
    ['(00)340434292135100124', ['00340434292135100124']],
    [`${ONE}, ${OTHER}`, [ONE, OTHER]],
    [`${ONE}/${OTHER}`, [ONE, OTHER]],
    [`${ONE};${OTHER};${ONE}`, [ONE, OTHER]],
    [`${ONE}\r\n${OTHER}\n\n${THIRD}`, [ONE, OTHER, THIRD]],
    [`${ONE} | ${OTHER} & ${THIRD}`, [ONE, OTHER, THIRD]],
    [`${ONE} and ${OTHER}`, [ONE, OTHER]],
    [`${ONE} ${OTHER}`, [ONE, OTHER]],
    ['AB12345, AB12346', ['AB12345', 'AB12346']],
    // one number on two lines of a label
    ['9361 2898 7772\n4123 4231 29', ['9361289877724123423129']],
    ['https://www.ups.com/track?loc=en_US&tracknum=1Z999AA10123456784&requester=WT', [OTHER]],
    ['www.ups.com/track?tracknum=1Z999AA10123456784', [OTHER]],
    ['UPS: https://www.ups.com/track?tracknum=1Z999AA10123456784', [OTHER]],
    ['https://tools.usps.com/go/TrackConfirmAction?qtc_tLabels1=9400111206206406260787', [THIRD]],
    [
      `https://tools.usps.com/go/TrackConfirmAction?tLabels=${THIRD}%2C9405510200793891380462`,
      [THIRD, '9405510200793891380462'],
    ],
    ['https://www.royalmail.com/track-your-item#/tracking-results/RB123456785GB', [ONE]],
    [
      'https://www.dhl.de/de/privatkunden/dhl-sendungsverfolgung.html?piececode=00340434292135100124',
      ['00340434292135100124'],
    ],
    [
      'https://www.dhl.com/us-en/home/tracking/tracking-express.html?submit=1&tracking-id=1815115363',
      ['1815115363'],
    ],
    ['https://www.aftership.com/track/ups/1Z999AA10123456784', [OTHER]],
    ['https://t.17track.net/en#nums=RB123456785GB', [ONE]],
  ])('%j has %j', (text, numbers) => {
    expect(parseTrackingNumbers(text)).toEqual({ kind: 'numbers', numbers });
  });

  it.each([
    ...[
      '',
      '-',
      '--',
      '—',
      '.',
      'N/A',
      'n/a',
      '#N/A',
      'NA',
      'n.a.',
      '#REF!',
      '#VALUE!',
      'none',
      'None',
      'NULL',
      'undefined',
    ],
    ...[
      'TBA',
      'tbc',
      'pending',
      'unknown',
      'no tracking',
      'not available',
      '0',
      '00',
      '0000000000',
      '0.00',
      'x',
      '?',
      '??',
    ],
  ])('%j says that there is none', (text) => {
    expect(parseTrackingNumbers(text)).toEqual({ kind: 'none' });
    expect(merchantTrackingNumbers(text)).toEqual([]);
  });

  it.each(['1.23457E+11', '1,23457E+11', '9.4E+21', '1E+15', '3.4e11'])('%s was a number once', (text) => {
    expect(parseTrackingNumbers(text)).toEqual({ kind: 'rounded' });
    expect(merchantTrackingNumbers(text)).toBeUndefined();
  });

  it.each([
    'https://shop.example/orders/123456789',
    'https://www.ups.com/track',
    'http://www.ups.com/%',
    'www.example.org/RB123456785GB',
  ])('%s leads to none', (text) => {
    expect(parseTrackingNumbers(text)).toEqual({ kind: 'address' });
  });

  it.each([
    ['AB#12345', 'AB12345'],
    ['1Z_999', '1Z999'],
    ['№ 12345X', '12345X'],
  ])('%s is a shop’s own', (text, number) => {
    expect(parseTrackingNumbers(text)).toEqual({ kind: 'malformed' });
    expect(merchantTrackingNumbers(text)).toEqual([number]);
  });

  it('finds the number in the address of every carrier’s page', () => {
    for (const { code } of CARRIERS) {
      const link = carrierTrackingUrl(code, 'RB123456785GB');
      if (link !== null)
        expect([code, parseTrackingNumbers(link)]).toEqual([code, { kind: 'numbers', numbers: [ONE] }]);
    }
  });

  it('of any text is read in no time', () => {
    const began = performance.now();
    for (const each of ['1', 'A', ',', '/', ' ', 'http://', 'www.', '-', '%'])
      for (let round = 0; round < 20; round++) parseTrackingNumbers(each.repeat(1000));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

onEachApi((api) => {
  let tenant: TenantClient;
  let operator: Client;
  let store: StoreClient;
  let ours: Shop;

  beforeAll(async () => {
    tenant = await api.tenant();
    store = await storeOf(api, tenant);
    ours = await shop(api);
    operator = await api.operator();
  });
  afterAll(() => api.setTime(undefined));

  let counter = 0;
  /** A number, and the same as somebody prints it. */
  const written = (): readonly [number: string, printed: string] => {
    const digits = String(++counter).padStart(6, '0');
    return [`PR${digits}77`, ` pr\u00A0${digits.slice(0, 3)}-${digits.slice(3)}.７７ `];
  };
  const post = (trackingNumber: unknown, more: object = {}): Promise<Answer> =>
    tenant.post('/shipments', { workspace: tenant.workspace, trackingNumber, ...more });
  const numbersOf = (answer: Answer): unknown[] =>
    (answer.body['hydra:member'] as Body[]).map(({ trackingNumber }) => trackingNumber as unknown);

  describe('as printed on a label, a number is the same', () => {
    it('in POST, PUT and PATCH', async () => {
      const [number, printed] = written();
      const made = await post(printed);
      expect([made.status, made.body.trackingNumber]).toEqual([201, number]);
      const iri = made.body['@id'] as string;
      const [other, otherPrinted] = written();
      expect((await tenant.put(iri, { trackingNumber: otherPrinted })).body.trackingNumber).toBe(other);
      const patched = await tenant.send('PATCH', iri, {
        headers: { 'content-type': 'application/merge-patch+json' },
        body: JSON.stringify({ trackingNumber: printed }),
      });
      expect([patched.status, patched.body.trackingNumber]).toEqual([200, number]);
      expect((await post(number)).status).toBe(400);
    });

    it('in CSV', async () => {
      const [number, printed] = written();
      const { status } = await tenant.send('POST', '/shipments', {
        headers: { 'content-type': 'text/csv' },
        body: `workspace,trackingNumber\n${tenant.workspace},"${printed}"\n`,
      });
      expect(status).toBe(200);
      expect(numbersOf(await tenant.get(`/shipments?trackingNumber=${number}`))).toEqual([number]);
    });

    it('in filters, lookups, merges, checks, links and pushes', async () => {
      const [number, printed] = written();
      const made = (await post(number)).body;
      const sought = encodeURIComponent(printed);
      expect(numbersOf(await tenant.get(`/shipments?trackingNumber=${sought}`))).toEqual([number]);
      expect(numbersOf(await tenant.get('/shipments?trackingNumber=-'))).toEqual([]);
      const page = encodeURIComponent(`https://www.ups.com/track?tracknum=${number}`);
      expect(numbersOf(await tenant.get(`/shipments?trackingNumber=${page}`))).toEqual([number]);
      const looked = await tenant.post('/shipments/lookup', { search: printed });
      expect(looked.body.shipments).toMatchObject([{ id: made.id, trackingNumber: number }]);
      const checked = await tenant.post('/check_tracking_numbers', {
        trackingNumbers: [{ number: printed }],
      });
      expect(numbersOf(checked)).toEqual([number]);
      const pushed = await operator.post('/tracking_updates', [
        { trackingNumber: printed, checkpoints: [{ date: '2026-11-20T10:00:00Z', status: 'in_transit' }] },
      ]);
      expect(pushed.body.results).toEqual([
        { trackingNumber: number, accepted: true, shipments: 1, checkpoints: 1 },
      ]);
      const [, gone] = [number, (await post(written()[0])).body];
      const merged = await tenant.post('/shipments/merge', { shipmentId: gone.id, trackingNumber: printed });
      expect([merged.status, merged.body.id]).toEqual([201, made.id]);
    });

    it('in detection, and several numbers of one field are checked each', async () => {
      const printed = encodeURIComponent('rb 123-456.785 ＧＢ');
      const detected = await tenant.get(`/tracking_numbers/${printed}/detect-carrier`);
      expect(detected.body).toMatchObject([{ code: 'royal-mail', confidence: 1 }]);
      const [a, b] = [written()[0], written()[0]];
      await post(a);
      await post(b);
      const checked = await tenant.post('/check_tracking_numbers', {
        trackingNumbers: [{ number: `${a}; ${b}` }],
      });
      expect(numbersOf(checked).sort()).toEqual([a, b].sort());
    });

    it('in the address of a carrier’s page', async () => {
      const [number] = written();
      const made = await post(`https://www.fedex.com/fedextrack/?trknbr=${number}`);
      expect([made.status, made.body.trackingNumber]).toEqual([201, number]);
    });
  });

  describe('what is no number is refused with a sentence', () => {
    it.each([
      ['N/A', /says that there is no tracking number/],
      ['#N/A', /says that there is no tracking number/],
      ['-', /says that there is no tracking number/],
      ['TBA', /says that there is no tracking number/],
      ['0', /says that there is no tracking number/],
      [0, /says that there is no tracking number/],
      ['1.23457E+11', /spreadsheet has rounded/],
      [`${ONE}, ${OTHER}`, /2 tracking numbers/],
      ['https://shop.example/orders/1234567', /no tracking number in this address/],
      ['AB#12345', /not valid/],
    ])('%j', async (sent, sentence) => {
      const made = await post(sent);
      expect(made.status).toBe(400);
      expect(made.body.violations).toEqual([
        expect.objectContaining({ propertyPath: 'trackingNumber', message: expect.stringMatching(sentence) }),
      ]);
      const shipment = (await post(written()[0])).body;
      expect((await tenant.put(shipment['@id'] as string, { trackingNumber: sent })).status).toBe(400);
      const { body } = await operator.post('/tracking_updates', [{ trackingNumber: String(sent) }]);
      expect(body.results).toEqual([
        {
          trackingNumber: String(sent),
          accepted: false,
          reasons: [expect.stringMatching(sentence)],
        },
      ]);
    });

    it('and an empty one is none', async () => {
      expect((await post(' \u00A0')).body.trackingNumber).toBeNull();
    });
  });

  describe('a shop with several numbers in one field', () => {
    const further = async (orderPath: string): Promise<unknown[]> => {
      const { body } = await store.get(orderPath);
      return (body as Body[]).map(({ tracking_number }) => tracking_number as unknown);
    };
    const parcelsOf = async (order: { readonly id: number }): Promise<unknown[]> => {
      const rows = await api
        .db()
        .read(
          'SELECT s.trackingNumber FROM shipment_orders l JOIN shipments s ON s.pk = l.shipmentPk WHERE l.orderPk = ? ORDER BY s.pk',
          [order.id],
        );
      return rows.map(([number]) => number);
    };

    it('of BigCommerce has a shipment as it was written, and a parcel of each number', async () => {
      const [a, b, c] = [written()[0], written()[0], written()[0]];
      const order = await orderOf(store);
      const made = await store.post(
        order.path,
        bodyOf(order, 1, { tracking_number: `${a} / ${b}`, shipping_provider: 'ups' }),
      );
      expect(made).toMatchObject({ status: 201, body: { tracking_number: `${a} / ${b}` } });
      expect(made.body.generated_tracking_link).toBe(`https://www.ups.com/track?tracknum=${a}`);
      expect(await further(order.path)).toEqual([`${a} / ${b}`]);
      expect((await store.get(`${order.path}/count`)).body).toEqual({ count: 1 });
      expect(await parcelsOf(order)).toEqual([a, b]);
      const [parcel] = (await tenant.get(`/shipments?trackingNumber=${b}`)).body['hydra:member'];
      expect(parcel).toMatchObject({
        originCarrier: 'ups',
        trackingStatus: 'no_info',
        email: 'elsie@example.com',
      });

      const path = `${order.path}/${made.body.id}`;
      expect((await store.put(path, { tracking_number: `${b}, ${c}` })).body.tracking_number).toBe(
        `${b}, ${c}`,
      );
      expect((await parcelsOf(order)).toSorted()).toEqual([b, c].toSorted());
      expect((await store.put(path, { comments: 'later' })).body.tracking_number).toBe(`${b}, ${c}`);
      expect((await store.put(path, { tracking_number: a })).body.tracking_number).toBe(a);
      expect(await parcelsOf(order)).toEqual([a]);
      expect((await store.put(path, { tracking_number: `${a};${b}` })).status).toBe(200);
      expect((await store.delete(path)).status).toBe(204);
      expect(await parcelsOf(order)).toEqual([]);
    });

    it('of Magento has a track of each', async () => {
      const [a, b, c, d] = [written()[0], written()[0], written()[0], written()[0]];
      const order = await ours.order({}, { qty: 2 });
      const made = await ours.store.post('/api2/shipment/create', {
        order_id: order.pk,
        tracks: [{ track_number: `${a}, ${b}`, carrier_code: 'ups', title: 'UPS' }],
      });
      const numbers = ({ body }: Answer): unknown[] =>
        (body.shipment.tracks as Body[]).map(({ track_number }) => track_number as unknown);
      expect([made.status, numbers(made)]).toEqual([201, [a, b]]);
      const added = await ours.store.post('/api2/shipment/track', {
        order_id: order.pk,
        track_number: `${c}\n${d}`,
      });
      expect([added.status, numbers(added)]).toEqual([201, [a, b, c, d]]);
      const page = written()[0];
      const found = await ours.store.post('/api2/shipment/track', {
        order_id: order.pk,
        track_number: `https://www.royalmail.com/track-your-item?${'x'.repeat(100)}#/tracking-results/${page}`,
      });
      expect(numbers(found)).toEqual([a, b, c, d, page]);
    });

    it('has no parcel where it says that there is no number, and any number of shipments so', async () => {
      for (let round = 0; round < 2; round++) {
        const order = await orderOf(store);
        const made = await store.post(
          order.path,
          bodyOf(order, 1, { tracking_number: 'N/A', shipping_provider: 'ups' }),
        );
        expect(made).toMatchObject({
          status: 201,
          body: { tracking_number: 'N/A', generated_tracking_link: '' },
        });
        expect(await parcelsOf(order)).toEqual([null]);
        const theirs = await ours.order({}, { qty: 1 });
        const answer = await ours.store.post('/api2/shipment/create', {
          order_id: theirs.pk,
          tracks: [{ track_number: '#N/A', carrier_code: 'custom', title: 'Van' }],
        });
        expect([answer.status, answer.body.shipment?.tracks ?? answer.body]).toMatchObject([
          201,
          [{ track_number: '#N/A', title: 'Van' }],
        ]);
        const number = written()[0];
        const known = await ours.store.post('/api2/shipment/track', {
          order_id: theirs.pk,
          track_number: number,
        });
        expect(known.body.shipment.tracks).toMatchObject([{ track_number: number }]);
      }
    });

    it('is told what it cannot mean', async () => {
      const order = await orderOf(store);
      const made = await store.post(order.path, bodyOf(order, 1, { tracking_number: '1.23457E+11' }));
      expect([made.status, made.body[0].details.invalid_reason]).toEqual([
        400,
        expect.stringContaining('spreadsheet has rounded'),
      ]);
      const theirs = await ours.order();
      const answer = await ours.store.post('/api2/shipment/create', {
        order_id: theirs.pk,
        tracks: [{ track_number: 'https://example.org/1' }],
      });
      expect([answer.status, answer.body]).toEqual([400, { error: 'Invalid track_number' }]);
    });
  });
});
