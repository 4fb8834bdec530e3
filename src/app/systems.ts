import { foldText } from '../exact/fold-text';
import { listRanges, mapAccountColumns } from '../intake';
import { exportKind } from '../loads/exports';
import type { LoadInput } from '../loads/input';
import { domainOf, idTie, zipTie, type Join, type SystemRow, type Tie } from '../loads/mismatches';
import type { SystemHeaders } from '../loads/fixes';
import { cellAddress, type Cell, type SourceTable } from '../plan/cells';
import { textAt } from '../plan/columns';
import { Failure } from '../plan/failures';
import { ownSheets } from '../plan/ownership';
import type { TableRef, WorkbookPort } from './ports';
import { refKey } from './understanding/tables';
import type { Understanding } from './understanding/understand';

/** Another system's table, and what of it is tied to accounts of the plan. */
export interface System {
  readonly name: string;
  readonly source: SourceTable;
  readonly join: Join;
  /** Columns of keys, of owner and of territory, from 0. */
  readonly keys: readonly number[];
  readonly owner?: number;
  readonly territory?: number;
  readonly headers: SystemHeaders;
  readonly rows: readonly SystemRow[];
  readonly tiesOf: (account: number) => readonly Tie[];
}

/** Tables that may be another system's, by name: all but the list, the team and what the CRM has exported. */
export function systemsIn({
  book,
  list,
  team,
}: Pick<Understanding, 'book' | 'list' | 'team'>): ReadonlyMap<string, TableRef> {
  const ours = new Set([list.ref, team.ref].flatMap((ref) => (ref === undefined ? [] : [refKey(ref)])));
  const found = new Map<string, TableRef>();
  for (const { headers, ...ref } of listRanges(book.survey, ownSheets(book.owned))) {
    if (ours.has(refKey(ref)) || ref.rowCount < 1 || headers.length < 2) continue;
    if (exportKind(headers) !== undefined) continue;
    const name = ref.table ?? ref.sheet;
    const isTaken = [...found.keys()].some((known) => known.toLowerCase() === name.toLowerCase());
    found.set(isTaken ? cellAddress(ref.sheet, ref.headerRow, ref.firstColumn) : name, ref);
  }
  return found;
}

/**
 * Reads another system's table and finds out what it says of which accounts: by the cells, whatever its headers are.
 * @throws Failure `noSystem`, `systemNoKey`, `systemSaysNothing`
 */
export async function readSystem(
  name: string,
  understanding: Pick<Understanding, 'book' | 'list' | 'team'>,
  workbook: WorkbookPort,
  input: LoadInput,
): Promise<System> {
  const found = [...systemsIn(understanding)].find(
    ([known]) => known.toLowerCase() === name.trim().toLowerCase(),
  );
  if (found === undefined) throw new Failure('noSystem', { name });
  const [called, ref] = found;
  return systemOf(called, await workbook.read(ref), understanding, input);
}

/** @throws as above */
function systemOf(
  name: string,
  source: SourceTable,
  understanding: Pick<Understanding, 'list'>,
  input: LoadInput,
): System {
  const { mapping } = mapAccountColumns(source);
  const tied = tieBy(source, mapping, understanding, input);
  if (tied === undefined) throw new Failure('systemNoKey', { name });
  const isFree = (column: number | undefined): column is number =>
    column !== undefined && !tied.keys.includes(column);
  const names = new Set(input.territories.map((one) => one.name.trim().toLowerCase()));
  const territory = [
    mapping.currentTerritory,
    likeliest(source, (text) => names.has(text.toLowerCase())),
  ].find(isFree);
  const isPerson = (text: string) => 'person' in input.people.find(text) || isOwnerOfPlan(text, input);
  const owner = [mapping.owner, mapping.ownerId, likeliest(source, isPerson)]
    .filter(isFree)
    .find((column) => column !== territory);
  if (owner === undefined && territory === undefined) throw new Failure('systemSaysNothing', { name });
  const text = (column: number, row: number) => textOf(source.columns[column]?.[row]);
  return {
    name,
    source,
    ...tied,
    ...(owner === undefined ? {} : { owner }),
    ...(territory === undefined ? {} : { territory }),
    headers: {
      keys: tied.keys.map((column) => source.headers[column] ?? ''),
      ...(owner === undefined ? {} : { owner: source.headers[owner] ?? '' }),
      ...(territory === undefined ? {} : { territory: source.headers[territory] ?? '' }),
    },
    rows: Array.from({ length: source.rowCount }, (_, row): SystemRow => {
      const cells = tied.keys.map((column) => text(column, row));
      return {
        row: source.firstRow + row,
        cells,
        tie: tied.tieOf(cells),
        ...(owner === undefined ? {} : { owner: text(owner, row) }),
        ...(territory === undefined ? {} : { territory: text(territory, row) }),
      };
    }),
  };
}

const isOwnerOfPlan = (text: string, { territories }: LoadInput): boolean =>
  territories.some(({ owner }) => owner !== '' && foldText(owner) === foldText(text));

interface Tied {
  readonly join: Join;
  readonly keys: readonly number[];
  readonly tieOf: (cells: readonly string[]) => string;
  readonly tiesOf: System['tiesOf'];
}

/** Part of the filled cells of a column that must be known for it to be one of keys, or of people. */
const ENOUGH_KEYS = 0.2;
const ENOUGH_WORDS = 0.5;

