import { cos, exp, PI } from '../exact/math';
import type { Chunk } from './chunk';
import { placeKey } from './placeKey';
import { haversineKm, type GeoPoint } from './sphere';

const LN2_OVER_4 = 0.17328679513998632;
const CELL = 50; // hundredths of a degree a grid cell
const COLUMNS = 36000 / CELL;

/**
 * Questions to one chunk: places by name, postcodes, what is near a point. Places and postcodes are
 * numbers into the chunk; indexes are built at the first question that needs them.
 */
export class Gazetteer {
  private byKey: Map<string, number[]> | undefined;
  private grid: Map<number, number[]> | undefined;
  private prefixes: Map<number, GeoPoint & { readonly place: number }> | undefined;

  constructor(readonly chunk: Chunk) {}

  get placeCount(): number {
    return this.chunk.placeName.length;
  }

  placePoint(place: number): GeoPoint {
    return {
      latitude: this.chunk.placeLatitude[place]! / 100,
      longitude: this.chunk.placeLongitude[place]! / 100,
    };
  }

  placeName(place: number): string {
    return this.chunk.names[this.chunk.placeName[place]!]!;
  }

  placeRegion(place: number): string {
    return this.chunk.regions[this.chunk.placeRegion[place]!]!;
  }

  /** Inhabitants to within a tenth, 0 where unknown or below 2,000. */
  placePopulation(place: number): number {
    const size = this.chunk.placeSize[place]!;
    return size === 0 ? 0 : Math.round(exp(size * LN2_OVER_4));
  }

  /** Places of that name, by `placeKey`, under their own or another name; largest first. */
  placesWithKey(key: string): readonly number[] {
    this.byKey ??= this.indexNames();
    return this.byKey.get(key) ?? [];
  }

  /** All keys of names, for a search by likeness. */
  keys(): IterableIterator<string> {
    this.byKey ??= this.indexNames();
    return this.byKey.keys();
  }

  /** Number of a postcode in the chunk, −1 if it has none such. */
  codeNumber(code: number): number {
    const codes = this.chunk.codes;
    let low = 0;
    let high = codes.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const value = codes[middle]!;
      if (value === code) return middle;
      if (value < code) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  codePoint(number: number): GeoPoint {
    return {
      latitude: this.chunk.codeLatitude[number]! / 100,
      longitude: this.chunk.codeLongitude[number]! / 100,
    };
  }

  /** Mean of the ZIPs that begin with these three digits, and the place of one of them. */
  zip3Point(prefix: number): (GeoPoint & { readonly place: number }) | undefined {
    this.prefixes ??= this.meansOfZip3();
    return this.prefixes.get(prefix);
  }

  /** Nearest place within `limitKm` that satisfies the condition. */
  nearestPlace(
    point: GeoPoint,
    limitKm: number,
    accept: (place: number) => boolean = () => true,
  ): { place: number; km: number } | undefined {
    let best: { place: number; km: number } | undefined;
    for (const place of this.placesWithin(point, limitKm)) {
      if (!accept(place)) continue;
      const km = haversineKm(point, this.placePoint(place));
      if (km <= (best?.km ?? limitKm)) best = { place, km };
    }
    return best;
  }

  /** Places in the grid cells that a circle touches: all within it, and some beyond. */
  *placesWithin(point: GeoPoint, radiusKm: number): Generator<number> {
    this.grid ??= this.indexPlaces();
    const reach = radiusKm / 111;
    const rows = Math.ceil((reach * 100) / CELL);
    // A degree of longitude is at least this share of one of latitude anywhere in the circle.
    const share = cos((Math.min(89.5, Math.abs(point.latitude) + reach) * PI) / 180);
    const columns = Math.min(COLUMNS / 2 - 1, Math.ceil((reach * 100) / CELL / share));
    const row0 = Math.floor((point.latitude * 100) / CELL);
    const column0 = Math.floor((point.longitude * 100) / CELL);
    for (let row = row0 - rows; row <= row0 + rows; row++) {
      for (let column = column0 - columns; column <= column0 + columns; column++) {
        const found = this.grid.get(cellOf(row, column));
        if (found) yield* found;
      }
    }
  }

  private indexNames(): Map<string, number[]> {
    const { names, placeName, placeSize, alternateNames, alternatePlace } = this.chunk;
    const keyOfName = names.map(placeKey);
    const byKey = new Map<string, number[]>();
    const add = (key: string, place: number) => {
      const places = byKey.get(key);
      if (places === undefined) byKey.set(key, [place]);
      else if (!places.includes(place)) places.push(place);
    };
    for (let place = 0; place < placeName.length; place++) add(keyOfName[placeName[place]!]!, place);
    alternateNames.forEach((name, i) => add(placeKey(name), alternatePlace[i]!));
    for (const places of byKey.values()) {
      if (places.length > 1) places.sort((a, b) => placeSize[b]! - placeSize[a]! || a - b);
    }
    return byKey;
  }

  private indexPlaces(): Map<number, number[]> {
    const grid = new Map<number, number[]>();
    const { placeLatitude, placeLongitude } = this.chunk;
    for (let place = 0; place < placeLatitude.length; place++) {
      const cell = cellOf(
        Math.floor(placeLatitude[place]! / CELL),
        Math.floor(placeLongitude[place]! / CELL),
      );
      const found = grid.get(cell);
      if (found) found.push(place);
      else grid.set(cell, [place]);
    }
    return grid;
  }

  private meansOfZip3(): Map<number, GeoPoint & { readonly place: number }> {
    const { codes, codeLatitude, codeLongitude, codePlace } = this.chunk;
    const means = new Map<number, GeoPoint & { readonly place: number }>();
    for (let from = 0; from < codes.length;) {
      const prefix = Math.floor(codes[from]! / 100);
      let latitude = 0;
      let longitude = 0;
      let to = from;
      for (; to < codes.length && Math.floor(codes[to]! / 100) === prefix; to++) {
        latitude += codeLatitude[to]!;
        longitude += codeLongitude[to]!;
      }
      const count = 100 * (to - from);
      means.set(prefix, {
        latitude: latitude / count,
        longitude: longitude / count,
        place: codePlace[from]!,
      });
      from = to;
    }
    return means;
  }
}

function cellOf(row: number, column: number): number {
  const wrapped = ((column % COLUMNS) + COLUMNS) % COLUMNS;
  return (row + 180) * COLUMNS + wrapped;
}
