import type { ReportContext } from '../context';
import type { TableKey } from '../names';
import type { TableColumns } from '../sheet';
import { SHEET_SETTINGS } from './settings';

/**
 * Places of the tables. Settings and metrics stand side by side and never move; rates stand below the metrics, and the
 * list of territories below all of these. Beside them, beyond what is printed, what only formulas and drop-downs need.
 */
export const SETTINGS = { row: 3, column: 0 } as const;
export const METRICS = { row: 3, column: 8 } as const;
export const LOCKS = { row: 3, column: 14 } as const;
export const TEXTS = { row: 3, column: 16 } as const;
export const VERSION = { row: SETTINGS.row + SHEET_SETTINGS.length + 1, column: 0 } as const;
export const PRINTED = 13;
export const WIDTHS = [30, 18, 26, 22, 13, 13, 16, 12, 26, 26, 22, 12, 20, 3, 26, 3, 20, 20, 26, 14];

export const ratesAt = ({ metrics }: ReportContext): Place => ({
  row: METRICS.row + 1 + metrics.length + 2,
  column: METRICS.column,
});

export function territoriesAt(context: ReportContext): Place {
  const endOfRates = ratesAt(context).row + 1 + Math.max(1, context.rates.length);
  return { row: Math.max(VERSION.row + 1, endOfRates) + 2, column: 0 };
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

export const COLUMNS = {
  settings: {
    setting: 'plan.setting',
    value: 'plan.value',
    unit: 'plan.unit',
    meaning: 'plan.meaning',
  },
  metrics: { metric: 'plan.metric', columns: 'plan.columns', tolerance: 'plan.tolerance' },
  rates: {
    currency: 'plan.rate.currency',
    code: 'plan.rate.code',
    rate: 'plan.rate.rate',
    date: 'plan.rate.date',
    source: 'plan.rate.source',
  },
  texts: {
    key: 'plan.text.key',
    column: 'plan.text.column',
    text: 'plan.text.text',
    understood: 'plan.text.understood',
  },
  territories: {
    territory: 'plan.territory',
    id: 'plan.id',
    owner: 'plan.owner',
    manager: 'plan.manager',
    status: 'plan.status',
    segment: 'plan.segment',
    region: 'plan.region',
    share: 'plan.share',
    capacity: 'plan.capacity',
    objective: 'plan.objective',
    measure: 'plan.measure',
    support: 'plan.support',
  },
} as const satisfies Partial<Record<TableKey, TableColumns>>;
