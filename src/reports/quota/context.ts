import type { Component, Method, QuotaSettings } from '../../plan/quota';
import type { SeatStatus } from '../../plan/territory';
import type { HeldAccount } from '../../quota/held';
import type { MovedAccount } from '../../quota/move';
import type { Part } from '../../quota/quotas';
import type { StandingContext } from '../context';

/** A seat of the plan that stands, as the team list and the user's words have it. Days are 1900 serials. */
export interface QuotaSeat {
  readonly id: string;
  readonly territory: string;
  readonly owner: string;
  readonly role: string;
  readonly segment: string;
  readonly manager: string;
  readonly status: SeatStatus;
  /** Relative to a full one. */
  readonly capacity: number;
  /** Who looks after it until it is filled. */
  readonly coveredBy: string;
  readonly hired?: number | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly leaveFrom?: number | undefined;
  readonly leaveTo?: number | undefined;
  /** ISO code of base, variable and travel; blank: that of the plan. */
  readonly currency: string;
  /** Units of the plan's currency for one of the rep's own; absent: nobody knows, and nothing of it is summed. */
  readonly rate?: number | undefined;
  /** Day of that rate. */
  readonly rateDate?: number | undefined;
  readonly base?: number | undefined;
  readonly variable?: number | undefined;
  /** Cost of a year's travel. */
  readonly travel?: number | undefined;
  /** Last year's quota and attainment. */
  readonly lastYear?: number | undefined;
  /** ISO code of last year's quota, where nobody knows what it is worth in that of the plan. */
  readonly lastYearIn?: string | undefined;
  readonly attained?: number | undefined;
}

/** A rep of a seat that several share. */
export interface SeatShare {
  /** Index of the seat, and which of its reps he is, from 0. */
  readonly seat: number;
  readonly nth: number;
  readonly rep: string;
  /** Part of the seat's quota; undefined: nobody has said it. */
  readonly split: number | undefined;
}

/** What the sheets of quota and pay are made from: the plan that stands, its seats, and what is set. */
export interface QuotaContext extends StandingContext {
  readonly quota: QuotaSettings;
  /** First day of the fiscal year. */
  readonly year: number;
  readonly lines: QuotaSettings['lines'];
  /** Pay of those who lead the seats: as set, else as the team list has it; 0 where nobody knows. */
  readonly managerCost: number;
  /** The same two where nobody says anything. */
  readonly usualYear: number;
  readonly usualManagerCost: number;
  /** Who leads seats, and those above them, sorted; blank: nobody knows of anybody above. */
  readonly leaders: readonly { readonly name: string; readonly reportsTo: string }[];
  /** In the order of the territories. */
  readonly seats: readonly QuotaSeat[];
  /** Parts of the plan that seats have, in the order of lines and territories. */
  readonly parts: readonly Part[];
  /** Accounts that have moved since quotas were issued. */
  readonly moves: readonly MovedAccount[];
  /** Accounts that come in the course of the year: up to their day they count for the seat that they leave. */
  readonly held: readonly HeldAccount[];
  /** Column of Balance that is the potential of a territory, and what it is called. */
  readonly potential: { readonly header: string; readonly label: string };
  /** Index of the metric that it is of. */
  readonly potentialAt: number;
  /** Columns of the list by which quotas may be shared out; undefined where there is none of plain numbers. */
  readonly history: string | undefined;
  readonly targets: string | undefined;
  /** Column of Balance of the workload in per cent of the capacity, and of the share of a fair territory. */
  readonly workload: string | undefined;
  readonly fairShare: string;
  /** Of what columns of the team list target variable was made, in words. */
  readonly payFrom?: string | undefined;
  /** Reps who share seats, in the order of these; each with his own dates and pay. */
  readonly shared: readonly SeatShare[];
  /** The second reps of seats, and all after them: a row of Pay each. */
  readonly seconds: readonly (QuotaSeat & { readonly seat: number })[];
  /** Industries that reps are skilled in, in the order of seats; none where nobody knows. */
  readonly skills: readonly SeatSkill[];
  /** Whether skills are in the capability, in words. */
  readonly skillsSaid: string;
  /** Column of the list that tells an account's industry. */
  readonly industry: string | undefined;
  /** Some seat is paid in another currency than the plan's. */
  readonly hasCurrencies: boolean;
  /** Number format of money; the same for what has to add up as it is seen. */
  readonly money: string;
  readonly moneyToTheCent: string;
  /** Digits of amounts after the point, to which they are rounded. */
  readonly digits: number;
}

/** An industry of the list that the rep of a seat, by its index, is skilled in; each as it is spelled. */
interface SeatSkill {
  readonly seat: number;
  readonly skill: string;
  readonly industry: string;
}

/** Whether a line of the plan is for a seat. */
export const isFor = (
  line: { readonly role: string; readonly segment: string },
  seat: Pick<QuotaSeat, 'role' | 'segment'>,
): boolean => fits(line.role, seat.role) && fits(line.segment, seat.segment);

/** As cells compare: case does not count. */
const fits = (wanted: string, word: string): boolean =>
  wanted.trim() === '' || wanted.trim().toLowerCase() === word.trim().toLowerCase();

export type { Component, Method };
