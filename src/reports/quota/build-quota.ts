import { rowKey } from '../../plan/quota';
import { tableName } from '../names';
import { printOf, widthOf } from '../print';
import {
  criterion,
  literal,
  type CellSpec,
  type CellsBlock,
  type SheetSpec,
  type TableBlock,
  type TableColumn,
} from '../spec';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import { quotaFormulas } from './quota-formulas';
import { BRIDGE_COLUMNS, MANAGER_COLUMNS, QUOTA_COLUMNS, SEGMENT_COLUMNS, SHOWN } from './quota-layout';

type QuotaKey = keyof typeof QUOTA_COLUMNS;
type BridgeKey = keyof typeof BRIDGE_COLUMNS;
type Row = (CellSpec | null)[];

const BRIDGE_ROW = 3;
const CHECKS_COLUMN = 4;
const TABLE_ROW = 17;
const WIDTHS = [26, 20, 18, 18, 15, 9, 14, 13, 15, 12, 15, 12, 15, 15, 26, 15, 15, 13, 36, 13, 13, 15, 10];

/** The sheet as it is going to be written. */
export function build(context: QuotaContext): SheetSpec {
  const { say, layer, record, parts, lines } = context;
  const title = say('quota.title', { plan: record.settings.planName });
  const table = quotaTable(context);
  const below = TABLE_ROW + 1 + parts.length + 3;
  const lineTable = bridgeTable(context, below);
  const managers = managersTable(context, below + 1 + lines.length + 4);
  const segments = segmentsTable(context, managers.row + 1 + managers.rows + 4);
  const caption = (row: number, text: string): CellsBlock => ({
    kind: 'cells',
    row: row - 1,
    column: 0,
    cells: [[{ value: text, style: 'headline' }]],
  });
  const checked = checks(context);
  return {
    layer,
    key: 'quota',
    name: say('sheet.quota'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [[{ value: title, style: 'title' }], [{ formula: status(context), style: 'note' }]],
      },
      { kind: 'cells', row: BRIDGE_ROW, column: 0, cells: bridge(context) },
      { kind: 'cells', row: BRIDGE_ROW, column: CHECKS_COLUMN, cells: checked },
      table,
      { kind: 'cells', row: TABLE_ROW + 1 + parts.length, column: 0, cells: [totals(context)] },
      caption(lineTable.row, say('quota.lines.title')),
      lineTable,
      caption(managers.row, say('quota.managers.title')),
      managers,
      caption(segments.row, say('quota.segments.title')),
      segments,
    ],
    names: [],
    charts: [],
    conditional: [
      ...checked.slice(1).flatMap((_, n) => looksOf(BRIDGE_ROW + 1 + n, CHECKS_COLUMN + 3)),
      ...looksOf(BRIDGE_ROW + DIFFERENCE, 1),
    ],
    widths: [...WIDTHS, ...Array<number>(table.columns.length - WIDTHS.length).fill(12)],
    hidden: table.columns.map((_, c) => c).filter((c) => c >= SHOWN),
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(WIDTHS), { columns: SHOWN, titleRow: TABLE_ROW }),
  };
}

/** Green at nothing, red at anything else. */
function looksOf(row: number, column: number): SheetSpec['conditional'] {
  const where = { row, column, rows: 1, columns: 1 };
  return [
    { ...where, spec: { kind: 'formula', formula: '=NOT(ABS({cell})<0.005)', look: 'bad' } },
    { ...where, spec: { kind: 'formula', formula: '=ABS({cell})<0.005', look: 'good' } },
  ];
}

/** `Indicated, live` or `Issued by Dana on 2026-12-01`. */
function status({ say, quota: { issued } }: QuotaContext): string {
  return issued === undefined
    ? `=${literal(say('quota.status.live'))}`
    : `=${literal(say('quota.status.issued', { by: issued.by, at: issued.at, hash: issued.inputHash.slice(0, 8) }))}`;
}

const BRIDGE = [
  ['plan', 1],
  ['overAssignment', 1],
  ['pool', 0],
  ['notPlaceable', -1],
  ['bottomUpGap', 1],
  ['overrideGap', 1],
  ['rounding', -1],
  ['final', 0],
] as const satisfies readonly (readonly [BridgeKey, number])[];
/** Rows from the head of the bridge to its difference. */
const DIFFERENCE = BRIDGE.length + 1;

