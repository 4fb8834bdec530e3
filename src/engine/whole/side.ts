/** Entries of each side tried for a swap: the cheapest ones. */
const MOST = 150;

/**
 * One side of an exchange: entries of one territory that may go to another, in rising order of a key. Reused,
 * so it holds on to its memory.
 */
export class Side {
  count = 0;
  entry = new Int32Array(MOST);
  /** Which of an entry's options the other territory is, and what it costs more. */
  option = new Int32Array(MOST);
  extra = new Float64Array(MOST);
  /** What the entries are sorted by. */
  key = new Float64Array(MOST);
  /** Lowest of `extra`. */
  cheapest = Infinity;

  clear(): void {
    this.count = 0;
    this.cheapest = Infinity;
  }

  /** Adds an entry; keys come in rising order. */
  add(entry: number, option: number, extra: number, key: number): void {
    if (this.count === this.entry.length) this.grow();
    const x = this.count++;
    this.entry[x] = entry;
    this.option[x] = option;
    this.extra[x] = extra;
    this.key[x] = key;
    if (extra < this.cheapest) this.cheapest = extra;
  }

  /** Cuts the list to about the cheapest `MOST`. */
  close(): void {
    if (this.count <= MOST) return;
    const limit = this.extra.slice(0, this.count).sort()[MOST - 1]!;
    let kept = 0;
    for (let x = 0; x < this.count && kept < MOST; x++) {
      if (this.extra[x]! > limit) continue;
      this.entry[kept] = this.entry[x]!;
      this.option[kept] = this.option[x]!;
      this.extra[kept] = this.extra[x]!;
      this.key[kept++] = this.key[x]!;
    }
    this.count = kept;
  }

  /** Index of the first entry whose key is at least `key`. */
  find(key: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.key[mid]! < key) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  private grow(): void {
    const longer = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const size = 2 * this.entry.length;
    this.entry = longer(this.entry, new Int32Array(size));
    this.option = longer(this.option, new Int32Array(size));
    this.extra = longer(this.extra, new Float64Array(size));
    this.key = longer(this.key, new Float64Array(size));
  }
}
