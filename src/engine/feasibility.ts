import { weightOf } from './cloud';
import { mayGo, type Core } from './core';
import { HOPELESS } from './families';
import type { Obstacle } from './problem';

export interface Feasibility {
  readonly obstacles: Obstacle[];
  /** One per metric of the problem: no assignment has a smaller worst deviation. */
  readonly toleranceFloor: Float64Array;
}

/** What can be said before solving: which rules, accounts or territories make the tolerances impossible. */
export function checkFeasibility(core: Core): Feasibility {
  const { k, metrics, metricIds, problem, cloud, scale, target, band, fixedLoad } = core;
  const obstacles: Obstacle[] = [...core.binding.conflicts];
  const toleranceFloor = new Float64Array(problem.metrics.length);
  const raise = (m: number, floor: number) => {
    const id = metricIds[m]!;
    if (floor > toleranceFloor[id]!) toleranceFloor[id] = floor;
  };

  const hopeless = new Map<number, number>();
  for (let i = 0; i < problem.accounts; i++) {
    if (core.binding.fixed[i] !== HOPELESS) continue;
    hopeless.set(problem.classOf[i]!, (hopeless.get(problem.classOf[i]!) ?? 0) + 1);
  }
  for (const [classIndex, accounts] of hopeless) obstacles.push({ kind: 'ineligible', classIndex, accounts });

  for (let j = 0; j < k; j++) {
    for (let m = 0; m < metrics; m++) {
      const at = j * metrics + m;
      raise(m, fixedLoad[at]! / target[at]! - 1);
      const limit = target[at]! + band[at]!;
      if (fixedLoad[at]! > limit * (1 + 1e-9)) {
        const unit = scale[m]!;
        obstacles.push({
          kind: 'pinned',
          territory: j,
          metric: metricIds[m]!,
          value: fixedLoad[at]! / unit,
          limit: limit / unit,
        });
      }
    }
  }
  for (const group of cloud.groups) {
    for (let m = 0; m < metrics; m++) {
      let largest = 0;
      for (let j = 0; j < k; j++)
        if (mayGo(core, group, j)) largest = Math.max(largest, target[j * metrics + m]!);
      const limit = largest * (1 + problem.metrics[metricIds[m]!]!.tolerance);
      for (let i = group.start; i < group.end; i++) {
        const value = weightOf(cloud, i, m);
        raise(m, value / largest - 1);
        if (value > limit * (1 + 1e-9)) {
          const unit = scale[m]!;
          obstacles.push({
            kind: 'oversized',
            account: core.head[i]!,
            metric: metricIds[m]!,
            value: value / unit,
            limit: limit / unit,
          });
        }
      }
    }
  }
  const occupied = new Set<number>();
  for (let i = 0; i < problem.accounts; i++)
    if (core.binding.fixed[i]! >= 0) occupied.add(core.binding.fixed[i]!);
  const empty = k - Math.min(k, cloud.n + occupied.size);
  if (empty > 0) {
    obstacles.push({ kind: 'empty', territories: empty });
    for (let m = 0; m < metrics; m++) raise(m, 1);
  }
  return { obstacles, toleranceFloor };
}
