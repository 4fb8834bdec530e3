/**
 * Nearest other centre of many points, by sorting the centres around each centre once (Phillips 2002): a point
 * at distance r from its own centre needs to look no further than 2r + what it has found so far.
 */
export class Neighbours {
  /** K × K: other centres of j in rising order of distance, and the distances. */
  private readonly order: Int32Array;
  private readonly away: Float64Array;

  constructor(
    private readonly centres: Float64Array,
    private readonly k: number,
    private readonly dims: number,
  ) {
    this.order = new Int32Array(k * k);
    this.away = new Float64Array(k * k);
    const distance = new Float64Array(k);
    for (let j = 0; j < k; j++) {
      for (let o = 0; o < k; o++) {
        const away = Math.sqrt(this.square(centres, j * dims, o));
        distance[o] = away === away ? away : Number.MAX_VALUE; // an empty territory has no centre
      }
      const row = this.order.subarray(j * k, (j + 1) * k);
      for (let o = 0; o < k; o++) row[o] = o;
      row.sort((a, b) => Number(b === j) - Number(a === j) || distance[a]! - distance[b]! || a - b);
      for (let q = 0; q < k; q++) this.away[j * k + q] = distance[row[q]!]!;
    }
  }

  /** Squared distance from the point at `from` of `points` to centre j. */
  square(points: Float64Array, from: number, j: number): number {
    let sum = 0;
    for (let d = 0; d < this.dims; d++) {
      const x = points[from + d]! - this.centres[j * this.dims + d]!;
      sum += x * x;
    }
    return sum;
  }

  /**
   * The nearest centre other than `own` that `open` (K flags from `row`) allows, ties to the lower number;
   * −1 if there is none.
   */
  nearest(points: Float64Array, from: number, own: number, open: Uint8Array, row: number): number {
    const { k, order, away } = this;
    const radius = Math.sqrt(this.square(points, from, own));
    let best = -1;
    let least = Infinity;
    for (let q = own * k + 1; q < (own + 1) * k; q++) {
      // |x − o| ≥ |own − o| − |x − own|; the slack keeps ties in spite of rounding.
      if (away[q]! * (1 - 1e-12) - radius > least) break;
      const o = order[q]!;
      if (open[row + o] !== 1) continue;
      const distance = Math.sqrt(this.square(points, from, o));
      if (distance < least || (distance === least && o < best)) {
        least = distance;
        best = o;
      }
    }
    return best;
  }

  /** The `count` centres nearest to centre j, itself left out. */
  around(j: number, count: number): Int32Array {
    return this.order.subarray(j * this.k + 1, j * this.k + 1 + Math.min(count, this.k - 1));
  }
}
