import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  resolveCarrierOrService,
  resolveMerchantCarrier,
} from '../../../../src/modules/reference-data/carriers/carrier-names.js';
import { CARRIERS, carrierByCode } from '../../../../src/modules/reference-data/carriers/carriers.js';
import { aftershipSlugs } from '../../../../src/modules/reference-data/carriers/aftership.js';
import { CARRIER_ROWS } from '../../../../src/modules/reference-data/carriers/catalogue/catalogue.js';
import { type Body, onEachApi, type TenantClient } from '../../../support/api.js';
import { type Shop, shop } from '../../../support/api2.js';
import { bodyOf, type MadeOrder, orderOf, storeOf, type StoreClient } from '../../../support/stores.js';

describe('a carrier is found', () => {
  it.each([
    ['ups', 'ups'],
    ['United Parcel Service', 'ups'],
    ['UNITED PARCEL SERVICE', 'ups'],
    ['UPS Next Day Air® Saver', 'ups'],
    ['UPS Ground', 'ups-ground'],
    ['U.P.S.', 'ups'],
    ['DHL', 'dhl'],
    ['DHL Express', 'dhl'],
    ['dhl-express', 'dhl'],
    ['DHL Express Worldwide', 'dhl'],
    ['DHL Paket', 'dhl-germany'],
    ['Deutsche Post DHL', 'dhl-germany'],
    ['DHL eCommerce', 'dhlglobalmail'],
    ['Fed Ex', 'fedex'],
    ['Federal Express', 'fedex'],
    ['FedEx Ground', 'fedex-ground'],
    ['FedEx 2Day A.M.', 'fedex'],
    ['USPS Priority Mail', 'usps'],
    ['USPS First-Class Package', 'usps'],
    ['United States Postal Service', 'usps'],
    ['U.S. Postal Service', 'usps'],
    ['Endicia', 'usps'],
    ['Royal Mail Tracked 48', 'royal-mail'],
    ['Royal Mail - Special Delivery', 'royal-mail'],
    ['royalmail', 'royal-mail'],
    ['Evri', 'hermes'],
    ['Australia Post Express', 'australia-post'],
    ['Canada Post Xpresspost', 'canada-post'],
    ['PostNL', 'postnl-parcels'],
    ['Bpost', 'belgium-post'],
    ['Österreichische Post', 'austria-post'],
    ['Ceska posta', 'czech-post'],
    ['colis prive', 'colis-prive'],
    ['Correos de Mexico', 'correos-mexico'],
    ['SEUR 24', 'international-seur'],
    ['TA-Q-BIN Hong Kong', 'taqbin-hk'],
    ['R+L Carriers', 'rl-carriers'],
  ])('as %s', (name, code) => {
    expect(resolveCarrierOrService(name)).toBe(code);
    expect(resolveCarrierOrService(` ${name.toLowerCase()} `)).toBe(code);
  });

  it.each([
    '',
    ' ',
    '-',
    'custom',
    'owl',
    'Parcel service',
    'Echo chamber',
    'Global pigeons',
    'Logistics of mine',
    'constructor',
  ])('not as %j', (name) => {
    expect(resolveCarrierOrService(name)).toBeUndefined();
  });

  it('by its code and name, and by what others call it', () => {
    for (const { code, name } of CARRIERS) {
      expect(resolveCarrierOrService(code)).toBe(code);
      expect(carrierByCode(resolveCarrierOrService(name) ?? '')?.name).toBe(name);
    }
    const aliases = CARRIERS.flatMap((carrier) => carrier.aliases);
    expect(new Set(aliases).size).toBe(aliases.length);
    const withServices = CARRIER_ROWS.filter(([, { hasServices }]) => hasServices);
    expect(withServices.length).toBeGreaterThan(60);
    for (const [code, { name }] of withServices)
      expect(resolveCarrierOrService(`${name} Tracked 24`)).toBe(code);
  });

  it('as BigCommerce’s lists of AfterShip’s carriers call it', () => {
    expect(aftershipSlugs()).toHaveLength(350);
    expect(
      aftershipSlugs().filter((slug) => resolveMerchantCarrier(slug) !== undefined).length,
    ).toBeGreaterThanOrEqual(290);
  });
});

