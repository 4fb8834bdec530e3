import type { Cell } from '../../plan/cells';
import type { FactorId, FactorKind, Tier } from '../../plan/score';
import type { StandingContext } from '../context';

/** How the cells of a column of numbers or dates are read where they are not all plain. */
export interface FactorReading {
  /** A number below 0 says something. */
  readonly signed: boolean;
  /** Texts, and what each is understood as in the column's own unit; undefined: nothing. */
  readonly texts: ReadonlyMap<string, number | undefined>;
  /** Marks about numbers that texts not listed are read by; undefined: they are not. */
  readonly way:
    { readonly marks: readonly string[]; readonly decimal: string; readonly group: string } | undefined;
  /** Header of the column of currencies, where amounts are converted. */
  readonly currency: string | undefined;
}

/** What may be set of a factor: what counts now, and the usual. A blank cell counts as the usual. */
export interface FactorInputs {
  readonly weight: number;
  readonly low: number | '';
  readonly high: number | '';
  readonly halfLife: number | '';
  readonly other: number | '';
  readonly product: Cell;
}

export interface ScoreFactor {
  readonly id: FactorId;
  readonly kind: FactorKind;
  /** Header of the list's column. */
  readonly source: string;
  /** Header of our column of its points. */
  readonly header: string;
  readonly now: FactorInputs;
  readonly usual: FactorInputs;
  readonly reading: FactorReading;
  /** Of a list: its values with their points; blank: such an account has no data. */
  readonly values: readonly { readonly value: Cell; readonly points: number | '' }[];
  /** N points, NaN without data, where the column holds values: nothing reads it by formula, or the list is long. */
  readonly frozen: Float64Array | undefined;
}

/** What the sheet of scores and its columns in the list are made from. */
export interface ScoreContext extends Pick<
  StandingContext,
  'layer' | 'say' | 'record' | 'table' | 'keyHeader'
> {
  readonly factors: readonly ScoreFactor[];
  readonly tiers: readonly Tier[];
  /** 1900 serials. */
  readonly asAt: number;
  readonly usualAsAt: number;
  /** Factors that the list has no column for, and those whose column says too little. */
  readonly missing: readonly FactorId[];
  readonly unusable: readonly FactorId[];
  /** Headers of our columns. */
  readonly headers: { readonly score: string; readonly share: string; readonly tier: string };
  /** All columns as values, by account: the list is long. */
  readonly values:
    | { readonly score: Float64Array; readonly share: Float64Array; readonly tier: readonly string[] }
    | undefined;
  /** Cells in the rows of the table's body, from what accounts have. */
  readonly inRows: (of: (account: number) => Cell) => Cell[];
}
