import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toStored } from '../../src/core/metadata/datetime.js';
import { onEachApi, type Body, type TenantClient } from '../support/api.js';
import { asked, found, write } from '../support/rows.js';

const NOW = Date.UTC(2026, 2, 29, 12);
const DAY = 86_400_000;

/** `since`: milliseconds before now, null when the clock has not begun; `days`: what it counted when it stopped. */
interface ClockRow {
  readonly since: number | null;
  readonly days?: number;
}

/** What each shows is in its name. */
const CLOCKS: Record<string, ClockRow> = {
  '10, running': { since: 10 * DAY + 1 },
  'none, not begun': { since: null },
  '0, since now': { since: 0 },
  '0, until the next millisecond': { since: DAY - 1 },
  '1, since this millisecond': { since: DAY },
  '1, until the next millisecond': { since: 2 * DAY - 1 },
  '2, since this millisecond': { since: 2 * DAY },
  '1, stopped': { since: 30 * DAY, days: 1 },
  '10, stopped': { since: 300 * DAY, days: 10 },
  '0, stopped': { since: 5 * DAY, days: 0 },
  '0, from tomorrow': { since: -DAY },
};
const SHOWN = [10, null, 0, 0, 1, 1, 2, 1, 10, 0, 0];

const OPERATORS: Record<string, (shown: number, asked: number) => boolean> = {
  '': (shown, value) => shown === value,
  '[gt]': (shown, value) => shown > value,
  '[gte]': (shown, value) => shown >= value,
  '[lt]': (shown, value) => shown < value,
  '[lte]': (shown, value) => shown <= value,
};
const VALUES = ['-1', '0', '0.5', '1', '2', '10', '11', '1e9'];

onEachApi(
  (api) => {
    let tenant: TenantClient;
    beforeAll(async () => {
      api.setTime(NOW);
      tenant = await api.tenant();
      for (const [name, { since, days }] of Object.entries(CLOCKS)) {
        const row = { workspace: tenant.workspace, externalSourceSyncId: name };
        const { id } = await tenant.make('/shipments', row);
        const moment = since === null ? null : toStored(NOW - since);
        await write(api, 'shipments', id, {
          transitStartedAt: moment,
          transitDays: days ?? null,
          ...(moment === null ? {} : { createdAt: moment, idleDays: days ?? null }),
        });
      }
    });
    afterAll(() => api.setTime(undefined));

    const shipments = (query: string): Promise<string[]> => found(tenant, `/shipments?${query}`);
    const shown = async (clock: string): Promise<(readonly [name: string, days: number | null])[]> => {
      const { body } = await tenant.get('/shipments');
      return (body['hydra:member'] as Body[]).map((each) => [each.externalSourceSyncId, each[clock]]);
    };

    describe('daysInTransit', () => {
      it('are whole days, rounded down, and null before they have begun', async () => {
        expect(await shown('daysInTransit')).toEqual(
          Object.keys(CLOCKS).map((name, at) => [name, SHOWN[at]]),
        );
      });

      it.each([
        [
          'daysInTransit=0',
          ['0, since now', '0, until the next millisecond', '0, stopped', '0, from tomorrow'],
        ],
        ['daysInTransit=1', ['1, since this millisecond', '1, until the next millisecond', '1, stopped']],
        ['daysInTransit[]=2&daysInTransit[]=10', ['10, running', '2, since this millisecond', '10, stopped']],
        ['daysInTransit[between]=2..10', ['10, running', '2, since this millisecond', '10, stopped']],
        ['daysInTransit[gt]=2&daysInTransit[lt]=10', []],
        ['daysInTransit[between]=10..2', []],
        ['daysInTransit[gte]=2', ['10, running', '2, since this millisecond', '10, stopped']],
        ['daysInTransit[gt]=10', []],
      ])('%s', async (query, names) => {
        expect(await shipments(query)).toEqual(names);
      });

      it('are ignored by a filter without a usable number', async () => {
        for (const query of ['daysInTransit=', 'daysInTransit[]=1&daysInTransit[]=x', 'daysInTransit[gt]=x'])
          expect(await shipments(query)).toHaveLength(SHOWN.length);
      });
    });

    describe.each(['daysInTransit', 'daysInIdle'])(
      '%s: what is shown, filtered and sorted agrees',
      (clock) => {
        it.each([
          ['now', 0],
          ['a millisecond earlier', -1],
          ['a millisecond later', 1],
          ['a day later', DAY],
        ])('%s', async (_, later) => {
          api.setTime(NOW + later);
          const rows = await shown(clock);
          for (const [operator, holds] of Object.entries(OPERATORS)) {
            for (const value of VALUES) {
              const wanted = rows.filter(([, days]) => days !== null && holds(days, Number(value)));
              const query = asked(`${clock}${operator}`, value);
              expect([query, await shipments(query)]).toEqual([query, wanted.map(([name]) => name)]);
            }
          }
          const ascending = rows.toSorted(([, a], [, b]) => (a ?? -1) - (b ?? -1)).map(([name]) => name);
          expect(await shipments(`order[${clock}]=asc`)).toEqual(ascending);
          const opposite = rows.toReversed().sort(([, a], [, b]) => (b ?? -1) - (a ?? -1));
          expect(await shipments(`order[${clock}]=desc`)).toEqual(opposite.map(([name]) => name));
        });
      },
    );

    it('turn at the border of a day', async () => {
      const one = asked('daysInTransit', '1');
      api.setTime(NOW - 1);
      expect(await shipments(one)).not.toContain('1, since this millisecond');
      api.setTime(NOW);
      expect(await shipments(one)).toContain('1, since this millisecond');
      expect(await shipments(one)).not.toContain('0, until the next millisecond');
      api.setTime(NOW + 1);
      expect(await shipments(one)).toContain('0, until the next millisecond');
      expect(await shipments(one)).not.toContain('1, until the next millisecond');
    });

    it('count from the creation of a shipment', async () => {
      api.setTime(NOW);
      const row = { workspace: tenant.workspace, externalSourceSyncId: 'new' };
      const shipment = await tenant.make('/shipments', row);
      expect(shipment).toMatchObject({ daysInIdle: 0, daysInTransit: null });
      api.setTime(NOW + DAY - 1);
      expect((await tenant.get(shipment['@id'])).body.daysInIdle).toBe(0);
      api.setTime(NOW + DAY);
      expect((await tenant.get(shipment['@id'])).body.daysInIdle).toBe(1);
      expect(await shipments('daysInIdle=1&daysInTransit[gte]=0')).not.toContain('new');
      expect(await shipments(`daysInIdle=1&id=${shipment.id}`)).toEqual(['new']);
    });
  },
  { TOKEN_TTL: '2592000' },
);
