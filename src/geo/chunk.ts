/**
 * A packed look-up as columns. Places are numbered; a postcode knows its place. `pack/chunk.ts` writes
 * the bytes and describes their order.
 */
export interface Chunk {
  readonly regions: readonly string[];
  /** Distinct display names; `placeName[i]` is place i's number in here. */
  readonly names: readonly string[];
  readonly placeName: Uint16Array;
  readonly placeRegion: Uint16Array;
  /** 4 · log₂ of the population, 0 where unknown or small. */
  readonly placeSize: Uint8Array;
  /** Hundredths of a degree. */
  readonly placeLatitude: Int16Array;
  readonly placeLongitude: Int16Array;
  readonly alternateNames: readonly string[];
  readonly alternatePlace: Uint32Array;
  /** Ascending. ZIPs as their number, Canadian sortation areas in base 36. */
  readonly codes: Int32Array;
  readonly codePlace: Uint32Array;
  readonly codeLatitude: Int16Array;
  readonly codeLongitude: Int16Array;
}

const FORMAT = 1;

/** Thrown for bytes that are no look-up of this version, such as an error page served instead. */
export class ChunkFormatError extends Error {
  override readonly name = 'ChunkFormatError';
}

class ByteReader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new ChunkFormatError(`The look-up ends early, at byte ${this.at - 1}.`);
    return value;
  }

  unsigned(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(): string {
    const length = this.unsigned();
    if (this.at + length > this.bytes.length) throw new ChunkFormatError('The look-up ends inside a text.');
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return text;
  }

  frontCoded(): string[] {
    const count = this.unsigned();
    const shared = new Uint16Array(count);
    for (let i = 0; i < count; i++) shared[i] = this.unsigned();
    const rests = this.text().split('\n');
    const texts: string[] = [];
    let previous = '';
    for (let i = 0; i < count; i++) {
      previous = previous.slice(0, shared[i]) + rests[i]!;
      texts.push(previous);
    }
    return texts;
  }

  steps(into: Int16Array | Int32Array): void {
    let value = 0;
    for (let i = 0; i < into.length; i++) {
      value += this.signed();
      into[i] = value;
    }
  }
}

/** Unpacks a chunk. Throws `ChunkFormatError` if the bytes are not one. */
export function readChunk(bytes: Uint8Array): Chunk {
  const input = new ByteReader(bytes);
  const format = input.byte();
  if (format !== FORMAT) throw new ChunkFormatError(`A look-up of format ${format}, not ${FORMAT}.`);
  const regions = input.text().split('\n');
  const names = input.frontCoded();

  const codes = new Int32Array(input.unsigned());
  input.steps(codes);
  const codePlace = readPlaceNumbers(input, codes.length);
  const codeLatitude = new Int16Array(codes.length);
  const codeLongitude = new Int16Array(codes.length);
  input.steps(codeLatitude);
  input.steps(codeLongitude);

  const count = input.unsigned();
  const placeName = new Uint16Array(count);
  for (let i = 0; i < count; i++) placeName[i] = input.byte();
  for (let i = 0; i < count; i++) placeName[i]! += input.byte() * 256;
  const placeRegion = new Uint16Array(count);
  for (let i = 0; i < count; i++) placeRegion[i] = input.unsigned();
  const placeSize = new Uint8Array(count);
  for (let i = 0; i < count; i++) placeSize[i] = input.byte();
  const placeLatitude = againstCodes(input, count, codePlace, codeLatitude);
  const placeLongitude = againstCodes(input, count, codePlace, codeLongitude);

  const alternateNames = input.frontCoded();
  const alternatePlace = new Uint32Array(alternateNames.length);
  for (let i = 0; i < alternatePlace.length; i++) alternatePlace[i] = input.unsigned();
  return {
    regions,
    names,
    placeName,
    placeRegion,
    placeSize,
    placeLatitude,
    placeLongitude,
    alternateNames,
    alternatePlace,
    codes,
    codePlace,
    codeLatitude,
    codeLongitude,
  };
}

function readPlaceNumbers(input: ByteReader, count: number): Uint32Array {
  const places = new Uint32Array(count);
  let next = 0;
  for (let i = 0; i < count; i++) {
    const value = input.unsigned();
    const place = value === 0 ? next : value <= next ? next - value : value;
    if (place >= next) next = place + 1;
    places[i] = place;
  }
  return places;
}

/** Coordinates stored against the mean of the place's postcodes, or else against the place before. */
function againstCodes(
  input: ByteReader,
  count: number,
  codePlace: Uint32Array,
  ofCode: Int16Array,
): Int16Array {
  const sum = new Float64Array(count);
  const filled = new Uint32Array(count);
  for (let i = 0; i < codePlace.length; i++) {
    sum[codePlace[i]!]! += ofCode[i]!;
    filled[codePlace[i]!]!++;
  }
  const values = new Int16Array(count);
  let previous = 0;
  for (let i = 0; i < count; i++) {
    const mean = filled[i]! > 0 ? Math.round(sum[i]! / filled[i]!) : previous;
    previous = mean + input.signed();
    values[i] = previous;
  }
  return values;
}
