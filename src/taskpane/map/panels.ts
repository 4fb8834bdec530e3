import {
  geoAlbers,
  geoAzimuthalEqualArea,
  geoConicEqualArea,
  geoEqualEarth,
  type GeoProjection,
} from 'd3-geo';
import type { FeatureCollection, MultiPoint } from 'geojson';
import type { Extent } from './extent';
import type { Outlines } from './outlines';

export const WIDTH = 600;
export const HEIGHT = 400;
const PADDING = 12;

/** Left, top, right, bottom in map units. */
export type Box = readonly [number, number, number, number];

/** A part of the map with a projection of its own. */
export interface Panel {
  readonly projection: GeoProjection;
  /** Whether a place (degrees) belongs to it. */
  holds(longitude: number, latitude: number): boolean;
  /** Whether a land is drawn in it. */
  shows(land: string): boolean;
  /** Set apart by a frame. */
  readonly frame?: Box;
}

/** Far-off parts of the United States, each in a frame where the lower 48 leave room. FIPS codes. */
const APART: readonly {
  readonly lands: readonly string[];
  readonly frame: Box;
  readonly projection: () => GeoProjection;
  /** West, south, east, north of what fills the frame: islands far out would make the rest tiny. */
  readonly middle: Box;
  readonly holds: Panel['holds'];
}[] = [
  {
    lands: ['02'],
    frame: [8, 306, 126, 392],
    projection: () => geoConicEqualArea().rotate([154, 0]).parallels([55, 65]),
    middle: [-168, 55, -131, 71.2],
    holds: (longitude, latitude) => latitude > 51 && (longitude < -129.5 || longitude > 170),
  },
  {
    lands: ['15'],
    frame: [132, 334, 204, 392],
    projection: () => geoConicEqualArea().rotate([157, 0]).parallels([8, 18]),
    middle: [-160.3, 18.9, -154.8, 22.3],
    holds: (longitude, latitude) => latitude > 18 && latitude < 23 && longitude < -154 && longitude > -161,
  },
  {
    lands: ['72', '78'],
    frame: [528, 356, 592, 392],
    projection: () => geoConicEqualArea().rotate([66, 0]).parallels([17, 19]),
    middle: [-67.3, 17.6, -64.5, 18.6],
    holds: (longitude, latitude) => latitude > 17 && latitude < 19 && longitude > -68 && longitude < -64,
  },
];
/** Guam, Samoa and the Northern Marianas have no frame. */
const ELSEWHERE = new Set([...APART.flatMap(({ lands }) => lands), '60', '66', '69']);

const isLower: Panel['holds'] = (longitude, latitude) =>
  latitude > 24.4 && latitude < 49.5 && longitude > -125 && longitude < -66.5;

/** Whether a place (degrees) can be on the map of the United States. */
export const isOnUs: Panel['holds'] = (longitude, latitude) =>
  isLower(longitude, latitude) || APART.some(({ holds }) => holds(longitude, latitude));

/** The lower 48, and a frame for each far-off part that has accounts. */
export function usPanels(lands: Outlines, isThere: (holds: Panel['holds']) => boolean): Panel[] {
  const shows = (land: string) => !ELSEWHERE.has(land);
  const states: FeatureCollection = {
    type: 'FeatureCollection',
    features: lands.filter(({ id }) => shows(String(id))),
  };
  const lower: Panel = {
    projection: fit(geoAlbers(), [0, 0, WIDTH, HEIGHT], states),
    holds: isLower,
    shows,
  };
  const apart = APART.filter(({ holds }) => isThere(holds)).map(
    ({ lands: ids, frame, projection, middle: [west, south, east, north], holds }): Panel => ({
      projection: fit(projection(), frame, rim(west, south, east, north), 4),
      holds,
      shows: (land) => ids.includes(land),
      frame,
    }),
  );
  return [lower, ...apart];
}

/** Whether so much is seen that it is the world. */
export const isWhole = ({ west, east, south, north }: Extent): boolean =>
  east - west > 100 || north - south > 90;

/**
 * One panel round the accounts. A part of the world is shown as it is seen from above it, so that Germany or Japan
 * keeps its shape; the world, flat.
 */
export function worldPanel({ west, east, south, north }: Extent): Panel {
  const wide = Math.max(0.5, 0.06 * (east - west));
  const high = Math.max(0.5, 0.06 * (north - south));
  const [top, bottom] = [Math.min(88, north + high), Math.max(-88, south - high)];
  const projection = isWhole({ west, east, south, north })
    ? geoEqualEarth().rotate([-(west + east) / 2, 0])
    : geoAzimuthalEqualArea().rotate([-(west + east) / 2, -(south + north) / 2]);
  return {
    projection: fit(projection, [0, 0, WIDTH, HEIGHT], rim(west - wide, bottom, east + wide, top)),
    holds: () => true,
    shows: () => true,
  };
}

/** The edge of a stretch of the world, in degrees. */
function rim(west: number, south: number, east: number, north: number): MultiPoint {
  const coordinates: [number, number][] = [];
  for (let step = 0; step <= 8; step++) {
    const longitude = west + ((east - west) * step) / 8;
    coordinates.push([longitude, south], [longitude, north]);
  }
  return { type: 'MultiPoint', coordinates };
}

/** Fits a shape into a box. Nothing is drawn that can never be seen; a frame cuts off what it does not hold. */
function fit(
  projection: GeoProjection,
  box: Box,
  shape: Parameters<GeoProjection['fitExtent']>[1],
  padding = PADDING,
): GeoProjection {
  const [left, top, right, bottom] = box;
  projection.fitExtent(
    [
      [left + padding, top + padding],
      [right - padding, bottom - padding],
    ],
    shape,
  );
  const isWhole = left === 0 && right === WIDTH;
  return isWhole
    ? projection.clipExtent([
        [-WIDTH / 2, -HEIGHT / 2],
        [1.5 * WIDTH, 1.5 * HEIGHT],
      ])
    : projection.clipExtent([
        [left, top],
        [right, bottom],
      ]);
}
