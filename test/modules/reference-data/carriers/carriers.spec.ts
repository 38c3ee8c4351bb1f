import { beforeAll, describe, expect, it } from '@jest/globals';
import { apiDocument } from '../../../../src/app/api-document.js';
import { TRACKING_STATUSES } from '../../../../src/modules/tracking/tracking-statuses.js';
import { type Body, onEachApi, type TenantClient } from '../../../support/api.js';
import { Documented } from '../../../support/documented.js';

const documented = new Documented(apiDocument('https://waybill.invalid'));
const PLAIN = { accept: 'application/json' };

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
  });

  const PUBLIC = [
    ['/public/carriers', '/public/carriers', 'Carrier'],
    ['/public/carriers/{code}', '/public/carriers/usps', 'Carrier'],
    ['/public/tracking_statuses', '/public/tracking_statuses', 'TrackingStatus'],
    ['/public/tracking_statuses/{code}', '/public/tracking_statuses/in_transit', 'TrackingStatus'],
  ] as const;
  const PROTECTED = [
    ['/countries', '/countries', 'Country'],
    ['/countries/{code}', '/countries/US', 'Country'],
    ['/countries/{code}/states', '/countries/US/states', 'State'],
    ['/states', '/states', 'State'],
    ['/states/{code}', '/states/US-CA', 'State'],
  ] as const;

  describe.each([...PUBLIC, ...PROTECTED])('%s', (template, path, name) => {
    it('is as documented in every format', async () => {
      for (const accept of ['application/ld+json', 'application/json', 'text/csv']) {
        const answer = await tenant.get(path, { accept });
        expect(answer.status).toBe(200);
        expect(answer.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
        expect(documented.deviations('GET', template, answer)).toEqual([]);
      }
      const { body } = await tenant.get(path);
      expect(body).toMatchObject({ '@context': `/contexts/${name}`, '@id': path });
      expect((await api.anonymous().get(body['@context'])).status).toBe(200);
      expect((await tenant.get(path, { accept: 'application/xml' })).status).toBe(406);
    });

    it('is kept by caches, and not sent again to who has it', async () => {
      const first = await tenant.get(path);
      const tag = first.headers.get('etag') ?? '';
      expect(first.headers.get('cache-control')).toMatch(/^(public|private), max-age=3600$/);
      const again = await tenant.get(path, { 'if-none-match': tag });
      expect([again.status, again.body]).toEqual([304, '']);
      const head = await tenant.send('HEAD', path);
      expect([head.status, head.body]).toEqual([200, '']);
    });
  });

  it.each(PUBLIC.map(([, path]) => path))('%s needs no token', async (path) => {
    const answer = await api.anonymous().get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toMatch(/^public/);
  });

  it.each([...PROTECTED.map(([, path]) => path), '/tracking_numbers/1/detect-carrier'])(
    '%s needs a token',
    async (path) => {
      expect((await api.anonymous().get(path)).status).toBe(401);
    },
  );

  describe('the carriers', () => {
    it('come all at once, with code and name, whatever page is asked for', async () => {
      const { body } = await tenant.get('/public/carriers?page=2&itemsPerPage=10');
      expect(body['hydra:totalItems']).toBe(body['hydra:member'].length);
      expect(body['hydra:totalItems']).toBeGreaterThanOrEqual(250);
      expect(body['hydra:member'][0]).toEqual({
        '@id': '/public/carriers/dhl',
        '@type': 'Carrier',
        code: 'dhl',
        name: 'DHL Express',
      });
      const plain = await tenant.get('/public/carriers', PLAIN);
      expect(plain.body[0]).toEqual({ code: 'dhl', name: 'DHL Express' });
      expect(plain.body).toHaveLength(body['hydra:totalItems']);
    });

    it('have all their fields with groups[]=get', async () => {
      const { body } = await tenant.get('/public/carriers?groups%5B%5D=get', PLAIN);
      const usps = body.find(({ code }: Body) => code === 'usps');
      expect(usps).toEqual({
        code: 'usps',
        name: 'USPS',
        phone: '+1 800 275 8777',
        url: 'https://www.usps.com',
        image: null,
        countryIso2Codes: ['US'],
        description: 'National post: United States.',
        trackingUrlTemplate: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={}',
      });
      expect((await tenant.get('/public/carriers/usps', PLAIN)).body).toEqual(usps);
    });

    it('have the test carrier among them', async () => {
      const { body } = await api.anonymous().get('/public/carriers/tm-test');
      expect(body).toMatchObject({ '@id': '/public/carriers/tm-test', code: 'tm-test', name: 'TM Test' });
    });

    it.each(['/public/carriers/nobody', '/public/carriers/USPS', '/public/tracking_statuses/lost'])(
      '%s is a 404',
      async (path) => {
        expect(await api.anonymous().get(path)).toMatchObject({
          status: 404,
          body: { '@type': 'hydra:Error', 'hydra:description': 'Not Found' },
        });
      },
    );
  });

  it('the tracking statuses are all there, with words for them', async () => {
    const { body } = await api.anonymous().get('/public/tracking_statuses', PLAIN);
    expect(body.map(({ code }: Body) => code)).toEqual(Object.keys(TRACKING_STATUSES));
    expect(body[2]).toEqual({
      code: 'in_transit',
      title: 'In transit',
      description: 'The carrier has the parcel and moves it.',
    });
  });

  describe('the countries', () => {
    it('are those of ISO 3166, and say whether they have states', async () => {
      const { body } = await tenant.get('/countries', PLAIN);
      expect(body).toHaveLength(249);
      expect(body).toContainEqual({ code: 'AT', name: 'Austria', preferred: false, stateful: true });
      expect(body).toContainEqual({
        code: 'US',
        name: 'United States of America',
        preferred: true,
        stateful: true,
      });
      expect(body.find(({ code }: Body) => code === 'HK').stateful).toBe(false);
    });

    it('have their own states, each of which is one of all', async () => {
      const { body } = await tenant.get('/countries/US/states', PLAIN);
      expect(body).toContainEqual({ code: 'US-CA', name: 'California' });
      expect(body.every(({ code }: Body) => code.startsWith('US-'))).toBe(true);
      const all = (await tenant.get('/states', PLAIN)).body;
      expect(all).toEqual(expect.arrayContaining(body));
      expect((await tenant.get('/countries/HK/states', PLAIN)).body).toEqual([]);
    });

    it.each(['/countries/XX', '/countries/XX/states', '/states/US', '/states/XX-1'])(
      '%s is a 404',
      async (path) => {
        expect((await tenant.get(path)).status).toBe(404);
      },
    );
  });

  describe('detection', () => {
    const detect = (number: string) =>
      tenant.get(`/tracking_numbers/${encodeURIComponent(number)}/detect-carrier`);

    it('answers a plain list, the most certain carrier first', async () => {
      const answer = await detect(' rb123456785gb ');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(documented.deviations('GET', '/tracking_numbers/{number}/detect-carrier', answer)).toEqual([]);
      expect(answer.body).toEqual([
        {
          code: 'royal-mail',
          name: 'Royal Mail',
          confidence: 1,
          certainty: 'checked',
          countryIso2: 'GB',
          format: 'UPU S10',
          trackingUrl: 'https://www.royalmail.com/track-your-item#/tracking-results/RB123456785GB',
        },
      ]);
    });

    it.each([
      ['287809468872', ['fedex', 'purolator']],
      ['1Z\u00A0999AA10123456784', ['ups']],
      ['TM123456789TM', ['tm-test']],
      ['BR123456789', []],
      ['<script>alert(1)</script>', []],
      ['a/b?c#d%', []],
      ['1'.repeat(250), []],
    ])('of %j finds %j', async (number, codes) => {
      const { status, body } = await detect(number);
      expect([status, body.map(({ code }: Body) => code)]).toEqual([200, codes]);
    });
  });
});
