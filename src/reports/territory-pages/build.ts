import { columnLetters } from '../../plan/cells';
import type { MessageId } from '../../text/say';
import { inBandFormula } from '../band';
import { metricColumns } from '../balance/sums';
import { caption } from '../blocks';
import { metricLabel, ownColumn, type StandingContext } from '../context';
import { definedName, tableName, toleranceName } from '../names';
import { planNameIn } from '../plan-name';
import { printOf, widthOf } from '../print';
import {
  columnRef,
  headerRef,
  literal,
  sought,
  thisRow,
  type CellSpec,
  type SheetSpec,
  type TableBlock,
  type TableColumn,
} from '../spec';
import { COLUMNS, PICK } from './layout';

const FACTS_ROW = 5;
/** At most so many facts stand below each other. */
const FACTS = 5;
const METRICS_ROW = 12;
const WIDTHS = [22, 32, 18, 20, 26, 52, 10];
/** How many of the largest accounts are shown. */
const TOP = 15;

/** The sheet as it is going to be written. */
export function build(context: StandingContext): SheetSpec {
  const { say, layer, metrics, record } = context;
  const tableRow = METRICS_ROW + metrics.length + 3;
  return {
    layer,
    key: 'territory-pages',
    name: say('sheet.pages'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: say('page.title', { plan: planNameIn(say, record.settings) }), style: 'title' }],
          [{ value: say('page.note'), style: 'note' }],
        ],
      },
      { kind: 'cells', row: PICK.row, column: 0, cells: [pick(context)] },
      { kind: 'cells', row: FACTS_ROW, column: 0, cells: facts(context) },
      { kind: 'cells', row: METRICS_ROW, column: 0, cells: balanced(context) },
      caption(tableRow, say('page.top', { metric: ranked(context).label })),
      topAccounts(context, tableRow),
    ],
    names: [],
    charts: [],
    conditional: bands(context),
    widths: WIDTHS,
    freezeRows: 0,
    print: printOf(
      say,
      say('page.title', { plan: planNameIn(say, record.settings) }),
      record.designedAt,
      widthOf(WIDTHS),
      { titleRow: tableRow },
    ),
  };
}

/** An absolute address on the sheet itself. */
const at = (row: number, column: number): string => `$${columnLetters(column + 1)}$${row + 1}`;
const PICKED = at(PICK.row, PICK.column);

/** A column of Balance for the territory that was picked. */
const ofPicked = (context: StandingContext, header: string): string =>
  `IFERROR(INDEX(${ownColumn(context, 'balance', header)},${rowInBalance(context)}),"")`;

const rowInBalance = (context: StandingContext): string =>
  `MATCH(${sought(PICKED)},${ownColumn(context, 'balance', context.say('plan.territory'))},0)`;

function pick(context: StandingContext): CellSpec[] {
  const { say, layer, record } = context;
  return [
    { value: say('plan.territory'), style: 'label' },
    {
      value: record.territories[0]?.name ?? '',
      style: 'input',
      keep: record.territories.map(({ name }) => name),
      validation: {
        list: `=${definedName(layer, 'territoryList')}`,
        prompt: { title: say('validation.territory.title'), message: say('page.pick') },
        error: { title: say('validation.territory.title'), message: say('validation.territory.error') },
      },
    },
    {
      formula: `=IF(ISNUMBER(${rowInBalance(context)}),"",${literal(say('page.unknown'))})`,
      style: 'note',
    },
  ];
}

/** What is known of the territory: label and figure twice a row. */
function facts(context: StandingContext): (CellSpec | null)[][] {
  const { say, balance } = context;
  const fact = (header: string, format?: string): CellSpec[] => [
    { value: header, style: 'label' },
    {
      formula: `=${ofPicked(context, header)}`,
      style: 'figure',
      ...(format === undefined ? {} : { format }),
    },
  ];
  const known = (key: string, id: MessageId, format?: string): CellSpec[][] =>
    balance.has(key) ? [fact(say(id), format)] : [];
  const who = [
    fact(say('balance.owner')),
    fact(say('balance.status.column')),
    fact(say('balance.accounts'), '#,##0'),
    fact(say('balance.inBand')),
    ...known('manager', 'balance.manager'),
  ];
  const work = [
    ...known('workload', 'balance.workload', '#,##0'),
    ...known('capacity', 'balance.capacity', '#,##0'),
    ...known('load', 'balance.load', '0%'),
    ...known('in', 'balance.in', '#,##0'),
    ...known('out', 'balance.out', '#,##0'),
  ];
  return Array.from({ length: FACTS }, (_, i) => [...(who[i] ?? [null, null]), null, ...(work[i] ?? [])]);
}

