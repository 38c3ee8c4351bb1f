import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Route } from 'playwright-core';
import { person } from '../support/accounts.js';
import { onEachApi, type TenantClient } from '../support/api.js';
import { hasBrowser, type Visit } from '../support/browser.js';
import { accessibilityProblems, openDashboard } from '../support/dashboard.js';

// a browser each, on a machine that may be busy
jest.setTimeout(300_000);

interface Screen {
  /** Its address below that of the workspace. */
  readonly at: string;
  /** What it says where nothing has happened yet. */
  readonly empty: readonly string[];
  /** It asks the API for nothing before something is done, so that it looks the same when the API is away. */
  readonly asksNothing?: boolean;
}

const SCREENS: readonly Screen[] = [
  {
    at: 'overview',
    empty: ['Begin here', 'Nothing is late, and nothing is likely to be.', 'No shipments in this period.'],
  },
  { at: 'shipments', empty: ['No shipments yet'] },
  { at: 'orders', empty: ['No orders yet'] },
  { at: 'analytics', empty: ['No shipments in this period.'] },
  { at: 'imports', empty: ['Drop a CSV file here'], asksNothing: true },
  { at: 'developers', empty: ['New client'] },
  { at: 'developers?tab=store-tokens', empty: ['No store tokens yet.'] },
  { at: 'developers?tab=webhooks', empty: ['No webhooks yet.'] },
  { at: 'developers?tab=connect', empty: ['WooCommerce'], asksNothing: true },
  { at: 'settings', empty: ['Name of the workspace'], asksNothing: true },
  { at: 'settings?tab=page', empty: ['No tracking page yet'] },
  { at: 'settings?tab=messages', empty: ['Everybody gets messages.'] },
  {
    at: 'settings?tab=messages&event=shipped',
    empty: ['There is no shipment yet with which a message could be shown.'],
  },
  { at: 'settings?tab=statuses', empty: ['New status'] },
  { at: 'settings?tab=members', empty: ['Invite somebody'] },
  { at: 'settings?tab=audit-log&action=erase', empty: ['No entry has all that is asked for.'] },
  { at: 'settings?tab=account', empty: ['Where you are signed in'] },
];

/** Names of what somebody who may only read presses or fills in, by screen: it filters, copies, or is about their own account. */
const HARMLESS: Readonly<Record<string, RegExp>> = {
  shipments:
    /^(?:Views|Columns|Copy as a request or a link|[\w ]+\n\d+|Tracking numbers, order numbers or e-mail|Carrier|Destination|Origin|Arrival|Days in transit|Days idle|Dates|Tracking number|Tracking status|Order|Customer|Expected|Last change)$/,
  orders: /^(?:All|Not shipped|Partly shipped|Shipped|Order number)$/,
  analytics: /^(?:Export CSV|\d+ days)$/,
  'developers?tab=webhooks': /^Deliveries$/,
  'developers?tab=connect': /^Copy: /,
  'settings?tab=messages&event=shipped': /^(?:All events|E-mail|Text message)$/,
  'settings?tab=account': /^(?:First name|Last name|Save|Sign out everywhere)$/,
  'shipments/': /^Back$/,
  'orders/': /^Back$/,
};

