import { expect, it } from '@jest/globals';
import { TABLES, type TableName } from '../../../bench/data/tables.js';
import { writeGroup } from '../../../bench/data/rows.js';
import type { Stored } from '../../../src/core/metadata/condition.js';
import {
  backtest,
  type BacktestResult,
  type ReplayedShipment,
} from '../../../src/modules/predictions/backtest.js';
import { dayOf } from '../../../src/modules/predictions/days.js';
import { holidays } from '../../../src/modules/predictions/holidays.js';
import { SEED } from '../../../src/demo/make-demo.js';
import { ordersOf } from '../../../src/demo/orders.js';
import { Random } from '../../../src/demo/random.js';
import { SHOPS } from '../../../src/demo/shops.js';
import { trackingState } from '../../../src/modules/tracking/tracking-state.js';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { areaOf } from '../../../src/modules/predictions/levels.js';

const NOW = Date.UTC(2026, 10, 28);

type Row = Readonly<Record<string, Stored>>;

function benchmarkShipments(shipments: number): ReplayedShipment[] {
  const rows: Record<string, Row[]> = {};
  for (let group = 0; group < shipments / 10; group++)
    writeGroup(group, { shipments, now: NOW }, (table: TableName, row) => {
      const columns = TABLES[table];
      (rows[table] ??= []).push(Object.fromEntries(columns.map((column, at) => [column, row[at] as Stored])));
    });
  const reports = new Map<Stored, { status: string; date: string }[]>();
  for (const { shipmentPk, status, checkpointDate } of rows.checkpoints ?? []) {
    const list = reports.get(shipmentPk as number) ?? [];
    reports.set(shipmentPk as number, list);
    list.push({ status: status as string, date: checkpointDate as string });
  }
  return (rows.shipments ?? []).map((row) => ({
    workspace: row.workspacePk as number,
    route: {
      carrier: row.originCarrier as string,
      originCountryIso2: row.originCountryIso2 as string,
      destinationCountryIso2: (row.destinationCountryIso2 ?? row.addressCountryiso2) as string,
      area: areaOf(row.addressCountryiso2 as string, row.addressPostcode as string),
    },
    trackingStatus: row.trackingStatus as string,
    createdAt: row.createdAt as string,
    shippedAt: row.shippedAt as string,
    lastStatusUpdate: row.lastStatusUpdate as string,
    expectedDeliveryDate: row.expectedDeliveryDate as string,
    reports: reports.get(row.pk as number) ?? [],
  }));
}

function demoShipments(now: number): ReplayedShipment[] {
  const random = new Random(SEED);
  return SHOPS.flatMap((shop, workspace) =>
    ordersOf(shop, now, random).flatMap((order) =>
      order.shipments.map((shipment): ReplayedShipment => {
        const { reports, expectedDeliveryDate = null } = shipment.journey;
        const { address } = order.customer;
        const createdAt = toStored(shipment.createdAt);
        const known = { createdAt, trackedSince: createdAt, limitDays: 60 };
        const state = trackingState(reports, known, now);
        return {
          workspace,
          route: {
            carrier: shipment.carrier,
            originCountryIso2: shop.country.iso2,
            destinationCountryIso2: address.countryIso2,
            area: areaOf(address.countryIso2, address.postcode),
          },
          ...state,
          createdAt,
          expectedDeliveryDate,
          reports,
        };
      }),
    ),
  );
}

/** What the issue of predictions asks of them. */
function expectUseful(results: readonly BacktestResult[]): void {
  const all = results.find(({ moment }) => moment === 'all') as BacktestResult;
  expect(all.coverage).toBeGreaterThanOrEqual(0.75);
  expect(all.coverage).toBeLessThanOrEqual(0.88);
  expect(all.ours.error).toBeLessThanOrEqual(0.8 * all.median.error);
  expect(all.carrier.predictions).toBeGreaterThan(100);
  expect(all.oursWithDate.error).toBeLessThanOrEqual(all.carrier.error);
}

const loadCalendars = (shipments: readonly ReplayedShipment[]): Promise<void> =>
  holidays.load(
    shipments.map(({ route, createdAt }) => [route.destinationCountryIso2, dayOf(createdAt)] as const),
  );

it("predicts the benchmark's parcels better than the median of all and than the carriers' dates", async () => {
  const shipments = benchmarkShipments(6_000);
  await loadCalendars(shipments);
  const results = backtest(shipments, holidays.of);
  expectUseful(results);
  for (const { moment, ours, median } of results) {
    expect([moment, ours.predictions > 1000]).toEqual([moment, true]);
    expect(ours.error).toBeLessThan(0.8 * median.error);
  }
}, 120_000);

it.each(['2026-11-28', '2026-11-30', '2026-12-26', '2027-05-05'])(
  "predicts the demo's parcels better than the median of all and than the carriers' dates, on %s",
  async (date) => {
    const shipments = demoShipments(Date.parse(`${date}T13:00:00Z`));
    await loadCalendars(shipments);
    expectUseful(backtest(shipments, holidays.of));
  },
);

it('uses nothing of the future: what comes after a prediction changes nothing in it', async () => {
  const shipments = benchmarkShipments(1_500);
  await loadCalendars(shipments);
  const middle = '2026-06-01';
  const before = shipments.filter(
    ({ lastStatusUpdate }) => lastStatusUpdate !== null && lastStatusUpdate < middle,
  );
  const alone = backtest(before, holidays.of);
  const changed = shipments.map((each) =>
    each.createdAt > middle ? { ...each, route: { ...each.route, carrier: 'somebody-else' } } : each,
  );
  const known = new Set(before);
  const judged = (list: readonly ReplayedShipment[]): BacktestResult[] =>
    backtest(list, holidays.of, (shipment) => known.has(shipment));
  expect(judged(changed)).toEqual(alone);
  expect(judged(shipments)).toEqual(alone);
});
