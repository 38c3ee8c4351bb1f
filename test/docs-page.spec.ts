import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { apiDocument, apis } from '../src/api-document.js';
import { METHODS } from '../src/openapi/types.js';
import type { Tenant } from '../src/tenants/create-tenant.js';
import { startServer } from './support/api.js';
import { hasBrowser, openBrowser, type Visit } from './support/browser.js';
import { openDatabase } from './support/open-database.js';

const { paths, tags } = apiDocument('https://waybill.invalid');

const operationsOf = (tag: string): string[] =>
  Object.values(paths)
    .flatMap((path) => METHODS.flatMap((method) => path[method] ?? []))
    .filter((operation) => operation.tags[0] === tag)
    .map(({ operationId }) => `operations-${tag}-${operationId}`);

(hasBrowser() ? describe : describe.skip)('/docs in a browser', () => {
  let url = '';
  let tenant: Tenant;
  let visit: Visit;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'waybill-docs-'));
    const databaseUrl = `sqlite:${join(directory, 'waybill.sqlite')}`;
    const server = await startServer(databaseUrl);
    const database = await openDatabase(databaseUrl);
    tenant = await database.tenant();
    await database.close();
    url = server.url;
    visit = await openBrowser();
    closing.push(
      () => visit.close(),
      () => server.app.close(),
      () => rm(directory, { recursive: true }),
    );
  });
  beforeEach(async () => {
    await visit.page.goto(`${url}/docs`);
    await visit.page.waitForSelector('.opblock-tag');
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  /** Opens an operation's tag, then the operation. */
  async function open(tag: string, operationId: string): Promise<string> {
    const operation = `#operations-${tag}-${operationId}`;
    if ((await visit.page.locator(operation).count()) === 0)
      await visit.page.click(`.opblock-tag[data-tag="${tag}"]`);
    await visit.page.click(`${operation} .opblock-summary-control`);
    await visit.page.waitForSelector(`${operation} .responses-wrapper`);
    return operation;
  }

  /** Sends the request of an operation that is open. @returns the status of the answer. */
  async function tryOut(operation: string): Promise<string> {
    await visit.page.click(`${operation} .try-out__btn`);
    await visit.page.click(`${operation} .execute`);
    return visit.page.innerText(`${operation} .live-responses-table .response .response-col_status`);
  }

  it('it shows the API with all its tags', async () => {
    expect(await visit.page.title()).toBe('TrackMage – Waybill API');
    expect(await visit.page.innerText('.info .title')).toContain('Waybill');
    const shown = await visit.page
      .locator('.opblock-tag')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-tag')));
    expect(shown).toEqual(tags.map(({ name }) => name));
  });

  it('a tag opens, with all its operations', async () => {
    await visit.page.click('.opblock-tag[data-tag="Order"]');
    await visit.page.waitForSelector('#operations-Order-getOrderCollection');
    const shown = await visit.page
      .locator('[id^="operations-Order-"]')
      .evaluateAll((elements) => elements.map(({ id }) => id));
    expect(shown).toEqual(operationsOf('Order'));
  });

  it('an operation opens, with its parameters, answers and fields', async () => {
    const operation = await open('Shipment', 'getShipmentCollection');
    const parameters = visit.page.locator(`${operation} .parameters .parameter__name`);
    expect(await parameters.count()).toBe(paths['/shipments']?.get?.parameters?.length);
    const statuses = visit.page.locator(`${operation} .responses-table .response .response-col_status`);
    expect(await statuses.allInnerTexts()).toEqual(Object.keys(paths['/shipments']?.get?.responses ?? {}));
    expect(await visit.page.innerText(`${operation} .responses-table`)).toContain('"trackingNumber"');
  });

  it('a request can be tried, with the credentials of a client', async () => {
    const health = await open('Health', 'getReadiness');
    expect(await tryOut(health)).toMatch(/^200/);
    const teams = await open('Team', 'getTeamCollection');
    expect(await tryOut(teams)).toMatch(/^401/);
    await visit.page.click('.btn.authorize');
    await visit.page.fill('#client_id_clientCredentials, #client_id', tenant.clientId);
    await visit.page.fill('#client_secret_clientCredentials, #client_secret', tenant.clientSecret);
    await visit.page.locator('.auth-container .modal-btn.authorize').first().click();
    await visit.page.waitForSelector('.auth-container :text("authorized")');
    await visit.page.locator('.btn-done').first().click();
    await visit.page.click(`${teams} .execute`);
    await visit.page.waitForSelector(`${teams} .live-responses-table :text("hydra:totalItems")`);
    expect(
      await visit.page.innerText(`${teams} .live-responses-table .response .response-col_status`),
    ).toMatch(/^200/);
  });

  it.each(apis)('the header leads to $title', async ({ path, title, make }) => {
    await visit.page.click(`nav >> text=${title}`);
    await visit.page.waitForSelector('.opblock-tag');
    const { info, tags: described } = make('https://waybill.invalid');
    expect({
      path: new URL(visit.page.url()).pathname,
      title: await visit.page.title(),
      marked: await visit.page.locator('nav [aria-current=page]').allInnerTexts(),
      heading: await visit.page.innerText('.info .title'),
      tags: await visit.page
        .locator('.opblock-tag')
        .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-tag'))),
    }).toEqual({
      path,
      title: `${title} – Waybill API`,
      marked: [title],
      heading: expect.stringContaining(info.title as string),
      tags: described.map(({ name }) => name),
    });
  });

  it.each(apis.slice(1))('$path shows all operations of $title', async ({ path, make }) => {
    await visit.page.goto(`${url}${path}`);
    await visit.page.waitForSelector('.opblock-tag');
    for (const tag of await visit.page.locator('.opblock-tag').all()) await tag.click();
    const told = Object.values(make('https://waybill.invalid').paths).flatMap((item) =>
      METHODS.flatMap((method) => item[method]?.operationId ?? []),
    );
    await visit.page.waitForSelector(`:nth-match(.opblock, ${told.length})`);
    const shown = await visit.page
      .locator('.opblock')
      .evaluateAll((elements) => elements.map(({ id }) => id));
    expect(shown.map((id) => id.slice(id.lastIndexOf('-') + 1)).sort()).toEqual(told.sort());
  });

  it('a request of another API can be tried', async () => {
    await visit.page.goto(`${url}/docs/api2`);
    await visit.page.waitForSelector('.opblock-tag');
    const health = apis.find(({ title }) => title === 'api2')?.make(url).paths['/api2/oauth/health']?.get;
    const operation = await open(health?.tags[0] ?? '', health?.operationId ?? '');
    expect(await tryOut(operation)).toMatch(/^200/);
    // its body is left out: browsers send none with a GET
    const list = await open('Shipments', 'getShipments');
    expect(await tryOut(list)).toMatch(/^401/);
  });

  it('no request left this server, and the browser complained of nothing', () => {
    const elsewhere = visit.requests.filter(
      (each) => !each.startsWith(`${url}/`) && !each.startsWith('data:'),
    );
    expect(elsewhere).toEqual([]);
    expect(visit.requests.length).toBeGreaterThan(5);
    const refused = 'Failed to load resource: the server responded with a status of 401 (Unauthorized)';
    expect(visit.complaints.filter((each) => each !== refused)).toEqual([]);
  });
});
