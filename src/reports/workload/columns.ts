import type { Cell } from '../../plan/cells';
import { tableName, workloadName } from '../names';
import { columnRef, literal, sought, thisRow, type AccountColumnSpec } from '../spec';
import type { WorkloadContext } from './context';

/** Hours an account takes in a year, and folded what they come from: the way, frozen, and whose centre it leads from. */
export function workloadColumns(context: WorkloadContext): AccountColumnSpec[] {
  const { headers, km, territoryOf, values, inRows, isKept } = context;
  const kept = isKept ? { keepExisting: true } : {};
  const cellOf = (value: number | undefined): Cell =>
    value === undefined || Number.isNaN(value) ? '' : value;
  return [
    {
      key: 'hours',
      header: headers.hours,
      cells: values === undefined ? hoursFormula(context) : inRows((i) => cellOf(values.hours[i])),
      ...(values === undefined ? {} : kept),
      format: '#,##0.0',
      width: 12,
    },
    {
      key: 'travel',
      header: headers.travel,
      cells: inRows((i) => cellOf(km[i])),
      ...kept,
      format: '#,##0.0',
      width: 12,
      folded: true,
    },
    {
      key: 'travelFor',
      header: headers.travelFor,
      cells: inRows(territoryOf),
      ...kept,
      width: 18,
      folded: true,
    },
    {
      key: 'travelHours',
      header: headers.travelHours,
      cells: values === undefined ? travelFormula(context) : inRows((i) => cellOf(values.travel[i])),
      ...(values === undefined ? {} : kept),
      format: '#,##0.0',
      width: 12,
      folded: true,
    },
    { key: 'travelNote', header: headers.travelNote, cells: noteFormula(context), width: 26, folded: true },
  ];
}

const ofAccounts = ({ keyHeader }: WorkloadContext, formula: string): string =>
  keyHeader === undefined ? `=${formula}` : `=IF(${thisRow(keyHeader)}="","",${formula})`;

/** A cell of the account's tier; of all others where its tier is not listed. */
function ofTier({ layer, say, tierHeader }: WorkloadContext, header: string): string {
  const tiers = columnRef(tableName(layer, 'workloadTiers'), say('score.tier'));
  const others = `MATCH(${sought(literal(say(tierHeader === undefined ? 'workload.all' : 'workload.others')))},${tiers},0)`;
  const at =
    tierHeader === undefined ? others : `IFERROR(MATCH(${sought(thisRow(tierHeader))},${tiers},0),${others})`;
  return `INDEX(${columnRef(tableName(layer, 'workloadTiers'), header)},${at})`;
}

function hoursFormula(context: WorkloadContext): string {
  const each = ofTier(context, context.say('workload.each'));
  return ofAccounts(context, `IFERROR(ROUND(${each}+N(${thisRow(context.headers.travelHours)}),6),"")`);
}

function travelFormula(context: WorkloadContext): string {
  const { layer, headers } = context;
  const calls = `MAX(0,N(${ofTier(context, context.say('workload.calls'))}))`;
  const trips = `${calls}*2*N(${thisRow(headers.travel)})/${workloadName(layer, 'callsPerTrip')}`;
  return ofAccounts(context, `IFERROR(ROUND(${trips}/${workloadName(layer, 'speed')},6),0)`);
}

/** An account that was put elsewhere, or came, since travel was measured. */
function noteFormula(context: WorkloadContext): string {
  const { say, headers, column } = context;
  const isSame = `${thisRow(column.territory)}&""=${thisRow(headers.travelFor)}&""`;
  return ofAccounts(context, `IF(${isSame},"",${literal(say('workload.note'))})`);
}
