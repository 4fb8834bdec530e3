import { geoAlbersUsa, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { MultiLineString, MultiPolygon, Polygon, Feature, FeatureCollection } from 'geojson';
import type { MapPreview } from '../../../app/pages/design/preview';

/** Everything about a map that does not change with zoom: outlines as a path, points in map units. */
export interface MapBase {
  readonly width: number;
  readonly height: number;
  readonly land: Path2D;
  readonly borders: Path2D;
  /** 2 per point; NaN for a point that the projection does not show. */
  readonly points: Float32Array;
  readonly centres: readonly (readonly [number, number] | undefined)[];
}

const WIDTH = 600;
const HEIGHT = 380;
const PADDING = 12;

/** States for a plan inside the United States, else the countries of the world round the accounts. */
export async function mapBase(map: MapPreview): Promise<MapBase> {
  const inUs = insideUs(map);
  const { land, borders } = inUs ? await usOutlines() : await worldOutlines();
  const projection = inUs ? geoAlbersUsa().fitSize([WIDTH, HEIGHT], land) : fitted(geoEqualEarth(), map);
  const draw = geoPath(projection);
  const project = (longitude: number, latitude: number) => projection([longitude, latitude]) ?? undefined;
  const points = new Float32Array(2 * map.longitude.length).fill(NaN);
  map.longitude.forEach((longitude, i) => {
    const point = project(longitude, map.latitude[i] ?? NaN);
    if (point !== undefined) points.set(point, 2 * i);
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    land: new Path2D(draw(land) ?? ''),
    borders: new Path2D(draw(borders) ?? ''),
    points,
    centres: map.centres.map(({ longitude, latitude }) =>
      Number.isNaN(longitude) ? undefined : project(longitude, latitude),
    ),
  };
}

interface Outlines {
  readonly land: FeatureCollection | Feature<Polygon | MultiPolygon>;
  readonly borders: MultiLineString;
}

async function usOutlines(): Promise<Outlines> {
  const atlas = (await import('us-atlas/states-10m.json')).default as unknown as Topology<{
    states: GeometryCollection;
    nation: GeometryCollection;
  }>;
  return {
    land: feature(atlas, atlas.objects.nation),
    borders: mesh(atlas, atlas.objects.states, (a, b) => a !== b),
  };
}

async function worldOutlines(): Promise<Outlines> {
  const atlas = (await import('world-atlas/countries-50m.json')).default as unknown as Topology<{
    countries: GeometryCollection;
    land: GeometryCollection;
  }>;
  return {
    land: feature(atlas, atlas.objects.land),
    borders: mesh(atlas, atlas.objects.countries, (a, b) => a !== b),
  };
}

/** Nearly all points within reach of the Albers composite (lower 48, Alaska, Hawaii). */
function insideUs({ longitude, latitude }: MapPreview): boolean {
  let inside = 0;
  longitude.forEach((lon, i) => {
    const lat = latitude[i] ?? NaN;
    const lower = lat > 24.4 && lat < 49.5 && lon > -125 && lon < -66.5;
    const far = (lat > 51 && lon < -129) || (lat > 18 && lat < 23 && lon > -161 && lon < -154);
    if (lower || far) inside++;
  });
  // Accounts in southern Canada fall into the box as well; the map of states shows them in place.
  return inside >= 0.97 * longitude.length;
}

/** Fitted to the middle 98 % of the accounts, so that one far account does not shrink the rest. */
function fitted(projection: GeoProjection, { longitude, latitude }: MapPreview): GeoProjection {
  const range = (values: Float32Array) => {
    const sorted = Float32Array.from(values).sort();
    const cut = Math.floor(sorted.length * 0.01);
    return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0] as const;
  };
  const [west, east] = range(longitude);
  const [south, north] = range(latitude);
  const wide = Math.max(0.5, 0.06 * (east - west));
  const high = Math.max(0.5, 0.06 * (north - south));
  projection.rotate([-(west + east) / 2, 0]);
  return projection.fitExtent(
    [
      [PADDING, PADDING],
      [WIDTH - PADDING, HEIGHT - PADDING],
    ],
    {
      type: 'MultiPoint',
      coordinates: [
        [west - wide, south - high],
        [east + wide, north + high],
        [west - wide, north + high],
        [east + wide, south - high],
      ],
    },
  );
}
