import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type Body, type TenantClient } from '../support/api.js';
import { asked, found, write } from '../support/rows.js';

/** Shipments by name, with the code of their status. */
const STATUSES: Record<string, string | undefined> = {
  zurich: 'Zürich',
  'zurich too': 'ZURICH',
  street: 'straße',
  'two s': 'STRASSE',
  acute: 'Ćevapi',
  chinese: '北京',
  emoji: '🚚',
  'other emoji': '🚛',
  percent: '50%',
  underscore: 'a_b',
  letter: 'axb',
  quote: "it's",
  'double quote': 'the "one"',
  backslash: 'C:\\n',
  blanks: '  on  its way ',
  none: undefined,
};

const ALL = Object.keys(STATUSES);

onEachApi((api) => {
  let tenant: TenantClient;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    tenant = await api.tenant();
    for (const [name, code] of Object.entries(STATUSES)) {
      const { id } = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        externalSourceSyncId: name,
        ...(code === undefined ? {} : { shipmentStatus: { code } }),
      });
      ids[name] = id;
    }
  });
  const shipments = (query: string): Promise<string[]> => found(tenant, `/shipments?${query}`);

  describe('a text', () => {
    it.each([
      ['Zürich', ['zurich']],
      ['zÜRICH', ['zurich']],
      ['Zu\u0308rich', ['zurich']],
      ['zurich', ['zurich too']],
      ['Züri', []],
      ['straße', ['street']],
      ['strasse', ['two s']],
      ['STRAẞE', ['street']],
      ['ćEVAPI', ['acute']],
      ['北京', ['chinese']],
      ['北', []],
      ['🚚', ['emoji']],
      ['🚛', ['other emoji']],
      ['50%', ['percent']],
      ['%', []],
      ['5_%', []],
      ['A_B', ['underscore']],
      ['axb', ['letter']],
      ["IT'S", ['quote']],
      ["' OR '1'='1", []],
      ['the "one"', ['double quote']],
      ['c:\\N', ['backslash']],
      ['C:\n', []],
      ['on its way', ['blanks']],
      [' on its  way  ', ['blanks']],
      ['onitsway', []],
    ])('is found by %s', async (code, names) => {
      expect(await shipments(asked('shipmentStatus.code', code))).toEqual(names);
    });

    it('that is asked for as nothing is the empty text, and never null', async () => {
      expect(await shipments('shipmentStatus.code=')).toEqual([]);
      expect(await shipments('shipmentStatus.code')).toEqual([]);
      expect(await shipments('shipmentStatus.code[]=')).toEqual([]);
    });
  });

  describe('a list', () => {
    it.each([
      ['shipmentStatus.code[]=北京&shipmentStatus.code[]=🚚', ['chinese', 'emoji']],
      [
        'shipmentStatus.code[]=🚚&shipmentStatus.code[]=nothing&shipmentStatus.code[]=北京',
        ['chinese', 'emoji'],
      ],
      ['shipmentStatus.code[0]=北京&shipmentStatus.code[5]=🚚', ['chinese', 'emoji']],
      ['shipmentStatus.code%5B%5D=a_b&shipmentStatus.code%5B%5D=axb', ['underscore', 'letter']],
      ['shipmentStatus.code[]=🚚', ['emoji']],
      ['shipmentStatus.code=北京&shipmentStatus.code=🚚', ['emoji']],
      ['shipmentStatus.code=北京&shipmentStatus.code[]=🚚', ['emoji']],
      ['shipmentStatus.code[3]=北京&shipmentStatus.code[3]=🚚', ['emoji']],
      ['shipmentStatus.code[]=nothing', []],
    ])('%s', async (query, names) => {
      expect(await shipments(query)).toEqual(names);
    });

    it('may have five hundred values', async () => {
      const codes = Array.from({ length: 499 }, (_, index) => `shipmentStatus.code[]=x${index}`);
      expect(await shipments(`${codes.join('&')}&shipmentStatus.code[]=🚚`)).toEqual(['emoji']);
    });
  });

  it('ignores keys that are no position, and unknown names', async () => {
    for (const query of [
      'shipmentStatus.code[gt]=x',
      'shipmentStatus.code[0][1]=x',
      'shipmentStatus_code=x',
      'shipmentStatus[code]=x',
      'shipmentStatus=x',
      'nothing=x',
    ]) {
      expect(await shipments(query)).toEqual(ALL);
    }
  });

  it('refuses a query that is no text', async () => {
    expect(await tenant.get('/shipments?shipmentStatus.code=%ff')).toMatchObject({ status: 400 });
    expect(await tenant.get('/shipments?shipmentStatus.code=%00')).toMatchObject({ status: 400 });
    expect(await tenant.get('/shipments?shipmentStatus.code=%')).toMatchObject({ status: 400 });
  });

  describe('an id', () => {
    const id = (name: string): string => ids[name] ?? '';
    it.each<[string, () => string, string[]]>([
      ['as it is', () => `id=${id('emoji')}`, ['emoji']],
      ['in capitals', () => `id=${id('emoji').toUpperCase()}`, ['emoji']],
      ['as an IRI', () => `id=/shipments/${id('emoji')}`, ['emoji']],
      ['as an encoded IRI', () => asked('id', `/shipments/${id('emoji')}`), ['emoji']],
      ['in a list', () => `id[]=${id('emoji')}&id[]=/shipments/${id('zurich')}`, ['zurich', 'emoji']],
      ['twice', () => `id=${id('emoji')}&id=${id('zurich')}`, ['zurich']],
      ['beside malformed ones', () => `id[]=x&id[]=${id('emoji')}&id[]=`, ['emoji']],
      ['of nothing', () => 'id=00000000-0000-4000-8000-000000000000', []],
    ])('finds its row %s', async (_, query, names) => {
      expect(await shipments(query())).toEqual(names);
    });

    it.each(['', '1', '北京', "'", '%', 'garbage', '/shipments/', '/shipments/x', '00000000-0000-4000-8000'])(
      'that is malformed matches nothing: "%s"',
      async (malformed) => {
        expect(await shipments(asked('id', malformed))).toEqual([]);
        expect(await shipments(asked('id[]', malformed))).toEqual([]);
      },
    );

    it('that is followed by something is malformed', async () => {
      expect(await shipments(asked('id', `${id('emoji')}x`))).toEqual([]);
      expect(await shipments(asked('id', `${id('emoji')}/`))).toEqual([]);
    });
  });

  it('holds beside other filters', async () => {
    const both = 'shipmentStatus.code[]=🚚&shipmentStatus.code[]=🚛';
    expect(await shipments(`${both}&id[]=${ids.emoji}&id[]=${ids.zurich}`)).toEqual(['emoji']);
    expect(await shipments(`${both}&id=${ids.zurich}`)).toEqual([]);
    expect(await shipments(`${both}&id=x`)).toEqual([]);
  });

  describe('every property', () => {
    let other: TenantClient;
    const made: Record<string, Body> = {};
    beforeAll(async () => {
      other = await api.tenant(['First', 'Second']);
      const { workspace } = other;
      const [, second] = other.workspaces;
      const order = await other.make('/orders', {
        workspace,
        externalSourceSyncId: 'it',
        orderType: 'vendor',
        orderNumber: '#1',
        subtotal: '12.5',
        total: '0.1',
        orderStatus: { code: 'Ümlaut' },
        shippingAddress: { countryIso2: 'ch' },
        billingAddress: { countryIso2: 'DE' },
      });
      await other.make('/orders', {
        workspace: `/workspaces/${second?.id}`,
        externalSourceSyncId: 'other',
        orderNumber: '#2',
        total: null,
        shippingAddress: { countryIso2: '' },
      });
      const item = await other.make('/order_items', {
        order: order['@id'],
        externalSourceSyncId: 'it',
        qty: 1,
        price: '12.5001',
      });
      const otherItem = await other.make('/order_items', {
        order: order['@id'],
        externalSourceSyncId: 'other',
      });
      const shipment = await other.make('/shipments', {
        workspace,
        externalSourceSyncId: 'it',
        originCarrier: 'DHL-germany',
        orders: [order['@id']],
        address: { countryIso2: 'ch' },
      });
      await write(api, 'shipments', shipment.id, {
        trackingStatus: 'in_transit',
        destinationCarrier: 'usps',
        originCountryIso2: 'CN',
        destinationCountryIso2: 'US',
      });
      const plain = await other.make('/shipments', {
        workspace: `/workspaces/${second?.id}`,
        externalSourceSyncId: 'other',
      });
      const shipmentItem = await other.make('/shipment_items', {
        shipment: shipment['@id'],
        orderItem: item['@id'],
        externalSourceSyncId: 'it',
        qty: 1,
      });
      await other.make('/shipment_items', {
        shipment: shipment['@id'],
        orderItem: otherItem['@id'],
        externalSourceSyncId: 'other',
      });
      const team = `/teams/${other.teamId}`;
      const product = await other.make('/products', { team, externalSourceSyncId: 'it' });
      await other.make('/products', { team, externalSourceSyncId: 'other' });
      const variant = await other.make('/product_variants', {
        team,
        externalSourceSyncId: 'it',
        sku: 'a',
        product: product['@id'],
      });
      await other.make('/product_variants', { team, externalSourceSyncId: 'other', sku: 'b' });
      const workflow = { workspace, title: 'it', type: 'integration-shop', period: 'daily' };
      await other.make('/workflows', workflow);
      await other.make('/workflows', {
        ...workflow,
        title: 'other',
        type: 'integration-erp',
        period: 'hourly',
      });
      Object.assign(made, { order, item, shipment, plain, shipmentItem, product, variant });
    });

    it.each([
      ['trackingStatus', 'In_Transit'],
      ['originCarrier', 'dhl-GERMANY'],
      ['destinationCarrier', 'USPS'],
      ['originCountryIso2', 'cn'],
      ['destinationCountryIso2', ' us '],
      ['address.countryIso2', 'CH'],
      ['orderNumbers', '#1'],
    ])('/shipments?%s=%s', async (parameter, value) => {
      expect(await found(other, `/shipments?${asked(parameter, value)}`)).toEqual(['it']);
      expect(await found(other, `/shipments?${asked(`${parameter}[]`, value)}`)).toEqual(['it']);
      expect(await found(other, `/shipments?${asked(parameter, '')}`)).toEqual([]);
      for (const nothing of ['%', 'ß', '北京', '🚚', "'", '\\'])
        expect(await found(other, `/shipments?${asked(parameter, nothing)}`)).toEqual([]);
    });

    it.each([
      ['orderStatus.code', 'ümLAUT'],
      ['orderType', 'Vendor'],
      ['shippingAddress.countryIso2', 'CH'],
      ['billingAddress.countryIso2', 'de'],
      ['fulfillmentStatus', 'Fulfilled'],
      ['subtotal', '12.5'],
      ['total', '0.1'],
    ])('/orders?%s=%s', async (parameter, value) => {
      expect(await found(other, `/orders?${asked(parameter, value)}`)).toEqual(['it']);
      expect(await found(other, `/orders?${asked(`${parameter}[]`, value)}`)).toEqual(['it']);
    });

    it.each(['orderType', 'fulfillmentStatus', 'orderStatus.code', 'billingAddress.countryIso2'])(
      '/orders?%s that nothing has matches nothing',
      async (parameter) => {
        for (const nothing of ['', '%', 'ß', '北京', '🚚', "'", '\\'])
          expect(await found(other, `/orders?${asked(parameter, nothing)}`)).toEqual([]);
      },
    );

    it('tells an empty text from null', async () => {
      expect(await found(other, '/orders?shippingAddress.countryIso2=')).toEqual(['other']);
      expect(
        await found(other, '/orders?shippingAddress.countryIso2[]=&shippingAddress.countryIso2[]=ch'),
      ).toEqual(['it', 'other']);
      expect(await found(other, '/orders?billingAddress.countryIso2=')).toEqual([]);
    });

    it.each<[string, string, () => Body]>([
      ['order_items', 'id', () => made.item],
      ['shipment_items', 'id', () => made.shipmentItem],
      ['shipment_items', 'orderItem.id', () => made.item],
      ['products', 'id', () => made.product],
      ['product_variants', 'id', () => made.variant],
      ['product_variants', 'product', () => made.product],
    ])('/%s?%s takes an id, an IRI or a list of them', async (path, parameter, row) => {
      const { id, '@id': iri } = row();
      expect(await found(other, `/${path}?${parameter}=${id}`)).toEqual(['it']);
      expect(await found(other, `/${path}?${parameter}=${iri}`)).toEqual(['it']);
      expect(await found(other, `/${path}?${parameter}[]=${iri}&${parameter}[]=x`)).toEqual(['it']);
      expect(await found(other, `/${path}?${parameter}=x`)).toEqual([]);
    });

    it('follows relations of relations', async () => {
      const of = (parameter: string, value: string): Promise<string[]> =>
        found(other, `/shipment_items?${asked(parameter, value)}`);
      expect(await of('shipment.id', made.shipment['@id'])).toEqual(['it', 'other']);
      expect(await of('shipment.id', made.plain.id)).toEqual([]);
      expect(await of('orderItem.order.id', made.order['@id'])).toEqual(['it', 'other']);
      expect(await of('orderItem.order.id', made.shipment.id)).toEqual([]);
      expect(await of('workspace.id', other.workspace)).toEqual(['it', 'other']);
      expect(await of('workspace.id', other.workspaces[1]?.id ?? '')).toEqual([]);
      expect(await of('orderItem.order', made.shipment.id)).toEqual(['it', 'other']);
    });

    it('finds by team', async () => {
      expect(await found(other, `/product_variants?team=/teams/${other.teamId}`)).toEqual(['it', 'other']);
      expect(await found(other, `/product_variants?team[]=${tenant.teamId}`)).toEqual([]);
    });

    it.each([
      ['type', 'Integration-SHOP'],
      ['period', 'Daily'],
    ])('/workflows?%s=%s', async (parameter, value) => {
      expect(await found(other, `/workflows?${asked(parameter, value)}`, 'title')).toEqual(['it']);
      expect(await found(other, `/workflows?${asked(`${parameter}[]`, value)}`, 'title')).toEqual(['it']);
      expect(await found(other, `/workflows?${asked(parameter, 'ß')}`, 'title')).toEqual([]);
    });

    it('takes what clients ask for beside the contract', async () => {
      const [, second] = other.workspaces;
      expect(await found(other, `/shipments?workspace.id=${second?.id}`)).toEqual(['other']);
      expect(await found(other, '/shipments?externalSourceSyncId=it')).toEqual(['it']);
      expect(await found(other, '/shipments?externalSourceSyncId[]=it&externalSourceSyncId[]=other')).toEqual(
        ['it', 'other'],
      );
      expect(await found(other, '/orders?externalSourceSyncId=it')).toEqual(['it']);
      expect(await found(other, `/orders?externalSourceIntegration=/workflows/${made.order.id}`)).toEqual([]);
      expect(await found(other, '/order_items?externalSourceSyncId=it')).toEqual(['it']);
      expect(await found(other, '/products?externalSourceSyncId=it')).toEqual(['it']);
      expect(await found(other, `/shipment_items?${asked('orderItem.order.orderNumber', '#1')}`)).toEqual([
        'it',
        'other',
      ]);
      expect(await found(other, `/shipment_items?${asked('orderItem.order.orderNumber', '#2')}`)).toEqual([]);
    });
  });

  describe('order numbers', () => {
    const NUMBERS: Record<string, readonly string[]> = {
      one: ['A-1'],
      two: ['a-2', 'A-1'],
      odd: ['O\'Brien %_\\ "x"', 'Zürich 🚚'],
      none: [],
    };
    let numbered: TenantClient;
    beforeAll(async () => {
      numbered = await api.tenant();
      for (const [name, orderNumbers] of Object.entries(NUMBERS)) {
        await numbered.make('/shipments', {
          workspace: numbered.workspace,
          externalSourceSyncId: name,
          orderNumbers,
        });
      }
    });

    it.each([
      ['orderNumbers=a-1', ['one', 'two']],
      ['orderNumbers[]=A-2&orderNumbers[]=x', ['two']],
      ['orderNumbers[]=A-1&orderNumbers[]=A-2', ['one', 'two']],
      [asked('orderNumbers', ' A-1 '), ['one', 'two']],
      ['orderNumbers=A', []],
      ['orderNumbers=A-1,A-2', []],
      [asked('orderNumbers', 'A-2\nA-1'), []],
      [asked('orderNumbers', 'o\'brien %_\\  "X"'), ['odd']],
      [asked('orderNumbers', 'ZÜRICH 🚚'), ['odd']],
      [asked('orderNumbers', '%'), []],
      ['orderNumbers=', []],
      ['orderNumbers=A-1&orderNumbers=A-2', ['two']],
    ])('%s', async (query, names) => {
      expect(await found(numbered, `/shipments?${query}`)).toEqual(names);
    });

    it('are those of the linked orders, too', async () => {
      const order = { workspace: numbered.workspace, orderNumber: 'linked 7' };
      const { '@id': iri } = await numbered.make('/orders', order);
      await numbered.make('/shipments', {
        workspace: numbered.workspace,
        externalSourceSyncId: 'linked',
        orders: [iri],
      });
      expect(await found(numbered, '/shipments?orderNumbers=Linked 7')).toEqual(['linked']);
    });
  });

  describe('money', () => {
    const PRICES: Record<string, string | null> = {
      none: null,
      nothing: '0',
      cents: '0.10',
      most: '12.5000',
      ten: '10',
      'four places': '12.5001',
      negative: '-3.5',
      large: '99999999999.9999',
    };
    let priced: TenantClient;
    beforeAll(async () => {
      priced = await api.tenant();
      const { workspace } = priced;
      const order = await priced.make('/orders', {
        workspace,
        orderNumber: '1',
        subtotal: null,
        total: null,
      });
      for (const [name, price] of Object.entries(PRICES)) {
        const row = { externalSourceSyncId: name };
        await priced.make('/order_items', { ...row, order: order['@id'], price });
        await priced.make('/orders', { ...row, workspace, orderNumber: name, subtotal: price, total: price });
      }
    });

    it.each([
      ['12.5', ['most']],
      ['12.50', ['most']],
      ['+12.5', ['most']],
      ['1.25e1', ['most']],
      ['12.5001', ['four places']],
      ['12.50005', []],
      ['0', ['nothing']],
      ['-0.00', ['nothing']],
      ['.1', ['cents']],
      ['10.', ['ten']],
      ['-3.5', ['negative']],
      ['99999999999.9999', ['large']],
      ['1e300', []],
    ])('is compared as a number: %s', async (amount, names) => {
      expect(await found(priced, `/order_items?${asked('price', amount)}`)).toEqual(names);
      expect(await found(priced, `/orders?${asked('subtotal', amount)}`)).toEqual(names);
      expect(await found(priced, `/orders?${asked('total', amount)}`)).toEqual(names);
    });

    it('takes a list', async () => {
      expect(await found(priced, '/order_items?price[]=12.5&price[]=0.1')).toEqual(['cents', 'most']);
    });

    it('ignores what is no number', async () => {
      for (const value of ['', 'abc', '12,5', '1_000', '0x10', 'NaN', 'Infinity', '--1', '12.5 USD'])
        expect(await found(priced, `/order_items?${asked('price', value)}`)).toEqual(Object.keys(PRICES));
      expect(await found(priced, '/order_items?price[]=abc&price[]=10')).toEqual(['ten']);
    });
  });
});
