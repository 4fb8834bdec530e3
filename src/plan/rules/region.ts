import { foldText } from '../../exact/fold-text';
import type { Accounts } from '../accounts';
import { textAt } from '../columns';
import type { Rep } from '../roster';
import type { Rule } from './rule';

/** ISO codes of the countries (`US`) and subdivisions (`US-TX`) that a word may mean, the usual first. */
export type ReadRegion = (word: string) => readonly string[];

/**
 * Where seats have a region (`Texas, OK`, `Germany`, `West`), accounts go to the seats of their state,
 * their country, or of what the list itself calls their region; and to seats without one. Of an account of
 * which only the country is known, every seat within it may have a part. The rule does not speak of
 * accounts that say nothing about where they are.
 *
 * A word with several meanings (`CA`, `DE`) has the one that most accounts bear out. A seat whose words
 * mean nothing here is open to all, and a notice says so.
 */
export function regionRule(accounts: Accounts, seats: readonly Rep[], read: ReadRegion): Rule<'region'> {
  const keys = accountKeys(accounts);
  const { ofSeat, unknown } = regionsOf(seats, countKeys(keys, accounts.count), read);
  const named = new Set(ofSeat.flatMap((covered) => [...(covered ?? [])]));

  // Accounts that may go to the same seats are one group.
  const masks = new Map<string, number>();
  const open: boolean[][] = [];
  const groupOfKeys = new Map<string, number>();
  const groupOf = new Int32Array(accounts.count).map((_, i) => {
    const id = keys.id(i);
    let group = groupOfKeys.get(id);
    if (group === undefined) groupOfKeys.set(id, (group = groupFor(keys.of(i))));
    return group;
  });
  return {
    id: 'region',
    groupOf,
    groups: open.length,
    admits: (group, j) => open[group]?.[j] === true,
    explain: (i) => ({ rule: 'region', params: { region: keys.label(i) } }),
    notices:
      unknown.size === 0
        ? []
        : [{ code: 'regionUnknown', severity: 'warning', params: { regions: [...unknown].join(', ') } }],
  };

  function groupFor({ places, words }: Keys): number {
    // The list's own word for a region counts where a seat goes by it.
    const all = [...places, ...words.filter((word) => named.has(word))];
    if (all.length === 0) return -1;
    const row = ofSeat.map((covered) => covered === undefined || all.some((key) => covered.has(key)));
    const mask = row.map(Number).join('');
    let group = masks.get(mask);
    if (group === undefined) {
      group = open.push(row) - 1;
      masks.set(mask, group);
    }
    return group;
  }
}

/**
 * Regions as pools of the team, each of which is fair within itself: K numbers, in the order in which they first come.
 * Undefined where regions do not part the accounts: a seat is open to all, or some accounts may go to seats of several.
 */
export function regionPools(
  accounts: Accounts,
  seats: readonly Rep[],
  read: ReadRegion,
): Int32Array | undefined {
  const own = seats.map(({ region }) => foldText(region ?? ''));
  const distinct = [...new Set(own)];
  if (distinct.length < 2 || own.includes('')) return undefined;
  const { groups, groupOf, admits } = regionRule(accounts, seats, read);
  // Accounts that say nothing of where they are may go anywhere.
  if (groupOf.includes(-1)) return undefined;
  const pool = Int32Array.from(own, (region) => distinct.indexOf(region));
  const served = new Set<number>();
  for (let group = 0; group < groups; group++) {
    const reached = new Set([...pool].filter((_, j) => admits(group, j)));
    if (reached.size > 1) return undefined;
    for (const p of reached) {
      if (pool.some((other, j) => other === p && !admits(group, j))) return undefined;
      served.add(p);
    }
  }
  return served.size === distinct.length ? pool : undefined;
}

/**
 * What each seat covers; undefined for one that is open to all. Words that mean nothing here are told apart.
 * @param borne how many accounts have each key
 */
