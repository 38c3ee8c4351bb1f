import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldValue } from '../../src/core/metadata/fold.js';
import { onEachApi, type Body, type TenantClient } from '../support/api.js';
import { asked, deleteStatuses, found, write } from '../support/rows.js';

/** Shipments by name, with their city. */
const CITIES: Record<string, string | null> = {
  small: 'zürich',
  capital: 'ZÜRICH',
  plain: 'Zurich',
  'two code points': 'Zu\u0308rich',
  'sharp s': 'Lange Straße',
  'double s': 'LANGE STRASSE',
  'capital sharp s': 'LANGE STRAẞE',
  acute: 'Ćevapi',
  chinese: '北京市',
  emoji: 'Depot 🚚 Nord',
  'other emoji': 'Depot 🚛 Nord',
  percent: '100% Wool',
  'no percent': '1005 Wool',
  underscore: 'a_b',
  'no underscore': 'axb',
  quote: "L'Aquila",
  'double quote': 'the "Village"',
  backslash: 'C:\\Temp',
  'backslash percent': '50\\%',
  'blanks around': '  New York  ',
  'two blanks': 'New  York',
  'no blank': 'NewYork',
  empty: '',
  none: null,
};

const SEED = 20_260_102;

/** What a computer could trip over, and anything else that text can hold. */
const character = fc.oneof(
  fc.constantFrom(
    ...'%_\\\'"[]&+# \t\u00a0\u200b\u0301',
    'ß',
    'ẞ',
    'ﬁ',
    'İ',
    'ı',
    'ς',
    'é',
    'e\u0301',
    'Ǆ',
    '¨',
  ),
  fc.constantFrom('北', '한', 'ｱ', 'ﾞ', 'ع', 'ก็', '🚚', '👩‍👧', '½', 'a', 'A', '1'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((text) => text !== '\0'),
);

/** A text, and some of its characters that follow each other. */
const cityAndPart = fc
  .tuple(fc.array(character, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat())
  .map(([parts, at, many]): [city: string, part: string] => {
    const city = parts.join('');
    const characters = [...city];
    const from = at % characters.length;
    const length = 1 + (many % (characters.length - from));
    return [city, characters.slice(from, from + length).join('')];
  });

/** What the first of the databases answered, by what was asked. */
let first: Record<string, readonly string[]> | undefined;

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
    for (const [name, city] of Object.entries(CITIES)) {
      await tenant.make('/shipments', {
        workspace: tenant.workspace,
        externalSourceSyncId: name,
        address: { city, state: 'X' },
      });
    }
  });
  const shipments = (query: string): Promise<string[]> => found(tenant, `/shipments?${query}`);

  describe('a value is found by a part of it', () => {
    it.each([
      ['zürich', ['small', 'capital', 'plain', 'two code points']],
      ['ZÜRICH', ['small', 'capital', 'plain', 'two code points']],
      ['zuRI', ['small', 'capital', 'plain', 'two code points']],
      ['u\u0308ri', ['small', 'capital', 'plain', 'two code points']],
      ['straße', ['sharp s', 'double s', 'capital sharp s']],
      ['STRASSE', ['sharp s', 'double s', 'capital sharp s']],
      ['straẞ', ['sharp s', 'double s', 'capital sharp s']],
      ['ćEVA', ['acute']],
      ['cevapi', ['acute']],
      ['京', ['chinese']],
      ['🚚', ['emoji']],
      ['t 🚛 n', ['other emoji']],
      ['0% w', ['percent']],
      ['%', ['percent', 'backslash percent']],
      ['100%5', []],
      ['A_B', ['underscore']],
      ['_', ['underscore']],
      ["l'a", ['quote']],
      ["'", ['quote']],
      ['"Vill', ['double quote']],
      ['"', ['double quote']],
      ['\\', ['backslash', 'backslash percent']],
      [':\\t', ['backslash']],
      ['\\%', ['backslash percent']],
      ["' OR 1=1 -- ", []],
      ['nowhere', []],
    ])('%s', async (part, names) => {
      expect(await shipments(asked('address.city', part))).toEqual(names);
    });
  });

  describe('blanks', () => {
    it.each([
      ['new york', ['blanks around', 'two blanks']],
      ['new \t york', ['blanks around', 'two blanks']],
      ['w y', ['blanks around', 'two blanks']],
      [' york', ['blanks around', 'two blanks']],
      ['new ', ['blanks around', 'two blanks']],
      [' new york ', ['blanks around', 'two blanks']],
      ['york ', ['blanks around', 'two blanks', 'no blank']],
      [' new', ['blanks around', 'two blanks', 'no blank']],
      ['ew york', ['blanks around', 'two blanks']],
      [' ork', []],
    ])('are one blank inside, and an end of the value counts as one: "%s"', async (part, names) => {
      expect(await shipments(asked('address.city', part))).toEqual(names);
    });
  });

  it('matches every value that is there when nothing is asked for, but not null', async () => {
    const [, ...reversed] = Object.keys(CITIES).reverse();
    expect(await shipments('address.city=')).toEqual(reversed.reverse());
    expect(await shipments('address.city')).toHaveLength(reversed.length);
  });

  it('takes the last of several values', async () => {
    expect(await shipments('address.city=zurich&address.city=aquila')).toEqual(['quote']);
  });

  it('reads a plus sign as a blank, as forms send it', async () => {
    expect(await shipments('address.city=depot+🚚+nord')).toEqual(['emoji']);
  });

  it('holds beside other filters', async () => {
    const query = asked('address.city', 'zurich', 'address.state', 'x', 'empty[address.city]', 'false');
    expect(await shipments(query)).toHaveLength(4);
    expect(await shipments(`${query}&${asked('address.state', 'y')}`)).toEqual([]);
    expect(await shipments(`${query}&${asked('address.city', 'aquila')}`)).toEqual(['quote']);
  });

  it('is named literally: with an underscore or in brackets it is an unknown parameter', async () => {
    expect(await shipments('address_city=aquila')).toHaveLength(Object.keys(CITIES).length);
    expect(await shipments('address[city]=aquila')).toHaveLength(Object.keys(CITIES).length);
    expect(await shipments('Address.City=aquila')).toHaveLength(Object.keys(CITIES).length);
  });

  describe('every property', () => {
    let other: TenantClient;
    beforeAll(async () => {
      other = await api.tenant();
      await deleteStatuses(other);
      const { workspace } = other;
      const address = {
        addressLine1: '1 Rue Émile',
        addressLine2: 'c/o Élan',
        company: 'Ünal & Söhne',
        firstName: 'Ángel',
        lastName: 'Nuñez',
        postcode: '8001-ZH',
        state: 'Genève',
      };
      const order = await other.make('/orders', {
        workspace,
        externalSourceSyncId: 'it',
        orderNumber: '#A%1_é',
        email: 'Jo.Doe@Example.com',
        phoneNumber: '+41 (44) 1',
        currency: 'chf',
        shippingAddress: { ...address, city: 'Århus' },
        billingAddress: { ...address, city: 'Łódź' },
      });
      await other.make('/orders', { workspace, externalSourceSyncId: 'other', orderNumber: 'none' });
      const item = await other.make('/order_items', {
        order: order['@id'],
        externalSourceSyncId: 'it',
        productName: 'Crème 50%',
        qty: 1,
      });
      await other.make('/order_items', { order: order['@id'], externalSourceSyncId: 'other' });
      const shipment = await other.make('/shipments', {
        workspace,
        externalSourceSyncId: 'it',
        trackingNumber: 'ab12CD',
        email: 'Jo.Doe@Example.com',
        phoneNumber: '+41 (44) 1',
        address: { ...address, city: 'Århus' },
      });
      await write(api, 'shipments', shipment.id, {
        originCountry: 'Česko',
        originCountryFolded: foldValue('Česko', 255),
        destinationCountry: 'Österreich',
        destinationCountryFolded: foldValue('Österreich', 255),
      });
      const plain = await other.make('/shipments', { workspace, externalSourceSyncId: 'other' });
      for (const [to, name] of [
        [shipment, 'it'],
        [plain, 'other'],
      ])
        await other.make('/shipment_items', {
          shipment: to['@id'],
          orderItem: item['@id'],
          qty: 0,
          externalSourceSyncId: name,
        });
      const team = `/teams/${other.teamId}`;
      await other.make('/products', { team, externalSourceSyncId: 'it', name: 'Smørrebrød' });
      await other.make('/products', { team, externalSourceSyncId: 'other' });
      await other.make('/product_variants', { team, externalSourceSyncId: 'it', sku: 'Ä-1_2' });
      await other.make('/product_variants', { team, externalSourceSyncId: 'other', sku: '?' });
      await other.make('/statuses', {
        workspace,
        code: 'Übergeben',
        title: 'An "DHL" übergeben',
        entity: 'shipments',
      });
      await other.make('/statuses', { workspace, code: 'x', title: 'other' });
      for (const title of ['Mein Geschäft', 'other'])
        await other.make('/workflows', { workspace, title, type: 'integration-shop' });
    });

    const addresses = (prefix: string, city: string): string[][] => [
      [`${prefix}.addressLine1`, 'rue emile'],
      [`${prefix}.addressLine2`, '/O ÉL'],
      [`${prefix}.city`, city],
      [`${prefix}.company`, 'unal & S'],
      [`${prefix}.firstName`, 'ANG'],
      [`${prefix}.lastName`, 'unez'],
      [`${prefix}.postcode`, '-zh'],
      [`${prefix}.state`, 'geneve'],
    ];

    it.each([
      ['trackingNumber', 'B12c'],
      ['originCountry', 'česk'],
      ['destinationCountry', 'oster'],
      ['email', 'DOE@example'],
      ['phoneNumber', '(44)'],
      ...addresses('address', 'arhus'),
    ])('/shipments?%s=%s', async (parameter, part) => {
      expect(await found(other, `/shipments?${asked(parameter, part)}`)).toEqual(['it']);
      expect(await found(other, `/shipments?${asked(parameter, '北🚚ß')}`)).toEqual([]);
    });

    it.each([
      ['orderNumber', 'a%1_E'],
      ['email', 'DOE@example'],
      ['phoneNumber', '(44)'],
      ['currency', 'hF'],
      ...addresses('shippingAddress', 'arhus'),
      ...addresses('billingAddress', 'łodz'),
    ])('/orders?%s=%s', async (parameter, part) => {
      expect(await found(other, `/orders?${asked(parameter, part)}`)).toEqual(['it']);
      expect(await found(other, `/orders?${asked(parameter, '北🚚ß')}`)).toEqual([]);
    });

    it.each([
      ['order_items', 'productName', 'creme 50%'],
      ['shipment_items', 'shipment.trackingNumber', 'B12c'],
      ['products', 'name', 'SMØRREBRØD'],
      ['product_variants', 'sku', 'a-1_'],
    ])('/%s?%s=%s', async (path, parameter, part) => {
      expect(await found(other, `/${path}?${asked(parameter, part)}`)).toEqual(['it']);
      expect(await found(other, `/${path}?${asked(parameter, '北🚚ß')}`)).toEqual([]);
    });

    it.each([
      ['statuses', 'entity', 'HIP', 'An "DHL" übergeben'],
      ['statuses', 'code', 'ÜBER', 'An "DHL" übergeben'],
      ['statuses', 'title', '"dhl" U', 'An "DHL" übergeben'],
      ['workflows', 'title', 'geschaft', 'Mein Geschäft'],
    ])('/%s?%s=%s', async (path, parameter, part, title) => {
      expect(await found(other, `/${path}?${asked(parameter, part)}`, 'title')).toEqual([title]);
      expect(await found(other, `/${path}?${asked(parameter, '北🚚ß')}`, 'title')).toEqual([]);
    });
  });

  describe('random text', () => {
    let random: TenantClient;
    beforeAll(async () => {
      random = await api.tenant();
    });
    const make = (city: string, name: string): Promise<Body> =>
      random.make('/shipments', {
        workspace: random.workspace,
        externalSourceSyncId: name,
        address: { city },
      });

    it('is found by all of it and by any part of it', async () => {
      const property = fc.asyncProperty(cityAndPart, async ([city, part]) => {
        const { id } = await make(city, 'it');
        for (const text of [city, part]) {
          expect(await found(random, `/shipments?${asked('address.city', text, 'id', id)}`)).toEqual(['it']);
        }
      });
      await fc.assert(property, { numRuns: 150, seed: SEED });
    }, 120_000);

    it('is found and sorted alike on both databases', async () => {
      const sample = fc.sample(cityAndPart, { numRuns: 80, seed: SEED + 1 });
      for (const [index, [city]] of sample.entries()) await make(city, String(index));
      const answers: Record<string, readonly string[]> = {};
      for (const [, part] of sample) {
        const query = asked('address.city', part, 'order[address.city]', 'desc', 'itemsPerPage', '500');
        answers[part] = await found(random, `/shipments?${query}`);
      }
      first ??= answers;
      expect(answers).toEqual(first);
    }, 120_000);
  });
});
