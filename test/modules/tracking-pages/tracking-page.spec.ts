import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { insertRow } from '../../../src/core/database/insert.js';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { contrast, lightenedFor } from '../../../src/modules/tracking-pages/branding/contrast.js';
import { cssProblem, minified } from '../../../src/modules/tracking-pages/branding/shop-css.js';
import { en } from '../../../src/modules/tracking-pages/languages/en.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../src/modules/tracking-pages/languages/index.js';
import { toldDaysSentence } from '../../../src/modules/tracking-pages/page/told-days.js';
import { wordsIn } from '../../../src/modules/tracking-pages/page/words.js';
import { widgetScript } from '../../../src/modules/tracking-pages/page/widget-script.js';
import { TRACKING_STATUSES } from '../../../src/modules/tracking/tracking-statuses.js';
import { best } from '../../../bench/web/measures.js';
import { pkOf } from '../../support/all-rows.js';
import { type Answer, type Body, type Client, onEachApi, type TenantClient } from '../../support/api.js';
import { sendForm } from '../../support/accounts.js';
import { NameServer } from '../../support/name-server.js';
import { type RawAnswer, rawRequest } from '../../support/raw-request.js';
import { hasBrowser, openBrowser } from '../../support/browser.js';

const inBraces = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe('the languages of a tracking page', () => {
  it('are twelve and one that is written from right to left', () => {
    expect(Object.keys(LANGUAGES).sort()).toEqual(
      ['ar', 'cs', 'da', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'sv', 'tr'].sort(),
    );
    expect(Object.keys(LANGUAGE_NAMES).sort()).toEqual(Object.keys(LANGUAGES).sort());
  });

  it.each(Object.entries(LANGUAGES))('%s says everything, with the same placeholders', (language, texts) => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(texts)) {
      expect([key, inBraces(text)]).toEqual([key, inBraces(en[key as keyof typeof en])]);
      expect([key, text.trim()]).not.toEqual([key, '']);
    }
    const same = Object.entries(texts).filter(([key, text]) => text === en[key as keyof typeof en]);
    if (language !== 'en') expect(same.length).toBeLessThan(6);
  });

  it.each(Object.keys(TRACKING_STATUSES))('have words and advice for %s', (status) => {
    expect(en).toHaveProperty(`headline_${status}`);
    expect(en).toHaveProperty(`advice_${status}`);
  });
});

describe('the days that a parcel is predicted for', () => {
  const words = wordsIn('en', {}, Date.UTC(2026, 10, 24));
  it.each([
    ['2026-11-28', '2026-11-28', 'Expected on Saturday, November 28'],
    ['2026-11-26', '2026-12-02', 'Expected between Thursday, November 26 and Wednesday, December 2'],
    ['2026-11-26', '2026-12-03', 'Expected by Thursday, December 3'],
    ['2026-11-26', '2026-12-10', 'Expected by Thursday, December 10'],
    // three weeks say nothing that somebody could plan with
    ['2026-11-26', '2026-12-11', undefined],
    ['2026-11-26', '2026-12-20', undefined],
  ])('from %s to %s are told as: %s', (earliest, latest, sentence) => {
    expect(toldDaysSentence({ earliest, latest }, words)).toBe(sentence);
  });
});

describe("a shop's colour", () => {
  it.each([
    ['#ffffff', '#000000', 21],
    ['#767676', '#ffffff', 4.54],
    ['#1a56b0', '#1a56b0', 1],
  ])('%s on %s has the contrast that WCAG computes', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 1);
  });

  it('is made lighter for the dark theme until it can be read', () => {
    for (const colour of ['#000000', '#0f6b4f', '#7a0000', '#1d4ed8'])
      expect(contrast(lightenedFor('#1b1d22', colour), '#1b1d22')).toBeGreaterThanOrEqual(4.5);
  });
});

