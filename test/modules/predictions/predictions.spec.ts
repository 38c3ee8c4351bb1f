import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { apiDocument } from '../../../src/app/api-document.js';
import { Clock } from '../../../src/core/database/clock.js';
import { rebuildWorkspace } from '../../../src/modules/predictions/rebuild.js';
import { PredictionsService } from '../../../src/modules/predictions/predictions.service.js';
import { onEachApi, type Api, type Body, type Client, type TenantClient } from '../../support/api.js';
import { Documented } from '../../support/documented.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';
import { statementsOf } from '../../support/statements.js';

jest.setTimeout(120_000);

const documented = new Documented(apiDocument('https://waybill.invalid'));
const DAY = 86_400_000;

/** A Monday. */
const TODAY = Date.UTC(2026, 10, 23);
const iso = (days: number, hour = 12): string =>
  new Date(TODAY + days * DAY + hour * 3_600_000).toISOString();
const date = (days: number): string => iso(days).slice(0, 10);

let counter = 0;
const unique = (): string => `TMPRED${String(++counter).padStart(6, '0')}X`;

interface Parcel {
  readonly number: string;
  /** Days before today of its first scan. */
  readonly from: number;
  /** Days until its delivery; undefined: it is under way. */
  readonly took?: number;
  readonly carrier?: string;
  readonly to?: string;
  readonly postcode?: string;
  readonly expected?: number;
}

const shipmentBody = (
  workspace: string,
  { number, carrier = 'ups', to = 'GB', postcode = 'EH8 9QT' }: Parcel,
): Body => ({
  workspace,
  trackingNumber: number,
  originCarrier: carrier,
  address: { countryIso2: to, postcode, city: 'Edinburgh' },
});

const updateOf = ({ number, from, took, to = 'GB', expected }: Parcel): Body => ({
  trackingNumber: number,
  originCountryIso2: 'GB',
  destinationCountryIso2: to,
  ...(expected !== undefined && { expectedDeliveryDate: date(expected) }),
  checkpoints: [
    { date: iso(-from), status: 'in_transit', info: 'Accepted', location: 'Leeds' },
    ...(took === undefined
      ? []
      : [
          {
            date: iso(-from + took, 7),
            status: 'delivery_in_progress',
            info: 'Out for delivery',
            location: 'Edinburgh',
          },
          { date: iso(-from + took), status: 'delivered', info: 'Delivered', location: 'Edinburgh' },
        ]),
  ],
});

const idOf = (iri: unknown): string => String(iri).split('/').at(-1) ?? '';

/** Waits until everything that has changed has been counted. */
async function settle(api: Api): Promise<void> {
  const predictions = api.provider(PredictionsService);
  for (;;) {
    await predictions.fold();
    const [row] = await api.db().read('SELECT COUNT(*) FROM prediction_queue', []);
    if (Number(row?.[0]) === 0) return;
  }
}

