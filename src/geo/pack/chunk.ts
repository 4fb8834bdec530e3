import { log } from '../../exact/math';
import { ByteWriter } from './bytes';

/** A place as it is packed. Without coordinates: at the mean of its postcodes. */
export interface PackedPlace {
  readonly name: string;
  readonly region: string;
  readonly population: number;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly alternates: readonly string[];
}

/** A postcode as a whole number, and its place's index in the list of places. */
export interface PackedCode {
  readonly code: number;
  readonly place: number;
  readonly latitude: number;
  readonly longitude: number;
}

const FORMAT = 1;

/** Hundredths of a degree, 1.1 km or less: finer than the sources are. */
const hundredths = (degrees: number): number => Math.round(degrees * 100);

/** Population on a logarithmic scale, 4 · log₂; 0 where unknown or too small to name a territory after. */
const sizeOf = (population: number): number =>
  population >= 2000 ? Math.round((4 * log(population)) / log(2)) : 0;

/**
 * One chunk of the look-up, column by column so that like stands by like and compresses.
 * `src/geo/chunk.ts` reads it back.
 *
 *   format byte · regions, one a line
 *   place names, distinct, sorted, front-coded
 *   postcodes: count, code steps, place numbers, latitude steps, longitude steps
 *   places: count, name numbers (low bytes, then high bytes), region numbers, sizes, latitudes,
 *     longitudes; a place with postcodes is stored against their mean, another against the one before
 *   alternate names, sorted, front-coded, then the place number of each
 *
 * @param places neighbours in space should be neighbours in the list
 * @param codes ascending
 * @throws Error if there are more than 65,536 different names
 */
export function packChunk(places: readonly PackedPlace[], codes: readonly PackedCode[]): Buffer {
  const out = new ByteWriter();
  out.byte(FORMAT);
  const regions = [...new Set(places.map((place) => place.region))].sort();
  const regionNumber = new Map(regions.map((region, i) => [region, i]));
  out.text(regions.join('\n'));

  const names = [...new Set(places.map((place) => place.name))].sort();
  const nameNumber = new Map(names.map((name, i) => [name, i]));
  if (names.length > 65536) throw new Error(`${names.length} names do not fit in two bytes.`);
  out.frontCoded(names);

  out.unsigned(codes.length);
  writeSteps(
    out,
    codes.map(({ code }) => code),
  );
  writePlaceNumbers(out, codes);
  writeSteps(
    out,
    codes.map(({ latitude }) => hundredths(latitude)),
  );
  writeSteps(
    out,
    codes.map(({ longitude }) => hundredths(longitude)),
  );

  out.unsigned(places.length);
  for (const place of places) out.byte(nameNumber.get(place.name)!);
  for (const place of places) out.byte(nameNumber.get(place.name)! >> 8);
  for (const place of places) out.unsigned(regionNumber.get(place.region)!);
  for (const place of places) out.byte(sizeOf(place.population));
  writeAgainstCodes(out, places, codes, 'latitude');
  writeAgainstCodes(out, places, codes, 'longitude');

  const alternates = places
    .flatMap((place, number) => place.alternates.map((name) => ({ name, number })))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.number - b.number));
  out.frontCoded(alternates.map((alternate) => alternate.name));
  for (const alternate of alternates) out.unsigned(alternate.number);
  return out.toBuffer();
}

function writeSteps(out: ByteWriter, values: readonly number[]): void {
  let previous = 0;
  for (const value of values) {
    out.signed(value - previous);
    previous = value;
  }
}

/** A code's place is mostly the next new one (0) or one not long before (1, 2, …). */
function writePlaceNumbers(out: ByteWriter, codes: readonly PackedCode[]): void {
  let next = 0;
  for (const { place } of codes) {
    out.unsigned(place === next ? 0 : place < next ? next - place : place);
    if (place >= next) next = place + 1;
  }
}

function writeAgainstCodes(
  out: ByteWriter,
  places: readonly PackedPlace[],
  codes: readonly PackedCode[],
  axis: 'latitude' | 'longitude',
): void {
  const sum = new Float64Array(places.length);
  const count = new Uint32Array(places.length);
  for (const code of codes) {
    sum[code.place]! += hundredths(code[axis]);
    count[code.place]!++;
  }
  let previous = 0;
  places.forEach((place, i) => {
    const mean = count[i]! > 0 ? Math.round(sum[i]! / count[i]!) : previous;
    const own = place[axis];
    const value = own === undefined ? mean : hundredths(own);
    out.signed(value - mean);
    previous = value;
  });
}
