import { areasOf } from '../../../src/taskpane/map/areas';
import { heights, inside } from '../../../src/taskpane/map/inside';
import { HEIGHT, laid, scatter, WIDTH } from './scatter';

/** Places all over the map, and whose area each lies in by the rings; −1 for none, −9 for several. */
function ownersByRings(
  { mesh, holder, territories }: ReturnType<typeof laid>,
  places: Float64Array,
): Int16Array {
  const { rings } = areasOf(mesh, holder, territories);
  const owner = new Int16Array(places.length / 2).fill(-1);
  rings.forEach((mine, j) => {
    inside(mine, places, heights(places)).forEach((is, at) => {
      if (is === 1) owner[at] = owner[at] === -1 ? j : -9;
    });
  });
  return owner;
}

function ownersByDistance({ sites, holder }: ReturnType<typeof laid>, places: Float64Array): Int16Array {
  return Int16Array.from({ length: places.length / 2 }, (_, at) => {
    let least = Infinity;
    let owner = -1;
    for (let site = 0; site < sites.count; site++) {
      const far = Math.hypot(
        sites.xy[2 * site]! - places[2 * at]!,
        sites.xy[2 * site + 1]! - places[2 * at + 1]!,
      );
      if (far < least) [least, owner] = [far, holder[site]!];
    }
    return owner;
  });
}

const grid = Float64Array.from({ length: 2 * 35 * 25 }, (_, n) =>
  n % 2 === 0 ? ((n >> 1) % 35) * (WIDTH / 35) + 7.13 : Math.floor((n >> 1) / 35) * (HEIGHT / 25) + 5.71,
);

test.each([1, 2, 3])('every place belongs to the territory of the account that is nearest (%i)', (seed) => {
  const map = scatter(seed, 400, 12, 0.1);
  expect(ownersByRings(map, grid)).toEqual(ownersByDistance(map, grid));
});

test('an account that nobody holds is a hole in the areas round it', () => {
  const map = scatter(4, 300, 8);
  map.holder.forEach((_, site) => {
    if (site % 7 === 0) map.holder[site] = -1;
  });
  expect(ownersByRings(map, grid)).toEqual(ownersByDistance(map, grid));
});

test.each([
  ['no account', []],
  ['one', [300, 200]],
  ['two', [100, 100, 500, 300]],
  ['a row of them', [100, 200, 200, 200, 300, 200, 400, 200, 500, 200]],
  ['a crowd on one place', [100, 100, 100, 100, 100, 100, 500, 300]],
  [
    'a chequerboard',
    Array.from({ length: 200 }, (_, n) => (n % 2 === 0 ? ((n >> 1) % 10) * 60 : Math.floor(n / 20) * 40)),
  ],
])('areas of %s', (_name, xy) => {
  const points = Float32Array.from(xy);
  const map = laid(
    points,
    Int16Array.from({ length: points.length / 2 }, (_, i) => i % 3),
    3,
  );
  expect(ownersByRings(map, grid)).toEqual(ownersByDistance(map, grid));
});

test('borders stand between two territories, never inside one or at the edge of the map', () => {
  const map = scatter(5, 300, 6);
  const { between } = areasOf(map.mesh, map.holder, 6);
  expect(between.length).toBeGreaterThan(0);
  for (let at = 0; at < between.length; at += 4) {
    const [x0, y0, x1, y1] = between.subarray(at, at + 4) as unknown as [number, number, number, number];
    const long = Math.hypot(x1 - x0, y1 - y0);
    if (long < 0.5 || long > 5000) continue;
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    const [dx, dy] = [(-(y1 - y0) / long) * 0.05, ((x1 - x0) / long) * 0.05];
    const [left, right] = ownersByDistance(map, Float64Array.of(x - dx, y - dy, x + dx, y + dy));
    expect(left).not.toBe(right);
  }
  const alone = laid(map.points, new Int16Array(300), 1);
  expect(areasOf(alone.mesh, alone.holder, 1).between).toHaveLength(0);
});
