import { gzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';

/** What the dashboard has to keep to, on the demo and on a million shipments. */
export const BOUNDS = {
  /** JavaScript before the shipments are shown, in bytes of gzip. */
  script: 250_000,
  /** Milliseconds until the largest thing of the shipments' screen is painted. */
  largestPaint: 1_500,
  /** Milliseconds from a changed filter to painted rows, beyond the API's own time. */
  filter: 200,
  /** Share of frames that are not drawn while rows are scrolled. */
  droppedFrames: 0.05,
  /** Bytes of the heap when so many rows have been scrolled. */
  heap: 150 * 1024 * 1024,
  rows: 5_000,
} as const;

/** JavaScript that a browser loads before it shows the shipments, in bytes of gzip. */
export async function firstScript(page: Page, shipments: string): Promise<number> {
  const scripts = new Set<string>();
  const note = (request: Request): void => {
    if (new URL(request.url()).pathname.endsWith('.js')) scripts.add(request.url());
  };
  page.on('request', note);
  await openShipments(page, shipments);
  page.off('request', note);
  const sizes = await Promise.all(
    [...scripts].map(async (url) => gzipSync(await (await fetch(url)).text(), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function openShipments(page: Page, shipments: string): Promise<void> {
  await page.goto(shipments);
  await page.locator('[role=grid] [role=row][aria-selected]').first().waitFor();
}

/** Shows the shipments once, with how many have each status: a server that has just started reads all of them for that. */
export async function firstVisit(page: Page, shipments: string): Promise<void> {
  await openShipments(page, shipments);
  await page.getByRole('button', { name: /^In transit [\d.,]+$/ }).waitFor({ timeout: 120_000 });
}

/** Milliseconds until the largest thing is painted, by a browser that has loaded nothing before. */
export async function largestPaint(page: Page, shipments: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  await openShipments(page, shipments);
  return page.evaluate<number>(`new Promise((resolve) =>
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true }))`);
}

export interface FilterTime {
  /** Milliseconds from the click to the painted rows. */
  readonly all: number;
  /** Milliseconds of them in which the API has worked and the answer was sent. */
  readonly api: number;
}

/** Chooses a status, and waits for the rows that have it. */
export async function filterTime(page: Page, shipments: string, status: string): Promise<FilterTime> {
  await openShipments(page, shipments);
  const chip = page.getByRole('button', { name: new RegExp(`^${status} [\\d.,]+$`) });
  await chip.waitFor();
  return page.evaluate<FilterTime>(`new Promise((resolve) => {
    const chip = [...document.querySelectorAll('button')].find(
      ({ textContent }) => /^${status}\\s*[\\d.,]+$/.test(textContent));
    const grid = document.querySelector('[role=grid]');
    const began = performance.now();
    chip.click();
    const look = () => {
      const answer = performance.getEntriesByType('resource').find(
        ({ name, startTime, responseEnd }) =>
          startTime >= began && responseEnd > 0 && /\\/shipments\\?/.test(name));
      if (!answer || grid.hasAttribute('data-dimmed')) return requestAnimationFrame(look);
      // the frame in which they are drawn, and the one after it
      requestAnimationFrame(() => setTimeout(() => resolve({
        all: performance.now() - began,
        api: answer.responseEnd - answer.startTime,
      })));
    };
    requestAnimationFrame(look);
  })`);
}

export interface Scrolled {
  readonly rows: number;
  readonly frames: number;
  /** Share of the frames that should have been drawn. */
  readonly dropped: number;
  /** Bytes. */
  readonly heap: number;
}

/** Scrolls through so many rows, as fast as pages of them arrive. */
export async function scrollRows(page: Page, shipments: string, rows: number): Promise<Scrolled> {
  await openShipments(page, shipments);
  const session = await page.context().newCDPSession(page);
  const found = await page.evaluate<{
    rows: number;
    frames: number;
    dropped: number;
  }>(`new Promise((resolve) => {
    const grid = document.querySelector('[role=grid]');
    const FRAME = 1000 / 60;
    let last = performance.now();
    let frames = 0, drawn = 0, at = 0;
    const step = (now) => {
      frames += Math.max(1, Math.round((now - last) / FRAME));
      drawn += 1;
      last = now;
      at = Math.max(at, ...[...grid.querySelectorAll('[role=row][aria-rowindex]')].map((row) => Number(row.ariaRowIndex ?? row.getAttribute('aria-rowindex'))));
      const isOver = at >= ${rows} || grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 2 && !grid.querySelector('[aria-busy]') && at >= Math.min(${rows}, Number(grid.getAttribute('aria-rowcount')));
      if (isOver) return resolve({ rows: at, frames, dropped: (frames - drawn) / frames });
      grid.scrollTop += 240;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  })`);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { ...found, heap: usedSize };
}

/** What runs in the page: scrolls `list` as the shipments are scrolled, and resolves with the share of frames that were dropped. */
const SCROLL_TO_END = `new Promise((resolve) => {
    const FRAME = 1000 / 60;
    let last = performance.now(), frames = 0, drawn = 0;
    const step = (now) => {
      frames += Math.max(1, Math.round((now - last) / FRAME));
      drawn += 1;
      last = now;
      if (list.scrollTop + list.clientHeight >= list.scrollHeight - 2) return resolve((frames - drawn) / frames);
      list.scrollTop += 240;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  })`;

/**
 * The same for as many rows of plain text that are all in the page from the beginning, without any script: what this browser on this
 * machine drops by itself.
 * @returns the share of the frames.
 */
export async function scrollPlainList(page: Page, rows: number): Promise<number> {
  await page.goto('about:blank');
  return page.evaluate<number>(`(async () => {
    document.body.innerHTML = '<div id="list" style="height: 700px; overflow: auto; font: 13px sans-serif"></div>';
    const list = document.getElementById('list');
    list.innerHTML = Array.from({ length: ${rows} }, (_, row) =>
      '<div style="display: grid; grid-template-columns: repeat(10, 120px); height: 36px; border-bottom: 1px solid #ddd; contain: strict">' +
      Array.from({ length: 10 }, (_, cell) => '<div style="padding: 8px 10px">Row ' + row + '.' + cell + '</div>').join('') +
      '</div>').join('');
    // it is laid out and painted before it is scrolled
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return ${SCROLL_TO_END};
  })()`);
}

/** The best of some tries: a machine that does other things as well makes the others worse. */
export async function best(tries: number, bound: number, measure: () => Promise<number>): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < tries && least > bound; attempt++) least = Math.min(least, await measure());
  return least;
}
