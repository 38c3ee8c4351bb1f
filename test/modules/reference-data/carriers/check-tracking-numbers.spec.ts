import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { apiDocument } from '../../../../src/app/api-document.js';
import { ParcelChecks } from '../../../../src/modules/tracking/parcel-checks.js';
import { onEachApi, type Answer, type Body, type TenantClient } from '../../../support/api.js';
import { Documented } from '../../../support/documented.js';
import { providerServer, silence } from '../../../support/provider-server.js';

const documented = new Documented(apiDocument('https://waybill.invalid'));
const PATH = '/check_tracking_numbers';
const LATER = '/check_tracking_numbers_async';
const NOBODY = '99999999-9999-4999-8999-999999999999';
const PLAIN = { accept: 'application/json' };

const provider = await providerServer();
afterAll(() => provider.close());

/** A Karrio that says this of every parcel. */
const says = (status: string): void =>
  provider.answers(() => ({
    json: { status, events: [{ timestamp: '2026-03-05T09:00:00Z', status, description: 'Seen' }] },
  }));

let counter = 0;
const newNumber = (): string => `1Z00000000${++counter}`;

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let workspaceId: string;
    beforeAll(async () => {
      tenant = await api.tenant(['Shop', 'Warehouse']);
      workspaceId = tenant.workspaces[0]?.id ?? '';
    });
    beforeEach(async () => {
      says('in_transit');
      await api.db().transaction((unit) => unit.run('UPDATE shipments SET nextCheckAt = NULL'));
    });

    const shipment = (fields: object = {}, client = tenant): Promise<Body> =>
      client.make('/shipments', {
        workspace: client.workspace,
        trackingNumber: newNumber(),
        originCarrier: 'ups',
        ...fields,
      });
    const numbers = (...made: readonly Body[]): { number: unknown }[] =>
      made.map(({ trackingNumber }) => ({ number: trackingNumber as unknown }));
    const check = (body: object, headers?: Record<string, string>): Promise<Answer> =>
      tenant.post(PATH, body, headers);
    const dueOf = async ({ id }: Body): Promise<string | null> =>
      (await api.db().read('SELECT nextCheckAt FROM shipments WHERE id = ?', [id as string]))[0]?.[0] as
        string | null;
    const isDue = async (made: Body): Promise<boolean> => {
      const due = await dueOf(made);
      return due !== null && Date.parse(`${due.slice(0, 23).replace(' ', 'T')}Z`) <= Date.now();
    };
    const checkDue = (): Promise<number> => api.provider(ParcelChecks).checkDue();

    describe(PATH, () => {
      it('asks the providers and answers the shipments as they are then', async () => {
        const [first, second] = [await shipment(), await shipment()];
        const body = { workspaceId, trackingNumbers: numbers(second, first) };
        expect(documented.refusals('POST', PATH, body)).toEqual([]);
        const answer = await check(body);
        expect(answer.status).toBe(200);
        expect(documented.deviations('POST', PATH, answer)).toEqual([]);
        expect(answer.body).toMatchObject({
          '@context': '/contexts/Shipment',
          '@id': PATH,
          '@type': 'hydra:Collection',
          'hydra:totalItems': 2,
          'hydra:member': [
            {
              '@id': first['@id'],
              '@type': 'Shipment',
              trackingStatus: 'in_transit',
              workspace: tenant.workspace,
            },
            { '@id': second['@id'], trackingStatus: 'in_transit' },
          ],
        });
        expect(provider.received).toHaveLength(2);
        // they are not asked for again at once
        expect(await checkDue()).toBe(0);
        expect(await isDue(first)).toBe(false);
      });

      it('answers what other lists answer in plain JSON and CSV', async () => {
        const made = await shipment();
        const plain = await check({ trackingNumbers: numbers(made) }, PLAIN);
        expect(plain.body).toMatchObject([{ id: made.id, trackingStatus: 'in_transit' }]);
        expect(documented.deviations('POST', PATH, plain)).toEqual([]);
        const csv = await check({ trackingNumbers: numbers(made) }, { accept: 'text/csv' });
        expect(csv.body).toContain(`${made.trackingNumber as string},in_transit`);
      });

      it('takes numbers as people type them, and leaves out those that no shipment has', async () => {
        const made = await shipment();
        const number = made.trackingNumber as string;
        const typed = ` ${number.slice(0, 2).toLowerCase()}\u00a0${number.slice(2)}`;
        const { body } = await check({
          trackingNumbers: [{ number: typed }, { number: 'Nö' }, { number: 'NOBODYS' }],
        });
        expect((body['hydra:member'] as Body[]).map(({ id }) => id)).toEqual([made.id]);
      });

      it('means the shipments of a carrier when it is named, and those whose carrier nobody knows', async () => {
        const number = `NUMBER${++counter}`;
        const known = await shipment({ trackingNumber: number, originCarrier: 'fedex' });
        const unknown = await shipment({
          trackingNumber: number,
          originCarrier: null,
          workspace: `/workspaces/${tenant.workspaces[1]?.id}`,
        });
        const answer = await check({ trackingNumbers: [{ number, originCarrier: 'UPS' }] });
        expect(answer.body['hydra:member']).toMatchObject([
          { id: unknown.id, originCarrier: 'ups', trackingStatus: 'in_transit' },
        ]);
        expect(provider.received).toMatchObject([{ body: { carrier_name: 'ups' } }]);
        const both = await check({ trackingNumbers: [{ number }] });
        expect((both.body['hydra:member'] as Body[]).map(({ id }) => id)).toEqual([known.id, unknown.id]);
      });

      it('asks for a parcel again that nobody asks for any more, but never the test carrier', async () => {
        says('delivered');
        const made = await shipment();
        await check({ trackingNumbers: numbers(made) });
        expect(await dueOf(made)).toBeNull();
        says('return_to_sender');
        const test = await shipment({ trackingNumber: `TM102Y${++counter}TM`, originCarrier: 'tm-test' });
        const answer = await check({ trackingNumbers: numbers(made, test) });
        expect(provider.received).toHaveLength(1);
        expect(answer.body['hydra:member']).toMatchObject([
          { id: made.id },
          { trackingStatus: 'in_transit' },
        ]);
      });

      it('answers what is there when a provider is slow, and leaves the rest to the next round', async () => {
        const made = await shipment();
        provider.answers(silence);
        const began = Date.now();
        const answer = await check({ trackingNumbers: numbers(made) });
        expect(Date.now() - began).toBeLessThan(9_500);
        expect(answer.body['hydra:member']).toMatchObject([{ id: made.id, trackingStatus: 'no_info' }]);
        expect(await isDue(made)).toBe(true);
        says('in_transit');
        expect(await checkDue()).toBe(1);
      }, 20_000);

      it('answers what is there when a provider is down', async () => {
        const made = await shipment();
        provider.answers(() => ({ status: 500, text: 'down' }));
        const answer = await check({ trackingNumbers: numbers(made) });
        expect(answer).toMatchObject({ status: 200, body: { 'hydra:totalItems': 1 } });
        expect(await isDue(made)).toBe(false);
      });
    });

    describe(LATER, () => {
      it('makes parcels due and answers nothing', async () => {
        const [made, other] = [await shipment(), await shipment()];
        await checkDue();
        says('out_for_delivery');
        const body = { workspaceId, trackingNumbers: numbers(made) };
        expect(documented.refusals('POST', LATER, body)).toEqual([]);
        const answer = await tenant.post(LATER, body);
        expect(answer).toMatchObject({ status: 200, body: {} });
        expect(documented.deviations('POST', LATER, answer)).toEqual([]);
        expect(provider.received).toEqual([]);
        expect([await isDue(made), await isDue(other)]).toEqual([true, false]);
        expect(await checkDue()).toBe(1);
        expect((await tenant.get(made['@id'] as string)).body).toMatchObject({
          trackingStatus: 'delivery_in_progress',
        });
      });

      it('without numbers means all parcels of the workspace that have not arrived', async () => {
        const own = await api.tenant(['One', 'Two']);
        const workspace = own.workspaces[1]?.id ?? '';
        const [there, elsewhere] = [
          await shipment({ workspace: `/workspaces/${workspace}` }, own),
          await shipment({}, own),
        ];
        says('delivered');
        const arrived = await shipment({ workspace: `/workspaces/${workspace}` }, own);
        await own.post(PATH, { trackingNumbers: numbers(arrived) });
        await shipment({ workspace: `/workspaces/${workspace}`, trackingNumber: null }, own);
        await api.db().transaction((unit) => unit.run('UPDATE shipments SET nextCheckAt = NULL'));
        expect(await own.post(LATER, { workspaceId: workspace })).toMatchObject({ status: 200, body: {} });
        expect(await Promise.all([there, elsewhere, arrived].map(isDue))).toEqual([true, false, false]);
        // of several workspaces nobody knows which one is meant
        const answer = await own.post(LATER, {});
        expect(answer).toMatchObject({
          status: 400,
          body: { violations: [{ propertyPath: 'workspaceId' }] },
        });
        expect(documented.deviations('POST', LATER, answer)).toEqual([]);
        const single = await api.tenant();
        expect((await single.post(LATER, [])).status).toBe(200);
      });
    });

    describe.each([PATH, LATER])('%s', (path) => {
      const many = Array.from({ length: 1001 }, (_, index) => ({ number: `N${index}` }));
      it.each<[string, unknown, number, string]>([
        ['no object', 1, 400, 'The body must be a JSON object.'],
        [
          'too many numbers',
          { trackingNumbers: many },
          400,
          'trackingNumbers: This collection should contain 1000 elements or less.',
        ],
        [
          'an empty number',
          { trackingNumbers: [{ number: ' ' }] },
          400,
          'trackingNumbers[0].number: This value should not be blank.',
        ],
        [
          'no number',
          { trackingNumbers: [{}] },
          400,
          'trackingNumbers[0].number: This value should not be blank.',
        ],
        [
          'a text for an object',
          { trackingNumbers: ['N1'] },
          400,
          'The type of the "trackingNumbers[0]" attribute must be "array", "string" given.',
        ],
        [
          'a text for a list',
          { trackingNumbers: 'N1' },
          400,
          'The type of the "trackingNumbers" attribute must be "array", "string" given.',
        ],
        [
          'a carrier that nobody is',
          { trackingNumbers: [{ number: 'N', originCarrier: 'x' }] },
          400,
          'trackingNumbers[0].originCarrier: There is no carrier with the code "x". GET /public/carriers lists them.',
        ],
        [
          'a workspace that is not there',
          { workspaceId: NOBODY, trackingNumbers: [{ number: 'N' }] },
          400,
          `Item not found for "/workspaces/${NOBODY}".`,
        ],
        [
          'numbers that no shipment has',
          { trackingNumbers: [{ number: 'N' }] },
          404,
          'No shipment has one of these tracking numbers.',
        ],
      ])('refuses %s', async (_, body, status, message) => {
        for (const headers of [{ accept: 'application/ld+json' }, PLAIN]) {
          const answer = await tenant.post(path, body, headers);
          expect(answer.status).toBe(status);
          expect(answer.body['hydra:description'] ?? answer.body.detail).toBe(message);
          expect(documented.deviations('POST', path, answer)).toEqual([]);
        }
        expect(provider.received).toEqual([]);
      });

      it("does not find other tenants' shipments", async () => {
        const other = await api.tenant();
        const theirs = await shipment({}, other);
        const elsewhere = await shipment({ workspace: `/workspaces/${tenant.workspaces[1]?.id}` });
        for (const body of [
          { trackingNumbers: numbers(theirs) },
          { workspaceId, trackingNumbers: numbers(elsewhere) },
        ])
          expect((await tenant.post(path, body)).status).toBe(404);
        expect(provider.received).toEqual([]);
      });

      it('needs a token', async () => {
        expect((await api.anonymous().post(path, {})).status).toBe(401);
      });
    });

    it(`${PATH} wants numbers`, async () => {
      for (const body of [{}, { trackingNumbers: [] }, { trackingNumbers: null }])
        expect(await check(body)).toMatchObject({
          status: 400,
          body: { 'hydra:description': 'trackingNumbers: This value should not be blank.' },
        });
    });
  },
  { KARRIO_KEY: 'key', KARRIO_URL: provider.url, WORKER: '0' },
);

onEachApi((api) => {
  it('without a provider both answer as well', async () => {
    const tenant = await api.tenant();
    const made = await tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: 'ALONE1' });
    const body = { trackingNumbers: [{ number: 'ALONE1' }] };
    expect((await tenant.post(PATH, body)).body['hydra:member']).toMatchObject([{ id: made.id }]);
    expect((await tenant.post(LATER, body)).body).toEqual({});
  });
});
