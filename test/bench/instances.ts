import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { design, runToEnd, type Problem } from '../../src/engine';
import { problemOf } from '../support/problem';
import { timed } from './figures';
import { InstanceError, readInstance, type Instance } from './instance-file';

/** What is told of one instance. */
export interface InstanceResult {
  readonly instance: string;
  readonly units: number;
  readonly territories: number;
  readonly tolerances: readonly number[];
  /** Per metric, fractions. */
  readonly worstDeviation: readonly number[];
  readonly withinTolerance: boolean;
  /** Sum over the units of the distance to their territory’s centre unit, the one that minimises that sum. */
  readonly compactness: number;
  /** Part of the territories that are connected in the instance’s graph. */
  readonly connected: number;
  readonly seconds: number;
}

/**
 * Designs every `.dat` file of a folder and the folders in it.
 * @returns results, and one sentence for each file that is no instance
 */
export function runInstances(folder: string): { results: InstanceResult[]; errors: string[] } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.dat'))
    .sort();
  const results: InstanceResult[] = [];
  const errors: string[] = [];
  for (const name of files) {
    const file = join(folder, name);
    try {
      results.push(runInstance(readInstance(readFileSync(file, 'utf8'), file), basename(name, '.dat')));
    } catch (error) {
      if (!(error instanceof InstanceError)) throw error;
      errors.push(error.message);
    }
  }
  if (files.length === 0) errors.push(`${folder} holds no .dat file.`);
  return { results, errors };
}

function runInstance(instance: Instance, name: string): InstanceResult {
  const problem = problemFrom(instance);
  const { value, ms } = timed(() => runToEnd(design(problem)));
  return {
    instance: name,
    units: problem.accounts,
    territories: problem.territories,
    tolerances: instance.tolerances,
    worstDeviation: [...value.worstDeviation],
    withinTolerance: value.withinTolerance,
    compactness: compactness(instance, value.assignment),
    connected: connected(instance, value.assignment),
    seconds: ms / 1000,
  };
}

function problemFrom({ points, weights, territories, tolerances, edges }: Instance): Problem {
  const metrics = weights.map((weight, m) => ({ weight, tolerance: tolerances[m]! }));
  return problemOf(points, metrics, territories, {
    space: 'plane',
    dims: 2,
    neighbours: Int32Array.from(edges.flat()),
  });
}

const membersOf = ({ territories }: Instance, plan: Int32Array): number[][] => {
  const lists: number[][] = Array.from({ length: territories }, () => []);
  plan.forEach((j, i) => lists[j]?.push(i));
  return lists;
};

export function compactness(instance: Instance, plan: Int32Array): number {
  const { points } = instance;
  const distance = (a: number, b: number) =>
    Math.hypot(points[2 * a]! - points[2 * b]!, points[2 * a + 1]! - points[2 * b + 1]!);
  return membersOf(instance, plan).reduce((sum, members) => {
    const about = members.map((c) => members.reduce((s, i) => s + distance(i, c), 0));
    return sum + (members.length > 0 ? Math.min(...about) : 0);
  }, 0);
}

/** An empty territory is not connected. */
export function connected(instance: Instance, plan: Int32Array): number {
  const next: number[][] = Array.from({ length: plan.length }, () => []);
  for (const [a, b] of instance.edges) {
    if (plan[a] !== plan[b]) continue;
    next[a]!.push(b);
    next[b]!.push(a);
  }
  const lists = membersOf(instance, plan);
  const whole = lists.filter((members) => {
    const seen = new Set(members.slice(0, 1));
    for (const i of seen) for (const o of next[i]!) seen.add(o); // a set grows while it is walked
    return members.length > 0 && seen.size === members.length;
  });
  return whole.length / lists.length;
}
