import { differenceFormat } from '../amounts';
import type { MessageId } from '../../text/say';
import { COMPONENTS, partOf, type QuotaIssue } from '../../plan/quota';
import { total } from '../../quota/bridge';
import { quotaName, tableName } from '../names';
import { criterion, literal, type TableBlock, type TableColumn } from '../spec';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import { distinct } from './groups';
import { quotaFormulas } from './quota-formulas';
import {
  BRIDGE_COLUMNS,
  bridgeKeys,
  COMPONENT_COLUMNS,
  componentKeys,
  MANAGER_COLUMNS,
  SEGMENT_COLUMNS,
  type BridgeKey,
  type QuotaKey,
} from './quota-layout';
import { wordOf } from './words';
import { potentialFormats } from './potential-formats';

/** The way from the plan to the quotas, a line of the plan each. @param row of the head */
export function bridgeTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, lines, moneyToTheCent: money, quota } = context;
  const difference = differenceFormat(context);
  const { bridge: calculated } = quotaFormulas(context);
  const { issued } = quota;
  const plain = new Set<BridgeKey>([
    'line',
    'label',
    'unread',
    'method',
    'units',
    'more',
    'component',
    'restOf',
  ]);
  const looks: Readonly<Partial<Record<BridgeKey, string>>> = {
    difference,
    leftOver: difference,
    overAtIssue: '0.0%',
    corner: '#,##0.00####',
    slope: '#,##0.00',
    lambda: '#,##0.00####',
  };
  // A line that is gone since the issue has its row: what was issued of it is told.
  const rows = Math.max(lines.length, issued?.pools.length ?? 0);
  const numbers = Array.from({ length: rows }, (_, n) => n);
  const then = (of: 'over' | 'notPlaceable' | 'bottomUpGap' | 'overrideGap' | 'rounding') =>
    numbers.map((n) => issued?.lines[n]?.[of] ?? 0);
  const values: Readonly<Partial<Record<BridgeKey, TableColumn['cells']>>> = {
    line: numbers.map((n) => n + 1),
    poolAtIssue: numbers.map((n) => (issued === undefined ? '' : (issued.pools[n] ?? 0))),
    overAtIssue: then('over'),
    notPlaceableAtIssue: then('notPlaceable'),
    bottomUpAtIssue: then('bottomUpGap'),
    overrideAtIssue: then('overrideGap'),
    roundingAtIssue: then('rounding'),
    sumAtIssue: numbers.map((n) => issuedSum(issued, n)),
  };
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'quotaBridge'),
    rows,
    columns: bridgeKeys(issued !== undefined).map((key): TableColumn => ({
      key,
      header: say(BRIDGE_COLUMNS[key]),
      cells: values[key] ?? calculated[key] ?? [],
      ...(plain.has(key) ? {} : { format: looks[key] ?? money }),
      ...(key === 'label' || key === 'restOf'
        ? {}
        : { align: key === 'line' ? ('left' as const) : ('right' as const) }),
      ...(key === 'difference' || key === 'leftOver'
        ? { conditional: [{ kind: 'formula', formula: '=NOT(ABS({cell})<0.005)', look: 'bad' } as const] }
        : {}),
    })),
  };
}

/** What was issued of a line, to whomever. */
const issuedSum = (issued: QuotaIssue | undefined, line: number): number =>
  total(
    Object.entries(issued?.rows ?? {}).flatMap(([key, { quota }]) =>
      partOf(key).line === line ? [quota] : [],
    ),
  );

