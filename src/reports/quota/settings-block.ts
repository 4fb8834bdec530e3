import { columnLetters, type Cell } from '../../plan/cells';
import { LAST_YEAR } from '../../plan/quota';
import { quotaName, tableName, type TableKey } from '../names';
import type { CellSpec, CellsBlock, NameSpec, TableBlock, ValidationSpec } from '../spec';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import type { PaySetting } from './pay-layout';
import type { QuotaSetting } from './plan-layout';
import { CHOICES, isChoice, wordOf, wordsFor, type Choice } from './words';

/** Where a block of settings or of choices begins: its head. */
interface Place {
  readonly row: number;
  readonly column: number;
}
type Setting = QuotaSetting | PaySetting;
type Words = Pick<QuotaContext, 'say' | 'layer'>;

/** Between what a number may be, as `plan/quota.ts` has it; what has no upper end may be anything. */
const RANGES: Readonly<Record<Exclude<Setting, Choice>, readonly [least: number, most?: number]>> = {
  fiscalYear: [1, LAST_YEAR],
  unit: [0],
  managers: [0, 2],
  growth: [0, 10],
  blendEqual: [0, 1],
  blendPotential: [0, 1],
  blendHistory: [0, 1],
  moveThreshold: [0, 1],
  notable: [0, 1],
  budget: [0],
  attainment: [0, 5],
  attrition: [0, 1],
  ratioLow: [0],
  ratioHigh: [0],
  overlayCost: [0],
  managerCost: [0],
};
/** Nothing is divided by it. */
const NOT_ZERO: ReadonlySet<Setting> = new Set<Setting>(['attainment']);

/** Address of cells down one column. */
function down(row: number, column: number, rows = 1): string {
  const letters = columnLetters(column + 1);
  const first = `{sheet}!$${letters}$${row + 1}`;
  return rows === 1 ? `=${first}` : `=${first}:$${letters}$${row + rows}`;
}

/**
 * Name of the cells that are typed into a table and below it, where a program may not make it longer: what stands there is
 * in no figure.
 * @param at where the table begins: its head
 * @param columns those that are typed, from the first
 */
export function roomBelow(
  { say, layer }: Words,
  name: Room,
  { row, column }: Place,
  rows: number,
  columns: number,
): NameSpec {
  const at = (c: number, r: number) => `$${columnLetters(column + 1 + c)}$${row + 1 + r}`;
  return {
    name: quotaName(layer, name, 'Room'),
    formula: `={sheet}!${at(0, 1)}:${at(columns - 1, rows)}`,
    comment: say('quota.check.below'),
  };
}

/** How many cells are typed below a table, and are not in it. @param first header of the first column that is typed, @param last of the last */
export const typedBelow = (
  { layer }: Words,
  name: Room,
  table: TableKey,
  first: string,
  last: string,
): string =>
  `MAX(0,COUNTA(${quotaName(layer, name, 'Room')})-COUNTA(${tableName(layer, table)}[[${first}]:[${last}]]))`;
type Room = 'lines' | 'ramps' | 'tiers' | 'shared';

/** Columns of the folded block beside settings: the usual, what counts, and whether the blue cell cannot be read. */
const USUAL = 0;
const COUNTS = 1;
const UNREAD = 2;
export const COUNTED_COLUMNS = 3;

/** Names of what settings count as: formulas of every sheet speak of them. @param at the folded block beside them */
export const settingNames = (
  { say, layer }: Words,
  settings: readonly Setting[],
  { row, column }: Place,
  unread: 'unread' | 'unreadOfPay',
): NameSpec[] => [
  ...settings.map((key, n) => ({
    name: quotaName(layer, key),
    formula: down(row + 1 + n, column + COUNTS),
    comment: say(`quota.set.${key}`),
  })),
  {
    name: quotaName(layer, unread),
    formula: down(row + 1, column + UNREAD, settings.length),
    comment: say('quota.unread'),
  },
];

/**
 * Beside settings, folded: what each is where its blue cell is blank, and what counts. A word is understood in any of
 * our languages; what cannot be counts as the usual, and is told.
 * @param at where the table of settings is
 */
