import fc from 'fast-check';
import type { Problem } from '../../src/engine';
import { choices, families } from './checker';

/** What an account of a made-up problem is, before the number of territories is known. */
interface Raw {
  readonly at: readonly number[];
  readonly placed: boolean;
  readonly weight: readonly number[];
  readonly classOf: number;
  readonly pin: number;
  readonly family: number;
  readonly current: number;
  readonly money: number;
}

/** Mostly −1, which means none; else something to be taken modulo the number of choices. */
const seldom = (weight: number): fc.Arbitrary<number> =>
  fc.oneof({ weight, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(11) });

/** Few different values, so that accounts often coincide, lie on a line or weigh the same. */
const coordinate = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((x) => 100 * x),
  fc.double({ min: -500, max: 500, noNaN: true }),
);
const weightOf = fc.oneof(
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 2, arbitrary: fc.double({ min: 0.01, max: 5, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 100) },
);

const raw: fc.Arbitrary<Raw> = fc.record({
  at: fc.array(coordinate, { minLength: 4, maxLength: 4 }),
  placed: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  weight: fc.array(weightOf, { minLength: 3, maxLength: 3 }),
  classOf: fc.nat(11),
  pin: seldom(9),
  family: seldom(2),
  current: fc.integer({ min: -1, max: 11 }),
  money: fc.integer({ min: 0, max: 9 }),
});

const EARTH_KM = 6371;

/** A place given by four numbers around ±500: on the ball it is pushed out to the surface. */
function placeOf(space: Problem['space'], at: readonly number[], dims: number): number[] {
  if (space !== 'sphere') return at.slice(0, dims);
  const [x, y, z] = [at[0] ?? 0, at[1] ?? 0, (at[2] ?? 0) + 0.5];
  const radius = Math.hypot(x, y, z);
  return [x, y, z].map((c) => (c / radius) * EARTH_KM);
}

export interface Options {
  /** Most accounts and territories. */
  readonly accounts?: number;
  readonly territories?: number;
  /** False leaves families, pins, several classes out. */
  readonly rules?: boolean;
  /** False leaves the disruption cap out. */
  readonly cap?: boolean;
  /** False: no preferences, homes, keeping or neighbours. */
  readonly soft?: boolean;
}

