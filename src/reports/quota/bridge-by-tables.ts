import { differenceFormat } from '../amounts';
import { tableName, type TableKey } from '../names';
import { literal, type TableBlock, type TableColumn } from '../spec';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import { managerGroups, segmentGroups } from './groups';
import { quotaFormulas } from './quota-formulas';
import {
  BRIDGE_COLUMNS,
  BY_MANAGER_COLUMNS,
  BY_SEGMENT_COLUMNS,
  byKeys,
  type BridgeKey,
  type ByKey,
  type QuotaKey,
} from './quota-layout';

/** Where a step of a group comes from: the column of its seats, and that of the lines of which no seat has it. */
type Source = readonly [ofSeats: QuotaKey | undefined, ofLines: BridgeKey | undefined];
type Plain = Exclude<ByKey, 'overAssignment' | 'difference'>;

const sourcesOf = (isIssued: boolean): Readonly<Record<Plain, Source>> => ({
  plan: ['planPart', 'plan'],
  pool: ['poolPart', 'pool'],
  unallocated: ['unallocatedPart', 'unallocated'],
  notPlaceable: ['notPlaceablePart', isIssued ? 'notPlaceableAtIssue' : 'notPlaceable'],
  bottomUpGap: ['bottomUpPart', isIssued ? 'bottomUpAtIssue' : 'bottomUpGap'],
  overrideGap: ['overridePart', isIssued ? 'overrideAtIssue' : 'overrideGap'],
  rounding: ['roundingPart', isIssued ? 'roundingAtIssue' : 'rounding'],
  // What bounds and overrides move is nothing in all.
  between: ['between', undefined],
  hiringSlip: ['slip', 'hiringSlip'],
  seatsGone: [undefined, 'seatsGone'],
  moves: ['moved', 'moves'],
  final: ['inForce', 'final'],
  inForce: ['inForce', 'inForce'],
});

/** Steps with their signs, as they lead from the plan to the quotas. */
const WALK = [
  ['plan', '+'],
  ['overAssignment', '+'],
  ['unallocated', '-'],
  ['notPlaceable', '-'],
  ['bottomUpGap', '+'],
  ['overrideGap', '+'],
  ['rounding', '-'],
  ['between', '+'],
  ['hiringSlip', '-'],
  ['seatsGone', '-'],
  ['moves', '+'],
] as const satisfies readonly (readonly [ByKey, '+' | '-'])[];

/** The bridge of each manager's seats. @param row of the head */
export function byManagerTable(context: QuotaContext, row: number): TableBlock {
  const { say } = context;
  const { own } = formulas(context);
  const { all } = quotaFormulas(context);
  const me = own(say('balance.manager'));
  const isOf = `(${all('manager')}=IF(${me}=${literal(say('quota.by.noManager'))},"",${me}))`;
  const noSeat = `(${me}=${literal(say('quota.by.noSeat'))})`;
  return byTable(
    context,
    row,
    'quotaByManager',
    BY_MANAGER_COLUMNS,
    managerGroups(context),
    (seats, lines) => {
      const ofSeats = seats === undefined ? '0' : `SUMPRODUCT(${isOf}*${seats})`;
      const rest = [
        ...(lines === undefined ? [] : [`SUM(${lines})`]),
        ...(seats === undefined ? [] : [`-SUM(${seats})`]),
      ];
      return `IF(${noSeat},${rest.join('')},${ofSeats})`;
    },
  );
}

/** The same of each segment's seats, with what lines of a segment without seats have. */
export function bySegmentTable(context: QuotaContext, row: number): TableBlock {
  const { say } = context;
  const { own, column } = formulas(context);
  const { all } = quotaFormulas(context);
  const me = own(say('plan.segment'));
  const isOf = `(${all('segment')}=IF(${me}=${literal(say('quota.otherSegment'))},"",${me}))`;
  const restOf = column('quotaBridge', say(BRIDGE_COLUMNS.restOf));
  return byTable(context, row, 'quotaBySegment', BY_SEGMENT_COLUMNS, segmentGroups(context), (seats, lines) =>
    [
      ...(seats === undefined ? [] : [`SUMPRODUCT((${isOf}-(${all('restOf')}=${me}))*${seats})`]),
      ...(lines === undefined ? [] : [`+SUMPRODUCT((${restOf}=${me})*${lines})`]),
    ].join(''),
  );
}

function byTable(
  context: QuotaContext,
  row: number,
  table: TableKey & ('quotaByManager' | 'quotaBySegment'),
  columns: typeof BY_MANAGER_COLUMNS | typeof BY_SEGMENT_COLUMNS,
  groups: readonly string[],
  stepOf: (seats: string | undefined, lines: string | undefined) => string,
): TableBlock {
  const { say, layer, quota, money, moneyToTheCent, digits } = context;
  const { own, column } = formulas(context);
  const { all } = quotaFormulas(context);
  const isIssued = quota.issued !== undefined;
  const sources = sourcesOf(isIssued);
  const keys = byKeys(isIssued);
  const me = (key: ByKey) => own(say(columns[key]));
  const walk = WALK.filter(([key]) => keys.includes(key)).map(([key, sign]) => `${sign}${me(key)}`);
  const formulaOf = (key: ByKey): string => {
    if (key === 'overAssignment') return `=${me('pool')}-${me('plan')}`;
    if (key === 'difference')
      return `=ROUND(${walk.join('').slice(1)}-${me(isIssued ? 'inForce' : 'final')},${digits})`;
    const [ofSeats, ofLines] = sources[key];
    const step = stepOf(
      ofSeats === undefined ? undefined : all(ofSeats),
      ofLines === undefined ? undefined : column('quotaBridge', say(BRIDGE_COLUMNS[ofLines])),
    );
    return `=ROUND(${step},${digits})`;
  };
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, table),
    rows: groups.length,
    columns: [
      { key: 'group', header: say(columns.group), cells: groups },
      ...keys.map((key): TableColumn => ({
        key,
        header: say(columns[key]),
        cells: formulaOf(key),
        format: key === 'difference' ? differenceFormat(context) : isWhole(key) ? money : moneyToTheCent,
        align: 'right',
        ...(key === 'difference'
          ? { conditional: [{ kind: 'formula', formula: '=NOT(ABS({cell})<0.005)', look: 'bad' } as const] }
          : {}),
      })),
    ],
  };
}

/** Steps that are cut into cents, and are seen to add up. */
const isWhole = (key: ByKey): boolean => key === 'final';

/** How far the steps of all groups are from those of the bridge, and the differences of each: 0 where all adds up. */
export function byOff(context: QuotaContext, table: 'quotaByManager' | 'quotaBySegment'): string {
  const { say, quota, digits } = context;
  const { column } = formulas(context);
  const isIssued = quota.issued !== undefined;
  const sources = sourcesOf(isIssued);
  const columns = table === 'quotaByManager' ? BY_MANAGER_COLUMNS : BY_SEGMENT_COLUMNS;
  const of = (key: ByKey) => column(table, say(columns[key]));
  const off = byKeys(isIssued).flatMap((key) => {
    if (key === 'difference') return [`SUMPRODUCT(ABS(${of(key)}))`];
    if (key === 'overAssignment') return [];
    const ofLines = sources[key][1];
    const lines = ofLines === undefined ? '' : `-SUM(${column('quotaBridge', say(BRIDGE_COLUMNS[ofLines]))})`;
    return [`ABS(SUM(${of(key)})${lines})`];
  });
  return `ROUND(${off.join('+')},${digits})`;
}
