import type { Cell } from '../../plan/cells';
import type { DistanceUnit } from '../../plan/distance';
import type { StandingContext } from '../context';

/** Plans beside each other: who holds what today, the plan in the workbook, then saved ones. */
export interface ScenariosContext extends StandingContext {
  readonly plans: readonly PlanBeside[];
  /** Accounts by what they are known by, in the order of the list; those that share a key are not in it. */
  readonly keys: readonly Cell[];
  /** No account is told apart by anything: there is nothing to count. */
  readonly isBlind: boolean;
  /** How many saved plans there are beyond those. */
  readonly left: number;
  readonly amountFormat: string;
  readonly unit: DistanceUnit['sign'];
}

export interface PlanBeside {
  readonly kind: 'today' | 'standing' | 'saved';
  /** Of a saved one. */
  readonly name: string;
  /** ISO time. */
  readonly savedAt: string;
  /** Of today: people, each as a territory of his own. */
  readonly territories: readonly {
    readonly name: string;
    readonly owner: string;
    /** What part of a fair share it is to have; 0: none is known. */
    readonly share: number;
  }[];
  /** What it balances, in words; empty for today. */
  readonly balances: string;
  /** Shares are fair within segments: they are told on Balance alone. */
  readonly isPooled: boolean;
  /** Miles or kilometres; NaN where no place is known. */
  readonly meanDistance: number;
  /** Of a saved one: the territory of each account above, empty for none. */
  readonly at: readonly string[];
}