describe("a shop's style", () => {
  it.each([
    '.card { border-radius: 0; box-shadow: 0 1px 2px rgb(0 0 0 / 20%) }',
    '@media (max-width: 40rem) { h1 { font-size: calc(1rem + 2vw); color: var(--accent) } }',
    '.steps li:nth-child(2)::after { content: "→"; background: linear-gradient(red, blue) }',
    ':root { --card: #fafafa }',
    '',
  ])('may be %s', (css) => {
    expect(cssProblem(css)).toBeUndefined();
    expect(minified(css).length).toBeLessThanOrEqual(css.length);
  });

  it.each([
    ['@import "https://evil.example/x.css";', '"@import" may not be used.'],
    ['@font-face { font-family: x; src: url(https://evil.example/x) }', '"@font-face" may not be used.'],
    ['body { background: url(https://evil.example/?leak) }', '"url()" may not be used'],
    ['body { background: URL("//evil.example/x") }', '"url()" may not be used'],
    ['body { background: u\\72l(//evil.example/x) }', 'It is no CSS'],
    ['body { background: im\\61ge("//evil.example/x") }', 'may not be used'],
    ['form { p\\6fsition: var(--x) }', '"position" may be'],
    ['body { background: image-set("https://evil.example/x" 1x) }', '"image-set()" may not be used.'],
    ['body { background: image("https://evil.example/x") }', '"image()" may not be used.'],
    ['body { background: -webkit-cross-fade(url(x), url(y)) }', 'may not be used'],
    [':root { --x: url(https://evil.example/x) } body { background: var(--x) }', '"url()" may not be used'],
    ['body { background: src("x") }', '"src()" may not be used.'],
    ['p { width: expression(alert(1)) }', '"expression()" may not be used.'],
    ['form { position: fixed; inset: 0 }', '"position" may be'],
    ['form { POSITION: absolute }', '"position" may be'],
    ['form { position: f\\69xed }', 'position'],
    ['</style><script>alert(1)</script>', 'It may not contain "<".'],
    ['p { content: "</style>" }', 'It may not contain "<".'],
    ['p { color: red', undefined],
    ['p color: red }', 'It is no CSS'],
    ['p { color: red }'.repeat(600), 'It should have 8000 characters or less.'],
  ])('is not %s', (css, problem) => {
    if (problem === undefined) expect(minified(css)).toBe('p{color:red}');
    else {
      expect(cssProblem(css)).toContain(problem);
      expect(minified(css)).toBe('');
    }
  });
});

