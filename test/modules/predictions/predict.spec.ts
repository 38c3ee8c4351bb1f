import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { countsText, parseCounts, readCell, cellOf } from '../../../src/modules/predictions/cells.js';
import { closedIn } from '../../../src/modules/predictions/closed-days.js';
import { type Day, dayOf, toDate, weekdayOf } from '../../../src/modules/predictions/days.js';
import { weighted, weightOf } from '../../../src/modules/predictions/history.js';
import { areaOf, type Route } from '../../../src/modules/predictions/levels.js';
import { historyOf, MemoryHistograms } from '../../../src/modules/predictions/memory-history.js';
import { estimate, predict, type Prediction } from '../../../src/modules/predictions/predict.js';
import {
  parseSample,
  type PredictedShipment,
  type Sample,
  sampleOf,
  sampleText,
} from '../../../src/modules/predictions/sample.js';

const NO_HOLIDAYS: ReadonlySet<Day> = new Set();
const none = (): ReadonlySet<Day> => NO_HOLIDAYS;

const ROUTE: Route = { carrier: 'ups', originCountryIso2: 'GB', destinationCountryIso2: 'GB', area: 'EH' };
/** A Monday. */
const TODAY = dayOf('2026-11-23');
const at = (day: Day, hour = 12): string => `${toDate(day)} ${String(hour).padStart(2, '0')}:00:00.000000`;
const morning = (day: Day): number => Date.parse(`${toDate(day)}T06:00:00Z`);

/** A parcel that was scanned on a day and delivered so many days later. */
const deliveredAfter = (
  days: number,
  from: Day,
  more: Partial<PredictedShipment> = {},
): PredictedShipment => ({
  route: ROUTE,
  trackingStatus: 'delivered',
  createdAt: at(from, 9),
  shippedAt: at(from),
  lastStatusUpdate: at(from + days),
  expectedDeliveryDate: null,
  ...more,
});

const shipped = (from: Day, more: Partial<PredictedShipment> = {}): PredictedShipment => ({
  ...deliveredAfter(0, from),
  trackingStatus: 'in_transit',
  lastStatusUpdate: at(from),
  ...more,
});

function histogramsOf(
  shipments: readonly PredictedShipment[],
  reports: { status: string; date: string }[] = [],
): MemoryHistograms {
  const histograms = new MemoryHistograms();
  for (const shipment of shipments) histograms.add(sampleOf(shipment, reports, none) as Sample);
  return histograms;
}

const predicted = (
  shipment: PredictedShipment,
  known: readonly PredictedShipment[],
  now = morning(TODAY),
): Prediction => predict(shipment, historyOf(histogramsOf(known), Math.floor(now / 86_400_000)), none, now);

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, each) => make(each));

/** Parcels of each day of the last weeks, delivered on any day of the week. */
const daily = (
  days: (index: number) => number,
  count = 100,
  more: Partial<PredictedShipment> = {},
): PredictedShipment[] =>
  times(count, (index) => deliveredAfter(days(index), TODAY - 70 + (index % 50), more));

const day = (date: string | null): number => dayOf(date as string) - TODAY;

