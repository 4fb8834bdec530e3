import { countryOf, COUNTRIES_WITH_REGIONS, regionOf } from '../geo';
import type { Accounts } from '../plan/accounts';
import type { Rep } from '../plan/roster';
import { eligibilityRules, type EligibilityRule } from '../plan/rules/eligibility';
import { planRules, type PlanRules } from '../plan/rules/plan-rules';
import { regionPools, speaksOfRegions } from '../plan/rules/region';
import { segmentPools, speaksOfSegments } from '../plan/rules/segment';
import { speaksOfSkills } from '../plan/rules/skill';
import type { Settings } from '../plan/settings';
import type { CarveInput } from './compile';

/** The rules of what is to be carved. */
export const rulesOf = ({ accounts, seats, locks, settings, pooled }: CarveInput): PlanRules =>
  planRules(accounts, seats, locks, settings, regionCodes, pooled);

/** The same as they carve: a seat for named accounts takes nothing, though what is given to it by hand may be there. */
export function carvingRules(input: CarveInput): PlanRules {
  const rules = rulesOf(input);
  const { seats } = input;
  return {
    ...rules,
    eligibility: rules.eligibility.map((rule) => ({
      ...rule,
      admits: (group: number, j: number) => seats[j]?.named !== true && rule.admits(group, j),
    })),
  };
}

/** What team and list both speak of in the same words, so that a rule about it can bind. */
export const spokenBySides = (
  accounts: Accounts,
  seats: readonly Rep[],
): Readonly<Record<'bySegment' | 'byRegion' | 'bySkill', boolean>> => ({
  bySegment: speaksOfSegments(accounts, seats),
  byRegion: speaksOfRegions(accounts, seats, regionCodes),
  bySkill: speaksOfSkills(accounts, seats),
});

/** Parts of the team that are fair within themselves. */
export interface FairPools {
  /** K values: pool of a seat. */
  readonly pool: Int32Array;
  /** Whether regions part the team, besides segments where these do. */
  readonly byRegion: boolean;
}

/**
 * Each segment's and each region's accounts are shared fairly among its own seats, where such rules bind and part the
 * accounts. Where some region has no accounts of a segment, segments alone do.
 */
export function fairPools(
  accounts: Accounts,
  seats: readonly Rep[],
  settings: Pick<Settings, 'bySegment' | 'byRegion'>,
): FairPools | undefined {
  const segments = settings.bySegment === true ? segmentPools(accounts, seats) : undefined;
  const regions = settings.byRegion === true ? regionPools(accounts, seats, regionCodes) : undefined;
  if (regions === undefined) return segments === undefined ? undefined : { pool: segments, byRegion: false };
  if (segments === undefined) return { pool: regions, byRegion: true };
  const keys = [...segments].map((segment, j) => `${segment} ${regions[j] ?? 0}`);
  const distinct = [...new Set(keys)];
  const pool = Int32Array.from(keys, (key) => distinct.indexOf(key));
  const served = new Set<number>();
  const { classes, eligible } = classify(
    accounts.count,
    seats.length,
    eligibilityRules(accounts, seats, settings, regionCodes),
  );
  for (let c = 0; c < classes; c++)
    pool.forEach((p, j) => {
      if (eligible[c * seats.length + j] === 1) served.add(p);
    });
  return served.size === distinct.length ? { pool, byRegion: true } : { pool: segments, byRegion: false };
}

/** States (of any country that we know the states of) and the country that a word may mean. */
function regionCodes(word: string): string[] {
  return [...COUNTRIES_WITH_REGIONS.map((country) => regionOf(country, word)), countryOf(word)].filter(
    (code) => code !== undefined,
  );
}

/**
 * Compiles rules into classes of accounts that may go to the same seats, numbered as they first appear.
 * Without rules there is one class, open to all.
 * @param accounts N
 * @param seats K
 * @returns N class numbers, and classes × K flags
 */
export function classify(
  accounts: number,
  seats: number,
  rules: readonly EligibilityRule[],
): { classOf: Int32Array; classes: number; eligible: Uint8Array } {
  let classOf = new Int32Array(accounts);
  let open = [new Uint8Array(seats).fill(1)];
  for (const rule of rules) {
    const index = new Map<number, number>();
    const rows: typeof open = [];
    classOf = classOf.map((before, i) => {
      const group = rule.groupOf[i] ?? -1;
      const key = before * (rule.groups + 1) + group + 1;
      let c = index.get(key);
      if (c === undefined) {
        const row = open[before]?.map((may, j) => (group < 0 || rule.admits(group, j) ? may : 0));
        c = rows.push(row ?? new Uint8Array(seats)) - 1;
        index.set(key, c);
      }
      return c;
    });
    open = rows;
  }
  const eligible = new Uint8Array(open.length * seats);
  open.forEach((row, c) => {
    eligible.set(row, c * seats);
  });
  return { classOf, classes: open.length, eligible };
}