const names = new NameServer();
beforeAll(() => names.start());
afterAll(() => names.stop());

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let page: Body;
    let counter = 0;
    const browser = { accept: 'text/html' };

    const pageOf = (more: object = {}): Promise<Body> =>
      tenant.make('/tracking_pages', {
        workspace: tenant.workspace,
        title: 'Tea & Co',
        subdomain: `tea-${++counter}-${Date.now()}`,
        ...more,
      });

    const parcel = async (body: object = {}, status?: string): Promise<Body> => {
      const made = await tenant.make('/shipments', { workspace: tenant.workspace, ...body });
      if (status !== undefined)
        await api
          .db()
          .transaction((transaction) =>
            transaction.run('UPDATE shipments SET trackingStatus = ? WHERE id = ?', [
              status,
              made.id as string,
            ]),
          );
      return made;
    };

    const event = async (shipment: Body, date: string, info: string): Promise<void> => {
      const shipmentPk = await pkOf(api.db(), 'shipments', shipment.id as string);
      const workspacePk = await pkOf(api.db(), 'workspaces', tenant.workspaces[0]?.id as string);
      const at = toStored(Date.parse(date));
      await api.db().transaction((transaction) =>
        insertRow(transaction, 'checkpoints', {
          id: crypto.randomUUID(),
          workspacePk,
          shipmentPk,
          checkpointDate: at,
          info,
          location: 'Depot',
          createdAt: at,
        }),
      );
    };

    const linkTo = async (filter: object, own = page): Promise<string> => {
      const { body } = await tenant.post('/generate_tracking_page_link', {
        trackingPageId: own.id as string,
        filter,
      });
      return new URL(body.link as string).pathname;
    };
    const open = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
      api.anonymous().get(path, { ...browser, ...headers });
    const textOf = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
      const answer = await open(path, headers);
      expect(answer.status).toBe(200);
      return answer.body as string;
    };

    beforeAll(async () => {
      tenant = await api.tenant();
      page = await pageOf();
    });

    describe('the page of a parcel', () => {
      it.each(Object.keys(TRACKING_STATUSES))(
        'says first how it stands, and what to do: %s',
        async (status) => {
          const shipment = await parcel({}, status);
          const text = await textOf(await linkTo({ id: shipment.id as string }));
          const headline = en[`headline_${status}` as keyof typeof en];
          expect(text).toMatch(new RegExp(`<h1 class="headline">.*${headline}`, 's'));
          expect(text).toContain(`<title>${headline} – Tea &amp; Co</title>`);
          expect(text).toContain(en[`advice_${status}` as keyof typeof en]);
        },
      );

      it('tells nobody to do nothing who waits since days for what should have come', async () => {
        const shipment = await parcel({}, 'in_transit');
        const expectedAgo = (days: number): Promise<unknown> =>
          api
            .db()
            .transaction((transaction) =>
              transaction.run('UPDATE shipments SET expectedDeliveryDate = ? WHERE id = ?', [
                toStored(Date.now() - days * 86_400_000),
                shipment.id as string,
              ]),
            );
        const link = await linkTo({ id: shipment.id as string });
        await expectedAgo(2);
        expect(await textOf(link)).toContain(en.advice_in_transit);
        await expectedAgo(5);
        const text = await textOf(link);
        expect(text).toContain(en.advice_transit_limit_exceeded);
        expect(text).not.toContain(en.advice_in_transit);
        expect(text).toContain('It was expected on');
      });

      it('shows five steps, and where it is among them', async () => {
        const shipment = await parcel({}, 'in_transit');
        const text = await textOf(await linkTo({ id: shipment.id as string }));
        const steps = [...text.matchAll(/<li class="(\w+)" ?(aria-current="step")?>([^<]+)/g)].map(
          ([, state, current, name = '']) => [state, name.trim(), current !== undefined],
        );
        expect(steps).toEqual([
          ['done', 'Ordered', false],
          ['done', 'Packed', false],
          ['current', 'On the way', true],
          ['open', 'Out for delivery', false],
          ['open', 'Delivered', false],
        ]);
      });

      it('speaks the language of the browser, or the one that is chosen', async () => {
        const path = await linkTo({ id: (await parcel({}, 'in_transit')).id as string });
        const german = await textOf(path, { 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' });
        expect(german).toContain('<html lang="de" dir="ltr">');
        expect(german).toContain(LANGUAGES.de?.headline_in_transit);
        const chosen = await textOf(`${path}?lang=ar`, { 'accept-language': 'de' });
        expect(chosen).toContain('<html lang="ar" dir="rtl">');
        expect(await textOf(`${path}?lang=%3Cx`, { 'accept-language': 'xx' })).toContain('<html lang="en"');
      });

      it("tells what happened by day, in the recipient's time, the newest first", async () => {
        const shipment = await parcel({ address: { city: 'Tokyo', countryIso2: 'JP' } }, 'in_transit');
        await event(shipment, '2026-02-03T16:05:00Z', 'Arrived');
        await event(shipment, '2026-02-03T14:05:00Z', 'Left');
        const text = await textOf(`${await linkTo({ id: shipment.id as string })}?lang=de`);
        expect(text).toMatch(/Mittwoch, 4\. Februar.*01:05.*Arrived.*Dienstag, 3\. Februar.*23:05.*Left/s);
        expect(text).toContain('Tokyo');
        expect(text).not.toMatch(/ada|byron/i);
      });

      it('shows the parcels of an order together, those that still come first', async () => {
        await parcel({ orderNumbers: ['T-1'], trackingNumber: 'TEADONE1' }, 'delivered');
        await parcel({ orderNumbers: ['T-1'], trackingNumber: 'TEACOMES1' }, 'in_transit');
        const text = await textOf(await linkTo({ orderNumbers: ['T-1'] }));
        expect(text.match(/<h1/g)).toHaveLength(1);
        expect(text).toMatch(/<h1.*TEACOMES1.*<h2 class="headline">.*TEADONE1/s);
      });

      it('stays under 40 kB, and shows any of many parcels', async () => {
        const ids: string[] = [];
        for (let at = 0; at < 100; at++) {
          const made = await parcel({ trackingNumber: `MANY${at}X`, orderNumbers: [`MANY-${at}`] });
          ids.push(made.id as string);
        }
        for (let at = 0; at < 80; at++)
          await event({ id: ids[0] }, new Date(1.77e12 + at * 3.6e6).toISOString(), `Scan number ${at}`);
        const path = await linkTo({ id: ids });
        const chosen = await textOf(`${path}?parcel=${ids[0]}`);
        expect(chosen).toContain('MANY0X</bdi>');
        expect(Buffer.byteLength(chosen)).toBeLessThan(40_000);
        expect(Buffer.byteLength(await textOf(path))).toBeLessThan(40_000);
      });

      it('leads nowhere in words, too', async () => {
        const answer = await open('/public/tracking_page_links/xxxxxxxxxxxxxxxxxxxxxxxxx?lang=fr');
        expect(answer.status).toBe(404);
        expect(answer.body).toContain(LANGUAGES.fr?.goneTitle);
      });
    });

    describe('the branding of a page', () => {
      const change = (branding: unknown): Promise<Answer> =>
        tenant.send('PATCH', page['@id'] as string, {
          headers: { 'content-type': 'application/merge-patch+json' },
          body: JSON.stringify({ branding }),
        });
      const whole = {
        logoUrl: 'https://shop.example/logo.svg',
        accentColor: '#0f6b4f',
        font: 'serif',
        headerLinks: [{ label: 'Shop', url: 'https://shop.example' }],
        footerLinks: [{ label: 'Imprint', url: 'https://shop.example/imprint' }],
        contactEmail: 'help@shop.example',
        contactPhone: '+43 1 234',
        returnPolicyUrl: 'https://shop.example/returns',
        privacyUrl: 'https://shop.example/privacy',
        texts: { de: { expectedOn: 'Kommt am {date}' }, en: { headline_in_transit: 'Hurrying to you' } },
        css: '.card { border-radius: 0 }',
      };

      it('is kept as it was sent, and is what customers see', async () => {
        expect(await change(whole)).toMatchObject({ status: 200, body: { branding: whole } });
        const path = await linkTo({ id: (await parcel({}, 'in_transit')).id as string });
        const text = await textOf(path);
        for (const piece of [
          '<img src="https://shop.example/logo.svg" alt="Tea &amp; Co" />',
          '--accent:#0f6b4f',
          'Georgia',
          '>Shop</a>',
          '>Imprint</a>',
          'href="mailto:help@shop.example"',
          'href="tel:+431234"',
          'href="https://shop.example/returns"',
          'Hurrying to you',
          '.card{border-radius:0}',
        ])
          expect(text).toContain(piece);
        const { headers } = await open(path);
        expect(headers.get('content-security-policy')).toMatch(
          /^default-src 'none'; style-src 'sha256-[^']+'; img-src https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
        );
        await change({ ...whole, css: null, texts: null, accentColor: null, font: null, logoUrl: null });
      });

      it.each([
        [{ accentColor: '#ffee00' }, 'branding.accentColor', /contrast to white is 1\.\d.*4\.5 is needed/],
        [{ accentColor: 'red' }, 'branding.accentColor', /not valid/],
        [{ font: 'comic' }, 'branding.font', /not a valid choice/],
        [{ logoUrl: 'javascript:alert(1)' }, 'branding.logoUrl', /not a valid URL/],
        [{ logoUrl: 'http://shop.example/logo.png' }, 'branding.logoUrl', /not a valid URL/],
        [{ contactUrl: 'https://user:secret@shop.example' }, 'branding.contactUrl', /not a valid URL/],
        [{ contactEmail: 'a@b' }, 'branding.contactEmail', /not a valid email/],
        [{ contactPhone: '"><script>' }, 'branding.contactPhone', /not valid/],
        [
          { headerLinks: [{ label: '', url: 'https://x.example' }] },
          'branding.headerLinks[0].label',
          /not valid/,
        ],
        [
          { footerLinks: [{ label: 'x', url: 'data:text/html,x' }] },
          'branding.footerLinks[0].url',
          /valid URL/,
        ],
        [{ css: '@import "x"' }, 'branding.css', /"@import" may not be used/],
        [{ texts: { xx: {} } }, 'branding.texts.xx', /Languages are en, de/],
        [{ texts: { en: { nothing: 'x' } } }, 'branding.texts.en.nothing', /no such text/],
        [{ texts: { en: { expectedOn: 'Soon' } } }, 'branding.texts.en.expectedOn', /It has \{date\}/],
        [{ texts: { en: { find: 'Find {secret}' } } }, 'branding.texts.en.find', /It has no placeholder/],
      ])('is refused with a reason: %j', async (branding, propertyPath, message) => {
        expect(await change(branding)).toMatchObject({
          status: 400,
          body: { violations: [{ propertyPath, message: expect.stringMatching(message) }] },
        });
      });

      it.each([
        [
          { accentColor: 5 },
          'The type of the "branding.accentColor" attribute must be "string", "int" given.',
        ],
        [[1], 'The type of the "branding" attribute must be "array", "array" given.'],
        [
          { headerLinks: 'x' },
          'The type of the "branding.headerLinks" attribute must be "array", "string" given.',
        ],
      ])('is refused with its type: %j', async (branding, description) => {
        expect(await change(branding)).toMatchObject({
          status: 400,
          body: { 'hydra:description': description },
        });
      });
    });

    describe('a link', () => {
      it('expires as configured, counted from when it was last asked for', async () => {
        const own = await pageOf({ linksExpireAfterDays: 30 });
        const shipment = await parcel();
        const path = await linkTo({ id: shipment.id as string }, own);
        const day = 86_400_000;
        try {
          api.setTime(Date.now() + 29 * day);
          expect((await open(path)).status).toBe(200);
          api.setTime(Date.now() + 31 * day);
          expect((await open(path)).status).toBe(404);
          expect((await api.anonymous().get(path)).status).toBe(404);
        } finally {
          api.setTime(undefined);
        }
        expect(await tenant.post('/tracking_pages', { ...own, linksExpireAfterDays: 0 })).toMatchObject({
          status: 400,
        });
      });

      it('is good again when it is asked for again', async () => {
        const own = await pageOf({ linksExpireAfterDays: 1 });
        const filter = { id: (await parcel()).id as string };
        const path = await linkTo(filter, own);
        await api
          .db()
          .transaction((transaction) =>
            transaction.run(
              "UPDATE tracking_page_links SET createdAt = '2020-01-01 00:00:00' WHERE hash = ?",
              [path.split('/').at(-1) ?? ''],
            ),
          );
        expect((await open(path)).status).toBe(404);
        expect(await linkTo(filter, own)).toBe(path);
        expect((await open(path)).status).toBe(200);
      });
    });

    describe('the review form', () => {
      const send = (path: string, fields: Record<string, string>): Promise<Answer> =>
        sendForm(api, `${path}/review?lang=de`, fields);

      it('is on the page of what is delivered, and leads back to it', async () => {
        const shipment = await parcel({}, 'delivered');
        const path = await linkTo({ id: shipment.id as string });
        expect(await textOf(path)).toContain(`action="${path}/review?lang=en"`);
        const stars = { carrierScore: '5', productScore: '4', packagingScore: '3' };
        const incomplete = await send(path, { shipmentId: shipment.id as string, carrierScore: '5' });
        expect(incomplete.status).toBe(303);
        expect(incomplete.headers.get('location')).toBe(`${path}?review=incomplete&lang=de`);
        expect(await textOf(`${path}?review=incomplete`)).toContain(en.reviewIncomplete);
        const kept = await send(path, { shipmentId: shipment.id as string, ...stars, comment: 'Fine' });
        expect(kept.headers.get('location')).toBe(`${path}?review=thanks&lang=de`);
        const after = await textOf(`${path}?review=thanks`);
        expect(after).toContain(en.reviewThanks);
        expect(after).not.toContain('<form');
        const { body: reviewed } = await tenant.get(shipment['@id'] as string);
        const { body } = await tenant.get(reviewed.review as string);
        expect(body).toMatchObject({
          carrierScore: 5,
          productScore: 4,
          packagingScore: 3,
          comment: 'Fine',
        });
      });

      it('is not there where reviews are switched off', async () => {
        const own = await pageOf({ reviewsEnabled: false });
        const shipment = await parcel({}, 'delivered');
        expect(await textOf(await linkTo({ id: shipment.id as string }, own))).not.toContain('<form');
      });
    });

    describe('finding a parcel', () => {
      const find = (fields: Record<string, string>, own = page): Promise<Answer> =>
        sendForm(api, `/public/tracking_pages/${own.subdomain as string}?lang=en`, fields);
      const shown = async (answer: Answer): Promise<string[]> => {
        expect(answer.status).toBe(303);
        const { body } = await api.anonymous().get(answer.headers.get('location') ?? '');
        return (body.shipments as Body[]).map(({ trackingNumber }) => trackingNumber as string);
      };
      let own: Body;

      beforeAll(async () => {
        own = await pageOf();
        const order = await tenant.make('/orders', {
          workspace: tenant.workspace,
          orderNumber: 'F-1',
          email: 'Grace@Example.com',
          shippingAddress: { postcode: 'SW1A 1AA' },
        });
        const item = await tenant.make('/order_items', { order: order['@id'], productName: 'Tea', qty: 2 });
        await tenant.make('/shipments', {
          workspace: tenant.workspace,
          trackingNumber: 'FOUND1',
          orders: [order['@id']],
          shipmentItems: [{ orderItem: item['@id'], qty: 1 }],
        });
        // the same number in an order of somebody else
        await tenant.make('/shipments', {
          workspace: tenant.workspace,
          trackingNumber: 'FOREIGN1',
          orderNumbers: ['F-1'],
          email: 'other@example.com',
        });
        await tenant.make('/orders', {
          workspace: tenant.workspace,
          orderNumber: 'F-2',
          email: 'new@example.com',
        });
      });

      it.each([
        ['its number and e-mail address', { orderNumber: ' f-1 ', emailOrPostcode: 'grace@example.COM' }],
        ['its number and postcode, in any spelling', { orderNumber: 'F-1', emailOrPostcode: 'sw1a1aa' }],
        ['its tracking number alone', { trackingNumber: ' found-1 ' }],
      ])('takes %s, and shows nobody else', async (_, fields) => {
        expect(await shown(await find(fields, own))).toEqual(['FOUND1']);
      });

      it('shows an order of which nothing is shipped yet', async () => {
        expect(
          await shown(await find({ orderNumber: 'F-2', emailOrPostcode: 'new@example.com' }, own)),
        ).toEqual([]);
      });

      it('says the same whether an order is not there or the rest does not fit', async () => {
        const wrong = await find({ orderNumber: 'F-1', emailOrPostcode: 'eve@example.com' }, own);
        const missing = await find({ orderNumber: 'F-9', emailOrPostcode: 'eve@example.com' }, own);
        expect(wrong.status).toBe(404);
        expect((wrong.body as string).replaceAll('F-1', 'F-9')).toBe(missing.body);
        expect(missing.body).toContain(en.findNothing);
      });

      it.each([[{}], [{ orderNumber: 'F-1' }], [{ emailOrPostcode: 'x@example.com' }]])(
        'says what is missing: %j',
        async (fields) => {
          const answer = await find(fields, own);
          expect(answer.status).toBe(422);
          expect(answer.body).toContain(en.findIncomplete);
        },
      );

      it('lets nobody try the postcodes of an order', async () => {
        const statuses: number[] = [];
        for (let code = 0; code < 11; code++)
          statuses.push((await find({ orderNumber: 'F-7', emailOrPostcode: `${1000 + code}` }, own)).status);
        expect(statuses).toEqual([...Array<number>(10).fill(404), 429]);
      });

      it('is a form, that a shop can put into its own page', async () => {
        const at = `/public/tracking_pages/${own.subdomain as string}`;
        const form = await open(at);
        expect(form.body).toContain(en.findIntro);
        expect(form.headers.get('x-frame-options')).toBe('deny');
        expect(form.headers.get('x-robots-tag')).toBe('noindex');
        const widget = await open(`${at}/widget`);
        expect(widget.headers.get('x-frame-options')).toBeNull();
        expect(widget.headers.get('content-security-policy')).toContain('frame-ancestors *');
        expect(widget.body).not.toContain('<footer>');
        const script = await api.anonymous().get('/public/widget.js');
        expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
        expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
        expect((await open('/public/tracking_pages/nobody-has-this')).status).toBe(404);
        const off = await pageOf({ enabled: false });
        expect((await open(`/public/tracking_pages/${off.subdomain as string}`)).status).toBe(404);
      });
    });

    describe('a host name of the shop', () => {
      const domain = 'track.tea.example';
      let own: Body;
      const verify = (of = own, client: Client = tenant): Promise<Answer> =>
        client.post(`${of['@id'] as string}/verify_domain`);
      const at = async (path: string, host = domain): Promise<RawAnswer> =>
        rawRequest(api.url(), 'GET', path, { host, accept: 'text/html' });

      beforeAll(async () => {
        own = await pageOf({ domain: 'Track.Tea.example.' });
      });

      it('is proved by a TXT record', async () => {
        expect(await verify(page)).toMatchObject({
          status: 400,
          body: { 'hydra:description': 'The tracking page has no domain such as track.example.com.' },
        });
        names.records.clear();
        expect(await verify()).toMatchObject({
          status: 400,
          body: {
            'hydra:description': `There is no TXT record "waybill-page=${own.id as string}" at _waybill.${domain}. DNS may need some minutes to show a new one.`,
          },
        });
        expect((await at('/')).text).not.toContain(en.findIntro);
        names.records.set(`_waybill.${domain}`, `waybill-page=${own.id as string}`);
        expect(await verify(own, await api.tenant())).toMatchObject({ status: 400 });
        expect(await verify()).toMatchObject({ status: 200, body: { domain, url: `http://${domain}` } });
        expect((await tenant.get(own['@id'] as string)).body).toMatchObject({ domain, domainEnabled: true });
      });

      it('shows the form and the links, and nothing else of the server', async () => {
        expect((await at('/')).text).toContain(en.findIntro);
        const made = await tenant.post('/generate_tracking_page_link', {
          trackingPageId: own.id as string,
          filter: { id: (await parcel({}, 'in_transit')).id as string },
        });
        const link = new URL(made.body.link as string);
        expect(link.host).toBe(domain);
        expect(link.pathname).toMatch(/^\/[\w-]{43}$/);
        expect((await at(`${link.pathname}?lang=de`)).text).toContain(LANGUAGES.de?.headline_in_transit);
        for (const path of ['/shipments', '/oauth/v2/token', '/docs', '/health', '/%2e%2e/shipments'])
          expect([path, (await at(path)).status]).toEqual([path, 404]);
        expect((await at('/health', '127.0.0.1')).status).toBe(200);
        expect((await api.anonymous().get(`/public/domains?domain=${domain}`)).status).toBe(200);
        expect((await api.anonymous().get('/public/domains?domain=evil.example')).status).toBe(404);
      });

      it('belongs to one page, and another one is proved anew', async () => {
        const second = await pageOf({ domain });
        names.records.set(`_waybill.${domain}`, `waybill-page=${second.id as string}`);
        expect(await verify(second)).toMatchObject({
          status: 400,
          body: { 'hydra:description': 'Another tracking page has this domain.' },
        });
        const changed = await tenant.put(own['@id'] as string, { ...own, domain: 'other.tea.example' });
        expect(changed.body).toMatchObject({ domain: 'other.tea.example', domainEnabled: false });
        expect((await verify(second)).status).toBe(200);
      });
    });

    /** Milliseconds after which somebody who waits for a parcel sees where it is. */
    const PAINTED_MS = 1000;

    (hasBrowser() ? describe : describe.skip)('in a browser', () => {
      it('is quick, runs nothing, reaches nobody else, and hides from no one', async () => {
        const shipment = await parcel(
          {
            trackingNumber: 'BROWSED1',
            orderNumbers: ['B-1'],
            address: { city: 'Vienna', countryIso2: 'AT' },
          },
          'delivered',
        );
        await event(shipment, '2026-02-03T16:05:00Z', 'Delivered');
        const paths = [
          await linkTo({ id: shipment.id as string }),
          `${await linkTo({ id: (await parcel({}, 'exception')).id as string })}?lang=ar`,
          `/public/tracking_pages/${page.subdomain as string}`,
        ];
        const visit = await openBrowser();
        try {
          for (const path of paths) {
            for (const colorScheme of ['light', 'dark'] as const) {
              await visit.page.emulateMedia({ colorScheme });
              await visit.page.setViewportSize({ width: 360, height: 800 });
              // other tests run beside this one, and make a visit slow that would not be so alone
              const painted = await best(5, PAINTED_MS, async () => {
                await visit.page.goto(api.url() + path);
                return visit.page.evaluate<number>(
                  `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
                  .observe({ type: 'largest-contentful-paint', buffered: true }))`,
                );
              });
              expect(painted).toBeLessThanOrEqual(PAINTED_MS);
              const wider = await visit.page.evaluate('document.documentElement.scrollWidth > innerWidth');
              expect([path, wider]).toEqual([path, false]);
              await visit.page.evaluate(axe.source);
              const { violations } = await visit.page.evaluate(() =>
                (globalThis as unknown as { axe: typeof axe }).axe.run(),
              );
              expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
            }
          }
          expect(visit.complaints).toEqual([]);
          expect(visit.requests.every((url) => url.startsWith(api.url()))).toBe(true);
          // on paper is what happened, and nothing to press
          await visit.page.goto(api.url() + (paths[0] as string));
          await visit.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
          const colour = await visit.page.evaluate('getComputedStyle(document.body).backgroundColor');
          expect(colour).toBe('rgb(255, 255, 255)');
          expect(await visit.page.locator('h1').isVisible()).toBe(true);
          for (const selector of ['form', 'nav']) {
            const shown = await visit.page.locator(selector).filter({ visible: true }).count();
            expect([selector, shown]).toEqual([selector, 0]);
          }
          await visit.page.emulateMedia({ media: 'screen' });
          await visit.page.goto(api.url() + (paths[2] as string));
          await visit.page.fill('[name=trackingNumber]', 'browsed1');
          await visit.page.click('button');
          await visit.page.waitForSelector('text=BROWSED1');
          // on a shop's own page the form is as high as it needs to be
          const shopPage = `${api.url()}/a-page-of-the-shop`;
          await visit.page.route(shopPage, (route) =>
            route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Shop</title>' }),
          );
          await visit.page.goto(shopPage);
          await visit.page.evaluate(`(() => {
            const script = document.createElement('script');
            script.dataset.page = ${JSON.stringify(page.subdomain)};
            script.textContent = ${JSON.stringify(widgetScript(api.url()))};
            document.body.append(script);
          })()`);
          await visit.page.waitForFunction(
            "/^[3-9]\\d\\d(?<!560)px$/.test(document.querySelector('iframe')?.style.height)",
          );
        } finally {
          await visit.close();
        }
      });
    });
  },
  { DNS_SERVERS: `127.0.0.1:${names.port}` },
);
