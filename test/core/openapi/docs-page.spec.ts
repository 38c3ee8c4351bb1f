import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { apiDocument, apis } from '../../../src/app/api-document.js';
import { METHODS } from '../../../src/core/openapi/types.js';
import type { Tenant } from '../../../src/modules/identity/tenants/create-tenant.js';
import { startServer } from '../../support/api.js';
import { hasBrowser, openBrowser, type Visit } from '../../support/browser.js';
import { openDatabase } from '../../support/open-database.js';

const { paths, tags } = apiDocument('https://waybill.invalid');

const operationsOf = (tag: string): string[] =>
  Object.values(paths)
    .flatMap((path) => METHODS.flatMap((method) => path[method] ?? []))
    .filter((operation) => operation.tags[0] === tag)
    .map(({ operationId }) => `operations-${tag}-${operationId}`);

/** Headers that change what a request means. */
const CONDITIONS = ['prefer', 'if-match', 'if-none-match', 'idempotency-key'];

/** A request that the page has sent, and how it was answered. */
interface Sent {
  readonly path: string;
  /** The conditional headers that it had. */
  readonly told: readonly string[];
  readonly status: number;
  readonly body: string | null;
}

it.each(apis)('$title: no parameter has an example that pages would send as if it were typed', ({ make }) => {
  const document = make('https://waybill.invalid');
  const inPaths = Object.values(document.paths).flatMap((path) => [
    ...(path.parameters ?? []),
    ...METHODS.flatMap((method) => path[method]?.parameters ?? []),
  ]);
  const all = [...Object.values(document.components.parameters), ...inPaths];
  expect(all.filter((parameter) => 'example' in parameter || 'examples' in parameter)).toEqual([]);
  const schemas = all.flatMap((parameter) => ('schema' in parameter ? [parameter.schema] : []));
  expect(schemas.filter((schema) => 'example' in schema)).toEqual([]);
});

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
    await authorize();
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

  /** Signs in on the page, as the client of the tenant. */
  async function authorize(): Promise<void> {
    await visit.page.click('.btn.authorize');
    await visit.page.fill('#client_id_clientCredentials, #client_id', tenant.clientId);
    await visit.page.fill('#client_secret_clientCredentials, #client_secret', tenant.clientSecret);
    await visit.page.locator('.auth-container .modal-btn.authorize').first().click();
    await visit.page.waitForSelector('.auth-container :text("authorized")');
    await visit.page.locator('.btn-done').first().click();
  }

  /** What an open operation asks for when nothing but these parameters and this body is typed. */
  async function sent(operation: string, typed: Record<string, string> = {}, body?: object): Promise<Sent> {
    const button = visit.page.locator(`${operation} .try-out__btn:not(.cancel, .reset)`);
    if ((await button.count()) > 0) await button.click();
    for (const [name, value] of Object.entries(typed))
      await visit.page.fill(`${operation} tr[data-param-name="${name}"] input`, value);
    if (body) await visit.page.fill(`${operation} .body-param__text`, JSON.stringify(body));
    const [request] = await Promise.all([
      visit.page.waitForRequest((each) => each.url().startsWith(url) && each.resourceType() === 'fetch'),
      visit.page.click(`${operation} .execute`),
    ]);
    const response = await request.response();
    const { pathname, search } = new URL(request.url());
    const told = Object.keys(await request.allHeaders()).filter((name) => CONDITIONS.includes(name));
    return { path: pathname + search, told, status: response?.status() ?? 0, body: request.postData() };
  }

  it('writes are sent as they were typed: PATCH, two POSTs, DELETE', async () => {
    await authorize();
    const team = { id: tenant.teamId };
    const path = `/teams/${tenant.teamId}`;
    const patch = await sent(await open('Team', 'patchTeamItem'), team, { title: 'Blue' });
    expect(patch).toMatchObject({ path, told: [], status: 200 });
    const status = { workspace: `/workspaces/${tenant.workspaces[0]?.id}`, code: 'packed' };
    const made = await sent(await open('Status', 'postStatusCollection'), {}, status);
    expect(made).toMatchObject({ path: '/statuses', told: [], status: 201 });
    // a second one, which another body with the same Idempotency-Key would not make
    const second = await sent('#operations-Status-postStatusCollection', {}, { ...status, code: 'weighed' });
    expect(second).toMatchObject({ told: [], status: 201 });
    const id = await visit.page
      .innerText('#operations-Status-postStatusCollection .live-responses-table .highlight-code')
      .then((text) => /"id": "([^"]+)"/.exec(text)?.[1] ?? '');
    const gone = await sent(await open('Status', 'deleteStatusItem'), { id });
    expect(gone).toMatchObject({ path: `/statuses/${id}`, told: [], status: 204 });
  }, 120_000);

  it.each([
    ['/docs', 'Shipment', 'getShipmentCollection', '/shipments'],
    ['/docs', 'Order', 'getOrderCollection', '/orders'],
    ['/docs/bigcommerce', 'Orders', 'getOrders', '/stores/s/v2/orders'],
    ['/docs/bigcommerce', 'Orders', 'createOrder', '/stores/s/v2/orders'],
    ['/docs/api2', 'Shipments', 'getShipments', '/api2/shipment'],
    ['/docs/api2', 'Shipments', 'createShipment', '/api2/shipment/create'],
  ])('%s: %s %s sends nothing that was not typed', async (page, tag, id, path) => {
    await visit.page.goto(url + page);
    await visit.page.waitForSelector('.opblock-tag');
    const typed: Record<string, string> = path.startsWith('/stores') ? { store_hash: 's' } : {};
    expect(await sent(await open(tag, id), typed)).toMatchObject({ path, told: [], status: 401 });
  });

  it('examples and defaults of parameters are told', async () => {
    const operation = await open('Shipment', 'getShipmentCollection');
    const text = await visit.page.innerText(`${operation} .parameters`);
    expect(text).toContain('Such as 2026-01-02T10:00:00+02:00.');
    expect(text).toContain('Such as handling=strict or count=none');
    expect(text).toContain('Without it: 30.');
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
