import type { SourceTable } from '../../plan/cells';
import {
  ACCOUNT_FIELDS,
  REP_FIELDS,
  type AccountField,
  type AccountMapping,
  type RepField,
  type RepMapping,
} from '../../plan/fields';
import { accountDictionary, repDictionary } from '../headers/dictionaries';
import { accountFit, accountGuess, couldBeNames, namelikeness, repFit } from './fit';
import { withoutPrefix } from '../headers/header-words';
import type { HeaderDictionary, HeaderMeaning } from '../headers/header-score';
import { profileColumn, type ColumnProfile } from './profile';
import { moneyByCells } from './money-by-cells';
import { settleRevenue } from './whose-money';
import { settleZones } from './zones';

/** The column chosen for a field. */
export interface FieldChoice<Field> {
  readonly field: Field;
  /** 0-based column of the source table. */
  readonly column: number;
  /** 0…1: how surely this column is meant. */
  readonly confidence: number;
  /** The user or the workbook said so. */
  readonly remembered: boolean;
}

/** A choice that should be looked at: another column would do nearly as well, or little speaks for this. */
export interface DoubtfulChoice<Field> extends FieldChoice<Field> {
  readonly runnerUp?: { readonly column: number; readonly confidence: number };
}

export interface MappingResult<Field extends string> {
  readonly mapping: Partial<Record<Field, number>>;
  /** Every field found, surest first. */
  readonly choices: readonly FieldChoice<Field>[];
  readonly doubtful: readonly DoubtfulChoice<Field>[];
  /** Columns that no field was found for. */
  readonly unmapped: readonly number[];
}

/** Header text by field as it was last chosen; `null` for a field that the user said is in no column. */
export type RememberedMapping<Field extends string> = Partial<Record<Field, string | null>>;

/** Below this a column is left out: better a field missing, and seen to be, than a wrong one. */
const THRESHOLD = 0.48;
/** A runner-up within this distance makes a choice doubtful. */
const CLOSE = 0.1;
const SURE = 0.6;
/** So surely a header means a name, whatever its cells are like. */
const SAYS_NAME = 0.9;
/** Columns of latitude and longitude apart are better than one of both. */
const POINT_PAIR_SCORE = 0.7;
const COUNTRIES_SCORE = 0.6;

interface Candidate<Field> {
  readonly field: Field;
  readonly column: number;
  readonly score: number;
}

/**
 * Finds the columns of an account table by header and content. No column serves two fields.
 *
 * @param remembered choices to keep where a header of that text is still there
 */
export function mapAccountColumns(
  source: SourceTable,
  remembered: RememberedMapping<AccountField> = {},
): MappingResult<AccountField> & { readonly mapping: AccountMapping } {
  const fields = Object.keys(ACCOUNT_FIELDS) as AccountField[];
  const found = mapColumns(source, fields, accountDictionary, accountFit, accountGuess, remembered);
  const placed = settleZones(source, found);
  const settled = moneyAllowed(remembered)
    ? moneyByCells(source, settleRevenue(source, placed))
    : settleRevenue(source, placed);
  return withoutNeedlessDoubt(source, remembered.accountName === null ? settled : withNames(source, settled));
}

/** `Hospital_1` is a name where the header says so and no other column is as likely: nothing is doubtful about it. */
function withoutNeedlessDoubt(
  source: SourceTable,
  found: MappingResult<AccountField>,
): MappingResult<AccountField> {
  const said = (column: number) =>
    accountDictionary.scores(source.headers[column] ?? '').scores.get('accountName') ?? 0;
  const doubtful = found.doubtful.filter(
    ({ field, column, runnerUp }) =>
      field !== 'accountName' || runnerUp !== undefined || said(column) < SAYS_NAME,
  );
  return { ...found, doubtful };
}

/** The user has not said that no column holds what was sold. */
const moneyAllowed = ({ bookingsYtd }: RememberedMapping<AccountField>): boolean => bookingsYtd !== null;

