import type { Standing } from '../plan/account-standing';
import type { Cell } from '../plan/cells';
import { distanceUnit, KM, type DistanceUnit } from '../plan/distance';
import type { OwnerChange } from '../plan/owner-changes';
import type { Reason } from '../plan/reasons';
import { UNASSIGNED } from '../plan/territory';
import type { Say } from '../text/say';
import { hasOwners, ownColumn, type AccountStandings, type ReportContext } from './context';
import { definedName, tableName } from './names';
import { readingFormula } from './reading';
import { sentence } from './sentence';
import { criterion, literal, sought, thisRow, type AccountColumnSpec } from './spec';

const MAX_REASON = 80;

/** The columns that a plan appends to the accounts table, in the order in which they stand. */
export function accountColumns(context: ReportContext): AccountColumnSpec[] {
  const { say, column } = context;
  const unit = distanceUnit(context.accounts);
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
      ...(context.lockCells === undefined
        ? { cells: [], keepExisting: true }
        : { cells: inRows(context, context.lockCells) }),
      typed: true,
      width: 14,
      validation: {
        list: `=${definedName(context.layer, 'lockList')}`,
        prompt: { title: say('validation.lock.title'), message: say('validation.lock.prompt') },
        error: { title: say('validation.lock.title'), message: say('validation.lock.error') },
      },
    },
    { key: 'reason', header: column.reason, cells: reasonFormula(context), width: 52 },
    { key: 'designed', header: column.designed, cells: names, width: 20, folded: true },
    {
      key: 'designedReason',
      header: column.designedReason,
      cells: inRows(context, (i) => wordReason(say, context.plan.reason(i), unit)),
      width: 20,
      folded: true,
    },
    {
      key: 'accepted',
      header: column.accepted,
      cells: context.accepted === undefined ? [] : inRows(context, context.accepted),
      width: 20,
      folded: true,
    },
    { key: 'holder', header: column.holder, cells: inRows(context, context.holder), width: 18, folded: true },
    ...(context.pool === undefined
      ? []
      : [
          {
            key: 'pool' as const,
            header: context.pool.header,
            cells: inRows(context, context.pool.of),
            width: 12,
          },
        ]),
    ...(context.oversized === undefined ? [] : [oversizedColumn(context, context.oversized)]),
    ...(context.standings === undefined ? [] : [standingColumn(context, context.standings)]),
    ...context.readColumns.map((read): AccountColumnSpec => ({
      key: `read:${read.field}`,
      header: read.header,
      cells:
        read.beside?.formula ??
        (read.reading === undefined
          ? Array.from(read.values, (value): Cell => (Number.isNaN(value) ? '' : value))
          : readingFormula(
              read.reading,
              { texts: tableName(context.layer, 'texts'), rates: tableName(context.layer, 'rates') },
              {
                key: say('plan.text.key'),
                text: say('plan.text.text'),
                understood: say('plan.text.understood'),
                currency: say('plan.rate.currency'),
                rate: say('plan.rate.rate'),
              },
            )),
      format: '#,##0',
      width: 14,
      folded: true,
    })),
  ];

  function territoryNames({ plan }: ReportContext): Cell[] {
    return inRows(context, (i) => plan.territories[plan.assignment[i] ?? -1]?.name ?? UNASSIGNED);
  }
}

/** Which accounts are too large for a fair share: it goes with them wherever they are put. */
const oversizedColumn = (
  context: ReportContext,
  { header, is }: NonNullable<ReportContext['oversized']>,
): AccountColumnSpec => ({
  key: 'oversized',
  header,
  cells: inRows(context, (i) => (is(i) ? context.say('sheet.yes') : '')),
  width: 12,
});

/** What each account is: a formula over the cells that tell it, else as it was read. */
function standingColumn(context: ReportContext, standings: AccountStandings): AccountColumnSpec {
  const { say } = context;
  const { header, of } = standings;
  return {
    key: 'standing',
    header,
    cells: standingFormula(context, standings) ?? inRows(context, (i) => say(`standing.${of(i)}`)),
    width: 18,
    folded: true,
  };
}

