import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Body, onEachApi, type TenantClient } from '../support/api.js';

const ADDRESS = {
  addressLine1: 'Main St 1',
  addressLine2: '',
  city: 'London',
  company: '',
  countryIso2: 'GB',
  firstName: 'Ada',
  lastName: 'Lovelace',
  postcode: 'SW1A 1AA',
  state: '',
};

const idOf = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1);

/** The calls of TrackMage's WooCommerce plugin 2.1.1 and MCP server 0.1.0, as they send them, in their order. */
onEachApi(
  (api) => {
    let shop: TenantClient;
    let integration: string;
    let webhook: string;
    let order: Body;
    let items: Body[];
    const ignoring = (path: string): string => `${path}?ignoreWebhookId=${webhook}`;
    const external = (id: string): object => ({
      externalSourceSyncId: id,
      externalSourceIntegration: `/workflows/${integration}`,
    });
    const ok = async (answer: Promise<{ status: number; body: Body }>, status = 200): Promise<Body> => {
      const { status: told, body } = await answer;
      expect([told, told >= 400 ? body : null]).toEqual([status, null]);
      return body;
    };

    beforeAll(async () => {
      shop = await api.tenant();
    });

    describe('the WooCommerce plugin', () => {
      it('connects: workspaces, teams, integration, statuses, carriers', async () => {
        const workspaces = await ok(shop.get('/workspaces'));
        const [workspace] = workspaces['hydra:member'];
        expect(workspace).toMatchObject({ ecommerceIntegrationType: null, scheduledForDelete: false });
        const teams = await ok(shop.get('/teams'));
        const [team] = teams['hydra:member'];
        expect(workspace.team).toContain(team.id);
        expect(['active', 'non_renewing']).toContain(team.subscription.status);
        const path = `${shop.workspace}/workflows?type=integration-woocommerce&title=${encodeURIComponent('https://shop.example.com')}`;
        expect((await ok(shop.get(path)))['hydra:member']).toEqual([]);
        const made = await ok(
          shop.post('/workflows', {
            type: 'webhook',
            period: 'immediately',
            event: 'update',
            title: 'https://shop.example.com',
            workspace: shop.workspace,
            url: 'http://127.0.0.1:9999/hook',
            authType: 'basic',
            username: 'shop',
            password: 'pass',
            enabled: true,
            entity: 'orders',
            integration: {
              title: 'https://shop.example.com',
              workspace: shop.workspace,
              type: 'integration-woocommerce',
              enabled: true,
            },
          }),
          201,
        );
        webhook = made.id as string;
        integration = made.integration.id as string;
        expect((await ok(shop.get(path)))['hydra:member'].map((each: Body) => each.id)).toEqual([
          integration,
        ]);
        expect((await ok(shop.get(shop.workspace))).ecommerceIntegrationType).toBe('integration-woocommerce');
        // its first page maps the shop's statuses to these
        const statuses = (await ok(shop.get(`${shop.workspace}/statuses?entity=orders`)))['hydra:member'];
        const codes = ['new', 'processing', 'completed', 'on-hold', 'cancelled'];
        expect(statuses.map(({ code }: Body) => code as string)).toEqual(expect.arrayContaining(codes));
        for (const { code, title } of statuses)
          expect([code, title]).toEqual([
            expect.stringMatching(/^[a-z-]+$/),
            expect.stringMatching(/^[A-Z]/),
          ]);
        const carriers = (await ok(shop.get('/public/carriers')))['hydra:member'];
        expect(carriers.length).toBeGreaterThan(250);
        expect(Object.keys(carriers[0] as object)).toEqual(expect.arrayContaining(['code', 'name']));
      });

      it('posts an order and its items, finds what is there already, and changes it', async () => {
        const body = {
          workspace: shop.workspace,
          ...external('1001'),
          externalSourceUrl: 'https://shop.example.com/wp-admin/post.php?post=1001',
          orderNumber: 'wc-1001b',
          email: 'ada@example.com',
          phoneNumber: '',
          shippingAddress: ADDRESS,
          billingAddress: ADDRESS,
          orderStatus: { code: 'processing', title: 'Processing' },
          subtotal: '12.5',
          total: '12.50',
        };
        order = await ok(shop.post(ignoring('/orders'), body), 201);
        const again = await shop.post(ignoring('/orders'), body);
        expect([again.status, JSON.stringify(again.body)]).toEqual([
          400,
          expect.stringContaining('externalSourceSyncId'),
        ]);
        const found = await ok(
          shop.get(
            `${shop.workspace}/orders?externalSourceSyncId=1001&externalSourceIntegration=${encodeURIComponent(`/workflows/${integration}`)}&itemsPerPage=1`,
          ),
        );
        expect(found['hydra:member'][0].id).toBe(order.id);
        await ok(
          shop.put(ignoring(`/orders/${order.id}`), {
            orderStatus: { code: 'completed', title: 'Completed' },
            email: 'ada@example.com',
            phoneNumber: '',
            shippingAddress: ADDRESS,
            billingAddress: ADDRESS,
            subtotal: '12.50',
            total: '12.50',
          }),
        );
        const product = await ok(
          shop.post(ignoring('/products'), {
            team: order['@id'] && (await ok(shop.get('/teams')))['hydra:member'][0]['@id'],
            ...external('77'),
            name: 'Tea',
            sku: 'TEA',
            originUrl: 'https://shop.example.com/tea',
            imageUrl: null,
          }),
          201,
        );
        await ok(shop.put(ignoring(`/products/${product.id}`), { name: 'Green tea', sku: 'TEA' }));
        items = [];
        for (const [sync, qty] of [
          ['2001', 2],
          ['2002', 3],
        ] as const) {
          const item = {
            order: order['@id'],
            productName: 'Tea',
            qty,
            rowTotal: '5.00',
            ...external(sync),
            productSku: 'TEA',
            productOptions: [],
            imageUrl: null,
            price: '',
            externalProductId: '77',
            product: product['@id'],
          };
          items.push(await ok(shop.post(ignoring('/order_items'), item), 201));
        }
        await ok(shop.put(ignoring(`/order_items/${items[0].id}`), { qty: 2, product: null }));
        const lookup = await ok(
          shop.get(
            `/orders/${order.id}/items?externalSourceSyncId=2002&externalSourceIntegration=${encodeURIComponent(`/workflows/${integration}`)}&itemsPerPage=1`,
          ),
        );
        expect(lookup['hydra:member'].map((each: Body) => each.id)).toEqual([items[1].id]);
      });

      it('ships it: keyed items, number in small letters, lists by order number, items by shipment', async () => {
        const made = await ok(
          shop.post('/shipments', {
            workspace: shop.workspace,
            trackingNumber: 'tm102woo1tm',
            originCarrier: null,
            externalSourceIntegration: `/workflows/${integration}`,
            email: 'ada@example.com',
            phoneNumber: '',
            orders: [order['@id']],
            shipmentItems: {
              2001: { qty: 1, orderItem: items[0]['@id'] },
              2002: { qty: 3, orderItem: items[1]['@id'] },
            },
          }),
          201,
        );
        const list = await ok(
          shop.get(`/shipments?orderNumbers=wc-1001B&workspace.id=${idOf(shop.workspace)}`),
        );
        expect(list['hydra:member'].map((each: Body) => [each.id, each.trackingNumber])).toEqual([
          [made.id, 'TM102WOO1TM'],
        ]);
        expect((await ok(shop.get(`/shipments/${made.id}`))).orderNumbers).toContain('WC-1001B');
        const inside = await ok(
          shop.get(
            `/shipment_items?shipment.id=${made.id}&workspace.id=${idOf(shop.workspace)}&orderItem.order.orderNumber=WC-1001B`,
          ),
        );
        const [first, second] = inside['hydra:member'];
        expect([first.orderItem, first.qty, second.qty]).toEqual([items[0]['@id'], 1, 3]);
        await ok(
          shop.put(`/shipments/${made.id}`, {
            trackingNumber: 'tm102woo1tm',
            email: 'ada@example.com',
            phoneNumber: '',
            originCarrier: 'tm-test',
            shipmentItems: [{ qty: 2, '@id': first['@id'], orderItem: items[0]['@id'] }, second],
          }),
        );
        const other = await ok(
          shop.post('/shipments', {
            workspace: shop.workspace,
            trackingNumber: null,
            orders: [order['@id']],
          }),
          201,
        );
        const taken = await shop.put(`/shipments/${other.id}`, { trackingNumber: 'tm102woo1tm' });
        expect([taken.status, taken.body['hydra:description']]).toEqual([
          400,
          expect.stringContaining(
            'It seems that you are trying to add the same tracking number to two different shipments',
          ),
        ]);
        const merged = await ok(
          shop.post('/shipments/merge', {
            workspaceId: idOf(shop.workspace),
            shipmentId: other.id,
            trackingNumber: 'TM102WOO1TM',
          }),
          201,
        );
        expect(merged.id).toBe(made.id);
        const unlinked = await ok(
          shop.put(`/shipments/${made.id}`, { trackingNumber: null, orderNumbers: { 1: 'B' } }),
        );
        expect([unlinked.trackingNumber, unlinked.orderNumbers]).toEqual(['TM102WOO1TM', ['B']]);
        const item = await ok(shop.put(`/shipment_items/${first.id}`, { qty: 1 }).then((answer) => answer));
        expect(item.qty).toBe(1);
        expect((await shop.delete(`/shipment_items/${first.id}`)).status).toBe(204);
        expect((await shop.delete(`/shipments/${made.id}`)).status).toBe(204);
      });

      it('shows a tracking page to a customer', async () => {
        const page = await ok(
          shop.post('/tracking_pages', {
            workspace: shop.workspace,
            title: 'Shop',
            subdomain: `shop-${Date.now().toString(36)}${api.database.kind}`,
          }),
          201,
        );
        await ok(shop.put(shop.workspace, { defaultTrackingPage: page['@id'] }));
        expect((await ok(shop.get(shop.workspace))).defaultTrackingPage).toBe(page['@id']);
        for (const filter of [{ email: 'ada@example.com' }, { orderNumbers: ['wc-1001b'] }, { email: '' }]) {
          const made = await ok(
            shop.post('/generate_tracking_page_link', { trackingPageId: page.id, filter }),
            201,
          );
          expect(made.link).toMatch(/^http/);
        }
      });

      it('deletes what it made, items first, and disconnects', async () => {
        for (const { id } of items)
          expect((await shop.delete(ignoring(`/order_items/${id}`))).status).toBe(204);
        expect((await shop.delete(ignoring(`/orders/${order.id}`))).status).toBe(204);
        expect((await shop.put(`/orders/${order.id}`, { total: '1' })).status).toBe(404);
        expect((await shop.delete(`/workflows/${integration}?deleteData=0`)).status).toBe(204);
        expect((await shop.get(`/workflows/${webhook}`)).status).toBe(404);
      });
    });

    it('the MCP server finds, makes, changes and asks again', async () => {
      const accept = 'application/json, text/plain, */*';
      const shipment = await ok(
        shop.post('/shipments', {
          workspaceId: idOf(shop.workspace),
          workspace: shop.workspace,
          trackingNumber: 'TM200MCP1TM',
        }),
        201,
      );
      const made = await ok(
        shop.post('/orders', { orderNumber: 'M1', email: 'a@example.com', workspace: shop.workspace }),
        201,
      );
      await ok(shop.put(`/shipments/${shipment.id}`, { email: 'b@example.com', status: 'delivered' }));
      await ok(shop.put(`/orders/${made.id}`, { orderNumber: 'M2', status: 'paid' }));
      for (const path of [
        `${shop.workspace}/shipments?page=1&itemsPerPage=10`,
        `${shop.workspace}/orders?page=1&itemsPerPage=10`,
        '/public/carriers?page=1&itemsPerPage=10',
        '/workspaces',
        '/public/tracking_statuses',
        `/shipments/${shipment.id}/checkpoints?order%5BcheckpointDate%5D=desc&_locale=mixed`,
      ])
        expect((await ok(shop.get(path, { accept })))['hydra:member'].length).toBeGreaterThan(0);
      for (const path of ['/public/carriers/ups', '/public/tracking_statuses/delivered'])
        await ok(shop.get(path, { accept }));
      const matches = await ok(shop.get('/tracking_numbers/TM200MCP1TM/detect-carrier', { accept }));
      expect(matches[0].code).toBe('tm-test');
      const checked = await ok(
        shop.post('/check_tracking_numbers', {
          workspaceId: idOf(shop.workspace),
          trackingNumbers: [{ number: 'TM200MCP1TM' }],
        }),
      );
      expect(JSON.stringify(checked)).toContain(shipment.id);
    });
  },
  { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8', WORKER: '0' },
);
