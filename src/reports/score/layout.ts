import { MOST_TIERS } from '../../plan/score';
import { TEXT_COLUMNS } from '../list-number';
import type { TableColumns } from '../sheet';

/** Places of the tables: settings and tiers side by side on top, then factors, then values of lists. */
export const SETTINGS = { row: 5, column: 0 } as const;
export const TIERS = { row: 5, column: 5 } as const;
export const factorsRow = (tiers: number): number => TIERS.row + Math.max(1, tiers) + 4;
export const pointsRow = (tiers: number, factors: number): number => factorsRow(tiers) + factors + 4;

/** Columns that are printed; beyond them, folded, what formulas go by. */
export const PRINTED = 11;
export const COUNTED = { row: 5, column: 12 } as const;
/** A label, six parts, how many accounts have data, what is to be said. */
export const COUNTED_COLUMNS = 9;
export const TIERS_SORTED = { row: 5, column: COUNTED.column + COUNTED_COLUMNS } as const;
export const TIERS_SORTED_ROWS = MOST_TIERS;
export const TEXTS = { row: 5, column: TIERS_SORTED.column + 3 } as const;
export const WIDTHS = [30, 26, 16, 12, 14, 14, 14, 14, 22, 14, 44, 3];

export const COLUMNS = {
  scoreSettings: { setting: 'plan.setting', value: 'plan.value', meaning: 'plan.meaning' },
  scoreTiers: { tier: 'score.tier', from: 'score.from', accounts: 'balance.accounts', part: 'score.part' },
  scoreFactors: {
    factor: 'score.factor',
    source: 'score.source',
    kind: 'score.kind',
    weight: 'score.weight',
    low: 'score.low',
    high: 'score.high',
    halfLife: 'score.halfLife',
    other: 'score.other',
    product: 'score.product',
    accounts: 'score.withData',
    note: 'score.note',
  },
  scorePoints: {
    factor: 'score.factor',
    value: 'score.value',
    accounts: 'score.spelled',
    points: 'score.points',
    counts: 'score.counts',
    key: 'score.key',
  },
  scoreTexts: TEXT_COLUMNS,
} as const satisfies Record<string, TableColumns>;
