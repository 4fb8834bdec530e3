import type { Standing } from '../../plan/account-standing';
import type { OwnerChange } from '../../plan/owner-changes';
import { hasOwners, ownColumn, type ReportContext } from '../context';
import { UNASSIGNED } from '../../plan/territory';
import { columnRef, criterion, literal, type CellSpec } from '../spec';
import { firstSummed } from './bridge';

/** A kind that has a word of its own. */
type Said = Exclude<OwnerChange, 'none'> | 'changed';

/** The words of Moved? that count as a change of owner all begin like this. */
const changedWords = ({ say }: ReportContext): string => literal(`${say('moved.rep')}*`);

const criterionOf = (context: ReportContext, change: Said): string =>
  change === 'changed' ? changedWords(context) : literal(context.say(`moved.${change}`));

/** How many accounts change owner in a way, or at all. */
export const ownerCount = (context: ReportContext, change: Said): string =>
  `COUNTIF(${columnRef(context.table, context.column.moved)},${criterionOf(context, change)})`;

/** The same in the first balanced amount. */
function ownerSum(context: ReportContext, change: Said): string | undefined {
  const summed = firstSummed(context);
  if (summed === undefined) return undefined;
  const moved = columnRef(context.table, context.column.moved);
  return summed.headers
    .map((header) => `SUMIF(${moved},${criterionOf(context, change)},${columnRef(context.table, header)})`)
    .join('+');
}

/** Accounts that change owner, of those that are customers, or prospects of a kind. */
export function changedOf(context: ReportContext, standing: Standing): string {
  const { table, column, standings, say } = context;
  if (standings === undefined) return '0';
  const word = literal(say(`standing.${standing}`));
  return `COUNTIFS(${columnRef(table, column.moved)},${changedWords(context)},${columnRef(table, standings.header)},${word})`;
}

/** The same as a line, with the first balanced amount. */
function apart(context: ReportContext, standing: Standing): CellSpec[] {
  const { say, table, column, standings } = context;
  const summed = firstSummed(context);
  const where =
    `${columnRef(table, column.moved)},${changedWords(context)},` +
    `${columnRef(table, standings?.header ?? '')},${literal(say(`standing.${standing}`))}`;
  const sum = summed?.headers.map((header) => `SUMIFS(${columnRef(table, header)},${where})`).join('+');
  return [
    { value: say(`balance.moves.${standing}`), style: 'label' },
    { formula: `=${changedOf(context, standing)}`, format: '#,##0', style: 'figure' },
    ...(sum === undefined
      ? []
      : [{ formula: `=${sum}`, format: summed?.format ?? '#,##0', style: 'figure' } as const]),
  ];
}

/** Who moves, by kind, and the way from there to the columns Accounts in and Accounts out. Empty without owners. */
export function moves(context: ReportContext): CellSpec[][] {
  if (!hasOwners(context)) return [];
  const { say } = context;
  const summed = firstSummed(context);
  const line = (
    id: 'changed' | 'rep' | 'open' | 'gone' | 'nobody' | 'lost' | 'new' | 'stays',
  ): CellSpec[] => {
    const sum = ownerSum(context, id);
    const style = id === 'changed' ? 'total' : 'figure';
    return [
      { value: say(`balance.moves.${id}`), style: id === 'changed' ? 'total' : 'label' },
      { formula: `=${ownerCount(context, id)}`, format: '#,##0', style },
      ...(sum === undefined
        ? []
        : [{ formula: `=${sum}`, format: summed?.format ?? '#,##0', style } as const]),
    ];
  };
  const sum = (label: string, header: string): CellSpec[] => [
    { value: label, style: 'label' },
    { formula: `=SUM(${ownColumn(context, 'balance', header)})`, format: '#,##0', style: 'figure' },
  ];
  return [
    [
      { value: say('balance.moves.title'), style: 'section' },
      { value: say('balance.accounts'), style: 'sectionFigure' },
      ...(summed === undefined ? [] : [{ value: summed.label, style: 'sectionFigure' } as const]),
    ],
    line('rep'),
    line('open'),
    line('gone'),
    line('nobody'),
    line('lost'),
    line('changed'),
    ...(context.standings?.told ?? []).map((standing) => apart(context, standing)),
    line('new'),
    line('stays'),
    sum(say('balance.moves.in'), say('balance.in')),
    sum(say('balance.moves.out'), say('balance.out')),
    ...(context.accepted === undefined ? [] : [notAccepted(context)]),
  ];
}

/** Accounts that stand elsewhere than accepted: all that have an accepted territory, less those that stand there. */
function notAccepted(context: ReportContext): CellSpec[] {
  const { say, table, column } = context;
  const accepted = columnRef(table, column.accepted);
  const proposed = columnRef(table, column.territory);
  const each = criterion(ownColumn(context, 'territories', say('plan.territory')));
  const none = `COUNTIFS(${proposed},"${UNASSIGNED}",${accepted},"${UNASSIGNED}")`;
  return [
    { value: say('balance.moves.notAccepted'), style: 'label' },
    {
      formula: `=ROWS(${accepted})-COUNTBLANK(${accepted})-SUMPRODUCT(COUNTIFS(${proposed},${each},${accepted},${each}))-${none}`,
      format: '#,##0',
      style: 'figure',
    },
  ];
}
