import { atan2, cos, PI, sin } from '../exact/math';

/** A point on the earth in degrees, north and east positive. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the earth (IUGG), the radius of a sphere with nearly the same distances. */
export const EARTH_RADIUS_KM = 6371.0088;

const RADIANS = PI / 180;

/**
 * Great-circle distance by the haversine formula. The square of the other leg is a sum as well, not 1 less the
 * first, which would lose metres near antipodes.
 */
export function haversineKm(a: GeoPoint, b: GeoPoint): number {
  const north = ((b.latitude - a.latitude) * RADIANS) / 2;
  const east = ((b.longitude - a.longitude) * RADIANS) / 2;
  const sinNorth = sin(north);
  const sinEast = sin(east);
  const cosNorth = cos(north);
  const cosEast = cos(east);
  const sinMiddle = sin(((a.latitude + b.latitude) * RADIANS) / 2);
  const near =
    sinNorth * sinNorth + cos(a.latitude * RADIANS) * cos(b.latitude * RADIANS) * sinEast * sinEast;
  const far = cosNorth * cosNorth * cosEast * cosEast + sinEast * sinEast * sinMiddle * sinMiddle;
  return 2 * EARTH_RADIUS_KM * atan2(Math.sqrt(near), Math.sqrt(far));
}

/**
 * The point as x, y, z in km from the earth's centre (x through 0°, 0°; z through the north pole). The
 * straight distance between two such points differs from the great circle by under 0.1 % up to 1,000 km,
 * has no date line and no poles, and means (centroids) may be taken coordinate by coordinate.
 */
export function toSphereKm(latitude: number, longitude: number): [x: number, y: number, z: number] {
  const flat = EARTH_RADIUS_KM * cos(latitude * RADIANS);
  return [
    flat * cos(longitude * RADIANS),
    flat * sin(longitude * RADIANS),
    EARTH_RADIUS_KM * sin(latitude * RADIANS),
  ];
}

/** The place above or below x, y, z: the inverse of `toSphereKm`, also for points inside (means). */
export function fromSphereKm(x: number, y: number, z: number): GeoPoint {
  return {
    latitude: atan2(z, Math.sqrt(x * x + y * y)) / RADIANS,
    longitude: atan2(y, x) / RADIANS,
  };
}

/** True for a pair that can be a place: in range, and not 0°, 0°, which stands for "unknown". */
export function isUsablePoint(latitude: number, longitude: number): boolean {
  return (
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    !(Math.abs(latitude) < 0.01 && Math.abs(longitude) < 0.01)
  );
}
