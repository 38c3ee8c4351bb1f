import { randomBytes } from 'node:crypto';
import { afterEach, expect, it } from '@jest/globals';
import { Eraser } from '../../../src/modules/erasure/eraser.js';
import { MailService } from '../../../src/modules/mail/mail.service.js';
import { WebhookWorker } from '../../../src/modules/webhooks/webhook-worker.js';
import { newAddress, person } from '../../support/accounts.js';
import { allRows } from '../../support/all-rows.js';
import { onEachApi, type Body, type TenantClient } from '../../support/api.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';

const DAY = 86_400_000;

/** A name that nobody else has. */
const newName = (): string => `Lovelace${randomBytes(6).toString('hex')}`;

onEachApi(
  (api) => {
    const receiver = receiverOfThisBlock();
    afterEach(() => api.setTime(undefined));
    const erase = (): Promise<void> => api.provider(Eraser).erase();
    const rowsOf = async (table: string, { workspaces }: TenantClient): Promise<number> =>
      (
        await api
          .db()
          .read(`SELECT 1 FROM ${table} x WHERE x.workspacePk = (SELECT pk FROM workspaces WHERE id = ?)`, [
            workspaces[0]?.id ?? '',
          ])
      ).length;
    const isAnywhere = async (text: string): Promise<boolean> =>
      JSON.stringify(await allRows(api.db()))
        .toLowerCase()
        .includes(text.toLowerCase());
    const webhook = (tenant: TenantClient): Promise<Body> =>
      tenant.make('/workflows', {
        type: 'webhook',
        title: 'Shop',
        period: 'immediately',
        enabled: true,
        url: receiver.url(),
        workspace: tenant.workspace,
      });
    const pageOf = async (tenant: TenantClient): Promise<string> =>
      (
        await tenant.make('/tracking_pages', {
          workspace: tenant.workspace,
          title: 'Page',
          subdomain: newName().toLowerCase(),
        })
      ).id as string;
    const key = (name: string) => ({ 'idempotency-key': name });
    /** A person in everything that keeps something of it. */
    const trace = async (tenant: TenantClient, email: string, lastName: string) => {
      receiver.answer = (response, { raw }) => void response.end(raw);
      await webhook(tenant);
      const { workspace } = tenant;
      const page = await pageOf(tenant);
      const order = await tenant.post(
        '/orders',
        { workspace, orderNumber: 'E-1', email, billingAddress: { lastName } },
        key('order'),
      );
      const shipment = await tenant.post(
        '/shipments',
        { workspace, email, trackingNumber: 'TM102HELLO1TM', address: { lastName } },
        key('shipment'),
      );
      expect([order.status, shipment.status]).toEqual([201, 201]);
      for (const filter of [{ email }, { id: [shipment.body.id] }, { trackingNumber: 'TM102HELLO1TM' }])
        expect(
          (await tenant.post('/generate_tracking_page_link', { trackingPageId: page, filter })).status,
        ).toBe(201);
      await eventually(
        'answers were kept',
        async () =>
          (await api.db().read('SELECT 1 FROM workflow_runs WHERE log LIKE ?', [`%${email}%`])).length >= 2,
      );
      return { order: order.body, shipment: shipment.body };
    };
    const queuedFor = async (email: string): Promise<number> => {
      const rows = await api.db().read('SELECT content FROM mails', []);
      const mails = await Promise.all(
        rows.map(([content]) => api.provider(MailService).open(content as string)),
      );
      return mails.filter((mail) => mail?.to === email).length;
    };
    const told = () =>
      eventually('all were told', async () => {
        api.provider(WebhookWorker).wake();
        return (await api.db().read('SELECT 1 FROM outbox_deliveries WHERE state = 0', [])).length === 0;
      });

    it('who is deleted with an order and a shipment is nowhere any more', async () => {
      const tenant = await api.tenant();
      const [email, lastName] = [newAddress(), newName()];
      const { order, shipment } = await trace(tenant, email, lastName);
      expect(await isAnywhere(email)).toBe(true);
      expect(await rowsOf('tracking_page_links', tenant)).toBe(3);
      await tenant.delete(shipment['@id']);
      await tenant.delete(order['@id']);
      const sent = {
        workspace: tenant.workspace,
        orderNumber: 'E-1',
        email,
        billingAddress: { lastName },
      };
      const again = await tenant.post('/orders', sent, key('order'));
      expect([again.status, JSON.stringify(again.body)]).toEqual([410, expect.not.stringContaining(email)]);
      await told();
      // the webhook has heard of it
      expect(receiver.elements.filter(({ event }) => event === 'delete').map(({ entity }) => entity)).toEqual(
        ['shipments', 'orders'],
      );
      await erase();
      expect(await isAnywhere(email)).toBe(false);
      expect(await isAnywhere(lastName)).toBe(false);
      const [events, links, left] = await Promise.all(
        ['outbox_events', 'tracking_page_links', 'erasures'].map((table) => rowsOf(table, tenant)),
      );
      expect([events, links, left]).toEqual([0, 0, 0]);
    });

    it('whose address is taken from an item is gone where it was kept; what others have of it stays', async () => {
      const tenant = await api.tenant();
      const [email, other, lastName] = [newAddress(), newAddress(), newName()];
      const { shipment, order } = await trace(tenant, email, lastName);
      const kept = await tenant.make('/shipments', { workspace: tenant.workspace, email: other });
      await tenant.post('/generate_tracking_page_link', {
        trackingPageId: await pageOf(tenant),
        filter: { email: other },
      });
      const nobody = { email: null, phoneNumber: null };
      await tenant.put(shipment['@id'], { ...nobody, address: { lastName: null } });
      await tenant.put(order['@id'], { ...nobody, billingAddress: { lastName: null } });
      await told();
      await erase();
      expect(await isAnywhere(email)).toBe(false);
      expect(await isAnywhere(lastName)).toBe(false);
      expect(await isAnywhere(other)).toBe(true);
      expect(await rowsOf('tracking_page_links', tenant)).toBeGreaterThanOrEqual(1);
      expect((await tenant.get(kept['@id'])).body.email).toBe(other);
      expect((await tenant.get(shipment['@id'])).status).toBe(200);
    });

    it('what no webhook has been told of waits two days at most', async () => {
      const tenant = await api.tenant();
      const email = newAddress();
      receiver.answer = (response) => void response.writeHead(500).end();
      await webhook(tenant);
      const shipment = await tenant.make('/shipments', { workspace: tenant.workspace, email });
      await tenant.delete(shipment['@id']);
      await erase();
      expect(await isAnywhere(email)).toBe(true);
      api.setTime(Date.now() + 2 * DAY + 60_000);
      await erase();
      expect(await isAnywhere(email)).toBe(false);
    });

    it('a team that is deleted leaves nothing of anybody', async () => {
      const tenant = await api.tenant();
      const [email, lastName] = [newAddress(), newName()];
      await trace(tenant, email, lastName);
      expect((await tenant.post('/export', { entity: 'shipments' })).status).toBeLessThan(300);
      const [[workspacePk]] = (await api
        .db()
        .read('SELECT pk FROM workspaces WHERE id = ?', [tenant.workspaces[0]?.id ?? ''])) as unknown as [
        [number],
      ];
      expect((await tenant.delete(`/teams/${tenant.teamId}`)).status).toBe(204);
      expect(await isAnywhere(email)).toBe(false);
      expect(await isAnywhere(lastName)).toBe(false);
      const tables = ['outbox_events', 'outbox_subscriptions', 'idempotency_keys', 'tracking_page_links'];
      for (const table of [...tables, 'workflow_runs', 'exports', 'imports', 'change_marks', 'erasures']) {
        const rows = await api.db().read(`SELECT 1 FROM ${table} WHERE workspacePk = ?`, [workspacePk]);
        expect([table, rows]).toEqual([table, []]);
      }
      const exported = await api.db().read('SELECT 1 FROM exports WHERE workspacePk IS NULL', []);
      expect(exported).toEqual([]);
    });

    it('keys of repeated requests go after a day, and their answers are encrypted until then', async () => {
      const tenant = await api.tenant();
      const sent = { name: 'Program' };
      const made = await tenant.post('/oauth_clients', sent, key('client'));
      expect(made.status).toBe(201);
      const again = await tenant.post('/oauth_clients', sent, key('client'));
      expect([again.status, again.body.id, again.body.secret]).toEqual([201, made.body.id, null]);
      const [row] = await api.db().read("SELECT answer FROM idempotency_keys WHERE name = 'client'", []);
      expect(row?.[0]).toMatch(/^v1:[0-9a-f]{8}:[\w-]+$/);
      api.setTime(Date.now() + DAY + 60_000);
      const { idempotency } = api.provider(Eraser) as unknown as { idempotency: { clean(): Promise<void> } };
      await idempotency.clean();
      expect(await api.db().read('SELECT 1 FROM idempotency_keys', [])).toEqual([]);
    });

    it('users delete themselves, and mail that waits for them', async () => {
      const email = newAddress();
      const ada = await person(api, email);
      await ada.post('/oauth_clients', { name: 'Program' }, key('program'));
      const mail = { to: email, subject: 'S', text: 'T', html: 'H' };
      await api.db().transaction(async (transaction) => {
        await api.provider(MailService).queue(transaction, mail);
        // nobody sends it meanwhile
        await transaction.run("UPDATE mails SET dueAt = '2100-01-01 00:00:00.000000'");
      });
      expect(await queuedFor(email)).toBeGreaterThanOrEqual(1);
      const others = await person(api);
      expect((await others.delete(`/users/${ada.id}`)).status).toBe(404);
      expect((await ada.delete(`/users/${ada.id}`)).status).toBe(204);
      await eventually('the token ended', async () => (await ada.get('/teams')).status === 401);
      await erase();
      expect(await isAnywhere(email)).toBe(false);
      expect(await queuedFor(email)).toBe(0);
      expect((await person(api, email)).id).toEqual(expect.any(String));
    });

    it('the last owner of a team does not go before it, and no program deletes its user', async () => {
      const ada = await person(api);
      const team = await ada.post('/teams', { name: 'Analytical' });
      const kept = await ada.delete(`/users/${ada.id}`);
      expect([kept.status, kept.body.violations[0].propertyPath]).toEqual([400, 'teams']);
      expect((await ada.delete(team.body['@id'])).status).toBe(204);
      expect((await ada.delete(`/users/${ada.id}`)).status).toBe(204);
      const tenant = await api.tenant();
      expect((await tenant.delete(`/users/${tenant.userId}`)).status).toBe(403);
    });
  },
  { TEST_ENDPOINTS: '1', WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8' },
);
