/** Degrees: a stretch of longitudes, which may run over the date line (`east` is then above 180), and latitudes. */
export interface Extent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

const CUT = 0.01;

/**
 * Where the middle 98 % of some places are, so that one that is far away does not shrink the rest. Longitudes begin
 * after the widest gap between them: a list of New Zealand and Fiji is a small map.
 */
export function extentOf(longitude: Float32Array, latitude: Float32Array): Extent {
  const east = Float64Array.from(longitude).sort();
  const { length } = east;
  let start = 0;
  let widest = (east[0] ?? 0) + 360 - (east[length - 1] ?? 0);
  for (let i = 1; i < length; i++) {
    const gap = (east[i] ?? 0) - (east[i - 1] ?? 0);
    if (gap > widest) [widest, start] = [gap, i];
  }
  const onward = Float64Array.from(east, (_, i) => {
    const at = start + i;
    return at < length ? (east[at] ?? 0) : (east[at - length] ?? 0) + 360;
  });
  const north = Float64Array.from(latitude).sort();
  const cut = Math.floor(length * CUT);
  return {
    west: onward[cut] ?? 0,
    east: onward[length - 1 - cut] ?? 0,
    south: north[cut] ?? 0,
    north: north[length - 1 - cut] ?? 0,
  };
}
