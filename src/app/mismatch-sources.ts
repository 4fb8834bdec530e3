import { canFix, fixFiles, isFixable, type FixFile } from '../loads/fixes';
import { compareSystem, type Comparison, type Mismatch, type MismatchCode } from '../loads/mismatches';
import { untilThen } from '../loads/loads';
import { newOwners } from '../loads/owners';
import { idKey, nameKey, type Person } from '../loads/people';
import type { LoadInput } from '../loads/input';
import { cellAddress, columnLetters, quoteSheet } from '../plan/cells';
import { accountLabel } from '../plan/accounts';
import type { StandingContext } from '../reports/context';
import type { MismatchContext, MismatchLine } from '../reports/mismatches/context';
import { columnRef } from '../reports/spec';
import { loadInput } from './loads-sources';
import type { Clock, WorkbookPort } from './ports';
import { keyHeader } from './sheet-sources';
import { readSystem, type System } from './systems';
import type { Understanding } from './understanding/understand';

/** What the pane shows of another system, as it was compared. */
export interface MismatchPack {
  readonly name: string;
  readonly rows: number;
  readonly agree: number;
  readonly silent: number;
  readonly kinds: readonly { readonly code: MismatchCode; readonly count: number }[];
  readonly files: readonly FixFile[];
}

/**
 * Another system's table beside the plan that was accepted.
 * @throws Failure `noSystem`, `systemNoKey`, `systemSaysNothing`, `notAccepted`
 */
export async function mismatchContext(
  name: string,
  understanding: Understanding,
  standing: StandingContext,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<{ readonly context: MismatchContext; readonly pack: MismatchPack }> {
  const { input: loads, at } = await loadInput(understanding, standing.record, workbook, clock);
  const input = { ...loads, accounts: loads.accounts.map(untilThen) };
  const system = await readSystem(name, understanding, workbook, input);
  const found = compareSystem(system.rows, system.join, system.tiesOf, input);
  const wordOf = wordsIn(system, input);
  const nameOf = (j: number) => input.territories[j]?.name ?? '';
  const files = fixFiles(found, system.rows, system.headers, wordOf, nameOf);
  const { mismatches, rows, agree, silent } = found;
  const counts = new Map<MismatchCode, number>();
  for (const { code } of mismatches) counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    context: {
      ...standing,
      name: system.name,
      join: system.join,
      system: placeOf(system),
      listKey: system.join === 'place' ? undefined : keyHeader(understanding.list),
      agree,
      silent,
      lines: linesOf(found, system, understanding, standing, wordOf, nameOf),
      words: input.territories.map(({ name: territory, owner }, j) => ({
        territory,
        owner,
        word: wordOf(j) ?? '',
      })),
      files,
      at,
    },
    pack: {
      name: system.name,
      rows,
      agree,
      silent,
      kinds: [...counts].map(([code, count]) => ({ code, count })),
      files: files.filter((file) => file.rows.length > 0),
    },
  };
}

/** Where its columns are, as formulas say it. */
function placeOf({ source, keys, owner, territory }: System): MismatchContext['system'] {
  const { sheet, table, headers, firstRow, firstColumn, headerRow, rowCount } = source;
  const letter = (column: number) => columnLetters(firstColumn + column);
  const range = (column: number): string =>
    table === undefined
      ? `${quoteSheet(sheet)}!$${letter(column)}$${firstRow}:$${letter(column)}$${firstRow + rowCount - 1}`
      : columnRef(table, headers[column] ?? '');
  const [key = 0] = keys;
  return {
    sheet,
    headerRow,
    rows: rowCount,
    keyLetter: letter(key),
    ...(keys.length === 1 ? { key: range(key) } : {}),
    ...(owner === undefined ? {} : { owner: range(owner), ownerLetter: letter(owner) }),
    ...(territory === undefined ? {} : { territory: range(territory), territoryLetter: letter(territory) }),
  };
}

/**
 * How the owner of a territory is written in the other system: as it writes him elsewhere, else by e-mail or id where it
 * knows people by these, else by name; undefined where nobody may be written there.
 */
