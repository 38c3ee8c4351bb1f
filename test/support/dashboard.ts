import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createSignInCode } from '../../src/modules/identity/tenants/create-tenant.js';
import type { Api, TenantClient } from './api.js';
import { openBrowser, type Visit } from './browser.js';

/*
 * The dashboard in a browser. Before a test run in which a test imports this file, the global setup builds `web/dist` if
 * its sources have changed.
 */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Requests that were given up when a page was left, the refusals that tests are about, and axe's messages to the frame of a
 * preview, which may take none, are no complaints.
 */
export const isComplaint = (text: string): boolean =>
  !/failed$|status of 40[0349]|execute 'postMessage'/.test(text);

/** A browser in which the user of a tenant is signed in, as the demo's link does it. */
export async function openDashboard(api: Api, tenant: TenantClient): Promise<Visit> {
  const code = await api.db().transaction((transaction) => createSignInCode(tenant.userId, transaction));
  const visit = await openBrowser();
  await visit.page.goto(`${api.url()}/oauth/v2/session/demo/${code}`);
  await visit.page.getByRole('heading', { level: 1 }).waitFor();
  return visit;
}

/** What axe finds wrong with the page that is shown, in words. */
export async function accessibilityProblems({ page }: Visit): Promise<string[]> {
  // a script of ours would be refused by the policy, which the debugger stands above
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200)))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return JSON.parse(result.value as string) as string[];
}
