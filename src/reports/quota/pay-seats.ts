import { columnLetters } from '../../plan/cells';
import { ATTAINMENTS } from '../../plan/quota';
import { moneyFormat } from '../amounts';
import type { CellSpec, TableColumn } from '../spec';
import { columnRef } from '../spec';
import { tableName } from '../names';
import type { QuotaContext, QuotaSeat } from './context';
import { payFormulas, paysFormula } from './pay-formulas';
import { PAY_COLUMNS, payAt, payKeys, type PayKey } from './pay-layout';
import { potentialFormats } from './potential-formats';

const INPUTS: ReadonlySet<string> = new Set<PayKey>([
  'base',
  'variable',
  'travel',
  'attained',
  'fx',
  'fxDate',
]);
/** Amounts in the rep's own currency. */
const OWN: ReadonlySet<string> = new Set<PayKey>(['base', 'variable', 'travel', 'ownQuota']);
const TEXTS: ReadonlySet<string> = new Set<PayKey>([
  'territory',
  'rep',
  'role',
  'manager',
  'flag',
  'id',
  'seat',
  'person',
  'status',
  'currency',
  'band',
  'found',
]);
const PERCENTS: ReadonlySet<string> = new Set<PayKey>([
  'attained',
  'change',
  'workload',
  'fairShare',
  'fit',
  'capability',
  'relative',
  'ofRole',
  'share',
  'active',
  'present',
]);
const FORMATS: Readonly<Partial<Record<string, string>>> = {
  mix: '0%',
  rate: '0.00%',
  ratio: '0.0',
  capacity: '0.##',
  split: '0.##%',
  fx: '0.0000##',
  fxCounts: '0.0000##',
  paid: '0',
  texts: '0',
  flagNo: '0',
};
const DAYS: ReadonlySet<string> = new Set<PayKey>(['hired', 'hiredSecond', 'fxDate']);
const SUMMED: ReadonlySet<string> = new Set<string>([
  ...(['base', 'variable', 'ote', 'fullYear', 'ofYear', 'cash', 'travel', 'overlay', 'total'] as const),
  'lastYear' satisfies PayKey,
  ...ATTAINMENTS.map(payAt),
]);

/** Who has a row: each seat, then the second reps of those that several share. */
export const people = ({
  seats,
  seconds,
  shared,
}: Pick<QuotaContext, 'seats' | 'seconds' | 'shared'>): (QuotaSeat & {
  readonly seatId: string;
  /** Who of the seat's reps it is; blank where it has one. */
  readonly person: string;
})[] => [
  ...seats.map((seat, j) => ({
    ...seat,
    seatId: seat.id,
    person: shared.find((one) => one.seat === j)?.rep ?? '',
  })),
  ...seconds.map((one) => ({ ...one, seatId: seats[one.seat]?.id ?? '', person: one.owner })),
];

/** The columns of a row a seat. What nobody knows of this workbook is not there. @param row of the head */
export function seatColumns(context: QuotaContext, row: number): TableColumn[] {
  const { say, money, workload } = context;
  const seats = people(context);
  const calculated = payFormulas(context);
  const values: Readonly<Partial<Record<PayKey, TableColumn['cells']>>> = {
    base: seats.map(({ base }) => base ?? ''),
    variable: seats.map(({ variable }) => variable ?? ''),
    travel: seats.map(({ travel }) => travel ?? ''),
    attained: seats.map(({ attained }) => attained ?? ''),
    id: seats.map(({ id }) => id),
    seat: seats.map(({ seatId }) => seatId),
    person: seats.map(({ person }) => person),
    hiredSecond: seats.map(({ id, seatId, hired }) => (id === seatId ? '' : (hired ?? ''))),
    currency: seats.map(({ currency }) => currency),
    fx: seats.map(({ currency, rate }) => (currency === '' ? '' : (rate ?? ''))),
    fxDate: seats.map(({ currency, rateDate }) => (currency === '' ? '' : (rateDate ?? ''))),
  };
  /** Base, variable and travel are shown in the rep's own currency. */
  const looks = seats.map(({ currency }) =>
    currency === '' ? {} : { format: moneyFormat(currency, '#,##0') },
  );
  const date = say('sheet.dateFormat');
  const potential = potentialFormats(context);
  const ofPotential = { perPotential: potential.ratio, potential: potential.amount };
  const formats: typeof FORMATS = {
    ...FORMATS,
    ...ofPotential,
    hired: date,
    hiredSecond: date,
    fxDate: date,
  };
  const dressed = (key: string, header: string, cells: TableColumn['cells']): TableColumn => ({
    key,
    header,
    cells,
    ...(TEXTS.has(key) ? {} : { format: formats[key] ?? (PERCENTS.has(key) ? '0%' : money) }),
    ...(key === 'fxDate' ? { indent: 1 } : {}),
    ...(INPUTS.has(key) ? { style: 'input' as const } : {}),
    ...(OWN.has(key) && context.hasCurrencies ? { looks } : {}),
    ...(TEXTS.has(key) ? {} : { align: DAYS.has(key) ? ('left' as const) : ('right' as const) }),
  });
  const keys = payKeys({
    currencies: context.hasCurrencies,
    workload: workload !== undefined,
    skills: context.skills.length > 0,
  });
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
    const cells = columnRef(tableName(layer, 'pay'), header);
    const rates = columnRef(tableName(layer, 'pay'), say(PAY_COLUMNS.fxCounts));
    return {
      // Currencies are not summed, but what they are worth in that of the plan.
      formula: OWN.has(key) ? `=SUMPRODUCT(${cells},${rates})` : `=SUM(${cells})`,
      format: money,
      style: 'total',
    };
  });
}
