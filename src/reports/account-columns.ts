import type { Cell } from '../plan/cells';
import type { Reason } from '../plan/reasons';
import { UNASSIGNED } from '../plan/territory';
import type { Say } from '../text/say';
import { ownColumn, type ReportContext } from './context';
import { definedName } from './names';
import { criterion, literal, sought, thisRow, type AccountColumnSpec } from './spec';

const MAX_REASON = 80;

/** The columns that a plan appends to the accounts table, in the order in which they stand. */
export function accountColumns(context: ReportContext): AccountColumnSpec[] {
  const { say, column } = context;
  const names = territoryNames(context);
  return [
    {
      key: 'territory',
      header: column.territory,
      cells: names,
      style: 'editable',
      width: 20,
      validation: {
        list: `=${definedName(context.layer, 'territoryList')}`,
        prompt: { title: say('validation.territory.title'), message: say('validation.territory.prompt') },
        error: { title: say('validation.territory.title'), message: say('validation.territory.error') },
      },
      conditional: [{ kind: 'formula', formula: unknownTerritory(context), look: 'bad' }],
    },
    { key: 'owner', header: column.owner, cells: ownerFormula(context), width: 18 },
    { key: 'moved', header: column.moved, cells: movedFormula(context), width: 16 },
    {
      key: 'lock',
      header: column.lock,
      cells: [],
      keepExisting: true,
      width: 14,
      validation: {
        list: `=${definedName(context.layer, 'lockList')}`,
        prompt: { title: say('validation.lock.title'), message: say('validation.lock.prompt') },
        error: { title: say('validation.lock.title'), message: say('validation.lock.error') },
      },
    },
    { key: 'reason', header: column.reason, cells: reasonFormulas(context), width: 52 },
    { key: 'designed', header: column.designed, cells: names, width: 20, folded: true },
    ...(context.holders === undefined ? [] : [holderColumn(context, context.holders)]),
    ...context.readColumns.map((read): AccountColumnSpec => ({
      key: `read:${read.field}`,
      header: read.header,
      cells: Array.from(read.values, (value): Cell => (Number.isNaN(value) ? '' : value)),
      format: '#,##0',
      width: 14,
      folded: true,
    })),
  ];

  function territoryNames({ plan }: ReportContext): Cell[] {
    return inRows(context, (i) => plan.territories[plan.assignment[i] ?? -1]?.name ?? UNASSIGNED);
  }

  function reasonFormulas({ say, plan }: ReportContext): (Cell | { formula: string })[] {
    const territory = thisRow(column.territory);
    const designed = thisRow(column.designed);
    return inRows<Cell | { formula: string }>(context, (i) => {
      const reason = literal(wordReason(say, plan.reason(i)));
      const was = plan.territories[plan.assignment[i] ?? -1]?.id ?? UNASSIGNED;
      const edited = literal(say('reason.edited', { was }));
      return { formula: `=IF(${territory}=${designed},${reason},${edited})` };
    });
  }
}

/** The owner before, trimmed: `Moved?` looks at it where the list's own cells hold ids or names turned round. */
const holderColumn = (context: ReportContext, holders: readonly string[]): AccountColumnSpec => ({
  key: 'holder',
  header: context.ownerHeader ?? context.say('column.holder'),
  cells: inRows<Cell>(context, (i) => holders[i] ?? ''),
  width: 18,
  folded: true,
});

/** One cell a row of the table's body; rows that hold no account stay empty. */
function inRows<T>({ bodyRows, rowOf }: ReportContext, cellOf: (account: number) => T): (T | '')[] {
  const cells = new Array<T | ''>(bodyRows).fill('');
  rowOf.forEach((row, i) => {
    cells[row] = cellOf(i);
  });
  return cells;
}

/** Marks a name that is not in the list: validation does not fire on paste. */
const unknownTerritory = ({ layer }: ReportContext): string =>
  `=AND({cell}<>"",{cell}<>"${UNASSIGNED}",COUNTIF(${definedName(layer, 'territoryList')},${criterion('{cell}')})=0)`;

function ownerFormula(context: ReportContext): string {
  const owners = ownColumn(context, 'territories', context.say('plan.owner'));
  const list = ownColumn(context, 'territories', context.say('plan.territory'));
  return `=IFERROR(INDEX(${owners},MATCH(${sought(thisRow(context.column.territory))},${list},0))&"","")`;
}

/** New: had no owner. Left: the old owner is in no territory of this plan. */
function movedFormula(context: ReportContext): string {
  const { say, column, ownerHeader } = context;
  if (ownerHeader === undefined) return `=${literal(say('sheet.noData'))}`;
  const now = thisRow(column.owner);
  const before = `TRIM(${thisRow(ownerHeader)})`;
  const known = `COUNTIF(${ownColumn(context, 'territories', say('plan.owner'))},${criterion(before)})>0`;
  const word = (id: 'yes' | 'no' | 'new' | 'left') => literal(say(`moved.${id}`));
  return (
    `=IF(${now}="","",IF(${before}="",${word('new')},IF(${before}=${now},${word('no')},` +
    `IF(${known},${word('yes')},${word('left')}))))`
  );
}

/** The reason in words, cut to what the column promises. */
export function wordReason(say: Say, reason: Reason): string {
  const text = sentence(say, reason);
  return text.length <= MAX_REASON ? text : `${text.slice(0, MAX_REASON - 1)}…`;
}

function sentence(say: Say, reason: Reason): string {
  switch (reason.code) {
    case 'nearest':
      return reason.next === undefined || reason.extraKm === undefined
        ? say('reason.nearest', { km: reason.km })
        : say('reason.nearestNext', { km: reason.km, next: reason.next, extra: reason.extraKm });
    case 'balance':
      return say('reason.balance', { km: reason.km, nearer: reason.nearer, saved: reason.savedKm });
    case 'locked':
      return say('reason.locked', { lock: say(`lock.${reason.lock}`) });
    case 'noPlace':
      return say('reason.noPlace', { by: reason.by });
    case 'onlyEligible':
    case 'ineligible':
      return reason.by === undefined
        ? say(`reason.${reason.code}`)
        : say(`reason.${reason.code}.${reason.by.rule}`, reason.by.params);
    default:
      return say(`reason.${reason.code}`);
  }
}
