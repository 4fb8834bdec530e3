import { caption } from '../blocks';
import type { Cell } from '../../plan/cells';
import { ATTAINMENTS, NO_END, USUAL_SETTINGS } from '../../plan/quota';
import { tableName } from '../names';
import { planNameIn } from '../plan-name';
import { bandOf, MOST_ROWS, printOf, widthOf } from '../print';
import { sentence } from '../sentence';
import { literal, type CellSpec, type CellsBlock, type SheetSpec, type TableBlock } from '../spec';
import type { QuotaContext } from './context';
import { budgetLines, capacityLines, checkLines, type Block } from './pay-blocks';
import { costFormulas, payCells, troubleFormula } from './pay-formulas';
import {
  BUDGET,
  CAPACITY,
  CHECKS,
  COST_COLUMNS,
  EXCEPTIONS,
  LAST_SHOWN,
  PAY_SETTINGS,
  rowsOf,
  SETTINGS,
  SPARE_TIERS,
  TIER_COLUMNS,
  TIERS,
  TOP_COLUMNS,
  USUAL_WIDTH,
  WIDTHS,
  type CostKey,
  type PayKey,
  type PaySetting,
} from './pay-layout';
import { managersTable, tenureTable, totalOfMeans } from './pay-means';
import { people, seatColumns, seatTotals } from './pay-seats';
import { skillBlocks } from './pay-skills';
import {
  choiceNames,
  choicesBlock,
  countedBlock,
  COUNTED_COLUMNS,
  roomBelow,
  settingNames,
  settingsTable,
} from './settings-block';
import type { Choice } from './words';

const LISTED: readonly Choice[] = ['tierKind', 'rampRate'];

/** The sheet as it is going to be written. */
export function build(context: QuotaContext): SheetSpec {
  const { say, layer, record, quota, money } = context;
  const seats = people(context);
  const title = say('quota.pay.title', { plan: planNameIn(say, record.settings) });
  const rows = rowsOf(quota.tiers.length);
  const columns = seatColumns(context, rows.seats);
  const at = (key: PayKey): number => columns.findIndex((column) => column.key === key);
  const shown = at(LAST_SHOWN) + 1;
  const widths = columns.slice(0, shown).map(({ key }) => WIDTHS[key] ?? USUAL_WIDTH);
  const tenure = tenureTable(context, rows.seats + 1 + seats.length + 4);
  const managers = managersTable(context, tenure.row + 1 + tenure.rows + 4);
  const below = [
    caption(tenure.row, say('quota.tenure.title')),
    tenure,
    totalOfMeans(context, tenure),
    caption(managers.row, say('quota.byManager.title')),
    managers,
    totalOfMeans(context, managers),
    ...skillBlocks(context, managers.row + 1 + managers.rows + 4),
  ];
  const counted = columns.length;
  const choices = { row: SETTINGS.row, column: counted + COUNTED_COLUMNS };
  const folded = COUNTED_COLUMNS + LISTED.length;
  const cells = (row: number, column: number, lines: CellsBlock['cells']): CellsBlock => ({
    kind: 'cells',
    row,
    column,
    cells: lines,
  });
  const blocks: readonly (readonly [Block, number, number])[] = [
    [checkLines(context), rows.exceptions, CHECKS.column],
    [budgetLines(context), rows.costs, BUDGET.column],
    [capacityLines(context), rows.capacity, CAPACITY.column],
  ];
  return {
    layer,
    key: 'pay',
    name: say('sheet.pay'),
    blocks: [
      cells(0, 0, [
        [{ value: title, style: 'title' }],
        [{ value: say('quota.pay.note'), style: 'note' }],
        [{ value: `${context.skillsSaid} ${context.payFrom ?? ''}`.trim(), style: 'note' }],
      ]),
      settingsTable(context, 'paySettings', SETTINGS, counted, PAY_SETTINGS, values(context), {
        ...FORMATS,
        budget: money,
        overlayCost: money,
        managerCost: money,
      }),
      countedBlock(context, PAY_SETTINGS, SETTINGS, counted, usual(context)),
      tiersTable(context),
      costsTable(context, rows.costs),
      ...blocks.map(([block, row, column]) => cells(row, column, block.cells)),
      cells(rows.exceptions, 0, exceptions(context)),
      caption(rows.seats, say('quota.pay.seats')),
      {
        kind: 'table',
        row: rows.seats,
        column: 0,
        name: tableName(layer, 'pay'),
        rows: seats.length,
        columns,
      },
      cells(rows.seats + 1 + seats.length, 0, [seatTotals(context, columns.slice(0, shown))]),
      ...below,
      choicesBlock(context, LISTED, choices),
    ],
    names: [
      ...settingNames(context, PAY_SETTINGS, { ...SETTINGS, column: counted }, 'unreadOfPay'),
      ...choiceNames(context, LISTED, choices),
      roomBelow(context, 'tiers', TIERS, quota.tiers.length + SPARE_TIERS, 3),
    ],
    charts: [],
    conditional: blocks.flatMap(([block, row, column]) =>
      block.looks.map(({ line, at, ...look }) => ({
        row: row + line,
        column: column + at,
        rows: 1,
        columns: 1,
        spec: { kind: 'formula', ...look } as const,
      })),
    ),
    widths: [...widths, ...columns.slice(shown).map(() => 12), ...Array.from({ length: folded }, () => 24)],
    hidden: Array.from({ length: columns.length + folded }, (_, c) => c).filter((c) => c >= shown),
    freezeRows: 3,
    print: printOf(say, title, record.designedAt, widthOf(widths), {
      columns: shown,
      ...(seats.length > MOST_ROWS ? { titleRow: rows.seats } : {}),
      titleColumn: 0,
      bands: [
        { row: 0, rows: rows.seats - 1, columns: TOP_COLUMNS },
        {
          row: rows.seats - 1,
          rows: seats.length + 3,
          columns: shown,
          // What is agreed; what it comes to, and costs; whether it is fair.
          parts: [at('ofYear'), Math.min(...[at('workload'), at('fairShare')].filter((c) => c > 0))],
        },
        bandOf(tenure.row - 1, below),
      ],
    }),
  };
}

