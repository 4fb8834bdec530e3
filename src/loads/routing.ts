import { foldText } from '../exact/fold-text';
import type { LoadFile } from './file';
import type { LoadAccount, LoadInput } from './input';
import { zipTie } from './mismatches';

/** How well a table reproduces the plan. */
export interface Accuracy {
  /** Accounts that it sends where the plan has them, of those that it can send anywhere. */
  readonly agree: number;
  readonly of: number;
  /** The same, each sent by what is known of the others alone: what may be hoped for of an account that is new. */
  readonly unseen: number;
}

/** What accounts are told apart by besides their place: undefined where that is of no use. */
interface Traits {
  readonly industry: boolean;
  /** Where bands of size begin, from 0 on; none: size plays no part. */
  readonly cuts: readonly number[];
}

/** What a line speaks of: traits, then a place, each blank for any. */
interface Cell {
  readonly industry: string;
  /** Index of the band, −1 any. */
  readonly band: number;
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly zip: string;
}
interface Line {
  readonly cell: Cell;
  readonly votes: Map<number, number>;
}

/** A column more is worth it from so many accounts of a hundred on that it sends better. */
const WORTH = 0.02;
const MOST_CUTS = 3;
/** Accounts by which cuts and traits are chosen: every so many-th of a long list. */
const MOST_TRIED = 4000;
const ROUND = [1, 2, 2.5, 5];

/**
 * What sends a new lead where the plan would have it: a line a postcode, then a line a city where postcodes are lacking, a
 * state, a country for those of which no more is known; told apart by industry and size where that sends accounts better
 * whom the others alone would have to send. Each line goes to the territory that most of its accounts are in.
 */
export function routingTable({ accounts, territories, sizeHeader }: LoadInput): {
  readonly file: LoadFile;
  /** Postcodes by territory, in cells as long as a cell may be. */
  readonly lists: LoadFile;
  readonly accuracy: Accuracy;
} {
  const placed = accounts.filter(({ to }) => to >= 0);
  const hasCities = placed.some(({ postalCode, city = '' }) => postalCode.trim() === '' && city !== '');
  const traits = traitsFor(placed, hasCities);
  const table = linesOf(placed, traits, hasCities);
  const accuracy = accuracyOf(placed, traits, hasCities, table);
  const lines = withoutIdle(placed, traits, hasCities, table).sort((a, b) => compare(a.cell, b.cell));
  const band = (n: number): readonly (number | '')[] =>
    n < 0 ? ['', ''] : [n === 0 ? 0 : (traits.cuts[n - 1] ?? 0), traits.cuts[n] ?? ''];
  const words = new Map(
    placed.map(({ industry = '' }) => [foldText(industry), industry.trim()] as const).reverse(),
  );
  const size = sizeHeader ?? 'Size';
  return {
    file: {
      key: 'routing',
      object: 'Routing',
      operation: 'table',
      header: [
        'Country',
        'State',
        ...(hasCities ? ['City'] : []),
        'Postal Code',
        ...(traits.industry ? ['Industry'] : []),
        ...(traits.cuts.length === 0 ? [] : [`${size} From`, `${size} Below`]),
        ...['Territory', 'Owner', 'Accounts', 'In This Territory'],
      ],
      formats: [
        ...Array<undefined>(3 + Number(hasCities) + Number(traits.industry)).fill(undefined),
        ...(traits.cuts.length === 0 ? [] : ['0', '0']),
        ...[undefined, undefined, '0', '0'],
      ],
      rows: lines.map(({ cell, votes }) => {
        const { to, most, all } = winner(votes);
        return [
          cell.country,
          cell.state,
          ...(hasCities ? [cell.city] : []),
          cell.zip,
          ...(traits.industry ? [words.get(cell.industry) ?? ''] : []),
          ...(traits.cuts.length === 0 ? [] : band(cell.band)),
          territories[to]?.name ?? '',
          territories[to]?.owner ?? '',
          all,
          most,
        ];
      }),
    },
    lists: zipLists(lines, territories),
    accuracy,
  };
}

/** A cell holds no more letters than this. */
const MOST_LETTERS = 32_767;

