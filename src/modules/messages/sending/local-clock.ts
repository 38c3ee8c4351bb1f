import { TimeZone } from '../../../core/metadata/time-zone.js';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

const utc = TimeZone.find('UTC')!;

const zoneNamed = (name: string): TimeZone => TimeZone.find(name) ?? utc;

/** `21:30` in minutes since midnight. */
const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** The next moment at which clocks of a zone show a time, in milliseconds; never `now` itself. */
export function nextClockTime(now: number, clock: string, zone: string): number {
  const place = zoneNamed(zone);
  for (let day = place.dayOf(now); ; day++) {
    const at = place.startOf(day) + minutesOf(clock) * MINUTE;
    // where clocks were changed on that day, it begins earlier or later than it seems
    const shown = at - (place.offsetAt(at) - place.offsetAt(place.startOf(day)));
    if (shown > now) return shown;
  }
}

/** Hours of the night, by local clocks. */
export interface QuietHours {
  readonly from: string | null;
  readonly to: string | null;
}

/** When a message that is due now goes out: now, or when the quiet hours of the recipient are over. */
export function afterQuietHours(now: number, { from, to }: QuietHours, zone: string): number {
  if (from === null || to === null) return now;
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const local = Math.floor((now + zoneNamed(zone).offsetAt(now)) / MINUTE);
  const minute = ((local % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const isQuiet = begins < ends ? minute >= begins && minute < ends : minute >= begins || minute < ends;
  return isQuiet ? nextClockTime(now, to, zone) : now;
}
