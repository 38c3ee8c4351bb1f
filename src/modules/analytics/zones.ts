/** Rows of a block, as a power of two. */
const BITS = 10;
const ROWS = 1 << BITS;

/**
 * The least and the greatest number of a column in each block of rows, so that a question about a span of numbers looks only at blocks
 * that may have some, and takes whole those that have no others. A number that has gone stays within its block's bounds.
 */
export class Zones {
  private least = new Uint32Array(0);
  private greatest = new Uint32Array(0);

  /** A row has a number now. */
  add(row: number, number: number): void {
    const block = row >> BITS;
    if (block >= this.least.length) this.reserve(Math.max(16, Math.ceil(block * 1.5)));
    if (number < (this.least[block] as number)) this.least[block] = number;
    if (number > (this.greatest[block] as number)) this.greatest[block] = number;
  }

  /** Writes the rows below `size` whose number is within a span into a list, in their order. @returns how many. */
  find(numbers: Uint32Array, size: number, [from, to]: Span, list: Uint32Array): number {
    let found = 0;
    for (let block = 0, row = 0; row < size; block++) {
      const end = Math.min(size, row + ROWS);
      const [least, greatest] = [this.least[block] as number, this.greatest[block] as number];
      if (greatest < from || least > to) row = end;
      else if (least >= from && greatest <= to) while (row < end) list[found++] = row++;
      else
        for (; row < end; row++) {
          const number = numbers[row] as number;
          list[found] = row;
          if (number >= from && number <= to) found++;
        }
    }
    return found;
  }

  private reserve(blocks: number): void {
    const [least, greatest] = [new Uint32Array(blocks).fill(0xffffffff), new Uint32Array(blocks)];
    least.set(this.least);
    greatest.set(this.greatest);
    [this.least, this.greatest] = [least, greatest];
  }
}

/** The first and the last number that is meant. */
export type Span = readonly [from: number, to: number];
