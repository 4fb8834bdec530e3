import type { Lines } from './areas';

/**
 * Which sites lie inside some rings (even-odd). Each edge looks only at the sites at its height, so that 50,000 sites
 * and the outlines of a world take some milliseconds.
 *
 * @param byHeight sites in the order of their y
 * @returns 1 for each site inside, by its number
 */
export function inside(rings: Lines, xy: Float64Array, byHeight: Int32Array): Uint8Array {
  const is = new Uint8Array(xy.length / 2);
  for (const ring of rings) {
    const end = ring.length;
    for (let from = 0; from < end; from += 2) {
      const to = (from + 2) % end;
      const x0 = ring[from] ?? 0;
      const y0 = ring[from + 1] ?? 0;
      const x1 = ring[to] ?? 0;
      const y1 = ring[to + 1] ?? 0;
      if (y0 === y1) continue;
      const top = Math.min(y0, y1);
      const bottom = Math.max(y0, y1);
      for (let at = firstFrom(top, xy, byHeight); at < byHeight.length; at++) {
        const site = byHeight[at] ?? 0;
        const y = xy[2 * site + 1] ?? 0;
        if (y >= bottom) break;
        const crossing = x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
        if (crossing > (xy[2 * site] ?? 0)) is[site] = 1 - (is[site] ?? 0);
      }
    }
  }
  return is;
}

/** Sites in the order of their y. */
export function heights(xy: Float64Array): Int32Array {
  const order = Int32Array.from({ length: xy.length / 2 }, (_, site) => site);
  return order.sort((a, b) => (xy[2 * a + 1] ?? 0) - (xy[2 * b + 1] ?? 0));
}

function firstFrom(y: number, xy: Float64Array, byHeight: Int32Array): number {
  let low = 0;
  let high = byHeight.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((xy[2 * (byHeight[middle] ?? 0) + 1] ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
