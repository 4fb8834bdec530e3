import { METHODS } from '../../plan/quota';
import type { MessageId } from '../../text/say';
import { tableName, type TableKey } from '../names';
import { criterion, literal, type CellSpec } from '../spec';
import { differenceFormat } from '../amounts';
import type { QuotaContext } from './context';
import { byOff } from './bridge-by-tables';
import { formulas, NEVER } from './formulas';
import { quotaFormulas } from './quota-formulas';
import { conventionsChanged } from './issue-blocks';
import { BRIDGE_COLUMNS, type BridgeKey } from './quota-layout';
import { typedBelow } from './settings-block';

type Row = (CellSpec | null)[];

/** Does it add up, and is anything open? A label over three columns and a difference; 0 is right. */
export function checks(context: QuotaContext): Row[] {
  const { say, money, quota } = context;
  const difference = differenceFormat(context);
  const { column } = formulas(context);
  const { all } = quotaFormulas(context);
  const final = all('inForce');
  const isIssued = quota.issued !== undefined;
  const bridgeOf = (key: BridgeKey) => column('quotaBridge', say(BRIDGE_COLUMNS[key]));
  const seats = column('quotaLines', say('quota.seats'));
  const ids = column('quotaSeats', say('plan.id'));
  const manager = all('manager');
  const rows: readonly (readonly [string, string, string])[] = [
    [
      say('quota.check.bridge'),
      `SUMPRODUCT(ABS(${bridgeOf('difference')}))${isIssued ? `+SUMPRODUCT(ABS(${bridgeOf('leftOver')}))` : ''}`,
      difference,
    ],
    [
      say('quota.check.lines'),
      `ABS(SUM(${column('quotaLines', say('quota.pool'))})-SUM(${bridgeOf('pool')}))+ABS(SUM(${seats})-SUM(${all('applies')}))`,
      difference,
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
      `ROUND(SUMPRODUCT(((${manager}="")+COUNTIFS(${column('quotaManagers', say('balance.manager'))},${criterion(manager)}))*${final})-SUM(${final}),2)+SUMPRODUCT(ABS(${column('quotaManagers', say('quota.level'))}))`,
      difference,
    ],
    [
      say('quota.check.segments'),
      `ROUND(SUM(${column('quotaSegments', say('quota.sumFinal'))})-SUM(${final}),2)`,
      difference,
    ],
    [
      say('quota.check.by'),
      `${byOff(context, 'quotaByManager')}+${byOff(context, 'quotaBySegment')}`,
      difference,
    ],
    [
      say('quota.check.months'),
      `ROUND(SUM(${column('quotaSeatMonths', say('quota.ofYear'))})-SUM(${final}),2)`,
      difference,
    ],
    [say('quota.check.season'), seasonOff(context), '0.00'],
    [say('quota.check.unread'), unread(context), '#,##0'],
    [say('quota.check.splits'), `SUMPRODUCT(1*(${column('quotaShared', say('quota.note'))}<>""))`, '#,##0'],
    [
      say('quota.check.below'),
      `${typedBelow(context, 'shared', 'quotaShared', say('quota.shared.rep'), say('quota.shared.split'))}+${typedBelow(context, 'lines', 'quotaLines', say('quota.component'), say('quota.method'))}+` +
        typedBelow(context, 'ramps', 'quotaRamps', say('quota.role'), say('quota.month', { month: 12 })),
      '#,##0',
    ],
    [
      say('quota.check.others'),
      `SUMPRODUCT(1*(${column('quotaSeatMonths', say('quota.rep'))}<>${column('quotaSeatMonths', say('quota.writtenFor'))}))`,
      '#,##0',
    ],
    [say('quota.check.reasons'), `SUMPRODUCT(ISNUMBER(${all('override')})*(${all('reason')}=""))`, '#,##0'],
    [
      say('quota.check.changed'),
      isIssued ? `SUM(${all('changed')})+${poolsChanged(context)}+${settingsChanged(context)}` : '0',
      '#,##0',
    ],
  ];
  return [
    [
      { value: say('balance.checks'), style: 'section' },
      { style: 'section' },
      { style: 'section' },
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

/** Conventions, and parts of the year, that are others than when quotas were issued. */
function settingsChanged(context: QuotaContext): string {
  const { say } = context;
  const { column } = formulas(context);
  const now = column('quotaMonths', say('quota.weightOfYear'));
  const then = column('quotaMonths', say('quota.weightAtIssue'));
  // Ramps are told by what seats have of them: by those of now, and by those of the issue.
  const [share, atIssue] = [say('quota.share'), say('quota.shareAtIssue')].map((header) =>
    column('quotaSeatMonths', header),
  );
  return (
    `${conventionsChanged(context)}+SUMPRODUCT((${now}-${then}>0.000001)+(${then}-${now}>0.000001))+` +
    `SUMPRODUCT((${share}-${atIssue}>0.000001)+(${atIssue}-${share}>0.000001))`
  );
}

/**
 * What the twelve weights of a season are off the whole: meant in per cent they add up to 1 or to 100, and where each
 * month weighs about 1 to 12. Nothing where the year is counted otherwise.
 */
function seasonOff(context: QuotaContext): string {
  const { say } = context;
  const { column, is } = formulas(context);
  const sum = `SUM(${column('quotaMonths', say('quota.season'))})`;
  const off = [1, 12, 100].map((whole) => `ABS(${sum}-${whole})`).join(',');
  return `IF(${is('calendar', 'season')},ROUND(MIN(${off}),6),0)`;
}

/** Blue cells that are texts where a number belongs, out of range, or words that nobody knows. */
function unread(context: QuotaContext): string {
  const { say, layer } = context;
  const { column, setting } = formulas(context);
  const noText = (cells: string) => `SUMPRODUCT(ISTEXT(${cells})*(${cells}<>""))`;
  const noNumber = (cells: string, most: string) =>
    `${noText(cells)}+SUMPRODUCT(ISNUMBER(${cells})*((${cells}<0)+(${cells}>${most})>0))`;
  const noDay = (cells: string) =>
    `${noText(cells)}+SUMPRODUCT(ISNUMBER(${cells})*((${cells}<>0)*(${cells}<1)+(${cells}>${NEVER})>0))`;
  const between = (table: TableKey, first: string, last: string) =>
    `${tableName(layer, table)}[[${first}]:[${last}]]`;
  const month = (m: number) => say('quota.month', { month: m });
  return [
    `SUM(${setting('unread')})`,
    `SUM(${column('quotaBridge', say('quota.unread'))})`,
    noNumber(column('quotaMonths', say('quota.season')), '1E+15'),
    noNumber(between('quotaRamps', month(1), month(12)), '1'),
    // Months of a ramp that is of nobody.
    `SUMPRODUCT((TRIM(${column('quotaRamps', say('quota.role'))})="")*(TRIM(${column('quotaRamps', say('plan.segment'))})="")*(${between('quotaRamps', month(1), month(12))}<>""))`,
    noDay(between('quotaSeats', say('quota.hired'), say('quota.leaveTo'))),
    noNumber(column('territories', say('plan.share')), '1E+15'),
    ...(['quota.override', 'quota.floor', 'quota.cap', 'quota.lastYear'] as const).map((header) =>
      noNumber(column('quota', say(header)), '1E+15'),
    ),
  ].join('+');
}

/** What is odd about the plan as a whole, in words; nothing where nothing is. */
export function notes(context: QuotaContext): string {
  const { say } = context;
  const { column, setting } = formulas(context);
  const { all } = quotaFormulas(context);
  const amounts = column('quotaLines', say('quota.amount'));
  const bridgeOf = (key: BridgeKey) => column('quotaBridge', say(BRIDGE_COLUMNS[key]));
  /** A line that is shared out by what no seat has. */
  const isUnknown = (method: 'potential' | 'history') =>
    `SUMPRODUCT((${bridgeOf('method')}=${METHODS.indexOf(method) + 1})*(${bridgeOf('pool')}>0)*` +
    `(SUMIFS(${all(method)},${all('line')},${bridgeOf('line')},${all('applies')},1)<=0))>0`;
  const unit = `N(${setting('unit')})`;
  const told: readonly (readonly [condition: string, id: MessageId])[] = [
    [`SUMPRODUCT(ISNUMBER(${amounts})*(${amounts}<0))>0`, 'quota.odd.negative'],
    [`SUM(${bridgeOf('plan')})=0`, 'quota.odd.nothing'],
    [isUnknown('potential'), 'quota.odd.noPotential'],
    [isUnknown('history'), 'quota.odd.noHistory'],
    [`(MAX(${all('calculated')})>0)*(${unit}>MAX(${all('calculated')}))>0`, 'quota.odd.unit'],
    [`SUMPRODUCT(1*(${bridgeOf('notPlaceable')}<-0.005))>0`, 'quota.odd.floors'],
    [
      `SUMPRODUCT((${bridgeOf('notPlaceable')}>0.005)*(SUMIFS(${all('applies')},${all('line')},${bridgeOf('line')})>0))>0`,
      'quota.odd.caps',
    ],
    [`SUMPRODUCT(1*(${bridgeOf('overridden')}-${bridgeOf('pool')}>0.005))>0`, 'quota.odd.overrides'],
  ];
  return `=TRIM(${told.map(([condition, id]) => `IF(${condition},${literal(`${say(id)} `)},"")`).join('&')})`;
}
