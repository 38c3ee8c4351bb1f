import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { insertRow } from '../../../src/core/database/insert.js';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { pkOf, allRows } from '../../support/all-rows.js';
import { onEachApi, type TenantClient } from '../../support/api.js';
import { newAddress } from '../../support/accounts.js';
import { cli } from '../../support/cli.js';
import { unique } from '../../support/one-of-each.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';

/** Somebody, in words that nobody else has. */
interface Customer {
  readonly email: string;
  readonly phoneNumber: string;
  readonly address: Readonly<Record<string, string>>;
}

const word = (): string => `Z${randomBytes(6).toString('hex')}`;

const newCustomer = (): Customer => ({
  email: newAddress(),
  phoneNumber: `+49151${String(Math.random()).slice(2, 10)}`,
  address: {
    firstName: `Fr${word()}`,
    lastName: `La${word()}`,
    company: `Co${word()}`,
    addressLine1: `Street ${word()}`,
    addressLine2: `Floor ${word()}`,
    city: `Town ${word()}`,
    postcode: word().slice(0, 9),
    state: `State ${word()}`,
    country: 'Germany',
    countryIso2: 'DE',
  },
});

const tracesOf = ({ email, phoneNumber, address }: Customer): string[] => {
  const parts = Object.entries(address).filter(([part]) => !part.startsWith('country'));
  return [email, phoneNumber, ...parts.map(([, value]) => value)].map((each) => each.toLowerCase());
};

