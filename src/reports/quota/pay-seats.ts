import { columnLetters } from '../../plan/cells';
import { ATTAINMENTS } from '../../plan/quota';
import type { CellSpec, TableColumn } from '../spec';
import { columnRef } from '../spec';
import { tableName } from '../names';
import type { QuotaContext } from './context';
import { payFormulas, paysFormula } from './pay-formulas';
import { PAY_COLUMNS, payAt, type PayKey } from './pay-layout';

const INPUTS: ReadonlySet<string> = new Set<PayKey>(['base', 'variable', 'travel', 'attained']);
const TEXTS: ReadonlySet<string> = new Set<PayKey>([
  'territory',
  'rep',
  'role',
  'manager',
  'flag',
  'id',
  'status',
  'band',
  'found',
]);
const PERCENTS: ReadonlySet<string> = new Set<PayKey>([
  'attained',
  'change',
  'workload',
  'fairShare',
  'capability',
  'relative',
  'ofRole',
  'share',
  'active',
  'present',
]);
const FORMATS: Readonly<Partial<Record<string, string>>> = {
  hired: 'yyyy-mm-dd',
  mix: '0%',
  rate: '0.00%',
  ratio: '0.0',
  perPotential: '0.0%',
  capacity: '0.##',
  paid: '0',
  texts: '0',
  flagNo: '0',
};
const SUMMED: ReadonlySet<string> = new Set<string>([
  ...(['base', 'variable', 'ote', 'fullYear', 'ofYear', 'cash', 'travel', 'overlay', 'total'] as const),
  'lastYear' satisfies PayKey,
  ...ATTAINMENTS.map(payAt),
]);

/** The columns of a row a seat. What nobody knows of this workbook is not there. @param row of the head */
export function seatColumns(context: QuotaContext, row: number): TableColumn[] {
  const { say, seats, money, workload } = context;
  const calculated = payFormulas(context);
  const values: Readonly<Partial<Record<PayKey, TableColumn['cells']>>> = {
    base: seats.map(({ base }) => base ?? ''),
    variable: seats.map(({ variable }) => variable ?? ''),
    travel: seats.map(({ travel }) => travel ?? ''),
    attained: seats.map(({ attained }) => attained ?? ''),
    id: seats.map(({ id }) => id),
  };
  const dressed = (key: string, header: string, cells: TableColumn['cells']): TableColumn => ({
    key,
    header,
    cells,
    ...(TEXTS.has(key) ? {} : { format: FORMATS[key] ?? (PERCENTS.has(key) ? '0%' : money) }),
    ...(INPUTS.has(key) ? { style: 'input' as const } : {}),
    ...(TEXTS.has(key) ? {} : { align: key === 'hired' ? ('left' as const) : ('right' as const) }),
  });
  const keys = (Object.keys(PAY_COLUMNS) as PayKey[]).filter(
    (key) => key !== 'workload' || workload !== undefined,
  );
  const target = `$${columnLetters(keys.indexOf('ofYear') + 1)}${row + 2}`;
  return keys.flatMap((key): TableColumn[] => {
    const column = dressed(key, say(PAY_COLUMNS[key]), values[key] ?? calculated[key] ?? []);
    if (key === 'flag')
      return [
        {
          ...column,
          indent: 1,
          conditional: [{ kind: 'formula', formula: '={cell}<>""', look: 'warn' }],
        },
      ];
    if (key !== 'ofYear') return [column];
    return [
      column,
      ...ATTAINMENTS.map((at): TableColumn => {
        const pays = dressed(payAt(at), paysHeader(context, at), paysFormula(context, at));
        if (at !== 1) return pays;
        // Who reaches the quota gets the target variable, or the tiers are wrong.
        const formula = `=ABS(N({cell})-N(${target}))>0.005`;
        return { ...pays, conditional: [{ kind: 'formula', formula, look: 'bad' }] };
      }),
    ];
  });
}

/** What the column is called that says what is paid at a part of the quota. */
export const paysHeader = ({ say }: Pick<QuotaContext, 'say'>, attainment: number): string =>
  say('quota.pay.at', { percent: Math.round(100 * attainment) });

export function seatTotals(context: QuotaContext, shown: readonly TableColumn[]): CellSpec[] {
  const { say, layer, money } = context;
  return shown.map(({ key, header }, c): CellSpec => {
    if (c === 0) return { value: say('sheet.total'), style: 'total' };
    if (!SUMMED.has(key)) return { style: 'total' };
    return {
      formula: `=SUM(${columnRef(tableName(layer, 'pay'), header)})`,
      format: money,
      style: 'total',
    };
  });
}
