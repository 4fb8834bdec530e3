import { gzipSync } from 'node:zlib';

import fc from 'fast-check';

import { ChunkFormatError, readChunk } from '../../src/geo/chunk';
import { Gazetteer } from '../../src/geo/gazetteer';
import { fetchChunkFromDisk } from '../../src/geo/pack/from-disk';
import { packChunk } from '../../src/geo/pack/chunk';

interface Place {
  name: string;
  region: string;
  population: number;
  latitude?: number;
  longitude?: number;
  alternates: string[];
}

const degrees = (limit: number) => fc.integer({ min: -limit * 100, max: limit * 100 }).map((n) => n / 100);
const word = fc.string({ unit: fc.constantFrom('A', 'b', 'é', ' ', 'x', '京'), minLength: 1, maxLength: 6 });
const place: fc.Arbitrary<Place> = fc.record({
  name: word,
  region: fc.constantFrom('', 'TX', 'NSW'),
  population: fc.nat(1e7),
  latitude: degrees(90),
  longitude: degrees(180),
  alternates: fc.array(word, { maxLength: 2 }),
});

function codesFor(places: readonly Place[], seeds: readonly number[]) {
  const numbers = [...new Set(seeds)].sort((a, b) => a - b);
  return numbers.map((code) => ({
    code,
    place: code % places.length,
    latitude: (code % 170) - 85,
    longitude: (code % 350) - 175,
  }));
}

describe('packing a look-up', () => {
  it('gives back every place, alternate name and postcode', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 20 }),
        fc.array(fc.nat(99999), { maxLength: 30 }),
        (places, seeds) => {
          const codes = codesFor(places, seeds);
          const look = new Gazetteer(readChunk(packChunk(places, codes)));
          expect(look.placeCount).toBe(places.length);
          places.forEach(({ name, region, latitude, longitude, alternates }, i) => {
            expect([look.placeName(i), look.placeRegion(i)]).toEqual([name, region]);
            expect(look.placePoint(i)).toEqual({ latitude: latitude! + 0, longitude: longitude! + 0 });
            for (const other of alternates) {
              expect(
                look.chunk.alternateNames.some((n, k) => n === other && look.chunk.alternatePlace[k] === i),
              ).toBe(true);
            }
          });
          for (const { code, place: number, latitude, longitude } of codes) {
            const at = look.codeNumber(code);
            expect(look.codePoint(at)).toEqual({ latitude, longitude });
            expect(look.chunk.codePlace[at]).toBe(number);
          }
          expect(look.codeNumber(100000)).toBe(-1);
        },
      ),
    );
  });

  it('puts a place without a point of its own at the mean of its postcodes', () => {
    const bare: Place = { name: 'A', region: '', population: 0, alternates: [] };
    const codes = [
      { code: 1, place: 0, latitude: 10, longitude: 20 },
      { code: 2, place: 0, latitude: 12, longitude: 24 },
    ];
    expect(new Gazetteer(readChunk(packChunk([bare], codes))).placePoint(0)).toEqual({
      latitude: 11,
      longitude: 22,
    });
  });

  it('refuses bytes that end early or are of another kind', () => {
    const bytes: Uint8Array = packChunk(
      [{ name: 'Abc', region: 'TX', population: 5, latitude: 1, longitude: 2, alternates: [] }],
      [],
    );
    for (let length = 0; length < bytes.length; length++) {
      expect(() => readChunk(bytes.subarray(0, length))).toThrow(ChunkFormatError);
    }
    expect(() => readChunk(new TextEncoder().encode('<html>'))).toThrow(ChunkFormatError);
  });

  it('finds the nearest place as a search through all of them does', () => {
    const near = fc.record({ latitude: degrees(89), longitude: degrees(180) });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 30 }),
        near,
        fc.integer({ min: 1, max: 3000 }),
        (places, at, limitKm) => {
          const look = new Gazetteer(readChunk(packChunk(places, [])));
          const all: number[] = [];
          look.eachPlaceWithin(at, 25000, (_, km) => all.push(km));
          expect(all).toHaveLength(places.length);
          const best = Math.min(...all);
          const found = look.nearestPlace(at, limitKm);
          if (best < limitKm - 1e-3) expect(found?.km).toBeCloseTo(best, 3);
          if (best > limitKm + 1e-3) expect(found).toBeUndefined();
        },
      ),
    );
  });

  it('keeps the United States small enough to load when asked for', async () => {
    const bytes = await fetchChunkFromDisk('us');
    expect(gzipSync(bytes!).length).toBeLessThan(235_000);
  });
});
