import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Body, onEachApi, type TenantClient } from '../../support/api.js';

const ROWS = 7;
const DOCUMENTATION = 'http://www.w3.org/ns/hydra/core#apiDocumentation';
/** What every answer links. */
const ALWAYS = [DOCUMENTATION, 'mercure'];

/** The links of an answer by their relation. */
const linksOf = ({ headers }: Answer): Record<string, string> =>
  Object.fromEntries(
    [...(headers.get('link') ?? '').matchAll(/<([^>]*)>; rel="([^"]*)"/g)].map(([, target, relation]) => [
      relation,
      target,
    ]),
  );

/** What `Link` should have for a view of JSON-LD. */
const expectedOf = (view: Body): Record<string, string> =>
  Object.fromEntries(
    ['first', 'previous', 'next', 'last']
      .map((name) => [name === 'previous' ? 'prev' : name, view?.[`hydra:${name}`] as string | undefined])
      .filter(([, target]) => target !== undefined),
  );

const pageLinks = (answer: Answer): Record<string, string> =>
  Object.fromEntries(Object.entries(linksOf(answer)).filter(([relation]) => !ALWAYS.includes(relation)));

onEachApi(
  (api) => {
    /** Has 7 shipments and 7 orders. */
    let tenant: TenantClient;
    beforeAll(async () => {
      tenant = await api.tenant();
      for (let index = 1; index <= ROWS; index++) {
        const { workspace } = tenant;
        await tenant.make('/shipments', { workspace, trackingNumber: `LINK${index}` });
        await tenant.make('/orders', { workspace, orderNumber: `L${index}` });
      }
    });

    const numbersOf = ({ body, headers }: Answer): string[] =>
      headers.get('content-type')?.startsWith('text/csv')
        ? [...(body as string).matchAll(/LINK\d/g)].map(([number]) => number)
        : (body as Body[]).map((each) => each.trackingNumber as string);

    /** Follows one relation to its end. */
    const follow = async (first: string, relation: string, headers: Record<string, string>) => {
      const pages: string[][] = [];
      for (let url: string | undefined = first; url !== undefined;) {
        const answer: Answer = await tenant.get(url, headers);
        expect(answer.status).toBe(200);
        pages.push(numbersOf(answer));
        url = linksOf(answer)[relation];
      }
      return pages;
    };

    const ALL = ['LINK1', 'LINK2', 'LINK3', 'LINK4', 'LINK5', 'LINK6', 'LINK7'];

    describe.each<[string, string, Record<string, string>]>([
      ['plain JSON', '', { accept: 'application/json' }],
      ['plain JSON by suffix', '.json', {}],
      ['CSV', '', { accept: 'text/csv' }],
      ['CSV by suffix', '.csv', {}],
    ])('a list in %s', (_, suffix, headers) => {
      it.each([
        ['', {}],
        ['count=none', { prefer: 'count=none' }],
        ['paging=cursor', { prefer: 'paging=cursor' }],
        ['paging=cursor, count=none', { prefer: 'paging=cursor, count=none' }],
      ])('is read to its end by following next, with Prefer: %s', async (_preference, prefer) => {
        for (const path of ['/shipments', `${tenant.workspace}/shipments`]) {
          const url = `${path}${suffix}?order[trackingNumber]=asc&itemsPerPage=3`;
          const pages = await follow(url, 'next', { ...headers, ...prefer });
          expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
          expect(pages.flat()).toEqual(ALL);
        }
      });

      it('is read backwards from its last page', async () => {
        const url = `/shipments${suffix}?order[trackingNumber]=asc&itemsPerPage=3`;
        const { last = '' } = linksOf(await tenant.get(url, headers));
        const pages = await follow(last, 'prev', headers);
        expect(pages.reverse().flat()).toEqual(ALL);
      });
    });

    const QUERIES = [
      '',
      '?',
      '?page=1',
      '?itemsPerPage=3',
      '?itemsPerPage=3&page=2',
      '?itemsPerPage=3&page=3',
      '?itemsPerPage=3&page=5',
      '?page=2',
      '?itemsPerPage=0',
      '?itemsPerPage=7',
      '?itemsPerPage=2&nonsense=%3Ca%3E%22,;é',
      '?order[createdAt]=desc&itemsPerPage=2&page=2&page=3',
    ];

    it.each(QUERIES)('has the links of hydra:view, and the total: %s', async (query) => {
      // cursors have the moment of the first page in them
      api.setTime(Date.now());
      for (const prefer of ['', 'count=none', 'paging=cursor', 'count=none, paging=cursor']) {
        for (const path of ['/shipments', '/orders', `${tenant.workspace}/orders`]) {
          const { body } = await tenant.get(path + query, { prefer });
          for (const [suffix, accept] of [
            ['', 'application/json'],
            ['', 'text/csv'],
            ['.json', '*/*'],
            ['.csv', '*/*'],
          ] as const) {
            const answer = await tenant.get(path + suffix + query, { prefer, accept });
            const expected = Object.entries(expectedOf(body['hydra:view'])).map(([relation, target]) => [
              relation,
              target.replace('?', `${suffix}?`),
            ]);
            expect(pageLinks(answer)).toEqual(Object.fromEntries(expected));
            expect(answer.headers.get('x-total-count')).toBe(
              prefer.includes('count=none') ? null : String(ROWS),
            );
          }
        }
      }
      api.setTime(undefined);
    });

    it('keeps the link to the documentation as the first one, where greedy patterns find it', async () => {
      const plain = await tenant.get('/shipments.json?itemsPerPage=2&page=2');
      const ld = await tenant.get('/shipments?itemsPerPage=2&page=2');
      expect(Object.keys(linksOf(plain))).toEqual([...ALWAYS, 'next', 'prev', 'first', 'last']);
      // as @api-platform/api-doc-parser looks for it
      const pattern = /<(.+)>; rel="http:\/\/www\.w3\.org\/ns\/hydra\/core#apiDocumentation"/;
      const found = pattern.exec(plain.headers.get('link') ?? '')?.[1];
      expect(found).toMatch(/^http[^<>]*\/docs\.jsonld$/);
      expect(pattern.exec(ld.headers.get('link') ?? '')?.[1]).toBe(found);
      expect(Object.keys(linksOf(ld))).toEqual(ALWAYS);
    });

    it('says the same to HEAD and in a 304', async () => {
      const url = '/shipments.json?itemsPerPage=2&page=2';
      const got = await tenant.get(url);
      const known = { headers: { 'if-none-match': got.headers.get('etag') ?? '' } };
      for (const [status, answer] of [
        [200, await tenant.send('HEAD', url)],
        [304, await tenant.send('GET', url, known)],
      ] as const) {
        expect(answer.status).toBe(status);
        expect(linksOf(answer)).toEqual(linksOf(got));
        expect(answer.headers.get('x-total-count')).toBe(String(ROWS));
      }
    });

    it('leaves out links, next the last, when a long query would make the header too large', async () => {
      const ids = (count: number): string =>
        Array.from({ length: count }, (_, at) => `id[]=${String(at).padStart(36, 'x')}`).join('&');
      const relations = async (count: number): Promise<string[]> =>
        Object.keys(pageLinks(await tenant.get(`/shipments.json?page=2&${ids(count)}`)));
      expect(await relations(1)).toEqual(['prev', 'first', 'last']);
      expect(await relations(40)).toEqual(['prev']);
      expect(await relations(500)).toEqual([]);
      const long = (length: number): string =>
        `/shipments.json?itemsPerPage=2&page=2&x=${'a'.repeat(length)}`;
      expect(Object.keys(pageLinks(await tenant.get(long(2_000))))).toEqual(['next']);
      expect(Object.keys(pageLinks(await tenant.get(long(11_000))))).toEqual(['next']);
      expect(Object.keys(pageLinks(await tenant.get(long(40_000))))).toEqual([]);
    });

    it('is readable by pages of other origins', async () => {
      const { headers } = await tenant.get('/shipments.json', { origin: 'https://admin.example.com' });
      const exposed = (headers.get('access-control-expose-headers') ?? '').split(', ');
      expect(exposed).toEqual(expect.arrayContaining(['Link', 'X-Total-Count']));
    });

    it('of one item, of a refusal and of a streamed list has no other pages', async () => {
      const [one] = (await tenant.get('/shipments.json?itemsPerPage=1')).body as Body[];
      for (const url of [
        `/shipments/${one.id}.json`,
        '/shipments.json?page=0',
        '/shipments.csv?itemsPerPage=all',
      ]) {
        const answer = await tenant.get(url);
        expect(Object.keys(linksOf(answer))).toEqual(ALWAYS);
        expect(answer.headers.get('x-total-count')).toBeNull();
      }
    });

    it('is documented', async () => {
      const { body } = await api.anonymous().get('/docs.json');
      const { headers } = body.paths['/shipments'].get.responses['200'];
      expect(headers).toMatchObject({ Link: {}, 'X-Total-Count': {} });
      expect(body.components.headers.Link.description).toContain('`next`');
    });
  },
  { CORS_ORIGINS: 'https://admin.example.com' },
);