/** A list without a recognised name column: the likeliest column of short, different texts, as a doubtful choice. */
function withNames(source: SourceTable, found: MappingResult<AccountField>): MappingResult<AccountField> {
  if (found.mapping.accountName !== undefined) return found;
  let column: number | undefined;
  let best = -Infinity;
  for (const c of found.unmapped) {
    const profile = profileColumn(source.columns[c] ?? [], source.formats[c]);
    if (!couldBeNames(profile) || namelikeness(profile) <= best) continue;
    best = namelikeness(profile);
    column = c;
  }
  if (column === undefined) return found;
  const choice = { field: 'accountName', column, confidence: 0.4, remembered: false } as const;
  return {
    mapping: { ...found.mapping, accountName: column },
    choices: [...found.choices, choice],
    doubtful: [...found.doubtful, choice],
    unmapped: found.unmapped.filter((c) => c !== column),
  };
}

/** The same for a table of reps. */
export function mapRepColumns(
  source: SourceTable,
  remembered: RememberedMapping<RepField> = {},
): MappingResult<RepField> & { readonly mapping: RepMapping } {
  const fields = Object.keys(REP_FIELDS) as RepField[];
  return mapColumns(source, fields, repDictionary, repFit, () => 0, remembered);
}

function mapColumns<Field extends string>(
  source: SourceTable,
  fields: readonly Field[],
  dictionary: HeaderDictionary,
  fit: (field: Field, profile: ColumnProfile) => number,
  guess: (field: Field, profile: ColumnProfile, phrase: string) => number,
  remembered: RememberedMapping<Field>,
): MappingResult<Field> {
  const profiles = source.columns.map((cells, i) => profileColumn(cells, source.formats[i]));
  const meanings = withoutPrefix(source.headers).map((header) => dictionary.scores(header));
  const candidates = score(fields, profiles, meanings, fit, guess);
  const { fixed, refused } = recall(source, fields, remembered);
  return choose(candidates, fixed, refused, profiles, source.headers.length);
}

function recall<Field extends string>(
  source: SourceTable,
  fields: readonly Field[],
  remembered: RememberedMapping<Field>,
): { fixed: Map<Field, number>; refused: Set<Field> } {
  const fixed = new Map<Field, number>();
  const refused = new Set<Field>();
  const taken = new Set<number>();
  for (const field of fields) {
    const header = remembered[field];
    if (header === null) refused.add(field);
    if (header === null || header === undefined) continue;
    const column = source.headers.indexOf(header);
    if (column < 0 || taken.has(column)) continue;
    fixed.set(field, column);
    taken.add(column);
  }
  return { fixed, refused };
}

function score<Field extends string>(
  fields: readonly Field[],
  profiles: readonly ColumnProfile[],
  meanings: readonly HeaderMeaning[],
  fit: (field: Field, profile: ColumnProfile) => number,
  guess: (field: Field, profile: ColumnProfile, phrase: string) => number,
): Candidate<Field>[] {
  const known = new Set<string>(fields);
  const address = bestAddress(profiles, meanings);
  const candidates: Candidate<Field>[] = [];
  profiles.forEach((profile, column) => {
    const meaning = meanings[column];
    if (meaning === undefined) return;
    const own: Candidate<Field>[] = [];
    for (const [name, byHeader] of meaning.scores) {
      if (!known.has(name)) continue;
      const field = name as Field;
      let score = byHeader * (0.3 + 0.7 * fit(field, profile));
      // Of the columns that mean the same, the one with the data: billing blank, shipping filled.
      score *= 0.9 + 0.1 * Math.sqrt(profile.filled);
      if (ADDRESS_FIELDS.has(name)) {
        if (meaning.address !== address && address !== undefined) score -= 0.04;
        if (/\b(?:mailing|shipping|ship|remit)\b/.test(meaning.words.phrase)) score -= 0.04;
      }
      own.push({ field, column, score });
    }
    // What a header hardly means stays unused when the field that it does mean has a better column.
    const best = Math.max(0, ...own.map((candidate) => candidate.score));
    candidates.push(...own.filter((candidate) => candidate.score >= 0.85 * best));
    // A column of points is what its cells say, whatever it is called: `Location`, `Geo`, `Address point`.
    if (profile.pointPair > 0.8 && known.has('latitude')) {
      candidates.push({ field: 'latitude' as Field, column, score: POINT_PAIR_SCORE });
      return;
    }
    // So is a column of countries: `Location`, `Market`, `Office`.
    if (known.has('country') && profile.country > 0.8 && profile.averageLength > 3 && profile.sampled >= 5)
      candidates.push({ field: 'country' as Field, column, score: COUNTRIES_SCORE });
    if (Math.max(0, ...meaning.scores.values()) >= THRESHOLD) return;
    for (const field of fields) {
      const score = guess(field, profile, meaning.words.phrase);
      if (score > 0) candidates.push({ field, column, score });
    }
  });
  return candidates;
}

