import { createHmac, timingSafeEqual } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { deleteExpired, OUTBOX_RETENTION } from '../../../src/core/outbox/retention.js';
import { apiDocument } from '../../../src/app/api-document.js';
import { keyFrom, Cipher } from '../../../src/core/database/cipher.js';
import { WebhookWorker } from '../../../src/modules/webhooks/webhook-worker.js';
import { onEachApi, type Body, type TenantClient } from '../../support/api.js';
import { Documented } from '../../support/documented.js';
import { newAddress, sendMail } from '../../support/accounts.js';
import { partsOf, Postbox } from '../../support/postbox.js';
import { eventually, receiverOfThisBlock, type Received } from '../../support/receiver.js';

const documented = new Documented(apiDocument('https://waybill.invalid'));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const postbox = new Postbox();
// the port has to be known before the servers start
await postbox.open();
afterAll(() => postbox.close());

const LOCAL = {
  WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
  ENCRYPTION_KEY: 'k'.repeat(32),
  SMTP_URL: postbox.url(),
};

/** What `standardwebhooks` does with the headers of a request. @throws when it would. */
function verify({ headers, raw }: Received, secret: string): void {
  const id = headers['webhook-id'] as string;
  const timestamp = Number(headers['webhook-timestamp']);
  if (Math.abs(Date.now() / 1000 - timestamp) > 300) throw new Error('The message is too old.');
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${raw}`).digest();
  const signatures = (headers['webhook-signature'] as string).split(' ').map((each) => each.split(','));
  const isSigned = signatures.some(([version, signature = '']) => {
    const given = Buffer.from(signature, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isSigned) throw new Error('No signature matches.');
}

const summary = ({ entity, event, updatedFields, data }: Body): unknown[] => [
  entity,
  event,
  updatedFields,
  data['@id'],
];

onEachApi((api) => {
  const receiver = receiverOfThisBlock();

  const webhook = (tenant: TenantClient, more: object = {}): Promise<Body> =>
    tenant.make('/workflows', {
      type: 'webhook',
      title: 'Shop',
      period: 'immediately',
      workspace: tenant.workspace,
      enabled: true,
      url: receiver.url(),
      ...more,
    });
  const later = (milliseconds: number): void => {
    api.setTime(Date.now() + milliseconds);
    api.provider(WebhookWorker).wake();
  };
  const again = (tenant: TenantClient) => api.as(tenant);
  const runsOf = async (tenant: TenantClient, hook: Body): Promise<Body[]> =>
    (await (await again(tenant)).get(`${hook['@id']}/runs?order[createdAt]=asc`)).body['hydra:member'];
  const quiet = (): Promise<void> => pause(300);
  afterEach(() => api.setTime(undefined));

  describe('a webhook', () => {
    it('comes back as the PHP SDK sends it', async () => {
      const tenant = await api.tenant();
      const sent = {
        type: 'webhook',
        period: 'immediately',
        title: 'Test webhook',
        workspace: tenant.workspace,
        enabled: true,
        concurrency: '1',
        url: receiver.url(),
        authType: 'basic',
        username: 'test_user',
        password: 'pass 🔑',
        notificationEmails: ['a@example.com', 'b@example.com'],
      };
      const made = await tenant.make('/workflows', sent);
      expect(made).toMatchObject(sent);
      expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
      const shown = (await tenant.get(made['@id'])).body;
      expect(shown).toMatchObject({ ...sent, password: '********' });
      expect(shown.secret).toBeNull();
      const put = await tenant.put(made['@id'], { title: 'New', password: 'other', entity: '', field: null });
      expect(put.body).toMatchObject({ ...sent, title: 'New', password: '********', entity: null });
    });

    it('keeps its secrets sealed', async () => {
      const tenant = await api.tenant();
      const made = await webhook(tenant, {
        authType: 'bearer',
        token: 'very-secret-token',
        password: 'hidden',
      });
      const [row] = await api
        .db()
        .read('SELECT password, token, signingSecret FROM workflows WHERE id = ?', [made.id as string]);
      for (const each of row ?? []) expect(each).toMatch(/^v1:[0-9a-f]{8}:[\w-]+$/);
      const list = (await tenant.get(`/workflows?type=webhook`)).body['hydra:member'];
      expect(JSON.stringify(list)).not.toContain('very-secret-token');
    });

    it.each([
      ['password', { authType: 'basic', username: 'me', password: 'pass-w"örd' }],
      ['token', { authType: 'bearer', token: 'tok-3n/+' }],
    ])('never shows its %s again', async (name, credentials: Record<string, string>) => {
      const tenant = await api.tenant();
      const made = await webhook(tenant, credentials);
      const secret = credentials[name] as string;
      const basic = Buffer.from(`me:${secret}`).toString('base64');
      expect(made[name]).toBe(secret);
      receiver.answer = (response, { headers }) =>
        void response.end(
          `${headers.authorization} ${secret} ${JSON.stringify(secret)} ${encodeURIComponent(secret)}`,
        );
      await tenant.post(`${made['@id']}/ping`);
      const everywhere = await Promise.all([
        tenant.get(made['@id']),
        tenant.get(made['@id'], { accept: 'application/json' }),
        tenant.get(`/workflows?type=webhook`),
        tenant.get(`/workflows.csv`),
        tenant.get(`${tenant.workspace}/workflows`),
        tenant.get(`${made['@id']}/runs`),
        tenant.put(made['@id'], { title: 'Renamed' }),
        tenant.put(made['@id'], { [name]: secret }),
        tenant.send('PATCH', made['@id'], {
          body: JSON.stringify({ title: 'Patched' }),
          headers: { 'content-type': 'application/merge-patch+json' },
        }),
      ]);
      for (const { status, body } of everywhere) {
        expect(status).toBe(200);
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        for (const form of [secret, JSON.stringify(secret).slice(1, -1), basic, encodeURIComponent(secret)])
          expect(text).not.toContain(form);
      }
      expect(everywhere[0]?.body[name]).toBe('********');
      expect(everywhere[5]?.body['hydra:member'][0].log).toContain('********');
    });

    it('keeps its password when the mask is sent back', async () => {
      const tenant = await api.tenant();
      const made = await webhook(tenant, { authType: 'basic', username: 'me', password: 'kept' });
      const authorized = async (): Promise<string | undefined> => {
        receiver.forget();
        expect((await tenant.post(`${made['@id']}/ping`)).body.status).toBe('success');
        return receiver.received[0]?.headers.authorization;
      };
      const kept = `Basic ${Buffer.from('me:kept').toString('base64')}`;
      const shown = (await tenant.get(made['@id'])).body;
      expect((await tenant.put(made['@id'], { ...shown, title: 'All of it' })).status).toBe(200);
      expect(await authorized()).toBe(kept);
      const patch = { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json' } };
      await tenant.send('PATCH', made['@id'], { ...patch, body: '{"password":"********"}' });
      expect(await authorized()).toBe(kept);
      await tenant.send('PATCH', made['@id'], { ...patch, body: '{"title":"Other"}' });
      expect(await authorized()).toBe(kept);
      const copy = await tenant.post('/workflows', {
        ...shown,
        '@id': undefined,
        authType: 'bearer',
        token: '********',
      });
      expect(copy.status).toBe(400);
      await tenant.put(made['@id'], { password: null });
      expect((await tenant.get(made['@id'])).body.password).toBeNull();
    });

    it('needs its credentials again for another host', async () => {
      const tenant = await api.tenant();
      const made = await webhook(tenant, { authType: 'bearer', token: 'abcdef' });
      const elsewhere = receiver.url().replace('127.0.0.1', '127.0.0.2');
      for (const more of [{}, { token: '********' }]) {
        const moved = await tenant.put(made['@id'], { url: elsewhere, ...more });
        expect([moved.status, moved.body.violations[0].propertyPath]).toEqual([400, 'token']);
      }
      expect((await tenant.put(made['@id'], { url: elsewhere, token: 'ghijkl' })).status).toBe(200);
      expect((await tenant.put(made['@id'], { url: `${elsewhere}/more` })).status).toBe(200);
      const silent = await tenant.put(made['@id'], { url: receiver.url(), authType: null });
      expect(silent.status).toBe(200);
      const resumed = await tenant.put(made['@id'], { authType: 'bearer' });
      expect([resumed.status, resumed.body.violations[0].propertyPath]).toEqual([400, 'token']);
    });

    it('is not sent when its secrets were sealed with another key', async () => {
      const tenant = await api.tenant();
      const made = await webhook(tenant, { authType: 'bearer', token: 'abc' });
      const { encrypt: seal } = new Cipher(keyFrom('another key'));
      await api
        .db()
        .transaction((transaction) =>
          transaction.run('UPDATE workflows SET token = ? WHERE id = ?', [seal('abc'), made.id as string]),
        );
      const { body } = await tenant.post(`${made['@id']}/ping`);
      expect(body).toMatchObject({
        status: 'failed',
        responseCode: null,
        errors: 'Its secrets were sealed with another ENCRYPTION_KEY: set them again.',
      });
      expect(receiver.received).toEqual([]);
      await tenant.put(made['@id'], { token: 'abc' });
      expect((await tenant.post(`${made['@id']}/ping`)).body.status).toBe('success');
    });

    it('leaves nothing behind when its workspace is deleted', async () => {
      const tenant = await api.tenant();
      await webhook(tenant);
      await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: 'Z-1' });
      await receiver.until(1);
      const [workspacePk] = (
        await api.db().read('SELECT pk FROM workspaces WHERE id = ?', [tenant.workspaces[0]?.id ?? ''])
      )[0] as [number];
      expect((await tenant.delete(tenant.workspace)).status).toBe(204);
      for (const table of ['outbox_events', 'outbox_subscriptions', 'workflow_runs']) {
        const [row] = await api
          .db()
          .read(`SELECT COUNT(*) FROM ${table} WHERE workspacePk = ?`, [workspacePk]);
        expect([table, Number(row?.[0])]).toEqual([table, 0]);
      }
    });

    it.each([
      [{ url: null }, 'url', 'This value should not be blank.'],
      [{ url: 'ftp://example.com' }, 'url', 'This value is not a valid URL.'],
      [{ url: 'https://u:p@127.0.0.1/' }, 'url', 'Credentials do not belong here: use "authType".'],
      [{ authType: 'basic' }, 'username', 'This value should not be blank.'],
      [{ authType: 'bearer' }, 'token', 'This value should not be blank.'],
      [
        { period: '7 hours' },
        'period',
        'This value should be "immediately", or from "1 minute" to "6 hours".',
      ],
      [{ entity: 'teams' }, 'entity', 'The value you selected is not a valid choice.'],
      [{ concurrency: 51 }, 'concurrency', 'This value is not valid.'],
    ])('is refused with %j', async (more, propertyPath, message) => {
      const tenant = await api.tenant();
      const { status, body } = await tenant.post('/workflows', {
        type: 'webhook',
        title: 'Shop',
        workspace: tenant.workspace,
        url: receiver.url(),
        ...more,
      });
      expect({ status, violations: body.violations }).toMatchObject({
        status: 400,
        violations: [{ propertyPath, message }],
      });
    });

    it('does not become an integration', async () => {
      const tenant = await api.tenant();
      const made = await webhook(tenant);
      const { status, body } = await tenant.put(made['@id'], { type: 'integration-shop' });
      expect({ status, path: body.violations[0].propertyPath }).toEqual({ status: 400, path: 'type' });
    });

    it('is made with its integration, and deleted with it, as the WooCommerce plugin does', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const made = await webhook(tenant, {
        event: 'update',
        entity: 'orders',
        authType: 'basic',
        username: 'u',
        password: 'p',
        integration: { title: 'shop.example', workspace, type: 'integration-woocommerce', enabled: true },
      });
      const integration = made.integration;
      expect(integration).toMatchObject({
        '@id': `/workflows/${integration.id}`,
        '@type': 'Workflow',
        type: 'integration-woocommerce',
        integrationType: 'woocommerce',
        workspace,
      });
      const second = await webhook(tenant, { integration: integration['@id'] });
      expect(second.integration.id).toBe(integration.id);
      const order = await tenant.make('/orders', {
        workspace,
        orderNumber: 'A-1',
        externalSourceIntegration: integration['@id'],
        externalSourceSyncId: '1',
      });
      await receiver.until(1);
      expect((await tenant.delete(`/workflows/${integration.id}?deleteData=0`)).status).toBe(204);
      for (const id of [made.id, second.id, integration.id])
        expect((await tenant.get(`/workflows/${id}`)).status).toBe(404);
      receiver.forget();
      expect((await tenant.put(order['@id'], { email: 'x@example.com' })).status).toBe(200);
      await quiet();
      expect(receiver.received).toEqual([]);
      const [left] = await api
        .db()
        .read(`SELECT COUNT(*) FROM outbox_subscriptions WHERE id IN (?, ?)`, [
          made.id as string,
          second.id as string,
        ]);
      expect(Number(left?.[0])).toBe(0);
    });

    it('goes with the data of its integration when that is asked for', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const shop = await tenant.make('/workflows', { workspace, title: 'Shop', type: 'integration-shop' });
      const from = (id: string) => ({ externalSourceIntegration: shop['@id'], externalSourceSyncId: id });
      const order = await tenant.make('/orders', { workspace, orderNumber: 'B-1', ...from('1') });
      const item = await tenant.make('/order_items', { order: order['@id'], qty: 5, ...from('2') });
      const shipment = await tenant.make('/shipments', {
        workspace,
        orders: [order['@id']],
        shipmentItems: [{ orderItem: item['@id'], qty: 2 }],
        ...from('3'),
      });
      const team = (await tenant.get(workspace)).body.team;
      const product = await tenant.make('/products', { team, name: 'Tea', sku: 'T', ...from('4') });
      const other = await tenant.make('/orders', { workspace, orderNumber: 'B-2' });
      expect((await tenant.delete(`${shop['@id']}?deleteData=1`)).status).toBe(204);
      for (const gone of [order, item, shipment, product, shop])
        expect((await tenant.get(gone['@id'])).status).toBe(404);
      expect((await tenant.get(other['@id'])).status).toBe(200);
    });
  });

  describe('what a webhook is told', () => {
    it('is one element a request, with the item as JSON-LD, signed and authorised', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const hook = await webhook(tenant, { authType: 'basic', username: 'me', password: 'pä:ss' });
      const order = await tenant.make('/orders', { workspace, orderNumber: 'C-1' });
      const put = await tenant.put(order['@id'], {
        orderStatus: { code: 'wc-processing', title: 'Processing' },
        shippingAddress: { city: 'Graz' },
        email: 'a@example.com',
      });
      const deleted = (await tenant.get(order['@id'])).body;
      expect((await tenant.delete(order['@id'])).status).toBe(204);
      const [created, updated, removed] = await receiver.until(3);
      expect(created?.data).toEqual([
        {
          entity: 'orders',
          event: 'create',
          data: { '@context': '/contexts/Order', ...order },
          updatedFields: [],
        },
      ]);
      expect(updated?.data[0]).toEqual({
        entity: 'orders',
        event: 'update',
        data: { '@context': '/contexts/Order', ...put.body },
        updatedFields: ['email', 'shippingAddress.city', 'orderStatus'],
      });
      expect(removed?.data[0]).toEqual({
        entity: 'orders',
        event: 'delete',
        data: deleted,
        updatedFields: [],
      });
      for (const each of receiver.received) {
        expect(each.headers['content-type']).toBe('application/json');
        expect(each.headers.authorization).toBe(`Basic ${Buffer.from('me:pä:ss').toString('base64')}`);
        verify(each, hook.secret as string);
      }
      expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    });

    it('names the status after everything that changed with it, lists as well', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      await webhook(tenant, { entity: 'orders', event: 'update' });
      const order = await tenant.make('/orders', { workspace, orderNumber: 'C-2' });
      const shipment = await tenant.make('/shipments', { workspace });
      await tenant.put(order['@id'], {
        orderStatus: { code: 'wc-completed' },
        shipments: [shipment['@id']],
        phoneNumber: '1',
        billingAddress: { city: 'Linz' },
        total: '3',
      });
      const [updated] = await receiver.until(1);
      const updatedFields: string[] = updated?.data[0].updatedFields ?? [];
      expect(updatedFields.at(-1)).toBe('orderStatus');
      expect([...updatedFields].sort()).toEqual(
        [
          'billingAddress.city',
          'orderStatus',
          'phoneNumber',
          'shipments',
          'shipmentsWithoutTrackingCount',
          'total',
        ].sort(),
      );
    });

    it('has a bearer token where it wants one', async () => {
      const tenant = await api.tenant();
      await webhook(tenant, { authType: 'bearer', token: 'abc.def' });
      await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: 'D-1' });
      const [first] = await receiver.until(1);
      expect(first?.headers.authorization).toBe('Bearer abc.def');
    });

    it('is nothing when nothing changes, or when the write is refused', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const order = await tenant.make('/orders', { workspace, orderNumber: 'E-1', email: 'a@example.com' });
      await webhook(tenant);
      await tenant.put(order['@id'], { email: 'a@example.com' });
      expect((await tenant.post('/orders', { workspace, orderNumber: 'E-2', email: 'none' })).status).toBe(
        400,
      );
      const refused = await tenant.post('/shipments', {
        workspace,
        orders: [order['@id']],
        shipmentItems: [{ orderItem: '/order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6', qty: 1 }],
      });
      expect(refused.status).toBe(400);
      await quiet();
      expect(receiver.received).toEqual([]);
    });

    it('is what it asked for', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      await webhook(tenant, { url: receiver.url('orders'), entity: 'orders', event: 'update' });
      await webhook(tenant, { url: receiver.url('city'), event: 'update', field: 'shippingAddress.city' });
      await webhook(tenant, { url: receiver.url('address'), event: 'update', field: 'shippingAddress' });
      await webhook(tenant, { url: receiver.url('deleted'), event: 'delete' });
      const order = await tenant.make('/orders', { workspace, orderNumber: 'F-1' });
      const shipment = await tenant.make('/shipments', { workspace, trackingNumber: 'F1' });
      await tenant.put(order['@id'], { shippingAddress: { city: 'Wien' } });
      await tenant.put(order['@id'], { email: 'f@example.com' });
      await tenant.put(shipment['@id'], { email: 'f@example.com' });
      await tenant.delete(shipment['@id']);
      await receiver.until(5);
      await quiet();
      const told = (path: string) =>
        receiver.received.filter((each) => each.path === `/${path}`).flatMap(({ data }) => data.map(summary));
      const city = ['orders', 'update', ['shippingAddress.city'], order['@id']];
      expect(told('orders')).toEqual([city, ['orders', 'update', ['email'], order['@id']]]);
      expect(told('city')).toEqual([city]);
      expect(told('address')).toEqual([city]);
      expect(told('deleted')).toEqual([['shipments', 'delete', [], shipment['@id']]]);
    });

    it('is one event for each item that a request changes', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const order = await tenant.make('/orders', { workspace, orderNumber: 'G-1' });
      const item = await tenant.make('/order_items', { order: order['@id'], qty: 5 });
      const shipment = await tenant.make('/shipments', { workspace, orders: [order['@id']] });
      await webhook(tenant);
      const put = await tenant.put(shipment['@id'], {
        email: 'g@example.com',
        shipmentItems: [{ orderItem: item['@id'], qty: 2 }],
      });
      const [part] = put.body.shipmentItems as [string];
      await receiver.until(4);
      expect(receiver.elements.map(summary)).toEqual([
        ['shipments', 'update', ['email', 'shipmentItems'], shipment['@id']],
        ['shipment_items', 'create', [], part],
        ['order_items', 'update', ['fulfilledQty'], item['@id']],
        ['orders', 'update', ['fulfillmentStatus'], order['@id']],
      ]);
      expect(receiver.elements[0].data).toEqual({ '@context': '/contexts/Shipment', ...put.body });
      expect(receiver.elements[2].data.fulfilledQty).toBe(2);
      const documentedAlike = (): string[] =>
        receiver.received.flatMap(({ headers, raw }) => documented.sent('changes', headers, JSON.parse(raw)));
      expect(documentedAlike()).toEqual([]);
      receiver.forget();
      await tenant.delete(shipment['@id']);
      await receiver.until(4);
      expect(receiver.elements.map(summary)).toEqual([
        ['shipment_items', 'delete', [], part],
        ['order_items', 'update', ['fulfilledQty'], item['@id']],
        ['shipments', 'delete', [], shipment['@id']],
        ['orders', 'update', ['fulfillmentStatus', 'shipmentsWithoutTrackingCount'], order['@id']],
      ]);
      expect(receiver.elements[2].data.shipmentItems).toEqual([part]);
      expect(documentedAlike()).toEqual([]);
    });

    it('is not told to the webhook that a write leaves out', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const mine = await webhook(tenant, { url: receiver.url('mine') });
      await webhook(tenant, { url: receiver.url('other') });
      const order = await tenant.make(`/orders?ignoreWebhookId=${mine.id}`, {
        workspace,
        orderNumber: 'H-1',
      });
      await tenant.put(`${order['@id']}?ignoreWebhookId=${mine.id}`, { email: 'h@example.com' });
      await tenant.delete(`${order['@id']}?ignoreWebhookId=${mine.id}`);
      await tenant.make('/orders?ignoreWebhookId=', { workspace, orderNumber: 'H-2' });
      await receiver.until(5);
      await quiet();
      const told = (path: string) => receiver.received.filter((each) => each.path === path).length;
      expect([told('/other'), told('/mine')]).toEqual([4, 1]);
    });

    it('is what tracking finds out, too', async () => {
      const tenant = await api.tenant();
      await webhook(tenant, { entity: 'shipments' });
      await webhook(tenant, { url: receiver.url('other'), field: 'trackingStatus', event: 'update' });
      const { workspace } = tenant;
      const shipment = await tenant.make('/shipments', {
        workspace,
        trackingNumber: 'HOOKED1',
        originCarrier: 'ups',
      });
      const operator = await api.operator();
      const pushed = await operator.post('/tracking_updates', [
        {
          trackingNumber: 'HOOKED1',
          checkpoints: [{ date: new Date().toISOString(), status: 'in_transit', info: 'On its way' }],
        },
      ]);
      expect(pushed.body.accepted).toBe(1);
      api.provider(WebhookWorker).wake();
      const [created] = await receiver.until(3);
      expect(created?.data.map(summary)).toEqual([['shipments', 'create', [], shipment['@id']]]);
      for (const { data } of receiver.received.slice(1)) {
        expect(data.map(summary)).toMatchObject([
          ['shipments', 'update', expect.anything(), shipment['@id']],
        ]);
        expect(data[0].updatedFields).toEqual(expect.arrayContaining(['trackingStatus', 'shippedAt']));
        expect(data[0].data.trackingStatus).toBe('in_transit');
      }
    });

    it('may be longer than a text column', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const order = await tenant.make('/orders', { workspace, orderNumber: 'I-1' });
      const item = await tenant.make('/order_items', { order: order['@id'], qty: 5000 });
      await webhook(tenant, { entity: 'shipments' });
      const shipment = await tenant.make('/shipments', {
        workspace,
        shipmentItems: Array.from({ length: 1300 }, () => ({ orderItem: item['@id'], qty: 1 })),
      });
      await receiver.until(1);
      expect(receiver.elements[0].data.shipmentItems).toEqual(shipment.shipmentItems);
    });
  });

  describe('a delivery that fails', () => {
    it('is tried again under the same id, later and later, and everything after it waits', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const hook = await webhook(tenant);
      receiver.answer = (response) => void response.writeHead(500).end('oh\0 no');
      const order = await tenant.make('/orders', { workspace, orderNumber: 'J-1' });
      await receiver.until(1);
      await tenant.put(order['@id'], { email: 'j@example.com' });
      await quiet();
      expect(receiver.received).toHaveLength(1);
      await eventually('the run is written', async () => (await runsOf(tenant, hook)).length === 1);
      expect(await runsOf(tenant, hook)).toMatchObject([
        {
          '@type': 'WorkflowRun',
          workflow: hook['@id'],
          status: 'failed',
          responseCode: 500,
          attempt: 1,
          elements: 1,
          errors: 'The answer was 500.',
          log: 'oh no',
        },
      ]);
      const written = (count: number) =>
        eventually('the run is written', async () => (await runsOf(tenant, hook)).length === count);
      later(10_000);
      await receiver.until(2);
      await written(2);
      later(40_000);
      await receiver.until(3);
      await written(3);
      receiver.answer = (response) => void response.writeHead(204).end();
      later(120_000);
      await receiver.until(5);
      const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
      expect(new Set(ids.slice(0, 4)).size).toBe(1);
      expect(ids[4]).not.toBe(ids[0]);
      expect(receiver.elements.map(({ event }: Body) => event)).toEqual([
        'create',
        'create',
        'create',
        'create',
        'update',
      ]);
      await written(5);
      const runs = await runsOf(tenant, hook);
      expect(runs.map((run) => [run.status, run.attempt, run.responseCode])).toEqual([
        ['failed', 1, 500],
        ['failed', 2, 500],
        ['failed', 3, 500],
        ['success', 4, 204],
        ['success', 1, 204],
      ]);
    });

    it('holds back its own item alone where requests go out at the same time', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      await webhook(tenant, { concurrency: 4 });
      receiver.answer = (response, { data }) =>
        void response.writeHead(data[0].data.orderNumber === 'bad' ? 400 : 200).end();
      const bad = await tenant.make('/orders', { workspace, orderNumber: 'bad' });
      await receiver.until(1);
      await tenant.put(bad['@id'], { email: 'bad@example.com' });
      for (let at = 0; at < 10; at++) await tenant.make('/orders', { workspace, orderNumber: `ok-${at}` });
      await eventually('the others arrive', () =>
        Array.from({ length: 10 }, (_, at) => `ok-${at}`).every((number) =>
          receiver.elements.some(({ data }: Body) => data.orderNumber === number),
        ),
      );
      expect(receiver.elements.filter(({ event }: Body) => event === 'update')).toEqual([]);
    });

    it('is dead after 24 hours, which the runs show, and what waited behind it goes on', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const grace = newAddress();
      const hook = await webhook(tenant, { notificationEmails: [grace] });
      receiver.answer = (response) => void response.writeHead(422).end();
      const order = await tenant.make('/orders', { workspace, orderNumber: 'K-1' });
      await tenant.put(order['@id'], { email: 'k@example.com' });
      await receiver.until(1);
      await eventually('the run is written', async () => (await runsOf(tenant, hook)).length === 1);
      receiver.answer = (response, { data }) =>
        void response.writeHead(data[0].event === 'create' ? 422 : 200).end();
      later(24 * HOUR + MINUTE);
      await receiver.until(3);
      await eventually('it is dead', async () => (await runsOf(tenant, hook)).length === 3);
      expect((await runsOf(tenant, hook)).map(({ status }) => status as string)).toEqual([
        'failed',
        'dead',
        'success',
      ]);
      const client = await again(tenant);
      const dead = await client.get(`${hook['@id']}/runs?status=dead`);
      expect(dead.body['hydra:totalItems']).toBe(1);
      await eventually('it is told', async () => (await sendMail(api)) >= 0 && postbox.to(grace).length > 0);
      const mails = postbox.to(grace).map(({ raw }) => partsOf(raw));
      expect(mails.map(({ subject }) => subject)).toEqual(['A webhook cannot be reached']);
      expect(mails[0]?.text).toContain('Its last answer was 422.');
      const to = new Date(Date.now() + HOUR).toISOString();
      const redelivered = await client.post(`${hook['@id']}/redeliver`, { from: '2020-01-01', to });
      expect(redelivered).toMatchObject({ status: 200, body: { queued: 2 } });
      receiver.answer = (response) => void response.writeHead(200).end();
      await receiver.until(5);
    });

    it('disables the webhook when the credentials are refused, and goes on when they are mended', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const [ada, bob] = [newAddress(), newAddress()];
      const hook = await webhook(tenant, {
        title: 'To https://evil.example/x',
        authType: 'basic',
        username: 'u',
        password: 'old',
        notificationEmails: [ada, 'nobody', bob, ada],
      });
      receiver.answer = (response) => void response.writeHead(401).end();
      const order = await tenant.make('/orders', { workspace, orderNumber: 'L-1' });
      await receiver.until(1);
      await eventually('it is disabled', async () => !(await tenant.get(hook['@id'])).body.enabled);
      await tenant.put(order['@id'], { email: 'l@example.com' });
      await quiet();
      expect(receiver.received).toHaveLength(1);
      for (const address of [ada, bob]) {
        await eventually(
          'it is told',
          async () => (await sendMail(api)) >= 0 && postbox.to(address).length > 0,
        );
        const [mail, ...more] = postbox.to(address).map(({ raw }) => partsOf(raw));
        expect(mail?.subject).toBe('A webhook has been switched off');
        expect(mail?.text).toContain('“To [link]”');
        expect(more).toEqual([]);
      }
      receiver.answer = (response) => void response.writeHead(200).end();
      expect((await tenant.put(hook['@id'], { password: 'new', enabled: true })).status).toBe(200);
      api.provider(WebhookWorker).wake();
      await receiver.until(2);
      await quiet();
      expect(receiver.received[1]?.headers['webhook-id']).toBe(receiver.received[0]?.headers['webhook-id']);
      // what happened while it was disabled is not told
      expect(receiver.received).toHaveLength(2);
    });
  });

  describe('a period', () => {
    it('gathers changes into requests of 500', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const hook = await webhook(tenant, { period: '5 minutes', event: 'update' });
      const order = await tenant.make('/orders', { workspace, orderNumber: 'M-1' });
      for (let at = 0; at < 520; at++)
        expect((await tenant.put(order['@id'], { email: `m${at}@example.com` })).status).toBe(200);
      await quiet();
      expect(receiver.received).toEqual([]);
      receiver.answer = (response, _, earlier) => void response.writeHead(earlier === 0 ? 503 : 200).end();
      later(6 * MINUTE);
      await receiver.until(1);
      await eventually('the run is written', async () => (await runsOf(tenant, hook)).length === 1);
      expect(receiver.received).toHaveLength(1);
      later(7 * MINUTE);
      await receiver.until(3);
      expect(receiver.received.map(({ data }) => data.length)).toEqual([500, 500, 20]);
      const [first, second, third] = receiver.received;
      expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
      expect(second?.raw).toBe(first?.raw);
      expect(third?.headers['webhook-id']).not.toBe(first?.headers['webhook-id']);
      const emails = [...(second?.data ?? []), ...(third?.data ?? [])].map(
        ({ data }: Body) => data.email as string,
      );
      expect(emails).toEqual(Array.from({ length: 520 }, (_, at) => `m${at}@example.com`));
    });
  });

  it('what has been told is forgotten after 14 days', async () => {
    const tenant = await api.tenant();
    const { workspace } = tenant;
    await webhook(tenant);
    await tenant.make('/orders', { workspace, orderNumber: 'Y-1' });
    await receiver.until(1);
    const [pk] = (await api.db().read('SELECT MAX(pk) FROM outbox_events', []))[0] as [number];
    const left = async (): Promise<number[]> => {
      const of = async (table: string, column: string): Promise<number> =>
        Number((await api.db().read(`SELECT COUNT(*) FROM ${table} WHERE ${column} = ?`, [pk]))[0]?.[0]);
      return [await of('outbox_events', 'pk'), await of('outbox_deliveries', 'eventPk')];
    };
    await deleteExpired(api.db(), OUTBOX_RETENTION, Date.now() + 13 * 24 * HOUR);
    expect(await left()).toEqual([1, 1]);
    await deleteExpired(api.db(), OUTBOX_RETENTION, Date.now() + 14 * 24 * HOUR + MINUTE);
    expect(await left()).toEqual([0, 0]);
    const [rest] = await api.db().read('SELECT COUNT(*) FROM outbox_rest', []);
    expect(Number(rest?.[0])).toBe(0);
  });

  describe('a webhook can be', () => {
    it('pinged', async () => {
      const tenant = await api.tenant();
      const hook = await webhook(tenant);
      const answer = await tenant.post(`${hook['@id']}/ping`);
      expect(documented.deviations('POST', '/workflows/{id}/ping', answer)).toEqual([]);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ status: 'success', responseCode: 200, elements: 0, log: '-1' });
      expect(receiver.received[0]?.raw).toBe('{"data":[]}');
      verify(receiver.received[0] as Received, hook.secret as string);
      expect((await tenant.get(`/workflow_runs/${answer.body.id}`)).body.messageId).toBe(
        receiver.received[0]?.headers['webhook-id'],
      );
      const stranger = await api.tenant();
      expect((await stranger.post(`${hook['@id']}/ping`)).status).toBe(404);
      const shop = await tenant.make('/workflows', {
        workspace: tenant.workspace,
        title: 'Shop',
        type: 'integration-shop',
      });
      expect((await tenant.post(`${shop['@id']}/ping`)).status).toBe(400);
    });

    it('told again of a span of time, under the same ids', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const hook = await webhook(tenant);
      await tenant.make('/orders', { workspace, orderNumber: 'N-1' });
      const [first] = await receiver.until(1);
      const redeliver = (body: unknown) => tenant.post(`${hook['@id']}/redeliver`, body);
      await eventually('it is delivered', async () => (await runsOf(tenant, hook)).length === 1);
      const from = new Date(Date.now() - MINUTE).toISOString();
      expect((await redeliver({ from, to: from })).body).toEqual({ queued: 0 });
      const redelivered = await redeliver({ from });
      expect(redelivered.body).toEqual({ queued: 1 });
      expect(documented.deviations('POST', '/workflows/{id}/redeliver', redelivered)).toEqual([]);
      const [, second] = await receiver.until(2);
      expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
      expect((await redeliver({})).body.violations).toMatchObject([{ propertyPath: 'from' }]);
      expect((await redeliver({ from: 'x', to: 1 })).body.violations).toHaveLength(2);
      const stranger = await api.tenant();
      expect((await stranger.post(`${hook['@id']}/redeliver`, { from })).status).toBe(404);
      expect((await stranger.get(`${hook['@id']}/runs`)).status).toBe(404);
    });
  });
}, LOCAL);