/** Each balanced metric: load, target, share of target, and whether it is in band. */
function balanced(context: StandingContext): CellSpec[][] {
  const { say, layer } = context;
  const heads = ['plan.metric', 'page.load', 'balance.target', 'page.ofTarget', 'balance.inBand'] as const;
  return [
    heads.map((id, c): CellSpec => ({ value: say(id), style: c === 0 ? 'section' : 'sectionFigure' })),
    ...metricColumns(context).map(({ label, value, target, index }, m): CellSpec[] => {
      const share = at(METRICS_ROW + 1 + m, 3);
      const inBand = inBandFormula(share, toleranceName(layer, m));
      const answer = `IF(${inBand},${literal(say('sheet.yes'))},${literal(say('sheet.no'))})`;
      return [
        { value: label, style: 'label' },
        {
          formula: `=${ofPicked(context, value.header)}`,
          format: formatOf(context, value.key),
          style: 'figure',
        },
        {
          formula: `=${ofPicked(context, target.header)}`,
          format: formatOf(context, target.key),
          style: 'figure',
        },
        { formula: `=${ofPicked(context, index.header)}`, format: '0%', style: 'figure' },
        { formula: `=IF(ISNUMBER(${rowInBalance(context)}),${answer},"")`, style: 'figure' },
      ];
    }),
  ];
}

/** Amounts look as they do on Balance. */
const formatOf = ({ balance }: StandingContext, key: string): string => balance.get(key) ?? '#,##0';

function bands({ say, metrics }: StandingContext): SheetSpec['conditional'] {
  const cells = [
    { row: FACTS_ROW + 3, column: 1, rows: 1, columns: 1 },
    { row: METRICS_ROW + 1, column: 4, rows: metrics.length, columns: 1 },
  ];
  return cells.flatMap((where) => [
    { ...where, spec: { kind: 'formula', formula: `={cell}=${literal(say('sheet.no'))}`, look: 'bad' } },
    { ...where, spec: { kind: 'formula', formula: `={cell}=${literal(say('sheet.yes'))}`, look: 'good' } },
  ]);
}

/** The first metric that is a sum: every account counts as one. Amounts are one array, an account a row. */
function ranked(context: StandingContext): {
  label: string;
  amounts: string;
  format: string;
} {
  const { say, table, metrics, metricHeaders } = context;
  const m = Math.max(
    0,
    metricHeaders.findIndex((headers) => headers.length > 0),
  );
  const headers = metricHeaders[m] ?? [];
  const spec = metrics[m];
  return {
    label: spec === undefined ? '' : metricLabel(say, spec),
    format: formatOf(context, metricColumns(context)[m]?.value.key ?? ''),
    amounts: headers.length === 0 ? '1' : `(${headers.map((h) => term(columnRef(table, h))).join('+')})`,
  };

  /** Of several columns, what is no number in one counts as 0 and leaves the others, as in the sums of Balance. */
  function term(column: string): string {
    return headers.length === 1 ? column : `("0"&REPT(${column},ISNUMBER(${column})*(${column}>0)))`;
  }
}

/**
 * The largest accounts. AGGREGATE leaves out what is no number and needs no array entry. Of equal amounts the
 * one that stands first in the list comes first.
 */
function topAccounts(context: StandingContext, row: number): TableBlock {
  const { say, layer, table, column, nameHeader, ownerHeader } = context;
  const { label, amounts, format } = ranked(context);
  const territory = columnRef(table, column.territory);
  const isPicked = `(${territory}=${PICKED})`;
  const rowInList = `(ROW(${territory})-ROW(${headerRef(table, column.territory)}))`;
  const rank = thisRow(say('page.rank'));
  const amount = thisRow(label);
  const nthOfEquals = `${rank}-MATCH(${amount},${ownColumn(context, 'topAccounts', label)},0)+1`;
  const place = thisRow(say('page.row'));
  const text = (header: string | undefined): string => {
    const cell =
      header === undefined ? literal(say('sheet.noData')) : `INDEX(${columnRef(table, header)},${place})&""`;
    return `=IF(${place}="","",${cell})`;
  };
  const named = (key: keyof typeof COLUMNS, cells: TableColumn['cells']): TableColumn => ({
    key,
    header: say(COLUMNS[key]),
    cells,
  });
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'topAccounts'),
    rows: TOP,
    columns: [
      {
        ...named(
          'rank',
          Array.from({ length: TOP }, (_, i) => i + 1),
        ),
        align: 'left',
      },
      named('account', text(nameHeader)),
      {
        key: 'value',
        header: label,
        cells: `=IF(${rank}>SUMPRODUCT(${isPicked}*ISNUMBER(${amounts})),"",IFERROR(AGGREGATE(14,6,${amounts}/${isPicked},${rank}),""))`,
        format,
        align: 'right',
      },
      { ...named('ownerToday', text(ownerHeader)), indent: 1 },
      named('moved', text(column.moved)),
      named('reason', text(column.reason)),
      named(
        'row',
        `=IFERROR(AGGREGATE(15,6,${rowInList}/(${isPicked}*(${amounts}=${amount})),${nthOfEquals}),"")`,
      ),
    ],
  };
}
