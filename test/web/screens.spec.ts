import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { person } from '../support/accounts.js';
import { type Body, onEachApi, type TenantClient } from '../support/api.js';
import { hasBrowser, type Visit } from '../support/browser.js';
import { isComplaint, openDashboard } from '../support/dashboard.js';

// a browser each, on a machine that may be busy
jest.setTimeout(180_000);

if (hasBrowser())
  onEachApi(
    (api) => {
      let tenant: TenantClient;
      let parcel: Body;
      let order: Body;
      beforeAll(async () => {
        tenant = await api.tenant(['Main shop', 'Second shop']);
        const { workspace } = tenant;
        order = await tenant.make('/orders', { workspace, orderNumber: 'W-1', currency: 'EUR' });
        await tenant.make('/order_items', {
          order: order['@id'],
          productName: 'Green tea',
          qty: 3,
          price: '4.50',
        });
        parcel = await tenant.make('/shipments', {
          workspace,
          trackingNumber: '1Z12345E0205271688',
          orderNumbers: ['W-2'],
          email: 'ada@example.com',
          address: { firstName: 'Ada', lastName: 'Byron', city: 'London', countryIso2: 'GB' },
        });
        for (let n = 0; n < 5; n++)
          await tenant.make('/shipments', {
            workspace,
            trackingNumber: `RB12345678${n}X`,
            originCarrier: 'usps',
          });
      });

      const path = (screen: string): string =>
        `${api.url()}/app${tenant.workspace.replace('orkspaces', '')}/${screen}`;

      describe('the screens', () => {
        let visit: Visit;
        beforeAll(async () => {
          visit = await openDashboard(api, tenant);
        });
        afterAll(() => visit.close());

        const grid = () => visit.page.getByRole('grid');
        const row = (text: string) => visit.page.getByRole('row').filter({ hasText: text });

        it('keep the filters of shipments in the address, by the API’s own names', async () => {
          const { page } = visit;
          await page.goto(path('shipments?originCarrier[]=usps&order[trackingNumber]=asc'));
          await row('RB123456780X').waitFor();
          expect(await row('1Z12345E0205271688').count()).toBe(0);
          await page
            .getByPlaceholder('Tracking numbers, order numbers or e-mail')
            .fill('RB123456783X, RB123456784X');
          await page.waitForURL(/trackingNumber/);
          await row('RB123456780X').waitFor({ state: 'detached' });
          const query = new URL(page.url()).searchParams;
          expect(query.getAll('trackingNumber[]')).toEqual(['RB123456783X', 'RB123456784X']);
          expect(query.getAll('originCarrier[]')).toEqual(['usps']);
          const { body } = await tenant.get(`${tenant.workspace}/shipments?${query.toString()}`);
          expect(body['hydra:totalItems']).toBe(2);
          expect(await page.getByText('2 shipments').count()).toBeGreaterThan(0);
          await page.getByRole('columnheader', { name: 'Tracking number' }).getByRole('button').click();
          await page.waitForURL(/order\[trackingNumber\]=desc/);
        });

        it('save a view, which others see when it is shared', async () => {
          const { page } = visit;
          await page.goto(path('shipments?originCarrier[]=usps'));
          await row('RB123456780X').waitFor();
          const save = async (name: string, isShared: boolean): Promise<void> => {
            await page
              .getByRole('button', { name: /Views|Post/ })
              .first()
              .click();
            await page.getByRole('menuitem', { name: 'Save the filters as a view' }).click();
            await page.getByLabel('Name', { exact: true }).fill(name);
            if (isShared)
              await page
                .getByRole('switch', { name: 'Show it to everybody in the workspace' })
                .check({ force: true });
            await page.getByRole('button', { name: 'Save' }).click();
            await page.getByRole('dialog').waitFor({ state: 'detached' });
          };
          await save('Post, mine', false);
          await save('Post, ours', true);
          const { body } = await tenant.get(`${tenant.workspace}/saved_views?order[name]=asc`);
          expect(body['hydra:member']).toMatchObject([
            {
              name: 'Post, mine',
              shared: false,
              query: 'originCarrier[]=usps',
              user: `/users/${tenant.userId}`,
            },
            { name: 'Post, ours', shared: true },
          ]);
          await page.goto(path('shipments'));
          await row('1Z12345E0205271688').waitFor();
          await page.getByRole('button', { name: 'Views' }).click();
          await page.getByRole('menuitem', { name: 'Post, ours' }).first().click();
          await page.waitForURL(/originCarrier\[\]=usps/);
        });

        it('show a change as it happens, in its row, and what is new when asked', async () => {
          const { page } = visit;
          await page.goto(path('shipments'));
          await row('1Z12345E0205271688').waitFor();
          await page.getByRole('status', { name: 'Changes are shown as they happen' }).waitFor();
          await tenant.put(parcel['@id'], { address: { firstName: 'Grace', lastName: 'Hopper' } });
          await row('Grace Hopper').waitFor();
          await tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: 'RB999999999X' });
          await page.getByRole('button', { name: '1 new shipment – show it' }).click();
          await row('RB999999999X').waitFor();
        });

        it('are used with the keyboard: j, x and Enter', async () => {
          const { page } = visit;
          await page.goto(path('shipments?order[trackingNumber]=asc&trackingNumber[]=RB'));
          await row('RB123456780X').waitFor();
          await page.keyboard.press('j');
          await page.keyboard.press('j');
          await page.keyboard.press('x');
          await page.getByText('1 selected').waitFor();
          expect(await grid().locator('[aria-selected=true]').innerText()).toContain('RB123456781X');
          await page.keyboard.press('k');
          await page.keyboard.press('Enter');
          await page.getByRole('heading', { name: 'RB123456780X' }).waitFor();
          await page.keyboard.press('Control+k');
          await page.getByPlaceholder('Screens, tracking numbers, order numbers').fill('1Z12345E02');
          await page.getByRole('button', { name: /1Z12345E0205271688/ }).waitFor();
          await page.keyboard.press('ArrowDown');
          await page.keyboard.press('Enter');
          await page.getByRole('heading', { name: '1Z12345E0205271688' }).waitFor();
        });

        it('do the same with many, and say which could not be changed', async () => {
          const { page } = visit;
          const { workspace } = tenant;
          const [stale, good] = [
            await tenant.make('/shipments', { workspace, trackingNumber: 'BULK00000001' }),
            await tenant.make('/shipments', { workspace, trackingNumber: 'BULK00000002' }),
          ];
          await page.goto(path('shipments?trackingNumber[]=BULK0'));
          await row('BULK00000002').waitFor();
          await page.getByRole('checkbox', { name: 'Select all rows that are loaded' }).check();
          await tenant.delete(stale['@id']);
          await page.getByRole('button', { name: 'Change status' }).click();
          await page.getByRole('menuitem', { name: 'Processing', exact: true }).click();
          await page.getByText(/1 was not changed/).waitFor();
          expect((await tenant.get(good['@id'])).body.shipmentStatus.code).toBe('processing');
        });

        it('delete after a moment in which it can be undone', async () => {
          const { page } = visit;
          await page.goto(path('shipments?trackingNumber[]=BULK00000002'));
          await row('BULK00000002').getByRole('gridcell').first().click();
          await page.getByRole('button', { name: 'Delete' }).click();
          await row('BULK00000002').waitFor({ state: 'detached' });
          await page.getByRole('button', { name: 'Undo' }).click();
          await row('BULK00000002').waitFor();
          expect(
            (await tenant.get(`${tenant.workspace}/shipments?trackingNumber=BULK00000002`)).body,
          ).toMatchObject({
            'hydra:totalItems': 1,
          });
        });

        it('ship what is left of an order, and show the server’s refusal at the quantity', async () => {
          const { page } = visit;
          await page.goto(path(`orders/${order.id as string}`));
          const quantity = page.getByLabel('Quantity of Green tea');
          await quantity.fill('4');
          await page.getByRole('button', { name: 'Make the shipment' }).click();
          const field = page.locator('.mantine-NumberInput-root').filter({ has: quantity });
          await field.getByText(/available|left|quantity/i).waitFor();
          await quantity.fill('2');
          await page.getByRole('button', { name: 'Make the shipment' }).click();
          await page.getByText('Partly shipped').waitFor();
          expect((await tenant.get(order['@id'])).body).toMatchObject({ fulfillmentStatus: 'partial' });
        });

        it('import a file whose columns are chosen, and say which lines were refused', async () => {
          const { page } = visit;
          await page.goto(path('imports'));
          const file = 'Parcel,Mail\nIMPORT000001,ada@example.com\nIMPORT000002,nobody\n';
          await page
            .locator('input[type=file]')
            .setInputFiles({ name: 'parcels.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
          const choose = async (column: string, field: string): Promise<void> => {
            await page.getByRole('combobox', { name: `What the column ${column} is` }).click();
            await page.getByRole('option', { name: field, exact: true }).click();
          };
          await choose('Parcel', 'Tracking number');
          await choose('Mail', 'E-mail');
          await page.getByText('1 line may be wrong').waitFor();
          await page.getByRole('button', { name: 'Import', exact: true }).click();
          await page.getByText('1 line imported. 1 line refused.').waitFor();
          await page.getByText('Line 3:').waitFor();
          const { body } = await tenant.get(`${tenant.workspace}/shipments?trackingNumber=IMPORT00000`);
          expect(body['hydra:member']).toMatchObject([
            { trackingNumber: 'IMPORT000001', email: 'ada@example.com' },
          ]);
        });

        it('tell owners who has changed what, filtered by the API’s own names', async () => {
          const { page } = visit;
          const { workspace, teamId } = tenant;
          const url = 'https://hooks.example/stock';
          const hook = await tenant.make('/workflows', {
            workspace,
            type: 'webhook',
            title: 'Stock keeper',
            url,
          });
          await tenant.put(hook['@id'], { enabled: false });
          await page.goto(path('settings?tab=audit-log'));
          await row('Stock keeper').filter({ hasText: 'Fields: enabled' }).waitFor();
          const choose = async (filter: string, option: string): Promise<void> => {
            await page.getByRole('combobox', { name: filter }).click();
            await page.getByRole('option', { name: option, exact: true }).click();
          };
          await choose('What', 'Webhook');
          await page.waitForURL(/entity=workflows/);
          await choose('Action', 'Created');
          await page.waitForURL(/action=create/);
          await row('Fields: enabled').waitFor({ state: 'detached' });
          const query = new URL(page.url()).searchParams;
          query.delete('tab');
          const { body } = await tenant.get(`/teams/${teamId}/audit_log?${query.toString()}`);
          expect(body['hydra:member']).toMatchObject([{ itemId: hook.id, title: 'Stock keeper' }]);
          expect(await page.locator('tbody tr').count()).toBe(1);
          await page.getByRole('button', { name: 'Clear all filters' }).click();
          await row('Fields: enabled').waitFor();
          expect(new URL(page.url()).search).toBe('?tab=audit-log');
        });

        it('show nothing of another tenant’s workspace', async () => {
          const other = await api.tenant(['Secret shop']);
          await visit.page.goto(`${api.url()}/app/w/${other.workspaces[0]?.id}/shipments`);
          await visit.page.getByRole('heading', { name: 'Not found' }).waitFor();
          expect(await visit.page.content()).not.toContain('Secret shop');
        });

        it('show who may only read no button that would fail, and nothing when the role ends', async () => {
          const reader = await person(api);
          const team = `/teams/${tenant.teamId}`;
          const { db } = { db: api.db() };
          await db.transaction((transaction) =>
            transaction.run(
              `INSERT INTO memberships (userPk, teamPk, role, createdAt) SELECT u.pk, t.pk, 'read-only', ?
              FROM users u, teams t WHERE u.id = ? AND t.id = ?`,
              [transaction.moment, reader.id, tenant.teamId],
            ),
          );
          const guest = await openDashboard(api, { ...tenant, userId: reader.id });
          try {
            await guest.page.goto(path('shipments'));
            await guest.page.getByRole('row').filter({ hasText: '1Z12345E0205271688' }).click();
            await guest.page.getByRole('heading', { name: '1Z12345E0205271688' }).waitFor();
            expect(await guest.page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
            expect(await guest.page.getByRole('button', { name: 'Add note' }).count()).toBe(0);
            expect((await tenant.delete(`${team}/members/${reader.id}`)).status).toBe(204);
            await guest.page.goto(path('shipments'));
            await guest.page.getByRole('heading', { name: 'Not found' }).waitFor();
          } finally {
            await guest.close();
          }
        });

        it('complain of nothing, and ask no other host', () => {
          expect(visit.complaints.filter(isComplaint)).toEqual([]);
          expect(visit.requests.filter((url) => !url.startsWith(api.url()))).toEqual([]);
        });
      });
    },
    { TEST_ENDPOINTS: '1' },
  );
