import { rowKey } from '../../plan/quota';
import { tableName } from '../names';
import type { CellSpec, TableBlock, TableColumn } from '../spec';
import type { QuotaContext } from './context';
import { NO_BOUND_CELL } from './formulas';
import { quotaFormulas } from './quota-formulas';
import { LAST_SHOWN, QUOTA_COLUMNS, quotaKeys, type QuotaKey } from './quota-layout';
import { potentialFormats } from './potential-formats';

/** Columns of the table of quotas that are read: up to the last of them. */
export const shownKeys = ({ quota }: Pick<QuotaContext, 'quota'>): QuotaKey[] => {
  const keys = quotaKeys(quota.issued !== undefined);
  return keys.slice(0, keys.indexOf(LAST_SHOWN) + 1);
};

/** A row for each part of the plan that a seat has. @param row of the head */
export function quotaTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, parts, seats, quota } = context;
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
    lastYearIn: parts.map(({ line, seat }) => (line === 0 ? (seats[seat]?.lastYearIn ?? '') : '')),
    issuedQuota: issued.map((at) => at?.quota ?? ''),
    issuedFull: issued.map((at) => at?.fullYear ?? ''),
    issuedShare: issued.map((at) => at?.share ?? ''),
    issuedWeight: issued.map((at) => at?.weight ?? ''),
    issuedPotential: issued.map((at) => at?.potential ?? ''),
    issuedOverride: issued.map((at) => at?.override ?? ''),
    issuedLow: issued.map((at) => at?.low ?? ''),
    issuedHigh: issued.map((at) => (at?.low === undefined ? '' : (at.high ?? NO_BOUND_CELL))),
    issuedRole: parts.map(({ seat }) => quota.issued?.seats[seats[seat]?.id ?? '']?.role ?? ''),
  };
  const bound = `[>=${NO_BOUND_CELL}]"${say('quota.noBound')}";#,##0.######`;
  const input = new Set<QuotaKey>(['override', 'reason', 'floor', 'cap', 'lastYear']);
  const looks: Readonly<Partial<Record<QuotaKey, string>>> = {
    start: say('sheet.dateFormat'),
    shareOf: '0.0%',
    share: '0.0%',
    growth: '0.0%',
    potential: potentialFormats(context).amount,
    perPotential: potentialFormats(context).ratio,
    issuedShare: '0.0%',
    line: '0',
    weight: '#,##0.######',
    high: bound,
    issuedHigh: bound,
    corner1: '#,##0.######',
    corner2: '#,##0.######',
    reached: '#,##0.######',
    rest: '0.000000',
    part: '0.000000%',
    before: '0.000000%',
    upTo: '0.000000%',
  };
  const amounts = new Set<QuotaKey>([
    'potential',
    'fullYear',
    'calculated',
    'override',
    'counted',
    'final',
    'issued',
    'floor',
    'cap',
    'lastYear',
    'history',
    'target',
    'issuedQuota',
    'issuedFull',
    'issuedPotential',
    'issuedOverride',
    'issuedLow',
    'inForce',
    'fullInForce',
    'slip',
    'moved',
    'movedNet',
    'byDates',
    'unloaded',
    'placed1',
    'placed2',
    'planPart',
    'poolPart',
    'unallocatedPart',
    'notPlaceablePart',
    'bottomUpPart',
    'overrideOwn',
    'overridePart',
    'roundingOwn',
    'roundingPart',
    'between',
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
    'since',
    'issuedRole',
    'above',
    'aboveThat',
    'key',
    'id',
    'lastYearIn',
    'restOf',
  ]);
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'quota'),
    rows: parts.length,
    columns: quotaKeys(quota.issued !== undefined).map((key): TableColumn => {
      const format = looks[key] ?? (amounts.has(key) ? amountIn(key, context) : undefined);
      return {
        key,
        header: say(QUOTA_COLUMNS[key]),
        cells: values[key] ?? calculated[key] ?? [],
        ...(format === undefined ? {} : { format }),
        ...(input.has(key) ? { style: 'input' } : {}),
        ...(texts.has(key)
          ? {}
          : { align: key === 'start' || key === 'line' ? ('left' as const) : ('right' as const) }),
        ...(key === 'reason' || key === 'flag' || key === 'since' ? { indent: 1 } : {}),
        ...(key === 'since'
          ? { conditional: [{ kind: 'formula', formula: '={cell}<>""', look: 'bad' }] }
          : {}),
        ...(key === 'flag'
          ? { conditional: [{ kind: 'formula', formula: '={cell}<>""', look: 'warn' }] }
          : {}),
      };
    }),
  };
}

/** Below the table: what adds up. */
export function totals(context: QuotaContext): (CellSpec | null)[] {
  const { say } = context;
  const { all } = quotaFormulas(context);
  const summed = new Set<QuotaKey>(['potential', 'fullYear', 'calculated', 'final', 'issued', 'moved']);
  return shownKeys(context).map((key, c): CellSpec => {
    if (c === 0) return { value: say('sheet.total'), style: 'total' };
    if (key === 'potential')
      // A seat in two lines has its potential in both.
      return {
        formula: `=SUMPRODUCT(${all('potential')}/COUNTIFS(${all('id')},${all('id')}&""))`,
        format: potentialFormats(context).amount,
        style: 'total',
      };
    return summed.has(key)
      ? {
          formula: `=SUM(${all(key)})`,
          format: amountIn(key, context),
          style: 'total',
        }
      : { style: 'total' };
  });
}

/** What has changed with dates and accounts is no whole unit any more, and quotas are none where the unit is less than one. */
const amountIn = (key: string, { money, moneyToTheCent, quota }: QuotaContext): string =>
  (quota.unit < 1 && (key === 'final' || key === 'override')) ||
  key === 'issued' ||
  key === 'moved' ||
  key === 'between' ||
  /(?:Part|Own)$/.test(key)
    ? moneyToTheCent
    : money;
