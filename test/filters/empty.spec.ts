import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type TenantClient } from '../support/api.js';
import { found } from '../support/rows.js';

const ADDRESS = [
  'addressLine1',
  'addressLine2',
  'city',
  'company',
  'firstName',
  'lastName',
  'postcode',
  'state',
];

const TRUE = ['=true', '=1', '=', ''];
const FALSE = ['=false', '=0'];
const NEITHER = ['=yes', '=TRUE', '=False', '=2', '=null', '=%20', '=北'];

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
    const { workspace } = tenant;
    const filled = Object.fromEntries(ADDRESS.map((part) => [part, '0']));
    const blank = Object.fromEntries(ADDRESS.map((part) => [part, '']));
    const shipment = { workspace, address: null };
    await tenant.make('/shipments', { ...shipment, externalSourceSyncId: 'null' });
    await tenant.make('/shipments', {
      ...shipment,
      externalSourceSyncId: 'empty',
      trackingNumber: '',
      email: '',
      phoneNumber: '',
      orderNumbers: [' '],
      address: blank,
    });
    await tenant.make('/shipments', {
      ...shipment,
      externalSourceSyncId: 'filled',
      trackingNumber: 'TN1',
      email: '0@example.com',
      phoneNumber: '0',
      orderNumbers: ['0'],
      address: filled,
    });
    const order = { workspace, orderNumber: '0' };
    await tenant.make('/orders', { ...order, externalSourceSyncId: 'null', currency: null });
    await tenant.make('/orders', {
      ...order,
      externalSourceSyncId: 'empty',
      currency: '',
      email: '',
      phoneNumber: '',
      shippingAddress: blank,
      billingAddress: blank,
    });
    await tenant.make('/orders', {
      ...order,
      externalSourceSyncId: 'filled',
      currency: 'EUR',
      email: '0@example.com',
      phoneNumber: '0',
      shippingAddress: filled,
      billingAddress: filled,
    });
  });

  const shipmentParts = ['orderNumbers', 'trackingNumber', 'email', 'phoneNumber'];
  const orderParts = ['currency', 'email', 'phoneNumber'];
  describe.each([
    ...[...shipmentParts, ...ADDRESS.map((part) => `address.${part}`)].map((part) => ['shipments', part]),
    ...orderParts.map((part) => ['orders', part]),
    ...ADDRESS.map((part) => ['orders', `shippingAddress.${part}`]),
    ...ADDRESS.map((part) => ['orders', `billingAddress.${part}`]),
  ])('/%s?empty[%s]', (path, part) => {
    const rows = (value: string): Promise<string[]> => found(tenant, `/${path}?empty[${part}]${value}`);

    it('is yes for null and the empty text, and no for any other', async () => {
      expect(await rows('=true')).toEqual(['null', 'empty']);
      expect(await rows('=false')).toEqual(['filled']);
    });
  });

  describe('empty[f]', () => {
    const shipments = (query: string): Promise<string[]> => found(tenant, `/shipments?${query}`);

    it.each(TRUE)('empty[email]%s is yes', async (value) => {
      expect(await shipments(`empty[email]${value}`)).toEqual(['null', 'empty']);
    });

    it.each(FALSE)('empty[email]%s is no', async (value) => {
      expect(await shipments(`empty[email]${value}`)).toEqual(['filled']);
    });

    it.each(NEITHER)('empty[email]%s is ignored', async (value) => {
      expect(await shipments(`empty[email]${value}`)).toEqual(['null', 'empty', 'filled']);
    });

    it.each([
      'empty=email',
      'empty[]=email',
      'empty[city]=true',
      'empty[id]=true',
      'empty[address][city]=true',
    ])('%s is unknown and ignored', async (query) => {
      expect(await shipments(query)).toEqual(['null', 'empty', 'filled']);
    });

    it('holds for several properties, and beside other filters', async () => {
      expect(await shipments('empty[email]=true&empty[address.city]=false')).toEqual([]);
      expect(await shipments('empty[email]=false&empty[address.city]=0')).toEqual(['filled']);
      expect(await shipments('empty[email]=true&email=')).toEqual(['empty']);
      expect(await shipments('empty[email]=true&externalSourceSyncId=null')).toEqual(['null']);
      expect(await shipments('empty[email]=true&externalSourceSyncId=filled')).toEqual([]);
      expect(await shipments('empty[email]=true&empty[email]=false')).toEqual(['filled']);
    });

    it('does not let its OR leave the tenant', async () => {
      const stranger = await api.tenant();
      await stranger.make('/shipments', { workspace: stranger.workspace, externalSourceSyncId: 'own' });
      expect(await found(stranger, '/shipments?empty[email]=true')).toEqual(['own']);
      expect(await found(stranger, `${stranger.workspace}/shipments?empty[email]=true`)).toEqual(['own']);
    });

    it('takes text of blanks alone for empty', async () => {
      const other = await api.tenant();
      const { workspace } = other;
      const address = { city: ' \t ' };
      await other.make('/shipments', { workspace, externalSourceSyncId: 'blank', address });
      expect(await found(other, '/shipments?empty[address.city]=true')).toEqual(['blank']);
      expect(await found(other, '/shipments?empty[address.city]=false')).toEqual([]);
    });

    it('an order has a number at least', async () => {
      expect(await found(tenant, '/orders?empty[orderNumber]=true')).toEqual([]);
      expect(await found(tenant, '/orders?empty[orderNumber]=false')).toEqual(['null', 'empty', 'filled']);
    });
  });

  describe('exists[f]', () => {
    let other: TenantClient;
    beforeAll(async () => {
      other = await api.tenant();
      const row = { workspace: other.workspace, type: 'integration-shop' };
      const shop = await other.make('/workflows', { ...row, title: 'shop' });
      await other.make('/workflows', { ...row, title: 'follower', integration: shop['@id'] });
    });
    const workflows = (query: string): Promise<string[]> => found(other, `/workflows?${query}`, 'title');

    it.each(TRUE)('exists[integration]%s is yes', async (value) => {
      expect(await workflows(`exists[integration]${value}`)).toEqual(['follower']);
    });

    it.each(FALSE)('exists[integration]%s is no', async (value) => {
      expect(await workflows(`exists[integration]${value}`)).toEqual(['shop']);
    });

    it.each(NEITHER)('exists[integration]%s is ignored', async (value) => {
      expect(await workflows(`exists[integration]${value}`)).toEqual(['shop', 'follower']);
    });

    it('knows no other property', async () => {
      expect(await workflows('exists[title]=false')).toEqual(['shop', 'follower']);
    });
  });
});
