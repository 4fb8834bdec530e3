import type { LoadInput } from './input';
import { isOwner, newOwners } from './owners';
import { idKey, nameKey, type Person } from './people';

/** What ties rows of another system to accounts of the plan: the account itself, or the place that it is in. */
export const JOINS = ['id', 'domain', 'place'] as const;
export type Join = (typeof JOINS)[number];

/** What something is tied by, and how that is written in the other system's columns of keys. */
export interface Tie {
  /** Blank: it cannot be tied. */
  readonly tie: string;
  readonly cells: readonly string[];
}

/** A row of another system, by what it is tied with and what it says. */
export interface SystemRow extends Tie {
  /** 1-based worksheet row. */
  readonly row: number;
  /** Who has it there; undefined where the system knows no owners. */
  readonly owner?: string;
  /** In which territory it is there; undefined where the system knows none. */
  readonly territory?: string;
}

/** What is wrong with a row, or missing: in the order in which of several the gravest is told. */
export const MISMATCHES = [
  'stranger',
  'double',
  'repeated',
  'noOwner',
  'unknownOwner',
  'inactiveOwner',
  'open',
  'owner',
  'territory',
  'shared',
  'gap',
] as const;
export type MismatchCode = (typeof MISMATCHES)[number];

/**
 * A row that does not say what the plan says, or (`shared`) says it of most of its accounts only; an account, or a place,
 * that no row speaks of (`gap`).
 */
export interface Mismatch {
  readonly code: MismatchCode;
  /** Row of the other system's table, from 0; absent for a gap. */
  readonly at?: number;
  /** As it stands in the columns of keys, or would have to. */
  readonly cells: readonly string[];
  /** Indices of the accounts that it is about, of which so many are elsewhere by the plan. */
  readonly accounts: readonly number[];
  readonly differ: number;
  /** Territory by the plan, −1 none: of several that with most of the accounts. */
  readonly to: number;
  /** Other rows of the same key, from 0. */
  readonly others: readonly number[];
}

/** Another system beside the plan: every row is in one of the counts, or in a mismatch. */
export interface Comparison {
  readonly rows: number;
  /** Rows that say what the plan says. */
  readonly agree: number;
  /** Rows of which the plan says nothing: without a key, of accounts that are in no territory, of places without accounts. */
  readonly silent: number;
  readonly mismatches: readonly Mismatch[];
}

/**
 * Compares what another system says of owners and territories with the plan that was accepted.
 * @param tiesOf what an account may be tied by, the narrowest first; none for an account that cannot be tied
 */