/** Postcodes by the territory that they go to; what does not fit into one cell goes on in a row of the same name. */
function zipLists(lines: readonly Line[], territories: LoadInput['territories']): LoadFile {
  const rows = territories.flatMap(({ name, owner }, j) => {
    const cells: string[] = [];
    for (const { cell, votes } of lines) {
      const isPlain = cell.zip !== '' && cell.industry === '' && cell.band < 0;
      if (!isPlain || winner(votes).to !== j) continue;
      const last = cells.at(-1);
      const isFull = last === undefined || last.length + cell.zip.length + 2 > MOST_LETTERS;
      if (isFull) cells.push(cell.zip);
      else cells[cells.length - 1] = `${last}, ${cell.zip}`;
    }
    return cells.map((list) => [name, owner, list]);
  });
  const header = ['Territory', 'Owner', 'Postal Codes'];
  return { key: 'zipLists', object: 'Routing', operation: 'table', header, rows };
}

/** The lines that speak of an account, the narrowest first: with its traits, then without them. */
function cellsOf(
  { country, state, city = '', postalCode, industry = '', size }: LoadAccount,
  traits: Traits,
  hasCities: boolean,
): Cell[] {
  const any = { industry: '', band: -1, country: '', state: '', city: '', zip: '' };
  const zip = country === 'US' || country === '' ? zipTie(postalCode) : postalCode.trim().toUpperCase();
  const town = foldText(city);
  const places: Cell[] = [
    ...(zip === '' ? [] : [{ ...any, country, zip }]),
    ...(!hasCities || town === '' ? [] : [{ ...any, country, state, city: town }]),
    ...(state === '' ? [] : [{ ...any, country, state }]),
    ...(country === '' ? [] : [{ ...any, country }]),
  ];
  const word = traits.industry ? foldText(industry) : '';
  const band =
    size === undefined || traits.cuts.length === 0 ? -1 : traits.cuts.filter((cut) => size >= cut).length;
  // Who lacks one of them is sent as if nothing were known of the others: each line says all of them, or none.
  const lacks = (traits.industry && word === '') || (traits.cuts.length > 0 && band < 0);
  if (lacks || (word === '' && band < 0)) return places;
  const own = { industry: word, band };
  return [...places.map((place) => ({ ...place, ...own })), { ...any, ...own }, ...places];
}

const keyOf = ({ industry, band, country, state, city, zip }: Cell): string =>
  [industry, band, country, state, city, zip].join('\0');

function linesOf(accounts: readonly LoadAccount[], traits: Traits, hasCities: boolean): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const account of accounts)
    for (const cell of cellsOf(account, traits, hasCities)) {
      const key = keyOf(cell);
      const line = lines.get(key) ?? { cell, votes: new Map<number, number>() };
      lines.set(key, line);
      line.votes.set(account.to, (line.votes.get(account.to) ?? 0) + 1);
    }
  return lines;
}

function accuracyOf(
  accounts: readonly LoadAccount[],
  traits: Traits,
  hasCities: boolean,
  lines: ReadonlyMap<string, Line>,
): Accuracy {
  let [agree, of, unseen] = [0, 0, 0];
  for (const account of accounts) {
    const keys = cellsOf(account, traits, hasCities).map(keyOf);
    const [narrowest] = keys;
    if (narrowest === undefined) continue;
    of++;
    if (winner(lines.get(narrowest)?.votes).to === account.to) agree++;
    if (sentByOthers(account.to, keys, lines) === account.to) unseen++;
  }
  return { agree, of, unseen };
}

/** Where an account would be sent if it were not known yet. */
function sentByOthers(to: number, keys: readonly string[], lines: ReadonlyMap<string, Line>): number {
  for (const key of keys) {
    const votes = lines.get(key)?.votes;
    if (votes === undefined) continue;
    const others = new Map(votes);
    const left = (others.get(to) ?? 0) - 1;
    if (left > 0) others.set(to, left);
    else others.delete(to);
    if (others.size > 0) return winner(others).to;
  }
  return -1;
}

/** Which traits send accounts better that are not known yet: none unless one is worth a column. */
function traitsFor(placed: readonly LoadAccount[], hasCities: boolean): Traits {
  const step = Math.ceil(placed.length / MOST_TRIED);
  const tried = placed.filter((_, n) => n % Math.max(1, step) === 0);
  const unseen = (traits: Traits): number =>
    accuracyOf(tried, traits, hasCities, linesOf(tried, traits, hasCities)).unseen;
  const enough = WORTH * tried.length;
  let best: Traits = { industry: false, cuts: [] };
  let most = unseen(best);
  const better = (traits: Traits): boolean => {
    const found = unseen(traits);
    if (found < most + Math.max(1, enough)) return false;
    [best, most] = [traits, found];
    return true;
  };
  const cutsOver = (industry: boolean): Traits => ({
    industry,
    cuts: bestCuts(tried, industry, unseen, enough),
  });
  const sizes = cutsOver(false);
  if (sizes.cuts.length > 0) better(sizes);
  if (tried.some(({ industry = '' }) => industry !== '')) {
    better({ industry: true, cuts: [] });
    const both = cutsOver(true);
    if (both.cuts.length > 0) better(both);
  }
  return best;
}

