import { geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import type { Feature, FeatureCollection, MultiLineString } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Lines } from './areas';

/** States or countries, and the lines between them, in degrees. */
export interface Outlines {
  readonly lands: readonly Feature[];
  borders(among: (id: string) => boolean): MultiLineString;
}

type Lands = GeometryCollection;

export async function usOutlines(): Promise<Outlines> {
  const atlas = (await import('us-atlas/states-10m.json')).default as unknown as Topology<{ states: Lands }>;
  return outlines(atlas, atlas.objects.states);
}

export async function worldOutlines(): Promise<Outlines> {
  const atlas = (await import('world-atlas/countries-50m.json')).default as unknown as Topology<{
    countries: Lands;
  }>;
  return outlines(atlas, atlas.objects.countries);
}

function outlines(atlas: Topology, lands: Lands): Outlines {
  const { features } = feature(atlas, lands) as FeatureCollection;
  return {
    lands: features,
    borders: (among) =>
      mesh(atlas, lands, (a, b) => a !== b && among(String(a.id)) && among(String(b.id))) as MultiLineString,
  };
}

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
