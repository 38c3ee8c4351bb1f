/** Where the rows of facts are by their keys: about ten bytes a row. Keys are numbers above 0. */
export class KeyIndex {
  private slots = new Int32Array(64).fill(-1);
  private count = 0;

  /** @param keyAt the key of a row. */
  constructor(private readonly keyAt: (row: number) => number) {}

  /** The row with a key; -1 where there is none. */
  rowOf(key: number): number {
    for (let at = this.homeOf(key); ; at = this.after(at)) {
      const row = this.slots[at] ?? -1;
      if (row === -1 || this.keyAt(row) === key) return row;
    }
  }

  /** A row whose key is in its place already, and in no other. */
  add(row: number): void {
    if (++this.count * 3 > this.slots.length * 2) this.grow();
    this.put(row);
  }

  /** Forgets a row, whose key is still in its place. */
  remove(row: number): void {
    let hole = this.homeOf(this.keyAt(row));
    while (this.slots[hole] !== row) {
      if (this.slots[hole] === -1) return;
      hole = this.after(hole);
    }
    this.count--;
    // those behind it that began further ahead move up
    for (let at = this.after(hole); ; at = this.after(at)) {
      const other = this.slots[at] ?? -1;
      if (other === -1) break;
      const home = this.homeOf(this.keyAt(other));
      if (this.distance(home, at) < this.distance(hole, at)) continue;
      this.slots[hole] = other;
      hole = at;
    }
    this.slots[hole] = -1;
  }

  private put(row: number): void {
    let at = this.homeOf(this.keyAt(row));
    while (this.slots[at] !== -1) at = this.after(at);
    this.slots[at] = row;
  }

  private grow(): void {
    const known = this.slots;
    this.slots = new Int32Array(known.length * 2).fill(-1);
    for (const row of known) if (row !== -1) this.put(row);
  }

  /** Lengths are powers of two. */
  private homeOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & (this.slots.length - 1);
  }

  private after(at: number): number {
    return (at + 1) & (this.slots.length - 1);
  }

  private distance(from: number, to: number): number {
    return (to - from) & (this.slots.length - 1);
  }
}
