import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { linkFor, newAddress } from '../support/accounts.js';
import { onEachApi } from '../support/api.js';
import { hasBrowser, openBrowser, type Visit } from '../support/browser.js';
import { isComplaint } from '../support/dashboard.js';

// a browser each, on a machine that may be busy
jest.setTimeout(180_000);

const PASSWORD = 'correct horse battery';

if (hasBrowser())
  onEachApi(
    (api) => {
      let visit: Visit;
      beforeAll(async () => {
        visit = await openBrowser();
      });
      afterAll(() => visit.close());

      it('leads from nothing over the mailbox to a workspace with its first shipments', async () => {
        const { page } = visit;
        const email = newAddress();
        await page.goto(`${api.url()}/app`);
        await page.getByRole('link', { name: 'Create an account' }).click();
        await page.getByLabel('E-mail address').fill(email);
        await page.getByRole('button', { name: 'Send me the link' }).click();
        await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
        await page.goto(`${api.url()}${new URL(await linkFor(api, email)).pathname}`);
        await page.getByLabel('Password').fill(PASSWORD);
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByRole('link', { name: 'Open Waybill' }).click();
        await page.getByLabel('E-mail address').fill(email);
        await page.getByLabel('Password').fill(PASSWORD);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByLabel('Name of your team').fill('Tea and co');
        await page.getByLabel('Name of the workspace').fill('Tea shop');
        await page.getByRole('button', { name: 'Create the workspace' }).click();
        await page.getByRole('heading', { name: 'Begin here' }).waitFor();
        await page.getByRole('button', { name: 'Make test parcels' }).click();
        await page.getByText('The test parcels are made.').waitFor();
        await page.getByRole('link', { name: 'Shipments', exact: true }).first().click();
        await page.getByText('12 shipments', { exact: true }).waitFor();
        await page.getByRole('row').nth(1).click();
        await page.getByRole('heading', { level: 1, name: /^TM\d{3}\w+TM$/ }).waitFor();
      });

      it('shows a store token once, with which the store opens', async () => {
        const { page } = visit;
        await page.getByRole('link', { name: 'Developers' }).click();
        await page.getByRole('tab', { name: 'Store tokens' }).click();
        await page.getByLabel('What it is for').fill('Warehouse app');
        await page.getByRole('button', { name: 'Make token' }).click();
        const url = (await page.getByRole('group', { name: 'Address of the store' }).innerText()).trim();
        const token = (await page.getByRole('group', { name: 'X-Auth-Token' }).innerText()).trim();
        const { pathname } = new URL(url);
        const opened = await api
          .anonymous()
          .get(`${pathname}/time`, { 'x-auth-token': token, accept: 'application/json' });
        expect(opened.status).toBe(200);
        await page.getByRole('button', { name: 'I have it' }).click();
        await page.getByRole('cell', { name: 'Warehouse app' }).waitFor();
        expect(await page.content()).not.toContain(token);
        expect(visit.complaints.filter(isComplaint)).toEqual([]);
      });
    },
    { TEST_ENDPOINTS: '1' },
  );
