import type { MapPreview } from '../../../src/app/pages/design/map';
import { extentOf } from '../../../src/taskpane/map/extent';
import { heights, inside } from '../../../src/taskpane/map/inside';
import { mapLayout, type Layout } from '../../../src/taskpane/map/layout';
import { fitted } from '../../../src/taskpane/map/view';

type Place = readonly [longitude: number, latitude: number, territory: number];
const DENVER: Place = [-104.99, 39.74, 0];
const BOISE: Place = [-116.2, 43.62, 1];
const SAN_DIEGO: Place = [-117.16, 32.72, 2];
const ANCHORAGE: Place = [-149.9, 61.22, 3];
const HONOLULU: Place = [-157.85, 21.31, 3];

function mapOf(places: readonly Place[]): MapPreview {
  const count = Math.max(...places.map(([, , j]) => j)) + 1;
  return {
    longitude: Float32Array.from(places, ([longitude]) => longitude),
    latitude: Float32Array.from(places, ([, latitude]) => latitude),
    territory: Int16Array.from(places, ([, , j]) => j),
    today: new Int16Array(places.length).fill(-1),
    account: Int32Array.from(places, (_, i) => i),
    centres: Array.from({ length: count }, (_, j) => ({
      longitude: 0,
      latitude: 0,
      name: `T${j}`,
      owner: '',
    })),
    about: () => ({ name: '', value: undefined, address: '' }),
    pointIn: () => -1,
  };
}

const pointOf = ({ points }: Layout, i: number) => [points[2 * i]!, points[2 * i + 1]!] as const;

/** Whose area a place is in, in the n-th part of the map; −1 for none. */
function areaAt({ plan }: Layout, part: number, at: readonly [number, number]): number {
  const place = Float64Array.from(at);
  return plan.areas[part]!.rings.findIndex((rings) => inside(rings, place, heights(place))[0] === 1);
}

test('a plan inside the United States stands on its states; what lies far off has a frame of its own', async () => {
  const layout = await mapLayout(mapOf([DENVER, BOISE, SAN_DIEGO, ANCHORAGE, HONOLULU]));
  expect(layout.grounds.map(({ frame }) => frame !== undefined)).toEqual([false, true, true]);
  for (const [i, part] of [
    [3, 1],
    [4, 2],
  ] as const) {
    const [left, top, right, bottom] = layout.grounds[part]!.frame!;
    const [x, y] = pointOf(layout, i);
    expect(x > left && x < right && y > top && y < bottom).toBe(true);
    // San Diego is near the frame of Alaska, and has nothing in it.
    for (const corner of [
      [left, top],
      [right, top],
      [left, bottom],
      [right, bottom],
    ] as const)
      expect(areaAt(layout, part, corner)).toBe(3);
  }
  expect(layout.beyond).toBe(0);
});

test('frames are there only for accounts in them, and areas end with the states that have accounts', async () => {
  const layout = await mapLayout(mapOf([DENVER, BOISE, SAN_DIEGO]));
  expect(layout.grounds).toHaveLength(1);
  const [ground] = layout.grounds;
  expect(ground!.held.length).toBeLessThan(ground!.land.length);
  const helena = await mapLayout(mapOf([DENVER, BOISE, SAN_DIEGO, [-112.04, 46.59, 0]]));
  expect(helena.grounds[0]!.held.length).toBeGreaterThan(ground!.held.length);
});

test('a state is seen from near: all its accounts are shown as large as they can be', async () => {
  const { home } = await mapLayout(mapOf([DENVER, [-104.82, 38.83, 1], [-105.08, 40.59, 0]]));
  expect(home![2] - home![0]).toBeLessThan(30);
});

test('Toronto and Montréal lie in the box round the United States, and are shown in Canada', async () => {
  const canada = mapOf([
    [-79.38, 43.65, 0],
    [-73.57, 45.5, 1],
    [-75.7, 45.42, 1],
    [-79.87, 43.26, 0],
  ]);
  const { points } = await mapLayout(canada);
  // On the map of the states they would be a corner of it.
  const xs = [0, 1, 2, 3].map((i) => points[2 * i]!);
  expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(250);
});

test('a country keeps its shape, wherever it is: Germany is taller than wide', async () => {
  const layout = await mapLayout(
    mapOf([
      [6.1, 51, 0],
      [14.9, 51, 1],
      [10, 47.5, 1],
      [10, 54.9, 0],
    ]),
  );
  const [west, east, south, north] = [0, 1, 2, 3].map((i) => pointOf(layout, i)) as [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ];
  const ratio = (east[0] - west[0]) / (south[1] - north[1]);
  // 617 km by 823 km on the ground.
  expect(ratio).toBeCloseTo(617 / 823, 1);
});

test('longitudes begin after their widest gap: Auckland and Suva are neighbours of Samoa', async () => {
  const pacific = [174.8, 178.4, -171.8];
  const extent = extentOf(Float32Array.from(pacific), Float32Array.of(-36.9, -18.1, -13.8));
  expect(extent.east - extent.west).toBeCloseTo(13.4, 1);
  const layout = await mapLayout(
    mapOf([
      [174.8, -36.9, 0],
      [178.4, -18.1, 1],
      [-171.8, -13.8, 1],
    ]),
  );
  const xs = [0, 1, 2].map((i) => pointOf(layout, i)[0]);
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
  expect(layout.beyond).toBe(0);
});

test('one account at the other end of the world does not shrink the rest, and is counted as not shown', async () => {
  const london: Place[] = Array.from({ length: 200 }, (_, i) => [
    -0.1 + (i % 20) / 100,
    51.5 + i / 2000,
    i % 2,
  ]);
  const layout = await mapLayout(mapOf([...london, [151.2, -33.87, 0]]));
  expect(layout.beyond).toBe(1);
  expect(Number.isNaN(pointOf(layout, 200)[0])).toBe(true);
  // A town is not larger than the map; as it is fitted, it fills the frame.
  const { zoom } = fitted(layout.home, layout);
  expect(zoom * (layout.home![2] - layout.home![0])).toBeGreaterThan(400);
});

test('a label stands on an account of its territory, in the middle of them', async () => {
  const { plan, points } = await mapLayout(
    mapOf([DENVER, [-104.82, 38.83, 0], [-105.08, 40.59, 0], BOISE, SAN_DIEGO]),
  );
  expect([...plan.anchors.subarray(0, 2)]).toEqual([...points.subarray(0, 2)]);
});
