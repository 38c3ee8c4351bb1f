import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type TenantClient } from '../support/api.js';
import { asked, found, write } from '../support/rows.js';

/** Shipments by name, with the moment they were shipped. */
const SHIPPED: Record<string, string | null> = {
  never: null,
  eve: '2026-01-01 23:59:59.000000',
  midnight: '2026-01-02 00:00:00.000000',
  eight: '2026-01-02 08:00:00.000000',
  ten: '2026-01-02 10:00:00.000000',
  'within ten': '2026-01-02 10:00:00.250000',
  later: '2026-01-02 10:00:01.000000',
  leap: '2028-02-29 12:00:00.000000',
};
const ALL = Object.keys(SHIPPED);
const SINCE_TEN = ['ten', 'within ten', 'later', 'leap'];
const UNTIL_TEN = ['eve', 'midnight', 'eight', 'ten', 'within ten'];

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
    for (const [name, shippedAt] of Object.entries(SHIPPED)) {
      const row = { workspace: tenant.workspace, externalSourceSyncId: name };
      const { id } = await tenant.make('/shipments', row);
      await write(api, 'shipments', id, { shippedAt });
    }
  });
  const shipments = (query: string): Promise<string[]> => found(tenant, `/shipments?${query}`);

  it.each([
    ['after', SINCE_TEN],
    ['strictly_after', ['later', 'leap']],
    ['before', UNTIL_TEN],
    ['strictly_before', ['eve', 'midnight', 'eight']],
  ])('shippedAt[%s]=2026-01-02T10:00:00Z', async (operator, names) => {
    expect(await shipments(asked(`shippedAt[${operator}]`, '2026-01-02T10:00:00Z'))).toEqual(names);
  });

  it.each([
    ['after', ['midnight', 'eight', 'ten', 'within ten', 'later', 'leap']],
    ['strictly_after', ['eight', 'ten', 'within ten', 'later', 'leap']],
    ['before', ['eve', 'midnight']],
    ['strictly_before', ['eve']],
  ])('a date without a time is its midnight: shippedAt[%s]=2026-01-02', async (operator, names) => {
    expect(await shipments(`shippedAt[${operator}]=2026-01-02`)).toEqual(names);
  });

  it.each([
    '2026-01-02T10:00:00+00:00',
    '2026-01-02T10:00:00.000Z',
    '2026-01-02T10:00:00,000Z',
    '2026-01-02T10:00:00z',
    '2026-01-02T10:00Z',
    '2026-01-02T10:00',
    '2026-01-02 10:00:00',
    ' 2026-01-02T10:00:00Z ',
    '2026-01-02T12:00:00+02:00',
    '2026-01-02T12:00:00+0200',
    '2026-01-02T12:00:00 +02:00',
    '2026-01-02T15:30:00+05:30',
    '2026-01-02T05:00:00-05:00',
    '2026-01-01T20:30:00-13:30',
    '2026-01-03T00:00:00+14:00',
  ])('reads %s as ten o’clock', async (moment) => {
    expect(await shipments(asked('shippedAt[after]', moment))).toEqual(SINCE_TEN);
    expect(await shipments(asked('shippedAt[before]', moment))).toEqual(UNTIL_TEN);
  });

  it.each(['1767348000', ' 1767348000 ', '1767348000.0', '1767348000000'])(
    'reads the Unix time %s as ten o’clock',
    async (moment) => {
      expect(await shipments(asked('shippedAt[after]', moment))).toEqual(SINCE_TEN);
      expect(await shipments(asked('shippedAt[strictly_after]', moment))).toEqual(['later', 'leap']);
      expect(await shipments(asked('shippedAt[before]', moment))).toEqual(UNTIL_TEN);
      expect(await shipments(asked('shippedAt[strictly_before]', moment))).toEqual([
        'eve',
        'midnight',
        'eight',
      ]);
    },
  );

  it('reads the moment of document 001, and fractions of a second', async () => {
    expect(await shipments('shippedAt[after]=1610236800')).toEqual(ALL.slice(1));
    expect(await shipments('shippedAt[before]=1610236800')).toEqual([]);
    expect(await shipments('shippedAt[after]=1767348000.2&shippedAt[before]=1767348000.3')).toEqual([
      'within ten',
    ]);
  });

  it.each(['2026', '20260102', '99999999', '17673480000000', '9999999999999999', '-1767348000', '1e9'])(
    'takes %s for no moment',
    async (text) => {
      expect(await shipments(asked('shippedAt[after]', text))).toEqual(ALL);
      const strict = await tenant.get(`/shipments?${asked('shippedAt[after]', text)}`, {
        prefer: 'handling=strict',
      });
      expect(strict.status).toBe(400);
    },
  );

  it.each(['createdAt', 'updatedAt', 'lastStatusUpdate', 'expectedDeliveryDate'])(
    '%s takes Unix seconds, in lists of shipments, orders and exports of them',
    async (name) => {
      const path = ['createdAt', 'updatedAt'].includes(name) ? ['shipments', 'orders'] : ['shipments'];
      for (const each of path) {
        const strict = await tenant.get(`/${each}?${name}[after]=1610236800`, { prefer: 'handling=strict' });
        expect(strict.status).toBe(200);
        const later = await tenant.get(`/${each}?${name}[after]=9999999999`);
        expect(later.body['hydra:totalItems']).toBe(0);
      }
    },
  );

  it('reads a plus sign that was not encoded, which arrives as a blank', async () => {
    expect(await shipments('shippedAt[after]=2026-01-02T12:00:00+02:00')).toEqual(SINCE_TEN);
    expect(await shipments('shippedAt[before]=2026-01-02T12:00:00+0200')).toEqual(UNTIL_TEN);
  });

  it('reads 29 February of a leap year', async () => {
    expect(await shipments('shippedAt[after]=2028-02-29')).toEqual(['leap']);
    expect(await shipments('shippedAt[after]=2028-03-01')).toEqual([]);
  });

  it('tells fractions of a second apart when they are given', async () => {
    expect(await shipments('shippedAt[after]=2026-01-02T10:00:00.25Z')).toEqual([
      'within ten',
      'later',
      'leap',
    ]);
    expect(await shipments('shippedAt[after]=2026-01-02T10:00:00.250001Z')).toEqual(['later', 'leap']);
    expect(await shipments('shippedAt[strictly_after]=2026-01-02T10:00:00.25Z')).toEqual(['later', 'leap']);
    expect(await shipments('shippedAt[before]=2026-01-02T10:00:00.249999Z')).toEqual(UNTIL_TEN.slice(0, -1));
  });

  it.each([
    '',
    'garbage',
    'now',
    'yesterday',
    '2026',
    '2026-01',
    '2026-1-2',
    '20260102',
    '02.01.2026',
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-01-02T24:00:00Z',
    '2026-01-02T10:60:00Z',
    '2026-01-02T10:00:60Z',
    '2026-01-02T10',
    '2026-01-02T10:00:00Zx',
    '2026-01-02T10:00:00+2',
    "2026-01-02' OR '1'='1",
    '2026-01-02T10:00:00%',
    '9999-12-31T23:59:59-01:00',
    '0001-01-01T00:00:00+01:00',
    '２０２６-01-02',
  ])('ignores "%s"', async (moment) => {
    expect(await shipments(asked('shippedAt[after]', moment))).toEqual(ALL);
    const both = asked('shippedAt[after]', moment, 'shippedAt[before]', '2026-01-02');
    expect(await shipments(both)).toEqual(['eve', 'midnight']);
  });

  it.each([
    'shippedAt=2026-01-02',
    'shippedAt[]=2026-01-02',
    'shippedAt[gt]=2026-01-02',
    'shippedAt[After]=2026',
  ])('has no parameter %s', async (query) => {
    expect(await shipments(query)).toEqual(ALL);
  });

  it('finds nothing that has no date, at whichever end of time', async () => {
    const [, ...dated] = ALL;
    expect(await shipments('shippedAt[after]=0001-01-01')).toEqual(dated);
    expect(await shipments('shippedAt[before]=9999-12-31T23:59:59Z')).toEqual(dated);
    expect(await shipments('shippedAt[before]=0001-01-01')).toEqual([]);
    expect(await shipments('shippedAt[after]=9999-12-31')).toEqual([]);
  });

  it('combines its operators, and the last of equal ones counts', async () => {
    expect(
      await shipments('shippedAt[after]=2026-01-02&shippedAt[strictly_before]=2026-01-02T10:00:00Z'),
    ).toEqual(['midnight', 'eight']);
    expect(await shipments('shippedAt[after]=2026-01-03&shippedAt[before]=2026-01-02')).toEqual([]);
    expect(await shipments('shippedAt[after]=2026-01-02&shippedAt[after]=2028-01-01')).toEqual(['leap']);
  });

  describe('a moment that an answer shows', () => {
    const NOW = Date.UTC(2026, 0, 5, 12, 30, 15, 678);
    let other: TenantClient;
    const team = (): string => `/teams/${other.teamId}`;
    beforeAll(async () => {
      api.setTime(NOW);
      other = await api.tenant();
      const row = { workspace: other.workspace, externalSourceSyncId: 'it' };
      await other.make('/shipments', row);
      await other.make('/orders', { ...row, orderNumber: '1' });
      await other.make('/products', { team: team(), externalSourceSyncId: 'it' });
    });
    afterAll(() => api.setTime(undefined));

    it.each([
      ['shipments', 'createdAt'],
      ['shipments', 'updatedAt'],
      ['orders', 'createdAt'],
      ['orders', 'updatedAt'],
    ])('finds its own row, inclusively and not strictly: /%s %s', async (path, property) => {
      const { body } = await other.get(`/${path}`);
      const shown = body['hydra:member'][0][property] as string;
      expect(shown).toBe('2026-01-05T12:30:15+00:00');
      const of = (operator: string): Promise<string[]> =>
        found(other, `/${path}?${asked(`${property}[${operator}]`, shown)}`);
      expect(await of('after')).toEqual(['it']);
      expect(await of('before')).toEqual(['it']);
      expect(await of('strictly_after')).toEqual([]);
      expect(await of('strictly_before')).toEqual([]);
    });

    it('finds products by dates that they do not show', async () => {
      expect(
        await found(other, '/products?createdAt[after]=2026-01-05&updatedAt[before]=2026-01-06'),
      ).toEqual(['it']);
      expect(await found(other, '/products?createdAt[after]=2026-01-06')).toEqual([]);
      expect(await found(other, '/products?updatedAt[before]=2026-01-05')).toEqual([]);
    });

    it('holds beside other filters', async () => {
      expect(await found(other, '/shipments?createdAt[after]=2026-01-05&externalSourceSyncId=it')).toEqual([
        'it',
      ]);
      expect(await found(other, '/shipments?createdAt[after]=2026-01-05&externalSourceSyncId=x')).toEqual([]);
      expect(
        await found(other, '/shipments?createdAt[after]=2026-01-05&shippedAt[after]=2026-01-05'),
      ).toEqual([]);
    });
  });

  it.each(['lastStatusUpdate', 'expectedDeliveryDate'])('shipments are found by %s', async (property) => {
    const other = await api.tenant();
    for (const [name, moment] of [
      ['old', '2026-01-01 00:00:00.000000'],
      ['new', '2026-02-01 00:00:00.000000'],
    ] as const) {
      const { id } = await other.make('/shipments', {
        workspace: other.workspace,
        externalSourceSyncId: name,
      });
      await write(api, 'shipments', id, { [property]: moment });
    }
    expect(await found(other, `/shipments?${property}[after]=2026-01-15`)).toEqual(['new']);
    expect(await found(other, `/shipments?${property}[strictly_before]=2026-01-15`)).toEqual(['old']);
  });
});
