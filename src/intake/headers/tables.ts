import type { SheetSurvey } from '../../plan/cells';
import { MONEY_FIELDS } from '../../plan/metrics';
import { accountDictionary } from './dictionaries';
import { foldHeader } from './header-words';
import { plainRangeOf, tablesOf, type Range } from './ranges';
import { ACCOUNTS, FOREIGN, judge, meant, REPS, type TableChoice } from './table-kinds';

export interface FindOptions {
  /** Sheets of ours, never read as data. Tables whose names begin with `Ef` are left out anyway. */
  readonly ignore?: readonly string[];
  /** Table or sheet that the user says holds the accounts, or the reps: offered however unlikely it looks. */
  readonly accounts?: string;
  readonly reps?: string;
}

/**
 * Looks for the account table and the roster among all tables and sheets, best first. Plain ranges are
 * found with their header wherever it stands in the first rows. A table offered as accounts may also be
 * offered as reps, with its own score for each.
 */
export function findTables(
  survey: readonly SheetSurvey[],
  options: FindOptions = {},
): { accounts: TableChoice[]; reps: TableChoice[] } {
  const headers = new Map<string, readonly string[]>();
  const rangeOf = (choice: TableChoice) => headers.get(placeOf(choice)) ?? [];
  const judged = rangesIn(survey, options.ignore ?? []).map((range) => {
    // A list of accounts is read under the headers that stand below made-up ones, a team list is not.
    const own = range.below ?? range.headers;
    const accounts = judge({ ...range, headers: own }, ACCOUNTS);
    const reps = judge(range, REPS);
    headers.set(placeOf(accounts), own);
    // A list of people reads a little like a list of accounts (name, city, state), and the reverse.
    if (reps.score > accounts.score) return { accounts: { ...accounts, score: accounts.score / 2 }, reps };
    return { accounts, reps: { ...reps, score: reps.score / 2 } };
  });
  const ranked = customersFirst(judged.map((j) => j.accounts).sort(byScore), rangeOf);
  const accounts = periodsLast(extractsLast(ranked, rangeOf), rangeOf);
  const reps = judged.map((j) => j.reps).sort(byScore);
  const likely = accounts.filter(({ score }) => score >= MINIMUM);
  // A short list (`Company`, `Value`) says little about itself: it is taken where nothing says more.
  const teams = new Set(judged.filter((j) => j.reps.score >= MINIMUM).map((j) => j.accounts));
  const lastResort = accounts.filter(({ score }) => score >= LAST_RESORT).slice(0, 1);
  // Headers that nobody knows may stand over customers all the same: the longest lists are worth a look.
  const unknown = accounts
    .filter((choice) => !teams.has(choice) && choice.rowCount >= FEWEST_ROWS && choice.columnCount >= 2)
    .sort((a, b) => b.rowCount - a.rowCount)
    .slice(0, MOST_UNKNOWN);
  const offered =
    likely.length > 0 ? likely : [...lastResort, ...unknown.filter((choice) => !lastResort.includes(choice))];
  return {
    accounts: wantedFirst(offered, accounts, options.accounts),
    reps: wantedFirst(
      reps.filter(({ score }) => score >= MINIMUM),
      reps,
      options.reps,
    ),
  };
}

/** Headers of what is the seller's own, or nobody's customer. */
const OUR_OWN =
  /^(?:branch|competitor|poi|candidate|supplier|vendor|product|sku|warehouse|depot|employee)[ _]?(?:id|code|name|number)$/i;
const CUSTOMER_KEY =
  /^(?:account|customer|client|company|kunden?|cliente)[ _]?(?:id|name|number|no\.?|code)$|^id[ _](?:cliente|client|kunde)$/i;

/** A list of our own branches, or of competitors, is taken after a longer one of customers. */
function customersFirst(
  choices: readonly TableChoice[],
  headersOf: (choice: TableChoice) => readonly string[],
): TableChoice[] {
  const says = (choice: TableChoice, pattern: RegExp) =>
    headersOf(choice).some((header) => pattern.test(header.trim()));
  const [best] = choices;
  if (best === undefined || !says(best, OUR_OWN) || says(best, CUSTOMER_KEY)) return [...choices];
  const customers = choices.find(
    (choice) => choice.score >= MINIMUM && choice.rowCount > best.rowCount && says(choice, CUSTOMER_KEY),
  );
  if (customers === undefined) return [...choices];
  const first = { ...customers, score: Math.max(customers.score, best.score) };
  return [first, ...choices.filter((choice) => choice !== customers)];
}

const placeOf = ({ sheet, headerRow, firstColumn }: TableChoice): string =>
  `${sheet}|${headerRow}|${firstColumn}`;

/** Headers of what numbers a record of its own: a deal, an order. */
const RECORD_KEY =
  /^(?:opportunity|opp|deal|order|sales ?order|invoice|transaction)[ _]?(?:id|number|no\.?|key)$/i;
const SHARED_HEADERS = 3;

/**
 * A sheet of workings that repeats columns of a list of records, without their numbers, is taken after the list: the
 * list goes to where its best extract was.
 */
