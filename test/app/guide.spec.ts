import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startServer } from '../support/api.js';
import { hasBrowser, openBrowser, type Visit } from '../support/browser.js';
import { accessibilityProblems } from '../support/dashboard.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// the documentation is built, and a browser starts
jest.setTimeout(60_000);

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = `${ROOT}docs/site/dist/`;
const HTML = { accept: 'text/html' };

describe('the documentation at /docs/guide', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let url = '';
  beforeAll(async () => {
    execFileSync(process.execPath, ['docs/site/build.mjs'], { cwd: ROOT });
    const directory = await mkdtemp(join(tmpdir(), 'waybill-guide-'));
    closing.push(() => rm(directory, { recursive: true, force: true }));
    const server = await startServer(`sqlite:${join(directory, 'waybill.sqlite')}`);
    closing.unshift(() => server.app.close());
    url = server.url;
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  const pages = (): readonly string[] =>
    readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

  it('has a page for every file in docs', () => {
    const sources = ['', 'adr/'].flatMap((folder) =>
      readdirSync(`${ROOT}docs/${folder}`)
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}${name.replace(/md$/, 'html')}`),
    );
    expect(pages()).toEqual(expect.arrayContaining(sources));
  });

  it('serves every page under a policy that runs nothing but files, beside the reference', async () => {
    for (const page of ['', '/getting-started', '/adr/0027-dashboard']) {
      const answer = await fetch(`${url}/docs/guide${page}`, { headers: HTML });
      expect(answer.status).toBe(200);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(await answer.text()).toContain('<main');
    }
    const names = ['/none', '/.built-from', '/..%2f..%2fpages.mjs', '/assets/none.js'];
    for (const name of names) expect((await fetch(`${url}/docs/guide${name}`)).status).toBe(404);
    const reference = await (await fetch(`${url}/docs`, { headers: HTML })).text();
    expect(reference).toContain('swagger');
    expect(reference).toContain('href="/docs/guide"');
  });

  it('has no script or style within a page, loads nothing from elsewhere, and every link leads somewhere', () => {
    const ids = new Map(
      pages().map((name) => {
        const html = readFileSync(DIST + name, 'utf8');
        return [name, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id))] as const;
      }),
    );
    const wrong: string[] = [];
    for (const name of pages()) {
      const html = readFileSync(DIST + name, 'utf8');
      if (/<script(?![^>]* src="\/docs\/guide\/)|<style| style="| on\w+="/.test(html))
        wrong.push(`${name}: inline`);
      // comments are for whoever edits a page
      if (html.includes('<p>&lt;!--')) wrong.push(`${name}: a comment is shown`);
      for (const [, attribute = '', target = ''] of html.matchAll(/ (href|src)="([^"]+)"/g)) {
        const [path = '', anchor] = target.split('#');
        if (/^https?:/.test(path)) {
          if (attribute === 'src') wrong.push(`${name}: ${target}`);
          continue;
        }
        if (!path.startsWith('/docs/guide') && path !== '') {
          if (!['/docs', '/app'].includes(path)) wrong.push(`${name}: ${target}`);
          continue;
        }
        const file = path === '' ? name : path.replace(/^\/docs\/guide\/?/, '') || 'index.html';
        const page = file.includes('.') ? file : `${file}.html`;
        const isThere = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).includes(page);
        if (!isThere || (anchor && !ids.get(page)?.has(anchor))) wrong.push(`${name}: ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  (hasBrowser() ? describe : describe.skip)('in a browser', () => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await openBrowser();
    });
    afterAll(() => visit.close());

    it('is searched with the keyboard', async () => {
      const { page } = visit;
      await page.goto(`${url}/docs/guide`);
      await page.keyboard.press('/');
      await page.keyboard.type('zzqxzzqx');
      await page.getByText('Nothing is called so.').waitFor();
      await page.getByRole('combobox').fill('idempotency key');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/docs\/guide\/./);
      await page.getByRole('heading', { level: 1 }).waitFor();
    });

    it('has nothing that axe finds, in light colours and in dark ones, and complains of nothing', async () => {
      const { page } = visit;
      for (const name of ['', '/lists', '/performance']) {
        await page.goto(`${url}/docs/guide${name}`);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await accessibilityProblems(visit)).toEqual([]);
        }
      }
      expect(visit.complaints).toEqual([]);
      expect(visit.requests.filter((each) => !each.startsWith(url))).toEqual([]);
    });
  });
});
