// Makes the pictures of docs/images, of a real server with the demo's data:
// node web/scripts/screenshots.mjs [--to directory] [--widths 360,768,1440] [--png] [--only overview,…]
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inTemporaryDirectory, openBrowser, startServer } from './server.mjs';

const { values: options } = parseArgs({
  options: {
    to: { type: 'string', default: fileURLToPath(new URL('../../docs/images/', import.meta.url)) },
    widths: { type: 'string', default: '1280' },
    only: { type: 'string' },
    language: { type: 'string', default: 'en-GB' },
    png: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
});

/** Kilobytes of all pictures together at most. */
const MOST = 1500;

/** The screens by the names of their pictures; a function finds a place on the screen before it. */
const SCREENS = {
  overview: 'overview',
  shipments: 'shipments',
  late: 'shipments?trackingStatus[]=in_transit&trackingStatus[]=exception&onTime[]=late&onTime[]=at_risk',
  shipment: async (page, home) => {
    await page.goto(`${home}/shipments?onTime[]=at_risk&trackingStatus[]=in_transit`);
    await page.getByRole('row').nth(1).click();
    await page.waitForURL(/shipments\/[\w-]{36}/);
  },
  orders: 'orders',
  order: async (page, home) => {
    await page.goto(`${home}/orders?fulfillmentStatus=partial`);
    await page.locator('a[data-row]').first().click();
    await page.waitForURL(/orders\/[\w-]{36}/);
  },
  analytics: 'analytics',
  imports: 'imports',
  developers: 'developers?tab=webhooks',
  clients: 'developers',
  tokens: 'developers?tab=store-tokens',
  connect: 'developers?tab=connect',
  settings: 'settings?tab=page',
  workspace: 'settings',
  statuses: 'settings?tab=statuses',
  messages: 'settings?tab=messages',
  template: 'settings?tab=messages&event=shipped',
  members: 'settings?tab=members',
  audit: 'settings?tab=audit-log',
  account: 'settings?tab=account',
};

/** Those that README and the documentation show: one for each screen. */
const DOCUMENTED = [
  'overview',
  'shipments',
  'shipment',
  'order',
  'analytics',
  'imports',
  'developers',
  'settings',
];

const chosen = options.only === 'all' ? Object.keys(SCREENS) : (options.only?.split(',') ?? DOCUMENTED);
mkdirSync(options.to, { recursive: true });

await inTemporaryDirectory(async (directory) => {
  const server = await startServer(`sqlite:${join(directory, 'demo.sqlite')}`);
  const context = await openBrowser(directory, { locale: options.language });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(await server.signIn());
    await page.getByRole('heading', { level: 1 }).waitFor();
    const home = page.url().replace(/\/overview$/, '');
    // predictions are made within seconds after the data
    await page.waitForTimeout(4_000);
    const session = await context.newCDPSession(page);
    for (const width of options.widths.split(',').map(Number)) {
      await page.setViewportSize({ width, height: width < 500 ? 780 : 800 });
      for (const scheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: scheme });
        for (const name of chosen) {
          const screen = SCREENS[name];
          if (typeof screen === 'string') await page.goto(`${home}/${screen}`);
          else {
            await screen(page, home);
            await page.reload();
          }
          await page.getByRole('heading', { level: 1 }).waitFor();
          // the network is never idle: changes come by a stream
          await page
            .locator('[aria-busy=true], .mantine-Skeleton-root')
            .first()
            .waitFor({ state: 'detached' });
          await page.waitForTimeout(1500);
          const suffix = options.widths.includes(',') ? `-${width}` : '';
          const file = join(options.to, `${name}-${scheme}${suffix}.${options.png ? 'png' : 'webp'}`);
          if (options.png) await page.screenshot({ path: file, fullPage: options.full });
          else {
            const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
            writeFileSync(file, Buffer.from(data, 'base64'));
          }
        }
      }
    }
  } finally {
    await context.close();
    await server.stop();
  }
});

const size = readdirSync(options.to).reduce((sum, name) => sum + statSync(join(options.to, name)).size, 0);
console.log(`${options.to}: ${Math.round(size / 1024)} kB`);
if (!options.png && size > MOST * 1024) {
  console.error(`The pictures are larger than ${MOST} kB together.`);
  process.exitCode = 1;
}
