import { EngineError } from './errors';
import type { Problem } from './contract';

const SPACES: readonly string[] = ['sphere', 'plane', 'features', 'none'];

/** Largest amount of one account: sums of millions of them stay finite. */
const LARGEST = 1e280;

function whole(field: string, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new EngineError('count', { field, value, min, max });
  }
}

function length(field: string, array: ArrayLike<number>, expected: number): void {
  if (array.length !== expected) throw new EngineError('length', { field, expected, actual: array.length });
}

function between(field: string, array: ArrayLike<number>, min: number, max: number): void {
  for (let index = 0; index < array.length; index++) {
    const value = array[index]!;
    if (!Number.isFinite(value)) throw new EngineError('notFinite', { field, index, value });
    if (value < min || value > max) throw new EngineError('range', { field, index, value, min, max });
  }
}

function indices(field: string, array: ArrayLike<number>, min: number, max: number): void {
  between(field, array, min, max);
  for (let index = 0; index < array.length; index++) {
    if (!Number.isInteger(array[index]))
      throw new EngineError('notWhole', { field, index, value: array[index]! });
  }
}

function scalar(field: string, value: number, min: number, max: number): void {
  between(field, [value], min, max);
}

/** A row is either all numbers or all NaN (no place). */
function places(field: string, array: Float64Array, dims: number): void {
  for (let start = 0; start < array.length; start += dims) {
    const missing = array[start] !== array[start];
    for (let index = start; index < start + dims; index++) {
      const value = array[index]!;
      if (missing ? value === value : !Number.isFinite(value)) {
        throw new EngineError('notFinite', { field, index, value });
      }
    }
  }
}

/**
 * Checks a problem against its contract.
 * @throws EngineError naming the field, the index and the bounds.
 */
export function validate(problem: Problem): void {
  const { accounts: n, territories: k, dims } = problem;
  whole('accounts', n, 0, 0x3fffffff);
  whole('territories', k, 1, 32767);
  if (!SPACES.includes(problem.space)) {
    throw new EngineError('unknown', { field: 'space', value: String(problem.space) });
  }
  const fixedDims = { sphere: 3, plane: 2, none: 0 } as const;
  if (problem.space === 'features') whole('dims', dims, 1, 64);
  else whole('dims', dims, fixedDims[problem.space], fixedDims[problem.space]);
  length('points', problem.points, n * dims);
  if (dims > 0) places('points', problem.points, dims);

  problem.metrics.forEach((metric, m) => {
    length(`metrics.${m}.weight`, metric.weight, n);
    between(`metrics.${m}.weight`, metric.weight, 0, LARGEST);
    scalar(`metrics.${m}.tolerance`, metric.tolerance, 0, 1e9);
  });
  length('share', problem.share, k);
  between('share', problem.share, 1e-70, 1e70);
  if (problem.pool) {
    length('pool', problem.pool, k);
    between('pool', problem.pool, 0, k - 1);
  }

  whole('classes', problem.classes, 1, 0x3fffffff);
  length('classOf', problem.classOf, n);
  between('classOf', problem.classOf, 0, problem.classes - 1);
  length('eligible', problem.eligible, problem.classes * k);
  if (problem.preference) {
    length('preference', problem.preference, problem.classes * k);
    between('preference', problem.preference, -1e15, 1e15);
  }
  length('pinned', problem.pinned, n);
  between('pinned', problem.pinned, -1, k - 1);
  length('family', problem.family, n);
  between('family', problem.family, -1, 0x7fffffff);
  length('current', problem.current, n);
  between('current', problem.current, -1, k - 1);
  if (problem.money) {
    length('money', problem.money, n);
    between('money', problem.money, 0, LARGEST);
  }
  problem.limits?.forEach(({ stake, most }, q) => {
    length(`limits[${q}].stake`, stake, n);
    between(`limits[${q}].stake`, stake, 0, LARGEST);
    if (most !== 'fewest') scalar(`limits[${q}].most`, most, 0, LARGEST);
  });
  if (problem.cap) {
    scalar('cap.accounts', problem.cap.accounts, 0, 1e9);
    scalar('cap.money', problem.cap.money, 0, 1e9);
  }
  scalar('keep', problem.keep, 0, 1e15);
  if (problem.keepOf) {
    length('keepOf', problem.keepOf, problem.classes);
    between('keepOf', problem.keepOf, 0, 1e6);
  }
  if (problem.home) {
    length('home', problem.home, k * dims);
    if (dims > 0) places('home', problem.home, dims);
  }
  if (problem.homeWeight !== undefined) scalar('homeWeight', problem.homeWeight, 0, 1);
  if (problem.evenness !== undefined) scalar('evenness', problem.evenness, 0, 1);
  if (problem.neighbours) {
    length('neighbours', problem.neighbours, 2 * Math.floor(problem.neighbours.length / 2));
    between('neighbours', problem.neighbours, 0, n - 1);
  }
  if (problem.known) {
    validateAssignment(problem, problem.known.assignment);
    length('known.centres', problem.known.centres, k * dims);
    if (dims > 0) places('known.centres', problem.known.centres, dims);
  }
  whole('seed', problem.seed, -0x80000000, 0xffffffff);
  scalar('effort', problem.effort, 0, 1000);
}

/**
 * Checks an assignment given from outside: N values, each a territory or −1.
 * @throws EngineError
 */
export function validateAssignment(problem: Problem, assignment: ArrayLike<number>): void {
  length('assignment', assignment, problem.accounts);
  indices('assignment', assignment, -1, problem.territories - 1);
}

/**
 * Checks a list of accounts given from outside.
 * @throws EngineError
 */
export function validateAccounts(problem: Problem, accounts: ArrayLike<number>): void {
  indices('accounts', accounts, 0, problem.accounts - 1);
}
