import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Route } from 'playwright-core';
import { type Body, onEachApi, type TenantClient } from '../support/api.js';
import { hasBrowser, type Visit } from '../support/browser.js';
import { openDashboard } from '../support/dashboard.js';

/*
 * Every screen says in plain words that it has nothing to show, that it was not answered, and that it may not be seen. A new screen
 * is a line here.
 */

// a browser each, on a machine that may be busy
jest.setTimeout(180_000);

interface Screen {
  readonly path: string;
  /** What it says in a workspace that has nothing; undefined where there is something always. */
  readonly empty?: RegExp;
  /** It shows nothing that it has to ask for, beside who is there. */
  readonly asksNothing?: true;
}

const SCREENS: readonly Screen[] = [
  { path: 'overview', empty: /This workspace is empty/ },
  { path: 'shipments', empty: /No shipments yet/ },
  { path: 'shipments?originCarrier[]=usps', empty: /Nothing matches/ },
  { path: 'orders', empty: /No orders yet/ },
  { path: 'orders?fulfillmentStatus=partial', empty: /Nothing matches/ },
  { path: 'analytics', empty: /No shipments in this period/ },
  { path: 'imports', asksNothing: true },
  { path: 'developers', empty: /No clients yet/ },
  { path: 'developers?tab=store-tokens', empty: /No store tokens yet/ },
  { path: 'developers?tab=webhooks', empty: /No webhooks yet/ },
  { path: 'developers?tab=connect', asksNothing: true },
  { path: 'settings', asksNothing: true },
  { path: 'settings?tab=page', empty: /This workspace has no tracking page/ },
  { path: 'settings?tab=statuses' },
  { path: 'settings?tab=members', asksNothing: true },
  { path: 'settings?tab=account' },
];

/** What a screen needs to know who is there: it is answered as ever. */
const ACCOUNT = /^\/(?:app|oauth|users\/[\w-]+$|teams(?:$|\/[\w-]+\/members$)|workspaces$|\.well-known)/;

if (hasBrowser())
  onEachApi((api) => {
    let tenant: TenantClient;
    let shipment: Body;
    let order: Body;
    let visit: Visit;
    beforeAll(async () => {
      tenant = await api.tenant(['Empty shop', 'Full shop']);
      const workspace = `/workspaces/${tenant.workspaces[1]?.id}`;
      shipment = await tenant.make('/shipments', { workspace, trackingNumber: '1Z12345E0205271688' });
      order = await tenant.make('/orders', { workspace, orderNumber: 'W-1' });
      visit = await openDashboard(api, tenant);
    });
    afterAll(() => visit.close());

    const path = (screen: string, workspace = 0): string =>
      `${api.url()}/app/w/${tenant.workspaces[workspace]?.id}/${screen}`;
    const settled = async (): Promise<void> => {
      await visit.page.getByRole('heading', { level: 1 }).first().waitFor();
      await visit.page.waitForFunction('!document.querySelector("#main [aria-busy=true]")');
    };

    it('say what to do where there is nothing', async () => {
      for (const { path: screen, empty } of SCREENS) {
        if (!empty) continue;
        await visit.page.goto(path(screen));
        await visit.page.getByText(empty).first().waitFor();
        await settled();
      }
    });

    const failures = [
      { name: 'there is no connection', says: 'No connection', fail: (route: Route) => route.abort() },
      {
        name: 'the server fails',
        says: 'This did not work',
        fail: (route: Route) => route.fulfill({ status: 500, json: { 'hydra:description': 'Internal' } }),
      },
      {
        name: 'the role does not allow it',
        says: 'Not for you',
        fail: (route: Route) => route.fulfill({ status: 403, json: { 'hydra:description': 'Forbidden' } }),
      },
    ];

    describe.each(failures)('when $name', ({ says, fail }) => {
      beforeAll(async () => {
        await visit.page.route(
          ({ pathname }) => !ACCOUNT.test(pathname),
          (route) => (route.request().method() === 'GET' ? fail(route) : route.fallback()),
        );
      });
      afterAll(() => visit.page.unrouteAll({ behavior: 'ignoreErrors' }));

      it('every screen says so, and none goes on to look as if it loaded', async () => {
        const others = [`shipments/${shipment.id as string}`, `orders/${order.id as string}`];
        const silent: string[] = [];
        for (const { path: screen, asksNothing } of [
          ...SCREENS,
          ...others.map((each): Screen => ({ path: each })),
        ]) {
          if (asksNothing) continue;
          await visit.page.goto(path(screen, others.includes(screen) ? 1 : 0));
          const isSaid = await visit.page
            .getByRole('alert')
            .filter({ hasText: says })
            .first()
            .waitFor({ timeout: 20_000 })
            .then(settled)
            .then(
              () => true,
              () => false,
            );
          if (!isSaid) silent.push(screen);
        }
        expect(silent).toEqual([]);
      });
    });
  });
