import { pow } from '../../exact/math';
import type { Random } from '../../exact/random';
import { haversineKm, type GeoPoint } from '../../geo/sphere';
import { CITIES, pointOf, type City } from './cities';
import { pick } from './draw';

export interface SampleRep {
  readonly name: string;
  readonly home: City;
  readonly zip: readonly [string, number, number];
  readonly tbh: boolean;
}

export interface Owner extends SampleRep {
  /** Distances to this rep count as much longer, so that last year's books were of similar size. */
  readonly reach: number;
}

const LAST_YEARS_ROUNDS = 60;

/** Last year somebody balanced the books by number, roughly: who is near many cities reaches less far. */
export function lastYearsPlan(reps: readonly SampleRep[]): Owner[] {
  const reach = reps.map(() => 1);
  const cities = CITIES.map((city) => ({
    km: distances(reps, pointOf(city)),
    weight: pow(city[2], 0.85),
  }));
  const total = cities.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < LAST_YEARS_ROUNDS; round++) {
    const load = reps.map(() => 0);
    for (const { km, weight } of cities) {
      const j = nearest(km, reach);
      load[j] = (load[j] ?? 0) + weight;
    }
    reps.forEach((_, j) => {
      const fullness = ((load[j] ?? 0) * reps.length) / total;
      reach[j] = (reach[j] ?? 1) * (0.94 + 0.06 * Math.min(2, fullness));
    });
  }
  return reps.map((rep, j) => ({ ...rep, reach: reach[j] ?? 1 }));
}

const distances = (reps: readonly SampleRep[], from: GeoPoint): number[] =>
  reps.map(({ zip }) => haversineKm(from, { latitude: zip[1], longitude: zip[2] }));

/** The rep whose distance, stretched by the reach, is least. */
function nearest(km: readonly number[], reach: readonly number[]): number {
  let best = -1;
  let least = Infinity;
  km.forEach((distance, j) => {
    const stretched = distance * (reach[j] ?? 1);
    if (stretched < least) {
      least = stretched;
      best = j;
    }
  });
  return best;
}

/** Mostly as last year's plan says, but some accounts went elsewhere, some owners left, some have none. */
export function lastOwner(
  random: Random,
  owners: readonly Owner[],
  latitude: number,
  longitude: number,
): string {
  const r = random();
  if (r < 0.02) return '';
  if (r < 0.05) return 'Robin Okafor';
  if (r < 0.12) return pick(random, owners).name;
  const reach = owners.map((owner) => owner.reach);
  return owners[nearest(distances(owners, { latitude, longitude }), reach)]?.name ?? '';
}
