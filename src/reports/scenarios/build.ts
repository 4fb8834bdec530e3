import { accountsIn } from '../balance/sums';
import { caption, heading, mustBeNone } from '../blocks';
import { metricLabel, ownColumn } from '../context';
import { tableName } from '../names';
import { planNameIn } from '../plan-name';
import { dateIn, printOf, widthOf } from '../print';
import {
  columnRef,
  criterion,
  sought,
  thisRow,
  type CellSpec,
  type SheetSpec,
  type TableBlock,
  type TableColumn,
} from '../spec';
import type { PlanBeside, ScenariosContext } from './context';
import { ACCOUNTS, TABLES, TERRITORY } from './layout';

const FIGURES_ROW = 5;
const WIDTHS = [52, 24, 20, 20, 20, 20, 20, 16, 20, 20];

/** The sheet as it is going to be written. */
export function build(context: ScenariosContext): SheetSpec {
  const { say, layer, record, plans, left } = context;
  const title = say('scenariosSheet.title', { plan: planNameIn(say, record.settings) });
  const figures = figuresOf(context);
  const checkRow = FIGURES_ROW + figures.length + 1;
  let row = checkRow + 4;
  const blocks = plans.flatMap((plan, n) => {
    const at = row;
    row += plan.territories.length + 4;
    return [caption(at, titleOf(context, plan)), planTable(context, plan, n, at)];
  });
  return {
    layer,
    key: 'scenarios',
    name: say('sheet.scenarios'),
    blocks: [
      heading(
        title,
        say('scenariosSheet.about'),
        say('scenariosSheet.live'),
        ...(left > 0 ? [say('scenariosSheet.left', { count: left })] : []),
      ),
      { kind: 'cells', row: FIGURES_ROW, column: 0, cells: figures },
      {
        kind: 'cells',
        row: checkRow,
        column: 0,
        cells: [
          [
            { value: say('scenariosSheet.check'), style: 'label' },
            {
              formula: `=${accountsIn(context)}-COUNT(${accountsRef(context, say(ACCOUNTS.row))})`,
              format: '#,##0',
              style: 'figure',
            },
          ],
        ],
      },
      ...blocks,
      caption(row, say('scenariosSheet.accounts')),
      accountsTable(context, row),
    ],
    names: [],
    charts: [],
    conditional: [mustBeNone(checkRow)],
    widths: WIDTHS,
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(WIDTHS), { titleRow: row, titleColumn: 0 }),
  };
}

/** What a plan is called: in a head, and as a column of the accounts. */
function titleOf({ say }: ScenariosContext, { kind, name, savedAt }: PlanBeside): string {
  if (kind !== 'saved') return say(`scenariosSheet.${kind}`);
  return say('scenariosSheet.saved', { name, date: dateIn(say, savedAt) });
}
const columnOf = ({ say, plans }: ScenariosContext, n: number): string => {
  const { kind = 'today', name = '' } = plans[n] ?? {};
  return kind === 'saved'
    ? say('scenariosSheet.column', { number: n - 1, name })
    : say(`scenariosSheet.${kind}`);
};

const accountsRef = ({ layer }: ScenariosContext, header: string): string =>
  columnRef(tableName(layer, 'scenarioAccounts'), header);
const planRef = ({ layer, say }: ScenariosContext, n: number, key: keyof typeof TERRITORY): string =>
  columnRef(tableName(layer, TABLES[n] ?? 'scenarioToday'), say(TERRITORY[key]));