/** The way from the plan number to the quotas, all lines together. Beside it what is not in it. */
function bridge(context: QuotaContext): Row[] {
  const { say, money } = context;
  const { column } = formulas(context);
  const sum = (key: BridgeKey) => `SUM(${column('quotaBridge', say(BRIDGE_COLUMNS[key]))})`;
  const line = (label: string, formula: string, style: 'figure' | 'total' = 'figure'): Row => [
    { value: label, style: style === 'total' ? 'total' : 'label' },
    { formula: `=${formula}`, format: money, style },
  ];
  const final = `SUM(${column('quota', say('quota.final'))})`;
  const walk = BRIDGE.filter(([, sign]) => sign !== 0).map(
    ([key, sign]) => `${sign < 0 ? '-' : '+'}${sum(key)}`,
  );
  const full = column('quota', say('quota.fullYear'));
  const status = column('quotaSeats', say('balance.status.column'));
  const ids = column('quotaSeats', say('plan.id'));
  return [
    [
      { value: say('quota.bridge'), style: 'section' },
      { value: say('quota.allLines'), style: 'sectionFigure' },
    ],
    ...BRIDGE.map(([key, sign]) =>
      key === 'final'
        ? line(say('quota.sumFinal'), final, 'total')
        : line(
            `${sign < 0 ? '− ' : sign > 0 && key !== 'plan' ? '+ ' : ''}${say(BRIDGE_COLUMNS[key])}`,
            sum(key),
            key === 'pool' ? 'total' : 'figure',
          ),
    ),
    line(say('quota.difference'), `ROUND(${walk.join('').slice(1)}-${final},2)`),
    [],
    [
      { value: say('quota.beside'), style: 'label' },
      { formula: `=SUM(${full})`, format: money, style: 'figure' },
    ],
    [
      { value: say('quota.besideOpen'), style: 'label' },
      {
        formula: `=SUMPRODUCT(SUMIFS(${column('quota', say('quota.final'))},${column('quota', say('plan.id'))},${ids})*(${status}=${literal(say('status.tbh'))}))`,
        format: money,
        style: 'figure',
      },
    ],
  ];
}

/** Does it add up, and is anything open? A label over three columns and a difference; 0 is right. */
function checks(context: QuotaContext): Row[] {
  const { say, money } = context;
  const { column } = formulas(context);
  const { all } = quotaFormulas(context);
  const final = all('final');
  const bridgeOf = (key: BridgeKey) => column('quotaBridge', say(BRIDGE_COLUMNS[key]));
  const seats = column('quotaLines', say('quota.seats'));
  const ids = column('quotaSeats', say('plan.id'));
  const manager = all('manager');
  const rows: readonly (readonly [string, string, string])[] = [
    [say('quota.check.bridge'), `SUMPRODUCT(ABS(${bridgeOf('difference')}))`, '#,##0.00'],
    [
      say('quota.check.lines'),
      `ABS(SUM(${column('quotaLines', say('quota.pool'))})-SUM(${bridgeOf('pool')}))+ABS(SUM(${seats})-SUM(${all('applies')}))`,
      '#,##0.00',
    ],
    [
      say('quota.check.noSeats'),
      `SUMPRODUCT((${seats}=0)*${column('quotaLines', say('quota.pool'))})`,
      money,
    ],
    [
      say('quota.check.noLine'),
      `SUMPRODUCT(--(COUNTIFS(${all('id')},${ids},${all('applies')},1)=0))`,
      '#,##0',
    ],
    [
      say('quota.check.managers'),
      `ROUND(SUM(${column('quotaManagers', say('quota.team'))})+SUMPRODUCT((${manager}="")*${final})-SUM(${final}),2)`,
      '#,##0.00',
    ],
    [
      say('quota.check.months'),
      `ROUND(SUM(${column('quotaSeatMonths', say('quota.ofYear'))})-SUM(${final}),2)`,
      '#,##0.00',
    ],
    [
      say('quota.check.season'),
      `ROUND(1-SUM(${column('quotaMonths', say('quota.weightOfYear'))}),6)`,
      '0.00',
    ],
    [say('quota.check.reasons'), `SUMPRODUCT(ISNUMBER(${all('override')})*(${all('reason')}=""))`, '#,##0'],
    [say('quota.check.changed'), `SUM(${all('changed')})+${poolsChanged(context)}`, '#,##0'],
  ];
  return [
    [
      { value: say('balance.checks'), style: 'section' },
      null,
      null,
      { value: say('balance.check.difference'), style: 'sectionFigure' },
    ],
    ...rows.map(([label, formula, format]): Row => [
      { value: label, style: 'label' },
      null,
      null,
      { formula: `=${formula}`, format, style: 'figure' },
    ]),
  ];
}

