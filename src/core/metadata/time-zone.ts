const MINUTE = 60_000;
const DAY = 86_400_000;

/** Clock changes are known in these years; before and after them the first and the last offset hold. */
const FIRST = Date.UTC(2000, 0, 1);
const LAST = Date.UTC(2041, 0, 1);

/** No zone changes its clocks twice within it. */
const STEP = 10 * DAY;

/** From a moment on a zone has an offset, until the next one. */
export interface ClockChange {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds that its clocks are ahead of UTC. */
  readonly offset: number;
}

/** A time zone of IANA's database, with its daylight saving. */
export class TimeZone {
  /** Where the last moment was that was asked about: most are near the one before. */
  private from = 0;
  private until = 0;
  private offset = 0;

  private constructor(
    readonly name: string,
    /** The offset before the first of the changes. */
    readonly initialOffset: number,
    /** The latest first: most moments that are asked about are recent. */
    readonly changes: readonly ClockChange[],
  ) {}

  /** Undefined when there is no zone with this name. */
  static find(name: string): TimeZone | undefined {
    const known = names.get(name);
    if (known) return known;
    const clock = /^[A-Za-z]/.test(name) && name.length <= 100 ? clockOf(name) : undefined;
    if (!clock) return undefined;
    const resolved = clock.resolvedOptions().timeZone;
    const zone = zones.get(resolved) ?? new TimeZone(resolved, offsetAt(clock, FIRST), changesOf(clock));
    zones.set(resolved, zone);
    if (names.size >= MAX_NAMES) names.clear();
    names.set(name, zone);
    return zone;
  }

  /** The offset at a moment, both in milliseconds. */
  offsetAt(moment: number): number {
    if (moment < this.from || moment >= this.until) this.seek(moment);
    return this.offset;
  }

  private seek(moment: number): void {
    const next = this.changes.findIndex(({ at }) => moment >= at);
    const at = next === -1 ? this.changes.length : next;
    this.from = this.changes[at]?.at ?? -Infinity;
    this.until = this.changes[at - 1]?.at ?? Infinity;
    this.offset = this.changes[at]?.offset ?? this.initialOffset;
  }

  /** The day of the calendar at a moment, counted from 1970-01-01. */
  dayOf(moment: number): number {
    return Math.floor((moment + this.offsetAt(moment)) / DAY);
  }

  /** When a day begins: at midnight, or later where clocks skip that. In milliseconds since 1970. */
  startOf(day: number): number {
    const midnight = day * DAY;
    const before = midnight - this.offsetAt(midnight - DAY);
    if (this.dayOf(before) === day && this.dayOf(before - 1) < day) return before;
    const after = midnight - this.offsetAt(midnight + DAY);
    if (this.dayOf(after) === day && this.dayOf(after - 1) < day) return after;
    return (
      this.changes.find(({ at }) => Math.abs(at - midnight) < DAY && this.dayOf(at) === day)?.at ?? after
    );
  }
}

/** Zones by their resolved names. */
const zones = new Map<string, TimeZone>();

/** Zones by the names that they were asked for with: capital letters or not, and to resolve one takes half a millisecond. */
const names = new Map<string, TimeZone>();
const MAX_NAMES = 1000;

/** What tells the offsets of a zone by its name; undefined when there is no such zone. */
export function clockOf(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

function changesOf(clock: Intl.DateTimeFormat): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  let offset = offsetAt(clock, FIRST);
  for (let at = FIRST; at < LAST; at += STEP) {
    const next = offsetAt(clock, at + STEP);
    if (next === offset) continue;
    changes.unshift({ at: changeBetween(clock, at, at + STEP), offset: next });
    offset = next;
  }
  return changes;
}

/** The minute at which the offset becomes that of `after`. */
function changeBetween(clock: Intl.DateTimeFormat, before: number, after: number): number {
  const offset = offsetAt(clock, after);
  let [low, high] = [before / MINUTE, after / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(clock, middle * MINUTE) === offset) high = middle;
    else low = middle;
  }
  return high * MINUTE;
}

/** Milliseconds by which a clock is ahead of UTC at a moment: `GMT-05:00` is -18,000,000. */
export function offsetAt(clock: Intl.DateTimeFormat, moment: number): number {
  const name = clock.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -offset : offset;
}
