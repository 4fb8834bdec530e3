import type { Accounts } from '../plan/accounts';
import type { Cell } from '../plan/cells';
import { textAt } from '../plan/columns';
import type { AccountTextField } from '../plan/fields';
import { MAIN_LAYER } from '../plan/layer';
import { columnsInUse, namesOf } from '../plan/ownership';
import { MOST_LIVE } from '../plan/score';
import { trimmed } from '../plan/score-points';
import {
  MARKET_FIELDS,
  segmentAfter,
  segmentBy,
  SIZE_FIELDS,
  USUAL_SEGMENTS,
  wordsAsked,
  WORD_FIELDS,
  type Segmented,
  type SegmentsSettings,
} from '../plan/segments';
import { moneyFormat } from '../reports/amounts';
import type { StandingContext } from '../reports/context';
import type { SegmentColumn, SegmentsContext } from '../reports/segments/context';
import { factorCells } from './factor-cells';
import { cellsOf, figuresIn } from './list-figures';
import { inRows } from './account-at';
import { usualRules } from './usual-rules';
import { ourColumn } from './understanding/our-column';
import { headerOf } from './understanding/header-of';
import type { Understanding } from './understanding/understand';

const KEYS = [
  'segment',
  'segmentRule',
  'segmentKept',
  'segmentFamily',
  'segmentWords',
  'segmentNote',
] as const;
/** More segments than these are names of something else. */
const MOST_SEGMENTS = 30;
/** So many channels and markets are told one by one. */
const MOST_LISTED = 15;

type Source = Pick<Understanding, 'list' | 'settings' | 'choices' | 'book'>;

/** The list has a column of segments that is not ours. */
const hasOwn = ({ list }: Source): boolean => list.mapping.segment !== undefined && !list.ours.has('segment');

/** What segments append to the list, and what each column would be called: nothing where it has its own. */
export const segmentColumnNames = (
  source: Source,
  { say }: Pick<StandingContext, 'say'>,
): { key: SegmentColumn; header: string }[] =>
  hasOwn(source) ? [] : KEYS.map((key) => ({ key, header: say(`column.${key}`) }));

/**
 * Segments over a plan that stands, or is going to.
 * @param columns the names that our columns got, by key
 * @param asAt ISO
 * @param has whether a sheet of ours stands, or is written along, by its key
 * @param mostLive with more accounts than this all columns are values
 */
export function segmentsContext(
  source: Source,
  standing: StandingContext,
  columns: Readonly<Record<string, string>>,
  asAt: string,
  has: (sheet: string) => boolean,
  mostLive = MOST_LIVE,
): SegmentsContext {
  const { list, settings, choices } = source;
  const { accounts } = list;
  const { exchange } = choices;
  const { say } = standing;
  const ours = { ...columnsInUse(namesOf(source.book.owned, MAIN_LAYER)), ...columns };
  const now: SegmentsSettings = settings.segments ?? USUAL_SEGMENTS;
  const read = SIZE_FIELDS.flatMap((field) => {
    const cells = factorCells(source, field);
    return cells === undefined ? [] : [{ field, cells }];
  });
  const sizes = read.filter(({ cells }) => cells.isReadable && cells.isRated);
  const words = wordsIn(source);
  const isOwn = hasOwn(source);
  const rules = isOwn ? [] : (now.rules ?? usualRules(choices.seats, sizes, words, say));
  const { rows, family } = ruledIn(source, now, rules, say('segments.other'), {
    size: (i, field) => sizes.find((one) => one.field === field)?.cells.numbers[i] ?? NaN,
    word: (i, field) => String(words.find((one) => one.field === field)?.cells[i] ?? ''),
  });
  const segmentOf = (i: number): string =>
    now.family && family(i) !== '' ? family(i) : (rows[i]?.own ?? '');
  const markets = MARKET_FIELDS.filter((field) => listedIn(source, field).length > 1);
  const market = markets.find((field) => field === now.market) ?? markets[0];
  const channel = headerOf(list, 'leadSource');
  return {
    layer: standing.layer,
    say,
    record: standing.record,
    table: standing.table,
    keyHeader: standing.keyHeader,
    now,
    rules,
    goals: now.goals ?? [],
    sizes: sizes.map(({ field, cells }) => ({
      field,
      number: { source: cells.header, reading: cells.reading },
    })),
    words: words.map(({ field, source: header, listed }) => ({ field, source: header, listed })),
    unreadable: read.filter((one) => !sizes.includes(one)).map(({ field }) => field),
    own: isOwn
      ? {
          header: headerOf(list, 'segment') ?? '',
          listed: listedIn(source, 'segment', MOST_SEGMENTS),
        }
      : undefined,
    headers: Object.fromEntries(
      KEYS.map((key) => [key, columns[key] ?? say(`column.${key}`)]),
    ) as SegmentsContext['headers'],
    figures: figuresIn(source, ours),
    channel: channel === undefined ? undefined : { header: channel, listed: listedIn(source, 'leadSource') },
    market:
      market === undefined
        ? undefined
        : {
            field: market,
            header: headerOf(list, market) ?? '',
            listed: listedIn(source, market).filter((cell) => cell !== ''),
          },
    markets,
    effort:
      has('workload') && ours['hours'] !== undefined && ours['travelHours'] !== undefined
        ? {
            hours: ours['hours'],
            travelHours: ours['travelHours'],
            territory: standing.column.territory,
            hasPay: has('pay'),
          }
        : undefined,
    money: moneyFormat(exchange.base ?? exchange.currencies[0], '#,##0'),
    asAt,
    values:
      accounts.count > mostLive
        ? {
            segment: Array.from({ length: accounts.count }, (_, i) => segmentOf(i)),
            ruled: rows.map(({ ruled }) => ruled),
          }
        : undefined,
    kept: (i) => rows[i]?.own ?? '',
    family,
    inRows: (of) => inRows(list, of),
  };
}

