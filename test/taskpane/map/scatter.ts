import { seeded } from '../../../src/exact/random';
import { meshOf } from '../../../src/taskpane/map/mesh';
import { holders, sitesOf } from '../../../src/taskpane/map/sites';

export const WIDTH = 600;
export const HEIGHT = 400;

/** Accounts here and there, each in the territory whose seat is nearest; some are held by another all the same. */
export function scatter(seed: number, accounts: number, territories: number, astray = 0) {
  const next = seeded(seed);
  const seats = Array.from({ length: territories }, () => [next() * WIDTH, next() * HEIGHT] as const);
  const points = new Float32Array(2 * accounts);
  const territory = new Int16Array(accounts);
  for (let i = 0; i < accounts; i++) {
    const [x, y] = [next() * WIDTH, next() * HEIGHT];
    points.set([x, y], 2 * i);
    const far = seats.map(([sx, sy]) => Math.hypot(sx - x, sy - y));
    territory[i] = next() < astray ? Math.floor(next() * territories) : far.indexOf(Math.min(...far));
  }
  return { ...laid(points, territory, territories), next };
}

/** The same of given points. */
export function laid(points: Float32Array, territory: Int16Array, territories: number) {
  const sites = sitesOf(points);
  const members = Array.from({ length: sites.count }, (_, site) => site);
  const mesh = meshOf(sites, members, [WIDTH / 2, HEIGHT / 2], WIDTH);
  return { points, territory, territories, sites, mesh, holder: holders(sites, territory, territories) };
}
