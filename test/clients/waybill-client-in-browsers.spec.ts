import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { onEachApi, type TenantClient } from '../support/api.js';
import { hasBrowser, openBrowser, type Visit } from '../support/browser.js';
import { CLIENT } from '../support/built-client.js';

// a browser starts
jest.setTimeout(60_000);

/** What a page says that has the client as a module. */
interface Account {
  readonly made: readonly string[];
  readonly listed: readonly string[];
  readonly lines: readonly number[];
  readonly heard: readonly string[];
  readonly heardAfterwards: string;
  readonly refusals: readonly string[];
  readonly hasRequestId: boolean;
}

/** The page's own script: the client as a browser loads it, from another origin than the server's. */
const SCRIPT = `
  import { Waybill } from '/client/index.js';
  window.run = async ({ url, clientId, clientSecret, workspace }) => {
    const waybill = new Waybill({ url, clientId, clientSecret });
    const made = [];
    for (const trackingNumber of ['TAB1', 'TAB2', 'TAB3'])
      made.push((await waybill.post('/shipments', { workspace, trackingNumber })).trackingNumber);
    const lines = [];
    for await (const { status } of waybill.bulk('/shipments', [
      { workspace, trackingNumber: 'TAB4' },
      { workspace, email: 'nobody' },
    ])) lines.push(status);
    const listed = [];
    for await (const { trackingNumber } of waybill.list('/shipments', { pageSize: 2, query: { 'order[trackingNumber]': 'asc' } }))
      listed.push(trackingNumber);
    const heard = [];
    let lastEventId;
    const topics = ['/shipments/{id}'];
    const onOpen = () => void waybill.post('/shipments', { workspace, trackingNumber: 'FEED1' });
    for await (const { id, data } of waybill.changes(topics, { onOpen })) {
      heard.push(data.trackingNumber);
      lastEventId = id;
      break;
    }
    await waybill.post('/shipments', { workspace, trackingNumber: 'FEED2' });
    let heardAfterwards = '';
    for await (const { data } of waybill.changes(topics, { lastEventId })) {
      heardAfterwards = data.trackingNumber;
      break;
    }
    const refusals = [];
    let hasRequestId = true;
    for (const path of ['/shipments/00000000-0000-4000-8000-000000000000', '/nothing'])
      await waybill.get(path).catch((error) => {
        refusals.push(error.name + ' ' + error.status);
        hasRequestId &&= typeof error.requestId === 'string';
      });
    return { made, listed, lines, heard, heardAfterwards, refusals, hasRequestId };
  };
  document.title = 'ready';`;

if (hasBrowser())
  onEachApi(
    (api) => {
      let tenant: TenantClient;
      let site: Server;
      let visit: Visit;

      beforeAll(async () => {
        tenant = await api.tenant();
        site = createServer((request, response) => {
          void (async () => {
            const [, file] = /^\/client\/([\w-]+\.js)$/.exec(request.url ?? '') ?? [];
            if (file) {
              response.setHeader('content-type', 'text/javascript');
              response.end(await readFile(join(CLIENT, 'dist', file)));
            } else {
              response.setHeader('content-type', 'text/html');
              response.end(
                `<!doctype html><link rel="icon" href="data:,"><script type="module">${SCRIPT}</script>`,
              );
            }
          })();
        });
        site.listen(0, '127.0.0.1');
        await once(site, 'listening');
        visit = await openBrowser();
      });
      afterAll(async () => {
        await visit.close();
        site.closeAllConnections();
        site.close();
      });

      it('waybill-client gets a token, makes, lists, follows changes and tells errors apart in a browser', async () => {
        const { page } = visit;
        await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
        await page.waitForFunction("document.title === 'ready'");
        const words = {
          url: api.url(),
          clientId: tenant.clientId,
          clientSecret: tenant.clientSecret,
          workspace: tenant.workspace,
        };
        const account = await page.evaluate<Account>(`window.run(${JSON.stringify(words)})`);
        expect(account).toEqual({
          made: ['TAB1', 'TAB2', 'TAB3'],
          lines: [201, 400],
          listed: ['TAB1', 'TAB2', 'TAB3', 'TAB4'],
          heard: ['FEED1'],
          heardAfterwards: 'FEED2',
          refusals: ['NotFoundError 404', 'NotFoundError 404'],
          hasRequestId: true,
        } satisfies Account);
        expect(visit.requests.filter((each) => !each.startsWith('http://127.0.0.1:'))).toEqual([]);
      });
    },
    // pages of any origin may ask
    { CORS_ORIGINS: '*' },
  );