onEachApi((api) => {
  let tenant: TenantClient;
  let store: StoreClient;
  let order: MadeOrder;
  let ours: Shop;
  beforeAll(async () => {
    tenant = await api.tenant();
    store = await storeOf(api, tenant);
    order = await orderOf(store, [9999]);
    ours = await shop(api);
  });

  let counter = 0;
  const number = (): string => `CN${String(++counter).padStart(6, '0')}`;
  const ship = async (more: object): Promise<Body> => {
    const made = await store.post(order.path, bodyOf(order, 1, more));
    expect(made).toMatchObject({ status: 201 });
    return made.body;
  };
  const carrierOf = async ({ id }: Body): Promise<unknown> => {
    const [row] = await api.db().read('SELECT originCarrier FROM shipments WHERE pk = ?', [id]);
    return row?.[0];
  };

  it.each([
    ['bpost', 'belgium-post', 'https://track.bpost.cloud/btr/web/#/search?itemCode={}'],
    ['dhl-global-mail', 'dhlglobalmail', 'https://webtrack.dhlecs.com/?trackingnumber={}'],
    ['postnl', 'postnl-parcels', 'https://postnl.post/details/?barcodes={}'],
    ['posti', 'finland-posti', 'https://www.posti.fi/en/tracking#/lahetys/{}'],
    ['postnord', 'sweden-posten', 'https://tracking.postnord.com/en/?id={}'],
    ['uk-mail', 'ukmail', 'https://www.aftership.com/track/uk-mail/{}'],
    ['abf', 'abf', 'https://www.aftership.com/track/abf/{}'],
    ['JNE', null, 'https://www.aftership.com/track/jne/{}'],
    ['yrc', null, 'https://www.aftership.com/track/yrc/{}'],
    ['antigua-post', 'antigua-post', 'https://www.aftership.com/track/{}'],
    ['United Parcel Service', 'ups', 'https://www.ups.com/track?tracknum={}'],
    ['Royal Mail Tracked 48', 'royal-mail', 'https://www.royalmail.com/track-your-item#/tracking-results/{}'],
  ])('BigCommerce’s tracking carrier %s is %s, and shows the parcel at %s', async (word, code, link) => {
    const tracking_number = number();
    const made = await ship({ tracking_number, tracking_carrier: word });
    expect(made).toMatchObject({
      tracking_carrier: word,
      tracking_link: '',
      generated_tracking_link: link.replace('{}', tracking_number),
    });
    expect(await carrierOf(made)).toBe(code);
  });

  it('all of BigCommerce’s tracking carriers are taken, shown as they were sent, and have a link', async () => {
    const tracking_number = number();
    const { id } = await ship({ tracking_number });
    for (const word of aftershipSlugs()) {
      const { status, body } = await store.put(`${order.path}/${id}`, { tracking_carrier: word });
      expect([word, status, body.tracking_carrier]).toEqual([word, 200, word]);
      expect(body.generated_tracking_link).toMatch(/^https:\/\//);
      expect(body.generated_tracking_link).toContain(tracking_number);
    }
  });

  it('tracks of Magento may name them, and TrackMage’s bodies and filters as well', async () => {
    const theirs = await ours.order({}, { qty: 1 });
    const made = await ours.store.post('/api2/shipment/create', {
      order_id: theirs.pk,
      tracks: [{ track_number: number(), carrier_code: 'custom', title: 'United Parcel Service' }],
    });
    expect(made.body.shipment.tracks).toMatchObject([
      { carrier_code: 'custom', title: 'United Parcel Service' },
    ]);
    const [row] = await api
      .db()
      .read('SELECT originCarrier FROM shipments WHERE pk = ?', [made.body.shipment.entity_id]);
    expect(row?.[0]).toBe('ups');
    const { workspace } = tenant;
    const trackingNumber = number();
    const shipment = await tenant.make('/shipments', {
      workspace,
      trackingNumber,
      originCarrier: 'dhl-global-mail',
    });
    expect(shipment.originCarrier).toBe('dhlglobalmail');
    const found = await tenant.get(
      `/shipments?originCarrier=DHL%20eCommerce&trackingNumber=${trackingNumber}`,
    );
    expect(found.body['hydra:member']).toMatchObject([{ trackingNumber }]);
    for (const originCarrier of ['owl', 'The Owl Post']) {
      const refused = await tenant.post('/shipments', { workspace, originCarrier });
      expect(refused.status).toBe(400);
    }
  });

  it.each([
    ['United Parcel Service', 'ups'],
    ['dhl express', 'dhl'],
    ['Deutsche Post DHL', 'dhl-germany'],
    ['USPS Priority Mail', 'usps'],
  ])('are found by the name %s in bodies, too', async (originCarrier, code) => {
    const { workspace } = tenant;
    const made = await tenant.make('/shipments', { workspace, originCarrier });
    expect(made.originCarrier).toBe(code);
    const changed = await tenant.make('/shipments', { workspace });
    expect((await tenant.put(changed['@id'] as string, { originCarrier })).body.originCarrier).toBe(code);
  });
});
