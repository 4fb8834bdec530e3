/** Up to so many territories a table of all pairs tells where one is; beyond it would be too large. */
const TABLED = 256;

/**
 * Symmetric M × M blocks on pairs of territories, found by a table of all pairs or by hashing: about 3K pairs of
 * neighbours are in use, never K². Cleared before each evaluation.
 */
export class Edges {
  count = 0;
  first = new Int32Array(256);
  second = new Int32Array(256);
  /** count × block values. */
  weight: Float64Array;
  private slots: Int32Array;
  /** k × k: the index of a pair, −1 for none. */
  private readonly table: Int32Array | null;

  constructor(
    private readonly k: number,
    readonly block: number,
  ) {
    this.weight = new Float64Array(256 * block);
    this.table = k <= TABLED ? new Int32Array(k * k).fill(-1) : null;
    this.slots = new Int32Array(this.table ? 0 : 1024).fill(-1);
  }

  clear(): void {
    const { table, first, second, k } = this;
    if (table) for (let e = 0; e < this.count; e++) table[first[e]! * k + second[e]!] = -1;
    else this.slots.fill(-1);
    this.count = 0;
  }

  /** Index of the pair (j, k), made if new. */
  at(j: number, k: number): number {
    if (j > k) {
      const t = j;
      j = k;
      k = t;
    }
    if (this.table) {
      const pair = j * this.k + k;
      const known = this.table[pair]!;
      return known >= 0 ? known : (this.table[pair] = this.made(j, k));
    }
    const mask = this.slots.length - 1;
    let slot = (Math.imul(j * this.k + k, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const e = this.slots[slot]!;
      if (e < 0) break;
      if (this.first[e] === j && this.second[e] === k) return e;
      slot = (slot + 1) & mask;
    }
    const e = this.made(j, k);
    this.slots[slot] = e;
    if (2 * this.count > mask) this.rehash();
    return e;
  }

  private made(j: number, k: number): number {
    const e = this.count++;
    if (e === this.first.length) this.grow();
    this.first[e] = j;
    this.second[e] = k;
    this.weight.fill(0, e * this.block, (e + 1) * this.block);
    return e;
  }

  private grow(): void {
    const longer = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.first = longer(this.first, new Int32Array(2 * this.first.length));
    this.second = longer(this.second, new Int32Array(2 * this.second.length));
    this.weight = longer(this.weight, new Float64Array(2 * this.weight.length));
  }

  private rehash(): void {
    this.slots = new Int32Array(2 * this.slots.length).fill(-1);
    const mask = this.slots.length - 1;
    for (let e = 0; e < this.count; e++) {
      let slot = (Math.imul(this.first[e]! * this.k + this.second[e]!, 0x9e3779b1) >>> 8) & mask;
      while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = e;
    }
  }
}