describe('a prediction', () => {
  it('is the history of parcels like it', () => {
    const prediction = predicted(
      shipped(TODAY),
      daily((index) => 3 + (index % 3)),
    );
    expect([day(prediction.earliest), day(prediction.likely), day(prediction.latest)]).toEqual([3, 4, 5]);
    expect(prediction).toMatchObject({
      confidence: 0.8,
      basis: { level: 'carrier+lane+postcode', carrier: 'ups', originCountryIso2: 'GB', samples: 100 },
      onTime: 'unknown',
    });
  });

  it('of a parcel that has been under way for six days is not made of those that took three', () => {
    const known = daily((index) => (index % 10 === 0 ? 9 : 3));
    expect(day(predicted(shipped(TODAY), known).likely)).toBe(3);
    const late = predicted(shipped(TODAY - 6), known);
    expect(day(late.likely)).toBe(3);
    expect(day(late.earliest)).toBeGreaterThanOrEqual(0);
  });

  it('goes on where no parcel has ever taken so long', () => {
    const { earliest, likely, latest } = predicted(
      shipped(TODAY - 60),
      daily(() => 3),
    );
    expect(day(earliest)).toBeGreaterThanOrEqual(0);
    expect(day(likely)).toBeGreaterThan(0);
    expect(day(latest)).toBeGreaterThan(day(likely));
  });

  it('counts the days until the first scan of a parcel that has a label alone', () => {
    const known = daily(() => 3).map((each) => ({
      ...each,
      createdAt: at(dayOf(each.shippedAt as string) - 2),
    }));
    const labelled = shipped(TODAY, {
      shippedAt: null,
      lastStatusUpdate: null,
      trackingStatus: 'pre_transit',
    });
    expect(day(predicted(labelled, known).likely)).toBe(5);
    // nobody has come for it for four days
    const waiting = { ...labelled, createdAt: at(TODAY - 4) };
    expect(day(predicted(waiting, known).likely)).toBeGreaterThanOrEqual(3);
  });

  it('knows days without deliveries by the history alone', () => {
    // on working days: two of them
    const working = times(300, (index) => {
      const from = TODAY - 1 - 7 * (1 + (index % 8)) - (index % 7);
      let to = from;
      for (let left = 2; left > 0; left -= isWorkday(to) ? 1 : 0) to++;
      return deliveredAfter(to - from, from);
    });
    const friday = TODAY + 4;
    const prediction = predicted(shipped(friday), working, morning(friday));
    expect(prediction.likely).toBe(toDate(friday + 4));
    expect(prediction.reason).toContain('nothing is delivered on Sundays, Saturdays and public holidays');
    const all = predicted(
      shipped(friday),
      daily(() => 2, 300),
      morning(friday),
    );
    expect(all.likely).toBe(toDate(friday + 2));
    expect(all.reason).not.toContain('nothing is delivered');
  });

  it('passes over public holidays where nothing is delivered on Sundays', () => {
    const holiday = new Set([TODAY + 1]);
    const histograms = histogramsOf(
      times(300, (index) => {
        const from = TODAY - 1 - 7 * (1 + (index % 8)) - (index % 7);
        let to = from;
        for (let left = 1; left > 0; left -= isWorkday(to) ? 1 : 0) to++;
        return deliveredAfter(to - from, from);
      }),
    );
    const of = (holidays: ReadonlySet<Day>): string | null =>
      predict(shipped(TODAY), historyOf(histograms, TODAY), () => holidays, morning(TODAY)).likely;
    expect(of(NO_HOLIDAYS)).toBe(toDate(TODAY + 1));
    expect(of(holiday)).toBe(toDate(TODAY + 2));
  });

  it('follows the status: out for delivery, at customs', () => {
    const reports = (status: string, before: number): { status: string; date: string }[] => [
      { status, date: at(TODAY - 30 - before, 7) },
    ];
    const known = times(60, () => deliveredAfter(10, TODAY - 40));
    const of = (status: string, before: number): number => {
      const history = historyOf(histogramsOf(known, reports(status, before)), TODAY);
      const shipment = shipped(TODAY - 2, { trackingStatus: status, lastStatusUpdate: at(TODAY, 5) });
      return day(predict(shipment, history, none, morning(TODAY)).likely);
    };
    expect(of('delivery_in_progress', 0)).toBe(0);
    expect(of('customs_clearance', 4)).toBe(4);
    expect(of('in_transit', 4)).toBe(8);
  });

  it("takes the carrier's date for what its dates have been worth", () => {
    const dated = (right: boolean) =>
      daily((index) => 2 + (index % 9), 200).map((each, index) => ({
        ...each,
        expectedDeliveryDate: right
          ? `${(each.lastStatusUpdate as string).slice(0, 10)} 00:00:00.000000`
          : at(dayOf(each.shippedAt as string) + ((index * 7) % 23) - 5, 0),
      }));
    const shipment = shipped(TODAY, { expectedDeliveryDate: at(TODAY + 9, 0) });
    expect(day(predicted(shipment, dated(true)).likely)).toBe(9);
    expect(day(predicted(shipment, dated(false)).likely)).toBeLessThanOrEqual(7);
  });

  it("says whether it comes by the carrier's date", () => {
    const known = daily((index) => 3 + (index % 3));
    const of = (expected: number): string =>
      predicted(shipped(TODAY, { expectedDeliveryDate: at(TODAY + expected, 0) }), known).onTime;
    expect([of(-1), of(1), of(3), of(5), of(9)]).toEqual(['late', 'late', 'at_risk', 'on_time', 'early']);
    const delivered = (days: number): Prediction =>
      predicted(deliveredAfter(2, TODAY - 5, { expectedDeliveryDate: at(TODAY - 3 + days, 0) }), known);
    expect([delivered(-1).onTime, delivered(0).onTime, delivered(1).onTime]).toEqual([
      'late',
      'on_time',
      'early',
    ]);
    expect(delivered(0)).toMatchObject({
      earliest: toDate(TODAY - 3),
      likely: toDate(TODAY - 3),
      latest: toDate(TODAY - 3),
    });
  });

  it('is none of a parcel that comes back, and none without history', () => {
    const back = predicted(
      shipped(TODAY - 9, { trackingStatus: 'return_to_sender' }),
      daily(() => 3),
    );
    expect(back).toMatchObject({ earliest: null, likely: null, latest: null, onTime: 'unknown' });
    const first = predicted(
      shipped(TODAY),
      daily(() => 3, 4),
    );
    expect(first).toMatchObject({ likely: null, basis: { samples: 4 }, onTime: 'unknown' });
    expect(predicted(shipped(TODAY), [])).toMatchObject({ likely: null, basis: { level: null, samples: 0 } });
  });

  it('does not jump when one parcel more makes a level stand for itself', () => {
    const others = daily(() => 4, 400, { route: { ...ROUTE, area: 'G' } });
    let before: number | undefined;
    for (let count = 0; count <= 60; count++) {
      const likely = day(predicted(shipped(TODAY), [...others, ...daily(() => 8, count)]).likely);
      if (before !== undefined) expect(likely - before).toBeGreaterThanOrEqual(0);
      before = likely;
    }
    expect(before).toBe(8);
    const basis = (count: number): unknown =>
      predicted(shipped(TODAY), [...others, ...daily(() => 8, count)]).basis;
    expect(basis(29)).toMatchObject({ level: 'carrier+lane', samples: 429 });
    expect(basis(30)).toMatchObject({ level: 'carrier+lane+postcode', samples: 30 });
  });

  it('falls back to what is known of a route', () => {
    const known = daily((index) => 3 + (index % 3), 200);
    const of = (route: Partial<Route>): unknown =>
      predicted(shipped(TODAY, { route: { ...ROUTE, ...route } }), known).basis.level;
    expect(of({ area: null })).toBe('carrier+lane');
    expect(of({ originCountryIso2: null })).toBe('carrier+destination');
    expect(of({ carrier: null })).toBe('lane');
    expect(of({ originCountryIso2: 'FR', destinationCountryIso2: 'FR' })).toBe('carrier');
    expect(of({ carrier: 'dhl', destinationCountryIso2: 'FR' })).toBe('workspace');
  });

  it('holds for any parcel and any history: in its order, not in the past, on open days, the same each time', () => {
    const status = fc.constantFrom(
      'in_transit',
      'customs_clearance',
      'delivery_in_progress',
      'available_for_pickup',
      'exception',
      'pre_transit',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.nat(200)), { minLength: 5, maxLength: 60 }),
        fc.nat(80),
        status,
        fc.option(fc.integer({ min: -20, max: 40 })),
        fc.nat(23),
        (parcels, age, trackingStatus, expected, hour) => {
          const known = parcels.map(([took, ago]) => deliveredAfter(took, TODAY - 30 - ago));
          const shipment = shipped(TODAY - age, {
            trackingStatus,
            expectedDeliveryDate: expected === null ? null : at(TODAY + expected, 0),
            ...(trackingStatus === 'pre_transit' && { shippedAt: null }),
          });
          const now = morning(TODAY) + (hour - 6) * 3_600_000;
          const prediction = predicted(shipment, known, now);
          const days = [day(prediction.earliest), day(prediction.likely), day(prediction.latest)] as const;
          expect([...days].sort((a, b) => a - b)).toEqual(days);
          expect(days[0]).toBeGreaterThanOrEqual(0);
          expect(predicted(shipment, known, now)).toEqual(prediction);
          if (expected === null) expect(prediction.onTime).toBe('unknown');
          else expect(prediction.onTime).not.toBe('unknown');
        },
      ),
      { numRuns: 150 },
    );
  });
});