function tieBy(
  source: SourceTable,
  mapping: ReturnType<typeof mapAccountColumns>['mapping'],
  { list }: Pick<Understanding, 'list'>,
  input: LoadInput,
): Tied | undefined {
  const { accounts } = input;
  const one = (
    join: Join,
    tieOf: (text: string) => string,
    of: (account: number) => string,
  ): Tied | undefined => {
    const known = new Set(accounts.flatMap((_, i) => (of(i) === '' ? [] : [tieOf(of(i))])));
    const column = likeliest(source, (text) => known.has(tieOf(text)), ENOUGH_KEYS);
    if (column === undefined) return undefined;
    return {
      join,
      keys: [column],
      tieOf: ([cell = '']) => (cell === '' ? '' : tieOf(cell)),
      tiesOf: (i) => (of(i) === '' ? [] : [{ tie: tieOf(of(i)), cells: [of(i)] }]),
    };
  };
  const byId = one('id', idTie, (i) => accounts[i]?.id ?? '');
  if (byId !== undefined) return byId;
  const web = list.source.headers.findIndex((header) => WEB.test(foldText(header)));
  const cells = list.source.columns[web];
  const byDomain =
    cells === undefined
      ? undefined
      : one('domain', domainOf, (i) =>
          domainOf(textOf(cells[(accounts[i]?.row ?? 0) - list.source.firstRow])),
        );
  return byDomain ?? tieByPlace(source, mapping, list, input);
}

const WEB =
  /^(?:company )?(?:web ?sites?|domains?|domain name|company domain name|url|web address|homepage|internet|webseite)$/;

/** By country, state and postcode, as far as the table has them. */
function tieByPlace(
  source: SourceTable,
  mapping: ReturnType<typeof mapAccountColumns>['mapping'],
  { accounts }: Understanding['list'],
  input: LoadInput,
): Tied | undefined {
  // How the list's own words for states and countries are abbreviated.
  const states = new Map<string, string>();
  const countries = new Map<string, string>();
  input.accounts.forEach(({ state, country }, i) => {
    states.set(foldText(textAt(accounts.text.state, i) ?? state), state.toLowerCase());
    states.set(foldText(state), state.toLowerCase());
    countries.set(foldText(textAt(accounts.text.country, i) ?? country), country.toLowerCase());
    countries.set(foldText(country), country.toLowerCase());
  });
  for (const words of [states, countries]) words.delete('');
  const zips = new Set(
    input.accounts.flatMap(({ postalCode }) => (postalCode === '' ? [] : [zipTie(postalCode)])),
  );
  const zip = mapping.postalCode ?? likeliest(source, (text) => zips.has(zipTie(text)));
  const state = mapping.state ?? likeliest(source, (text) => states.has(foldText(text)));
  const country = mapping.country ?? likeliest(source, (text) => countries.has(foldText(text)));
  const parts = [
    ...(country === undefined ? [] : (['country'] as const)),
    ...(state === undefined || state === country ? [] : (['state'] as const)),
    ...(zip === undefined ? [] : (['zip'] as const)),
  ];
  if (parts.length === 0 || (parts.length === 1 && parts[0] === 'country' && countries.size < 2))
    return undefined;
  const tieWith = (said: Readonly<Partial<Record<(typeof parts)[number], string>>>): string => {
    const of =
      said.country === undefined ? '' : (countries.get(foldText(said.country)) ?? foldText(said.country));
    if ((said.zip ?? '') !== '') return `zip\0${of}\0${zipTie(said.zip ?? '')}`;
    if ((said.state ?? '') !== '')
      return `state\0${of}\0${states.get(foldText(said.state ?? '')) ?? foldText(said.state ?? '')}`;
    return of === '' ? '' : `country\0${of}`;
  };
  return {
    join: 'place',
    keys: parts.map((part) => ({ country, state, zip })[part] ?? -1),
    tieOf: (cells) => tieWith(Object.fromEntries(parts.map((part, c) => [part, cells[c] ?? '']))),
    tiesOf: (i) => {
      const one = input.accounts[i];
      if (one === undefined) return [];
      const has = { country: one.country, state: one.state, zip: one.postalCode.trim() };
      const levels = (
        [['country', 'zip'], ['zip'], ['country', 'state'], ['state'], ['country']] as const
      ).filter((level) => level.every((part) => has[part] !== '' && parts.includes(part)));
      return levels.map((level) => {
        const said = Object.fromEntries(level.map((part) => [part, has[part]]));
        return {
          tie: tieWith(said),
          cells: parts.map((part) => (level.some((own) => own === part) ? has[part] : '')),
        };
      });
    },
  };
}

/** The column most of whose filled cells are known, if enough are; of equals the first. */
function likeliest(
  { columns }: SourceTable,
  isKnown: (text: string) => boolean,
  enough = ENOUGH_WORDS,
): number | undefined {
  let best: number | undefined;
  let most = 0;
  columns.forEach((column, c) => {
    const filled = column.map(textOf).filter((text) => text !== '');
    const known = filled.filter(isKnown).length;
    const part = filled.length === 0 ? 0 : known / filled.length;
    if (part >= enough && part > most) [best, most] = [c, part];
  });
  return best;
}

const textOf = (cell: Cell | undefined): string => String(cell ?? '').trim();