onEachApi(
  (api) => {
    let operator: Client;
    beforeAll(async () => {
      api.setTime(TODAY + 6 * 3_600_000);
      operator = await api.operator();
    });

    /** Parcels with their reports, as a shop and a provider make them. @returns their IRIs. */
    async function make(tenant: TenantClient, parcels: readonly Parcel[]): Promise<string[]> {
      const made: string[] = [];
      for (const parcel of parcels)
        made.push((await tenant.make('/shipments', shipmentBody(tenant.workspace, parcel)))['@id']);
      const { status } = await operator.post('/tracking_updates', { updates: parcels.map(updateOf) });
      expect(status).toBe(200);
      await settle(api);
      return made;
    }

    describe('predicted deliveries', () => {
      let tenant: TenantClient;
      let shipments: string[];
      const known = Array.from({ length: 40 }, (_, index): Parcel => ({
        number: unique(),
        from: 20 + (index % 15),
        took: 3 + (index % 3),
      }));
      const underWay: readonly Parcel[] = [
        { number: unique(), from: 0 },
        { number: unique(), from: 0, expected: 9 },
        { number: unique(), from: 1, expected: 4 },
        { number: unique(), from: 4, expected: -1 },
        { number: unique(), from: 0, postcode: 'G1 1AA' },
      ];
      const of = async (iri: string): Promise<Body> => (await tenant.get(`${iri}/delivery_prediction`)).body;

      beforeAll(async () => {
        tenant = await api.tenant();
        await make(tenant, known);
        shipments = await make(tenant, underWay);
      });

      it('says when a parcel will arrive, by the parcels like it', async () => {
        const path = `${shipments[0]}/delivery_prediction`;
        const answer = await tenant.get(path);
        expect(answer.status).toBe(200);
        expect(documented.deviations('GET', '/shipments/{id}/delivery_prediction', answer)).toEqual([]);
        expect(answer.body).toEqual({
          '@context': '/contexts/DeliveryPrediction',
          '@id': path,
          '@type': 'DeliveryPrediction',
          shipment: shipments[0],
          earliest: date(3),
          likely: date(4),
          latest: date(5),
          confidence: 0.8,
          basis: {
            level: 'carrier+lane+postcode',
            carrier: 'ups',
            originCountryIso2: 'GB',
            destinationCountryIso2: 'GB',
            samples: 40,
          },
          onTime: 'unknown',
          reason: 'From 40 delivered parcels of UPS from GB to GB EH; it has been under way for 0 days.',
        });
        const context = await tenant.get('/contexts/DeliveryPrediction');
        expect(context.body['@context']).toHaveProperty('likely');
      });

      it('says so on the page that its customer sees, in days of the reader', async () => {
        const { id } = await tenant.make('/tracking_pages', {
          workspace: tenant.workspace,
          title: 'Tea',
          enabled: true,
          subdomain: `tea-${unique().toLowerCase()}`,
        });
        const pageOf = async (shipment: string | undefined, language: string): Promise<string> => {
          const { body } = await tenant.post('/generate_tracking_page_link', {
            trackingPageId: id as string,
            filter: { id: [idOf(shipment)] },
          });
          const { pathname } = new URL(body.link as string);
          const headers = { accept: 'text/html', 'accept-language': language };
          return (await api.anonymous().get(pathname, headers)).body as string;
        };
        expect(await pageOf(shipments[0], 'en')).toContain(
          'Expected between Thursday, November 26 and Saturday, November 28',
        );
        expect(await pageOf(shipments[0], 'de')).toContain(
          'Voraussichtlich zwischen Donnerstag, 26. November und Samstag, 28. November',
        );
      });

      it('falls back to the lane where an area has no parcels of its own', async () => {
        expect(await of(shipments[4] as string)).toMatchObject({
          likely: date(4),
          basis: { level: 'carrier+lane', samples: 40 },
        });
      });

      it("compares with the carrier's date", async () => {
        const states = await Promise.all(shipments.map(of));
        expect(states.map(({ onTime }) => onTime as string)).toEqual([
          'unknown',
          'early',
          'on_time',
          'late',
          'unknown',
        ]);
      });

      it('answers JSON and CSV as well, and 304 while it is the same', async () => {
        const path = `${shipments[0]}/delivery_prediction`;
        const plain = await tenant.get(path, { accept: 'application/json' });
        expect(plain.body).not.toHaveProperty('@id');
        expect(plain.body).toMatchObject({ shipment: shipments[0], likely: date(4) });
        expect(documented.deviations('GET', '/shipments/{id}/delivery_prediction', plain)).toEqual([]);
        const again = await tenant.get(path, {
          accept: 'application/json',
          'if-none-match': plain.headers.get('etag') ?? '',
        });
        expect(again.status).toBe(304);
        const csv = await tenant.get(path, { accept: 'text/csv' });
        expect(csv.status).toBe(200);
        expect(csv.body).toContain(date(4));
      });

      it('lists a workspace with the filters, orders and pages of its shipments', async () => {
        const path = `${tenant.workspace}/delivery_predictions`;
        const query = 'trackingStatus[]=in_transit&order[createdAt]=asc&order[id]=asc&itemsPerPage=2';
        const list = await tenant.get(`${path}?${query}`);
        expect(documented.deviations('GET', '/workspaces/{id}/delivery_predictions', list)).toEqual([]);
        const same = await tenant.get(`${tenant.workspace}/shipments?${query}`);
        expect(list.body['hydra:totalItems']).toBe(same.body['hydra:totalItems']);
        expect(list.body['hydra:view']['hydra:next']).toBe(
          (same.body['hydra:view']['hydra:next'] as string).replace('/shipments?', '/delivery_predictions?'),
        );
        const members = list.body['hydra:member'] as Body[];
        expect(members.map(({ shipment }) => shipment as string)).toEqual(
          (same.body['hydra:member'] as Body[]).map((item) => item['@id'] as string),
        );
        for (const member of members) {
          const item = await of(member.shipment as string);
          expect(item).toEqual({ '@context': '/contexts/DeliveryPrediction', ...member });
        }
        const plain = await tenant.get(`${path}?itemsPerPage=1`, { accept: 'application/json' });
        expect(plain.headers.get('x-total-count')).toBe('45');
        expect(plain.body).toHaveLength(1);
        const delivered = await tenant.get(`${path}?trackingStatus=delivered&itemsPerPage=1`);
        expect(delivered.body['hydra:member'][0]).toMatchObject({ reason: 'It has been delivered.' });
        const strict = await tenant.get(`${path}?nothing=1`, { prefer: 'handling=strict' });
        expect(strict.status).toBe(400);
      });

      it('reads histograms once while they stay as they are, and is of now when they change', async () => {
        const other = await api.tenant();
        await make(
          other,
          known.slice(0, 8).map((parcel) => ({ ...parcel, number: unique() })),
        );
        const [shipment = ''] = await make(other, [{ number: unique(), from: 0 }]);
        const ask = async (): Promise<{ samples: unknown; reads: number }> => {
          let samples: unknown;
          const statements = await statementsOf(async () => {
            const { body } = await other.get(`${shipment}/delivery_prediction`);
            samples = body.basis.samples;
          });
          return {
            samples,
            reads: statements.filter((sql) => sql.includes('FROM delivery_histograms')).length,
          };
        };
        await ask();
        expect(await ask()).toEqual({ samples: 8, reads: 1 });
        await make(other, [{ number: unique(), from: 20, took: 4 }]);
        expect((await ask()).samples).toBe(9);
        expect(await ask()).toEqual({ samples: 9, reads: 1 });
        // of other routes nothing has been read yet
        const elsewhere = await make(other, [{ number: unique(), from: 0, carrier: 'gls', to: 'FR' }]);
        expect((await other.get(`${elsewhere[0]}/delivery_prediction`)).body).toMatchObject({
          basis: { level: 'workspace', samples: 9 },
        });
        // what somebody has done by hand counts when it is mended
        const workspacePk = await keyOf(api, other);
        await api.db().transaction(async (transaction) => {
          await transaction.run('DELETE FROM delivery_histograms WHERE workspacePk = ? AND month > 0', [
            workspacePk,
          ]);
        });
        const { differences } = await rebuildWorkspace(workspacePk, api.db(), api.provider(Clock));
        expect(differences).toBeGreaterThan(5);
        expect((await ask()).samples).toBe(9);
      });

      it('estimates a parcel that does not exist yet', async () => {
        const path = `${tenant.workspace}/delivery_estimates`;
        const ask = (body: object): ReturnType<TenantClient['post']> =>
          tenant.post(path, body, { 'content-type': 'application/json', accept: 'application/json' });
        const parcel = {
          carrier: 'UPS',
          originCountryIso2: 'gb',
          destinationCountryIso2: 'gb',
          postcode: 'eh1 1aa',
          shipDate: date(7),
        };
        const answer = await ask(parcel);
        expect(answer.status).toBe(200);
        expect(documented.deviations('POST', '/workspaces/{id}/delivery_estimates', answer)).toEqual([]);
        expect(answer.body).toMatchObject({
          earliest: date(10),
          likely: date(11),
          latest: date(12),
          confidence: 0.8,
          basis: { level: 'carrier+lane+postcode', samples: 40 },
          onTime: 'unknown',
        });
        expect((await ask({ destinationCountryIso2: 'GB' })).body).toMatchObject({
          likely: date(4),
          basis: { level: 'workspace' },
        });
        expect((await ask({ destinationCountryIso2: 'FR', carrier: 'nobody' })).body.basis.level).toBe(
          'workspace',
        );
        for (const [body, field] of [
          [{}, 'destinationCountryIso2'],
          [{ ...parcel, originCountryIso2: '1!' }, 'originCountryIso2'],
          [{ ...parcel, destinationCountryIso2: 'Germany' }, 'destinationCountryIso2'],
          [{ ...parcel, shipDate: 'soon' }, 'shipDate'],
        ] as const) {
          const refused = await ask(body);
          expect(refused.status).toBe(400);
          expect(
            (refused.body.violations as Body[]).map(({ propertyPath }) => propertyPath as string),
          ).toEqual([field]);
        }
        expect((await ask([])).status).toBe(400);
      });

      it('is there for the tenant alone', async () => {
        const stranger = await api.tenant();
        const nobody = '99999999-9999-4999-8999-999999999999';
        expect((await stranger.get(`${shipments[0]}/delivery_prediction`)).status).toBe(404);
        expect((await stranger.get(`${tenant.workspace}/delivery_predictions`)).status).toBe(404);
        expect(
          (await stranger.post(`${tenant.workspace}/delivery_estimates`, { destinationCountryIso2: 'GB' }))
            .status,
        ).toBe(404);
        expect((await tenant.get(`/shipments/${nobody}/delivery_prediction`)).status).toBe(404);
        expect((await tenant.get('/shipments/none/delivery_prediction')).status).toBe(404);
        expect((await api.anonymous().get(`${shipments[0]}/delivery_prediction`)).status).toBe(401);
        const own = await stranger.post(`${stranger.workspace}/delivery_estimates`, {
          destinationCountryIso2: 'GB',
        });
        expect(own.body).toMatchObject({ likely: null, basis: { level: null, samples: 0 } });
      });

      it("counts the parcels of the team's other workspaces where there is nothing else", async () => {
        const both = await api.tenant(['Old shop', 'New shop']);
        await make(
          both,
          Array.from({ length: 6 }, (_, index) => ({ number: unique(), from: 30 + index, took: 5 })),
        );
        const { body } = await both.post(`/workspaces/${both.workspaces[1]?.id}/delivery_estimates`, {
          destinationCountryIso2: 'GB',
        });
        expect(body).toMatchObject({ likely: date(5), basis: { level: 'team', samples: 6 } });
      });
    });

    describe('late and at risk', () => {
      const receiver = receiverOfThisBlock();

      it('are filters of the shipments, which follow the time', async () => {
        const tenant = await api.tenant();
        const { workspace } = tenant;
        await make(
          tenant,
          Array.from({ length: 40 }, (_, index) => ({
            number: unique(),
            from: 20 + (index % 15),
            took: 3 + (index % 3),
            expected: -30,
          })),
        );
        const expected = [9, 5, 4, -1, undefined];
        const [early, onTime, atRisk, late, unknown] = await make(
          tenant,
          expected.map((day, index) => ({
            number: unique(),
            from: index === 3 ? 4 : 0,
            ...(day !== undefined && { expected: day }),
          })),
        );
        const untracked = (await tenant.make('/shipments', { workspace }))['@id'] as string;
        const found = async (query: string, client: Client = tenant): Promise<string[]> => {
          const { body } = await client.get(
            `${workspace}/shipments?${query}&trackingStatus[]=in_transit&itemsPerPage=50`,
          );
          const members = (body['hydra:member'] as Body[]).map((each) => each['@id'] as string);
          expect(body['hydra:totalItems']).toBe(members.length);
          return members.sort();
        };
        const sorted = (...iris: (string | undefined)[]): string[] => iris.map(String).sort();
        expect(await found('onTime=early')).toEqual(sorted(early));
        expect(await found('onTime[]=on_time')).toEqual(sorted(onTime));
        expect(await found('onTime[]=at_risk')).toEqual(sorted(atRisk));
        expect(await found('onTime[]=late')).toEqual(sorted(late));
        expect(await found('onTime[]=unknown')).toEqual(sorted(unknown));
        expect(await found('onTime[]=late&onTime[]=unknown')).toEqual(sorted(late, unknown));
        expect(
          await found('onTime[]=early&onTime[]=on_time&onTime[]=at_risk&onTime[]=late&onTime[]=unknown'),
        ).toHaveLength(5);
        const total = async (query: string): Promise<number> =>
          (await tenant.get(`${workspace}/shipments?${query}&itemsPerPage=1`)).body[
            'hydra:totalItems'
          ] as number;
        expect(await total('onTime=unknown')).toBe(2);
        expect(await total('onTime=late')).toBe(41);
        expect(untracked).toBeDefined();
        const strict = (query: string) =>
          tenant.get(`${workspace}/shipments?${query}`, { prefer: 'handling=strict' });
        expect((await strict('onTime[]=late')).status).toBe(200);
        expect((await strict('onTime[]=soon')).status).toBe(400);
        const predictions = await tenant.get(`${workspace}/delivery_predictions?onTime[]=at_risk`);
        expect(
          (predictions.body['hydra:member'] as Body[]).map(({ onTime: state }) => state as string),
        ).toEqual(['at_risk']);

        // six days later nothing has been heard of them
        api.setTime(TODAY + 6 * DAY + 6 * 3_600_000);
        await settle(api);
        const client = await api.as(tenant);
        expect(await found('onTime[]=late', client)).toEqual(sorted(early, onTime, atRisk, late));
        api.setTime(TODAY + 6 * 3_600_000);
      });

      it('are told to webhooks that want to know, when the day or the state changes and not else', async () => {
        const tenant = await api.tenant();
        const { workspace } = tenant;
        const hook = { type: 'webhook', title: 'Shop', period: 'immediately', workspace, enabled: true };
        await make(
          tenant,
          Array.from({ length: 40 }, (_, index) => ({
            number: unique(),
            from: 20 + (index % 15),
            took: 3 + (index % 3),
          })),
        );
        const { body: made } = await tenant.post('/workflows', {
          ...hook,
          url: receiver.url('predictions'),
          event: 'prediction.changed',
        });
        expect(made).toMatchObject({ event: 'prediction.changed' });
        expect((await tenant.get(made['@id'] as string)).body).toMatchObject({ event: 'prediction.changed' });
        await tenant.make('/workflows', { ...hook, url: receiver.url('all') });
        const parcel = { number: unique(), from: 0, expected: 5 };
        const [shipment] = await make(tenant, [parcel]);
        const told = (): Body[] =>
          receiver.received
            .filter(({ path }) => path.endsWith('/predictions'))
            .flatMap(({ data }) => data as Body[]);
        await eventually('a prediction is told', () => told().length === 1);
        const { body } = await tenant.get(`${shipment}/delivery_prediction`);
        expect(told()).toEqual([
          { entity: 'shipments', event: 'prediction.changed', data: body, updatedFields: [] },
        ]);
        expect(body).toMatchObject({ likely: date(4), onTime: 'on_time' });

        // a report that changes neither
        await operator.post('/tracking_updates', {
          updates: [
            {
              trackingNumber: parcel.number,
              checkpoints: [{ date: iso(0, 14), status: 'in_transit', info: 'Left', location: 'York' }],
            },
          ],
        });
        await settle(api);
        // and one that does
        await operator.post('/tracking_updates', {
          updates: [{ trackingNumber: parcel.number, expectedDeliveryDate: date(1), checkpoints: [] }],
        });
        await settle(api);
        await eventually('another prediction is told', () => told().length === 2);
        expect(told()[1]).toMatchObject({ data: { shipment, onTime: 'late' } });
        const events = receiver.received
          .filter(({ path }) => path.endsWith('/all'))
          .flatMap(({ data }) => data as Body[]);
        expect(new Set(events.map(({ event }) => event as string))).toEqual(new Set(['create', 'update']));
      });
    });

    describe('histograms', () => {
      it('are moved by every write: a rebuild after random ones finds no difference', async () => {
        const tenant = await api.tenant();
        const workspacePk = await keyOf(api, tenant);
        const random = seeded(7);
        const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
        const alive: { iri: string; parcel: Parcel }[] = [];
        for (let round = 0; round < 12; round++) {
          const parcels = Array.from({ length: 10 }, (): Parcel => ({
            number: unique(),
            from: 10 + Math.floor(random() * 300),
            ...(random() < 0.7 && { took: Math.floor(random() * 9) }),
            carrier: pick(['ups', 'dhl', 'fedex']),
            to: pick(['GB', 'FR', 'DE']),
            postcode: pick(['EH8 9QT', 'G1 1AA', '75001']),
            ...(random() < 0.5 && { expected: -Math.floor(random() * 200) }),
          }));
          for (const parcel of parcels) {
            const { '@id': iri } = await tenant.make('/shipments', shipmentBody(tenant.workspace, parcel));
            alive.push({ iri: iri as string, parcel });
          }
          await operator.post('/tracking_updates', { updates: parcels.map(updateOf) });
          const late = Array.from({ length: 4 }, () => pick(alive).parcel);
          // what comes late: another report on the way, or that it was delivered after all
          await operator.post('/tracking_updates', {
            updates: late.map(({ number, from }) => ({
              trackingNumber: number,
              checkpoints: [
                {
                  date: iso(-from, 20),
                  status: pick(['customs_clearance', 'exception']),
                  info: 'Held',
                  location: 'Dover',
                },
                ...(random() < 0.5
                  ? [
                      {
                        date: iso(-from + 3, 15),
                        status: 'delivered',
                        info: 'Left with a neighbour',
                        location: 'Hull',
                      },
                    ]
                  : []),
              ],
            })),
          });
          await tenant.put(pick(alive).iri, { originCarrier: pick(['ups', 'gls']) });
          await tenant.put(pick(alive).iri, { address: { countryIso2: 'DE', postcode: '50667' } });
          await tenant.put(pick(alive).iri, { trackingNumber: unique() });
          const [gone] = alive.splice(Math.floor(random() * alive.length), 1);
          await tenant.delete(gone?.iri ?? '');
          const [merged] = alive.splice(Math.floor(random() * alive.length), 1);
          const kept = pick(alive);
          const { body } = await tenant.get(kept.iri);
          await tenant.post('/shipments/merge', {
            shipmentId: idOf(merged?.iri),
            trackingNumber: body.trackingNumber,
          });
          // some changes are counted together, some alone
          if (random() < 0.6) await settle(api);
        }
        await settle(api);
        const rebuild = () => rebuildWorkspace(workspacePk, api.db(), api.provider(Clock));
        const first = await rebuild();
        expect(first).toMatchObject({ differences: 0 });
        expect(first.shipments).toBeGreaterThan(80);
        expect(first.histograms).toBeGreaterThan(100);

        // it does find and mend what somebody has done by hand
        await api.db().transaction(async (transaction) => {
          await transaction.run(
            "UPDATE delivery_histograms SET counts = '12:3' WHERE workspacePk = ? AND histogram = 't:workspace:'",
            [workspacePk],
          );
          await transaction.run('DELETE FROM shipments WHERE workspacePk = ? AND trackingStatus = ?', [
            workspacePk,
            'delivered',
          ]);
        });
        expect((await rebuild()).differences).toBeGreaterThan(100);
        expect(await rebuild()).toMatchObject({ differences: 0, histograms: 0 });
      });

      it('go with their workspace', async () => {
        const tenant = await api.tenant(['One', 'Other']);
        const workspacePk = await keyOf(api, tenant);
        await make(tenant, [{ number: unique(), from: 9, took: 2 }]);
        const rows = async (table: string): Promise<number> =>
          (await api.db().read(`SELECT 1 FROM ${table} WHERE workspacePk = ?`, [workspacePk])).length;
        expect(await rows('delivery_histograms')).toBeGreaterThan(5);
        expect((await tenant.delete(`${tenant.workspace}?deleteData=1`)).status).toBe(204);
        await settle(api);
        expect([await rows('delivery_histograms'), await rows('delivery_predictions')]).toEqual([0, 0]);
      });
    });
  },
  { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8', ENCRYPTION_KEY: 'k'.repeat(32) },
);

async function keyOf(api: Api, { workspaces }: TenantClient): Promise<number> {
  const [row] = await api.db().read('SELECT pk FROM workspaces WHERE id = ?', [workspaces[0]?.id ?? '']);
  return row?.[0] as number;
}

/** Repeatable chances. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}