/** Any problem that keeps the contract of `problem.ts`, feasible or not. */
export function problems(options: Options = {}): fc.Arbitrary<Problem> {
  const { accounts = 30, territories = 6, rules = true, cap = true, soft = true } = options;
  const maybe = <T>(on: boolean, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    on ? fc.option(value, { nil: undefined }) : fc.constant(undefined);
  const shape = fc.record({
    list: fc.array(raw, { maxLength: accounts, size: 'max' }),
    k: fc.integer({ min: 1, max: territories }),
    space: fc.constantFrom<Problem['space']>('sphere', 'plane', 'features', 'none'),
    featureDims: fc.integer({ min: 1, max: 4 }),
    tolerances: fc.array(fc.constantFrom(0, 0.01, 0.05, 0.1, 0.3, 1), { maxLength: 3 }),
    share: fc.array(fc.constantFrom(1, 1, 1, 0.5, 2), { minLength: territories, maxLength: territories }),
    closed: fc.array(fc.boolean(), { minLength: 3 * territories, maxLength: 3 * territories }),
    classes: rules ? fc.integer({ min: 1, max: 3 }) : fc.constant(1),
    cap: maybe(
      cap,
      fc.record({ accounts: fc.constantFrom(0, 0.1, 0.3, 1), money: fc.constantFrom(0, 0.2, 1) }),
    ),
    hasMoney: fc.boolean(),
    keep: soft ? fc.constantFrom(0, 0, 100, 100000) : fc.constant(0),
    keepOf: maybe(soft, fc.array(fc.constantFrom(0, 0.1, 1, 3), { minLength: 3, maxLength: 3 })),
    preference: maybe(soft, fc.array(fc.constantFrom(0, 0, 5000, -5000), { minLength: 18, maxLength: 18 })),
    homes: maybe(soft, fc.array(coordinate, { minLength: 4 * territories, maxLength: 4 * territories })),
    homeWeight: fc.constantFrom(0, 0.3, 1),
    beside: maybe(soft, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 * accounts, size: 'max' })),
    seatsFixed: fc.boolean(),
    seed: fc.nat(1000),
  });
  return shape.map((s): Problem => {
    const { list, k, space, classes } = s;
    const n = list.length;
    const dims = { sphere: 3, plane: 2, none: 0, features: s.featureDims }[space];
    const points = new Float64Array(n * dims);
    list.forEach((a, i) => {
      points.set(a.placed ? placeOf(space, a.at, dims) : new Array<number>(dims).fill(NaN), i * dims);
    });
    const whole = (value: (a: Raw) => number) => Int32Array.from(list, value);
    const modulo = (value: number, by: number) => (value < 0 ? -1 : value % by);
    const home = new Float64Array(k * dims);
    for (let j = 0; j < k && s.homes; j++) {
      const at = s.homes.slice(4 * j, 4 * j + 4);
      home.set(j % 3 === 2 ? new Array<number>(dims).fill(NaN) : placeOf(space, at, dims), j * dims);
    }
    return {
      accounts: n,
      territories: k,
      space,
      dims,
      points,
      metrics: s.tolerances.map((tolerance, m) => ({
        weight: Float64Array.from(list, (a) => a.weight[m] ?? 0),
        tolerance,
      })),
      share: Float64Array.from(s.share.slice(0, k)),
      classOf: whole((a) => a.classOf % classes),
      classes,
      // The first class may go anywhere, the others where the coin says.
      eligible: Uint8Array.from({ length: classes * k }, (_, at) => (at < k || !s.closed[at] ? 1 : 0)),
      pinned: whole((a) => (rules ? modulo(a.pin, k) : -1)),
      family: whole((a) => (rules ? modulo(a.family, 4) : -1)),
      current: whole((a) => modulo(a.current, k)),
      ...(s.hasMoney ? { money: Float64Array.from(list, (a) => a.money) } : {}),
      ...(s.cap ? { cap: s.cap } : {}),
      keep: s.keep,
      ...(s.keepOf ? { keepOf: Float64Array.from(s.keepOf.slice(0, classes)) } : {}),
      ...(s.preference
        ? { preference: Float64Array.from({ length: classes * k }, (_, at) => s.preference?.[at % 18] ?? 0) }
        : {}),
      ...(s.homes ? { home, homeWeight: s.homeWeight } : {}),
      ...(s.beside && n > 0 ? { neighbours: Int32Array.from(s.beside.flat(), (i) => i % n) } : {}),
      seatsFixed: s.seatsFixed,
      seed: s.seed,
      effort: 0.2,
    };
  });
}

/**
 * As `problems`, but no family is torn by its own rules, and the plan of today keeps all rules: each account is
 * where it may be, families together.
 */
export function problemsInForce(options: Options = {}): fc.Arbitrary<Problem> {
  return problems(options).map((any) => {
    const problem = { ...any, family: any.family.slice() };
    for (const { members, open } of families(any)) {
      if (open.length === 0) for (const i of members) problem.family[i] = -1;
    }
    return { ...problem, current: keepRules(problem, problem.current) };
  });
}

/** A plan that keeps the rules and stays near another: a forbidden territory gives way to the next that is open. */
export function keepRules(problem: Problem, plan: Int32Array): Int32Array {
  const next = (open: readonly number[], from: number) => open.find((j) => j >= from) ?? open[0] ?? -1;
  const kept = plan.map((j, i) => next(choices(problem, i), j));
  for (const { members, open } of families(problem)) {
    if (open.length > 0) for (const i of members) kept[i] = next(open, plan[members[0]!]!);
  }
  return kept;
}

/** How many examples a property is tried on, and from which seed: `FC_RUNS=1000 FC_SEED=7` looks further. */
export const examples = (runs: number): fc.Parameters<unknown> => ({
  numRuns: Number(process.env.FC_RUNS ?? runs),
  seed: Number(process.env.FC_SEED ?? 1),
});

/** A problem and any assignment of its accounts, good or bad: territories, and −1 now and then. */
export function problemsWithPlan(
  options: Options = {},
): fc.Arbitrary<{ problem: Problem; plan: Int32Array }> {
  return fc
    .tuple(problems(options), fc.array(fc.integer({ min: -1, max: 11 }), { minLength: 60, maxLength: 60 }))
    .map(([problem, draw]) => ({
      problem,
      plan: Int32Array.from({ length: problem.accounts }, (_, i) => {
        const value = draw[i % 60] ?? -1;
        return value < 0 ? -1 : value % problem.territories;
      }),
    }));
}