/** Plans side by side, a figure a row. */
function figuresOf(context: ScenariosContext): CellSpec[][] {
  const { say, plans, amountFormat, metricHeaders, unit, isBlind } = context;
  const today = accountsRef(context, columnOf(context, 0));
  const amount = accountsRef(context, say(ACCOUNTS.amount));
  const held = `COUNTIF(${today},"?*")`;
  const heldAmount = `SUMIF(${today},"?*",${amount})`;
  const line = (label: string, format: string, of: (plan: PlanBeside, n: number) => string): CellSpec[] => [
    { value: label, style: 'label' },
    ...plans.map((plan, n): CellSpec => {
      const formula = of(plan, n);
      // Without an account that is told apart nothing is known of any: that is no 0.
      return formula === '' || isBlind
        ? { value: '–', style: 'figure' }
        : { formula: `=${formula}`, format, style: 'figure' };
    }),
  ];
  const shares = (which: 'MAX' | 'MIN') => (plan: PlanBeside, n: number) =>
    plan.isPooled
      ? ''
      : `IF(COUNT(${planRef(context, n, 'index')})=0,"–",${which}(${planRef(context, n, 'index')}))`;
  return [
    [
      { value: say('scenariosSheet.figures'), style: 'section' },
      ...plans.map((_, n): CellSpec => ({ value: columnOf(context, n), style: 'sectionFigure' })),
    ],
    [
      { value: say('scenariosSheet.balances'), style: 'label' },
      ...plans.map(({ balances }): CellSpec => ({
        value: balances === '' ? '–' : balances,
        style: 'figure',
      })),
    ],
    line(say('scenariosSheet.territories'), '#,##0', (_, n) => `ROWS(${planRef(context, n, 'territory')})`),
    line(say('scenariosSheet.placed'), '#,##0', (_, n) => `SUM(${planRef(context, n, 'accounts')})`),
    line(say('scenariosSheet.changed'), '#,##0', (_, n) => `${held}-SUM(${planRef(context, n, 'kept')})`),
    ...((metricHeaders[0] ?? []).length === 0
      ? []
      : [
          line(
            say('scenariosSheet.moved', { amount: amountLabel(context) }),
            amountFormat,
            (_, n) => `${heldAmount}-SUM(${planRef(context, n, 'keptAmount')})`,
          ),
        ]),
    line(say('scenariosSheet.largest', { amount: amountLabel(context) }), '0.0%', shares('MAX')),
    line(say('scenariosSheet.smallest', { amount: amountLabel(context) }), '0.0%', shares('MIN')),
    [
      { value: say('scenariosSheet.distance', { unit }), style: 'label' },
      ...plans.map(({ meanDistance }): CellSpec =>
        Number.isFinite(meanDistance)
          ? { value: meanDistance, format: '#,##0.0', style: 'figure' }
          : { value: '–', style: 'figure' },
      ),
    ],
  ];
}

/** What is summed up below: of several things that the plan in the workbook balances, the first. */
const amountLabel = ({ say, metrics: [first] }: ScenariosContext): string =>
  first === undefined ? say('scenariosSheet.amount') : metricLabel(say, first);

/** A row a territory of one plan; what it holds is counted over the accounts below. */
function planTable(context: ScenariosContext, plan: PlanBeside, n: number, row: number): TableBlock {
  const { say, layer, amountFormat } = context;
  const me = criterion(thisRow(say(TERRITORY.territory)));
  const own = thisRow(say(TERRITORY.owner));
  // Of accounts that are in the list: what a saved plan says of one that is gone counts nowhere.
  const there = `${accountsRef(context, say(ACCOUNTS.row))},">0"`;
  const mine = `${accountsRef(context, columnOf(context, n))},${me},${there}`;
  const kept = `${mine},${accountsRef(context, columnOf(context, 0))},${criterion(own)}`;
  const amount = accountsRef(context, say(ACCOUNTS.amount));
  const share = planRef(context, n, 'share');
  // Renamed, handed over or closed in the list on Territory Plan it is so here, too.
  const isStanding = plan.kind === 'standing';
  // Today by the shares that the plan in the workbook would have: of all accounts, whoever holds them.
  const total =
    plan.kind === 'today' ? `SUM(${amount})` : `SUMIF(${share},">0",${planRef(context, n, 'amount')})`;
  const column = (
    key: keyof typeof TERRITORY,
    cells: TableColumn['cells'],
    more: Partial<TableColumn> = {},
  ): TableColumn => ({
    key,
    header: say(TERRITORY[key]),
    cells,
    ...more,
  });
  const right = (format: string) => ({ format, align: 'right' }) as const;
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, TABLES[n] ?? 'scenarioToday'),
    rows: plan.territories.length,
    ...(isStanding ? { known: ['id'] } : {}),
    columns: [
      column(
        'territory',
        isStanding
          ? inList(context, 'territory', (cell) => `${cell}&""`, '"–"')
          : plan.territories.map(({ name }) => name),
      ),
      column(
        'owner',
        isStanding
          ? inList(context, 'owner', (cell) => `${cell}&""`, '""')
          : plan.territories.map(({ owner }) => owner),
      ),
      column('accounts', `=COUNTIFS(${mine})`, right('#,##0')),
      column('kept', `=IF(${own}="",0,COUNTIFS(${kept}))`, right('#,##0')),
      column('amount', `=SUMIFS(${amount},${mine})`, right(amountFormat)),
      column('keptAmount', `=IF(${own}="",0,SUMIFS(${amount},${kept}))`, right(amountFormat)),
      column(
        'share',
        isStanding
          ? inList(context, 'share', (cell) => `N(${cell})`, '0')
          : plan.territories.map(({ share: part }) => part),
        right('0.##'),
      ),
      ...(plan.isPooled
        ? []
        : [
            column(
              'index',
              `=IF(OR(${thisRow(say(TERRITORY.share))}<=0,${total}=0),"",${thisRow(say(TERRITORY.amount))}/(${total}*${thisRow(say(TERRITORY.share))}/SUM(${share})))`,
              { ...right('0.0%'), conditional: [{ kind: 'bar' }] },
            ),
          ]),
      ...(isStanding
        ? [
            column(
              'id',
              context.record.territories.map(({ id }) => id),
            ),
          ]
        : []),
    ],
  };
}

