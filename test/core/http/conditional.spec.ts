import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Body, onEachApi, type TenantClient } from '../../support/api.js';

const PATCH = { 'content-type': 'application/merge-patch+json' };

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let shipment: Body;
    const patch = (iri: string, body: unknown, headers: Record<string, string> = {}) =>
      tenant.send('PATCH', iri, { headers: { ...PATCH, ...headers }, body: JSON.stringify(body) });

    beforeAll(async () => {
      tenant = await api.tenant();
      shipment = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: 'COND1',
        email: 'a@example.com',
        address: { city: 'Kyiv', postcode: '01001' },
      });
    });

    describe('formats', () => {
      it('are chosen by Accept, and by the suffix of the path', async () => {
        const iri = shipment['@id'];
        const type = async (path: string, accept: string) =>
          (await tenant.get(path, { accept })).headers.get('content-type');
        expect(await type(iri, 'application/json')).toBe('application/json; charset=utf-8');
        expect(await type(iri, 'application/json, text/plain, */*')).toBe(
          'application/ld+json; charset=utf-8',
        );
        expect(await type(`${iri}.json`, '*/*')).toBe('application/json; charset=utf-8');
        expect(await type(`${iri}.jsonld`, 'text/html, */*;q=0.1')).toBe(
          'application/ld+json; charset=utf-8',
        );
        expect(await type(`/shipments.csv?itemsPerPage=1`, '*/*')).toBe('text/csv; charset=utf-8');
        expect(await type(`${tenant.workspace}/shipments`, 'text/csv')).toBe('text/csv; charset=utf-8');
      });

      it('refuse a suffix that Accept excludes, and types that there are not', async () => {
        const excluded = await tenant.get('/shipments.json', { accept: 'text/csv' });
        expect(excluded.status).toBe(406);
        const xml = await tenant.get('/shipments', { accept: 'application/xml' });
        expect(xml.status).toBe(406);
        expect(xml.body['hydra:description']).toBe(
          'Requested format "application/xml" is not supported. ' +
            'Supported MIME types are "application/ld+json", "application/json", "text/csv".',
        );
      });

      it('keep the suffix in the links to other pages, and leave it out of IRIs', async () => {
        const { body } = await tenant.get('/shipments.jsonld?itemsPerPage=1');
        expect(body['@id']).toBe('/shipments');
        expect(body['hydra:view']['@id']).toBe('/shipments.jsonld?itemsPerPage=1');
      });
    });

    describe('entity tags', () => {
      it('answer a GET that has the same content already with 304 and no body', async () => {
        for (const path of [shipment['@id'], '/shipments', `${tenant.workspace}/shipments.csv`]) {
          const first = await tenant.get(path);
          const tag = first.headers.get('etag') ?? '';
          expect(tag).toMatch(/^"[\w-]+"$/);
          const again = await tenant.get(path, { 'if-none-match': `"other", W/${tag}` });
          expect(again.status).toBe(304);
          expect(again.body).toBe('');
          expect(again.headers.get('etag')).toBe(tag);
          expect((await tenant.get(path, { 'if-none-match': '"other"' })).status).toBe(200);
        }
      });

      it('guard PUT, PATCH and DELETE against changes in between', async () => {
        const mine = await tenant.make('/shipments', {
          workspace: tenant.workspace,
          trackingNumber: 'COND2',
        });
        const tag = (await tenant.get(mine['@id'])).headers.get('etag') ?? '';
        const first = await tenant.put(mine['@id'], { email: 'first@example.com' }, { 'if-match': tag });
        expect(first.status).toBe(200);
        const second = await tenant.put(mine['@id'], { email: 'second@example.com' }, { 'if-match': tag });
        expect(second.status).toBe(412);
        expect(second.body['hydra:description']).toBe(
          'The item has changed. Get it again before you change it.',
        );
        expect((await patch(mine['@id'], { email: null }, { 'if-match': tag })).status).toBe(412);
        expect((await tenant.delete(mine['@id'], { 'if-match': tag })).status).toBe(412);
        const plain = await tenant.get(mine['@id'], { accept: 'application/json' });
        expect(plain.body.email).toBe('first@example.com');
        const current = plain.headers.get('etag') ?? '';
        const asCsv = (await tenant.get(`${mine['@id']}.csv`)).headers.get('etag') ?? '';
        expect((await tenant.put(mine['@id'], {}, { 'if-match': asCsv })).status).toBe(200);
        expect((await patch(mine['@id'], { phoneNumber: '1' }, { 'if-match': current })).status).toBe(200);
        expect((await tenant.delete(mine['@id'], { 'if-match': '*' })).status).toBe(204);
        expect((await tenant.put(mine['@id'], {}, { 'if-match': '*' })).status).toBe(404);
      });

      it('let one of ten writers through that all read the same', async () => {
        const mine = await tenant.make('/shipments', {
          workspace: tenant.workspace,
          trackingNumber: 'COND3',
        });
        const tag = (await tenant.get(mine['@id'])).headers.get('etag') ?? '';
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            tenant.put(mine['@id'], { phoneNumber: `${index}` }, { 'if-match': tag }),
          ),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
      });
    });

    describe('a merge patch', () => {
      it('keeps what it leaves out, inside objects too, and clears with null', async () => {
        const { status, body } = await patch(shipment['@id'], {
          email: null,
          address: { postcode: null, countryIso2: 'ua' },
        });
        expect(status).toBe(200);
        expect(body).toMatchObject({
          email: null,
          trackingNumber: 'COND1',
          address: { city: 'Kyiv', postcode: null, countryIso2: 'UA' },
        });
        expect((await patch(shipment['@id'], { address: null })).body.address).toBeNull();
      });

      it('merges maps', async () => {
        const order = await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: 'p' });
        const item = await tenant.make('/order_items', {
          order: order['@id'],
          productOptions: { size: 'L', colour: 'red' },
        });
        const { body } = await patch(item['@id'], { productOptions: { size: null, fit: 'slim' } });
        expect(body.productOptions).toEqual({ colour: 'red', fit: 'slim' });
      });

      it('is the only body that PATCH takes', async () => {
        const answer = await patch(shipment['@id'], {}, { 'content-type': 'application/json' });
        expect(answer.status).toBe(415);
        expect(answer.body['hydra:description']).toBe(
          'The content-type "application/json" is not supported. Supported MIME types are "application/merge-patch+json".',
        );
        expect((await tenant.put(shipment['@id'], {}, PATCH)).status).toBe(415);
        const read = await tenant.get(shipment['@id']);
        expect(read.headers.get('accept-patch')).toBe('application/merge-patch+json');
      });

      it('checks as a PUT does', async () => {
        const { status, body } = await patch(shipment['@id'], { address: { countryIso2: 'USA' } });
        expect(status).toBe(400);
        expect(body.violations).toMatchObject([{ propertyPath: 'address.countryIso2' }]);
      });
    });

    describe('methods', () => {
      it('HEAD answers as GET does, without the body', async () => {
        const head = await tenant.send('HEAD', '/shipments');
        const get = await tenant.get('/shipments');
        expect(head.status).toBe(200);
        expect(head.body).toBe('');
        for (const name of ['etag', 'content-type', 'link', 'vary']) {
          expect(head.headers.get(name)).toBe(get.headers.get(name));
        }
      });

      it('OPTIONS says what a path can do', async () => {
        const list = await api.anonymous().send('OPTIONS', '/shipments');
        expect(list.status).toBe(204);
        expect(list.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
        const item = await api.anonymous().send('OPTIONS', shipment['@id']);
        expect(item.headers.get('allow')).toBe('DELETE, GET, HEAD, PATCH, PUT, OPTIONS');
        expect((await api.anonymous().send('OPTIONS', '/nope')).status).toBe(404);
      });

      it('that a path does not have are 405 with Allow', async () => {
        const answer = await tenant.send('DELETE', '/shipments');
        expect(answer.status).toBe(405);
        expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
        expect((await tenant.send('PUT', '/tracking_checkpoints/1')).status).toBe(405);
      });
    });

    describe('pages of other origins', () => {
      it('may call when they are listed, and read what the headers say', async () => {
        const origin = 'https://admin.example.com';
        const preflight = await api.anonymous().send('OPTIONS', '/shipments', {
          headers: {
            origin,
            'access-control-request-method': 'PATCH',
            'access-control-request-headers': 'if-match',
          },
        });
        expect(preflight.status).toBe(204);
        expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
        expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
        expect(preflight.headers.get('access-control-allow-headers')).toBe('if-match');
        const { headers } = await tenant.get('/shipments', { origin });
        expect(headers.get('access-control-allow-origin')).toBe(origin);
        expect(headers.get('access-control-expose-headers')).toContain('ETag');
        expect(headers.get('vary')).toContain('Origin');
      });

      it('may not when they are not', async () => {
        const { headers } = await tenant.get('/shipments', { origin: 'https://evil.example.com' });
        expect(headers.get('access-control-allow-origin')).toBeNull();
      });
    });
  },
  { CORS_ORIGINS: 'https://admin.example.com, https://other.example.com' },
);

onEachApi((api) => {
  it('has no CORS headers when no origin is configured', async () => {
    const tenant = await api.tenant();
    const { headers } = await tenant.get('/shipments', { origin: 'https://admin.example.com' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await api.anonymous().send('OPTIONS', '/shipments', {
      headers: { origin: 'https://admin.example.com', 'access-control-request-method': 'GET' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});