/** The columns of words that rules may ask for. */
function wordsIn(source: Source): {
  readonly field: (typeof WORD_FIELDS)[number];
  readonly source: string;
  readonly cells: readonly Cell[];
  readonly listed: readonly string[];
}[] {
  return WORD_FIELDS.flatMap((field) => {
    const header = headerOf(source.list, field);
    const cells = cellsOf(source, field);
    if (header === undefined || cells === undefined) return [];
    const listed = [...new Set(cells.filter(isWord).map((cell) => wordsAsked(String(cell))))].sort();
    // So many words are names, or remarks.
    return listed.length > MOST_WORDS_LISTED ? [] : [{ field, source: header, cells, listed }];
  });
}

/**
 * The segment of each account by the rules alone, and with where it was before; that of its family's head, blank for none.
 * No rows where the list has segments of its own.
 * @param told what the list says of an account
 */
function ruledIn(
  source: Source,
  now: SegmentsSettings,
  rules: SegmentsContext['rules'],
  other: string,
  told: {
    readonly size: (i: number, field: Parameters<Segmented['size']>[0]) => number;
    readonly word: (i: number, field: Parameters<Segmented['word']>[0]) => string;
  },
): {
  readonly rows: readonly { readonly ruled: string; readonly own: string }[];
  readonly family: (i: number) => string;
} {
  const { list, book } = source;
  const { accounts } = list;
  const before = ourColumn({ whole: list.whole, owned: book.owned }, 'segmentKept');
  const rows = Array.from({ length: hasOwn(source) ? 0 : accounts.count }, (_, i) => {
    const account: Segmented = {
      size: (field) => told.size(i, field),
      word: (field) => told.word(i, field),
    };
    const was = before.isThere ? before.at(accounts.sheetRow[i] ?? 0) : '';
    return {
      ruled: segmentBy(rules, account) ?? other,
      own: segmentAfter(rules, account, was, now.deadZone, other),
    };
  });
  const head = headsOf(accounts);
  return {
    rows,
    family: (i) => {
      const parent = head[i] ?? -1;
      return parent < 0 ? '' : (rows[parent]?.own ?? '');
    },
  };
}

/** More words than these are not given rules one by one. */
const MOST_WORDS_LISTED = 300;
const isWord = (cell: Cell): boolean => trimmed(cell) !== '' && !String(cell).startsWith('#');

/** The words of a column, the most frequent first; a blank one last, where some accounts have none. */
function listedIn(source: Source, field: AccountTextField, most = MOST_LISTED): Cell[] {
  const counts = new Map<string, { readonly cell: Cell; count: number }>();
  for (const cell of cellsOf(source, field) ?? []) {
    // An error is no word, and what is padded is not found by the word that people read.
    if (typeof cell === 'string' && (cell.startsWith('#') || cell !== trimmed(cell))) continue;
    const key = String(cell).toLowerCase();
    const known = counts.get(key) ?? { cell, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  const found = [...counts]
    .filter(([key]) => key !== '')
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([, { cell }]) => cell);
  return [...found, ...(counts.has('') ? [''] : [])];
}

/** The ultimate parent of an account in the list, by account: −1 for it itself, and where no single one is in the list. */
function headsOf({ count, family, text }: Accounts): Int32Array {
  const { parentId, parentName, ultimateParentId, ultimateParentName } = text;
  const isOwnName = (i: number) => {
    const [id, name] = [textAt(ultimateParentId, i), textAt(ultimateParentName, i)];
    return (
      (id === undefined || id === textAt(text.accountId, i)) &&
      (name === undefined || name === textAt(text.accountName, i))
    );
  };
  const heads = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const group = family[i] ?? -1;
    const hasParent = textAt(parentId, i) !== undefined || textAt(parentName, i) !== undefined;
    if (group < 0 || hasParent || !isOwnName(i)) continue;
    heads.set(group, heads.has(group) ? -1 : i);
  }
  return new Int32Array(count).map((_, i) => {
    const head = heads.get(family[i] ?? -1) ?? -1;
    return head === i ? -1 : head;
  });
}
