import type { OpenSetting, OpenSettings } from '../../plan/open';
import type { StandingContext } from '../context';

/** A territory that nobody has yet, or whose owner is not there yet. */
export interface OpenLine {
  readonly id: string;
  readonly owner: string;
  readonly state: 'open' | 'starts' | 'away';
  readonly interim: string;
  readonly future: string;
  /** 1900 serial of the first day of its owner. */
  readonly from: number | undefined;
}

/** What the sheet of open territories is made from. Headers are of columns that formulas can read; undefined where the list has none. */
export interface OpenContext extends StandingContext {
  readonly now: OpenSettings & Readonly<Record<OpenSetting, number>>;
  /** What a blank cell counts as. */
  readonly usual: Readonly<Record<OpenSetting, number>>;
  readonly lines: readonly OpenLine[];
  /** Owners of territories and whoever covers one, each once. */
  readonly people: readonly string[];
  /** Interim owners and starts stand on the sheet of quotas: they are shown here, and typed there. */
  readonly hasQuotaPlan: boolean;
  readonly standing: string | undefined;
  readonly arr: string | undefined;
  readonly pipeline: string | undefined;
  readonly renewal: string | undefined;
  readonly money: string;
}