/** What managers carry: their team's quotas without the reps' over-assignment, with their own. */
export function managersTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, leaders, moneyToTheCent, digits, quota } = context;
  const { own, setting, column } = formulas(context);
  const { all } = quotaFormulas(context);
  const me = own(say('balance.manager'));
  const named = criterion(me);
  // Managers' quotas are those of the issue too.
  const over = quota.issued === undefined ? setting('managers') : quotaName(layer, 'managers', 'AtIssue');
  const names = leaders.map(({ name }) => name);
  /** Of all seats below, at whatever level. */
  const below = (key: QuotaKey) =>
    (['manager', 'above', 'aboveThat'] as const)
      .map((level) => `SUMIFS(${all(key)},${all(level)},${named})`)
      .join('+');
  const rise = `(1+N(${over}))`;
  const reporting = column('quotaManagers', say('quota.reportsTo'));
  const off =
    `${own(say('quota.managerQuota'))}-ROUND(SUMIFS(${all('unloaded')},${all('manager')},${named})*${rise},${digits})-` +
    `SUMIFS(${column('quotaManagers', say('quota.managerQuota'))},${reporting},${named})`;
  const figure = figureIn(say, MANAGER_COLUMNS);
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'quotaManagers'),
    rows: Math.max(1, names.length),
    columns: [
      { key: 'manager', header: say('balance.manager'), cells: names.length > 0 ? names : ['–'] },
      figure(
        'seats',
        `=ROUND(SUMPRODUCT(((${all('manager')}=${me})+(${all('above')}=${me})+(${all('aboveThat')}=${me}))/COUNTIFS(${all('id')},${all('id')}&"")),6)`,
        '#,##0',
      ),
      figure('team', `=${below('inForce')}`, moneyToTheCent),
      figure('quota', `=ROUND((${below('unloaded')})*${rise},${digits})`, moneyToTheCent),
      {
        ...figure(
          'cover',
          `=IF(${own(say('quota.managerQuota'))}>0,${own(say('quota.team'))}/${own(say('quota.managerQuota'))},"")`,
          '0.0%',
        ),
        // A team that carries less than its manager cannot make it.
        conditional: [{ kind: 'formula', formula: '=AND(ISNUMBER({cell}),{cell}<1-0.000001)', look: 'bad' }],
      },
      {
        key: 'reportsTo',
        header: say(MANAGER_COLUMNS.reportsTo),
        cells: names.length > 0 ? leaders.map(({ reportsTo }) => reportsTo) : [''],
        indent: 1,
      },
      {
        // Each level is what its own seats and the level below carry, but for half a cent each.
        ...figure(
          'level',
          `=IF(ABS(${off})<=${0.5 * 10 ** -digits}*(1+COUNTIFS(${reporting},${named}))+0.000001,0,${off})`,
          differenceFormat(context),
        ),
        conditional: [{ kind: 'formula', formula: '=NOT(ABS({cell})<0.005)', look: 'bad' }],
      },
    ],
  };
}

/** The way from the plan to the quotas by component, whatever the number of its lines. */
export function componentsTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, lines, moneyToTheCent: money, quota } = context;
  const { own, column } = formulas(context);
  const of = (key: keyof typeof COMPONENT_COLUMNS) => column('quotaBridge', say(COMPONENT_COLUMNS[key]));
  const figure = figureIn(say, COMPONENT_COLUMNS);
  const difference = differenceFormat(context);
  // Of what was issued of lines that are gone nobody knows the component any more.
  const isGone = (quota.issued?.pools.length ?? 0) > lines.length;
  const names = [
    ...COMPONENTS.map((component) => wordOf(say, 'component', component)),
    ...(isGone ? ['–'] : []),
  ];
  const sum = (key: keyof typeof COMPONENT_COLUMNS) =>
    `=SUMIFS(${of(key)},${of('component')},${own(say(COMPONENT_COLUMNS.component))})`;
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'quotaComponents'),
    rows: names.length,
    columns: componentKeys(quota.issued !== undefined).map((key): TableColumn => {
      if (key === 'component') return { key, header: say(COMPONENT_COLUMNS[key]), cells: names };
      if (key !== 'difference' && key !== 'leftOver') return figure(key, sum(key), money);
      return {
        ...figure(key, sum(key), difference),
        conditional: [{ kind: 'formula', formula: '=NOT(ABS({cell})<0.005)', look: 'bad' }],
      };
    }),
  };
}

/** The same, and nothing for those without a name. */
const withOther = (names: readonly string[]): string[] => [
  ...(names.includes('') ? [''] : []),
  ...distinct(names),
];

/** What segments carry; each seat is in one, whatever the number of its lines. */
export function segmentsTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, seats, money, parts } = context;
  const { own } = formulas(context);
  const { all } = quotaFormulas(context);
  const other = say('quota.otherSegment');
  const names = withOther(parts.map(({ seat }) => seats[seat]?.segment ?? ''));
  const me = own(say('plan.segment'));
  const figure = figureIn(say, SEGMENT_COLUMNS);
  const isOther = `(${me}=${literal(other)})`;
  // A seat of two lines is one seat, with one potential.
  const once = `/COUNTIFS(${all('id')},${all('id')}&"")`;
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
      figure('seats', `=ROUND(SUMPRODUCT(${ofSegment}${once}),6)`, '#,##0'),
      figure(
        'potential',
        `=SUMPRODUCT(${ofSegment}*${all('potential')}${once})`,
        potentialFormats(context).amount,
      ),
      figure('final', `=SUMPRODUCT(${ofSegment}*${all('inForce')})`, money),
      figure(
        'perPotential',
        `=IF(${own(say('quota.potential'))}>0,${own(say('quota.sumFinal'))}/${own(say('quota.potential'))},"")`,
        potentialFormats(context).ratio,
      ),
    ],
  };
}

/** Columns of figures of a table, by their keys. */
const figureIn =
  <Key extends string>(say: QuotaContext['say'], columns: Readonly<Record<Key, MessageId>>) =>
  (key: Key, cells: string, format: string): TableColumn => ({
    key,
    header: say(columns[key]),
    cells,
    format,
    align: 'right',
  });
