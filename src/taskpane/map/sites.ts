/** The distinct places of a map's points: accounts of one ZIP or city stand on one. */
export interface Sites {
  readonly count: number;
  /** 2 per site. */
  readonly xy: Float64Array;
  /** N values: the site of each point, −1 for one that is not on the map. */
  readonly of: Int32Array;
  /** N values: how many points stood on its site before it. */
  readonly rank: Int32Array;
  /** How many points stand on each site. */
  readonly size: Int32Array;
}

/** @param points 2 per point; NaN for one that is not on the map */
export function sitesOf(points: Float32Array): Sites {
  const n = points.length / 2;
  const of = new Int32Array(n).fill(-1);
  const rank = new Int32Array(n);
  const xy: number[] = [];
  const size: number[] = [];
  const known = new Map<number, Map<number, number>>();
  for (let i = 0; i < n; i++) {
    const x = points[2 * i] ?? NaN;
    const y = points[2 * i + 1] ?? NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    let column = known.get(x);
    if (column === undefined) known.set(x, (column = new Map()));
    let site = column.get(y);
    if (site === undefined) {
      column.set(y, (site = size.length));
      xy.push(x, y);
      size.push(0);
    }
    of[i] = site;
    rank[i] = size[site] ?? 0;
    size[site] = (size[site] ?? 0) + 1;
  }
  return { count: size.length, xy: Float64Array.from(xy), of, rank, size: Int32Array.from(size) };
}

/**
 * Whose each site is: the territory that has most accounts there, the first of equals; −1 where none has one.
 *
 * @param territory N values, −1 for none
 */
export function holders(sites: Sites, territory: Int16Array, territories: number): Int16Array {
  const most = new Int32Array(sites.count);
  const holder = new Int16Array(sites.count).fill(-1);
  const crowded = new Map<number, Int32Array>();
  sites.of.forEach((site, i) => {
    const j = territory[i] ?? -1;
    if (site < 0 || j < 0) return;
    if (sites.size[site] === 1) {
      holder[site] = j;
      return;
    }
    let tally = crowded.get(site);
    if (tally === undefined) crowded.set(site, (tally = new Int32Array(territories)));
    tally[j] = (tally[j] ?? 0) + 1;
  });
  for (const [site, tally] of crowded) {
    tally.forEach((accounts, j) => {
      if (accounts <= (most[site] ?? 0)) return;
      most[site] = accounts;
      holder[site] = j;
    });
  }
  return holder;
}