onEachApi(
  (api) => {
    const receiver = receiverOfThisBlock();

    /** Which of the customer's words are in which tables. */
    async function traces(customer: Customer): Promise<string[]> {
      const found: string[] = [];
      for (const [table, rows] of Object.entries(await allRows(api.db()))) {
        const text = JSON.stringify(rows).toLowerCase();
        for (const each of tracesOf(customer)) if (text.includes(each)) found.push(`${table} ${each}`);
      }
      return found;
    }

    /** Everything that a shop and its tools leave of a customer. */
    async function leaveTraces(tenant: TenantClient, customer: Customer): Promise<string[]> {
      const { email, phoneNumber, address } = customer;
      const { workspace } = tenant;
      const full = `${address.firstName} ${address.lastName}`;
      receiver.answer = (response, { raw }) => void response.end(raw);
      const order = await tenant.make('/orders', {
        workspace,
        orderNumber: unique(),
        email,
        phoneNumber,
        shippingAddress: address,
        billingAddress: address,
        items: [{ productName: 'Tea', productQty: 2 }],
      });
      const shipment = await tenant.make('/shipments', {
        workspace,
        email: email.toUpperCase(),
        phoneNumber,
        address,
        trackingNumber: `TM102${randomBytes(4).toString('hex').toUpperCase()}1TM`,
        orders: [order['@id']],
      });
      // without an address of its own, by its order
      const linked = await tenant.make('/shipments', { workspace, address, orders: [order['@id']] });
      for (const item of [order, shipment])
        await tenant.make('/notes', {
          workspace,
          entity: item === order ? 'orders' : 'shipments',
          entityId: item.id,
          comment: `${full} called from ${phoneNumber}`,
        });
      await tenant.make('/suppressions', { workspace, channel: 'email', address: email });
      await tenant.make('/suppressions', { workspace, channel: 'sms', address: phoneNumber });
      await tenant.make('/saved_views', {
        workspace,
        name: 'One',
        query: `email=${encodeURIComponent(email)}`,
      });
      const page = await tenant.make('/tracking_pages', {
        workspace,
        title: 'Page',
        subdomain: word().toLowerCase(),
      });
      for (const filter of [{ email }, { id: [shipment.id] }])
        await tenant.make('/generate_tracking_page_link', { trackingPageId: page.id, filter });
      await tenant.post('/export', { entity: 'orders', workspaceId: workspace.split('/').pop(), params: '' });
      await tenant.put(shipment['@id'], { address: { ...address, firstName: address.firstName } });
      await keepMore(workspace, shipment.id as string, customer);
      return [order['@id'], shipment['@id'], linked['@id']] as string[];
    }

    /** What carriers, customers and workers write. */
    async function keepMore(workspace: string, shipmentId: string, customer: Customer): Promise<void> {
      const { email, phoneNumber, address } = customer;
      const full = `${address.firstName} ${address.lastName}`;
      const at = toStored(Date.now());
      const workspacePk = await pkOf(api.db(), 'workspaces', workspace.split('/').pop() ?? '');
      const shipmentPk = await pkOf(api.db(), 'shipments', shipmentId);
      const row = () => ({ id: randomUUID(), workspacePk, shipmentPk, createdAt: at });
      const dates = { occurredAt: at, dueAt: at, updatedAt: at };
      await api.db().transaction(async (t) => {
        await insertRow(t, 'checkpoints', {
          ...row(),
          checkpointDate: at,
          info: `Signed by ${full}`,
          location: 'Bonn',
        });
        await insertRow(t, 'reviews', { ...row(), totalScore: 5, comment: `From ${full}, ${address.city}` });
        await insertRow(t, 'messages', {
          ...{ ...row(), ...dates, event: 'shipped', occurrence: unique(), channel: 'email', status: 'sent' },
          ...{
            recipient: email,
            recipientKey: email,
            subject: full,
            text: `${full}, ${address.addressLine1}`,
          },
        });
        const importPk = await insertRow(t, 'imports', {
          ...{ id: randomUUID(), workspacePk, credential: 0, entity: 'orders', fileOriginalName: 'a.csv' },
          ...{ fileMimeType: 'text/csv', fileSize: 3, status: 'done', createdAt: at, updatedAt: at },
          errors: JSON.stringify([{ line: 1, message: `"${email}"` }]),
        });
        const cells = JSON.stringify([[email, address.city, full]]);
        const line = { importPk, workspacePk, line: 1, createdAt: at };
        await insertRow(t, 'import_refused_lines', { ...line, reason: phoneNumber, cells });
      });
    }

    it('leaves nothing of a customer in any table, and all of another', async () => {
      const tenant = await api.tenant();
      const stranger = await api.tenant();
      await tenant.make('/workflows', {
        type: 'webhook',
        title: 'Shop',
        period: 'immediately',
        enabled: true,
        url: receiver.url(),
        workspace: tenant.workspace,
      });
      const [customer, other] = [newCustomer(), newCustomer()];
      const items = await leaveTraces(tenant, customer);
      await leaveTraces(tenant, other);
      await leaveTraces(stranger, { ...other });
      await eventually(
        'webhooks were told, and their answers were kept',
        async () =>
          (
            await api
              .db()
              .read('SELECT 1 FROM workflow_runs WHERE log LIKE ?', [`%${customer.address.city}%`])
          ).length >= 2,
      );
      const tables = new Set((await traces(customer)).map((each) => each.split(' ')[0]));
      for (const table of [
        'orders',
        'shipments',
        'notes',
        'messages',
        'suppressions',
        'outbox_events',
        'reviews',
      ])
        expect([...tables]).toContain(table);
      const others = await traces(other);
      const args = [
        'customer:erase',
        '--workspace',
        tenant.workspace,
        '--email',
        customer.email.toUpperCase(),
      ];
      const erased = await cli([...args, '--json'], {
        DATABASE_URL: api.database.url(),
        ENCRYPTION_KEY: 'k'.repeat(32),
      });
      expect({ code: erased.code, stderr: erased.stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(erased.stdout)).toEqual({ orders: 1, shipments: 2 });
      expect(await traces(customer)).toEqual([]);
      for (const iri of items) {
        const { status, body } = await tenant.get(iri);
        expect({ status, email: body.email }).toEqual({ status: 200, email: null });
        expect(JSON.stringify(body)).toContain('DE');
      }
      // webhooks still hear of the change, without the person
      await eventually('the change was told', () =>
        Promise.resolve(
          receiver.elements.some(({ data }) => data['@id'] === items[0] && data.email === null),
        ),
      );
      expect(await traces(customer)).toEqual([]);
      const kept = new Set(await traces(other));
      const mayGo = /^(?:exports|file_pieces|workspace_changes|outbox_|idempotency)/;
      expect(others.filter((each) => !kept.has(each) && !mayGo.test(each))).toEqual([]);
      const log = await tenant.get(`/teams/${tenant.teamId}/audit_log?action=erase`);
      expect(log.body['hydra:member']).toMatchObject([{ entity: 'customers', title: null, itemId: null }]);
      const nobody = await cli([...args.slice(0, -1), newAddress()], { DATABASE_URL: api.database.url() });
      expect(nobody.stdout).toBe('Erased the customer from 0 orders and 0 shipments.\n');
    });
  },
  { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8', ENCRYPTION_KEY: 'k'.repeat(32) },
);
