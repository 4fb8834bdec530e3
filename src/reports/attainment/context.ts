import type { Cell } from '../../plan/cells';
import type { StandingContext } from '../context';
import type { AttainmentSetting, Why } from './layout';

/** A booking, or the part of one that somebody is credited with. */
export interface Credit {
  readonly deal: string;
  readonly account: string;
  /** 1900 serial of the day on which it closed. */
  readonly closed: number;
  readonly amount: number;
  /** 0 … 1. */
  readonly split: number;
  /** Blank: nobody. */
  readonly rep: string;
  /** Id of the territory that it counts in; blank: none. */
  readonly id: string;
  readonly why: Why;
}

/** What was booked, and whom it is credited to. */
export type Booked =
  | {
      /** A table of bookings: credit goes to whoever is named, else to the owner on the day on which each closed. */
      readonly from: 'table';
      readonly name: string;
      readonly credits: readonly Credit[];
      /** Rows that have no day, or no amount, that can be read. */
      readonly unread: number;
      /** The amounts as they stand in that table, as a formula, and what they came to. */
      readonly amounts: string;
      readonly total: number;
    }
  | {
      /** The list's own bookings of the year, less what each account had brought before it came. */
      readonly from: 'list';
      readonly header: string;
      /** The log stands on its sheet, with what accounts had brought by then. */
      readonly isLogged: boolean;
      /** The same, where the sheet is gone: what came with accounts less what left, by territory. */
      readonly came: readonly number[];
    };

export interface AttainmentContext extends StandingContext {
  readonly booked: Booked;
  /** Quota Calendar stands. */
  readonly hasQuota: boolean;
  /** Number format of money. */
  readonly money: string;
  readonly typed: ReadonlyMap<AttainmentSetting, Cell>;
  /** ISO. */
  readonly at: string;
}
