import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { linkFor, newAddress } from '../support/accounts.js';
import { onEachApi } from '../support/api.js';
import { hasBrowser, openBrowser, type Visit } from '../support/browser.js';
import { isComplaint } from '../support/dashboard.js';

/*
 * What people do in the dashboard, from signing up to the settings, without a mouse: nothing here clicks, and nothing is focused
 * but by keys.
 */

// a browser each, on a machine that may be busy
jest.setTimeout(180_000);

const PASSWORD = 'correct horse battery';

/** Times that somebody presses Tab before they give up. */
const PATIENCE = 90;

/** Whether what is focused shows it: an outline, a shadow, or the border of a field. */
const FOCUS_IS_SEEN = `(() => {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return true;
  const shown = [activeElement, activeElement.parentElement].some((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  return shown || activeElement.matches('input, textarea') ? true : activeElement.outerHTML.slice(0, 200);
})()`;

if (hasBrowser())
  onEachApi(
    (api) => {
      let visit: Visit;
      beforeAll(async () => {
        visit = await openBrowser();
      });
      afterAll(() => visit.close());

      const press = async (...keys: readonly string[]): Promise<void> => {
        for (const key of keys) await visit.page.keyboard.press(key);
      };
      const isFocused = (target: Locator): Promise<boolean> =>
        target.evaluateAll((elements) =>
          elements.some((element) => element === element.ownerDocument.activeElement),
        );
      /** Presses Tab until something is focused, which can be seen at every step. */
      const tabTo = async (target: Locator, key = 'Tab'): Promise<void> => {
        await target.first().waitFor();
        for (let times = 0; times < PATIENCE && !(await isFocused(target)); times++) {
          await press(key);
          expect(await visit.page.evaluate(FOCUS_IS_SEEN)).toBe(true);
        }
        expect(await isFocused(target)).toBe(true);
      };
      const open = async (target: Locator): Promise<void> => {
        await tabTo(target);
        await press('Enter');
      };
      const write = async (field: Locator, text: string): Promise<void> => {
        await tabTo(field);
        await press('Control+a');
        await visit.page.keyboard.type(text);
      };
      const button = (name: string | RegExp): Locator =>
        visit.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
      const link = (name: string): Locator => visit.page.getByRole('link', { name, exact: true });
      const heading = (name: string | RegExp): Locator => visit.page.getByRole('heading', { name, level: 1 });
      /** To a screen, over the menu. */
      const go = async (screen: string): Promise<void> => {
        await tabTo(link(screen), (await isFocused(link(screen))) ? 'Tab' : 'Shift+Tab');
        await press('Enter');
        await heading(screen).waitFor();
      };

      it('signs up, confirms, signs in and makes a workspace with its first parcels', async () => {
        const { page } = visit;
        const email = newAddress();
        await page.goto(`${api.url()}/app/sign-up`);
        await write(page.getByLabel('E-mail address'), email);
        await press('Enter');
        await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
        await page.goto(`${api.url()}${new URL(await linkFor(api, email)).pathname}`);
        await write(page.getByLabel('Password'), PASSWORD);
        await press('Enter');
        await open(link('Open Waybill'));
        await write(page.getByLabel('E-mail address'), email);
        await write(page.getByLabel('Password'), PASSWORD);
        await press('Enter');
        await write(page.getByLabel('Name of your team'), 'Tea and co');
        await write(page.getByLabel('Name of the workspace'), 'Tea shop');
        await press('Enter');
        await page.getByRole('heading', { name: 'Begin here' }).waitFor();
        await open(button('Make test parcels'));
        await page.getByText('The test parcels are made.').waitFor();
      });

      it('leads over the menu to the content', async () => {
        const { page } = visit;
        await page.reload();
        await heading('Overview').waitFor();
        await open(link('Skip to the content'));
        await press('Tab');
        const isInside = await page.evaluate<boolean>(
          'document.querySelector("#main").contains(document.activeElement)',
        );
        expect(isInside).toBe(true);
      });

      it('filters, and gives the focus back where a filter was opened', async () => {
        const { page } = visit;
        await go('Shipments');
        await page.getByText('12 shipments', { exact: true }).waitFor();
        await open(button('Arrival'));
        await tabTo(page.getByRole('checkbox', { name: 'late', exact: true }));
        await press('Space');
        await page.waitForURL(/onTime\[\]=late/);
        await press('Escape');
        expect(await isFocused(button('Arrival'))).toBe(true);
        await open(button('Clear all filters'));
        await page.waitForURL(/shipments$/);
        await page.getByText('12 shipments', { exact: true }).waitFor();
        await tabTo(button(/^Delivered/), 'Shift+Tab');
        await press('Space');
        await page.waitForURL(/trackingStatus\[\]=delivered/);
        await page.getByText('1 shipment', { exact: true }).waitFor();
        await press('Space');
        await page.getByText('12 shipments', { exact: true }).waitFor();
        await press('/');
        expect(await isFocused(page.getByPlaceholder(/^Tracking numbers/))).toBe(true);
        await page.keyboard.type('TEST-3');
        await page.getByText('1 shipment', { exact: true }).waitFor();
        await press('Control+a', 'Delete');
        await page.getByText('12 shipments', { exact: true }).waitFor();
      });

      it('selects rows and does the same with all of them', async () => {
        const { page } = visit;
        await tabTo(page.getByRole('grid'));
        await press('j', 'x', 'j', 'x');
        await page.getByText('2 selected').waitFor();
        await open(button('Change status'));
        await page.getByRole('menuitem', { name: 'Processing', exact: true }).waitFor();
        await tabToItem('Processing');
        await press('Enter');
        await page.getByText(/^2 done\./).waitFor();
      });

      it('opens a parcel, and keeps the focus in a dialog until it ends', async () => {
        const { page } = visit;
        await tabTo(page.getByRole('grid'));
        await press('Home', 'Enter');
        await page.waitForURL(/shipments\/[\w-]{36}/);
        await open(button('Edit'));
        const dialog = page.getByRole('dialog');
        await dialog.waitFor();
        for (let times = 0; times < 30; times++) {
          await press('Tab');
          expect(
            await dialog.evaluate((element) => element.contains(element.ownerDocument.activeElement)),
          ).toBe(true);
        }
        await press('Escape');
        await dialog.waitFor({ state: 'detached' });
        expect(await isFocused(button('Edit'))).toBe(true);
        await open(button('Back'));
        await heading('Shipments').waitFor();
      });

      it('ships what is left of an order', async () => {
        const { page } = visit;
        await page.evaluate(`(async () => {
          const { access_token: token } = await (await fetch('/oauth/v2/session', { method: 'POST' })).json();
          const headers = { Authorization: 'Bearer ' + token, 'Content-Type': 'application/json' };
          const workspace = '/workspaces/' + location.pathname.split('/')[3];
          const items = [{ productName: 'Green tea', qty: 3, price: '4.50' }];
          const body = JSON.stringify({ workspace, orderNumber: 'KEYS-1', currency: 'EUR', items });
          await fetch('/orders', { method: 'POST', headers, body });
        })()`);
        await go('Orders');
        await link('KEYS-1').waitFor();
        await press('j');
        expect(await isFocused(link('KEYS-1'))).toBe(true);
        await press('Enter');
        await heading('KEYS-1').waitFor();
        await write(page.getByLabel('Quantity of Green tea'), '2');
        await open(button('Make the shipment'));
        await page.getByText('Partly shipped').waitFor();
      });

      it('imports a file', async () => {
        const { page } = visit;
        await go('Imports');
        const chooser = page.waitForEvent('filechooser');
        await open(button('Choose a file'));
        await (
          await chooser
        ).setFiles({
          name: 'parcels.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('Parcel\nKEYS00000001\nKEYS00000002\n'),
        });
        await tabTo(page.getByRole('combobox', { name: 'What the column Parcel is' }));
        await press('Enter');
        await page.getByRole('option', { name: 'Tracking number', exact: true }).waitFor();
        for (let times = 0; times < PATIENCE; times++) {
          const chosen = page
            .getByRole('option', { selected: true })
            .or(page.locator('[data-combobox-selected]'));
          if ((await chosen.allInnerTexts()).includes('Tracking number')) break;
          await press('ArrowDown');
        }
        await press('Enter');
        await open(button('Import'));
        await page.getByText(/^2 lines imported/).waitFor();
      });

      it('changes the settings', async () => {
        const { page } = visit;
        await go('Settings');
        await write(page.getByLabel('Name of the workspace'), 'Tea house');
        await press('Enter');
        await page.getByRole('button', { name: /^Tea house/ }).waitFor();
        await tabTo(page.getByRole('tab', { name: 'Workspace' }), 'Shift+Tab');
        await press('ArrowRight');
        await page.waitForURL(/tab=/);
        expect(visit.complaints.filter(isComplaint)).toEqual([]);
      });

      /** Down a menu to an item. */
      async function tabToItem(name: string): Promise<void> {
        const item = visit.page.getByRole('menuitem', { name, exact: true });
        for (let times = 0; times < PATIENCE && !(await isFocused(item)); times++) await press('ArrowDown');
        expect(await isFocused(item)).toBe(true);
      }
    },
    { TEST_ENDPOINTS: '1' },
  );