function wordsIn(system: System, input: LoadInput): (territory: number) => string | undefined {
  const owners = newOwners(input, 'name');
  const spelled = new Map<string, string>();
  let mails = 0;
  let ids = 0;
  let names = 0;
  for (const { owner = '' } of system.rows) {
    const found = owner === '' ? undefined : input.people.find(owner);
    const person = found !== undefined && 'person' in found ? found.person : undefined;
    if (owner.includes('@')) mails++;
    else if (person?.id !== undefined && idKey(person.id) === idKey(owner)) ids++;
    else if (owner !== '') names++;
    if (person !== undefined && !spelled.has(nameKey(person.name))) spelled.set(nameKey(person.name), owner);
  }
  const style = mails > names && mails >= ids ? 'email' : ids > names ? 'id' : 'name';
  const word = (person: Person) => spelled.get(nameKey(person.name)) ?? person[style];
  return (j) => {
    const owner = owners[j];
    const called = input.territories[j]?.owner ?? '';
    if (typeof owner === 'object') return word(owner);
    // Somebody who is active and whom only the plan knows is written by his name.
    const isNew = owner === 'noUser' && input.exports.users === undefined && called !== '';
    return isNew && style === 'name' ? called : undefined;
  };
}

function linesOf(
  { mismatches }: Comparison,
  system: System,
  { list }: Pick<Understanding, 'list'>,
  { say }: StandingContext,
  wordOf: (territory: number) => string | undefined,
  nameOf: (territory: number) => string,
): MismatchLine[] {
  const { source, keys, join, rows } = system;
  const header = keyHeader(list);
  const own = list.source.columns[list.source.headers.indexOf(header ?? '\0')] ?? [];
  const listCell = (account: number | undefined) =>
    account === undefined ? '' : (own[(list.accounts.sheetRow[account] ?? 0) - list.source.firstRow] ?? '');
  const labelOf = ({ accounts, differ, code }: Mismatch): string => {
    const [first] = accounts;
    if (first === undefined) return '';
    if (accounts.length === 1) return accountLabel(list.accounts, first);
    return say('mismatch.several', { differ: code === 'repeated' ? 0 : differ, count: accounts.length });
  };
  const lines = mismatches.map((one): MismatchLine => {
    const { code, at, cells, accounts, to, others } = one;
    const row = at === undefined ? undefined : rows[at];
    const isAlone = join !== 'place' && accounts.length === 1;
    const keyCell = at === undefined || keys.length !== 1 ? undefined : source.columns[keys[0] ?? -1]?.[at];
    const territory = nameOf(to);
    const word = wordOf(to);
    return {
      code,
      ...(row === undefined ? {} : { row: row.row }),
      key:
        keyCell ??
        (code === 'gap' && join === 'id' ? listCell(accounts[0]) : cells.filter(Boolean).join(' ')),
      isUnique: others.length === 0,
      listKey: isAlone ? listCell(accounts[0]) : '',
      account: labelOf(one),
      about: code === 'territory' || system.owner === undefined ? 'territory' : 'owner',
      territory,
      fix: say(`mismatch.fix.${isFixable(one) && !canFix(system.headers, wordOf, to) ? 'nobody' : code}`, {
        word: system.headers.owner === undefined || code === 'territory' ? territory : (word ?? ''),
        territory,
        rows: others
          .slice(0, 5)
          .map((other) =>
            cellAddress(source.sheet, rows[other]?.row ?? 0, source.firstColumn + (keys[0] ?? 0)),
          )
          .join(', '),
      }),
    };
  });
  // What is to be done first stands first.
  return lines.sort((a, b) => (a.code === b.code ? 0 : ORDER.indexOf(a.code) - ORDER.indexOf(b.code)));
}

const ORDER: readonly MismatchCode[] = [
  'inactiveOwner',
  'unknownOwner',
  'noOwner',
  'owner',
  'territory',
  'double',
  'gap',
  'open',
  'stranger',
  'repeated',
  'shared',
];
