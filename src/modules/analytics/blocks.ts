/** Rows of a block. */
const ROWS = 8192;

/**
 * Goes through places of a list in blocks. A function that is called for each block is soon compiled for good; one that goes through
 * hundreds of thousands of rows in a single call is compiled while it runs, and again and again, which takes twice as long.
 */
export function eachBlock(count: number, work: (from: number, to: number) => void): void {
  for (let from = 0; from < count; from += ROWS) work(from, Math.min(count, from + ROWS));
}
