import type { Design } from '../engine/problem';
import { fromSphereKm } from '../geo/sphere';
import type { Accounts } from '../plan/accounts';
import type { MetricResult, PlanResult } from '../plan/design';
import type { Territory } from '../plan/territory';
import { placesBy, type Unit } from '../plan/together';
import type { CarveInput } from './compile';
import { fairIndex, isWithin } from '../plan/band';
import { carvingRules } from './classes';
import { noticesOf } from './obstacles';
import { reasonOf } from './reasons';
import { oversizedIn, type Oversized } from './oversized';
import { hasSpace, standInsOf } from './stand-ins';

/** Turns the engine's answer back into a plan of accounts and territories. */
export function interpret(input: CarveInput, design: Design, territories: readonly Territory[]): PlanResult {
  const { accounts, current } = input;
  const rules = carvingRules(input);
  const isLocated = hasSpace(accounts.places);
  const standIn = standInsOf(accounts, current, !isLocated && design.centres.length > 0);
  const unitOf = unitsOf(input);
  let placed = 0;
  for (const j of design.assignment) if (j >= 0) placed++;
  const oversized = oversizedIn(input, design);
  const metrics = metricResults(input, design, oversized);
  return {
    territories,
    assignment: design.assignment,
    reason: (i) => reasonOf(design, territories, rules, standIn, i, unitOf),
    metrics,
    withinTolerance:
      oversized === undefined
        ? design.withinTolerance
        : metrics.every(({ worstDeviation, spec }) => isWithin(worstDeviation, spec.tolerance)),
    ...(oversized === undefined ? {} : { oversized: oversized.accounts }),
    placed,
    unassigned: accounts.count - placed,
    ...distances(accounts, design),
    // Between accounts that are alike there are no km.
    meanKmUnbalanced: isLocated ? design.meanKmUnbalanced : NaN,
    cost: design.cost,
    bound: design.bound,
    gap: design.gap,
    centres: centresOf(accounts.places, design, territories.length),
    ...(design.pieces === undefined ? {} : { pieces: design.pieces }),
    moved: design.moved,
    current,
    notices: noticesOf(input, design, rules, territories, oversized),
  };
}

/** The unit that is whole, of accounts that share theirs with others. */
function unitsOf({ accounts, settings: { unit } }: CarveInput): (account: number) => Unit | undefined {
  if (unit === undefined) return () => undefined;
  const { of, names } = placesBy(accounts, unit);
  const many = new Int32Array(names.length);
  for (const place of of) if (place >= 0) many[place] = (many[place] ?? 0) + 1;
  return (i) => ((many[of[i] ?? -1] ?? 0) > 1 ? unit : undefined);
}

/** Mean and 90th percentile of the distance over accounts whose place is known: stand-ins do not count. */
function distances({ places }: Accounts, design: Design): Pick<PlanResult, 'meanKm' | 'p90Km'> {
  const known = design.distanceKm.filter((km, i) => !Number.isNaN(km) && !Number.isNaN(places.latitude[i]));
  known.sort();
  const sum = known.reduce((total, km) => total + km, 0);
  return {
    meanKm: sum / known.length,
    p90Km: known[Math.floor(0.9 * known.length)] ?? NaN,
  };
}

/** @param oversized what is set apart as too large: then targets and figures are those of the rest */
export function metricResults(
  { metrics, seats }: CarveInput,
  design: Design,
  oversized?: Oversized,
): MetricResult[] {
  const k = seats.length;
  const many = metrics.length;
  return metrics.map((spec, m) => {
    const load = new Float64Array(k);
    const target = new Float64Array(k);
    let shared = 0;
    let worstTerritory = 0;
    let worst = -1;
    let sum = 0;
    let squares = 0;
    for (let j = 0; j < k; j++) {
      const value = design.load[j * many + m] ?? 0;
      const goal = (oversized === undefined ? design.target[j * many + m] : oversized.targets[m]?.[j]) ?? 0;
      load[j] = value;
      // A seat for named accounts has no share to be held against.
      if (seats[j]?.named === true) continue;
      shared++;
      target[j] = goal;
      const index = fairIndex(value, goal);
      sum += index;
      squares += index * index;
      if (Math.abs(index - 1) > worst) {
        worst = Math.abs(index - 1);
        worstTerritory = j;
      }
    }
    const mean = sum / shared;
    const cv = mean > 0 ? Math.sqrt(Math.max(0, squares / shared - mean * mean)) / mean : 0;
    return {
      spec,
      load,
      target,
      worstDeviation: (oversized === undefined ? design.worstDeviation[m] : undefined) ?? worst,
      floor: (oversized === undefined ? design.toleranceFloor[m] : oversized.floors[m]) ?? 0,
      worstTerritory,
      cv,
    };
  });
}

/** Degrees of the territories' centres, NaN where there are no places. */
export function centresOf(
  places: Accounts['places'],
  { centres }: Pick<Design, 'centres'>,
  territories: number,
): { latitude: number; longitude: number }[] {
  const isLocated = hasSpace(places);
  return Array.from({ length: territories }, (_, j) =>
    isLocated
      ? fromSphereKm(centres[3 * j] ?? NaN, centres[3 * j + 1] ?? NaN, centres[3 * j + 2] ?? NaN)
      : { latitude: NaN, longitude: NaN },
  );
}
