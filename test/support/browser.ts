import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Whether there is a browser to test with. Without one the tests that need it are skipped, except where CI=true is set. */
export function hasBrowser(): boolean {
  if (existsSync(CHROMIUM)) return true;
  const advice = `${CHROMIUM} was not found; install it with: apt-get install chromium`;
  if (process.env.CI === 'true') throw new Error(advice);
  console.log(`Skipping the tests in a browser: ${advice}`);
  return false;
}

/** A page of a browser that nobody has used before, and everything it asked for or complained about. */
export interface Visit {
  readonly page: Page;
  /** URLs of all requests, in order. */
  readonly requests: readonly string[];
  /** Errors in scripts, failed requests, and what the content security policy refused. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens a headless Chromium that can reach nothing but this machine. */
export async function openBrowser(): Promise<Visit> {
  const directory = await mkdtemp(join(tmpdir(), 'waybill-chromium-'));
  const context = await chromium.launchPersistentContext(directory, {
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
    viewport: { width: 1280, height: 900 },
  });
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    requests,
    complaints,
    async close() {
      await context.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