/**
 * What the list on Territory Plan has of the territory of a row; where that whole list is gone nothing is known, and that is
 * no 0.
 * @param gone where the territory alone is gone from it
 */
function inList(
  context: ScenariosContext,
  key: 'territory' | 'owner' | 'share',
  told: (cell: string) => string,
  gone: string,
): string {
  const { say } = context;
  const of = (header: string) => ownColumn(context, 'territories', header);
  const at = `MATCH(${thisRow(say(TERRITORY.id))},${of(say(TERRITORY.id))},0)`;
  return `=IF(ISNA(${at}),${gone},${told(`INDEX(${of(say(TERRITORY[key]))},${at})`)})`;
}

/** A row an account: where each plan has it. */
function accountsTable(context: ScenariosContext, row: number): TableBlock {
  const {
    say,
    layer,
    table,
    column,
    keyHeader = '',
    nameHeader,
    metricHeaders,
    amountFormat,
    plans,
    keys,
    isBlind,
  } = context;
  const key = thisRow(say(ACCOUNTS.key));
  const place = thisRow(say(ACCOUNTS.row));
  const cellOf = (header: string) => `INDEX(${columnRef(table, header)},${place})`;
  const headers = metricHeaders[0] ?? [];
  const amount = headers.length === 0 ? '1' : headers.map((header) => `N(${cellOf(header)})`).join('+');
  const cells = ({ kind, at }: PlanBeside): TableColumn['cells'] =>
    kind === 'saved'
      ? at
      : `=IF(${place}="","",${cellOf(kind === 'today' ? column.holder : column.territory)}&"")`;
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'scenarioAccounts'),
    rows: keys.length,
    known: ['key'],
    columns: [
      {
        key: 'account',
        header: say(ACCOUNTS.account),
        cells: `=IF(${place}="","",${cellOf(nameHeader ?? keyHeader)}&"")`,
      },
      { key: 'key', header: say(ACCOUNTS.key), cells: keys, align: 'left' },
      {
        key: 'row',
        header: say(ACCOUNTS.row),
        cells: isBlind
          ? '=""'
          : `=IFERROR(MATCH(IF(ISTEXT(${key}),${sought(key)},${key}),${columnRef(table, keyHeader)},0),"")`,
        align: 'right',
      },
      {
        key: 'amount',
        header: say(ACCOUNTS.amount),
        cells: `=IF(${place}="",0,${amount})`,
        format: amountFormat,
        align: 'right',
      },
      ...plans.map((plan, n): TableColumn => ({
        key: `plan:${n}`,
        header: columnOf(context, n),
        cells: cells(plan),
      })),
    ],
  };
}
