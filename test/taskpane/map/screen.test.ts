import type { Layout } from '../../../src/taskpane/map/layout';
import { nearest, onward, placement, screenPoints } from '../../../src/taskpane/map/screen';
import { sitesOf } from '../../../src/taskpane/map/sites';
import { brought, fitted, panned, zoomed } from '../../../src/taskpane/map/view';

const SIZE = { width: 600, height: 400 };
const WHOLE = fitted(undefined, SIZE);
const layoutOf = (points: Float32Array) => ({ ...SIZE, points, sites: sitesOf(points) }) as Layout;

test('the account nearest to the pointer is found, within reach and not beyond', () => {
  const xy = Float32Array.of(10, 10, 20, 10, NaN, NaN, 300, 200);
  expect(nearest(xy, 14, 10, 14)).toBe(0);
  expect(nearest(xy, 16, 10, 14)).toBe(1);
  expect(nearest(xy, 100, 100, 14)).toBe(-1);
});

test('arrow keys go to the next account in their direction, and stay where there is none', () => {
  const xy = Float32Array.of(100, 100, 120, 101, 110, 140, 60, 100, NaN, NaN);
  expect(onward(xy, 0, [1, 0], 0, 0)).toBe(1);
  expect(onward(xy, 0, [-1, 0], 0, 0)).toBe(3);
  expect(onward(xy, 0, [0, 1], 0, 0)).toBe(2);
  expect(onward(xy, 0, [0, -1], 0, 0)).toBe(-1);
  // From nowhere: from the middle of what is shown.
  expect(onward(xy, -1, [-1, 0], 90, 100)).toBe(3);
});

test('accounts on one place stand apart on the screen, near it at any zoom', () => {
  const crowd = Float32Array.from({ length: 2 * 200 }, (_, n) => (n % 2 === 0 ? 300 : 200));
  for (const zoom of [1, 40]) {
    const at = placement(layoutOf(crowd), { ...WHOLE, zoom }, 300);
    const xy = screenPoints(layoutOf(crowd), at, 4);
    const places = new Set<string>();
    for (let i = 0; i < 200; i++) {
      places.add(`${xy[2 * i]!.toFixed(2)} ${xy[2 * i + 1]!.toFixed(2)}`);
      expect(Math.hypot(xy[2 * i]! - 150, xy[2 * i + 1]! - 100)).toBeLessThan(15);
    }
    expect(places.size).toBe(200);
  }
});

test('the map zooms about a point and stays on the map', () => {
  const near = zoomed(WHOLE, 2, { x: 100, y: 100 });
  expect(near.zoom).toBe(2);
  expect((100 - near.x) * near.zoom).toBeCloseTo((100 - WHOLE.x) * WHOLE.zoom);
  expect(zoomed(WHOLE, 0.1, WHOLE).zoom).toBe(1);
  expect(panned(near, 99, 99, SIZE)).toMatchObject({ x: 600, y: 400 });
});

test('what is fitted is all in the frame, and the frame does not leave the map', () => {
  for (const box of [
    [10, 10, 50, 60],
    [580, 390, 600, 400],
    [0, 0, 600, 400],
    [300, 200, 300, 200],
  ] as const) {
    const { zoom, x, y } = fitted(box, SIZE);
    expect(x - 300 / zoom).toBeLessThanOrEqual(box[0]);
    expect(x + 300 / zoom).toBeGreaterThanOrEqual(box[2]);
    expect(y - 200 / zoom).toBeGreaterThanOrEqual(-1e-9);
    expect(y + 200 / zoom).toBeLessThanOrEqual(400 + 1e-9);
    expect(zoom).toBeLessThanOrEqual(16);
  }
});

test('a place is brought into view only when it is not well inside', () => {
  const near = { zoom: 4, x: 300, y: 200 };
  expect(brought(near, 310, 205, SIZE)).toBe(near);
  expect(brought(near, 500, 200, SIZE)).toMatchObject({ x: 500, y: 200 });
  expect(brought(WHOLE, 599, 1, SIZE)).toEqual(WHOLE);
});