const ADDRESS_FIELDS = new Set([
  'street',
  'city',
  'county',
  'state',
  'postalCode',
  'country',
  'latitude',
  'longitude',
]);
const ADDRESS_WORDS = /billing|shipping|ship|mailing|address|physical|other|headquarter|hq|office|delivery/;

/** Of several addresses in a table, the qualifier of the fullest; ties go to the first column. */
function bestAddress(
  profiles: readonly ColumnProfile[],
  meanings: readonly HeaderMeaning[],
): string | undefined {
  const fullness = new Map<string, number>();
  meanings.forEach(({ address, scores }, column) => {
    if (!ADDRESS_WORDS.test(address)) return;
    const best = Math.max(0, ...[...scores].filter(([field]) => ADDRESS_FIELDS.has(field)).map(([, s]) => s));
    if (best < THRESHOLD) return;
    const secondary = /shipping|ship|mailing|other|delivery|address 2|address 3/.test(address) ? 0.75 : 1;
    fullness.set(address, (fullness.get(address) ?? 0) + best * secondary * (profiles[column]?.filled ?? 0));
  });
  let best: string | undefined;
  for (const [address, sum] of fullness) {
    if (best === undefined || sum > (fullness.get(best) ?? 0) + 1e-9) best = address;
  }
  return best;
}

/** Takes the best pair of field and column, then the best of what is left, and so on. */
function choose<Field extends string>(
  candidates: readonly Candidate<Field>[],
  fixed: ReadonlyMap<Field, number>,
  refused: ReadonlySet<Field>,
  profiles: readonly ColumnProfile[],
  columnCount: number,
): MappingResult<Field> {
  const chosen = new Map<Field, Candidate<Field>>();
  const taken = new Map<number, Field>();
  for (const [field, column] of fixed) {
    chosen.set(field, { field, column, score: 1 });
    taken.set(column, field);
  }
  const ranked = [...candidates]
    .filter((c) => c.score >= THRESHOLD)
    .sort((a, b) => b.score - a.score || a.column - b.column);
  for (const candidate of ranked) {
    if (chosen.has(candidate.field) || refused.has(candidate.field) || taken.has(candidate.column)) continue;
    chosen.set(candidate.field, candidate);
    taken.set(candidate.column, candidate.field);
  }
  const choices: FieldChoice<Field>[] = [];
  const doubtful: DoubtfulChoice<Field>[] = [];
  const mapping: Partial<Record<Field, number>> = {};
  for (const { field, column, score } of [...chosen.values()].sort((a, b) => b.score - a.score)) {
    mapping[field] = column;
    const remembered = fixed.has(field);
    const choice = { field, column, confidence: Math.min(1, score), remembered };
    choices.push(choice);
    if (remembered) continue;
    const runnerUp = ranked.find((c) => c.field === field && c.column !== column && !taken.has(c.column));
    const close =
      runnerUp !== undefined && runnerUp.score > score - CLOSE && !isEmpty(profiles[runnerUp.column]);
    if (!close && score >= SURE) continue;
    doubtful.push({
      ...choice,
      ...(runnerUp ? { runnerUp: { column: runnerUp.column, confidence: Math.min(1, runnerUp.score) } } : {}),
    });
  }
  const unmapped = Array.from({ length: columnCount }, (_, i) => i).filter((i) => !taken.has(i));
  return { mapping, choices, doubtful, unmapped };
}

const isEmpty = (profile: ColumnProfile | undefined) => profile === undefined || profile.sampled === 0;
