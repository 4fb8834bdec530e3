import { cos, exp, PI } from '../exact/math';
import type { Chunk } from './chunk';
import { foldText } from '../exact/fold-text';
import { placeKey } from './place-key';
import { fromSphereKm, haversineKm, toSphereKm, type GeoPoint } from './sphere';

const LN2_OVER_4 = 0.17328679513998632;
const CELL = 50; // hundredths of a degree a grid cell
const ROUND_THE_CORNER_KM = 10;
const COLUMNS = 36000 / CELL;

/**
 * Questions to one chunk: places by name, postcodes, what is near a point. Places and postcodes are
 * numbers into the chunk; indexes are built at the first question that needs them.
 */
export class Gazetteer {
  private byKey: Map<string, number[]> | undefined;
  private byLength: string[][] | undefined;
  private folded: string[] | undefined;
  private grid: Map<number, number[]> | undefined;
  private sphere: Float64Array | undefined;
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

  /** Keys of names by their length, for a search by likeness. */
  keysOfLength(length: number): readonly string[] {
    if (this.byLength === undefined) {
      this.byLength = [];
      this.byKey ??= this.indexNames();
      for (const key of this.byKey.keys()) (this.byLength[key.length] ??= []).push(key);
    }
    return this.byLength[length] ?? [];
  }

  /** Keys of names that begin with the whole words of another. */
  *keysBeginningWith(words: string): Generator<string> {
    this.folded ??= this.chunk.names.map(foldText);
    const start = `${foldText(words).replace(/^st /, 'saint ')} `;
    for (let i = 0; i < this.folded.length; i++) {
      const name = this.folded[i]!;
      if (name.startsWith(start) || name.replace(/^st /, 'saint ').startsWith(start)) {
        yield placeKey(this.chunk.names[i]!);
      }
    }
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
    accept?: (place: number) => boolean,
  ): { place: number; km: number } | undefined {
    // Mostly there is a place round the corner: look there before the wide circle.
    const near = limitKm > 3 * ROUND_THE_CORNER_KM && this.nearestWithin(point, ROUND_THE_CORNER_KM, accept);
    return near || this.nearestWithin(point, limitKm, accept);
  }

  private nearestWithin(
    point: GeoPoint,
    limitKm: number,
    accept?: (place: number) => boolean,
  ): { place: number; km: number } | undefined {
    const sphere = (this.sphere ??= this.placesOnSphere());
    const [x, y, z] = toSphereKm(point.latitude, point.longitude);
    let best = -1;
    let bestSquare = Infinity;
    this.eachCellWithin(point, limitKm, (places) => {
      for (const place of places) {
        const dx = sphere[3 * place]! - x;
        const dy = sphere[3 * place + 1]! - y;
        const dz = sphere[3 * place + 2]! - z;
        const square = dx * dx + dy * dy + dz * dz;
        if (square < bestSquare && (accept === undefined || accept(place))) {
          best = place;
          bestSquare = square;
        }
      }
    });
    if (best < 0) return undefined;
    const km = haversineKm(point, this.placePoint(best));
    return km <= limitKm ? { place: best, km } : undefined;
  }

  /** Calls back with every place within the radius, and how far it is. */
  eachPlaceWithin(point: GeoPoint, radiusKm: number, found: (place: number, km: number) => void): void {
    this.eachCellWithin(point, radiusKm, (places) => {
      for (const place of places) {
        const km = haversineKm(point, this.placePoint(place));
        if (km <= radiusKm) found(place, km);
      }
    });
  }

  /** Calls back with the places of every grid cell that a circle touches. */
  private eachCellWithin(
    point: GeoPoint,
    radiusKm: number,
    found: (places: readonly number[]) => void,
  ): void {
    this.grid ??= this.indexPlaces();
    const reach = radiusKm / 111; // degrees of latitude, rounded up: a degree is 111.2 km
    const rows = (degrees: number) => Math.floor((degrees * 100) / CELL);
    // A degree of longitude is at least this share of one of latitude anywhere in the circle.
    const share = cos((Math.min(89.5, Math.abs(point.latitude) + reach) * PI) / 180);
    const half = reach / share;
    const firstColumn = rows(point.longitude - half);
    const lastColumn = Math.min(rows(point.longitude + half), firstColumn + COLUMNS - 1); // each at most once
    const lastRow = rows(Math.min(90, point.latitude + reach));
    for (let row = rows(Math.max(-90, point.latitude - reach)); row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const places = this.grid.get(cellOf(row, column));
        if (places !== undefined) found(places);
      }
    }
  }

  /** The mean of the places that satisfy the condition, by their inhabitants, on the sphere; undefined without any. */
  middleOf(accept: (place: number) => boolean): GeoPoint | undefined {
    const sphere = (this.sphere ??= this.placesOnSphere());
    const sum: [number, number, number] = [0, 0, 0];
    let any = false;
    for (let place = 0; place < this.placeCount; place++) {
      if (!accept(place)) continue;
      any = true;
      const weight = 1000 + this.placePopulation(place);
      for (let d = 0; d < 3; d++) sum[d]! += weight * sphere[3 * place + d]!;
    }
    return any ? fromSphereKm(...sum) : undefined;
  }

  private placesOnSphere(): Float64Array {
    const sphere = new Float64Array(3 * this.placeCount);
    for (let place = 0; place < this.placeCount; place++) {
      const { latitude, longitude } = this.placePoint(place);
      sphere.set(toSphereKm(latitude, longitude), 3 * place);
    }
    return sphere;
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
