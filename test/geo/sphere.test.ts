import fc from 'fast-check';

import { EARTH_RADIUS_KM, fromSphereKm, haversineKm, isUsablePoint, toSphereKm } from '../../src/geo/sphere';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distance on the sphere', () => {
  it.each([
    [40.7128, -74.006, 51.5074, -0.1278, 5570],
    [39.7392, -104.9903, 30.2672, -97.7431, 1240],
    [0, 0, 0, 180, Math.PI * EARTH_RADIUS_KM],
    [90, 0, -90, 77, Math.PI * EARTH_RADIUS_KM],
    [10, 179.9, 10, -179.9, 21.9],
    [5, 5, 5, 5, 0],
  ])('from %d, %d to %d, %d is %d km', (a, b, c, d, km) => {
    const found = haversineKm({ latitude: a, longitude: b }, { latitude: c, longitude: d });
    expect(Math.abs(found - km)).toBeLessThan(0.005 * km + 0.1);
  });

  it('is the same both ways, never negative, and obeys the triangle', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        const ab = haversineKm(a, b);
        expect(ab).toBeCloseTo(haversineKm(b, a), 6);
        expect(ab).toBeGreaterThanOrEqual(0);
        expect(ab).toBeLessThanOrEqual(haversineKm(a, c) + haversineKm(c, b) + 1e-6);
      }),
    );
  });
});

describe('points as x, y, z', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(point, (a) => {
        const back = fromSphereKm(...toSphereKm(a.latitude, a.longitude));
        expect(haversineKm(a, back)).toBeLessThan(1e-6);
      }),
    );
  });

  it('are as far apart as the chord of the great circle', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const [x, y, z] = toSphereKm(a.latitude, a.longitude);
        const [u, v, w] = toSphereKm(b.latitude, b.longitude);
        const chord = Math.sqrt((x - u) ** 2 + (y - v) ** 2 + (z - w) ** 2);
        const angle = haversineKm(a, b) / EARTH_RADIUS_KM;
        expect(chord).toBeCloseTo(2 * EARTH_RADIUS_KM * Math.sin(angle / 2), 4);
      }),
    );
  });
});

describe('coordinates that can be a place', () => {
  it('leave out what is out of range, and 0, 0', () => {
    expect(isUsablePoint(39.7, -105)).toBe(true);
    expect(isUsablePoint(0, 10)).toBe(true);
    expect(isUsablePoint(0, 0)).toBe(false);
    expect(isUsablePoint(91, 0)).toBe(false);
    expect(isUsablePoint(0, -181)).toBe(false);
    expect(isUsablePoint(NaN, 1)).toBe(false);
  });
});