const FORMATS: Readonly<Partial<Record<PaySetting, string>>> = {
  attainment: '0.0%',
  attrition: '0.0%',
  ratioLow: '0.0#',
  ratioHigh: '0.0#',
};

/** What is set, in the words of the sheet. */
const values =
  ({ quota, managerCost }: QuotaContext) =>
  (key: PaySetting): Cell =>
    key === 'managerCost' ? managerCost : (quota[key] ?? '');

/** What settings are where nobody says anything. */
const usual =
  ({ usualManagerCost }: QuotaContext) =>
  (key: PaySetting): Cell =>
    key === 'managerCost' ? usualManagerCost : (USUAL_SETTINGS[key] ?? '');

function tiersTable(context: QuotaContext): TableBlock {
  const { say, layer, quota } = context;
  const input = (key: 'from' | 'to' | 'multiplier', format: string) => ({
    key,
    header: say(TIER_COLUMNS[key]),
    cells: quota.tiers.map((tier) => tier[key]),
    style: 'input' as const,
    format,
    align: 'right' as const,
  });
  return {
    kind: 'table',
    ...TIERS,
    name: tableName(layer, 'payTiers'),
    rows: quota.tiers.length,
    columns: [
      input('from', '0.##%'),
      input('to', `[>=${NO_END}]${literal(say('quota.tiers.above'))};0.##%`),
      input('multiplier', '0.0##'),
      {
        key: 'trouble',
        header: say(TIER_COLUMNS.trouble),
        cells: troubleFormula(context),
        indent: 1,
        conditional: [{ kind: 'formula', formula: '={cell}<>""', look: 'bad' }],
      },
    ],
  };
}

function costsTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, money } = context;
  const calculated = costFormulas(context);
  const formats: Readonly<Partial<Record<CostKey, string>>> = {
    attainment: '0.0%',
    multiple: '0.000',
    ofSold: '0.0%',
  };
  const at = [...ATTAINMENTS, say('quota.costs.plan'), say('quota.costs.expected')];
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'payCosts'),
    rows: at.length,
    columns: (Object.keys(COST_COLUMNS) as CostKey[]).map((key) => ({
      key,
      header: say(COST_COLUMNS[key]),
      cells: key === 'at' ? at : calculated[key],
      format: key === 'at' ? '0%' : (formats[key] ?? money),
      align: key === 'at' ? ('left' as const) : ('right' as const),
      ...(key === 'left'
        ? {
            conditional: [
              { kind: 'formula', formula: '=AND(ISNUMBER({cell}),{cell}<-0.005)', look: 'bad' } as const,
            ],
          }
        : {}),
    })),
  };
}

/** The first seats that have a flag, so that nobody has to look for them. */
function exceptions(context: QuotaContext): (CellSpec | null)[][] {
  const { say } = context;
  const { all } = payCells(context);
  const count = `SUMPRODUCT(1*(${all('flag')}<>""))`;
  const found = (key: 'territory' | 'rep' | 'flag', n: number): CellSpec => ({
    formula: `=IFERROR(INDEX(${all(key)},MATCH(${n},${all('flagNo')},0)),"")`,
  });
  return [
    [{ value: say('quota.pay.exceptions'), style: 'headline' }],
    ...Array.from({ length: EXCEPTIONS }, (_, n) =>
      (['territory', 'rep', 'flag'] as const).map((key) => found(key, n + 1)),
    ),
    [
      {
        formula: `=IF(${count}=0,${literal(say('quota.pay.noFlags'))},${sentence(say, 'quota.pay.more', { count })})`,
        style: 'note',
      },
    ],
  ];
}
