import { geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import type { Feature, FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Lines } from './areas';

/** States or countries in degrees, by their numbers (FIPS, ISO 3166-1). */
export type Outlines = readonly Feature[];

type Lands = GeometryCollection;

export async function usOutlines(): Promise<Outlines> {
  const atlas = (await import('us-atlas/states-10m.json')).default as unknown as Topology<{ states: Lands }>;
  return outlines(atlas, atlas.objects.states);
}

/** @param isWhole the world is seen from afar: fewer points do */
export async function worldOutlines(isWhole: boolean): Promise<Outlines> {
  const { default: json } = isWhole
    ? await import('world-atlas/countries-110m.json')
    : await import('world-atlas/countries-50m.json');
  const atlas = json as unknown as Topology<{ countries: Lands }>;
  return outlines(atlas, atlas.objects.countries);
}

const outlines = (atlas: Topology, lands: Lands): Outlines =>
  (feature(atlas, lands) as FeatureCollection).features;

/** What a projection shows of a shape. */
export function drawn(shape: GeoPermissibleObjects, projection: GeoProjection): Lines {
  const lines: Float32Array[] = [];
  let line: number[] = [];
  const end = () => {
    if (line.length > 2) lines.push(Float32Array.from(line));
    line = [];
  };
  const pen = {
    beginPath: end,
    moveTo: (x: number, y: number) => {
      end();
      line.push(x, y);
    },
    lineTo: (x: number, y: number) => {
      line.push(x, y);
    },
    closePath: () => undefined,
    arc: () => undefined,
  };
  geoPath(projection, pen)(shape);
  end();
  return lines;
}
