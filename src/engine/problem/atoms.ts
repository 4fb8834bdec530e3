import { mayGo, type Core } from './core';
import { HOPELESS } from './families';

/** Spreads the territories of atoms over their accounts: N values, −1 where none is eligible. */
export function spreadAtoms(core: Core, out: Int32Array): Int32Array {
  const { fixed, next } = core.binding;
  const assignment = new Int32Array(core.problem.accounts);
  for (let i = 0; i < assignment.length; i++) assignment[i] = fixed[i] === HOPELESS ? -1 : fixed[i]!;
  for (let t = 0; t < core.cloud.n; t++) {
    for (let i = core.head[t]!; i >= 0; i = next ? next[i]! : -1) assignment[i] = out[t]!;
  }
  return assignment;
}

/** K × K flags: territories that compete for some group of atoms. */
export function rivalsOf(core: Core): Uint8Array {
  const { k } = core;
  const rivals = new Uint8Array(k * k);
  const seen = new Set<number>();
  for (const group of core.cloud.groups) {
    if (seen.has(group.row)) continue;
    seen.add(group.row);
    for (let j = 0; j < k; j++) {
      if (!mayGo(core, group, j)) continue;
      for (let o = 0; o < k; o++) if (o !== j && mayGo(core, group, o)) rivals[j * k + o] = 1;
    }
  }
  return rivals;
}

/** N values: the atom an account is part of, −1 where it has no choice. */
export function atomsOf(core: Core): Int32Array {
  const { next } = core.binding;
  const atomOf = new Int32Array(core.problem.accounts).fill(-1);
  for (let t = 0; t < core.cloud.n; t++) {
    for (let i = core.head[t]!; i >= 0; i = next ? next[i]! : -1) atomOf[i] = t;
  }
  return atomOf;
}