export function compareSystem(
  rows: readonly SystemRow[],
  join: Join,
  tiesOf: (account: number) => readonly Tie[],
  input: Pick<LoadInput, 'accounts' | 'territories' | 'people' | 'exports'>,
): Comparison {
  const owners = newOwners(input, 'name');
  const byTie = new Map<string, number[]>();
  rows.forEach(({ tie }, at) => {
    if (tie !== '') push(byTie, tie, at);
  });
  const tied = new Map<string, number[]>();
  const lost = new Map<string, { readonly tie: Tie; readonly accounts: number[] }>();
  input.accounts.forEach((account, i) => {
    const ties = tiesOf(i);
    const [first] = ties;
    const known = ties.find(({ tie }) => byTie.has(tie));
    if (known !== undefined) push(tied, known.tie, i);
    else if (account.to >= 0 && first !== undefined) {
      const one = lost.get(first.tie) ?? { tie: first, accounts: [] };
      lost.set(first.tie, one);
      one.accounts.push(i);
    }
  });

  let agree = 0;
  let silent = 0;
  const mismatches = rows.flatMap((row, at): Mismatch[] => {
    const group = tied.get(row.tie) ?? [];
    const same = byTie.get(row.tie) ?? [];
    const others = same.filter((one) => one !== at);
    const placed = group.filter((i) => (input.accounts[i]?.to ?? -1) >= 0);
    const to = mostOften(placed.map((i) => input.accounts[i]?.to ?? -1));
    const tell = (code: MismatchCode, differ = placed.length): Mismatch[] => [
      { code, at, cells: row.cells, accounts: placed.length > 0 ? placed : group, differ, to, others },
    ];
    if (row.tie === '') return (silent++, []);
    if (group.length === 0) {
      if (join !== 'place') return tell('stranger', 0);
      return (silent++, []);
    }
    const says = (one: number) => `${rows[one]?.owner ?? ''}\0${rows[one]?.territory ?? ''}`.toLowerCase();
    if (others.some((one) => says(one) !== says(at))) return tell('double');
    if (others.length > 0 && same[0] !== at) return tell('repeated', 0);
    if (placed.length === 0) return (silent++, []);
    const found = row.owner === undefined ? undefined : ownerTrouble(row.owner, input);
    if (found !== undefined) return tell(found);
    const away = (says: (territory: number) => boolean) =>
      placed.filter((i) => !says(input.accounts[i]?.to ?? -1)).length;
    const { owner, territory } = row;
    const byOwner = (j: number) => owner === undefined || isTheirs(owner, j);
    const byName = (j: number) =>
      territory === undefined || isCalled(territory, input.territories[j]?.name ?? '');
    // Nobody has the territory in the plan: there is nobody to be written there.
    if (!byOwner(to)) return tell(owners[to] === 'openTerritory' ? 'open' : 'owner', away(byOwner));
    if (!byName(to)) return tell('territory', away(byName));
    const differ = away((j) => byOwner(j) && byName(j));
    return differ > 0 ? tell('shared', differ) : (agree++, []);
  });
  const gaps = [...lost.values()].map(({ tie: { cells }, accounts }): Mismatch => ({
    code: 'gap',
    cells,
    accounts,
    differ: accounts.length,
    to: mostOften(accounts.map((i) => input.accounts[i]?.to ?? -1)),
    others: [],
  }));
  return { rows: rows.length, agree, silent, mismatches: [...mismatches, ...gaps] };

  /** Somebody who is not among the CRM's users, or has left it, may be the plan's owner all the same. */
  function isTheirs(word: string, j: number): boolean {
    const owner = owners[j];
    const called = input.territories[j]?.owner ?? '';
    if (called === '') return false;
    const person = typeof owner === 'object' ? owner : { name: called };
    const there = { owner: word.trim(), ownerId: '' };
    return isOwner(person, there) || isOwner(known(word, input), { owner: called, ownerId: '' });
  }
}

/** What speaks against an owner, whatever the plan says. */
function ownerTrouble(
  word: string,
  { people, territories }: Pick<LoadInput, 'people' | 'territories'>,
): 'noOwner' | 'unknownOwner' | 'inactiveOwner' | undefined {
  if (word.trim() === '') return 'noOwner';
  const found = people.find(word.trim());
  if (!('person' in found)) {
    const isInPlan = territories.some(({ owner }) => owner !== '' && nameKey(owner) === nameKey(word));
    return found.code === 'noUser' && !isInPlan ? 'unknownOwner' : undefined;
  }
  return found.person.active === false ? 'inactiveOwner' : undefined;
}

function known(word: string, { people }: Pick<LoadInput, 'people'>): Person {
  const found = people.find(word.trim());
  return 'person' in found ? found.person : { name: word };
}

/** Ids are compared as they are known in the house; numbers have lost their zeros. */
export const idTie = (id: string): string => idKey(id.trim()).replace(/^0+(?=\d+$)/, '');

/** Five digits; what Excel took for a number has lost its zeros. */
export function zipTie(code: string): string {
  const digits = /^\s*(\d{3,5})(?:-?\d{4})?\s*$/.exec(code)?.[1];
  return digits === undefined ? code.trim().toUpperCase() : digits.padStart(5, '0');
}

/** `https://www.acme.com/about`, `ann@acme.com` → `acme.com`. */
export const domainOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '');

const isCalled = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function push<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Of equals the one that comes first; −1 of none. */
function mostOften(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = -1;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}
