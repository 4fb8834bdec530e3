import type { TableColumns } from '../sheet';
import type { TableKey } from '../names';

/** Settings of quota that stand one a row, in this order. */
export const QUOTA_SETTINGS = [
  'fiscalYear',
  'periods',
  'calendar',
  'midMonth',
  'leave',
  'overrides',
  'unit',
  'managers',
  'growth',
  'blendEqual',
  'blendPotential',
  'blendHistory',
  'moves',
  'moveThreshold',
  'notable',
] as const;
export type QuotaSetting = (typeof QUOTA_SETTINGS)[number];

/** Key of a month of a ramp: one of many columns that are called alike. */
export const rampMonth = (m: number): string => `month:${m + 1}`;

export const COLUMNS = {
  quotaLines: {
    line: 'quota.line',
    component: 'quota.component',
    role: 'quota.role',
    segment: 'plan.segment',
    amount: 'quota.amount',
    over: 'quota.over',
    method: 'quota.method',
    pool: 'quota.pool',
    seats: 'quota.seats',
  },
  quotaSeats: {
    id: 'plan.id',
    territory: 'plan.territory',
    rep: 'quota.rep',
    role: 'quota.role',
    segment: 'plan.segment',
    manager: 'balance.manager',
    status: 'balance.status.column',
    coveredBy: 'rep.coveredBy',
    hired: 'quota.hired',
    start: 'quota.start',
    end: 'quota.end',
    leaveFrom: 'quota.leaveFrom',
    leaveTo: 'quota.leaveTo',
    note: 'quota.note',
  },
  quotaRamps: { role: 'quota.role', segment: 'plan.segment' },
  quotaSettings: {
    setting: 'plan.setting',
    value: 'plan.value',
    unit: 'plan.unit',
    meaning: 'plan.meaning',
  },
} as const satisfies Partial<Record<TableKey, TableColumns>>;

/** Room for lines that are typed below the last one. */
export const SPARE_LINES = 5;
export const LINES = { row: 3, column: 0 } as const;
export const SETTINGS = { row: 3, column: 15 } as const;
/** What settings count as, and what drop-downs choose from, stand beyond what is printed. */
export const COUNTED_AT = { row: 3, column: 20 } as const;
export const CHOICES_AT = { row: 3, column: 23 } as const;
export const seatsRow = (lines: number): number => LINES.row + 1 + lines + SPARE_LINES + 2;
export const rampsRow = (lines: number, seats: number): number => seatsRow(lines) + 1 + seats + 2;
export const PRINTED = 19;
/** The page on which settings stand begins with them if they are as wide as all that stands to their left. */
export const besideSettings = (widths: readonly number[]): number[] => {
  const sum = (from: number, to: number) => widths.slice(from, to).reduce((all, width) => all + width, 0);
  const spare = sum(0, SETTINGS.column - 1) - sum(SETTINGS.column, PRINTED);
  return widths.map((width, c) => (c === PRINTED - 1 ? width + Math.max(0, spare) : width));
};
export const WIDTHS = [20, 26, 20, 20, 16, 18, 16, 20, 13, 13, 13, 13, 13, 30, 2, 34, 22, 16, 80, 3];