function extractsLast(
  choices: readonly TableChoice[],
  headersOf: (choice: TableChoice) => readonly string[],
): TableChoice[] {
  const [best] = choices;
  if (best === undefined || best.table !== undefined) return [...choices];
  const words = (choice: TableChoice) =>
    headersOf(choice)
      .map((header) => header.trim().toLowerCase())
      .filter((header) => header !== '');
  const own = new Set(words(best));
  // Where a lead came from is said of customers, too.
  const isOfRecords = (header: string) => {
    const phrase = header.replace(/[_\s]+/g, ' ');
    return FOREIGN.test(phrase) && !/^lead ?source$/.test(phrase);
  };
  if ([...own].some((header) => RECORD_KEY.test(header)) || ![...own].some(isOfRecords)) return [...choices];
  const whole = choices.find(
    (choice) =>
      choice.rowCount >= best.rowCount &&
      words(choice).some((header) => RECORD_KEY.test(header)) &&
      words(choice).some((header) => own.has(header) && isOfRecords(header)) &&
      words(choice).filter((header) => own.has(header)).length >= SHARED_HEADERS,
  );
  if (whole === undefined) return [...choices];
  // As likely as what was drawn from it.
  return [
    { ...whole, score: Math.max(whole.score, best.score) },
    ...choices.filter((choice) => choice !== whole),
  ];
}

/** A month or a year of its own in every row: `Ano`, `Mes_Num`, `Fiscal Quarter`. */
const PERIOD =
  /^(?:fiscal |calendar |sales )?(?:year|month|quarter|week|period|jahr|monat|quartal|woche|periode|annee|mois|trimestre|semaine|ano|mes|periodo|semana|anno|mese|settimana|rok|miesiac)(?: (?:num|no|nr|number|name|id|abrev|abbr|short|kurz))?$/;
const MONEY = new Set<string>(MONEY_FIELDS);
/** So many rows a customer at least, on the whole, and a list of figures by period is no list of customers. */
const ROWS_A_CUSTOMER = 2;

/**
 * Figures of customers month by month are taken after the list of these customers, where the workbook has one that says
 * as much: their number or name under the same header, whose they are, and money.
 */
function periodsLast(
  choices: readonly TableChoice[],
  headersOf: (choice: TableChoice) => readonly string[],
): TableChoice[] {
  const [best] = choices;
  if (best === undefined) return [];
  const hasPeriods = (choice: TableChoice) =>
    headersOf(choice).some((header) => PERIOD.test(foldHeader(header)));
  if (!hasPeriods(best)) return [...choices];
  const of = whatIsTold(headersOf(best));
  if (of.keys.size === 0) return [...choices];
  const lists = choices.filter((choice) => {
    if (choice.score < MINIMUM || choice.rowCount < FEWEST_ROWS || hasPeriods(choice)) return false;
    if (ROWS_A_CUSTOMER * choice.rowCount > best.rowCount) return false;
    const told = whatIsTold(headersOf(choice));
    const isOfThese = [...of.keys].some((key) => told.keys.has(key));
    // Whatever the figures are called: they are what is sold.
    return isOfThese && (told.owner || !of.owner) && told.money;
  });
  // Of extracts, the ten largest among them, the one that has all.
  const most = Math.max(...lists.map(({ rowCount }) => rowCount));
  const first = lists.find(({ rowCount }) => rowCount === most);
  if (first === undefined) return [...choices];
  return [
    { ...first, score: Math.max(first.score, best.score) },
    ...choices.filter((choice) => choice !== first),
  ];
}

/** Headers that name a customer, and whether there are some that say whose each is, and what is sold to it. */
function whatIsTold(headers: readonly string[]): {
  readonly keys: ReadonlySet<string>;
  readonly owner: boolean;
  readonly money: boolean;
} {
  const fields = headers.map((header) => {
    const [field] = meant(accountDictionary, header, 0) ?? [];
    return { header: foldHeader(header), field };
  });
  const has = (isIt: (field: string) => boolean) =>
    fields.some(({ field }) => field !== undefined && isIt(field));
  return {
    keys: new Set(
      fields.flatMap(({ header, field }) =>
        field === 'accountId' || field === 'accountName' ? [header] : [],
      ),
    ),
    owner: has((field) => field === 'owner' || field === 'ownerId'),
    money: has((field) => MONEY.has(field)),
  };
}

/** Where a table or a plain range stands, and its headers. */
export interface ListRange extends Pick<
  TableChoice,
  'sheet' | 'headerRow' | 'firstColumn' | 'columnCount' | 'rowCount'
> {
  readonly table?: string;
  readonly headers: readonly string[];
}

/**
 * Every table and plain range of a workbook, whatever it holds.
 * @param ignore sheets of ours
 */
export function listRanges(survey: readonly SheetSurvey[], ignore: readonly string[]): ListRange[] {
  return rangesIn(survey, ignore).map(({ sheet: { sheet }, headers, ...range }) => ({
    ...range,
    sheet,
    headers,
    columnCount: headers.length,
  }));
}

function rangesIn(survey: readonly SheetSurvey[], ignored: readonly string[]): Range[] {
  const ignore = new Set(ignored.map((name) => name.toLowerCase()));
  return survey
    .filter(({ sheet }) => !ignore.has(sheet.toLowerCase()) && !/^Ef[A-Z]/.test(sheet))
    .flatMap((sheet) => [...tablesOf(sheet), ...plainRangeOf(sheet)]);
}

function wantedFirst(
  offered: TableChoice[],
  all: readonly TableChoice[],
  name: string | undefined,
): TableChoice[] {
  const same = (text: string | undefined) => text?.toLowerCase() === name?.toLowerCase();
  const wanted =
    name === undefined
      ? undefined
      : (all.find(({ table }) => same(table)) ?? all.find(({ sheet }) => same(sheet)));
  return wanted === undefined ? offered : [wanted, ...offered.filter((choice) => choice !== wanted)];
}

/** Below this a table is something else. */
const MINIMUM = 0.45;
const LAST_RESORT = 0.36;
const FEWEST_ROWS = 4;
const MOST_UNKNOWN = 3;

const byScore = (a: TableChoice, b: TableChoice) => b.score - a.score || b.rowCount - a.rowCount;
