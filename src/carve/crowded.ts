/**
 * A crowd is laid out so far, in km, as distances across a continent would drown less: a town with more accounts than a
 * territory holds is as wide; amid a state or country nobody stands anyway.
 */
const TOWN_KM = 30;
const REGION_KM = 150;
const DIMS = 3;

/**
 * Points for the engine where more accounts stand in one spot than a territory holds: these are laid out along a line
 * through it, those of one holder side by side. In one and the same point nothing tells accounts
 * apart, and territories that share it stay empty or take all of it. Other points stay as they are.
 *
 * @param points N × 3 km, NaN for none; not changed
 * @param current N values: seat of today's holder, −1 none
 * @param isRegion true of an account that stands for its region, where no place of its own is known
 */
export function withCrowdsLaidOut(
  points: Float64Array,
  current: Int32Array,
  territories: number,
  isRegion: (account: number) => boolean,
): Float64Array {
  const crowds = new Map<string, number[]>();
  let count = 0;
  for (let i = 0; i * DIMS < points.length; i++) {
    const [x = NaN, y = NaN, z = NaN] = points.subarray(i * DIMS, i * DIMS + DIMS);
    if (Number.isNaN(x)) continue;
    count++;
    const key = `${x} ${y} ${z}`;
    const crowd = crowds.get(key);
    if (crowd === undefined) crowds.set(key, [i]);
    else crowd.push(i);
  }
  const share = count / Math.max(1, territories);
  const large = [...crowds.values()].filter((crowd) => crowd.length > share);
  if (large.length === 0) return points;
  const laid = points.slice();
  for (const crowd of large) {
    const order = [...crowd].sort((a, b) => (current[a] ?? -1) - (current[b] ?? -1) || a - b);
    const [x = 0, y = 0] = points.subarray((order[0] ?? 0) * DIMS, (order[0] ?? 0) * DIMS + DIMS);
    // Eastward, along the surface; at a pole every way is as good.
    const radius = Math.sqrt(x * x + y * y);
    const [east, north] = radius > 1 ? [-y / radius, x / radius] : [1, 0];
    order.forEach((i, rank) => {
      const along = (isRegion(i) ? REGION_KM : TOWN_KM) * ((rank + 0.5) / order.length - 0.5);
      laid[i * DIMS] = (points[i * DIMS] ?? 0) + along * east;
      laid[i * DIMS + 1] = (points[i * DIMS + 1] ?? 0) + along * north;
    });
  }
  return laid;
}