/** Lines whose pool is another than when quotas were issued. */
function poolsChanged(context: QuotaContext): string {
  const { say } = context;
  const { column } = formulas(context);
  const at = column('quotaBridge', say('quota.poolAtIssue'));
  return `SUMPRODUCT(ISNUMBER(${at})*(${column('quotaBridge', say('quota.pool'))}<>${at}))`;
}

function quotaTable(context: QuotaContext): TableBlock {
  const { say, layer, parts, seats, quota, money } = context;
  const { quota: calculated } = quotaFormulas(context);
  const keys = parts.map(({ line, seat }) => rowKey(seats[seat]?.id ?? '', line));
  const words = keys.map((key) => quota.rows[key]);
  const issued = keys.map((key) => quota.issued?.rows[key]);
  const values: Readonly<Partial<Record<QuotaKey, TableColumn['cells']>>> = {
    line: parts.map(({ line }) => line + 1),
    override: words.map((said) => said?.override ?? ''),
    reason: words.map((said) => said?.reason ?? ''),
    floor: words.map((said) => said?.floor ?? ''),
    cap: words.map((said) => said?.cap ?? ''),
    // Last year's quota is of all lines together: it limits the first.
    lastYear: parts.map(
      ({ line, seat }, n) => words[n]?.lastYear ?? (line === 0 ? (seats[seat]?.lastYear ?? '') : ''),
    ),
    key: keys,
    id: parts.map(({ seat }) => seats[seat]?.id ?? ''),
    order: parts.map(({ seat }) => seat + 1),
    issuedQuota: issued.map((at) => at?.quota ?? ''),
    issuedFull: issued.map((at) => at?.fullYear ?? ''),
    issuedShare: issued.map((at) => at?.share ?? ''),
    issuedWeight: issued.map((at) => at?.weight ?? ''),
  };
  const input = new Set<QuotaKey>(['override', 'reason', 'floor', 'cap', 'lastYear']);
  const looks: Readonly<Partial<Record<QuotaKey, string>>> = {
    start: 'yyyy-mm-dd',
    shareOf: '0.0%',
    share: '0.0%',
    growth: '0.0%',
    perPotential: '0.0%',
    issuedShare: '0.0%',
    line: '0',
    weight: '#,##0.######',
    corner1: '#,##0.######',
    corner2: '#,##0.######',
    reached: '#,##0.######',
    rest: '0.000000',
  };
  const amounts = new Set<QuotaKey>([
    'potential',
    'fullYear',
    'calculated',
    'override',
    'final',
    'issued',
    'floor',
    'cap',
    'lastYear',
    'history',
    'target',
    'issuedQuota',
    'issuedFull',
    'unloaded',
    'placed1',
    'placed2',
  ]);
  const texts = new Set<QuotaKey>([
    'territory',
    'rep',
    'role',
    'manager',
    'segment',
    'component',
    'reason',
    'flag',
    'key',
    'id',
  ]);
  return {
    kind: 'table',
    row: TABLE_ROW,
    column: 0,
    name: tableName(layer, 'quota'),
    rows: parts.length,
    columns: (Object.keys(QUOTA_COLUMNS) as QuotaKey[]).map((key): TableColumn => {
      const format = looks[key] ?? (amounts.has(key) ? money : undefined);
      return {
        key,
        header: say(QUOTA_COLUMNS[key]),
        cells: values[key] ?? calculated[key] ?? [],
        ...(format === undefined ? {} : { format }),
        ...(input.has(key) ? { style: 'input' } : {}),
        ...(texts.has(key)
          ? {}
          : { align: key === 'start' || key === 'line' ? ('left' as const) : ('right' as const) }),
        ...(key === 'reason' || key === 'flag' ? { indent: 1 } : {}),
        ...(key === 'flag'
          ? { conditional: [{ kind: 'formula', formula: '={cell}<>""', look: 'warn' }] }
          : {}),
      };
    }),
  };
}

function totals(context: QuotaContext): Row {
  const { say, money } = context;
  const { all } = quotaFormulas(context);
  const summed = new Set<QuotaKey>(['potential', 'fullYear', 'calculated', 'final', 'issued']);
  return (Object.keys(QUOTA_COLUMNS) as QuotaKey[]).slice(0, SHOWN).map((key, c): CellSpec => {
    if (c === 0) return { value: say('sheet.total'), style: 'total' };
    if (key === 'potential')
      // A seat in two lines has its potential in both.
      return {
        formula: `=SUMPRODUCT(${all('potential')}/COUNTIFS(${all('id')},${all('id')}&""))`,
        format: money,
        style: 'total',
      };
    return summed.has(key)
      ? { formula: `=SUM(${all(key)})`, format: money, style: 'total' }
      : { style: 'total' };
  });
}

function bridgeTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, lines, money, quota } = context;
  const { bridge: calculated } = quotaFormulas(context);
  const plain = new Set<BridgeKey>(['line', 'label', 'method', 'lambda', 'corner', 'slope', 'units', 'more']);
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'quotaBridge'),
    rows: lines.length,
    columns: (Object.keys(BRIDGE_COLUMNS) as BridgeKey[]).map((key): TableColumn => ({
      key,
      header: say(BRIDGE_COLUMNS[key]),
      cells:
        key === 'line'
          ? lines.map((_, n) => n + 1)
          : key === 'poolAtIssue'
            ? lines.map((_, n) => quota.issued?.pools[n] ?? '')
            : (calculated[key] ?? []),
      ...(plain.has(key) ? {} : { format: key === 'difference' ? '#,##0.00' : money }),
      ...(key === 'label' ? {} : { align: key === 'line' ? ('left' as const) : ('right' as const) }),
      ...(key === 'difference'
        ? { conditional: [{ kind: 'formula', formula: '=NOT(ABS({cell})<0.005)', look: 'bad' } as const] }
        : {}),
    })),
  };
}

/** What managers carry: their team's quotas without the reps' over-assignment, with their own. */
/** Names that sums tell apart, sorted: case does not count. */
const distinct = (names: readonly string[]): string[] =>
  [...new Map(names.filter((name) => name !== '').map((name) => [name.toLowerCase(), name])).values()].sort();

function managersTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, seats, money } = context;
  const { own, setting, column } = formulas(context);
  const { all } = quotaFormulas(context);
  const me = own(say('balance.manager'));
  const names = distinct(seats.map(({ manager }) => manager));
  const figure = (key: keyof typeof MANAGER_COLUMNS, cells: string, format: string): TableColumn => ({
    key,
    header: say(MANAGER_COLUMNS[key]),
    cells,
    format,
    align: 'right',
  });
  const named = criterion(me);
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'quotaManagers'),
    rows: Math.max(1, names.length),
    columns: [
      { key: 'manager', header: say('balance.manager'), cells: names.length > 0 ? names : ['–'] },
      figure('seats', `=COUNTIFS(${column('quotaSeats', say('balance.manager'))},${named})`, '#,##0'),
      figure('team', `=SUMIFS(${all('final')},${all('manager')},${named})`, money),
      figure(
        'quota',
        `=ROUND(SUMIFS(${all('unloaded')},${all('manager')},${named})*(1+N(${setting('managers')})),2)`,
        money,
      ),
      {
        ...figure(
          'cover',
          `=IF(${own(say('quota.managerQuota'))}>0,${own(say('quota.team'))}/${own(say('quota.managerQuota'))},"")`,
          '0.0%',
        ),
        // A team that carries less than its manager cannot make it.
        conditional: [{ kind: 'formula', formula: '=AND(ISNUMBER({cell}),{cell}<1-0.000001)', look: 'bad' }],
      },
    ],
  };
}

/** The same, and nothing for those without a name. */
const withOther = (names: readonly string[]): string[] => [
  ...(names.includes('') ? [''] : []),
  ...distinct(names),
];

function segmentsTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, seats, money, parts } = context;
  const { own } = formulas(context);
  const { all } = quotaFormulas(context);
  const other = say('quota.otherSegment');
  const names = withOther(parts.map(({ seat }) => seats[seat]?.segment ?? ''));
  const me = own(say('plan.segment'));
  const figure = (key: keyof typeof SEGMENT_COLUMNS, cells: string, format: string): TableColumn => ({
    key,
    header: say(SEGMENT_COLUMNS[key]),
    cells,
    format,
    align: 'right',
  });
  const isOther = `(${me}=${literal(other)})`;
  const ofSegment = `(${isOther}*(${all('segment')}="")+(1-${isOther})*(${all('segment')}=${me}))`;
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'quotaSegments'),
    rows: Math.max(1, names.length),
    columns: [
      {
        key: 'segment',
        header: say('plan.segment'),
        cells: names.length > 0 ? names.map((name) => name || other) : [other],
      },
      figure('seats', `=SUMPRODUCT(${ofSegment}*${all('applies')})`, '#,##0'),
      figure('potential', `=SUMPRODUCT(${ofSegment}*${all('potential')})`, money),
      figure('final', `=SUMPRODUCT(${ofSegment}*${all('final')})`, money),
      figure(
        'perPotential',
        `=IF(${own(say('quota.potential'))}>0,${own(say('quota.sumFinal'))}/${own(say('quota.potential'))},"")`,
        '0.0%',
      ),
    ],
  };
}
