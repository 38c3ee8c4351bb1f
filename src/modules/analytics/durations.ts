import { DAY_SECONDS } from '../../core/metadata/business-time.js';
import type { Moment } from './facts.js';

/** Seconds of a tenth of a day, in which times are told. */
export const TENTH = DAY_SECONDS / 10;

/** The times of a shipment, each from one moment to another; `docs/analytics.md` defines them. */
export const TIMES = {
  orderToShip: ['orderedAt', 'handedOverAt'],
  shipToFirstScan: ['labelledAt', 'shippedAt'],
  transitTime: ['shippedAt', 'deliveredAt'],
  orderToDelivery: ['orderedAt', 'deliveredAt'],
} as const satisfies Readonly<Record<string, readonly [from: Moment, to: Moment]>>;

export type TimeName = keyof typeof TIMES;
export const TIME_NAMES = Object.keys(TIMES) as TimeName[];

/** Below it are tenths of a day; then come a longer time, and none. */
export const LONG = 510;
export const NONE = 511;
/** How many numbers of tenths there are. */
export const WIDTH = 512;

/** Bits of a number of `Durations.packed` that have the tenths; the others have the rest, as much above zero as this. */
export const TENTH_BITS = 9;
export const REST_ZERO = TENTH / 2;

/**
 * One of the times of shipments in calendar days, so that a question counts it with one look: to the nearest tenth of a day, and the
 * seconds by which it is more.
 */
export class Durations {
  private constructor(readonly packed: Uint32Array) {}

  static of(rows: number, known?: Durations): Durations {
    const made = new Durations(new Uint32Array(rows));
    if (known) made.packed.set(known.packed);
    return made;
  }

  /** From a second to another; 0 where there is none. */
  set(row: number, from: number, to: number): void {
    const seconds = to > from ? to - from : 0;
    const tenth = tenthOf(seconds);
    const isTold = from > 0 && to > 0;
    const rest = isTold && tenth < LONG ? seconds - tenth * TENTH : 0;
    this.packed[row] = ((rest + REST_ZERO) << TENTH_BITS) | (isTold ? Math.min(tenth, LONG) : NONE);
  }
}

/** The nearest tenth of a day. */
export const tenthOf = (seconds: number): number => Math.floor((seconds + TENTH / 2) / TENTH);