function regionsOf(
  seats: readonly Pick<Rep, 'region'>[],
  borne: ReadonlyMap<string, number>,
  read: ReadRegion,
): { ofSeat: readonly (ReadonlySet<string> | undefined)[]; unknown: ReadonlySet<string> } {
  const unknown = new Set<string>();
  const ofSeat = seats.map(({ region }) => {
    const covered = new Set<string>();
    // What the list calls a region so is one region, whatever stands between its words: `Texas/Central`.
    const whole = region?.trim() ?? '';
    const words = borne.has(`=${foldText(whole)}`) ? [whole] : wordsOf(region);
    for (const word of words) {
      const literal = `=${foldText(word)}`;
      const [meant = literal] = [...read(word), literal].sort(
        (a, b) => (borne.get(b) ?? 0) - (borne.get(a) ?? 0),
      );
      if (meant === literal && !borne.has(literal)) {
        unknown.add(word);
        continue;
      }
      covered.add(meant);
      // A part of a country has a part in its accounts of which nothing more is known.
      if (/^[A-Z]{2}-/.test(meant)) covered.add(anywhereIn(meant.slice(0, 2)));
    }
    return covered.size === 0 ? undefined : covered;
  });
  return { ofSeat, unknown };
}

/**
 * Whether team and list speak of the same regions: most seats that have one have one that accounts are in, and most
 * accounts are in the region of a seat.
 */
export function speaksOfRegions(accounts: Accounts, seats: readonly Rep[], read: ReadRegion): boolean {
  const keys = accountKeys(accounts);
  const borne = countKeys(keys, accounts.count);
  const own = seats.filter(({ region }) => wordsOf(region).length > 0);
  const { ofSeat } = regionsOf(own, borne, read);
  const covered = new Set(ofSeat.flatMap((places) => [...(places ?? [])]));
  const isBorne = (places: ReadonlySet<string> | undefined) =>
    places !== undefined && [...places].some((key) => borne.has(key));
  const found = new Map<string, boolean>();
  let within = 0;
  // Where every account may go to every seat all the same, there is nothing to say.
  let isApart = false;
  for (let i = 0; i < accounts.count; i++) {
    const id = keys.id(i);
    let isWithin = found.get(id);
    if (isWithin === undefined) {
      const { places, words } = keys.of(i);
      const own = [...places, ...words];
      found.set(id, (isWithin = own.some((key) => covered.has(key))));
      isApart ||= ofSeat.some((area) => area !== undefined && !own.some((key) => area.has(key)));
    }
    if (isWithin) within++;
  }
  return isApart && 2 * ofSeat.filter(isBorne).length > own.length && 2 * within > accounts.count;
}

const wordsOf = (region: string | undefined): string[] =>
  (region ?? '')
    .split(/[,;/|\n]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Key of the accounts of which only the country is known. */
const anywhereIn = (country: string): string => `${country}-?`;

/** What an account says about where it is. */
interface Keys {
  /** ISO codes, and what stands in its columns of state and country (`=texas`). */
  readonly places: readonly string[];
  /** What the list calls its region, and its territory: often a region, as often not. */
  readonly words: readonly string[];
}

function accountKeys({ places, text }: Accounts) {
  const { state, country, currentTerritory, region: called } = text;
  const columns = [places.region, places.country, state, country, currentTerritory, called];
  const literal = (word: string | undefined) => (word === undefined ? [] : [`=${foldText(word)}`]);
  return {
    /** The same for accounts with the same keys. */
    id: (i: number): string => columns.map((column) => column?.codes[i] ?? -1).join(' '),
    of(i: number): Keys {
      const region = textAt(places.region, i);
      const land = textAt(places.country, i);
      return {
        places: [
          ...(region === undefined ? [] : [region]),
          ...(land === undefined ? [] : region === undefined ? [land, anywhereIn(land)] : [land]),
          ...literal(textAt(state, i)),
          ...literal(textAt(country, i)),
        ],
        words: [...literal(textAt(called, i)), ...literal(textAt(currentTerritory, i))],
      };
    },
    label: (i: number): string =>
      [called, state, country, places.region, places.country]
        .map((column) => textAt(column, i))
        .find((word) => word !== undefined) ?? '',
  };
}

/** How many accounts have each key. A full sheet has few different ones. */
function countKeys(keys: ReturnType<typeof accountKeys>, accounts: number): Map<string, number> {
  const alike = new Map<string, { readonly first: number; count: number }>();
  for (let i = 0; i < accounts; i++) {
    const id = keys.id(i);
    const seen = alike.get(id);
    if (seen === undefined) alike.set(id, { first: i, count: 1 });
    else seen.count++;
  }
  const counts = new Map<string, number>();
  for (const { first, count } of alike.values()) {
    const { places, words } = keys.of(first);
    for (const key of new Set([...places, ...words])) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}
