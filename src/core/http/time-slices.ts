import { setImmediate as nextTurn } from 'node:timers/promises';

let queue: Promise<unknown> = Promise.resolve();

/** Milliseconds for which slices follow each other before everything else has a turn. */
const SLICE = 2;

let began = 0;

/**
 * To be awaited between two slices of long work. Everybody who does such work waits here in one line, so that however
 * many there are, requests that wait for something else lose no more than one slice at a time.
 */
export function nextSlice(): Promise<void> {
  const mine = queue.then(async () => {
    if (performance.now() - began < SLICE) return;
    await nextTurn();
    began = performance.now();
  });
  queue = mine;
  return mine;
}