/** `standingOf` (plan/account-standing.ts) as a formula. */
function standingFormula(
  { say, keyHeader }: ReportContext,
  { evidence, headers, told }: AccountStandings,
): string | undefined {
  if (headers === undefined) return undefined;
  const { customer, types, active, since } = evidence;
  const cell = (field: string) => thisRow(headers[field] ?? field);
  const some = (conditions: readonly string[]) =>
    conditions.length === 1 ? (conditions[0] ?? '') : `OR(${conditions.join(',')})`;
  const customers = [
    ...customer.map((field) => `N(${cell(field)})>0`),
    ...types.map((word) => `${cell('type')}=${literal(word)}`),
  ];
  const actives = [
    ...active.map((field) => `N(${cell(field)})>0`),
    ...(since === undefined ? [] : [`N(${cell('lastActivity')})>=${since}`]),
  ];
  const word = (standing: Standing) => literal(say(`standing.${standing}`));
  const rest = word(told.at(-1) ?? 'prospect');
  const prospect = actives.length === 0 ? rest : `IF(${some(actives)},${word('active')},${rest})`;
  const standing = `IF(${some(customers)},${word('customer')},${prospect})`;
  return keyHeader === undefined ? `=${standing}` : `=IF(${thisRow(keyHeader)}="","",${standing})`;
}

/** The reason of the design while the account stands where the design put it; else that it was edited, or came later. */
function reasonFormula({ say, column }: ReportContext): string {
  const territory = thisRow(column.territory);
  const designed = thisRow(column.designed);
  const edited = sentence(say, 'reason.edited', { was: designed });
  return (
    `=IF(${territory}=${designed},${thisRow(column.designedReason)}&"",` +
    `IF(${designed}="",${literal(say('reason.added'))},${edited}))`
  );
}

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

/**
 * `ownerChange` (plan/owner-changes.ts) as a formula: what it counts is told by the words that begin with Yes. Under a
 * name that is no territory nobody knows who is meant, so nothing is said of a change.
 */
function movedFormula(context: ReportContext): string {
  const { say, layer, column } = context;
  if (!hasOwners(context)) return `=${literal(say('sheet.noData'))}`;
  const territory = thisRow(column.territory);
  const now = thisRow(column.owner);
  const before = thisRow(column.holder);
  const owners = ownColumn(context, 'territories', say('plan.owner'));
  const isNone = `COUNTIF(${definedName(layer, 'territoryList')},${criterion(territory)})=0`;
  const word = (id: Exclude<OwnerChange, 'none'> | 'unknown') => literal(say(`moved.${id}`));
  const nowhere = (change: string) =>
    `IF(OR(${territory}="",${territory}="${UNASSIGNED}"),${change},${word('unknown')})`;
  return (
    `=IF(${before}="",IF(${isNone},${nowhere('""')},${word('new')}),IF(${before}=${now},${word('stays')},` +
    `IF(COUNTIF(${owners},${criterion(before)})=0,IF(${isNone},${nowhere(word('lost'))},${word('gone')}),` +
    `IF(${now}<>"",${word('rep')},IF(${isNone},${nowhere(word('nobody'))},${word('open')})))))`
  );
}

/** The reason in words, cut to what the column promises. */
export function wordReason(say: Say, reason: Reason, unit: DistanceUnit = KM): string {
  const text = inWords(say, reason, unit);
  return text.length <= MAX_REASON ? text : `${text.slice(0, MAX_REASON - 1)}…`;
}

function inWords(say: Say, reason: Reason, { sign, perKm }: DistanceUnit): string {
  const far = (km: number) => km * perKm;
  switch (reason.code) {
    case 'nearest':
      return reason.next === undefined || reason.extraKm === undefined
        ? say('reason.nearest', { km: far(reason.km), unit: sign })
        : say('reason.nearestNext', {
            km: far(reason.km),
            next: reason.next,
            extra: far(reason.extraKm),
            unit: sign,
          });
    case 'balance':
      return say('reason.balance', {
        km: far(reason.km),
        nearer: reason.nearer,
        saved: far(reason.savedKm),
        unit: sign,
      });
    case 'locked':
      return say('reason.locked', { lock: say(`lock.${reason.lock}`) });
    case 'scenario':
      return say('reason.scenario', { name: reason.name });
    case 'noPlace':
      return say('reason.noPlace', { by: reason.by });
    case 'family':
    case 'apart':
      return say(`reason.${reason.code}`, { unit: reason.unit ?? 'none' });
    case 'onlyEligible':
    case 'ineligible':
      return reason.by === undefined
        ? say(`reason.${reason.code}`)
        : say(`reason.${reason.code}.${reason.by.rule}`, reason.by.params);
    default:
      return say(`reason.${reason.code}`);
  }
}
