import { cos, log, PI } from './math';

/** A stream of numbers in [0, 1). */
export type Random = () => number;

/**
 * Seeded uniform generator, 32 bits of state (mulberry32, Tommy Ettinger, public domain).
 * Statistical quality is enough for sampling and seeding; never use it for secrets.
 */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One standard normal number (Box & Muller 1958). */
export function normal(random: Random): number {
  let u = 0;
  while (u === 0) u = random();
  return Math.sqrt(-2 * log(u)) * cos(2 * PI * random());
}
