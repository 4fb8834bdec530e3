interface PackedPlace {
  name: string;
  region: string;
  population: number;
  latitude?: number;
  longitude?: number;
  alternates: readonly string[];
}
interface PackedCode {
  code: number;
  place: number;
  latitude: number;
  longitude: number;
}
/** See `chunk.cjs`. */
export function packChunk(places: readonly PackedPlace[], codes: readonly PackedCode[]): Uint8Array;