/** Round numbers at which size is cut, as long as each is worth it. */
function bestCuts(
  tried: readonly LoadAccount[],
  industry: boolean,
  unseen: (traits: Traits) => number,
  enough: number,
): number[] {
  const sizes = tried.flatMap(({ size }) => (size === undefined || !(size > 0) ? [] : [size]));
  if (2 * sizes.length < tried.length) return [];
  let [low, high] = [Infinity, 0];
  for (const size of sizes) [low, high] = [Math.min(low, size), Math.max(high, size)];
  const candidates = roundBetween(low, high);
  let cuts: number[] = [];
  let most = unseen({ industry, cuts });
  while (cuts.length < MOST_CUTS) {
    let found: { readonly cuts: number[]; readonly agree: number } | undefined;
    for (const candidate of candidates.filter((one) => !cuts.includes(one))) {
      const next = [...cuts, candidate].sort((a, b) => a - b);
      const agree = unseen({ industry, cuts: next });
      if (agree > (found?.agree ?? most)) found = { cuts: next, agree };
    }
    if (found === undefined || found.agree < most + Math.max(1, enough)) break;
    [cuts, most] = [found.cuts, found.agree];
  }
  return cuts;
}

/** 10, 20, 25, 50, 100, … above one number and up to another. */
function roundBetween(low: number, high: number): number[] {
  const found: number[] = [];
  for (let unit = 1; unit <= high && unit < 1e15; unit *= 10)
    for (const size of ROUND.map((part) => unit * part))
      if (Number.isInteger(size) && size > low && size <= high) found.push(size);
  return found;
}

/** Lines with traits that send nobody elsewhere than the broader ones would: they say nothing. */
function withoutIdle(
  accounts: readonly LoadAccount[],
  traits: Traits,
  hasCities: boolean,
  lines: ReadonlyMap<string, Line>,
): Line[] {
  if (!traits.industry && traits.cuts.length === 0) return [...lines.values()];
  const chains = new Map<string, string[] | undefined>();
  for (const account of accounts) {
    const keys = cellsOf(account, traits, hasCities).map(keyOf);
    keys.forEach((key, n) => {
      const after = keys.slice(n + 1);
      const known = chains.get(key);
      if (!chains.has(key)) chains.set(key, after);
      else if (known !== undefined && known.join('\n') !== after.join('\n')) chains.set(key, undefined);
    });
  }
  return [...lines].flatMap(([key, line]) => {
    const isTrait = line.cell.industry !== '' || line.cell.band >= 0;
    const next = chains.get(key)?.[0];
    const isIdle =
      isTrait && next !== undefined && winner(lines.get(next)?.votes).to === winner(line.votes).to;
    return isIdle ? [] : [line];
  });
}

/** Most accounts; of equals the territory that comes first. */
function winner(votes: ReadonlyMap<number, number> | undefined): { to: number; most: number; all: number } {
  let to = -1;
  let most = 0;
  let all = 0;
  for (const [territory, count] of votes ?? []) {
    all += count;
    if (count > most || (count === most && territory < to)) [to, most] = [territory, count];
  }
  return { to, most, all };
}

/** Lines with traits first; by country; in it postcodes first, then cities, states, the country itself. */
function compare(a: Cell, b: Cell): number {
  const order = ({ industry, band, country, state, city, zip }: Cell): string[] => [
    industry !== '' || band >= 0 ? '0' : '1',
    country === '' ? '1' : '0',
    country,
    zip !== '' ? '0' : city !== '' ? '1' : state !== '' ? '2' : '3',
    state,
    city,
    zip,
    industry,
    String(band).padStart(3, '0'),
  ];
  const [x, y] = [order(a), order(b)];
  for (const [k, word] of x.entries()) if (word !== y[k]) return word < (y[k] ?? '') ? -1 : 1;
  return 0;
}
