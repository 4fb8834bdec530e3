import type { Accounts } from '../../plan/accounts';
import type { SourceTable } from '../../plan/cells';
import { textAt, type TextColumn } from '../../plan/columns';
import { REP_FIELDS, type RepField, type RepMapping } from '../../plan/fields';
import type { Finding, FindingCode } from '../../plan/findings';
import type { Rep, Roster } from '../../plan/roster';
import { foldText } from '../../geo';
import {
  note,
  readDateColumn,
  readFlagColumn,
  readTextColumn,
  type ReadContext,
} from '../columns/column-reader';
import { cellText, isBlank, isPlaceholder, trimText } from '../cells/cell-text';
import { currencyCode } from '../cells/currencies';
import { FindingList } from '../cells/finding-list';
import { idKey } from '../cells/identity';
import { isNorthAmerica, sayWorldRegions } from '../cells/world-regions';
import { readNumberColumn } from '../columns/number-column';
import { isQueueOwner, ownerCounts, personKey, plainKey } from './owners';
import type { ReadOptions } from '../accounts/read-accounts';
import { dataRows } from '../columns/rows';

const PAID: readonly RepField[] = ['base', 'variable', 'ote', 'bonus', 'quota'];
const DEGREES: readonly RepField[] = ['homeLatitude', 'homeLongitude'];
const TBH =
  /^(?:tbh|tbd|open|vacant|vakant|to be hired|new hire|open (?:headcount|position|seat|role|req(?:uisition)?)|n\.?n\.?|zu besetzen|à recruter|por contratar|vacante|offen|unbesetzt)\b[\s:#-]*\w*$/i;

/**
 * Reads a table of reps. A row without an id whose name is blank or says so (`TBH`, `Open headcount`) is a
 * seat to be hired. Reps marked inactive stay in the roster, with `active` false.
 */
export function readRoster(
  source: SourceTable,
  mapping: RepMapping,
  options: ReadOptions = {},
): { roster: Roster; findings: Finding[] } {
  const findings = new FindingList();
  const identifying = (['repId', 'email', 'role', 'homeCity', 'territory'] as const)
    .map((field) => mapping[field])
    .filter((column) => column !== undefined);
  const rows = dataRows(source, { ...options, identifying }, findings);
  const context: ReadContext = { source, rows, findings };
  const columns = readColumns(context, mapping);
  const reps: Rep[] = [];
  let hires = 0;
  for (let i = 0; i < rows.length; i++) {
    if (isNobodys(context, mapping, i)) continue;
    const seat = repAt(context, columns, mapping, i, hires + 1);
    if (seat.tbh) hires++;
    reps.push(seat);
  }
  const once = withoutDuplicates(context, reps, mapping);
  return { roster: { reps: once, source: 'table' }, findings: findings.finish() };
}

/** Fields of which one at least tells of a person or a seat. */
const OF_A_SEAT = [
  'repId',
  'email',
  'role',
  'territory',
  'region',
  'segment',
  'manager',
  'hireDate',
] as const satisfies readonly RepField[];

/** A row that sums up what nobody holds: a dash for the name, and nothing that a seat would have. */
function isNobodys({ source, rows }: ReadContext, mapping: RepMapping, i: number): boolean {
  const cell = source.columns[mapping.repName ?? -1]?.[rows[i] ?? 0];
  if (cell === undefined || isBlank(cell) || !isPlaceholder(trimText(cellText(cell)))) return false;
  return OF_A_SEAT.every((field) => isBlank(source.columns[mapping[field] ?? -1]?.[rows[i] ?? 0]));
}

/** More than half of what is sold goes to nobody: such a column is in per cent, whether it says so or not. */
function rates(values: Float64Array): Float64Array {
  return values.some((value) => value > 0.5) ? values.map((value) => value / 100) : values;
}

interface RepColumns {
  readonly text: Partial<Record<RepField, TextColumn>>;
  readonly number: Partial<Record<RepField, Float64Array>>;
  /** What the cells of pay and quota say of their currencies, row by row. */
  readonly currencies: readonly (readonly (string | undefined)[])[];
}

function readColumns(context: ReadContext, mapping: RepMapping): RepColumns {
  const text: Partial<Record<RepField, TextColumn>> = {};
  const number: Partial<Record<RepField, Float64Array>> = {};
  const currencies: (readonly (string | undefined)[])[] = [];
  for (const [name, column] of Object.entries(mapping)) {
    const field = name as RepField;
    const kind = REP_FIELDS[field];
    if (kind === 'id' || kind === 'text') {
      const isPlace = field === 'homeCity' || field === 'homeState' || field === 'homeCountry';
      text[field] = readTextColumn(context, column, {
        kind,
        isPlace,
        isWritten: field === 'repName',
        keepShort: true,
      });
    } else if (kind === 'date') number[field] = readDateColumn(context, column);
    else if (kind === 'flag') number[field] = readFlagColumn(context, column);
    else {
      const signed = DEGREES.includes(field);
      const reading = readNumberColumn(context, column, { kind, signed, whole: field === 'maxAccounts' });
      number[field] = field === 'commission' ? rates(reading.values) : reading.values;
      if (PAID.includes(field) && reading.currencies !== undefined) currencies.push(reading.currencies);
    }
  }
  return { text, number, currencies };
}

function repAt(context: ReadContext, columns: RepColumns, mapping: RepMapping, i: number, hire: number): Rep {
  const text = (field: RepField) => textAt(columns.text[field], i);
  const number = (field: RepField) => {
    const value = columns.number[field]?.[i];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
  const id = text('repId');
  const stated = text('repName') ?? joined(text('firstName'), text('lastName'));
  const role = text('role');
  const named = stated !== undefined && !TBH.test(stated);
  const idSaysOpen = mapping.repId !== undefined && (id === undefined || TBH.test(id));
  const tbh = !named && (stated !== undefined || idSaysOpen || mapping.repName !== undefined);
  if (!named && id !== undefined && !TBH.test(id) && stated === undefined) {
    const column = mapping.repName ?? mapping.repId ?? 0;
    note(context, i, column, 'repWithoutName', 'warning', id, id);
  }
  // A seat that says it is open may have an id all the same: that is nobody's name.
  const isPerson = named || (stated === undefined && id !== undefined && !TBH.test(id));
  const name = named
    ? stated
    : isPerson
      ? (id ?? '')
      : stated !== undefined && /\d|\s/.test(stated)
        ? stated
        : `TBH ${hire}`;
  const skills = text('skills')
    ?.split(/[,;|/\n]+/)
    .map((skill) => skill.trim())
    .filter((skill) => skill !== '');
  const share = part(number('capacityShare'));
  const end = number('endDate');
  const active = number('active');
  const optional = {
    id,
    email: text('email'),
    role,
    segment: text('segment'),
    region: text('region'),
    manager: text('manager'),
    skills: skills === undefined || skills.length === 0 ? undefined : skills,
    hireDate: number('hireDate'),
    startDate: number('startDate'),
    endDate: end,
    base: number('base'),
    variable: number('variable'),
    ote: number('ote') ?? sum(number('base'), number('variable')),
    bonus: number('bonus'),
    commission: number('commission'),
    quota: number('quota'),
    currency: currencyAt(columns, text('currency'), i),
    ramp: part(number('ramp')),
    capacityHours: number('capacityHours'),
    maxAccounts: number('maxAccounts'),
    homeLatitude: number('homeLatitude'),
    homeLongitude: number('homeLongitude'),
    homeCity: text('homeCity'),
    homeState: text('homeState'),
    homePostalCode: text('homePostalCode'),
    homeCountry: text('homeCountry'),
    territory: text('territory'),
    attainment: number('attainment'),
    backfill: text('backfill'),
    coveredBy: text('coveredBy'),
    crmUserId: text('crmUserId'),
  };
  const known = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return {
    ...known,
    sheetRow: context.source.firstRow + (context.rows[i] ?? 0),
    name,
    tbh: tbh && !isPerson,
    active: active === undefined ? true : active !== 0,
    capacityShare: share ?? 1,
  };
}

/** The currency of a rep's pay: as its own column says, else as the first amount that has a mark. */
const currencyAt = ({ currencies }: RepColumns, stated: string | undefined, i: number): string | undefined =>
  stated === undefined
    ? currencies.map((column) => column[i]).find((code) => code !== undefined)
    : (currencyCode(stated) ?? stated.toUpperCase());

/** A part of a whole; anything else stands for the whole. */
const part = (value: number | undefined) =>
  value !== undefined && value > 0 && value <= 1 ? value : undefined;

const joined = (first: string | undefined, last: string | undefined) =>
  first === undefined && last === undefined
    ? undefined
    : [first, last].filter((part) => part !== undefined).join(' ');

const sum = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a + b;

/**
 * The team with each person once; whoever stands in two rows under two territories has both. An id of two people and a name
 * of two ids are told: all of them have their seats.
 */
function withoutDuplicates(context: ReadContext, reps: readonly Rep[], mapping: RepMapping): Rep[] {
  const [seen, ofId, ofName] = [new Map<string, Rep>(), new Map<string, Rep>(), new Map<string, Rep>()];
  const rowOf = new Map([...context.rows].map((row, i) => [context.source.firstRow + row, i]));
  const byName = mapping.repName ?? mapping.lastName ?? mapping.repId ?? 0;
  const tell = (rep: Rep, column: number, code: FindingCode, read: string, params: Params) =>
    note(context, rowOf.get(rep.sheetRow) ?? 0, column, code, 'warning', read, undefined, params);
  return reps.filter((rep) => {
    if (rep.tbh) return true;
    const id = rep.id === undefined ? undefined : idKey(rep.id);
    const owner = id === undefined ? undefined : ofId.get(id);
    const isOthers = owner !== undefined && areTwo(owner.name, rep.name);
    // Who has left takes no accounts: nothing goes to the wrong one.
    const areHere = (one: Rep) => one.active && rep.active;
    if (isOthers && areHere(owner))
      tell(rep, mapping.repId ?? 0, 'repIdTwice', rep.id ?? '', {
        rep: rep.name,
        other: owner.name,
        otherRow: owner.sheetRow,
      });
    if (id !== undefined && owner === undefined) ofId.set(id, rep);
    const namesake = ofName.get(personKey(rep.name));
    if (namesake === undefined) ofName.set(personKey(rep.name), rep);
    else if (id !== undefined && namesake.id !== undefined && idKey(namesake.id) !== id && areHere(namesake))
      tell(rep, byName, 'repNameTwice', rep.name, { otherRow: namesake.sheetRow });
    const who = id === undefined || isOthers ? `name:${foldText(rep.name)}` : `id:${id}`;
    const key = `${who}|${foldText(rep.territory ?? '')}|${foldText(rep.segment ?? '')}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, rep);
      return true;
    }
    tell(rep, mapping.repId ?? byName, 'duplicateRep', rep.name, {
      otherRow: first.sheetRow,
      counts: id === undefined ? 'both' : 'first',
    });
    // Of a name alone there may be two people.
    return id === undefined;
  });
}

type Params = Readonly<Record<string, string | number>>;

/** Names that have no word in common are of two people: `Bob Smith` and `Smith, Robert` may be one. */
function areTwo(name: string, other: string): boolean {
  const words = new Set(plainKey(name).split(' '));
  return !plainKey(other)
    .split(' ')
    .some((word) => words.has(word));
}

/**
 * The team as the account table shows it: every owner who is a person, most accounts first.
 * @param others who holds something of the accounts, though another holds most of each
 */
export function rosterFromOwners(accounts: Accounts, others: readonly string[] = []): Roster {
  const ids = accounts.text.ownerId;
  const idOf = new Map<string, string>();
  if (accounts.text.owner !== undefined && ids !== undefined) {
    for (let i = 0; i < accounts.count; i++) {
      const owner = textAt(accounts.text.owner, i);
      const id = textAt(ids, i);
      if (owner !== undefined && id !== undefined && !idOf.has(owner)) idOf.set(owner, id);
    }
  }
  const owners = ownerCounts(accounts);
  const keys = new Set(owners.map(({ owner }) => personKey(owner)));
  const more = others
    .filter((owner) => !keys.has(personKey(owner)))
    .map((owner) => ({ owner, accounts: 0, isId: accounts.text.owner === undefined }));
  const people = [...owners, ...more].filter(({ owner }) => !isQueueOwner(owner));
  const [only] = people;
  // One owner of everything is an integration or a migration: nobody carves for that.
  if (only !== undefined && people.length === 1 && only.accounts >= EVERYTHING * accounts.count)
    return { reps: [], source: 'owners', single: { name: only.owner, accounts: only.accounts } };
  const holding = people.filter(({ accounts: held }) => held > 0).length;
  const isOneEach = accounts.count >= ENOUGH_ONE_EACH && holding === accounts.count;
  if (isOneEach || (accounts.count >= ENOUGH_TO_TELL && holding > MOST_OWNERS * accounts.count))
    return { reps: [], source: 'owners', strewn: { owners: holding, accounts: accounts.count } };
  const reps = people.map(({ owner, isId }): Rep => {
    const id = isId ? owner : idOf.get(owner);
    return {
      sheetRow: 0,
      name: owner,
      tbh: false,
      active: true,
      capacityShare: 1,
      ...(id === undefined ? {} : { id }),
    };
  });
  return { reps, source: 'owners' };
}

const EVERYTHING = 0.8;
/** More owners to an account are no people who carry books of accounts; in a list of so many accounts at least. */
const MOST_OWNERS = 0.6;
const ENOUGH_TO_TELL = 20;
/** Fewer are enough where each account has another. */
const ENOUGH_ONE_EACH = 12;

/** At least so many accounts to a territory of the list, for it to be one. */
const FEWEST = 5;

/**
 * The seats of a list without owners: the territories that it has already, most accounts first. Undefined where it
 * names none, one, or nearly as many as accounts.
 */
export function rosterFromTerritories({ text, count }: Accounts): Roster | undefined {
  const { currentTerritory } = text;
  if (currentTerritory === undefined) return undefined;
  const counts = new Map<string, { readonly name: string; accounts: number }>();
  const isOfTheWorld = sayWorldRegions(currentTerritory.pool);
  for (const code of currentTerritory.codes) {
    const name = currentTerritory.pool[code]?.trim();
    if (name === undefined || (isQueueOwner(name) && !(isOfTheWorld && isNorthAmerica(name)))) continue;
    const known = counts.get(foldText(name));
    if (known === undefined) counts.set(foldText(name), { name, accounts: 1 });
    else known.accounts++;
  }
  const found = [...counts.values()].sort((a, b) => b.accounts - a.accounts || (a.name < b.name ? -1 : 1));
  if (found.length < 2 || found.length * FEWEST > count) return undefined;
  return {
    reps: found.map(({ name }) => ({ sheetRow: 0, name, tbh: false, active: true, capacityShare: 1 })),
    source: 'territories',
  };
}
