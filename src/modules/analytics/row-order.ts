import { setImmediate as immediate } from 'node:timers/promises';
import { eachBlock } from './blocks.js';

/*
 * Columns of hundreds of thousands of rows are put into another order step by step, so that requests have their turn in between.
 */

const HOUR = 3600;

/** Rows below `size` in the order of the hour that a column of seconds has of them; within an hour as they are. */
export function byHour(seconds: Uint32Array, size: number): Uint32Array {
  const order = new Uint32Array(size);
  if (size === 0) return order;
  let [first, last] = [0xffffffff, 0];
  for (let row = 0; row < size; row++) {
    first = Math.min(first, seconds[row] as number);
    last = Math.max(last, seconds[row] as number);
  }
  const hourOf = (row: number): number => Math.floor(((seconds[row] as number) - first) / HOUR);
  const places = new Uint32Array(Math.floor((last - first) / HOUR) + 2);
  for (let row = 0; row < size; row++) places[hourOf(row) + 1] = (places[hourOf(row) + 1] as number) + 1;
  for (let hour = 1; hour < places.length; hour++)
    places[hour] = (places[hour] as number) + (places[hour - 1] as number);
  for (let row = 0; row < size; row++) {
    const hour = hourOf(row);
    const place = places[hour] as number;
    order[place] = row;
    places[hour] = place + 1;
  }
  return order;
}

/** Puts the first rows of columns into an order: at each place comes the row that the order has there. */
export async function reorder(
  columns: readonly (Uint32Array | Uint16Array | Int16Array)[],
  order: Uint32Array,
): Promise<void> {
  for (const column of columns) {
    const known = column.slice(0, order.length);
    eachBlock(order.length, (from, to) => {
      for (let row = from; row < to; row++) column[row] = known[order[row] as number] as number;
    });
    await immediate();
  }
}

/** Rows of a step. */
const STEP = 50_000;

/** Does something with each of so many rows. */
export async function eachRow(count: number, work: (row: number) => void): Promise<void> {
  for (let row = 0; row < count; row++) {
    work(row);
    if (row % STEP === STEP - 1) await immediate();
  }
}
