import { describe, expect, it } from '@jest/globals';
import { clocksOf, type StatusChange } from '../../../src/modules/tracking/clocks.js';
import {
  kindOf,
  TRACKING_STATUSES,
  type TrackingStatus,
} from '../../../src/modules/tracking/tracking-statuses.js';

/** `3 23:59` is the third day of the month. */
function moment(text: string): string {
  const [day = '', time = '00:00'] = text.split(' ');
  return `2026-01-${day.padStart(2, '0')} ${time}:00.000000`;
}

const created = moment('1 12:00');

const after = (...changes: [at: string, status: TrackingStatus][]): ReturnType<typeof clocksOf> =>
  clocksOf(
    created,
    changes.map(([at, status]): StatusChange => ({ at: moment(at), status })),
  );

describe('the days in transit', () => {
  it('have not begun before the first active status', () => {
    const nothing = { transitStartedAt: null, transitDays: null, idleDays: null };
    expect(after()).toEqual(nothing);
    expect(after(['1 13:00', 'no_info'], ['2', 'pre_transit'])).toEqual(nothing);
  });

  it('run from the first active status while the parcel is on its way', () => {
    const changes: [string, TrackingStatus][] = [
      ['3 08:00', 'pre_transit'],
      ['4 09:30', 'in_transit'],
      ['6 10:00', 'customs_clearance'],
      ['9 10:00', 'delivery_in_progress'],
    ];
    expect(after(...changes)).toMatchObject({ transitStartedAt: moment('4 09:30'), transitDays: null });
  });

  it.each([
    ['5 09:29', 0],
    ['5 09:30', 1],
    ['14 09:29', 9],
    ['14 09:30', 10],
  ])('delivered at %s are %i whole days', (delivered, days) => {
    const clocks = after(['4 09:30', 'in_transit'], [delivered, 'delivered']);
    expect(clocks).toMatchObject({ transitStartedAt: moment('4 09:30'), transitDays: days });
  });

  it('stop at the first final status and not at a repeat of it', () => {
    const changes: [string, TrackingStatus][] = [
      ['2', 'in_transit'],
      ['5', 'delivered'],
      ['9', 'delivered'],
    ];
    expect(after(...changes).transitDays).toBe(3);
  });

  it('run again when an active status follows a final one', () => {
    const changes: [string, TrackingStatus][] = [
      ['2', 'in_transit'],
      ['5', 'error'],
      ['7', 'in_transit'],
    ];
    expect(after(...changes).transitDays).toBeNull();
    expect(after(...changes, ['8', 'delivered']).transitDays).toBe(6);
  });

  it('do not exist for a parcel that never moved', () => {
    expect(after(['9', 'cancelled'])).toMatchObject({ transitStartedAt: null, transitDays: null });
  });
});

describe('the days in idle', () => {
  it.each<[TrackingStatus, number | null]>([
    ['pre_transit', null],
    ['in_transit', 3],
    ['exception', 3],
    ['delivered', 3],
    ['expired', 3],
    ['cancelled', 3],
  ])('after %s four days on are %s', (status, days) => {
    expect(after(['5 11:59', status]).idleDays).toBe(days);
  });

  it('stop once', () => {
    expect(after(['3 12:00', 'in_transit'], ['20', 'delivered']).idleDays).toBe(2);
  });

  it('are zero when a carrier dates its first word before the shipment was created', () => {
    expect(clocksOf(moment('3'), [{ at: moment('1'), status: 'in_transit' }]).idleDays).toBe(0);
  });
});

it('changes may come in any order', () => {
  const changes: [string, TrackingStatus][] = [
    ['7', 'delivered'],
    ['2', 'pre_transit'],
    ['4', 'in_transit'],
  ];
  expect(after(...changes)).toEqual({ transitStartedAt: moment('4'), transitDays: 3, idleDays: 2 });
});

it('there are 14 statuses: two idle, six active, six final', () => {
  const kinds = Object.keys(TRACKING_STATUSES).map((status) => kindOf(status as TrackingStatus));
  const count = (kind: string): number => kinds.filter((each) => each === kind).length;
  expect([kinds.length, count('idle'), count('active'), count('final')]).toEqual([14, 2, 6, 6]);
});
