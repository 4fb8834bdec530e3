/**
 * The points within a line that was drawn round them: the line is closed from its end to its start, and where it crosses
 * itself, what is enclosed an odd number of times is within.
 *
 * @param line 2 per corner
 * @param xy 2 per point, in the same units; NaN for one that is not on the map
 */
export function caughtIn(line: readonly number[], xy: Float32Array): number[] {
  const corners = line.length / 2;
  if (corners < 3) return [];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let c = 0; c < corners; c++) {
    const [x, y] = [line[2 * c] ?? 0, line[2 * c + 1] ?? 0];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const found: number[] = [];
  for (let i = 0; 2 * i < xy.length; i++) {
    const [x, y] = [xy[2 * i] ?? NaN, xy[2 * i + 1] ?? NaN];
    if (!(x >= left && x <= right && y >= top && y <= bottom)) continue;
    let isIn = false;
    for (let c = 0, before = corners - 1; c < corners; before = c++) {
      const [x1, y1] = [line[2 * c] ?? 0, line[2 * c + 1] ?? 0];
      const [x0, y0] = [line[2 * before] ?? 0, line[2 * before + 1] ?? 0];
      if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) isIn = !isIn;
    }
    if (isIn) found.push(i);
  }
  return found;
}

/** With one more, or without one that was among them. */
export const toggled = (caught: readonly number[], point: number): readonly number[] =>
  caught.includes(point) ? caught.filter((one) => one !== point) : [...caught, point];
