import { createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { insertRow } from '../../../src/core/database/insert.js';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { LinkMail } from '../../../src/modules/tracking-pages/link-mail.js';
import { pkOf } from '../../support/all-rows.js';
import { onEachApi, type Answer, type Body, type TenantClient } from '../../support/api.js';

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let stranger: TenantClient;
    let page: Body;
    let shipment: Body;
    let foreign: Body;
    let counter = 0;
    const pageOf = (owner: TenantClient, more: object = {}): Promise<Body> =>
      owner.make('/tracking_pages', {
        workspace: owner.workspace,
        title: 'Where is it?',
        subdomain: `shop-${++counter}-${Date.now()}`,
        ...more,
      });

    beforeAll(async () => {
      [tenant, stranger] = [await api.tenant(), await api.tenant()];
      page = await pageOf(tenant, { builder: { rows: [1] }, sidebarField: 'orderNumbers' });
      const order = await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: 'W-77' });
      const item = await tenant.make('/order_items', {
        order: order['@id'],
        productName: 'Green tea',
        qty: 2,
        imageUrl: 'https://shop.example/tea.png',
      });
      shipment = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: 'LINKED1',
        originCarrier: 'ups',
        email: 'Ada@Example.com',
        phoneNumber: '+43 1 234',
        address: { firstName: 'Ada', lastName: 'Byron', city: 'London' },
        orders: [order['@id']],
        shipmentItems: [{ orderItem: item['@id'], qty: 2 }],
      });
      await tenant.make('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: 'OTHER1',
        email: 'ada@example.com.au',
      });
      foreign = await stranger.make('/shipments', {
        workspace: stranger.workspace,
        trackingNumber: 'LINKED1',
        email: 'ada@example.com',
        orderNumbers: ['W-77'],
      });
    });

    afterEach(() => api.setTime(undefined));

    const generate = (body: object, client = tenant): Promise<Answer> =>
      client.post('/generate_tracking_page_link', { trackingPageId: page.id as string, ...body });
    const linkTo = async (body: object): Promise<string> => {
      const answer = await generate(body);
      expect(answer.status).toBe(201);
      return new URL(answer.body.link as string).pathname;
    };
    const open = (path: string): Promise<Answer> => api.anonymous().get(path);
    const numbersBehind = async (body: object): Promise<unknown[]> => {
      const answer = await open(await linkTo(body));
      expect(answer.status).toBe(200);
      return (answer.body.shipments as Body[]).map(({ trackingNumber }) => trackingNumber as unknown);
    };

    describe('POST /generate_tracking_page_link', () => {
      it.each([
        ['an id', () => ({ id: shipment.id as string })],
        ['an IRI', () => ({ id: shipment['@id'] as string })],
        ['several ids', () => ({ id: [shipment.id as string, foreign.id as string] })],
        ['an address, whatever its case', () => ({ email: 'ADA@example.com' })],
        ['order numbers', () => ({ orderNumbers: ['w-77'] })],
        ['order numbers as PHP sends a list with gaps', () => ({ orderNumbers: { 1: 'W-77' } })],
        ['a tracking number', () => ({ trackingNumber: ' linked1 ' })],
        ['a list of names with values', () => ['email=ada@example.com', 'orderNumbers[]=W-77']],
        ['a list of ids', () => [shipment.id as string]],
      ])('shows the shipments of %s', async (_, filter) => {
        expect(await numbersBehind({ filter: filter() })).toEqual(['LINKED1']);
      });

      it.each([
        ['an empty address', { email: '' }],
        ['no filter', undefined],
        ['an empty filter', []],
        ['names that every object has', ['__proto__=x', 'constructor=x', 'prototype=x', 'toString=x']],
        ['a filter of names that nobody knows', { colour: 'green' }],
        ['no order numbers', { orderNumbers: [] }],
        ['an id that is none', { id: 'nonsense' }],
        ['half an address', { email: 'example.com' }],
      ])('shows nothing for %s', async (_, filter) => {
        expect(await numbersBehind({ filter })).toEqual([]);
      });

      it("shows nobody else's shipments", async () => {
        expect(await numbersBehind({ filter: { id: foreign.id as string } })).toEqual([]);
      });

      it('takes a tracking number besides', async () => {
        expect(await numbersBehind({ trackingNumber: 'LINKED1' })).toEqual(['LINKED1']);
        expect(
          await numbersBehind({ trackingNumber: 'OTHER1', filter: { email: 'ada@example.com' } }),
        ).toEqual([]);
      });

      it('makes one link of the same filter, that nobody can guess', async () => {
        const first = await linkTo({ filter: { email: 'ada@example.com' } });
        expect(await linkTo({ filter: { email: 'ADA@EXAMPLE.COM ' } })).toBe(first);
        expect(await linkTo({ filter: { email: 'ada@example.com' }, preview: true })).not.toBe(first);
        expect(first.split('/').at(-1)).toMatch(/^[\w-]{43}$/);
        expect((await open(`${first.slice(0, -1)}${first.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
      });

      it('shows what comes later', async () => {
        const path = await linkTo({ filter: { email: 'later@example.com' } });
        expect((await open(path)).body.shipments).toEqual([]);
        await tenant.make('/shipments', { workspace: tenant.workspace, email: 'later@example.com' });
        expect((await open(path)).body.shipments).toHaveLength(1);
      });

      it("knows nobody else's pages", async () => {
        expect(await generate({}, stranger)).toMatchObject({
          status: 400,
          body: { 'hydra:description': `Item not found for "/tracking_pages/${page.id as string}".` },
        });
        expect(await tenant.post('/generate_tracking_page_link', [])).toMatchObject({
          status: 400,
          body: { 'hydra:description': 'trackingPageId: This value should not be blank.' },
        });
        expect((await generate({ trackingPageId: page['@id'] as string })).status).toBe(201);
      });
    });

    describe('POST /generate_tracking_page_links', () => {
      it('answers one link, and one for each value of a field', async () => {
        const answer = await tenant.post('/generate_tracking_page_links', {
          trackingPageId: page.id,
          groupByField: 'trackingNumber',
          filter: { id: [shipment.id] },
          userId: tenant.userId,
        });
        expect(answer.status).toBe(201);
        expect(answer.body).toMatchObject({
          trackingPageId: page.id,
          groupByField: 'trackingNumber',
          link: expect.stringMatching(/^http/),
          links: [{ value: 'LINKED1', link: expect.stringMatching(/^http/) }],
        });
        const { pathname } = new URL(answer.body.links[0].link as string);
        expect((await open(pathname)).body.shipments).toMatchObject([{ trackingNumber: 'LINKED1' }]);
      });

      it('groups by nothing without a field, and by no field that it does not know', async () => {
        const send = (body: object): Promise<Answer> =>
          tenant.post('/generate_tracking_page_links', { trackingPageId: page.id as string, ...body });
        expect((await send({ filter: [] })).body).toMatchObject({ groupByField: null, links: [] });
        expect(await send({ groupByField: 'phoneNumber' })).toMatchObject({
          status: 400,
          body: { 'hydra:description': 'groupByField: The value you selected is not a valid choice.' },
        });
      });
    });

    describe('what is behind a link', () => {
      it('is the page and the parcels, and nothing about the customer', async () => {
        const shipmentPk = await pkOf(api.db(), 'shipments', shipment.id as string);
        const workspacePk = await pkOf(api.db(), 'workspaces', tenant.workspaces[0]?.id as string);
        const at = toStored(Date.parse('2026-02-03T04:05:06Z'));
        await api.db().transaction((transaction) =>
          insertRow(transaction, 'checkpoints', {
            id: '11111111-1111-4111-8111-111111111111',
            workspacePk,
            shipmentPk,
            checkpointDate: at,
            info: 'Sorted',
            location: 'Vienna',
            rel: 'origin',
            createdAt: at,
          }),
        );
        const answer = await open(await linkTo({ filter: { id: shipment.id as string } }));
        expect(answer.headers.get('x-robots-tag')).toBe('noindex');
        expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
        expect(answer.body).toEqual({
          trackingPage: {
            title: 'Where is it?',
            subdomain: page.subdomain,
            reviewsEnabled: true,
            sidebarField: 'orderNumbers',
            trackingNumberField: null,
            customThemeId: null,
            builder: { rows: [1] },
          },
          shipments: [
            {
              id: shipment.id,
              trackingNumber: 'LINKED1',
              trackingStatus: 'no_info',
              orderNumbers: ['W-77'],
              originCarrier: { code: 'ups', name: 'UPS', url: expect.stringContaining('LINKED1') },
              destinationCarrier: null,
              originCountryIso2: null,
              destinationCountryIso2: null,
              createdAt: shipment.createdAt,
              shippedAt: null,
              expectedDeliveryDate: null,
              lastStatusUpdate: null,
              checkpoints: [
                {
                  checkpointDate: '2026-02-03T04:05:06+00:00',
                  info: 'Sorted',
                  location: 'Vienna',
                  rel: 'origin',
                },
              ],
              items: [{ productName: 'Green tea', qty: 2, imageUrl: 'https://shop.example/tea.png' }],
              reviewed: false,
            },
          ],
        });
        expect(JSON.stringify(answer.body)).not.toMatch(/ada|byron|london|234/i);
      });

      it('is a page in a browser, where nothing runs that somebody has typed', async () => {
        const typed = '<script>alert(1)</script>';
        const own = await pageOf(tenant, { title: typed, builder: { scripts: { header: typed } } });
        const order = await tenant.make('/orders', {
          workspace: tenant.workspace,
          orderNumber: `H-${typed}`,
        });
        const item = await tenant.make('/order_items', { order: order['@id'], productName: typed, qty: 1 });
        const parcel = await tenant.make('/shipments', {
          workspace: tenant.workspace,
          trackingNumber: 'BROWSER1',
          originCarrier: 'ups',
          orders: [order['@id']],
          shipmentItems: [{ orderItem: item['@id'], qty: 1 }],
        });
        const filter = { id: parcel.id as string };
        const path = await linkTo({ trackingPageId: own.id as string, filter });
        const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
        const answer = await api.anonymous().get(path, { accept });
        expect(answer.status).toBe(200);
        expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
        expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
        const [, style = ''] = /<style>(.*)<\/style>/s.exec(answer.body as string) ?? [];
        expect(answer.headers.get('content-security-policy')).toContain(
          `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
        );
        expect(answer.headers.get('x-robots-tag')).toBe('noindex');
        expect(answer.body).toContain('BROWSER1');
        expect(answer.body).toContain('&lt;script&gt;');
        expect(answer.body).not.toContain('<script');
        const missing = await api.anonymous().get(`${path}x`, { accept });
        expect(missing.status).toBe(404);
        expect(missing.headers.get('content-type')).toBe('text/html; charset=utf-8');
        for (const plain of ['application/ld+json', 'application/json, text/plain, */*', '*/*', 'image/png'])
          expect((await api.anonymous().get(path, { accept: plain })).body).toHaveProperty('shipments');
      });

      it('hides what the shop hides', async () => {
        const hiding = await pageOf(tenant, {
          dropshipperSettings: {
            enabled: true,
            blacklistCarriers: ['ups'],
            originCountryReplacement: 'at',
            stopWords: 'vienna, warehouse',
          },
        });
        const path = await linkTo({
          trackingPageId: hiding.id as string,
          filter: { id: shipment.id as string },
        });
        expect((await open(path)).body.shipments).toMatchObject([
          { originCarrier: null, originCountryIso2: 'AT', checkpoints: [] },
        ]);
      });

      it('is not there when the page is switched off, but for the shop itself', async () => {
        const off = await pageOf(tenant, { enabled: false });
        const body = { trackingPageId: off.id as string, filter: { id: shipment.id as string } };
        expect((await open(await linkTo(body))).status).toBe(404);
        const preview = await open(await linkTo({ ...body, preview: true }));
        expect(preview).toMatchObject({ status: 200, body: { trackingPage: { reviewsEnabled: false } } });
      });

      it('goes with the page', async () => {
        const gone = await pageOf(tenant);
        const path = await linkTo({
          trackingPageId: gone.id as string,
          filter: { email: 'ada@example.com' },
        });
        expect((await open(path)).status).toBe(200);
        expect((await tenant.delete(gone['@id'] as string)).status).toBe(204);
        expect((await open(path)).status).toBe(404);
      });
    });

    describe('GET /public/tracking_page_by_domain/{subdomain}/link_search/{email}', () => {
      const search = (email: string, subdomain = page.subdomain as string): Promise<Answer> =>
        api.anonymous().get(`/public/tracking_page_by_domain/${subdomain}/link_search/${email}`);
      const mails = async (): Promise<number> => {
        await api.provider(LinkMail).settled();
        const [row] = await api.db().read('SELECT COUNT(*) FROM mails', []);
        return Number(row?.[0]);
      };

      it('writes to the address, and says the same whether it is known or not', async () => {
        const before = await mails();
        const unknown = await search('nobody@example.com');
        expect(await mails()).toBe(before);
        const known = await search('ada@example.com');
        expect(known).toMatchObject({ status: 200, body: { text: expect.any(String) } });
        expect(unknown.body).toEqual(known.body);
        expect(await mails()).toBe(before + 1);
        expect(JSON.stringify(known.body)).not.toMatch(/http|ada/);
      });

      it('writes once an hour at most', async () => {
        await search('ada@example.com');
        const before = await mails();
        await search('ada@example.com');
        expect(await mails()).toBe(before);
        api.setTime(Date.now() + 3_700_000);
        await search('ada@example.com');
        expect(await mails()).toBe(before + 1);
      });

      it('takes addresses with a plus and an at sign as they are', async () => {
        expect((await search('ada+shop@example.com')).status).toBe(200);
        expect((await search('ada%2Bshop%40example.com')).status).toBe(200);
        expect(await search('nonsense')).toMatchObject({
          status: 400,
          body: { 'hydra:description': 'email: This value is not a valid email address.' },
        });
        expect((await search('ada@example.com', 'nobody-has-this')).status).toBe(404);
      });
    });

    describe('a customer', () => {
      let path: string;
      const review = (more: object = {}): object => ({
        hash: path.split('/').at(-1),
        domain: 'shop.example.com',
        shipmentId: shipment.id as string,
        carrierScore: 5,
        productScore: 4,
        packagingScore: 4,
        comment: 'Thank you!',
        ...more,
      });
      const post = (body: unknown, at = path): Promise<Answer> => api.anonymous().post(`${at}/reviews`, body);
      beforeAll(async () => {
        path = await linkTo({ filter: { email: 'ada@example.com' } });
      });

      it.each([
        ['shipmentId', 'shipmentId: This value should not be blank.'],
        ['hash', 'hash: This value should not be blank.'],
        ['domain', 'domain: This value should not be blank.'],
        ['carrierScore', 'carrierScore: This value should not be blank.'],
        ['productScore', 'productScore: This value should not be blank.'],
        ['packagingScore', 'packagingScore: This value should not be blank.'],
      ])('says %s', async (field, description) => {
        expect(await post(review({ [field]: null }))).toMatchObject({
          status: 400,
          body: { 'hydra:description': description },
        });
      });

      it.each([
        [{ carrierScore: 6 }, 'carrierScore: This value should be between 1 and 5.'],
        [{ productScore: 0 }, 'productScore: This value should be between 1 and 5.'],
        [{ packagingScore: 2.5 }, 'The type of the "packagingScore" attribute must be "int", "float" given.'],
        [
          { comment: 'x'.repeat(5001) },
          'comment: This value is too long. It should have 5000 characters or less.',
        ],
        [
          { domain: 'x'.repeat(1001) },
          'domain: This value is too long. It should have 1000 characters or less.',
        ],
        [{ hash: 'x'.repeat(151) }, 'hash: This value is too long. It should have 150 characters or less.'],
        [{ hash: 'another' }, 'hash: This value is not valid.'],
      ])('says what can be (%#)', async (wrong, description) => {
        expect(await post(review(wrong))).toMatchObject({
          status: 400,
          body: { 'hydra:description': description },
        });
      });

      it('reviews nothing that the link does not show', async () => {
        expect(await post(review({ shipmentId: foreign.id as string }))).toMatchObject({
          status: 400,
          body: { 'hydra:description': `Item not found for "/shipments/${foreign.id as string}".` },
        });
        expect((await post(review({ shipmentId: 'é"' }))).status).toBe(400);
        expect((await post(review(), '/public/tracking_page_links/nonsense')).status).toBe(404);
      });

      it('reviews nothing where reviews are switched off', async () => {
        const silent = await pageOf(tenant, { reviewsEnabled: false });
        const at = await linkTo({
          trackingPageId: silent.id as string,
          filter: { id: shipment.id as string },
        });
        const hash = at.split('/').at(-1);
        expect(await post(review({ hash }), at)).toMatchObject({
          status: 400,
          body: { 'hydra:description': 'Reviews are switched off on this tracking page.' },
        });
      });

      it('reviews a shipment once, though twice at the same time', async () => {
        const before = (await tenant.get(shipment['@id'] as string)).body;
        expect(before).toMatchObject({ review: null, reviewTotalScore: null });
        const answers = await Promise.all([post(review()), post(review()), post(review())]);
        expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
        const refused = answers.find(({ status }) => status === 400);
        expect(refused?.body['hydra:description']).toBe(
          'shipmentId: This shipment has been reviewed already.',
        );
        const made = answers.find(({ status }) => status === 201);
        expect(made?.body).toEqual({ id: expect.any(String) });
        const id = made?.body.id as string;
        expect((await tenant.get(`/reviews/${id}`)).body).toMatchObject({
          workspace: tenant.workspace,
          shipment: shipment['@id'],
          carrierScore: 5,
          productScore: 4,
          packagingScore: 4,
          totalScore: 4.33,
          comment: 'Thank you!',
        });
        expect((await tenant.get(shipment['@id'] as string)).body).toMatchObject({
          review: `/reviews/${id}`,
          reviewTotalScore: 4.33,
        });
        const found = await tenant.get('/shipments?reviewTotalScore[between]=4.3..4.4');
        expect(found.body['hydra:member']).toMatchObject([{ id: shipment.id }]);
        expect((await open(path)).body.shipments).toMatchObject([{ reviewed: true }]);
        expect((await stranger.get(`/reviews/${id}`)).status).toBe(404);
      });
    });
  },
  { PUBLIC_URL: 'https://api.example.com' },
);
