import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isAllowedTransition } from '../../../src/modules/tracking/status-transitions.js';
import { type StatusReport, trackingState } from '../../../src/modules/tracking/tracking-state.js';
import {
  kindOf,
  TRACKING_STATUSES,
  type TrackingStatus,
} from '../../../src/modules/tracking/tracking-statuses.js';

const DAY = 86_400_000;
const CREATED = Date.UTC(2026, 0, 1, 8);
const stored = (at: number): string => new Date(at).toISOString().replace('T', ' ').replace('Z', '000');
/** A moment so many days after creation. */
const day = (days: number): number => CREATED + days * DAY;
const on = (days: number, status: TrackingStatus | null): StatusReport => ({
  date: stored(day(days)),
  status,
});
const known = { createdAt: stored(CREATED), trackedSince: stored(CREATED), limitDays: 60 };
const STATUSES = Object.keys(TRACKING_STATUSES) as TrackingStatus[];

/** Status and days, after so many days. */
const after = (days: number, ...reports: StatusReport[]) => {
  const { trackingStatus, transitDays, idleDays, transitStartedAt } = trackingState(
    reports,
    known,
    day(days),
  );
  return [trackingStatus, transitStartedAt === null ? null : 'begun', transitDays, idleDays];
};

describe('where a parcel stands', () => {
  it('waits for information, and expires after thirty days', () => {
    expect(after(29.999)).toEqual(['no_info', null, null, null]);
    expect(after(30)).toEqual(['expired', null, null, 30]);
    expect(after(400)).toEqual(['expired', null, null, 30]);
    expect(trackingState([], known, day(1)).sweepAt).toBe(stored(day(30)));
    expect(trackingState([], known, day(31))).toMatchObject({
      sweepAt: null,
      lastStatusUpdate: stored(day(30)),
    });
  });

  it('counts from when it has its number', () => {
    const late = { ...known, trackedSince: stored(day(100)) };
    expect(trackingState([], late, day(129.9)).trackingStatus).toBe('no_info');
    expect(trackingState([], late, day(130)).trackingStatus).toBe('expired');
  });

  it('takes "no information" for no information', () => {
    expect(after(5, on(1, 'no_info'))).toEqual(['no_info', null, null, null]);
    expect(after(30, on(1, 'no_info'))).toEqual(['expired', null, null, 30]);
  });

  it('does not expire once the label is known', () => {
    expect(after(50, on(1, 'pre_transit'))).toEqual(['pre_transit', null, null, null]);
  });

  it('moves on when the carrier tells of it at last', () => {
    expect(after(41, on(40, 'in_transit'))).toEqual(['in_transit', 'begun', null, 30]);
    // what happened earlier is dated so, whenever it is told
    expect(after(41, on(29, 'in_transit'))).toEqual(['in_transit', 'begun', null, 29]);
  });

  it.each(STATUSES)('is %s when the latest report says so, however the reports come', (status) => {
    const reports = [on(1, 'pre_transit'), on(2, 'in_transit'), on(3, status), on(1, 'in_transit')];
    const expected = status === 'no_info' ? 'in_transit' : status;
    for (const order of [reports, reports.toReversed(), [...reports.slice(2), ...reports.slice(0, 2)]])
      expect(after(4, ...order)[0]).toBe(expected);
  });

  it.each(STATUSES.filter((status) => kindOf(status) === 'final'))(
    'stays %s when older or equally old news come later',
    (status) => {
      expect(after(9, on(1, 'in_transit'), on(5, status), on(4.9, 'exception'), on(5, 'in_transit'))).toEqual(
        [status, 'begun', 4, 1],
      );
    },
  );

  it('is on its way again when something happens after the end', () => {
    const reports = [on(1, 'in_transit'), on(3, 'delivered'), on(4, 'in_transit')];
    expect(after(9, ...reports)).toEqual(['in_transit', 'begun', null, 1]);
    expect(after(9, ...reports, on(6, 'delivered'))).toEqual(['delivered', 'begun', 5, 1]);
  });

  it('is too long on its way after the limit, counted from the first active status', () => {
    const reports = [on(1, 'in_transit'), on(20, 'exception')];
    expect(trackingState(reports, known, day(30)).sweepAt).toBe(stored(day(61)));
    expect(after(60.9, ...reports)).toEqual(['exception', 'begun', null, 1]);
    expect(after(61, ...reports)).toEqual(['transit_limit_exceeded', 'begun', 60, 1]);
    expect(after(300, ...reports)).toEqual(['transit_limit_exceeded', 'begun', 60, 1]);
    expect(after(300, ...reports, on(70, 'delivered'))).toEqual(['delivered', 'begun', 60, 1]);
    expect(after(71, ...reports, on(70, 'in_transit'))).toEqual(['in_transit', 'begun', null, 1]);
    expect(trackingState([...reports, on(70, 'in_transit')], known, day(71)).sweepAt).toBe(stored(day(130)));
  });

  it('has the carrier’s own limit', () => {
    const short = { ...known, limitDays: 10 };
    expect(trackingState([on(1, 'in_transit')], short, day(11)).trackingStatus).toBe(
      'transit_limit_exceeded',
    );
  });

  it('was shipped when it first moved, and remembers its last change', () => {
    const reports = [on(1, 'pre_transit'), on(2, 'in_transit'), on(3, null), on(4, 'delivered')];
    expect(trackingState(reports, known, day(5))).toEqual({
      trackingStatus: 'delivered',
      lastStatusUpdate: stored(day(4)),
      shippedAt: stored(day(2)),
      transitStartedAt: stored(day(2)),
      transitDays: 2,
      idleDays: 2,
      deliveredAt: stored(day(4)),
      failedAttempts: 0,
      lastCheckpointAt: stored(day(4)),
      sweepAt: null,
    });
  });

  it('was delivered when that was told first, as long as nothing else comes after it', () => {
    const of = (...reports: StatusReport[]) => {
      const { deliveredAt, failedAttempts, lastCheckpointAt } = trackingState(reports, known, day(50));
      return [deliveredAt, failedAttempts, lastCheckpointAt];
    };
    const tried = [on(1, 'in_transit'), on(2, 'unsuccessful_delivery'), on(3, 'unsuccessful_delivery')];
    expect(of(...tried)).toEqual([null, 2, stored(day(3))]);
    expect(of(...tried, on(4, 'delivered'), on(6, 'delivered'), on(7, null))).toEqual([
      stored(day(4)),
      2,
      stored(day(7)),
    ]);
    expect(of(on(4, 'delivered'), on(4.5, 'in_transit'))).toEqual([stored(day(4)), 0, stored(day(4.5))]);
    expect(of(on(4, 'delivered'), on(6, 'return_to_sender'))).toEqual([null, 0, stored(day(6))]);
    expect(of(on(4, 'delivered'), on(6, 'exception'), on(8, 'delivered'))[0]).toBe(stored(day(8)));
    expect(of()).toEqual([null, 0, null]);
  });

  it('counts whole days at every border', () => {
    const delivered = (days: number) => after(99, on(0, 'in_transit'), on(days, 'delivered'))[2];
    expect([delivered(0.99999), delivered(1), delivered(1.99999), delivered(2)]).toEqual([0, 1, 1, 2]);
  });
});

describe('what may follow a final status', () => {
  const codesIn = (text: string): string[] => [...text.matchAll(/`(\w+)`/g)].map(([, code]) => code ?? '');
  const rows = [...readFileSync('docs/tracking.md', 'utf8').matchAll(/^\| `(\w+)` +\| (.*) \|$/gm)];

  it.each(STATUSES.filter((status) => kindOf(status) === 'final'))('%s, is written down', (before) => {
    const [soon = '', later = ''] = (rows.find(([, code]) => code === before)?.[2] ?? '').split(
      'a day later',
    );
    const following = (hours: number): string[] =>
      STATUSES.filter(
        (status) => status !== before && isAllowedTransition(status, before, hours * 3_600_000),
      );
    expect(following(1).toSorted()).toEqual(codesIn(soon).toSorted());
    expect(following(24).toSorted()).toEqual([...codesIn(soon), ...codesIn(later)].toSorted());
  });

  it('leaves other statuses alone', () => {
    for (const before of STATUSES.filter((status) => kindOf(status) !== 'final'))
      expect(STATUSES.every((status) => isAllowedTransition(status, before, 0))).toBe(true);
  });
});