const isWorkday = (each: Day): boolean => ![0, 6].includes(weekdayOf(each));

describe('an estimate of a parcel that does not exist yet', () => {
  it('begins with the day on which it is sent', () => {
    const history = historyOf(histogramsOf(daily((index) => 3 + (index % 3))), TODAY);
    const { earliest, likely, latest, onTime, basis } = estimate(ROUTE, TODAY + 10, history, none);
    expect([day(earliest), day(likely), day(latest)]).toEqual([13, 14, 15]);
    expect(onTime).toBe('unknown');
    expect(basis.level).toBe('carrier+lane+postcode');
  });
});

describe('histograms', () => {
  it('keep what they are told as text, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6800), fc.integer({ min: 1, max: 1e6 }))), (entries) => {
        const counts = new Map(entries);
        expect(parseCounts(countsText(counts))).toEqual(counts);
        expect(countsText(new Map([...counts].reverse()))).toBe(countsText(counts));
      }),
    );
  });

  it('are as before when what was added is taken back', () => {
    const parcel = fc.record({
      took: fc.nat(150),
      ago: fc.nat(400),
      carrier: fc.constantFrom('ups', 'dhl', null),
      dated: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(parcel, { maxLength: 20 }), fc.array(parcel, { maxLength: 20 }), (kept, gone) => {
        const samples = (list: typeof kept): Sample[] =>
          list.map(({ took, ago, carrier, dated }) =>
            parseSample(
              sampleText(
                sampleOf(
                  deliveredAfter(took, TODAY - ago - took, {
                    route: { ...ROUTE, carrier },
                    expectedDeliveryDate: dated ? at(TODAY - ago, 0) : null,
                  }),
                  [{ status: 'customs_clearance', date: at(TODAY - ago - took, 13) }],
                  none,
                ) as Sample,
              ),
            ),
          );
        const text = (histograms: MemoryHistograms): string[] =>
          [...histograms]
            .map(([key, month, cells]) => `${key} ${month} ${countsText(cells)}`)
            .filter((line) => !line.endsWith(' '))
            .sort();
        const [alone, both] = [new MemoryHistograms(), new MemoryHistograms()];
        for (const sample of samples(kept)) [alone, both].forEach((each) => each.add(sample));
        for (const sample of samples(gone)) both.add(sample);
        for (const sample of samples(gone).reverse()) both.add(sample, -1);
        expect(text(both)).toEqual(text(alone));
      }),
      { numRuns: 50 },
    );
  });

  it('have a cell for weekday, days and holidays', () => {
    const holidays = new Set([TODAY + 1, TODAY + 4]);
    const cell = (from: Day, to: Day) => readCell(cellOf(from, to, holidays) as number);
    expect(cell(TODAY, TODAY)).toEqual({ weekday: 1, days: 0, holidays: 0, onHoliday: false });
    expect(cell(TODAY, TODAY + 4)).toEqual({ weekday: 1, days: 4, holidays: 1, onHoliday: true });
    expect(cell(TODAY + 2, TODAY + 400)).toEqual({ weekday: 3, days: 120, holidays: 1, onHoliday: false });
    expect(cellOf(TODAY, TODAY - 1, holidays)).toBeUndefined();
  });

  it('count for thirteen months, older ones less', () => {
    expect([weightOf(-1), weightOf(0), weightOf(1), weightOf(13)]).toEqual([0, 1, 1, 0]);
    for (let age = 1; age < 12; age++) expect(weightOf(age + 1)).toBeLessThan(weightOf(age));
    expect(weighted([[0, new Map([[1, 5]])]], 20)).toBeUndefined();
    expect(weighted([[19, new Map([[1, 5]])]], 20)).toMatchObject({ weight: 5, samples: 5 });
  });

  it('show a day as closed when hardly anything that waits for it is delivered on it', () => {
    const counts = (share: number) => {
      const histograms = histogramsOf(
        times(700, (index) => {
          const from = TODAY - 7 - (index % 7);
          const isSunday = weekdayOf(from + 2) === 0;
          return deliveredAfter(isSunday && (index % 100) / 100 >= share ? 3 : 2, from);
        }),
      );
      return closedIn(
        histograms.of('t:carrier:ups', TODAY) as NonNullable<ReturnType<MemoryHistograms['of']>>,
      );
    };
    expect(counts(0)).toEqual({ weekdays: 1, holidays: true });
    expect(counts(0.05)).toEqual({ weekdays: 1, holidays: true });
    expect(counts(0.6)).toEqual({ weekdays: 0, holidays: false });
  });
});

it.each([
  ['US', '80302-1234', '803'],
  ['CA', 'v6b 1a1', 'V6B'],
  ['GB', 'EH8 9QT', 'EH'],
  ['GB', 'e1 6an', 'E'],
  ['DE', '50667', '50'],
  ['PL', '31-042', '31'],
  ['GB', '123', null],
  ['DE', '', null],
  [null, '50667', null],
  ['DE', null, null],
])('the area of a postcode in %s: %s', (country, postcode, area) => {
  expect(areaOf(country, postcode)).toBe(area);
});
