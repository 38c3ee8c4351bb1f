import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi } from '../support/api.js';
import { hasBrowser, openBrowser, type Visit } from '../support/browser.js';
import { publicUrl } from '../support/public-url.js';

const PAGE =
  '<!doctype html><html lang="en"><title>Admin</title><div id="root"></div><script type="module" src="/admin.js"></script>';

const files = new Map([['/', { type: 'text/html; charset=utf-8', content: PAGE }]]);

/** The admin is where Waybill is, so its pages may ask it. */
const site = publicUrl(({ url = '', headers }, outgoing) => {
  const file = url === '/' && !headers.accept?.includes('text/html') ? undefined : files.get(url);
  if (!file) return false;
  outgoing.writeHead(200, { 'Content-Type': file.type }).end(file.content);
  return true;
});

(hasBrowser() ? describe : describe.skip)("API Platform's admin", () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'waybill-admin-'));
    await promisify(execFile)(process.execPath, ['test/clients/api-platform-admin/build.mjs', directory]);
    const content = await readFile(join(directory, 'admin.js'), 'utf8');
    files.set('/admin.js', { type: 'text/javascript', content });
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  onEachApi((api) => {
    let visit: Visit;
    beforeAll(async () => {
      site.forwardTo(api.url());
      visit = await openBrowser();
    });
    afterAll(() => visit.close());

    it('shows a change that was made elsewhere, without being loaded again', async () => {
      const tenant = await api.tenant();
      const { '@id': shipment } = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: 'ADMIN1',
        email: 'before@example.com',
      });
      const { page } = visit;
      await page.addInitScript(`sessionStorage.setItem('token', ${JSON.stringify(tenant.token)})`);
      // what changes before the hub has answered, nobody hears
      const listening = page.waitForResponse((answer) => {
        const { pathname, searchParams } = new URL(answer.url());
        return (
          pathname === '/.well-known/mercure' &&
          searchParams.get('topic')?.endsWith(shipment as string) === true
        );
      });
      await page.goto(`${site.url()}/#/shipments`);
      await page.getByText('before@example.com').first().waitFor({ timeout: 90_000 });
      expect((await listening).status()).toBe(200);
      const asked = (): number => visit.requests.filter((url) => url.includes('/shipments')).length;
      const before = asked();
      await tenant.put(shipment as string, { email: 'after@example.com' });
      await page.getByText('after@example.com').first().waitFor({ timeout: 90_000 });
      expect(await page.getByText('before@example.com').count()).toBe(0);
      expect(asked()).toBe(before);
    });
  }, site.env);
});