if (hasBrowser())
  onEachApi(
    (api) => {
      let tenant: TenantClient;
      /** Screens of the workspace in which something has happened. */
      let screens: readonly Pick<Screen, 'at' | 'asksNothing'>[];
      let visit: Visit;

      beforeAll(async () => {
        tenant = await api.tenant(['Main shop', 'Empty shop']);
        const { workspace } = tenant;
        const order = await tenant.make('/orders', { workspace, orderNumber: 'W-1', currency: 'EUR' });
        await tenant.make('/order_items', { order: order['@id'], productName: 'Green tea', qty: 3 });
        const parcel = await tenant.make('/shipments', {
          workspace,
          trackingNumber: 'RB123456780X',
          orderNumbers: ['W-2'],
          email: 'ada@example.com',
        });
        await tenant.make('/workflows', {
          workspace,
          type: 'webhook',
          title: 'Stock',
          url: 'http://127.0.0.1/hook',
        });
        await tenant.make('/statuses', { workspace, entity: 'shipments', title: 'Packed', code: 'packed' });
        screens = [...SCREENS, { at: `shipments/${parcel.id}` }, { at: `orders/${order.id}` }];
        visit = await openDashboard(api, tenant);
        await visit.page.emulateMedia({ reducedMotion: 'reduce' });
      });
      afterAll(() => visit.close());
      afterEach(() => visit.page.unrouteAll({ behavior: 'ignoreErrors' }));

      const home = (shop = 0): string => `${api.url()}/app/w/${tenant.workspaces[shop]?.id}`;

      /** Opens a screen and waits until nothing of it is on its way any more. */
      async function look(page: Page, address: string): Promise<string> {
        await page.goto(address);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page
          .locator('main :is([aria-busy=true], .mantine-Skeleton-root)')
          .first()
          .waitFor({ state: 'detached' });
        return page.locator('main').innerText();
      }

      /** Answers every request for data in this way, but those for who is there and in which workspaces. */
      async function breakApi(page: Page, fail: (route: Route) => Promise<void>): Promise<void> {
        let hasRole = false;
        await page.route(`${api.url()}/**`, (route) => {
          const request = route.request();
          const { pathname, searchParams } = new URL(request.url());
          if (request.isNavigationRequest()) hasRole = false;
          const isAccount =
            pathname === `/users/${tenant.userId}` ||
            (/^\/(?:teams|workspaces)$/.test(pathname) && searchParams.get('itemsPerPage') === '100') ||
            (pathname === `/teams/${tenant.teamId}/members` && !hasRole);
          if (pathname.endsWith('/members')) hasRole = true;
          return isAccount || /^\/(?:app|oauth|\.well-known)\b/.test(pathname)
            ? route.fallback()
            : fail(route);
        });
      }

      const answer =
        (status: number) =>
        (route: Route): Promise<void> =>
          route.fulfill({ status, contentType: 'application/problem+json', body: '{"title":"An error"}' });

      /** What axe finds on the screen that is shown, with its address. */
      const problemsAt = async (of: Visit, at: string): Promise<readonly string[]> =>
        (await accessibilityProblems(of)).map((problem) => `${at}: ${problem}`);

      it('say what is to be done in a workspace in which nothing has happened', async () => {
        const found: string[] = [];
        for (const { at, empty } of SCREENS) {
          const text = await look(visit.page, `${home(1)}/${at}`);
          for (const words of empty)
            if (!text.includes(words)) found.push(`${at} does not say “${words}”: ${text}`);
          found.push(...(await problemsAt(visit, at)));
        }
        expect(found).toEqual([]);
      });

      it('lead on from a workspace without a tracking page', async () => {
        const { page } = visit;
        await look(page, `${home(1)}/settings?tab=page`);
        await page.getByRole('button', { name: 'Make the tracking page' }).click();
        await page.getByLabel('Name of the shop on the page').waitFor();
        const { body } = await tenant.get(`/workspaces/${tenant.workspaces[1]?.id}`);
        const made = await tenant.get(body.defaultTrackingPage);
        expect(made.body).toMatchObject({ title: 'Empty shop', usedByDefault: true });
      });

      it.each([
        ['the server cannot answer', answer(503), 'This did not work'],
        ['the role has ended meanwhile', answer(403), 'Not for you'],
        ['there is no connection', (route: Route) => route.abort('internetdisconnected'), 'No connection'],
      ] as const)('say in words that %s', async (_, fail, words) => {
        const found: string[] = [];
        await breakApi(visit.page, fail);
        for (const { at, asksNothing = false } of screens) {
          const text = await look(visit.page, `${home()}/${at}`);
          if (text.includes(words) === asksNothing) found.push(`${at}: ${text}`);
          // the words differ, and not what is around them
          if (words === 'No connection') found.push(...(await problemsAt(visit, at)));
        }
        expect(found).toEqual([]);
      });

      it('come when they are asked for again', async () => {
        const { page } = visit;
        await breakApi(page, answer(503));
        for (const [at, words] of [
          ['shipments', 'RB123456780X'],
          ['orders', 'W-1'],
          ['analytics', 'All figures'],
          ['settings?tab=statuses', 'packed'],
        ] as const) {
          await breakApi(page, answer(503));
          await look(page, `${home()}/${at}`);
          await page.unrouteAll();
          await page.getByRole('button', { name: 'Try again' }).first().click();
          await page.getByText(words).first().waitFor();
        }
      });

      it('say so where the session or the account cannot be read, and come when they can', async () => {
        const { page } = visit;
        for (const path of ['oauth/v2/session', `users/${tenant.userId}`]) {
          await page.route(`${api.url()}/${path}`, answer(503));
          await page.goto(`${home()}/shipments`);
          await page.getByRole('heading', { name: 'This did not work' }).waitFor();
          expect(await problemsAt(visit, path)).toEqual([]);
          await page.unrouteAll();
          await page.getByRole('button', { name: 'Try again' }).click();
          await page.getByText('RB123456780X').waitFor();
        }
      });

      it('stay where they are without a connection, and are opened once it is back', async () => {
        const { page } = visit;
        const context = page.context();
        await look(page, `${home()}/settings`);
        // what lies over every screen is there some seconds after the first one
        const isLoaded = (file: string): Promise<boolean> =>
          page.evaluate<boolean>(
            `performance.getEntriesByType('resource').some(({ name, responseEnd }) => responseEnd > 0 && name.includes('/${file}-'))`,
          );
        for (const file of ['toasts', 'palette', 'confirm-dialog'])
          for (let tries = 0; tries < 200 && !(await isLoaded(file)); tries++) await pause(100);
        await context.setOffline(true);
        try {
          await page.getByText('You are offline. What you see may be out of date.').waitFor();
          await page.getByLabel('Name of the workspace').fill('Tea shop');
          await page.getByRole('button', { name: 'Save' }).click();
          await page.getByText('The server cannot be reached. Please check your connection.').waitFor();
          expect(await page.getByLabel('Name of the workspace').inputValue()).toBe('Tea shop');
          await page.keyboard.press('Control+k');
          await page.getByPlaceholder('Screens, tracking numbers, order numbers').waitFor();
          await page.keyboard.press('Escape');
          // a screen whose files have never been loaded
          await page.getByRole('link', { name: 'Analytics' }).click();
          await page.getByRole('heading', { name: 'No connection' }).waitFor();
          expect(await problemsAt(visit, 'analytics')).toEqual([]);
        } finally {
          await context.setOffline(false);
        }
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.getByRole('heading', { name: 'Analytics' }).waitFor();
      });

      describe('for somebody who may only read', () => {
        let reader: Visit;
        const refused: string[] = [];
        beforeAll(async () => {
          const { id } = await person(api);
          await api.db().transaction((transaction) =>
            transaction.run(
              `INSERT INTO memberships (userPk, teamPk, role, createdAt) SELECT u.pk, t.pk, 'read-only', ?
               FROM users u, teams t WHERE u.id = ? AND t.id = ?`,
              [transaction.moment, id, tenant.teamId],
            ),
          );
          reader = await openDashboard(api, { ...tenant, userId: id });
          await reader.page.emulateMedia({ reducedMotion: 'reduce' });
          // answers that come late are waited for on every screen
          await reader.page.route(`${api.url()}/**`, async (route) => {
            await pause(200);
            await route.fallback();
          });
          reader.page.on('response', (response) => {
            if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
          });
        });
        afterAll(() => reader.close());

        /** Names of what can be pressed or filled in. */
        const controls = (): Promise<readonly string[]> =>
          reader.page.evaluate<
            readonly string[]
          >(`[...document.querySelectorAll('main :is(button, input, textarea, select)')]
            .filter((each) => !each.matches(':disabled') && !each.readOnly && each.role !== 'tab' && each.type !== 'hidden')
            .map((each) => (each.ariaLabel || each.labels?.[0]?.innerText || each.innerText || each.placeholder || each.type).trim())`);

        it('show no control that would be refused, and ask for nothing that is', async () => {
          const found: string[] = [];
          for (const address of [...screens.map(({ at }) => `${home()}/${at}`), `${home(1)}/overview`]) {
            const at = address.replace(/^.*\/app\/w\/[^/]+\//, '');
            await look(reader.page, address);
            const harmful = (await controls()).filter(
              (name) => !(HARMLESS[at.replace(/\/.*/, '/')] ?? /^$/).test(name),
            );
            if (harmful.length > 0) found.push(`${at}: ${harmful.join(', ')}`);
            found.push(...(await problemsAt(reader, at)));
          }
          expect([...found, ...refused]).toEqual([]);
        });

        it.each([
          ['imports', 'Your role in this team does not allow it. Ask an owner or an admin.'],
          [
            'developers?tab=store-tokens',
            'Owners and admins of the team make store tokens. Ask one of them.',
          ],
          [
            'settings?tab=audit-log',
            'Owners and admins of the team see who has changed what. Ask one of them.',
          ],
        ])('say at %s whom to ask', async (at, words) => {
          expect(await look(reader.page, `${home()}/${at}`)).toContain(words);
        });
      });
    },
    { TEST_ENDPOINTS: '1', WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8' },
  );