export function countedBlock<Key extends Setting>(
  context: QuotaContext,
  settings: readonly Key[],
  at: Place,
  column: number,
  usualOf: (key: Key) => Cell,
): CellsBlock {
  const { say } = context;
  const { numberOf, worded } = formulas(context);
  const rowOf = (key: Key, n: number): CellSpec[] => {
    const row = at.row + 2 + n;
    const value = `$${columnLetters(at.column + 2)}$${row}`;
    const usual = usualOf(key);
    // A blank that is referred to would be 0.
    const orUsual = usual === '' ? '""' : `$${columnLetters(column + USUAL + 1)}$${row}`;
    const can = isChoice(key) ? `ISNUMBER(${numberOf(key, value)})` : inRange(key, value);
    const counts = isChoice(key) ? worded(key, value) : key === 'fiscalYear' ? `INT(${value})` : value;
    return [
      { value: isChoice(key) ? wordOf(say, key, String(usual)) : usual },
      { formula: `=IF(${can},${counts},${orUsual})` },
      { formula: `=IF(OR(TRIM(${value})="",${can}),0,1)` },
    ];
  };
  return {
    kind: 'cells',
    row: at.row,
    column,
    cells: [
      (['quota.usual', 'quota.counts', 'quota.unread'] as const).map((id) => ({
        value: say(id),
        style: 'label' as const,
      })),
      ...settings.map(rowOf),
    ],
  };
}

function inRange(key: Exclude<Setting, Choice>, value: string): string {
  const [least, most] = RANGES[key];
  const low = `N(${value})${NOT_ZERO.has(key) ? '>' : '>='}${least}`;
  return `AND(ISNUMBER(${value}),${low}${most === undefined ? '' : `,N(${value})<=${most}`})`;
}

/** Names of what drop-downs choose from, and of all words that are understood. */
export const choiceNames = (
  { say, layer }: Words,
  listed: readonly Choice[],
  { row, column }: Place,
): NameSpec[] =>
  listed.flatMap((choice, c) => [
    {
      name: quotaName(layer, choice, 'Choices'),
      formula: down(row + 1, column + c, CHOICES[choice].length),
      comment: say('quota.choices'),
    },
    {
      name: quotaName(layer, choice, 'Words'),
      formula: down(row + 1, column + c, wordsFor(say, choice).length),
      comment: say('quota.choices'),
    },
  ]);

/** The drop-down of a choice. */
export function choiceList({ say, layer }: Words, choice: Choice): ValidationSpec {
  return {
    list: `=${quotaName(layer, choice, 'Choices')}`,
    prompt: { title: say('quota.choices'), message: say('quota.choose') },
    error: { title: say('quota.choices'), message: say('quota.choose') },
  };
}

export function choicesBlock({ say }: Words, listed: readonly Choice[], at: Place): CellsBlock {
  const words = listed.map((choice) => wordsFor(say, choice));
  const longest = Math.max(...words.map(({ length }) => length));
  return {
    kind: 'cells',
    ...at,
    cells: [
      listed.map(() => ({ value: say('quota.choices'), style: 'label' })),
      ...Array.from({ length: longest }, (_, n) =>
        words.map((all) => {
          const word = all[n];
          return word === undefined ? null : { value: word };
        }),
      ),
    ],
  };
}

/** Settings one a row: what each is called, its value in blue, its unit, what it does. @param counted column of the folded block */
export function settingsTable<Key extends Setting>(
  context: QuotaContext,
  table: TableKey,
  at: Place,
  counted: number,
  settings: readonly Key[],
  valueOf: (key: Key) => Cell,
  formats: Readonly<Partial<Record<Key, string>>>,
): TableBlock {
  const { say, layer } = context;
  return {
    kind: 'table',
    ...at,
    name: tableName(layer, table),
    rows: settings.length,
    columns: [
      {
        key: 'setting',
        header: say('plan.setting'),
        cells: settings.map((key) => say(`quota.set.${key}`)),
      },
      {
        key: 'value',
        header: say('plan.value'),
        cells: settings.map((key) => (isChoice(key) ? wordOf(say, key, String(valueOf(key))) : valueOf(key))),
        style: 'input',
        align: 'left',
        looks: settings.map((key) => {
          const format = formats[key];
          return {
            ...(format === undefined ? {} : { format }),
            ...(isChoice(key) ? { validation: choiceList(context, key) } : {}),
          };
        }),
        conditional: [
          {
            kind: 'formula',
            formula: `=$${columnLetters(counted + UNREAD + 1)}${at.row + 2}=1`,
            look: 'bad',
          },
        ],
      },
      { key: 'unit', header: say('plan.unit'), cells: settings.map((key) => say(`quota.unit.${key}`)) },
      {
        key: 'meaning',
        header: say('plan.meaning'),
        cells: settings.map((key) => say(`quota.means.${key}`)),
      },
    ],
  };
}
