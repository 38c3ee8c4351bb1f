import { beforeAll, expect, it } from '@jest/globals';
import { type Answer, type Body, onEachApi, type TenantClient } from '../../support/api.js';
import { statementsOf } from '../../support/statements.js';

const CURSOR = { prefer: 'paging=cursor' };

onEachApi((api) => {
  let tenant: TenantClient;
  let path: string;

  const numbersOf = ({ body }: Answer): string[] =>
    body['hydra:member'].map((member: Body) => member.trackingNumber as string);

  /** Follows `hydra:next` to the end; `between` happens before each further page. */
  const follow = async (first: string, between: () => Promise<unknown> = () => Promise.resolve()) => {
    const pages: string[][] = [];
    let next: string | undefined = first;
    let headers: Record<string, string> = CURSOR;
    while (next !== undefined) {
      const answer: Answer = await tenant.get(next, headers);
      expect(answer.status).toBe(200);
      pages.push(numbersOf(answer));
      next = answer.body['hydra:view']?.['hydra:next'];
      headers = {};
      await between();
    }
    return pages;
  };

  beforeAll(async () => {
    tenant = await api.tenant();
    path = `${tenant.workspace}/shipments`;
    for (let index = 0; index < 23; index += 1) {
      const email = index % 4 === 0 ? null : `user${index % 3}@example.com`;
      const shipment = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        trackingNumber: `CUR${index}`,
        email,
      });
      await api
        .db()
        .transaction((transaction) =>
          transaction.run('UPDATE shipments SET transitStartedAt = ?, transitDays = ? WHERE id = ?', [
            index % 5 === 0 ? null : `2026-01-${String(10 + (index % 7)).padStart(2, '0')} 10:00:00.000000`,
            index % 6 === 0 ? 3 : null,
            shipment.id,
          ]),
        );
    }
  });

  it('counts nothing where the first page has all rows', async () => {
    for (const [itemsPerPage, isCounted] of [
      [23, false],
      [24, false],
      [22, true],
    ] as const) {
      const statements = await statementsOf(async () => {
        const { body } = await tenant.get(`${path}?itemsPerPage=${itemsPerPage}`, CURSOR);
        expect(body['hydra:totalItems']).toBe(23);
      });
      expect(statements.some((sql) => sql.includes('COUNT(*)'))).toBe(isCounted);
    }
  });

  it.each([
    '',
    'order[trackingNumber]=desc',
    'order[email]=asc',
    'order[email]=desc&order[trackingNumber]=asc',
    'order[daysInTransit]=asc&order[email]=desc',
    'order[daysInTransit]=desc',
    'order[createdAt]=desc&email=user1',
    'order[shipmentStatus.code]=asc&order[id]=desc',
  ])('goes through the rows of "%s" as pages by number do', async (query) => {
    const whole = await tenant.get(`${path}?${query}&itemsPerPage=500`);
    const pages = await follow(`${path}?${query}&itemsPerPage=4`);
    expect(pages.flat()).toEqual(numbersOf(whole));
    expect(pages.every((page) => page.length <= 4)).toBe(true);
  });

  it('neither repeats nor loses a row while rows are added and removed before it', async () => {
    let added = 0;
    const between = async () => {
      added += 1;
      await tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: `AAA${added}` });
    };
    const query = 'order[trackingNumber]=asc&trackingNumber=CUR&itemsPerPage=5';
    const pages = await follow(`${path}?${query}`, between);
    expect(pages.flat()).toHaveLength(23);
    expect(new Set(pages.flat()).size).toBe(23);
    const plain = await follow(`${path}?order[trackingNumber]=desc&itemsPerPage=5`, between);
    expect(plain.flat().filter((number) => number.startsWith('CUR'))).toHaveLength(23);
    expect(new Set(plain.flat()).size).toBe(plain.flat().length);
    const { body } = await tenant.get(`${path}?trackingNumber=AAA&itemsPerPage=500`);
    for (const member of body['hydra:member']) await tenant.delete(member['@id']);
  });

  it('keeps the clock of the first page, so that running days do not shift rows', async () => {
    const start = Date.parse('2026-02-01T09:59:00Z');
    api.setTime(start);
    tenant = { ...tenant, ...(await api.as(tenant)) };
    const query = 'order[daysInTransit]=desc&itemsPerPage=3';
    const expected = numbersOf(await tenant.get(`${path}?order[daysInTransit]=desc&itemsPerPage=500`));
    let now = start;
    const pages = await follow(`${path}?${query}`, () => {
      api.setTime((now += 40_000));
      return Promise.resolve();
    });
    api.setTime(undefined);
    tenant = { ...tenant, ...(await api.as(tenant)) };
    expect(pages.flat()).toEqual(expected);
  });

  it('links first and next alone, says so, and counts as before', async () => {
    const { body, headers } = await tenant.get(`${path}?itemsPerPage=5`, CURSOR);
    expect(headers.get('preference-applied')).toBe('paging=cursor');
    expect(body['hydra:totalItems']).toBe(23);
    expect(Object.keys(body['hydra:view'])).toEqual(['@id', '@type', 'hydra:first', 'hydra:next']);
    expect(body['hydra:view']['hydra:next']).toMatch(/\?itemsPerPage=5&cursor=[\w-]+$/);
    const second = await tenant.get(body['hydra:view']['hydra:next']);
    expect(second.body['hydra:view']['@id']).toBe(body['hydra:view']['hydra:next']);
  });

  it('is good for its own query alone, and cannot be forged', async () => {
    const { body } = await tenant.get(`${path}?itemsPerPage=5&order[email]=asc`, CURSOR);
    const next: string = body['hydra:view']['hydra:next'];
    const cursor = new URL(next, 'http://x').searchParams.get('cursor') ?? '';
    for (const wrong of [
      `${path}?order[email]=desc&cursor=${cursor}`,
      `${path}?cursor=${cursor}`,
      `/shipments?order[email]=asc&cursor=${cursor}`,
      `${path}?order[email]=asc&cursor=${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`,
      `${path}?order[email]=asc&cursor=x`,
      `${path}?order[email]=asc&cursor=`,
    ]) {
      const answer = await tenant.get(wrong);
      expect(answer.status).toBe(400);
      expect(answer.body['hydra:description']).toBe(
        'The cursor does not belong to this query. Begin again without it.',
      );
    }
    expect((await tenant.get(`${path}?itemsPerPage=2&order[email]=asc&cursor=${cursor}`)).status).toBe(200);
  });

  it('does not count when the client does not want to know', async () => {
    const { body, headers } = await tenant.get(`${path}?itemsPerPage=5&page=2`, { prefer: 'count=none' });
    expect(headers.get('preference-applied')).toBe('count=none');
    expect(body).not.toHaveProperty('hydra:totalItems');
    expect(Object.keys(body['hydra:view'])).toEqual([
      '@id',
      '@type',
      'hydra:first',
      'hydra:previous',
      'hydra:next',
    ]);
    expect(body['hydra:member']).toHaveLength(5);
    const last = await tenant.get(`${path}?itemsPerPage=5&page=5`, { prefer: 'count=none, paging=page' });
    expect(last.body['hydra:member']).toHaveLength(3);
    expect(last.body['hydra:view']).not.toHaveProperty('hydra:next');
    const both = await tenant.get(`${path}?itemsPerPage=5`, { prefer: 'paging=cursor, count=none' });
    expect(both.headers.get('preference-applied')).toBe('count=none, paging=cursor');
    expect(both.body).not.toHaveProperty('hydra:totalItems');
    expect(both.body['hydra:view']).toHaveProperty('hydra:next');
  });
});
